"""A member leaves: savings against loans and other claims, the rest paid out, the member archived (accounting.md 3, 8)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select, update

from kubebuku.books.acts.leaving_commands import LeaveGroup, Leaving, LeavingLine, LeavingPlan
from kubebuku.books.cash.common import label
from kubebuku.books.members.commands import MemberLeaves
from kubebuku.books.members.people import OF_THE_GROUP, member_row
from kubebuku.books.members.refusals import AlreadyLeft
from kubebuku.books.members.rules import SINGLE_ROLES
from kubebuku.books.members.tables import member, officer_term
from kubebuku.books.spec import Changed, Outcome
from kubebuku.domain.accounts import (
    ADVANCE,
    LOAN_FEE,
    MEMBER_LOANS,
    OBLIGATORY_SAVINGS,
    OUTSIDER_LOANS,
    OWED_TO_PEOPLE,
    PRINCIPAL_SAVINGS,
    RECEIVABLE,
    SHARE_UNPAID,
    VOLUNTARY_SAVINGS,
    Kind,
)
from kubebuku.domain.entries import Draft, EntryId, LoanId, PersonId, Posting, UnitId, credit
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.names import LONGEST_DESCRIPTION, clean_text
from kubebuku.domain.text import N_, Sentence
from kubebuku.i18n import say
from kubebuku.ledger import balances
from kubebuku.ledger.book import savings_loan_unit
from kubebuku.ledger.demands import need_amount, need_box
from kubebuku.ledger.tables import loan, person, posting
from kubebuku.ledger.work import Reading, Work

#: Money of savings and loan, and everything else that is settled on leaving.
_SAVINGS = frozenset({PRINCIPAL_SAVINGS, OBLIGATORY_SAVINGS, VOLUNTARY_SAVINGS, MEMBER_LOANS, OUTSIDER_LOANS})
_OTHER = frozenset({RECEIVABLE, ADVANCE, OWED_TO_PEOPLE, SHARE_UNPAID})
_LOANS = (MEMBER_LOANS, OUTSIDER_LOANS)


class LeavingOwesMore(RuleBroken):
    """What is saved does not cover what is owed."""

    code = "leaving-owes-more"

    def __init__(self, name: str, own: Rupiah, owed: Rupiah) -> None:
        super().__init__(
            Sentence(N_("{name} owes the group more than is saved."), {"name": name}),
            Sentence(N_("Owed {owed}, saved {own}: short by {short}."), {"owed": owed, "own": own, "short": owed - own}),
            Sentence(N_("Write first that {name} has paid {short}."), {"name": name, "short": owed - own}),
            field="person",
        )


class LeavingFeeWithoutLoan(RuleBroken):
    """Jasa is kept back on a loan."""

    code = "leaving-fee-without-loan"

    def __init__(self, name: str) -> None:
        super().__init__(
            Sentence(N_("{name} has no running loan."), {"name": name}),
            remedy=Sentence(N_("Leave the jasa on the loan empty.")),
            field="loan_fee",
        )


@dataclass(frozen=True, slots=True)
class _Open:
    """One open balance of a person, debit positive."""

    account: str
    loan: LoanId | None
    amount: Rupiah


def _open(reading: Reading, who: PersonId) -> list[_Open]:
    """Everything open between the group and a person, by account and loan."""
    total = func.sum(posting.c.amount)
    rows = reading.connection.execute(
        select(posting.c.account, posting.c.loan, total)
        .where(posting.c.person == who)
        .group_by(posting.c.account, posting.c.loan)
        .having(total != 0)
        .order_by(posting.c.account.desc(), posting.c.loan)
    )
    found = [_Open(code, None if of is None else LoanId(of), Rupiah(int(amount))) for code, of, amount in rows]
    return [one for one in found if _personal(reading, one.account)]


def _personal(reading: Reading, code: str) -> bool:
    account = reading.chart[code]
    return account.base not in OF_THE_GROUP and account.kind in (Kind.ASSET, Kind.LIABILITY, Kind.EQUITY)


def leaving(reading: Reading, query: Leaving) -> LeavingPlan:
    """See `Leaving`."""
    who = PersonId(query.person)
    name = member_row(reading, who).name
    labels = {row[0]: row[1] for row in reading.connection.execute(select(loan.c.id, loan.c.label).where(loan.c.person == who))}

    def line(one: _Open) -> LeavingLine:
        account = reading.chart[one.account]
        return LeavingLine(one.account, label(account), labels.get(one.loan or 0), abs(one.amount), owes=one.amount > 0)

    found = _open(reading, who)
    settled = [one for one in found if _world(reading, one) is not None]
    others = tuple(line(one) for one in found if _world(reading, one) is None)
    return LeavingPlan(name, tuple(map(line, settled)), Rupiah(-sum(one.amount for one in settled)), others)


def _world(reading: Reading, one: _Open) -> frozenset[str] | None:
    base = reading.chart[one.account].base
    return next((world for world in (_SAVINGS, _OTHER) if base in world), None)


def leave_group(work: Work, command: LeaveGroup) -> Outcome:
    """Every open balance emptied, the boxes of both worlds moved by what is left of each, then the members book."""
    box, cash_box = need_box(work.chart, command.box), need_box(work.chart, command.cash_box, "cash_box")
    found = member_row(work, command.person)
    if found.left_on is not None:
        raise AlreadyLeft(found.name, date.fromisoformat(found.left_on))
    open_ = [one for one in _open(work, command.person) if _world(work, one) is not None]
    lines = [Posting(one.account, -one.amount, person=command.person, loan=one.loan) for one in open_]
    loans = [one.loan for one in open_ if one.loan is not None]
    fee = Rupiah(0)
    if command.loan_fee:
        fee = need_amount(command.loan_fee, "loan_fee")
        if not loans:
            raise LeavingFeeWithoutLoan(found.name)
        lines.append(credit(LOAN_FEE, fee, unit=UnitId(savings_loan_unit(work.connection)), loan=loans[0], person=command.person))
    owed = Rupiah(sum(one.amount for one in open_ if one.amount > 0)) + fee
    own = Rupiah(-sum(one.amount for one in open_ if one.amount < 0))
    if owed > own:
        raise LeavingOwesMore(found.name, own, owed)
    posted = None
    if lines:
        savings = Rupiah(-sum(one.amount for one in open_ if _world(work, one) is _SAVINGS)) - fee
        rest = own - owed - savings
        # what one world owes the other moves from its box to the other's in the same entry (accounting.md 3)
        lines += [Posting(place, -amount) for place, amount in _together((box, savings), (cash_box, rest)) if amount]
        words = command.description or say(Sentence(N_("{name} leaves the group, savings settled"), {"name": found.name}))
        description = words[:LONGEST_DESCRIPTION]
        posted = work.journal.post(Draft(command.on, description, "leaving", tuple(lines), nota=command.nota))
        _follow(work, loans)
    work.carry_out(MemberLeaves(person=command.person, on=command.on, reason=command.reason))
    values = {"name": found.name, "amount": own - owed}
    said = Sentence(N_("{name} has left the group. Paid out: {amount}."), values)
    changed = Changed.ENTRIES | Changed.PEOPLE | Changed.LOANS
    return Outcome(changed, posted.id if posted else None, posted.number if posted else None, said)


def _together(*places: tuple[str, Rupiah]) -> list[tuple[str, Rupiah]]:
    """What leaves each box, one line a box."""
    sums: dict[str, Rupiah] = {}
    for place, amount in places:
        sums[place] = sums.get(place, Rupiah(0)) + amount
    return list(sums.items())


def _follow(work: Work, loans: Sequence[LoanId]) -> None:
    """When the act is over a loan that has nothing left is paid, one that has something again runs."""

    def judge(of: LoanId) -> Callable[[], None]:
        def check() -> None:
            codes = tuple(one.code for one in work.chart.under(*_LOANS))
            rest = balances.of(work.connection, *codes, loan=of)
            work.connection.execute(update(loan).where(loan.c.id == of).values(standing="running" if rest else "paid"))

        return check

    for of in loans:
        work.journal.promise(judge(of))


def leaving_undone(work: Work, entry: EntryId, command: LeaveGroup) -> None:
    """The member is one again, with the offices that ended by leaving unless somebody else holds them now.

    Raises AlreadyLeft where the member came back and has left once more.
    """
    loans = select(posting.c.loan).where(posting.c.entry == entry, posting.c.loan.is_not(None)).distinct()
    _follow(work, [LoanId(of) for of in work.connection.execute(loans).scalars() if of is not None])
    found = member_row(work, command.person)
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
