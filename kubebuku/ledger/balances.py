"""Balances, summed from the postings each time they are asked for: no balance is stored that can be computed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, func, select

from kubebuku.domain.calendar import Month
from kubebuku.domain.money import Rupiah
from kubebuku.ledger.tables import entry, posting


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


def by_account(connection: Connection, *, at: date | None = None) -> dict[str, Rupiah]:
    """What each account with a posting holds at the end of `at` (now if None), debit positive, zeros included."""
    query = select(posting.c.account, func.sum(posting.c.amount)).group_by(posting.c.account)
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
    query = select(func.coalesce(func.sum(posting.c.amount), 0)).where(posting.c.account.in_(accounts))
    for column, value in ((posting.c.person, person), (posting.c.loan, loan), (posting.c.unit, unit), (posting.c.item, item)):
        if value is not None:
            query = query.where(column == value)
    if at is not None:
        query = query.where(posting.c.date <= at.isoformat())
    return Rupiah(int(connection.execute(query).scalar_one()))


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
    """The balance before `first` and each posting from `first` to `last`, oldest first: by date, then in order of recording."""
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
        .order_by(posting.c.date, (entry.c.kind != "opening"), posting.c.entry, posting.c.line)
    )
    lines = []
    held = int(opening)
    for id_, series, year, seq, when, description, kind, amount, *points in connection.execute(query):
        held += amount
        number = f"{series}/{year}/{seq:04d}"
        lines.append(RegisterLine(id_, number, when, description, kind, Rupiah(amount), Rupiah(held), *points))
    return opening, lines
