"""Checks that read the same sums in two ways: statements, units, control accounts, dimensions, days (accounting.md 2, 9)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, func, select

from kubebuku.domain import statements as domain
from kubebuku.domain.accounts import Dimension
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import CLOSING, BuktiNumber
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger import statements, struck
from kubebuku.ledger.tables import entry, loan, posting
from kubebuku.ledger.work import Reading

#: Entries may lie one day ahead of today, and today may be a day ahead of the UTC day of recording.
_AHEAD = timedelta(days=2)


def _span(reading: Reading) -> tuple[Month, Month]:
    """From the month in which the book begins to that of its last entry."""
    last = reading.connection.execute(select(func.max(entry.c.date))).scalar()
    first = Month.of(reading.facts.opened)
    return first, max(first, Month.of(date.fromisoformat(last))) if last else first


def position_balances(reading: Reading) -> Iterator[Sentence]:
    """Assets equal liabilities and equity at the end of every month."""
    found = statements.position(reading.connection, reading.chart, *_span(reading))
    assets, others = domain.amounts_of(found.rows, "assets"), domain.amounts_of(found.rows, "liabilities_and_equity")
    for month in found.columns:
        if assets[month] != others[month]:
            values = {"month": Month.parse(month), "assets": assets[month], "others": others[month]}
            yield Sentence(N_("{month}: assets {assets}, liabilities and equity {others}."), values)


def units_make_income(reading: Reading) -> Iterator[Sentence]:
    """In every year the results of all units and *Umum* together are that of the income statement."""
    first, last = _span(reading)
    for year in range(first.year, last.year + 1):
        months = (Month(year, 1), Month(year, 12))
        by_unit = statements.income_by_unit(reading.connection, reading.chart, *months)
        units = -sum(sum(figures.values()) for figures in by_unit.values())
        income = statements.income(reading.connection, reading.chart, *months)
        whole = sum(domain.amounts_of(income.rows, "result").values())
        if units != whole:
            values = {"year": str(year), "units": Rupiah(units), "whole": Rupiah(whole)}
            yield Sentence(N_("{year}: the businesses together {units}, the income statement {whole}."), values)


def cashflow_ties(reading: Reading) -> Iterator[Sentence]:
    """In every month what all boxes held, and what flowed, make what they hold after it."""
    found = statements.cashflow(reading.connection, reading.chart, *_span(reading))
    opening, change, closing = (domain.amounts_of(found.rows, code) for code in ("opening", "change", "closing"))
    for month in found.columns:
        if opening[month] + change[month] != closing[month]:
            values = {"month": Month.parse(month), "expected": opening[month] + change[month], "held": closing[month]}
            yield Sentence(N_("{month}: by its cash flow the boxes hold {expected}, by the postings {held}."), values)


def subsidiaries_tie(reading: Reading) -> Iterator[Sentence]:
    """The books of people and loans add up to their control accounts, and each loan's lines bear its borrower."""
    for account in reading.chart:
        for dimension in account.needs & {Dimension.PERSON, Dimension.LOAN}:
            column = _column(dimension)
            whole = func.coalesce(func.sum(posting.c.amount), 0)
            parts = func.coalesce(func.sum(posting.c.amount).filter(column.is_not(None)), 0)
            both = reading.connection.execute(select(whole, parts).where(posting.c.account == account.code)).one()
            if both[0] != both[1]:
                values = {"account": account.called, "whole": Rupiah(int(both[0])), "parts": Rupiah(int(both[1]))}
                yield Sentence(N_("{account} holds {whole}, the books under it together {parts}."), values)
    strangers = (
        select(loan.c.label)
        .join(posting, posting.c.loan == loan.c.id)
        .join(entry, entry.c.id == posting.c.entry)
        .where(posting.c.person != loan.c.person, entry.c.reverses.is_(None), struck.standing())
        .distinct()
    )
    for label in reading.connection.execute(strangers).scalars():
        yield Sentence(N_("Loan {loan} has lines of somebody who did not borrow it."), {"loan": label})


def dimensions_given(reading: Reading) -> Iterator[Sentence]:
    """Every posting names what its account insists on."""
    for account in reading.chart:
        for dimension in sorted(account.needs, key=lambda needed: needed.value):
            lacking = select(posting.c.entry).where(posting.c.account == account.code, _column(dimension).is_(None))
            for id_ in reading.connection.execute(lacking).scalars():
                values = {"number": _number(reading, id_), "account": account.called}
                yield Sentence(N_("{number} does not say whose {account} it is."), values)


def _column(dimension: Dimension) -> ColumnElement[int | None]:
    column: ColumnElement[int | None] = posting.c[dimension.value]
    return column


def _number(reading: Reading, id_: int) -> str:
    row = reading.connection.execute(select(entry.c.series, entry.c.year, entry.c.seq).where(entry.c.id == id_)).one()
    return str(BuktiNumber(*row))


def days_possible(reading: Reading) -> Iterator[Sentence]:
    """No entry lies ahead of the day it was recorded, and a year is closed on its last day."""
    ahead = select(entry).where(entry.c.date > func.date(entry.c.recorded, f"+{_AHEAD.days} days"))
    for row in reading.connection.execute(ahead):
        day = datetime.fromisoformat(row.recorded).date()
        values = {"number": str(BuktiNumber(row.series, row.year, row.seq)), "day": date.fromisoformat(row.date), "recorded": day}
        yield Sentence(N_("{number} is dated {day} but was recorded on {recorded}."), values)
    misplaced = select(entry).where(entry.c.kind == CLOSING, func.substr(entry.c.date, 6) != "12-31")
    for row in reading.connection.execute(misplaced):
        values = {"number": str(BuktiNumber(row.series, row.year, row.seq)), "day": date.fromisoformat(row.date)}
        yield Sentence(N_("{number} closes a year on {day}."), values)
