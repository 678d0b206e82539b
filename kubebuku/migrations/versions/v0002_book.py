"""The whole book at once: every table and guard of the first form that is kept, as the frozen text beside this file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from alembic import op

revision = "0002"
down_revision = None
branch_labels = None
depends_on = None


def statements(text: str) -> Iterator[str]:
    """The statements of an SQL text one by one: the driver's `executescript` would commit the caller's transaction."""
    statement = ""
    for line in text.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement.strip().removesuffix(";")
            statement = ""


def upgrade() -> None:
    """Make all of an empty file."""
    connection = op.get_bind()
    for statement in statements(Path(__file__).with_suffix(".sql").read_text("utf-8")):
        connection.exec_driver_sql(statement)


def downgrade() -> None:
    """Never: a book is not taken back to an older form."""
    raise NotImplementedError("a book is never taken back to an older form")
