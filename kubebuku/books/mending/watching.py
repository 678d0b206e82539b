"""Notes that wait are looked at."""

from __future__ import annotations

from collections.abc import Iterable

from kubebuku.books import places
from kubebuku.books.mending.queries import PendingNotes
from kubebuku.books.mending.waiting import pending_notes
from kubebuku.books.spec import Attention
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger.work import Reading


def notes_waiting(reading: Reading) -> Iterable[Attention]:
    """Pending notes block the closing."""
    notes = pending_notes(reading, PendingNotes())
    if notes:
        title = Sentence(N_("{number} pending notes"), {"number": len(notes)})
        values = {"description": notes[0].description, "amount": notes[0].amount}
        yield Attention("pending", title, Sentence(N_("{description}, {amount}"), values), "jam", places.Pending())
