"""Arithmetic of the businesses, for any figures."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kubebuku.books.enterprise.rules import Movement, by_age, herd_cost, still_open, value_of
from kubebuku.domain.money import Rupiah

START = date(2026, 1, 1)
MOVEMENTS = st.lists(
    st.builds(
        lambda days, amount: Movement(START + timedelta(days), Rupiah(amount)),
        st.integers(0, 300),
        st.integers(-1_000_000, 1_000_000).filter(bool),
    ),
    max_size=30,
)


def test_half_a_rupiah_is_rounded_up() -> None:
    assert value_of(333, Rupiah(30_000)) == 9_990
    assert value_of(500, Rupiah(1)) == 1
    assert value_of(499, Rupiah(1)) == 0


def test_goats_at_their_average_cost() -> None:
    assert herd_cost(Rupiah(1_000_000), 3, 1) == 333_333
    assert herd_cost(Rupiah(666_667), 2, 1) == 333_333
    assert herd_cost(Rupiah(333_334), 1, 1) == 333_334


@given(st.integers(0, 10**9), st.lists(st.integers(1, 9), min_size=1, max_size=12))
def test_animals_sold_in_any_portions_take_exactly_their_cost(value: int, portions: list[int]) -> None:
    left, herd = Rupiah(value), sum(portions)
    for leaving in portions:
        cost = herd_cost(left, herd, leaving)
        assert 0 <= cost <= left
        left, herd = left - cost, herd - leaving
    assert left == 0


def test_payment_settles_the_oldest_first() -> None:
    moves = [(0, 500_000), (40, 300_000), (50, -600_000)]
    movements = [Movement(START + timedelta(days), Rupiah(amount), str(amount)) for days, amount in moves]
    (left,) = still_open(movements)
    assert (left.amount, left.description) == (200_000, "300000")


def test_payment_beyond_the_debt_waits_for_the_next_one() -> None:
    moves = [Movement(START, Rupiah(100)), Movement(START, Rupiah(-150)), Movement(START, Rupiah(30))]
    assert [debt.amount for debt in still_open(moves)] == [-20]


@given(MOVEMENTS)
def test_what_is_open_is_the_sum_of_what_moved(movements: list[Movement]) -> None:
    debts = still_open(movements)
    assert sum(debt.amount for debt in debts) == sum(movement.amount for movement in movements)
    assert len({debt.amount > 0 for debt in debts}) <= 1
    assert sum(by_age(debts, START + timedelta(365))) == sum(debt.amount for debt in debts)


@pytest.mark.parametrize(("days", "place"), [(0, 0), (30, 0), (31, 1), (60, 1), (61, 2), (90, 2), (91, 3), (400, 3)])
def test_a_debt_stands_in_the_column_of_its_age_to_the_last_day(days: int, place: int) -> None:
    (debt,) = still_open([Movement(START, Rupiah(500))])
    sums = by_age([debt, debt], START + timedelta(days))
    assert [int(amount) for amount in sums] == [1_000 if column == place else 0 for column in range(4)]


def test_a_debt_settled_to_the_rupiah_is_gone_and_one_rupiah_less_stays() -> None:
    assert still_open([Movement(START, Rupiah(100)), Movement(START + timedelta(1), Rupiah(-100))]) == ()
    (left,) = still_open([Movement(START, Rupiah(100), "Beras", "BM/2026/0001"), Movement(START + timedelta(1), Rupiah(-99))])
    assert (left.on, left.amount, left.description, left.number) == (START, 1, "Beras", "BM/2026/0001")


def test_one_payment_settles_several_debts_and_leaves_the_newest() -> None:
    moves = [Movement(START + timedelta(day), Rupiah(amount)) for day, amount in ((2, 30), (0, 10), (1, 20), (3, -35))]
    assert [(debt.on, debt.amount) for debt in still_open(moves)] == [(START + timedelta(2), 25)]


def test_the_last_animals_take_all_that_is_left() -> None:
    assert herd_cost(Rupiah(1_001), 2, 2) == herd_cost(Rupiah(1_001), 2, 3) == 1_001
    assert herd_cost(Rupiah(1_000), 4, 3) == 750
