"""Answers of the cash book, read from the postings each time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, case, func, select

from kubebuku.books.cash.common import box_of, label
from kubebuku.books.cash.queries import (
    BoxBalance,
    BoxBalances,
    CashBook,
    CashBookPage,
    CashRow,
    EntryRow,
    Flow,
    InOut,
    LastCount,
    LastEntries,
    MonthInOut,
)
from kubebuku.books.cash.tables import box_count
from kubebuku.domain.entries import CLOSING, OPENING, BuktiNumber, EntryId
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import _, figure
from kubebuku.ledger import balances, struck
from kubebuku.ledger.tables import act, entry, person, posting, unit
from kubebuku.ledger.work import Reading

_NIL = Rupiah(0)


def _within(query: CashBook) -> list[ColumnElement[bool]]:
    if query.month is None:
        return []
    return [posting.c.date >= query.month.first.isoformat(), posting.c.date <= query.month.last.isoformat()]


@dataclass(frozen=True, slots=True)
class _Moved:
    """An entry and what it did to the boxes asked for."""

    id: int
    number: str
    on: str
    description: str
    nota: str | None
    kind: str
    who: str
    recorded: str
    #: the bukti number of the entry it takes back
    corrects: str | None
    #: the opening entry or what takes it back: the first line of the book, never received or paid
    opens: bool
    net: int
    gained: int


def _moved(connection: Connection, boxes: Iterable[str], within: Iterable[ColumnElement[bool]]) -> Iterator[_Moved]:
    old = entry.alias("old")
    net = func.sum(posting.c.amount)
    gained = func.sum(case((posting.c.amount > 0, posting.c.amount), else_=0))
    query = (
        select(
            entry.c.id,
            entry.c.series,
            entry.c.year,
            entry.c.seq,
            entry.c.date,
            entry.c.description,
            entry.c.nota,
            entry.c.kind,
            entry.c.who,
            entry.c.recorded,
            old.c.kind,
            old.c.series,
            old.c.year,
            old.c.seq,
            net,
            gained,
        )
        .join(posting, posting.c.entry == entry.c.id)
        .outerjoin(old, old.c.id == entry.c.reverses)
        .where(posting.c.account.in_(tuple(boxes)), *within)
        .group_by(entry.c.id)
        .order_by(entry.c.id)
    )
    for id_, series, year, seq, on, description, nota, kind, who, recorded, old_kind, *number, total, plus in connection.execute(
        query
    ):
        corrects = None if old_kind is None else str(BuktiNumber(*number))
        own = str(BuktiNumber(series, year, seq))
        opens = OPENING in (kind, old_kind)
        yield _Moved(id_, own, on, description, nota, kind, who, recorded, corrects, opens, int(total), int(plus))


def cash_book(reading: Reading, query: CashBook) -> CashBookPage:
    """The book of one box or of all."""
    connection = reading.connection
    boxes = [box_of(reading, query.box)] if query.box else list(reading.chart.boxes)
    codes = tuple(box.code for box in boxes)
    within = _within(query)
    pairs = struck.pairs(connection)
    mirrors = frozenset(pair.mirror for pair in pairs.values())
    replaces = _replaced_numbers(connection)
    units = _names(connection, codes, within, posting.c.unit, unit.c.id, unit.c.label)

    opening = _before(connection, codes, query)
    seen: list[_Moved] = []
    opens_book = False
    for moved in _moved(connection, codes, within):
        if moved.opens:
            opening += moved.net
            opens_book = True
        elif moved.id not in mirrors:
            seen.append(moved)
    # receipts of a day before its payments, as the zero rule reckons; otherwise as recorded
    seen.sort(key=lambda moved: (moved.on, moved.net < 0, moved.id))
    running = int(opening)
    rows: list[CashRow] = []
    for moved in seen:
        pair = pairs.get(EntryId(moved.id))
        if pair is None:
            running += moved.net
        rows.append(
            CashRow(
                entry=moved.id,
                on=date.fromisoformat(moved.on),
                number=moved.number,
                description=moved.description,
                unit=", ".join(units.get(moved.id, ())),
                received=Rupiah(moved.net) if moved.net > 0 else _NIL,
                paid=Rupiah(-moved.net) if moved.net < 0 else _NIL,
                moved=_NIL if moved.net else Rupiah(moved.gained),
                balance=Rupiah(running) if pair is None else None,
                struck=pair is not None,
                replaces=replaces.get(moved.id),
                replaced_by=pair.replaced_by_number if pair else None,
                corrects=moved.corrects,
                nota=moved.nota,
                kind=moved.kind,
                who=moved.who,
                recorded=moved.recorded,
            )
        )
    found = _found(connection, query, codes, within, rows)
    counted = [row for row in found if not row.struck]
    return CashBookPage(
        box=query.box,
        label=label(boxes[0]) if query.box else _("All places"),
        month=query.month,
        opening=opening,
        rows=tuple(found if query.show_struck else counted),
        received=Rupiah(sum(int(row.received) for row in counted)),
        paid=Rupiah(sum(int(row.paid) for row in counted)),
        closing=Rupiah(running),
        count=len(counted),
        struck=len(found) - len(counted),
        opens_book=opens_book,
    )


def _before(connection: Connection, codes: tuple[str, ...], query: CashBook) -> Rupiah:
    if query.month is None:
        return Rupiah(0)
    return Rupiah(
        int(
            connection.execute(
                select(func.coalesce(func.sum(posting.c.amount), 0)).where(
                    posting.c.account.in_(codes), posting.c.date < query.month.first.isoformat()
                )
            ).scalar_one()
        )
    )


def _replaced_numbers(connection: Connection) -> dict[int, str]:
    """For each entry that replaces another: the other's bukti number."""
    old = entry.alias("old")
    rows = connection.execute(select(act.c.entry, old.c.series, old.c.year, old.c.seq).join(old, old.c.id == act.c.replaces))
    return {id_: str(BuktiNumber(series, year, seq)) for id_, series, year, seq in rows}


def _names(
    connection: Connection,
    boxes: tuple[str, ...],
    within: Iterable[ColumnElement[bool]],
    pointer: ColumnElement[int | None],
    key: ColumnElement[int],
    name: ColumnElement[str],
) -> dict[int, tuple[str, ...]]:
    """The units or persons which the lines of each entry that touches the boxes point at."""
    touching = select(posting.c.entry).where(posting.c.account.in_(boxes), *within)
    rows = connection.execute(
        select(posting.c.entry, name)
        .distinct()
        .where(pointer == key, posting.c.entry.in_(touching))
        .order_by(posting.c.entry, key)
    )
    found: dict[int, tuple[str, ...]] = {}
    for id_, text in rows:
        found[id_] = (*found.get(id_, ()), text)
    return found


def _found(
    connection: Connection, query: CashBook, boxes: tuple[str, ...], within: Iterable[ColumnElement[bool]], rows: list[CashRow]
) -> list[CashRow]:
    wanted = " ".join(query.search.casefold().split())
    if not wanted:
        return rows
    people = _names(connection, boxes, within, posting.c.person, person.c.id, person.c.name)

    def holds(row: CashRow) -> bool:
        amount = row.received or row.paid or row.moved
        texts = (
            row.description,
            row.number,
            row.nota or "",
            row.unit,
            *people.get(row.entry, ()),
            figure(amount),
            str(int(amount)),
        )
        return any(wanted in text.casefold() for text in texts)

    return [row for row in rows if holds(row)]


def box_balances(reading: Reading, query: BoxBalances) -> tuple[BoxBalance, ...]:
    """Each box with its newest count up to that day."""
    at = query.at or reading.today
    boxes = reading.chart.boxes
    held = balances.by_account(reading.connection, *(box.code for box in boxes), at=query.at)
    counts = newest_counts(reading, at)
    return tuple(
        BoxBalance(
            box.code,
            label(box),
            held.get(box.code, Rupiah(0)),
            box.closed,
            counts.get(box.code),
            (at - counts[box.code].on).days if box.code in counts else None,
        )
        for box in boxes
        if not box.closed or held.get(box.code)
    )


def newest_counts(reading: Reading, at: date) -> dict[str, LastCount]:
    """The newest count of each box up to `at`."""
    rows = reading.connection.execute(
        select(box_count).where(box_count.c.on_date <= at.isoformat()).order_by(box_count.c.on_date, box_count.c.id)
    )
    newest = {row.account: row for row in rows.all()}
    return {
        account: LastCount(row.id, date.fromisoformat(row.on_date), Rupiah(row.counted), Rupiah(row.book), row.entry is not None)
        for account, row in newest.items()
    }


def month_in_out(reading: Reading, query: MonthInOut) -> InOut:
    """Receipts and payments of the boxes together, entry by entry."""
    codes = tuple(box.code for box in reading.chart.boxes)
    within = _within(CashBook(month=query.month))
    left_out = (entry.c.kind.not_in((OPENING, CLOSING)), entry.c.id.not_in(struck.ids()))
    nets = [moved.net for moved in _moved(reading.connection, codes, (*within, *left_out))]
    return InOut(query.month, Rupiah(sum(net for net in nets if net > 0)), Rupiah(-sum(net for net in nets if net < 0)))


def last_entries(reading: Reading, query: LastEntries) -> tuple[EntryRow, ...]:
    """The newest standing entries."""
    newest = select(entry.c.id).where(entry.c.id.not_in(struck.ids())).order_by(entry.c.id.desc()).limit(query.most)
    return entry_rows(reading, tuple(row[0] for row in reading.connection.execute(newest)))


def entry_rows(reading: Reading, ids: tuple[int, ...]) -> tuple[EntryRow, ...]:
    """These entries as short rows, in the order of `ids`."""
    codes = tuple(box.code for box in reading.chart.boxes)
    in_box = posting.c.account.in_(codes)
    rows = reading.connection.execute(
        select(
            entry.c.id,
            entry.c.series,
            entry.c.year,
            entry.c.seq,
            entry.c.date,
            entry.c.description,
            entry.c.kind,
            entry.c.recorded,
            entry.c.who,
            func.sum(case((in_box, posting.c.amount), else_=0)),
            func.sum(case((in_box & (posting.c.amount > 0), posting.c.amount), else_=0)),
            func.sum(case((posting.c.amount > 0, posting.c.amount), else_=0)),
        )
        .join(posting, posting.c.entry == entry.c.id)
        .where(entry.c.id.in_(ids))
        .group_by(entry.c.id)
    )
    found = {}
    for id_, series, year, seq, on, description, kind, recorded, who, net, gained, gross in rows:
        flow = Flow.IN if net > 0 else Flow.OUT if net < 0 else Flow.MOVE if gained else Flow.NONE
        amount = Rupiah(abs(int(net)) or int(gained) or int(gross))
        found[id_] = EntryRow(
            id_, str(BuktiNumber(series, year, seq)), date.fromisoformat(on), description, kind, flow, amount, recorded, who
        )
    return tuple(found[id_] for id_ in ids)
