"""One account line by line: everything that was written on it, with its balance."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kubebuku.app.office import Office
from kubebuku.books.group.queries import AccountBook, AccountLine, AccountPage, ClosedUntil
from kubebuku.books.spec import Changed
from kubebuku.domain.calendar import Month
from kubebuku.domain.text import N_
from kubebuku.i18n import _, month_name
from kubebuku.ui import places
from kubebuku.ui.parts import open_book
from kubebuku.ui.parts.book_page import BookPage
from kubebuku.ui.parts.entry_foot import ChosenEntry, OpeningLine
from kubebuku.ui.parts.row_foot import table_card
from kubebuku.ui.widgets import BookTable, ColumnSpec, FlowRow, MonthPicker, PickRow
from kubebuku.ui.window import Window


class RegisterPage(BookPage):
    """``go("register", account="5104", month=Month(...))``; without a month everything."""

    nav = "bukulain"
    watches = Changed.ENTRIES | Changed.ACCOUNTS | Changed.CLOSINGS

    def __init__(self, window: Window) -> None:
        super().__init__(window, _("Line"), back=window.back)
        self.account = ""
        self.person: int | None = None
        last = open_book.last_month(window)
        self.span = PickRow([("all", _("From the beginning")), ("month", _("One month"))], _("How much is shown"))
        self.month = MonthPicker(last, first=open_book.first_month(window), last=last)
        self.table = BookTable(_COLUMNS, name=_("Line"))
        self.foot = ChosenEntry(window, self.table)
        self.add(self.head, FlowRow(self.span, self.month), table_card(self.table, self.foot), fill=True)
        self.span.chosen.connect(lambda _key: self.refresh())
        self.month.changed.connect(lambda _month: self.refresh())

    def arrive(self, place: places.Register) -> None:
        """Show the account asked for."""
        if place.account is not None:
            self.account = place.account
            self.person = place.person
            self.span.set_value("month" if place.month is not None else "all")
        if place.month is not None:
            self.month.set_value(place.month)

    def shape_changed(self) -> None:
        """Where there is little room the figures come first."""
        self.table.hide_columns(*(("unit", "person") if open_book.tight(self) else ()))

    def first_focus(self) -> QWidget | None:
        """The table."""
        return self.table

    def refresh(self) -> None:
        """Ask for the lines."""
        month = self.month.value() if self.span.value() == "month" else None
        self.month.setVisible(month is not None)
        asked = AccountBook(self.account, month, self.person)

        def work(office: Office) -> tuple[AccountPage, Month | None]:
            return office.ask(asked), office.ask(ClosedUntil())

        self.main.session.read(self, work, lambda answer: self._show(answer[0], month, answer[1]))

    def _show(self, page: AccountPage, month: Month | None, closed: Month | None) -> None:
        self.head.say(page.label, _("since the book began") if month is None else month_name(month))
        lines: list[AccountLine | OpeningLine] = list(page.lines)
        if month is not None:
            words = _("Balance from {month}").format(month=month_name(month.plus(-1)))
            lines.insert(0, OpeningLine(words, page.opening))
        words = _("{count} entries").format(count=len(page.lines))
        self.foot.show_lines(lines, {"description": words, "balance": page.closing}, closed=closed)


_COLUMNS: list[ColumnSpec[AccountLine | OpeningLine]] = [
    ColumnSpec("on", N_("Date"), "date"),
    ColumnSpec("number", N_("Voucher no."), "code", drop=1),
    ColumnSpec("description", N_("Description"), stretch=True),
    ColumnSpec("unit", N_("Business"), "soft", 130, drop=3),
    ColumnSpec("person", N_("Name"), "soft", 150, drop=2),
    ColumnSpec("amount", N_("Amount (Rp)"), "money"),
    ColumnSpec("balance", N_("Balance (Rp)"), "money", 140, zero="0"),
]
