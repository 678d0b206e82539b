"""A thing comes into the list, or its arrival is struck out."""

from __future__ import annotations

import re
from datetime import date

from sqlalchemy import ColumnElement, Row, delete, func, insert, select, update

from kubebuku.books.inventory.commands import ChangeEquipment, Thing
from kubebuku.books.inventory.moves import LISTED, Moved, forget, moves, note
from kubebuku.books.inventory.refusals import LifeUnlikely, NumberTaken, PiecesNotPositive, ResidualTooLarge
from kubebuku.books.inventory.rules import LONGEST_LIFE
from kubebuku.books.inventory.tables import equipment
from kubebuku.books.inventory.things import held, mirror_of, promise_ties
from kubebuku.domain.accounts import DEPRECIATION_HELD
from kubebuku.domain.entries import EntryId, ItemId
from kubebuku.domain.money import Rupiah
from kubebuku.domain.names import clean_name, clean_text
from kubebuku.ledger.demands import need_person, need_unit
from kubebuku.ledger.tables import item, posting
from kubebuku.ledger.work import Work

_NUMBER = re.compile(r"INV-(\d{4,})")


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


def withdraw(work: Work, entry_: EntryId) -> None:
    """The arrival of a thing is struck out: it is in the list no longer, and no later entry may stand on it.

    Where that is the correction of a closed month the thing goes on the day of the correction: the closed month keeps it.
    """
    mirror, on = mirror_of(work, entry_)
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
