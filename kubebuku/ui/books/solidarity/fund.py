"""IKS: the fund beside its box, who has paid in which month, the book, what was given, and the rules."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Literal

from PySide6.QtWidgets import QStackedWidget, QWidget

from kubebuku.app.office import Office
from kubebuku.books.group.queries import ClosedUntil
from kubebuku.books.solidarity.queries import (
    BenefitKind,
    BenefitKinds,
    BenefitRow,
    Benefits,
    DuesGrid,
    FundState,
    SolidarityBook,
    SolidarityFund,
    SolidarityPage,
    SolidarityRow,
    SolidarityRule,
    SolidarityRules,
    SolidarityTerms,
)
from kubebuku.books.spec import Changed
from kubebuku.domain.accounts import CASH, SOLIDARITY_CASH
from kubebuku.domain.calendar import Month
from kubebuku.domain.dues import Grid, GridRow
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_
from kubebuku.i18n import _, rupiah
from kubebuku.ui import places
from kubebuku.ui.books.solidarity import tables as solidarity_parts
from kubebuku.ui.paper.book_print import print_paper
from kubebuku.ui.parts import open_book
from kubebuku.ui.parts.dues_table import DuesTable, legend
from kubebuku.ui.parts.entry_foot import ChosenEntry, OpeningLine
from kubebuku.ui.parts.fact_line import Facts
from kubebuku.ui.parts.listing import Listing
from kubebuku.ui.parts.row_foot import table_card, with_empty
from kubebuku.ui.parts.rule_history import RuleHistory
from kubebuku.ui.parts.tab_sheets import stacked
from kubebuku.ui.parts.tabbed import SheetsPage
from kubebuku.ui.parts.year_picker import YearPicker
from kubebuku.ui.widgets import Act, BookTable, Button, CheckBox, EmptyState, FlowRow, MainButton, MessageStrip, SearchField
from kubebuku.ui.window import Window

Tab = Literal["grid", "book", "benefits", "rules"]
TABS: tuple[tuple[Tab, str], ...] = (
    ("grid", N_("Dues")),
    ("book", N_("Book of the fund")),
    ("benefits", N_("Benefits")),
    ("rules", N_("Rules")),
)


@dataclass(frozen=True)
class Shown:
    """What the page asks for: `fund`, `rule` and `closed` always, the rest for the tab on which it stands."""

    fund: FundState
    rule: SolidarityTerms | None
    closed: Month | None
    grid: Grid | None = None
    book: SolidarityPage | None = None
    benefits: tuple[BenefitRow, ...] = ()
    rules: tuple[SolidarityTerms, ...] = ()
    kinds: tuple[BenefitKind, ...] = ()


class SolidarityFundPage(SheetsPage[Tab, Shown]):
    """``go("solidarity", tab="book")``."""

    nav = "solidarity"
    watches = Changed.ENTRIES | Changed.PEOPLE | Changed.SETTINGS | Changed.RECORDS | Changed.CLOSINGS | Changed.MEETINGS

    def __init__(self, window: Window) -> None:
        super().__init__(window, _("Solidarity fund"), TABS)
        self.give = Button(_("Give a benefit"), "keluar", partial(window.go, places.Form(form="benefit")))
        self.aside = Button(_("Set aside from the profit"), "pindah", partial(window.go, places.Form(form="set_aside")))
        self.print = Button(_("Print"), "cetak", self.print_shown)
        self.take = MainButton(_("Receive dues"), "masuk", self._take)
        self.head.add(self.give, self.aside, self.print, secondary=True)
        self.head.add(self.take)
        self.strip = MessageStrip()
        self.figures = Facts()
        today = open_book.today(window)
        self.year = YearPicker(today.year, first=open_book.first_month(window).year, last=today.year + 1)
        self.search = SearchField(_("Search name or number"))
        self.behind = CheckBox(_("Only those who are behind"))
        self.legend = legend()
        self.tools = FlowRow(self.year, self.search, self.behind, self.legend)
        self.add(self.head, self.figures, self.strip, self.tabs, self.tools, self.sheets, fill=True)
        self.search.searched.connect(lambda _text: self.filter_changed())
        self.behind.toggled.connect(lambda _on: self.filter_changed())
        self.year.changed.connect(lambda _year: self.refresh())

    # the sheets

    def sheet(self, tab: Tab) -> QWidget:
        """The wall chart, the book, what was given, or the rules."""
        if tab == "grid":
            return self.chart_sheet
        if tab == "book":
            return table_card(self.book, self.book_foot)
        return self.given_stack if tab == "benefits" else stacked(self.rules, self.kinds, None)

    @cached_property
    def chart(self) -> DuesTable:
        """Who has paid in which month."""
        return DuesTable(_("Dues"))

    @cached_property
    def chart_sheet(self) -> Listing[GridRow]:
        """The chart with its foot."""
        return Listing(self.chart, None, self._member_acts, opened=lambda _line: self._take(), key="person", first=None)

    @cached_property
    def book(self) -> BookTable[SolidarityRow | OpeningLine]:
        """What came into the fund and went out of it."""
        return BookTable(solidarity_parts.BOOK_COLUMNS, name=_("Book of the fund"))

    @cached_property
    def book_foot(self) -> ChosenEntry:
        """For the entry chosen in the book."""
        return ChosenEntry(self.main, self.book)

    @cached_property
    def given(self) -> BookTable[BenefitRow]:
        """What was given to whom."""
        return BookTable(solidarity_parts.BENEFIT_COLUMNS, name=_("Benefits"))

    @cached_property
    def given_foot(self) -> ChosenEntry:
        """For the benefit chosen."""
        return ChosenEntry(self.main, self.given)

    @cached_property
    def nothing_given(self) -> EmptyState:
        """In place of the benefits."""
        return EmptyState("iks", "")

    @cached_property
    def given_stack(self) -> QStackedWidget:
        """The benefits, or that there are none."""
        return with_empty(table_card(self.given, self.given_foot), self.nothing_given)

    @cached_property
    def rules(self) -> RuleHistory[SolidarityTerms]:
        """The dues, and what they were."""
        return RuleHistory(
            self.main,
            _("Amount of the dues"),
            "iks",
            solidarity_parts.RULE_COLUMNS,
            nothing=_("No rules are written yet"),
            in_force=lambda rule: rule.since <= Month.of(open_book.today(self.main)),
            acts=[(_("New amount"), partial(self.main.go, places.Form(form="solidarity_rule")), "tambah")],
        )

    @cached_property
    def kinds(self) -> solidarity_parts.BenefitKinds:
        """For what the fund gives."""
        return solidarity_parts.BenefitKinds(self.main)

    def first_focus(self) -> QWidget | None:
        """The list, once it was read."""
        if not self.is_built(self.tab):
            return self
        if self.tab == "grid":
            return self.chart
        if self.tab == "book":
            return self.book
        return self.given if self.tab == "benefits" else self.tabs

    def question(self, tab: Tab, known: Shown | None) -> Callable[[Office], Shown]:
        """The fund, and what stands on the tab in the year chosen."""
        return partial(_ask, year=self.year.value(), tab=tab, known=known)

    def redraw(self, shown: Shown, tab: Tab) -> None:
        """The fund, and the sheet of the tab."""
        writable = open_book.writable(self.main)
        self.take.setVisible(writable and bool(shown.fund.dues.rows))
        self.head.offer(self.give, writable)
        self.head.offer(self.aside, writable)
        self.head.offer(self.print, bool(shown.fund.fund or shown.fund.dues.rows or (shown.book and shown.book.rows)))
        self._show_figures(shown.fund)
        self._show_strip(shown)
        self.tools.setVisible(tab != "rules")
        for piece in (self.search, self.behind, self.legend):
            piece.setVisible(tab == "grid")
        if shown.grid is not None and tab == "grid":
            self._show_grid(shown.grid)
        elif shown.book is not None and tab == "book":
            self._show_book(shown.book, shown.closed)
        elif tab == "benefits":
            self._show_benefits(shown.benefits, shown.closed)
        elif tab == "rules":
            self.rules.show_rules(shown.rules)
            self.kinds.show_rows(shown.kinds)

    def _show_figures(self, fund: FundState) -> None:
        late = rupiah(fund.late)
        if fund.behind:
            late = _("{amount}, {number} members").format(amount=late, number=fund.behind)
        self.figures.show_facts(
            [
                (_("The fund"), rupiah(fund.fund), None),
                (_("In its box"), rupiah(fund.box), "warn" if fund.elsewhere else None),
                (_("Dues that are behind"), late, None),
            ]
        )

    def _show_strip(self, shown: Shown) -> None:
        acts: list[Act] = []
        writable = open_book.writable(self.main)
        elsewhere = shown.fund.elsewhere
        if shown.rule is None:
            if writable:
                acts.append((_("Write the dues"), partial(self.main.go, places.Form(form="solidarity_rule")), "catat"))
            text = _("How much does each member pay, and since when? Then the program knows who is behind.")
            self.strip.show_message("info", _("The dues are not written yet"), text, acts)
        elif elsewhere:
            words = (
                _("{amount} of the fund lies in another place") if elsewhere > 0 else _("{amount} of other money lies in its box")
            )
            there, box = (CASH, SOLIDARITY_CASH) if elsewhere > 0 else (SOLIDARITY_CASH, CASH)
            values = {"amount": Rupiah(abs(elsewhere)), "box": there, "to_box": box}
            if writable:
                acts.append((_("Move it"), partial(self.main.go, places.Form(form="move", values=values)), "pindah"))
            text = _("The fund and its box should hold the same.")
            self.strip.show_message("warn", words.format(amount=rupiah(abs(elsewhere))), text, acts)
        else:
            self.strip.clear()

    # who has paid

    def _show_grid(self, grid: Grid) -> None:
        self.chart_sheet.show_rows([row for row in grid.rows if self._wanted(row)], self.chart.sums(grid))

    def _wanted(self, row: GridRow) -> bool:
        text = f"{row.number or ''} {row.name}".casefold()
        named = all(word in text for word in self.search.text().casefold().split())
        return named and (not self.behind.value() or bool(row.late))

    def _member_acts(self, line: GridRow) -> list[Act]:
        acts: list[Act] = [(_("Look at the person"), partial(self.main.go, places.Person(person=line.person)), "orang")]
        if open_book.writable(self.main):
            values = {"person": line.person}
            acts.append(
                (_("Give a benefit to this member"), partial(self.main.go, places.Form(form="benefit", values=values)), "keluar")
            )
        return acts

    def _take(self) -> None:
        """From the member who is chosen, else from whom the form asks for."""
        chosen = self.chart.current() if self.tab == "grid" else None
        person = chosen.person if isinstance(chosen, GridRow) and not chosen.left else None
        if open_book.writable(self.main):
            self.main.go(places.TakeDues(person=person))

    # the book and what was given

    def _show_book(self, book: SolidarityPage, closed: Month | None) -> None:
        words = _("Balance from {year}").format(year=self.year.value() - 1)
        lines: list[SolidarityRow | OpeningLine] = [OpeningLine(words, book.opening), *book.rows]
        totals = {"description": _("Total"), "dues": book.dues, "set_aside": book.set_aside, "paid": book.paid}
        self.book_foot.show_lines(lines, {**totals, "balance": book.closing}, closed=closed)

    def _show_benefits(self, rows: Sequence[BenefitRow], closed: Month | None) -> None:
        self.given_stack.setCurrentIndex(0 if rows else 1)
        title = _("Nothing was given in {year}").format(year=self.year.value())
        text = _("What the fund gives for illness, birth, death or misfortune stands here.")
        acts: list[Act] = [(_("Give a benefit"), self.give.click, "keluar")] if open_book.writable(self.main) else []
        self.nothing_given.show_state("iks", title, text, acts)
        totals = {"name": _("Total"), "amount": Rupiah(sum(row.amount for row in rows))} if rows else None
        self.given_foot.show_lines(rows, totals, closed=closed, choose=None)

    def print_shown(self) -> None:
        """The wall chart where that is shown, else the book of the year."""
        year = self.year.value()
        if self.tab == "grid":
            print_paper(self.main, self, "kubebuku.reports.solidarity:wall_chart", year=year)
        else:
            first, last = (
                max(open_book.first_month(self.main), Month(year, 1)),
                min(open_book.last_month(self.main), Month(year, 12)),
            )
            print_paper(self.main, self, "kubebuku.reports.solidarity:document", first=min(first, last), last=last)


def _ask(office: Office, *, year: int, tab: Tab, known: Shown | None) -> Shown:
    if known is None:
        closed = office.ask(ClosedUntil())
        known = Shown(office.ask(SolidarityFund()), office.ask(SolidarityRule()), closed)
    first, last = Month(year, 1), Month(year, 12)
    if tab == "grid":
        present = known.fund.dues
        return replace(known, grid=present if year == present.year else office.ask(DuesGrid(year)))
    if tab == "book":
        return replace(known, book=office.ask(SolidarityBook(first, last)))
    if tab == "benefits":
        return replace(known, benefits=office.ask(Benefits(first, last)))
    return replace(known, rules=office.ask(SolidarityRules()), kinds=office.ask(BenefitKinds(with_ended=True)))
