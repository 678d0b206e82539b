"""The links of records: what an act changed of anything that is not the sealed ledger, as links of the same chain (decision 30).

One link an act, written at its end: who, when, and each record that was made, changed or struck out, with its whole form 1
before and after. The first link of a book holds all records that stood there, so an older book is sealed as it was found.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from typing import Any, NamedTuple

from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger import chain, record_form
from kubebuku.ledger.record_form import Kept

#: Where the chain ends: the newest entry, closing and link of records by id (0 where there is none), and the newest hash.
_END = """
SELECT COALESCE((SELECT MAX(id) FROM entry), 0), COALESCE((SELECT MAX(id) FROM closing), 0),
    COALESCE((SELECT MAX(id) FROM record_link), 0)"""
_HASH = """
SELECT COALESCE(
    (SELECT hash FROM record_link WHERE id = :link AND after_entry = :entry AND after_closing = :closing),
    (SELECT hash FROM closing WHERE id = :closing AND after_entry = :entry),
    (SELECT hash FROM entry WHERE id = :entry),
    (SELECT genesis FROM kube))"""
_CHANGES = "SELECT record, key, was, now FROM record_change WHERE link = ? ORDER BY line"


class Change(NamedTuple):
    """One record in one act. `was` is None where it was made, `now` where it was struck out; else its columns by name."""

    link: int
    record: str
    key: str
    who: str
    #: UTC
    recorded: str
    was: dict[str, Any] | None
    now: dict[str, Any] | None

    @property
    def fields(self) -> dict[str, tuple[Any, Any]]:
        """What differs, by column: was and is."""
        was, now = self.was or {}, self.now or {}
        return {name: (was.get(name), now.get(name)) for name in sorted(was | now) if was.get(name) != now.get(name)}


def head(raw: sqlite3.Connection) -> str:
    """The hash which the next link of the chain must name."""
    entry, closing, link = raw.execute(_END).fetchone()
    found: str = raw.execute(_HASH, {"entry": entry, "closing": closing, "link": link}).fetchone()[0]
    return found


def newest(raw: sqlite3.Connection) -> int:
    """The newest link of records, 0 where there is none."""
    found: int = raw.execute("SELECT COALESCE(MAX(id), 0) FROM record_link").fetchone()[0]
    return found


def at_closing(raw: sqlite3.Connection, closing: int) -> int:
    """The newest link of records that a closing has behind it; later ones are changes since. 0 where there was none."""
    found: int = raw.execute("SELECT COALESCE(MAX(id), 0) FROM record_link WHERE after_closing < ?", (closing,)).fetchone()[0]
    return found


def changes_since(raw: sqlite3.Connection, link: int, *records: str) -> Iterator[Change]:
    """What was changed after the link of that id, oldest first: of all records, or of those tables.

    The first link of a book tells what stood there when sealing began, which is no change; it never comes.
    """
    among = f" AND record IN ({', '.join('?' * len(records))})" if records else ""
    rows = raw.execute(
        "SELECT link, record, key, who, recorded, was, now FROM record_link JOIN record_change ON link = id"
        f" WHERE link > ?{among} ORDER BY link, line",
        (max(link, 1), *records),
    )
    for id_, record, key, who, recorded, was, now in rows:
        yield Change(id_, record, key, who, recorded, _read(was), _read(now))


def _read(text: str | None) -> dict[str, Any] | None:
    return None if text is None else json.loads(text)


def state(raw: sqlite3.Connection) -> Iterator[tuple[str, str, str]]:
    """Every record as it stands: table, key, form 1; by table and key."""
    for table in record_form.tables(raw):
        key, text = record_form.expressions(raw, table)
        among = f" WHERE {record_form.DRAFTS[table]}" if table in record_form.DRAFTS else ""
        rows = [(str(one), form) for one, form in raw.execute(f"SELECT {key}, {text} FROM {table}{among}")]
        for one, form in sorted(rows):
            yield table, one, form


def digest(raw: sqlite3.Connection) -> str:
    """The state of all records, which a closing seals: SHA-256 over a line "table key form" for each, in 64 signs.

    Form 1 of the digest: table by table and key by key in the order of their signs, each line ended by a newline, UTF-8.
    """
    seen = hashlib.sha256()
    for record in state(raw):
        seen.update((" ".join(record) + "\n").encode())
    return seen.hexdigest()


def seal(raw: sqlite3.Connection, kept: Kept, who: str, recorded: str) -> None:
    """Write the link of what was changed since the last one in this act; nothing where nothing was."""
    changes: list[tuple[str, str, str | None, str | None]] = kept.take()
    entry, closing, link = raw.execute(_END).fetchone()
    if not link:
        changes = [(table, key, None, text) for table, key, text in state(raw)]
    if not changes:
        return
    previous = raw.execute(_HASH, {"entry": entry, "closing": closing, "link": link}).fetchone()[0]
    link += 1
    text = chain.record_text(chain.RecordLink(link, who, recorded, entry, closing, changes))
    raw.executemany(
        "INSERT INTO record_change (link, line, record, key, was, now) VALUES (?, ?, ?, ?, ?, ?)",
        [(link, line, *change) for line, change in enumerate(changes, start=1)],
    )
    raw.execute(
        "INSERT INTO record_link (id, who, recorded, after_entry, after_closing, form, previous, hash)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (link, who, recorded, entry, closing, chain.FORM, previous, chain.seal(previous, text)),
    )


def _same(known: str, text: str) -> bool:
    """Another SQLite may write a rare sign in another way."""
    try:
        return bool(json.loads(known) == json.loads(text))
    except ValueError:
        return False


def unsealed(raw: sqlite3.Connection) -> Iterator[Sentence]:
    """Every record held against what the links of the chain say of it, named by table and key."""
    if not newest(raw):
        if raw.execute("SELECT 1 FROM entry UNION ALL SELECT 1 FROM closing LIMIT 1").fetchone():
            yield Sentence(N_("The records of the book are not sealed."))
        return
    sealed: dict[tuple[str, str], str] = {}
    for link, table, key, was, now in raw.execute("SELECT link, record, key, was, now FROM record_change ORDER BY link, line"):
        if sealed.pop((table, key), None) != was:
            yield Sentence(
                N_("Link {link} of the records tells of {record} {key} what it was not before."),
                {"link": str(link), "record": table, "key": key},
            )
        if now is not None:
            sealed[table, key] = now
    for table, key, text in state(raw):
        known = sealed.pop((table, key), None)
        if known is None:
            yield Sentence(N_("{record} {key} was written by another program."), {"record": table, "key": key})
        elif known != text and not _same(known, text):
            yield Sentence(N_("{record} {key} was changed by another program."), {"record": table, "key": key})
    for table, key in sorted(sealed):
        yield Sentence(N_("{record} {key} was taken away by another program."), {"record": table, "key": key})
