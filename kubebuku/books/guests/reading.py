"""Answers of the guest book."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Row, select

from kubebuku.books.guests.queries import Guest, GuestRow, Guests
from kubebuku.books.guests.tables import guest
from kubebuku.domain.calendar import Month
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger.records import RowUnknown, gaps
from kubebuku.ledger.work import Reading


def guests(reading: Reading, query: Guests) -> tuple[GuestRow, ...]:
    """By year and number."""
    wanted = select(guest).order_by(guest.c.year, guest.c.no)
    if query.month is not None:
        wanted = wanted.where(guest.c.on_date.between(query.month.first.isoformat(), query.month.last.isoformat()))
    if query.year is not None:
        wanted = wanted.where(guest.c.year == query.year)
    if not query.show_struck:
        wanted = wanted.where(guest.c.struck.is_(None))
    found = (_row(row) for row in reading.connection.execute(wanted))
    sought = query.search.strip().casefold()
    return tuple(row for row in found if not sought or sought in _text(row))


def _text(row: GuestRow) -> str:
    parts = (str(row.no), row.name, row.agency, row.position, row.purpose, row.impression)
    return "\n".join(part for part in parts if part).casefold()


def one_guest(reading: Reading, query: Guest) -> GuestRow:
    """One visit."""
    row = reading.connection.execute(select(guest).where(guest.c.id == query.guest)).first()
    if row is None:
        raise RowUnknown(query.guest, "guest")
    return _row(row)


def _row(row: Row[*tuple[Any, ...]]) -> GuestRow:
    on = date.fromisoformat(row.on_date)
    texts = (row.name, row.agency, row.position, row.purpose, row.impression, row.struck, row.who, row.recorded)
    return GuestRow(row.id, row.year, row.no, on, *texts)


def rows(reading: Reading, month: Month | None) -> list[dict[str, Any]]:
    """The lines of the book as plain values, struck ones marked."""
    return [
        {
            "no": row.no,
            "year": row.year,
            "date": row.on.isoformat(),
            "name": row.name,
            "agency": row.agency,
            "position": row.position,
            "purpose": row.purpose,
            "impression": row.impression,
            "struck": row.struck,
        }
        for row in guests(reading, Guests(month))
    ]


def numbers_gapless(reading: Reading) -> Iterable[Sentence]:
    """Each year's visits are numbered from 1 without a gap."""
    for (year,), found, expected in gaps(reading.connection, guest.c.no, guest.c.year):
        values = {"year": str(year), "found": found, "expected": expected}
        yield Sentence(N_("Guest book {year}: number {found} stands where {expected} was expected."), values)
