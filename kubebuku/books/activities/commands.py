"""What happens in the activity book."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from kubebuku.books.spec import Command
from kubebuku.domain.entries import PersonId


@dataclass(frozen=True, kw_only=True)
class WriteActivity(Command):
    """What the group did: training, communal work, a visit. `person` was in charge. Meetings come here by themselves."""

    name: ClassVar[str] = "activities.write"
    on: date
    title: str
    person: PersonId | None = None
    place: str | None = None
    story: str | None = None


@dataclass(frozen=True, kw_only=True)
class ChangeActivity(Command):
    """The row written anew; its number stays, and so does its year. A meeting's row follows its minutes."""

    name: ClassVar[str] = "activities.change"
    activity: int
    on: date
    title: str
    person: PersonId | None = None
    place: str | None = None
    story: str | None = None


@dataclass(frozen=True, kw_only=True)
class StrikeActivity(Command):
    """The row stays readable with its number, crossed out."""

    name: ClassVar[str] = "activities.strike"
    activity: int
    reason: str
