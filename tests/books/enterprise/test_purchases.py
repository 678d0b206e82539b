"""A business buys materials and stock, pays its costs and its debts, and counts what is left."""

from __future__ import annotations

from typing import Any

import pytest

from kubebuku.app.office import Office
from kubebuku.books.enterprise.commands import BuyMaterials, BuyStock, CountStock, PayPayable, PayUnitCost, StockLine
from kubebuku.books.enterprise.owed import late_payables, late_receivables
from kubebuku.books.enterprise.queries import EnterpriseBook, Payables
from kubebuku.books.enterprise.stock_queries import StockCounts, StockValues
from kubebuku.books.enterprise.stock_reading import uncounted_stock
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import PersonId
from kubebuku.domain.money import Rupiah
from kubebuku.domain.paying import Paying
from kubebuku.i18n import say
from tests.books.trading import CATERING, SAVINGS_LOAN, Trade, day

NOVEMBER = Month(2026, 11)


@pytest.fixture
def trade(office: Office) -> Trade:
    trade = Trade(office)
    trade.money()
    return trade


@pytest.fixture
def shop(trade: Trade) -> PersonId:
    return trade.person("Toko Contoh", "outsider")


def rice(on: str = "5/11", amount: int = 400_000, **more: Any) -> BuyMaterials:
    values = {"on": day(on), "description": "Beras dan ayam", "amount": Rupiah(amount), "unit": CATERING}
    return BuyMaterials(**{**values, **more})


def noodles(on: str = "5/11", amount: int = 500_000, **more: Any) -> BuyStock:
    values = {"on": day(on), "description": "Mi 4 dus", "amount": Rupiah(amount), "unit": CATERING}
    return BuyStock(**{**values, **more})


def counted(on: str = "20/11", *lines: StockLine) -> CountStock:
    return CountStock(on=day(on), unit=CATERING, lines=lines)


def cartons(quantity: str, price: int = 125_000, name: str = "Mi") -> StockLine:
    return StockLine(name=name, quantity_milli=int(float(quantity) * 1000), price=Rupiah(price), measure="dus")


# ------------------------------------------------------------------------------------------------------------- buying


def test_materials_used_at_once_are_a_cost(trade: Trade) -> None:
    assert trade.lines(trade.entry(rice())) == [("5101", 400_000), ("1101", -400_000)]
    assert trade.holds("5101", unit=CATERING) == 400_000


def test_materials_on_credit_stand_with_the_shop(trade: Trade, shop: PersonId) -> None:
    entry = trade.entry(rice(paying=Paying.LATER, person=shop))
    assert trade.lines(entry) == [("5101", 400_000), ("2101", -400_000)]
    (debt,) = trade.answer(Payables())
    assert (debt.name, debt.total) == ("Toko Contoh", 400_000)


def test_half_now_half_later(trade: Trade, shop: PersonId) -> None:
    entry = trade.entry(rice(paying=Paying.PART, paid=Rupiah(150_000), person=shop))
    assert trade.lines(entry) == [("5101", 400_000), ("1101", -150_000), ("2101", -250_000)]


def test_the_shop_is_paid(trade: Trade, shop: PersonId) -> None:
    trade.run(rice(paying=Paying.LATER, person=shop))
    said = trade.said(PayPayable(on=day("10/11"), description="Sisa beras", amount=Rupiah(400_000), person=shop))
    assert said == "Tersimpan: Sisa beras, Rp400.000 keluar dari Kas. Isi Kas sekarang Rp9.600.000."
    assert trade.answer(Payables()) == ()


def test_cost_of_one_business(trade: Trade) -> None:
    cost = PayUnitCost(
        on=day("5/11"), description="Upah masak 5 orang", amount=Rupiah(250_000), unit=CATERING, account="5102", nota="A-12"
    )
    assert trade.lines(trade.entry(cost)) == [("5102", 250_000), ("1101", -250_000)]
    page = trade.answer(EnterpriseBook(CATERING, NOVEMBER))
    assert (page.total.materials, page.total.other_costs, page.carried) == (0, 250_000, -250_000)


def test_cost_on_an_account_of_the_groups_own(trade: Trade) -> None:
    trade.account("5102.01", "Upah masak")
    cost = PayUnitCost(on=day("5/11"), description="Upah", amount=Rupiah(100_000), unit=CATERING, account="5102.01")
    assert trade.lines(trade.entry(cost))[0] == ("5102.01", 100_000)


# ------------------------------------------------------------------------------------------------------------ refusals


@pytest.mark.parametrize("account", ["5101", "5106", "5113", "4101", "9999"])
def test_costs_with_a_form_of_their_own(trade: Trade, account: str) -> None:
    cost = PayUnitCost(on=day("5/11"), description="Biaya", amount=Rupiah(1_000), unit=CATERING, account=account)
    trade.refused(cost, "not-a-unit-cost", "account")


def test_box_that_does_not_hold_so_much(trade: Trade) -> None:
    trade.refused(rice(amount=10_000_001), "box-short", "amount")


def test_more_paid_to_the_shop_than_owed(trade: Trade, shop: PersonId) -> None:
    trade.run(rice(paying=Paying.LATER, person=shop))
    much = PayPayable(on=day("10/11"), description="Beras", amount=Rupiah(450_000), person=shop)
    trade.refused(much, "more-than-payable", "amount")
    early = PayPayable(on=day("1/11"), description="Beras", amount=Rupiah(100_000), person=shop)
    trade.refused(early, "more-than-payable", "amount")


def test_aid_that_is_not_there(trade: Trade, shop: PersonId) -> None:
    trade.refused(rice(aid=7), "aid-unknown", "aid")
    trade.run(rice(paying=Paying.LATER, person=shop))
    pay = PayPayable(on=day("10/11"), description="Beras", amount=Rupiah(1_000), person=shop, aid=7)
    trade.refused(pay, "aid-unknown", "aid")


def test_purchase_on_credit_that_was_paid_is_not_undone(trade: Trade, shop: PersonId) -> None:
    entry = trade.entry(rice(paying=Paying.LATER, person=shop))
    trade.run(PayPayable(on=day("10/11"), description="Beras", amount=Rupiah(100_000), person=shop))
    trade.undo_refused(entry, "balance-short")
    trade.undo(entry, then=rice(amount=300_000, paying=Paying.LATER, person=shop))
    assert trade.holds("2101", person=shop) == -200_000


# --------------------------------------------------------------------------------------------------------------- stock


def test_count_tells_what_was_used(trade: Trade) -> None:
    trade.run(noodles())
    outcome = trade.run(counted("20/11", cartons("1.5")))
    assert outcome.said is not None
    assert say(outcome.said) == "Dihitung: Catering punya Rp187.500. Di buku Rp500.000; Rp312.500 sudah terpakai."
    assert trade.holds("1140", unit=CATERING) == 187_500
    assert trade.holds("5101", unit=CATERING) == 312_500


def test_count_that_finds_more_lowers_the_cost(trade: Trade) -> None:
    trade.run(noodles(amount=125_000))
    trade.run(counted("20/11", cartons("2")))
    assert (trade.holds("1140"), trade.holds("5101")) == (250_000, -125_000)


def test_count_that_fits_writes_no_entry(trade: Trade) -> None:
    trade.run(noodles())
    before = trade.count()
    outcome = trade.run(counted("20/11", cartons("4")))
    assert outcome.entry is None
    assert trade.count() == before
    (row,) = trade.answer(StockCounts(CATERING))
    assert (row.counted, row.difference, row.number) == (500_000, 0, None)


def test_empty_count_means_all_is_used(trade: Trade) -> None:
    trade.run(noodles())
    trade.run(counted("20/11"))
    assert (trade.holds("1140"), trade.holds("5101")) == (0, 500_000)


def test_counts_are_kept_line_by_line(trade: Trade) -> None:
    trade.run(noodles())
    trade.run(counted("20/11", cartons("1"), cartons("0.333", 30_000, "Minyak")))
    (row,) = trade.answer(StockCounts())
    assert [(line.name, line.quantity_milli, line.value) for line in row.lines] == [("Mi", 1000, 125_000), ("Minyak", 333, 9_990)]
    assert (row.counted, row.difference, row.livestock) == (134_990, -365_010, False)
    (value,) = trade.answer(StockValues())
    assert (value.label, value.value, value.counted) == ("Catering", 134_990, day("20/11"))


def test_no_count_before_another(trade: Trade) -> None:
    trade.run(noodles())
    trade.run(counted("20/11", cartons("2")))
    trade.refused(counted("19/11", cartons("3")), "counted-later", "on")
    trade.run(counted("20/11", cartons("1")))
    assert trade.holds("1140") == 125_000


def test_same_goods_on_two_lines(trade: Trade) -> None:
    trade.refused(counted("20/11", cartons("1"), cartons("2", name="MI")), "counted-twice", "lines")


@pytest.mark.parametrize("line", [cartons("-1"), cartons("1", -5)])
def test_less_than_nothing_counted(trade: Trade, line: StockLine) -> None:
    trade.refused(counted("20/11", line), "stock-below-zero", "lines")


def test_simpan_pinjam_keeps_no_stock(trade: Trade) -> None:
    trade.refused(CountStock(on=day("20/11"), unit=SAVINGS_LOAN), "unit-is-savings-loan", "unit")


def test_count_ahead_of_the_day(trade: Trade) -> None:
    trade.refused(counted("25/11"), "not-yet", "on")


def test_undone_count_is_gone(trade: Trade) -> None:
    trade.run(noodles())
    entry = trade.entry(counted("20/11", cartons("1")))
    trade.undo(entry)
    assert trade.answer(StockCounts()) == ()
    assert trade.holds("1140") == 500_000


def test_count_on_which_another_builds_is_not_undone(trade: Trade) -> None:
    trade.run(noodles())
    first = trade.entry(counted("10/11", cartons("3")))
    second = trade.entry(counted("20/11", cartons("1")))
    trade.undo_refused(first, "count-builds-on-it")
    trade.undo(second)
    trade.undo(first)
    assert trade.holds("5101") == 0


def test_corrected_count_of_a_closed_month_stays_in_the_list(trade: Trade) -> None:
    trade.run(noodles("5/10"))
    entry = trade.entry(counted("31/10", cartons("1")))
    trade.close(*(f"2026-{month:02d}" for month in range(1, 11)))
    trade.undo(entry, on=day("2/11"), then=counted("2/11", cartons("2")))
    assert [row.counted for row in trade.answer(StockCounts())] == [250_000, 125_000]
    assert trade.holds("1140") == 250_000


def test_purchase_beneath_a_count_is_undone_and_the_count_stands(trade: Trade) -> None:
    entry = trade.entry(noodles())
    trade.run(counted("20/11", cartons("1")))
    trade.undo(entry)
    assert (trade.holds("1140"), trade.holds("5101"), trade.findings()) == (125_000, -125_000, {})


# ------------------------------------------------------------------------------------------------- what wants attention


def attention(trade: Trade, of: object) -> list[str]:
    lines = trade.office.read(lambda reading: list(of(reading)))  # type: ignore[operator]
    assert all(line.detail is None or "{" not in say(line.detail) for line in lines)
    return [say(line.title) for line in lines]


def test_stock_not_counted_this_month_wants_attention(trade: Trade) -> None:
    assert attention(trade, uncounted_stock) == []
    trade.run(noodles("5/10"))
    trade.run(counted("31/10", cartons("2")))
    assert attention(trade, uncounted_stock) == ["Persediaan Catering belum dihitung bulan ini"]
    trade.run(counted("20/11", cartons("1")))
    assert attention(trade, uncounted_stock) == []


def test_stock_that_only_a_journal_can_write_wants_attention(trade: Trade) -> None:
    trade.post("2026-11-01 | Salah akun | 1140 50.000 | 1101 -50.000")
    trade.post("2026-11-01 | Salah akun | 1140 -50.000 @tenda | 1101 50.000")
    assert attention(trade, uncounted_stock) == [
        "Ada persediaan yang tidak ditulis milik usaha mana",
        "Persediaan Sewa tenda di buku kurang dari nol",
    ]


def test_shop_that_waits_wants_attention(trade: Trade, shop: PersonId) -> None:
    trade.run(rice("1/10", paying=Paying.LATER, person=shop))
    assert attention(trade, late_payables) == ["Toko Contoh masih menunggu dibayar"]
    assert attention(trade, late_receivables) == []


def test_debts_of_a_journal_without_name_or_too_much(trade: Trade, shop: PersonId) -> None:
    trade.post("2026-11-01 | Utang | 2101 -50.000 | 1101 50.000", "2026-11-01 | Piutang | 1120 60.000 | 1101 -60.000")
    trade.post("2026-11-01 | Lebih | 2101 5.000 &Toko | 1101 -5.000", "2026-11-01 | Lebih | 1120 -6.000 &Toko | 1101 6.000")
    assert attention(trade, late_payables) == [
        "Kelompok berutang, tetapi nama tokonya tidak ditulis",
        "Toko Contoh dibayar lebih dari utang kelompok",
    ]
    assert attention(trade, late_receivables) == [
        "Ada yang berutang ke kelompok, tetapi namanya tidak ditulis",
        "Toko Contoh membayar lebih dari utangnya",
    ]


def test_customer_who_waits_wants_attention(trade: Trade, shop: PersonId) -> None:
    trade.post(
        "2026-10-01 | Sewa tenda | 1120 750.000 &Toko | 4101 -750.000 @tenda",
        "2026-11-01 | Sewa tenda | 1120 100.000 &Toko | 4101 -100.000 @tenda",
    )
    assert attention(trade, late_receivables) == ["Toko Contoh belum membayar"]


# ------------------------------------------------------------------------------------------- counted for an earlier day


def test_a_count_for_an_earlier_day_leaves_what_was_sold_since(trade: Trade) -> None:
    """Rp500.000 of noodles on the 5th, Rp400.000 of them gone on the 20th: on the 10th there were at least those."""
    trade.run(noodles())
    trade.post("2026-11-20 | Mi terjual | 5101 400.000 @catering | 1140 -400.000 @catering")
    trade.refused(counted("10/11", cartons("3")), "balance-short", "amount")
    trade.run(counted("10/11", cartons("3.5")))
    assert (trade.holds("1140", "2026-11-10"), trade.holds("1140")) == (437_500, 37_500)


def test_a_count_that_found_more_stays_while_it_is_used(trade: Trade) -> None:
    trade.run(noodles())
    entry = trade.run(counted("10/11", cartons("6"))).entry
    assert entry is not None
    trade.post("2026-11-20 | Mi terjual | 5101 600.000 @catering | 1140 -600.000 @catering")
    trade.undo_refused(entry, "balance-short")
