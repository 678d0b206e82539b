"""A book's form is made in one way only: by the steps, by the shipped text, and as Core's tables say, it is the same."""

from __future__ import annotations

import hashlib
import importlib
import pkgutil
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import Integer, LargeBinary, String, Table, create_engine

import kubebuku
from kubebuku.ledger import file as bookfile
from kubebuku.ledger import record_form
from kubebuku.ledger.schema import schema_text
from kubebuku.ledger.tables import metadata
from kubebuku.migrations import run

VERSIONS = run.FOLDER / "versions"

#: The form the first step makes; forms before it were never released.
FIRST_FORM = 2

#: The sealed tables: what stands in them is never touched by a step.
SEALED = ("entry", "posting", "closing", "closing_balance", "closing_count")


@pytest.fixture(scope="module")
def by_text() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as connection:
        record_form.define(connection)
        connection.executescript(schema_text())
        yield connection


@pytest.fixture(scope="module")
def by_steps() -> Iterator[sqlite3.Connection]:
    """An empty file, brought up by every step."""
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        record_form.define(driver)
        run.migrate(connection)
        yield driver
    engine.dispose()


def form(connection: sqlite3.Connection) -> dict[str, Any]:
    """All that SQLite knows of a book's form: not the words of its making, but what came of them."""
    found: dict[str, Any] = {}
    for schema, name, kind, columns, without_rowid, strict in connection.execute("PRAGMA table_list"):
        if schema == "main" and not name.startswith("sqlite_"):
            found[name] = (kind, columns, without_rowid, strict)
            found[f"{name} columns"] = connection.execute(f"PRAGMA table_xinfo({name})").fetchall()
            found[f"{name} foreign keys"] = connection.execute(f"PRAGMA foreign_key_list({name})").fetchall()
            indexes = connection.execute(f"PRAGMA index_list({name})").fetchall()
            found[f"{name} indexes"] = sorted(
                (row[1:], tuple(connection.execute(f"PRAGMA index_xinfo({row[1]})"))) for row in indexes
            )
    found["text"] = set(connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL"))
    found["step"] = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    return found


def test_the_shipped_text_is_what_the_steps_make() -> None:
    assert run.schema_sql() == schema_text()


def test_a_book_made_by_steps_has_the_form_of_a_new_one(by_steps: sqlite3.Connection, by_text: sqlite3.Connection) -> None:
    assert form(by_steps) == form(by_text)


def test_every_table_is_strict(by_text: sqlite3.Connection) -> None:
    loose = [row[1] for row in by_text.execute("PRAGMA table_list") if row[0] == "main" and not row[5]]
    assert sorted(loose) == ["alembic_version", "sqlite_schema"]


def core_tables() -> list[Table]:
    for module in pkgutil.walk_packages(kubebuku.__path__, "kubebuku."):
        if re.fullmatch(r"kubebuku\.(ledger|books)\..*", module.name):
            importlib.import_module(module.name)
    return list(metadata.tables.values())


KINDS = {"INTEGER": Integer, "TEXT": String, "BLOB": LargeBinary}


def test_core_knows_the_tables_as_they_are(by_text: sqlite3.Connection) -> None:
    """Names, order, kinds, what may be empty; an INTEGER PRIMARY KEY is never NULL though SQLite does not say so."""
    tables = core_tables()
    made = {name for (name,) in by_text.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    assert {table.name for table in tables} == made - {"alembic_version"}
    for table in tables:
        rows = by_text.execute(f"PRAGMA table_xinfo({table.name})").fetchall()
        there = [(name, kind, bool(not_null or key)) for _, name, kind, not_null, _, key, _ in rows]
        assert [column.name for column in table.columns] == [name for name, *_ in there], table.name
        for column, (_, kind, not_null) in zip(table.columns, there, strict=True):
            assert isinstance(column.type, KINDS[kind]), f"{table.name}.{column.name}"
            assert column.nullable is not not_null, f"{table.name}.{column.name}"


def test_foreign_keys_point_at_what_is_there(by_text: sqlite3.Connection) -> None:
    columns = {
        (table, column[1])
        for (table,) in by_text.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        for column in by_text.execute(f"PRAGMA table_xinfo({table})")
    }
    for table, _ in columns:
        for _, _, parent, _, to, *_ in by_text.execute(f"PRAGMA foreign_key_list({table})"):
            assert (parent, to) in columns


def test_the_guards_name_only_what_is_there(by_text: sqlite3.Connection) -> None:
    """SQLite lets a trigger mention a column that does not exist until it fires: fire each once, on nothing."""
    for name, table, sql in by_text.execute("SELECT name, tbl_name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        event = re.search(r"(?:BEFORE|AFTER) (INSERT|UPDATE|DELETE)", sql)
        assert event is not None, name
        first = by_text.execute(f"PRAGMA table_xinfo({table})").fetchone()[1]
        statement = {
            "INSERT": f"INSERT INTO {table} SELECT * FROM {table} WHERE 0",
            "UPDATE": f"UPDATE {table} SET {first} = {first} WHERE 0",
            "DELETE": f"DELETE FROM {table} WHERE 0",
        }[event[1]]
        by_text.execute(f"EXPLAIN {statement}")


# ---- the steps


def steps() -> list[Path]:
    return sorted(VERSIONS.glob("v*.py"))


def test_the_steps_are_one_line_of_history() -> None:
    revisions = list(ScriptDirectory(str(VERSIONS.parent)).walk_revisions())
    assert [revision.revision for revision in revisions] == [f"{form:04}" for form in range(bookfile.SCHEMA, FIRST_FORM - 1, -1)]
    assert revisions[0].revision == run.HEAD
    assert len(revisions) == len(steps())
    assert all(len(revision._all_down_revisions) <= 1 for revision in revisions)


def test_the_first_step_is_frozen() -> None:
    """Books were made by it: what follows is a step of its own (docs/decisions/0003). The digest is that of 2026-12."""
    text = (VERSIONS / "v0002_book.sql").read_bytes().replace(b"\r\n", b"\n")
    assert hashlib.sha256(text).hexdigest() == "738c63c7d3f2d4d4a42ba5a4ce8dd8f06f251620e5bd85c464bc2c9356a41e69"


@pytest.mark.parametrize("step", steps(), ids=lambda step: step.stem)
def test_no_step_touches_what_is_sealed(step: Path) -> None:
    beside = step.with_suffix(".sql")
    whole = step.read_text("utf-8") + (beside.read_text("utf-8") if beside.exists() else "")
    text = re.sub(r"CREATE TRIGGER.*?\bEND\b", "", whole, flags=re.DOTALL)
    for table in SEALED:
        assert not re.search(rf"\b(UPDATE|DELETE FROM|REPLACE INTO|INSERT INTO)\s+{table}\b", text, re.IGNORECASE)
        assert not re.search(rf"\bDROP TABLE\s+(IF EXISTS\s+)?{table}\b", text, re.IGNORECASE)
    assert "drop_table" not in text
    assert "batch_alter_table" not in text  # it rebuilds from reflection, which loses checks and deferral


@pytest.mark.parametrize("step", steps(), ids=lambda step: step.stem)
def test_no_step_leads_back(step: Path) -> None:
    module = importlib.import_module(f"kubebuku.migrations.versions.{step.stem}")
    with pytest.raises(NotImplementedError):
        module.downgrade()


def test_the_text_is_written_by_the_module_itself() -> None:
    written = subprocess.run([sys.executable, "-m", "kubebuku.migrations.run"], check=True, capture_output=True)
    assert written.stdout.decode().replace("\r\n", "\n") == schema_text()
