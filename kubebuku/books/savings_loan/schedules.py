"""Instalment schedules, exact to the rupiah: what is paid when, and that it repays the principal and no more.

Methods (domain.md 3.5): none, flat, declining (jasa menurun: equal principal, jasa on the rest), annuity (equal payments),
daily (jasa on the rest by days, a month counting 30). Jasa is rounded half up to the rupiah each time it falls due; flat jasa
is principal x rate x periods over the whole term, to the rupiah. The last instalment always takes up what rounding left, of
both parts, so that the payments before it stay level. Instalments are rounded up to a coin, down where rounding up would
repay the loan before its last instalment.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from fractions import Fraction

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
from kubebuku.domain.calendar import add_months
from kubebuku.domain.money import LARGEST_AMOUNT, Rupiah

#: A year of loans is long for a Kube; ten years is where a typing error is surer than a loan.
LONGEST_TERM_MONTHS = 120
#: Above this a rate is a typing error, whether a month's or a year's.
HIGHEST_RATE = Fraction(1)
#: The last year in which a loan may begin; its instalments stay within the calendar.
LAST_START_YEAR = 9900
#: Coins people have (domain.md 3.7).
ROUNDINGS = (1, 100, 500, 1000)


class Method(Enum):
    """How jasa is reckoned."""

    NONE = "none"
    FLAT = "flat"
    DECLINING = "declining"
    ANNUITY = "annuity"
    DAILY = "daily"


class Every(Enum):
    """How often an instalment falls due."""

    MONTH = "month"
    FORTNIGHT = "fortnight"
    WEEK = "week"
    END = "end"


@dataclass(frozen=True, slots=True)
class Instalment:
    """One line of a schedule: its number from 1, due date, parts in rupiah, and what is still owed after it."""

    no: int
    due: date
    principal: Rupiah
    interest: Rupiah
    balance: Rupiah

    @property
    def payment(self) -> Rupiah:
        """Principal and jasa together."""
        return self.principal + self.interest


@dataclass(frozen=True, slots=True)
class Terms:
    """What a schedule is made from.

    `principal` in rupiah, 1 to 999.999.999.999. `months` 1 to 120, the whole term. `rate` is the jasa of one month as an
    exact fraction, above 0 and at most 1; without jasa it does not count. `grace` periods at the start pay jasa only.
    `round_to` rounds each payment to a coin. `payment` is an instalment the group fixes instead (principal and jasa together).
    """

    principal: Rupiah
    months: int
    start: date
    method: Method = Method.NONE
    rate: Fraction = Fraction(0)
    every: Every = Every.MONTH
    round_to: int = 1
    payment: Rupiah | None = None
    grace: int = 0


def monthly_rate(rate: Fraction, per: str) -> Fraction:
    """A rate per "month" or per "year" as one of a month; raises RateOutOfRange where it is negative or above 100 %."""
    if not 0 <= rate <= HIGHEST_RATE:
        raise RateOutOfRange(rate)
    return rate if per == "month" else rate / 12


def half_up(exact: Fraction) -> Rupiah:
    """The nearest whole rupiah, half a rupiah upwards; `exact` is not negative."""
    return Rupiah((2 * exact.numerator + exact.denominator) // (2 * exact.denominator))


def due_dates(start: date, months: int, every: Every) -> tuple[date, ...]:
    """The days on which instalments fall due; months by calendar (31 January + 1 = 28 February), weeks by seven days."""
    if every is Every.MONTH:
        return tuple(add_months(start, n) for n in range(1, months + 1))
    last = add_months(start, months)
    if every is Every.END:
        return (last,)
    step = 7 if every is Every.WEEK else 14
    return tuple(start + timedelta(days=step * n) for n in range(1, (last - start).days // step + 1))


def period_rate(rate: Fraction, every: Every, months: int) -> Fraction:
    """The jasa of one instalment period: a month, a week as 12/52 and a fortnight as 12/26 of a month, or the whole term."""
    return {
        Every.MONTH: rate,
        Every.WEEK: rate * Fraction(12, 52),
        Every.FORTNIGHT: rate * Fraction(12, 26),
        Every.END: rate * months,
    }[every]


def check_terms(terms: Terms) -> None:
    """Refuse what is no loan; raises the refusals of this book's schedules."""
    if not 1 <= terms.principal <= LARGEST_AMOUNT:
        raise PrincipalOutOfRange(terms.principal)
    if not 1 <= terms.months <= LONGEST_TERM_MONTHS:
        raise TermOutOfRange(terms.months, LONGEST_TERM_MONTHS)
    if terms.start.year > LAST_START_YEAR:
        raise StartOutOfRange(terms.start)
    if not 0 <= terms.rate <= HIGHEST_RATE:
        raise RateOutOfRange(terms.rate)
    if terms.rate == 0 and terms.method is not Method.NONE:
        raise RateMissing
    if terms.round_to not in ROUNDINGS:
        raise RoundingUnknown(terms.round_to, ROUNDINGS)
    if terms.payment is not None and terms.payment < 1:
        raise PaymentTooSmall(terms.payment, Rupiah(0))
    count = len(due_dates(terms.start, terms.months, terms.every))
    if not 0 <= terms.grace < count:
        raise GraceOutOfRange(terms.grace, count)


def schedule(terms: Terms) -> tuple[Instalment, ...]:
    """The schedule of a loan. The principal parts sum to the principal; the last balance is nil.

    Raises the refusals of `check_terms`, and PaymentTooSmall where a fixed payment does not even cover the jasa.
    """
    check_terms(terms)
    lines = tuple(_instalments(terms, up=True))
    if terms.payment is None and len(lines) < len(due_dates(terms.start, terms.months, terms.every)):
        smaller = tuple(_instalments(terms, up=False))
        if all(line.principal > 0 for line in smaller[terms.grace :]):
            return smaller
    return lines


@dataclass(frozen=True, slots=True)
class Left:
    """What is left of a loan that ran before: `rest` of `principal`, on `dates`, the first of whose periods began on `since`."""

    principal: Rupiah
    rest: Rupiah
    since: date
    dates: tuple[date, ...]
    method: Method
    rate: Fraction
    every: Every


def schedule_left(left: Left) -> tuple[Instalment, ...]:
    """The instalments that are left: by equal parts of the rest, or equal payments; flat jasa is that of the first amount.

    Raises RateMissing, RateOutOfRange and TermOutOfRange.
    """
    count = len(left.dates)
    months = next((n for n in range(1, LONGEST_TERM_MONTHS + 1) if add_months(left.since, n) >= left.dates[-1]), 1)
    terms = Terms(left.rest, months, left.since, left.method, left.rate, left.every)
    check_terms(terms)
    rate = _rate(terms)
    equal = half_up(int(left.rest) * rate / (1 - (1 + rate) ** -count)) if left.method is Method.ANNUITY else None
    flat = Terms(left.principal, months, left.since, left.method, left.rate, left.every)
    balance, before, asked, made = left.rest, left.since, Rupiah(0), []
    for no, due in enumerate(left.dates, start=1):
        if left.method is Method.FLAT:
            interest = _flat_until(flat, count) - asked if no == count else _interest(flat, balance, before, due)
        else:
            interest = _interest(terms, balance, before, due)
        part = equal - interest if equal is not None else half_up(Fraction(int(left.rest), count))
        principal = balance if no == count else min(balance, max(Rupiah(0), part))
        balance, asked, before = balance - principal, asked + interest, due
        made.append(Instalment(no, due, principal, max(Rupiah(0), interest), balance))
    return tuple(made)


def _instalments(terms: Terms, *, up: bool) -> Iterator[Instalment]:
    dates = due_dates(terms.start, terms.months, terms.every)
    paying = len(dates) - terms.grace
    wanted = _wanted_payment(terms, paying, up=up)
    balance = terms.principal
    before = terms.start
    asked = Rupiah(0)
    for no, due in enumerate(dates, start=1):
        if balance == 0:
            return
        interest = _interest(terms, balance, before, due)
        if terms.method is Method.FLAT:
            interest = min(interest, _flat_until(terms, len(dates)) - asked)
        if no <= terms.grace:
            principal = Rupiah(0)
        elif no == len(dates):
            principal = balance
        else:
            principal = min(balance, _principal(terms, wanted, interest, paying, up=up))
        balance = balance - principal
        if terms.method is Method.FLAT and balance == 0:
            interest = max(Rupiah(0), _flat_until(terms, no) - asked)
        asked = asked + interest
        yield Instalment(no, due, principal, interest, balance)
        before = due


def _interest(terms: Terms, balance: Rupiah, before: date, due: date) -> Rupiah:
    if terms.method is Method.NONE:
        return Rupiah(0)
    if terms.method is Method.DAILY:
        return half_up(int(balance) * terms.rate * (due - before).days / 30)
    base = terms.principal if terms.method is Method.FLAT else balance
    return half_up(int(base) * _rate(terms))


def _rate(terms: Terms) -> Fraction:
    return period_rate(terms.rate, terms.every, terms.months)


def _flat_until(terms: Terms, periods: int) -> Rupiah:
    """Flat jasa of that many periods together."""
    return half_up(int(terms.principal) * _rate(terms) * periods)


def _wanted_payment(terms: Terms, paying: int, *, up: bool) -> Rupiah | None:
    """The payment that stays the same, None where the principal part does (declining and daily)."""
    if terms.payment is not None:
        return terms.payment
    rate = _rate(terms)
    exact = Fraction(int(terms.principal), paying)
    if terms.method is Method.ANNUITY:
        exact = int(terms.principal) * rate / (1 - (1 + rate) ** -paying)
    elif terms.method in (Method.DECLINING, Method.DAILY):
        return None
    elif terms.method is Method.FLAT:
        exact += half_up(int(terms.principal) * rate)
    return _rounded(exact, terms.round_to, up=up)


def _principal(terms: Terms, wanted: Rupiah | None, interest: Rupiah, paying: int, *, up: bool) -> Rupiah:
    if wanted is None:
        part = Fraction(int(terms.principal), paying)
        if terms.round_to == 1:
            return _rounded(part, 1, up=up)
        return max(Rupiah(0), _rounded(part + interest, terms.round_to, up=up) - interest)
    if terms.payment is not None and wanted <= interest:
        raise PaymentTooSmall(wanted, interest)
    return max(Rupiah(0), wanted - interest)


def _rounded(exact: Fraction, coin: int, *, up: bool) -> Rupiah:
    """To the coin: up, or down; whole rupiah half up instead of up."""
    if not up:
        return Rupiah(exact.numerator // (exact.denominator * coin) * coin)
    return half_up(exact) if coin == 1 else Rupiah(-(-exact.numerator // (exact.denominator * coin)) * coin)


def yearly_effective_rate(terms: Terms) -> Fraction:
    """The yearly rate on the money really owed, to a hundredth of a percent: a flat rate looks about half as dear as it is.

    The rate of a period at which the payments are worth the principal, times the periods of a year; found by halving.
    """
    payments = [int(line.payment) for line in schedule(terms)]
    a_year = {Every.MONTH: Fraction(12), Every.FORTNIGHT: Fraction(26), Every.WEEK: Fraction(52)}
    periods = a_year.get(terms.every, Fraction(12, terms.months))
    low, high = Fraction(0), Fraction(sum(payments), int(terms.principal))
    while high - low > Fraction(1, 240_000):
        middle = (low + high) / 2
        growth, worth = 1.0 + float(middle), 0.0
        for payment in reversed(payments):
            worth = (worth + payment) / growth
        if worth > int(terms.principal):
            low = middle
        else:
            high = middle
    return Fraction(round(low * periods * 10_000), 10_000)
