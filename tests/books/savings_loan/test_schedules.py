"""Schedules with figures a treasurer can follow on paper, and the law that each repays exactly."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kubebuku.books.savings_loan.schedule_refusals import (
    GraceOutOfRange,
    PaymentTooSmall,
    PrincipalOutOfRange,
    RateMissing,
    RateOutOfRange,
    RoundingUnknown,
    StartOutOfRange,
    TermOutOfRange,
)
from kubebuku.books.savings_loan.schedules import (
    ROUNDINGS,
    Every,
    Method,
    Terms,
    due_dates,
    monthly_rate,
    period_rate,
    schedule,
    yearly_effective_rate,
)
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah

START = date(2026, 1, 31)
TWO_PERCENT = Fraction(2, 100)


def rows(**terms: object) -> list[tuple[int, int, int, int]]:
    """Principal, jasa, payment, balance of each instalment of 500.000 over 3 months, changed by `terms`."""
    given_terms = {"principal": Rupiah(500_000), "months": 3, "start": START} | terms
    return [
        (int(line.principal), int(line.interest), int(line.payment), int(line.balance))
        for line in schedule(Terms(**given_terms))  # type: ignore[arg-type]
    ]


def test_banjarmasin_rule_five_hundred_thousand_without_jasa_in_three_months() -> None:
    assert rows() == [(166_667, 0, 166_667, 333_333), (166_667, 0, 166_667, 166_666), (166_666, 0, 166_666, 0)]


def test_instalments_rounded_to_the_thousand_leave_the_difference_to_the_last() -> None:
    assert [payment for _, _, payment, _ in rows(round_to=1000)] == [167_000, 167_000, 166_000]


def test_flat_jasa_is_the_same_each_month() -> None:
    assert rows(method=Method.FLAT, rate=TWO_PERCENT) == [
        (166_667, 10_000, 176_667, 333_333),
        (166_667, 10_000, 176_667, 166_666),
        (166_666, 10_000, 176_666, 0),
    ]


def test_flat_jasa_of_the_whole_term_is_exact_and_the_payments_stay_level() -> None:
    """Rp10.000.000 at 10 % a year for three years is Rp3.000.000 of jasa, not twelve rupiah less."""
    lines = schedule(Terms(Rupiah(10_000_000), 36, START, Method.FLAT, monthly_rate(Fraction(10, 100), "year")))
    assert sum(line.interest for line in lines) == 3_000_000
    assert {line.payment for line in lines[:-1]} == {361_111}
    assert (lines[-1].principal, lines[-1].interest, lines[-1].payment) == (277_770, 83_345, 361_115)


@given(
    st.integers(1, 50_000_000),
    st.integers(1, 60),
    st.integers(1, 100_000),
    st.sampled_from(Every),
    st.sampled_from(ROUNDINGS),
    st.integers(0, 3),
)
@example(963, 2, 2_250, Every.WEEK, 500, 2)
def test_flat_jasa_is_principal_times_rate_times_periods(
    principal: int, months: int, rate: int, every: Every, coin: int, grace: int
) -> None:
    count = len(due_dates(START, months, every))
    share = Fraction(rate, 1_000_000)
    terms = Terms(Rupiah(principal), months, START, Method.FLAT, share, every, coin, grace=min(grace, count - 1))
    lines = schedule(terms)
    exact = principal * period_rate(share, every, months) * len(lines)
    beyond = sum(int(line.interest) for line in lines) - exact
    if lines[-1].interest:
        assert abs(beyond) <= Fraction(1, 2)
    else:  # the last one lets off all it can of the half rupiah by which each before it may have been rounded up
        assert -Fraction(1, 2) <= beyond <= Fraction(len(lines) - 1, 2)
    assert all(line.interest >= 0 for line in lines)


def test_declining_jasa_follows_the_rest() -> None:
    assert rows(method=Method.DECLINING, rate=TWO_PERCENT) == [
        (166_667, 10_000, 176_667, 333_333),
        (166_667, 6_667, 173_334, 166_666),
        (166_666, 3_333, 169_999, 0),
    ]


def test_annuity_pays_the_same_until_the_last() -> None:
    # 500.000 x 0,02 / (1 - 1,02^-3) = 173.377,34
    assert rows(method=Method.ANNUITY, rate=TWO_PERCENT) == [
        (163_377, 10_000, 173_377, 336_623),
        (166_645, 6_732, 173_377, 169_978),
        (169_978, 3_400, 173_378, 0),
    ]


def test_daily_jasa_counts_the_days_of_a_month_of_thirty() -> None:
    # 31 January to 28 February are 28 days, to 31 March 31, to 30 April 30
    assert [jasa for _, jasa, _, _ in rows(method=Method.DAILY, rate=TWO_PERCENT)] == [9_333, 6_889, 3_333]


def test_one_payment_at_the_end_owes_the_jasa_of_the_whole_term() -> None:
    assert rows(every=Every.END, method=Method.FLAT, rate=TWO_PERCENT) == [(500_000, 30_000, 530_000, 0)]


def test_months_end_on_the_last_day_where_there_is_no_31st() -> None:
    assert due_dates(START, 3, Every.MONTH) == (date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30))


@pytest.mark.parametrize(("every", "count"), [(Every.WEEK, 12), (Every.FORTNIGHT, 6)])
def test_weeks_are_seven_days_within_the_term(every: Every, count: int) -> None:
    dates = due_dates(START, 3, every)
    assert len(dates) == count
    assert dates[-1] <= date(2026, 4, 30)


def test_an_instalment_the_group_fixes_ends_with_the_difference() -> None:
    assert [payment for _, _, payment, _ in rows(payment=Rupiah(200_000))] == [200_000, 200_000, 100_000]


def test_a_fixed_instalment_that_repays_early_ends_the_schedule() -> None:
    assert [payment for _, _, payment, _ in rows(payment=Rupiah(300_000))] == [300_000, 200_000]


def test_where_rounding_up_would_end_early_it_goes_down() -> None:
    assert [payment for _, _, payment, _ in rows(principal=Rupiah(50_000), months=12, round_to=1000)] == [4_000] * 11 + [6_000]


def test_a_rate_above_a_hundred_percent_is_refused_for_a_year_too() -> None:
    with pytest.raises(RateOutOfRange):
        monthly_rate(Fraction(3, 2), "year")


def test_a_loan_of_one_payment_is_as_dear_as_it_looks() -> None:
    once = Terms(Rupiah(500_000), 3, START, Method.FLAT, TWO_PERCENT, Every.END)
    assert yearly_effective_rate(once) == Fraction(24, 100)


def test_months_of_grace_pay_the_jasa_only() -> None:
    assert rows(method=Method.DECLINING, rate=TWO_PERCENT, grace=1) == [
        (0, 10_000, 10_000, 500_000),
        (250_000, 10_000, 260_000, 250_000),
        (250_000, 5_000, 255_000, 0),
    ]


def test_rounding_keeps_a_falling_payment_on_whole_coins() -> None:
    assert [payment for _, _, payment, _ in rows(method=Method.DECLINING, rate=TWO_PERCENT, round_to=500)][:2] == [
        177_000,
        173_500,
    ]


def test_a_flat_rate_is_dearer_than_it_looks() -> None:
    flat = Terms(Rupiah(1_200_000), 12, START, Method.FLAT, TWO_PERCENT)
    declining = Terms(Rupiah(1_200_000), 12, START, Method.DECLINING, TWO_PERCENT)
    assert Fraction(41, 100) < yearly_effective_rate(flat) < Fraction(43, 100)
    assert yearly_effective_rate(declining) == Fraction(24, 100)


def test_a_yearly_rate_is_twelve_monthly_ones() -> None:
    assert monthly_rate(Fraction(24, 100), "year") == TWO_PERCENT == monthly_rate(TWO_PERCENT, "month")


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"principal": Rupiah(0)}, PrincipalOutOfRange),
        ({"months": 0}, TermOutOfRange),
        ({"months": 121}, TermOutOfRange),
        ({"rate": Fraction(-1, 100)}, RateOutOfRange),
        ({"method": Method.FLAT}, RateMissing),
        ({"start": date(9999, 12, 1)}, StartOutOfRange),
        ({"payment": Rupiah(0)}, PaymentTooSmall),
        ({"rate": Fraction(3, 2)}, RateOutOfRange),
        ({"round_to": 250}, RoundingUnknown),
        ({"grace": 3}, GraceOutOfRange),
        ({"payment": Rupiah(10_000), "method": Method.FLAT, "rate": TWO_PERCENT}, PaymentTooSmall),
    ],
)
def test_what_is_no_loan_is_refused(wrong: dict[str, object], refusal: type[RuleBroken]) -> None:
    with pytest.raises(refusal):
        rows(**wrong)


@given(
    principal=st.integers(1, 50_000_000),
    months=st.integers(1, 36),
    method=st.sampled_from(Method),
    every=st.sampled_from(Every),
    percent=st.integers(1, 40),
    coin=st.sampled_from(ROUNDINGS),
    start=st.dates(date(2000, 1, 1), date(2060, 1, 1)),
)
def test_every_schedule_repays_exactly_the_principal(
    principal: int, months: int, method: Method, every: Every, percent: int, coin: int, start: date
) -> None:
    terms = Terms(Rupiah(principal), months, start, method, Fraction(percent, 1000), every, coin)
    lines = schedule(terms)
    assert sum(line.principal for line in lines) == principal
    assert lines[-1].balance == 0
    assert all(line.principal >= 0 and line.interest >= 0 for line in lines)
    assert all(earlier.due < later.due for earlier, later in pairwise(lines))
    owed = principal
    for line in lines:
        owed -= line.principal
        assert line.balance == owed
