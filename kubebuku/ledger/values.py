"""What the proof does not look into: every text of every row decoded, every value read as what its column holds.

The sealed tables are read by the chain; whole pages, kinds and CHECKs by SQLite. What is left are texts that no program of ours
writes: bytes that are no UTF-8, control signs, a rate that is no number, a choice that is no JSON.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, time
from fractions import Fraction

from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger import record_form

_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
#: How the text of a column is read, wherever a table has one of that name; every other text says what it says.
_READ: Mapping[str, Callable[[str], object]] = {
    "data": json.loads,
    "ends": time.fromisoformat,
    "fee_rate": Fraction,
    "fine_rate": Fraction,
    "rate": Fraction,
    "recorded": datetime.fromisoformat,
    "removed_on": datetime.fromisoformat,
    "starts": time.fromisoformat,
    "value": json.loads,
}
_ROWS = 500


def unreadable(raw: sqlite3.Connection) -> Iterator[Sentence]:
    """Each text that cannot be read as what it should be, with its table, row and column."""
    bytewise = raw.cursor()
    tables = [name for (name,) in bytewise.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
    kept, raw.text_factory = raw.text_factory, bytes
    try:
        for table in tables:
            if table not in record_form.LEDGER:
                yield from _of_table(bytewise, table)
    finally:
        raw.text_factory = kept


def _of_table(cursor: sqlite3.Cursor, table: str) -> Iterator[Sentence]:
    columns = cursor.execute("SELECT name, type, pk FROM pragma_table_info(?)", (table,)).fetchall()
    keys = [name.decode() for name, _, place in columns if place]
    texts = [name.decode() for name, kind, _ in columns if kind == b"TEXT"]
    if not texts:
        return
    names = ", ".join(f'"{name}"' for name in (*texts, *keys))
    cursor.execute(f'SELECT {names} FROM "{table}"')
    read = [(place, _READ[name]) for place, name in enumerate(texts) if name in _READ]
    while rows := cursor.fetchmany(_ROWS):
        together = b"\n".join(text for row in rows for text in row[: len(texts)] if text is not None)
        if _is_text(together) and all(_reads(kind, row[place]) for row in rows for place, kind in read):
            continue
        for row in rows:
            for name, text in zip(texts, row[: len(texts)], strict=True):
                if text is not None and not (_is_text(text) and _reads(_READ.get(name, str), text)):
                    values = {"table": table, "row": _called(row[len(texts) :]), "column": name}
                    yield Sentence(N_("In {table}, row {row}, the value of {column} cannot be read."), values)


def _is_text(text: bytes) -> bool:
    try:
        return not _CONTROL.search(text.decode())
    except ValueError:
        return False


def _reads(kind: Callable[[str], object], text: bytes | None) -> bool:
    if text is None:
        return True
    try:
        kind(text.decode())
    except (ArithmeticError, RecursionError, ValueError):
        return False
    return True


def _called(key: tuple[object, ...]) -> str:
    return ", ".join(part.decode("utf-8", "replace") if isinstance(part, bytes) else str(part) for part in key)
