"""Answers of the activity book."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, select

from kubebuku.books.activities.queries import Activities, Activity, ActivityRow
from kubebuku.books.activities.tables import activity
from kubebuku.books.members.queries import Officers, Term
from kubebuku.books.members.reading import officers
from kubebuku.domain.calendar import Month
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger.records import RowUnknown, gaps
from kubebuku.ledger.tables import person
from kubebuku.ledger.work import Reading


def activities(reading: Reading, query: Activities) -> tuple[ActivityRow, ...]:
    """By year and number."""
    wanted = _wanted().order_by(activity.c.year, activity.c.no)
    if query.month is not None:
        wanted = wanted.where(activity.c.on_date.between(query.month.first.isoformat(), query.month.last.isoformat()))
    if query.year is not None:
        wanted = wanted.where(activity.c.year == query.year)
    if not query.show_struck:
        wanted = wanted.where(activity.c.struck.is_(None))
    terms = _terms(reading)
    found = (_row(row, terms) for row in reading.connection.execute(wanted))
    sought = query.search.strip().casefold()
    return tuple(row for row in found if not sought or sought in _text(row))


def _text(row: ActivityRow) -> str:
    return "\n".join(part for part in (str(row.no), row.title, row.name, row.place, row.story) if part).casefold()


def one_activity(reading: Reading, query: Activity) -> ActivityRow:
    """One activity."""
    row = reading.connection.execute(_wanted().where(activity.c.id == query.activity)).first()
    if row is None:
        raise RowUnknown(query.activity, "activity")
    return _row(row, _terms(reading))


def _wanted() -> Select[*tuple[Any, ...]]:
    return select(activity, person.c.name).outerjoin(person, person.c.id == activity.c.person)


def _terms(reading: Reading) -> Mapping[int, list[Term]]:
    held: dict[int, list[Term]] = {}
    for term in officers(reading, Officers(history=True)):
        held.setdefault(term.person, []).append(term)
    return held


def _row(row: Row[*tuple[Any, ...]], terms: Mapping[int, list[Term]]) -> ActivityRow:
    on = date.fromisoformat(row.on_date)
    held = [term for term in terms.get(row.person or 0, ()) if term.since <= on and (term.until is None or on <= term.until)]
    return ActivityRow(
        id=row.id,
        year=row.year,
        no=row.no,
        on=on,
        title=row.title,
        person=row.person,
        name=row.name,
        roles=tuple(term.role for term in held),
        place=row.place,
        story=row.story,
        meeting=row.meeting,
        struck=row.struck,
        who=row.who,
        recorded=row.recorded,
    )


def rows(reading: Reading, month: Month | None) -> list[dict[str, Any]]:
    """The lines of the book as plain values, struck ones marked."""
    return [
        {
            "no": row.no,
            "year": row.year,
            "date": row.on.isoformat(),
            "person": row.name,
            "roles": list(row.roles),
            "place": row.place,
            "title": row.title,
            "story": row.story,
            "meeting": row.meeting,
            "struck": row.struck,
        }
        for row in activities(reading, Activities(month))
    ]


def numbers_gapless(reading: Reading) -> Iterable[Sentence]:
    """Each year's activities are numbered from 1 without a gap."""
    for (year,), found, expected in gaps(reading.connection, activity.c.no, activity.c.year):
        values = {"year": str(year), "found": found, "expected": expected}
        yield Sentence(N_("Activity book {year}: number {found} stands where {expected} was expected."), values)
