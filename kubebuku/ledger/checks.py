"""Named checks of the ledger's own laws, each run by itself or all together. The proof of the file is in `proof`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from sqlalchemy import select

from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import OPENING, Posting, mirrored
from kubebuku.i18n import figure
from kubebuku.ledger import closings, zero_rule
from kubebuku.ledger.journal import read_entry
from kubebuku.ledger.proof import MOST_FOUND, Finding
from kubebuku.ledger.tables import entry
from kubebuku.ledger.work import Reading

Check = Callable[[Reading], Iterable[str]]


def numbers_gapless(reading: Reading) -> Iterable[str]:
    """In each series and year the bukti run from 1 without a gap, in the order of recording (accounting.md 4)."""
    expected: dict[tuple[str, int], int] = {}
    for series, year, seq in reading.connection.execute(select(entry.c.series, entry.c.year, entry.c.seq).order_by(entry.c.id)):
        expected[series, year] = expected.get((series, year), 0) + 1
        if seq != expected[series, year]:
            yield f"{series}/{year}/{seq:04d}: {expected[series, year]:04d}"
            expected[series, year] = seq


def zero_rule_holds(reading: Reading) -> Iterable[str]:
    """No balance under the zero rule crosses zero at the end of any day."""
    for watched, day, held in zero_rule.broken(reading.connection, reading.chart):
        whose = "".join(f" {name} {value}" for name, value in (("person", watched.person), ("loan", watched.loan)) if value)
        yield f"{watched.account}{whose}: {day} {figure(held)}"


def opening_in_place(reading: Reading) -> Iterable[str]:
    """The opening stands on the day the book begins and nothing stands before it (accounting.md 6)."""
    opened = reading.facts.opened.isoformat()
    rows = reading.connection.execute(
        select(entry.c.id, entry.c.date, entry.c.kind).where((entry.c.date < opened) | (entry.c.kind == OPENING))
    )
    for id_, date, kind in rows:
        if date < opened:
            yield f"entry {id_}: {date} < {opened}"
        elif date != opened:
            yield f"entry {id_}: {kind} {date}"


def reversals_mirror(reading: Reading) -> Iterable[str]:
    """A reversal takes back exactly what it reverses, never another reversal."""
    for (id_,) in reading.connection.execute(select(entry.c.id).where(entry.c.reverses.is_not(None))).all():
        mirror = read_entry(reading.connection, id_)
        assert mirror.reverses is not None
        old = read_entry(reading.connection, mirror.reverses)
        if old.reverses is not None or _lines(mirrored(old.postings)) != _lines(mirror.postings):
            yield f"{mirror.number}: {old.number}"


def _lines(postings: Iterable[Posting]) -> list[tuple[str, int, int, int, int, int]]:
    return sorted((p.account, int(p.amount), p.unit or 0, p.person or 0, p.loan or 0, p.item or 0) for p in postings)


def closings_hold(reading: Reading) -> Iterable[str]:
    """What each standing closing wrote down equals the balances recomputed from the postings."""
    closed = closings.closed_until(reading.connection)
    if closed is None:
        return
    for month in Month.of(reading.facts.opened).until(closed):
        kept = closings.standing(reading.connection, month)
        if kept is None:
            yield f"{month}: open before {closed}"
            continue
        now = closings.balances_at(reading.connection, month.last)
        then = closings.kept_balances(reading.connection, kept.id)
        for key in sorted(now.keys() | then.keys(), key=str):
            if now.get(key, 0) != then.get(key, 0):
                yield f"{month} {key[0]}: {figure(then.get(key, 0))} / {figure(now.get(key, 0))}"


#: By the name under which `kubebuku check` lists them.
CHECKS: Mapping[str, Check] = {
    "numbers": numbers_gapless,
    "zero_rule": zero_rule_holds,
    "opening": opening_in_place,
    "reversals": reversals_mirror,
    "closings": closings_hold,
}


def run_one(reading: Reading, name: str, check: Check) -> Finding:
    """Run one check; what it finds is cut after a few lines."""
    found = []
    for line in check(reading):
        if len(found) == MOST_FOUND:
            found.append("...")
            break
        found.append(line)
    return Finding(name, tuple(found))


def run_all(reading: Reading, more: Mapping[str, Check]) -> list[Finding]:
    """Every check of the ledger, then `more` (the books' own)."""
    return [run_one(reading, name, check) for name, check in {**CHECKS, **more}.items()]
