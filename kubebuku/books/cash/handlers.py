"""Posting what happened to the money in the boxes."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import update

from kubebuku.books.cash.commands import (
    BankFee,
    BankInterest,
    Bearer,
    CollectClaim,
    Cost,
    Excess,
    GeneralPayment,
    GiveAdvance,
    MoveMoney,
    OtherReceipt,
    PaidByPerson,
    PayWages,
    Purpose,
    RepayPerson,
    SettleAdvance,
    Shortage,
    Surplus,
    WagesOwed,
)
from kubebuku.books.cash.common import account_of, box_of, label, open_unit
from kubebuku.books.cash.refusals import (
    CostAccountMissing,
    DecisionMissing,
    NoOpenAdvance,
    NotACostPaidHere,
    NothingSettled,
    PersonMissing,
    ReturnedTooMuch,
    SamePlace,
    TaxAboveInterest,
    UnknownCount,
)
from kubebuku.books.cash.rules import GENERAL_COSTS, NOTA_COSTS, settle
from kubebuku.books.cash.tables import box_count
from kubebuku.books.spec import Changed, Outcome
from kubebuku.domain.accounts import (
    ADVANCE,
    AID_CAPITAL,
    BANK_FEE,
    BANK_INTEREST,
    CASH_DIFFERENCE,
    OTHER_INCOME,
    OWED_TO_PEOPLE,
    WAGES,
)
from kubebuku.domain.aid import AidRole
from kubebuku.domain.entries import DecisionId, Draft, EntryId, PersonId, Posting, UnitId, credit, debit
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger.aid import mark
from kubebuku.ledger.decisions import decide
from kubebuku.ledger.demands import lowest, need_amount, need_person, promise_not_short
from kubebuku.ledger.journal import Posted
from kubebuku.ledger.said import saved_in, saved_out, saved_still
from kubebuku.ledger.work import Work


def _post(
    work: Work,
    kind: str,
    command: MoveMoney
    | BankInterest
    | BankFee
    | OtherReceipt
    | GeneralPayment
    | GiveAdvance
    | SettleAdvance
    | PaidByPerson
    | Paid
    | Counted,
    postings: Sequence[Posting],
    decision: DecisionId | None = None,
) -> Posted:
    nota = None if isinstance(command, Shortage | Surplus) else command.nota
    return work.journal.post(Draft(command.on, command.description, kind, tuple(postings), nota=nota, decision=decision))


Paid = RepayPerson | WagesOwed | PayWages | CollectClaim
Counted = Shortage | Surplus


def _done(posted: Posted, said: Sentence) -> Outcome:
    return Outcome(Changed.ENTRIES, posted.id, posted.number, said)


def _into(work: Work, posted: Posted, description: str, amount: Rupiah, box: str) -> Outcome:
    return _done(posted, saved_in(work, description, amount, box))


def _from(work: Work, posted: Posted, description: str, amount: Rupiah, box: str) -> Outcome:
    return _done(posted, saved_out(work, description, amount, box))


def move_money(work: Work, command: MoveMoney) -> Outcome:
    """Pindah: one box gives, another takes."""
    amount = need_amount(command.amount)
    box, to_box = box_of(work, command.box), box_of(work, command.to_box, "to_box")
    if box.code == to_box.code:
        raise SamePlace(label(box))
    posted = _post(work, "move", command, (debit(to_box.code, amount), credit(box.code, amount)))
    values = {"amount": amount, "box": label(box), "to_box": label(to_box)}
    return _done(posted, Sentence(N_("Saved: {amount} moved from {box} to {to_box}."), values))


def bank_interest(work: Work, command: BankInterest) -> Outcome:
    """Income before tax (4105); what the bank kept back is a cost (5107)."""
    amount, box = need_amount(command.amount), box_of(work, command.box)
    tax = command.tax and need_amount(command.tax, "tax")
    if tax >= amount:
        raise TaxAboveInterest(amount, tax)
    lines = [debit(box.code, amount - tax), credit(BANK_INTEREST, amount)]
    if tax:
        lines.insert(1, debit(BANK_FEE, tax))
    posted = _post(work, "bank_interest", command, lines)
    return _into(work, posted, command.description, amount - tax, box.code)


def bank_fee(work: Work, command: BankFee) -> Outcome:
    """What the bank took (5107)."""
    amount, box = need_amount(command.amount), box_of(work, command.box)
    posted = _post(work, "bank_fee", command, (debit(BANK_FEE, amount), credit(box.code, amount)))
    return _from(work, posted, command.description, amount, box.code)


def other_receipt(work: Work, command: OtherReceipt) -> Outcome:
    """Capital (3110) or income (4190), as its purpose says."""
    amount, box = need_amount(command.amount), box_of(work, command.box)
    unit = open_unit(work, command.unit, command.on)
    account = AID_CAPITAL if command.purpose is Purpose.CAPITAL else OTHER_INCOME
    posted = _post(work, "other_receipt", command, (debit(box.code, amount), credit(account, amount, unit=unit)))
    return _into(work, posted, command.description, amount, box.code)


def _cost(work: Work, code: str | None, allowed: tuple[str, ...] = GENERAL_COSTS) -> str:
    if code is None:
        raise CostAccountMissing
    account = account_of(work, code)
    if account.base not in allowed:
        raise NotACostPaidHere(label(account))
    return account.code


def payment(work: Work, command: GeneralPayment) -> Outcome:
    """A cost from a box; the aid that paid it is noted beside the entry."""
    amount, box, account = need_amount(command.amount), box_of(work, command.box), _cost(work, command.account)
    unit = open_unit(work, command.unit, command.on)
    posted = _post(work, "payment", command, (debit(account, amount, unit=unit), credit(box.code, amount)))
    mark(work.connection, posted.id, command.aid, AidRole.USED)
    return _from(work, posted, command.description, amount, box.code)


def give_advance(work: Work, command: GiveAdvance) -> Outcome:
    """The person owes the nota (1121)."""
    amount, box = need_amount(command.amount), box_of(work, command.box)
    posted = _post(work, "advance", command, (debit(ADVANCE, amount, person=command.person), credit(box.code, amount)))
    return _from(work, posted, command.description, amount, box.code)


def settle_advance(work: Work, command: SettleAdvance) -> Outcome:
    """Costs, rest and excess against what the person holds, in one entry."""
    name = need_person(work.connection, command.person)
    box = box_of(work, command.box)
    costs = (
        [Cost(account=command.account or "", amount=command.amount, unit=command.unit), *command.more]
        if command.amount
        else command.more
    )
    lines = [
        debit(
            _cost(work, cost.account or None, NOTA_COSTS), need_amount(cost.amount), unit=open_unit(work, cost.unit, command.on)
        )
        for cost in costs
    ]
    returned = command.returned and need_amount(command.returned, "returned")
    spent = Rupiah(sum(line.amount for line in lines))
    if not spent and not returned:
        raise NothingSettled
    advanced = lowest(work, ADVANCE, command.on, person=command.person)
    if advanced <= 0:
        raise NoOpenAdvance(name, command.on)
    try:
        outcome = settle(advanced, spent, returned)
    except ValueError as error:
        raise ReturnedTooMuch(name, advanced, spent, returned) from error
    lines.append(credit(ADVANCE, outcome.covered + outcome.returned, person=command.person))
    paid = outcome.beyond if command.excess is Excess.PAID else Rupiah(0)
    if outcome.beyond and not paid:
        lines.append(credit(OWED_TO_PEOPLE, outcome.beyond, person=command.person))
    if outcome.returned or paid:
        lines.append(debit(box.code, outcome.returned - paid))
    posted = _post(work, "advance_settled", command, lines)
    promise_not_short(work, ADVANCE, command.on, person=command.person)
    values = {"name": name, "spent": spent, "returned": outcome.returned, "kept": outcome.kept, "beyond": outcome.beyond}
    if outcome.kept:
        said = Sentence(N_("Saved: {name} spent {spent}, returned {returned}, still holds {kept}."), values)
    elif paid:
        said = Sentence(N_("Saved: {name} spent {spent}; {beyond} more than was handed out has been paid."), values)
    elif outcome.beyond:
        said = Sentence(N_("Saved: {name} spent {spent}; the group now owes {name} {beyond}."), values)
    else:
        said = Sentence(N_("Saved: {name} spent {spent} and returned {returned}. The advance is settled."), values)
    return _done(posted, said)


def settle_advance_undone(work: Work, entry: EntryId, command: SettleAdvance) -> None:
    """What was owed for the excess must not have been paid back meanwhile."""
    promise_not_short(work, OWED_TO_PEOPLE, command.on, person=command.person)


def give_advance_undone(work: Work, entry: EntryId, command: GiveAdvance) -> None:
    """An advance that was settled meanwhile stays."""
    promise_not_short(work, ADVANCE, command.on, person=command.person)


def paid_by_person(work: Work, command: PaidByPerson) -> Outcome:
    """A cost, and the group owes the person (2103)."""
    return _owe(work, "paid_by_person", command, _cost(work, command.account, NOTA_COSTS), command.unit)


def wages_owed(work: Work, command: WagesOwed) -> Outcome:
    """Wages (5102) owed to the person (2103)."""
    return _owe(work, "wages_owed", command, WAGES, command.unit)


def _owe(work: Work, kind: str, command: PaidByPerson | WagesOwed, account: str, unit: UnitId | None) -> Outcome:
    amount = need_amount(command.amount)
    lines = (
        debit(account, amount, unit=open_unit(work, unit, command.on)),
        credit(OWED_TO_PEOPLE, amount, person=command.person),
    )
    return _done(_post(work, kind, command, lines), saved_still(command.description, amount))


def owed_undone(work: Work, entry: EntryId, command: PaidByPerson | WagesOwed) -> None:
    """What was paid back meanwhile stays owed."""
    promise_not_short(work, OWED_TO_PEOPLE, command.on, person=command.person)


def repay_person(work: Work, command: RepayPerson) -> Outcome:
    """What was laid out, from a box."""
    return _pay_owed(work, "repaid", command, command.person)


def pay_wages(work: Work, command: PayWages) -> Outcome:
    """What was earned, from a box."""
    return _pay_owed(work, "wages_paid", command, command.person)


def _pay_owed(work: Work, kind: str, command: RepayPerson | PayWages, person: PersonId) -> Outcome:
    amount, box = need_amount(command.amount), box_of(work, command.box)
    posted = _post(work, kind, command, (debit(OWED_TO_PEOPLE, amount, person=person), credit(box.code, amount)))
    promise_not_short(work, OWED_TO_PEOPLE, command.on, person=person)
    return _from(work, posted, command.description, amount, box.code)


def collect_claim(work: Work, command: CollectClaim) -> Outcome:
    """What a person owed the group comes back into a box."""
    amount, box = need_amount(command.amount), box_of(work, command.box)
    posted = _post(work, "claim_paid", command, (debit(box.code, amount), credit(ADVANCE, amount, person=command.person)))
    promise_not_short(work, ADVANCE, command.on, person=command.person)
    return _into(work, posted, command.description, amount, box.code)


def shortage(work: Work, command: Shortage) -> Outcome:
    """Missing money: a claim on a person, or by decision a cost of the group (5109)."""
    amount, box = need_amount(command.amount), box_of(work, command.box)
    decision = None
    if command.borne_by is Bearer.PERSON:
        if command.person is None:
            raise PersonMissing
        missing = debit(ADVANCE, amount, person=command.person)
    else:
        if not (command.decision or "").strip():
            raise DecisionMissing
        decision = decide(work, command.decision or "", command.on)
        missing = debit(CASH_DIFFERENCE, amount)
    posted = _post(work, "shortage", command, (missing, credit(box.code, amount)), decision)
    _explain(work, command.count, posted)
    return _from(work, posted, command.description, amount, box.code)


def shortage_undone(work: Work, entry: EntryId, command: Shortage) -> None:
    """The count stands unexplained again; a claim that was paid meanwhile stays."""
    _unexplain(work, entry)
    if command.person is not None:
        promise_not_short(work, ADVANCE, command.on, person=command.person)


def surplus(work: Work, command: Surplus) -> Outcome:
    """Money beyond the book is other income (4190)."""
    amount, box = need_amount(command.amount), box_of(work, command.box)
    posted = _post(work, "surplus", command, (debit(box.code, amount), credit(OTHER_INCOME, amount)))
    _explain(work, command.count, posted)
    return _into(work, posted, command.description, amount, box.code)


def surplus_undone(work: Work, entry: EntryId, command: Surplus) -> None:
    """The count stands unexplained again."""
    _unexplain(work, entry)


def _explain(work: Work, count: int | None, posted: Posted) -> None:
    if count is None:
        return
    open_ = (box_count.c.id == count, box_count.c.entry.is_(None), box_count.c.counted != box_count.c.book)
    if work.connection.execute(update(box_count).where(*open_).values(entry=posted.id)).rowcount != 1:
        raise UnknownCount(count)


def _unexplain(work: Work, entry: EntryId) -> None:
    work.connection.execute(update(box_count).where(box_count.c.entry == entry).values(entry=None))
