"""How many must come, who came, and what time of day was meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kubebuku.books.meetings.rules import Presence, Quorum, needed, read_clock


def test_quorum_by_rule() -> None:
    assert [needed(Quorum.MORE_THAN_HALF, members) for members in (1, 10, 11, 33)] == [1, 6, 6, 17]
    assert [needed(Quorum.TWO_THIRDS, members) for members in (0, 9, 10, 33)] == [1, 6, 7, 22]
    assert needed(Quorum.NONE, 33) == 1


@given(members=st.integers(1, 200))
def test_more_than_half_is_the_least_number_beyond_half(members: int) -> None:
    least = needed(Quorum.MORE_THAN_HALF, members)
    assert 2 * least > members >= 2 * (least - 1)
    assert 3 * needed(Quorum.TWO_THIRDS, members) >= 2 * members


def test_who_is_late_came_all_the_same() -> None:
    assert [state for state in Presence if state.came] == [Presence.PRESENT, Presence.LATE]


@pytest.mark.parametrize(
    ("written", "read"),
    [("15.30", "15:30"), ("15:30", "15:30"), (" 9 ", "09:00"), ("0.00", "00:00"), ("23.59", "23:59"), ("7.05", "07:05")],
)
def test_a_time_of_day(written: str, read: str) -> None:
    assert read_clock(written) == read


@pytest.mark.parametrize("written", ["24.00", "23.60", "sore", "15.3", "", "15.300", "\u0661\u0665.30"])
def test_what_is_no_time_of_day(written: str) -> None:
    with pytest.raises(ValueError, match=written or "^$"):
        read_clock(written)
