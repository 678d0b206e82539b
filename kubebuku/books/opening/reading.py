"""The standing opening, read back."""

from __future__ import annotations

from sqlalchemy import select

from kubebuku.books.catalog import command_from
from kubebuku.books.opening.commands import OpenBook
from kubebuku.books.opening.queries import Opening, OpeningState
from kubebuku.domain.accounts import UNEXPLAINED
from kubebuku.domain.calendar import Month
from kubebuku.ledger import balances, closings
from kubebuku.ledger.journal import opening_entry, read_entry
from kubebuku.ledger.tables import act
from kubebuku.ledger.work import Reading


def opening(reading: Reading, query: Opening) -> OpeningState:
    """The standing opening and what is not explained."""
    connection = reading.connection
    id_ = opening_entry(connection)
    row = connection.execute(select(act.c.command, act.c.data).where(act.c.entry == id_)).first() if id_ else None
    command = command_from(row.command, row.data) if row else None
    closed = closings.closed_until(connection)
    codes = tuple(one.code for one in reading.chart.under(UNEXPLAINED))
    return OpeningState(
        reading.facts.opened,
        id_,
        read_entry(connection, id_).number if id_ else None,
        command if isinstance(command, OpenBook) else None,
        -balances.of(connection, *codes),
        needs_reason=bool(closings.history(connection)),
        closed=closed is not None and Month.of(reading.facts.opened) <= closed,
    )
