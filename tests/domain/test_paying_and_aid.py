"""A price in its parts, and where aid stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kubebuku.domain.aid import AidKind
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.paying import Paying, settle

PRICE = Rupiah(750_000)


@pytest.mark.parametrize(
    ("paying", "paid", "deposit", "parts"),
    [
        (Paying.NOW, None, None, (0, 750_000, 0)),
        (Paying.LATER, None, None, (0, 0, 750_000)),
        (Paying.PART, 300_000, None, (0, 300_000, 450_000)),
        (Paying.NOW, None, 200_000, (200_000, 550_000, 0)),
        (Paying.LATER, None, 750_000, (750_000, 0, 0)),
        (Paying.PART, 1, 749_998, (749_998, 1, 1)),
    ],
)
def test_price_in_its_parts(paying: Paying, paid: int | None, deposit: int | None, parts: tuple[int, int, int]) -> None:
    settled = settle(PRICE, paying, None if paid is None else Rupiah(paid), None if deposit is None else Rupiah(deposit))
    assert (settled.deposit, settled.now, settled.later) == parts


@pytest.mark.parametrize(
    ("paid", "deposit", "code"),
    [
        (None, 0, "part-missing"),
        (0, 0, "part-missing"),
        (-5, 0, "part-missing"),
        (750_000, 0, "part-too-large"),
        (1, 750_000, "part-too-large"),
        (1, 750_001, "deposit-too-large"),
        (1, -1, "deposit-too-large"),
    ],
)
def test_parts_that_do_not_fit(paid: int | None, deposit: int, code: str) -> None:
    with pytest.raises(RuleBroken) as caught:
        settle(PRICE, Paying.PART, None if paid is None else Rupiah(paid), Rupiah(deposit))
    assert caught.value.code == code


@given(st.integers(1, 10**12 - 1), st.sampled_from(Paying), st.integers(0, 10**12), st.integers(0, 10**12))
def test_parts_always_sum_to_the_price(price: int, paying: Paying, paid: int, deposit: int) -> None:
    try:
        parts = settle(Rupiah(price), paying, Rupiah(paid), Rupiah(deposit))
    except RuleBroken:
        return
    assert parts.deposit + parts.now + parts.later == price
    assert min(parts.deposit, parts.now, parts.later) >= 0


def test_where_aid_stands() -> None:
    assert {kind.value: kind.account for kind in AidKind} == {"grant": "3110", "loan": "2201", "revolving": "2140"}
