"""Shares as people write them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kubebuku.domain.percents import NotAPercent, read_percent, write_percent


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("2", Fraction(1, 50)),
        ("2%", Fraction(1, 50)),
        (" 17,5 % ", Fraction(7, 40)),
        ("17.5%", Fraction(7, 40)),
        ("0,125", Fraction(1, 800)),
        ("0", Fraction(0)),
        ("150 %", Fraction(3, 2)),
    ],
)
def test_per_cent_is_exact(text: str, share: Fraction) -> None:
    assert read_percent(text) == share


@pytest.mark.parametrize("text", ["", "%", "dua", "1,5,2", "-2", "1e2", "٢", "2 %%", "12345"])
def test_what_is_no_share_is_refused(text: str) -> None:
    with pytest.raises(NotAPercent) as refused:
        read_percent(text, "fee_rate")
    assert refused.value.field == "fee_rate"


@given(st.integers(0, 10**9))
def test_what_was_written_is_read_back(millionths: int) -> None:
    share = Fraction(millionths, 10**8)
    assert read_percent(write_percent(share)) == share
