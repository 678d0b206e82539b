"""Questions to the books of letters and their frozen answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kubebuku.books.letters.commands import FollowUp, Way
from kubebuku.books.records import Recorded
from kubebuku.books.spec import Query


@dataclass(frozen=True, slots=True)
class LetterRow:
    """One letter in the columns of domain.md 2.9. `on` is the day it was received or sent; `struck` is the reason, if struck."""

    id: int
    way: Way
    year: int
    agenda: int
    number: str | None
    letter_date: date
    on: date
    party: str
    subject: str
    enclosures: str | None
    forwarded: str | None
    copies: str | None
    follow_up: FollowUp
    follow_up_note: str | None
    struck: str | None
    who: str
    #: UTC
    recorded: str


@dataclass(frozen=True)
class Letters(Recorded[LetterRow]):
    """Letters by way, year and agenda number; `open_only` keeps those that still ask for something."""

    way: Way | None = None
    open_only: bool = False


@dataclass(frozen=True)
class Letter(Query[LetterRow]):
    """One letter; raises RowUnknown."""

    letter: int


@dataclass(frozen=True, slots=True)
class Agenda:
    """The next agenda number, and the number a letter of the group would carry by it."""

    agenda: int
    number: str


@dataclass(frozen=True)
class NextAgenda(Query[Agenda]):
    """What the next letter written on that day would get."""

    way: Way
    on: date
