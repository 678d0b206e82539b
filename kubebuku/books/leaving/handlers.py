"""A member leaves: savings against loans and other claims, the rest paid out, the member archived (accounting.md 3, 8)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from sqlalchemy import func, insert, select, update

from kubebuku.books.leaving.commands import LeaveGroup
from kubebuku.books.leaving.refusals import LeavingFeeTooMuch, LeavingFeeWithoutLoan, LeavingOwesMore
from kubebuku.books.leaving.unsettled import SAVINGS, Due, fine_account, fines_until, loan_dues, open_balances, world_of
from kubebuku.books.meetings.queries import FineRow
from kubebuku.books.meetings.rule_keeping import in_force, usual_box
from kubebuku.books.meetings.tables import meeting_fine
from kubebuku.books.members.commands import MemberLeaves
from kubebuku.books.members.people import member_row
from kubebuku.books.members.refusals import AlreadyLeft
from kubebuku.books.members.rules import SINGLE_ROLES
from kubebuku.books.members.tables import member, officer_term
from kubebuku.books.savings_loan.standing import follow
from kubebuku.books.spec import Changed, Outcome
from kubebuku.domain.accounts import (
    FINE,
    LOAN_FEE,
)
from kubebuku.domain.entries import Draft, EntryId, LoanId, PersonId, Posting, UnitId, credit
from kubebuku.domain.money import Rupiah
from kubebuku.domain.names import clean_text, fit_description
from kubebuku.domain.text import N_, Sentence
from kubebuku.i18n import say
from kubebuku.ledger.away import forget_time_away
from kubebuku.ledger.book import savings_loan_unit
from kubebuku.ledger.demands import need_amount, need_box, promise_not_short
from kubebuku.ledger.tables import person, posting
from kubebuku.ledger.work import Work


def leave_group(work: Work, command: LeaveGroup) -> Outcome:
    """Every open balance emptied, the boxes of both worlds moved by what is left of each, then the members book."""
    box, cash_box = need_box(work.chart, command.box), need_box(work.chart, command.cash_box, "cash_box")
    found = member_row(work, command.person)
    if found.left_on is not None:
        raise AlreadyLeft(found.name, date.fromisoformat(found.left_on))
    open_ = [one for one in open_balances(work, command.person) if world_of(work, one) is not None]
    lines = [Posting(one.account, -one.amount, person=command.person, loan=one.loan) for one in open_]
    dues = loan_dues(work, command.person, command.on)
    on_loans = list(_kept_back_on_loans(work, command, found.name, dues))
    fines = fines_until(work, command.person, command.on) if command.keep_back else []
    fined = Rupiah(sum(row.rest for row in fines))
    lines += on_loans
    if fined:
        lines.append(credit(fine_account(work), fined, person=command.person))
    jasa = Rupiah(-sum(one.amount for one in on_loans))
    owed = Rupiah(sum(one.amount for one in open_ if one.amount > 0)) + jasa + fined
    own = Rupiah(-sum(one.amount for one in open_ if one.amount < 0))
    if owed > own:
        raise LeavingOwesMore(found.name, own, owed)
    posted = None
    if lines:
        savings = Rupiah(-sum(one.amount for one in open_ if world_of(work, one) is SAVINGS)) - jasa
        fine_box = usual_box(work.connection, in_force(work.connection).fine_to)
        rest = own - owed - savings + fined
        # what one world owes the other moves from its box to the other's in the same entry (accounting.md 3)
        places = _together((box, savings), (cash_box, rest), (fine_box, -fined))
        lines += [Posting(place, -amount) for place, amount in places if amount]
        words = say(Sentence(N_("{name} leaves the group, savings settled"), {"name": found.name}))
        description = command.description or fit_description(words)
        posted = work.journal.post(Draft(command.on, description, "leaving", tuple(lines), nota=command.nota))
        _note_fines(work, posted.id, command.person, fines)
        follow(work, {line.loan for line in lines if line.loan is not None})
        for one in open_:
            if one.loan is None:
                promise_not_short(work, one.account, command.on, person=command.person)
    work.carry_out(MemberLeaves(person=command.person, on=command.on, reason=command.reason))
    values = {"name": found.name, "amount": own - owed}
    said = Sentence(N_("{name} has left the group. Paid out: {amount}."), values)
    changed = Changed.ENTRIES | Changed.PEOPLE | Changed.LOANS | Changed.MEETINGS
    warned = _still_owed(found.name, dues, jasa)
    return Outcome(changed, posted.id if posted else None, posted.number if posted else None, said, warned=warned)


def _still_owed(name: str, dues: Sequence[Due], kept: Rupiah) -> tuple[Sentence, ...]:
    left = Rupiah(sum(due.fee + due.fine for due in dues)) - kept
    said = N_("{name} still owes {amount} of service fee and fine. Receive it later, or let it go by decision on the loan card.")
    return (Sentence(said, {"name": name, "amount": left}),) if left > 0 else ()


def _kept_back_on_loans(work: Work, command: LeaveGroup, name: str, dues: Sequence[Due]) -> Iterator[Posting]:
    """Jasa and denda, each on its loan; another amount of jasa than the cards say fills the loans in their order.

    Raises LeavingFeeWithoutLoan, LeavingFeeTooMuch.
    """
    fees = [due.fee if command.keep_back else Rupiah(0) for due in dues]
    if command.loan_fee is not None:
        wanted = need_amount(command.loan_fee, "loan_fee") if command.loan_fee else Rupiah(0)
        if wanted and not dues:
            raise LeavingFeeWithoutLoan(name)
        fees, left = [], wanted
        for due in dues:
            part = left if due.most is None else min(left, due.most)
            fees.append(part)
            left = left - part
        if left:
            raise LeavingFeeTooMuch(wanted, wanted - left)
    unit = UnitId(savings_loan_unit(work.connection))
    for due, fee in zip(dues, fees, strict=True):
        if fee:
            yield credit(LOAN_FEE, fee, unit=unit, loan=due.loan)
        if due.fine and command.keep_back:
            yield credit(FINE, due.fine, unit=unit, loan=due.loan)


def _note_fines(work: Work, entry: EntryId, who: PersonId, fines: Sequence[FineRow]) -> None:
    if fines:
        rows = [{"entry": entry, "meeting": row.meeting, "person": who, "amount": int(row.rest)} for row in fines]
        work.connection.execute(insert(meeting_fine), rows)


def _together(*places: tuple[str, Rupiah]) -> list[tuple[str, Rupiah]]:
    """What leaves each box, one line a box."""
    sums: dict[str, Rupiah] = {}
    for place, amount in places:
        sums[place] = sums.get(place, Rupiah(0)) + amount
    return list(sums.items())


def leaving_undone(work: Work, entry: EntryId, command: LeaveGroup) -> None:
    """The member is one again, with the offices that ended by leaving unless somebody else holds them now.

    Raises AlreadyLeft where the member came back and has left once more.
    """
    loans = select(posting.c.loan).where(posting.c.entry == entry, posting.c.loan.is_not(None)).distinct()
    follow(work, [LoanId(of) for of in work.connection.execute(loans).scalars() if of is not None])
    found = member_row(work, command.person)
    forget_time_away(work.connection, command.person, command.on)
    if found.left_on is None:
        return
    left = command.on.isoformat()
    if found.left_on != left:
        raise AlreadyLeft(found.name, date.fromisoformat(found.left_on))
    work.connection.execute(update(member).where(member.c.person == command.person).values(left_on=None, left_reason=None))
    work.connection.execute(update(person).where(person.c.id == command.person).values(standing="member"))
    reason = clean_text(command.reason, most=200)
    ended = select(officer_term.c.id, officer_term.c.role).where(
        officer_term.c.person == command.person,
        officer_term.c.reason == reason,
        officer_term.c.until == func.max(officer_term.c.since, left),
    )
    for term, role in work.connection.execute(ended).all():
        held = select(officer_term.c.id).where(officer_term.c.role == role, officer_term.c.until.is_(None))
        if role not in SINGLE_ROLES or work.connection.execute(held).first() is None:
            work.connection.execute(update(officer_term).where(officer_term.c.id == term).values(until=None, reason=None))
