"""On which day something is late, begun, owed or fined: the day before, the day itself and the day after.

Rp300.000 lent on 10 January at 2 % flat: Rp100.000 and Rp6.000 jasa on the 10th of February, March and April.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest

from kubebuku.books.savings_loan.instalments import FineRule, Flows, Plan, State
from kubebuku.books.savings_loan.reckoning import Reckoning
from kubebuku.books.savings_loan.rules import Bands, FineKind, Quality, quality
from kubebuku.books.savings_loan.schedules import Every, Instalment, Method
from kubebuku.domain.money import Rupiah
from tests.books.trading import day

PLAN = Plan(
    1,
    day("10/1"),
    Method.FLAT,
    Fraction(2, 100),
    Every.MONTH,
    tuple(
        Instalment(no, day(due), Rupiah(100_000), Rupiah(6_000), Rupiah(rest))
        for no, due, rest in ((1, "10/2", 200_000), (2, "10/3", 100_000), (3, "10/4", 0))
    ),
)
NIL = Rupiah(0)
TWO_PERCENT = FineRule(FineKind.PERCENT, rate=Fraction(2, 100))
FIVE_THOUSAND = FineRule(FineKind.FIXED, Rupiah(5_000))
FIRST_PAID = Flows(repaid=((day("10/2"), 100_000),), fees=((day("10/2"), 6_000),))


def loan(at: str | date, flows: Flows = FIRST_PAID, fine: FineRule = TWO_PERCENT, plan: Plan = PLAN) -> Reckoning:
    return Reckoning(plan, flows, fine, day(at) if isinstance(at, str) else at)


def days_after(due: str, days: int) -> date:
    return day(due) + timedelta(days=days)


# ---------------------------------------------------------------------------------------------------------------- denda


@pytest.mark.parametrize(("days", "fines"), [(-1, 0), (0, 0), (1, 1), (29, 1), (30, 1), (31, 2), (60, 2), (61, 3)])
def test_a_share_is_fined_once_for_each_thirty_days_begun(days: int, fines: int) -> None:
    """Two per cent of Rp106.000 of the third instalment; the second was paid on its day."""
    two = Flows(((day("10/2"), 100_000), (day("10/3"), 100_000)), ((day("10/2"), 6_000), (day("10/3"), 6_000)))
    assert loan(days_after("10/4", days), two).fine == fines * 2_120


@pytest.mark.parametrize(("days", "fines"), [(0, 0), (1, 1), (30, 1), (31, 2)])
def test_what_is_paid_on_the_thirtieth_day_is_fined_once_on_the_next_one_twice(days: int, fines: int) -> None:
    paid = days_after("10/4", days)
    flows = Flows(
        ((day("10/2"), 100_000), (day("10/3"), 100_000), (paid, 100_000)),
        ((day("10/2"), 6_000), (day("10/3"), 6_000), (paid, 6_000)),
    )
    assert loan(days_after("10/4", 200), flows).fine == fines * 2_120


def test_a_fixed_denda_comes_once_for_each_late_instalment() -> None:
    assert [loan(at, fine=FIVE_THOUSAND).fine for at in ("10/3", "11/3", "9/4", "10/4", "11/4")] == [
        0,
        5_000,
        5_000,
        5_000,
        10_000,
    ]
    assert loan("11/4", fine=FineRule()).fine == 0


def test_denda_that_was_paid_is_owed_no_more_also_when_it_was_paid_later() -> None:
    paid = replace(FIRST_PAID, fines=((day("15/3"), 5_000),))
    assert [loan(at, paid, FIVE_THOUSAND).fine for at in ("14/3", "15/3")] == [5_000, 0]
    assert [loan(at, paid, FIVE_THOUSAND).fine_open for at in ("14/3", "15/3")] == [0, 0]
    assert loan("14/3", FIRST_PAID, FIVE_THOUSAND).fine_open == 5_000


@pytest.mark.parametrize(("days", "fines"), [(0, 0), (1, 1), (30, 1), (31, 2)])
def test_a_loan_that_was_given_up_is_fined_no_more_from_that_day(days: int, fines: int) -> None:
    gone = days_after("10/4", days)
    flows = Flows(
        ((day("10/2"), 100_000), (day("10/3"), 100_000)),
        ((day("10/2"), 6_000), (day("10/3"), 6_000)),
        gone=((gone, 100_000),),
    )
    assert loan(days_after("10/4", 200), flows).fine_incurred == fines * 2_120


# ----------------------------------------------------------------------------------------------------------------- late


@pytest.mark.parametrize(
    ("at", "state", "days", "due"),
    [("9/3", State.AHEAD, 0, 0), ("10/3", State.DUE, 0, 1), ("11/3", State.LATE, 1, 1)],
)
def test_an_instalment_is_late_the_day_after_it_fell_due(at: str, state: State, days: int, due: int) -> None:
    now = loan(at)
    assert (now.lines[1].state, now.lines[1].days_late, now.days_late, len(now.due_lines)) == (state, days, days, due)
    assert (now.late_principal, now.late_fee) == ((100_000, 6_000) if days else (0, 0))
    assert now.next_line is not None
    assert now.next_line.no == 2


def test_an_instalment_that_was_paid_late_says_by_how_much() -> None:
    late = Flows(((day("12/2"), 100_000),), ((day("11/2"), 6_000),))
    line = loan("1/3", late).lines[0]
    assert (line.state, line.paid_on, line.days_late, line.unpaid) == (State.PAID, day("12/2"), 2, 0)
    assert loan("11/2", late).lines[0].paid_on is None
    assert loan("11/2", late).lines[0].unpaid == 100_000


def test_once_the_rest_is_given_up_nothing_is_late_or_to_be_paid() -> None:
    gone = replace(FIRST_PAID, gone=((day("20/3"), 200_000),))
    before, after = loan("19/3", gone), loan("20/3", gone)
    assert (before.days_late, before.rest, before.written_off, len(before.due_lines)) == (9, 200_000, 0, 1)
    assert (after.days_late, after.rest, after.written_off, after.due_lines, after.next_line) == (0, 0, 200_000, (), None)
    assert after.lines[1].days_late == 0


def test_part_of_the_rest_given_up_leaves_the_other_part_late() -> None:
    gone = replace(FIRST_PAID, gone=((day("20/3"), 150_000),))
    assert (loan("20/3", gone).rest, loan("20/3", gone).days_late) == (50_000, 10)
    assert loan("20/3", gone).next_line is not None


def test_who_has_paid_everything_has_no_next_instalment() -> None:
    days = ("10/2", "10/3", "10/4")
    flows = Flows(tuple((day(on), 100_000) for on in days), tuple((day(on), 6_000) for on in days))
    assert (loan("10/4", flows).next_line, loan("10/4", flows).rest, loan("10/4", flows).payoff) == (None, 0, 0)


# ---------------------------------------------------------------------------------------------------------------- begun


def test_jasa_and_pokok_of_a_period_are_owed_from_its_second_day() -> None:
    nothing = Flows()
    assert [loan(at, nothing).fee_open for at in ("10/1", "11/1", "10/2", "11/2")] == [0, 6_000, 6_000, 12_000]
    assert [loan(at, nothing).principal_begun for at in ("10/1", "11/1", "10/2", "11/2")] == [0, 100_000, 100_000, 200_000]
    assert loan("11/2", nothing).fee_ahead == 18_000


def test_jasa_paid_before_its_period_is_told() -> None:
    early = Flows(fees=((day("11/1"), 10_000),))
    assert [loan(at, early).fee_before_owed for at in ("11/1", "10/2", "11/2")] == [4_000, 4_000, 0]
    assert [loan(at, early).fee_open for at in ("11/1", "11/2")] == [0, 2_000]


def test_who_pays_off_owes_the_rest_the_jasa_begun_and_the_denda() -> None:
    assert [loan(at).payoff for at in ("10/2", "11/2", "10/3", "11/3")] == [
        200_000,
        206_000,
        206_000,
        200_000 + 12_000 + 2_120,
    ]


def test_what_is_repaid_later_is_no_longer_owed_today() -> None:
    later = replace(FIRST_PAID, repaid=(*FIRST_PAID.repaid, (day("1/4"), 150_000)))
    assert [(loan(at, later).rest, loan(at, later).least_rest) for at in ("31/3", "1/4")] == [(200_000, 50_000), (50_000, 50_000)]


def test_the_plan_begins_again_after_each_instalment() -> None:
    assert [PLAN.start(at) for at in range(3)] == [day("10/1"), day("10/2"), day("10/3")]
    assert [PLAN.before(at) for at in range(3)] == [300_000, 200_000, 100_000]


@pytest.mark.parametrize(
    ("method", "repaid", "jasa"),
    [
        (Method.FLAT, 200_000, (6_000, 6_000, 6_000)),
        (Method.FLAT, 300_000, (6_000, 0, 0)),
        (Method.DECLINING, 200_000, (6_000, 2_000, 6_000)),
        (Method.NONE, 0, (0, 0, 0)),
    ],
)
def test_repaying_early_lowers_declining_jasa_and_ends_a_flat_one(method: Method, repaid: int, jasa: tuple[int, ...]) -> None:
    """Repaid on the last day before the second period; the third expects Rp100.000 to be owed, as it is."""
    now = loan("20/4", Flows(repaid=((day("9/2"), repaid),)), plan=replace(PLAN, method=method))
    assert now.interests == jasa


def test_jasa_on_a_lower_rest_is_reckoned_from_the_rate_and_rounded_once() -> None:
    """Rp100.100 at 0,5 % would owe 501; with half of it repaid, 0,5 % of Rp50.050 is 250,25: not half of 501, rounded again."""
    lines = (
        Instalment(1, day("10/2"), Rupiah(0), Rupiah(501), Rupiah(100_100)),
        Instalment(2, day("10/3"), Rupiah(100_100), Rupiah(501), Rupiah(0)),
    )
    plan = Plan(1, day("10/1"), Method.DECLINING, Fraction(5, 1000), Every.MONTH, lines)
    assert loan("20/3", Flows(repaid=((day("10/2"), 50_050),)), plan=plan).interests == (501, 250)


def test_jasa_of_an_earlier_plan_is_owed_with_the_first_instalment() -> None:
    carried = replace(PLAN, carried=Rupiah(2_500))
    assert loan("11/1", Flows(), plan=carried).interests == (8_500, 6_000, 6_000)
    assert loan("11/1", Flows(), plan=replace(carried, method=Method.NONE)).interests == (2_500, 0, 0)


def test_a_plan_for_jasa_alone_asks_for_it() -> None:
    """All pokok was repaid; Rp2.500 of jasa are still owed."""
    alone = replace(PLAN, method=Method.DECLINING, carried=Rupiah(2_500), lines=(Instalment(1, day("10/2"), NIL, NIL, NIL),))
    assert loan("10/2", Flows(), plan=alone).interests == (2_500,)


def test_daily_jasa_counts_the_days_on_which_something_was_owed() -> None:
    """Two per cent for thirty days: Rp200 a day on Rp300.000."""
    daily = replace(PLAN, method=Method.DAILY)
    assert loan("10/1", Flows(), plan=daily).interests[0] == 6_000, "as planned before the first day has passed"
    assert [loan(at, Flows(), plan=daily).interests[0] for at in ("11/1", "20/1", "10/2", "11/2")] == [200, 2_000, 6_200, 6_200]
    half = Flows(repaid=((day("20/1"), 150_000),))
    assert loan("10/2", half, plan=daily).interests[0] == 10 * 200 + 21 * 100
    assert loan("20/4", half, plan=daily).interests[2] == 41 * 100, "from 10 March to 20 April"


# --------------------------------------------------------------------------------------------------------------- classes


@pytest.mark.parametrize(
    ("bands", "every", "last_days"),
    [
        (Bands.PRODUCT, Every.MONTH, (0, None, 30, 90)),
        (Bands.OJK, Every.MONTH, (0, 90, 120, 180)),
        (Bands.COOPERATIVE, Every.WEEK, (30, None, 60, 690)),
        (Bands.COOPERATIVE, Every.FORTNIGHT, (30, None, 60, 690)),
        (Bands.COOPERATIVE, Every.MONTH, (90, None, 180, 810)),
        (Bands.COOPERATIVE, Every.END, (0, None, 90, 720)),
    ],
)
def test_each_class_holds_to_its_last_day(bands: Bands, every: Every, last_days: tuple[int | None, ...]) -> None:
    classes = tuple(Quality)
    for one, last in zip(classes, last_days, strict=False):
        if last is not None:
            assert quality(last, bands, every) is one
            assert quality(last + 1, bands, every) is not one
    assert last_days[-1] is not None
    assert quality(last_days[-1] + 1, bands, every) is Quality.LOSS
