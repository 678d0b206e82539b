"""What an earlier day may take is what every later day can spare."""

from __future__ import annotations

from datetime import date

from kubebuku.domain.ends import ends_from

NOVEMBER = [("2026-11-20", -700), ("2026-11-01", 1_000), ("2026-11-25", 500), ("2026-11-20", 100)]


def test_each_day_that_moves_it_has_one_end() -> None:
    assert ends_from(NOVEMBER, "2026-11-10") == [1_000, 400, 900]


def test_the_day_itself_counts_whole() -> None:
    assert ends_from(NOVEMBER, "2026-11-20") == [400, 900]
    assert ends_from(NOVEMBER, "2026-10-31") == [0, 1_000, 400, 900]


def test_days_may_be_dates_and_nothing_may_have_moved() -> None:
    assert ends_from([(date(2026, 11, 2), 5)], date(2026, 11, 1)) == [0, 5]
    assert ends_from([], date(2026, 11, 1)) == [0]
