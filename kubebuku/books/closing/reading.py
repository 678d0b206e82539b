"""What a closing asks, seals and proves, read back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from sqlalchemy import func, select

from kubebuku.books.cash.common import label
from kubebuku.books.cash.queries import MonthInOut
from kubebuku.books.cash.reading import month_in_out, newest_counts
from kubebuku.books.closing.months import boxes_to_count, may_close
from kubebuku.books.closing.queries import (
    AccountAtClosing,
    BoxToCount,
    ChangedAccount,
    ClosingPreview,
    ClosingProof,
    ClosingRow,
    Closings,
    ClosingState,
    CountedBox,
    MonthState,
    Preview,
    Proof,
    Years,
    YearState,
)
from kubebuku.books.closing.refusals import NoSuchClosing
from kubebuku.books.closing.tables import stock_count
from kubebuku.books.closing.years import closing_entries
from kubebuku.books.mending.queries import PendingNotes
from kubebuku.books.mending.waiting import pending_notes
from kubebuku.domain.accounts import BANK, LIVESTOCK, RESULT_SHARED, STOCK
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import CLOSING, BuktiNumber
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.ledger import balances, closings, struck
from kubebuku.ledger.closings import BalanceKey, Closing
from kubebuku.ledger.journal import read_entry
from kubebuku.ledger.tables import entry, posting, unit
from kubebuku.ledger.work import Reading

#: A count this many days before the month's end may serve for its closing.
COUNT_SERVES_DAYS = 3


def _row(one: Closing) -> ClosingRow:
    return ClosingRow(one.id, one.month, one.act, one.serial, one.code, one.reason, one.who, one.recorded)


def all_closings(reading: Reading, query: Closings) -> tuple[ClosingRow, ...]:
    """Newest first."""
    return tuple(_row(one) for one in reversed(closings.history(reading.connection, query.month)))


def closing_state(reading: Reading, query: ClosingState) -> MonthState:
    """Closed or not, and why it cannot be closed yet."""
    standing = closings.standing(reading.connection, query.month)
    hindrance = None
    if standing is None:
        try:
            may_close(reading, query.month)
        except RuleBroken as refused:
            hindrance = refused
    return MonthState(
        query.month,
        standing is not None,
        _row(standing) if standing else None,
        hindrance,
        closings.closed_until(reading.connection),
        closings.next_month(reading.connection),
    )


def closing_preview(reading: Reading, query: ClosingPreview) -> Preview:
    """The month in figures and its boxes."""
    month = query.month
    in_month = (entry.c.date >= month.first.isoformat(), entry.c.date <= month.last.isoformat())
    number = select(func.count()).select_from(entry).where(*in_month, entry.c.id.not_in(struck.ids()))
    moved = month_in_out(reading, MonthInOut(month))
    counts = newest_counts(reading, min(month.last, reading.today))
    boxes = []
    for box in boxes_to_count(reading, month):
        book = balances.of(reading.connection, box.code, at=month.last)
        count = counts.get(box.code)
        since = min(month.last, reading.today) - timedelta(days=COUNT_SERVES_DAYS)
        serves = count is not None and count.on >= since and count.book == book
        boxes.append(BoxToCount(box.code, label(box), box.base == BANK, book, count.counted if count and serves else None))
    return Preview(
        closing_state(reading, ClosingState(month)),
        reading.connection.execute(number).scalar_one(),
        moved.received,
        moved.paid,
        tuple(boxes),
        tuple(note for note in pending_notes(reading, PendingNotes()) if note.on <= month.last),
        _uncounted_goods(reading, month),
        running=month.last >= reading.today,
    )


def _uncounted_goods(reading: Reading, month: Month) -> tuple[str, ...]:
    codes = tuple(account.code for account in reading.chart.under(STOCK, LIVESTOCK))
    held = (
        select(unit.c.label)
        .join(posting, posting.c.unit == unit.c.id)
        .where(posting.c.account.in_(codes), posting.c.date <= month.last.isoformat())
        .where(
            unit.c.id.not_in(
                select(stock_count.c.unit).where(
                    stock_count.c.on_date >= month.first.isoformat(), stock_count.c.on_date <= month.last.isoformat()
                )
            )
        )
        .group_by(unit.c.id)
        .having(func.sum(posting.c.amount) != 0)
        .order_by(unit.c.id)
    )
    return tuple(row[0] for row in reading.connection.execute(held))


# ---- the proof


def closing_proof(reading: Reading, query: ClosingProof) -> Proof:
    """One closing with what it counted, what it wrote down, and what changed since the one before."""
    connection = reading.connection
    history = closings.history(connection, query.month)
    closes = [one for one in history if one.act == "close"]
    wanted = [one for one in closes if query.serial in (None, one.serial)]
    if not wanted:
        raise NoSuchClosing(query.month, query.serial)
    this = wanted[-1]
    before = next((one for one in closes if one.serial == this.serial - 1), None)
    reopened = next((one for one in history if one.act == "reopen" and before and before.id < one.id < this.id), None)
    counts = closings.kept_counts(connection, this.id)
    kept = _by_account(closings.kept_balances(connection, this.id))
    month = query.month
    written = (entry.c.id <= this.after_entry, entry.c.date >= month.first.isoformat(), entry.c.date <= month.last.isoformat())
    last = connection.execute(
        select(entry.c.series, entry.c.year, entry.c.seq).where(*written).order_by(entry.c.id.desc()).limit(1)
    ).first()
    return Proof(
        month=month,
        serial=this.serial,
        code=this.code,
        hash=this.hash,
        who=this.who,
        recorded=this.recorded,
        standing=history[-1].id == this.id,
        entries=connection.execute(
            select(func.count()).select_from(entry).where(*written, entry.c.id.not_in(struck.ids()))
        ).scalar_one(),
        last_number=str(BuktiNumber(*last)) if last else None,
        boxes=tuple(
            CountedBox(code, label(reading.chart[code]), count.book, count.counted, count.explanation)
            for code, count in counts.items()
        ),
        accounts=tuple(
            AccountAtClosing(code, label(reading.chart[code]), _own(reading, code, amount)) for code, amount in kept.items()
        ),
        replaces=before.code if before else None,
        reopened_because=reopened.reason if reopened else None,
        changed=_changed(reading, before, this, kept) if before else (),
    )


def _by_account(kept: Mapping[BalanceKey, Rupiah]) -> dict[str, Rupiah]:
    found: dict[str, Rupiah] = {}
    for (account, *_), amount in kept.items():
        found[account] = found.get(account, Rupiah(0)) + amount
    return dict(sorted(found.items()))


def _own(reading: Reading, code: str, amount: Rupiah) -> Rupiah:
    return Rupiah(amount * reading.chart[code].kind.sign)


def _changed(reading: Reading, before: Closing, this: Closing, kept: Mapping[str, Rupiah]) -> tuple[ChangedAccount, ...]:
    connection = reading.connection
    was = _by_account(closings.kept_balances(connection, before.id))
    later = connection.execute(
        select(posting.c.account, entry.c.series, entry.c.year, entry.c.seq)
        .distinct()
        .join(entry, entry.c.id == posting.c.entry)
        .where(entry.c.id > before.after_entry, entry.c.id <= this.after_entry, posting.c.date <= this.month.last.isoformat())
        .order_by(entry.c.id)
    )
    by: dict[str, list[str]] = {}
    for account, series, year, seq in later:
        by.setdefault(account, []).append(str(BuktiNumber(series, year, seq)))
    return tuple(
        ChangedAccount(
            code,
            label(reading.chart[code]),
            _own(reading, code, was.get(code, Rupiah(0))),
            _own(reading, code, kept.get(code, Rupiah(0))),
            tuple(by.get(code, ())),
        )
        for code in sorted(was.keys() | kept.keys())
        if was.get(code, 0) != kept.get(code, 0)
    )


# ---- years


def years(reading: Reading, query: Years) -> tuple[YearState, ...]:
    """The result of each year: what was closed, or what stands open in it."""
    results = _by_year(reading, *(one.code for one in reading.chart if one.kind.is_result))
    shared = _by_year(reading, *(one.code for one in reading.chart.under(RESULT_SHARED)))
    nil = Rupiah(0)
    found = []
    for year in range(reading.facts.opened.year, reading.today.year + 1):
        standing = closing_entries(reading.connection, year)
        number = read_entry(reading.connection, standing[0]).number if standing else None
        over = reading.today > date(year, 12, 31)
        found.append(YearState(year, number, results.get(year, nil), -shared.get(year, nil), over))
    return tuple(found)


def _by_year(reading: Reading, *codes: str) -> dict[int, Rupiah]:
    """What these accounts moved in each year, credit positive, closings left out."""
    ends = tuple(date(year, 12, 31).isoformat() for year in range(reading.facts.opened.year, reading.today.year + 1))
    closed = select(entry.c.id).where(entry.c.date.in_(ends), entry.c.kind == CLOSING)
    mirror = entry.alias("mirror")
    opened_again = select(mirror.c.id).where(mirror.c.reverses.in_(closed))
    year = func.substr(posting.c.date, 1, 4)
    rows = reading.connection.execute(
        select(year, func.sum(posting.c.amount))
        .where(posting.c.account.in_(codes), posting.c.entry.not_in(closed), posting.c.entry.not_in(opened_again))
        .group_by(year)
    )
    return {int(year): Rupiah(-int(total)) for year, total in rows}
