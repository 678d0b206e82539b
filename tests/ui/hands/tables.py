"""Tables of a page are read, and a line of them is chosen."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QApplication

from kubebuku.ui.widgets import BookTable


def rows_of(table: BookTable[Any]) -> list[Any]:
    """As the table shows them, first row first."""
    return list(table.model.rows)


def column(table: BookTable[Any], key: str) -> list[str]:
    """The words of one column, line by line."""
    at = [spec.key for spec in table.model.columns].index(key)
    return [table.model.text(line, at) for line in range(table.model.rowCount())]


def line_of(table: BookTable[Any], words: str) -> int:
    """The number of the line that holds these words."""
    for line in range(table.model.rowCount()):
        if any(words in table.model.text(line, at) for at in range(table.model.columnCount())):
            return line
    raise AssertionError(f"no line with {words!r}")


def choose(table: BookTable[Any], words: str) -> None:
    """Choose the line that holds these words; what can be done with it shows at once."""
    table.select_at(line_of(table, words))
    QApplication.processEvents()
