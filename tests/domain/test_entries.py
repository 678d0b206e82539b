"""What an entry is: lines that sum to zero, on accounts that take them, pointing at what they must point at."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kubebuku import resources
from kubebuku.domain.accounts import Chart, Dimension, read_chart
from kubebuku.domain.entries import (
    CLOSING,
    JOURNAL,
    MOST_LINES,
    OPENING,
    REVERSAL,
    BuktiNumber,
    ItemId,
    LoanId,
    PersonId,
    Posting,
    Series,
    UnitId,
    check_known,
    check_lines,
    credit,
    debit,
    mirrored,
    series_of,
)
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import LARGEST_AMOUNT, Rupiah
from kubebuku.domain.refusals import (
    AccountClosed,
    AccountIsHeading,
    AmountTooLarge,
    DimensionMissing,
    DimensionUnknown,
    NoEffect,
    TooFewLines,
    TooManyLines,
    Unbalanced,
    UnknownAccount,
    ZeroLine,
)

CHART = read_chart(resources.read_text("charts", "kube.toml"))
TENT, CATERING = UnitId(2), UnitId(3)
ANI = PersonId(1)
LOAN = LoanId(1)


def test_a_sale_for_cash_is_an_entry() -> None:
    check_lines([debit("1101", 750_000), credit("4101", 750_000, unit=TENT)], CHART)


def test_half_paid_half_owed_is_an_entry() -> None:
    check_lines([debit("1101", 400_000), debit("1120", 350_000, person=ANI), credit("4101", 750_000, unit=TENT)], CHART)


def test_capital_moves_between_two_businesses_on_one_account() -> None:
    check_lines([debit("3110", 5_000_000, unit=TENT), credit("3110", 5_000_000, unit=CATERING)], CHART)


@pytest.mark.parametrize(
    ("lines", "refusal"),
    [
        ([], TooFewLines),
        ([debit("1101", 750_000)], TooFewLines),
        ([debit("1101", 1), credit("1110", 1)] * (MOST_LINES // 2) + [debit("1101", 1)], TooManyLines),
        ([debit("1101", 100_000), credit("4190", 99_999)], Unbalanced),
        ([debit("1101", 99_999), credit("4190", 100_000)], Unbalanced),
        ([debit("1101", 50_000), credit("9999", 50_000)], UnknownAccount),
        ([debit("1101", 50_000), credit("4000", 50_000)], AccountIsHeading),
        ([debit("1101", 0), credit("4190", 0)], ZeroLine),
        ([debit("1101", LARGEST_AMOUNT + 1), credit("4190", LARGEST_AMOUNT + 1)], AmountTooLarge),
        ([debit("1101", 50_000), credit("4101", 50_000)], DimensionMissing),
        ([debit("1101", 50_000), credit("2110", 50_000)], DimensionMissing),
        ([debit("1130", 50_000, person=ANI), credit("1102", 50_000)], DimensionMissing),
        ([debit("1101", 50_000), credit("1101", 50_000)], NoEffect),
        ([debit("2110", 50_000, person=ANI), credit("2110", 50_000, person=ANI)], NoEffect),
    ],
)
def test_lines_that_are_no_entry(lines: list[Posting], refusal: type[RuleBroken]) -> None:
    with pytest.raises(refusal):
        check_lines(lines, CHART)


def test_two_hundred_lines_are_an_entry() -> None:
    check_lines([debit("5190", 1)] * (MOST_LINES - 1) + [credit("1101", MOST_LINES - 1)], CHART)


def test_the_largest_amount_is_an_entry_and_many_of_them_do_not_overflow() -> None:
    check_lines([debit("1110", LARGEST_AMOUNT)] * 100 + [credit("3110", LARGEST_AMOUNT)] * 100, CHART)


def test_the_refusal_says_which_side_is_larger_and_by_how_much() -> None:
    for lines, side in [
        ([debit("1101", 100_000), credit("4190", 99_999)], "The debit side is larger by {amount}."),
        ([debit("1101", 99_999), credit("4190", 100_000)], "The credit side is larger by {amount}."),
    ]:
        with pytest.raises(Unbalanced) as refused:
            check_lines(lines, CHART)
        assert refused.value.sentences[1].message == side
        assert refused.value.sentences[1].values == {"amount": Rupiah(1)}


def test_a_closed_account_takes_nothing_new_but_its_mirror() -> None:
    chart = Chart(replace(account, closed=account.code == "5190") for account in CHART)
    lines = [debit("5190", 20_000), credit("1101", 20_000)]
    with pytest.raises(AccountClosed):
        check_lines(lines, chart)
    check_lines(mirrored(lines), chart, needs=False)


def test_what_a_line_points_at_must_be_in_the_book() -> None:
    known = {
        Dimension.UNIT: frozenset({1, 2}),
        Dimension.PERSON: frozenset({1}),
        Dimension.LOAN: frozenset[int](),
        Dimension.ITEM: frozenset[int](),
    }
    check_known([debit("1101", 1, unit=TENT), credit("2110", 1, person=ANI)], known)
    for line in [
        debit("1101", 1, unit=CATERING),
        debit("1121", 1, person=PersonId(2)),
        debit("4102", 1, loan=LOAN),
        debit("1201", 1, item=ItemId(1)),
    ]:
        with pytest.raises(DimensionUnknown):
            check_known([line], known)


AMOUNT = st.integers(1, LARGEST_AMOUNT)
LINES = st.lists(
    st.builds(
        Posting,
        st.sampled_from(["1101", "1110", "2120", "5101"]),
        st.integers(-LARGEST_AMOUNT, LARGEST_AMOUNT).filter(bool).map(Rupiah),
        st.none() | st.just(TENT),
    ),
    max_size=12,
)


@settings(max_examples=100)
@given(LINES)
def test_a_mirror_undoes_and_its_mirror_is_the_entry_again(lines: list[Posting]) -> None:
    mirror = mirrored(lines)
    assert mirrored(mirror) == tuple(lines)
    assert sum(line.amount for line in lines) + sum(line.amount for line in mirror) == 0
    assert [replace(line, amount=Rupiah(0)) for line in mirror] == [replace(line, amount=Rupiah(0)) for line in lines]


@settings(max_examples=100)
@given(LINES)
def test_what_passes_sums_to_zero_and_so_does_its_mirror(lines: list[Posting]) -> None:
    try:
        check_lines(lines, CHART)
    except RuleBroken:
        assert len(lines) < 2 or sum(line.amount for line in lines) != 0 or not _moves_anything(lines)
    else:
        assert sum(line.amount for line in lines) == 0
        check_lines(mirrored(lines), CHART)


def _moves_anything(lines: list[Posting]) -> bool:
    places = {(line.account, line.unit) for line in lines}
    return any(sum(line.amount for line in lines if (line.account, line.unit) == place) != 0 for place in places)


@pytest.mark.parametrize(
    ("lines", "kind", "series"),
    [
        ([debit("1101", 750_000), credit("4101", 750_000, unit=TENT)], "sale", Series.RECEIPT),
        ([debit("5101", 250_000), credit("1101", 250_000)], "buy", Series.PAYMENT),
        ([debit("1110", 500_000), credit("1101", 500_000)], "move", Series.MEMORIAL),
        ([debit("1110", 495_000), debit("5107", 5_000), credit("1101", 500_000)], "move", Series.PAYMENT),
        ([debit("5106", 50_000), credit("1209", 50_000)], "depreciation", Series.MEMORIAL),
        ([debit("1101", 750_000), credit("3190", 750_000)], OPENING, Series.MEMORIAL),
        ([debit("4190", 750_000), credit("3130", 750_000)], CLOSING, Series.MEMORIAL),
        ([debit("5101", 250_000), credit("1101", 250_000)], REVERSAL, Series.MEMORIAL),
        ([debit("1101", 250_000), credit("4190", 250_000)], JOURNAL, Series.RECEIPT),
    ],
)
def test_the_series_says_whether_the_places_of_money_gained(lines: list[Posting], kind: str, series: Series) -> None:
    assert series_of(lines, kind, CHART) is series


def test_a_number_is_written_and_read() -> None:
    number = BuktiNumber("BKM", 2026, 193)
    assert str(number) == "BKM/2026/0193"
    assert BuktiNumber.parse(" bkm/2026/0193 ") == number
    assert str(BuktiNumber("BM", 2026, 10_000)) == "BM/2026/10000"
    assert BuktiNumber.parse("BM/2026/10000").seq == 10_000
    assert BuktiNumber("BKM", 2026, 9_999) < BuktiNumber("BKM", 2026, 10_000) < BuktiNumber("BKM", 2027, 1)


@pytest.mark.parametrize("text", ["", "0193", "BKM/2026", "XYZ/2026/0193", "BKM/2026/satu", "BKM/2026/1/2"])
def test_what_is_no_number(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        BuktiNumber.parse(text)
