"""What can be asked about aid: each programme with what came, what was done with it and what is left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kubebuku.books.spec import Query
from kubebuku.domain.entries import EntryId
from kubebuku.domain.money import Rupiah


@dataclass(frozen=True, slots=True)
class AidLine:
    """An entry that an aid received, paid, passed on or paid back; `what` are the accounts it went to or came from.

    A correction of an earlier month stands as a line of its own with a negative amount.
    """

    entry: EntryId
    on: date
    number: str
    description: str
    role: str
    what: tuple[str, ...]
    amount: Rupiah


@dataclass(frozen=True, slots=True)
class AidUse:
    """One programme: what came, what was done with it, what is left. Goods count as used on the day they came."""

    aid: int
    label: str
    year: int
    kind: str
    form: str
    giver: str | None
    note: str | None
    received: Rupiah
    used: Rupiah
    passed_on: Rupiah
    returned: Rupiah
    lines: tuple[AidLine, ...]

    @property
    def rest(self) -> Rupiah:
        """What is not yet used, passed on or paid back; negative where more was spent under its name than came."""
        return self.received - self.used - self.passed_on - self.returned


@dataclass(frozen=True)
class AidRealisation(Query[tuple[AidUse, ...]]):
    """Realisasi bantuan at the end of `at`: every programme of which something was received, oldest first."""

    at: date | None = None


@dataclass(frozen=True, slots=True)
class AidChoice:
    """A programme as a form offers it."""

    aid: int
    label: str
    year: int
    kind: str


@dataclass(frozen=True)
class AidChoices(Query[tuple[AidChoice, ...]]):
    """The programmes a cost or purchase can name, newest first."""
