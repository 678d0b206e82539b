"""Straight-line depreciation, once a month for each thing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from kubebuku.books import places
from kubebuku.books.inventory.commands import Depreciate
from kubebuku.books.inventory.queries import DepreciationLine, DepreciationPlan, DepreciationPreview
from kubebuku.books.inventory.refusals import NothingToDepreciate, NotInThatMonth
from kubebuku.books.inventory.rules import Others, month_share
from kubebuku.books.inventory.tables import equipment
from kubebuku.books.inventory.things import promise_ties
from kubebuku.books.spec import Attention, Changed, Outcome
from kubebuku.domain.accounts import DEPRECIATION, DEPRECIATION_HELD, EQUIPMENT
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import MOST_LINES, Draft, EntryId, ItemId, Posting, UnitId, credit, debit
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, Sentence
from kubebuku.i18n import say
from kubebuku.ledger import closings, struck
from kubebuku.ledger.tables import entry, item, posting, unit
from kubebuku.ledger.work import Reading, Work

KIND = "depreciation"

#: Things in one entry: each has a line, and so has each business.
MOST_THINGS = MOST_LINES // 2


def depreciation_preview(reading: Reading, query: DepreciationPreview) -> DepreciationPlan:
    """See `DepreciationPreview`."""
    lines = plan(reading, query.month)
    posted = sum((months.get(query.month, Rupiah(0)) for months in _written(reading).values()), Rupiah(0))
    return DepreciationPlan(query.month, lines, sum((line.amount for line in lines), Rupiah(0)), posted)


def plan(reading: Reading, month: Month) -> tuple[DepreciationLine, ...]:
    """What the month still has to write off, in the order the things came."""
    value, written_off = _sums(reading, EQUIPMENT), _sums(reading, DEPRECIATION_HELD)
    written = _written(reading)
    open_from = max(Month.of(reading.facts.opened), closings.next_month(reading.connection))
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
        months = written.get(row.id, {})
        if month in months or row.life_months is None:
            continue
        acquired = date.fromisoformat(row.acquired)
        others = _others(months, max(Month.of(acquired), open_from), month, Month.of(acquired).plus(row.life_months - 1))
        amount = month_share(cost - row.residual, off, row.life_months, acquired, month, others)
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


def _written(reading: Reading) -> dict[int, dict[Month, Rupiah]]:
    """By thing, what depreciation wrote off of it in each month."""
    when = func.substr(posting.c.date, 1, 7)
    rows = (
        select(posting.c.item, when, func.sum(posting.c.amount))
        .join(entry, entry.c.id == posting.c.entry)
        .where(entry.c.kind == KIND, posting.c.account == DEPRECIATION_HELD, entry.c.id.not_in(struck.ids()))
        .group_by(posting.c.item, when)
    )
    found: dict[int, dict[Month, Rupiah]] = {}
    for of, month, amount in reading.connection.execute(rows):
        if of is not None:
            found.setdefault(of, {})[Month.parse(month)] = Rupiah(-amount)
    return found


def _others(written: Mapping[Month, Rupiah], since: Month, month: Month, last: Month) -> Others:
    """What was written of a thing beside `month`: months from `since`, still open, up to the `last` of its life."""
    before = since.until(min(month.plus(-1), last)) if since < month else ()
    later = {one: amount for one, amount in written.items() if one > month}
    unwritten = sum(one not in written for one in before)
    return Others(unwritten, len(later), sum(later.values(), Rupiah(0)), last in later)


def depreciate(work: Work, command: Depreciate) -> Outcome:
    """5106 of each business against 1209 of each thing; raises NothingToDepreciate, NotInThatMonth."""
    month = command.month
    if command.on is not None and Month.of(command.on) != month:
        raise NotInThatMonth(command.on, month)
    on = command.on or max(month.first, min(month.last, work.today))
    work.journal.check_date(on)
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
    values = {"month": month, "amount": sum((line.amount for line in lines), Rupiah(0)), "number": len(lines)}
    said = Sentence(N_("Saved: depreciation for {month}, {amount} for {number} items."), values)
    return Outcome(Changed.ENTRIES | Changed.ITEMS, posted.id, posted.number, said)


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
