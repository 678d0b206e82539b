"""Dues in force and kinds of events, read for handlers and queries alike."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, select

from kubebuku.books.members.payers import PayingMember, paying_members
from kubebuku.books.solidarity.commands import Every
from kubebuku.books.solidarity.queries import BenefitKind, SolidarityTerms
from kubebuku.books.solidarity.tables import benefit, benefit_rule, solidarity_rule
from kubebuku.domain.accounts import SOLIDARITY_CASH, SOLIDARITY_FUND
from kubebuku.domain.calendar import Month
from kubebuku.domain.dues import Terms
from kubebuku.domain.entries import PersonId
from kubebuku.domain.money import Rupiah
from kubebuku.ledger import struck
from kubebuku.ledger.dues import opening_paid_until
from kubebuku.ledger.tables import decision, entry
from kubebuku.ledger.work import Reading


def rules(reading: Reading) -> tuple[SolidarityTerms, ...]:
    """Every version, oldest first; of two that begin in one month the later written counts."""
    rows = reading.connection.execute(
        select(solidarity_rule, decision.c.label)
        .outerjoin(decision, decision.c.id == solidarity_rule.c.decision)
        .order_by(solidarity_rule.c.since, solidarity_rule.c.id)
    )
    return tuple(
        SolidarityTerms(
            row.id,
            Month.of(date.fromisoformat(row.since)),
            Rupiah(row.amount),
            Every(row.period),
            row.label,
            row.who,
            row.recorded,
        )
        for row in rows
    )


def rule_of(versions: Sequence[SolidarityTerms], month: Month) -> SolidarityTerms | None:
    """The version in force in that month, None before the first."""
    return next((one for one in reversed(versions) if one.since <= month), None)


def history(versions: Sequence[SolidarityTerms]) -> tuple[Terms, ...]:
    """What the versions ask."""
    return tuple(Terms(one.since, one.amount, one.every is Every.YEAR) for one in versions)


def payers(reading: Reading, of: PersonId | None = None) -> tuple[PayingMember, ...]:
    """Every member, present or past, or one of them, with what the book's opening says about the months before it."""
    return paying_members(reading, opening_paid_until(reading), of=of)


def fund_accounts(reading: Reading) -> tuple[str, ...]:
    """2120 with the group's own accounts under it."""
    return tuple(one.code for one in reading.chart.under(SOLIDARITY_FUND))


def fund_boxes(reading: Reading) -> tuple[str, ...]:
    """1103 with the group's own boxes under it."""
    return tuple(one.code for one in reading.chart.under(SOLIDARITY_CASH))


def kinds(reading: Reading) -> tuple[BenefitKind, ...]:
    """Every kind of event there ever was, by name and day."""
    rows = reading.connection.execute(
        select(benefit_rule).order_by(benefit_rule.c.event, benefit_rule.c.since, benefit_rule.c.id)
    )
    return tuple(
        BenefitKind(
            row.id,
            row.event,
            None if row.ceiling is None else Rupiah(row.ceiling),
            bool(row.outsiders),
            date.fromisoformat(row.since),
            None if row.ended is None else date.fromisoformat(row.ended),
        )
        for row in rows
    )


def last_given(reading: Reading, rule: int) -> date | None:
    """The day on which something was last given for that kind, by an entry that stands."""
    newest = reading.connection.execute(
        select(func.max(entry.c.date))
        .join(benefit, benefit.c.entry == entry.c.id)
        .where(benefit.c.rule == rule)
        .where(struck.standing())
    ).scalar()
    return date.fromisoformat(newest) if newest else None
