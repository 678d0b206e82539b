"""Where the money of a sheet goes, and the sheets that were carried out."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from kubebuku.books.meetings.rule_keeping import in_force, usual_box
from kubebuku.domain.entries import BuktiNumber, EntryId
from kubebuku.ledger import settings, struck
from kubebuku.ledger.tables import act, entry, setting
from kubebuku.ledger.work import Reading

KEY = "collection."


@dataclass(frozen=True, slots=True)
class Boxes:
    """Where the money of a sheet goes."""

    savings: str
    dues: str
    fines: str


def usual_boxes(reading: Reading) -> Boxes:
    """The group's usual places of money for the three kinds of lines."""
    chosen = settings.read(reading.connection)
    fines = usual_box(reading.connection, in_force(reading.connection).fine_to)
    return Boxes(chosen.box_savings_loan, chosen.box_solidarity, fines)


@dataclass(frozen=True, slots=True)
class Kept:
    """A sheet as it was carried out."""

    first: EntryId
    on: date
    meeting: int | None
    entries: tuple[EntryId, ...]
    counts: tuple[int, ...]


def kept_sheets(reading: Reading, on: date | None = None) -> tuple[Kept, ...]:
    """Every sheet that was ever carried out, or those of a day, oldest first; struck ones too."""
    rows = reading.connection.execute(
        select(setting.c.key, setting.c.value).where(setting.c.key.startswith(KEY, autoescape=True))
    )
    found = []
    for key, value in rows:
        data = settings.parsed(key, value)
        day = date.fromisoformat(data["on"])
        if on is None or day == on:
            entries = tuple(EntryId(one) for one in data["entries"])
            first = EntryId(int(key.removeprefix(KEY)))
            found.append(Kept(first, day, data["meeting"], entries, tuple(data["counts"])))
    return tuple(sorted(found, key=lambda one: one.first))


def standing_entries(reading: Reading, sheet: Kept) -> tuple[EntryId, ...]:
    """Of its entries those that stand; one that was mended stands as the entry in its place."""
    mirrored = set(reading.connection.execute(select(entry.c.reverses).where(entry.c.reverses.is_not(None))).scalars())
    return _in_place(reading, sheet, mirrored)


def entries_of_its_day(reading: Reading, sheet: Kept) -> tuple[EntryId, ...]:
    """The same as its own day tells it: what a later month corrected stands there as it was received."""
    standing = _in_place(reading, sheet, struck.pairs(reading.connection).keys())
    on_day = select(entry.c.id).where(entry.c.id.in_(standing), entry.c.date == sheet.on.isoformat())
    return tuple(EntryId(one) for one in reading.connection.execute(on_day.order_by(entry.c.id)).scalars())


def numbers(reading: Reading, entries: Iterable[int]) -> tuple[str, ...]:
    """Their bukti numbers in the order they were written."""
    rows = select(entry.c.series, entry.c.year, entry.c.seq).where(entry.c.id.in_(tuple(entries))).order_by(entry.c.id)
    return tuple(str(BuktiNumber(*row)) for row in reading.connection.execute(rows))


def _in_place(reading: Reading, sheet: Kept, mirrored: Collection[int | None]) -> tuple[EntryId, ...]:
    instead = {
        old: new
        for new, old in reading.connection.execute(select(act.c.entry, act.c.replaces).where(act.c.replaces.is_not(None)))
    }
    found = []
    for one in sheet.entries:
        now: EntryId | None = one
        while now is not None and now in mirrored:
            then = instead.get(now)
            now = None if then is None else EntryId(then)
        if now is not None:
            found.append(now)
    return tuple(found)
