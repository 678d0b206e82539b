"""Declared sums, spelled out cell by cell: the sheet turns them into formulas, every renderer proves them first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kubebuku.reports.document import Document
from kubebuku.reports.table import Row, Table

Place = tuple[int, int]


class SumDisagrees(AssertionError):
    """A declared sum is not the figure that was given: a fault of the report, never shown as a figure."""

    def __init__(self, where: str, given: int, reckoned: int) -> None:
        self.given = given
        self.reckoned = reckoned
        super().__init__(f"{where}: {given} is given, {reckoned} is the sum")


class Misshapen(AssertionError):
    """A line has not as many cells as its table has columns, or a name is used twice."""


@dataclass(frozen=True, slots=True)
class Calculation:
    """The cell at `at` (line, column) is the sum of `plus` less that of `minus`, cells of the same table."""

    at: Place
    plus: tuple[Place, ...]
    minus: tuple[Place, ...] = ()


def calculations(table: Table) -> Iterator[Calculation]:
    """Every reckoned cell of the table, line by line in the order of `table.lines`."""
    places = {column.key: index for index, column in enumerate(table.columns)}
    figures = [index for index, column in enumerate(table.columns) if column.counts and column.running is None]
    running = [
        (index, [places[key] for key in column.running.plus], [places[key] for key in column.running.minus])
        for index, column in enumerate(table.columns)
        if column.running is not None
    ]
    across = [
        (index, [places[key] for key in column.across.plus], [places[key] for key in column.across.minus])
        for index, column in enumerate(table.columns)
        if column.across is not None
    ]
    last: dict[int, int] = {}
    counted: list[int] = []
    since = 0
    lines = table.lines
    for at, line in enumerate(lines):
        if line.role == "group":
            since = len(counted)
            continue
        if line.role == "row":
            if line.struck:
                continue
            counted.append(at)
            yield from _across(at, line, across)
            for column, plus, minus in running:
                if line.cells[column] is not None:
                    before = ((last[column], column),) if column in last else ()
                    yield Calculation((at, column), (*before, *((at, one) for one in plus)), tuple((at, one) for one in minus))
        elif line.role == "opening":
            yield from _across(at, line, across)
        elif line.summed is not None:
            first = since if line.role == "subtotal" else 0
            yield from _down(table, at, counted[first:], figures)
            yield from (
                Calculation((at, column), ((last[column], column),))
                for column, _, _ in running
                if column in last and line.cells[column] is not None
            )
            since = len(counted)
        for column, _, _ in running:
            if line.role in {"row", "opening"} and line.cells[column] is not None:
                last[column] = at


def _across(at: int, line: Row, across: list[tuple[int, list[int], list[int]]]) -> Iterator[Calculation]:
    for column, plus, minus in across:
        if line.cells[column] is not None:
            yield Calculation((at, column), tuple((at, one) for one in plus), tuple((at, one) for one in minus))


def _down(table: Table, at: int, counted: list[int], figures: list[int]) -> Iterator[Calculation]:
    lines = table.lines
    line = lines[at]
    wanted = line.summed
    assert wanted is not None  # noqa: S101 (the caller asked)
    if wanted.of or wanted.minus:
        plus = [index for index, other in enumerate(lines) if other.key in wanted.of and other.key and not other.struck]
        minus = [index for index, other in enumerate(lines) if other.key in wanted.minus and other.key and not other.struck]
    else:
        plus, minus = counted, []
    if wanted.opening and table.opening is not None:
        plus = [0, *plus]
    for column in figures:
        if line.cells[column] is not None:
            yield Calculation((at, column), tuple((one, column) for one in plus), tuple((one, column) for one in minus))


def prove(document: Document) -> None:
    """Check the shape of every table and every declared sum; raises `Misshapen` or `SumDisagrees`."""
    keys = [part.key for part in document.parts]
    if len(set(keys)) != len(keys):
        raise Misshapen(f"parts share a key: {keys}")
    for part in document.parts:
        for block in part.blocks:
            if isinstance(block, Table):
                prove_table(block, part.key)


def prove_table(table: Table, name: str = "table") -> None:
    """Check one table; `name` says in the fault where it stands."""
    lines = table.lines
    for line in lines:
        if line.role != "group" and len(line.cells) != len(table.columns):
            raise Misshapen(f"{name}: {len(line.cells)} cells for {len(table.columns)} columns: {line}")
    cells = [line.cells for line in lines]
    for calculation in calculations(table):
        at, column = calculation.at
        given = cells[at][column]
        if not isinstance(given, int):
            continue
        reckoned = 0
        for above, place in calculation.plus:
            value = cells[above][place]
            if isinstance(value, int):
                reckoned += int(value)
        for above, place in calculation.minus:
            value = cells[above][place]
            if isinstance(value, int):
                reckoned -= int(value)
        if given != reckoned:
            raise SumDisagrees(f"{name}, {lines[at].label or lines[at].cells}, {table.columns[column].key}", int(given), reckoned)
