"""Posting how goods come, are mended and go."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Protocol

from sqlalchemy import update

from kubebuku.books.inventory.acquisition import add, check_life, number_for, withdraw, written
from kubebuku.books.inventory.commands import (
    BuyEquipment,
    ChangeEquipment,
    ListEquipment,
    LoseEquipment,
    PassOnEquipment,
    ReceiveEquipmentAid,
    ReceiveEquipmentGift,
    RepairEquipment,
    ReplaceEquipment,
    RestoreEquipment,
    SellEquipment,
)
from kubebuku.books.inventory.disposal import bring_back, list_again, pieces, take_out, taken_out
from kubebuku.books.inventory.moves import LISTED, Moved, gone_by, moves, note
from kubebuku.books.inventory.refusals import ItemAidDiffers, ItemStillHere, NotASmallGoodsCost, QuantityStandsForMoney
from kubebuku.books.inventory.rewriting import going
from kubebuku.books.inventory.rules import SMALL_GOODS_COSTS
from kubebuku.books.inventory.tables import equipment
from kubebuku.books.inventory.things import held, need_held, promise_ties
from kubebuku.books.spec import Changed, Outcome
from kubebuku.domain.accounts import (
    AID_CAPITAL,
    EQUIPMENT,
    GOODS_GAIN,
    GOODS_LOSS,
    MAINTENANCE,
    OTHER_INCOME,
    PAYABLE,
    RECEIVABLE,
    REVOLVING_AID,
)
from kubebuku.domain.aid import AidKind, AidRole
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import Draft, EntryId, ItemId, Posting, credit, debit
from kubebuku.domain.money import Rupiah
from kubebuku.domain.names import clean_name, clean_text
from kubebuku.domain.refusals import BalanceShort, NotYet
from kubebuku.domain.text import N_, Sentence
from kubebuku.i18n import language
from kubebuku.ledger import closings
from kubebuku.ledger.aid import find_or_add, mark, need_aid, need_giver, need_year
from kubebuku.ledger.decisions import given_decision
from kubebuku.ledger.demands import lowest, need_amount, need_person, promise_not_short
from kubebuku.ledger.journal import Posted
from kubebuku.ledger.said import saved_still
from kubebuku.ledger.settling import paid_by, promise_debt, received_for, said_paid, said_received, settled_price
from kubebuku.ledger.tables import item
from kubebuku.ledger.work import Work

GOODS = Changed.ENTRIES | Changed.ITEMS


class Dated(Protocol):
    """A command that posts."""

    @property
    def on(self) -> date: ...
    @property
    def description(self) -> str: ...


def _post(work: Work, command: Dated, kind: str, *postings: Posting, nota: str | None = None) -> Posted:
    return work.journal.post(Draft(command.on, command.description, kind, postings, nota=nota))


def _done(posted: Posted, said: Sentence, id_: ItemId | None = None, warned: tuple[Sentence, ...] = ()) -> Outcome:
    return Outcome(GOODS, posted.id, posted.number, said, made={} if id_ is None else {"item": id_}, warned=warned)


# ---------------------------------------------------------------------------------------------------------- they come


def buy_equipment(work: Work, command: BuyEquipment) -> Outcome:
    """1201 with the thing, or a cost for a small one, against box and 2101."""
    parts = settled_price(work, command)
    if command.small:
        account = work.chart.get(command.account)
        if account is None or account.base not in SMALL_GOODS_COSTS:
            raise NotASmallGoodsCost(command.account)
    work.journal.check_date(command.on)
    id_ = add(
        work,
        command,
        command.on,
        command.amount,
        "bought",
        aid=command.aid if _known(work, command.aid) else None,
        small=command.small,
    )
    came = debit(command.account if command.small else EQUIPMENT, command.amount, unit=command.unit, item=id_)
    posted = _post(work, command, "equipment", came, *paid_by(parts, command), nota=command.nota)
    mark(work.connection, posted.id, command.aid, AidRole.USED)
    return _done(posted, said_paid(work, parts, command), id_)


def _known(work: Work, aid: int | None) -> bool:
    return aid is not None and bool(need_aid(work.connection, aid))


def buy_equipment_undone(work: Work, entry: EntryId, command: BuyEquipment) -> None:
    """Refused where the thing was depreciated or left since, or the shop was paid."""
    promise_debt(work, PAYABLE, command)
    withdraw(work, entry)


def receive_gift(work: Work, command: ReceiveEquipmentGift) -> Outcome:
    """1201 against capital, or against income that may be shared."""
    amount = need_amount(command.amount)
    work.journal.check_date(command.on)
    id_ = add(work, command, command.on, amount, "given")
    source = credit(OTHER_INCOME if command.shareable else AID_CAPITAL, amount, unit=command.unit)
    posted = _post(
        work, command, "equipment_gift", debit(EQUIPMENT, amount, unit=command.unit, item=id_), source, nota=command.nota
    )
    return _done(posted, saved_still(command.description, amount), id_)


def receive_gift_undone(work: Work, entry: EntryId, _command: ReceiveEquipmentGift) -> None:
    """Refused where the thing was depreciated or left since."""
    withdraw(work, entry)


def receive_aid(work: Work, command: ReceiveEquipmentAid) -> Outcome:
    """1201 against 3110, 2201 or 2140: the whole value at once."""
    amount = need_amount(command.amount)
    work.journal.check_date(command.on)
    owed_to = need_giver(work.connection, command.kind, command.giver)
    year = need_year(command.year or command.on.year, work.today)
    aid = find_or_add(work.connection, command.programme, year, command.kind, in_kind=True, giver=command.giver)
    id_ = add(work, command, command.on, amount, "aid", aid=aid)
    came = debit(EQUIPMENT, amount, unit=command.unit, item=id_)
    posted = _post(
        work,
        command,
        "equipment_aid",
        came,
        credit(command.kind.account, amount, unit=command.unit, person=owed_to),
        nota=command.nota,
    )
    mark(work.connection, posted.id, aid, AidRole.RECEIVED)
    outcome = _done(posted, saved_still(command.description, amount), id_)
    return Outcome(outcome.changed, outcome.entry, outcome.number, outcome.said, made={"item": id_, "aid": aid})


def receive_aid_undone(work: Work, entry: EntryId, command: ReceiveEquipmentAid) -> None:
    """Refused where the thing was depreciated, left or was passed on since, or its capital moved."""
    withdraw(work, entry)
    owed_to = need_giver(work.connection, command.kind, command.giver)
    promise_not_short(work, command.kind.account, command.on, unit=command.unit, person=owed_to)


def list_equipment(work: Work, command: ListEquipment) -> Outcome:
    """A row in the list, nothing in the ledger."""
    tomorrow = work.today + timedelta(days=1)
    if command.on > tomorrow:
        raise NotYet(command.on, tomorrow)
    if command.price < 0:
        need_amount(command.price, "price")
    id_ = add(work, command, command.on, command.price, command.source.value, small=True, unit_on=work.today)
    said = Sentence(N_("Saved: {label} stands in the inventory without book value."), {"label": clean_name(command.label)})
    return Outcome(Changed.ITEMS, said=said, made={"item": id_})


# ------------------------------------------------------------------------------------------------------- they are kept


def change_equipment(work: Work, command: ChangeEquipment) -> Outcome:
    """Mend what is written of a thing; raises QuantityStandsForMoney."""
    thing = held(work, command.item)
    check_life(command.life_months, command.residual, thing.value)
    row = written(work, command, None if command.unit == thing.unit else work.today)
    if command.quantity != thing.quantity and not thing.without_value:
        raise QuantityStandsForMoney(thing.label, thing.quantity)
    label = clean_name(command.label, field="label")
    values = {"label": label, "number": number_for(work, command.number, command.item)}
    work.connection.execute(update(item).where(item.c.id == command.item).values(values))
    work.connection.execute(update(equipment).where(equipment.c.item == command.item).values(row))
    on = max(work.today, thing.acquired)
    note(work, command.item, Moved(on, command.quantity - thing.quantity, 0, LISTED, None))
    return Outcome(Changed.ITEMS, said=Sentence(N_("Saved: {label}."), {"label": label}))


def repair_equipment(work: Work, command: RepairEquipment) -> Outcome:
    """5108 of the business that uses the thing, with the thing's name on it."""
    thing = need_held(work, command.item, command.on)
    parts = settled_price(work, command)
    posted = _post(
        work,
        command,
        "repair",
        debit(MAINTENANCE, command.amount, unit=thing.unit, item=thing.id),
        *paid_by(parts, command),
        nota=command.nota,
    )
    mark(work.connection, posted.id, command.aid, AidRole.USED)
    if command.condition is not None:
        row = update(equipment).where(equipment.c.item == thing.id)
        work.connection.execute(row.values(condition=command.condition.value))
    return _done(posted, said_paid(work, parts, command))


def repair_equipment_undone(work: Work, _entry: EntryId, command: RepairEquipment) -> None:
    """What was paid for it since must still have been owed; how the thing is stays as it was last written."""
    promise_debt(work, PAYABLE, command)


# ------------------------------------------------------------------------------------------------------------ they go


def sell_equipment(work: Work, command: SellEquipment) -> Outcome:
    """The price against what the pieces stood for: a gain is 4191, a loss 5113."""
    gone = going(work, command.item, command.on)
    thing = gone.thing
    quantity = pieces(thing, command.quantity)
    parts = settled_price(work, command)
    part, lines = taken_out(work, thing, quantity)
    gain = command.amount - part.book_value
    lines = (*received_for(parts, command), *lines)
    if gain > 0:
        lines = (*lines, credit(GOODS_GAIN, gain, unit=thing.unit, item=thing.id))
    elif gain < 0:
        lines = (*lines, debit(GOODS_LOSS, -gain, unit=thing.unit, item=thing.id))
    posted = _post(work, command, "equipment_sale", *lines, nota=command.nota)
    take_out(work, gone, quantity, command.on, "sold", entry_=posted.id)
    return _done(posted, said_received(work, parts, command), warned=gone.warned)


def sell_equipment_undone(work: Work, entry: EntryId, command: SellEquipment) -> None:
    """The pieces are back; what the buyer paid since must still have been owed."""
    promise_debt(work, RECEIVABLE, command)
    bring_back(work, entry, command.item)


def lose_equipment(work: Work, command: LoseEquipment) -> Outcome:
    """What the pieces still stood for is a loss; those without book value only leave the list."""
    gone = going(work, command.item, command.on)
    thing = gone.thing
    quantity = pieces(thing, command.quantity)
    work.journal.check_date(command.on)
    part, lines = taken_out(work, thing, quantity)
    decided = given_decision(work, command.decision, command.decided, command.on)
    values = {"number": quantity, "label": thing.label}
    if not lines:
        take_out(work, gone, quantity, command.on, "lost")
        return Outcome(
            Changed.ITEMS, said=Sentence(N_("Saved: {number} of {label} written off; no book value was left."), values)
        )
    if part.book_value:
        lines = (debit(GOODS_LOSS, part.book_value, unit=thing.unit, item=thing.id), *lines)
    draft = Draft(command.on, command.description, "equipment_loss", tuple(lines), decision=decided)
    posted = work.journal.post(draft)
    take_out(work, gone, quantity, command.on, "lost", entry_=posted.id)
    return _done(posted, saved_still(command.description, part.book_value), warned=gone.warned)


def lose_equipment_undone(work: Work, entry: EntryId, command: LoseEquipment) -> None:
    """The pieces are back."""
    bring_back(work, entry, command.item)


def restore_equipment(work: Work, command: RestoreEquipment) -> Outcome:
    """A thing that left the list without an entry is back; raises ItemStillHere for any other."""
    thing = held(work, command.item)
    if thing.standing != "lost" or not thing.without_value:
        raise ItemStillHere(thing.label)
    list_again(work, thing.id)
    gone = gone_by(moves(work, thing.id)[thing.id], date.max)
    if gone is not None:
        note(work, thing.id, replace(gone, on=_back_on(work, gone.on, command.on), pieces=-gone.pieces))
    promise_ties(work, thing.id)
    return Outcome(Changed.ITEMS, said=Sentence(N_("Saved: {label} is in the inventory again."), {"label": thing.label}))


def _back_on(work: Work, gone: date, found: date | None) -> date:
    """The day of a return that no entry says: that on which it went, by mistake; or once that month is closed the later one."""
    until = closings.closed_until(work.connection)
    return gone if until is None or Month.of(gone) > until else max(gone, found or work.today)


def replace_equipment(work: Work, command: ReplaceEquipment) -> Outcome:
    """The old thing goes as a loss, the new one comes at its price: one entry."""
    gone = going(work, command.item, command.on)
    old = gone.thing
    parts = settled_price(work, command)
    work.journal.check_date(command.on)
    aid = command.aid if _known(work, command.aid) else None
    id_ = add(work, command, command.on, command.amount, "bought", aid=aid)
    part, lines = taken_out(work, old, old.quantity)
    if part.book_value:
        lines = (debit(GOODS_LOSS, part.book_value, unit=old.unit), *lines)
    came = debit(EQUIPMENT, command.amount, unit=command.unit, item=id_)
    posted = _post(work, command, "equipment_replaced", came, *paid_by(parts, command), *lines, nota=command.nota)
    take_out(work, gone, old.quantity, command.on, "replaced", entry_=posted.id)
    mark(work.connection, posted.id, command.aid, AidRole.USED)
    return _done(posted, said_paid(work, parts, command), id_, gone.warned)


def replace_equipment_undone(work: Work, entry: EntryId, command: ReplaceEquipment) -> None:
    """The old thing is back and the new one gone."""
    promise_debt(work, PAYABLE, command)
    withdraw(work, entry)
    bring_back(work, entry, command.item)


def pass_on_equipment(work: Work, command: PassOnEquipment) -> Outcome:
    """What the thing still stands for goes against 2140, as far as that is owed."""
    gone = going(work, command.item, command.on)
    thing = gone.thing
    need_person(work.connection, command.recipient, "recipient")
    kind, giver = need_aid(work.connection, command.aid)
    if kind is not AidKind.REVOLVING or thing.aid != command.aid or giver is None:
        raise ItemAidDiffers(thing.label)
    owed = max(Rupiah(0), lowest(work, REVOLVING_AID, command.on, person=giver, unit=thing.unit))
    if thing.value - thing.written_off > owed:
        label = work.chart[REVOLVING_AID].label(language())
        raise BalanceShort(need_person(work.connection, giver), label, command.on, thing.value - thing.written_off - owed, owed)
    part, lines = taken_out(work, thing, thing.quantity)
    if part.book_value:
        lines = (debit(REVOLVING_AID, part.book_value, unit=thing.unit, person=giver), *lines)
    posted = _post(work, command, "aid_passed_on", *lines, nota=command.nota)
    take_out(work, gone, thing.quantity, command.on, "passed_on", entry_=posted.id)
    mark(work.connection, posted.id, command.aid, AidRole.PASSED_ON)
    return _done(posted, saved_still(clean_text(command.description), part.book_value), warned=gone.warned)


def pass_on_equipment_undone(work: Work, entry: EntryId, command: PassOnEquipment) -> None:
    """The thing is back."""
    bring_back(work, entry, command.item)
