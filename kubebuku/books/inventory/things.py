"""A thing of the list as it stands, today or on a day, and the promise that list and ledger agree about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from sqlalchemy import Connection, func, select

from kubebuku.books.inventory.moves import LISTED, Moved, gone_by, moves, pieces_on
from kubebuku.books.inventory.queries import EquipmentRow
from kubebuku.books.inventory.refusals import BeforeItCame, ItemGone, ItemNeeded, ItemUnknown
from kubebuku.books.inventory.tables import equipment
from kubebuku.domain.accounts import DEPRECIATION_HELD, EQUIPMENT
from kubebuku.domain.entries import EntryId, ItemId, UnitId
from kubebuku.domain.money import Rupiah
from kubebuku.ledger.tables import entry, item, posting
from kubebuku.ledger.work import Reading, Work


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


def mirror_of(work: Work, entry_: EntryId) -> tuple[EntryId, date]:
    """The entry that strikes this one out, and its day."""
    mirror = work.connection.execute(select(entry.c.id, entry.c.date).where(entry.c.reverses == entry_)).one()
    return EntryId(mirror.id), date.fromisoformat(mirror.date)


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
