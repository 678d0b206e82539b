"""The proof of a book: that it is whole and was changed by nobody. Run at opening and before report, closing and backup.

Everything is recomputed from the rows; nothing is believed. Against somebody who rewrites the whole chain, or takes its end
away, only the check codes on paper stand.
"""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger import chain, db, plain
from kubebuku.ledger.file import APPLICATION_ID, SCHEMA, disk_trouble

#: A damaged book can break a rule a thousand times; the first few tell enough.
MOST_FOUND = 10


@dataclass(frozen=True, slots=True)
class Finding:
    """One part of the proof or one check: its stable name and what was found where it does not hold, at most a few lines."""

    name: str
    found: tuple[Sentence | str, ...] = ()

    @property
    def ok(self) -> bool:
        """True where nothing was found."""
        return not self.found


def finding(name: str, look: Callable[[], Iterable[Sentence | str]]) -> Finding:
    """What `look` finds, cut after a few lines; that it stumbles over damaged rows is a finding too.

    Disk troubles other than damage, and a read that was stopped, pass through.
    """
    found: list[Sentence | str] = []
    try:
        for line in look():
            if len(found) == MOST_FOUND:
                found.append(Sentence(N_("And more of the same.")))
                break
            found.append(line)
    except (SQLAlchemyError, sqlite3.Error, ArithmeticError, LookupError, TypeError, ValueError, RuleBroken) as error:
        cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
        if disk_trouble(cause) not in (None, "damaged") or getattr(cause, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
            raise
        found.append(Sentence(N_("The file is damaged: {what}."), {"what": str(cause)}))
    return Finding(name, tuple(found))


def prove(connection: Connection) -> list[Finding]:
    """Every part of the proof, in order; docs/performance.md says how long ten years take."""
    return [finding(name, partial(part, connection)) for name, part in PARTS.items()]


def _header(connection: Connection) -> Iterator[Sentence]:
    if db.scalar(connection, "PRAGMA application_id") != APPLICATION_ID:
        yield Sentence(N_("The mark of a KubeBuku book is missing in the file."))
    form = db.scalar(connection, "PRAGMA user_version")
    if form != SCHEMA:
        yield Sentence(N_("The file says its form is {found}; {expected} was expected."), {"found": form, "expected": SCHEMA})


def _one_space(sql: str) -> str:
    return " ".join(sql.split())


@cache
def shipped_schema() -> Mapping[tuple[str, str], str]:
    """Type and name of every table, index and trigger a book must have, with its text."""
    found = {}
    for statement in db.schema_text().split(";\n\n"):
        text = statement.strip().rstrip(";")
        match = re.match(r"CREATE (?:UNIQUE )?(TABLE|INDEX|TRIGGER) (\w+)", text)
        if match:
            found[match[1].lower(), match[2]] = _one_space(text)
    return found


def _schema(connection: Connection) -> Iterator[Sentence]:
    """sqlite_schema against the shipped text: a dropped, changed or added guard shows.

    Only what SQLite makes by itself is left out: indexes of keys, which have no text, and the statistics of ANALYZE.
    """
    rows = connection.exec_driver_sql(
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


def _integrity(connection: Connection) -> Iterator[Sentence]:
    for (line,) in connection.exec_driver_sql(f"PRAGMA integrity_check({MOST_FOUND + 1})"):
        if line != "ok":
            yield Sentence(N_("The file is damaged: {what}."), {"what": str(line)})


def _foreign_keys(connection: Connection) -> Iterator[Sentence]:
    for table, _, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Sentence(N_("A row of {table} points at a row of {parent} that is not there."), {"table": table, "parent": parent})


def _entries(connection: Connection) -> Iterator[Sentence]:
    """Every entry has at least two lines, numbered from one, that sum to zero and bear its date.

    That no line stands without its entry is among the foreign keys.
    """
    rows = connection.exec_driver_sql(
        "SELECT e.id, COALESCE(p.lines, 0), COALESCE(p.total, 0) FROM entry AS e LEFT JOIN"
        " (SELECT entry, COUNT(*) AS lines, SUM(amount) AS total, MAX(line) AS last, MIN(date) AS since, MAX(date) AS until"
        " FROM posting GROUP BY entry) AS p ON p.entry = e.id"
        " WHERE p.lines IS NULL OR p.lines < 2 OR p.total <> 0 OR p.last <> p.lines"
        " OR p.since IS NOT e.date OR p.until IS NOT e.date"
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


#: kind, id, hash of the link before as kept, own hash as kept, text recomputed
_Link = tuple[str, int, str, str, str]


def _links(connection: Connection) -> Iterator[_Link]:
    """Entries and closings in the order of the chain; closings that follow no entry of the book come last."""
    closings = _closing_links(connection)
    yield from closings.pop(0, ())
    for link in _entry_links(connection):
        yield link
        yield from closings.pop(link[1], ())
    for after in sorted(closings):
        yield from closings[after]


def _entry_links(connection: Connection) -> Iterator[_Link]:
    ask = db.driver(connection).execute  # plain tuples: a hundred thousand rows go by
    lines: dict[int, str] = {}
    for entry, line, account, amount, unit, person, loan, item in ask(
        "SELECT entry, line, account, amount, unit, person, loan, item FROM posting ORDER BY entry, line"
    ):
        text = chain.posting_text(line, account, amount, unit, person, loan, item)
        lines[entry] = f"{lines[entry]},{text}" if entry in lines else text
    for id_, series, year, seq, date, description, nota, kind, who, recorded, decision, reverses, previous, hash_ in ask(
        "SELECT id, series, year, seq, date, description, nota, kind, who, recorded, decision, reverses, previous, hash"
        " FROM entry ORDER BY id"
    ):
        number = f"{series}/{year}/{seq:04d}"
        link = chain.EntryLink(id_, number, date, description, nota, kind, who, recorded, decision, reverses, ())
        yield "entry", id_, previous, hash_, chain.entry_text(link, lines.get(id_, ""))


def _closing_links(connection: Connection) -> dict[int, list[_Link]]:
    """By the entry they follow."""
    ask = db.driver(connection).execute
    balances = defaultdict(list)
    for closing, *balance in ask(
        "SELECT closing, line, account, person, unit, loan, amount FROM closing_balance ORDER BY closing, line"
    ):
        balances[closing].append(tuple(balance))
    counts = defaultdict(list)
    for closing, *count in ask(
        "SELECT closing, account, book, counted, explanation FROM closing_count ORDER BY closing, account"
    ):
        counts[closing].append(tuple(count))
    rows = ask("SELECT id, month, act, serial, reason, who, recorded, after_entry, previous, hash FROM closing ORDER BY id")
    links = defaultdict(list)
    for id_, month, act, serial, reason, who, recorded, after, previous, hash_ in rows:
        link = chain.ClosingLink(id_, month, act, serial, reason, who, recorded, after, balances[id_], counts[id_])
        links[after].append(("closing", id_, previous, hash_, chain.closing_text(link)))
    return links


_MISSING = {"entry": N_("Entry {id} is missing."), "closing": N_("Closing {id} is missing.")}
_ELSEWHERE = {
    "entry": N_("Entry {id} does not follow what was written before it."),
    "closing": N_("Closing {id} does not follow what was written before it."),
}
_CHANGED = {
    "entry": N_("Entry {id} is not what was sealed when it was written."),
    "closing": N_("Closing {id} is not what was sealed when it was written."),
}


def _chain(connection: Connection) -> Iterator[Sentence]:
    """Every hash recomputed from its row and the one before; ids without a gap."""
    identity = connection.exec_driver_sql("SELECT book_id, opened, genesis FROM kube").first()
    if identity is None or chain.genesis(identity[0], identity[1]) != identity[2]:
        yield Sentence(N_("The book is not that of the group for which it was made."))
    expected = identity[2] if identity else ""
    last = {"entry": 0, "closing": 0}
    for kind, id_, previous, kept, text in _links(connection):
        if id_ != last[kind] + 1:
            yield Sentence(_MISSING[kind], {"id": str(last[kind] + 1)})
        if previous != expected:
            yield Sentence(_ELSEWHERE[kind], {"id": str(id_)})
        if chain.seal(previous, text) != kept:
            yield Sentence(_CHANGED[kind], {"id": str(id_)})
        last[kind], expected = id_, kept


#: By the stable names under which `kubebuku check` lists them.
PARTS: Mapping[str, Callable[[Connection], Iterable[Sentence]]] = {
    "header": _header,
    "schema": _schema,
    "integrity": _integrity,
    "foreign_keys": _foreign_keys,
    "entries": _entries,
    "chain": _chain,
}


def prove_head(connection: Connection) -> bool:
    """The quick proof for reading commands: the newest link recomputed from its row."""
    return plain.head_holds(connection.exec_driver_sql)
