"""Pinjaman: who owes what, who asks for a loan, who is late, the lending rules, and all loans in figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import pairwise
from typing import Any, Literal

from PySide6.QtWidgets import QWidget

from kubebuku.app.office import Office
from kubebuku.books.cash.queries import BoxBalances
from kubebuku.books.savings_loan.portfolio_queries import Portfolio, PortfolioData, Risk, RiskMemo
from kubebuku.books.savings_loan.queries import (
    ApplicationRow,
    Applications,
    Arrears,
    ArrearsRow,
    LendingRule,
    LendingRules,
    LoanList,
    LoanRow,
    Loans,
)
from kubebuku.books.savings_loan.rules import BANJARMASIN, Rule
from kubebuku.books.spec import Changed
from kubebuku.domain.accounts import LOAN_CASH
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_
from kubebuku.i18n import _, ngettext, rupiah
from kubebuku.ui import places
from kubebuku.ui.books.savings_loan import acts as loan_acts
from kubebuku.ui.books.savings_loan import tables as loans_parts
from kubebuku.ui.books.savings_loan.figures import LoanFigures
from kubebuku.ui.paper.book_print import print_book, print_paper
from kubebuku.ui.parts import open_book
from kubebuku.ui.parts.fact_line import Facts
from kubebuku.ui.parts.listing import Listing
from kubebuku.ui.parts.row_foot import show_unfound
from kubebuku.ui.parts.rule_history import RuleHistory
from kubebuku.ui.parts.tabbed import SheetsPage
from kubebuku.ui.tokens import ROW_CHOSEN
from kubebuku.ui.widgets import Act, BookTable, Button, CheckBox, EmptyState, FlowRow, MainButton, SearchField
from kubebuku.ui.window import Window

Tab = Literal["running", "applications", "arrears", "rules", "figures"]
TABS: tuple[tuple[Tab, str], ...] = (
    ("running", N_("Running loans")),
    ("applications", N_("Applications")),
    ("arrears", N_("Arrears")),
    ("rules", N_("Rules")),
    ("figures", N_("Figures")),
)


@dataclass(frozen=True)
class Shown:
    """What the page asks for. `box` is what lies in the places of simpan pinjam, `promised` what was granted of it.

    What stands on one tab only is asked for that one alone.
    """

    loans: LoanList
    applications: tuple[ApplicationRow, ...]
    rule: Rule
    box: Rupiah
    promised: Rupiah
    arrears: tuple[ArrearsRow, ...] = ()
    rules: tuple[Rule, ...] = ()
    figures: tuple[PortfolioData, Risk] | None = None


class LoansPage(SheetsPage[Tab, Shown]):
    """``go("loans", tab="arrears")``; with `loan` it is chosen in the list where it stands."""

    nav = "loans"
    watches = Changed.ENTRIES | Changed.LOANS | Changed.PEOPLE | Changed.SETTINGS | Changed.MEETINGS

    def __init__(self, window: Window) -> None:
        super().__init__(window, _("Loans"), TABS)
        self._sought: object = None
        self.take = Button(_("Receive an instalment"), "masuk", self._take)
        self.apply = Button(_("Application for a loan"), "lembar", partial(loan_acts.begin, window, "apply_for_loan"))
        self.print = Button(_("Print"), "cetak", self.print_shown)
        self.give = MainButton(_("Give a loan"), "keluar", partial(loan_acts.begin, window, "lend"))
        self.head.add(self.take, self.apply, self.print, secondary=True)
        self.head.add(self.give)
        self.figures = Facts()
        self._tab_words: list[tuple[Tab, str]] = [(key, _(words)) for key, words in TABS]
        self.search = SearchField(_("Search by name"))
        self.over = CheckBox(_("With those that are over"))
        self.tools = FlowRow(self.search, self.over)
        self.add(self.head, self.figures, self.tabs, self.tools, self.sheets, fill=True)
        self.search.searched.connect(lambda _text: self.filter_changed())
        self.over.toggled.connect(lambda _on: self.refresh())

    def arrive(self, place: places.Loans) -> None:
        """Show the tab asked for, or the one on which the loan stands."""
        super().arrive(place)
        self._sought = place.loan

    # the sheets

    def sheet(self, tab: Tab) -> QWidget:
        """A list, the rules, or all loans in figures."""
        if tab == "rules":
            return self.rules
        return self.all if tab == "figures" else self._list(tab)

    def _list(self, tab: Tab) -> Listing[Any]:
        return self.asked if tab == "applications" else self.late if tab == "arrears" else self.running

    @cached_property
    def running(self) -> Listing[Any]:
        """Who owes what."""
        columns = loans_parts.LOAN_COLUMNS
        return self._made(
            BookTable(columns, name=_("Running loans"), row=ROW_CHOSEN, soft=lambda line: line.standing != "running")
        )

    @cached_property
    def asked(self) -> Listing[Any]:
        """Who asks for a loan."""
        columns = loans_parts.APPLICATION_COLUMNS
        over = ("refused", "withdrawn")
        return self._made(BookTable(columns, name=_("Applications"), row=ROW_CHOSEN, soft=lambda line: line.state in over))

    @cached_property
    def late(self) -> Listing[Any]:
        """Who is late."""
        return self._made(BookTable(loans_parts.ARREARS_COLUMNS, name=_("Arrears"), row=ROW_CHOSEN))

    def _made(self, table: BookTable[Any]) -> Listing[Any]:
        return Listing(table, EmptyState("pinjaman", ""), self._acts, _called, opened=self._open, key="loan", first=None)

    @cached_property
    def rules(self) -> RuleHistory[Rule]:
        """The lending rules, and what they were."""
        return RuleHistory(
            self.main,
            _("Lending rules"),
            "pinjaman",
            loans_parts.RULE_COLUMNS,
            nothing=_("The group has not written lending rules yet"),
            in_force=lambda rule: self.shown is not None and rule == self.shown.rule,
            acts=[(_("New rules"), self._new_rules, "tambah")],
        )

    @cached_property
    def all(self) -> LoanFigures:
        """All loans in figures."""
        return LoanFigures()

    def first_focus(self) -> QWidget | None:
        """The list, once it was read."""
        if not self.is_built(self.tab):
            return self
        sheet = self._listed()
        return sheet.table if sheet is not None and sheet.filled else self.tabs

    def _listed(self) -> Listing[Any] | None:
        return None if self.tab in ("rules", "figures") else self._list(self.tab)

    def shape_changed(self) -> None:
        """A column of decisions only where there are some; few of the rules where there is little room."""
        if not self.is_built(self.tab):
            return
        if self.tab == "applications":
            decided = self.shown is not None and any(row.decision_label or row.reason for row in self.shown.applications)
            away = (() if decided else ("reason",), ("purpose",) if self.narrow else ())  # before the words of the state go
            self.asked.table.hide_columns(*(key for keys in away for key in keys))
        elif self.tab == "rules":
            self.rules.table.hide_columns(*(("fine", "outsiders") if open_book.tight(self) else ()))

    def question(self, tab: Tab, known: Shown | None) -> Callable[[Office], Shown]:
        """The loans and applications, and what stands on the tab."""
        return partial(_ask, over=self.over.value(), tab=tab, known=known)

    def redraw(self, shown: Shown, tab: Tab) -> None:
        """The figures, and the sheet of the tab."""
        writable = open_book.writable(self.main)
        self.give.setVisible(writable)
        self.head.offer(self.take, writable and any(row.standing == "running" for row in shown.loans.rows))
        self.head.offer(self.apply, writable)
        self._show_figures(shown)
        self._count(shown)
        sheet = self._listed()
        self.tools.setVisible(sheet is not None)
        self.over.setVisible(tab != "arrears")
        self.head.offer(self.print, tab == "rules" or bool(shown.loans.rows or shown.applications))
        if sheet is not None:
            rows, every = self._rows(shown)
            sheet.show_rows(rows, _totals(rows) if rows else None)
            if not rows:
                self._show_empty(sheet, any_=bool(every))
        elif tab == "rules":
            self.rules.show_rules(tuple(reversed(shown.rules)))
        elif shown.figures is not None:
            self.all.show_figures(*shown.figures)
        self._seek(shown)

    def _show_figures(self, shown: Shown) -> None:
        running = sum(1 for row in shown.loans.rows if row.standing == "running")
        loans = ngettext("{count} loan", "{count} loans", running).format(count=running)
        rest, late = rupiah(shown.loans.rest), rupiah(shown.loans.late)
        free = max(Rupiah(0), shown.box - shown.promised)
        self.figures.show_facts(
            [
                (_("Lent out"), _("{amount}, {number}").format(amount=rest, number=loans) if running else rest, None),
                (_("Late"), late, "warn" if shown.loans.late else None),
                (_("Money of savings and loans"), rupiah(shown.box), None),
                (_("Can still be lent"), rupiah(free), None if free else "warn"),
            ]
        )

    def _count(self, shown: Shown) -> None:
        """How many wait and how many are late stands on the tabs."""
        waiting = sum(1 for row in shown.applications if row.state in ("waiting", "granted"))
        counts = {"applications": waiting, "arrears": sum(1 for row in shown.loans.rows if row.days_late)}
        words: list[tuple[Tab, str]] = []
        for key, title in TABS:
            count = counts.get(key, 0)
            words.append((key, _("{tab} ({count})").format(tab=_(title), count=count) if count else _(title)))
        if words != self._tab_words:
            self._tab_words = words
            self.tabs.show_entries(words, self.tabs.value())
            places = self.tabs.layout()
            items = [places.itemAt(at) for at in range(places.count())] if places is not None else []
            made = [item.widget() for item in items if item is not None]
            for one, other in pairwise([self.give, *made]):  # Qt puts what comes later at the end
                QWidget.setTabOrder(one, other)

    def _seek(self, shown: Shown) -> None:
        """Go to the list that holds the loan asked for."""
        sought, self._sought = self._sought, None
        asked = any(row.loan == sought for row in shown.applications)
        if sought is None or not (asked or any(row.loan == sought for row in shown.loans.rows)):
            return
        there: Tab = "applications" if asked else "running"
        if self.tab == there:
            self._list(there).choose(sought)
        else:
            self._sought = sought
            self.show_tab(there)

    def _rows(self, shown: Shown) -> tuple[list[object], Sequence[object]]:
        lists: dict[str, Sequence[LoanRow | ApplicationRow | ArrearsRow]] = {
            "running": shown.loans.rows,
            "applications": shown.applications,
            "arrears": shown.arrears,
        }
        every = loans_parts.told_apart(lists[self.tab])
        asked = self.search.text().casefold().split()
        return [row for row in every if all(word in f"{row.label} {row.name}".casefold() for word in asked)], every

    def _show_empty(self, sheet: Listing[Any], *, any_: bool) -> None:
        writable = open_book.writable(self.main)
        acts: list[Act] = []
        if any_:
            show_unfound(sheet.empty, self.search)
        elif self.tab == "arrears":
            sheet.empty.show_state("benar", _("Nobody is late"), _("Every instalment that fell due has been paid."))
        elif self.tab == "applications":
            if writable:
                acts = [(_("Write an application"), self.apply.click, "lembar")]
            text = _("Who asks for a loan is written here; the meeting decides, then the money is handed over.")
            sheet.empty.show_state("lembar", _("No application is waiting"), text, acts)
        else:
            if writable:
                acts = [(_("Give a loan now"), self.give.click, "keluar")]
            rule = self.shown.rule if self.shown else BANJARMASIN
            text = _("By the rules the group lends {most} at most, for {months} months at most.")
            words = text.format(most=rupiah(rule.most), months=rule.months)
            sheet.empty.show_state("pinjaman", _("No loan is running"), words, acts)

    # a line

    def _open(self, line: object) -> None:
        loan = getattr(line, "loan", None)
        if isinstance(loan, int):
            self.main.go(places.LoanCard(loan=loan))

    def _acts(self, line: object) -> list[Act]:
        if isinstance(line, LoanRow):
            return loan_acts.loan_acts(self.main, line)
        if isinstance(line, ApplicationRow):
            return loan_acts.application_acts(self.main, line)
        if isinstance(line, ArrearsRow) and self.shown is not None:
            loan = next((row for row in self.shown.loans.rows if row.loan == line.loan), None)
            return loan_acts.loan_acts(self.main, loan) if loan is not None else []
        return []

    def _take(self) -> None:
        """On the loan that is chosen, else on the one the form asks for."""
        sheet = self._listed()
        chosen = sheet.table.current() if sheet is not None and sheet is not self.asked and sheet.filled else None
        over = isinstance(chosen, LoanRow) and chosen.standing != "running"
        loan_acts.begin(self.main, "instalment", loan=None if over else getattr(chosen, "loan", None))

    def _new_rules(self) -> None:
        loan_acts.new_rules(self.main, self.shown.rule if self.shown is not None else None)

    # paper

    def print_shown(self) -> None:
        """Daftar tunggakan, Peraturan Peminjaman, else the whole book of the month with its list of loans."""
        if self.tab == "arrears":
            print_paper(self.main, self, "kubebuku.reports.loan_arrears:document")
        elif self.tab == "rules":
            print_paper(self.main, self, "kubebuku.reports.lending_rules:document")
        else:
            print_book(self.main, self, "savings_loan", open_book.last_month(self.main))


def _ask(office: Office, *, over: bool, tab: Tab, known: Shown | None) -> Shown:
    if known is None:
        applications = office.ask(Applications(with_closed=over))
        known = Shown(
            office.ask(Loans(with_closed=over)),
            applications,
            office.ask(LendingRule()),
            Rupiah(sum(box.balance for box in office.ask(BoxBalances()) if box.code[:4] == LOAN_CASH)),
            Rupiah(sum(row.amount for row in applications if row.state == "granted")),
        )
    if tab == "arrears":
        return replace(known, arrears=office.ask(Arrears()))
    if tab == "rules":
        return replace(known, rules=office.ask(LendingRules()))
    return replace(known, figures=(office.ask(Portfolio()), office.ask(RiskMemo()))) if tab == "figures" else known


def _called(line: LoanRow | ApplicationRow | ArrearsRow) -> str:
    return line.name if line.label in line.name else f"{line.name} · {line.label}"


def _totals(rows: Sequence[object]) -> dict[str, object] | None:
    """Sums of the money columns that a list has."""
    first = rows[0]
    if isinstance(first, ApplicationRow):
        return None
    keys = ("principal", "rest") if isinstance(first, LoanRow) else ("principal", "fee", "amount")
    return {"name": _("Total"), **{key: Rupiah(sum(getattr(row, key) for row in rows)) for key in keys}}
