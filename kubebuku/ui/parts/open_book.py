"""What every page asks of the open book: its day, and whether one may write in it; and rows of words and figures."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kubebuku.app import clock
from kubebuku.domain.calendar import Month
from kubebuku.i18n import rupiah
from kubebuku.ui import theme
from kubebuku.ui.tokens import SP
from kubebuku.ui.widgets import Label, row
from kubebuku.ui.window import Window

_TIGHT = 780  # px at 100 % text


def today(window: Window) -> date:
    """The book's day; this computer's where none is open."""
    book = window.session.book
    return book.today if book is not None else clock.today()


def writable(window: Window) -> bool:
    """Whether records can be written here."""
    book = window.session.book
    return book is not None and book.writable


def first_month(window: Window) -> Month:
    """The month in which the book begins."""
    book = window.session.book
    return Month.of(book.opened) if book is not None else Month.of(clock.today())


def last_month(window: Window) -> Month:
    """The month of today; of the book's first day where that lies ahead."""
    return max(Month.of(today(window)), first_month(window))


def tight(page: QWidget) -> bool:
    """Whether a wide table must leave columns out: the window is narrow for the size of the text."""
    return page.width() / theme.current().text < _TIGHT


def filled(*pieces: QWidget, wide: int = 1, gap: int = SP["s"]) -> QHBoxLayout:
    """Pieces side by side, of which the one at `wide` takes the spare room."""
    line = row(*pieces, gap=gap)
    line.setStretch(wide, 1)
    return line


def sum_line(words: str, amount: int, *, bold: bool = False) -> QHBoxLayout:
    """Words at the left, rupiah at the right."""
    figures = Label(rupiah(amount), "strong", wrap=False, align="right")
    return filled(Label(words, "strong" if bold else "body"), figures, wide=0, gap=SP["m"])
