"""One business: its year in figures and months, its capital, its goods, and its book of a month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from kubebuku.app.office import Office
from kubebuku.books.enterprise.queries import (
    CapitalByUnit,
    CapitalLine,
    EnterpriseBook,
    EnterpriseLine,
    EnterprisePage,
    LentBetween,
    LentLine,
    MonthResult,
    ProfitByMonth,
    Result,
    UepRecap,
)
from kubebuku.books.enterprise.stock_queries import HerdRow, Herds, StockRow, StockValues
from kubebuku.books.group.queries import ClosedUntil, UnitRow, Units
from kubebuku.books.spec import Changed
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import UnitId
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_
from kubebuku.i18n import _, day_month, figure, long_date, month_name, rupiah
from kubebuku.ui import places
from kubebuku.ui.books.enterprise import unit_acts
from kubebuku.ui.parts import open_book
from kubebuku.ui.parts.book_page import BookPage
from kubebuku.ui.parts.entry_foot import ChosenEntry, OpeningLine
from kubebuku.ui.parts.list_card import ListCard
from kubebuku.ui.parts.row_foot import table_card
from kubebuku.ui.tokens import SP
from kubebuku.ui.widgets import (
    ActRow,
    BookTable,
    Button,
    Card,
    Columns,
    ColumnSpec,
    Label,
    MainButton,
    MonthChart,
    MonthPicker,
    QuietButton,
    Rule,
    Series,
    Tiles,
    row,
)
from kubebuku.ui.widgets.labels import Tone
from kubebuku.ui.window import Window

_MONTHS = 12


@dataclass(frozen=True)
class Shown:
    """What the page asks for; `unit` None is Umum."""

    unit: UnitRow | None
    months: tuple[MonthResult, ...]
    year: Result
    book: EnterprisePage
    capital: CapitalLine | None
    lent: tuple[LentLine, ...]
    stock: tuple[StockRow, ...]
    herds: tuple[HerdRow, ...]
    closed: Month | None


class UnitPage(BookPage):
    """``go("unit", unit=2, month=Month(...))``; `unit` None is Umum."""

    nav = "enterprise"
    watches = Changed.ENTRIES | Changed.UNITS | Changed.CLOSINGS

    def __init__(self, window: Window) -> None:
        super().__init__(window, _("Business"), back=lambda: window.go(places.Businesses()))
        self.unit: int | None = None
        self.shown: Shown | None = None
        self.record = MainButton(_("Record income"), "masuk", lambda: self._go("sale"))
        self.head.add(Button(_("Record a cost"), "keluar", lambda: self._go("pay_cost")), secondary=True)
        self.head.add(self.record)
        self.figures = Tiles(most=4, least_width=180)
        self.chart = MonthChart(_("Income and costs by month"))
        self.trend = Card(_("Income and costs by month"))
        self.trend.add(self.chart, fill=True)
        self.capital = ListCard(_("Capital"), "uang")
        self.goods = ListCard(_("Stock and animals"), "barang", gap=SP["s"])
        self.acts = ActRow()
        last = open_book.last_month(window)
        self.month = MonthPicker(last, first=open_book.first_month(window), last=last)
        self.month.changed.connect(lambda _month: self.refresh())
        self.table = BookTable(_COLUMNS, name=_("Book of the business"), grows=True)
        self.foot = ChosenEntry(window, self.table)
        book = Card(_("Book of the business"), icon="buku", flush=True)
        picker = row(self.month, 1)
        picker.setContentsMargins(SP["l"], 0, SP["l"], SP["s"])
        book.add(picker)
        columns = Columns(3, 2)
        columns.add(self.trend, 0, 1, 1)
        columns.add(self.capital, 1, 2)
        columns.add(self.goods, 1, 3)
        self.add(self.head, self.acts, self.figures, columns, table_card(self.table, self.foot, book))

    def arrive(self, place: places.Unit) -> None:
        """Show the business and month asked for."""
        if place.asks:
            self.unit = place.unit
        if place.month is not None:
            self.month.set_value(place.month)

    def first_focus(self) -> QWidget | None:
        """Recording income, or the book where that cannot be."""
        if self.shown is None:
            return self
        return self.table if self.head.acts.isHidden() else self.record

    def shape_changed(self) -> None:
        """Where there is little room the figures come first."""
        self.table.hide_columns(*(("number",) if open_book.tight(self) else ()))

    def refresh(self) -> None:
        """Ask for everything about the business."""
        unit, month = self.unit, self.month.value()
        self.main.session.read(self, lambda office: _ask(office, unit, month), self._show)

    def _show(self, shown: Shown) -> None:
        self.shown = shown
        unit = shown.unit
        if unit is None:
            self.head.say(_("General"), _("What belongs to no single business"))
        else:
            said = _("since {day}").format(day=long_date(unit.opened))
            if unit.closed is not None:
                said = _("ended on {day}").format(day=long_date(unit.closed))
            self.head.say(unit.label, said)
        may = open_book.writable(self.main) and unit is not None and unit.kind == "usaha" and unit.closed is None
        self.head.acts.setVisible(may)
        self.acts.show_acts(unit_acts.acts(self.main, unit) if unit is not None else (), kind=QuietButton)
        self._show_figures(shown)
        months = [one.month for one in shown.months]
        income = Series(_("Income"), tuple(int(one.result.income) for one in shown.months))
        costs = Series(_("Costs"), tuple(int(one.result.costs) for one in shown.months))
        self.trend.setVisible(bool(months))
        self.chart.show_months(months, [income, costs] if months else [])
        self._show_capital(shown)
        self._show_goods(shown)
        self._show_book(shown)

    def _show_figures(self, shown: Shown) -> None:
        year = str(self.month.value().year)
        tiles = []
        totals: tuple[tuple[str, Rupiah, Tone | None], ...] = (
            (_("Income {year}"), shown.year.income, "inn"),
            (_("Costs {year}"), shown.year.costs, "out"),
            (_("Result {year}"), shown.year.profit, None if shown.year.profit >= 0 else "out"),
            (_("Capital"), shown.capital.total if shown.capital else Rupiah(0), None),
        )
        for words, amount, tone in totals:
            card = Card(gap=2)
            card.add(Label(words.format(year=year), "soft"))
            figures = Label("", "money")
            figures.say(rupiah(amount), tone)
            card.add(figures)
            card.setAccessibleName(f"{words.format(year=year)} {rupiah(amount)}")
            tiles.append(card)
        self.figures.show_tiles(tiles)

    def _show_capital(self, shown: Shown) -> None:
        self.capital.clear()
        line = shown.capital
        self.capital.say_aside(long_date(min(self.month.value().last, open_book.today(self.main))))
        if line is None:
            self.capital.add_lines(Label(_("No capital is written for it yet."), "soft"))
            return
        for words, amount in (
            (_("From aid"), line.aid),
            (_("From the reserve"), line.reserve),
            (_("Lent by other businesses"), line.borrowed),
            (_("Profit of closed years not shared"), line.kept),
            (_("Profit of this year") if line.shared else _("Profit of this year not shared"), line.running + line.shared),
            (_("Set aside or shared this year"), -line.shared),
        ):
            if amount:
                self.capital.add_sum(words, amount)
        self.capital.add_lines(Rule())
        self.capital.add_sum(_("All capital"), line.total, bold=True)
        for lent in shown.lent:
            words = _("{borrower} still has {amount} of {lender}.")
            said = words.format(borrower=lent.borrower_label, amount=rupiah(lent.amount), lender=lent.lender_label)
            self.capital.add_lines(Label(said, "caption"))

    def _show_goods(self, shown: Shown) -> None:
        self.goods.clear()
        self.goods.setVisible(bool(shown.stock or shown.herds))
        for stock in shown.stock:
            words = _("Animals in the book") if stock.livestock else _("Stock in the book")
            self.goods.add_sum(words, stock.value)
            last = _("last counted on {day}").format(day=long_date(stock.counted)) if stock.counted else _("never counted yet")
            form = "count_livestock" if stock.livestock else "count_stock"
            count = QuietButton(_("Count"), None, partial(self.main.go, places.Form(form=form, values={"unit": stock.unit})))
            count.setVisible(open_book.writable(self.main))
            self.goods.add_lines(open_book.filled(Label(last, "caption"), count, wide=0))
        for herd in shown.herds:
            self.goods.add_lines(row(Label(herd.animal), 1, Label(figure(herd.number), "strong", wrap=False)))

    def _show_book(self, shown: Shown) -> None:
        page = shown.book
        brought = OpeningLine(_("Result from {month}").format(month=month_name(page.month.plus(-1))), page.brought)
        rows: list[EnterpriseLine | OpeningLine] = [brought, *page.lines] if page.month.number > 1 else list(page.lines)
        self.foot.show_lines(
            rows,
            {
                "description": _("Total {when}, {entries}").format(
                    when=month_name(page.month), entries=_("{count} entries").format(count=len(page.lines))
                ),
                "income": page.total.income,
                "materials": page.total.materials,
                "other_costs": page.total.other_costs,
                "balance": page.carried,
            },
            closed=shown.closed,
            choose=None,
        )

    def _go(self, form: str) -> None:
        self.main.go(places.Form(form=form, values={"unit": self.unit}))


def _ask(office: Office, unit: int | None, month: Month) -> Shown:
    units = office.ask(Units(with_closed=True, with_savings_loan=True))
    row_ = next((one for one in units if one.id == unit), None)
    id_ = None if unit is None else UnitId(unit)
    at = min(month.last, office.today)
    first = max(month.plus(1 - _MONTHS), Month.of(office.read(lambda reading: reading.facts.opened)))
    months = office.ask(ProfitByMonth(first, month, id_)) if id_ is not None else ()
    results = [one.result for one in months if one.month.year == month.year]
    book = office.ask(EnterpriseBook(id_, month))
    year = sum(results, Result())
    if id_ is None:
        recap = office.ask(UepRecap(Month(month.year, 1), month))
        year = next((line.result for line in recap.lines if line.unit is None), Result())
    capital = next((one for one in office.ask(CapitalByUnit(at)) if one.unit == unit), None)
    lent = tuple(one for one in office.ask(LentBetween(at)) if unit in (one.lender, one.borrower))
    stock = tuple(one for one in office.ask(StockValues(at)) if one.unit == unit and unit is not None)
    herds = tuple(one for one in office.ask(Herds(at)) if one.unit == unit)
    return Shown(row_, months, year, book, capital, lent, stock, herds, office.ask(ClosedUntil()))


def _day(line: EnterpriseLine | OpeningLine) -> str:
    return day_month(line.on) if isinstance(line, EnterpriseLine) else ""


_COLUMNS: Sequence[ColumnSpec[EnterpriseLine | OpeningLine]] = [
    ColumnSpec("on", N_("Date"), "code", 72, read=_day),
    ColumnSpec("number", N_("Voucher no."), "code"),
    ColumnSpec("description", N_("Description"), stretch=True),
    ColumnSpec("income", N_("Income (Rp)"), "inn"),
    ColumnSpec("materials", N_("Materials (Rp)"), "out", drop=2),
    ColumnSpec("other_costs", N_("Other costs (Rp)"), "out", drop=1),
    ColumnSpec("balance", N_("Result so far (Rp)"), "money", zero="0"),
]
