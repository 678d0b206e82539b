"""Questions about the closings and the years, and their frozen answers. Times are UTC text as recorded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kubebuku.books.spec import Query
from kubebuku.domain.calendar import Month
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah

if TYPE_CHECKING:
    from kubebuku.books.mending.queries import PendingNote


@dataclass(frozen=True, slots=True)
class ClosingRow:
    """A closing ("close") or reopening ("reopen") as it stands in the chain."""

    id: int
    month: Month
    act: str
    serial: int
    code: str
    reason: str | None
    who: str
    recorded: str


@dataclass(frozen=True)
class Closings(Query[tuple[ClosingRow, ...]]):
    """Every closing and reopening, newest first; of one month if given."""

    month: Month | None = None


@dataclass(frozen=True, slots=True)
class MonthState:
    """Whether a month is closed, by what, and if not, the first thing in the way of closing it."""

    month: Month
    closed: bool
    standing: ClosingRow | None
    hindrance: RuleBroken | None
    closed_until: Month | None
    next: Month


@dataclass(frozen=True)
class ClosingState(Query[MonthState]):
    """A month that cannot be closed raises nothing: `MonthState.hindrance` is the refusal."""

    month: Month


@dataclass(frozen=True, slots=True)
class BoxToCount:
    """A box for the closing's form; `counted` is the newest count of the month's last three days, if the book stayed the same."""

    code: str
    label: str
    bank: bool
    book: Rupiah
    counted: Rupiah | None


@dataclass(frozen=True, slots=True)
class Preview:
    """What closing a month would seal.

    `received` and `paid` are those of the boxes together, `running` is True while the month is not over, `uncounted_goods`
    names businesses with stock or livestock that was not counted within the month.
    """

    state: MonthState
    entries: int
    received: Rupiah
    paid: Rupiah
    boxes: tuple[BoxToCount, ...]
    pending: tuple[PendingNote, ...]
    uncounted_goods: tuple[str, ...]
    running: bool


@dataclass(frozen=True)
class ClosingPreview(Query[Preview]):
    """Before a month is closed."""

    month: Month


@dataclass(frozen=True, slots=True)
class CountedBox:
    """A box at a closing: book, counted (None if skipped), and the explanation."""

    code: str
    label: str
    book: Rupiah
    counted: Rupiah | None
    explanation: str | None


@dataclass(frozen=True, slots=True)
class AccountAtClosing:
    """What an account held when the month was closed, in its own direction."""

    code: str
    label: str
    amount: Rupiah


@dataclass(frozen=True, slots=True)
class ChangedAccount:
    """An account that differs from the closing before: was, is, and the bukti that changed it."""

    code: str
    label: str
    was: Rupiah
    now: Rupiah
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """Everything the printed closing proof says. `replaces` is the code of the closing before, None for the first."""

    month: Month
    serial: int
    code: str
    hash: str
    who: str
    recorded: str
    standing: bool
    entries: int
    last_number: str | None
    boxes: tuple[CountedBox, ...]
    accounts: tuple[AccountAtClosing, ...]
    replaces: str | None
    reopened_because: str | None
    changed: tuple[ChangedAccount, ...]


@dataclass(frozen=True)
class ClosingProof(Query[Proof]):
    """Bukti penutupan of a month: its newest closing, or the one of that number. Raises NoSuchClosing."""

    month: Month
    serial: int | None = None


@dataclass(frozen=True, slots=True)
class YearState:
    """A year: closed by which bukti, its result so far or as it was closed (profit positive), what was shared of it."""

    year: int
    number: str | None
    result: Rupiah
    shared: Rupiah
    over: bool


@dataclass(frozen=True)
class Years(Query[tuple[YearState, ...]]):
    """Every year from the opening to today."""
