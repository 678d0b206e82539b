"""The entries of a month as the pendamping reads them: struck pairs, corrections, late ones, payments without a nota."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from kubebuku.books.cash.queries import Mark, MarkedEntries
from kubebuku.domain.entries import BuktiNumber
from kubebuku.domain.money import Rupiah
from kubebuku.ledger.tables import act, entry, posting
from kubebuku.ledger.work import Reading
from kubebuku.reports.frame import Frame, local_day


@dataclass(frozen=True, slots=True)
class Written:
    """One entry. `amount` is the sum of its debits; `recorded` the local day on which it was written."""

    id: int
    number: str
    on: date
    description: str
    who: str
    recorded: date
    reverses: int | None
    amount: Rupiah

    @property
    def days_late(self) -> int:
        """From its date to the day it was written."""
        return (self.recorded - self.on).days


@dataclass(frozen=True, slots=True)
class StruckPair:
    """An entry that was struck out, its mirror, why, and the number of what was written in its place."""

    old: Written
    mirror: Written
    reason: str
    replaced_by: str | None


@dataclass(frozen=True, slots=True)
class Correction:
    """A mirror in this month of an entry of an earlier one (*koreksi bulan lalu*)."""

    mirror: Written
    old_number: str
    old_on: date


@dataclass(frozen=True, slots=True)
class MonthEntries:
    """All entries of a month, and what about them should be looked at."""

    written: tuple[Written, ...]
    struck: tuple[StruckPair, ...]
    corrections: tuple[Correction, ...]
    late: tuple[Written, ...]
    without_nota: tuple[Written, ...]

    @property
    def count(self) -> int:
        """How many count: struck pairs left out."""
        return len(self.written) - 2 * len(self.struck)


def month_entries(frame: Frame) -> MonthEntries:
    """Read the month once and sort it out."""
    written = _read(frame)
    by_id = {one.id: one for one in written}
    mirrors = {one.reverses: one for one in written if one.reverses is not None}
    pairs = [(by_id[old], mirror) for old, mirror in mirrors.items() if old in by_id and by_id[old].on == mirror.on]
    halves = {half.id for pair in pairs for half in pair}
    reasons = _reasons(frame.reading, [mirror.id for _old, mirror in pairs])
    replacements = _replacements(frame.reading, [old.id for old, _mirror in pairs])

    def marked(mark: Mark) -> tuple[Written, ...]:
        return tuple(by_id[row.entry] for row in frame.ask(MarkedEntries(mark, frame.month)))

    return MonthEntries(
        tuple(written),
        tuple(
            StruckPair(old, mirror, reasons.get(mirror.id) or mirror.description, replacements.get(old.id))
            for old, mirror in pairs
        ),
        _corrections(frame.reading, [one for one in mirrors.values() if one.id not in halves]),
        marked(Mark.LATE),
        marked(Mark.WITHOUT_NOTA),
    )


def _read(frame: Frame) -> list[Written]:
    debits = select(func.sum(posting.c.amount)).where(posting.c.entry == entry.c.id, posting.c.amount > 0).scalar_subquery()
    columns = (entry.c.id, entry.c.series, entry.c.year, entry.c.seq, entry.c.date, entry.c.description)
    query = (
        select(*columns, entry.c.who, entry.c.recorded, entry.c.reverses, debits)
        .where(entry.c.date.between(frame.month.first.isoformat(), frame.month.last.isoformat()))
        .order_by(entry.c.date, entry.c.id)
    )
    rows = frame.reading.connection.execute(query)
    return [
        Written(
            id_,
            str(BuktiNumber(series, year, seq)),
            date.fromisoformat(on),
            description,
            who,
            local_day(recorded),
            reverses,
            Rupiah(amount),
        )
        for id_, series, year, seq, on, description, who, recorded, reverses, amount in rows
    ]


def _reasons(reading: Reading, mirrors: list[int]) -> dict[int, str | None]:
    rows = reading.connection.execute(select(act.c.entry, act.c.reason).where(act.c.entry.in_(mirrors)))
    return {id_: reason for id_, reason in rows}  # noqa: C416 (a row is no pair to mypy)


def _replacements(reading: Reading, old: list[int]) -> dict[int, str]:
    rows = reading.connection.execute(
        select(act.c.replaces, entry.c.series, entry.c.year, entry.c.seq)
        .join(entry, entry.c.id == act.c.entry)
        .where(act.c.replaces.in_(old))
    )
    return {replaces: str(BuktiNumber(series, year, seq)) for replaces, series, year, seq in rows if replaces is not None}


def _corrections(reading: Reading, mirrors: list[Written]) -> tuple[Correction, ...]:
    rows = reading.connection.execute(
        select(entry.c.id, entry.c.series, entry.c.year, entry.c.seq, entry.c.date).where(
            entry.c.id.in_([one.reverses for one in mirrors])
        )
    )
    old = {id_: (str(BuktiNumber(series, year, seq)), date.fromisoformat(on)) for id_, series, year, seq, on in rows}
    return tuple(Correction(one, *old[one.reverses]) for one in mirrors if one.reverses in old)
