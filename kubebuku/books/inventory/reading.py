"""The list of goods in its known columns, with what the ledger holds of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import func, select

from kubebuku.books import places
from kubebuku.books.inventory.commands import RepairEquipment, SellEquipment
from kubebuku.books.inventory.moves import LISTED, Moved, gone_by, moves
from kubebuku.books.inventory.queries import (
    Equipment,
    EquipmentCard,
    EquipmentChange,
    EquipmentChanges,
    EquipmentEntry,
    EquipmentList,
    EquipmentRow,
)
from kubebuku.books.inventory.refusals import ItemUnknown
from kubebuku.books.inventory.tables import equipment
from kubebuku.books.inventory.things import agrees, as_on
from kubebuku.books.spec import Attention
from kubebuku.domain.accounts import DEPRECIATION_HELD, EQUIPMENT
from kubebuku.domain.entries import BuktiNumber, EntryId, ItemId, PersonId, UnitId
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger import struck
from kubebuku.ledger.aid import aid
from kubebuku.ledger.tables import act, entry, item, person, posting, unit
from kubebuku.ledger.work import Reading


def equipment_list(reading: Reading, query: EquipmentList) -> tuple[EquipmentRow, ...]:
    """See `EquipmentList`."""
    at = query.at or reading.today
    rows = [row for row in rows_at(reading, at) if row.acquired <= at and (query.with_gone or row.standing == "held")]
    return tuple(_numbered(rows))


def _numbered(rows: Iterable[EquipmentRow]) -> Iterable[EquipmentRow]:
    for no, row in enumerate(rows, start=1):
        yield replace(row, no=no)


def rows_at(reading: Reading, at: date) -> list[EquipmentRow]:
    """Every thing with its number and what the ledger holds of it at the end of `at`; one that had left with what went last."""
    sums, stories = _sums(reading, at), moves(reading)
    rows = (
        select(
            item, equipment, aid.c.label.label("aid_label"), person.c.name.label("keeper_name"), unit.c.label.label("unit_label")
        )
        .join(equipment, equipment.c.item == item.c.id)
        .outerjoin(aid, aid.c.id == equipment.c.aid)
        .outerjoin(person, person.c.id == equipment.c.keeper)
        .outerjoin(unit, unit.c.id == equipment.c.unit)
        .order_by(item.c.acquired, item.c.id)
    )
    found = (
        EquipmentRow(
            ItemId(row.id),
            0,
            row.label,
            row.number,
            row.source,
            row.aid_label,
            date.fromisoformat(row.acquired),
            row.quantity,
            row.measure,
            row.place,
            None if row.keeper is None else PersonId(row.keeper),
            row.keeper_name,
            row.condition,
            row.note,
            None if row.unit is None else UnitId(row.unit),
            row.unit_label,
            bool(row.for_hire),
            bool(row.without_value),
            Rupiah(row.value),
            Rupiah(sums.get((row.id, EQUIPMENT), 0)),
            Rupiah(-sums.get((row.id, DEPRECIATION_HELD), 0)),
            row.life_months,
            Rupiah(row.residual),
            row.standing,
            None if row.ended is None else date.fromisoformat(row.ended),
        )
        for row in reading.connection.execute(rows)
    )
    return [as_on(row, stories.get(row.item, ()), at) for row in found]


def _sums(reading: Reading, at: date) -> dict[tuple[int | None, str], int]:
    base = func.substr(posting.c.account, 1, 4)
    rows = (
        select(posting.c.item, base, func.sum(posting.c.amount))
        .where(posting.c.account.in_([one.code for one in reading.chart.under(EQUIPMENT, DEPRECIATION_HELD)]))
        .where(posting.c.date <= at.isoformat())
        .group_by(posting.c.item, base)
    )
    return {(of, account): amount for of, account, amount in reading.connection.execute(rows)}


def equipment_card(reading: Reading, query: Equipment) -> EquipmentCard:
    """See `Equipment`."""
    row = next((row for row in rows_at(reading, date.max) if row.item == query.item), None)
    if row is None:
        raise ItemUnknown(query.item)
    rows = (
        select(posting.c.entry, entry.c.series, entry.c.year, entry.c.seq, entry.c.date, entry.c.description, entry.c.kind)
        .add_columns(posting.c.account, posting.c.amount)
        .join(entry, entry.c.id == posting.c.entry)
        .where(posting.c.item == query.item, posting.c.entry.not_in(struck.ids()))
        .order_by(entry.c.date, entry.c.id, posting.c.line)
    )
    heads: dict[int, tuple[date, str, str, str]] = {}
    sums: dict[int, dict[str, int]] = {}
    for id_, series, year, seq, when, description, kind, account, amount in reading.connection.execute(rows):
        heads[id_] = (date.fromisoformat(when), str(BuktiNumber(series, year, seq)), description, kind)
        base = account[:4] if account[:4] in (EQUIPMENT, DEPRECIATION_HELD) else "other"
        of = sums.setdefault(id_, {})
        of[base] = of.get(base, 0) + amount
    entries = tuple(
        EquipmentEntry(
            EntryId(id_),
            *head,
            Rupiah(sums[id_].get(EQUIPMENT, 0)),
            Rupiah(-sums[id_].get(DEPRECIATION_HELD, 0)),
            Rupiah(sums[id_].get("other", 0)),
        )
        for id_, head in heads.items()
    )
    return EquipmentCard(row, entries)


def equipment_changes(reading: Reading, query: EquipmentChanges) -> tuple[EquipmentChange, ...]:
    """See `EquipmentChanges`."""
    first, last = query.month.first, query.month.last
    rows = tuple(_numbered(rows_at(reading, last)))
    cost = _arrival_costs(reading)
    story = moves(reading)
    struck_out = set(reading.connection.execute(struck.ids()).scalars())
    acts = _acts(reading, first, last)
    changes = []
    for row in rows:
        if first <= row.acquired <= last:
            since = [move for move in story.get(row.item, ()) if move.on <= last]
            came = replace(row, quantity=as_on(row, since, date.min).quantity, price=cost.get(row.item, row.price))
            changes.append(EquipmentChange(came=True, on=row.acquired, row=came))
        changes += [
            _moved(row, story[row.item], move, acts)
            for move in story.get(row.item, ())
            if first <= move.on <= last and (move.how != LISTED or move.corrected) and move.entry not in struck_out
        ]
        changes += [
            EquipmentChange(came=False, on=on, row=row, how="repaired", amount=amount)
            for item_, on, command, amount in acts.values()
            if item_ == row.item and command == RepairEquipment.name
        ]
    return tuple(sorted(changes, key=lambda change: (change.on, not change.came)))


def _moved(row: EquipmentRow, story: Sequence[Moved], move: Moved, acts: Mapping[int, _Act]) -> EquipmentChange:
    """Pieces that went, or all that was left; or what is back, or was corrected, after a month was closed."""
    if move.corrected:
        price, pieces = (row.value, row.quantity) if row.standing == "held" else (row.price, -move.pieces)
        return EquipmentChange(came=False, on=move.on, row=row, how="corrected", pieces=pieces, amount=price)
    if move.pieces > 0:
        return EquipmentChange(came=True, on=move.on, row=row, how="returned", pieces=move.pieces)
    if row.standing != "held" and move is gone_by(story, row.ended or move.on):
        return EquipmentChange(came=False, on=move.on, row=replace(row, standing=move.how))
    amount = acts[move.entry][3] if move.entry is not None and move.entry in acts else None
    return EquipmentChange(came=False, on=move.on, row=row, how=move.how, pieces=-move.pieces, amount=amount)


#: Of an act: the thing, the day, the command and its amount.
_Act = tuple[ItemId, date, str, Rupiah | None]


def _acts(reading: Reading, first: date, last: date) -> dict[int, _Act]:
    """By entry, sales and repairs in those days, as the standing entries say."""
    data = (func.json_extract(act.c.data, f"$.{key}") for key in ("item", "amount"))
    wanted = (
        select(entry.c.id, entry.c.date, act.c.command, *data)
        .join(entry, entry.c.id == act.c.entry)
        .where(act.c.command.in_((SellEquipment.name, RepairEquipment.name)))
        .where(entry.c.date.between(first.isoformat(), last.isoformat()), entry.c.id.not_in(struck.ids()))
        .order_by(entry.c.date, entry.c.id)
    )
    return {
        id_: (ItemId(of), date.fromisoformat(on), command, None if amount is None else Rupiah(amount))
        for id_, on, command, of, amount in reading.connection.execute(wanted)
    }


def _arrival_costs(reading: Reading) -> dict[ItemId, Rupiah]:
    """What the ledger says each thing cost on the day it came."""
    rows = (
        select(posting.c.item, func.sum(posting.c.amount))
        .join(item, item.c.id == posting.c.item)
        .where(func.substr(posting.c.account, 1, 4) == EQUIPMENT, posting.c.amount > 0, posting.c.date == item.c.acquired)
        .where(posting.c.entry.not_in(struck.ids()))
        .group_by(posting.c.item)
    )
    return {ItemId(of): Rupiah(amount) for of, amount in reading.connection.execute(rows) if of is not None}


def ties(reading: Reading) -> Iterable[Sentence]:
    """Each thing in the list stands in the ledger at its value, each that left at nothing (goods without book value aside)."""
    sums: dict[int | None, dict[str, int]] = {}
    for (of, account), amount in _sums(reading, date.max).items():
        sums.setdefault(of, {})[account] = amount
    listed = select(item, equipment.c.without_value).outerjoin(equipment, equipment.c.item == item.c.id).order_by(item.c.id)
    for row in reading.connection.execute(listed.where(equipment.c.item.is_not(None) | (item.c.standing == "withdrawn"))):
        found = sums.get(row.id, {})
        value, written_off = Rupiah(found.get(EQUIPMENT, 0)), Rupiah(-found.get(DEPRECIATION_HELD, 0))
        if not agrees(row.standing, Rupiah(row.value), value, written_off, without_value=bool(row.without_value)):
            values = {"label": row.label, "value": Rupiah(row.value), "held": value, "off": written_off}
            yield Sentence(N_("{label}: the list says {value}; the ledger holds {held}, of which {off} is written off."), values)


# ------------------------------------------------------------------------------------------------- what wants attention


def broken_goods(reading: Reading) -> Iterable[Attention]:
    """Things that are heavily damaged and neither mended nor replaced."""
    rows = (
        select(item.c.id, item.c.label, equipment.c.place)
        .join(equipment, equipment.c.item == item.c.id)
        .where(item.c.standing == "held", equipment.c.condition == "heavy")
        .order_by(item.c.id)
    )
    for id_, label, place in reading.connection.execute(rows):
        title = Sentence(N_("{label} is heavily damaged"), {"label": label})
        detail = (
            Sentence(N_("Kept at {place}; mend or replace it"), {"place": place}) if place else Sentence(N_("Mend or replace it"))
        )
        yield Attention("broken", title, detail, "barang", places.Thing(id_))


def nameless_goods(reading: Reading) -> Iterable[Attention]:
    """Equipment in the ledger that no thing in the list stands for: only a general journal writes such."""
    sums = _sums(reading, reading.today)
    amount = Rupiah(sums.get((None, EQUIPMENT), 0) + sums.get((None, DEPRECIATION_HELD), 0))
    if amount:
        title = Sentence(N_("Equipment is written without an item"))
        yield Attention(
            "nameless", title, Sentence(N_("{amount} in the book"), {"amount": amount}), "awas", places.Register(EQUIPMENT)
        )
