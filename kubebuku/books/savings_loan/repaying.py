"""What comes back: instalments, another plan, what is given up, and what still comes in after that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

from kubebuku.books.savings_loan.borrower import borrower_on
from kubebuku.books.savings_loan.commands import (
    CancelReschedule,
    Excess,
    LetDuesGo,
    PayInstalment,
    RecoverLoan,
    RescheduleLoan,
    UnpaidFee,
    WriteOffLoan,
)
from kubebuku.books.savings_loan.instalments import Plan, Used
from kubebuku.books.savings_loan.lending import LOANS
from kubebuku.books.savings_loan.loan import LET_GO, RESCHEDULED, WRITTEN_OFF, Found
from kubebuku.books.savings_loan.plans import drop_plan, keep_plan
from kubebuku.books.savings_loan.reckoning import Reckoning
from kubebuku.books.savings_loan.refusals import (
    BeforeLoan,
    BeforePlan,
    ExcessNotSaved,
    LaterMoves,
    LoanNotRunning,
    LoanPaid,
    LoanWrittenOff,
    NoDuesOwed,
    NotRescheduled,
    NotWrittenOff,
    OnlyDuesOwed,
    PartTooLarge,
    RecoveredTooMuch,
    RepaidTooMuch,
    Replanned,
    ReschedulePosted,
)
from kubebuku.books.savings_loan.rules import PART_NAMES, Part, Per
from kubebuku.books.savings_loan.ruling import decision_of
from kubebuku.books.savings_loan.schedules import Method, Terms, monthly_rate, schedule
from kubebuku.books.savings_loan.standing import not_under_a_plan, owes_nothing_on_leaving, settle
from kubebuku.books.savings_loan.stored_loans import one
from kubebuku.books.spec import Changed, Outcome
from kubebuku.domain.accounts import FINE, LOAN_FEE, LOAN_LOSS, RECOVERED_LOAN, VOLUNTARY_SAVINGS
from kubebuku.domain.entries import Draft, EntryId, LoanId, Posting, UnitId, credit, debit
from kubebuku.domain.money import Rupiah
from kubebuku.domain.names import fit_description
from kubebuku.domain.text import N_, Sentence
from kubebuku.i18n import _
from kubebuku.ledger.book import savings_loan_unit
from kubebuku.ledger.demands import need_amount, need_box
from kubebuku.ledger.journal import read_entry, standing
from kubebuku.ledger.records import need_reason
from kubebuku.ledger.said import saved_in, saved_still
from kubebuku.ledger.work import Work

#: The kinds of these entries.
PAID, RECOVERED = "loan_payment", "loan_recovered"


def _unit(work: Work) -> UnitId:
    return UnitId(savings_loan_unit(work.connection))


def _running(work: Work, id_: LoanId, on: date) -> tuple[Found, Reckoning]:
    """A loan that was handed over and not given up, as it stands on that day.

    Raises LoanNotRunning, LoanWrittenOff, BeforeLoan, BeforePlan.
    """
    found = one(work, id_)
    if not found.plans:
        raise LoanNotRunning(found.label)
    if found.written_off():
        raise LoanWrittenOff(found.label)
    if on < found.opened or on < found.plans[0].since:
        raise BeforeLoan(found.label, on, max(found.opened, found.plans[0].since))
    if on < found.plans[-1].since:
        raise BeforePlan(found.label, on, found.plans[-1].since)
    reckoned = found.reckon(on)
    if reckoned is None:
        raise LoanNotRunning(found.label)
    return found, reckoned


def _need_rest(found: Found, reckoned: Reckoning) -> Rupiah:
    """The principal owed on the day; raises LoanPaid, OnlyDuesOwed."""
    if reckoned.rest > 0:
        return reckoned.rest
    if reckoned.payoff > 0:
        raise OnlyDuesOwed(found.label, reckoned.payoff)
    raise LoanPaid(found.label, found.paid_on)


# --------------------------------------------------------------------------------------------------------------- paying


def pay(work: Work, command: PayInstalment) -> Outcome:
    """Box against denda, jasa, pokok, and savings where more came than is owed."""
    amount, box = need_amount(command.amount), need_box(work.chart, command.box)
    found, reckoned = _running(work, command.loan, command.on)
    if reckoned.payoff <= 0:
        raise LoanPaid(found.label, found.paid_on)
    _judge_hand(command, reckoned)
    used = reckoned.use(amount, fee=command.fee, fine=command.fine)
    if used.excess:
        member = borrower_on(work, found.person, found.name, command.on).member
        if command.excess is Excess.REFUSE:
            raise RepaidTooMuch(amount - used.excess, amount, may_save=member)
        if not member:
            raise ExcessNotSaved(found.name, used.excess)
    description = command.description or _("Instalment {label}, {name}").format(label=found.label, name=found.name)
    lines = (debit(box, amount), *_settled(work, found, used))
    posted = work.journal.post(Draft(command.on, description, PAID, lines, nota=command.nota))
    settle(work, found.id)
    return Outcome(LOANS, posted.id, posted.number, saved_in(work, description, amount, box), made={"loan": found.id})


def _judge_hand(command: PayInstalment, reckoned: Reckoning) -> None:
    left = command.amount
    for part, field, found, most in (
        (Part.FINE, "fine", command.fine, reckoned.fine_open),
        (Part.FEE, "fee", command.fee, reckoned.fee_ahead),
    ):
        if found is None:
            continue
        if found < 0:
            need_amount(found, field)
        if found > min(most, left):
            raise PartTooLarge(PART_NAMES[part], found, min(most, left), field)
        left = left - found


def _settled(work: Work, found: Found, used: Used) -> Iterator[Posting]:
    if used.principal:
        yield credit(found.account, used.principal, person=found.person, loan=found.id)
    if used.fee:
        yield credit(LOAN_FEE, used.fee, unit=_unit(work), loan=found.id)
    if used.fine:
        yield credit(FINE, used.fine, unit=_unit(work), loan=found.id)
    if used.excess:
        yield credit(VOLUNTARY_SAVINGS, used.excess, person=found.person)


def pay_undone(work: Work, entry: EntryId, command: PayInstalment) -> None:
    """The loan runs again; refused where it was rescheduled or written off since, or the borrower has left."""
    not_under_a_plan(one(work, command.loan), entry)
    settle(work, command.loan)
    owes_nothing_on_leaving(work, command.loan)


# --------------------------------------------------------------------------------------------------------- another plan


def reschedule(work: Work, command: RescheduleLoan) -> Outcome:
    """Another plan for what is owed at the end of the day; posts only where jasa is added to the principal."""
    found, reckoned = _running(work, command.loan, command.on)
    work.journal.check_date(command.on)
    later = max((move.on for move in found.moves if move.on > command.on), default=None)
    if later is not None:
        raise LaterMoves(found.label, later)
    _need_rest(found, reckoned)
    reason, unpaid = need_reason(command.reason), reckoned.fee_open
    adds = command.unpaid_fee is UnpaidFee.ADD and unpaid > 0
    decided = decision_of(work, command, command.on, needed=unpaid > 0 and command.unpaid_fee is not UnpaidFee.KEEP)
    terms = _new_terms(found, command, found.rest(command.on) + (unpaid if adds else 0))
    lines = schedule(terms)
    posted = None
    if adds:
        description = command.description or _("Service fee added to the loan {label}, {name}").format(
            label=found.label, name=found.name
        )
        moved = (
            debit(found.account, unpaid, person=found.person, loan=found.id),
            credit(LOAN_FEE, unpaid, unit=_unit(work), loan=found.id),
        )
        draft = Draft(command.on, fit_description(description), RESCHEDULED, moved, decision=decided)
        posted = work.journal.post(draft)
    carried = unpaid if command.unpaid_fee is UnpaidFee.KEEP else Rupiah(0)
    version = found.plans[-1].version + 1
    ahead = reckoned.fee_before_owed
    plan = Plan(version, command.on, terms.method, terms.rate, terms.every, lines, carried, reason, ahead)
    after = posted.id if posted else standing(work.connection).last_id
    keep_plan(work, found.id, plan, after=after, wrote=posted.id if posted else None, decided=decided)
    settle(work, found.id)
    said = Sentence(
        N_("Saved: {label} is repaid in {count} instalments until {last}."),
        {"label": found.label, "count": len(lines), "last": lines[-1].due},
    )
    if posted is None:
        return Outcome(Changed.LOANS, said=said, made={"loan": found.id})
    return Outcome(LOANS, posted.id, posted.number, said, made={"loan": found.id})


def _new_terms(found: Found, command: RescheduleLoan, principal: Rupiah) -> Terms:
    now = found.plans[-1]
    method = now.method if command.method is None else command.method
    rate = now.rate if command.rate is None else monthly_rate(command.rate, (command.per or Per.MONTH).value)
    terms = Terms(
        principal,
        command.months,
        command.on,
        method,
        Fraction(0) if method is Method.NONE else rate,
        command.every or now.every,
        payment=command.payment,
    )
    round_to = command.round_to if command.round_to is not None else found.agreed.round_to if found.agreed else 1
    return replace(terms, round_to=round_to)


def reschedule_undone(work: Work, entry: EntryId, command: RescheduleLoan) -> None:
    """The plan before holds again."""
    found = one(work, command.loan)
    if found.entries[-1] != entry:
        raise Replanned(found.label, found.plans[-1].since)
    drop_plan(work, found.id, found.plans[-1].version)
    settle(work, found.id)


def cancel_reschedule(work: Work, command: CancelReschedule) -> Outcome:
    """The plan before holds again; raises NotRescheduled, ReschedulePosted."""
    found = one(work, command.loan)
    if len(found.plans) < 2:
        raise NotRescheduled(found.label)
    wrote = found.entries[-1]
    if wrote is not None:
        raise ReschedulePosted(found.label, read_entry(work.connection, wrote).number)
    drop_plan(work, found.id, found.plans[-1].version)
    settle(work, found.id)
    return Outcome(Changed.LOANS, said=Sentence(N_("Saved: the earlier plan of {label} holds again."), {"label": found.label}))


# ------------------------------------------------------------------------------------------------------------ giving up


def write_off(work: Work, command: WriteOffLoan) -> Outcome:
    """5111 against the rest, by decision."""
    found, reckoned = _running(work, command.loan, command.on)
    rest = _need_rest(found, reckoned)
    reason = need_reason(command.reason)
    decided = decision_of(work, command, command.on, needed=True)
    description = command.description or _("Loan {label} of {name} written off: {reason}").format(
        label=found.label, name=found.name, reason=reason
    )
    lines = (
        debit(LOAN_LOSS, rest, unit=_unit(work), loan=found.id),
        credit(found.account, rest, person=found.person, loan=found.id),
    )
    posted = work.journal.post(Draft(command.on, fit_description(description), WRITTEN_OFF, lines, decision=decided))
    settle(work, found.id)
    return Outcome(LOANS, posted.id, posted.number, saved_still(fit_description(description), rest), made={"loan": found.id})


def write_off_undone(work: Work, _entry: EntryId, command: WriteOffLoan) -> None:
    """The loan runs again; refused where something was recovered, or the borrower has left."""
    settle(work, command.loan)
    owes_nothing_on_leaving(work, command.loan)


def let_go(work: Work, command: LetDuesGo) -> Outcome:
    """4102 and 4103 from the loan to no loan: no account changes, and the loan is rid of it; by decision."""
    found, reckoned = _running(work, command.loan, command.on)
    wanted = tuple(
        (account, open_ if asked is None else asked, open_, part)
        for account, asked, open_, part in (
            (LOAN_FEE, command.fee, reckoned.fee_open, Part.FEE),
            (FINE, command.fine, reckoned.fine_open, Part.FINE),
        )
    )
    for _account, amount, open_, part in wanted:
        if not 0 <= amount <= open_:
            raise PartTooLarge(PART_NAMES[part], amount, open_, part.value)
    if not any(amount for _account, amount, _open, _part in wanted):
        raise NoDuesOwed(found.label, command.on)
    reason = need_reason(command.reason)
    decided = decision_of(work, command, command.on, needed=True)
    description = command.description or _("Service fee and fine of {label}, {name}, let go: {reason}").format(
        label=found.label, name=found.name, reason=reason
    )
    lines = tuple(
        line
        for account, amount, _open, _part in wanted
        if amount
        for line in (debit(account, amount, unit=_unit(work)), credit(account, amount, unit=_unit(work), loan=found.id))
    )
    posted = work.journal.post(Draft(command.on, fit_description(description), LET_GO, lines, decision=decided))
    settle(work, found.id)
    gone = Rupiah(sum(amount for _account, amount, _open, _part in wanted))
    return Outcome(LOANS, posted.id, posted.number, saved_still(fit_description(description), gone), made={"loan": found.id})


def let_go_undone(work: Work, entry: EntryId, command: LetDuesGo) -> None:
    """It is owed again; refused where the loan was rescheduled since."""
    not_under_a_plan(one(work, command.loan), entry)
    settle(work, command.loan)


def recover(work: Work, command: RecoverLoan) -> Outcome:
    """Box against 4104, up to what was given up."""
    amount, box = need_amount(command.amount), need_box(work.chart, command.box)
    found = one(work, command.loan)
    gone = found.written_off(command.on)
    if not gone:
        raise NotWrittenOff(found.label)
    left = found.written_off() - found.sum_of(RECOVERED_LOAN)
    if amount > left:
        raise RecoveredTooMuch(left, amount)
    description = command.description or _("Recovered from {label}, {name}").format(label=found.label, name=found.name)
    lines = (debit(box, amount), credit(RECOVERED_LOAN, amount, unit=_unit(work), loan=found.id))
    posted = work.journal.post(Draft(command.on, description, RECOVERED, lines, nota=command.nota))
    settle(work, found.id)
    return Outcome(LOANS, posted.id, posted.number, saved_in(work, description, amount, box), made={"loan": found.id})


def recover_undone(work: Work, _entry: EntryId, command: RecoverLoan) -> None:
    """What was given up is open again."""
    settle(work, command.loan)
