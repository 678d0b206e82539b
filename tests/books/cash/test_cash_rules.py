"""How an advance is settled: what it covers, what comes back, what was laid out beyond it, what stays with the person."""

from __future__ import annotations

import pytest

from kubebuku.books.cash.rules import Settlement, settle
from kubebuku.domain.money import Rupiah


@pytest.mark.parametrize(
    ("spent", "returned", "wanted"),
    [(70, 30, (70, 30, 0, 0)), (100, 0, (100, 0, 0, 0)), (130, 0, (100, 0, 30, 0)), (20, 30, (20, 30, 0, 50))],
)
def test_settling_conserves_the_advance(spent: int, returned: int, wanted: tuple[int, ...]) -> None:
    assert settle(Rupiah(100), Rupiah(spent), Rupiah(returned)) == Settlement(*map(Rupiah, wanted))


def test_returning_more_than_is_left_is_no_settlement() -> None:
    with pytest.raises(ValueError, match="more returned"):
        settle(Rupiah(100), Rupiah(90), Rupiah(11))


def test_all_that_is_left_may_come_back_and_not_one_rupiah_more() -> None:
    assert settle(Rupiah(100), Rupiah(90), Rupiah(10)).kept == 0
    assert settle(Rupiah(100), Rupiah(120), Rupiah(0)).kept == 0
    with pytest.raises(ValueError, match="more returned"):
        settle(Rupiah(100), Rupiah(120), Rupiah(1))
