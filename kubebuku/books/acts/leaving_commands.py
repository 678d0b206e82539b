"""A member leaves the group: what is asked for it, and what would be settled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from kubebuku.books.spec import Command, Query
from kubebuku.domain.accounts import CASH, LOAN_CASH
from kubebuku.domain.entries import PersonId
from kubebuku.domain.money import Rupiah


@dataclass(frozen=True, kw_only=True)
class LeaveGroup(Command):
    """All savings against loans and other claims, the rest paid out, the member archived: one act, one entry.

    Savings and loans are settled through `box`, everything else through `cash_box`, meeting fines through the box of what they
    are for. With `keep_back` the unpaid jasa and denda of running loans and unpaid meeting fines are kept back too; `loan_fee` is
    the jasa kept back where the group agrees on another amount than the card says. Refused where more is owed than is saved.
    Without anything open no entry is written.
    """

    name: ClassVar[str] = "acts.leave_group"
    person: PersonId
    on: date
    reason: str
    loan_fee: Rupiah | None = None
    keep_back: bool = True
    description: str = ""
    box: str = LOAN_CASH
    cash_box: str = CASH
    nota: str | None = None


@dataclass(frozen=True, slots=True)
class LeavingLine:
    """One open balance. `owes`: the member owes it to the group, else it is the member's own. `loan` is the loan's label.

    On an account of income or of the solidarity fund it is jasa, denda or a meeting fine that is due and unpaid.
    """

    account: str
    label: str
    loan: str | None
    amount: Rupiah
    owes: bool


@dataclass(frozen=True, slots=True)
class LeavingPlan:
    """What leaving would settle and pay out; `pays_out` is negative where the member owes more than is saved.

    `in_the_way` are balances that another act settles first (money lent to the group, goods on credit, aid to be passed on).
    """

    name: str
    lines: tuple[LeavingLine, ...]
    pays_out: Rupiah
    in_the_way: tuple[LeavingLine, ...]


@dataclass(frozen=True)
class Leaving(Query[LeavingPlan]):
    """Look before a member leaves on that day (today if None); raises UnknownMember."""

    person: int
    on: date | None = None
