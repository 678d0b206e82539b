"""Usaha: every business with its result of the month and of the year, and the capital that works in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from kubebuku.app.office import Office
from kubebuku.books.enterprise.queries import CapitalByUnit, CapitalLine, Recap, RecapLine, Result, UepRecap
from kubebuku.books.group.queries import UnitRow, Units
from kubebuku.books.spec import Changed
from kubebuku.domain.calendar import Month
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_
from kubebuku.i18n import _, month_name
from kubebuku.ui import places
from kubebuku.ui.books.enterprise import unit_acts
from kubebuku.ui.forms.choices import unit_icon
from kubebuku.ui.parts import open_book
from kubebuku.ui.parts.book_page import BookPage
from kubebuku.ui.parts.row_foot import RowFoot, table_card
from kubebuku.ui.tokens import ROW_CHOSEN
from kubebuku.ui.widgets import (
    Act,
    Bar,
    BarChart,
    BookTable,
    Button,
    Card,
    CheckBox,
    Columns,
    ColumnSpec,
    EmptyState,
    FlowRow,
    MainButton,
    MonthPicker,
    Sign,
)
from kubebuku.ui.window import Window


@dataclass(frozen=True, slots=True)
class BusinessLine:
    """A line of the list; `unit` None is Umum, what belongs to no business."""

    unit: int | None
    label: str
    icon: str
    savings_loan: bool
    closed: bool
    month: Result
    year: Result
    capital: Rupiah

    @property
    def sign(self) -> Sign:
        """Name and icon in one cell."""
        return Sign(self.icon, self.label, "main")


@dataclass(frozen=True)
class Shown:
    """What the page asks for."""

    lines: tuple[BusinessLine, ...]
    month: Result
    year: Result
    capital: Rupiah
    units: tuple[UnitRow, ...]


class EnterprisesPage(BookPage):
    """``go("enterprise", month=Month(...))``."""

    nav = "enterprise"
    watches = Changed.ENTRIES | Changed.UNITS

    def __init__(self, window: Window) -> None:
        super().__init__(window, _("Businesses"))
        self.shown: Shown | None = None
        for words, icon, leads_to in (
            (_("Receivables and debts"), "uang", places.Owed()),
            (_("Use of aid"), "pinjaman", places.Aid()),
        ):
            self.head.add(Button(words, icon, partial(window.go, leads_to)), secondary=True)
        self.add_button = MainButton(_("New business"), "tambah", partial(unit_acts.begin, window))
        self.head.add(self.add_button)
        last = open_book.last_month(window)
        self.month = MonthPicker(last, first=open_book.first_month(window), last=last)
        self.past = CheckBox(_("Show those that have ended"))
        self.charts = {
            "month": (Card(_("Result of the month"), _("after costs")), BarChart(_("Result of the month"))),
            "year": (Card(_("Result of the year so far"), _("after costs")), BarChart(_("Result of the year so far"))),
        }
        self.columns = Columns(1, 1)
        for place, (card, chart) in enumerate(self.charts.values()):
            card.add(chart, fill=True)
            self.columns.add(card, place, place, 1)
        self.table = BookTable(_COLUMNS, name=_("Businesses"), row=ROW_CHOSEN, soft=lambda line: line.closed, grows=True)
        self.foot = RowFoot()
        self.list = table_card(self.table, self.foot)
        self.empty = EmptyState(
            "usaha",
            _("No business is written down yet"),
            _("Write every business of the group once: tent hire, catering, a shop. Each has a book of its own."),
            [(_("New business"), partial(unit_acts.begin, window), "tambah")],
        )
        self.empty.setVisible(False)
        self.add(self.head, FlowRow(self.month, self.past), self.columns, self.list, self.empty)
        self.month.changed.connect(lambda _month: self.refresh())
        self.past.toggled.connect(lambda _on: self.refresh())
        self.table.when_chosen(self._chosen)
        self.table.when_opened(self._open)
        self.table.set_menu(self._acts)

    def arrive(self, place: places.Businesses) -> None:
        """Show the month asked for."""
        if place.month is not None:
            self.month.set_value(place.month)

    def first_focus(self) -> QWidget | None:
        """The list."""
        return self.table

    def shape_changed(self) -> None:
        """Where there is little room the result comes before what it is made of."""
        self.table.hide_columns(*(("income", "costs") if open_book.tight(self) else ()))

    def refresh(self) -> None:
        """Ask for the month and the year up to it."""
        month, past = self.month.value(), self.past.value()
        self.main.session.read(self, lambda office: _ask(office, month, past=past), self._show)

    def _show(self, shown: Shown) -> None:
        self.shown = shown
        self.head.say(_("Businesses"), _("Income, costs and result in {month}").format(month=month_name(self.month.value())))
        self.add_button.setVisible(open_book.writable(self.main))
        real = [line for line in shown.lines if line.unit is not None and not line.savings_loan]
        for piece in (self.columns, self.list):
            piece.setVisible(bool(real))
        self.empty.setVisible(not real)
        bars = [line for line in shown.lines if not line.closed]
        self.charts["month"][1].show_bars([Bar(line.label, int(line.month.profit), line.icon) for line in bars])
        self.charts["year"][1].show_bars([Bar(line.label, int(line.year.profit), line.icon) for line in bars])
        before = self.table.current()
        self.table.show_rows(shown.lines, _totals(shown))
        if isinstance(before, BusinessLine):
            again = next((at for at, line in enumerate(shown.lines) if line.unit == before.unit), None)
            if again is not None:
                self.table.select_at(again)
        elif shown.lines:
            self.table.select_at(0)
        self._chosen(self.table.current())

    def _chosen(self, line: BusinessLine | None) -> None:
        words = line.label if line is not None else _("Choose a line to see what can be done.")
        self.foot.show_acts(words, self._acts(line) if line is not None else [])

    def _open(self, line: BusinessLine) -> None:
        self.main.go(places.Unit(unit=line.unit, month=self.month.value()))

    def _acts(self, line: BusinessLine) -> list[Act]:
        acts: list[Act] = [(_("Open the book"), partial(self._open, line), "buku")]
        unit = next((unit for unit in self.shown.units if unit.id == line.unit), None) if self.shown else None
        return acts + (unit_acts.acts(self.main, unit) if unit is not None else [])


def _ask(office: Office, month: Month, *, past: bool) -> Shown:
    now: Recap = office.ask(UepRecap(month, month))
    year: Recap = office.ask(UepRecap(Month(month.year, 1), month))
    capital: tuple[CapitalLine, ...] = office.ask(CapitalByUnit(min(month.last, office.today)))
    units = office.ask(Units(with_closed=True, with_savings_loan=True))
    by_unit = {unit.id: unit for unit in units}
    of_month: dict[tuple[int | None, bool], Result] = {(line.unit, line.savings_loan): line.result for line in now.lines}
    of_year = {(line.unit, line.savings_loan): line for line in year.lines}
    working: dict[tuple[int | None, bool], Rupiah] = {(line.unit, line.savings_loan): line.total for line in capital}
    order: dict[tuple[int | None, bool], RecapLine | None] = {(line.unit, line.savings_loan): line for line in now.lines}
    for unit in units:  # a business without a figure in either span still stands in the list
        order.setdefault((unit.id, unit.kind == "simpan_pinjam"), None)
    lines = []
    for key in sorted(order, key=lambda key: (key[1], key[0] is None, list(order).index(key))):
        unit_row = by_unit.get(key[0]) if key[0] is not None else None
        ended = unit_row is not None and unit_row.closed is not None and unit_row.closed < month.first
        found = Result() if key not in of_year else of_year[key].result
        line = BusinessLine(
            key[0],
            _label(unit_row),
            _icon(unit_row),
            key[1],
            ended,
            of_month.get(key, Result()),
            found,
            working.get(key, Rupiah(0)),
        )
        quiet = key[0] is None and not (found.income or found.costs or line.capital)
        if not quiet and (past or not ended):
            lines.append(line)
    total = Rupiah(sum(line.total for line in capital))
    return Shown(tuple(lines), now.total, year.total, total, units)


def _label(unit: UnitRow | None) -> str:
    return _("General") if unit is None else unit.label


def _icon(unit: UnitRow | None) -> str:
    if unit is None:
        return "orang"
    return "pinjaman" if unit.kind == "simpan_pinjam" else unit_icon(unit.label, unit.icon)


_COLUMNS: list[ColumnSpec[BusinessLine]] = [
    ColumnSpec("sign", N_("Business"), stretch=True),
    ColumnSpec("income", N_("Income (Rp)"), "inn", read=lambda line: line.month.income),
    ColumnSpec("costs", N_("Costs (Rp)"), "out", read=lambda line: line.month.costs),
    ColumnSpec("profit", N_("Result (Rp)"), "money", bold=True, read=lambda line: line.month.profit),
    ColumnSpec("year", N_("Year so far (Rp)"), "money", drop=1, read=lambda line: line.year.profit),
    ColumnSpec("capital", N_("Capital (Rp)"), "money", drop=2),
]


def _totals(shown: Shown) -> dict[str, object]:
    return {
        "sign": _("Total"),
        "income": shown.month.income,
        "costs": shown.month.costs,
        "profit": shown.month.profit,
        "year": shown.year.profit,
        "capital": shown.capital,
    }
