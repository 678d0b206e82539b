"""Piutang dan utang: who owes the group and whom the group owes, since when, and the payment that settles it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from kubebuku.app.office import Office
from kubebuku.books.cash.queries import Advances, Claim, OwedToPeople
from kubebuku.books.enterprise.queries import Debt, DebtOf, Deposits, OutsideLoans, Payables, Receivables
from kubebuku.books.spec import Changed
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_
from kubebuku.i18n import _, ngettext
from kubebuku.ui import places
from kubebuku.ui.parts import open_book
from kubebuku.ui.parts.listing import Listing
from kubebuku.ui.parts.tabbed import TabbedPage
from kubebuku.ui.tokens import ROW_CHOSEN
from kubebuku.ui.widgets import Act, BookTable, Card, Columns, ColumnSpec, EmptyState
from kubebuku.ui.window import Window


@dataclass(frozen=True, slots=True)
class Kind:
    """A tab: its words, what is said where there is nothing, and the forms that settle a line (words, form)."""

    key: str
    words: str
    nothing: str
    settles: tuple[tuple[str, str], ...]


KINDS = (
    Kind(
        "receivables",
        N_("Receivables"),
        N_("Nobody owes the group for a sale or hire."),
        ((N_("Record the payment"), "collect"),),
    ),
    Kind("payables", N_("Debts to shops"), N_("The group owes no shop anything."), ((N_("Record the payment"), "pay_payable"),)),
    Kind(
        "advances",
        N_("Advances"),
        N_("Nobody holds money of the group."),
        ((N_("Bring the nota"), "settle_advance"), (N_("Money came back"), "collect_claim")),
    ),
    Kind(
        "owed",
        N_("Laid out and wages"),
        N_("Everything laid out or earned has been paid."),
        ((N_("Pay it back"), "repay_person"), (N_("Pay the wages"), "pay_wages")),
    ),
    Kind(
        "deposits",
        N_("Paid ahead"),
        N_("No customer has paid ahead."),
        ((N_("It was delivered"), "sale_deposit"), (N_("Give it back"), "return_deposit")),
    ),
    Kind("loans", N_("Outside loans"), N_("The group has borrowed from nobody."), ((N_("Pay it back"), "pay_outside"),)),
)


@dataclass(frozen=True, slots=True)
class OwedLine:
    """What one person owes or is owed. `ages` are the parts of at most 30, 60, 90 days and older; None where it is one sum."""

    person: int | None
    name: str
    amount: Rupiah
    days: int
    ages: tuple[Rupiah, ...] | None
    debts: tuple[Debt, ...]


class OwedPage(TabbedPage[str]):
    """``go("owed", tab="payables", person=7)``."""

    nav = "enterprise"
    watches = Changed.ENTRIES | Changed.PEOPLE

    def __init__(self, window: Window) -> None:
        super().__init__(window, _("Receivables and debts"), [(kind.key, kind.words) for kind in KINDS], back=window.back)
        self.person: int | None = None
        self._open_at_lines = True
        self.lines: dict[str, tuple[OwedLine, ...]] = {}
        self.table = BookTable(_columns(), name=_("Receivables and debts"), row=ROW_CHOSEN, grows=True)
        self.list = Listing(self.table, EmptyState("benar", ""), self._acts, opened=self._open, key="person")
        self.details = BookTable(_DETAIL_COLUMNS, name=_("What it is made of"), grows=True)
        self.made_of = Card(_("What it is made of"), flush=True)
        self.made_of.add(self.details)
        columns = Columns(1)
        columns.add(self.list, 0, 0)
        columns.add(self.made_of, 0, 1)
        self.add(self.head, self.tabs, columns)
        self.table.when_chosen(self._chosen)

    @property
    def kind(self) -> Kind:
        """The tab shown."""
        return next(kind for kind in KINDS if kind.key == self.tab)

    def tab_chosen(self) -> None:
        """Show its lines."""
        self._redraw()

    def arrive(self, place: places.Owed) -> None:
        """Show the tab and the person asked for; without a tab the first that has lines."""
        super().arrive(place)
        self._open_at_lines = place.tab is None
        self.person = place.person

    def shape_changed(self) -> None:
        """Where there is little room the ages are left out."""
        ages = ("age0", "age1", "age2", "age3")
        self.table.hide_columns(*(ages if open_book.tight(self) else ()))
        self.details.hide_columns(*(("number",) if open_book.tight(self) else ()))

    def first_focus(self) -> QWidget | None:
        """The list, or the tabs where the list is empty."""
        return self.table if self.list.filled else self.tabs

    def refresh(self) -> None:
        """Ask for every kind at once, so that the tabs can say how many there are."""
        self.main.session.read(self, _ask, self._show)

    def _show(self, lines: dict[str, tuple[OwedLine, ...]]) -> None:
        self.lines = lines
        words = [(kind.key, _(kind.words) + (f" ({len(lines[kind.key])})" if lines[kind.key] else "")) for kind in KINDS]
        shown = self.tab
        if self._open_at_lines and not lines[str(shown)]:
            shown = next((kind.key for kind in KINDS if lines[kind.key]), shown)
        self._open_at_lines = False
        self.tabs.show_entries(words, shown)
        self._redraw()

    def _redraw(self) -> None:
        lines = self.lines.get(self.kind.key, ())
        if not lines:
            self.list.empty.show_state("benar", _(self.kind.nothing))
        self.list.show_rows(lines, {"name": _("Total"), "amount": Rupiah(sum(line.amount for line in lines))} if lines else None)
        self.list.choose(self.person)
        self.person = None
        self._chosen(self.table.current())

    def _chosen(self, line: OwedLine | None) -> None:
        debts = line.debts if line else ()
        self.made_of.setVisible(bool(debts))
        self.made_of.say_aside(line.name if line else "")
        self.details.show_rows(debts)

    def _open(self, line: OwedLine) -> None:
        if line.person is not None:
            self.main.go(places.Person(person=line.person))

    def _acts(self, line: OwedLine) -> list[Act]:
        if line.person is None:
            return []
        acts: list[Act] = []
        if open_book.writable(self.main):
            for words, form in self.kind.settles:
                values = {"person": line.person, "amount": line.amount}
                if form in ("sale_deposit", "settle_advance"):
                    values = {"person": line.person}
                acts.append((_(words), partial(self.main.go, places.Form(form=form, values=values)), "uang"))
        return acts


def _ask(office: Office) -> dict[str, tuple[OwedLine, ...]]:
    return {
        "receivables": _debts(office.ask(Receivables())),
        "payables": _debts(office.ask(Payables())),
        "advances": _claims(office.ask(Advances()), office),
        "owed": _claims(office.ask(OwedToPeople()), office),
        "deposits": _debts(office.ask(Deposits())),
        "loans": _debts(office.ask(OutsideLoans())),
    }


def _debts(rows: tuple[DebtOf, ...]) -> tuple[OwedLine, ...]:
    return tuple(OwedLine(row.person, row.name or _("without a name"), row.total, row.days, row.ages, row.debts) for row in rows)


def _claims(rows: tuple[Claim, ...], office: Office) -> tuple[OwedLine, ...]:
    return tuple(OwedLine(row.person, row.name, row.amount, (office.today - row.since).days, None, ()) for row in rows)


def _columns() -> list[ColumnSpec[OwedLine]]:
    ages = [N_("Up to 30 days"), N_("31 to 60 days"), N_("61 to 90 days"), N_("Older")]
    return [
        ColumnSpec("name", N_("Name"), stretch=True),
        ColumnSpec("amount", N_("Amount (Rp)"), "money", bold=True),
        *(ColumnSpec(f"age{at}", title, "money", 112, read=partial(_age, at)) for at, title in enumerate(ages)),
        ColumnSpec("days", N_("Since"), "soft", 100, read=_days),
    ]


def _age(at: int, line: OwedLine) -> Rupiah | None:
    return line.ages[at] if line.ages is not None else None


def _days(line: OwedLine) -> str:
    return ngettext("{days} day", "{days} days", line.days).format(days=line.days)


_DETAIL_COLUMNS: list[ColumnSpec[Debt]] = [
    ColumnSpec("on", N_("Date"), "date"),
    ColumnSpec("number", N_("Voucher no."), "code"),
    ColumnSpec("description", N_("Description"), stretch=True),
    ColumnSpec("days", N_("Days"), "number", 80),
    ColumnSpec("amount", N_("Still open (Rp)"), "money"),
]
