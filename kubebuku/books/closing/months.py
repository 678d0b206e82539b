"""Tutup buku: months close in order and open from the last backwards (accounting.md 7)."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select

from kubebuku.books.cash.common import box_of, label
from kubebuku.books.cash.refusals import CountedBelowZero
from kubebuku.books.closing.commands import BoxCounted, CloseMonth, ReopenMonths
from kubebuku.books.closing.pending_left import need_no_notes
from kubebuku.books.closing.refusals import (
    BoxesNotCounted,
    DifferenceUnexplained,
    EarlierMonthOpen,
    MonthBeforeBook,
    MonthClosedAlready,
    MonthNotBegun,
    MonthNotClosed,
    SkippedWithoutReason,
    YearResultLeft,
)
from kubebuku.books.closing.years import closing_entries, results
from kubebuku.books.mending.refusals import ReasonMissing
from kubebuku.books.spec import Changed, Outcome
from kubebuku.domain.accounts import Account
from kubebuku.domain.calendar import Month
from kubebuku.domain.money import Rupiah
from kubebuku.domain.names import LONGEST_DESCRIPTION, clean_text
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger import balances, closings, db, proof
from kubebuku.ledger.closings import Count
from kubebuku.ledger.refusals import BookDamaged
from kubebuku.ledger.tables import posting
from kubebuku.ledger.work import Reading, Work


def close_month(work: Work, command: CloseMonth) -> Outcome:
    """The book is proved, every box counted or its skipping explained, and the closing added to the chain."""
    month = command.month
    may_close(work, month)
    counts = _counts(work, month, command.counts)
    closings.seal_records(work.connection, work.who, work.recorded)
    broken = [finding for finding in proof.prove(db.driver(work.connection)) if not finding.ok]
    if broken:
        raise BookDamaged(work.facts.name, f"{broken[0].name}: {broken[0].found[0]}")
    made = closings.write(
        work.connection,
        month=month,
        act="close",
        who=work.who,
        recorded=work.recorded,
        reason=None,
        counts=counts,
    )
    values = {"month": month, "serial": made.serial, "code": made.code}
    said = Sentence(N_("{month} is closed: closing no. {serial}, check code {code}."), values)
    return Outcome(Changed.CLOSINGS, said=said, made={"closing": made.id})


def may_close(reading: Reading, month: Month) -> None:
    """Raise the first reason why `month` cannot be closed, whatever is counted."""
    if month < Month.of(reading.facts.opened):
        raise MonthBeforeBook(month, reading.facts.opened)
    standing = closings.standing(reading.connection, month)
    if standing is not None:
        raise MonthClosedAlready(month, standing.serial, standing.code)
    following = closings.next_month(reading.connection)
    if month > following:
        raise EarlierMonthOpen(month, following)
    if month.first > reading.today:
        raise MonthNotBegun(month)
    need_no_notes(reading, month)
    if month.number == 12 and closing_entries(reading.connection, month.year):
        left = results(reading, month.year)
        if left:
            raise YearResultLeft(month.year, Rupiah(sum(abs(amount) for amount in left.values())))


def _counts(work: Work, month: Month, given: Iterable[BoxCounted]) -> dict[str, Count]:
    by_box = {}
    for one in given:
        box = box_of(work, one.box, "counts")
        book = balances.of(work.connection, box.code, at=month.last)
        explanation = clean_text(one.explanation or "", most=LONGEST_DESCRIPTION) or None
        if one.counted is None and explanation is None:
            raise SkippedWithoutReason(label(box))
        if one.counted is not None and one.counted < 0:
            refused = CountedBelowZero()
            refused.field = "counts"
            raise refused
        if one.counted is not None and one.counted != book and explanation is None:
            raise DifferenceUnexplained(label(box), book, one.counted)
        by_box[box.code] = Count(book, one.counted, explanation)
    missing = [label(box) for box in boxes_to_count(work, month) if box.code not in by_box]
    if missing:
        raise BoxesNotCounted(tuple(missing))
    return by_box


def boxes_to_count(reading: Reading, month: Month) -> list[Account]:
    """Boxes that hold money at the month's end or moved it within the month."""
    held = balances.by_account(reading.connection, at=month.last)
    moved = {
        code
        for (code,) in reading.connection.execute(
            select(posting.c.account)
            .distinct()
            .where(posting.c.date >= month.first.isoformat(), posting.c.date <= month.last.isoformat())
        )
    }
    return [box for box in reading.chart.boxes if held.get(box.code) or box.code in moved]


def reopen_months(work: Work, command: ReopenMonths) -> Outcome:
    """From the last closed month backwards, each with the same reason."""
    reason = clean_text(command.reason, most=LONGEST_DESCRIPTION)
    if not reason:
        raise ReasonMissing
    last = closings.closed_until(work.connection)
    if last is None or command.month > last or closings.standing(work.connection, command.month) is None:
        raise MonthNotClosed(command.month)
    opened = list(reversed(list(command.month.until(last))))
    for month in opened:
        closings.write(
            work.connection,
            month=month,
            act="reopen",
            who=work.who,
            recorded=work.recorded,
            reason=reason,
            counts={},
        )
    said = Sentence(N_("Open again: {months}."), {"months": list(reversed(opened))})
    return Outcome(Changed.CLOSINGS, said=said)
