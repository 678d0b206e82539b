"""A member leaves the group."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from kubebuku.books.spec import Command
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
