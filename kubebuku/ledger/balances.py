"""Balances, summed from the postings each time they are asked for: no balance is stored that can be computed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, func, select

from kubebuku.domain.accounts import BANK, CASH, LOAN_CASH, SOLIDARITY_CASH
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import OPENING
from kubebuku.domain.money import Rupiah
from kubebuku.ledger import struck
from kubebuku.ledger.tables import entry, posting

_BOXES = frozenset({CASH, LOAN_CASH, SOLIDARITY_CASH, BANK})


class RegisterLine(NamedTuple):
    """One posting of an account, with what the account holds after it (debit positive)."""

    id: int
    number: str
    date: str
    description: str
    kind: str
    amount: Rupiah
    balance: Rupiah
    unit: int | None
    person: int | None
    loan: int | None
    item: int | None


def by_account(connection: Connection, *accounts: str, at: date | None = None) -> dict[str, Rupiah]:
    """What each account with a posting, or each of those given, holds at the end of `at` (now if None), debit positive, zeros
    included.
    """
    query = select(posting.c.account, func.sum(posting.c.amount)).group_by(posting.c.account)
    if accounts:
        query = query.where(posting.c.account.in_(accounts))
    if at is not None:
        query = query.where(posting.c.date <= at.isoformat())
    return {code: Rupiah(amount) for code, amount in connection.execute(query)}


def of(
    connection: Connection,
    *accounts: str,
    at: date | None = None,
    person: int | None = None,
    loan: int | None = None,
    unit: int | None = None,
    item: int | None = None,
) -> Rupiah:
    """What these accounts together hold at the end of `at`, debit positive, narrowed to the dimensions given."""
    asked = {"person": person, "loan": loan, "unit": unit, "item": item, "at": None if at is None else at.isoformat()}
    asked = {name: value for name, value in asked.items() if value is not None}
    return Rupiah(int(connection.execute(_sum_of(frozenset(asked)), {"accounts": accounts, **asked}).scalar_one()))


@cache
def _sum_of(narrowed: frozenset[str]) -> Select[int]:
    """The question of `of`, narrowed by these. Kept, since every act asks it and putting it together costs as much as asking."""
    query = select(func.coalesce(func.sum(posting.c.amount), 0)).where(
        posting.c.account.in_(bindparam("accounts", expanding=True))
    )
    for column in (posting.c.person, posting.c.loan, posting.c.unit, posting.c.item):
        if column.name in narrowed:
            query = query.where(column == bindparam(column.name))
    return query.where(posting.c.date <= bindparam("at")) if "at" in narrowed else query


def by_person(connection: Connection, *accounts: str, at: date | None = None) -> dict[int, Rupiah]:
    """What these accounts hold for each person with a posting on them, debit positive."""
    query = (
        select(posting.c.person, func.sum(posting.c.amount))
        .where(posting.c.account.in_(accounts), posting.c.person.is_not(None))
        .group_by(posting.c.person)
    )
    if at is not None:
        query = query.where(posting.c.date <= at.isoformat())
    return {int(person): Rupiah(amount) for person, amount in connection.execute(query) if person is not None}


def monthly(
    connection: Connection, accounts: Iterable[str], months: tuple[Month, Month], *, unit: int | None = None
) -> dict[tuple[str, str], Rupiah]:
    """The movement of each account in each month (``YYYY-MM``) of the span, both ends included; every entry counts."""
    month = func.substr(posting.c.date, 1, 7)
    query = (
        select(posting.c.account, month, func.sum(posting.c.amount))
        .where(posting.c.account.in_(tuple(accounts)), _between(months))
        .group_by(posting.c.account, month)
    )
    if unit is not None:
        query = query.where(posting.c.unit == unit)
    return {(code, when): Rupiah(amount) for code, when, amount in connection.execute(query)}


def _between(months: tuple[Month, Month]) -> ColumnElement[bool]:
    return and_(posting.c.date >= months[0].first.isoformat(), posting.c.date <= months[1].last.isoformat())


def register(
    connection: Connection,
    accounts: tuple[str, ...],
    *,
    first: date | None = None,
    last: date | None = None,
    person: int | None = None,
    loan: int | None = None,
    unit: int | None = None,
    item: int | None = None,
) -> tuple[Rupiah, list[RegisterLine]]:
    """The balance before `first` and each posting from `first` to `last`, oldest first: by date, then in order of recording.

    Of boxes a day's receipts come before its payments, as the zero rule reckons and the cash book shows: one line has one
    balance wherever it is read. What was struck out stands beside its mirror there, so that the pair moves no other balance.
    """
    narrowed: list[ColumnElement[bool]] = [posting.c.account.in_(accounts)]
    for column, value in ((posting.c.person, person), (posting.c.loan, loan), (posting.c.unit, unit), (posting.c.item, item)):
        if value is not None:
            narrowed.append(column == value)
    opening = Rupiah(0)
    if first is not None:
        before = select(func.coalesce(func.sum(posting.c.amount), 0)).where(*narrowed, posting.c.date < first.isoformat())
        opening = Rupiah(int(connection.execute(before).scalar_one()))
        narrowed.append(posting.c.date >= first.isoformat())
    if last is not None:
        narrowed.append(posting.c.date <= last.isoformat())
    query = (
        select(
            entry.c.id,
            entry.c.series,
            entry.c.year,
            entry.c.seq,
            posting.c.date,
            entry.c.description,
            entry.c.kind,
            posting.c.amount,
            posting.c.unit,
            posting.c.person,
            posting.c.loan,
            posting.c.item,
        )
        .join(entry, entry.c.id == posting.c.entry)
        .where(*narrowed)
        .order_by(posting.c.date, (entry.c.kind != OPENING), posting.c.entry, posting.c.line)
    )
    found: Sequence[Any] = connection.execute(query).all()
    if all(code[:4] in _BOXES for code in accounts):
        found = _receipts_first(connection, found)
    lines = []
    held = int(opening)
    for id_, series, year, seq, when, description, kind, amount, *points in found:
        held += amount
        number = f"{series}/{year}/{seq:04d}"
        lines.append(RegisterLine(id_, number, when, description, kind, Rupiah(amount), Rupiah(held), *points))
    return opening, lines


#: Id, day, kind and amount of a posting as `register` asks for them.
_PLACED = itemgetter(0, 4, 6, 7)


def _receipts_first(connection: Connection, rows: Sequence[Any]) -> list[Any]:
    """Postings of boxes in the order of the cash book; a mirror follows what it strikes out."""
    mirrors = struck.by_mirror(connection)
    placed = [_PLACED(row) for row in rows]
    net: dict[int, int] = {}
    openings = set()
    for id_, _when, kind, amount in placed:
        net[id_] = net.get(id_, 0) + amount
        if kind == OPENING:
            openings.add(id_)
    places = []
    for at, (id_, when, kind, _amount) in enumerate(placed):
        of = mirrors.get(id_, id_)
        # an opening that was mended stays before everything else of its day, with its mirror
        places.append((when, kind != OPENING and of not in openings, net.get(of, 0) < 0, of, id_, at))
    places.sort()
    return [rows[place[-1]] for place in places]
