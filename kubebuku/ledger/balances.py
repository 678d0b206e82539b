"""Balances, summed from the postings each time they are asked for: no balance is stored that can be computed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache

from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, case, func, select

from kubebuku.domain import ends
from kubebuku.domain.accounts import SAVINGS_LOAN_RESULT
from kubebuku.domain.calendar import Month
from kubebuku.domain.money import Rupiah
from kubebuku.ledger import plain
from kubebuku.ledger.book import savings_loan_unit
from kubebuku.ledger.db import driver
from kubebuku.ledger.plain import RegisterLine
from kubebuku.ledger.tables import posting


def by_account(connection: Connection, *accounts: str, at: date | None = None) -> dict[str, Rupiah]:
    """See `plain.by_account`."""
    return plain.by_account(driver(connection), *accounts, at=at)


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


def ends_from(connection: Connection, *narrowed: ColumnElement[bool], since: date, sign: int = 1) -> list[Rupiah]:
    """What the postings so narrowed hold at the end of `since` and of each later day with one, times `sign`."""
    return [end for _day, end in ends_by_day(connection, *narrowed, since=since, sign=sign)]


def ends_by_day(connection: Connection, *narrowed: ColumnElement[bool], since: date, sign: int = 1) -> list[tuple[date, Rupiah]]:
    """The same, each with its day."""
    day = func.max(posting.c.date, since.isoformat())
    days = connection.execute(select(day, func.sum(posting.c.amount)).where(*narrowed).group_by(day))
    moved = ends.ends_by_day(((on, amount * sign) for on, amount in days), since.isoformat())
    return [(date.fromisoformat(on), Rupiah(end)) for on, end in moved]


def least(connection: Connection, *narrowed: ColumnElement[bool], since: date, sign: int = 1) -> Rupiah:
    """The least that they hold at the end of `since` or any later day: what an act of that day may take."""
    return min(ends_from(connection, *narrowed, since=since, sign=sign))


def in_unit(unit: int | None) -> ColumnElement[bool]:
    """Postings of that business; of none where it is None."""
    return posting.c.unit.is_(None) if unit is None else posting.c.unit == unit


def bearing_unit(connection: Connection) -> ColumnElement[int | None]:
    """The business that bears a posting of income or cost; None is *Umum*.

    What belongs to loans and savings by its nature counts for simpan pinjam even where the posting names no unit.
    """
    by_nature = func.substr(posting.c.account, 1, 4).in_(SAVINGS_LOAN_RESULT)
    return case((and_(posting.c.unit.is_(None), by_nature), savings_loan_unit(connection)), else_=posting.c.unit)


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
    **points: int | None,
) -> tuple[Rupiah, list[RegisterLine]]:
    """See `plain.register`."""
    return plain.register(driver(connection), accounts, first=first, last=last, **points)
