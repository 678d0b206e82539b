"""Pigs and goats: bought, raised, sold; the ledger keeps their cost, the list of animals their number."""

from __future__ import annotations

from typing import Any

import pytest

from kubebuku.app.office import Office
from kubebuku.books.enterprise.commands import TakeDeposit
from kubebuku.books.enterprise.livestock_commands import (
    AnimalLine,
    BuyLivestock,
    CountLivestock,
    Fate,
    LivestockBorn,
    LivestockGone,
    SellLivestock,
    StrikeHerdRow,
)
from kubebuku.books.enterprise.queries import EnterpriseBook
from kubebuku.books.enterprise.stock_queries import Herds, HerdStory, StockCounts
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import PersonId, UnitId
from kubebuku.domain.money import Rupiah
from kubebuku.domain.paying import Paying
from tests.books.trading import Trade, day, insert_rows


@pytest.fixture
def trade(office: Office) -> Trade:
    trade = Trade(office)
    trade.money()
    return trade


@pytest.fixture
def pigs(trade: Trade) -> UnitId:
    """A business that raises pigs."""
    return trade.unit("Ternak babi")


@pytest.fixture
def budi(trade: Trade) -> PersonId:
    return trade.person("Budi Contoh", "outsider")


def buy(
    unit: UnitId, number: int = 4, amount: int = 2_000_000, on: str = "5/2", animal: str = "Babi", **more: Any
) -> BuyLivestock:
    values = {"on": day(on), "description": f"{number} anak babi", "amount": Rupiah(amount), "unit": unit, "animal": animal}
    return BuyLivestock(**{**values, "number": number, **more})


def sell(
    unit: UnitId, number: int = 1, amount: int = 1_500_000, on: str = "5/8", animal: str = "Babi", **more: Any
) -> SellLivestock:
    values = {"on": day(on), "description": f"{number} babi ke pasar", "amount": Rupiah(amount), "unit": unit, "animal": animal}
    return SellLivestock(**{**values, "number": number, **more})


def gone(unit: UnitId, fate: Fate, number: int = 1, on: str = "10/8", animal: str = "Babi", **more: Any) -> LivestockGone:
    values = {"on": day(on), "description": "1 babi sakit", "unit": unit, "animal": animal, "number": number, "fate": fate}
    return LivestockGone(**{**values, **more})


def born(unit: UnitId, number: int = 6, on: str = "1/7", animal: str = "Babi") -> LivestockBorn:
    return LivestockBorn(on=day(on), unit=unit, animal=animal, number=number)


def herd(trade: Trade, at: str | None = None) -> dict[str, int]:
    return {row.animal: row.number for row in trade.answer(Herds(None if at is None else day(at)))}


def test_animals_are_bought_at_cost(trade: Trade, pigs: UnitId) -> None:
    assert trade.lines(trade.entry(buy(pigs))) == [("1141", 2_000_000), ("1101", -2_000_000)]
    assert herd(trade) == {"Babi": 4}
    assert herd(trade, "4/2") == {}


def test_sold_at_the_average_cost(trade: Trade, pigs: UnitId) -> None:
    trade.run(buy(pigs))
    entry = trade.entry(sell(pigs))
    assert trade.lines(entry) == [("1101", 1_500_000), ("4101", -1_500_000), ("5101", 500_000), ("1141", -500_000)]
    page = trade.answer(EnterpriseBook(pigs, Month(2026, 8)))
    assert (page.total.sales, page.total.materials, page.total.profit) == (1_500_000, 500_000, 1_000_000)


def test_the_last_animals_take_all_that_is_left_of_the_cost(trade: Trade, pigs: UnitId) -> None:
    trade.run(buy(pigs, number=3, amount=1_000_000))
    for on in ("1/8", "2/8", "3/8"):
        trade.run(sell(pigs, on=on))
    assert (trade.holds("1141"), trade.holds("5101")) == (0, 1_000_000)


def test_births_make_more_animals_of_the_same_value(trade: Trade, pigs: UnitId) -> None:
    trade.run(buy(pigs))
    assert trade.said(born(pigs)) == "Tersimpan: Babi di Ternak babi bertambah 6 ekor. Sekarang ada 10 ekor."
    assert trade.holds("1141") == 2_000_000
    assert trade.lines(trade.entry(sell(pigs)))[2] == ("5101", 200_000)


@pytest.mark.parametrize(
    ("fate", "account"), [(Fate.DIED, "5113"), (Fate.LOST, "5113"), (Fate.EATEN, "5105"), (Fate.GIVEN, "5190")]
)
def test_animals_gone_without_a_sale(trade: Trade, pigs: UnitId, fate: Fate, account: str) -> None:
    trade.run(buy(pigs))
    assert trade.lines(trade.entry(gone(pigs, fate))) == [(account, 500_000), ("1141", -500_000)]
    assert herd(trade) == {"Babi": 3}


def test_young_that_died_cost_nothing(trade: Trade, pigs: UnitId) -> None:
    trade.run(born(pigs))
    before = trade.count()
    said = trade.said(gone(pigs, Fate.DIED))
    assert said == "Tersimpan: Babi di Ternak babi berkurang 1 ekor. Tidak ada nilai uangnya."
    assert (trade.count(), herd(trade)) == (before, {"Babi": 5})


def test_sold_on_credit_and_with_a_deposit(trade: Trade, pigs: UnitId, budi: PersonId) -> None:
    trade.run(buy(pigs))
    trade.run(TakeDeposit(on=day("1/8"), description="Tanda jadi", amount=Rupiah(300_000), person=budi))
    entry = trade.entry(sell(pigs, deposit=Rupiah(300_000), paying=Paying.LATER, person=budi))
    assert trade.lines(entry)[:3] == [("1120", 1_200_000), ("2102", 300_000), ("4101", -1_500_000)]


def test_kinds_are_spelled_once(trade: Trade, pigs: UnitId) -> None:
    trade.run(buy(pigs))
    trade.run(born(pigs, animal="  babi "))
    assert herd(trade) == {"Babi": 10}


def test_cost_of_one_among_several_kinds_is_asked(trade: Trade, pigs: UnitId) -> None:
    trade.run(buy(pigs))
    trade.run(buy(pigs, animal="Kambing", number=2, amount=1_800_000))
    trade.refused(sell(pigs, animal="Kambing"), "cost-needed", "cost")
    entry = trade.entry(sell(pigs, animal="Kambing", cost=Rupiah(900_000)))
    assert trade.lines(entry)[2:] == [("5101", 900_000), ("1141", -900_000)]


def test_animal_that_cost_nothing_leaves_no_cost(trade: Trade, pigs: UnitId) -> None:
    trade.run(buy(pigs))
    trade.run(born(pigs))
    assert trade.lines(trade.entry(sell(pigs, cost=Rupiah(0)))) == [("1101", 1_500_000), ("4101", -1_500_000)]


# -------------------------------------------------------------------------------------------------------------- counts


def test_count_brings_number_and_value_to_what_is_there(trade: Trade, pigs: UnitId) -> None:
    trade.run(buy(pigs))
    trade.run(born(pigs))
    line = AnimalLine(animal="babi", number=9, price=Rupiah(210_000))
    entry = trade.entry(CountLivestock(on=day("31/10"), unit=pigs, lines=(line,)))
    assert trade.lines(entry) == [("5101", 110_000), ("1141", -110_000)]
    assert herd(trade) == {"Babi": 9}
    assert trade.answer(StockCounts(pigs))[0].livestock
    assert [(row.cause, row.change) for row in trade.answer(HerdStory(pigs))] == [("counted", -1), ("born", 6), ("bought", 4)]
    trade.undo(entry)
    assert (herd(trade), trade.holds("1141")) == ({"Babi": 10}, 2_000_000)


def test_count_that_fits_writes_no_entry(trade: Trade, pigs: UnitId) -> None:
    trade.run(buy(pigs))
    line = AnimalLine(animal="Babi", number=4, price=Rupiah(500_000))
    assert trade.run(CountLivestock(on=day("31/10"), unit=pigs, lines=(line,))).entry is None


def test_kinds_not_named_are_none_left(trade: Trade, pigs: UnitId) -> None:
    trade.run(buy(pigs))
    trade.run(CountLivestock(on=day("31/10"), unit=pigs))
    assert (herd(trade), trade.holds("1141")) == ({}, 0)


def test_fewer_than_no_animals_counted(trade: Trade, pigs: UnitId) -> None:
    line = AnimalLine(animal="Babi", number=-1, price=Rupiah(500_000))
    trade.refused(CountLivestock(on=day("31/10"), unit=pigs, lines=(line,)), "number-not-positive", "number")


# ------------------------------------------------------------------------------------------------------------ refusals


@pytest.mark.parametrize("number", [0, -2])
def test_number_is_more_than_zero(trade: Trade, pigs: UnitId, number: int) -> None:
    trade.refused(buy(pigs, number=number), "number-not-positive", "number")


def test_animal_needs_a_kind(trade: Trade, pigs: UnitId) -> None:
    trade.refused(buy(pigs, animal="  "), "animal-missing", "animal")


def test_more_animals_sold_than_there_are(trade: Trade, pigs: UnitId) -> None:
    trade.run(buy(pigs))
    refusal = trade.refused(sell(pigs, number=5), "not-so-many-animals", "number")
    assert (refusal.sentences[1].values["kept"], refusal.sentences[1].values["written"]) == (4, 5)


def test_animals_that_a_later_sale_needs(trade: Trade, pigs: UnitId) -> None:
    trade.run(buy(pigs))
    trade.run(sell(pigs, number=4, on="1/9"))
    trade.refused(gone(pigs, Fate.DIED), "not-so-many-animals", "number")


@pytest.mark.parametrize("cost", [-1, 2_000_001])
def test_cost_is_not_more_than_the_herd_stands_for(trade: Trade, pigs: UnitId, cost: int) -> None:
    trade.run(buy(pigs))
    trade.refused(sell(pigs, cost=Rupiah(cost)), "cost-too-large", "cost")


def test_birth_ahead_of_the_day(trade: Trade, pigs: UnitId) -> None:
    trade.refused(born(pigs, on="24/11"), "not-yet", "on")


def test_death_ahead_of_the_day_even_of_young_that_cost_nothing(trade: Trade, pigs: UnitId) -> None:
    trade.run(born(pigs))
    trade.refused(gone(pigs, Fate.DIED, on="30/11"), "not-yet", "on")


# ------------------------------------------------------------------------------------------------------------- undoing


def test_undone_purchase_takes_the_animals_away(trade: Trade, pigs: UnitId) -> None:
    entry = trade.entry(buy(pigs))
    trade.undo(entry)
    assert (herd(trade), trade.holds("1141")) == ({}, 0)


def test_purchase_of_animals_that_were_sold_is_not_undone(trade: Trade, pigs: UnitId) -> None:
    entry = trade.entry(buy(pigs))
    trade.run(sell(pigs))
    trade.undo_refused(entry, "balance-short")
    trade.run(buy(pigs, on="1/3"))
    trade.undo(entry)
    assert herd(trade) == {"Babi": 3}


def test_purchase_of_animals_that_were_sold_without_cost_is_not_undone(trade: Trade, pigs: UnitId) -> None:
    entry = trade.entry(buy(pigs))
    trade.run(sell(pigs, cost=Rupiah(0)))
    trade.undo_refused(entry, "not-so-many-animals")


def test_undone_sale_and_death_bring_the_animals_back(trade: Trade, pigs: UnitId) -> None:
    trade.run(buy(pigs))
    for entry in (trade.entry(sell(pigs)), trade.entry(gone(pigs, Fate.DIED))):
        trade.undo(entry)
    assert (herd(trade), trade.holds("1141")) == ({"Babi": 4}, 2_000_000)


def test_sale_corrected_in_a_later_month_brings_the_animal_back_then(trade: Trade, pigs: UnitId) -> None:
    trade.run(buy(pigs))
    entry = trade.entry(sell(pigs))
    trade.close(*(f"2026-{month:02d}" for month in range(1, 11)))
    trade.undo(entry, on=day("3/11"))
    assert (herd(trade, "31/10"), herd(trade, "3/11")) == ({"Babi": 3}, {"Babi": 4})
    assert trade.holds("1141") == 2_000_000


def test_birth_written_by_mistake_is_taken_out(trade: Trade, pigs: UnitId) -> None:
    birth = trade.run(born(pigs)).made["birth"]
    assert trade.said(StrikeHerdRow(row=birth)) == "Dikeluarkan dari daftar: Babi 6 ekor, 1 Juli 2026."
    assert herd(trade) == {}


def test_birth_of_animals_that_were_sold_stays(trade: Trade, pigs: UnitId) -> None:
    birth = trade.run(born(pigs)).made["birth"]
    trade.run(sell(pigs, cost=Rupiah(0)))
    trade.refused(StrikeHerdRow(row=birth), "herd-row-needed", "row")


def test_only_rows_without_an_entry_are_taken_out_by_hand(trade: Trade, pigs: UnitId) -> None:
    trade.run(buy(pigs))
    (row,) = trade.answer(HerdStory(pigs))
    trade.refused(StrikeHerdRow(row=row.id), "herd-row-unknown", "row")
    trade.refused(StrikeHerdRow(row=99), "herd-row-unknown", "row")


def test_check_finds_fewer_animals_than_none(trade: Trade, pigs: UnitId) -> None:
    from kubebuku.books.enterprise.tables import livestock

    assert trade.findings() == {}
    insert_rows(trade, livestock, {"unit": pigs, "on_date": "2026-05-01", "animal": "Babi", "change": -1, "cause": "died"})
    assert list(trade.findings()) == ["livestock"]
