"""The form in which records are sealed, and the guards that report every change of one (decision 30).

A record is a row of any table that is neither of the sealed ledger nor of the links themselves. Form 1 of a record is JSON as
SQLite writes it: its columns by name in the order of the alphabet, no spaces, what is empty left out, so that a column added
later changes no older text. Its key is its primary key, the parts of it joined by strokes.

The guards call `kubebuku_kept`, which only this program's connections define: any other program that writes in a table ends
with "no such function" before it has changed anything.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from functools import cache

#: The function that the guards call: table, key, form 1 before and after; NULL where there was or is no such row.
FUNCTION = "kubebuku_kept"
#: Sealed by their own links; a row of theirs is no record.
LEDGER = frozenset(
    {"entry", "posting", "closing", "closing_balance", "closing_count", "closing_state", "record_link", "record_change"}
)
#: What Alembic keeps; the proof holds it against the form.
ALEMBIC = "alembic_version"
#: Columns that a record's text leaves out: the bytes of a paper are told by the SHA-256 beside them.
LEFT_OUT = frozenset({("attachment", "data")})
#: Rows that are no records: what is being written and was never saved.
DRAFTS = {"setting": "key NOT GLOB '*.draft.*'"}


def is_draft(table: str, key: str) -> bool:
    """True for a row that is no record, as `DRAFTS` says it in SQL."""
    return table == "setting" and ".draft." in key


def tables(raw: sqlite3.Connection) -> list[str]:
    """Every table of the book whose rows are records, by name."""
    names = raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*' ORDER BY name")
    return [name for (name,) in names if name not in LEDGER and name != ALEMBIC]


@cache
def _expressions(table: str, columns: tuple[tuple[str, int], ...], row: str) -> tuple[str, str]:
    keys = [name for name, place in sorted(columns, key=lambda one: one[1]) if place]
    names = sorted(name for name, _ in columns if (table, name) not in LEFT_OUT)
    pairs = ", ".join(f"'{name}', {row}{name}" for name in names)
    return " || '/' || ".join(f"{row}{name}" for name in keys), f"json_patch('{{}}', json_object({pairs}))"


def expressions(raw: sqlite3.Connection, table: str, row: str = "") -> tuple[str, str]:
    """Key and form 1 of a record of `table`, in SQL; `row` is "NEW." or "OLD." in a guard."""
    found = raw.execute(f"SELECT name, pk FROM pragma_table_info('{table}')").fetchall()
    return _expressions(table, tuple(found), row)


def guards(raw: sqlite3.Connection, table: str) -> Iterator[tuple[str, str]]:
    """Name and text of the three guards that `table` must have."""
    if table in LEDGER or table == ALEMBIC:
        nothing = f"SELECT {FUNCTION}('{table}', NULL, NULL, NULL);"
        calls = {"insert": nothing, "update": nothing, "delete": nothing}
    else:
        (old_key, old), (new_key, new) = expressions(raw, table, "OLD."), expressions(raw, table, "NEW.")
        made = f"SELECT {FUNCTION}('{table}', {new_key}, NULL, {new});"
        struck = f"SELECT {FUNCTION}('{table}', {old_key}, {old}, NULL);"
        calls = {"insert": made, "update": f"{struck}\n    {made}", "delete": struck}
    for verb, call in calls.items():
        name = f"{table}_kept_{verb}"
        yield name, f"CREATE TRIGGER {name} AFTER {verb.upper()} ON {table} BEGIN\n    {call}\nEND"


def define(raw: sqlite3.Connection, kept: Kept | None = None) -> None:
    """Define the guards' function on a connection that opens, makes, upgrades or writes the schema of a book."""
    raw.create_function(FUNCTION, 4, Kept().note if kept is None else kept.note)


class Kept:
    """The changes of records in the act under way, one after the other as the guards reported them."""

    def __init__(self) -> None:
        self._noted: list[tuple[str, str, str | None, str | None]] = []
        self._marks: list[int] = []

    def note(self, table: str, key: object, was: str | None, now: str | None) -> None:
        """What a guard reports; the sealed tables report nothing."""
        if key is not None and not is_draft(table, str(key)):
            self._noted.append((table, str(key), was, now))

    def begin(self) -> None:
        """A new act."""
        self._noted.clear()
        self._marks.clear()

    def mark(self) -> None:
        """A part of the act begins that may be taken back."""
        self._marks.append(len(self._noted))

    def release(self) -> None:
        """That part stays."""
        self._marks.pop()

    def take_back(self) -> None:
        """That part is taken back."""
        del self._noted[self._marks.pop() :]

    def take(self) -> list[tuple[str, str, str | None, str | None]]:
        """The net change of every record since the last taking, by table and key."""
        net: dict[tuple[str, str], tuple[str | None, str | None]] = {}
        for table, key, was, now in self._noted:
            net[table, key] = (net.get((table, key), (was, None))[0], now)
        self._noted.clear()
        return [(*record, was, now) for record, (was, now) in sorted(net.items()) if was != now]
