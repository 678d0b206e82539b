"""How far the months are closed; apart from the acts of closing, because every first page asks it."""

from __future__ import annotations

from kubebuku.books.closing.queries import ClosedUntil
from kubebuku.domain.calendar import Month
from kubebuku.ledger import closings
from kubebuku.ledger.work import Reading


def closed_until(reading: Reading, query: ClosedUntil) -> Month | None:
    """Months close in order: all before it are closed too."""
    return closings.closed_until(reading.connection)
