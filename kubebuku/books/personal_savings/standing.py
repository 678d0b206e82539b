"""Rules in force and what they ask of each member, read for handlers and queries alike."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from sqlalchemy import select

from kubebuku.books.members.payers import PayingMember, paying_members
from kubebuku.books.personal_savings.queries import SavingsTerms
from kubebuku.books.personal_savings.rules import FeeBase
from kubebuku.books.personal_savings.tables import savings_rule
from kubebuku.domain.calendar import Month
from kubebuku.domain.dues import Terms
from kubebuku.domain.entries import PersonId
from kubebuku.domain.money import Rupiah
from kubebuku.ledger.tables import decision
from kubebuku.ledger.work import Reading


def rules(reading: Reading) -> tuple[SavingsTerms, ...]:
    """Every version, oldest first; of two that begin in one month the later written counts."""
    rows = reading.connection.execute(
        select(savings_rule, decision.c.label)
        .outerjoin(decision, decision.c.id == savings_rule.c.decision)
        .order_by(savings_rule.c.since, savings_rule.c.id)
    )
    return tuple(
        SavingsTerms(
            row.id,
            Month.of(date.fromisoformat(row.since)),
            Rupiah(row.principal_amount),
            Rupiah(row.obligatory_amount),
            Fraction(row.fee_rate),
            FeeBase(row.fee_base),
            row.label,
            row.who,
            row.recorded,
        )
        for row in rows
    )


def rule_of(versions: Sequence[SavingsTerms], month: Month) -> SavingsTerms | None:
    """The version in force in that month, None before the first."""
    return next((one for one in reversed(versions) if one.since <= month), None)


def history(versions: Sequence[SavingsTerms]) -> tuple[Terms, ...]:
    """What the versions ask for simpanan wajib."""
    return tuple(Terms(one.since, one.obligatory) for one in versions)


def savers(reading: Reading, of: PersonId | None = None) -> tuple[PayingMember, ...]:
    """Every member, present or past, or one of them. What was saved before the book began settles the months before it."""
    return paying_members(reading, {}, of=of)
