"""Dates and months as they are typed in Indonesia."""

# ruff: noqa: RUF001 - digits of other scripts are the point here
from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kubebuku.domain.calendar import Month
from kubebuku.domain.date_refusals import (
    DateMissing,
    DateRefused,
    DateUnreadable,
    MonthMissing,
    MonthUnreadable,
    NoSuchDay,
    NoSuchMonth,
    YearOutside,
)
from kubebuku.domain.dates import read_date, read_month

TODAY = date(2026, 11, 22)
LAW = settings(max_examples=200)


@pytest.mark.parametrize(
    "text",
    [
        "22/11",
        "22/11/26",
        "22/11/2026",
        "22-11-2026",
        "22.11.2026",
        "22 11 2026",
        "22 / 11 / 2026",
        "2211",
        "221126",
        "22112026",
        "22 november 2026",
        "22 November 2026",
        "22 NOV",
        "22 nov.",
        "22nov26",
        "22-nov-2026",
        "22 nopember 2026",
        "Minggu, 22 November 2026",
        "Min, 22 November 2026",
        "ahad 22/11",
        "Sunday, 22 November 2026",
        "hari ini",
        "Hari  Ini ",
        "today",
        "2026-11-22",
        "2026/11/22",
        "٢٢/١١/٢٠٢٦",
        "２２／１１",
        "22–11–2026",
        "\ufeff22/11/2026\n",
    ],
)
def test_all_these_are_the_22nd_of_november(text: str) -> None:
    assert read_date(text, today=TODAY) == TODAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("05/04/2025", date(2025, 4, 5)),
        ("1/1/25", date(2025, 1, 1)),
        ("29/02/2024", date(2024, 2, 29)),
        ("17 agustus", date(2026, 8, 17)),
        ("17 agt 25", date(2025, 8, 17)),
        ("3 mei", date(2026, 5, 3)),
        ("3 may", date(2026, 5, 3)),
        ("kemarin", date(2026, 11, 21)),
        ("yesterday", date(2026, 11, 21)),
        ("besok", date(2026, 11, 23)),
        ("tomorrow", date(2026, 11, 23)),
        ("23/11", date(2026, 11, 23)),
        ("24/11", date(2025, 11, 24)),
        ("31/12", date(2025, 12, 31)),
        ("1/1/1990", date(1990, 1, 1)),
        ("31/12/2027", date(2027, 12, 31)),
        ("30/12/2026", date(2026, 12, 30)),
    ],
)
def test_day_first_and_the_latest_such_day(text: str, day: date) -> None:
    assert read_date(text, today=TODAY) == day


def test_new_year_looks_both_ways() -> None:
    assert read_date("31/12", today=date(2027, 1, 1)) == date(2026, 12, 31)
    assert read_date("1/1", today=date(2026, 12, 31)) == date(2027, 1, 1)
    assert read_date("kemarin", today=date(2027, 1, 1)) == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("text", "today", "begun", "day"),
    [
        ("25/11", date(2026, 11, 22), date(2026, 11, 1), date(2026, 11, 25)),  # to come, not of last year
        ("3 des", date(2026, 11, 22), date(2026, 11, 1), date(2026, 12, 3)),
        ("25/11", date(2026, 11, 22), date(2025, 1, 1), date(2025, 11, 25)),  # last year's stands in the book
        ("25/11", date(2026, 11, 22), date(2025, 11, 25), date(2025, 11, 25)),
        ("31/12", date(2027, 1, 2), date(2027, 1, 1), date(2026, 12, 31)),  # two days ago, before the book
        ("20/10", date(2026, 11, 22), date(2026, 11, 1), date(2026, 10, 20)),
        ("25/11/25", date(2026, 11, 22), date(2026, 11, 1), date(2025, 11, 25)),  # a year that is written counts
    ],
)
def test_a_day_that_lies_before_the_book_is_of_this_year_if_that_is_nearer(
    text: str, today: date, begun: date, day: date
) -> None:
    assert read_date(text, today=today, since=begun) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("22/11", date(2026, 11, 22)),
        ("20/11", date(2026, 11, 20)),
        ("6/12", date(2026, 12, 6)),
        ("10/1", date(2027, 1, 10)),
        ("1/6", date(2026, 6, 1)),
        ("6/12/25", date(2025, 12, 6)),  # a year that is written counts
    ],
)
def test_a_day_that_may_lie_ahead_is_the_nearest(text: str, day: date) -> None:
    assert read_date(text, today=date(2026, 11, 22), nearest=True) == day


@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_no_date_written(text: str) -> None:
    with pytest.raises(DateMissing):
        read_date(text, today=TODAY)


@pytest.mark.parametrize(
    "text", ["22", "221", "tanggal muda", "22 foo 2026", "22//11", "hari", "senin", "22/11/2026x", "November 22, 2026", "½/11"]
)
def test_unreadable_dates(text: str) -> None:
    with pytest.raises(DateUnreadable):
        read_date(text, today=TODAY)


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("31/02/2025", Month(2025, 2)),
        ("29/02/2023", Month(2023, 2)),
        ("00/01/2025", Month(2025, 1)),
        ("32/12/2025", Month(2025, 12)),
        ("31/11/2026", Month(2026, 11)),
        ("31 april 2026", Month(2026, 4)),
        ("31/02", Month(2026, 2)),
        ("29/02", Month(2026, 2)),
        ("2026-02-30", Month(2026, 2)),
    ],
)
def test_a_day_that_is_not_there_names_the_last_of_its_month(text: str, month: Month) -> None:
    with pytest.raises(NoSuchDay) as refused:
        read_date(text, today=TODAY)
    assert refused.value.month == month
    assert refused.value.sentences[1].values == {"month": month, "last": month.last.day}


@pytest.mark.parametrize(("text", "number"), [("32/13/2025", 13), ("11/22", 22), ("1/0/2026", 0), ("2026-13-01", 13)])
def test_a_month_that_is_not_there(text: str, number: int) -> None:
    with pytest.raises(NoSuchMonth) as refused:
        read_date(text, today=TODAY)
    assert refused.value.sentences[0].values == {"number": number}


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("22/11/2", "2"),
        ("22/11/226", "226"),
        ("22/11/20226", "20226"),
        ("22/11/0000", "0"),
        ("22/11/9999", "9999"),
        ("22/11/1989", "1989"),
        ("22/11/2028", "2028"),
        ("22/11/95", "2095"),
    ],
)
def test_a_year_that_cannot_be_right(text: str, year: str) -> None:
    with pytest.raises(YearOutside) as refused:
        read_date(text, today=TODAY)
    assert refused.value.sentences[0].values == {"year": year}
    assert refused.value.sentences[1].values == {"first": "1990", "last": "2027"}


@pytest.mark.parametrize(
    "text",
    [
        "11/2026",
        "11-2026",
        "11.2026",
        "11 26",
        "112026",
        "2026-11",
        "2026/11",
        "November 2026",
        "nov 26",
        "Nov. 2026",
        "nopember-2026",
    ],
)
def test_all_these_are_november(text: str) -> None:
    assert read_month(text, today=TODAY) == Month(2026, 11)
    assert read_month(text) == Month(2026, 11)


def test_a_month_is_refused_like_a_date() -> None:
    with pytest.raises(MonthMissing):
        read_month(" ", today=TODAY)
    for text in ("november", "bulan lalu", "foo 2026", "11", "2026"):
        with pytest.raises(MonthUnreadable):
            read_month(text, today=TODAY)
    with pytest.raises(NoSuchMonth):
        read_month("13/2026", today=TODAY)
    with pytest.raises(YearOutside):
        read_month("11/2028", today=TODAY)
    assert read_month("11/2028") == Month(2028, 11)
    with pytest.raises(YearOutside):
        read_month("11/2100")


@LAW
@given(st.text(st.sampled_from("0123456789/-. novNOVmeirtdskaj,½٢"), max_size=16), st.dates(date(1991, 1, 1), date(2090, 12, 31)))
def test_any_text_is_a_date_in_range_or_refused_with_a_remedy(text: str, today: date) -> None:
    try:
        day = read_date(text, today=today)
    except DateRefused as refused:
        assert refused.remedy is not None  # noqa: PT017 - any refusal will do, but none without a way out
    else:
        assert 1990 <= day.year <= today.year + 1


@LAW
@given(st.dates(date(1991, 1, 1), date(2090, 12, 31)), st.dates(date(1991, 1, 1), date(2090, 12, 31)))
def test_without_a_year_it_is_within_the_year_before_tomorrow(typed: date, today: date) -> None:
    try:
        day = read_date(f"{typed.day}/{typed.month}", today=today)
    except NoSuchDay:
        assert (typed.month, typed.day) == (2, 29)
    else:
        assert (day.month, day.day) == (typed.month, typed.day)
        assert -366 < (day - today).days <= 1
