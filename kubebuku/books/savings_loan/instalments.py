"""The plan of a loan, its instalments, and what happened on them: what a reckoning is made of. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction

from kubebuku.books.savings_loan.rules import FineKind
from kubebuku.books.savings_loan.schedules import LONGEST_TERM_MONTHS, Every, Instalment, Method, period_rate
from kubebuku.domain.calendar import add_months
from kubebuku.domain.money import Rupiah

#: A movement by day; what was taken back counts against it.
Flow = tuple[tuple[date, int], ...]


class State(Enum):
    """How an instalment stands."""

    PAID = "paid"
    LATE = "late"
    DUE = "due"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Plan:
    """Instalments agreed on `since`. `rate` is the jasa of a month.

    `carried` is jasa of an earlier plan owed with the first instalment; `ahead` jasa that was paid under an earlier plan and
    not owed there yet: it counts for the first instalments of this one.
    """

    version: int
    since: date
    method: Method
    rate: Fraction
    every: Every
    lines: tuple[Instalment, ...]
    carried: Rupiah = Rupiah(0)
    reason: str | None = None
    ahead: Rupiah = Rupiah(0)

    @property
    def total(self) -> Rupiah:
        """The principal it repays."""
        return Rupiah(sum(line.principal for line in self.lines))

    @property
    def period_rate(self) -> Fraction:
        """The jasa of one of its periods."""
        months = next((n for n in range(1, LONGEST_TERM_MONTHS + 1) if add_months(self.since, n) >= self.lines[-1].due), 1)
        return period_rate(self.rate, self.every, months)

    def start(self, at: int) -> date:
        """The day on which the period of the line at that place begins."""
        return self.lines[at - 1].due if at else self.since

    def before(self, at: int) -> Rupiah:
        """What the plan says is owed when that period begins."""
        return self.lines[at - 1].balance if at else self.total


@dataclass(frozen=True, slots=True)
class Flows:
    """What happened since the plan was made: principal repaid and written off, jasa and denda received or let go.

    `let_go` is the jasa in `fees` that was let go.
    """

    repaid: Flow = ()
    fees: Flow = ()
    fines: Flow = ()
    gone: Flow = ()
    let_go: Flow = ()


@dataclass(frozen=True, slots=True)
class FineRule:
    """How denda is reckoned; see `rules.FineKind`."""

    kind: FineKind = FineKind.NONE
    amount: Rupiah = Rupiah(0)
    rate: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class Line:
    """An instalment beside its payment; `interest` is what is really owed of it. `days_late` also where it was paid late.

    `let_go` is what of `interest_paid` was not received but let go.
    """

    no: int
    due: date
    principal: Rupiah
    interest: Rupiah
    principal_paid: Rupiah
    interest_paid: Rupiah
    paid_on: date | None
    days_late: int
    state: State
    let_go: Rupiah = Rupiah(0)

    @property
    def received(self) -> Rupiah:
        """Principal and jasa that came in on it."""
        return self.principal_paid + self.interest_paid - self.let_go

    @property
    def unpaid(self) -> Rupiah:
        """Principal and jasa still to come."""
        return self.principal + self.interest - self.principal_paid - self.interest_paid


@dataclass(frozen=True, slots=True)
class Used:
    """What a payment settles, and what is left of it."""

    fine: Rupiah
    fee: Rupiah
    principal: Rupiah
    excess: Rupiah


def upto(flow: Flow, day: date) -> int:
    """The sum of a flow at the end of `day`."""
    return sum(amount for on, amount in flow if on <= day)
