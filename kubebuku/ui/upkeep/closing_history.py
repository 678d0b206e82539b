"""What was closed: the years, and every closing and reopening with its check code, newest first."""

from __future__ import annotations

from functools import partial

from kubebuku.books.closing.queries import ClosingRow, MonthState, YearState
from kubebuku.domain.calendar import Month
from kubebuku.domain.text import N_
from kubebuku.i18n import _, month_name, rupiah
from kubebuku.ui.parts import open_book
from kubebuku.ui.parts.row_foot import RowFoot, table_card
from kubebuku.ui.parts.wording import long_day
from kubebuku.ui.upkeep import closing_acts
from kubebuku.ui.widgets import Act, BookTable, Card, ColumnSpec, Label, QuietButton, Rule, Sign, clear, column
from kubebuku.ui.window import Window


class YearsCard(Card):
    """A line for each year, with what can be done."""

    def __init__(self, window: Window) -> None:
        super().__init__(_("Years"), icon="kalender")
        self.main = window
        self.list = column()
        self.add(self.list)

    def show_years(self, years: tuple[YearState, ...], state: MonthState) -> None:
        """Newest first."""
        clear(self.list)
        for number, year in enumerate(reversed(years)):
            if number:
                self.list.addWidget(Rule())
            result = _("loss {amount}") if year.result < 0 else _("result {amount}")
            words = result.format(amount=rupiah(abs(year.result)))
            if year.shared:
                words = _("{result}, of it {shared} set aside or shared").format(result=words, shared=rupiah(year.shared))
            if year.number is not None:
                words = _("closed by {number}, {result}").format(number=year.number, result=words)
            elif year.over:
                words = _("over and not closed, {result}").format(result=words)
            else:
                words = _("running, {result} so far").format(result=words)
            line = open_book.filled(Label(str(year.year), "strong", wrap=False), Label(words))
            if open_book.writable(self.main):
                if year.number is not None:
                    line.addWidget(QuietButton(_("Open again"), None, partial(closing_acts.reopen_year, self.main, year.year)))
                elif year.over:
                    line.addWidget(
                        QuietButton(_("Close the year"), "kunci", partial(closing_acts.close_year, self.main, self, year.year))
                    )
            self.list.addLayout(line)
        if any(year.over and year.number is None for year in years) and state.next.number < 12:
            self.list.addWidget(
                Label(_("A year is closed once January to November are closed and before December is."), "caption")
            )


class ClosingHistory(Card):
    """What was closed and opened again; the proof of each closing can be printed."""

    def __init__(self, window: Window) -> None:
        super().__init__(_("Closed so far"), icon="kunci", flush=True)
        self.main = window
        self._last: Month | None = None
        self.nothing = Label(_("No month has been closed yet."), "soft")
        self.nothing.setContentsMargins(16, 0, 16, 16)
        self.table = BookTable(_COLUMNS, name=_("Closed so far"), grows=True)
        self.foot = RowFoot()
        self.add(self.nothing)
        table_card(self.table, self.foot, self)
        self.table.when_chosen(self._chosen)
        self.table.when_opened(self._print)
        self.table.set_menu(self._acts)

    def show_closings(self, rows: tuple[ClosingRow, ...]) -> None:
        """Replace the rows; the newest act on a month tells whether it is closed."""
        acts: dict[Month, str] = {}
        for row in rows:
            acts.setdefault(row.month, row.act)
        self._last = max((month for month, act in acts.items() if act == "close"), default=None)
        self.nothing.setVisible(not rows)
        self.table.setVisible(bool(rows))
        self.foot.setVisible(bool(rows))
        self.table.show_rows(rows)
        if rows and self.table.current() is None:
            self.table.select_at(0)
        self._chosen(self.table.current())

    def _chosen(self, line: ClosingRow | None) -> None:
        words = ""
        if line is not None:
            words = _("{day}, {who}").format(day=long_day(line.recorded), who=line.who or "–")
            if line.reason:
                words += f": {line.reason}"
        self.foot.show_acts(words, self._acts(line) if line is not None else [])

    def _acts(self, line: ClosingRow) -> list[Act]:
        found: list[Act] = []
        if line.act == "close":
            found.append((_("Print"), partial(self._print, line), "cetak"))
        if open_book.writable(self.main) and self._last is not None and line.act == "close" and line.month <= self._last:
            found.append((_("Open again"), partial(closing_acts.reopen, self.main, line.month, self._last), None))
        return found

    def _print(self, line: ClosingRow) -> None:
        if line.act == "close":
            closing_acts.print_proof(self.main, self, line.month, line.serial)


def _month(line: ClosingRow) -> str:
    return month_name(line.month)


def _what(line: ClosingRow) -> object:
    if line.act == "close":
        return Sign("kunci", _("Closing no. {serial}").format(serial=line.serial))
    return Sign("urungkan", _("Opened again"), "warn")


_COLUMNS: list[ColumnSpec[ClosingRow]] = [
    ColumnSpec("month", N_("Month"), stretch=True, read=_month),
    ColumnSpec("act", N_("What"), "soft", 160, read=_what),
    ColumnSpec("code", N_("Check code"), "code", 118),
]
