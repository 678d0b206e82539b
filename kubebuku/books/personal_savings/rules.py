"""Arithmetic of jasa on simpanan sukarela: exact until it is rounded down to whole rupiah, once for each member."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from enum import Enum
from fractions import Fraction

from kubebuku.domain.calendar import Month
from kubebuku.domain.money import Rupiah


class SavingsKind(Enum):
    """The three kinds of savings: once on joining, every month, as one likes."""

    PRINCIPAL = "principal"
    OBLIGATORY = "obligatory"
    VOLUNTARY = "voluntary"


class FeeBase(Enum):
    """On which balance of the month jasa is reckoned: its lowest day, or the average of all its days."""

    LOWEST = "lowest"
    AVERAGE = "average"


def days_ends(opening: Rupiah, moved: Mapping[date, int], month: Month) -> Iterator[Rupiah]:
    """What was there at the end of each day of the month, from what was there before it and what moved on its days."""
    held, day = opening, month.first
    while day <= month.last:
        held = held + moved.get(day, 0)
        yield held
        day += timedelta(days=1)


def base_of(opening: Rupiah, moved: Mapping[date, int], month: Month, base: FeeBase) -> Fraction:
    """The balance on which the month's jasa is reckoned, exact; never below nil."""
    ends = [int(held) for held in days_ends(opening, moved, month)]
    found = Fraction(min(ends)) if base is FeeBase.LOWEST else Fraction(sum(ends), len(ends))
    return max(Fraction(0), found)


def month_fee(base: Fraction, yearly: Fraction) -> Rupiah:
    """Jasa of one month at so much a year, rounded down to whole rupiah."""
    exact = base * yearly / 12
    return Rupiah(exact.numerator // exact.denominator)
