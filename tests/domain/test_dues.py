"""What is asked for a month or a year, and on which months a payment falls."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kubebuku.domain.calendar import Month
from kubebuku.domain.dues import (
    Due,
    Payer,
    Period,
    State,
    Terms,
    allot,
    due,
    dues,
    follow,
    grid_cells,
    overdue,
    period_of,
    periods,
    spans,
)
from kubebuku.domain.money import Rupiah

JAN, MAR, MAY, AUG, DEC = (Month(2026, number) for number in (1, 3, 5, 8, 12))
MONTHLY = (Terms(MAR, Rupiah(2_000)), Terms(AUG, Rupiah(3_000)))
YEARLY = (Terms(Month(2025, 5), Rupiah(24_000), yearly=True),)


def payer(**changes: Month | None) -> Payer:
    values = {"joined": JAN, "left": None, "begins": JAN, "paid_until": None, **changes}
    return Payer(1, **values)  # type: ignore[arg-type]


def one(period: Period, paid: int = 0, now: Month = AUG, who: Payer | None = None) -> Due:
    return due(who or payer(), period, {period.first: Rupiah(paid)}, now)


def test_each_month_has_what_was_in_force_then() -> None:
    assert period_of(MONTHLY, JAN) is None
    assert period_of(MONTHLY, MAY) == Period(MAY, MAY, Rupiah(2_000))
    assert [period.amount for period in periods(MONTHLY, JAN, DEC)] == [2_000] * 5 + [3_000] * 5


def test_nothing_asked_from_a_month_on_is_no_period() -> None:
    assert period_of((*MONTHLY, Terms(AUG, Rupiah(0))), AUG) is None


def test_a_year_is_one_period_from_january_or_from_when_it_began() -> None:
    assert period_of(YEARLY, MAY) == Period(JAN, DEC, Rupiah(24_000))
    assert period_of(YEARLY, Month(2025, 9)) == Period(Month(2025, 5), Month(2025, 12), Rupiah(24_000))
    assert list(periods(YEARLY, Month(2025, 1), MAR)) == [
        Period(Month(2025, 5), Month(2025, 12), Rupiah(24_000)),
        Period(JAN, DEC, Rupiah(24_000)),
    ]


def test_a_year_ends_where_monthly_dues_begin() -> None:
    both = (*YEARLY, Terms(MAY, Rupiah(2_000)))
    assert period_of(both, MAR) == Period(JAN, Month(2026, 4), Rupiah(24_000))
    assert period_of(both, MAY) == Period(MAY, MAY, Rupiah(2_000))


def test_a_raised_yearly_amount_counts_from_the_next_year() -> None:
    raised = (*YEARLY, Terms(AUG, Rupiah(36_000), yearly=True))
    assert period_of(raised, DEC) == Period(JAN, DEC, Rupiah(24_000))
    assert period_of(raised, Month(2027, 2)) == Period(Month(2027, 1), Month(2027, 12), Rupiah(36_000))


Y27 = [Month(2027, number) for number in range(1, 13)]


def test_a_year_paid_ahead_is_used_up_month_by_month_when_dues_become_monthly() -> None:
    """24.000 for 2027; then 2.500 a month: nine months, and 1.500 of October."""
    asked = tuple(periods((*YEARLY, Terms(Y27[0], Rupiah(2_500))), JAN, Y27[-1]))
    who, given = payer(), {JAN: Rupiah(24_000), Y27[0]: Rupiah(24_000)}
    now = follow(asked, who, given)
    found = dues(who, asked, now, DEC)
    assert [(one.paid, one.lacking) for one in found] == [(24_000, 0), *[(2_500, 0)] * 9, (1_500, 1_000), *[(0, 2_500)] * 2]
    assert [one.state for one in found][-4:] == [State.PAID, State.AHEAD, State.AHEAD, State.AHEAD]


def test_months_paid_ahead_reach_further_when_the_amount_falls() -> None:
    """Twelve times 3.000 for 2027; then 2.000 a month: until June 2028."""
    asked = tuple(periods((Terms(JAN, Rupiah(3_000)), Terms(Y27[0], Rupiah(2_000))), Y27[0], Month(2028, 12)))
    now = follow(asked, payer(), dict.fromkeys(Y27, Rupiah(3_000)))
    paid_up = [one.period.first for one in dues(payer(), asked, now, DEC) if one.state is State.PAID]
    assert (len(paid_up), paid_up[-1]) == (18, Month(2028, 6))


def test_months_paid_ahead_count_for_the_year_and_the_rest_for_the_next() -> None:
    asked = tuple(periods((Terms(JAN, Rupiah(2_500)), Terms(Y27[0], Rupiah(24_000), yearly=True)), Y27[0], Month(2028, 12)))
    now = follow(asked, payer(), dict.fromkeys(Y27, Rupiah(2_500)))
    assert [(one.paid, one.state) for one in dues(payer(), asked, now, DEC)] == [(24_000, State.PAID), (6_000, State.AHEAD)]


def test_what_is_paid_beyond_the_last_month_asked_lies_behind_all() -> None:
    """10.000 in January, 2.000 a month; the member left in March: 4.000 are left over."""
    asked = tuple(periods((Terms(JAN, Rupiah(2_000)),), JAN, MAY))
    now = follow(asked, payer(left=MAR), {JAN: Rupiah(10_000)})
    assert now == {JAN: 2_000, JAN.plus(1): 2_000, MAR: 2_000, MAY.plus(1): 4_000}


def test_what_a_raised_amount_leaves_unpaid_is_asked() -> None:
    asked = tuple(periods((Terms(JAN, Rupiah(2_000)), Terms(Y27[0], Rupiah(3_000))), Y27[0], Y27[1]))
    now = follow(asked, payer(), {Y27[0]: Rupiah(2_000), Y27[1]: Rupiah(2_000)})
    assert [one.lacking for one in dues(payer(), asked, now, DEC)] == [1_000, 1_000]


@given(st.lists(st.integers(0, 9_000), min_size=1, max_size=24), st.lists(st.integers(0, 5_000), min_size=24, max_size=24))
def test_no_rupiah_paid_ahead_is_made_or_lost(given_: list[int], wanted: list[int]) -> None:
    asked = [Period(JAN.plus(at), JAN.plus(at), Rupiah(amount)) for at, amount in enumerate(wanted) if amount]
    paid = {JAN.plus(at): Rupiah(amount) for at, amount in enumerate(given_) if amount}
    now = follow(asked, payer(), paid)
    assert sum(now.values()) == sum(paid.values())
    assert all(now.get(one.first, 0) <= one.amount for one in asked)


def test_how_a_month_stands() -> None:
    period = Period(MAY, MAY, Rupiah(2_000))
    assert one(period, 2_000).state is State.PAID
    assert (one(period, 500).state, one(period, 500).lacking) == (State.LATE, 1_500)
    assert one(period, now=MAY).state is State.DUE
    assert one(period, now=MAR).state is State.AHEAD
    assert one(period, who=payer(begins=AUG)).state is State.NONE
    assert one(period, who=payer(left=MAR)).state is State.NONE
    before = one(period, who=payer(begins=AUG, paid_until=MAY))
    assert (before.state, before.lacking) == (State.BEFORE, 0)


def test_a_year_that_runs_is_due_and_not_late() -> None:
    year = Period(JAN, DEC, Rupiah(24_000))
    assert one(year, 6_000).state is State.DUE
    assert one(year, 6_000, Month(2027, 1)).state is State.LATE
    assert one(year, who=payer(joined=AUG, begins=AUG)).state is State.DUE


def test_money_fills_the_oldest_month_first() -> None:
    lacking = [one(period) for period in periods(MONTHLY, JAN, DEC)]
    parts, left = allot(lacking, Rupiah(5_000))
    assert parts == ((MAR, 2_000), (Month(2026, 4), 2_000), (MAY, 1_000))
    assert left == 0


@given(st.integers(0, 100_000), st.integers(1, 12))
def test_no_rupiah_of_a_payment_is_lost(amount: int, last: int) -> None:
    lacking = [one(period) for period in periods(MONTHLY, JAN, Month(2026, last))]
    parts, left = allot(lacking, Rupiah(amount))
    assert sum(part for _month, part in parts) + left == amount
    assert all(0 < part <= due.lacking for (_month, part), due in zip(parts, lacking, strict=False))
    assert left == max(0, amount - sum(due.lacking for due in lacking))


@given(
    st.lists(st.tuples(st.integers(0, 30), st.sampled_from([0, 5_000, 12_000]), st.booleans()), min_size=1, max_size=4),
    st.dictionaries(st.integers(0, 30), st.integers(1, 13_000)),
    st.integers(0, 30),
    st.none() | st.integers(0, 30),
)
def test_what_is_overdue_is_what_is_late_or_due_and_lacks_money(
    changes: list[tuple[int, int, bool]], given_: dict[int, int], now: int, until: int | None
) -> None:
    start = Month(2025, 1)
    history = [Terms(start.plus(at), Rupiah(amount), yearly) for at, amount, yearly in sorted(changes)]
    paid = {start.plus(at): Rupiah(amount) for at, amount in given_.items()}
    who = payer(joined=start, begins=start.plus(2), paid_until=None if until is None else start.plus(until))
    asked = tuple(periods(history, start, start.plus(30)))
    each = dues(who, asked, paid, start.plus(now))
    expected = [one for one in each if one.state in (State.LATE, State.DUE) and one.lacking]
    assert list(overdue(who, asked, paid, start.plus(now))) == expected


def test_neighbouring_months_are_told_as_one_stretch() -> None:
    assert spans(MONTHLY, [MAY, Month(2026, 4), AUG]) == ((Month(2026, 4), MAY), (AUG, AUG))
    assert spans(YEARLY, [JAN]) == ((JAN, DEC),)


def test_a_year_shows_its_figure_once_in_the_wall_chart() -> None:
    cells = grid_cells(2026, [one(Period(JAN, DEC, Rupiah(24_000)), 24_000)], {JAN: Rupiah(24_000)})
    assert [cell.state for cell in cells] == [State.PAID] * 12
    assert sum(cell.paid for cell in cells) == 24_000


def test_money_on_a_month_that_is_not_asked_for_stays_seen() -> None:
    cells = grid_cells(2026, [], {MAR: Rupiah(2_000)})
    assert [cell.paid for cell in cells if cell.state is State.PAID] == [2_000]


def test_dues_that_reach_over_new_year_fill_their_months_of_that_year_only() -> None:
    over = Due(Period(Month(2025, 11), Month(2026, 2), Rupiah(8_000)), Rupiah(8_000), State.PAID)
    cells = grid_cells(2026, [over], {})
    assert [cell.state for cell in cells[:2]] == [State.PAID, State.PAID]
    assert sum(cell.paid for cell in cells) == 0
