"""Posting what a business sells, buys and pays."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from kubebuku.books.enterprise.commands import (
    BuyMaterials,
    BuyStock,
    CollectReceivable,
    ForfeitDeposit,
    PayPayable,
    PayUnitCost,
    Purchase,
    ReturnDeposit,
    Sale,
    TakeDeposit,
)
from kubebuku.books.enterprise.refusals import MoreThanDeposit, MoreThanPayable, MoreThanReceivable, NotAUnitCost
from kubebuku.books.enterprise.rules import UNIT_COSTS
from kubebuku.books.spec import Changed, Outcome
from kubebuku.domain.accounts import CUSTOMER_DEPOSIT, MATERIALS, OTHER_INCOME, PAYABLE, RECEIVABLE, SALES, STOCK
from kubebuku.domain.aid import AidRole
from kubebuku.domain.entries import Draft, EntryId, PersonId, Posting, credit, debit
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import Sentence
from kubebuku.ledger.aid import mark, need_aid
from kubebuku.ledger.demands import lowest, need_amount, need_box, need_person, need_unit, promise_not_short
from kubebuku.ledger.journal import Posted
from kubebuku.ledger.said import saved_in, saved_out, saved_still
from kubebuku.ledger.settling import paid_by, promise_debt, received_for, said_paid, said_received, settled_price
from kubebuku.ledger.work import Work


class Dated(Protocol):
    """A command that posts."""

    @property
    def on(self) -> date: ...
    @property
    def description(self) -> str: ...
    @property
    def nota(self) -> str | None: ...


def post(work: Work, command: Dated, kind: str, *postings: Posting) -> Posted:
    """One entry with the command's date, description and nota."""
    return work.journal.post(Draft(command.on, command.description, kind, postings, nota=command.nota))


def done(posted: Posted, said: Sentence, changed: Changed = Changed.ENTRIES) -> Outcome:
    """The outcome of one entry."""
    return Outcome(changed, posted.id, posted.number, said)


# -------------------------------------------------------------------------------------------------- sales and customers


def sale(work: Work, command: Sale) -> Outcome:
    """4101 of the business, against box, 1120 and what was paid ahead."""
    unit = need_unit(work.connection, command.unit, command.on, business=True)
    parts = settled_price(work, command, command.deposit)
    lines = [*received_for(parts, command), *deposit_used(work, command.on, parts.deposit, command.person)]
    posted = post(work, command, "sale", *lines, credit(SALES, command.amount, unit=unit.id))
    return done(posted, said_received(work, parts, command))


def sale_undone(work: Work, _entry: EntryId, command: Sale) -> None:
    """What the customer has paid since must still have been owed."""
    promise_debt(work, RECEIVABLE, command)


def deposit_used(work: Work, on: date, deposit: Rupiah, person: PersonId | None) -> tuple[Posting, ...]:
    """The line that takes `deposit` from what a person paid ahead; raises MoreThanDeposit."""
    if not deposit or person is None:
        return ()
    _need_deposit(work, on, deposit, person, field="deposit")
    return (debit(CUSTOMER_DEPOSIT, deposit, person=person),)


def _need_deposit(work: Work, on: date, amount: Rupiah, person: PersonId, *, field: str = "amount") -> None:
    held = max(Rupiah(0), lowest(work, CUSTOMER_DEPOSIT, on, person=person))
    if amount > held:
        raise MoreThanDeposit(need_person(work.connection, person), held, amount, field=field)


def collect_receivable(work: Work, command: CollectReceivable) -> Outcome:
    """Money for what stood in 1120."""
    amount, name = need_amount(command.amount), need_person(work.connection, command.person)
    need_box(work.chart, command.box)
    owed = max(Rupiah(0), lowest(work, RECEIVABLE, command.on, person=command.person))
    if amount > owed:
        raise MoreThanReceivable(name, owed, amount)
    posted = post(work, command, "collect", debit(command.box, amount), credit(RECEIVABLE, amount, person=command.person))
    return done(posted, saved_in(work, command.description, amount, command.box))


def take_deposit(work: Work, command: TakeDeposit) -> Outcome:
    """Money paid ahead is owed to the customer."""
    amount = need_amount(command.amount)
    need_person(work.connection, command.person)
    need_box(work.chart, command.box)
    posted = post(work, command, "deposit", debit(command.box, amount), credit(CUSTOMER_DEPOSIT, amount, person=command.person))
    return done(posted, saved_in(work, command.description, amount, command.box))


def take_deposit_undone(work: Work, _entry: EntryId, command: TakeDeposit) -> None:
    """A deposit that was used or given back meanwhile stays."""
    promise_not_short(work, CUSTOMER_DEPOSIT, command.on, person=command.person)


def return_deposit(work: Work, command: ReturnDeposit) -> Outcome:
    """The customer gets back what was paid ahead."""
    amount = need_amount(command.amount)
    need_person(work.connection, command.person)
    need_box(work.chart, command.box)
    _need_deposit(work, command.on, amount, command.person)
    lines = (debit(CUSTOMER_DEPOSIT, amount, person=command.person), credit(command.box, amount))
    posted = post(work, command, "deposit_return", *lines)
    return done(posted, saved_out(work, command.description, amount, command.box))


def forfeit_deposit(work: Work, command: ForfeitDeposit) -> Outcome:
    """What was paid ahead becomes other income of the business."""
    amount = need_amount(command.amount)
    need_person(work.connection, command.person)
    unit = need_unit(work.connection, command.unit, command.on, business=True)
    _need_deposit(work, command.on, amount, command.person)
    lines = (debit(CUSTOMER_DEPOSIT, amount, person=command.person), credit(OTHER_INCOME, amount, unit=unit.id))
    posted = post(work, command, "deposit_forfeit", *lines)
    return done(posted, saved_still(command.description, amount))


# ------------------------------------------------------------------------------------------------- purchases and shops


def buy_materials(work: Work, command: BuyMaterials) -> Outcome:
    """5101 of the business, against box and 2101."""
    return _buy(work, command, "materials", MATERIALS)


def buy_stock(work: Work, command: BuyStock) -> Outcome:
    """1140 of the business, against box and 2101."""
    return _buy(work, command, "stock", STOCK)


def _buy(work: Work, command: Purchase, kind: str, account: str) -> Outcome:
    unit = need_unit(work.connection, command.unit, command.on, business=True)
    parts = settled_price(work, command)
    posted = post(work, command, kind, debit(account, command.amount, unit=unit.id), *paid_by(parts, command))
    mark(work.connection, posted.id, command.aid, AidRole.USED)
    return done(posted, said_paid(work, parts, command))


def buy_materials_undone(work: Work, _entry: EntryId, command: BuyMaterials) -> None:
    """What was paid to the shop since must still have been owed."""
    promise_debt(work, PAYABLE, command)


def buy_stock_undone(work: Work, _entry: EntryId, command: BuyStock) -> None:
    """The same, and what a count used up since must have been in stock."""
    promise_debt(work, PAYABLE, command)
    promise_not_short(work, STOCK, command.on, unit=command.unit)


def pay_unit_cost(work: Work, command: PayUnitCost) -> Outcome:
    """A cost of one business out of a box."""
    amount = need_amount(command.amount)
    need_box(work.chart, command.box)
    account = work.chart.get(command.account)
    if account is None or account.base not in UNIT_COSTS:
        raise NotAUnitCost(command.account)
    unit = need_unit(work.connection, command.unit, command.on)
    posted = post(work, command, "cost", debit(command.account, amount, unit=unit.id), credit(command.box, amount))
    mark(work.connection, posted.id, command.aid, AidRole.USED)
    return done(posted, saved_out(work, command.description, amount, command.box))


def pay_payable(work: Work, command: PayPayable) -> Outcome:
    """Money for what stood in 2101."""
    amount, name = need_amount(command.amount), need_person(work.connection, command.person)
    need_box(work.chart, command.box)
    if command.aid is not None:
        need_aid(work.connection, command.aid)
    owed = max(Rupiah(0), lowest(work, PAYABLE, command.on, person=command.person))
    if amount > owed:
        raise MoreThanPayable(name, owed, amount)
    posted = post(work, command, "pay_payable", debit(PAYABLE, amount, person=command.person), credit(command.box, amount))
    mark(work.connection, posted.id, command.aid, AidRole.USED)
    return done(posted, saved_out(work, command.description, amount, command.box))
