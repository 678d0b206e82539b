"""Writing the lending rules, and the decisions behind what goes by them or against them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Protocol

from sqlalchemy import insert, select

from kubebuku.books.savings_loan.commands import (
    SetLendingRules,
)
from kubebuku.books.savings_loan.lending_refusals import (
    AtOnceOutOfRange,
    DecisionNeeded,
    FineMissing,
    HighestOutOfRange,
    OrderIncomplete,
    RuleTooFarAhead,
)
from kubebuku.books.savings_loan.rules import FineKind, Part
from kubebuku.books.savings_loan.schedules import Method, Terms, check_terms, monthly_rate
from kubebuku.books.savings_loan.standing import KEPT, follow
from kubebuku.books.savings_loan.tables import lending_rule, loan_terms
from kubebuku.books.spec import Changed, Outcome
from kubebuku.domain.entries import DecisionId, LoanId
from kubebuku.domain.money import LARGEST_AMOUNT
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger.decisions import given_decision
from kubebuku.ledger.records import optional
from kubebuku.ledger.signed_months import begins_open
from kubebuku.ledger.tables import loan
from kubebuku.ledger.work import Work

#: A rule may be written this many days before it begins, and no more loans at once than this.
FARTHEST_RULE_DAYS, MOST_AT_ONCE = 366, 20


class ByDecision(Protocol):
    """A command that names a decision or writes one down."""

    @property
    def decision(self) -> DecisionId | None: ...
    @property
    def decided(self) -> str | None: ...


def decision_of(work: Work, command: ByDecision, on: date, *, needed: bool) -> DecisionId | None:
    """The decision behind a command; raises DecisionNeeded, DecisionUnknown."""
    found = given_decision(work, command.decision, command.decided, on)
    if found is None and needed:
        raise DecisionNeeded
    return found


def set_rules(work: Work, command: SetLendingRules) -> Outcome:
    """A new version; the earlier ones stay, and loans keep the version of their day."""
    latest = work.today + timedelta(days=FARTHEST_RULE_DAYS)
    if command.since > latest:
        raise RuleTooFarAhead(command.since, latest)
    begins_open(work, command.since, "since")
    if not 1 <= command.most <= LARGEST_AMOUNT:
        raise HighestOutOfRange(command.most)
    rate = Fraction(0) if command.method is Method.NONE else command.rate
    terms = Terms(command.most, command.months, command.since, command.method, monthly_rate(rate, command.per.value))
    check_terms(replace(terms, every=command.every, round_to=command.round_to, grace=command.grace))
    if not 1 <= command.at_once <= MOST_AT_ONCE:
        raise AtOnceOutOfRange(command.at_once, MOST_AT_ONCE)
    if sorted(part.value for part in command.order) != sorted(part.value for part in Part):
        raise OrderIncomplete
    if command.fine is FineKind.FIXED and not 1 <= command.fine_amount <= LARGEST_AMOUNT:
        raise FineMissing("fine_amount")
    if command.fine is FineKind.PERCENT and not 0 < command.fine_rate <= 1:
        raise FineMissing("fine_rate")
    note = optional(command.note, "note", 1000, lines=True)
    values = {
        "since": command.since.isoformat(),
        "most": int(command.most),
        "months": command.months,
        "method": command.method.value,
        "rate": str(rate),
        "rate_per": command.per.value,
        "every": command.every.value,
        "round_to": command.round_to,
        "grace": command.grace,
        "fine_kind": command.fine.value,
        "fine_amount": int(command.fine_amount) if command.fine is FineKind.FIXED else 0,
        "fine_rate": str(command.fine_rate if command.fine is FineKind.PERCENT else Fraction(0)),
        "outsiders": int(command.outsiders),
        "at_once": command.at_once,
        "pay_order": ",".join(part.value for part in command.order),
        "bands": command.bands.value,
        "note": note,
        "decision": decision_of(work, command, work.today, needed=False),
        "who": work.who,
        "recorded": work.recorded,
    }
    id_ = work.connection.execute(insert(lending_rule).values(values).returning(lending_rule.c.id)).scalar_one()
    # loans from before the first rules follow the rules of the book's first day, and with them their denda
    without = select(loan.c.id).outerjoin(loan_terms, loan_terms.c.loan == loan.c.id)
    without = without.where(loan_terms.c.rule.is_(None), loan.c.standing.in_(KEPT))
    follow(work, [LoanId(of) for of in work.connection.execute(without).scalars()])
    said = Sentence(
        N_("From {since} on the group lends {most} at most, for {months} months at most."),
        {"since": command.since, "most": command.most, "months": command.months},
    )
    return Outcome(Changed.LOANS | Changed.SETTINGS, said=said, made={"rule": id_})
