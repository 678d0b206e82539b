"""Straight-line depreciation to the rupiah, for any thing."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kubebuku.books.inventory.rules import leaving, month_share
from kubebuku.domain.calendar import Month
from kubebuku.domain.money import Rupiah

ACQUIRED = date(2026, 1, 15)
FIRST = Month(2026, 1)


def schedule(base: int, life: int, months: int | None = None) -> list[int]:
    written_off, shares = Rupiah(0), []
    for number in range(months or life):
        share = month_share(Rupiah(base), written_off, life, ACQUIRED, FIRST.plus(number))
        written_off = written_off + share
        shares.append(int(share))
    return shares


def test_the_last_month_takes_the_rest() -> None:
    assert schedule(1_000_000, 36) == [27_777] * 35 + [27_805]


def test_a_thing_cheaper_than_its_months() -> None:
    assert schedule(5, 12) == [0] * 11 + [5]


def test_nothing_before_it_came_and_nothing_after_it_is_worn_out() -> None:
    assert month_share(Rupiah(1_200), Rupiah(0), 12, ACQUIRED, Month(2025, 12)) == 0
    assert schedule(1_200, 12, 20)[12:] == [0] * 8


def test_a_thing_past_its_life_is_written_off_at_once() -> None:
    assert month_share(Rupiah(1_200), Rupiah(500), 12, ACQUIRED, Month(2028, 1)) == 700


@given(st.integers(1, 10**12 - 1), st.integers(1, 600))
def test_a_life_writes_off_exactly_the_base(base: int, life: int) -> None:
    shares = schedule(base, life)
    assert sum(shares) == base
    assert len(set(shares[:-1])) <= 1
    assert min(shares) >= 0


@given(st.integers(1, 10**9), st.integers(1, 60), st.lists(st.integers(0, 80), max_size=40))
def test_any_months_written_in_any_order_never_write_off_more_than_the_base(base: int, life: int, months: list[int]) -> None:
    written_off = Rupiah(0)
    for number in months:
        share = month_share(Rupiah(base), written_off, life, ACQUIRED, FIRST.plus(number))
        assert share >= 0
        written_off = written_off + share
    assert written_off <= base


@given(st.integers(0, 10**12), st.integers(0, 10**12), st.lists(st.integers(1, 20), min_size=1, max_size=10))
def test_pieces_that_go_in_any_portions_take_exactly_what_all_stood_for(value: int, off: int, portions: list[int]) -> None:
    left, gone, here = Rupiah(max(value, off)), Rupiah(min(value, off)), sum(portions)
    for pieces in portions:
        part = leaving(left, gone, pieces, here)
        assert 0 <= part.written_off <= gone
        assert 0 <= part.value <= left
        left, gone, here = left - part.value, gone - part.written_off, here - pieces
    assert (left, gone) == (0, 0)


def test_months_over_new_year_are_counted_through() -> None:
    """Rp1.200 for twelve months from November: the third is January, the last October."""
    came = date(2025, 11, 30)
    assert month_share(Rupiah(1_200), Rupiah(200), 12, came, Month(2026, 1)) == 100
    assert month_share(Rupiah(1_200), Rupiah(1_000), 12, came, Month(2026, 9)) == 100
    assert month_share(Rupiah(1_205), Rupiah(1_100), 12, came, Month(2026, 10)) == 105
    assert month_share(Rupiah(1_200), Rupiah(0), 12, came, Month(2025, 10)) == 0
    assert month_share(Rupiah(1_200), Rupiah(0), 12, came, Month(2025, 11)) == 100


def test_what_was_written_off_otherwise_is_spread_over_the_months_left() -> None:
    assert month_share(Rupiah(1_200), Rupiah(0), 12, ACQUIRED, Month(2026, 7)) == 200
    assert month_share(Rupiah(1_200), Rupiah(1_199), 12, ACQUIRED, Month(2026, 11)) == 0
    assert month_share(Rupiah(1_200), Rupiah(1_200), 12, ACQUIRED, Month(2026, 12)) == 0


def test_a_part_takes_its_share_of_cost_and_of_what_was_written_off() -> None:
    part = leaving(Rupiah(1_000), Rupiah(300), 3, 10)
    assert (part.value, part.written_off, part.book_value) == (300, 90, 210)
    assert leaving(Rupiah(1_001), Rupiah(301), 10, 10).value == leaving(Rupiah(1_001), Rupiah(301), 11, 10).value == 1_001
