"""What happens in the guest book."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from kubebuku.books.spec import Command


@dataclass(frozen=True, kw_only=True)
class Visit(Command):
    """One visit. `impression` is what the guest left behind: a word of thanks, or the companion's guidance and advice."""

    on: date
    full_name: str
    purpose: str
    agency: str | None = None
    position: str | None = None
    impression: str | None = None


@dataclass(frozen=True, kw_only=True)
class WriteGuest(Visit):
    """One visit. `impression` is what the guest left behind: a word of thanks, or the companion's guidance and advice."""

    name: ClassVar[str] = "guests.write"


@dataclass(frozen=True, kw_only=True)
class OfGuest(Command):
    """Of one row, by its id."""

    guest: int


@dataclass(frozen=True, kw_only=True)
class ChangeGuest(Visit, OfGuest):
    """The row written anew; its number stays, and so does its year."""

    name: ClassVar[str] = "guests.change"


@dataclass(frozen=True, kw_only=True)
class StrikeGuest(OfGuest):
    """The row stays readable with its number, crossed out."""

    name: ClassVar[str] = "guests.strike"
    reason: str
