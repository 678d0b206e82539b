"""What every book's handlers ask of a command before they post: an amount, a place of money, a business, a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, select

from kubebuku.domain.accounts import Chart
from kubebuku.domain.amount_refusals import AmountNegative, AmountZero
from kubebuku.domain.entries import PersonId, UnitId
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.refusals import BalanceShort, BeforeOpening, DimensionUnknown
from kubebuku.domain.text import N_
from kubebuku.ledger import balances
from kubebuku.ledger.tables import kube, person, posting, unit
from kubebuku.ledger.work import Reading, Work


class NotABox(RuleBroken):
    """The account named as a place of money is none."""

    wrong = N_("{account} is no place where money lies.")
    remedy = N_("Choose a place of money from the list.")
    field = "box"

    account: str


class UnitMissing(RuleBroken):
    """An act of a business, and none is named."""

    wrong = N_("It is not written which business this belongs to.")
    remedy = N_("Choose the business.")
    field = "unit"


class UnitNotOpen(RuleBroken):
    """The business was not yet open, or is closed, on that day."""

    wrong = N_("The business {label} was not open yet on {found}.")
    why = N_("It was opened on {opened}.")
    remedy = N_("Choose another business or another date.")
    field = "unit"

    label: str
    found: date
    opened: date
    closed: date | None

    def __post_init__(self) -> None:
        if self.closed is not None and self.found > self.closed:
            self.wrong = N_("The business {label} is closed.")
            self.why = N_("It was closed on {closed}.")


class UnitIsSavingsLoan(RuleBroken):
    """The built-in savings-loan unit sells and buys nothing."""

    wrong = N_("{label} is not one of the businesses that sell or hire out.")
    remedy = N_("Choose the business.")
    field = "unit"

    label: str


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """A business as handlers see it."""

    id: UnitId
    label: str
    savings_loan: bool


def need_amount(amount: Rupiah, field: str = "amount") -> Rupiah:
    """An amount of at least Rp1; raises AmountZero or AmountNegative for `field`."""
    if amount > 0:
        return amount
    refusal = AmountZero() if amount == 0 else AmountNegative(str(int(amount)), abs(amount))
    refusal.field = field
    raise refusal


def need_box(chart: Chart, code: str, field: str = "box") -> str:
    """The code of a place of money; raises NotABox."""
    account = chart.get(code)
    if account is None or not account.box:
        refusal = NotABox(code)
        refusal.field = field
        raise refusal
    return code


def need_unit(connection: Connection, id_: UnitId | None, on: date, *, business: bool = False, field: str = "unit") -> UnitFacts:
    """A business open on that day; with `business` not the built-in savings-loan unit.

    Raises UnitMissing, DimensionUnknown, UnitNotOpen or UnitIsSavingsLoan for `field`, and BeforeOpening for the date.
    """
    try:
        return _unit(connection, id_, on, business=business)
    except BeforeOpening:
        raise
    except RuleBroken as refusal:
        refusal.field = field
        raise


def _unit(connection: Connection, id_: UnitId | None, on: date, *, business: bool) -> UnitFacts:
    if id_ is None:
        raise UnitMissing
    row = connection.execute(select(unit).where(unit.c.id == id_)).first()
    if row is None:
        raise DimensionUnknown("unit", id_)
    opened, closed = date.fromisoformat(row.opened), date.fromisoformat(row.closed) if row.closed else None
    begun = date.fromisoformat(connection.execute(select(kube.c.opened)).scalar_one())
    if on < begun:  # the day is wrong, not the business
        raise BeforeOpening(on, begun)
    if on < opened or (closed is not None and on > closed):
        raise UnitNotOpen(row.label, on, opened, closed)
    savings_loan = row.kind == "simpan_pinjam"
    if business and savings_loan:
        raise UnitIsSavingsLoan(row.label)
    return UnitFacts(id_, row.label, savings_loan)


def need_person(connection: Connection, id_: PersonId, field: str = "person") -> str:
    """The name of a person of this book; raises DimensionUnknown for `field`."""
    name = connection.execute(select(person.c.name).where(person.c.id == id_)).scalar()
    if name is None:
        refusal = DimensionUnknown("person", id_)
        refusal.field = field
        raise refusal
    return name


def lowest(
    reading: Reading,
    account: str,
    on: date,
    *narrowed: ColumnElement[bool],
    person: PersonId | None = None,
    unit: UnitId | None = None,
) -> Rupiah:
    """The least that an account holds at the end of `on` or any later day, for that person or business, or `narrowed` otherwise.

    Positive is the account's own side: what customers owe, what is owed to shops.
    """
    return min(_ends(reading, account, on, *narrowed, person=person, unit=unit))


def _ends(
    reading: Reading, account: str, on: date, *narrowed: ColumnElement[bool], person: PersonId | None, unit: UnitId | None
) -> list[Rupiah]:
    narrowed = (posting.c.account == account, *narrowed)
    if person is not None:
        narrowed += (posting.c.person == person,)
    if unit is not None:
        narrowed += (posting.c.unit == unit,)
    return balances.ends_from(reading.connection, *narrowed, since=on, sign=reading.chart[account].kind.sign)


def promise_not_short(
    work: Work,
    account: str,
    on: date,
    *narrowed: ColumnElement[bool],
    person: PersonId | None = None,
    unit: UnitId | None = None,
) -> None:
    """At the end of the act `account` must not be overdrawn for that person or business on any day from `on`; else BalanceShort.

    For balances which the ledger's own zero rule leaves to the books: what customers, shops and lenders owe or are owed.
    """

    def check() -> None:
        ends = _ends(work, account, on, *narrowed, person=person, unit=unit)
        if min(ends) < 0:
            held = max(Rupiah(0), ends[0])
            raise BalanceShort(_whose(work, person, unit), work.chart[account].called, on, -min(ends), held)

    work.journal.promise(check)


def _whose(work: Work, person_: PersonId | None, unit_: UnitId | None) -> str:
    if person_ is not None:
        return need_person(work.connection, person_)
    if unit_ is not None:
        return work.connection.execute(select(unit.c.label).where(unit.c.id == unit_)).scalar_one()
    return work.facts.name
