"""The limits of a schedule and what a refusal names: the last that is allowed, the first that is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from kubebuku.books.savings_loan.schedule_refusals import (
    GraceOutOfRange,
    PaymentTooSmall,
    PrincipalOutOfRange,
    RateOutOfRange,
    StartOutOfRange,
    TermOutOfRange,
)
from kubebuku.books.savings_loan.schedules import (
    HIGHEST_RATE,
    LAST_START_YEAR,
    LONGEST_TERM_MONTHS,
    Every,
    Method,
    Terms,
    monthly_rate,
    period_rate,
    schedule,
    yearly_effective_rate,
)
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import LARGEST_AMOUNT, Rupiah

LOAN = Terms(Rupiah(300_000), 3, date(2026, 1, 10))


def named(refusal: type[RuleBroken], terms: Terms) -> set[object]:
    """What the sentences of the refusal of these terms show."""
    with pytest.raises(refusal) as refused:
        schedule(terms)
    return {value for sentence in refused.value.sentences for value in sentence.values.values()}


def test_a_principal_from_one_rupiah_to_the_largest_amount() -> None:
    for amount in (1, LARGEST_AMOUNT):
        assert sum(line.principal for line in schedule(replace(LOAN, principal=Rupiah(amount)))) == amount
    for amount in (0, LARGEST_AMOUNT + 1):
        assert Rupiah(amount) in named(PrincipalOutOfRange, replace(LOAN, principal=Rupiah(amount)))


def test_a_term_from_one_month_to_the_longest() -> None:
    assert [len(schedule(replace(LOAN, months=months))) for months in (1, LONGEST_TERM_MONTHS)] == [1, LONGEST_TERM_MONTHS]
    for months in (0, LONGEST_TERM_MONTHS + 1):
        assert LONGEST_TERM_MONTHS in named(TermOutOfRange, replace(LOAN, months=months))


def test_a_start_in_the_last_year_and_not_after_it() -> None:
    assert len(schedule(replace(LOAN, start=date(LAST_START_YEAR, 12, 31)))) == 3
    late = date(LAST_START_YEAR + 1, 1, 1)
    assert late in named(StartOutOfRange, replace(LOAN, start=late))


def test_jasa_up_to_a_hundred_percent() -> None:
    assert [monthly_rate(Fraction(rate), "month") for rate in (0, HIGHEST_RATE)] == [0, HIGHEST_RATE]
    assert monthly_rate(HIGHEST_RATE, "year") == HIGHEST_RATE / 12
    with pytest.raises(RateOutOfRange):
        monthly_rate(HIGHEST_RATE + Fraction(1, 10_000), "month")
    assert schedule(replace(LOAN, method=Method.FLAT, rate=HIGHEST_RATE))[0].interest == 300_000


def test_months_without_pokok_leave_one_instalment_at_least() -> None:
    assert [line.principal for line in schedule(replace(LOAN, grace=2))] == [0, 0, 300_000]
    assert {3, 4} <= named(GraceOutOfRange, replace(LOAN, grace=4))
    assert 3 in named(GraceOutOfRange, replace(LOAN, grace=3))


def test_rounding_down_to_nothing_a_month_is_no_way_to_repay() -> None:
    """A twelfth of Rp1.000 is no coin of Rp500, so two months pay one each."""
    assert [line.principal for line in schedule(replace(LOAN, principal=Rupiah(1_000), months=12, round_to=500))] == [500, 500]


def test_a_fixed_instalment_is_more_than_its_jasa() -> None:
    """Two per cent of Rp300.000 are Rp6.000."""
    flat = replace(LOAN, method=Method.FLAT, rate=Fraction(2, 100))
    assert {Rupiah(6_000)} <= named(PaymentTooSmall, replace(flat, payment=Rupiah(6_000)))
    assert schedule(replace(flat, payment=Rupiah(6_001)))[0].principal == 1
    assert {Rupiah(0)} <= named(PaymentTooSmall, replace(LOAN, payment=Rupiah(0)))


@pytest.mark.parametrize(
    ("every", "share"),
    [(Every.MONTH, Fraction(1)), (Every.WEEK, Fraction(12, 52)), (Every.FORTNIGHT, Fraction(12, 26)), (Every.END, Fraction(5))],
)
def test_jasa_of_a_period_is_its_part_of_a_month(every: Every, share: Fraction) -> None:
    assert period_rate(Fraction(2, 100), every, 5) == Fraction(2, 100) * share


@pytest.mark.parametrize(("every", "periods"), [(Every.MONTH, 12), (Every.FORTNIGHT, 26), (Every.WEEK, 52)])
def test_jasa_on_what_is_owed_costs_a_year_what_its_periods_come_to(every: Every, periods: int) -> None:
    """Declining jasa is what it looks like: 1 % a month are 12 % a year, however often it is paid."""
    terms = Terms(Rupiah(10_000_000), 12, date(2026, 1, 10), Method.DECLINING, Fraction(1, 100), every)
    assert abs(yearly_effective_rate(terms) - Fraction(12, 100)) <= Fraction(1, 10_000)
    assert period_rate(terms.rate, every, 12) * periods == Fraction(12, 100)
