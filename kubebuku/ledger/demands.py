"""What every book's handlers ask of a command before they post: an amount, a place of money, a business, a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, select

from kubebuku.domain.accounts import OWN_SIDE, OWN_SIDE_BY_PERSON, OWN_SIDE_BY_UNIT, Chart
from kubebuku.domain.amount_refusals import AmountNegative, AmountZero
from kubebuku.domain.entries import PersonId, Posting, UnitId
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.refusals import BalanceShort, BeforeOpening, DimensionUnknown
from kubebuku.domain.text import N_
from kubebuku.ledger import balances
from kubebuku.ledger.shortfall import shortfall
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
    return min(_ends(reading, account, on, *_narrowed(person, unit), *narrowed))


def _narrowed(person: PersonId | None, unit: UnitId | None) -> tuple[ColumnElement[bool], ...]:
    of_person = () if person is None else (posting.c.person == person,)
    return of_person if unit is None else (*of_person, posting.c.unit == unit)


def _ends(reading: Reading, account: str, on: date, *narrowed: ColumnElement[bool]) -> list[Rupiah]:
    sign = reading.chart[account].kind.sign
    return balances.ends_from(reading.connection, posting.c.account == account, *narrowed, since=on, sign=sign)


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
    narrowed = (*_narrowed(person, unit), *narrowed)

    def check() -> None:
        _require_there(work, account, on, narrowed, _whose(work, person, unit))

    work.journal.promise(check)


def _require_there(work: Work, account: str, on: date, narrowed: Sequence[ColumnElement[bool]], whose: str) -> None:
    of, rows = work.chart[account], (posting.c.account == account, *narrowed)
    found = shortfall(work.connection, rows, since=on, sign=of.kind.sign, before=work.journal.before)
    if found is not None:
        raise BalanceShort(
            whose,
            of.called,
            found.day,
            found.short,
            found.most,
            found.least,
            found.number,
            found.in_the_way,
            money=of.base in OWN_SIDE,
        )


def promise_own_side(work: Work, on: date, lines: Sequence[Posting]) -> None:
    """At the end of the act no balance from which these lines of it take has gone over to the wrong side; else BalanceShort.

    For lines that no form of a book has judged: what people owe or are owed, goods and debts of a business, funds of the group.
    """
    taken: dict[_Side, int] = {}
    for line in lines:
        side = _side(line)
        if side is not None:
            taken[side] = taken.get(side, 0) - line.amount * work.chart[line.account].kind.sign
    for side, amount in taken.items():
        if amount > 0 and min(_ends(work, side.account, on, *side.narrowed)) + amount >= 0:
            promise_not_short(work, side.account, on, *side.narrowed, person=side.person, unit=side.unit)


def promise_spent_was_there(work: Work, line: Posting, on: date) -> None:
    """For capital, which may be less than nothing: `line` takes some away, and what was used of it since must have been there.

    Judged at the end of the act, for the business of the line; else BalanceShort. A loss from which nothing was taken is none.
    """
    narrowed, sign = balances.in_unit(line.unit), work.chart[line.account].kind.sign
    before = min(_ends(work, line.account, on, narrowed)) - line.amount * sign

    def check() -> None:
        ends = _ends(work, line.account, on, narrowed)
        if min(ends) < 0 <= before and min(ends) < ends[0]:
            _require_there(work, line.account, on, (narrowed,), _whose(work, None, line.unit))

    work.journal.promise(check)


@dataclass(frozen=True, slots=True)
class _Side:
    """A balance that stands on its own side."""

    account: str
    person: PersonId | None
    unit: UnitId | None

    @property
    def narrowed(self) -> tuple[ColumnElement[bool], ...]:
        if self.account[:4] in OWN_SIDE_BY_PERSON:
            return (posting.c.person.is_(None) if self.person is None else posting.c.person == self.person,)
        if self.account[:4] not in OWN_SIDE_BY_UNIT:
            return ()
        return (*_narrowed(self.person, None), balances.in_unit(self.unit))


def _side(line: Posting) -> _Side | None:
    base = line.account[:4]
    if base in OWN_SIDE_BY_PERSON:
        return _Side(line.account, line.person, None)
    if base in OWN_SIDE_BY_UNIT:
        return _Side(line.account, line.person, line.unit)
    return _Side(line.account, None, None) if base in OWN_SIDE else None


def _whose(work: Work, person_: PersonId | None, unit_: UnitId | None) -> str:
    if person_ is not None:
        return need_person(work.connection, person_)
    if unit_ is not None:
        return work.connection.execute(select(unit.c.label).where(unit.c.id == unit_)).scalar_one()
    return work.facts.name
