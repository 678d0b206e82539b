"""Lines by hand that name a loan: whose it is, on which account, and that no more is lent than its instalments repay."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kubebuku.books.savings_loan.loan import LOAN_ACCOUNTS, Found
from kubebuku.books.savings_loan.refusals import (
    BeforePlan,
    LentByHand,
    LoanOfAnother,
    LoanStandsElsewhere,
    NotWrittenOff,
    RecoveredByHand,
    WrittenOffByHand,
)
from kubebuku.books.savings_loan.standing import follow, not_under_a_plan, settle
from kubebuku.books.savings_loan.stored_loans import one
from kubebuku.domain.accounts import LOAN_LOSS, RECOVERED_LOAN
from kubebuku.domain.ends import ends_from
from kubebuku.domain.entries import JOURNAL, EntryId, LoanId, Posting
from kubebuku.domain.money import Rupiah
from kubebuku.ledger.demands import need_person
from kubebuku.ledger.work import Work


def judge(work: Work, on: date, lines: Sequence[Posting]) -> None:
    """Refuse what a loan cannot be; its standing and what is left of it are judged at the end of the act.

    Raises LoanOfAnother, LoanStandsElsewhere, BeforePlan, LentByHand, WrittenOffByHand, RecoveredByHand, NotWrittenOff.
    """
    loans = {id_: one(work, id_) for id_ in _named(lines)}
    for line in lines:
        base, found = line.account[:4], None if line.loan is None else loans[line.loan]
        if found is not None and line.person is not None and line.person != found.person:
            raise LoanOfAnother(found.label, found.name, need_person(work.connection, line.person))
        if found is not None and base in LOAN_ACCOUNTS and base != found.account:
            raise LoanStandsElsewhere(found.label, work.chart[found.account].called, work.chart[base].called)
        if base == LOAN_LOSS and found is not None and line.amount > 0:
            raise WrittenOffByHand(found.label)
        if base == RECOVERED_LOAN and line.amount < 0:
            _recovered(work, on, line, found)
    for found in loans.values():
        if found.plans and on < found.plans[-1].since:
            raise BeforePlan(found.label, on, found.plans[-1].since)
        _promise(work, found, on)


def _recovered(work: Work, on: date, line: Posting, found: Found | None) -> None:
    if found is None:
        raise RecoveredByHand(work.chart[line.account].called)
    if not found.written_off(on):
        raise NotWrittenOff(found.label)


def undone(work: Work, entry: EntryId, lines: Sequence[Posting]) -> None:
    """A line by hand is struck out; raises Replanned where a later plan counts on it, and what `judge` promises."""
    for id_ in _named(lines):
        found = one(work, id_)
        not_under_a_plan(found, entry)
        _promise(work, found, date.min)


def _named(lines: Sequence[Posting]) -> list[LoanId]:
    return sorted({line.loan for line in lines if line.loan is not None})


def _promise(work: Work, found: Found, on: date) -> None:
    if found.agreed is None and not found.plans:  # only a general journal speaks of it
        follow(work, (found.id,))
        return

    def check() -> None:
        moves = (move for move in one(work, found.id).moves if move.kind == JOURNAL and move.account[:4] in LOAN_ACCOUNTS)
        lent = max(ends_from(((move.on, move.amount) for move in moves), on))
        if lent > 0:
            raise LentByHand(found.label, Rupiah(lent))

    work.journal.promise(check)
    settle(work, found.id)
