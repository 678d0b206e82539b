"""A list of records that bear a mark: payments without nota, written late, struck out, corrected, without a name."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from kubebuku.app.office import Office
from kubebuku.books.cash.queries import EntryRow, Mark, MarkedEntries
from kubebuku.books.group.queries import ClosedUntil
from kubebuku.books.journal.queries import NamelessEntries
from kubebuku.books.spec import Changed
from kubebuku.domain.calendar import Month
from kubebuku.domain.text import N_
from kubebuku.i18n import _
from kubebuku.ui import places
from kubebuku.ui.home.cards import ENTRY_COLUMNS
from kubebuku.ui.parts.book_page import BookPage
from kubebuku.ui.parts.entry_foot import ChosenEntry
from kubebuku.ui.parts.row_foot import table_card, with_empty
from kubebuku.ui.tokens import ROW_CHOSEN
from kubebuku.ui.widgets import BookTable, ColumnSpec, EmptyState, Label, TabRow
from kubebuku.ui.window import Window

MARKS: Mapping[Mark, tuple[str, str]] = {
    Mark.WITHOUT_NOTA: (
        N_("Without nota"),
        N_("Payments without the number of the shop's paper. Choose one, press Change, and write the number."),
    ),
    Mark.LATE: (N_("Written late"), N_("Written more than seven days after the money moved.")),
    Mark.STRUCK: (N_("Struck out"), N_("Struck out because something was wrong. They can still be read.")),
    Mark.CORRECTED: (N_("Corrected later"), N_("Records of a closed month that were taken back in an open one.")),
}


NAMELESS = "nameless"


class EntriesPage(BookPage):
    """``go("entries", mark=Mark.LATE)``: of the months that are not closed yet; ``nameless=True``: without a name."""

    nav = "cash_book"
    watches = Changed.ENTRIES | Changed.CLOSINGS

    def __init__(self, window: Window) -> None:
        super().__init__(window, _("Records to look at"), _("Of the months that are not closed yet"), back=window.back)
        tabs: list[tuple[object, str]] = [(mark, _(words[0])) for mark, words in MARKS.items()]
        self.tabs = TabRow([*tabs, (NAMELESS, _("Without a name"))], _("Records to look at"))
        self.words = Label("", "soft")
        self.table = BookTable(
            [*ENTRY_COLUMNS[:1], ColumnSpec("number", N_("Voucher no."), "code", drop=1), *ENTRY_COLUMNS[1:]],
            name=_("Records to look at"),
            row=ROW_CHOSEN,
        )
        self.foot = ChosenEntry(window, self.table)
        self.empty = EmptyState("benar", _("There are none"))
        self.stack = with_empty(table_card(self.table, self.foot), self.empty)
        self.add(self.head, self.tabs, self.words, self.stack, fill=True)
        self.tabs.chosen.connect(lambda _mark: self.refresh())

    def arrive(self, place: places.Marked) -> None:
        """Show the mark asked for."""
        if place.mark is not None:
            self.tabs.set_value(NAMELESS if place.mark == NAMELESS else Mark(place.mark))

    def first_focus(self) -> QWidget | None:
        """The list."""
        return self.table

    def refresh(self) -> None:
        """Ask for the marked records."""
        mark = next((mark for mark in MARKS if mark == self.tabs.value()), None)
        explained = _("Debts without a person, goods without a business, equipment without its thing.")
        self.words.setText(explained if mark is None else _(MARKS[mark][1]))
        asked = NamelessEntries() if mark is None else MarkedEntries(mark)

        def work(office: Office) -> tuple[tuple[EntryRow, ...], Month | None]:
            return office.ask(asked), office.ask(ClosedUntil())

        self.main.session.read(self, work, lambda answer: self._show(*answer))

    def _show(self, rows: tuple[EntryRow, ...], closed: Month | None) -> None:
        self.stack.setCurrentIndex(0 if rows else 1)
        self.foot.show_lines(rows, closed=closed, choose=0)
