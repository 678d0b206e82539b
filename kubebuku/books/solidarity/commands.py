"""What can happen to the solidarity fund. Amounts are whole rupiah."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import ClassVar

from kubebuku.books.spec import Command, Paid
from kubebuku.domain.accounts import CASH, SOLIDARITY_CASH
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import DecisionId, PersonId, UnitId
from kubebuku.domain.money import Rupiah


class Every(Enum):
    """How often dues are paid: Banjarmasin each month, Kupang each year (domain.md 1.10)."""

    MONTH = "month"
    YEAR = "year"


class Source(Enum):
    """Of which result something is set aside: the running year's (3131), or that of closed years (3130)."""

    RUNNING = "running"
    KEPT = "kept"


@dataclass(frozen=True, kw_only=True)
class SetSolidarityRule(Command):
    """How much each member pays from the month `since` on; 0 from then on nothing. Months before it keep their rule."""

    name: ClassVar[str] = "solidarity.rule"
    since: Month
    amount: Rupiah
    every: Every = Every.MONTH
    decision: DecisionId | None = None


@dataclass(frozen=True, kw_only=True)
class SetBenefit(Command):
    """For an event (illness, birth, death, misfortune) the fund gives up to `ceiling` a time, None without a ceiling.

    `rule` names the kind that this one takes the place of, from `since` on; None adds a kind.
    """

    name: ClassVar[str] = "solidarity.set_benefit"
    event: str
    since: date
    ceiling: Rupiah | None = None
    outsiders: bool = False
    rule: int | None = None


@dataclass(frozen=True, kw_only=True)
class EndBenefit(Command):
    """The fund gives for this event until the day before `on`."""

    name: ClassVar[str] = "solidarity.end_benefit"
    rule: int
    on: date


@dataclass(frozen=True, kw_only=True)
class TakeDues(Command):
    """A member pays dues. `months` are paid in full without an `amount`, with one filled in their order.

    An amount without months pays the oldest that are not paid. Without a description one is put together.
    """

    name: ClassVar[str] = "solidarity.dues"
    on: date
    person: PersonId
    amount: Rupiah | None = None
    months: tuple[Month, ...] = ()
    description: str = ""
    box: str = SOLIDARITY_CASH
    nota: str | None = None


@dataclass(frozen=True, kw_only=True)
class SetAside(Paid):
    """A part of the result goes into the fund, and the money from `box` to `to_box` in the same entry.

    The running year's result is that of a business (`unit`, simpan pinjam too). With `moves` false the money stays where it
    is: it lies elsewhere for the fund.
    """

    name: ClassVar[str] = "solidarity.set_aside"
    source: Source = Source.RUNNING
    unit: UnitId | None = None
    box: str = CASH
    to_box: str = SOLIDARITY_CASH
    moves: bool = True
    decision: DecisionId | None = None
    nota: str | None = None


@dataclass(frozen=True, kw_only=True)
class GiveBenefit(Command):
    """Santunan to a member or an outsider for an event (`rule`), by a decision: one of the list, or in words (`decided`)."""

    name: ClassVar[str] = "solidarity.benefit"
    on: date
    amount: Rupiah
    person: PersonId
    rule: int
    decision: DecisionId | None = None
    decided: str | None = None
    description: str = ""
    box: str = SOLIDARITY_CASH
    nota: str | None = None
