"""Jasa of a month on simpanan sukarela, reckoned by hand."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from kubebuku.books.personal_savings.rules import FeeBase, base_of, days_ends, month_fee
from kubebuku.domain.calendar import Month
from kubebuku.domain.money import Rupiah

FEBRUARY = Month(2026, 2)


def moved(**days: int) -> dict[date, int]:
    return {date(2026, 2, int(name[1:])): amount for name, amount in days.items()}


def test_every_day_of_the_month_has_an_end_the_first_and_the_last_too() -> None:
    assert [int(held) for held in days_ends(Rupiah(100), moved(d1=5, d28=-7), FEBRUARY)] == [105] * 27 + [98]


@pytest.mark.parametrize(
    ("days", "lowest", "average"),
    [
        ({}, Fraction(2_800), Fraction(2_800)),
        ({"d1": 2_800}, Fraction(5_600), Fraction(5_600)),
        ({"d28": 2_800}, Fraction(2_800), Fraction(2_900)),
        ({"d15": -2_800}, Fraction(0), Fraction(1_400)),
        ({"d2": -5_600}, Fraction(0), Fraction(0)),
    ],
)
def test_the_lowest_day_or_the_average_of_all(days: dict[str, int], lowest: Fraction, average: Fraction) -> None:
    """Rp2.800 at the beginning of 28 days; below nil counts as nil."""
    assert base_of(Rupiah(2_800), moved(**days), FEBRUARY, FeeBase.LOWEST) == lowest
    assert base_of(Rupiah(2_800), moved(**days), FEBRUARY, FeeBase.AVERAGE) == average


def test_a_twelfth_of_the_year_is_rounded_down() -> None:
    assert month_fee(Fraction(100_000), Fraction(6, 100)) == 500
    assert month_fee(Fraction(100_199), Fraction(6, 100)) == 500
    assert month_fee(Fraction(100_200), Fraction(6, 100)) == 501
    assert month_fee(Fraction(0), Fraction(6, 100)) == 0
