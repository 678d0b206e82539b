"""How a loan stands, kept at the end of each act; and the number of the next one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select, update

from kubebuku.books.savings_loan.borrower import days_of_leaving
from kubebuku.books.savings_loan.loan import Found
from kubebuku.books.savings_loan.refusals import LoanHasPayments, OwedOnLeaving, RecoveredSince, Replanned, WrittenOffSince
from kubebuku.books.savings_loan.stored_loans import loans, one
from kubebuku.domain.accounts import FINE, LOAN_FEE, RECOVERED_LOAN
from kubebuku.domain.entries import EntryId, LoanId
from kubebuku.ledger.tables import loan
from kubebuku.ledger.work import Reading, Work

#: How a loan that was handed over may stand.
KEPT = ("running", "paid", "written_off")


def next_label(reading: Reading, year: int) -> str:
    """P/2026/001: numbers of a year that never shift."""
    head = f"P/{year}/"
    labels = reading.connection.execute(select(loan.c.label).where(loan.c.label.startswith(head, autoescape=True))).scalars()
    taken = [int(label[len(head) :]) for label in labels if label[len(head) :].isdigit()]
    return f"{head}{max(taken, default=0) + 1:03d}"


def set_standing(work: Work, id_: LoanId, standing: str) -> None:
    """Keep how a loan stands."""
    work.connection.execute(update(loan).where(loan.c.id == id_).values(standing=standing))


def _keep(work: Work, found: Found) -> None:
    """As the loan stands today, or on the last day that is written of it."""
    at = max(work.today, found.last_moved)
    set_standing(work, found.id, found.standing_on(at, found.reckon(at)))


def follow(work: Work, ids: Iterable[LoanId]) -> None:
    """When the act is over keep how these loans stand: one on which nothing is owed is paid, else it runs."""
    wanted = tuple(ids)

    def look() -> None:
        for found in loans(work, ids=wanted):
            if found.standing in KEPT:
                _keep(work, found)

    if wanted:
        work.journal.promise(look)


def owes_nothing_on_leaving(work: Work, id_: LoanId) -> None:
    """When the act is over nothing of the principal may be owed on a day on which the borrower left: leaving settled it.

    Raises OwedOnLeaving at the end of the act.
    """

    def judge() -> None:
        found = one(work, id_)
        for left in days_of_leaving(work, found.person):
            if found.rest(left) > 0:
                raise OwedOnLeaving(found.name, left)

    work.journal.promise(judge)


def not_under_a_plan(found: Found, entry: EntryId) -> None:
    """Raise Replanned where the loan has a plan that begins with what `entry` left of it."""
    if len(found.plans) > 1 and entry <= found.after[-1] and found.entries[-1] != entry:
        raise Replanned(found.label, found.plans[-1].since)


def settle(work: Work, id_: LoanId) -> None:
    """When the act is over: keep how the loan stands, and judge what was done to it by its net effect.

    Raises LoanHasPayments, WrittenOffSince or RecoveredSince at the end of the act.
    """

    def judge() -> None:
        found = one(work, id_)
        rest, gone = found.rest(date.max), found.written_off()
        recovered = found.sum_of(RECOVERED_LOAN)
        if not found.plans:
            if rest or any(found.sum_of(account) for account in (LOAN_FEE, FINE, RECOVERED_LOAN)):
                raise LoanHasPayments(found.label)
            return
        if gone and rest:
            raise WrittenOffSince(found.label, rest)
        if recovered > gone:
            raise RecoveredSince(found.label, recovered, gone)
        _keep(work, found)

    work.journal.promise(judge)
