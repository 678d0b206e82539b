"""What of a result can be set aside: the running year's of a business less what was shared of it, or what closed years left.

A loss of closed years is made good first (accounting.md 8). Between the closing of a year and that of its December the result
stands on 3130 already: nothing of that year runs any more, so that no rupiah is shared twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from sqlalchemy import ColumnElement, func, select, true

from kubebuku.books import places
from kubebuku.books.solidarity.commands import Source
from kubebuku.books.solidarity.queries import SetAsideSource, SetAsideSources
from kubebuku.books.spec import Attention
from kubebuku.domain.accounts import RESULT_SHARED, RESULT_UNSHARED
from kubebuku.domain.entries import CLOSING, UnitId
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger import balances, struck
from kubebuku.ledger.tables import entry, posting, unit
from kubebuku.ledger.work import Reading


def set_aside_sources(reading: Reading, query: SetAsideSources) -> tuple[SetAsideSource, ...]:
    """See `SetAsideSources`."""
    return tuple(source for source in _sources(reading, query.on or reading.today) if source.most)


def _sources(reading: Reading, on: date) -> Iterator[SetAsideSource]:
    labels = {UnitId(row[0]): row[1] for row in reading.connection.execute(select(unit.c.id, unit.c.label).order_by(unit.c.id))}
    for id_, label in labels.items():
        yield SetAsideSource(Source.RUNNING, id_, label, most(reading, Source.RUNNING, id_, on))
    for of in (None, *labels):
        yield SetAsideSource(Source.KEPT, of, labels.get(of) if of is not None else None, most(reading, Source.KEPT, of, on))


def most(reading: Reading, source: Source, of: UnitId | None, on: date) -> Rupiah:
    """How much can be set aside on that day, never below nil."""
    kept = _kept(reading, true(), on)
    if source is Source.KEPT:
        return max(Rupiah(0), min(kept, _kept(reading, balances.in_unit(of), on)))
    if of is None or _closed(reading, on.year):
        return Rupiah(0)
    rest = _running(reading, _borne_by(reading, of), on)
    if kept < 0:
        rest = min(rest, _running(reading, true(), on) + kept)
    return max(Rupiah(0), rest)


def shared_too_much(reading: Reading) -> Iterable[Attention]:
    """Of a year that is not closed more was set aside or shared than its result has become: income was struck out since, or
    costs came. Neither is refused, for both are true; the group takes back or decides.
    """
    codes = tuple(one.code for one in reading.chart.under(RESULT_SHARED))
    year, total = func.substr(posting.c.date, 1, 4), func.sum(posting.c.amount)
    rows = (
        select(posting.c.unit, unit.c.label, year, total)
        .outerjoin(unit, unit.c.id == posting.c.unit)
        .where(posting.c.account.in_(codes))
        .group_by(posting.c.unit, unit.c.label, year)
        .having(total > 0)
        .order_by(year, posting.c.unit)
    )
    for of, label, of_year, shared in reading.connection.execute(rows).all():
        whose = _borne_by(reading, None if of is None else UnitId(of))
        rest = _running(reading, whose, date(int(of_year), 12, 31))
        if rest < 0:
            more = min(Rupiah(shared), -rest)
            values = {"unit": label, "year": of_year, "result": rest + shared, "shared": Rupiah(shared), "more": more}
            title = Sentence(
                N_("{more} more was shared of {unit} than its result") if label else N_("{more} more was shared than the result"),
                values,
            )
            detail = Sentence(
                N_(
                    "Of {year} {shared} is set aside or shared; the result is {result}. "
                    "Take the rest back, or let the group decide."
                ),
                values,
            )
            yield Attention("shared_too_much", title, detail, "awas", places.Unit(of))


def _closed(reading: Reading, year: int) -> bool:
    """Whether the result of that year stands on 3130 already, and is set aside from there."""
    standing = select(entry.c.id).where(entry.c.kind == CLOSING, entry.c.date == f"{year}-12-31").where(struck.standing())
    return reading.connection.execute(standing.limit(1)).first() is not None


def _borne_by(reading: Reading, of: UnitId | None) -> ColumnElement[bool]:
    return balances.bearing_unit(reading.connection).is_not_distinct_from(of)


def _running(reading: Reading, whose: ColumnElement[bool], on: date) -> Rupiah:
    """The least result of the year at the end of `on` or any later day of it, less all that was shared of it in the year."""
    last = date(on.year, 12, 31)
    year = posting.c.date.between(date(on.year, 1, 1).isoformat(), last.isoformat())
    results = posting.c.account.in_([one.code for one in reading.chart if one.kind.is_result])
    shared = posting.c.account.in_([one.code for one in reading.chart.under(RESULT_SHARED)])
    least = balances.least(reading.connection, whose, results, year, since=on, sign=-1)
    return least - balances.least(reading.connection, whose, shared, year, since=last)


def _kept(reading: Reading, whose: ColumnElement[bool], on: date) -> Rupiah:
    """The least that 3130 holds at the end of `on` or any later day; negative for a loss."""
    kept = posting.c.account.in_([one.code for one in reading.chart.under(RESULT_UNSHARED)])
    return balances.least(reading.connection, whose, kept, since=on, sign=-1)
