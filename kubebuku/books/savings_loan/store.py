"""Reading loans with their terms, plans and movements, and keeping how each stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sqlalchemy import func, select, update

from kubebuku.books.members.tables import member
from kubebuku.books.savings_loan.plans import opening_plans, stored_plans
from kubebuku.books.savings_loan.reckoning import FineRule, Flow, Flows, Plan, Reckoning
from kubebuku.books.savings_loan.refusals import LoanHasPayments, LoanUnknown, RecoveredSince, WrittenOffSince
from kubebuku.books.savings_loan.rules import BANJARMASIN, Bands, FineKind, Part, Per, Rule, in_force
from kubebuku.books.savings_loan.schedules import Every, Method
from kubebuku.books.savings_loan.tables import lending_rule, loan_terms
from kubebuku.domain.accounts import FINE, LOAN_FEE, MEMBER_LOANS, OUTSIDER_LOANS, RECOVERED_LOAN
from kubebuku.domain.entries import OPENING, DecisionId, EntryId, LoanId, PersonId
from kubebuku.domain.money import Rupiah
from kubebuku.ledger.away import times_away
from kubebuku.ledger.tables import decision, entry, loan, person, posting
from kubebuku.ledger.work import Reading, Work

#: The kinds of entries by which money is handed over, jasa added to what is owed, and the rest given up.
LENT, RESCHEDULED, WRITTEN_OFF = "loan", "loan_rescheduled", "loan_written_off"
_LOAN_ACCOUNTS = (MEMBER_LOANS, OUTSIDER_LOANS)


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
        moved = next((move.account[:4] for move in self.moves if move.account[:4] in _LOAN_ACCOUNTS), None)
        return moved or (self.agreed.account if self.agreed is not None and self.agreed.account else MEMBER_LOANS)

    def rest(self, at: date) -> Rupiah:
        """What the ledger holds of it at the end of a day."""
        return Rupiah(sum(move.amount for move in self.moves if move.account[:4] in _LOAN_ACCOUNTS and move.on <= at))

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
            _flow(m for m in moves if m.account[:4] in _LOAN_ACCOUNTS and m.kind not in lent and m.kind != WRITTEN_OFF),
            ((plan.since, int(plan.ahead)), *fees) if plan.ahead else fees,
            _flow(m for m in moves if m.account[:4] == FINE),
            _flow(m for m in moves if m.account[:4] in _LOAN_ACCOUNTS and m.kind == WRITTEN_OFF),
        )

    def reckon(self, at: date) -> Reckoning | None:
        """How it stands at the end of a day by the plan of that day; None before there is one."""
        place = self.plan_at(at)
        if place is None:
            return None
        fine = FineRule(self.rule.fine, self.rule.fine_amount, self.rule.fine_rate)
        return Reckoning(self.plans[place], self.flows(place), fine, at, self.rule.order)

    def sum_of(self, account: str, at: date = date.max) -> Rupiah:
        """What was received on it on an account of income."""
        return Rupiah(-sum(move.amount for move in self.moves if move.account[:4] == account and move.on <= at))

    def written_off(self, at: date = date.max) -> Rupiah:
        """Principal given up."""
        found = (m for m in self.moves if m.account[:4] in _LOAN_ACCOUNTS and m.kind == WRITTEN_OFF and m.on <= at)
        return Rupiah(-sum(move.amount for move in found))

    @property
    def paid_on(self) -> date | None:
        """The day from which nothing of the principal was owed any more."""
        days = sorted({move.on for move in self.moves if move.account[:4] in _LOAN_ACCOUNTS})
        return days[-1] if days and self.rest(days[-1]) == 0 else None


def _flow(moves: Iterable[Move]) -> Flow:
    days: dict[date, int] = {}
    for move in moves:
        days[move.on] = days.get(move.on, 0) - move.amount
    return tuple(sorted((on, amount) for on, amount in days.items() if amount))


# --------------------------------------------------------------------------------------------------------------- reading


def rules(reading: Reading) -> tuple[Rule, ...]:
    """Every version of the lending rules, oldest first."""
    rows = reading.connection.execute(select(lending_rule).order_by(lending_rule.c.since, lending_rule.c.id))
    return tuple(
        Rule(
            row.id,
            date.fromisoformat(row.since),
            Rupiah(row.most),
            row.months,
            Method(row.method),
            Fraction(row.rate),
            Per(row.rate_per),
            Every(row.every),
            row.round_to,
            row.grace,
            FineKind(row.fine_kind),
            Rupiah(row.fine_amount),
            Fraction(row.fine_rate),
            bool(row.outsiders),
            row.at_once,
            tuple(Part(part) for part in row.pay_order.split(",")),
            Bands(row.bands),
            row.note,
        )
        for row in rows
    )


def loans(
    reading: Reading, *, ids: Sequence[LoanId] | None = None, of: PersonId | None = None, standings: Sequence[str] | None = None
) -> list[Found]:
    """Loans with everything that happened on them, in the order they were made; all, these, those of a person, or so standing."""
    wanted = select(loan, person.c.name.label("borrower")).join(person, person.c.id == loan.c.person)
    if ids is not None:
        wanted = wanted.where(loan.c.id.in_(ids))
    if of is not None:
        wanted = wanted.where(loan.c.person == of)
    if standings is not None:
        wanted = wanted.where(loan.c.standing.in_(standings))
    rows = reading.connection.execute(wanted.order_by(loan.c.opened, loan.c.id)).all()
    only = None if ids is None and of is None and standings is None else [LoanId(row.id) for row in rows]
    agreed, moves, plans = _agreed(reading, only), _moves(reading, only), stored_plans(reading, only)
    began = opening_plans(reading)
    history = rules(reading)
    by_id = {rule.id: rule for rule in history}
    first = in_force(history, reading.facts.opened) if history else BANJARMASIN
    found = []
    for row in rows:
        terms, rule = agreed.get(row.id, (None, None))
        own = plans.get(row.id, [])
        if row.id in began:
            own = [began[row.id], *own]
        found.append(
            Found(
                LoanId(row.id),
                row.label,
                PersonId(row.person),
                row.borrower,
                Rupiah(row.principal),
                date.fromisoformat(row.opened),
                row.standing,
                by_id.get(rule, first),
                terms,
                tuple(plan for plan, _, _ in own),
                tuple(after for _, after, _ in own),
                tuple(EntryId(wrote) if wrote is not None else None for _, _, wrote in own),
                tuple(moves.get(row.id, ())),
            )
        )
    return found


def one(reading: Reading, id_: LoanId) -> Found:
    """The loan of that id; raises LoanUnknown."""
    found = loans(reading, ids=[id_])
    if not found:
        raise LoanUnknown(id_)
    return found[0]


def _agreed(reading: Reading, only: Sequence[LoanId] | None) -> dict[int, tuple[Agreed | None, int | None]]:
    wanted = select(loan_terms, decision.c.decided.label("decided_on"), decision.c.label.label("decision_label")).outerjoin(
        decision, decision.c.id == loan_terms.c.decision
    )
    if only is not None:
        wanted = wanted.where(loan_terms.c.loan.in_(only))
    return {
        row.loan: (
            Agreed(
                date.fromisoformat(row.applied),
                row.months,
                Method(row.method),
                Fraction(row.rate),
                Per(row.rate_per),
                Every(row.every),
                row.round_to,
                None if row.payment is None else Rupiah(row.payment),
                row.grace,
                row.purpose,
                row.guarantee,
                row.account,
                row.aid,
                None if row.decision is None else DecisionId(row.decision),
                None if row.decided_on is None else date.fromisoformat(row.decided_on),
                row.decision_label,
                row.exception,
                row.refused_reason,
            ),
            row.rule,
        )
        for row in reading.connection.execute(wanted)
    }


def _moves(reading: Reading, only: Sequence[LoanId] | None) -> dict[int, list[Move]]:
    origin = entry.alias("origin")
    wanted = (
        select(posting.c.loan, posting.c.entry, posting.c.date, posting.c.account, posting.c.amount)
        .add_columns(func.coalesce(origin.c.kind, entry.c.kind))
        .join(entry, entry.c.id == posting.c.entry)
        .outerjoin(origin, origin.c.id == entry.c.reverses)
        .where(posting.c.loan.is_not(None))
        .order_by(posting.c.date, posting.c.entry, posting.c.line)
    )
    if only is not None:
        wanted = wanted.where(posting.c.loan.in_(only))
    found: dict[int, list[Move]] = {}
    for loan_, entry_, on, account, amount, kind in reading.connection.execute(wanted):
        if loan_ is not None:
            found.setdefault(loan_, []).append(Move(entry_, date.fromisoformat(on), account, amount, kind))
    return found


# --------------------------------------------------------------------------------------------------------------- writing


def next_label(reading: Reading, year: int) -> str:
    """P/2026/001: numbers of a year that never shift."""
    head = f"P/{year}/"
    labels = reading.connection.execute(select(loan.c.label).where(loan.c.label.startswith(head, autoescape=True))).scalars()
    taken = [int(label[len(head) :]) for label in labels if label[len(head) :].isdigit()]
    return f"{head}{max(taken, default=0) + 1:03d}"


def set_standing(work: Work, id_: LoanId, standing: str) -> None:
    """Keep how a loan stands."""
    work.connection.execute(update(loan).where(loan.c.id == id_).values(standing=standing))


def settle(work: Work, id_: LoanId) -> None:
    """When the act is over: keep how the loan stands, and judge what was done to it by its net effect.

    Raises LoanHasPayments, WrittenOffSince or RecoveredSince at the end of the act.
    """

    def judge() -> None:
        found = one(work, id_)
        rest, gone = found.rest(date.max), found.written_off()
        recovered = found.sum_of(RECOVERED_LOAN)
        if not found.plans:
            if rest or any(found.sum_of(account) for account in (LOAN_FEE, FINE, RECOVERED_LOAN)):
                raise LoanHasPayments(found.label)
            return
        if gone and rest:
            raise WrittenOffSince(found.label, rest)
        if recovered > gone:
            raise RecoveredSince(found.label, recovered, gone)
        set_standing(work, id_, "running" if rest else "written_off" if gone else "paid")

    work.journal.promise(judge)


@dataclass(frozen=True, slots=True)
class Borrower:
    """Who borrows: a member on that day or not, and whether they have left by then."""

    name: str
    member: bool
    gone: bool
    left: date | None


def borrower_on(reading: Reading, id_: PersonId, name: str, on: date) -> Borrower:
    """How a person stands to the group on a day."""
    row = reading.connection.execute(select(member.c.joined, member.c.left_on).where(member.c.person == id_)).first()
    standing = reading.connection.execute(select(person.c.standing).where(person.c.id == id_)).scalar_one()
    if row is None:
        return Borrower(name, standing == "member", standing == "left", None)
    left = None if row.left_on is None else date.fromisoformat(row.left_on)
    left = next((time.left for time in times_away(reading.connection, id_).get(id_, ()) if on in time), left)
    gone = left is not None and left < on
    return Borrower(name, not gone and date.fromisoformat(row.joined) <= on, gone, left)
