"""Jasa on simpanan sukarela: exact on the lowest or average balance of a month, rounded down once for each member."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kubebuku.app.office import Office
from kubebuku.books.mending.commands import Undo
from kubebuku.books.personal_savings.commands import GiveSavingsFee
from kubebuku.books.personal_savings.fee import fee_due
from kubebuku.books.personal_savings.queries import FeePreview
from kubebuku.books.personal_savings.rules import FeeBase, base_of, month_fee
from kubebuku.books.places import SavingsFee
from kubebuku.domain.calendar import Month
from kubebuku.domain.money import Rupiah
from tests.books.saving import Group, deposit, month, withdrawal
from tests.books.trading import SAVINGS_LOAN, day

OCTOBER = month(10)


@pytest.fixture
def group(office: Office) -> Group:
    group = Group(office)
    group.rule(rate=Fraction(6, 100))
    group.money("1102", 1_000_000)
    return group


def test_the_lowest_day_of_the_month_decides() -> None:
    moved = {date(2026, 10, 5): 400_000, date(2026, 10, 20): -600_000, date(2026, 10, 31): 500_000}
    assert base_of(Rupiah(1_000_000), moved, OCTOBER, FeeBase.LOWEST) == 800_000


def test_the_average_counts_every_day_once() -> None:
    # 1.000.000 for 19 days, 400.000 for 11 and 900.000 on the last of 31
    moved = {date(2026, 10, 20): -600_000, date(2026, 10, 31): 500_000}
    exact = Fraction(19 * 1_000_000 + 11 * 400_000 + 900_000, 31)
    assert base_of(Rupiah(1_000_000), moved, OCTOBER, FeeBase.AVERAGE) == exact
    assert month_fee(exact, Fraction(6, 100)) == 3_919  # 3.919,35


def test_jasa_is_rounded_down_to_whole_rupiah() -> None:
    assert month_fee(Fraction(199_999), Fraction(6, 100)) == 999
    assert month_fee(Fraction(200_000), Fraction(6, 100)) == 1_000


@given(st.integers(0, 10**12), st.fractions(0, 1, max_denominator=1000))
def test_twelve_months_of_jasa_never_exceed_the_year(held: int, rate: Fraction) -> None:
    assert 0 <= month_fee(Fraction(held), rate) * 12 <= held * rate


def test_every_saver_gets_it_in_one_entry_of_simpan_pinjam(group: Group) -> None:
    eka, dedi = group.member("Eka Contoh"), group.member("Dedi Contoh")
    group.member("Fitri Contoh")
    group.run(
        deposit(eka, "12/9", voluntary=1_000_000), deposit(dedi, "1/10", voluntary=300_000), withdrawal(eka, 200_000, "9/10")
    )
    plan = group.answer(FeePreview(OCTOBER))
    assert [(line.name, line.base, line.amount) for line in plan.lines] == [
        ("Eka Contoh", 800_000, 4_000),
        ("Dedi Contoh", 300_000, 1_500),
    ]
    entry = group.entry(GiveSavingsFee(month=OCTOBER))
    assert group.lines(entry) == [("5110", 5_500), ("2110", -4_000), ("2110", -1_500)]
    assert group.holds("5110", unit=SAVINGS_LOAN) == 5_500
    assert (group.holds("1102"), group.saved(eka)[2]) == (2_100_000, 804_000)
    assert group.answer(FeePreview(OCTOBER)).given == "BM/2026/0001"
    assert group.findings() == {}


def test_who_saves_within_the_month_gets_nothing_on_the_lowest_balance(group: Group) -> None:
    eka = group.member("Eka Contoh")
    group.run(deposit(eka, "12/10", voluntary=1_000_000))
    group.refused(GiveSavingsFee(month=OCTOBER), "savings-fee-nothing", "month")
    group.rule(rate=Fraction(6, 100), base=FeeBase.AVERAGE)
    (line,) = group.answer(FeePreview(OCTOBER)).lines
    assert (line.base, line.amount) == (Fraction(20_000_000, 31), 3_225)


def test_a_month_has_its_jasa_once_until_it_is_undone(group: Group) -> None:
    eka = group.member("Eka Contoh")
    group.run(deposit(eka, "12/9", voluntary=1_000_000))
    entry = group.entry(GiveSavingsFee(month=OCTOBER))
    group.refused(GiveSavingsFee(month=OCTOBER), "savings-fee-given", "month")
    group.run(Undo(entry=entry))
    group.run(GiveSavingsFee(month=OCTOBER, on=day("8/11"), description="Jasa Oktober"))
    assert group.saved(eka)[2] == 1_005_000


def test_jasa_that_was_taken_out_is_not_undone(group: Group) -> None:
    eka = group.member("Eka Contoh")
    group.run(deposit(eka, "12/9", voluntary=1_000_000))
    entry = group.entry(GiveSavingsFee(month=OCTOBER))
    group.run(withdrawal(eka, 1_005_000))
    group.undo_refused(entry, "balance-short")


def test_jasa_of_a_month_that_is_not_over_is_refused(group: Group) -> None:
    group.refused(GiveSavingsFee(month=month(11)), "savings-fee-too-early", "month")
    group.refused(GiveSavingsFee(month=OCTOBER, on=day("30/10")), "savings-fee-too-early", "month")


def test_jasa_of_a_month_before_the_book_is_refused(group: Group) -> None:
    group.refused(GiveSavingsFee(month=Month(2025, 12)), "savings-fee-before-book", "month")


def test_a_group_that_gives_no_jasa_says_so(office: Office) -> None:
    group = Group(office)
    group.refused(GiveSavingsFee(month=OCTOBER), "no-savings-fee", "month")
    assert group.answer(FeePreview(OCTOBER)).lines == ()


def test_of_a_closed_month_jasa_is_given_today(group: Group) -> None:
    eka = group.member("Eka Contoh")
    group.run(deposit(eka, "12/9", voluntary=1_000_000))
    group.close(*(f"2026-{number:02d}" for number in range(1, 11)))
    group.run(GiveSavingsFee(month=OCTOBER))
    assert group.holds("5110", at="2026-11-21") == 0
    assert group.holds("5110", at="2026-11-22") == 5_000


def test_jasa_of_last_month_is_asked_for_on_the_home_page(group: Group) -> None:
    eka = group.member("Eka Contoh")
    assert group.office.read(lambda reading: list(fee_due(reading))) == []
    group.run(deposit(eka, "12/9", voluntary=1_000_000))
    assert [line.place for line in group.office.read(lambda reading: list(fee_due(reading)))] == [SavingsFee(Month(2026, 10))]
    group.run(GiveSavingsFee(month=OCTOBER))
    assert group.office.read(lambda reading: list(fee_due(reading))) == []
