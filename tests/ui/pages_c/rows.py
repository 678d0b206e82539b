"""The rows of a page's table, whatever book they come from."""

from __future__ import annotations

from typing import Any

from kubebuku.ui.widgets import BookTable


def rows_of(table: BookTable[Any]) -> list[Any]:
    """As the table shows them, first row first."""
    return list(table.model.rows)
