"""What a handler is given: one transaction on the book, the day, and who writes."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from sqlalchemy import Connection

from kubebuku.domain.accounts import Chart
from kubebuku.domain.entries import EntryId
from kubebuku.ledger.book import Facts
from kubebuku.ledger.db import driver
from kubebuku.ledger.journal import Journal, Posted


@dataclass(frozen=True)
class Reading:
    """A consistent view of the book, for queries. `today` never lies behind the last recording."""

    connection: Connection
    chart: Chart
    facts: Facts
    today: date

    @property
    def raw(self) -> sqlite3.Connection:
        """The driver's connection, within the same transaction."""
        return driver(self.connection)


class StrikeOut(Protocol):
    """Strikes an entry out: dated like it, or `on` for the correction of a closed month."""

    def __call__(self, entry: EntryId, description: str, *, on: date | None = None) -> Posted: ...


@dataclass(frozen=True)
class Work(Reading):
    """A writing transaction, for commands. Nothing is kept unless the whole act succeeds."""

    journal: Journal
    who: str
    #: UTC, ISO text to the second
    recorded: str
    #: carry out another command within this act; its entry remembers that command
    carry_out: Callable[[Any], Any]
    #: strike an entry out and take back what its book wrote for it; returns the reversal
    strike_out: StrikeOut
