"""Posting aid that was received, passed on or paid back, and outside loans."""

from __future__ import annotations

from sqlalchemy import select, update

from kubebuku.books.enterprise.aid_commands import (
    BorrowOutside,
    EditAid,
    Goods,
    PassOnRevolving,
    PayOutside,
    ReceiveAid,
    ReceiveAidGoods,
)
from kubebuku.books.enterprise.handlers import done, post
from kubebuku.books.enterprise.herd import HERD, herd_grown_undone, leaving_cost, need_animals, note_animals, take_back_animals
from kubebuku.books.enterprise.recount import until_counted
from kubebuku.books.enterprise.refusals import (
    AnimalMissing,
    CostTooLarge,
    FeeTooLarge,
    MoreThanPayable,
    NotRevolving,
    NumberNotPositive,
    UsedUpGoods,
    WhichUnitsLoan,
)
from kubebuku.books.spec import Changed, Outcome
from kubebuku.domain.accounts import LIVESTOCK, MATERIALS, OUTSIDE_LOAN, OUTSIDE_LOAN_FEE, REVOLVING_AID, STOCK
from kubebuku.domain.aid import AidKind, AidRole
from kubebuku.domain.entries import EntryId, UnitId, credit, debit
from kubebuku.domain.money import Rupiah, split
from kubebuku.domain.names import clean_name, clean_text
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger.aid import aid as aids
from kubebuku.ledger.aid import find_or_add, mark, need_aid, need_giver, need_year
from kubebuku.ledger.balances import in_unit
from kubebuku.ledger.book import savings_loan_unit
from kubebuku.ledger.demands import lowest, need_amount, need_box, need_person, need_unit, promise_not_short
from kubebuku.ledger.said import saved_in, saved_out, saved_still
from kubebuku.ledger.tables import posting
from kubebuku.ledger.work import Reading, Work

GOODS_ACCOUNTS = {Goods.MATERIALS: MATERIALS, Goods.STOCK: STOCK, Goods.LIVESTOCK: LIVESTOCK}


def receive_aid(work: Work, command: ReceiveAid) -> Outcome:
    """Money against 3110, 2201 or 2140 of the business; with the BLPS preset half of it against that of simpan pinjam."""
    amount = need_amount(command.amount)
    need_box(work.chart, command.box)
    unit = need_unit(work.connection, command.unit, command.on)
    giver = need_giver(work.connection, command.kind, command.giver)
    aid = programme(work, command, in_kind=False)
    shares = {unit.id: amount}
    if command.half_to_savings_loan and not unit.savings_loan:
        own, lending = split(amount, (1, 1))
        shares = {unit.id: own, UnitId(savings_loan_unit(work.connection)): lending}
    lines = [credit(command.kind.account, share, unit=of, person=giver) for of, share in shares.items() if share]
    posted = post(work, command, "aid", debit(command.box, amount), *lines)
    mark(work.connection, posted.id, aid, AidRole.RECEIVED)
    return Outcome(
        Changed.ENTRIES, posted.id, posted.number, saved_in(work, command.description, amount, command.box), made={"aid": aid}
    )


def receive_aid_undone(work: Work, _entry: EntryId, command: ReceiveAid) -> None:
    """What has been paid back, passed on or moved to another business since must still have been there."""
    units = [command.unit]
    if command.half_to_savings_loan:
        units.append(UnitId(savings_loan_unit(work.connection)))
    for unit in units:
        promise_not_short(
            work, command.kind.account, command.on, unit=unit, person=need_giver(work.connection, command.kind, command.giver)
        )


def receive_aid_goods(work: Work, command: ReceiveAidGoods) -> Outcome:
    """Goods against 3110, 2201 or 2140; animals also join the herd."""
    amount = need_amount(command.amount)
    unit = need_unit(work.connection, command.unit, command.on, business=True)
    giver = need_giver(work.connection, command.kind, command.giver)
    animals = _animals(work, unit.id, command) if command.goods is Goods.LIVESTOCK else None
    aid = programme(work, command, in_kind=True)
    lines = (
        debit(GOODS_ACCOUNTS[command.goods], amount, unit=unit.id),
        credit(command.kind.account, amount, unit=unit.id, person=giver),
    )
    posted = post(work, command, "aid_goods", *lines)
    mark(work.connection, posted.id, aid, AidRole.RECEIVED)
    if animals:
        note_animals(work, unit.id, command.on, *animals, "aid", posted.id)
    said = saved_still(command.description, amount)
    return Outcome(HERD if animals else Changed.ENTRIES, posted.id, posted.number, said, made={"aid": aid})


def receive_aid_goods_undone(work: Work, entry: EntryId, command: ReceiveAidGoods) -> None:
    """Refused where the goods have been used or passed on meanwhile."""
    giver = need_giver(work.connection, command.kind, command.giver)
    promise_not_short(work, command.kind.account, command.on, unit=command.unit, person=giver)
    if command.goods is Goods.STOCK:
        promise_not_short(work, STOCK, command.on, unit=command.unit)
    if command.goods is Goods.LIVESTOCK:
        herd_grown_undone(work, entry, command.unit, command.on)


def _animals(work: Work, unit: UnitId, command: ReceiveAidGoods | PassOnRevolving) -> tuple[str, int]:
    if command.animal is None:
        raise AnimalMissing
    if command.number is None:
        raise NumberNotPositive(0)
    return need_animals(work, unit, command.animal, command.number)


def programme(work: Work, command: ReceiveAid | ReceiveAidGoods, *, in_kind: bool) -> int:
    """The aid programme of the command, added where it is new; raises YearUnlikely and the refusals of `find_or_add`."""
    year = need_year(command.year or command.on.year, work.today)
    return find_or_add(work.connection, command.programme, year, command.kind, in_kind=in_kind, giver=command.giver)


def edit_aid(work: Work, command: EditAid) -> Outcome:
    """Mend what is written about a programme; its entries stay as they are."""
    need_aid(work.connection, command.aid)
    values = {
        "label": clean_name(command.label),
        "year": need_year(command.year, work.today),
        "note": clean_text(command.note or "", lines=True) or None,
    }
    work.connection.execute(update(aids).where(aids.c.id == command.aid).values(values))
    return Outcome(
        Changed.RECORDS, said=Sentence(N_("Saved: {label} {year}."), {"label": values["label"], "year": str(command.year)})
    )


def pass_on(work: Work, command: PassOnRevolving) -> Outcome:
    """2140 of the business against money, stock or animals."""
    amount = need_amount(command.amount)
    unit = need_unit(work.connection, command.unit, command.on)
    need_person(work.connection, command.recipient, "recipient")
    kind, giver = need_aid(work.connection, command.aid)
    if kind is not AidKind.REVOLVING or giver is None:
        raise NotRevolving(work.connection.execute(select(aids.c.label).where(aids.c.id == command.aid)).scalar_one())
    if command.goods is Goods.MATERIALS:
        raise UsedUpGoods
    held = max(Rupiah(0), lowest(work, REVOLVING_AID, command.on, person=giver, unit=unit.id))
    if amount > held:
        raise MoreThanPayable(need_person(work.connection, giver), held, amount)
    line = debit(REVOLVING_AID, amount, unit=unit.id, person=giver)
    if command.goods is None:
        posted = post(work, command, "aid_passed_on", line, credit(need_box(work.chart, command.box), amount))
        mark(work.connection, posted.id, command.aid, AidRole.PASSED_ON)
        return done(posted, saved_out(work, command.description, amount, command.box))
    if command.goods is Goods.STOCK:
        stock = max(Rupiah(0), lowest(work, STOCK, command.on, *until_counted(work, STOCK, unit.id, command.on), unit=unit.id))
        if amount > stock:
            raise CostTooLarge(unit.label, stock, amount, field="amount")
        posted = post(work, command, "aid_passed_on", line, credit(STOCK, amount, unit=unit.id))
        mark(work.connection, posted.id, command.aid, AidRole.PASSED_ON)
        return done(posted, saved_still(command.description, amount))
    animal, number = _animals(work, unit.id, command)
    leaving_cost(work, unit, command.on, animal, number, amount, "amount")
    posted = post(work, command, "aid_passed_on", line, credit(LIVESTOCK, amount, unit=unit.id))
    mark(work.connection, posted.id, command.aid, AidRole.PASSED_ON)
    note_animals(work, unit.id, command.on, animal, -number, "given", posted.id)
    return done(posted, saved_still(command.description, amount), HERD)


def pass_on_undone(work: Work, entry: EntryId, _command: PassOnRevolving) -> None:
    """Animals are back in the herd."""
    take_back_animals(work, entry)


# ------------------------------------------------------------------------------------------------------ outside loans


def borrow_outside(work: Work, command: BorrowOutside) -> Outcome:
    """Money against 2201 of the lender."""
    amount = need_amount(command.amount)
    need_person(work.connection, command.person)
    need_box(work.chart, command.box)
    if command.unit is not None:
        need_unit(work.connection, command.unit, command.on)
    line = credit(OUTSIDE_LOAN, amount, person=command.person, unit=command.unit)
    posted = post(work, command, "borrow", debit(command.box, amount), line)
    return done(posted, saved_in(work, command.description, amount, command.box))


def borrow_outside_undone(work: Work, _entry: EntryId, command: BorrowOutside) -> None:
    """What has been paid back since must still have been owed."""
    promise_not_short(work, OUTSIDE_LOAN, command.on, in_unit(command.unit), person=command.person)


def pay_outside(work: Work, command: PayOutside) -> Outcome:
    """Principal off 2201 of the lender, jasa to 5112, which by itself belongs to simpan pinjam (accounting.md 2)."""
    paid, name = need_amount(command.amount), need_person(work.connection, command.person)
    need_box(work.chart, command.box)
    if command.fee < 0 or command.fee > paid:
        raise FeeTooLarge(paid, command.fee)
    if command.aid is not None:
        need_aid(work.connection, command.aid)
    principal = paid - command.fee
    lines = []
    if principal:
        unit, owed = _loan_of(work, command, name)
        if principal > owed:
            raise MoreThanPayable(name, owed, principal)
        lines.append(debit(OUTSIDE_LOAN, principal, person=command.person, unit=unit))
    if command.fee:
        lines.append(debit(OUTSIDE_LOAN_FEE, command.fee, person=command.person, unit=UnitId(savings_loan_unit(work.connection))))
    posted = post(work, command, "pay_outside", *lines, credit(command.box, paid))
    mark(work.connection, posted.id, command.aid, AidRole.RETURNED)
    return done(posted, saved_out(work, command.description, paid, command.box))


def _loan_of(work: Work, command: PayOutside, name: str) -> tuple[UnitId | None, Rupiah]:
    """The business whose loan is meant, and what is owed on it from the day on; raises WhichUnitsLoan."""
    owed = {unit: held for unit in _units_owing(work, command) if (held := _owed(work, command, unit)) > 0}
    if command.unit is not None:
        need_unit(work.connection, command.unit, command.on)
        return command.unit, owed.get(command.unit, Rupiah(0))
    if len(owed) > 1:
        raise WhichUnitsLoan(name)
    return next(iter(owed.items()), (None, Rupiah(0)))


def _units_owing(reading: Reading, command: PayOutside) -> list[UnitId | None]:
    units = select(posting.c.unit).where(posting.c.account == OUTSIDE_LOAN, posting.c.person == command.person).distinct()
    return [None if unit is None else UnitId(unit) for unit in reading.connection.execute(units).scalars()]


def _owed(reading: Reading, command: PayOutside, unit: UnitId | None) -> Rupiah:
    return lowest(reading, OUTSIDE_LOAN, command.on, in_unit(unit), person=command.person)
