"""Buku kas: one place of money or all of them, a month or all months, with running balance and what was struck out."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from kubebuku.app.office import Office
from kubebuku.books.attachments.commands import Owner
from kubebuku.books.attachments.queries import AttachmentCounts
from kubebuku.books.cash.queries import BoxBalance, BoxBalances, CashBook, CashRow
from kubebuku.books.cash.queries import CashBookPage as CashPage
from kubebuku.books.group.queries import ClosedUntil
from kubebuku.books.spec import Changed, Door
from kubebuku.domain.calendar import Month
from kubebuku.domain.text import N_
from kubebuku.i18n import _, day_month, figure, month_name, month_word, rupiah, short_date
from kubebuku.ui import places, theme
from kubebuku.ui.paper.jobs import Request
from kubebuku.ui.paper.printing import print_document
from kubebuku.ui.parts import open_book
from kubebuku.ui.parts.book_page import BookPage
from kubebuku.ui.parts.entry_foot import ChosenEntry, OpeningLine
from kubebuku.ui.parts.wording import short_number
from kubebuku.ui.widgets import (
    Act,
    BookTable,
    Button,
    Card,
    CheckBox,
    ChipSpec,
    ColumnSpec,
    EmptyState,
    FlowRow,
    Label,
    MainButton,
    MonthPicker,
    QuietButton,
    SearchField,
    Sign,
    TabRow,
    column,
)
from kubebuku.ui.window import Window

ALL = ""
_PAUSE_MS = 180  # after the last letter of a search


#: What stands in the table: the balance before, then the entries.
Line = OpeningLine | CashRow


@dataclass(frozen=True)
class Shown:
    """What one look at the book brings."""

    boxes: tuple[BoxBalance, ...]
    page: CashPage
    closed: Month | None
    #: how many photos and papers an entry has
    photos: dict[int, int] = field(default_factory=dict)


class CashBookPage(BookPage):
    """``go("cash_book", box="1101", month=Month(...), entry=..., search="tenda")``.

    `box` "" is all places, `month` None all months; an `entry` is chosen and brought into view.
    """

    nav = "cash_book"
    watches = Changed.ENTRIES | Changed.ACCOUNTS | Changed.CLOSINGS | Changed.UNITS | Changed.PEOPLE | Changed.RECORDS

    def __init__(self, window: Window) -> None:
        super().__init__(window, _("Cash book"))
        first, last = open_book.first_month(window), open_book.last_month(window)
        self.box = ALL
        self.entry: int | None = None
        self.whole = False
        self.tight = False
        self._fresh = True
        self.shown: Shown | None = None
        self.head.add(MainButton(_("Record"), "catat", lambda: window.go(places.Doors())))
        self.tabs = TabRow([], _("Place of money"))
        self.month = MonthPicker(last, first=first, last=last)
        self.search = SearchField()
        self.struck = CheckBox(_("Show what was struck out"), checked=True)
        self.print = Button(_("Print"), "cetak", self.print_shown)
        self.table = BookTable(self._columns(), name=_("Cash book"))
        self.foot = ChosenEntry(window, self.table)
        self.found = Label("", "caption")
        self.all_months = QuietButton(_("All months"), "kalender", self.show_whole)
        self.one_month = QuietButton(_("One month only"), "kalender", self.show_month)
        self.finding = FlowRow(self.found, self.all_months, self.one_month)
        self.empty = EmptyState("buku", _("This cash book is still empty"))
        self.stack = QStackedWidget()
        self._build()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.refresh)
        self._connect()

    def _build(self) -> None:
        panel = QWidget()
        stack = column(gap=0, inside=panel)
        stack.addWidget(self.table, 1)
        stack.addWidget(self.foot)
        self.stack.addWidget(panel)
        self.stack.addWidget(self.empty)
        sheet = Card(flush=True)
        sheet.add(self.stack, fill=True)
        tools = open_book.filled(FlowRow(self.month, self.search, self.struck), self.print, wide=0)
        tools.setAlignment(self.print, Qt.AlignmentFlag.AlignTop)
        self.add(self.head, self.tabs, tools, self.finding)
        self.finding.setVisible(False)
        self.add(sheet, fill=True)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._box_chosen)
        self.month.changed.connect(self._month_chosen)
        self.search.searched.connect(lambda _text: self._pause.start())
        self.struck.toggled.connect(lambda _on: self.refresh())

    def _columns(self) -> list[ColumnSpec[Line]]:
        return [
            ColumnSpec("on", N_("Date"), "code", 80, read=self._day),
            ColumnSpec("number", N_("Voucher no."), "code", 138, drop=1),
            ColumnSpec("description", N_("Description"), stretch=True, read=self._description),
            ColumnSpec("unit", N_("Business"), "soft", 158, read=_beside),
            ColumnSpec("received", N_("In (Rp)"), "inn", 114),
            ColumnSpec("paid", N_("Out (Rp)"), "out", 114),
            ColumnSpec("balance", N_("Balance (Rp)"), "money", 120, zero="0"),
        ]

    def _day(self, line: Line) -> str:
        return "" if line.on is None else short_date(line.on) if self.whole else day_month(line.on)

    def _description(self, line: Line) -> object:
        """The words, what became of them where there is no room for the column beside, and whether there is a photo."""
        words = line.description
        beside = _beside(line) if self.tight else ""
        if isinstance(beside, ChipSpec | Sign):
            words = f"{words} ({beside.text})"
        photos = self.shown.photos if self.shown is not None else {}
        return Sign("foto", words, "ink") if getattr(line, "entry", None) in photos else words

    def shape_changed(self) -> None:
        """A narrow window has a shorter search field; large text in it leaves the column of the business out."""
        now = theme.current()
        self.search.setMaximumWidth(now.w(210 if self.narrow else 290))
        self.tight = open_book.tight(self)
        self.table.hide_columns(*(("unit",) if self.tight else ()))

    # asking

    def arrive(self, place: places.CashBook) -> None:
        """Show the place, month, search and entry that were asked for."""
        if place.box is not None:
            self.box = place.box
            self._fresh = False
        if place.month == "all":
            self.whole = True
        elif place.month is not None:
            self.whole = False
            self.month.set_value(place.month)
        if place.search is not None:
            self.search.blockSignals(True)
            self.search.setText(place.search)
            self.search.blockSignals(False)
        if place.entry is not None:
            self.entry = place.entry

    def first_focus(self) -> QWidget | None:
        """The table, so that the arrows move in it at once."""
        return self.table

    def refresh(self) -> None:
        """Ask for the place and month shown."""
        self._pause.stop()
        asked = CashBook(
            None if self.box == ALL else self.box,
            None if self.whole else self.month.value(),
            self.search.text().strip(),
            self.struck.value(),
        )
        first = self._fresh

        def work(office: Office) -> Shown:
            boxes = office.ask(BoxBalances())
            query = asked
            if first and boxes:  # the first look is at the first place of money
                query = CashBook(boxes[0].code, asked.month, asked.search, asked.show_struck)
            closed = office.ask(ClosedUntil())
            return Shown(boxes, office.ask(query), closed, office.ask(AttachmentCounts(Owner.ENTRY)))

        self.main.session.read(self, work, self._show)

    def _box_chosen(self, box: object) -> None:
        self.box = str(box)
        self.refresh()

    def _month_chosen(self, _month: object) -> None:
        self.whole = False
        self.refresh()

    def show_whole(self) -> None:
        """All months at once."""
        self.whole = True
        self.refresh()

    def show_month(self) -> None:
        """The month in the picker alone."""
        self.whole = False
        self.refresh()

    # showing

    def _show(self, shown: Shown) -> None:
        self.shown = shown
        self._fresh = False
        page = shown.page
        self.box = page.box or ALL
        self._show_places(shown)
        self._show_finding(page)
        words = self.search.text().strip()
        if not page.rows and (words or not (page.struck or page.opens_book or page.month is None)):
            self._show_empty(page)
            return
        self.stack.setCurrentIndex(0)
        before = self.table.current()
        wanted = self.entry or (before.entry if isinstance(before, CashRow) else None)
        lines: tuple[Line, ...] = page.rows if words else (self._opening(page), *page.rows)
        fresh = len(self.table.model.rows) == 0
        self.foot.show_lines(lines, self._totals(page), closed=shown.closed, choose=None)
        at = -1
        if wanted is not None:
            at = next((at for at in range(len(lines) - 1, -1, -1) if getattr(lines[at], "entry", None) == wanted), -1)
        if at >= 0 or fresh or before is None:  # otherwise what was looked at is gone: stay where one is
            self.table.select_at(at)
        if at >= 0:
            self.entry = None
        QTimer.singleShot(0, self, self._keep_in_view)

    def _keep_in_view(self) -> None:
        """Once everything has its size: the chosen line is seen whole."""
        self.table.view.scrollTo(self.table.view.currentIndex())

    def _show_places(self, shown: Shown) -> None:
        entries = [(box.code, box.label) for box in shown.boxes]
        self.tabs.show_entries([*entries, (ALL, _("All"))], self.box)
        first = open_book.first_month(self.main)
        self.month.show_closed(frozenset(first.until(shown.closed) if shown.closed is not None else ()))
        when = _("All months") if shown.page.month is None else ""
        if shown.page.month is not None and shown.closed is not None and shown.page.month <= shown.closed:
            when = _("{month} is closed").format(month=month_name(shown.page.month))
        self.head.say(_("Cash book"), when)

    def _show_finding(self, page: CashPage) -> None:
        words = self.search.text().strip()
        self.finding.setVisible(bool(words) or self.whole)
        self.all_months.setVisible(not self.whole)
        self.one_month.setVisible(self.whole)
        where = _("all months") if page.month is None else month_name(page.month)
        found = _("{count} entries match “{words}” in {where}.") if words else _("{count} entries in {where}.")
        self.found.setText(
            found.format(count=figure(page.count + (page.struck if self.struck.value() else 0)), words=words, where=where)
        )
        self.one_month.say(month_name(self.month.value()))

    def _opening(self, page: CashPage) -> OpeningLine:
        if page.month is None or page.opens_book:
            return OpeningLine(_("Balance on opening the book"), page.opening)
        words = _("Balance from {month}").format(month=month_word(page.month.plus(-1)))
        return OpeningLine(words, page.opening, page.month.first)

    def _totals(self, page: CashPage) -> dict[str, object]:
        entries = _("{count} entries").format(count=figure(page.count))
        when = _("all months") if page.month is None else month_name(page.month)
        words = _("Total {when}, {entries}").format(when=when, entries=entries)
        totals: dict[str, object] = {"description": words, "received": page.received, "paid": page.paid}
        if not self.search.text().strip():
            totals["balance"] = page.closing
        return totals

    def _show_empty(self, page: CashPage) -> None:
        self.stack.setCurrentIndex(1)
        self.foot.show_lines([], closed=None)
        words = self.search.text().strip()
        if words:
            wider: list[Act] = [] if self.whole else [(_("Search in all months"), self.show_whole, "kalender")]
            text = _("Try a shorter word.") if self.whole else _("Try a shorter word, or look in all months.")
            title = _("Nothing matches “{words}”").format(words=words)
            self.empty.show_state("cari", title, text, wider, (_("Empty the search"), self.search.clear, None))
            return
        month = page.month or self.month.value()
        before = month.plus(-1)
        text = _("No money came in or went out in {month}.").format(month=month_name(month))
        text += "\n" + _("Balance from {month}: {amount}").format(month=month_word(before), amount=rupiah(page.opening))
        acts: list[Act] = [
            (_("Record money in"), lambda: self.main.go(places.Doors(door=Door.IN)), "masuk"),
            (_("Record money out"), lambda: self.main.go(places.Doors(door=Door.OUT)), "keluar"),
        ]
        closed = self.shown is not None and self.shown.closed is not None and month <= self.shown.closed
        link: Act | None = None
        if self.month.earlier.isEnabled():
            link = (_("Look at {month}").format(month=month_word(before)), lambda: self.month.step(-1), "kiri")
        self.empty.show_state("buku", _("This cash book is still empty"), text, [] if closed else acts, link)

    # printing

    def print_shown(self) -> None:
        """Print this place and month; all places one after the other where all are shown."""
        if self.box == ALL:
            wanted: dict[str, object] = {"month": self.month.value(), "parts": frozenset({"cash"})}
            print_document(self.main, self, Request("kubebuku.reports.monthly:build", wanted))
            return
        first = open_book.first_month(self.main) if self.whole else self.month.value()
        last = open_book.last_month(self.main) if self.whole else self.month.value()
        wanted = {"box": self.box, "first": first, "last": last}
        print_document(self.main, self, Request("kubebuku.reports.cash_book:document", wanted))


def _beside(line: Line) -> object:
    """What stands in the column of the business: its name, or what became of a struck line."""
    if not isinstance(line, CashRow):
        return ""
    if line.struck:
        return ChipSpec("soft", _("Struck out"), "urungkan")
    if line.replaces:
        return ChipSpec("info", _("In place of {number}").format(number=short_number(line.replaces)), "benar")
    if line.corrects:
        return ChipSpec("info", _("Corrects {number}").format(number=short_number(line.corrects)), "urungkan")
    if line.moved:
        return Sign("pindah", figure(line.moved), "info", right=True)
    return line.unit or "–"
