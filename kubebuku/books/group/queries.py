"""Questions about the group: who it is, its settings, businesses, accounts and decisions, and their frozen answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kubebuku.books.spec import Attention, Query
from kubebuku.domain.calendar import Month
from kubebuku.domain.money import Rupiah


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
class ClosedUntil(Query[Month | None]):
    """The last closed month, None while every month is open: what every list that offers to mend must know."""


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
class AttentionList(Query[tuple[Attention, ...]]):
    """Everything that wants attention, of all books."""
