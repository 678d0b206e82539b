"""Book months, and the same day some months later."""

# ruff: noqa: RUF001 - digits of other scripts are the point here
from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kubebuku.domain.calendar import Month, add_months

LAW = settings(max_examples=100)
DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))


def test_a_month_knows_its_days() -> None:
    february = Month(2024, 2)
    assert (february.first, february.last) == (date(2024, 2, 1), date(2024, 2, 29))
    assert Month(2026, 2).last == date(2026, 2, 28)
    assert Month.of(date(2026, 11, 22)) == Month(2026, 11)


def test_a_month_is_written_year_first_and_read_back() -> None:
    assert str(Month(2026, 1)) == "2026-01"
    assert Month.parse("2026-01") == Month(2026, 1)


@pytest.mark.parametrize(
    "text",
    [
        "2026-1",
        "202601",
        "2026-13",
        "2026-00",
        "0000-01",
        "26-01",
        "2026/01",
        "januari",
        "",
        "2026-01-01",
        "２０２６-01",
        "2026--1",
    ],
)
def test_other_forms_are_no_month(text: str) -> None:
    with pytest.raises(ValueError, match="month"):
        Month.parse(text)


def test_months_follow_one_another_over_the_year() -> None:
    assert Month(2026, 11).plus(2) == Month(2027, 1)
    assert Month(2026, 1).plus(-1) == Month(2025, 12)
    assert Month.parse("2025-12") is Month(2026, 1).plus(-1)
    assert [str(month) for month in Month(2026, 11).until(Month(2027, 2))] == ["2026-11", "2026-12", "2027-01", "2027-02"]
    assert list(Month(2026, 11).until(Month(2026, 10))) == []
    assert Month(2025, 12) < Month(2026, 1)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 11, 22), 3, date(2027, 2, 22)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
    ],
)
def test_an_instalment_falls_on_the_same_day_or_the_last_of_the_month(day: date, months: int, later: date) -> None:
    assert add_months(day, months) == later


@LAW
@given(day=DAYS, months=st.integers(-240, 240))
def test_months_later_is_in_that_month(day: date, months: int) -> None:
    later = add_months(day, months)
    assert Month.of(later) == Month.of(day).plus(months)
    assert later.day <= day.day
    assert later.day == day.day or later == Month.of(later).last
