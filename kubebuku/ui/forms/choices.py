"""What the fields of a form offer: places of money, businesses, people, goods, and what else is chosen from a list.

Asked on the worker, in one go.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from kubebuku.app.office import Office
from kubebuku.books.cash.queries import Advances, BoxBalance, BoxBalances, OwedToPeople
from kubebuku.books.enterprise.aid_queries import AidChoices
from kubebuku.books.enterprise.queries import DebtOf, Deposits, OutsideLoans, Payables, Receivables
from kubebuku.books.group.queries import Choices, Decisions, GroupChoices, Units
from kubebuku.books.inventory.queries import EquipmentList
from kubebuku.books.journal.queries import DescriptionsUsed
from kubebuku.books.members.queries import People, PersonRow
from kubebuku.books.savings_loan.queries import Applications, Loans
from kubebuku.books.solidarity.queries import BenefitKind, BenefitKinds
from kubebuku.books.spec import Field, FieldKind, Form, Query
from kubebuku.domain.accounts import (
    ADVANCE,
    BANK,
    CASH,
    CUSTOMER_DEPOSIT,
    LOAN_CASH,
    OUTSIDE_LOAN,
    OWED_TO_PEOPLE,
    PAYABLE,
    RECEIVABLE,
    SOLIDARITY_CASH,
)
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import _, language, pgettext, rupiah, short_date
from kubebuku.ui.widgets import Choice, person_choices


@dataclass(frozen=True, slots=True)
class UnitChoice:
    """A business that is open; `business` is false for the built-in simpan pinjam."""

    unit: int
    label: str
    icon: str
    business: bool = True


@dataclass(frozen=True)
class Offered:
    """Everything a form may need, else empty. `accounts` are labels by code, the others labels by id."""

    boxes: tuple[BoxBalance, ...] = ()
    units: tuple[UnitChoice, ...] = ()
    people: tuple[PersonRow, ...] = ()
    accounts: Mapping[str, str] = field(default_factory=dict)
    aids: Mapping[int, str] = field(default_factory=dict)
    items: Mapping[int, str] = field(default_factory=dict)
    decisions: Mapping[int, str] = field(default_factory=dict)
    benefits: Mapping[int, str] = field(default_factory=dict)
    loans: Mapping[int, str] = field(default_factory=dict)
    descriptions: tuple[str, ...] = ()
    #: by account: what each person has open on it
    owing: Mapping[str, Mapping[int, Rupiah]] = field(default_factory=dict)
    #: the group's usual place of money for each of the chart's
    usual: Mapping[str, str] = field(default_factory=dict)

    def box(self, code: object) -> BoxBalance | None:
        """The box of that code."""
        return next((box for box in self.boxes if box.code == code), None)

    def unit(self, id_: object) -> UnitChoice | None:
        """The business of that id."""
        return next((unit for unit in self.units if unit.unit == id_), None)


_MOST_DESCRIPTIONS = 60


def box_icon(code: str) -> str:
    """The icon of a place of money, by the account of the chart it lies under."""
    return {BANK: "bank", LOAN_CASH: "pinjaman", SOLIDARITY_CASH: "iks"}.get(code[:4], "kas")


_UNIT_WORDS = (
    (("tenda", "sewa", "terop", "kursi"), "tenda"),
    (("catering", "katering", "masak", "makan", "kue", "warung"), "catering"),
)


def unit_icon(label: str, icon: str | None) -> str:
    """The icon of a business: its own, else one that fits its name."""
    if icon:
        return icon
    words = label.casefold()
    return next((name for signs, name in _UNIT_WORDS if any(sign in words for sign in signs)), "usaha")


def units_of(office: Office) -> tuple[UnitChoice, ...]:
    """The open businesses, in the order they were opened."""
    return tuple(UnitChoice(row.id, row.label, unit_icon(row.label, row.icon)) for row in office.ask(Units()))


def _with_savings_loan(office: Office) -> tuple[UnitChoice, ...]:
    """The same and the built-in one, which comes last."""
    rows = office.ask(Units(with_savings_loan=True))
    return (*units_of(office), *(UnitChoice(row.id, row.label, "pinjaman", False) for row in rows if row.kind != "usaha"))


#: What a person may have open, by account.
_OPEN: Mapping[str, Query[Any]] = {
    RECEIVABLE: Receivables(),
    PAYABLE: Payables(),
    CUSTOMER_DEPOSIT: Deposits(),
    OUTSIDE_LOAN: OutsideLoans(),
    ADVANCE: Advances(),
    OWED_TO_PEOPLE: OwedToPeople(),
}


def open_with_people(office: Office, account: str) -> dict[int, Rupiah]:
    """What each person has open on that account, the oldest first; what was paid beyond it is left out."""
    found: dict[int, Rupiah] = {}
    for one in office.ask(_OPEN[account]):
        amount = one.total if isinstance(one, DebtOf) else one.amount
        if one.person is not None and amount > 0:
            found[one.person] = amount
    return found


def usual_boxes(choices: Choices) -> dict[str, str]:
    """The place the group has chosen in the stead of each of the chart's."""
    return {CASH: choices.box_usaha, LOAN_CASH: choices.box_savings_loan, SOLIDARITY_CASH: choices.box_solidarity}


def gather(office: Office, forms: Iterable[Form], *, boxes: bool = True, unit: int | None = None) -> Offered:
    """What these forms offer, and descriptions used before with the last of them. Called on the worker."""
    forms = tuple(forms)
    asked = [cell for form in forms for one in form.fields for cell in (one, *one.columns)]
    kinds = {one.kind for one in asked}
    accounts: dict[str, str] = {}
    if FieldKind.ACCOUNT in kinds:
        free = any(one.kind is FieldKind.ACCOUNT and not one.accounts for one in asked)
        chart = office.read(lambda reading: reading.chart)
        under = tuple(chart) if free else chart.under(*(code for one in asked for code in one.accounts))
        accounts = {one.code: one.label(language()) for one in under if not one.closed and one.kind.value != "heading"}
    people: tuple[PersonRow, ...] = ()
    if kinds & {FieldKind.PERSON, FieldKind.MEMBER}:
        people = office.ask(People())
    aids: dict[int, str] = {}
    if FieldKind.AID in kinds:
        aids = {row.aid: f"{row.label} {row.year}" for row in office.ask(AidChoices())}
    items: dict[int, str] = {}
    if FieldKind.ITEM in kinds:
        items = {row.item: f"{row.label} ({row.number})" if row.number else row.label for row in office.ask(EquipmentList())}
    decisions: dict[int, str] = {}
    if FieldKind.DECISION in kinds:
        decisions = {row.id: f"{row.words} ({short_date(row.decided)})" for row in office.ask(Decisions())}
    benefits: dict[int, str] = {}
    if FieldKind.BENEFIT in kinds:
        benefits = {kind.id: _benefit(kind) for kind in office.ask(BenefitKinds())}
    return Offered(
        boxes=office.ask(BoxBalances()) if boxes else (),
        units=_with_savings_loan(office) if FieldKind.UNIT in kinds or any(form.per_unit for form in forms) else (),
        people=people,
        accounts=accounts,
        aids=aids,
        items=items,
        decisions=decisions,
        benefits=benefits,
        loans=loan_labels(office, forms[-1].key) if FieldKind.LOAN in kinds else {},
        descriptions=office.ask(DescriptionsUsed(forms[-1].key, unit=unit, most=_MOST_DESCRIPTIONS)) if forms else (),
        owing={one.owing[0]: open_with_people(office, one.owing[0]) for one in asked if one.owing is not None},
        usual=usual_boxes(office.ask(GroupChoices())) if FieldKind.BOX in kinds else {},
    )


#: Forms about an application, and those about a loan that was written off; all others are about running loans.
_OF_APPLICATIONS = {
    "approve_loan": ("waiting",),
    "refuse_loan": ("waiting",),
    "withdraw_loan": ("waiting", "granted"),
    "disburse_loan": ("granted",),
    "reopen_loan": ("granted", "refused", "withdrawn"),
}
_OF_WRITTEN_OFF = "recover_loan"


def loan_labels(office: Office, form: str) -> dict[int, str]:
    """The loans or applications that the form may be about, each with its borrower and what is owed or asked for."""
    states = _OF_APPLICATIONS.get(form)
    if states is not None:
        rows = office.ask(Applications(with_closed=True))
        return {row.loan: f"{row.name} · {row.label} · {rupiah(row.amount)}" for row in rows if row.state in states}
    loans = office.ask(Loans(with_closed=True)).rows
    if form == _OF_WRITTEN_OFF:
        return {row.loan: f"{row.name} · {row.label} · {rupiah(row.principal)}" for row in loans if row.standing == "written_off"}
    running: dict[int, str] = {
        row.loan: f"{row.name} · {row.label} · {rupiah(row.rest or row.dues)}" for row in loans if row.standing == "running"
    }
    done = pgettext("loan", "paid off")
    paid: dict[int, str] = {row.loan: f"{row.name} · {row.label} · {done}" for row in loans if row.standing == "paid"}
    return running | paid  # a payment that settled a loan can still be changed


def _benefit(kind: BenefitKind) -> str:
    if kind.ceiling is None:
        return kind.event
    return _("{event}, at most {ceiling}").format(event=kind.event, ceiling=rupiah(kind.ceiling))


def box_choices(offered: Offered) -> list[Choice]:
    """Open places of money, each with what it holds."""
    return [Choice(box.code, box.label, box_icon(box.code), rupiah(box.balance)) for box in offered.boxes if not box.closed]


def unit_choices(offered: Offered, *, savings_loan: bool = False) -> list[Choice]:
    """Open businesses, and simpan pinjam where that can be meant."""
    return [Choice(unit.unit, unit.label, unit.icon) for unit in offered.units if unit.business or savings_loan]


def people_choices(offered: Offered, *, members_only: bool = False, owing: Mapping[int, Rupiah] | None = None) -> list[Choice]:
    """Members by number, then outsiders; people of one name are told apart by number and note.

    With `owing` only those in it, each with what is open; everybody where there is none.
    """
    rows = [row for row in offered.people if row.number is not None or not members_only]
    if owing:
        rows = [row for row in rows if row.person in owing]
    people = []
    for row in rows:
        notes = ["" if row.tag == str(row.number) else row.tag, rupiah(owing[row.person]) if owing else ""]
        people.append((row.person, row.number, row.name, " · ".join(note for note in notes if note)))
    return person_choices(people)


def with_chosen(offered: Offered, one: Field, person: object) -> Offered:
    """The same, where somebody already chosen is among those who owe: an old record can still be changed."""
    if one.owing is None or not isinstance(person, int):
        return offered
    account = one.owing[0]
    owing = offered.owing.get(account, {})
    if not owing or person in owing:
        return offered
    return replace(offered, owing={**offered.owing, account: {**owing, person: Rupiah(0)}})
