"""Every link of a book's chain held against its rows.

The lines of all entries are put into form 1 by SQL, in half of the time. An entry that agrees with its hash so is sealed; one
that does not is judged by `chain`, which alone says what form 1 is.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger import chain


class _Link(NamedTuple):
    kind: str
    id: int
    previous: str
    hash: str
    sound: bool


def _if_given(column: str) -> str:
    return f"""iif({column} IS NULL, '', ',"{column}":' || {column})"""


# that every value is of its kind, and no account but one of the chart, the rest of the proof says
_LINE = f"""printf('{{"account":"%s","amount":%d%s,"line":%d%s%s%s}}', account, amount, {_if_given("item")}, line,
    {_if_given("loan")}, {_if_given("person")}, {_if_given("unit")})"""
_ENTRIES = f"""
SELECT id, series, year, seq, date, description, nota, kind, who, recorded, decision, reverses, previous, hash,
    (SELECT group_concat(text) FROM (SELECT {_LINE} AS text FROM posting WHERE entry = entry.id ORDER BY line))
FROM entry ORDER BY id"""


def _links(raw: sqlite3.Connection) -> Iterator[_Link]:
    """Entries and closings in the order of the chain; closings that follow no entry of the book come last."""
    closings = _closings(raw)
    yield from closings.pop(0, ())
    for id_, series, year, seq, day, words, nota, kind, who, recorded, decision, reverses, previous, hash_, lines in raw.execute(
        _ENTRIES
    ):
        number = f"{series}/{year}/{seq:04d}"
        link = chain.EntryLink(id_, number, day, words, nota, kind, who, recorded, decision, reverses, ())
        sound = chain.seal(previous, chain.entry_text(link, lines or "")) == hash_ or (
            chain.seal(previous, chain.entry_text(link._replace(postings=_lines(raw, id_)))) == hash_
        )
        yield _Link("entry", id_, previous, hash_, sound)
        yield from closings.pop(id_, ())
    for after in sorted(closings):
        yield from closings[after]


def _lines(raw: sqlite3.Connection, entry: int) -> list[chain.PostingRow]:
    return raw.execute(
        "SELECT line, account, amount, unit, person, loan, item FROM posting WHERE entry = ? ORDER BY line", (entry,)
    ).fetchall()


def _closings(raw: sqlite3.Connection) -> dict[int, list[_Link]]:
    """By the entry they follow."""
    balances = _by_closing(
        raw.execute("SELECT closing, line, account, person, unit, loan, amount FROM closing_balance ORDER BY closing, line")
    )
    counts = _by_closing(
        raw.execute("SELECT closing, account, book, counted, explanation FROM closing_count ORDER BY closing, account")
    )
    rows = raw.execute(
        "SELECT id, month, act, serial, reason, who, recorded, after_entry, previous, hash FROM closing ORDER BY id"
    )
    links = defaultdict(list)
    for id_, month, act, serial, reason, who, recorded, after, previous, hash_ in rows:
        link = chain.ClosingLink(id_, month, act, serial, reason, who, recorded, after, balances[id_], counts[id_])
        sound = chain.seal(previous, chain.closing_text(link)) == hash_
        links[after].append(_Link("closing", id_, previous, hash_, sound))
    return links


def _by_closing(rows: Iterable[tuple[Any, ...]]) -> dict[int, list[Any]]:
    found = defaultdict(list)
    for closing, *rest in rows:
        found[closing].append(tuple(rest))
    return found


_MISSING = {"entry": N_("Entry {id} is missing."), "closing": N_("Closing {id} is missing.")}
_ELSEWHERE = {
    "entry": N_("Entry {id} does not follow what was written before it."),
    "closing": N_("Closing {id} does not follow what was written before it."),
}
_CHANGED = {
    "entry": N_("Entry {id} is not what was sealed when it was written."),
    "closing": N_("Closing {id} is not what was sealed when it was written."),
}


def broken(raw: sqlite3.Connection) -> Iterator[Sentence]:
    """Every hash recomputed from its row and the one before; ids without a gap."""
    identity = raw.execute("SELECT book_id, opened, genesis FROM kube").fetchone()
    if identity is None or chain.genesis(identity[0], identity[1]) != identity[2]:
        yield Sentence(N_("The book is not that of the group for which it was made."))
    expected = identity[2] if identity else ""
    last = {"entry": 0, "closing": 0}
    for link in _links(raw):
        if link.id != last[link.kind] + 1:
            yield Sentence(_MISSING[link.kind], {"id": str(last[link.kind] + 1)})
        if link.previous != expected:
            yield Sentence(_ELSEWHERE[link.kind], {"id": str(link.id)})
        if not link.sound:
            yield Sentence(_CHANGED[link.kind], {"id": str(link.id)})
        last[link.kind], expected = link.id, link.hash
