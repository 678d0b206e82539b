"""Questions to the guest book and their frozen answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kubebuku.books.records import Recorded
from kubebuku.books.spec import Query


@dataclass(frozen=True, slots=True)
class GuestRow:
    """One visit in the columns of domain.md 2.9. `struck` is the reason of a row that was struck out, None otherwise."""

    id: int
    year: int
    no: int
    on: date
    name: str
    agency: str | None
    position: str | None
    purpose: str
    impression: str | None
    struck: str | None
    who: str
    #: UTC
    recorded: str


@dataclass(frozen=True)
class Guests(Recorded[GuestRow]):
    """Visits by year and number."""


@dataclass(frozen=True)
class Guest(Query[GuestRow]):
    """One visit; raises RowUnknown."""

    guest: int
