"""Simpanan: what each member has saved, who is behind with simpanan wajib, the wall chart of the year, and the rules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Literal

from PySide6.QtWidgets import QWidget

from kubebuku.app.office import Office
from kubebuku.books.personal_savings.queries import (
    ObligatoryGrid,
    SaverRow,
    Savers,
    SaversPage,
    SavingsRule,
    SavingsRules,
    SavingsTerms,
)
from kubebuku.books.spec import Changed
from kubebuku.domain.calendar import Month
from kubebuku.domain.dues import Grid, GridRow
from kubebuku.domain.text import N_
from kubebuku.i18n import _, month_name, ngettext, percent, rupiah
from kubebuku.ui import places
from kubebuku.ui.books.personal_savings import acts as savings_acts
from kubebuku.ui.paper.book_print import print_book, print_paper
from kubebuku.ui.parts import open_book
from kubebuku.ui.parts.dues_table import DuesTable, legend
from kubebuku.ui.parts.listing import Listing
from kubebuku.ui.parts.row_foot import show_unfound
from kubebuku.ui.parts.rule_history import RuleHistory
from kubebuku.ui.parts.tabbed import SheetsPage
from kubebuku.ui.parts.year_picker import YearPicker
from kubebuku.ui.tokens import ROW_CHOSEN
from kubebuku.ui.widgets import (
    Act,
    BookTable,
    Button,
    CheckBox,
    ChipSpec,
    ColumnSpec,
    EmptyState,
    FlowRow,
    MainButton,
    MessageStrip,
    SearchField,
)
from kubebuku.ui.window import Window

Tab = Literal["members", "grid", "rules"]
TABS: tuple[tuple[Tab, str], ...] = (
    ("members", N_("All members")),
    ("grid", N_("Obligatory savings")),
    ("rules", N_("Rules")),
)


@dataclass(frozen=True)
class Shown:
    """What the page asks for: `savers` and `rule` always, the rest for the tab on which it stands."""

    savers: SaversPage
    rule: SavingsTerms | None
    grid: Grid | None = None
    rules: tuple[SavingsTerms, ...] = ()


class SavingsPage(SheetsPage[Tab, Shown]):
    """``go("savings", tab="grid")``."""

    nav = "savings"
    watches = Changed.ENTRIES | Changed.PEOPLE | Changed.SETTINGS | Changed.RECORDS

    def __init__(self, window: Window) -> None:
        super().__init__(window, _("Savings"), TABS)
        self.fee = Button(_("Jasa on savings"), "uang", partial(window.go, places.SavingsFee()))
        self.print = Button(_("Print"), "cetak", self.print_shown)
        self.take = MainButton(_("Receive savings"), "masuk", self._take)
        self.head.add(self.fee, self.print, secondary=True)
        self.head.add(self.take)
        self.strip = MessageStrip()
        self.search = SearchField(_("Search name or number"))
        self.behind = CheckBox(_("Only those who are behind"))
        today = open_book.today(window)
        self.year = YearPicker(today.year, first=open_book.first_month(window).year, last=today.year + 1)
        self.legend = legend()
        self.tools = FlowRow(self.year, self.search, self.behind, self.legend)
        self.add(self.head, self.tabs, self.strip, self.tools, self.sheets, fill=True)
        self.search.searched.connect(lambda _text: self.filter_changed())
        self.behind.toggled.connect(lambda _on: self.filter_changed())
        self.year.changed.connect(lambda _year: self.refresh())

    def arrive(self, place: places.Savings) -> None:
        """Show the tab asked for, and who is behind alone."""
        super().arrive(place)
        if place.behind is not None:
            self.behind.set_value(place.behind)

    # the sheets

    def sheet(self, tab: Tab) -> QWidget:
        """All members, the wall chart, or the rules."""
        if tab == "members":
            return self.members
        return self.chart_sheet if tab == "grid" else self.rules

    @cached_property
    def table(self) -> BookTable[SaverRow]:
        """What each has saved."""
        return BookTable(_COLUMNS, name=_("Savings"), row=ROW_CHOSEN, soft=lambda line: line.left is not None)

    @cached_property
    def members(self) -> Listing[SaverRow]:
        """The members, or that there are none."""
        return Listing(
            self.table,
            EmptyState("simpanan", ""),
            self._acts,
            opened=self._open,
            key="person",
            first=None,
            foot_stays=True,
        )

    @cached_property
    def chart(self) -> DuesTable:
        """Who has paid in which month."""
        return DuesTable(_("Obligatory savings"))

    @cached_property
    def chart_sheet(self) -> Listing[GridRow]:
        """The chart with its foot."""
        return Listing(self.chart, None, self._acts, opened=self._open, key="person", first=None)

    @cached_property
    def rules(self) -> RuleHistory[SavingsTerms]:
        """What is saved each month, and what it was."""
        return RuleHistory(
            self.main,
            _("Rules of savings"),
            "simpanan",
            _RULE_COLUMNS,
            nothing=_("No rules are written yet"),
            in_force=lambda rule: rule.since <= Month.of(open_book.today(self.main)),
            acts=[(_("New rules"), partial(self.main.go, places.Form(form="savings_rule")), "tambah")],
        )

    def first_focus(self) -> QWidget | None:
        """The list, once it was read."""
        if not self.is_built(self.tab):
            return self
        return self.table if self.tab == "members" else self.chart if self.tab == "grid" else self.tabs

    def question(self, tab: Tab, known: Shown | None) -> Callable[[Office], Shown]:
        """All savers, and what stands on the tab."""
        return partial(_ask, year=self.year.value(), tab=tab, known=known)

    def redraw(self, shown: Shown, tab: Tab) -> None:
        """How much is saved, and the sheet of the tab."""
        self._hold_focus()  # a list gets the keyboard before its rows: it would choose the first member by itself
        page = shown.savers
        members = ngettext("{count} member", "{count} members", len(page.rows)).format(count=len(page.rows))
        said = _("{members}, savings {amount}").format(members=members, amount=rupiah(page.total))
        self.head.say(_("Savings"), said if page.rows else "")
        writable = open_book.writable(self.main)
        self.take.setVisible(writable and bool(page.rows))
        self.head.offer(self.fee, bool(shown.rule and shown.rule.fee_rate))
        self.head.offer(self.print, bool(page.rows))
        self.tools.setVisible(tab != "rules" and bool(page.rows))
        for piece in (self.year, self.legend):
            piece.setVisible(tab == "grid")
        self._show_strip(shown)
        if tab == "members":
            self._show_members(shown)
        elif tab == "rules":
            self.rules.show_rules(shown.rules)
        elif shown.grid is not None:
            self.chart_sheet.show_rows([row for row in shown.grid.rows if self._wanted(row)], self.chart.sums(shown.grid))

    def _show_members(self, shown: Shown) -> None:
        rows = [row for row in shown.savers.rows if self._wanted(row)]
        self.members.show_rows(rows, _totals(shown.savers) if rows and len(rows) == len(shown.savers.rows) else None)
        if not rows:
            self._show_empty(shown)

    def _wanted(self, row: SaverRow | GridRow) -> bool:
        text = f"{row.number or ''} {row.name}".casefold()
        named = all(word in text for word in self.search.text().casefold().split())
        return named and (not self.behind.value() or bool(row.late))

    def _show_strip(self, shown: Shown) -> None:
        if shown.rule is None and self.tab != "rules" and shown.savers.rows:
            acts: list[Act] = []
            if open_book.writable(self.main):
                acts.append((_("Write the rules"), partial(self.main.go, places.Form(form="savings_rule")), "catat"))
            text = _("How much is saved every month, and since when? Then the program knows who is behind.")
            self.strip.show_message("info", _("No rules are written yet"), text, acts)
        else:
            self.strip.clear()

    def _show_empty(self, shown: Shown) -> None:
        if not shown.savers.rows:
            acts: list[Act] = [(_("People"), partial(self.main.go, places.People()), "anggota")]
            text = _("Write down every member once. Names, savings and loans then belong together.")
            self.members.empty.show_state("simpanan", _("No member is written down yet"), text, acts)
        elif self.search.text().strip():
            show_unfound(self.members.empty, self.search)
        else:
            self.members.empty.show_state(
                "benar", _("Nobody is behind"), _("Every member has paid the obligatory savings so far.")
            )

    def _take(self) -> None:
        """From the member who is chosen, else from whom the form asks for."""
        chosen = self.chart.current() if self.tab == "grid" else self.table.current() if self.tab == "members" else None
        person = getattr(chosen, "person", None)
        left = any(row.person == person and row.left is not None for row in self.shown.savers.rows) if self.shown else True
        self.main.go(places.TakeSavings(person=None if left else person))

    def _open(self, line: SaverRow | GridRow) -> None:
        self.main.go(places.PassBook(person=line.person))

    def _acts(self, line: SaverRow | GridRow) -> list[Act]:
        acts: list[Act] = [(_("Open the savings book"), partial(self._open, line), "buku")]
        saver = next((row for row in self.shown.savers.rows if row.person == line.person), None) if self.shown else None
        return acts + (savings_acts.acts(self.main, saver) if saver is not None else [])

    def print_shown(self) -> None:
        """The wall chart where that is shown, else the book of the present month."""
        if self.tab == "grid":
            print_paper(self.main, self, "kubebuku.reports.savings:wall_chart", year=self.year.value())
        else:
            print_book(self.main, self, "personal_savings", open_book.last_month(self.main))


def _ask(office: Office, *, year: int, tab: Tab, known: Shown | None) -> Shown:
    known = known or Shown(office.ask(Savers()), office.ask(SavingsRule()))
    if tab == "grid":
        return replace(known, grid=office.ask(ObligatoryGrid(year)))
    return replace(known, rules=office.ask(SavingsRules())) if tab == "rules" else known


def _totals(page: SaversPage) -> dict[str, object]:
    behind = ngettext("{count} is behind", "{count} are behind", page.behind).format(count=page.behind)
    return {
        "name": _("Total"),
        "principal": page.principal,
        "obligatory": page.obligatory,
        "voluntary": page.voluntary,
        "total": page.total,
        "late": behind if page.behind else "",
    }


def _standing(line: SaverRow) -> object:
    if line.left is not None:
        return ChipSpec("soft", _("Left"), "")
    if line.late:
        months = ngettext("{count} month", "{count} months", line.late_months).format(count=line.late_months)
        return ChipSpec("warn", _("{months}, {amount}").format(months=months, amount=rupiah(line.late)))
    if line.principal_due:
        return ChipSpec("soft", _("Principal not paid"))
    return ChipSpec("soft", _("Due now {amount}").format(amount=rupiah(line.due))) if line.due else ChipSpec("inn", _("Paid up"))


_COLUMNS: list[ColumnSpec[SaverRow]] = [
    ColumnSpec("number", N_("No."), "number", 44, drop=5),
    ColumnSpec("name", N_("Name"), stretch=True),
    ColumnSpec("principal", N_("Principal (Rp)"), "money", 110, zero="–", drop=4),
    ColumnSpec("obligatory", N_("Obligatory (Rp)"), "money", 110, zero="–", drop=3),
    ColumnSpec("voluntary", N_("Voluntary (Rp)"), "money", 110, zero="–", drop=2),
    ColumnSpec("total", N_("Total (Rp)"), "money", 120, bold=True, zero="0"),
    ColumnSpec("late", N_("Obligatory savings"), "text", 220, read=_standing, drop=1),
]


_RULE_COLUMNS: list[ColumnSpec[SavingsTerms]] = [
    ColumnSpec("since", N_("Since"), "text", 145, read=lambda rule: month_name(rule.since)),
    ColumnSpec("principal", N_("Principal (Rp)"), "money", 100, zero="–"),
    ColumnSpec("obligatory", N_("Obligatory, each month (Rp)"), "money", 125, zero="–"),
    ColumnSpec("fee_rate", N_("Jasa a year"), "text", 85, read=lambda rule: percent(rule.fee_rate) if rule.fee_rate else "–"),
    ColumnSpec("decision", N_("Decision"), "soft", stretch=True),
    ColumnSpec("who", N_("Written by"), "soft", 230, drop=1),
]
