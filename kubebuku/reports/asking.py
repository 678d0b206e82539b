"""Questions to the books, answered within the reading a report already has, by the handlers the catalogue of books names."""

from __future__ import annotations

from typing import TypeVar

from kubebuku.books import catalog
from kubebuku.books.spec import Query
from kubebuku.domain.named import named
from kubebuku.ledger.work import Reading

T = TypeVar("T")


def ask(reading: Reading, query: Query[T]) -> T:
    """What `Office.ask` would answer, from the same view of the book as the rest of the report."""
    answer: T = named(catalog.query_handler(type(query)))(reading, query)
    return answer
