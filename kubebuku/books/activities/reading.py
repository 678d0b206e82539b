"""Answers of the activity book."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial
from typing import Any

from sqlalchemy import RowMapping, select

from kubebuku.books.activities.queries import Activities, Activity, ActivityRow
from kubebuku.books.activities.tables import activity
from kubebuku.books.members.queries import Officers, Term
from kubebuku.books.members.reading import officers
from kubebuku.books.record_book import RecordBook
from kubebuku.books.spec import built
from kubebuku.domain.calendar import Month
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger.tables import person
from kubebuku.ledger.work import Reading

BOOK = RecordBook("activity", ActivityRow, activity, ("no", "title", "name", "place", "story"), "title")

_WITH_NAMES = select(activity, person.c.name).outerjoin(person, person.c.id == activity.c.person)


def activities(reading: Reading, query: Activities) -> tuple[ActivityRow, ...]:
    """By year and number."""
    return BOOK.found(reading, query, rows=_WITH_NAMES, read=partial(_row, _terms(reading)))


def one_activity(reading: Reading, query: Activity) -> ActivityRow:
    """One activity."""
    return _row(_terms(reading), BOOK.one(reading, query.activity, _WITH_NAMES))


def _terms(reading: Reading) -> Mapping[int, list[Term]]:
    held: dict[int, list[Term]] = {}
    for term in officers(reading, Officers(history=True)):
        held.setdefault(term.person, []).append(term)
    return held


def _row(terms: Mapping[int, list[Term]], row: RowMapping) -> ActivityRow:
    on = date.fromisoformat(row["on_date"])
    held = [term for term in terms.get(row["person"] or 0, ()) if term.since <= on and (term.until is None or on <= term.until)]
    return built(ActivityRow, {**row, "on": row["on_date"], "roles": [term.role for term in held]})


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
    for _series, values in BOOK.gaps(reading):
        yield Sentence(N_("Activity book {year}: number {found} stands where {expected} was expected."), values)
