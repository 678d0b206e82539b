"""Books and papers printed by themselves."""

from __future__ import annotations

from PySide6.QtCore import QObject

from kubebuku.domain.calendar import Month
from kubebuku.ui.paper.jobs import Request
from kubebuku.ui.paper.printing import print_document
from kubebuku.ui.window import Window


def print_book(window: Window, owner: QObject, name: str, month: Month) -> None:
    """Print the book of that name (`reports.catalog.BOOKS_ALONE`) as it stands for `month`."""
    print_paper(window, owner, "kubebuku.reports.books:build", month=month, name=name)


def print_paper(window: Window, owner: QObject, maker: str, **wanted: object) -> None:
    """Print what ``module:function`` makes."""
    print_document(window, owner, Request(maker, wanted))
