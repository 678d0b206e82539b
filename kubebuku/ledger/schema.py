"""The shipped form of a book's tables and guards, and a file's form held against it."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Mapping
from functools import cache

from kubebuku import resources
from kubebuku.domain.text import N_, Sentence


def schema_text() -> str:
    """The shipped form, as SQL."""
    return resources.read_text("schema", "book.sql")


def _one_space(sql: str) -> str:
    return " ".join(sql.split())


@cache
def shipped_schema() -> Mapping[tuple[str, str], str]:
    """Type and name of every table, index and trigger a book must have, with its text."""
    found = {}
    for statement in schema_text().split(";\n\n"):
        text = statement.strip().rstrip(";")
        match = re.match(r"CREATE (?:UNIQUE )?(TABLE|INDEX|TRIGGER) (\w+)", text)
        if match:
            found[match[1].lower(), match[2]] = _one_space(text)
    return found


def differences(raw: sqlite3.Connection) -> Iterator[Sentence]:
    """sqlite_schema against the shipped text: a dropped, changed or added guard shows.

    Only what SQLite makes by itself is left out: indexes of keys, which have no text, and the statistics of ANALYZE.
    """
    rows = raw.execute(
        "SELECT type, name, sql FROM sqlite_schema WHERE NOT (type = 'index' AND name GLOB 'sqlite_autoindex_*' AND sql IS NULL)"
        " AND NOT (type = 'table' AND name IN ('sqlite_stat1', 'sqlite_stat4'))"
    )
    there = {(type_, name): _one_space(sql or "") for type_, name, sql in rows}
    shipped = shipped_schema()
    for _, name in sorted(shipped.keys() - there.keys()):
        yield Sentence(N_("In the structure of the book {name} is missing."), {"name": name})
    for _, name in sorted(there.keys() - shipped.keys()):
        yield Sentence(N_("In the structure of the book {name} does not belong there."), {"name": name})
    for key in sorted(shipped.keys() & there.keys()):
        if shipped[key] != there[key]:
            yield Sentence(N_("In the structure of the book {name} was changed."), {"name": key[1]})
