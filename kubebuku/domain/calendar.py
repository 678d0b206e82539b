"""Plain dates and book months. Dates have no time and no zone."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache


@dataclass(frozen=True, order=True, slots=True)
class Month:
    """A calendar month of a year: what is closed, printed and reported."""

    year: int
    number: int

    def __post_init__(self) -> None:
        if not 1 <= self.number <= 12 or not 1 <= self.year <= 9999:
            raise ValueError(f"no such month: {self.year}-{self.number}")

    @classmethod
    def of(cls, day: date) -> Month:
        """The month in which `day` lies."""
        return cls(day.year, day.month)

    @classmethod
    def parse(cls, text: str) -> Month:
        """Read the form ``2026-01``; raises ValueError for anything else."""
        return _parse(text)

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.number, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return date(self.year, self.number, calendar.monthrange(self.year, self.number)[1])

    def plus(self, months: int) -> Month:
        """The month `months` later (earlier if negative)."""
        return _counted(self.year * 12 + self.number - 1 + months)

    def until(self, last: Month) -> Iterator[Month]:
        """Every month from this one to `last`, both included; none if `last` is earlier."""
        month = self
        while month <= last:
            yield month
            month = month.plus(1)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"


@lru_cache(maxsize=1024)
def _parse(text: str) -> Month:
    """Kept, since the rows of ten years name the same few months thousands of times."""
    year, dash, number = text.partition("-")
    if not (dash and len(year) == 4 and len(number) == 2 and (year + number).isascii() and (year + number).isdigit()):
        raise ValueError(f"a month is written YYYY-MM, not {text!r}")
    return Month(int(year), int(number)).plus(0)


@lru_cache(maxsize=4096)
def _counted(months: int) -> Month:
    """The month so many months after January of the year 0; one object each, so that a dict finds it without comparing."""
    year, before = divmod(months, 12)
    return Month(year, before + 1)


def add_months(day: date, months: int) -> date:
    """The same day `months` later, or the last day of that month where it has no such day (31 January + 1 = 28 February)."""
    month = Month.of(day).plus(months)
    return date(month.year, month.number, min(day.day, month.last.day))
