"""What happens in the guest book."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from kubebuku.books.spec import Command


@dataclass(frozen=True, kw_only=True)
class WriteGuest(Command):
    """One visit. `impression` is what the guest left behind: a word of thanks, or the companion's guidance and advice."""

    name: ClassVar[str] = "guests.write"
    on: date
    full_name: str
    purpose: str
    agency: str | None = None
    position: str | None = None
    impression: str | None = None


@dataclass(frozen=True, kw_only=True)
class ChangeGuest(Command):
    """The row written anew; its number stays, and so does its year."""

    name: ClassVar[str] = "guests.change"
    guest: int
    on: date
    full_name: str
    purpose: str
    agency: str | None = None
    position: str | None = None
    impression: str | None = None


@dataclass(frozen=True, kw_only=True)
class StrikeGuest(Command):
    """The row stays readable with its number, crossed out."""

    name: ClassVar[str] = "guests.strike"
    guest: int
    reason: str
