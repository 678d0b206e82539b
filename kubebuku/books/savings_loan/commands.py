"""What can happen to the loans of the group. Amounts are whole rupiah.

A choice of None is that of the lending rules in force on the day. A decision is one of the list (`decision`), or is written down
now in words (`decided`). Without a description one is put together.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import ClassVar

from kubebuku.books.savings_loan.rules import USUAL_ORDER, Bands, FineKind, Part, Per
from kubebuku.books.savings_loan.schedules import Every, Method
from kubebuku.books.spec import Command
from kubebuku.domain.accounts import LOAN_CASH
from kubebuku.domain.entries import DecisionId, LoanId, PersonId
from kubebuku.domain.money import Rupiah


class Excess(Enum):
    """Where more than is owed goes: nowhere (refused), or into the borrower's simpanan sukarela."""

    REFUSE = "refuse"
    SAVINGS = "savings"


class UnpaidFee(Enum):
    """What becomes of unpaid jasa on rescheduling: owed with the first new instalment, added to the principal, or let go."""

    KEEP = "keep"
    ADD = "add"
    LET_GO = "let_go"


@dataclass(frozen=True, kw_only=True)
class SetLendingRules(Command):
    """The lending rules from `since` on; loans made before keep theirs. The standard is that of Banjarmasin (domain.md 1.9).

    `most` is the highest loan, `months` the longest term (1 to 120), `rate` at most 100 %, `at_once` how many loans a person
    may have running, `order` what a payment settles first, `bands` how days late become a class.
    """

    name: ClassVar[str] = "savings_loan.rules"
    since: date
    most: Rupiah = Rupiah(500_000)
    months: int = 3
    method: Method = Method.NONE
    rate: Fraction = Fraction(0)
    per: Per = Per.MONTH
    every: Every = Every.MONTH
    round_to: int = 1
    grace: int = 0
    fine: FineKind = FineKind.NONE
    fine_amount: Rupiah = Rupiah(0)
    fine_rate: Fraction = Fraction(0)
    outsiders: bool = True
    at_once: int = 1
    order: tuple[Part, ...] = USUAL_ORDER
    bands: Bands = Bands.PRODUCT
    note: str | None = None
    decision: DecisionId | None = None
    decided: str | None = None


@dataclass(frozen=True, kw_only=True)
class Wanted(Command):
    """How a loan is to be repaid, and what for. `payment` is an instalment the group fixes; `grace` instalments pay jasa only."""

    months: int | None = None
    method: Method | None = None
    rate: Fraction | None = None
    per: Per | None = None
    every: Every | None = None
    round_to: int | None = None
    payment: Rupiah | None = None
    grace: int | None = None
    purpose: str | None = None
    guarantee: str | None = None
    aid: int | None = None


@dataclass(frozen=True, kw_only=True)
class ApplyForLoan(Wanted):
    """Somebody asks for a loan; nothing is posted."""

    name: ClassVar[str] = "savings_loan.apply"
    on: date
    amount: Rupiah
    person: PersonId


@dataclass(frozen=True, kw_only=True)
class ApproveLoan(Command):
    """A meeting grants an application; `amount` or `months` where it grants another sum or term.

    `exception` is the reason for which it is granted against the lending rules.
    """

    name: ClassVar[str] = "savings_loan.approve"
    loan: LoanId
    on: date
    amount: Rupiah | None = None
    months: int | None = None
    decision: DecisionId | None = None
    decided: str | None = None
    exception: str | None = None


@dataclass(frozen=True, kw_only=True)
class RefuseLoan(Command):
    """A meeting refuses an application."""

    name: ClassVar[str] = "savings_loan.refuse"
    loan: LoanId
    on: date
    reason: str
    decision: DecisionId | None = None
    decided: str | None = None


@dataclass(frozen=True, kw_only=True)
class WithdrawApplication(Command):
    """The borrower wants the loan no more."""

    name: ClassVar[str] = "savings_loan.withdraw"
    loan: LoanId


@dataclass(frozen=True, kw_only=True)
class ReopenApplication(Command):
    """A decision on an application, or its withdrawal, is taken back; the application waits again."""

    name: ClassVar[str] = "savings_loan.reopen"
    loan: LoanId


@dataclass(frozen=True, kw_only=True)
class DisburseLoan(Command):
    """The granted sum is handed over: 1130 for a member of that day, 1131 for an outsider."""

    name: ClassVar[str] = "savings_loan.disburse"
    on: date
    loan: LoanId
    description: str = ""
    box: str = LOAN_CASH
    nota: str | None = None


@dataclass(frozen=True, kw_only=True)
class LendMoney(Wanted):
    """Application, decision and disbursement in one, for a group that decides and pays on the spot."""

    name: ClassVar[str] = "savings_loan.lend"
    on: date
    amount: Rupiah
    person: PersonId
    description: str = ""
    decision: DecisionId | None = None
    decided: str | None = None
    exception: str | None = None
    box: str = LOAN_CASH
    nota: str | None = None


@dataclass(frozen=True, kw_only=True)
class PayInstalment(Command):
    """Money of a borrower, any amount up to what is owed: denda, jasa and pokok in the order of the rules.

    `fee` and `fine` set these parts by hand. Jasa is that of the periods begun: who pays off early saves the rest of it.
    """

    name: ClassVar[str] = "savings_loan.pay"
    on: date
    amount: Rupiah
    loan: LoanId
    description: str = ""
    fee: Rupiah | None = None
    fine: Rupiah | None = None
    excess: Excess = Excess.REFUSE
    box: str = LOAN_CASH
    nota: str | None = None


@dataclass(frozen=True, kw_only=True)
class RescheduleLoan(Command):
    """A new plan for the rest from `on`; denda not paid until then is let go.

    Adding unpaid jasa to the principal, or letting it go, needs a decision. None keeps the way of the loan.
    """

    name: ClassVar[str] = "savings_loan.reschedule"
    on: date
    loan: LoanId
    months: int
    reason: str
    method: Method | None = None
    rate: Fraction | None = None
    per: Per | None = None
    every: Every | None = None
    round_to: int | None = None
    payment: Rupiah | None = None
    unpaid_fee: UnpaidFee = UnpaidFee.KEEP
    description: str = ""
    decision: DecisionId | None = None
    decided: str | None = None


@dataclass(frozen=True, kw_only=True)
class CancelReschedule(Command):
    """The newest plan is taken back and the one before holds again. One that posted something is undone by its entry."""

    name: ClassVar[str] = "savings_loan.cancel_reschedule"
    loan: LoanId


@dataclass(frozen=True, kw_only=True)
class WriteOffLoan(Command):
    """The rest is given up by decision (5111). What still comes in later is `RecoverLoan`."""

    name: ClassVar[str] = "savings_loan.write_off"
    on: date
    loan: LoanId
    reason: str
    description: str = ""
    decision: DecisionId | None = None
    decided: str | None = None


@dataclass(frozen=True, kw_only=True)
class LetDuesGo(Command):
    """Jasa and denda owed on a loan that the group asks no more, by decision; None is all that is owed of it on the day.

    They are income only when received, so no account changes: the entry takes them off the loan.
    """

    name: ClassVar[str] = "savings_loan.let_go"
    on: date
    loan: LoanId
    reason: str
    fee: Rupiah | None = None
    fine: Rupiah | None = None
    description: str = ""
    decision: DecisionId | None = None
    decided: str | None = None


@dataclass(frozen=True, kw_only=True)
class RecoverLoan(Command):
    """Money on a loan that was written off (4104), up to what was given up."""

    name: ClassVar[str] = "savings_loan.recover"
    on: date
    amount: Rupiah
    loan: LoanId
    description: str = ""
    box: str = LOAN_CASH
    nota: str | None = None
