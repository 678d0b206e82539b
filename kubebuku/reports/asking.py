"""Questions to the books, answered within the reading a report already has, by the handlers the catalogue of books names."""

from __future__ import annotations

from kubebuku.books import catalog
from kubebuku.books.spec import Query, T
from kubebuku.ledger.work import Reading


def ask(reading: Reading, query: Query[T]) -> T:
    """What `Office.ask` would answer, from the same view of the book as the rest of the report."""
    return catalog.answer(type(query)).find(reading, query)
