"""Whole rupiah: they add, they split without losing one, and they never meet a float."""

from __future__ import annotations

import json
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kubebuku.domain.money import LARGEST_AMOUNT, Rupiah, portion, split

AMOUNTS = st.integers(-LARGEST_AMOUNT, LARGEST_AMOUNT).map(Rupiah)
WEIGHTS = st.lists(st.one_of(st.integers(0, 1000), st.fractions(0, 100, max_denominator=97)), min_size=1, max_size=33).filter(any)
LAW = settings(max_examples=100)


def test_rupiah_stay_rupiah() -> None:
    kas = Rupiah(12_350_000)
    for result, expected in [
        (kas + 750_000, 13_100_000),
        (750_000 + kas, 13_100_000),
        (kas - Rupiah(350_000), 12_000_000),
        (13_000_000 - kas, 650_000),
        (kas * 2, 24_700_000),
        (2 * kas, 24_700_000),
        (-kas, -12_350_000),
        (+kas, 12_350_000),
        (abs(Rupiah(-5_000)), 5_000),
        (sum([Rupiah(1_000), Rupiah(2_000)], Rupiah(0)), 3_000),
    ]:
        assert result == expected
        assert type(result) is Rupiah


def test_rupiah_are_written_as_whole_numbers_and_named_in_a_report() -> None:
    assert json.dumps({"1101": Rupiah(50_000)}) == '{"1101": 50000}'
    assert repr(Rupiah(-50_000)) == "Rupiah(-50000)"
    assert Rupiah() == 0


@pytest.mark.parametrize("strange", [1.5, "1000", True, None, Fraction(1, 2)])
def test_only_whole_numbers_become_rupiah(strange: object) -> None:
    with pytest.raises(TypeError, match="whole numbers"):
        Rupiah(strange)  # type: ignore[arg-type]


@pytest.mark.parametrize("strange", [1.5, True, Fraction(1, 2), "5"])
def test_rupiah_do_not_mix(strange: object) -> None:
    kas = Rupiah(10_000)
    with pytest.raises(TypeError, match="do not mix"):
        kas + strange  # type: ignore[operator]
    with pytest.raises(TypeError, match="do not mix"):
        kas - strange  # type: ignore[operator]
    with pytest.raises(TypeError, match="do not mix"):
        kas * strange  # type: ignore[operator]


def test_money_is_split_not_divided() -> None:
    with pytest.raises(TypeError, match="split"):
        Rupiah(100_000) / 3


def test_a_hundred_thousand_among_three() -> None:
    assert split(Rupiah(100_000), [1, 1, 1]) == (33_333, 33_333, 33_334)


def test_a_loss_is_split_like_a_profit() -> None:
    assert split(Rupiah(-100_000), [1, 1, 1]) == (-33_333, -33_333, -33_334)


def test_half_to_the_members_half_to_the_group() -> None:
    assert split(Rupiah(4_017_001), [Fraction(1, 2), Fraction(1, 2)]) == (2_008_500, 2_008_501)


@pytest.mark.parametrize("weights", [[], [0, 0], [1, -1], [2, -1]])
def test_a_split_needs_weights(weights: list[int]) -> None:
    with pytest.raises(ValueError, match="weights"):
        split(Rupiah(100_000), weights)


@pytest.mark.parametrize(
    ("total", "share", "part"),
    [
        (1_000_000, Fraction(5, 100), 50_000),
        (99_999, Fraction(1, 2), 49_999),
        (-99_999, Fraction(1, 2), -49_999),
        (0, Fraction(1, 3), 0),
    ],
)
def test_a_portion_is_rounded_towards_zero(total: int, share: Fraction, part: int) -> None:
    found = portion(Rupiah(total), share)
    assert found == part
    assert type(found) is Rupiah


@LAW
@given(total=AMOUNTS, weights=WEIGHTS)
def test_a_split_conserves_and_stays_within_one_rupiah(total: Rupiah, weights: list[int | Fraction]) -> None:
    parts = split(total, weights)
    assert sum(parts) == total
    whole = sum((Fraction(weight) for weight in weights), Fraction(0))
    for part, weight in zip(parts, weights, strict=True):
        assert abs(int(part) - int(total) * Fraction(weight) / whole) < 1


@LAW
@given(total=AMOUNTS, share=st.fractions(0, 1, max_denominator=1000))
def test_a_portion_is_never_more_than_its_share(total: Rupiah, share: Fraction) -> None:
    exact = abs(int(total)) * share
    assert exact - 1 < abs(portion(total, share)) <= exact
