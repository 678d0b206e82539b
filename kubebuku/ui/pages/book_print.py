"""One book by itself on paper, as it stands in the report of a month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kubebuku.domain.calendar import Month
from kubebuku.reports.catalog import PARTS
from kubebuku.ui.pages.paper_jobs import Request
from kubebuku.ui.pages.printing import print_document

if TYPE_CHECKING:
    from kubebuku.ui.window import Window


def print_part(window: Window, owner: QObject, part: str, month: Month) -> None:
    """Print the part of that key of the report (`reports.catalog`) for `month`."""
    wanted = {"month": month, "parts": frozenset({part})}
    print_document(window, owner, Request("kubebuku.reports.monthly:build", wanted))


def may_print(part: str) -> bool:
    """Whether the report has a part of that key."""
    return any(one.key == part for one in PARTS)
