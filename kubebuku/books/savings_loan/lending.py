"""From application to handing over the money."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from sqlalchemy import insert, select, update

from kubebuku.books.savings_loan.borrower import borrower_on
from kubebuku.books.savings_loan.commands import (
    ApplyForLoan,
    ApproveLoan,
    DisburseLoan,
    LendMoney,
    RefuseLoan,
    ReopenApplication,
    Wanted,
    WithdrawApplication,
)
from kubebuku.books.savings_loan.instalments import Plan
from kubebuku.books.savings_loan.lending_refusals import (
    AboveHighest,
    BorrowerLeft,
    DecidedLater,
    LoanNotGranted,
    NotAnApplication,
    OutsidersNotAllowed,
    TermTooLong,
    TooManyLoans,
)
from kubebuku.books.savings_loan.loan import LENT, Agreed, Found
from kubebuku.books.savings_loan.plans import drop_plan, keep_plan
from kubebuku.books.savings_loan.refusals import Replanned
from kubebuku.books.savings_loan.rules import Rule, in_force
from kubebuku.books.savings_loan.ruling import decision_of
from kubebuku.books.savings_loan.schedules import Method, Terms, monthly_rate, schedule
from kubebuku.books.savings_loan.standing import next_label, owes_nothing_on_leaving, set_standing, settle
from kubebuku.books.savings_loan.stored_loans import loans, one, rules
from kubebuku.books.savings_loan.tables import loan_terms
from kubebuku.books.spec import Changed, Outcome
from kubebuku.domain.accounts import MEMBER_LOANS, OUTSIDER_LOANS
from kubebuku.domain.aid import AidRole
from kubebuku.domain.entries import Draft, EntryId, LoanId, PersonId, credit, debit
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, Sentence
from kubebuku.i18n import _
from kubebuku.ledger.aid import mark, need_aid
from kubebuku.ledger.demands import need_amount, need_box, need_person
from kubebuku.ledger.journal import read_entry
from kubebuku.ledger.records import need_reason, not_ahead, optional
from kubebuku.ledger.said import saved_out
from kubebuku.ledger.tables import loan
from kubebuku.ledger.work import Work

LOANS = Changed.ENTRIES | Changed.LOANS


# ---------------------------------------------------------------------------------------------------------- applications


def apply(work: Work, command: ApplyForLoan) -> Outcome:
    """An application waits for a decision; raises BorrowerLeft and the refusals of schedules."""
    not_ahead(work, command.on, "on")
    id_ = _write_loan(work, command, command.person, need_amount(command.amount), command.on)
    name = need_person(work.connection, command.person)
    said = Sentence(N_("Saved: {name} asks for a loan of {amount}."), {"name": name, "amount": command.amount})
    return Outcome(Changed.LOANS, said=said, made={"loan": id_})


def _write_loan(work: Work, wanted: Wanted, person: PersonId, amount: Rupiah, on: date) -> LoanId:
    """Identity and terms of a loan that is asked for. One that is written anew (*Ubah*) keeps its own."""
    name = need_person(work.connection, person)
    borrower = borrower_on(work, person, name, on)
    if borrower.gone:
        raise BorrowerLeft(name, borrower.left)
    rule = in_force(rules(work), on)
    agreed = _agreed(work, wanted, rule, on)
    _judge_terms(terms_of(agreed, amount, on))
    values = {"principal": int(amount), "opened": on.isoformat(), "standing": "applied"}
    row = {
        "rule": rule.id,
        "applied": on.isoformat(),
        "purpose": agreed.purpose,
        "guarantee": agreed.guarantee,
        "months": agreed.months,
        "method": agreed.method.value,
        "rate": str(agreed.rate),
        "rate_per": agreed.per.value,
        "every": agreed.every.value,
        "round_to": agreed.round_to,
        "payment": None if agreed.payment is None else int(agreed.payment),
        "grace": agreed.grace,
        "account": None,
        "aid": agreed.aid,
        "decision": None,
        "exception": None,
        "refused_reason": None,
    }
    known = _being_mended(work, person)
    if known is not None:
        work.connection.execute(update(loan).where(loan.c.id == known).values(values))
        work.connection.execute(update(loan_terms).where(loan_terms.c.loan == known).values(row))
        return known
    values |= {"label": next_label(work, on.year), "person": person}
    id_ = LoanId(work.connection.execute(insert(loan).values(values).returning(loan.c.id)).scalar_one())
    work.connection.execute(insert(loan_terms).values({"loan": id_, **row}))
    return id_


def _being_mended(work: Work, person: PersonId) -> LoanId | None:
    """The loan of that person whose handing over this very act strikes out; one struck out before keeps its number for itself."""
    here = {line.loan for line in work.journal.posted if line.loan is not None}
    mended = select(loan.c.id).where(loan.c.id.in_(here), loan.c.person == person, loan.c.standing == "withdrawn")
    found = work.connection.execute(mended.order_by(loan.c.id)).scalar()
    return None if found is None else LoanId(found)


def _agreed(work: Work, wanted: Wanted, rule: Rule, on: date) -> Agreed:
    method = rule.method if wanted.method is None else wanted.method
    rate = rule.rate if wanted.rate is None else wanted.rate
    if wanted.aid is not None:
        need_aid(work.connection, wanted.aid)
    return Agreed(
        on,
        rule.months if wanted.months is None else wanted.months,
        method,
        Fraction(0) if method is Method.NONE else rate,
        wanted.per or rule.per,
        wanted.every or rule.every,
        rule.round_to if wanted.round_to is None else wanted.round_to,
        wanted.payment,
        rule.grace if wanted.grace is None else wanted.grace,
        optional(wanted.purpose, "purpose", 200),
        optional(wanted.guarantee, "guarantee", 200),
        None,
        wanted.aid,
        None,
        None,
        None,
        None,
        None,
    )


def terms_of(agreed: Agreed, amount: Rupiah, start: date) -> Terms:
    """What a schedule is made from."""
    return Terms(
        amount,
        agreed.months,
        start,
        agreed.method,
        monthly_rate(agreed.rate, agreed.per.value),
        agreed.every,
        agreed.round_to,
        agreed.payment,
        agreed.grace,
    )


def _judge_terms(terms: Terms) -> None:
    """Refuse what is no schedule, at the fields of the form."""
    try:
        schedule(terms)
    except RuleBroken as refused:
        refused.field = {"principal": "amount", "start": "on"}.get(refused.field or "", refused.field)
        raise


def judge_limits(work: Work, found: Found, amount: Rupiah, months: int, on: date) -> None:
    """Refuse a loan that goes against the lending rules of its day.

    Raises OutsidersNotAllowed, AboveHighest, TermTooLong, TooManyLoans.
    """
    rule = in_force(rules(work), on)
    borrower = borrower_on(work, found.person, found.name, on)
    if not borrower.member and not rule.outsiders:
        raise OutsidersNotAllowed(found.name)
    if amount > rule.most:
        raise AboveHighest(amount, rule.most)
    if months > rule.months:
        raise TermTooLong(months, rule.months)
    others = [other for other in loans(work, of=found.person) if other.id != found.id]
    running = sum(1 for other in others if other.standing_on(on, other.reckon(on)) == "running")
    if running >= rule.at_once:
        raise TooManyLoans(found.name, running, rule.at_once)


def _waiting(work: Work, id_: LoanId, *, granted: bool | None = None) -> Found:
    found = one(work, id_)
    if found.standing != "applied" or found.agreed is None:
        raise NotAnApplication(found.label)
    if granted is not None and (found.agreed.decision is not None) is not granted:
        raise LoanNotGranted(found.label) if granted else NotAnApplication(found.label)
    return found


def approve(work: Work, command: ApproveLoan) -> Outcome:
    """The decision is written beside the application, with another sum or term where it grants one."""
    found = _waiting(work, command.loan, granted=False)
    agreed = found.agreed
    if agreed is None:
        raise NotAnApplication(found.label)
    not_ahead(work, command.on, "on")
    if command.on < agreed.applied:
        raise DecidedLater(found.label, command.on, agreed.applied)
    amount = found.principal if command.amount is None else need_amount(command.amount)
    months = agreed.months if command.months is None else command.months
    _judge_terms(terms_of(replace(agreed, months=months), amount, command.on))
    exception = optional(command.exception, "exception", 200)
    if exception is None:
        judge_limits(work, found, amount, months, command.on)
    decided = decision_of(work, command, command.on, needed=True)
    work.connection.execute(update(loan).where(loan.c.id == found.id).values(principal=int(amount)))
    values = {"decision": decided, "months": months, "exception": exception}
    work.connection.execute(update(loan_terms).where(loan_terms.c.loan == found.id).values(values))
    said = Sentence(N_("Saved: {name} is granted a loan of {amount}."), {"name": found.name, "amount": amount})
    return Outcome(Changed.LOANS, said=said, made={"loan": found.id})


def refuse(work: Work, command: RefuseLoan) -> Outcome:
    """The application is refused, with the reason."""
    found = _waiting(work, command.loan, granted=False)
    not_ahead(work, command.on, "on")
    reason = need_reason(command.reason)
    values = {"decision": decision_of(work, command, command.on, needed=False), "refused_reason": reason}
    work.connection.execute(update(loan_terms).where(loan_terms.c.loan == found.id).values(values))
    set_standing(work, found.id, "refused")
    return Outcome(Changed.LOANS, said=Sentence(N_("Saved: {label} was refused."), {"label": found.label}))


def withdraw(work: Work, command: WithdrawApplication) -> Outcome:
    """The application is taken back."""
    found = _waiting(work, command.loan)
    set_standing(work, found.id, "withdrawn")
    return Outcome(Changed.LOANS, said=Sentence(N_("Saved: {label} was taken back."), {"label": found.label}))


def reopen(work: Work, command: ReopenApplication) -> Outcome:
    """The application waits again."""
    found = one(work, command.loan)
    if found.agreed is None or found.standing not in ("applied", "refused", "withdrawn"):
        raise NotAnApplication(found.label)
    values = {"decision": None, "exception": None, "refused_reason": None}
    work.connection.execute(update(loan_terms).where(loan_terms.c.loan == found.id).values(values))
    set_standing(work, found.id, "applied")
    return Outcome(Changed.LOANS, said=Sentence(N_("Saved: {label} waits for a decision again."), {"label": found.label}))


# ---------------------------------------------------------------------------------------------------------- handing over


def disburse(work: Work, command: DisburseLoan) -> Outcome:
    """1130 or 1131 against the box, and the plan."""
    found = _waiting(work, command.loan, granted=True)
    agreed = found.agreed
    if agreed is None:
        raise NotAnApplication(found.label)
    if command.on < agreed.applied:
        raise DecidedLater(found.label, command.on, agreed.applied)
    return _hand_over(work, found, agreed, command)


def lend(work: Work, command: LendMoney) -> Outcome:
    """An application that is granted and paid at once; a decision is needed only against the rules."""
    id_ = _write_loan(work, command, command.person, need_amount(command.amount), command.on)
    exception = optional(command.exception, "exception", 200)
    decided = decision_of(work, command, command.on, needed=exception is not None)
    values = {"decision": decided, "exception": exception}
    work.connection.execute(update(loan_terms).where(loan_terms.c.loan == id_).values(values))
    found = one(work, id_)
    if found.agreed is None:
        raise NotAnApplication(found.label)
    return _hand_over(work, found, found.agreed, command)


def _hand_over(work: Work, found: Found, agreed: Agreed, command: DisburseLoan | LendMoney) -> Outcome:
    box = need_box(work.chart, command.box)
    borrower = borrower_on(work, found.person, found.name, command.on)
    if borrower.gone:
        raise BorrowerLeft(found.name, borrower.left)
    if agreed.exception is None:
        judge_limits(work, found, found.principal, agreed.months, command.on)
    work.journal.check_date(command.on)
    account = MEMBER_LOANS if borrower.member else OUTSIDER_LOANS
    description = command.description or _("Loan {label}, {name}").format(label=found.label, name=found.name)
    lines = (debit(account, found.principal, person=found.person, loan=found.id), credit(box, found.principal))
    posted = work.journal.post(Draft(command.on, description, LENT, lines, nota=command.nota, decision=agreed.decision))
    mark(work.connection, posted.id, agreed.aid, AidRole.USED)
    terms = terms_of(agreed, found.principal, command.on)
    plan = Plan(1, command.on, terms.method, terms.rate, terms.every, schedule(terms))
    work.connection.execute(update(loan).where(loan.c.id == found.id).values(opened=command.on.isoformat()))
    keep_plan(work, found.id, plan, after=posted.id, wrote=posted.id, decided=agreed.decision)
    work.connection.execute(update(loan_terms).where(loan_terms.c.loan == found.id).values(account=account))
    settle(work, found.id)
    owes_nothing_on_leaving(work, found.id)
    return Outcome(LOANS, posted.id, posted.number, saved_out(work, description, found.principal, box), made={"loan": found.id})


def disburse_undone(work: Work, entry: EntryId, _command: DisburseLoan) -> None:
    """The application is granted and waits for its money again."""
    _handed_back(work, entry, "applied")


def lend_undone(work: Work, entry: EntryId, _command: LendMoney) -> None:
    """The loan is withdrawn with its number; only what is put in its place in the same act takes that up."""
    _handed_back(work, entry, "withdrawn")


def _handed_back(work: Work, entry: EntryId, standing: str) -> None:
    id_ = next(line.loan for line in read_entry(work.connection, entry).postings if line.loan is not None)
    found = one(work, id_)
    if len(found.plans) > 1:
        raise Replanned(found.label, found.plans[-1].since)
    drop_plan(work, id_, 1)
    set_standing(work, id_, standing)
    if found.agreed is not None:
        applied = found.agreed.applied.isoformat()
        work.connection.execute(update(loan).where(loan.c.id == id_).values(opened=applied))
        work.connection.execute(update(loan_terms).where(loan_terms.c.loan == id_).values(account=None))
    settle(work, id_)
