"""What a group decides about its own book: who it is, its businesses, its accounts, its choices."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from kubebuku.books.spec import Command
from kubebuku.domain.accounts import CASH, LOAN_CASH, SOLIDARITY_CASH
from kubebuku.domain.entries import UnitId


@dataclass(frozen=True, kw_only=True)
class SetGroup(Command):
    """Who the group is, written anew: what is not given is empty from then on. `founded` is a year."""

    name: ClassVar[str] = "acts.set_group"
    group: str
    founded: int | None = None
    business: str | None = None
    address: str | None = None
    neighbourhood: str | None = None
    village: str | None = None
    district: str | None = None
    city: str | None = None
    province: str | None = None
    phone: str | None = None
    decree: str | None = None
    bank_name: str | None = None
    bank_account: str | None = None
    companion: str | None = None
    village_head: str | None = None
    village_head_nip: str | None = None
    icon: str | None = None


@dataclass(frozen=True, kw_only=True)
class SetBoxDefaults(Command):
    """Which box each kind of act takes if nothing else is chosen (accounting.md 3)."""

    name: ClassVar[str] = "acts.set_boxes"
    usaha: str = CASH
    savings_loan: str = LOAN_CASH
    solidarity: str = SOLIDARITY_CASH


@dataclass(frozen=True, kw_only=True)
class SetChoices(Command):
    """Other choices; what is None stays as it is. `paper` is "a4" or "f4", `general_costs` "general" or "by_income"."""

    name: ClassVar[str] = "acts.set_choices"
    count_days: int | None = None
    paper: str | None = None
    village_head_signs: bool | None = None
    general_costs: str | None = None


@dataclass(frozen=True, kw_only=True)
class OpenUnit(Command):
    """A new business from `opened` on."""

    name: ClassVar[str] = "acts.open_unit"
    label: str
    opened: date
    icon: str | None = None


@dataclass(frozen=True, kw_only=True)
class RenameUnit(Command):
    """Another name or icon; entries keep pointing at the same business."""

    name: ClassVar[str] = "acts.rename_unit"
    unit: UnitId
    label: str
    icon: str | None = None


@dataclass(frozen=True, kw_only=True)
class CloseUnit(Command):
    """A business ends on `on`, once its stock and livestock are gone."""

    name: ClassVar[str] = "acts.close_unit"
    unit: UnitId
    on: date


@dataclass(frozen=True, kw_only=True)
class ReopenUnit(Command):
    """A business that had ended goes on."""

    name: ClassVar[str] = "acts.reopen_unit"
    unit: UnitId


@dataclass(frozen=True, kw_only=True)
class AddAccount(Command):
    """An account of the group's own under one of the chart (1110 -> 1110.01), with its kind, box, needs and class."""

    name: ClassVar[str] = "acts.add_account"
    parent: str
    label: str


@dataclass(frozen=True, kw_only=True)
class RenameAccount(Command):
    """Another name; an empty one gives a shipped account its own name back."""

    name: ClassVar[str] = "acts.rename_account"
    account: str
    label: str


@dataclass(frozen=True, kw_only=True)
class CloseAccount(Command):
    """No more entries on it; only once it is empty."""

    name: ClassVar[str] = "acts.close_account"
    account: str


@dataclass(frozen=True, kw_only=True)
class ReopenAccount(Command):
    """Entries may be written on it again."""

    name: ClassVar[str] = "acts.reopen_account"
    account: str


@dataclass(frozen=True, kw_only=True)
class DeleteAccount(Command):
    """Only a group's own account on which nothing was ever written."""

    name: ClassVar[str] = "acts.delete_account"
    account: str


@dataclass(frozen=True, kw_only=True)
class RecordDecision(Command):
    """What a meeting decided, for entries to point at."""

    name: ClassVar[str] = "acts.decision"
    words: str
    decided: date
