"""Counts of the goods read back: what was found, what differed, what was done about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import func, select

from kubebuku.books import places
from kubebuku.books.inventory.commands import LoseEquipment
from kubebuku.books.inventory.moves import LISTED, Moved, moves, pieces_on
from kubebuku.books.inventory.queries import (
    CountLine,
    CountOfGoods,
    CountPage,
    CountsOfGoods,
    EquipmentList,
    EquipmentRow,
    OneCountOfGoods,
)
from kubebuku.books.inventory.reading import equipment_list, rows_at
from kubebuku.books.inventory.refusals import CountUnknown
from kubebuku.books.inventory.rules import leaving
from kubebuku.books.inventory.tables import stocktaking, stocktaking_line
from kubebuku.books.spec import Attention
from kubebuku.domain.entries import BuktiNumber
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger import struck
from kubebuku.ledger.tables import act, entry
from kubebuku.ledger.work import Reading

#: Days after which goods should be counted again.
COUNT_AGAIN = 365


def counts_of_goods(reading: Reading, _query: CountsOfGoods) -> tuple[CountOfGoods, ...]:
    """See `CountsOfGoods`."""
    return tuple(page.head for page in reversed(_pages(reading)))


def one_count_of_goods(reading: Reading, query: OneCountOfGoods) -> CountPage:
    """See `OneCountOfGoods`."""
    found = [page for page in _pages(reading) if query.count in (None, page.head.id)]
    if not found:
        raise CountUnknown
    return found[-1]


def _pages(reading: Reading) -> list[CountPage]:
    """Every count, oldest first."""
    pages = []
    for head, lines in _counted(reading):
        on = date.fromisoformat(head.on_date)
        differed, still = sum(1 for one in lines if one.missing), sum(1 for one in lines if one.open)
        looked_at = {one.item for one in lines}
        left_out = sum(1 for row in equipment_list(reading, EquipmentList(on)) if row.item not in looked_at)
        counted = CountOfGoods(head.id, on, head.note, head.who, len(lines), differed, still)
        pages.append(CountPage(counted, tuple(lines), left_out))
    return pages


def _counted(reading: Reading) -> list[tuple[Any, list[CountLine]]]:
    """The row of every count with its lines, oldest first."""
    heads = reading.connection.execute(select(stocktaking).order_by(stocktaking.c.on_date, stocktaking.c.id)).all()
    if not heads:
        return []
    things = {row.item: row for row in rows_at(reading, date.max)}
    stories = moves(reading)
    # a thing whose arrival was struck out since was never there to be counted
    lines = [line for line in reading.connection.execute(select(stocktaking_line)) if line.item in things]
    newest: dict[int, int] = {}
    for head in heads:
        newest.update({line.item: head.id for line in lines if line.stocktaking == head.id})
    losses = _losses(reading)
    counts = []
    for place, head in enumerate(heads):
        until = date.fromisoformat(heads[place + 1].on_date) if place + 1 < len(heads) else date.max
        on = date.fromisoformat(head.on_date)
        found: list[CountLine] = []
        for line in sorted(
            (one for one in lines if one.stocktaking == head.id), key=lambda one: (things[one.item].acquired, one.item)
        ):
            thing = things[line.item]
            unsettled = _unsettled(thing, stories.get(thing.item, ()), on, line.counted) if newest[line.item] == head.id else 0
            gone = tuple(number for day, number in losses.get(line.item, ()) if on <= day < until)
            found.append(_line(len(found) + 1, thing, line, gone, unsettled))
        counts.append((head, found))
    return counts


def _unsettled(thing: EquipmentRow, story: Sequence[Moved], on: date, counted: int) -> int:
    """Pieces that were missing on the day of a count (below nil: too many) and neither written off nor found since.

    What was sold or replaced later was not missing then.
    """
    if thing.standing != "held":
        return 0
    missing = pieces_on(thing.quantity, story, on) - counted
    rest = missing + sum(move.pieces for move in story if move.on > on and move.how in ("lost", LISTED))
    return max(0, rest) if missing > 0 else min(0, rest) if missing < 0 else 0


def _line(no: int, thing: EquipmentRow, line: Any, losses: tuple[str, ...], unsettled: int) -> CountLine:
    missing = min(max(0, unsettled), thing.quantity)
    worth = leaving(thing.value, thing.written_off, missing, thing.quantity).book_value if missing else Rupiah(0)
    return CountLine(
        no,
        thing.item,
        thing.label,
        thing.number,
        thing.measure,
        thing.place,
        thing.unit_label,
        line.expected,
        line.counted,
        line.condition,
        line.note,
        worth,
        thing.without_value,
        unsettled != 0,
        losses,
    )


def _losses(reading: Reading) -> dict[int, list[tuple[date, str]]]:
    """By thing, the days and bukti numbers of its standing losses."""
    item = func.json_extract(act.c.data, "$.item")
    rows = reading.connection.execute(
        select(item, entry.c.date, entry.c.series, entry.c.year, entry.c.seq)
        .join(entry, entry.c.id == act.c.entry)
        .where(act.c.command == LoseEquipment.name, entry.c.id.not_in(struck.ids()))
        .order_by(entry.c.id)
    )
    found: dict[int, list[tuple[date, str]]] = {}
    for of, on, series, year, seq in rows:
        found.setdefault(of, []).append((date.fromisoformat(on), str(BuktiNumber(series, year, seq))))
    return found


# ------------------------------------------------------------------------------------------------- what wants attention


def goods_not_found(reading: Reading) -> Iterable[Attention]:
    """Differences of counts about which nothing was done."""
    open_ = [(head.id, line) for head, lines in _counted(reading) for line in lines if line.open]
    if open_:
        title = Sentence(N_("{number} things differ from the list since the count"), {"number": len(open_)})
        detail = Sentence(N_("{label}: {counted} found, {listed} in the list"), _told(open_[0][1]))
        yield Attention("goods_missing", title, detail, "barang", places.GoodsCounts(open_[0][0]))


def _told(line: CountLine) -> dict[str, object]:
    return {"label": line.label, "counted": line.counted, "listed": line.expected}


def goods_to_count(reading: Reading) -> Iterable[Attention]:
    """Things that nobody counted for a year."""
    since = reading.today - timedelta(days=COUNT_AGAIN)
    if reading.facts.opened > since:
        return
    last = reading.connection.execute(select(func.max(stocktaking.c.on_date))).scalar()
    if last is not None and last > since.isoformat():
        return
    if any(row.acquired <= since for row in equipment_list(reading, EquipmentList())):
        title = Sentence(N_("The goods were not counted for a year"))
        yield Attention("goods_count", title, Sentence(N_("Go through them with the list.")), "barang", places.GoodsCounts())
