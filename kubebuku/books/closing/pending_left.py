"""Catatan tertunda hold up a closing: of a month, and of a year (accounting.md 3)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from kubebuku.books.closing.refusals import PendingNotesLeft
from kubebuku.domain.calendar import Month
from kubebuku.domain.money import Rupiah
from kubebuku.ledger.tables import pending
from kubebuku.ledger.work import Reading


def need_no_notes(reading: Reading, month: Month, *, field: str = "month") -> None:
    """Raise PendingNotesLeft at that field where a note up to the month's end waits to be posted."""
    notes = reading.connection.execute(
        select(pending.c.date, pending.c.description, pending.c.amount)
        .where(pending.c.settled.is_(None), pending.c.date <= month.last.isoformat())
        .order_by(pending.c.date, pending.c.id)
    ).all()
    if notes:
        left = tuple((date.fromisoformat(day), text, Rupiah(amount)) for day, text, amount in notes)
        refused = PendingNotesLeft(month, left)
        refused.field = field
        raise refused
