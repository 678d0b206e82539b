"""Opening a book: one BM on its first day, with the rows of the books that begin with it (accounting.md 6)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import fields
from itertools import count

from sqlalchemy import delete, insert, select, update

from kubebuku.books.cash.common import account_of, box_of, label, open_unit
from kubebuku.books.enterprise.herd import known_animal, promise_kept
from kubebuku.books.opening.commands import OpenBook, OpeningItem, OpeningLine, OpeningLoan
from kubebuku.books.opening.refusals import (
    ItemNumberTaken,
    ItemStillUsed,
    LoanLabelTaken,
    LoanMethodMissing,
    LoanRestTooLarge,
    OpeningBelowZero,
    OpeningEmpty,
    OpeningLineElsewhere,
    ResultAtNewYear,
    WrittenOffTooMuch,
)
from kubebuku.books.opening.tables import equipment, livestock
from kubebuku.books.savings_loan.plans import Told, opening_plan
from kubebuku.books.savings_loan.schedules import Method
from kubebuku.books.spec import Changed, Outcome
from kubebuku.domain.accounts import (
    DEPRECIATION_HELD,
    EQUIPMENT,
    LIVESTOCK,
    LOAN_ALLOWANCE,
    MEMBER_LOANS,
    OBLIGATORY_SAVINGS,
    OUTSIDER_LOANS,
    PRINCIPAL_SAVINGS,
    RESERVE,
    RESULT_SHARED,
    RESULT_UNSHARED,
    SAVINGS_LOAN_RESULT,
    UNEXPLAINED,
    VOLUNTARY_SAVINGS,
)
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import OPENING, Draft, EntryId, ItemId, LoanId, Posting, UnitId, credit, debit, mirrored
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.names import clean_name, clean_text
from kubebuku.domain.text import N_, Sentence
from kubebuku.i18n import _
from kubebuku.ledger import balances
from kubebuku.ledger.book import savings_loan_unit
from kubebuku.ledger.demands import need_amount, need_person, promise_own_side, promise_spent_was_there
from kubebuku.ledger.journal import read_entry
from kubebuku.ledger.tables import item, loan, person, posting
from kubebuku.ledger.work import Work

#: Written by lists of their own, or reckoned.
_ELSEWHERE = frozenset(
    {EQUIPMENT, DEPRECIATION_HELD, MEMBER_LOANS, OUTSIDER_LOANS, LIVESTOCK, UNEXPLAINED}
    | {PRINCIPAL_SAVINGS, OBLIGATORY_SAVINGS, VOLUNTARY_SAVINGS}
)

#: Accounts whose balance stands on the other side of their kind.
_CONTRA = frozenset({LOAN_ALLOWANCE, RESULT_SHARED})
_MAY_BE_LESS = frozenset({RESERVE, RESULT_UNSHARED})


def open_book(work: Work, command: OpenBook) -> Outcome:
    """The opening entry; what its lists do not explain is 3190. Items and loans of a struck opening are taken up again."""
    lines = [line for line in _lines(work, command) if line.amount]
    if not lines:
        raise OpeningEmpty
    rest = Rupiah(sum(line.amount for line in lines))
    if rest:
        lines.append(credit(UNEXPLAINED, rest))
    description = command.description or _("Opening balances")
    posted = work.journal.post(Draft(work.facts.opened, description, OPENING, tuple(lines)))
    for herd in command.herds:
        work.connection.execute(
            insert(livestock).values(
                unit=herd.unit,
                on_date=work.facts.opened.isoformat(),
                animal=clean_name(herd.animal),
                change=herd.heads,
                cause="opening",
                entry=posted.id,
            )
        )
    message = (
        N_("The book is opened. Not explained yet: {amount}.") if rest else N_("The book is opened. Every balance is explained.")
    )
    return Outcome(Changed.ENTRIES | Changed.ITEMS | Changed.LOANS, posted.id, posted.number, Sentence(message, {"amount": rest}))


def _lines(work: Work, command: OpenBook) -> Iterator[Posting]:
    for box in command.boxes:
        yield debit(box_of(work, box.box, "boxes").code, _at_least_zero(box.amount, label(account_of(work, box.box))))
    for saved in command.savings:
        name = need_person(work.connection, saved.person)
        for account, amount in (
            (PRINCIPAL_SAVINGS, saved.principal),
            (OBLIGATORY_SAVINGS, saved.obligatory),
            (VOLUNTARY_SAVINGS, saved.voluntary),
        ):
            yield credit(account, _at_least_zero(amount, name), person=saved.person)
    for line in command.lines:
        yield _line(work, line)
    for thing in command.items:
        yield from _item(work, thing)
    for lent in command.loans:
        yield _loan(work, lent)
    for herd in command.herds:
        yield debit(LIVESTOCK, need_amount(herd.value, "herds"), unit=open_unit(work, herd.unit, work.facts.opened))


def _at_least_zero(amount: Rupiah, what: str) -> Rupiah:
    if amount < 0:
        raise OpeningBelowZero(what, amount)
    return amount


def _line(work: Work, line: OpeningLine) -> Posting:
    account = account_of(work, line.account)
    if account.box or account.base in _ELSEWHERE:
        raise OpeningLineElsewhere(label(account))
    opened = work.facts.opened
    if (account.kind.is_result or account.base == RESULT_SHARED) and opened == Month(opened.year, 1).first:
        raise ResultAtNewYear(label(account), opened)
    if account.base not in _MAY_BE_LESS:
        _at_least_zero(line.amount, label(account))
    sign = account.kind.sign * (-1 if account.base in _CONTRA else 1)
    unit = open_unit(work, line.unit, opened)
    if unit is None and account.base in SAVINGS_LOAN_RESULT:
        unit = UnitId(savings_loan_unit(work.connection))
    return Posting(account.code, Rupiah(sign * line.amount), unit=unit, person=line.person)


# ---- things


def _item(work: Work, thing: OpeningItem) -> Iterator[Posting]:
    name = clean_name(thing.label)
    value = need_amount(thing.value, "items")
    off = _at_least_zero(thing.depreciated, name)
    if off > value or _at_least_zero(thing.residual, name) > value:
        raise WrittenOffTooMuch(name, value, max(off, thing.residual))
    number = clean_text(thing.number or "", most=40) or None
    if number and work.connection.execute(select(item.c.id).where(item.c.number == number)).first() is not None:
        raise ItemNumberTaken(number)
    unit = open_unit(work, thing.unit, work.facts.opened)
    values = {
        "label": name,
        "number": number,
        "value": int(value),
        "acquired": (thing.acquired or work.facts.opened).isoformat(),
        "standing": "held",
    }
    earlier = work.connection.execute(
        select(item.c.id)
        .where(item.c.label == name, item.c.standing == "withdrawn", item.c.id.not_in(select(equipment.c.item)))
        .order_by(item.c.id)
    ).scalar()
    if earlier is None:
        id_ = ItemId(work.connection.execute(insert(item).values(**values).returning(item.c.id)).scalar_one())
    else:
        id_ = ItemId(earlier)
        work.connection.execute(update(item).where(item.c.id == id_).values(**values))
    work.connection.execute(
        insert(equipment).values(
            item=id_,
            unit=unit,
            quantity=max(thing.quantity, 1),
            measure=clean_text(thing.measure or "", most=40) or None,
            source="opening",
            place=clean_text(thing.place or "", most=120) or None,
            life_months=thing.life_months,
            residual=int(thing.residual),
            for_hire=int(thing.for_hire),
        )
    )
    yield debit(EQUIPMENT, value, unit=unit, item=id_)
    yield credit(DEPRECIATION_HELD, off, unit=unit, item=id_)


# ---- loans


def _loan(work: Work, lent: OpeningLoan) -> Posting:
    name = need_person(work.connection, lent.person)
    principal, rest = need_amount(lent.principal, "loans"), need_amount(lent.rest, "loans")
    if rest > principal:
        raise LoanRestTooLarge(name, principal, rest)
    _goes_on(work, lent, name)
    standing = work.connection.execute(select(person.c.standing).where(person.c.id == lent.person)).scalar_one()
    account = OUTSIDER_LOANS if standing == "outsider" else MEMBER_LOANS
    values = {"principal": int(principal), "opened": lent.opened.isoformat(), "standing": "running"}
    wanted = clean_text(lent.label or "", most=120)
    same = loan.c.label == wanted
    earlier = (
        select(loan.c.id)
        .where(loan.c.person == lent.person, loan.c.standing == "withdrawn", same | (loan.c.opened == lent.opened.isoformat()))
        .order_by(same.desc(), loan.c.id)
    )
    known = work.connection.execute(earlier).scalar()
    if known is None:
        taken = set(work.connection.execute(select(loan.c.label)).scalars())
        called = wanted or _free_label(taken)
        if called in taken:
            raise LoanLabelTaken(called)
        values |= {"label": called, "person": lent.person}
        known = work.connection.execute(insert(loan).values(**values).returning(loan.c.id)).scalar_one()
    else:
        work.connection.execute(update(loan).where(loan.c.id == known).values(**values))
    return debit(account, rest, person=lent.person, loan=LoanId(known))


def _goes_on(work: Work, lent: OpeningLoan, name: str) -> None:
    """The jasa, the rhythm and the number of what is left can be a plan; else a refusal at the list of loans."""
    if lent.rate and lent.method in (None, Method.NONE):
        raise LoanMethodMissing(name)
    _at_least_zero(lent.fee_owed or Rupiah(0), name)
    told = Told(**{one.name: getattr(lent, one.name) for one in fields(Told)})
    try:
        opening_plan(work.facts.opened, lent.rest, told)
    except RuleBroken as refusal:
        refusal.field = "loans"
        raise


def _free_label(taken: Collection[str]) -> str:
    return next(label for number in count(len(taken) + 1) if (label := _("Loan {number}").format(number=number)) not in taken)


# ---- taken back


def opening_undone(work: Work, entry: EntryId, command: OpenBook) -> None:
    """Things and loans of the opening are withdrawn until another opening takes them up; herds were not there.

    What was paid, used or passed on since of what people owed, of debts, goods, animals, funds and capital must still have been
    there.
    """
    connection = work.connection
    items = select(posting.c.item).where(posting.c.entry == entry, posting.c.item.is_not(None))
    loans = select(posting.c.loan).where(posting.c.entry == entry, posting.c.loan.is_not(None))
    things = [ItemId(row[0]) for row in connection.execute(items.distinct()) if row[0] is not None]
    connection.execute(delete(equipment).where(equipment.c.item.in_(things)))
    connection.execute(update(item).where(item.c.id.in_(things)).values(standing="withdrawn", number=None))
    connection.execute(update(loan).where(loan.c.id.in_(loans)).values(standing="withdrawn"))
    connection.execute(delete(livestock).where(livestock.c.entry == entry))
    for herd in command.herds:
        promise_kept(work, herd.unit, known_animal(work, herd.unit, clean_name(herd.animal)), work.facts.opened)
    taken = mirrored(read_entry(connection, entry).postings)
    promise_own_side(work, work.facts.opened, taken)
    for line in taken:
        if line.account[:4] in _MAY_BE_LESS:
            promise_spent_was_there(work, line, work.facts.opened)
    work.journal.promise(_nothing_left(work, things))


def _nothing_left(work: Work, things: list[ItemId]) -> Callable[[], None]:
    """A promise that no later entry stands on a thing that is withdrawn; raises ItemStillUsed."""

    def check() -> None:
        rows = work.connection.execute(
            select(item.c.id, item.c.label).where(item.c.id.in_(things), item.c.standing == "withdrawn")
        )
        for id_, name in rows:
            if any(balances.of(work.connection, account, item=id_) for account in (EQUIPMENT, DEPRECIATION_HELD)):
                raise ItemStillUsed(name)

    return check
