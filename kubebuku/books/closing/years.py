"""The year's closing: income, costs and what was shared are emptied into 3130, by unit (accounting.md 7).

January to November must be closed before, so that nothing of the year is still missing; December is open for the entry and is
closed after it. The result stands on 3130 with its unit; a cost without unit stands there without one.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import groupby

from sqlalchemy import Connection, func, select

from kubebuku.books.closing.commands import CloseYear, ReopenYear
from kubebuku.books.closing.pending_left import need_no_notes
from kubebuku.books.closing.refusals import (
    DecemberClosed,
    EarlierMonthOpen,
    EarlierYearOpen,
    LaterYearClosed,
    NoResult,
    YearClosedAlready,
    YearNotClosed,
    YearNotOver,
    YearShared,
)
from kubebuku.books.mending.handlers import remember
from kubebuku.books.mending.refusals import ReasonMissing
from kubebuku.books.spec import Changed, Outcome
from kubebuku.domain.accounts import RESULT_SHARED, RESULT_UNSHARED
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import CLOSING, MOST_LINES, OPENING, REVERSAL, BuktiNumber, Draft, EntryId, Posting, UnitId
from kubebuku.domain.money import Rupiah
from kubebuku.domain.names import LONGEST_DESCRIPTION, clean_text, fit_description
from kubebuku.domain.text import N_, Sentence
from kubebuku.i18n import _
from kubebuku.ledger import closings, struck
from kubebuku.ledger.tables import entry, posting
from kubebuku.ledger.work import Reading, Work

#: Account and unit.
Slice = tuple[str, int | None]


def results(reading: Reading, year: int) -> dict[Slice, Rupiah]:
    """What income, costs and 3131 still hold at the end of that year, debit positive, nil left out."""
    codes = tuple(one.code for one in reading.chart if one.kind.is_result or one.base == RESULT_SHARED)
    total = func.sum(posting.c.amount)
    rows = reading.connection.execute(
        select(posting.c.account, posting.c.unit, total)
        .where(posting.c.account.in_(codes), posting.c.date <= date(year, 12, 31).isoformat())
        .group_by(posting.c.account, posting.c.unit)
        .having(total != 0)
        .order_by(posting.c.unit, posting.c.account)
    )
    return {(account, unit): Rupiah(int(amount)) for account, unit, amount in rows}


def closing_entries(connection: Connection, year: int) -> tuple[EntryId, ...]:
    """The standing closing of that year; more than one where its lines did not fit one entry."""
    rows = connection.execute(
        select(entry.c.id)
        .where(entry.c.kind == CLOSING, entry.c.date == date(year, 12, 31).isoformat())
        .where(struck.standing())
        .order_by(entry.c.id)
    )
    return tuple(EntryId(row[0]) for row in rows)


def _number(connection: Connection, id_: int) -> str:
    return str(BuktiNumber(*connection.execute(select(entry.c.series, entry.c.year, entry.c.seq).where(entry.c.id == id_)).one()))


def close_year(work: Work, command: CloseYear) -> Outcome:
    """One BM on 31 December; several only where the units' lines do not fit one entry."""
    year = command.year
    if work.today <= date(year, 12, 31):
        raise YearNotOver(year)
    standing = closing_entries(work.connection, year)
    if standing:
        raise YearClosedAlready(year, _number(work.connection, standing[0]))
    if results(work, year - 1):
        raise EarlierYearOpen(year - 1)
    following = closings.next_month(work.connection)
    if following > Month(year, 12):
        raise DecemberClosed(year)
    need_no_notes(work, Month(year, 12), field="year")
    left = results(work, year)
    if not left:
        raise NoResult(year)
    if following < Month(year, 12):
        raise EarlierMonthOpen(Month(year, 12), following)
    description = command.description or _("Closing of the year {year}").format(year=year)
    posted = [work.journal.post(Draft(date(year, 12, 31), description, CLOSING, lines)) for lines in closing_lines(left)]
    result = Rupiah(-sum(left.values()))
    message = (
        N_("The year {year} is closed with a loss of {amount}. Now close {month}.")
        if result < 0
        else N_("The year {year} is closed with {amount} to be shared. Now close {month}.")
    )
    values = {"year": str(year), "amount": abs(result), "month": Month(year, 12)}
    return Outcome(Changed.ENTRIES | Changed.CLOSINGS, posted[0].id, posted[0].number, Sentence(message, values))


def closing_lines(left: Mapping[Slice, Rupiah]) -> list[tuple[Posting, ...]]:
    """The lines that empty `left` into 3130, in as few entries as hold them; each unit's lines balance by themselves."""
    entries: list[tuple[Posting, ...]] = []
    for unit, slices in groupby(sorted(left.items(), key=lambda one: (one[0][1] or 0, one[0][0])), key=lambda one: one[0][1]):
        owner = None if unit is None else UnitId(unit)
        lines = [Posting(account, -amount, unit=owner) for (account, _unit), amount in slices]
        result = Rupiah(-sum(line.amount for line in lines))
        if result:
            lines.append(Posting(RESULT_UNSHARED, result, unit=owner))
        if entries and len(entries[-1]) + len(lines) <= MOST_LINES:
            entries[-1] = (*entries[-1], *lines)
        else:
            entries.append(tuple(lines))
    return entries


def reopen_year(work: Work, command: ReopenYear) -> Outcome:
    """The mirror of the closing, on 31 December."""
    year = command.year
    reason = clean_text(command.reason, most=LONGEST_DESCRIPTION)
    if not reason:
        raise ReasonMissing
    standing = closing_entries(work.connection, year)
    if not standing:
        raise YearNotClosed(year)
    later = next((later for later in range(year + 1, work.today.year + 1) if closing_entries(work.connection, later)), None)
    if later is not None:
        raise LaterYearClosed(year, later)
    shared = _sharing(work, standing[-1])
    if shared is not None:
        raise YearShared(year, *shared)
    if closings.next_month(work.connection) > Month(year, 12):
        raise DecemberClosed(year)
    description = fit_description(_("Opened again: the year {year}. {reason}").format(year=year, reason=reason))
    mirrors = [work.strike_out(one, description) for one in standing]
    for mirror in mirrors:
        remember(work, mirror, command, reason)
    said = Sentence(N_("The year {year} is open again."), {"year": str(year)})
    return Outcome(Changed.ENTRIES | Changed.CLOSINGS, mirrors[0].id, mirrors[0].number, said)


def _sharing(work: Work, closing: EntryId) -> tuple[str, date] | None:
    """The first standing entry after the closing that takes from 3130: bukti number and date."""
    codes = tuple(one.code for one in work.chart.under(RESULT_UNSHARED))
    row = work.connection.execute(
        select(entry.c.series, entry.c.year, entry.c.seq, entry.c.date)
        .join(posting, posting.c.entry == entry.c.id)
        .where(posting.c.account.in_(codes), posting.c.amount > 0, entry.c.id > closing)
        .where(entry.c.kind.not_in((CLOSING, OPENING, REVERSAL, "explain_opening")))
        .where(struck.standing())
        .order_by(entry.c.id)
    ).first()
    return None if row is None else (str(BuktiNumber(row.series, row.year, row.seq)), date.fromisoformat(row.date))
