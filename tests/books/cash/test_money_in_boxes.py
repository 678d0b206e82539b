"""Money moves between boxes, comes in from the bank and as gifts, and pays costs."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kubebuku.app.office import Office
from kubebuku.books.cash.commands import BankFee, BankInterest, GeneralPayment, MoveMoney, OtherReceipt, Purpose
from kubebuku.books.spec import Outcome
from kubebuku.domain.entries import UnitId
from kubebuku.domain.money import Rupiah
from kubebuku.ledger.journal import read_entry
from tests.books.trading import CATERING, TENTS, Trade, day


@pytest.fixture
def trade(office: Office) -> Trade:
    trade = Trade(office)
    trade.money()
    return trade


def wages(on: str = "8/11", amount: int = 500_000, **more: Any) -> GeneralPayment:
    values = {"on": day(on), "description": "Upah masak 5 orang", "amount": Rupiah(amount), "account": "5102", **more}
    return GeneralPayment(**values)


def to_bank(amount: int = 1_000_000, **more: Any) -> MoveMoney:
    values = {"on": day("16/11"), "description": "Setor ke bank", "amount": Rupiah(amount), **more}
    return MoveMoney(**values)


def test_a_move_leaves_the_group_as_rich_as_before(trade: Trade) -> None:
    entry = trade.entry(to_bank())
    assert trade.lines(entry) == [("1110", 1_000_000), ("1101", -1_000_000)]
    assert (trade.holds("1101"), trade.holds("1110")) == (9_000_000, 1_000_000)


def test_a_move_says_where_the_money_went(trade: Trade) -> None:
    assert trade.said(to_bank()) == "Tersimpan: Rp1.000.000 dipindahkan dari Kas ke Bank."


def test_a_move_has_a_number_of_neither_receipt_nor_payment(trade: Trade) -> None:
    outcome: Outcome = trade.run(to_bank())
    assert outcome.number == "BM/2026/0001"


def test_money_cannot_move_into_the_box_it_is_in(trade: Trade) -> None:
    trade.refused(to_bank(to_box="1101"), "same-box", "to_box")


def test_money_moves_only_between_boxes(trade: Trade) -> None:
    trade.refused(to_bank(to_box="5102"), "not-a-box", "to_box")
    trade.refused(to_bank(box="4101"), "not-a-box", "box")


@pytest.mark.parametrize(("amount", "code"), [(0, "amount-zero"), (-50_000, "amount-negative")])
def test_an_amount_is_above_zero(trade: Trade, amount: int, code: str) -> None:
    trade.refused(to_bank(amount), code, "amount")
    trade.refused(wages(amount=amount), code, "amount")


def test_bank_interest_is_income_before_tax(trade: Trade) -> None:
    entry = trade.entry(BankInterest(on=day("20/11"), description="Jasa bank Oktober", amount=Rupiah(25_000), tax=Rupiah(5_000)))
    assert trade.lines(entry) == [("1110", 20_000), ("5107", 5_000), ("4105", -25_000)]


def test_bank_interest_without_tax_has_two_lines(trade: Trade) -> None:
    entry = trade.entry(BankInterest(on=day("20/11"), description="Jasa bank Oktober", amount=Rupiah(25_000)))
    assert trade.lines(entry) == [("1110", 25_000), ("4105", -25_000)]


def test_the_bank_keeps_back_less_than_it_gives(trade: Trade) -> None:
    interest = BankInterest(on=day("20/11"), description="Jasa bank", amount=Rupiah(5_000), tax=Rupiah(5_000))
    trade.refused(interest, "tax-above-interest", "tax")


def test_the_bank_takes_its_fee(trade: Trade) -> None:
    trade.run(to_bank())
    entry = trade.entry(BankFee(on=day("20/11"), description="Biaya administrasi", amount=Rupiah(12_500)))
    assert trade.lines(entry) == [("5107", 12_500), ("1110", -12_500)]


def test_a_prize_for_capital_stays_and_one_to_share_is_income(trade: Trade) -> None:
    prize: dict[str, Any] = {"on": day("10/11"), "description": "Hadiah lomba kelompok", "amount": Rupiah(2_000_000)}
    kept = trade.entry(OtherReceipt(**prize, purpose=Purpose.CAPITAL, unit=TENTS))
    shared = trade.entry(OtherReceipt(**prize, purpose=Purpose.SHAREABLE))
    assert trade.lines(kept) == [("1101", 2_000_000), ("3110", -2_000_000)]
    assert trade.lines(shared) == [("1101", 2_000_000), ("4190", -2_000_000)]
    assert trade.holds("3110", unit=TENTS) == -2_000_000


def test_a_cost_stands_with_its_business_or_with_none(trade: Trade) -> None:
    trade.run(wages(unit=CATERING), wages(amount=100_000))
    assert trade.holds("5102", unit=CATERING) == 500_000
    assert trade.holds("5102") == 600_000


def test_a_cost_on_an_account_of_the_groups_own(trade: Trade) -> None:
    trade.account("5103.01", "Bensin")
    entry = trade.entry(wages(account="5103.01"))
    assert trade.lines(entry) == [("5103.01", 500_000), ("1101", -500_000)]


@pytest.mark.parametrize("account", ["5106", "5101", "5109", "4101", "1201"])
def test_costs_that_other_acts_write_are_not_simply_paid(trade: Trade, account: str) -> None:
    trade.refused(wages(account=account), "not-a-general-cost", "account")


def test_a_cost_on_an_account_that_is_not_there(trade: Trade) -> None:
    trade.refused(wages(account="5199"), "unknown-account", "account")


def test_no_cost_for_a_business_that_has_ended(trade: Trade) -> None:
    ended = trade.unit("Warung", closed="2026-10-31")
    trade.refused(wages(unit=ended), "unit-not-open", "unit")
    assert trade.entry(wages("31/10", unit=ended))


def test_no_cost_for_a_business_that_is_not_there(trade: Trade) -> None:
    trade.refused(wages(unit=UnitId(77)), "dimension-unknown", "unit")


def test_aid_that_is_not_in_the_book_pays_nothing(trade: Trade) -> None:
    trade.refused(wages(aid=9), "aid-unknown", "aid")


def test_more_than_the_box_holds_is_refused_with_the_figures(trade: Trade) -> None:
    refused = trade.refused(wages(amount=15_000_000), "box-short", "amount")
    assert refused.sentences[1].values == {
        "most": Rupiah(10_000_000),
        "wanted": Rupiah(15_000_000),
        "short": Rupiah(5_000_000),
    }


def test_a_nota_number_is_kept(trade: Trade) -> None:
    entry = trade.entry(wages(nota=" 0417 "))
    assert trade.office.read(lambda reading: read_entry(reading.connection, entry).nota) == "0417"


def test_the_same_form_saved_twice_writes_once(trade: Trade) -> None:
    first = trade.office.run(wages(), key="formulir-1")
    second = trade.office.run(wages(), key="formulir-1")
    assert (second.entry, second.number) == (first.entry, first.number)
    assert trade.holds("5102") == 500_000


def test_two_forms_with_the_same_words_write_twice(trade: Trade) -> None:
    trade.office.run(wages(), key="formulir-1")
    trade.office.run(wages(), key="formulir-2")
    assert trade.holds("5102") == 1_000_000


def test_the_largest_amount_passes_through_whole(trade: Trade) -> None:
    trade.run(OtherReceipt(on=date(2026, 11, 1), description="Hibah", amount=Rupiah(999_999_999_999)))
    trade.run(wages(amount=999_999_999_999))
    assert trade.holds("5102") == 999_999_999_999
