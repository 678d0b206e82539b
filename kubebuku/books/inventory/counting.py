"""Opname: the goods counted beside the list, and what is done about each difference."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, insert, select, update

from kubebuku.books.inventory.commands import CountedThing, CountInventory, LoseEquipment, RestoreEquipment
from kubebuku.books.inventory.moves import LISTED, Moved, note
from kubebuku.books.inventory.refusals import (
    BeforeItCame,
    FoundBelowZero,
    GoodsCountedLater,
    ItemGone,
    LossUndecided,
    NothingCounted,
    NothingMissing,
    ThingCountedTwice,
)
from kubebuku.books.inventory.tables import equipment, stocktaking, stocktaking_line
from kubebuku.books.inventory.things import Held, held_on
from kubebuku.books.spec import Changed, Outcome
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import DecisionId, EntryId, ItemId
from kubebuku.domain.names import clean_text, fit_description
from kubebuku.domain.text import N_, Sentence
from kubebuku.i18n import say
from kubebuku.ledger import closings, struck
from kubebuku.ledger.decisions import given_decision
from kubebuku.ledger.records import not_ahead
from kubebuku.ledger.tables import act, entry
from kubebuku.ledger.work import Reading, Work


def count_inventory(work: Work, command: CountInventory) -> Outcome:
    """See `CountInventory`; raises NothingCounted, GoodsCountedLater and what is wrong with a line."""
    not_ahead(work, command.on, "on")
    if not command.lines:
        raise NothingCounted
    later = newest_count(work)
    if later is not None and later > command.on:
        raise GoodsCountedLater(later, command.on)
    things = _judged(work, command)
    decided = given_decision(work, command.decision, command.decided, command.on)
    values = {
        "on_date": command.on.isoformat(),
        "note": clean_text(command.note or "", most=200) or None,
        "who": work.who,
        "recorded": work.recorded,
    }
    count = int(work.connection.execute(insert(stocktaking).values(values).returning(stocktaking.c.id)).scalar_one())
    changed, open_ = Changed.ITEMS | Changed.COUNTS, 0
    for line, thing in things:
        _write_line(work, count, line, thing)
        changed |= _settle(work, command, line, thing, decided)
        now = held_on(work, line.item, command.on)
        open_ += now.standing == "held" and now.quantity != line.found
    told = {"things": len(things), "number": open_}
    said = Sentence(N_("Saved: {things} things counted, all as in the list or settled."), told)
    if open_:
        said = Sentence(N_("Saved: {things} things counted; {number} differ from the list and wait for a decision."), told)
    return Outcome(changed, said=said, made={"count": count})


def _write_line(work: Work, count: int, line: CountedThing, thing: Held) -> None:
    row = {
        "stocktaking": count,
        "item": line.item,
        "expected": thing.quantity if thing.standing == "held" else 0,
        "counted": line.found,
        "condition": line.condition.value,
        "note": clean_text(line.note or "", most=200) or None,
    }
    work.connection.execute(insert(stocktaking_line).values(row))


def _settle(work: Work, command: CountInventory, line: CountedThing, thing: Held, decided: DecisionId | None) -> Changed:
    """What follows from one line at once: condition, a thing brought back, small goods listed, a decided loss."""
    changed = Changed.NOTHING
    row = update(equipment).where(equipment.c.item == line.item)
    if line.found:
        work.connection.execute(row.values(condition=line.condition.value))
        if thing.standing != "held":
            changed |= _bring_back(work, command, thing)
    if thing.without_value and line.found > thing.quantity:
        more = line.found - thing.quantity
        work.connection.execute(row.values(quantity=equipment.c.quantity + more))
        note(work, line.item, Moved(command.on, more, 0, LISTED, None))
    if line.write_off:
        words = fit_description(say(Sentence(N_("Not found at the count: {label}"), {"label": thing.label})))
        missing = None if line.found == 0 else thing.quantity - line.found
        work.carry_out(LoseEquipment(on=command.on, description=words, item=line.item, quantity=missing, decision=decided))
        changed |= Changed.ENTRIES
    return changed


def newest_count(reading: Reading) -> date | None:
    """The day of the newest count."""
    found = reading.connection.execute(select(func.max(stocktaking.c.on_date))).scalar()
    return None if found is None else date.fromisoformat(found)


def _judged(work: Work, command: CountInventory) -> list[tuple[CountedThing, Held]]:
    """The lines with their things, before anything is written."""
    decided = command.decision is not None or bool((command.decided or "").strip())
    seen: set[ItemId] = set()
    things = []
    for line in command.lines:
        thing = held_on(work, line.item, command.on)
        if line.item in seen:
            raise ThingCountedTwice(thing.label)
        seen.add(line.item)
        if line.found < 0:
            raise FoundBelowZero(thing.label, line.found)
        if command.on < thing.acquired:
            raise BeforeItCame(thing.label, thing.acquired, command.on)
        if thing.standing not in ("held", "lost"):
            raise ItemGone(thing.label, thing.ended)
        if line.write_off and line.found >= thing.quantity:
            raise NothingMissing(thing.label)
        if line.write_off and not decided:
            raise LossUndecided(thing.label, thing.quantity - line.found)
        things.append((line, thing))
    return things


def _bring_back(work: Work, command: CountInventory, thing: Held) -> Changed:
    """A lost thing is there again: its loss is struck out, in the open month where its own is closed."""
    if thing.without_value:
        work.carry_out(RestoreEquipment(item=thing.id, on=command.on))
        return Changed.ITEMS
    loss = _loss_of(work, thing.id)
    if loss is None:
        raise ItemGone(thing.label, thing.ended)
    id_, on = loss
    until = closings.closed_until(work.connection)
    closed = until is not None and Month.of(on) <= until
    words = fit_description(say(Sentence(N_("Found again at the count: {label}"), {"label": thing.label})))
    work.strike_out(id_, words, on=command.on if closed else None)
    return Changed.ENTRIES


def _loss_of(work: Work, item: ItemId) -> tuple[EntryId, date] | None:
    """The standing entry by which all that was left of a thing went as a loss."""
    row = work.connection.execute(
        select(entry.c.id, entry.c.date)
        .join(act, act.c.entry == entry.c.id)
        .where(act.c.command == LoseEquipment.name, func.json_extract(act.c.data, "$.item") == item)
        .where(struck.standing())
        .order_by(entry.c.id.desc())
        .limit(1)
    ).first()
    return None if row is None else (EntryId(row.id), date.fromisoformat(row.date))
