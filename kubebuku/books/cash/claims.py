"""Counts and open accounts with people, read back; and what about them wants attention."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement, func, or_, select

from kubebuku.books import places
from kubebuku.books.cash.common import label
from kubebuku.books.cash.queries import (
    Advances,
    BoxBalances,
    Claim,
    CountHistory,
    CountRow,
    EntryRow,
    Mark,
    MarkedEntries,
    OwedToPeople,
)
from kubebuku.books.cash.reading import box_balances, entry_rows
from kubebuku.books.cash.tables import box_count
from kubebuku.books.spec import Attention
from kubebuku.domain.accounts import ADVANCE, BANK, BANK_FEE, CASH_DIFFERENCE, EQUIPMENT, LIVESTOCK, OWED_TO_PEOPLE, STOCK, Kind
from kubebuku.domain.entries import CLOSING, OPENING, REVERSAL, BuktiNumber, Series
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger import closings, settings, struck
from kubebuku.ledger.tables import entry, person, posting
from kubebuku.ledger.work import Reading

#: An entry recorded more than this many days after its date is late (accounting.md 9).
LATE_DAYS = 7
#: An advance that is open for longer is asked about.
ADVANCE_DAYS = 14


def count_history(reading: Reading, query: CountHistory) -> tuple[CountRow, ...]:
    """Counts, newest first."""
    wanted = select(box_count, entry.c.series, entry.c.year, entry.c.seq).outerjoin(entry, entry.c.id == box_count.c.entry)
    if query.box is not None:
        wanted = wanted.where(box_count.c.account == query.box)
    if query.open_only:
        wanted = wanted.where(box_count.c.entry.is_(None), box_count.c.counted != box_count.c.book)
    return tuple(
        CountRow(
            row.id,
            date.fromisoformat(row.on_date),
            row.account,
            label(reading.chart[row.account]),
            Rupiah(row.book),
            Rupiah(row.counted),
            row.note,
            row.who,
            None if row.entry is None else str(BuktiNumber(row.series, row.year, row.seq)),
        )
        for row in reading.connection.execute(wanted.order_by(box_count.c.on_date.desc(), box_count.c.id.desc()))
    )


def advances(reading: Reading, query: Advances) -> tuple[Claim, ...]:
    """What people hold or owe."""
    return _claims(reading, ADVANCE, 1, query.at)


def owed_to_people(reading: Reading, query: OwedToPeople) -> tuple[Claim, ...]:
    """What people are owed."""
    return _claims(reading, OWED_TO_PEOPLE, -1, query.at)


def _claims(reading: Reading, base: str, sign: int, at: date | None) -> tuple[Claim, ...]:
    codes = tuple(account.code for account in reading.chart.under(base))
    rows = reading.connection.execute(
        select(posting.c.person, person.c.name, posting.c.date, func.sum(posting.c.amount))
        .join(person, person.c.id == posting.c.person)
        .where(posting.c.account.in_(codes), posting.c.date <= (at or date.max).isoformat())
        .group_by(posting.c.person, posting.c.date)
        .order_by(posting.c.person, posting.c.date)
    )
    open_: dict[int, Claim] = {}
    for who, name, day, amount in rows:
        if amount == 0 or who is None:
            continue
        before = open_.pop(who, None)
        now = (before.amount if before else Rupiah(0)) + int(amount) * sign
        if now:
            open_[who] = Claim(who, name, now, before.since if before else date.fromisoformat(day))
    return tuple(sorted(open_.values(), key=lambda claim: (claim.since, claim.name)))


def marked_entries(reading: Reading, query: MarkedEntries) -> tuple[EntryRow, ...]:
    """Entries that bear a mark, by date."""
    wanted = select(entry.c.id).where(_bears(reading, query.mark))
    if query.month is not None:
        wanted = wanted.where(entry.c.date >= query.month.first.isoformat(), entry.c.date <= query.month.last.isoformat())
    else:
        closed = closings.closed_until(reading.connection)
        first = reading.facts.opened if closed is None else closed.plus(1).first
        wanted = wanted.where(entry.c.date >= first.isoformat())
    ids = tuple(row[0] for row in reading.connection.execute(wanted.order_by(entry.c.date, entry.c.id).limit(query.most)))
    return entry_rows(reading, ids)


def _how_many(reading: Reading, mark: Mark) -> tuple[int, date | None]:
    """How many entries of open months bear a mark, and the date of the oldest."""
    closed = closings.closed_until(reading.connection)
    first = reading.facts.opened if closed is None else closed.plus(1).first
    wanted = select(func.count(), func.min(entry.c.date)).where(_bears(reading, mark), entry.c.date >= first.isoformat())
    number, oldest = reading.connection.execute(wanted).one()
    return number, date.fromisoformat(oldest) if oldest else None


def _bears(reading: Reading, mark: Mark) -> ColumnElement[bool]:
    mirror = entry.alias("mirror")
    if mark is Mark.STRUCK:
        return select(mirror.c.id).where(mirror.c.reverses == entry.c.id, mirror.c.date == entry.c.date).exists()
    if mark is Mark.CORRECTED:
        return select(mirror.c.id).where(mirror.c.reverses == entry.c.id, mirror.c.date != entry.c.date).exists()
    standing = entry.c.id.not_in(struck.ids())
    if mark is Mark.LATE:
        days = func.julianday(func.substr(entry.c.recorded, 1, 10)) - func.julianday(entry.c.date)
        return standing & (days > LATE_DAYS) & entry.c.kind.not_in((OPENING, REVERSAL, CLOSING))
    bought = [account.code for account in reading.chart if _has_nota(account.kind, account.base)]
    paid_for = posting.c.account.in_(bought) & (posting.c.amount > 0) & (posting.c.entry == entry.c.id)
    without = or_(entry.c.nota.is_(None), entry.c.nota == "")
    return standing & (entry.c.series == Series.PAYMENT.value) & without & select(posting.c.entry).where(paid_for).exists()


def _has_nota(kind: Kind, base: str) -> bool:
    """Things and work are paid for against a paper; the bank's fee stands in its own book, a cash difference nowhere."""
    return base in (STOCK, LIVESTOCK, EQUIPMENT) or (kind is Kind.COST and base not in (BANK_FEE, CASH_DIFFERENCE))


# ---- attention


def boxes_to_count(reading: Reading) -> Iterable[Attention]:
    """Boxes that hold money and were not counted for the group's number of days (14)."""
    days = settings.read(reading.connection).count_days
    for box in box_balances(reading, BoxBalances()):
        since = box.last_count.on if box.last_count else reading.facts.opened
        if box.balance and (reading.today - since).days > days:
            bank = box.code.startswith(BANK)
            wanted = N_("{box} needs to be compared with the bank book") if bank else N_("{box} needs to be counted")
            before = N_("Last compared on {day}.") if bank else N_("Last counted on {day}.")
            never = N_("Never compared yet.") if bank else N_("Never counted yet.")
            detail = Sentence(before, {"day": box.last_count.on}) if box.last_count else Sentence(never)
            yield Attention("count", Sentence(wanted, {"box": box.label}), detail, "uang", places.CashCount(box.code))


def counts_unexplained(reading: Reading) -> Iterable[Attention]:
    """Differences found by counting that no entry explains."""
    for count in count_history(reading, CountHistory(open_only=True)):
        values = {"box": count.label, "amount": abs(count.difference), "day": count.on}
        message = (
            N_("{box} was short by {amount} at the count of {day}.")
            if count.difference < 0
            else N_("{box} held {amount} too much at the count of {day}.")
        )
        title = Sentence(N_("A counted difference is not explained"))
        yield Attention(
            "count_difference", title, Sentence(message, values), "awas", places.CashCount(count=count.id, box=count.box)
        )


def open_advances(reading: Reading) -> Iterable[Attention]:
    """Money handed out long ago without a nota."""
    for claim in advances(reading, Advances()):
        if (reading.today - claim.since).days > ADVANCE_DAYS:
            values = {"name": claim.name, "amount": claim.amount, "day": claim.since}
            yield Attention(
                "advance",
                Sentence(N_("{name} still holds {amount}"), values),
                Sentence(N_("Handed out on {day}; the nota is not here yet."), values),
                "orang",
                places.Owed("advances", claim.person),
            )


def payments_without_nota(reading: Reading) -> Iterable[Attention]:
    """Payments of open months without the number of a nota."""
    number, oldest = _how_many(reading, Mark.WITHOUT_NOTA)
    if oldest is not None:
        title = Sentence(N_("{number} payments without a nota number"), {"number": number})
        detail = Sentence(N_("The oldest is of {day}."), {"day": oldest})
        yield Attention("nota", title, detail, "lembar", places.Marked("without_nota"))


def late_entries(reading: Reading) -> Iterable[Attention]:
    """Entries of open months that were recorded over seven days after their date."""
    number, _ = _how_many(reading, Mark.LATE)
    if number:
        title = Sentence(N_("{number} entries were written late"), {"number": number})
        detail = Sentence(N_("More than {days} days after the money moved."), {"days": LATE_DAYS})
        yield Attention("late", title, detail, "jam", places.Marked("late"))
