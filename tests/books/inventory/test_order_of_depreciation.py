"""Months may be depreciated in any order: each has its own share, and what closed months missed is spread over the rest."""

from __future__ import annotations

import pytest

from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import ItemId
from tests.books.inventory.things import depreciate, made, ok, tent
from tests.books.trading import Trade


def shares(trade: Trade, item: ItemId, *months: int) -> list[int]:
    """What each month of the year wrote off of a thing."""
    ends = [-trade.holds("1209", Month(2026, month).last.isoformat(), item=item) for month in months]
    return [end - before for before, end in zip([0, *ends], ends, strict=False)]


@pytest.mark.parametrize("order", ["01 02 03", "03 01 02", "02 03 01", "03 02 01"])
def test_every_order_writes_the_same(trade: Trade, order: str) -> None:
    item = made(trade, tent("1/1", 1_200_000, 12))
    depreciate(trade, *(f"2026-{month}" for month in order.split()))
    assert shares(trade, item, 1, 2, 3) == [100_000] * 3
    assert ok(trade)


@pytest.mark.parametrize("order", ["01 02 03", "03 01 02", "02 03 01", "03 02 01"])
def test_the_last_month_takes_the_rest(trade: Trade, order: str) -> None:
    item = made(trade, tent("1/1", 1_000_000, 3))
    depreciate(trade, *(f"2026-{month}" for month in order.split()))
    assert shares(trade, item, 1, 2, 3) == [333_333, 333_333, 333_334]


def test_what_closed_months_missed_is_spread_over_those_that_are_left(trade: Trade) -> None:
    item = made(trade, tent("1/1", 1_200_000, 4))
    trade.close("2026-01")
    depreciate(trade, "2026-03", "2026-02", "2026-04")
    assert shares(trade, item, 1, 2, 3, 4) == [0, 400_000, 400_000, 400_000]
