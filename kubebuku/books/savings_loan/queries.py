"""What can be asked about a loan and about what is due. Amounts are whole rupiah; a day counts to its end, None is today.

All loans together and the money of simpan pinjam: `portfolio_queries`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from kubebuku.books.savings_loan.instalments import Line
from kubebuku.books.savings_loan.rules import Per, Quality, Rule
from kubebuku.books.savings_loan.schedules import Every, Instalment, Method
from kubebuku.books.spec import Query
from kubebuku.domain.entries import DecisionId, EntryId, LoanId, PersonId
from kubebuku.domain.money import Rupiah

# ---------------------------------------------------------------------------------------------------------------- rules


@dataclass(frozen=True)
class LendingRules(Query[tuple[Rule, ...]]):
    """Every version of the lending rules, oldest first; empty where the group wrote none and the preset holds."""


@dataclass(frozen=True)
class LendingRule(Query[Rule]):
    """The rules in force on a day; its `id` is None for the preset."""

    at: date | None = None


# ---------------------------------------------------------------------------------------------------------------- loans


@dataclass(frozen=True, slots=True)
class LoanRow:
    """A loan in the list.

    `standing` is running, paid or written_off on the day; it runs while principal, jasa or denda is owed. `late` is principal
    and jasa in arrears, `fine` denda not yet paid, `dues` all jasa and denda that can be received by the day.
    `next_due` and `next_amount` are the first instalment that is not fully paid, None where there is none.
    """

    loan: LoanId
    label: str
    person: PersonId
    name: str
    member: bool
    principal: Rupiah
    opened: date
    months: int | None
    method: Method
    rest: Rupiah
    late_principal: Rupiah
    late_fee: Rupiah
    fine: Rupiah
    days_late: int
    quality: Quality
    next_due: date | None
    next_amount: Rupiah | None
    standing: str
    dues: Rupiah

    @property
    def late(self) -> Rupiah:
        """Principal and jasa in arrears."""
        return self.late_principal + self.late_fee


@dataclass(frozen=True, slots=True)
class LoanList:
    """Loans by the day of lending, with the sums of their rests and arrears."""

    at: date
    rows: tuple[LoanRow, ...]
    rest: Rupiah
    late: Rupiah


@dataclass(frozen=True)
class Loans(Query[LoanList]):
    """Loans on which anything is owed at the end of a day; `with_closed` also those paid off and written off; of one person."""

    at: date | None = None
    with_closed: bool = False
    person: PersonId | None = None


@dataclass(frozen=True, slots=True)
class ApplicationRow:
    """Somebody asked for a loan. `state` is waiting, granted, refused or withdrawn; `decided` the day of the decision."""

    loan: LoanId
    label: str
    person: PersonId
    name: str
    amount: Rupiah
    applied: date
    months: int
    method: Method
    rate: Fraction
    per: Per
    purpose: str | None
    guarantee: str | None
    state: str
    decision: DecisionId | None
    decided: date | None
    decision_label: str | None
    reason: str | None


@dataclass(frozen=True)
class Applications(Query[tuple[ApplicationRow, ...]]):
    """Applications that wait for a decision or for their money; with `with_closed` also refused and withdrawn ones."""

    with_closed: bool = False


@dataclass(frozen=True, slots=True)
class CardRow:
    """A line of the kartu pinjaman (domain.md 2.5). `no` is the instalment it was paid on, None for other lines.

    `lent` and `repaid` are principal (a repayment taken back is negative), `balance` what is owed after it.
    """

    entry: EntryId
    on: date
    number: str
    description: str
    kind: str
    no: int | None
    lent: Rupiah
    repaid: Rupiah
    balance: Rupiah
    fee: Rupiah
    fine: Rupiah


@dataclass(frozen=True, slots=True)
class PlanRow:
    """An earlier plan: since when, how many instalments, why another one took its place."""

    version: int
    since: date
    instalments: int
    total: Rupiah
    reason: str | None


@dataclass(frozen=True, slots=True)
class LoanCardData:
    """A loan with its card and its schedule as they stand at the end of a day.

    `row` as in the list. `lines` are the instalments of the plan of that day beside their payments, empty before the money was
    handed over. `due` is what is to be paid by then (principal, jasa, denda), `proposed` the amount a payment form begins with:
    that, or the next instalment. `payoff` settles the loan on the day. `fee_open` is jasa that can be received now,
    `fee_before_owed` what was received of it before its time. `let_go` is jasa and denda that the group gave up by decision.
    """

    row: LoanRow
    at: date
    state: str
    applied: date | None
    rate: Fraction
    per: Per
    every: Every
    round_to: int
    payment: Rupiah | None
    grace: int
    purpose: str | None
    guarantee: str | None
    decision: DecisionId | None
    decided: date | None
    decision_label: str | None
    exception: str | None
    rule: Rule
    rows: tuple[CardRow, ...]
    lines: tuple[Line, ...]
    plans: tuple[PlanRow, ...]
    due_principal: Rupiah
    due_fee: Rupiah
    proposed: Rupiah
    payoff: Rupiah
    fee_open: Rupiah
    fee_before_owed: Rupiah
    repaid: Rupiah
    fee_paid: Rupiah
    fine_paid: Rupiah
    written_off: Rupiah
    recovered: Rupiah
    last_due: date | None
    let_go: Rupiah


@dataclass(frozen=True)
class LoanCard(Query[LoanCardData]):
    """One loan; raises LoanUnknown."""

    loan: LoanId
    at: date | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """A loan before it is written: its schedule, all jasa, and what it really costs a year beside the rate as agreed (a year)."""

    lines: tuple[Instalment, ...]
    fee: Rupiah
    total: Rupiah
    yearly: Fraction
    yearly_agreed: Fraction


@dataclass(frozen=True)
class LoanPreview(Query[Preview]):
    """How a loan would be repaid; a choice of None is that of the rules on the day. Raises the refusals of schedules."""

    amount: Rupiah
    on: date
    months: int | None = None
    method: Method | None = None
    rate: Fraction | None = None
    per: Per | None = None
    every: Every | None = None
    round_to: int | None = None
    payment: Rupiah | None = None
    grace: int | None = None


@dataclass(frozen=True, slots=True)
class PaymentSplit:
    """How a payment would be used; `excess` is more than is owed, `rest` what is owed after it."""

    fine: Rupiah
    fee: Rupiah
    principal: Rupiah
    excess: Rupiah
    rest: Rupiah


@dataclass(frozen=True)
class PaymentPreview(Query[PaymentSplit]):
    """How an amount would be used on a day; nothing of it where nothing is owed."""

    loan: LoanId
    amount: Rupiah
    on: date
    fee: Rupiah | None = None
    fine: Rupiah | None = None


@dataclass(frozen=True, slots=True)
class BorrowerRow:
    """A person with loans: how many run, what is owed, the days of the latest, how many were ever lent."""

    person: PersonId
    name: str
    member: bool
    running: int
    rest: Rupiah
    late: Rupiah
    days_late: int
    loans: int


@dataclass(frozen=True)
class Borrowers(Query[tuple[BorrowerRow, ...]]):
    """Everybody who ever borrowed, by name."""

    at: date | None = None


# -------------------------------------------------------------------------------------------------- what is due and late


@dataclass(frozen=True, slots=True)
class DueRow:
    """What a borrower should bring: instalments late or due on the day, with denda."""

    loan: LoanId
    label: str
    person: PersonId
    name: str
    member: bool
    no: int | None
    due: date | None
    principal: Rupiah
    fee: Rupiah
    fine: Rupiah
    days_late: int
    rest: Rupiah

    @property
    def total(self) -> Rupiah:
        """All of it."""
        return self.principal + self.fee + self.fine


@dataclass(frozen=True)
class DueOn(Query[tuple[DueRow, ...]]):
    """For the collection sheet of a day: one line a loan.

    `no` and `due` are of its oldest unpaid instalment, None where only the denda of one that was paid late is still open.
    """

    on: date


@dataclass(frozen=True, slots=True)
class ArrearsRow:
    """A late instalment of the daftar tunggakan (domain.md 2.4)."""

    loan: LoanId
    label: str
    person: PersonId
    name: str
    member: bool
    no: int
    due: date
    principal: Rupiah
    fee: Rupiah
    days_late: int
    quality: Quality

    @property
    def amount(self) -> Rupiah:
        """Principal and jasa."""
        return self.principal + self.fee


@dataclass(frozen=True)
class Arrears(Query[tuple[ArrearsRow, ...]]):
    """Late instalments at the end of a day, by borrower and due date."""

    at: date | None = None
