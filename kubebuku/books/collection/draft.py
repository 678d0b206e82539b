"""What is being written on a collection sheet lies in the book until it is saved, so that a power cut takes nothing."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, delete

from kubebuku.books.collection.commands import KeepSheet
from kubebuku.books.spec import Changed, Outcome
from kubebuku.ledger import settings
from kubebuku.ledger.tables import setting
from kubebuku.ledger.work import Work


def _key(on: date) -> str:
    return f"sheet.draft.{on.isoformat()}"


def keep_sheet(work: Work, command: KeepSheet) -> Outcome:
    """In place of the one before; changes nothing that a page shows."""
    if command.data:
        settings.write(work.connection, _key(command.on), command.data)
    else:
        forget_sheet(work.connection, command.on)
    return Outcome(Changed.NOTHING)


def forget_sheet(connection: Connection, on: date) -> None:
    """It was saved, or is not wanted any more."""
    connection.execute(delete(setting).where(setting.c.key == _key(on)))


def kept_sheet(connection: Connection, on: date) -> str:
    """As it was kept; empty where nothing was."""
    kept = settings.kept(connection, _key(on))
    return "" if kept is None else str(kept)
