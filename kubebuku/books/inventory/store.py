"""The list of things: adding, finding, ending them, and the promise that it agrees with the ledger."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from sqlalchemy import ColumnElement, Connection, Row, delete, func, insert, select, update

from kubebuku.books.inventory.commands import (
    ChangeEquipment,
    Thing,
)
from kubebuku.books.inventory.moves import LISTED, Moved, forget, gone_by, moves, note, pieces_on
from kubebuku.books.inventory.queries import EquipmentRow
from kubebuku.books.inventory.refusals import (
    BeforeItCame,
    ItemGone,
    ItemNeeded,
    ItemUnknown,
    LifeUnlikely,
    NotSoManyPieces,
    NumberTaken,
    PiecesNotPositive,
    ResidualTooLarge,
)
from kubebuku.books.inventory.rules import LONGEST_LIFE, Leaving, leaving
from kubebuku.books.inventory.tables import equipment
from kubebuku.domain.accounts import DEPRECIATION_HELD, EQUIPMENT
from kubebuku.domain.entries import EntryId, ItemId, Posting, UnitId, credit, debit
from kubebuku.domain.money import Rupiah, split
from kubebuku.domain.names import clean_name, clean_text
from kubebuku.ledger.demands import need_person, need_unit
from kubebuku.ledger.tables import act, entry, item, posting
from kubebuku.ledger.work import Reading, Work

_NUMBER = re.compile(r"INV-(\d{4,})")


@dataclass(frozen=True, slots=True)
class Held:
    """A thing as handlers see it: what is written of it, and what it stands for in the ledger (1201, 1209 turned)."""

    id: ItemId
    label: str
    acquired: date
    standing: str
    ended: date | None
    unit: UnitId | None
    quantity: int
    aid: int | None
    residual: Rupiah
    without_value: bool
    value: Rupiah
    written_off: Rupiah


def held(reading: Reading, id_: ItemId) -> Held:
    """The thing of that number; raises ItemUnknown."""
    rows = select(item, equipment).join(equipment, equipment.c.item == item.c.id).where(item.c.id == id_)
    row = reading.connection.execute(rows).first()
    if row is None:
        raise ItemUnknown(id_)
    value, written_off = in_ledger(reading.connection, id_)
    return Held(
        id_,
        row.label,
        date.fromisoformat(row.acquired),
        row.standing,
        None if row.ended is None else date.fromisoformat(row.ended),
        None if row.unit is None else UnitId(row.unit),
        row.quantity,
        row.aid,
        Rupiah(row.residual),
        bool(row.without_value),
        value,
        written_off,
    )


def held_on(reading: Reading, id_: ItemId, day: date) -> Held:
    """The same, with as many pieces as there were at the end of `day`, and gone if it had left by then."""
    return as_on(held(reading, id_), moves(reading, id_).get(id_, ()), day)


#: What has a number, a standing and an end.
Listed = TypeVar("Listed", Held, EquipmentRow)


def as_on(thing: Listed, story: Sequence[Moved], day: date) -> Listed:
    """A thing as its `story` says it stood at the end of `day`; of one that had left by then, what went last."""
    there = pieces_on(thing.quantity if thing.standing == "held" else 0, story, day)
    if there > 0:
        return replace(thing, quantity=there, standing="held", ended=None)
    gone = gone_by(story, day)
    return thing if gone is None else replace(thing, quantity=-gone.pieces, standing=standing_after(gone.how), ended=gone.on)


def standing_after(how: str) -> str:
    """How a thing stands whose last pieces went so: one passed on is there no more, like one that was lost.

    One whose number was written anew to nought never came: its arrival was corrected.
    """
    return {"passed_on": "lost", LISTED: "withdrawn"}.get(how, how)


def need_held(work: Work, id_: ItemId, on: date) -> Held:
    """A thing that is in the list on that day; raises ItemUnknown, ItemGone, BeforeItCame."""
    thing = held(work, id_)
    if thing.standing != "held":
        raise ItemGone(thing.label, thing.ended)
    if on < thing.acquired:
        raise BeforeItCame(thing.label, thing.acquired, on)
    return thing


def in_ledger(connection: Connection, id_: ItemId) -> tuple[Rupiah, Rupiah]:
    """What the ledger holds of a thing: its cost, and what of that was written off."""
    sums = (
        select(func.substr(posting.c.account, 1, 4), func.sum(posting.c.amount))
        .where(posting.c.item == id_, func.substr(posting.c.account, 1, 4).in_((EQUIPMENT, DEPRECIATION_HELD)))
        .group_by(func.substr(posting.c.account, 1, 4))
    )
    found: dict[str, int] = dict(connection.execute(sums).all())
    return Rupiah(found.get(EQUIPMENT, 0)), Rupiah(-found.get(DEPRECIATION_HELD, 0))


# -------------------------------------------------------------------------------------------------------------- adding


def add(
    work: Work,
    thing: Thing,
    on: date,
    value: Rupiah,
    source: str,
    *,
    aid: int | None = None,
    small: bool = False,
    unit_on: date | None = None,
) -> ItemId:
    """Write a thing into the list; raises the refusals of `written`.

    A purchase that is mended keeps its item: where the entry just struck out brought one, that one is taken up again. One whose
    month is closed also keeps the day on which it came, and its number.
    """
    check_life(thing.life_months, thing.residual, value)
    row = written(work, thing, unit_on or on)
    earlier = _being_mended(work)
    kept = None if earlier is None else _still_listed(work, earlier)
    identity = {
        "label": clean_name(thing.label, field="label"),
        "number": number_for(work, thing.number or (kept.number if kept else None), earlier),
        "value": int(value),
        "acquired": min(kept.acquired, on.isoformat()) if kept else on.isoformat(),
        "standing": "held",
    }
    if earlier is None:
        id_ = ItemId(int(work.connection.execute(insert(item).values(identity).returning(item.c.id)).scalar_one()))
    else:
        id_ = earlier
        work.connection.execute(update(item).where(item.c.id == id_).values(identity))
    values = {**row, "item": id_, "source": source, "aid": aid, "without_value": int(small)}
    if kept:
        work.connection.execute(update(equipment).where(equipment.c.item == id_).values({**values, "ended": None}))
        note(work, id_, Moved(max(on, moves(work, id_)[id_][-1].on), thing.quantity, 0, LISTED, None))
    else:
        work.connection.execute(insert(equipment).values(values))
    promise_ties(work, id_)
    return id_


def _still_listed(work: Work, id_: ItemId) -> Row[str | None, str] | None:
    """Number and first day of a thing that was withdrawn but stands in the books of closed months."""
    listed = select(item.c.number, item.c.acquired).join(equipment, equipment.c.item == item.c.id)
    return work.connection.execute(listed.where(item.c.id == id_)).first()


def written(work: Work, thing: Thing | ChangeEquipment, on: date | None) -> dict[str, object]:
    """The columns of a thing that a person may change, cleaned; its business is open on `on`, or unasked if None.

    Raises PiecesNotPositive, LifeUnlikely, the refusals of units, people and texts.
    """
    if thing.quantity <= 0:
        raise PiecesNotPositive(thing.quantity)
    if thing.unit is not None and on is not None:
        need_unit(work.connection, thing.unit, on)
    if thing.keeper is not None:
        need_person(work.connection, thing.keeper, "keeper")
    return {
        "unit": thing.unit,
        "quantity": thing.quantity,
        "measure": clean_text(thing.measure or "", most=20, field="measure") or None,
        "place": clean_text(thing.place or "", most=120, field="place") or None,
        "keeper": thing.keeper,
        "condition": thing.condition.value,
        "life_months": thing.life_months,
        "residual": int(thing.residual),
        "for_hire": int(thing.for_hire),
        "note": clean_text(thing.note or "", most=200, field="note") or None,
    }


def check_life(life: int | None, residual: Rupiah, value: Rupiah) -> None:
    """Raises LifeUnlikely, ResidualTooLarge."""
    if life is not None and not 1 <= life <= LONGEST_LIFE:
        raise LifeUnlikely(life, LONGEST_LIFE)
    if residual < 0 or (residual and residual >= value):
        raise ResidualTooLarge(value, residual)


def number_for(work: Work, wanted: str | None, own: ItemId | None = None) -> str:
    """The inventory number as written, or the next free INV-0001; raises NumberTaken."""
    number = clean_text(wanted or "", most=40, field="number")
    if not number:
        taken = [
            match for text in work.connection.execute(select(item.c.number)).scalars() if (match := _NUMBER.fullmatch(text or ""))
        ]
        return f"INV-{max((int(match[1]) for match in taken), default=0) + 1:04d}"
    other = work.connection.execute(select(item.c.id, item.c.label).where(item.c.number == number)).first()
    if other is not None and other.id != own:
        raise NumberTaken(number, other.label)
    return number


def _being_mended(work: Work) -> ItemId | None:
    """The thing whose arrival this very act strikes out; one struck out before keeps its story for itself."""
    here = {line.item for line in work.journal.posted if line.item is not None}
    mended = select(item.c.id).where(item.c.id.in_(here), item.c.standing == "withdrawn")
    found = work.connection.execute(mended.order_by(item.c.id)).scalar()
    return None if found is None else ItemId(found)


def _arriving() -> tuple[ColumnElement[bool], ...]:
    """The postings of an arrival that name the thing which comes: 1201, or the cost of a small one."""
    return (posting.c.amount > 0, func.substr(posting.c.account, 1, 4) != DEPRECIATION_HELD)


def _mirror_of(work: Work, entry_: EntryId) -> tuple[EntryId, date]:
    """The entry that strikes this one out, and its day."""
    mirror = work.connection.execute(select(entry.c.id, entry.c.date).where(entry.c.reverses == entry_)).one()
    return EntryId(mirror.id), date.fromisoformat(mirror.date)


def withdraw(work: Work, entry_: EntryId) -> None:
    """The arrival of a thing is struck out: it is in the list no longer, and no later entry may stand on it.

    Where that is the correction of a closed month the thing goes on the day of the correction: the closed month keeps it.
    """
    mirror, on = _mirror_of(work, entry_)
    things = (
        select(posting.c.item)
        .join(item, item.c.id == posting.c.item)
        .where(posting.c.entry == entry_, *_arriving(), item.c.standing != "withdrawn")
        .distinct()
    )
    for id_ in (ItemId(found or 0) for found in work.connection.execute(things).scalars().all()):
        thing = held(work, id_)
        if thing.acquired < on:
            if thing.standing == "held":
                note(work, id_, Moved(on, -thing.quantity, 0, LISTED, mirror))
            work.connection.execute(update(equipment).where(equipment.c.item == id_).values(ended=on.isoformat()))
            work.connection.execute(update(item).where(item.c.id == id_).values(standing="withdrawn"))
        else:
            work.connection.execute(delete(equipment).where(equipment.c.item == id_))
            forget(work, id_)
            work.connection.execute(update(item).where(item.c.id == id_).values(standing="withdrawn", number=None))
        promise_ties(work, id_)


# -------------------------------------------------------------------------------------------------------------- ending


def pieces(thing: Held, quantity: int | None) -> int:
    """How many pieces go; raises PiecesNotPositive, NotSoManyPieces."""
    if quantity is None:
        return thing.quantity
    if quantity <= 0:
        raise PiecesNotPositive(quantity)
    if quantity > thing.quantity:
        raise NotSoManyPieces(thing.label, thing.quantity, quantity)
    return quantity


def taken_out(work: Work, thing: Held, quantity: int) -> tuple[Leaving, tuple[Posting, ...]]:
    """What those pieces stand for, and the lines that take it out of the ledger."""
    part = leaving(thing.value, thing.written_off, quantity, thing.quantity)
    lines = [
        credit(EQUIPMENT, amount, unit=unit, item=thing.id) for unit, amount in _by_unit(work, thing.id, EQUIPMENT, part.value)
    ]
    off = _by_unit(work, thing.id, DEPRECIATION_HELD, part.written_off)
    return part, (*(debit(DEPRECIATION_HELD, amount, unit=unit, item=thing.id) for unit, amount in off), *lines)


def take_out(work: Work, thing: Held, quantity: int, on: date, how: str, *, entry_: EntryId | None = None) -> None:
    """Take pieces out of the list, once the entry that takes them out of the ledger is there."""
    residual = 0
    if quantity == thing.quantity:
        work.connection.execute(update(item).where(item.c.id == thing.id).values(standing=standing_after(how)))
        work.connection.execute(update(equipment).where(equipment.c.item == thing.id).values(ended=on.isoformat()))
    else:
        if not thing.without_value:
            part = leaving(thing.value, thing.written_off, quantity, thing.quantity)
            work.connection.execute(update(item).where(item.c.id == thing.id).values(value=int(thing.value - part.value)))
        left = thing.quantity - quantity
        kept = (int(thing.residual) * left * 2 + thing.quantity) // (thing.quantity * 2)
        residual = kept - int(thing.residual)
        _keep_number(work, thing, left, kept)
    note(work, thing.id, Moved(on, -quantity, residual, how, entry_))
    promise_ties(work, thing.id)


def _keep_number(work: Work, thing: Held, quantity: int, residual: int) -> None:
    values = {"quantity": quantity, "residual": residual}
    work.connection.execute(update(equipment).where(equipment.c.item == thing.id).values(values))


def _by_unit(work: Work, id_: ItemId, account: str, amount: Rupiah) -> Iterable[tuple[UnitId | None, Rupiah]]:
    """`amount` of a thing's account in the shares in which it stands with businesses."""
    sums = (
        select(posting.c.unit, func.sum(posting.c.amount))
        .where(posting.c.item == id_, func.substr(posting.c.account, 1, 4) == account)
        .group_by(posting.c.unit)
    )
    shares: Mapping[int | None, int] = {unit: abs(sum_) for unit, sum_ in work.connection.execute(sums) if sum_}
    if not amount:
        return ()
    parts = split(amount, list(shares.values()))
    return [(None if unit is None else UnitId(unit), part) for unit, part in zip(shares, parts, strict=True) if part]


def bring_back(work: Work, entry_: EntryId, id_: ItemId) -> None:
    """A sale or loss is struck out: the pieces are in the list again. Raises ItemNeeded where later ones went since."""
    thing = held(work, id_)
    leavings = (
        select(entry.c.id)
        .join(act, act.c.entry == entry.c.id)
        .where(entry.c.id > entry_, act.c.command.in_(LEAVINGS), func.json_extract(act.c.data, "$.item") == id_)
        .where(entry.c.id.not_in(select(entry.c.reverses).where(entry.c.reverses.is_not(None))))
    )
    if work.connection.execute(leavings).first() is not None:
        raise ItemNeeded(thing.label)
    mirror, on = _mirror_of(work, entry_)
    gone = next(move for move in moves(work, id_)[id_] if move.entry == entry_)
    if not thing.without_value:
        work.connection.execute(update(item).where(item.c.id == id_).values(value=int(thing.value)))
    if thing.standing != "held":
        list_again(work, id_)
    else:
        _keep_number(work, thing, thing.quantity - gone.pieces, int(thing.residual) - gone.residual)
    note(work, id_, Moved(on, -gone.pieces, -gone.residual, gone.how, mirror))
    promise_ties(work, id_)


def list_again(work: Work, id_: ItemId) -> None:
    """A thing that had left stands in the list as it left."""
    work.connection.execute(update(item).where(item.c.id == id_).values(standing="held"))
    work.connection.execute(update(equipment).where(equipment.c.item == id_).values(ended=None))


#: Acts by which things go, as the ledger remembers them.
LEAVINGS = ("inventory.sell", "inventory.lose", "inventory.replace", "inventory.pass_on")


# ---------------------------------------------------------------------------------------------------------------- ties


def promise_ties(work: Work, id_: ItemId) -> None:
    """At the end of the act the list and the ledger agree about a thing; else ItemNeeded."""

    def check() -> None:
        row = work.connection.execute(
            select(item.c.label, item.c.value, item.c.standing, equipment.c.without_value)
            .outerjoin(equipment, equipment.c.item == item.c.id)
            .where(item.c.id == id_)
        ).one()
        value, written_off = in_ledger(work.connection, id_)
        if not agrees(row.standing, Rupiah(row.value), value, written_off, without_value=bool(row.without_value)):
            raise ItemNeeded(row.label)

    work.journal.promise(check)


def agrees(standing: str, listed: Rupiah, value: Rupiah, written_off: Rupiah, *, without_value: bool) -> bool:
    """Whether a thing's list row fits the ledger: its value there while held, nothing after, never written off beyond it."""
    expected = listed if standing == "held" and not without_value else Rupiah(0)
    return value == expected and 0 <= written_off <= value
