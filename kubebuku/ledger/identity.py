"""Which book a file holds and how far it was written, to know it again when the file was changed by somebody else."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Identity:
    """The book's id with the hashes of its newest entry and closing, None where there is none."""

    book_id: str
    entry: str | None
    closing: str | None


def identity(raw: sqlite3.Connection) -> Identity:
    """Of the book as `raw` reads it; raises sqlite3.Error and TypeError where no book is left."""
    newest = "(SELECT hash FROM {} ORDER BY id DESC LIMIT 1)"
    row = raw.execute(f"SELECT book_id, {newest.format('entry')}, {newest.format('closing')} FROM kube").fetchone()
    return Identity(*row)


def goes_on(raw: sqlite3.Connection, known: Identity) -> bool:
    """True where `raw` reads the same book with all that was known of it, whatever was written after."""
    return identity(raw).book_id == known.book_id and all(
        newest is None or raw.execute(f"SELECT 1 FROM {table} WHERE hash = ?", (newest,)).fetchone() is not None
        for table, newest in (("entry", known.entry), ("closing", known.closing))
    )
