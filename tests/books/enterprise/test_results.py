"""The book of each business, the recap of all, and whose money works where."""

from __future__ import annotations

from typing import Any

import pytest

from kubebuku.app.office import Moment, Office
from kubebuku.books.enterprise.commands import BuyMaterials, LendCapital, MoveCapital, PayUnitCost, ReturnCapital, Sale
from kubebuku.books.enterprise.queries import (
    CapitalByUnit,
    CapitalLine,
    EnterpriseBook,
    Enterprises,
    LentBetween,
    ProfitByMonth,
    Result,
    UepRecap,
)
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import UnitId
from kubebuku.domain.money import Rupiah
from kubebuku.domain.refusals import DimensionUnknown
from tests.books.trading import CATERING, SAVINGS_LOAN, TENTS, Trade, day

JANUARY, OCTOBER, NOVEMBER = Month(2026, 1), Month(2026, 10), Month(2026, 11)


@pytest.fixture
def trade(office: Office) -> Trade:
    trade = Trade(office)
    trade.money()
    return trade


def hire(on: str, amount: int, unit: UnitId = TENTS, what: str = "Sewa tenda") -> Sale:
    return Sale(on=day(on), description=what, amount=Rupiah(amount), unit=unit)


def materials(on: str, amount: int, unit: UnitId = CATERING) -> BuyMaterials:
    return BuyMaterials(on=day(on), description="Beras", amount=Rupiah(amount), unit=unit)


def wages(on: str, amount: int, unit: UnitId = CATERING) -> PayUnitCost:
    return PayUnitCost(on=day(on), description="Upah masak", amount=Rupiah(amount), unit=unit, account="5102")


@pytest.fixture
def two_months(trade: Trade) -> Trade:
    trade.run(hire("5/10", 900_000), hire("10/10", 2_000_000, CATERING, "Catering"), materials("9/10", 800_000))
    trade.run(hire("3/11", 750_000), hire("12/11", 1_500_000, CATERING, "Catering"), materials("11/11", 700_000))
    trade.run(wages("12/11", 250_000))
    trade.post("2026-11-15 | Konsumsi rapat | 5105 60.000 | 1101 -60.000")
    trade.post("2026-11-16 | Jasa pinjaman | 1102 40.000 | 4102 -40.000 @pinjam")
    return trade


# ------------------------------------------------------------------------------------------------------------ the book


def test_book_of_a_business_in_the_known_columns(two_months: Trade) -> None:
    page = two_months.answer(EnterpriseBook(CATERING, NOVEMBER))
    assert (page.label, page.brought) == ("Catering", 1_200_000)
    assert [(line.no, line.on, line.number, line.description) for line in page.lines] == [
        (1, day("11/11"), "BKK/2026/0002", "Beras"),
        (2, day("12/11"), "BKM/2026/0005", "Catering"),
        (3, day("12/11"), "BKK/2026/0003", "Upah masak"),
    ]
    assert [(line.income, line.materials, line.other_costs, line.balance) for line in page.lines] == [
        (0, 700_000, 0, 500_000),
        (1_500_000, 0, 0, 2_000_000),
        (0, 0, 250_000, 1_750_000),
    ]
    assert page.total == Result(Rupiah(1_500_000), Rupiah(0), Rupiah(700_000), Rupiah(250_000))
    assert page.carried == 1_750_000


def test_book_of_what_belongs_to_no_business(two_months: Trade) -> None:
    page = two_months.answer(EnterpriseBook(None, NOVEMBER))
    assert (page.label, page.carried) == (None, -60_000)


def test_book_of_january_brings_nothing(trade: Trade) -> None:
    page = trade.answer(EnterpriseBook(TENTS, JANUARY))
    assert (page.brought, page.lines, page.carried) == (0, (), 0)


def test_book_of_a_business_that_is_not_there(trade: Trade) -> None:
    with pytest.raises(DimensionUnknown):
        trade.answer(EnterpriseBook(UnitId(99), NOVEMBER))


def test_read_out_lists_every_business(two_months: Trade) -> None:
    from kubebuku.books.enterprise.read_out import rows

    found = two_months.office.read(lambda reading: rows(reading, NOVEMBER))
    assert [(row["unit"], row["income"], row["balance"]) for row in found] == [
        ("Simpan pinjam", 40_000, 40_000),
        ("Sewa tenda", 750_000, 1_650_000),
        ("Catering", 0, 500_000),
        ("Catering", 1_500_000, 2_000_000),
        ("Catering", 0, 1_750_000),
        (None, 0, -60_000),
    ]
    assert found[1]["number"] == "BKM/2026/0004"
    whole = two_months.office.read(lambda reading: rows(reading, None))
    assert (len(whole), whole[-2]["balance"]) == (9, 1_750_000)
    assert two_months.office.read(lambda reading: rows(reading, JANUARY)) == []


def test_struck_pair_counts_nothing_and_its_replacement_does(two_months: Trade) -> None:
    entry = two_months.entry(hire("20/11", 5_000_000))
    two_months.undo(entry, then=hire("20/11", 500_000))
    page = two_months.answer(EnterpriseBook(TENTS, NOVEMBER))
    assert [line.income for line in page.lines] == [750_000, 500_000]


# ------------------------------------------------------------------------------------------------- lists and the recap


def test_list_of_businesses_with_month_and_year(two_months: Trade) -> None:
    tents, catering = two_months.answer(Enterprises(NOVEMBER))
    assert (tents.label, tents.month.profit, tents.year.profit) == ("Sewa tenda", 750_000, 1_650_000)
    assert (catering.label, catering.month.income, catering.month.costs) == ("Catering", 1_500_000, 950_000)
    assert (catering.year.profit, catering.capital) == (1_750_000, 1_750_000)


def test_closed_business_is_listed_last_and_only_if_asked(trade: Trade) -> None:
    gone = trade.unit("Krupuk", closed="2026-03-31")
    trade.unit("Baru", opened="2026-11-01")
    labels = [row.label for row in trade.answer(Enterprises(NOVEMBER))]
    assert labels == ["Sewa tenda", "Catering", "Baru"]
    assert [row.unit for row in trade.answer(Enterprises(NOVEMBER, with_closed=True))][-1] == gone


def test_profit_of_each_month(two_months: Trade) -> None:
    months = two_months.answer(ProfitByMonth(Month(2026, 9), NOVEMBER, CATERING))
    assert [(one.month, one.result.profit) for one in months] == [
        (Month(2026, 9), 0),
        (OCTOBER, 1_200_000),
        (NOVEMBER, 550_000),
    ]
    whole = two_months.answer(ProfitByMonth(NOVEMBER, NOVEMBER))
    assert whole[0].result.profit == 1_280_000


def test_recap_ends_with_umum_and_simpan_pinjam(two_months: Trade) -> None:
    recap = two_months.answer(UepRecap(NOVEMBER, NOVEMBER))
    assert [(line.label, line.result.profit, line.savings_loan) for line in recap.lines] == [
        ("Sewa tenda", 750_000, False),
        ("Catering", 550_000, False),
        (None, -60_000, False),
        ("Simpan pinjam", 40_000, True),
    ]
    assert recap.total.profit == 1_280_000


def test_recap_leaves_out_a_business_that_was_not_there(trade: Trade) -> None:
    trade.unit("Krupuk", closed="2026-03-31")
    trade.unit("Baru", opened="2026-11-01")
    labels = [line.label for line in trade.answer(UepRecap(Month(2026, 5), OCTOBER)).lines]
    assert labels == ["Sewa tenda", "Catering", None, "Simpan pinjam"]


def test_closing_of_the_year_is_no_loss(two_months: Trade) -> None:
    two_months.office.moment = Moment(day("31/12"), "2026-12-31T02:00:00Z")
    two_months.post("2026-12-31 | Tutup tahun | 4101 1.650.000 @tenda | 3130 -1.650.000 @tenda", kind="closing")
    assert two_months.answer(UepRecap(JANUARY, Month(2026, 12))).total.profit == 3_380_000
    assert two_months.answer(EnterpriseBook(TENTS, Month(2026, 12))).lines == ()
    capital = {line.label: line for line in two_months.answer(CapitalByUnit())}
    assert (capital["Sewa tenda"].kept, capital["Sewa tenda"].running) == (1_650_000, 0)
    assert (capital["Catering"].kept, capital["Catering"].running) == (0, 1_750_000)


def test_result_that_was_shared_is_no_capital_any_more(two_months: Trade) -> None:
    two_months.person("Ani Contoh")
    two_months.post("2026-11-20 | Bagi hasil | 3131 500.000 @catering | 2130 -500.000 &Ani")
    (line,) = [one for one in two_months.answer(CapitalByUnit()) if one.label == "Catering"]
    assert (line.running, line.total) == (1_250_000, 1_250_000)


def test_check_finds_income_that_the_businesses_do_not_explain(two_months: Trade, monkeypatch: pytest.MonkeyPatch) -> None:
    from kubebuku.books.enterprise import results

    assert two_months.findings() == {}
    monkeypatch.setattr(results, "units", lambda _reading: [])
    assert list(two_months.findings()) == ["units"]


# ------------------------------------------------------------------------------------------------------------- capital


def capital_of(trade: Trade, label: str) -> CapitalLine:
    (line,) = [one for one in trade.answer(CapitalByUnit()) if one.label == label]
    assert isinstance(line, CapitalLine)
    return line


def move(amount: int, **more: Any) -> MoveCapital:
    values = {"on": day("10/11"), "description": "Keputusan rapat", "amount": Rupiah(amount), "unit": TENTS, "to_unit": CATERING}
    return MoveCapital(**{**values, **more})


def lend(amount: int, on: str = "10/11", **more: Any) -> LendCapital:
    values = {"on": day(on), "description": "Belanja Lebaran", "amount": Rupiah(amount), "unit": TENTS, "to_unit": CATERING}
    return LendCapital(**{**values, **more})


def give_back(amount: int, on: str = "15/11") -> ReturnCapital:
    return ReturnCapital(on=day(on), description="Setelah Lebaran", amount=Rupiah(amount), unit=CATERING, to_unit=TENTS)


@pytest.fixture
def saved_up(trade: Trade) -> Trade:
    trade.post("2026-01-02 | Pemupukan modal | 3190 3.000.000 | 3120 -3.000.000 @tenda")
    trade.post("2026-01-02 | Pemupukan umum | 3190 1.000.000 | 3120 -1.000.000")
    return trade


def test_capital_moves_for_good(saved_up: Trade) -> None:
    saved_up.run(move(1_000_000))
    assert (capital_of(saved_up, "Sewa tenda").reserve, capital_of(saved_up, "Catering").reserve) == (2_000_000, 1_000_000)


def test_capital_moves_with_its_money(saved_up: Trade) -> None:
    entry = saved_up.entry(move(1_000_000, to_unit=SAVINGS_LOAN, box="1101", to_box="1102"))
    assert saved_up.lines(entry) == [("3120", 1_000_000), ("3120", -1_000_000), ("1102", 1_000_000), ("1101", -1_000_000)]


def test_capital_of_the_group_as_a_whole(saved_up: Trade) -> None:
    saved_up.run(move(1_000_000, unit=None))
    assert capital_of(saved_up, "Catering").reserve == 1_000_000
    assert saved_up.refused(move(1, unit=None), "more-than-capital", "amount").why is not None
    saved_up.run(move(500_000, to_unit=None))
    assert saved_up.holds("3120") == -4_000_000


@pytest.mark.parametrize(
    ("command", "code", "field"),
    [
        (move(3_000_001), "more-than-capital", "amount"),
        (move(1_000, account="3110"), "more-than-capital", "amount"),
        (move(1_000, account="3130"), "not-capital", "account"),
        (move(1_000, account="9999"), "not-capital", "account"),
        (move(1_000, to_unit=TENTS), "same-unit", "to_unit"),
        (move(1_000, to_unit=UnitId(77)), "dimension-unknown", "to_unit"),
        (move(1_000, box="1101"), "one-box-only", "to_box"),
        (move(1_000, box="1101", to_box="1101"), "one-box-only", "to_box"),
        (move(1_000, box="1101", to_box="4101"), "not-a-box", "to_box"),
        (lend(1_000, to_unit=TENTS), "same-unit", "to_unit"),
        (lend(0), "amount-zero", "amount"),
        (give_back(1_000), "more-than-lent", "amount"),
    ],
)
def test_what_does_not_move(saved_up: Trade, command: MoveCapital, code: str, field: str) -> None:
    saved_up.refused(command, code, field)


def test_capital_that_was_moved_on_is_not_taken_back(saved_up: Trade) -> None:
    entry = saved_up.entry(move(1_000_000))
    saved_up.run(move(1_000_000, unit=CATERING, to_unit=SAVINGS_LOAN))
    saved_up.undo_refused(entry, "balance-short")


def test_capital_moved_to_the_group_is_taken_back(saved_up: Trade) -> None:
    saved_up.undo(saved_up.entry(move(1_000_000, to_unit=None)))
    assert capital_of(saved_up, "Sewa tenda").reserve == 3_000_000


def test_one_business_lends_to_another_and_gets_it_back(saved_up: Trade) -> None:
    saved_up.run(lend(800_000))
    tents, catering = capital_of(saved_up, "Sewa tenda"), capital_of(saved_up, "Catering")
    assert (tents.reserve, tents.borrowed, tents.total) == (3_000_000, -800_000, 2_200_000)
    assert (catering.reserve, catering.borrowed, catering.total) == (0, 800_000, 800_000)
    (lent,) = saved_up.answer(LentBetween())
    assert (lent.lender_label, lent.borrower_label, lent.amount) == ("Sewa tenda", "Catering", 800_000)
    saved_up.run(give_back(300_000))
    assert saved_up.answer(LentBetween())[0].amount == 500_000
    saved_up.refused(give_back(500_001), "more-than-lent", "amount")
    saved_up.run(give_back(500_000, "16/11"))
    assert saved_up.answer(LentBetween()) == ()


def test_what_is_given_back_must_be_lent_before(saved_up: Trade) -> None:
    saved_up.run(lend(800_000))
    saved_up.run(give_back(700_000, "20/11"))
    saved_up.refused(give_back(200_000, "15/11"), "more-than-lent", "amount")
    saved_up.refused(give_back(100_000, "9/11"), "more-than-lent", "amount")


def test_lending_that_was_given_back_is_not_undone(saved_up: Trade) -> None:
    entry = saved_up.entry(lend(800_000))
    back = saved_up.entry(give_back(300_000))
    saved_up.undo_refused(entry, "more-than-lent")
    saved_up.undo(back)
    saved_up.undo(entry)
    assert saved_up.answer(LentBetween()) == ()


def test_lending_corrected_in_a_later_month_is_over_then(saved_up: Trade) -> None:
    entry = saved_up.entry(lend(800_000, "10/1"))
    back = saved_up.entry(give_back(100_000, "20/1"))
    saved_up.close("2026-01")
    saved_up.undo(back, on=day("1/2"))
    assert saved_up.answer(LentBetween(day("31/1")))[0].amount == 700_000
    assert saved_up.answer(LentBetween())[0].amount == 800_000
    saved_up.undo(entry, on=day("2/2"))
    assert saved_up.answer(LentBetween()) == ()


def test_capital_of_the_group_moved_on_a_later_day_is_not_moved_again_before_it(saved_up: Trade) -> None:
    saved_up.run(move(1_000_000, unit=None, on=day("20/11")))
    saved_up.refused(move(1_000_000, unit=None, on=day("10/11")), "more-than-capital", "amount")
    assert saved_up.holds("3120", unit=CATERING) == -1_000_000


def test_capital_that_the_group_has_moved_on_is_not_taken_back(saved_up: Trade) -> None:
    entry = saved_up.entry(move(500_000, to_unit=None))
    saved_up.run(move(1_500_000, unit=None, on=day("11/11")))
    saved_up.undo_refused(entry, "balance-short")
