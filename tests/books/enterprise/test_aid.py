"""Aid that a group receives, uses, pays back or passes on; money that it borrows outside."""

from __future__ import annotations

from typing import Any

import pytest

from kubebuku.app.office import Office
from kubebuku.books.enterprise.aid_commands import (
    BorrowOutside,
    EditAid,
    Goods,
    PassOnRevolving,
    PayOutside,
    ReceiveAid,
    ReceiveAidGoods,
)
from kubebuku.books.enterprise.aid_queries import AidChoices, AidRealisation, AidUse
from kubebuku.books.enterprise.commands import BuyMaterials, MoveCapital, PayPayable, PayUnitCost
from kubebuku.books.enterprise.livestock_commands import LivestockBorn
from kubebuku.books.enterprise.queries import CapitalByUnit, OutsideLoans
from kubebuku.books.enterprise.stock_queries import Herds
from kubebuku.domain.aid import AidKind
from kubebuku.domain.entries import PersonId
from kubebuku.domain.money import Rupiah
from kubebuku.domain.paying import Paying
from tests.books.trading import CATERING, SAVINGS_LOAN, TENTS, Trade, day


@pytest.fixture
def trade(office: Office) -> Trade:
    return Trade(office)


@pytest.fixture
def dinas(trade: Trade) -> PersonId:
    return trade.person("Dinas Sosial", "outsider")


def blps(**more: Any) -> ReceiveAid:
    values: dict[str, Any] = {
        "on": day("10/1"),
        "description": "Bantuan BLPS",
        "amount": Rupiah(30_000_000),
        "programme": "BLPS",
        "unit": TENTS,
    }
    return ReceiveAid(**{**values, **more})


def piglets(**more: Any) -> ReceiveAidGoods:
    values: dict[str, Any] = {
        "on": day("10/1"),
        "description": "10 anak babi",
        "amount": Rupiah(5_000_000),
        "programme": "Ternak bergulir",
    }
    named = {"unit": CATERING, "goods": Goods.LIVESTOCK, "animal": "Babi", "number": 10}
    return ReceiveAidGoods(**{**values, **named, **more})


def use(trade: Trade, label: str) -> AidUse:
    (found,) = [one for one in trade.answer(AidRealisation()) if one.label == label]
    assert isinstance(found, AidUse)
    return found


# --------------------------------------------------------------------------------------------------------------- grants


def test_grant_is_capital_of_the_business(trade: Trade) -> None:
    assert trade.lines(trade.entry(blps(box="1110"))) == [("1110", 30_000_000), ("3110", -30_000_000)]
    assert trade.holds("3110", unit=TENTS) == -30_000_000


def test_blps_is_two_capitals_whichever_box_received_the_money(trade: Trade) -> None:
    trade.run(blps(box="1110", half_to_savings_loan=True))
    assert trade.holds("1110") == 30_000_000
    assert (trade.holds("3110", unit=TENTS), trade.holds("3110", unit=SAVINGS_LOAN)) == (-15_000_000, -15_000_000)
    capital = {line.label: line.aid for line in trade.answer(CapitalByUnit())}
    assert capital == {"Sewa tenda": 15_000_000, "Catering": 0, None: 0, "Simpan pinjam": 15_000_000}


def test_the_odd_rupiah_is_not_lost(trade: Trade) -> None:
    trade.run(blps(amount=Rupiah(30_000_001), half_to_savings_loan=True))
    assert trade.holds("3110") == -30_000_001


def test_blps_wholly_for_simpan_pinjam_is_one_capital(trade: Trade) -> None:
    entry = trade.entry(blps(unit=SAVINGS_LOAN, half_to_savings_loan=True))
    assert trade.lines(entry) == [("1101", 30_000_000), ("3110", -30_000_000)]


def test_realisation_tells_what_came_what_it_paid_and_what_is_left(trade: Trade) -> None:
    aid = trade.run(blps()).made["aid"]
    shop = trade.person("Toko Contoh", "outsider")
    trade.run(
        BuyMaterials(on=day("1/2"), description="Kain terpal", amount=Rupiah(4_000_000), unit=TENTS, aid=aid),
        PayUnitCost(on=day("2/2"), description="Ongkos jahit", amount=Rupiah(1_000_000), unit=TENTS, account="5102", aid=aid),
    )
    later = BuyMaterials(
        on=day("3/2"), description="Tali", amount=Rupiah(500_000), unit=TENTS, paying=Paying.LATER, person=shop, aid=aid
    )
    trade.run(later)
    found = use(trade, "BLPS")
    assert (found.year, found.kind, found.form, found.giver) == (2026, "grant", "cash", None)
    assert (found.received, found.used, found.rest) == (30_000_000, 5_000_000, 25_000_000)
    assert [(line.role, line.what, line.amount) for line in found.lines] == [
        ("received", ("Kas",), 30_000_000),
        ("used", ("Bahan/Harga Pokok",), 4_000_000),
        ("used", ("Upah",), 1_000_000),
    ]
    trade.run(PayPayable(on=day("5/2"), description="Tali", amount=Rupiah(500_000), person=shop, aid=aid))
    assert use(trade, "BLPS").used == 5_500_000


def test_second_part_joins_the_programme(trade: Trade) -> None:
    first = trade.run(blps(amount=Rupiah(20_000_000))).made["aid"]
    second = trade.run(blps(on=day("1/6"), amount=Rupiah(10_000_000), programme="blps")).made["aid"]
    assert first == second
    assert use(trade, "BLPS").received == 30_000_000


def test_undone_aid_is_not_offered_and_not_reported(trade: Trade) -> None:
    entry = trade.entry(blps())
    assert [choice.label for choice in trade.answer(AidChoices())] == ["BLPS"]
    trade.undo(entry)
    assert trade.answer(AidChoices()) == ()
    assert trade.answer(AidRealisation()) == ()


def test_aid_whose_capital_was_moved_on_is_not_undone(trade: Trade) -> None:
    entry = trade.entry(blps(half_to_savings_loan=True))
    trade.run(
        MoveCapital(
            on=day("1/2"), description="Rapat", amount=Rupiah(15_000_000), unit=SAVINGS_LOAN, to_unit=TENTS, account="3110"
        )
    )
    trade.undo_refused(entry, "balance-short")


def test_use_corrected_in_a_later_month_is_taken_back(trade: Trade) -> None:
    aid = trade.run(blps()).made["aid"]
    cost = PayUnitCost(on=day("2/2"), description="Ongkos", amount=Rupiah(1_000_000), unit=TENTS, account="5102", aid=aid)
    entry = trade.entry(cost)
    trade.close("2026-01", "2026-02")
    trade.undo(entry, on=day("1/3"))
    found = use(trade, "BLPS")
    assert (found.used, [line.amount for line in found.lines]) == (0, [30_000_000, 1_000_000, -1_000_000])


def test_name_of_a_programme_is_mended(trade: Trade) -> None:
    aid = trade.run(blps(programme="BPLS")).made["aid"]
    assert trade.said(EditAid(aid=aid, label="BLPS", year=2025, note="Lewat BRI")) == "Tersimpan: BLPS 2025."
    assert (use(trade, "BLPS").year, use(trade, "BLPS").note) == (2025, "Lewat BRI")


# --------------------------------------------------------------------------------------------------------------- goods


def test_aid_in_goods_is_received_and_used_at_once(trade: Trade) -> None:
    flour = ReceiveAidGoods(
        on=day("10/1"), description="Tepung 20 sak", amount=Rupiah(4_000_000), programme="Stimulan", unit=CATERING, year=2025
    )
    assert trade.lines(trade.entry(flour)) == [("1140", 4_000_000), ("3110", -4_000_000)]
    found = use(trade, "Stimulan")
    assert (found.form, found.received, found.used, found.rest) == ("kind", 4_000_000, 4_000_000, 0)
    assert [line.what for line in found.lines] == [("Persediaan",), ("Persediaan",)]


def test_materials_used_up_are_a_cost(trade: Trade) -> None:
    entry = trade.entry(piglets(goods=Goods.MATERIALS, animal=None, number=None))
    assert trade.lines(entry) == [("5101", 5_000_000), ("3110", -5_000_000)]


def test_animals_received_join_the_herd(trade: Trade) -> None:
    entry = trade.entry(piglets())
    assert trade.lines(entry) == [("1141", 5_000_000), ("3110", -5_000_000)]
    assert [(row.animal, row.number) for row in trade.answer(Herds())] == [("Babi", 10)]
    trade.undo(entry)
    assert trade.answer(Herds()) == ()


def test_stock_received_is_undone_while_it_is_there(trade: Trade) -> None:
    entry = trade.entry(piglets(goods=Goods.STOCK, animal=None, number=None))
    trade.undo(entry)
    assert trade.balances() == {}


@pytest.mark.parametrize(
    ("more", "code", "field"),
    [({"animal": None}, "animal-missing", "animal"), ({"number": None}, "number-not-positive", "number")],
)
def test_animals_need_kind_and_number(trade: Trade, more: dict[str, Any], code: str, field: str) -> None:
    trade.refused(piglets(**more), code, field)


# ----------------------------------------------------------------------------------------------------- loan, revolving


def test_aid_that_is_a_loan_is_owed_to_who_gave_it(trade: Trade, dinas: PersonId) -> None:
    aid = trade.run(blps(programme="Kube-LKM", kind=AidKind.LOAN, giver=dinas)).made["aid"]
    assert trade.holds("2201", person=dinas, unit=TENTS) == -30_000_000
    trade.run(PayOutside(on=day("1/6"), description="Angsuran", amount=Rupiah(5_000_000), person=dinas, aid=aid))
    found = use(trade, "Kube-LKM")
    assert (found.giver, found.returned, found.rest) == ("Dinas Sosial", 5_000_000, 25_000_000)


def test_revolving_aid_is_passed_on_in_money(trade: Trade, dinas: PersonId) -> None:
    other = trade.person("Kube Sebelah", "outsider")
    aid = trade.run(blps(programme="Bergulir", kind=AidKind.REVOLVING, giver=dinas)).made["aid"]
    entry = trade.entry(
        PassOnRevolving(on=day("1/6"), description="Digulirkan", amount=Rupiah(10_000_000), aid=aid, unit=TENTS, recipient=other)
    )
    assert trade.lines(entry) == [("2140", 10_000_000), ("1101", -10_000_000)]
    found = use(trade, "Bergulir")
    assert (found.passed_on, found.rest) == (10_000_000, 20_000_000)
    trade.undo(entry)
    assert use(trade, "Bergulir").passed_on == 0


def test_revolving_aid_is_passed_on_in_animals(trade: Trade, dinas: PersonId) -> None:
    other = trade.person("Kube Sebelah", "outsider")
    aid = trade.run(piglets(kind=AidKind.REVOLVING, giver=dinas)).made["aid"]
    trade.run(LivestockBorn(on=day("1/5"), unit=CATERING, animal="Babi", number=4))
    pass_on = PassOnRevolving(
        on=day("1/6"),
        description="2 babi digulirkan",
        amount=Rupiah(1_000_000),
        aid=aid,
        unit=CATERING,
        recipient=other,
        goods=Goods.LIVESTOCK,
        animal="babi",
        number=2,
    )
    entry = trade.entry(pass_on)
    assert trade.lines(entry) == [("2140", 1_000_000), ("1141", -1_000_000)]
    assert [(row.animal, row.number) for row in trade.answer(Herds())] == [("Babi", 12)]
    trade.undo(entry)
    assert [(row.animal, row.number) for row in trade.answer(Herds())] == [("Babi", 14)]


def test_revolving_aid_is_passed_on_out_of_stock(trade: Trade, dinas: PersonId) -> None:
    other = trade.person("Kube Sebelah", "outsider")
    seed = piglets(goods=Goods.STOCK, animal=None, number=None, kind=AidKind.REVOLVING, giver=dinas)
    aid = trade.run(seed).made["aid"]
    values: dict[str, Any] = {
        "on": day("1/6"),
        "description": "Bibit",
        "aid": aid,
        "unit": CATERING,
        "recipient": other,
        "goods": Goods.STOCK,
    }
    entry = trade.entry(PassOnRevolving(amount=Rupiah(2_000_000), **values))
    assert trade.lines(entry) == [("2140", 2_000_000), ("1140", -2_000_000)]
    trade.post("2026-06-01 | Dipakai | 5101 2.500.000 @catering | 1140 -2.500.000 @catering")
    trade.refused(PassOnRevolving(amount=Rupiah(600_000), **values), "cost-too-large", "amount")
    used_up: dict[str, Any] = {**values, "goods": Goods.MATERIALS}
    trade.refused(PassOnRevolving(amount=Rupiah(1_000), **used_up), "used-up-goods", "goods")


def test_only_revolving_aid_is_passed_on_and_not_more_than_came(trade: Trade, dinas: PersonId) -> None:
    grant = trade.run(blps()).made["aid"]
    values: dict[str, Any] = {"on": day("1/6"), "description": "Digulirkan", "unit": TENTS, "recipient": dinas}
    trade.refused(PassOnRevolving(amount=Rupiah(1_000), aid=grant, **values), "not-revolving", "aid")
    revolving = trade.run(blps(programme="Bergulir", kind=AidKind.REVOLVING, giver=dinas)).made["aid"]
    much = PassOnRevolving(amount=Rupiah(30_000_001), aid=revolving, **values)
    trade.refused(much, "more-than-payable", "amount")


def test_aid_that_goes_back_or_on_needs_its_giver(trade: Trade) -> None:
    for kind in (AidKind.LOAN, AidKind.REVOLVING):
        trade.refused(blps(kind=kind), "giver-missing", "giver")
    trade.refused(blps(giver=PersonId(9)), "dimension-unknown", "giver")


def test_one_programme_is_of_one_kind(trade: Trade, dinas: PersonId) -> None:
    trade.run(blps())
    trade.refused(blps(kind=AidKind.LOAN, giver=dinas), "aid-of-other-kind", "kind")


@pytest.mark.parametrize("year", [1979, 2028])
def test_year_of_a_programme(trade: Trade, year: int) -> None:
    trade.refused(blps(year=year), "year-unlikely", "year")


# ------------------------------------------------------------------------------------------------------ outside loans


def test_outside_loan_and_its_jasa(trade: Trade) -> None:
    bank = trade.person("Bank Contoh", "outsider")
    trade.run(BorrowOutside(on=day("5/1"), description="Oven", amount=Rupiah(2_000_000), person=bank, unit=CATERING))
    pay = PayOutside(on=day("5/2"), description="Angsuran 1", amount=Rupiah(230_000), fee=Rupiah(30_000), person=bank)
    assert trade.lines(trade.entry(pay)) == [("2201", 200_000), ("5112", 30_000), ("1101", -230_000)]
    assert trade.holds("5112", unit=SAVINGS_LOAN) == 30_000
    (loan,) = trade.answer(OutsideLoans())
    assert (loan.name, loan.total) == ("Bank Contoh", 1_800_000)


def test_jasa_alone_and_a_loan_for_the_group_as_a_whole(trade: Trade) -> None:
    bank = trade.person("Bank Contoh", "outsider")
    trade.run(BorrowOutside(on=day("5/1"), description="Modal", amount=Rupiah(500_000), person=bank))
    fee = PayOutside(on=day("5/2"), description="Jasa", amount=Rupiah(10_000), fee=Rupiah(10_000), person=bank)
    assert trade.lines(trade.entry(fee)) == [("5112", 10_000), ("1101", -10_000)]
    trade.run(PayOutside(on=day("6/2"), description="Lunas", amount=Rupiah(490_000), person=bank))
    assert trade.holds("2201") == -10_000


def test_which_loan_is_paid_back_is_asked(trade: Trade) -> None:
    bank = trade.person("Bank Contoh", "outsider")
    for unit in (TENTS, CATERING):
        trade.run(BorrowOutside(on=day("5/1"), description="Modal", amount=Rupiah(500_000), person=bank, unit=unit))
    values: dict[str, Any] = {"on": day("5/2"), "description": "Angsuran", "person": bank}
    trade.refused(PayOutside(amount=Rupiah(1_000), **values), "which-units-loan", "unit")
    much = PayOutside(amount=Rupiah(500_001), unit=TENTS, **values)
    trade.refused(much, "more-than-payable", "amount")
    trade.run(PayOutside(amount=Rupiah(500_000), unit=TENTS, **values))
    trade.run(PayOutside(amount=Rupiah(500_000), **values))
    assert trade.holds("2201") == 0


@pytest.mark.parametrize("fee", [-1, 100_001])
def test_jasa_is_part_of_what_was_paid(trade: Trade, fee: int) -> None:
    bank = trade.person("Bank Contoh", "outsider")
    pay = PayOutside(on=day("5/2"), description="Jasa", amount=Rupiah(100_000), fee=Rupiah(fee), person=bank)
    trade.refused(pay, "fee-too-large", "fee")


def test_nothing_owed_nothing_paid_back(trade: Trade) -> None:
    bank = trade.person("Bank Contoh", "outsider")
    pay = PayOutside(on=day("5/2"), description="Angsuran", amount=Rupiah(100_000), person=bank)
    trade.refused(pay, "more-than-payable", "amount")
    trade.refused(PayOutside(on=day("5/2"), description="A", amount=Rupiah(1), person=bank, aid=3), "aid-unknown", "aid")


def test_loan_partly_paid_back_is_not_undone(trade: Trade) -> None:
    bank = trade.person("Bank Contoh", "outsider")
    entry = trade.entry(BorrowOutside(on=day("5/1"), description="Modal", amount=Rupiah(500_000), person=bank))
    trade.money()
    trade.run(PayOutside(on=day("6/2"), description="Angsuran", amount=Rupiah(100_000), person=bank))
    trade.undo_refused(entry, "balance-short")


def test_a_loan_of_the_group_paid_back_is_not_paid_back_again_for_an_earlier_day(trade: Trade) -> None:
    """Borrowed without a business on 1 November, paid on the 20th: nothing is left for the 10th."""
    bank = trade.person("Bank Contoh", "outsider")
    trade.money()
    trade.run(BorrowOutside(on=day("1/11"), description="Modal", amount=Rupiah(1_000_000), person=bank))
    trade.run(PayOutside(on=day("20/11"), description="Lunas", amount=Rupiah(1_000_000), person=bank))
    early = PayOutside(on=day("10/11"), description="Lunas lagi", amount=Rupiah(1_000_000), person=bank)
    trade.refused(early, "more-than-payable", "amount")
    assert (trade.holds("2201", "2026-11-10"), trade.holds("2201")) == (-1_000_000, 0)


def test_part_of_a_loan_of_the_group_is_paid_for_an_earlier_day_as_far_as_later_days_leave_it(trade: Trade) -> None:
    bank = trade.person("Bank Contoh", "outsider")
    trade.money()
    trade.run(BorrowOutside(on=day("1/11"), description="Modal", amount=Rupiah(1_000_000), person=bank))
    trade.run(PayOutside(on=day("20/11"), description="Angsuran", amount=Rupiah(700_000), person=bank))
    trade.run(BorrowOutside(on=day("21/11"), description="Modal lagi", amount=Rupiah(500_000), person=bank))
    early: dict[str, Any] = {"on": day("10/11"), "description": "Angsuran", "person": bank}
    trade.refused(PayOutside(amount=Rupiah(300_001), **early), "more-than-payable", "amount")
    trade.run(PayOutside(amount=Rupiah(300_000), **early))
    assert (trade.holds("2201", "2026-11-20"), trade.holds("2201")) == (0, -500_000)


def test_a_loan_of_the_group_that_was_paid_back_is_not_undone_beside_that_of_a_business(trade: Trade) -> None:
    bank = trade.person("Bank Contoh", "outsider")
    trade.money()
    own = trade.entry(BorrowOutside(on=day("1/11"), description="Modal", amount=Rupiah(400_000), person=bank))
    trade.run(PayOutside(on=day("10/11"), description="Lunas", amount=Rupiah(400_000), person=bank))
    trade.run(BorrowOutside(on=day("1/11"), description="Oven", amount=Rupiah(900_000), person=bank, unit=CATERING))
    trade.undo_refused(own, "balance-short")
