"""Questions about entries, closings and the group, and their frozen answers. Times are UTC text as recorded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kubebuku.books.acts.commands import OpenBook
from kubebuku.books.cash.queries import EntryRow
from kubebuku.books.spec import Attention, Command, Query
from kubebuku.domain.calendar import Month
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import Sentence

# ---- entries


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

    `struck_by` is the bukti of its mirror; `struck_on` the mirror's date, `struck_at` and `struck_who` when and by whom, `why`
    the reason given. `late` counts days between its date and its recording.
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
    struck_on: date | None
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


# ---- opening


@dataclass(frozen=True, slots=True)
class OpeningState:
    """The standing opening, its command if it was written by the form, and what of it is not explained (credit positive).

    `needs_reason` once a month has been closed; `closed` while its month is.
    """

    opened: date
    entry: int | None
    number: str | None
    command: OpenBook | None
    unexplained: Rupiah
    needs_reason: bool
    closed: bool


@dataclass(frozen=True)
class Opening(Query[OpeningState]):
    """How the book was opened."""


# ---- closings


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
    """The state of a month."""

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
    """A year: closed by which bukti, and its result so far or as it was closed (profit positive)."""

    year: int
    number: str | None
    result: Rupiah
    over: bool


@dataclass(frozen=True)
class Years(Query[tuple[YearState, ...]]):
    """Every year from the opening to today."""


# ---- the group


@dataclass(frozen=True, slots=True)
class GroupFacts:
    """Who the group is; `members` counts those of today."""

    name: str
    book_id: str
    opened: date
    practice: bool
    members: int
    founded: int | None
    business: str | None
    address: str | None
    neighbourhood: str | None
    village: str | None
    district: str | None
    city: str | None
    province: str | None
    phone: str | None
    decree: str | None
    bank_name: str | None
    bank_account: str | None
    companion: str | None
    village_head: str | None
    village_head_nip: str | None
    icon: str | None


@dataclass(frozen=True)
class Group(Query[GroupFacts]):
    """The group's identity."""


@dataclass(frozen=True, slots=True)
class Choices:
    """The group's settings (see `ledger.settings.Settings`)."""

    box_usaha: str
    box_savings_loan: str
    box_solidarity: str
    count_days: int
    paper: str
    village_head_signs: bool
    general_costs: str


@dataclass(frozen=True)
class GroupChoices(Query[Choices]):
    """The group's settings."""


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A business; `kind` is "usaha" or "simpan_pinjam"."""

    id: int
    label: str
    kind: str
    icon: str | None
    opened: date
    closed: date | None


@dataclass(frozen=True)
class Units(Query[tuple[UnitRow, ...]]):
    """Businesses in the order they began, the built-in one last; ended ones only `with_closed`."""

    with_closed: bool = False
    with_savings_loan: bool = False


@dataclass(frozen=True, slots=True)
class AccountRow:
    """An account with its balance in its own direction; `own` accounts are the group's, `used` ones were written on."""

    code: str
    label: str
    kind: str
    parent: str | None
    balance: Rupiah
    box: bool
    closed: bool
    own: bool
    used: bool


@dataclass(frozen=True)
class Accounts(Query[tuple[AccountRow, ...]]):
    """The chart with balances at the end of `at` (now if None)."""

    at: date | None = None


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One posting of an account; amount and balance in the account's own direction."""

    entry: int
    number: str
    on: date
    description: str
    amount: Rupiah
    balance: Rupiah
    unit: str | None
    person: str | None


@dataclass(frozen=True, slots=True)
class AccountPage:
    """An account's lines with the balance before them."""

    code: str
    label: str
    opening: Rupiah
    lines: tuple[AccountLine, ...]
    closing: Rupiah


@dataclass(frozen=True)
class AccountBook(Query[AccountPage]):
    """One account in a month or from the beginning; `person` or `unit` narrow it."""

    account: str
    month: Month | None = None
    person: int | None = None
    unit: int | None = None


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """What was decided."""

    id: int
    words: str
    decided: date


@dataclass(frozen=True)
class Decisions(Query[tuple[DecisionRow, ...]]):
    """Standing decisions, newest first."""


@dataclass(frozen=True)
class NamelessEntries(Query[tuple[EntryRow, ...]]):
    """Standing entries with a line that should say whose or for what it is and does not, oldest first (accounting.md 2)."""


@dataclass(frozen=True)
class AttentionList(Query[tuple[Attention, ...]]):
    """Everything that wants attention, of all books."""
