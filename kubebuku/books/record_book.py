"""Books that record what happened without money: rows numbered through a year, changed within it, crossed out with a reason.

Guests, letters and activities are three of one kind. Each says what its rows are made of and in which words it answers; how a
row gets its number, is found, changed and crossed out is said here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, Protocol, TypeVar

from sqlalchemy import ColumnElement, RowMapping, Select, Table, insert, select, update

from kubebuku.books.records import Recorded
from kubebuku.books.spec import Changed, Outcome, built
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger.records import OtherYear, RowStruck, RowUnknown, gaps, need_reason, next_number
from kubebuku.ledger.work import Reading, Work


class _Numbered(Protocol):
    """What every row of such a book has."""

    @property
    def id(self) -> int: ...
    @property
    def year(self) -> int: ...
    @property
    def struck(self) -> str | None: ...


R = TypeVar("R", bound=_Numbered)


@dataclass(frozen=True)
class RecordBook(Generic[R]):
    """One such book. `kind` names a row in commands and outcomes; `texts` are what is searched, the number first."""

    kind: str
    row: type[R]
    table: Table[Any]
    texts: tuple[str, ...]
    #: the text of a row by which an outcome calls it
    title: str
    #: columns through which the numbers run from 1
    series: tuple[str, ...] = ("year",)

    # ---- reading

    def read(self, row: RowMapping) -> R:
        """The row as the book answers it."""
        return built(self.row, {**row, "on": row["on_date"]})

    def found(
        self,
        reading: Reading,
        asked: Recorded[R],
        *where: ColumnElement[bool],
        rows: Select[*tuple[Any, ...]] | None = None,
        read: Callable[[RowMapping], R] | None = None,
    ) -> tuple[R, ...]:
        """The rows that are asked for, by series and number; `rows` and `read` where they are more than those of the table."""
        columns = self.table.c
        wanted = (select(self.table) if rows is None else rows).where(*where)
        if asked.month is not None:
            wanted = wanted.where(columns.on_date.between(asked.month.first.isoformat(), asked.month.last.isoformat()))
        if asked.year is not None:
            wanted = wanted.where(columns.year == asked.year)
        if not asked.show_struck:
            wanted = wanted.where(columns.struck.is_(None))
        wanted = wanted.order_by(*(columns[name] for name in self.series), self._numbers)
        sought = asked.search.strip().casefold()
        found = map(read or self.read, reading.connection.execute(wanted).mappings())
        return tuple(row for row in found if not sought or sought in self._text(row))

    def one(self, reading: Reading, id_: int, rows: Select[*tuple[Any, ...]] | None = None) -> RowMapping:
        """The row of that id; raises RowUnknown."""
        wanted = (select(self.table) if rows is None else rows).where(self.table.c.id == id_)
        row = reading.connection.execute(wanted).mappings().first()
        if row is None:
            raise RowUnknown(id_, self.kind)
        return row

    def next_number(self, reading: Reading, **series: object) -> int:
        """What the next row of that series gets; struck rows keep theirs."""
        among = (self.table.c[name] == value for name, value in series.items())
        return next_number(reading.connection, self._numbers, *among)

    def gaps(self, reading: Reading) -> Iterator[tuple[tuple[Any, ...], Mapping[str, object]]]:
        """Where the numbers of a series do not run from 1 without a gap, with what a sentence about it says."""
        for series, found, expected in gaps(reading.connection, self._numbers, *(self.table.c[name] for name in self.series)):
            yield series, {"year": str(series[-1]), "found": found, "expected": expected}

    # ---- writing

    def add(self, work: Work, on: date, values: Mapping[str, object], **series: object) -> tuple[int, int]:
        """A row under the next number of its series and year; its id and its number."""
        series = {**series, "year": on.year}
        number = self.next_number(work, **series)
        row = {**values, **series, self._number: number, "who": work.who, "recorded": work.recorded}
        id_: int = work.connection.execute(insert(self.table).values(row).returning(self.table.c.id)).scalar_one()
        return id_, number

    def standing(self, row: R) -> R:
        """The row, if it may still be changed; raises RowStruck."""
        if row.struck is not None:
            raise RowStruck(getattr(row, self._number), row.struck, self.kind)
        return row

    def change(self, work: Work, row: R, on: date, values: Mapping[str, object]) -> Outcome:
        """The row written anew, in its year; raises OtherYear."""
        if on.year != row.year:
            raise OtherYear(getattr(row, self._number), row.year, on)
        self.put(work, row, values)
        return Outcome(Changed.RECORDS, said=Sentence(N_("Saved: {name}."), {"name": values[self.title]}))

    def put(self, work: Work, row: R, values: Mapping[str, object]) -> None:
        """Some columns of the row."""
        work.connection.execute(update(self.table).where(self.table.c.id == row.id).values(values))

    def strike(self, work: Work, row: R, reason: str) -> Outcome:
        """The row crossed out with the reason; it keeps its number."""
        self.put(work, row, {"struck": need_reason(reason)})
        values = {"number": getattr(row, self._number), "what": getattr(row, self.title)}
        return Outcome(Changed.RECORDS, said=Sentence(N_("Struck out: number {number}, {what}."), values))

    @property
    def _number(self) -> str:
        return self.texts[0]

    @property
    def _numbers(self) -> ColumnElement[int]:
        column: ColumnElement[int] = self.table.c[self._number]
        return column

    def _text(self, row: R) -> str:
        parts = (getattr(row, name) for name in self.texts)
        return "\n".join(str(part) for part in parts if part).casefold()
