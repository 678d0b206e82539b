"""What happens to letters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import ClassVar

from kubebuku.books.spec import Command


class Way(Enum):
    """Whether a letter came or went."""

    IN = "in"
    OUT = "out"


class FollowUp(Enum):
    """Whether a letter asks for something (status TL)."""

    NONE = "none"
    OPEN = "open"
    DONE = "done"


@dataclass(frozen=True, kw_only=True)
class Written(Command):
    """What stands in the book about a letter."""

    on: date
    letter_date: date
    party: str
    subject: str
    number: str | None = None
    enclosures: str | None = None
    forwarded: str | None = None
    copies: str | None = None
    follow_up: FollowUp = FollowUp.NONE
    follow_up_note: str | None = None


@dataclass(frozen=True, kw_only=True)
class OfWay(Command):
    """Of the letters that came, or of those that went."""

    way: Way


@dataclass(frozen=True, kw_only=True)
class WriteLetter(Written, OfWay):
    """A letter received or sent `on` that day.

    `party` is who sent it or to whom it goes; `number` is the one on the letter; `forwarded` is for letters that came,
    `copies` (tembusan) for letters that went.
    """

    name: ClassVar[str] = "letters.write"


@dataclass(frozen=True, kw_only=True)
class OfLetter(Command):
    """Of one letter, by its id."""

    letter: int


@dataclass(frozen=True, kw_only=True)
class ChangeLetter(Written, OfLetter):
    """The row written anew; way, year and agenda number stay."""

    name: ClassVar[str] = "letters.change"


@dataclass(frozen=True, kw_only=True)
class SettleLetter(OfLetter):
    """What the letter asked for is done; `note` says how."""

    name: ClassVar[str] = "letters.settle"
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class StrikeLetter(OfLetter):
    """The row stays readable with its agenda number, crossed out."""

    name: ClassVar[str] = "letters.strike"
    reason: str
