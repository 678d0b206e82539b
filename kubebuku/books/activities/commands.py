"""What happens in the activity book."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from kubebuku.books.spec import Command
from kubebuku.domain.entries import PersonId


@dataclass(frozen=True, kw_only=True)
class Done(Command):
    """What the group did: training, communal work, a visit. `person` was in charge."""

    on: date
    title: str
    person: PersonId | None = None
    place: str | None = None
    story: str | None = None


@dataclass(frozen=True, kw_only=True)
class WriteActivity(Done):
    """What the group did: training, communal work, a visit. `person` was in charge. Meetings come here by themselves."""

    name: ClassVar[str] = "activities.write"


@dataclass(frozen=True, kw_only=True)
class OfActivity(Command):
    """Of one row, by its id."""

    activity: int


@dataclass(frozen=True, kw_only=True)
class ChangeActivity(Done, OfActivity):
    """The row written anew; its number stays, and so does its year. A meeting's row follows its minutes."""

    name: ClassVar[str] = "activities.change"


@dataclass(frozen=True, kw_only=True)
class StrikeActivity(OfActivity):
    """The row stays readable with its number, crossed out."""

    name: ClassVar[str] = "activities.strike"
    reason: str
