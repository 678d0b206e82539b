"""Jasa on simpanan sukarela: once a month, for all savers in one entry."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from sqlalchemy import func, insert, select

from kubebuku.books import places
from kubebuku.books.members.tables import member
from kubebuku.books.personal_savings.commands import GiveSavingsFee
from kubebuku.books.personal_savings.handlers import codes
from kubebuku.books.personal_savings.queries import FeeLine, FeePlan, FeePreview
from kubebuku.books.personal_savings.refusals import (
    FeeGivenAlready,
    FeeMonthBeforeBook,
    FeeMonthNotOver,
    NoFeeAsked,
    NothingToGive,
)
from kubebuku.books.personal_savings.rules import FeeBase, SavingsKind, base_of, month_fee
from kubebuku.books.personal_savings.standing import rule_of, rules
from kubebuku.books.personal_savings.tables import savings_fee
from kubebuku.books.spec import Attention, Changed, Outcome
from kubebuku.domain.accounts import SAVINGS_FEE, VOLUNTARY_SAVINGS
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import BuktiNumber, Draft, PersonId, UnitId, credit, debit
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, Sentence
from kubebuku.i18n import say
from kubebuku.ledger import closings, struck
from kubebuku.ledger.book import savings_loan_unit
from kubebuku.ledger.tables import entry, person, posting
from kubebuku.ledger.work import Reading, Work


def fee_preview(reading: Reading, query: FeePreview) -> FeePlan:
    """See `FeePreview`."""
    return plan(reading, query.month)


def plan(reading: Reading, month: Month) -> FeePlan:
    """The jasa of every saver by the rules of that month; no lines where they give none, and none for who has left."""
    rule = rule_of(rules(reading), month)
    given = _given(reading, month)
    if rule is None or not rule.fee_rate:
        return FeePlan(month, Fraction(0), FeeBase.LOWEST, (), Rupiah(0), given)
    accounts = codes(reading, SavingsKind.VOLUNTARY)
    opening: dict[int, Rupiah] = {}
    moved: dict[int, dict[date, int]] = {}
    ours = (posting.c.account.in_(accounts), posting.c.person.is_not(None))
    before = (
        select(posting.c.person, func.sum(posting.c.amount))
        .where(*ours, posting.c.date < month.first.isoformat())
        .group_by(posting.c.person)
    )
    for who, amount in reading.connection.execute(before):
        if who is not None:
            opening[who] = Rupiah(-int(amount))
    within = (
        select(posting.c.person, posting.c.date, func.sum(posting.c.amount))
        .where(*ours, posting.c.date.between(month.first.isoformat(), month.last.isoformat()))
        .group_by(posting.c.person, posting.c.date)
    )
    for who, day, amount in reading.connection.execute(within):
        if who is not None:
            moved.setdefault(who, {})[date.fromisoformat(day)] = -int(amount)
    lines = []
    for who, name, number in _people(reading, opening.keys() | moved.keys()):
        base = base_of(opening.get(who, Rupiah(0)), moved.get(who, {}), month, rule.fee_base)
        amount = month_fee(base, rule.fee_rate)
        if amount:
            lines.append(FeeLine(who, number, name, base, amount))
    total = Rupiah(sum(line.amount for line in lines))
    return FeePlan(month, rule.fee_rate, rule.fee_base, tuple(lines), total, given)


def _people(reading: Reading, ids: Iterable[int]) -> list[tuple[int, str, int | None]]:
    rows = reading.connection.execute(
        select(person.c.id, person.c.name, member.c.number)
        .outerjoin(member, member.c.person == person.c.id)
        .where(person.c.id.in_(tuple(ids)), person.c.standing != "left")
        .order_by(member.c.number.is_(None), member.c.number, person.c.id)
    )
    return [(row[0], row[1], row[2]) for row in rows]


def _given(reading: Reading, month: Month) -> str | None:
    """The standing entry that gave the month's jasa."""
    row = reading.connection.execute(
        select(entry.c.series, entry.c.year, entry.c.seq)
        .join(savings_fee, savings_fee.c.entry == entry.c.id)
        .where(savings_fee.c.month == str(month))
        .where(struck.standing())
    ).first()
    return None if row is None else str(BuktiNumber(*row))


def give_fee(work: Work, command: GiveSavingsFee) -> Outcome:
    """5110 of simpan pinjam against 2110 of each saver."""
    month = command.month
    closed = closings.closed_until(work.connection)
    on = command.on or (work.today if closed is not None and month <= closed else month.last)
    if month.last < work.facts.opened:
        raise FeeMonthBeforeBook(month, work.facts.opened)
    if work.today < month.last or on < month.last:
        raise FeeMonthNotOver(month, month.last)
    work.journal.check_date(on)
    found = plan(work, month)
    if found.given is not None:
        raise FeeGivenAlready(month, found.given)
    if not found.rate:
        raise NoFeeAsked(month)
    if not found.lines:
        raise NothingToGive(month)
    description = command.description or say(Sentence(N_("Jasa on voluntary savings for {month}"), {"month": month}))
    unit = UnitId(savings_loan_unit(work.connection))
    lines = (
        debit(SAVINGS_FEE, found.total, unit=unit),
        *(credit(VOLUNTARY_SAVINGS, line.amount, person=PersonId(line.person)) for line in found.lines),
    )
    posted = work.journal.post(Draft(on, description, "savings_fee", lines))
    work.connection.execute(insert(savings_fee).values(entry=posted.id, month=str(month)))
    values = {"month": month, "amount": found.total, "number": len(found.lines)}
    said = Sentence(N_("Saved: jasa for {month}, {amount} for {number} members, added to their voluntary savings."), values)
    return Outcome(Changed.ENTRIES, posted.id, posted.number, said)


def fee_due(reading: Reading) -> Iterable[Attention]:
    """The jasa of last month, if the group gives it and nobody has."""
    month = Month.of(reading.today).plus(-1)
    if month < Month.of(reading.facts.opened):
        return
    rule = rule_of(rules(reading), month)
    if rule is None or not rule.fee_rate or _given(reading, month) is not None:
        return
    found = plan(reading, month)
    if found.lines:
        values = {"month": month, "amount": found.total, "number": len(found.lines)}
        title = Sentence(N_("Jasa on savings for {month} is not given yet"), values)
        detail = Sentence(N_("{amount} for {number} members"), values)
        yield Attention("savings_fee", title, detail, "simpanan", places.SavingsFee(month))
