"""Questions about entries and notes that wait, and their frozen answers. Times are UTC text as recorded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kubebuku.books.spec import Command, Query
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import Sentence


@dataclass(frozen=True, slots=True)
class StoryLine:
    """One line of an entry with names for its dimensions; debit positive."""

    account: str
    label: str
    amount: Rupiah
    unit: str | None
    person: str | None
    loan: str | None
    item: str | None


@dataclass(frozen=True, slots=True)
class Version:
    """An entry as it was once written.

    `struck_by` is the bukti of its mirror, `struck_at` and `struck_who` when and by whom it was written, `why` the reason given.
    `late` counts days between its date and its recording.
    """

    entry: int
    number: str
    on: date
    description: str
    nota: str | None
    kind: str
    who: str
    recorded: str
    late: int
    decision: str | None
    amount: Rupiah
    lines: tuple[StoryLine, ...]
    struck_by: str | None
    struck_at: str | None
    struck_who: str | None
    why: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """What one version has otherwise than the one before: the name of the thing, was, is, as a person reads them."""

    what: Sentence
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Story:
    """All versions of one entry, oldest first; `changes[i]` tells what version i+1 has otherwise than version i.

    `asked` is the place of the entry asked for among the versions. `may_amend` is True while it stands in an open month,
    `may_correct` while it stands in a closed one; both are False once it is struck out or for what is mended elsewhere.
    """

    versions: tuple[Version, ...]
    changes: tuple[tuple[Change, ...], ...]
    asked: int
    may_amend: bool
    may_correct: bool


@dataclass(frozen=True)
class EntryStory(Query[Story]):
    """Cerita: who wrote an entry, when, what replaced it. A mirror tells the story of what it strikes out."""

    entry: int


@dataclass(frozen=True, slots=True)
class OpenedForm:
    """What an entry was written with: the form's key (None where it has a page of its own) and the command."""

    key: str | None
    command: Command | None


@dataclass(frozen=True)
class FormFor(Query[OpenedForm]):
    """The form by which an entry can be opened again; both None for one posted without a command."""

    entry: int


@dataclass(frozen=True, slots=True)
class PendingNote:
    """A note that waits; `form` is None where the act has a page of its own. `command` opens it again."""

    id: int
    command: Command
    form: str | None
    on: date
    description: str
    amount: Rupiah
    reason: str
    who: str
    recorded: str


@dataclass(frozen=True)
class PendingNotes(Query[tuple[PendingNote, ...]]):
    """Notes that wait, by date."""


@dataclass(frozen=True, slots=True)
class DroppedNote:
    """A note that waits no longer and never became a record. `why` says who dropped it, when and for what reason."""

    id: int
    on: date
    description: str
    amount: Rupiah
    who: str
    why: str


@dataclass(frozen=True)
class DroppedNotes(Query[tuple[DroppedNote, ...]]):
    """The notes dropped last, the newest on top, at most `most`."""

    most: int = 10
