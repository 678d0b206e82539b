"""The general journal."""

from __future__ import annotations

from kubebuku.books.journal.commands import GeneralJournal
from kubebuku.books.spec import Changed, Outcome
from kubebuku.domain.entries import JOURNAL, Draft, Posting
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger.work import Work


def general_journal(work: Work, command: GeneralJournal) -> Outcome:
    """Free lines; the ledger refuses what is no entry."""
    lines = tuple(Posting(one.account, one.amount, one.unit, one.person, one.loan, one.item) for one in command.lines)
    posted = work.journal.post(
        Draft(command.on, command.description, JOURNAL, lines, nota=command.nota, decision=command.decision)
    )
    return Outcome(Changed.ENTRIES, posted.id, posted.number, Sentence(N_("Saved: {number}."), {"number": posted.number}))
