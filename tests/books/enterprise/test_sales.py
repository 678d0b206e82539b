"""A business sells and hires out: paid at once, later, in part, or ahead."""

from __future__ import annotations

from typing import Any

import pytest

from kubebuku.app.office import Office
from kubebuku.books.enterprise.commands import CollectReceivable, ForfeitDeposit, ReturnDeposit, Sale, TakeDeposit
from kubebuku.books.enterprise.queries import Deposits, EnterpriseBook, Receivables
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import PersonId, UnitId
from kubebuku.domain.money import Rupiah
from kubebuku.domain.paying import Paying
from tests.books.trading import CATERING, SAVINGS_LOAN, TENTS, Trade, day

NOVEMBER = Month(2026, 11)


@pytest.fixture
def trade(office: Office) -> Trade:
    return Trade(office)


@pytest.fixture
def budi(trade: Trade) -> PersonId:
    return trade.person("Budi Contoh", "outsider")


def hire(on: str = "12/11", amount: int = 750_000, **more: Any) -> Sale:
    return Sale(**{"on": day(on), "description": "Sewa tenda 1 plong", "amount": Rupiah(amount), "unit": TENTS, **more})


def test_hire_paid_at_once_is_income_of_the_business(trade: Trade) -> None:
    entry = trade.entry(hire())
    assert trade.lines(entry) == [("1101", 750_000), ("4101", -750_000)]
    assert trade.holds("4101", unit=TENTS) == -750_000


def test_the_treasurer_is_told_what_the_box_holds(trade: Trade) -> None:
    assert trade.said(hire()) == "Tersimpan: Sewa tenda 1 plong, Rp750.000 masuk ke Kas. Isi Kas sekarang Rp750.000."


def test_hire_not_paid_stays_with_the_customer_by_name(trade: Trade, budi: PersonId) -> None:
    entry = trade.entry(hire(paying=Paying.LATER, person=budi))
    assert trade.lines(entry) == [("1120", 750_000), ("4101", -750_000)]
    assert trade.holds("1120", person=budi) == 750_000


def test_hire_paid_in_part(trade: Trade, budi: PersonId) -> None:
    entry = trade.entry(hire(paying=Paying.PART, paid=Rupiah(300_000), person=budi))
    assert trade.lines(entry) == [("1101", 300_000), ("1120", 450_000), ("4101", -750_000)]


def test_deposit_is_no_income_until_the_hire(trade: Trade, budi: PersonId) -> None:
    trade.run(TakeDeposit(on=day("1/11"), description="Uang muka tenda", amount=Rupiah(200_000), person=budi))
    assert (trade.holds("2102"), trade.holds("4101")) == (-200_000, 0)
    entry = trade.entry(hire(deposit=Rupiah(200_000), person=budi))
    assert trade.lines(entry) == [("1101", 550_000), ("2102", 200_000), ("4101", -750_000)]
    assert trade.holds("2102") == 0


def test_order_wholly_paid_ahead_moves_no_money(trade: Trade, budi: PersonId) -> None:
    trade.run(TakeDeposit(on=day("1/11"), description="Uang muka", amount=Rupiah(750_000), person=budi))
    sale = hire(deposit=Rupiah(750_000), person=budi)
    assert trade.said(sale) == "Tersimpan: Sewa tenda 1 plong, Rp750.000. Tidak ada uang yang berpindah."


def test_deposit_and_part_now_and_the_rest_later(trade: Trade, budi: PersonId) -> None:
    trade.run(TakeDeposit(on=day("1/11"), description="Uang muka", amount=Rupiah(200_000), person=budi))
    sale = hire(deposit=Rupiah(200_000), paying=Paying.PART, paid=Rupiah(50_000), person=budi)
    assert trade.lines(trade.entry(sale)) == [("1101", 50_000), ("1120", 500_000), ("2102", 200_000), ("4101", -750_000)]


def test_deposit_given_back_and_deposit_kept(trade: Trade, budi: PersonId) -> None:
    trade.run(TakeDeposit(on=day("1/11"), description="Uang muka", amount=Rupiah(200_000), person=budi))
    trade.run(ReturnDeposit(on=day("5/11"), description="Hajatan ditunda", amount=Rupiah(150_000), person=budi))
    kept = ForfeitDeposit(on=day("6/11"), description="Batal sehari sebelumnya", amount=Rupiah(50_000), person=budi, unit=TENTS)
    assert trade.lines(trade.entry(kept)) == [("2102", 50_000), ("4190", -50_000)]
    assert trade.holds("1101") == 50_000
    page = trade.answer(EnterpriseBook(TENTS, NOVEMBER))
    assert (page.total.sales, page.total.other_income, page.carried) == (0, 50_000, 50_000)


def test_what_was_owed_is_collected(trade: Trade, budi: PersonId) -> None:
    trade.run(hire(paying=Paying.LATER, person=budi))
    trade.run(CollectReceivable(on=day("20/11"), description="Sisa tenda", amount=Rupiah(500_000), person=budi))
    assert (trade.holds("1101"), trade.holds("1120", person=budi)) == (500_000, 250_000)


# ------------------------------------------------------------------------------------------------------------ refusals


def test_sale_on_credit_needs_a_name(trade: Trade) -> None:
    trade.refused(hire(paying=Paying.LATER), "name-needed", "person")


def test_sale_with_a_deposit_needs_a_name(trade: Trade) -> None:
    trade.refused(hire(deposit=Rupiah(100_000)), "name-needed", "person")


def test_part_must_be_written(trade: Trade, budi: PersonId) -> None:
    trade.refused(hire(paying=Paying.PART, person=budi), "part-missing", "paid")


@pytest.mark.parametrize("paid", [750_000, 900_000])
def test_part_is_smaller_than_the_price(trade: Trade, budi: PersonId, paid: int) -> None:
    trade.refused(hire(paying=Paying.PART, paid=Rupiah(paid), person=budi), "part-too-large", "paid")


def test_deposit_used_is_not_larger_than_the_price(trade: Trade, budi: PersonId) -> None:
    trade.refused(hire(deposit=Rupiah(800_000), person=budi), "deposit-too-large", "deposit")


def test_deposit_that_was_never_paid(trade: Trade, budi: PersonId) -> None:
    trade.refused(hire(deposit=Rupiah(100_000), person=budi), "more-than-deposit", "deposit")


def test_deposit_of_a_later_day_is_not_there_yet(trade: Trade, budi: PersonId) -> None:
    trade.run(TakeDeposit(on=day("15/11"), description="Uang muka", amount=Rupiah(100_000), person=budi))
    trade.refused(hire(deposit=Rupiah(100_000), person=budi), "more-than-deposit", "deposit")


def test_more_deposit_returned_than_paid_ahead(trade: Trade, budi: PersonId) -> None:
    trade.run(TakeDeposit(on=day("1/11"), description="Uang muka", amount=Rupiah(100_000), person=budi))
    back = ReturnDeposit(on=day("2/11"), description="Batal", amount=Rupiah(150_000), person=budi)
    trade.refused(back, "more-than-deposit", "amount")
    kept = ForfeitDeposit(on=day("2/11"), description="Batal", amount=Rupiah(150_000), person=budi, unit=TENTS)
    trade.refused(kept, "more-than-deposit", "amount")


def test_more_collected_than_owed(trade: Trade, budi: PersonId) -> None:
    trade.run(hire(paying=Paying.LATER, person=budi))
    collect = CollectReceivable(on=day("20/11"), description="Bayar", amount=Rupiah(800_000), person=budi)
    refusal = trade.refused(collect, "more-than-receivable", "amount")
    assert refusal.sentences[1].values["more"] == 50_000


def test_collected_from_one_who_owes_nothing(trade: Trade, budi: PersonId) -> None:
    collect = CollectReceivable(on=day("20/11"), description="Bayar", amount=Rupiah(5_000), person=budi)
    trade.refused(collect, "more-than-receivable", "amount")


@pytest.mark.parametrize(("amount", "code"), [(0, "amount-zero"), (-5_000, "amount-negative")])
def test_amount_is_more_than_zero(trade: Trade, amount: int, code: str) -> None:
    trade.refused(hire(amount=amount), code, "amount")


def test_money_goes_into_a_place_of_money(trade: Trade) -> None:
    trade.refused(hire(box="4101"), "not-a-box", "box")
    trade.refused(hire(box="9999"), "not-a-box", "box")


def test_simpan_pinjam_sells_nothing(trade: Trade) -> None:
    trade.refused(hire(unit=SAVINGS_LOAN), "unit-is-savings-loan", "unit")


def test_business_that_is_not_there(trade: Trade) -> None:
    trade.refused(hire(unit=UnitId(99)), "dimension-unknown", "unit")


def test_business_without_a_name(trade: Trade) -> None:
    trade.refused(hire(unit=None), "unit-missing", "unit")


def test_business_not_open_yet_or_closed(trade: Trade) -> None:
    later = trade.unit("Kue kering", opened="2026-11-15")
    trade.refused(hire(unit=later), "unit-not-open", "unit")
    gone = trade.unit("Krupuk", closed="2026-10-31")
    trade.refused(hire(unit=gone), "unit-not-open", "unit")


def test_person_who_is_not_there(trade: Trade) -> None:
    trade.refused(hire(paying=Paying.LATER, person=PersonId(77)), "dimension-unknown", "person")


# ------------------------------------------------------------------------------------------------------------- undoing


def test_undone_sale_leaves_nothing_behind(trade: Trade, budi: PersonId) -> None:
    entry = trade.entry(hire(paying=Paying.PART, paid=Rupiah(300_000), person=budi))
    trade.undo(entry)
    assert trade.balances() == {}
    assert trade.answer(Receivables()) == ()
    assert trade.answer(EnterpriseBook(TENTS, NOVEMBER)).lines == ()


def test_sale_that_was_paid_meanwhile_is_not_undone(trade: Trade, budi: PersonId) -> None:
    entry = trade.entry(hire(paying=Paying.LATER, person=budi))
    trade.run(CollectReceivable(on=day("20/11"), description="Lunas", amount=Rupiah(750_000), person=budi))
    trade.undo_refused(entry, "balance-short")


def test_sale_that_was_paid_meanwhile_may_be_mended(trade: Trade, budi: PersonId) -> None:
    entry = trade.entry(hire(paying=Paying.LATER, person=budi))
    trade.run(CollectReceivable(on=day("20/11"), description="Lunas", amount=Rupiah(750_000), person=budi))
    trade.undo(entry, then=hire(amount=800_000, paying=Paying.LATER, person=budi))
    assert trade.holds("1120", person=budi) == 50_000


def test_deposit_that_was_used_is_not_undone(trade: Trade, budi: PersonId) -> None:
    entry = trade.entry(TakeDeposit(on=day("1/11"), description="Uang muka", amount=Rupiah(200_000), person=budi))
    trade.run(hire(deposit=Rupiah(200_000), person=budi))
    trade.undo_refused(entry, "balance-short")


def test_correction_of_a_closed_month_lowers_the_open_one(trade: Trade) -> None:
    entry = trade.entry(hire("12/10"))
    trade.run(hire("3/11", 900_000))
    trade.close(*(f"2026-{month:02d}" for month in range(1, 11)))
    trade.undo(entry, on=day("20/11"))
    page = trade.answer(EnterpriseBook(TENTS, NOVEMBER))
    assert [(line.on, line.income) for line in page.lines] == [(day("3/11"), 900_000), (day("20/11"), -750_000)]
    assert (page.brought, page.carried) == (750_000, 900_000)


# ------------------------------------------------------------------------------------------------- who owes how long


def test_each_payment_settles_the_oldest_sale(trade: Trade, budi: PersonId) -> None:
    trade.run(hire("1/9", 500_000, paying=Paying.LATER, person=budi))
    trade.run(hire("10/11", 300_000, paying=Paying.LATER, person=budi))
    trade.run(CollectReceivable(on=day("15/11"), description="Cicil", amount=Rupiah(600_000), person=budi))
    (debt,) = trade.answer(Receivables())
    assert (debt.name, debt.total, debt.days) == ("Budi Contoh", 200_000, 12)
    assert [(line.on, line.amount) for line in debt.debts] == [(day("10/11"), 200_000)]


def test_ages_of_receivables(trade: Trade, budi: PersonId) -> None:
    for on in ("20/11", "20/10", "10/9", "1/3"):
        trade.run(hire(on, 100_000, unit=CATERING, paying=Paying.LATER, person=budi))
    (debt,) = trade.answer(Receivables())
    assert debt.ages == (100_000, 100_000, 100_000, 100_000)
    assert debt.days == 266
    assert trade.answer(Receivables(day("1/1"))) == ()


def test_longest_waiting_stands_first(trade: Trade, budi: PersonId) -> None:
    citra = trade.person("Citra Contoh", "outsider")
    trade.run(hire("10/11", paying=Paying.LATER, person=budi))
    trade.run(hire("1/10", paying=Paying.LATER, person=citra))
    assert [debt.name for debt in trade.answer(Receivables())] == ["Citra Contoh", "Budi Contoh"]


def test_deposits_are_listed_by_customer(trade: Trade, budi: PersonId) -> None:
    trade.run(TakeDeposit(on=day("1/11"), description="Uang muka tenda 12 Desember", amount=Rupiah(200_000), person=budi))
    (deposit,) = trade.answer(Deposits())
    assert (deposit.total, deposit.debts[0].description) == (200_000, "Uang muka tenda 12 Desember")
