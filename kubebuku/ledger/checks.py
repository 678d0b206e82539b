"""Named checks of the ledger's own laws, each run by itself or all together. The proof of the file is in `proof`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import OPENING, BuktiNumber, EntryId, Posting, mirrored
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, PN_, Particular, Sentence
from kubebuku.ledger import closings, cross_checks, zero_rule
from kubebuku.ledger.closings import Closing
from kubebuku.ledger.findings import Finding, finding
from kubebuku.ledger.journal import read_entry
from kubebuku.ledger.tables import entry
from kubebuku.ledger.work import Reading

Check = Callable[[Reading], Iterable[Sentence | str]]

#: What each part of the proof and each check of the ledger looks at, as a person reads it.
TITLES: Mapping[str, Particular] = {
    "header": PN_("check", "The file is a KubeBuku book"),
    "schema": PN_("check", "Its structure and guards are as they were made"),
    "integrity": PN_("check", "The file is whole"),
    "foreign_keys": PN_("check", "Everything that is named is there"),
    "entries": PN_("check", "Every entry is balanced"),
    "chain": PN_("check", "Nothing was changed after it was written"),
    "accounts": PN_("check", "The accounts are what they were made for"),
    "records": PN_("check", "What stands beside the entries was changed by this program alone"),
    "values": PN_("check", "Everything that is written can be read"),
    "numbers": PN_("check", "The numbers run without a gap"),
    "zero_rule": PN_("check", "Nothing was ever below zero"),
    "opening": PN_("check", "Nothing stands before the book begins"),
    "reversals": PN_("check", "What was struck out was struck out exactly"),
    "closings": PN_("check", "Closed months are as they were closed"),
    "dimensions": PN_("check", "Every line says whose it is"),
    "days": PN_("check", "Nothing was written before its day"),
    "subsidiaries": PN_("check", "Savings and loans of all people add up"),
    "position": PN_("check", "Assets equal liabilities and equity"),
    "income": PN_("check", "The businesses together make the income statement"),
    "cashflow": PN_("check", "The cash flow leads to the money that is there"),
}


def numbers_gapless(reading: Reading) -> Iterator[Sentence]:
    """In each series and year the bukti run from 1 without a gap, in the order of recording (accounting.md 4)."""
    last: dict[tuple[str, int], int] = {}
    for series, year, seq in reading.raw.execute("SELECT series, year, seq FROM entry ORDER BY id"):
        expected = last.get((series, year), 0) + 1
        last[series, year] = seq
        if seq != expected:
            values = {"found": str(BuktiNumber(series, year, seq)), "expected": str(BuktiNumber(series, year, expected))}
            yield Sentence(N_("{found} stands where {expected} was expected."), values)


def zero_rule_holds(reading: Reading) -> Iterator[Sentence]:
    """No balance under the zero rule crosses zero at the end of any day."""
    for watched, day, held in zero_rule.broken(reading.connection, reading.chart):
        values = {
            "account": reading.chart[watched.account].called,
            "whose": zero_rule.whose(reading.connection, watched),
            "day": date.fromisoformat(day),
            "held": held,
        }
        yield Sentence(N_("{account} of {whose} held {held} on {day}."), values)


def opening_in_place(reading: Reading) -> Iterator[Sentence]:
    """The opening stands on the day the book begins and nothing stands before it (accounting.md 6)."""
    opened = reading.facts.opened.isoformat()
    rows = reading.connection.execute(
        select(entry.c.series, entry.c.year, entry.c.seq)
        .where((entry.c.date < opened) | ((entry.c.kind == OPENING) & (entry.c.date != opened)))
        .order_by(entry.c.id)
    )
    for series, year, seq in rows:
        values = {"number": str(BuktiNumber(series, year, seq)), "opened": reading.facts.opened}
        yield Sentence(N_("{number} does not fit the day the book begins, {opened}."), values)


def reversals_mirror(reading: Reading) -> Iterator[Sentence]:
    """A reversal takes back exactly what it reverses, never another reversal."""
    pairs = select(entry.c.id, entry.c.reverses).where(entry.c.reverses.is_not(None)).order_by(entry.c.id)
    for id_, reversed_ in reading.connection.execute(pairs).all():
        mirror, old = read_entry(reading.connection, id_), read_entry(reading.connection, EntryId(reversed_ or 0))
        if old.reverses is not None or _lines(mirrored(old.postings)) != _lines(mirror.postings):
            yield Sentence(
                N_("{number} does not take back exactly what {old} wrote."), {"number": mirror.number, "old": old.number}
            )


def _lines(postings: Iterable[Posting]) -> list[tuple[str, int, int, int, int, int]]:
    return sorted((p.account, int(p.amount), p.unit or 0, p.person or 0, p.loan or 0, p.item or 0) for p in postings)


def closings_hold(reading: Reading) -> Iterator[Sentence]:
    """What each standing closing wrote down equals the balances recomputed from the postings."""
    closed = closings.closed_until(reading.connection)
    if closed is None:
        return
    sealed = closings.all_kept_balances(reading.raw)
    standing: dict[Month, Closing] = {}
    for act in closings.history(reading.connection):
        standing[act.month] = act
    for month, now in closings.month_ends(reading.raw, Month.of(reading.facts.opened), closed):
        kept = standing.get(month)
        if kept is None or kept.act != "close":
            yield Sentence(N_("{month} is open, though {later} is closed."), {"month": month, "later": closed})
            continue
        then = sealed[kept.id]
        if now == then:
            continue
        for key in sorted((key for key in now.keys() | then.keys() if now.get(key, 0) != then.get(key, 0)), key=str):
            values = {"month": month, "account": key[0], "then": Rupiah(then.get(key, 0)), "now": Rupiah(now.get(key, 0))}
            yield Sentence(N_("{month}, account {account}: {then} when it was closed, {now} now."), values)


#: By the name under which `kubebuku check` lists them.
CHECKS: Mapping[str, Check] = {
    "numbers": numbers_gapless,
    "zero_rule": zero_rule_holds,
    "opening": opening_in_place,
    "reversals": reversals_mirror,
    "closings": closings_hold,
    "dimensions": cross_checks.dimensions_given,
    "days": cross_checks.days_possible,
    "subsidiaries": cross_checks.subsidiaries_tie,
    "position": cross_checks.position_balances,
    "income": cross_checks.units_make_income,
    "cashflow": cross_checks.cashflow_ties,
}


def run_one(reading: Reading, name: str, check: Check) -> Finding:
    """Run one check; what it finds is cut after a few lines."""
    return finding(name, lambda: check(reading), (SQLAlchemyError,))


def run_all(reading: Reading, more: Mapping[str, Check]) -> list[Finding]:
    """Every check of the ledger, then `more` (the books' own)."""
    return [run_one(reading, name, check) for name, check in {**CHECKS, **more}.items()]
