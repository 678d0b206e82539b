"""What another program can do to a book: rows of its own making, sealed as ours are, and guards taken away and put back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from kubebuku.ledger import chain
from kubebuku.ledger.chain import ClosingLink, EntryLink, RecordLink

#: line, account, amount, unit, person, loan, item
Line = tuple[int, str, int, int | None, int | None, int | None, int | None]

HEAD = """SELECT COALESCE(
    (SELECT hash FROM record_link WHERE id = (SELECT MAX(id) FROM record_link)
        AND after_entry = (SELECT COALESCE(MAX(id), 0) FROM entry)
        AND after_closing = (SELECT COALESCE(MAX(id), 0) FROM closing)),
    (SELECT hash FROM closing WHERE after_entry = (SELECT COALESCE(MAX(id), 0) FROM entry) ORDER BY id DESC LIMIT 1),
    (SELECT hash FROM entry ORDER BY id DESC LIMIT 1), (SELECT genesis FROM kube))"""

#: A digest of records that never were.
STATE = "0" * 64

SALE: tuple[Line, ...] = ((1, "1101", 40_000, None, None, None, None), (2, "4101", -40_000, 2, None, None, None))


def value(book: sqlite3.Connection, sql: str) -> Any:
    return book.execute(sql).fetchone()[0]


def insert(book: sqlite3.Connection, table: str, row: dict[str, Any], *, verb: str = "INSERT") -> None:
    names, gaps = ", ".join(row), ", ".join(f":{name}" for name in row)
    book.execute(f"{verb} INTO {table} ({names}) VALUES ({gaps})", row)


@contextmanager
def transaction(book: sqlite3.Connection) -> Iterator[None]:
    """All of it or, where the database refuses, nothing."""
    book.execute("BEGIN")
    try:
        yield
    except BaseException:
        book.execute("ROLLBACK")
        raise
    book.execute("COMMIT")


def write_entry(book: sqlite3.Connection, lines: Sequence[Line] = SALE, *, verb: str = "INSERT", **changes: Any) -> None:
    """The next entry as this program would write it, sealed rightly, but for `changes`; in one transaction."""
    row: dict[str, Any] = {
        "id": value(book, "SELECT COALESCE(MAX(id), 0) + 1 FROM entry"),
        "series": "BKM",
        "date": "2026-03-10",
        "description": "Sewa kursi",
        "nota": None,
        "kind": "journal",
        "who": "Orang lain",
        "recorded": "2026-11-22T03:00:00Z",
        "decision": None,
        "reverses": None,
        "form": 1,
        "previous": value(book, HEAD),
    } | {name: changed for name, changed in changes.items() if name not in ("hash", "posting_date", "posting_entry")}
    row.setdefault("year", int(row["date"][:4]) if row["date"][:4].isdigit() else 2026)
    last = book.execute("SELECT COALESCE(MAX(seq), 0) + 1 FROM entry WHERE series = ? AND year = ?", (row["series"], row["year"]))
    row.setdefault("seq", last.fetchone()[0])
    number = f"{row['series']}/{row['year']}/{row['seq']:04d}"
    link = EntryLink(
        row["id"],
        number,
        row["date"],
        row["description"],
        row["nota"],
        row["kind"],
        row["who"],
        row["recorded"],
        row["decision"],
        row["reverses"],
        lines,
    )
    row["hash"] = changes.get("hash", chain.seal(row["previous"], chain.entry_text(link)))
    with transaction(book):
        for line, account, amount, unit, person, loan, item in lines:
            posting = {
                "entry": changes.get("posting_entry", row["id"]),
                "line": line,
                "account": account,
                "amount": amount,
                "date": changes.get("posting_date", row["date"]),
                "unit": unit,
                "person": person,
                "loan": loan,
                "item": item,
            }
            insert(book, "posting", posting)
        insert(book, "entry", row, verb=verb)


def write_closing(book: sqlite3.Connection, *, verb: str = "INSERT", **changes: Any) -> None:
    """The next closing (of February 2026) as this program would write it, but without balances and for `changes`."""
    month = changes.get("month", "2026-02")
    closes = book.execute("SELECT COUNT(*) FROM closing WHERE month = ? AND act = 'close'", (month,)).fetchone()[0]
    row: dict[str, Any] = {
        "id": value(book, "SELECT COALESCE(MAX(id), 0) + 1 FROM closing"),
        "month": month,
        "act": "close",
        "serial": closes + (changes.get("act", "close") == "close"),
        "reason": None,
        "who": "Orang lain",
        "recorded": "2026-11-22T03:00:00Z",
        "after_entry": value(book, "SELECT MAX(id) FROM entry"),
        "form": 1,
        "previous": value(book, HEAD),
    } | {name: changed for name, changed in changes.items() if name != "hash"}
    link = ClosingLink(
        row["id"],
        row["month"],
        row["act"],
        row["serial"],
        row["reason"],
        row["who"],
        row["recorded"],
        row["after_entry"],
        (),
        (),
        STATE if row["act"] == "close" else None,
    )
    row["hash"] = changes.get("hash", chain.seal(row["previous"], chain.closing_text(link)))
    with transaction(book):
        if row["act"] == "close":
            insert(book, "closing_state", {"closing": row["id"], "form": 1, "digest": STATE})
        insert(book, "closing", row, verb=verb)


@contextmanager
def unguarded(book: sqlite3.Connection) -> Iterator[None]:
    """Every trigger taken away, and put back word for word when the deed is done."""
    triggers = book.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        book.execute(f"DROP TRIGGER {name}")
    yield
    for _, sql in triggers:
        book.execute(sql)


def seal_again(book: sqlite3.Connection, since: int) -> None:
    """Recompute every hash from entry `since` on, closings included, as a forger who knows the form would."""
    with unguarded(book):
        previous = value(book, f"SELECT previous FROM entry WHERE id = {since}")
        entries = book.execute(
            "SELECT id, series, year, seq, date, description, nota, kind, who, recorded, decision, reverses"
            " FROM entry WHERE id >= ? ORDER BY id",
            (since,),
        ).fetchall()
        for id_, series, year, seq, date, description, nota, kind, who, recorded, decision, reverses in entries:
            number = f"{series}/{year}/{seq:04d}"
            lines = book.execute(
                "SELECT line, account, amount, unit, person, loan, item FROM posting WHERE entry = ? ORDER BY line", (id_,)
            ).fetchall()
            link = EntryLink(id_, number, date, description, nota, kind, who, recorded, decision, reverses, lines)
            previous = _seal(book, "entry", id_, previous, chain.entry_text(link))
            for table, beside, _ in book.execute(
                "SELECT 'closing', id, id FROM closing WHERE after_entry = :entry UNION ALL"
                " SELECT 'record_link', id, after_closing FROM record_link WHERE after_entry = :entry ORDER BY 3, 1, 2",
                {"entry": id_},
            ).fetchall():
                text = _closing_text(book, beside) if table == "closing" else _record_text(book, beside)
                previous = _seal(book, table, beside, previous, text)


def _closing_text(book: sqlite3.Connection, closing: int) -> str:
    of = (closing,)
    row = book.execute(
        "SELECT id, month, act, serial, reason, who, recorded, after_entry FROM closing WHERE id = ?", of
    ).fetchone()
    balances = book.execute(
        "SELECT line, account, person, unit, loan, amount FROM closing_balance WHERE closing = ? ORDER BY line", of
    ).fetchall()
    counts = book.execute(
        "SELECT account, book, counted, explanation FROM closing_count WHERE closing = ? ORDER BY account", of
    ).fetchall()
    state = book.execute("SELECT digest FROM closing_state WHERE closing = ?", of).fetchone()
    return chain.closing_text(ClosingLink._make((*row, balances, counts, state[0] if state else None)))


def _record_text(book: sqlite3.Connection, link: int) -> str:
    row = book.execute("SELECT id, who, recorded, after_entry, after_closing FROM record_link WHERE id = ?", (link,)).fetchone()
    changes = book.execute("SELECT record, key, was, now FROM record_change WHERE link = ? ORDER BY line", (link,)).fetchall()
    return chain.record_text(RecordLink._make((*row, changes)))


def _seal(book: sqlite3.Connection, table: str, id_: int, previous: str, text: str) -> str:
    hash_ = chain.seal(previous, text)
    book.execute(f"UPDATE {table} SET previous = ?, hash = ? WHERE id = ?", (previous, hash_, id_))
    return hash_
