"""Straight-line depreciation, once a month for each thing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, insert, select

from kubebuku.books import places
from kubebuku.books.inventory.commands import Depreciate
from kubebuku.books.inventory.queries import DepreciationLine, DepreciationPlan, DepreciationPreview
from kubebuku.books.inventory.refusals import NothingToDepreciate, NotInThatMonth
from kubebuku.books.inventory.rules import month_share
from kubebuku.books.inventory.tables import equipment
from kubebuku.books.inventory.things import promise_ties
from kubebuku.books.spec import Attention, Changed, Outcome, to_data
from kubebuku.domain.accounts import DEPRECIATION, DEPRECIATION_HELD, EQUIPMENT
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import MOST_LINES, Draft, EntryId, ItemId, Posting, UnitId, credit, debit
from kubebuku.domain.money import Rupiah
from kubebuku.domain.names import fit_description
from kubebuku.domain.text import N_, Sentence
from kubebuku.i18n import _, say
from kubebuku.ledger import struck
from kubebuku.ledger.journal import Written, read_entry
from kubebuku.ledger.tables import act, entry, item, posting, unit
from kubebuku.ledger.work import Reading, Work

KIND = "depreciation"

#: Things in one entry: each has a line, and so has each business.
MOST_THINGS = MOST_LINES // 2


def depreciation_preview(reading: Reading, query: DepreciationPreview) -> DepreciationPlan:
    """See `DepreciationPreview`."""
    lines = plan(reading, query.month)
    posted = sum(_posted(reading, query.month).values(), Rupiah(0))
    return DepreciationPlan(query.month, lines, sum((line.amount for line in lines), Rupiah(0)), posted)


def plan(reading: Reading, month: Month) -> tuple[DepreciationLine, ...]:
    """What the month still has to write off, in the order the things came."""
    value, written_off = _sums(reading, EQUIPMENT), _sums(reading, DEPRECIATION_HELD)
    posted = _posted(reading, month)
    rows = (
        select(item, equipment.c.unit, equipment.c.life_months, equipment.c.residual, unit.c.label.label("unit_label"))
        .join(equipment, equipment.c.item == item.c.id)
        .outerjoin(unit, unit.c.id == equipment.c.unit)
        .where(item.c.standing == "held", equipment.c.without_value == 0, equipment.c.life_months.is_not(None))
        .where(item.c.acquired <= month.last.isoformat())
        .order_by(item.c.acquired, item.c.id)
    )
    lines = []
    for row in reading.connection.execute(rows):
        cost, off = Rupiah(value.get(row.id, 0)), Rupiah(-written_off.get(row.id, 0))
        if row.id in posted or row.life_months is None:
            continue
        amount = month_share(cost - row.residual, off, row.life_months, date.fromisoformat(row.acquired), month)
        if amount > 0:
            of = None if row.unit is None else UnitId(row.unit)
            book = cost - off
            lines.append(DepreciationLine(ItemId(row.id), row.label, row.number, of, row.unit_label, amount, book, book - amount))
    return tuple(lines)


def _sums(reading: Reading, account: str) -> dict[int, int]:
    rows = (
        select(posting.c.item, func.sum(posting.c.amount))
        .where(posting.c.account.in_([one.code for one in reading.chart.under(account)]), posting.c.item.is_not(None))
        .group_by(posting.c.item)
    )
    return {of: amount for of, amount in reading.connection.execute(rows) if of is not None}


def _posted(reading: Reading, month: Month) -> dict[int, Rupiah]:
    """By thing, what was written off by depreciation in that month."""
    rows = (
        select(posting.c.item, func.sum(posting.c.amount))
        .join(entry, entry.c.id == posting.c.entry)
        .where(entry.c.kind == KIND, posting.c.account == DEPRECIATION_HELD, entry.c.id.not_in(struck.ids()))
        .where(posting.c.date >= month.first.isoformat(), posting.c.date <= month.last.isoformat())
        .group_by(posting.c.item)
    )
    return {of: Rupiah(-amount) for of, amount in reading.connection.execute(rows) if of is not None}


def depreciate(work: Work, command: Depreciate) -> Outcome:
    """5106 of each business against 1209 of each thing; raises NothingToDepreciate, NotInThatMonth.

    Later months that are written already are written anew, so that the order in which months are written makes no difference.
    """
    month = command.month
    if command.on is not None and Month.of(command.on) != month:
        raise NotInThatMonth(command.on, month)
    on = command.on or max(month.first, min(month.last, work.today))
    work.journal.check_date(on)
    here = _there(work, month) - _posted(work, month).keys()
    later = [read_entry(work.connection, one) for one in entries_after(work, month.last) if here & _items(work, one)]
    for one in later:
        words = _("Struck out for a change: {number} {description}").format(number=one.number, description=one.description)
        work.strike_out(one.id, fit_description(words))
    lines = plan(work, month)
    if not lines:
        raise NothingToDepreciate(month)
    words = command.description or say(Sentence(N_("Depreciation for {month}"), {"month": month}))
    posted = [
        work.journal.post(Draft(on, words, KIND, tuple(postings(lines[start : start + MOST_THINGS]))))
        for start in range(0, len(lines), MOST_THINGS)
    ][-1]
    for line in lines:
        promise_ties(work, line.item)
    for one in later:
        items = {line.item for line in one.postings}
        write(work, one, [line for line in plan(work, Month.of(one.on)) if line.item in items], replaces=one.id)
    values = {"month": month, "amount": sum((line.amount for line in lines), Rupiah(0)), "number": len(lines)}
    said = Sentence(N_("Saved: depreciation for {month}, {amount} for {number} items."), values)
    return Outcome(Changed.ENTRIES | Changed.ITEMS, posted.id, posted.number, said)


def entries_after(work: Work, after: date, *, of: ItemId | None = None) -> list[EntryId]:
    """Standing entries of depreciation after that day, in order of days; of one thing, or all."""
    wanted = select(entry.c.id).where(entry.c.kind == KIND, entry.c.date > after.isoformat(), struck.standing())
    if of is not None:
        wanted = wanted.where(entry.c.id.in_(select(posting.c.entry).where(posting.c.item == of)))
    return [EntryId(one) for one in work.connection.execute(wanted.order_by(entry.c.date, entry.c.id)).scalars()]


def _there(work: Work, month: Month) -> set[int]:
    """The things that had come by the end of the month."""
    return set(work.connection.execute(select(item.c.id).where(item.c.acquired <= month.last.isoformat())).scalars())


def _items(work: Work, entry_: EntryId) -> set[int | None]:
    return set(work.connection.execute(select(posting.c.item).where(posting.c.entry == entry_)).scalars())


@dataclass(frozen=True, slots=True)
class Share:
    """What is written off of one thing, borne by its business."""

    unit: UnitId | None
    item: ItemId
    amount: Rupiah


def postings(shares: Iterable[Share | DepreciationLine]) -> Iterable[Posting]:
    """5106 of each business against 1209 of each thing."""
    by_unit: dict[UnitId | None, Rupiah] = {}
    taken: list[Posting] = []
    for one in shares:
        by_unit[one.unit] = by_unit.get(one.unit, Rupiah(0)) + one.amount
        taken.append(credit(DEPRECIATION_HELD, one.amount, unit=one.unit, item=one.item))
    yield from (debit(DEPRECIATION, amount, unit=of) for of, amount in by_unit.items())
    yield from taken


def write(work: Work, like: Written, shares: Sequence[Share | DepreciationLine], *, replaces: EntryId | None = None) -> None:
    """Depreciation of the day and the words of `like`, which it may replace; nothing where there are no shares."""
    if not shares:
        return
    posted = work.journal.post(Draft(like.on, like.description, KIND, tuple(postings(shares))))
    command = Depreciate(month=Month.of(like.on), on=like.on, description=like.description)
    values = {"entry": posted.id, "command": command.name, "data": to_data(command), "replaces": replaces}
    work.connection.execute(insert(act).values(values))


def depreciate_undone(work: Work, entry_: EntryId, _command: Depreciate) -> None:
    """Refused where a thing has left the list since, with what was written off."""
    for id_ in work.connection.execute(select(posting.c.item).where(posting.c.entry == entry_).distinct()).scalars().all():
        if id_ is not None:
            promise_ties(work, ItemId(id_))


def depreciation_due(reading: Reading) -> Iterable[Attention]:
    """The depreciation of last month, if it was not written."""
    month = Month.of(reading.today).plus(-1)
    lines = plan(reading, month) if month >= Month.of(reading.facts.opened) else ()
    if lines:
        title = Sentence(N_("Depreciation for {month} is not written yet"), {"month": month})
        amount = sum((line.amount for line in lines), Rupiah(0))
        detail = Sentence(N_("{amount} for {number} items"), {"amount": amount, "number": len(lines)})
        yield Attention("depreciation", title, detail, "barang", places.Depreciation(month))
