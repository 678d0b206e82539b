"""The report of the example month, built and printed once."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from kubebuku.domain.calendar import Month
from kubebuku.domain.money import Rupiah
from kubebuku.reports import catalog, monthly
from kubebuku.reports.document import Document, Paper, Part
from kubebuku.reports.table import Row, Table
from tests.builders import Books
from tests.reports.month_example import OCTOBER

ALL = frozenset(part.key for part in catalog.PARTS)


@dataclass(frozen=True)
class Printed:
    """A report and the file of the book behind it."""

    document: Document
    book: Path

    def part(self, key: str) -> Part:
        return next(part for part in self.document.parts if part.key == key)

    def tables(self, key: str) -> list[Table]:
        return [block for block in self.part(key).blocks if isinstance(block, Table)]

    def sum_of(self, where: str, values: tuple[object, ...] = ()) -> int:
        """The sum of the postings that a condition names, asked of the file with plain SQL."""
        with closing(sqlite3.connect(self.book)) as connection:
            query = f"SELECT COALESCE(SUM(amount), 0) FROM posting JOIN entry ON entry.id = posting.entry WHERE {where}"
            return int(connection.execute(query, values).fetchone()[0])


def report(book: Books, month: Month = OCTOBER, paper: Paper = "f4") -> Document:
    return book.office.read(lambda reading: monthly.build(reading, month, paper=paper, parts=ALL))


def amounts(row: Row) -> list[int]:
    return [int(cell) for cell in row.cells if isinstance(cell, Rupiah)]


def line(table: Table, first: str) -> list[int]:
    """The figures of the line that begins with these words, or bears them as its label."""
    return amounts(
        next(row for row in table.lines if first in {row.label, *(cell for cell in row.cells if isinstance(cell, str))})
    )
