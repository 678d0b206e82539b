"""Lines that should say whose or for what they are."""

from __future__ import annotations

from collections.abc import Iterable

from kubebuku.books import places
from kubebuku.books.journal.nameless import lines_without_name
from kubebuku.books.spec import Attention
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger.work import Reading


def names_missing(reading: Reading) -> Iterable[Attention]:
    """Lines that should say whose or for what they are, and do not (accounting.md 2)."""
    number = sum(1 for _ in lines_without_name(reading))
    if number:
        title = Sentence(N_("{number} lines without a name"), {"number": number})
        detail = Sentence(N_("Debts, dues and santunan without a person, jasa without its loan, goods without a business."))
        yield Attention("names", title, detail, "orang", places.Marked("nameless"))
