"""Arithmetic of the inventory: straight-line depreciation, and what a part of a thing stands for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from kubebuku.domain.accounts import MAINTENANCE, MATERIALS, OTHER_COST, STATIONERY
from kubebuku.domain.calendar import Month
from kubebuku.domain.money import Rupiah, portion

#: Costs on which small goods may be booked.
SMALL_GOODS_COSTS = (OTHER_COST, MATERIALS, STATIONERY, MAINTENANCE)

#: Months a thing may last, at most (50 years).
LONGEST_LIFE = 600


def month_share(base: Rupiah, written_off: Rupiah, life: int, acquired: date, month: Month) -> Rupiah:
    """What `month` writes off of a thing: `base` is its value less what it will still be worth at the end.

    Every month the same whole rupiah, the last one taking the rest. What was written off differently before (an opening
    balance, missed months, a part sold) is spread over the months that are left. Nothing before the thing came, and never more
    than the base in all.
    """
    before = _months(Month.of(acquired), month)
    rest = base - written_off
    left = life - before
    if before < 0 or rest <= 0:
        return Rupiah(0)
    if left <= 1:
        return rest
    regular = Rupiah(int(base) // life)
    if written_off == regular * before:
        return regular
    return Rupiah(int(rest) // left)


def _months(first: Month, last: Month) -> int:
    return (last.year - first.year) * 12 + last.number - first.number


@dataclass(frozen=True, slots=True)
class Leaving:
    """What leaves the book with a thing or part of it: its cost and what of that was written off."""

    value: Rupiah
    written_off: Rupiah

    @property
    def book_value(self) -> Rupiah:
        """What it still stood for."""
        return self.value - self.written_off


def leaving(value: Rupiah, written_off: Rupiah, pieces: int, of: int) -> Leaving:
    """`pieces` of `of` equal pieces; all of them take everything."""
    if pieces >= of:
        return Leaving(value, written_off)
    share = Fraction(pieces, of)
    return Leaving(portion(value, share), portion(written_off, share))
