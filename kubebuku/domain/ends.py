"""The ends of days: an earlier act may take no more than every later day can spare (accounting.md 3)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

Day = TypeVar("Day", date, str)


def ends_from(moved: Iterable[tuple[Day, int]], since: Day) -> list[int]:
    """What is held at the end of `since` and of each later day that moves it, by all of `moved` in whatever order.

    Days are dates or ISO texts; the least of the list is what may be taken on `since`.
    """
    return [held for _day, held in ends_by_day(moved, since)]


def ends_by_day(moved: Iterable[tuple[Day, int]], since: Day) -> list[tuple[Day, int]]:
    """The same, each with its day."""
    held, later = 0, dict[Day, int]()
    for day, amount in moved:
        if day > since:
            later[day] = later.get(day, 0) + amount
        else:
            held += amount
    ends = [(since, held)]
    for day in sorted(later):
        held += later[day]
        ends.append((day, held))
    return ends
