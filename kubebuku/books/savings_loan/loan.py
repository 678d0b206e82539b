"""A loan as the book knows it: what was agreed, its plans, and every posting that names it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from kubebuku.books.savings_loan.instalments import FineRule, Flow, Flows, Plan
from kubebuku.books.savings_loan.reckoning import Reckoning
from kubebuku.books.savings_loan.rules import Per, Rule
from kubebuku.books.savings_loan.schedules import Every, Method
from kubebuku.domain.accounts import FINE, LOAN_FEE, MEMBER_LOANS, OUTSIDER_LOANS
from kubebuku.domain.entries import OPENING, DecisionId, EntryId, LoanId, PersonId
from kubebuku.domain.money import Rupiah

#: The kinds of entries by which money is handed over, jasa added to what is owed, the rest given up, jasa and denda let go.
LENT, RESCHEDULED, WRITTEN_OFF, LET_GO = "loan", "loan_rescheduled", "loan_written_off", "loan_let_go"

LOAN_ACCOUNTS = (MEMBER_LOANS, OUTSIDER_LOANS)


@dataclass(frozen=True, slots=True)
class Move:
    """One posting that names a loan; `kind` is that of the entry which it takes back, if it does."""

    entry: int
    on: date
    account: str
    amount: int
    kind: str


@dataclass(frozen=True, slots=True)
class Agreed:
    """What was agreed about a loan. `rate` is as agreed, for a month or a year (`per`)."""

    applied: date
    months: int
    method: Method
    rate: Fraction
    per: Per
    every: Every
    round_to: int
    payment: Rupiah | None
    grace: int
    purpose: str | None
    guarantee: str | None
    account: str | None
    aid: int | None
    decision: DecisionId | None
    decided: date | None
    decision_label: str | None
    exception: str | None
    refused_reason: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """A loan as the book knows it. `agreed` and `plans` are absent where only a general journal speaks of it."""

    id: LoanId
    label: str
    person: PersonId
    name: str
    principal: Rupiah
    opened: date
    standing: str
    rule: Rule
    agreed: Agreed | None
    plans: tuple[Plan, ...]
    after: tuple[int, ...]
    entries: tuple[EntryId | None, ...]
    moves: tuple[Move, ...]

    @property
    def account(self) -> str:
        """1130 or 1131, where it stands."""
        moved = next((move.account[:4] for move in self.moves if move.account[:4] in LOAN_ACCOUNTS), None)
        return moved or (self.agreed.account if self.agreed is not None and self.agreed.account else MEMBER_LOANS)

    def rest(self, at: date) -> Rupiah:
        """What the ledger holds of it at the end of a day."""
        return Rupiah(sum(move.amount for move in self.moves if move.account[:4] in LOAN_ACCOUNTS and move.on <= at))

    def plan_at(self, at: date) -> int | None:
        """The place of the plan that held on a day."""
        return max((place for place, plan in enumerate(self.plans) if plan.since <= at), default=None)

    def flows(self, place: int) -> Flows:
        """What happened under that plan."""
        since = self.after[place] if self.plans[place].version > 1 else 0
        moves = [move for move in self.moves if move.entry > since]
        lent = {LENT, OPENING}
        plan = self.plans[place]
        fees = _flow(m for m in moves if m.account[:4] == LOAN_FEE)
        return Flows(
            _flow(m for m in moves if m.account[:4] in LOAN_ACCOUNTS and m.kind not in lent and m.kind != WRITTEN_OFF),
            ((plan.since, int(plan.ahead)), *fees) if plan.ahead else fees,
            _flow(m for m in moves if m.account[:4] == FINE),
            _flow(m for m in moves if m.account[:4] in LOAN_ACCOUNTS and m.kind == WRITTEN_OFF),
            _flow(m for m in moves if m.account[:4] == LOAN_FEE and m.kind == LET_GO),
        )

    def reckon(self, at: date) -> Reckoning | None:
        """How it stands at the end of a day by the plan of that day; None before there is one."""
        place = self.plan_at(at)
        if place is None:
            return None
        fine = FineRule(self.rule.fine, self.rule.fine_amount, self.rule.fine_rate)
        return Reckoning(self.plans[place], self.flows(place), fine, at, self.rule.order)

    def sum_of(self, account: str, at: date = date.max) -> Rupiah:
        """What was received on it on an account of income; what was let go was not."""
        found = (m for m in self.moves if m.account[:4] == account and m.kind != LET_GO and m.on <= at)
        return Rupiah(-sum(move.amount for move in found))

    def let_go(self, at: date) -> Rupiah:
        """Jasa and denda that the group let go by decision."""
        return Rupiah(-sum(move.amount for move in self.moves if move.kind == LET_GO and move.on <= at))

    def written_off(self, at: date = date.max) -> Rupiah:
        """Principal given up."""
        found = (m for m in self.moves if m.account[:4] in LOAN_ACCOUNTS and m.kind == WRITTEN_OFF and m.on <= at)
        return Rupiah(-sum(move.amount for move in found))

    def standing_on(self, at: date, reckoned: Reckoning | None) -> str:
        """running, paid or written_off at the end of a day, of which `reckoned` is the reckoning.

        It runs while anything is owed on it: principal, jasa or denda.
        """
        if self.rest(at) > 0:
            return "running"
        if self.written_off(at):
            return "written_off"
        return "running" if reckoned is not None and reckoned.owed else "paid"

    @property
    def last_moved(self) -> date:
        """The last day on which something happened on it; the day it was made where nothing did."""
        return max((move.on for move in self.moves), default=self.opened)

    @property
    def paid_on(self) -> date | None:
        """The day from which nothing at all was owed any more; None while something is."""
        sums: dict[tuple[date, str], int] = {}
        for move in self.moves:
            sums[move.on, move.account] = sums.get((move.on, move.account), 0) + move.amount
        last = max((on for (on, _account), amount in sums.items() if amount), default=self.opened)
        return last if self.standing_on(last, self.reckon(last)) != "running" else None


def _flow(moves: Iterable[Move]) -> Flow:
    days: dict[date, int] = {}
    for move in moves:
        days[move.on] = days.get(move.on, 0) - move.amount
    return tuple(sorted((on, amount) for on, amount in days.items() if amount))
