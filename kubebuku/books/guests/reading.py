"""Answers of the guest book."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kubebuku.books.guests.queries import Guest, GuestRow, Guests
from kubebuku.books.guests.tables import guest
from kubebuku.books.record_book import RecordBook
from kubebuku.domain.calendar import Month
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger.work import Reading

BOOK = RecordBook("guest", GuestRow, guest, ("no", "name", "agency", "position", "purpose", "impression"), "name")


def guests(reading: Reading, query: Guests) -> tuple[GuestRow, ...]:
    """By year and number."""
    return BOOK.found(reading, query)


def one_guest(reading: Reading, query: Guest) -> GuestRow:
    """One visit."""
    return BOOK.read(BOOK.one(reading, query.guest))


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
    for _series, values in BOOK.gaps(reading):
        yield Sentence(N_("Guest book {year}: number {found} stands where {expected} was expected."), values)
