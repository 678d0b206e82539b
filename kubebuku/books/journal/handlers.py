"""The general journal."""

from __future__ import annotations

from kubebuku.books.journal.commands import GeneralJournal
from kubebuku.books.savings_loan.standing import follow
from kubebuku.books.spec import Changed, Outcome
from kubebuku.domain.entries import JOURNAL, Draft, EntryId, Posting
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger.work import Work


def general_journal(work: Work, command: GeneralJournal) -> Outcome:
    """Free lines; the ledger refuses what is no entry."""
    lines = tuple(Posting(one.account, one.amount, one.unit, one.person, one.loan, one.item) for one in command.lines)
    posted = work.journal.post(
        Draft(command.on, command.description, JOURNAL, lines, nota=command.nota, decision=command.decision)
    )
    follow(work, {line.loan for line in lines if line.loan is not None})
    said = Sentence(N_("Saved: {number}."), {"number": posted.number})
    return Outcome(Changed.ENTRIES | Changed.LOANS, posted.id, posted.number, said)


def general_journal_undone(work: Work, _entry: EntryId, command: GeneralJournal) -> None:
    """Its loans stand as they stood without it."""
    follow(work, {line.loan for line in command.lines if line.loan is not None})
