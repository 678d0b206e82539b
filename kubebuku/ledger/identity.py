"""Which book a file holds and how far it was written, to know it again when the file was changed by somebody else."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Identity:
    """The book's id, and by table the hash of its newest link, None where there is none yet."""

    book_id: str
    newest: dict[str, str | None]


def linked(raw: sqlite3.Connection) -> list[str]:
    """The tables whose rows are links of the chain; a book of an older form has no links of records."""
    rows = raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name IN ('entry', 'closing', 'record_link')")
    return [name for (name,) in rows]


def identity(raw: sqlite3.Connection) -> Identity:
    """Of the book as `raw` reads it; raises sqlite3.Error and TypeError where no book is left."""
    book_id = raw.execute("SELECT book_id FROM kube").fetchone()[0]
    tables = linked(raw)
    newest = raw.execute("SELECT " + ", ".join(f"(SELECT hash FROM {one} ORDER BY id DESC LIMIT 1)" for one in tables)).fetchone()
    return Identity(book_id, dict(zip(tables, newest, strict=True)))


def goes_on(raw: sqlite3.Connection, known: Identity) -> bool:
    """True where `raw` reads the same book with all that was known of it, whatever was written after."""
    return identity(raw).book_id == known.book_id and all(
        newest is None or raw.execute(f"SELECT 1 FROM {table} WHERE hash = ?", (newest,)).fetchone() is not None
        for table, newest in known.newest.items()
    )
