"""A thing goes, whole or some of its pieces, or its going is struck out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from sqlalchemy import func, select, update

from kubebuku.books.inventory.moves import Moved, moves, note
from kubebuku.books.inventory.refusals import ItemNeeded, NotSoManyPieces, PiecesNotPositive
from kubebuku.books.inventory.rewriting import Going, catch_up, write_again
from kubebuku.books.inventory.rules import Leaving, leaving
from kubebuku.books.inventory.tables import equipment
from kubebuku.books.inventory.things import Held, held, mirror_of, promise_ties, standing_after
from kubebuku.domain.accounts import DEPRECIATION_HELD, EQUIPMENT
from kubebuku.domain.entries import EntryId, ItemId, Posting, UnitId, credit, debit
from kubebuku.domain.money import Rupiah, split
from kubebuku.ledger import struck
from kubebuku.ledger.demands import promise_not_short
from kubebuku.ledger.tables import act, entry, item, posting
from kubebuku.ledger.work import Work

#: Acts by which things go, as the ledger remembers them.
LEAVINGS = ("inventory.sell", "inventory.lose", "inventory.replace", "inventory.pass_on")


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


def take_out(work: Work, gone: Going, quantity: int, on: date, how: str, *, entry_: EntryId | None = None) -> None:
    """Take pieces out of the list, once the entry that takes them out of the ledger is there.

    What the thing was worth must have been there on that day and every later one.
    """
    thing = gone.thing
    promise_not_short(work, EQUIPMENT, on, posting.c.item == thing.id)
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
    write_again(work, gone)
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
        .where(struck.standing())
    )
    if work.connection.execute(leavings).first() is not None:
        raise ItemNeeded(thing.label)
    mirror, on = mirror_of(work, entry_)
    gone = next(move for move in moves(work, id_)[id_] if move.entry == entry_)
    if not thing.without_value:
        work.connection.execute(update(item).where(item.c.id == id_).values(value=int(thing.value)))
    if thing.standing != "held":
        list_again(work, id_)
    else:
        _keep_number(work, thing, thing.quantity - gone.pieces, int(thing.residual) - gone.residual)
    note(work, id_, Moved(on, -gone.pieces, -gone.residual, gone.how, mirror))
    catch_up(work, id_, on)
    promise_ties(work, id_)


def list_again(work: Work, id_: ItemId) -> None:
    """A thing that had left stands in the list as it left."""
    work.connection.execute(update(item).where(item.c.id == id_).values(standing="held"))
    work.connection.execute(update(equipment).where(equipment.c.item == id_).values(ended=None))
