"""Questions to the activity book and their frozen answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kubebuku.books.records import Recorded
from kubebuku.books.spec import Query


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """One activity in the columns of domain.md 2.9.

    `roles` are offices the person held on that day, as keys ("ketua"); `meeting` is set where the row came from the minutes
    of a meeting; `struck` is the reason of a row that was struck out.
    """

    id: int
    year: int
    no: int
    on: date
    title: str
    person: int | None
    name: str | None
    roles: tuple[str, ...]
    place: str | None
    story: str | None
    meeting: int | None
    struck: str | None
    who: str
    #: UTC
    recorded: str


@dataclass(frozen=True)
class Activities(Recorded[ActivityRow]):
    """Activities by year and number."""


@dataclass(frozen=True)
class Activity(Query[ActivityRow]):
    """One activity; raises RowUnknown."""

    activity: int
