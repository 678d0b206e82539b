"""Every link of a book's chain held against its rows.

SQL puts every link into form 1, in a third of the time. One that agrees with its hash so is sealed; one that does not is judged
by `chain`, which alone says what form 1 is.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from hashlib import sha256

from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger import chain

#: kind, id, hash of the link before, hash, whether the row is what was sealed
_Link = tuple[str, int, str, str, bool]


def _if_given(column: str, value: str | None = None) -> str:
    return f"""iif({column} IS NULL, '', ',"{column}":' || {value or column})"""


# that every value is of its kind, and no account but one of the chart, the rest of the proof says; every other text is quoted,
# the days too, since printf ends a text at a NUL; lines are read as the primary key lies: `chain` judges what lay otherwise
_ENDS = ", ".join(map(_if_given, ("loan", "person", "unit")))
_LINE = f"""printf('{{"account":"%s","amount":%d%s,"line":%d%s%s%s}}', account, amount, {_if_given("item")}, line, {_ENDS})"""
_ENTRIES = f"""
SELECT id, previous, hash, printf('%s
{{"date":%s%s,"description":%s,"form":1,"id":%d,"kind":%s%s,"number":"%s/%d/%04d","postings":[%s],"recorded":%s%s,"who":%s}}',
    previous, json_quote(date), {_if_given("decision")}, json_quote(description), id, json_quote(kind),
    {_if_given("nota", "json_quote(nota)")}, series, year, seq,
    (SELECT group_concat({_LINE}) FROM posting WHERE entry = entry.id), json_quote(recorded),
    {_if_given("reverses")}, json_quote(who))
FROM entry ORDER BY id"""
_BALANCE = f"""printf('{{"account":"%s","amount":%d,"line":%d%s%s%s}}', account, amount, line, {_ENDS})"""
_COUNT = f"""printf('{{"account":"%s","book":%d%s%s}}', account, book, {_if_given("counted")},
    {_if_given("explanation", "json_quote(explanation)")})"""
_CLOSINGS = f"""
SELECT after_entry, id, previous, hash, printf('%s
{{"act":"%s","after":%d,"balances":[%s],"counts":[%s],"form":%d,"id":%d,"month":%s%s,"recorded":%s,"serial":%d%s,"who":%s}}',
    previous, act, after_entry, (SELECT group_concat({_BALANCE}) FROM closing_balance WHERE closing_balance.closing = closing.id),
    (SELECT group_concat({_COUNT}) FROM closing_count WHERE closing_count.closing = closing.id),
    iif(digest IS NULL, 1, 2), id, json_quote(month), {_if_given("reason", "json_quote(reason)")}, json_quote(recorded), serial,
    iif(digest IS NULL, '', ',"state":' || json_quote(digest)), json_quote(who))
FROM closing LEFT JOIN closing_state ON closing = id ORDER BY id"""
_CHANGE = """printf('{%s"key":%s,"record":%s%s}', iif(now IS NULL, '', '"is":' || now || ','), json_quote(key),
    json_quote(record), iif(was IS NULL, '', ',"was":' || was))"""
_RECORDS = f"""
SELECT after_entry, after_closing, id, previous, hash, printf('%s
{{"after":%d,"changes":[%s],"closings":%d,"form":1,"id":%d,"recorded":%s,"who":%s}}',
    previous, after_entry, (SELECT group_concat({_CHANGE}) FROM record_change WHERE link = record_link.id), after_closing, id,
    json_quote(recorded), json_quote(who))
FROM record_link ORDER BY id"""


def _links(raw: sqlite3.Connection) -> Iterator[_Link]:
    """All links in the order of the chain; closings and links of records that follow no entry of the book come last."""
    beside = _beside(raw)
    yield from beside.pop(0, ())
    for id_, previous, hash_, text in raw.execute(_ENTRIES):
        sound = sha256(text.encode()).hexdigest() == hash_ or chain.seal(previous, _entry_text(raw, id_)) == hash_
        yield "entry", id_, previous, hash_, sound
        if id_ in beside:
            yield from beside.pop(id_)
    for after in sorted(beside):
        yield from beside[after]


def _beside(raw: sqlite3.Connection) -> dict[int, list[_Link]]:
    """Closings and links of records by the entry they follow, each in the order of the chain."""
    placed = defaultdict[int, list[tuple[int, _Link]]](list)
    for after, id_, previous, hash_, text in raw.execute(_CLOSINGS):
        sound = sha256(text.encode()).hexdigest() == hash_ or chain.seal(previous, _closing_text(raw, id_)) == hash_
        placed[after].append((id_, ("closing", id_, previous, hash_, sound)))
    for after, closing, id_, previous, hash_, text in raw.execute(_RECORDS):
        sound = sha256(text.encode()).hexdigest() == hash_ or chain.seal(previous, _record_text(raw, id_)) == hash_
        placed[after].append((closing, ("record", id_, previous, hash_, sound)))
    return {after: [link for _, link in sorted(links)] for after, links in placed.items()}


def _entry_text(raw: sqlite3.Connection, entry: int) -> str:
    """Form 1 of an entry as `chain` tells it."""
    series, year, seq, *rest = raw.execute(
        "SELECT series, year, seq, date, description, nota, kind, who, recorded, decision, reverses FROM entry WHERE id = ?",
        (entry,),
    ).fetchone()
    lines = raw.execute(
        "SELECT line, account, amount, unit, person, loan, item FROM posting WHERE entry = ? ORDER BY line", (entry,)
    ).fetchall()
    return chain.entry_text(chain.EntryLink._make((entry, f"{series}/{year}/{seq:04d}", *rest, lines)))


def _closing_text(raw: sqlite3.Connection, closing: int) -> str:
    row = raw.execute(
        "SELECT id, month, act, serial, reason, who, recorded, after_entry FROM closing WHERE id = ?", (closing,)
    ).fetchone()
    balances = raw.execute(
        "SELECT line, account, person, unit, loan, amount FROM closing_balance WHERE closing = ? ORDER BY line", (closing,)
    ).fetchall()
    counts = raw.execute(
        "SELECT account, book, counted, explanation FROM closing_count WHERE closing = ? ORDER BY account", (closing,)
    ).fetchall()
    state = raw.execute("SELECT digest FROM closing_state WHERE closing = ?", (closing,)).fetchone()
    return chain.closing_text(chain.ClosingLink._make((*row, balances, counts, state[0] if state else None)))


def _record_text(raw: sqlite3.Connection, link: int) -> str:
    row = raw.execute("SELECT id, who, recorded, after_entry, after_closing FROM record_link WHERE id = ?", (link,)).fetchone()
    changes = raw.execute("SELECT record, key, was, now FROM record_change WHERE link = ? ORDER BY line", (link,)).fetchall()
    return chain.record_text(chain.RecordLink._make((*row, changes)))


_MISSING = {
    "entry": N_("Entry {id} is missing."),
    "closing": N_("Closing {id} is missing."),
    "record": N_("Link {id} of the records is missing."),
}
_ELSEWHERE = {
    "entry": N_("Entry {id} does not follow what was written before it."),
    "closing": N_("Closing {id} does not follow what was written before it."),
    "record": N_("Link {id} of the records does not follow what was written before it."),
}
_CHANGED = {
    "entry": N_("Entry {id} is not what was sealed when it was written."),
    "closing": N_("Closing {id} is not what was sealed when it was written."),
    "record": N_("Link {id} of the records is not what was sealed when it was written."),
}


def broken(raw: sqlite3.Connection) -> Iterator[Sentence]:
    """Every hash recomputed from its row and the one before; ids without a gap."""
    identity = raw.execute("SELECT book_id, opened, genesis FROM kube").fetchone()
    if identity is None or chain.genesis(identity[0], identity[1]) != identity[2]:
        yield Sentence(N_("The book is not that of the group for which it was made."))
    expected = identity[2] if identity else ""
    last = {"entry": 0, "closing": 0, "record": 0}
    for kind, id_, previous, hash_, sound in _links(raw):
        if id_ != last[kind] + 1:
            yield Sentence(_MISSING[kind], {"id": str(last[kind] + 1)})
        if previous != expected:
            yield Sentence(_ELSEWHERE[kind], {"id": str(id_)})
        if not sound:
            yield Sentence(_CHANGED[kind], {"id": str(id_)})
        last[kind], expected = id_, hash_
