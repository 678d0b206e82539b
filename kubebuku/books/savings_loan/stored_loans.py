"""Loans and the rules of lending, read from the book with everything that happened on them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from sqlalchemy import func, select

from kubebuku.books.savings_loan.loan import Agreed, Found, Move
from kubebuku.books.savings_loan.plans import opening_plans, stored_plans
from kubebuku.books.savings_loan.refusals import LoanUnknown
from kubebuku.books.savings_loan.rules import BANJARMASIN, Bands, FineKind, Part, Per, Rule, in_force
from kubebuku.books.savings_loan.schedules import Every, Method
from kubebuku.books.savings_loan.tables import lending_rule, loan_terms
from kubebuku.domain.entries import DecisionId, EntryId, LoanId, PersonId
from kubebuku.domain.money import Rupiah
from kubebuku.ledger.tables import decision, entry, loan, person, posting
from kubebuku.ledger.work import Reading


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
