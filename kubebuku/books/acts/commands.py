"""Acts on entries, months and years. Amounts are whole rupiah."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from kubebuku.books.spec import Command
from kubebuku.domain.accounts import RESERVE
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import DecisionId, EntryId, ItemId, LoanId, PersonId, UnitId
from kubebuku.domain.money import Rupiah

# ---- mending


@dataclass(frozen=True, kw_only=True)
class Undo(Command):
    """Urungkan: strike an entry out on its own date. A reason is needed for an opening once a month has been closed."""

    name: ClassVar[str] = "acts.undo"
    entry: EntryId
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class Amend(Command):
    """Ubah: strike an entry out and write `replacement` in its place, judged together by their net effect."""

    name: ClassVar[str] = "acts.amend"
    entry: EntryId
    replacement: Command
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class CorrectEarlier(Command):
    """Koreksi bulan lalu: take back an entry of a closed month on `on`, in an open one, and write `replacement` there if given.

    `replacement` is dated `on` whatever date it carries, and its description names the old bukti and the reason.
    """

    name: ClassVar[str] = "acts.correct_earlier"
    entry: EntryId
    on: date
    reason: str
    replacement: Command | None = None


# ---- pending notes


@dataclass(frozen=True, kw_only=True)
class KeepPending(Command):
    """Catatan tertunda: keep an act that the zero rule refuses, without number and not counted."""

    name: ClassVar[str] = "acts.keep_pending"
    command: Command


@dataclass(frozen=True, kw_only=True)
class PostPending(Command):
    """Carry out a pending note now that it fits."""

    name: ClassVar[str] = "acts.post_pending"
    note: int


@dataclass(frozen=True, kw_only=True)
class DropPending(Command):
    """Drop a pending note that did not happen, with the reason; `entry` is what was written in its place, if something was."""

    name: ClassVar[str] = "acts.drop_pending"
    note: int
    reason: str = ""
    entry: EntryId | None = None


# ---- general journal and decisions


@dataclass(frozen=True, kw_only=True)
class JournalLine:
    """One line: debit positive, credit negative."""

    account: str
    amount: Rupiah
    unit: UnitId | None = None
    person: PersonId | None = None
    loan: LoanId | None = None
    item: ItemId | None = None


@dataclass(frozen=True, kw_only=True)
class GeneralJournal(Command):
    """Jurnal umum: free lines that sum to zero, for the pendamping."""

    name: ClassVar[str] = "acts.journal"
    on: date
    description: str
    lines: tuple[JournalLine, ...]
    nota: str | None = None
    decision: DecisionId | None = None


@dataclass(frozen=True, kw_only=True)
class RecordDecision(Command):
    """What a meeting decided, for entries to point at."""

    name: ClassVar[str] = "acts.decision"
    words: str
    decided: date


# ---- closing


@dataclass(frozen=True, kw_only=True)
class BoxCounted:
    """Cash counted in a box, or the figure in the bank's book; None with the reason where it was skipped.

    `explanation` is needed where the figure differs from the book, naming the entries that explain it, and where it was skipped.
    """

    box: str
    counted: Rupiah | None
    explanation: str | None = None


@dataclass(frozen=True, kw_only=True)
class CloseMonth(Command):
    """Tutup buku: every box that holds money or moved it in the month is counted, or its skipping explained."""

    name: ClassVar[str] = "acts.close_month"
    month: Month
    counts: tuple[BoxCounted, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ReopenMonths(Command):
    """Open the last closed month again, and those before it down to `month`, with one reason."""

    name: ClassVar[str] = "acts.reopen_months"
    month: Month
    reason: str


@dataclass(frozen=True, kw_only=True)
class CloseYear(Command):
    """Empty income, costs and what was shared into 3130, by unit, on 31 December.

    January to November are closed before; December is open, and is closed after it.
    """

    name: ClassVar[str] = "acts.close_year"
    year: int
    description: str = ""


@dataclass(frozen=True, kw_only=True)
class ReopenYear(Command):
    """Take the year's closing back, unless its result has been shared. December is opened before."""

    name: ClassVar[str] = "acts.reopen_year"
    year: int
    reason: str


# ---- opening


@dataclass(frozen=True, kw_only=True)
class OpeningBox:
    """Money as counted in a box."""

    box: str
    amount: Rupiah


@dataclass(frozen=True, kw_only=True)
class OpeningSavings:
    """What a member has saved so far: pokok, wajib, sukarela."""

    person: PersonId
    principal: Rupiah = Rupiah(0)
    obligatory: Rupiah = Rupiah(0)
    voluntary: Rupiah = Rupiah(0)


@dataclass(frozen=True, kw_only=True)
class OpeningLine:
    """A debtor, creditor, unpaid share, fund, stock, capital, or the year's income or cost so far.

    `amount` is positive in the account's own direction (a debt of the group on 2101, income on 4101); 3120 and 3130 may be
    negative. Money, equipment, loans and savings have lists of their own.
    """

    account: str
    amount: Rupiah
    unit: UnitId | None = None
    person: PersonId | None = None


@dataclass(frozen=True, kw_only=True)
class OpeningItem:
    """A thing with what it cost and what of that is written off; `life_months` is the whole life for further depreciation."""

    label: str
    value: Rupiah
    depreciated: Rupiah = Rupiah(0)
    number: str | None = None
    unit: UnitId | None = None
    acquired: date | None = None
    quantity: int = 1
    measure: str | None = None
    life_months: int | None = None
    residual: Rupiah = Rupiah(0)
    for_hire: bool = False
    place: str | None = None


@dataclass(frozen=True, kw_only=True)
class OpeningLoan:
    """A running loan: first amount, what is still to be repaid, in how many instalments, the next one when."""

    person: PersonId
    principal: Rupiah
    rest: Rupiah
    opened: date
    label: str | None = None
    instalments_left: int | None = None
    next_due: date | None = None


@dataclass(frozen=True, kw_only=True)
class OpeningHerd:
    """Livestock of a unit: how many heads and at what price they were bought, together."""

    unit: UnitId
    animal: str
    heads: int
    value: Rupiah


@dataclass(frozen=True, kw_only=True)
class OpeningDues:
    """Until which month a member has paid the solidarity dues."""

    person: PersonId
    paid_until: Month


@dataclass(frozen=True, kw_only=True)
class OpenBook(Command):
    """The opening balances, on the day the book opens. What the lists do not explain stands on 3190."""

    name: ClassVar[str] = "acts.open_book"
    boxes: tuple[OpeningBox, ...] = ()
    savings: tuple[OpeningSavings, ...] = ()
    lines: tuple[OpeningLine, ...] = ()
    items: tuple[OpeningItem, ...] = ()
    loans: tuple[OpeningLoan, ...] = ()
    herds: tuple[OpeningHerd, ...] = ()
    dues: tuple[OpeningDues, ...] = ()
    description: str = ""


@dataclass(frozen=True, kw_only=True)
class ExplainOpening(Command):
    """A decision moves unexplained opening balance (3190) to aid capital, reserve or unshared result (3110, 3120, 3130)."""

    name: ClassVar[str] = "acts.explain_opening"
    on: date
    description: str
    amount: Rupiah
    decision: str
    account: str = RESERVE
    unit: UnitId | None = None
