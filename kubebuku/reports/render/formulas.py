"""Declared sums as formulas of a worksheet, and names that a worksheet may have."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from xlsxwriter.utility import xl_rowcol_to_cell

from kubebuku.reports.sums import Calculation, Place

_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LONGEST_NAME = 31
#: Arguments that one SUM may have in every program that reads the file.
_ARGUMENTS = 200


def formula(calculation: Calculation, first_row: int | Sequence[int], skipped: Collection[int] = ()) -> str:
    """The calculation as a formula: SUM over a column, previous balance plus and minus, columns added across.

    `first_row` gives the worksheet row of each line of the table; `skipped` are lines whose figures are text (struck ones)
    and may lie inside a range.
    """
    rows = first_row if not isinstance(first_row, int) else range(first_row, first_row + 100_000)
    plus = _terms(calculation.at, calculation.plus, rows, skipped)
    minus = _terms(calculation.at, calculation.minus, rows, skipped)
    return "=" + ("+".join(plus) or "0") + "".join(f"-{term}" for term in minus)


def _terms(at: Place, places: Sequence[Place], rows: Sequence[int], skipped: Collection[int]) -> list[str]:
    if len(places) > 1 and all(column == at[1] and line != at[0] for line, column in places):
        spans = _spans([line for line, _ in places], skipped)
        ranges = [_range(rows[first], at[1], rows[last], at[1]) for first, last in spans]
        return [f"SUM({','.join(ranges[start : start + _ARGUMENTS])})" for start in range(0, len(ranges), _ARGUMENTS)]
    if len(places) > 3 and all(line == at[0] for line, _ in places):
        ranges = [_range(rows[at[0]], first, rows[at[0]], last) for first, last in _spans([column for _, column in places], ())]
        return [f"SUM({','.join(ranges)})"]
    return [xl_rowcol_to_cell(rows[line], column) for line, column in places]


def _spans(numbers: Iterable[int], skipped: Collection[int]) -> list[tuple[int, int]]:
    """Consecutive numbers as first and last; numbers in `skipped` do not interrupt."""
    spans: list[tuple[int, int]] = []
    for number in numbers:
        if spans:
            first, last = spans[-1]
            if all(between in skipped for between in range(last + 1, number)) and number > last:
                spans[-1] = (first, number)
                continue
        spans.append((number, number))
    return spans


def _range(row: int, column: int, last_row: int, last_column: int) -> str:
    start = xl_rowcol_to_cell(row, column)
    return start if (row, column) == (last_row, last_column) else f"{start}:{xl_rowcol_to_cell(last_row, last_column)}"


def sheet_names(titles: Iterable[str]) -> list[str]:
    """A name for each sheet: without forbidden signs, at most 31 long, none twice, whatever the titles are."""
    names: list[str] = []
    taken = {"history"}
    for title in titles:
        plain = " ".join(_FORBIDDEN.sub(" ", title).split()).strip("'")[:_LONGEST_NAME].strip(" '") or "Lembar"
        name, number = plain, 1
        while name.casefold() in taken:
            number += 1
            tail = f" {number}"
            name = plain[: _LONGEST_NAME - len(tail)].rstrip() + tail
        taken.add(name.casefold())
        names.append(name)
    return names
