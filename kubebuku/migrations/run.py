"""Bring a book's tables to the newest form, one step after the other, in the caller's transaction."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

#: The newest step.
HEAD = "0002"


def migrate(connection: Connection, *, to: str = HEAD) -> None:
    """Run every step the book lacks, up to `to`."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def schema_sql() -> str:
    """The text of resources/schema/book.sql: what the steps together make of an empty file."""
    from sqlalchemy import create_engine

    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        migrate(connection)
        rows = connection.exec_driver_sql(
            "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid"
        ).fetchall()
        version = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one()
    engine.dispose()
    statements = [f"{sql};" for _, _, sql in rows]
    statements.append(f"INSERT INTO alembic_version (version_num) VALUES ('{version}');")
    return "\n\n".join(statements) + "\n"


if __name__ == "__main__":
    import sys

    sys.stdout.write(schema_sql())
