"""Notes that wait, and those that were dropped."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from kubebuku.books.catalog import command_from, form_key
from kubebuku.books.mending.queries import DroppedNote, DroppedNotes, PendingNote, PendingNotes
from kubebuku.domain.money import Rupiah
from kubebuku.ledger.tables import pending
from kubebuku.ledger.work import Reading


def pending_notes(reading: Reading, query: PendingNotes) -> tuple[PendingNote, ...]:
    """By date."""
    rows = reading.connection.execute(select(pending).where(pending.c.settled.is_(None)).order_by(pending.c.date, pending.c.id))
    found = []
    for row in rows:
        command = command_from(row.command, row.data)
        if command is None:
            continue
        found.append(
            PendingNote(
                row.id,
                command,
                form_key(command),
                date.fromisoformat(row.date),
                row.description,
                Rupiah(row.amount),
                row.reason,
                row.who,
                row.recorded,
            )
        )
    return tuple(found)


def dropped_notes(reading: Reading, query: DroppedNotes) -> tuple[DroppedNote, ...]:
    """The newest first."""
    rows = reading.connection.execute(
        select(pending).where(pending.c.settled == "dropped").order_by(pending.c.id.desc()).limit(query.most)
    )
    return tuple(
        DroppedNote(
            row.id,
            date.fromisoformat(row.date),
            row.description,
            Rupiah(row.amount),
            row.who,
            row.reason.rpartition("\n")[2],  # the line beneath why it waited
        )
        for row in rows
    )
