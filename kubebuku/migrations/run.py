"""Bring a book's tables to the newest form, one step after the other, in the caller's transaction."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from kubebuku.ledger import record_form
from kubebuku.ledger.db import driver

#: Where the steps lie (in `versions`), and the newest of them.
FOLDER = Path(__file__).parent
HEAD = "0003"


def migrate(connection: Connection) -> None:
    """Run every step the book lacks. Raises Alembic's CommandError where the book's last step is none of ours."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, HEAD)


def schema_sql() -> str:
    """The text of resources/schema/book.sql: what the steps together make of an empty file."""
    from sqlalchemy import create_engine

    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        record_form.define(driver(connection))
        migrate(connection)
        rows = connection.exec_driver_sql("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid").fetchall()
        step = "SELECT format('INSERT INTO alembic_version (version_num) VALUES (%Q)', version_num) FROM alembic_version"
        statements = [*(sql for (sql,) in rows), connection.exec_driver_sql(step).scalar_one()]
    engine.dispose()
    return ";\n\n".join(statements) + ";\n"


if __name__ == "__main__":
    import sys

    sys.stdout.write(schema_sql())
