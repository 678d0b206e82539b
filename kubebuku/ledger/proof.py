"""The proof of a book: that it is whole and was changed by nobody, by sqlite3 alone.

Everything is recomputed from the rows; nothing is believed. Against somebody who rewrites the whole chain, or takes its end
away, only the check codes on paper stand.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Self

from kubebuku.domain.accounts import Account
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger import charts, links, record_links, schema
from kubebuku.ledger.file import APPLICATION_ID, SCHEMA
from kubebuku.ledger.findings import MOST_FOUND, Finding, finding


def _header(raw: sqlite3.Connection) -> Iterator[Sentence]:
    if raw.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        yield Sentence(N_("The mark of a KubeBuku book is missing in the file."))
    form = raw.execute("PRAGMA user_version").fetchone()[0]
    steps = [int(step) for (step,) in raw.execute("SELECT version_num FROM alembic_version") if str(step).isdecimal()]
    for found in {form, *(steps or [0])} - {SCHEMA}:
        yield Sentence(N_("The file says its form is {found}; {expected} was expected."), {"found": found, "expected": SCHEMA})


def _integrity(raw: sqlite3.Connection) -> Iterator[Sentence]:
    for (line,) in raw.execute(f"PRAGMA integrity_check({MOST_FOUND + 1})"):
        if line != "ok":
            yield Sentence(N_("The file is damaged: {what}."), {"what": str(line)})


def _foreign_keys(raw: sqlite3.Connection) -> Iterator[Sentence]:
    for table, _, parent, _ in raw.execute("PRAGMA foreign_key_check"):
        yield Sentence(N_("A row of {table} points at a row of {parent} that is not there."), {"table": table, "parent": parent})


def _entries(raw: sqlite3.Connection) -> Iterator[Sentence]:
    """Every entry has at least two lines, numbered from one, that sum to zero and bear its date.

    That no line stands without its entry is among the foreign keys.
    """
    rows = raw.execute(
        "SELECT p.entry, COUNT(*) AS lines, SUM(p.amount) AS total FROM posting AS p CROSS JOIN entry AS e ON e.id = p.entry"
        " GROUP BY p.entry HAVING lines < 2 OR total <> 0 OR MAX(p.line) <> lines"
        " OR SUM(p.date IS NOT e.date)"
        " UNION ALL SELECT id, 0, 0 FROM entry WHERE NOT EXISTS (SELECT 1 FROM posting WHERE entry = entry.id) ORDER BY 1"
    )
    for id_, lines, total in rows:
        if lines > 1 and not total:
            yield Sentence(
                N_("The lines of entry {entry} have another day than the entry, or are not numbered from one."),
                {"entry": str(id_)},
            )
            continue
        values = {"entry": str(id_), "lines": lines, "total": total}
        yield Sentence(N_("Entry {entry} is not whole: {lines} lines with the sum {total}."), values)


def _accounts(raw: sqlite3.Connection) -> Iterator[Sentence]:
    """Kind, box, needs and class of every account are those of the shipped chart; an own account has those of its parent.

    They are not under the seal, and a changed one would turn every statement over.
    """
    shipped, there = charts.shipped_chart(), charts.chart_of(raw)
    for one in shipped:
        if one.code not in there:
            yield Sentence(N_("Account {account} is missing."), {"account": one.code})
    for account in there:
        model = shipped.get(account.parent or account.code)
        strange = account.parent not in (None, account.base) or not account.code.isprintable()  # a CHECK reads up to a NUL
        if model is None or strange or _nature(account) != _nature(model):
            yield Sentence(N_("Account {account} is not what it was made for."), {"account": account.code})


def _nature(account: Account) -> tuple[object, ...]:
    return account.kind, account.box, account.needs, account.cashflow


#: By the stable names under which `kubebuku check` lists them.
PARTS: Mapping[str, Callable[[sqlite3.Connection], Iterable[Sentence]]] = {
    "header": _header,
    "schema": schema.differences,
    "integrity": _integrity,
    "foreign_keys": _foreign_keys,
    "entries": _entries,
    "chain": links.broken,
    "accounts": _accounts,
    "records": record_links.unsealed,
}
#: What SQLite does in one long step each, half of the work, without needing Python meanwhile.
_SQLITES_OWN = ("integrity", "foreign_keys", "entries")


def prove(raw: sqlite3.Connection, beside: sqlite3.Connection | None = None) -> list[Finding]:
    """Every part of the proof, in order; docs/performance.md says how long ten years take.

    `beside` is another connection that sees the same book: half of the work is done on it at the same time, in a thread.
    """
    if beside is None:
        found = _prove(raw, PARTS)
    else:
        with _Beside(beside) as half:
            found = _prove(raw, [name for name in PARTS if name not in _SQLITES_OWN])
            found |= half.wait()
    return [found[name] for name in PARTS]


def whole() -> list[Finding]:
    """What the proof of a whole book answers."""
    return [Finding(name) for name in PARTS]


def _prove(raw: sqlite3.Connection, names: Iterable[str]) -> dict[str, Finding]:
    return {name: finding(name, partial(PARTS[name], raw)) for name in names}


class _Beside:
    """The parts that are SQLite's own, proved in a thread; what it raises, `wait` raises. Stopped where the block fails."""

    def __init__(self, raw: sqlite3.Connection) -> None:
        self._raw = raw
        self._found: dict[str, Finding] = {}
        self._failed: BaseException | None = None
        self._thread = threading.Thread(target=self._work, name="kubebuku-proof")

    def _work(self) -> None:
        try:
            self._found = _prove(self._raw, _SQLITES_OWN)
        except BaseException as error:  # noqa: BLE001 (it belongs to who waits)
            self._failed = error

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def wait(self) -> dict[str, Finding]:
        self._thread.join()
        if self._failed is not None:
            raise self._failed
        return self._found

    def __exit__(self, failed: object, *_: object) -> None:
        if failed is not None:
            self._raw.interrupt()
        self._thread.join()
