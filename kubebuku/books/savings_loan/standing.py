"""How a loan stands, kept at the end of each act; and the number of the next one."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select, update

from kubebuku.books.savings_loan.refusals import LoanHasPayments, RecoveredSince, WrittenOffSince
from kubebuku.books.savings_loan.stored_loans import one
from kubebuku.domain.accounts import FINE, LOAN_FEE, RECOVERED_LOAN
from kubebuku.domain.entries import LoanId
from kubebuku.ledger.tables import loan
from kubebuku.ledger.work import Reading, Work


def next_label(reading: Reading, year: int) -> str:
    """P/2026/001: numbers of a year that never shift."""
    head = f"P/{year}/"
    labels = reading.connection.execute(select(loan.c.label).where(loan.c.label.startswith(head, autoescape=True))).scalars()
    taken = [int(label[len(head) :]) for label in labels if label[len(head) :].isdigit()]
    return f"{head}{max(taken, default=0) + 1:03d}"


def set_standing(work: Work, id_: LoanId, standing: str) -> None:
    """Keep how a loan stands."""
    work.connection.execute(update(loan).where(loan.c.id == id_).values(standing=standing))


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
        set_standing(work, id_, "running" if rest else "written_off" if gone else "paid")

    work.journal.promise(judge)
