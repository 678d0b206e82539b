"""What is being written of a meeting lies in the book until it is saved, so that a power cut takes nothing."""

from __future__ import annotations

from sqlalchemy import Connection, delete

from kubebuku.books.meetings.commands import KeepDraft
from kubebuku.books.meetings.queries import Draft
from kubebuku.books.spec import Changed, Outcome
from kubebuku.ledger import settings
from kubebuku.ledger.tables import setting
from kubebuku.ledger.work import Reading, Work


def _key(meeting: int | None) -> str:
    return f"meetings.draft.{meeting or 'new'}"


def keep_draft(work: Work, command: KeepDraft) -> Outcome:
    """In place of the one before; changes nothing that a page shows."""
    if command.data:
        settings.write(work.connection, _key(command.meeting), command.data)
    else:
        forget_draft(work.connection, command.meeting)
    return Outcome(Changed.NOTHING)


def forget_draft(connection: Connection, meeting: int | None) -> None:
    """It was saved, or is not wanted any more."""
    connection.execute(delete(setting).where(setting.c.key == _key(meeting)))


def draft(reading: Reading, query: Draft) -> str:
    """As it was kept."""
    kept = settings.kept(reading.connection, _key(query.meeting))
    return "" if kept is None else str(kept)
