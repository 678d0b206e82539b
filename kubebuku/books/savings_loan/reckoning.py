"""What is owed on a loan on a day: its plan laid beside what was really paid. Pure; days count to their end.

Payments fill the instalments in order, principal and jasa each by themselves. Jasa of an instalment is that of the plan, less
where more was repaid before its period began; of a period that began with nothing owed there is none. Jasa by days follows what
was really owed, late or early. Being late costs denda, not more jasa.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise

from kubebuku.books.savings_loan.instalments import FineRule, Flows, Line, Plan, State, Used, upto
from kubebuku.books.savings_loan.rules import FineKind, Part
from kubebuku.books.savings_loan.schedules import Method, half_up
from kubebuku.domain.ends import ends_from
from kubebuku.domain.money import Rupiah

#: Days for which a share of what is late is asked once.
FINE_DAYS = 30


@dataclass(frozen=True)
class Reckoning:
    """A loan at the end of the day `at`."""

    plan: Plan
    flows: Flows
    fine_rule: FineRule
    at: date
    order: tuple[Part, ...] = field(default=())

    def rest_on(self, day: date) -> Rupiah:
        """Principal still owed at the end of a day."""
        return self.plan.total - upto(self.flows.repaid, day) - upto(self.flows.gone, day)

    @cached_property
    def rest(self) -> Rupiah:
        """Principal still owed."""
        return self.rest_on(self.at)

    @cached_property
    def written_off(self) -> Rupiah:
        """Principal given up."""
        return Rupiah(upto(self.flows.gone, self.at))

    @property
    def given_up(self) -> bool:
        """Whether the rest was written off, and with it the jasa and denda that were still owed."""
        return self.rest <= 0 and self.written_off > 0

    @property
    def owed(self) -> Rupiah:
        """All that is owed at the end of the day: the rest, jasa of the periods begun, denda."""
        return Rupiah(0) if self.given_up else self.rest + self.fee_unpaid + self.fine

    # ------------------------------------------------------------------------------------------------------------ jasa

    @cached_property
    def interests(self) -> tuple[Rupiah, ...]:
        """The jasa of each instalment: incurred where its period has begun, else as planned."""
        return tuple(self._interest(at) for at in range(len(self.plan.lines)))

    def _interest(self, at: int) -> Rupiah:
        carried = self.plan.carried if at == 0 else Rupiah(0)
        planned, start = self.plan.lines[at].interest, self.plan.start(at)
        if self.plan.method is Method.DAILY and start < self.at:
            return self._by_days(at) + carried
        if self.plan.method is Method.NONE:
            return carried
        expected = self.plan.before(at)
        rest = min(expected, max(Rupiah(0), self.rest_on(min(start, self.at))))
        if self.plan.method is Method.FLAT or expected == 0:
            return (planned if rest else Rupiah(0)) + carried
        if rest == expected:
            return planned + carried
        return half_up(int(rest) * self.plan.period_rate) + carried

    def _by_days(self, at: int) -> Rupiah:
        start, due = self.plan.start(at), self.plan.lines[at].due
        end = self.at if at == len(self.plan.lines) - 1 else min(due, self.at)
        turns = sorted({start, end, *(on for on, _ in (*self.flows.repaid, *self.flows.gone) if start < on < end)})
        owed = sum(max(0, int(self.rest_on(day))) * (after - day).days for day, after in pairwise(turns))
        return half_up(owed * self.plan.rate / 30)

    # ------------------------------------------------------------------------------------------------------ instalments

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every instalment with what was paid of it."""
        principals = _filled([int(line.principal) for line in self.plan.lines], upto(self.flows.repaid, self.at))
        wanted, settled = [int(one) for one in self.interests], upto(self.flows.fees, self.at)
        fees = _filled(wanted, settled)
        received = _filled(wanted, settled - upto(self.flows.let_go, self.at))
        return tuple(
            self._line(at, Rupiah(principal), Rupiah(fee), Rupiah(fee - came))
            for at, (principal, fee, came) in enumerate(zip(principals, fees, received, strict=True))
        )

    def _line(self, at: int, principal: Rupiah, fee: Rupiah, let_go: Rupiah) -> Line:
        line, interest = self.plan.lines[at], self.interests[at]
        open_ = line.principal + interest - principal - fee
        paid_on = None if open_ else self._paid_on(at)
        until = paid_on or self.at
        late = 0 if self.given_up and open_ else max(0, (until - line.due).days)
        if not open_:
            state = State.PAID
        elif line.due < self.at:
            state = State.LATE
        else:
            state = State.DUE if line.due == self.at else State.AHEAD
        return Line(line.no, line.due, line.principal, interest, principal, fee, paid_on, late, state, let_go)

    def _paid_on(self, at: int) -> date | None:
        days = sorted({on for on, _ in (*self.flows.repaid, *self.flows.fees) if on <= self.at})
        return next((day for day in days if not self._open_on(at, day)), None)

    def _open_on(self, at: int, day: date) -> Rupiah:
        """What was unpaid of an instalment at the end of a day."""
        principals = _filled([int(line.principal) for line in self.plan.lines], upto(self.flows.repaid, day))
        fees = _filled([int(one) for one in self.interests], upto(self.flows.fees, day))
        return self.plan.lines[at].principal + self.interests[at] - principals[at] - fees[at]

    @cached_property
    def late_lines(self) -> tuple[Line, ...]:
        """Instalments whose day has passed and which are not fully paid; none once the rest was given up."""
        if self.given_up:
            return ()
        return tuple(line for line in self.lines if line.state is State.LATE)

    @property
    def days_late(self) -> int:
        """Days since the oldest unpaid instalment fell due."""
        return max((line.days_late for line in self.late_lines), default=0)

    @property
    def late_principal(self) -> Rupiah:
        """Principal in arrears."""
        return Rupiah(sum(line.principal - line.principal_paid for line in self.late_lines))

    @property
    def late_fee(self) -> Rupiah:
        """Jasa in arrears."""
        return Rupiah(sum(line.interest - line.interest_paid for line in self.late_lines))

    @property
    def next_line(self) -> Line | None:
        """The first instalment that is not fully paid, None where all are, or the rest was given up."""
        if self.given_up:
            return None
        return next((line for line in self.lines if line.unpaid), None)

    @property
    def due_lines(self) -> tuple[Line, ...]:
        """What is to be paid by the end of the day: instalments that are late or fall due on it."""
        if self.given_up:
            return ()
        return tuple(line for line in self.lines if line.unpaid and line.due <= self.at)

    # ------------------------------------------------------------------------------------------------------------ denda

    @cached_property
    def fine_incurred(self) -> Rupiah:
        """All denda since the plan was made."""
        if self.fine_rule.kind is FineKind.NONE:
            return Rupiah(0)
        return Rupiah(sum(self._fine(at) for at, line in enumerate(self.plan.lines) if line.due < self.at))

    def _fine(self, at: int) -> int:
        day, fine = self.plan.lines[at].due, 0
        gone = next((on for on, amount in self.flows.gone if amount > 0), None) if self.written_off else None
        while day < self.at and (gone is None or day < gone):
            open_ = self._open_on(at, day)
            if open_ <= 0:
                break
            if self.fine_rule.kind is FineKind.FIXED:
                return int(self.fine_rule.amount)
            fine += int(half_up(int(open_) * self.fine_rule.rate))
            day += timedelta(days=FINE_DAYS)
        return fine

    @property
    def fine(self) -> Rupiah:
        """Denda not yet paid."""
        return max(Rupiah(0), self.fine_incurred - upto(self.flows.fines, self.at))

    # ---------------------------------------------------------------------------------------------------------- payments

    @property
    def fine_open(self) -> Rupiah:
        """Denda that can be received on the day: incurred by then, less what was ever received."""
        return max(Rupiah(0), self.fine_incurred - upto(self.flows.fines, date.max))

    @property
    def fee_open(self) -> Rupiah:
        """Jasa that can be received on the day: of every period that has begun, less what was ever received."""
        return max(Rupiah(0), self._fee_begun - upto(self.flows.fees, date.max))

    @property
    def fee_unpaid(self) -> Rupiah:
        """Jasa of every period that has begun, less what was received of it by the day."""
        return max(Rupiah(0), self._fee_begun - upto(self.flows.fees, self.at))

    @property
    def fee_before_owed(self) -> Rupiah:
        """Jasa received by the day beyond that of every period that has begun."""
        return max(Rupiah(0), upto(self.flows.fees, self.at) - self._fee_begun)

    @property
    def _fee_begun(self) -> Rupiah:
        begun = [
            one for at, one in enumerate(self.interests) if self.plan.start(at) < self.at or self.plan.lines[at].due <= self.at
        ]
        # what an earlier plan left unpaid is owed from the first day of this one
        return Rupiah(sum(begun)) if begun else self.plan.carried

    @property
    def fee_ahead(self) -> Rupiah:
        """All jasa of the plan that was never received."""
        return max(Rupiah(0), Rupiah(sum(self.interests)) - upto(self.flows.fees, date.max))

    @property
    def principal_begun(self) -> Rupiah:
        """Principal of every period that has begun, less what was ever repaid."""
        begun = sum(line.principal for at, line in enumerate(self.plan.lines) if self.plan.start(at) < self.at)
        return max(Rupiah(0), Rupiah(begun) - upto(self.flows.repaid, date.max))

    @property
    def payoff(self) -> Rupiah:
        """What settles the loan on the day: the rest, jasa of the periods begun, denda."""
        return self.least_rest + self.fee_open + self.fine_open

    @cached_property
    def least_rest(self) -> Rupiah:
        """The least rest from the day on: what may still be repaid on it without crossing zero later."""
        taken = ((on, -amount) for on, amount in (*self.flows.repaid, *self.flows.gone))
        return max(Rupiah(0), self.plan.total + min(ends_from(taken, self.at)))

    def use(self, amount: Rupiah, *, fee: Rupiah | None = None, fine: Rupiah | None = None) -> Used:
        """How a payment is used, in the order of the rules; `fee` and `fine` set these parts by hand.

        What is due comes first, so that who pays the bill is no longer late; then jasa and pokok of the period that runs.
        """
        begun = min(self.least_rest, self.principal_begun)
        fine_open, fee_open = self.fine_open if fine is None else fine, self.fee_open if fee is None else fee
        due_fee = Rupiah(sum(line.interest - line.interest_paid for line in self.due_lines)) if fee is None else fee_open
        due = Rupiah(sum(line.principal - line.principal_paid for line in self.due_lines))
        used = {part: Rupiah(0) for part in Part}
        left = amount
        by_hand = [part for part, set_ in ((Part.FINE, fine), (Part.FEE, fee)) if set_ is not None]
        order = (*by_hand, *(part for part in self.order if part not in by_hand))
        for open_ in (
            {Part.FINE: fine_open, Part.FEE: min(due_fee, fee_open), Part.PRINCIPAL: min(due, begun)},
            {Part.FINE: fine_open, Part.FEE: fee_open, Part.PRINCIPAL: begun},
        ):
            for part in order:
                more = min(left, open_[part] - used[part])
                used[part] = used[part] + more
                left = left - more
        more = min(left, self.least_rest - used[Part.PRINCIPAL])
        used[Part.PRINCIPAL] = used[Part.PRINCIPAL] + more
        return Used(used[Part.FINE], used[Part.FEE], used[Part.PRINCIPAL], left - more)


def _filled(wanted: Sequence[int], paid: int) -> list[int]:
    """`paid` poured into what is wanted, in order."""
    filled = []
    for one in wanted:
        part = max(0, min(one, paid))
        filled.append(part)
        paid -= part
    return filled
