"""The general journal."""

from __future__ import annotations

from kubebuku.books.journal import by_hand
from kubebuku.books.journal.commands import GeneralJournal
from kubebuku.books.spec import Changed, Outcome
from kubebuku.domain.entries import JOURNAL, Draft, EntryId, Posting
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger.journal import read_entry
from kubebuku.ledger.work import Work

#: Lines by hand may repay a loan.
_CHANGED = Changed.ENTRIES | Changed.LOANS


def general_journal(work: Work, command: GeneralJournal) -> Outcome:
    """Free lines; the ledger refuses what is no entry, `by_hand` what no book could read."""
    lines = tuple(Posting(one.account, one.amount, one.unit, one.person, one.loan, one.item) for one in command.lines)
    draft = Draft(command.on, command.description, JOURNAL, lines, nota=command.nota, decision=command.decision)
    posted = by_hand.post(work, draft)
    return Outcome(_CHANGED, posted.id, posted.number, Sentence(N_("Saved: {number}."), {"number": posted.number}))


def general_journal_undone(work: Work, entry: EntryId, _command: GeneralJournal) -> None:
    """Judged as it was when it was written, by what is left without it."""
    by_hand.undone(work, read_entry(work.connection, entry))
