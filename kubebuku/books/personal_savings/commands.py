"""What can happen to the members' savings. Amounts are whole rupiah; 0 leaves a kind of savings out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import ClassVar

from kubebuku.books.personal_savings.rules import FeeBase, SavingsKind
from kubebuku.books.spec import Command
from kubebuku.domain.accounts import LOAN_CASH
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import DecisionId, PersonId
from kubebuku.domain.money import Rupiah


@dataclass(frozen=True, kw_only=True)
class SetSavingsRule(Command):
    """What is asked from the month `since` on; rules before it stay as they were.

    `principal` once on joining, `obligatory` each month (0: not asked), `fee_rate` a year on simpanan sukarela (0: none,
    at most 1).
    """

    name: ClassVar[str] = "personal_savings.rule"
    since: Month
    principal: Rupiah = Rupiah(0)
    obligatory: Rupiah = Rupiah(0)
    fee_rate: Fraction = Fraction(0)
    fee_base: FeeBase = FeeBase.LOWEST
    decision: DecisionId | None = None


@dataclass(frozen=True, kw_only=True)
class DepositSavings(Command):
    """What a member pays in, all three kinds in one entry.

    `months` are the months of simpanan wajib; with no `obligatory` amount they are paid in full, with one they are filled in
    their order. An amount without months pays the oldest that are not paid. Without a description one is put together.
    """

    name: ClassVar[str] = "personal_savings.deposit"
    on: date
    person: PersonId
    principal: Rupiah = Rupiah(0)
    obligatory: Rupiah = Rupiah(0)
    months: tuple[Month, ...] = ()
    voluntary: Rupiah = Rupiah(0)
    description: str = ""
    box: str = LOAN_CASH
    nota: str | None = None


@dataclass(frozen=True, kw_only=True)
class WithdrawSavings(Command):
    """Simpanan sukarela paid out. Pokok and wajib are refused: they are paid out on leaving."""

    name: ClassVar[str] = "personal_savings.withdraw"
    on: date
    person: PersonId
    amount: Rupiah
    kind: SavingsKind = SavingsKind.VOLUNTARY
    description: str = ""
    box: str = LOAN_CASH
    nota: str | None = None


@dataclass(frozen=True, kw_only=True)
class GiveSavingsFee(Command):
    """Jasa of a month that is over for every saver, added to simpanan sukarela.

    Without a day it is its last one, or today where the month is closed.
    """

    name: ClassVar[str] = "personal_savings.fee"
    month: Month
    on: date | None = None
    description: str = ""
