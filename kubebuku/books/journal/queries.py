"""Questions about entries of any kind, for who is writing one."""

from __future__ import annotations

from dataclasses import dataclass

from kubebuku.books.cash.queries import EntryRow
from kubebuku.books.spec import Command, Query


@dataclass(frozen=True)
class SimilarEntries(Query[tuple[EntryRow, ...]]):
    """Standing entries of the same act, day and amount: likely doubles of `command`, which is not saved yet."""

    command: Command


@dataclass(frozen=True)
class DescriptionsUsed(Query[tuple[str, ...]]):
    """Descriptions written with a form before that hold `prefix`, those that begin with it and the newest first."""

    form: str
    prefix: str = ""
    unit: int | None = None
    most: int = 8


@dataclass(frozen=True, slots=True)
class FrequentForm:
    """A form that is often used, for one unit if it names one."""

    form: str
    unit: int | None
    count: int


@dataclass(frozen=True)
class FrequentForms(Query[tuple[FrequentForm, ...]]):
    """The forms of the last three hundred entries, most used first."""

    most: int = 4


@dataclass(frozen=True)
class NamelessEntries(Query[tuple[EntryRow, ...]]):
    """Standing entries with a line that should say whose or for what it is and does not, oldest first (accounting.md 2)."""
