"""The shortest way to the balances of a book: sqlite3 alone, for scripts that ask a thousand times.

It reads what `balances.by_account` reads (a test holds the two together) and proves the newest link of the chain first.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger import chain, rollback
from kubebuku.ledger import file as bookfile
from kubebuku.ledger.refusals import BookDamaged

#: `execute` of a sqlite3 connection, or `exec_driver_sql` of a Core connection.
Ask = Callable[[str, tuple[Any, ...]], Any]

_WAIT_SECONDS = 5.0
HEAD_CHANGED = Sentence(N_("The last thing written is not what was sealed when it was written."))


def balances(path: Path, *, at: str | None = None) -> dict[str, int] | None:
    """What each account with a posting holds at the end of the ISO day `at` (now if None), debit positive, by code.

    None where the book must first be mended or copied (a crash left its journal) or another program holds it too long:
    `db.Database` knows how. Raises the refusals of `file.read_header`, BookOlder and BookDamaged.
    """
    narrowed, values = ("", ()) if at is None else (" WHERE date <= ?", (at,))
    return _asked(path, f"SELECT account, SUM(amount) FROM posting{narrowed} GROUP BY account ORDER BY account", values)


def own_labels(path: Path) -> dict[str, str | None] | None:
    """The group's own name of each account, None where the shipped one stands; None and refusals as in `balances`."""
    return _asked(path, "SELECT code, label FROM account", ())


def _asked(path: Path, question: str, values: tuple[Any, ...]) -> dict[str, Any] | None:
    bookfile.require_current(bookfile.read_header(path))
    if rollback.is_hot(path):
        return None
    try:
        with contextlib.closing(
            sqlite3.connect(bookfile.uri(path, "ro"), uri=True, isolation_level=None, timeout=_WAIT_SECONDS)
        ) as raw:
            raw.execute("PRAGMA query_only = ON")
            raw.execute("BEGIN")
            if not head_holds(raw.execute):
                raise BookDamaged(path.name, HEAD_CHANGED)
            return dict(raw.execute(question, values))
    except sqlite3.Error:
        return None


def head_holds(ask: Ask) -> bool:
    """The quick proof for reading commands: the newest entry, and a closing after it, recomputed from their rows."""
    entry = ask(
        "SELECT id, series, year, seq, date, description, nota, kind, who, recorded, decision, reverses, previous, hash"
        " FROM entry ORDER BY id DESC LIMIT 1",
        (),
    ).fetchone()
    closing = ask(
        "SELECT id, month, act, serial, reason, who, recorded, after_entry, previous, hash FROM closing ORDER BY id DESC LIMIT 1",
        (),
    ).fetchone()
    if entry is not None and not _entry_holds(ask, tuple(entry)):
        return False
    return closing is None or closing[7] < (entry[0] if entry else 0) or _closing_holds(ask, tuple(closing))


def _entry_holds(ask: Ask, row: tuple[Any, ...]) -> bool:
    id_, series, year, seq, date, description, nota, kind, who, recorded, decision, reverses, previous, hash_ = row
    lines = ask(
        "SELECT line, account, amount, unit, person, loan, item FROM posting WHERE entry = ? ORDER BY line", (id_,)
    ).fetchall()
    number = f"{series}/{year}/{seq:04d}"
    link = chain.EntryLink(
        id_, number, date, description, nota, kind, who, recorded, decision, reverses, [tuple(line) for line in lines]
    )
    return chain.seal(previous, chain.entry_text(link)) == str(hash_)


def _closing_holds(ask: Ask, row: tuple[Any, ...]) -> bool:
    id_, month, act, serial, reason, who, recorded, after, previous, hash_ = row
    balances = ask(
        "SELECT line, account, person, unit, loan, amount FROM closing_balance WHERE closing = ? ORDER BY line", (id_,)
    )
    counts = ask("SELECT account, book, counted, explanation FROM closing_count WHERE closing = ? ORDER BY account", (id_,))
    kept = [tuple(line) for line in balances.fetchall()]
    counted = [tuple(line) for line in counts.fetchall()]
    link = chain.ClosingLink(id_, month, act, serial, reason, who, recorded, after, kept, counted)
    return chain.seal(previous, chain.closing_text(link)) == str(hash_)
