"""One loan: its card, its schedule, and what a loan or a payment would be before it is written."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from sqlalchemy import select

from kubebuku.books.savings_loan.loan import LENT, LET_GO, RESCHEDULED, Found
from kubebuku.books.savings_loan.queries import (
    CardRow,
    LoanCard,
    LoanCardData,
    LoanPreview,
    PaymentPreview,
    PaymentSplit,
    PlanRow,
    Preview,
)
from kubebuku.books.savings_loan.reading import bands_at, row_of
from kubebuku.books.savings_loan.rules import Per, in_force
from kubebuku.books.savings_loan.schedules import Every, Method, Terms, monthly_rate, schedule, yearly_effective_rate
from kubebuku.books.savings_loan.stored_loans import one, rules
from kubebuku.domain.accounts import FINE, LOAN_FEE, MEMBER_LOANS, OUTSIDER_LOANS, RECOVERED_LOAN
from kubebuku.domain.entries import OPENING, BuktiNumber, EntryId
from kubebuku.domain.money import Rupiah
from kubebuku.ledger import struck
from kubebuku.ledger.tables import entry, posting
from kubebuku.ledger.work import Reading

_LOAN_ACCOUNTS = (MEMBER_LOANS, OUTSIDER_LOANS)


def loan_card(reading: Reading, query: LoanCard) -> LoanCardData:
    """See `LoanCard`."""
    at = query.at or reading.today
    found = one(reading, query.loan)
    reckoned = found.reckon(at)
    agreed = found.agreed
    row = row_of(found, reckoned, at, bands_at(reading, at))
    due = reckoned.due_lines if reckoned else ()
    due_principal = Rupiah(sum(line.principal - line.principal_paid for line in due))
    due_fee = Rupiah(sum(line.interest - line.interest_paid for line in due))
    proposed = due_principal + due_fee + row.fine or row.next_amount or Rupiah(0)
    state = row.standing if found.plans else found.standing
    if state == "applied" and agreed is not None and agreed.decision is not None:
        state = "granted"
    payoff = reckoned.payoff if reckoned and not found.written_off(at) else Rupiah(0)
    plan_rate = (reckoned.plan.rate, Per.MONTH) if reckoned else (Fraction(0), Per.MONTH)
    same = agreed is not None and (reckoned is None or reckoned.plan.version == 1)
    rate, per = (agreed.rate, agreed.per) if agreed is not None and same else plan_rate
    return LoanCardData(
        row,
        at,
        state,
        agreed.applied if agreed else None,
        rate,
        per,
        reckoned.plan.every if reckoned else agreed.every if agreed else Every.MONTH,
        agreed.round_to if agreed else 1,
        agreed.payment if agreed else None,
        agreed.grace if agreed else 0,
        agreed.purpose if agreed else None,
        agreed.guarantee if agreed else None,
        agreed.decision if agreed else None,
        agreed.decided if agreed else None,
        agreed.decision_label if agreed else None,
        agreed.exception if agreed else None,
        found.rule,
        _card_rows(reading, found, at),
        reckoned.lines if reckoned else (),
        tuple(PlanRow(plan.version, plan.since, len(plan.lines), plan.total, plan.reason) for plan in found.plans),
        due_principal,
        due_fee,
        min(proposed, payoff) if payoff else Rupiah(0),
        payoff,
        reckoned.fee_open if reckoned and payoff else Rupiah(0),
        reckoned.fee_before_owed if reckoned and payoff else Rupiah(0),
        _repaid(found, at),
        found.sum_of(LOAN_FEE, at),
        found.sum_of(FINE, at),
        found.written_off(at),
        found.sum_of(RECOVERED_LOAN, at),
        reckoned.plan.lines[-1].due if reckoned and reckoned.plan.lines else None,
        found.let_go(at),
    )


def _repaid(found: Found, at: date) -> Rupiah:
    """Principal that came back, what was given up left out."""
    moves = (m for m in found.moves if m.account[:4] in _LOAN_ACCOUNTS and m.kind not in (LENT, OPENING, RESCHEDULED))
    return Rupiah(-sum(move.amount for move in moves if move.on <= at)) - found.written_off(at)


def _card_rows(reading: Reading, found: Found, at: date) -> tuple[CardRow, ...]:
    rows = (
        select(entry.c.id, entry.c.series, entry.c.year, entry.c.seq, entry.c.date, entry.c.description, entry.c.kind)
        .add_columns(posting.c.account, posting.c.amount)
        .join(entry, entry.c.id == posting.c.entry)
        .where(posting.c.loan == found.id, posting.c.date <= at.isoformat(), posting.c.entry.not_in(struck.ids()))
        .order_by(entry.c.date, (entry.c.kind != OPENING), entry.c.id, posting.c.line)
    )
    heads: dict[int, tuple[date, str, str, str]] = {}
    sums: dict[int, dict[str, int]] = {}
    for id_, series, year, seq, on, description, kind, account, amount in reading.connection.execute(rows):
        heads[id_] = (date.fromisoformat(on), str(BuktiNumber(series, year, seq)), description, kind)
        base = "loan" if account[:4] in _LOAN_ACCOUNTS else account[:4]
        of = sums.setdefault(id_, {})
        of[base] = of.get(base, 0) + amount
    made, balance = [], Rupiah(0)
    for id_, (on, number, description, kind) in heads.items():
        received = {} if kind == LET_GO else sums[id_]
        moved = sums[id_].get("loan", 0)
        balance = balance + moved
        made.append(
            CardRow(
                EntryId(id_),
                on,
                number,
                description,
                kind,
                _instalment_of(found, on) if moved < 0 or received.get(LOAN_FEE) else None,
                Rupiah(max(0, moved)),
                Rupiah(max(0, -moved)),
                balance,
                Rupiah(-received.get(LOAN_FEE, 0)),
                Rupiah(-received.get(FINE, 0)),
            )
        )
    return tuple(made)


def _instalment_of(found: Found, on: date) -> int | None:
    """The instalment which a payment of that day went to: the first that was open before it."""
    before = found.reckon(on - timedelta(days=1)) or found.reckon(on)
    line = before.next_line if before else None
    return line.no if line else None


def loan_preview(reading: Reading, query: LoanPreview) -> Preview:
    """See `LoanPreview`."""
    rule = in_force(rules(reading), query.on)
    method = query.method or rule.method
    rate = Fraction(0) if method is Method.NONE else rule.rate if query.rate is None else query.rate
    monthly = monthly_rate(rate, (query.per or rule.per).value)
    terms = Terms(
        query.amount,
        rule.months if query.months is None else query.months,
        query.on,
        method,
        monthly,
        query.every or rule.every,
        rule.round_to if query.round_to is None else query.round_to,
        query.payment,
        rule.grace if query.grace is None else query.grace,
    )
    lines = schedule(terms)
    fee = Rupiah(sum(line.interest for line in lines))
    return Preview(lines, fee, query.amount + fee, yearly_effective_rate(terms), monthly * 12)


def payment_preview(reading: Reading, query: PaymentPreview) -> PaymentSplit:
    """See `PaymentPreview`."""
    found = one(reading, query.loan)
    reckoned = found.reckon(query.on)
    if reckoned is None or found.written_off():
        return PaymentSplit(Rupiah(0), Rupiah(0), Rupiah(0), query.amount, Rupiah(0))
    used = reckoned.use(query.amount, fee=query.fee, fine=query.fine)
    return PaymentSplit(used.fine, used.fee, used.principal, used.excess, reckoned.rest - used.principal)
