"""What the books expect of lines written by hand: each line says only what the book it belongs to can read.

Forms keep to this by themselves. Here it is judged for the general journal and for entries handed in by scripts, also when they
are struck out (accounting.md 2, 3, 8).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import select

from kubebuku.books.enterprise.herd import promise_animals_for_value
from kubebuku.books.journal.refusals import NotOfThatUnit, SharedResultCredited, UnsharedResultCredited
from kubebuku.books.savings_loan import by_hand as loans_by_hand
from kubebuku.domain.accounts import FINE, LIVESTOCK, RESERVE, RESULT_SHARED, RESULT_UNSHARED, SAVINGS_LOAN_RESULT, UNEXPLAINED
from kubebuku.domain.entries import Draft, Posting, UnitId, mirrored
from kubebuku.domain.money import Rupiah
from kubebuku.domain.refusals import DimensionMissing
from kubebuku.ledger import balances
from kubebuku.ledger.book import savings_loan_unit
from kubebuku.ledger.demands import promise_own_side
from kubebuku.ledger.journal import Posted, Written
from kubebuku.ledger.tables import unit
from kubebuku.ledger.work import Work


def post(work: Work, draft: Draft) -> Posted:
    """Write the entry and judge its lines; raises the refusals of `Journal.post` and `judge`.

    What belongs to simpan pinjam by its nature carries its unit by itself, as everywhere.
    """
    draft = borne(work, draft)
    posted = work.journal.post(draft)
    judge(work, draft.on, draft.postings)
    return posted


def judge(work: Work, on: date, lines: Sequence[Posting]) -> None:
    """Refuse lines that can only be wrong, once the ledger has taken them; what depends on the whole act is judged at its end.

    Raises DimensionMissing, NotOfThatUnit, SharedResultCredited, UnsharedResultCredited, and what the books of loans and animals
    and the ledger raise.
    """
    for line in lines:
        _unit_of(work, line)
    _results(work, on, lines)
    loans_by_hand.judge(work, on, lines)
    promise(work, on, lines)


def undone(work: Work, old: Written) -> None:
    """What was paid, used or passed on since must still have been there; raises Replanned for a loan with a later plan."""
    loans_by_hand.undone(work, old.id, old.postings)
    promise(work, old.on, mirrored(old.postings))


def promise(work: Work, on: date, lines: Sequence[Posting]) -> None:
    """At the end of the act nobody's balance stands on the wrong side, and animals stand behind what animals are worth."""
    promise_own_side(work, on, lines)
    for of in sorted({line.unit for line in lines if line.account[:4] == LIVESTOCK and line.unit is not None}):
        promise_animals_for_value(work, of, on)


def _by_nature(line: Posting) -> bool:
    return line.account[:4] in SAVINGS_LOAN_RESULT or (line.account[:4] == FINE and line.loan is not None)


def borne(work: Work, draft: Draft) -> Draft:
    """The entry with the unit that its lines carry by themselves."""
    own = UnitId(savings_loan_unit(work.connection))
    lines = (replace(line, unit=own) if line.unit is None and _by_nature(line) else line for line in draft.postings)
    return replace(draft, postings=tuple(lines))


def _unit_of(work: Work, line: Posting) -> None:
    account = work.chart[line.account]
    if account.base == RESULT_SHARED and line.unit is None:
        raise DimensionMissing(account.called, "unit")
    own = savings_loan_unit(work.connection)
    if _by_nature(line) and line.unit != own:
        labels: dict[int, str] = dict(work.connection.execute(select(unit.c.id, unit.c.label)).all())
        raise NotOfThatUnit(account.called, labels[own], labels[line.unit or own])


def _results(work: Work, on: date, lines: Sequence[Posting]) -> None:
    """3131 is only debited; 3130 is credited by what 3190 explains and what 3120 gives for a loss."""
    for line in lines:
        if line.account[:4] == RESULT_SHARED and line.amount < 0:
            raise SharedResultCredited(work.chart[line.account].called, -line.amount)
    grown = -_moved(lines, RESULT_UNSHARED)
    if grown <= 0:
        return
    codes = tuple(one.code for one in work.chart.under(RESULT_UNSHARED))
    loss = max(0, balances.of(work.connection, *codes, at=on) + grown)  # the lines are written already
    most = max(0, _moved(lines, UNEXPLAINED)) + min(loss, max(0, _moved(lines, RESERVE)))
    if grown > most:
        raise UnsharedResultCredited(work.chart[RESULT_UNSHARED].called, Rupiah(grown), Rupiah(most))


def _moved(lines: Sequence[Posting], base: str) -> int:
    return sum(line.amount for line in lines if line.account[:4] == base)
