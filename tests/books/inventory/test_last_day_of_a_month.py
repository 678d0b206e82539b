"""A thing that comes on the last day of a month belongs to that month; one of the next day does not."""

from __future__ import annotations

import pytest

from kubebuku.app.office import Office
from kubebuku.books.inventory.commands import BuyEquipment, Depreciate, LoseEquipment
from kubebuku.books.inventory.depreciation import depreciation_due
from kubebuku.books.inventory.queries import DepreciationPreview, EquipmentChanges, EquipmentList
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import ItemId
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import say
from tests.books.trading import TENTS, Trade, day

JANUARY, FEBRUARY = Month(2026, 1), Month(2026, 2)


@pytest.fixture
def trade(office: Office) -> Trade:
    """A tent of Rp3.600.000 for 36 months, bought on 31 January, and one bought on 1 February."""
    trade = Trade(office)
    trade.money()
    for on, label in (("31/1", "Tenda satu"), ("1/2", "Tenda dua")):
        trade.run(
            BuyEquipment(
                on=day(on), description=label, amount=Rupiah(3_600_000), label=label, quantity=4, unit=TENTS, life_months=36
            )
        )
    return trade


def planned(trade: Trade, month: Month) -> list[tuple[str, int]]:
    return [(line.label, line.amount) for line in trade.answer(DepreciationPreview(month)).lines]


def test_the_month_of_its_last_day_writes_it_off_already(trade: Trade) -> None:
    assert planned(trade, Month(2025, 12)) == []
    assert planned(trade, JANUARY) == [("Tenda satu", 100_000)]
    assert planned(trade, FEBRUARY) == [("Tenda satu", 102_857), ("Tenda dua", 100_000)]
    trade.run(Depreciate(month=JANUARY))
    assert planned(trade, FEBRUARY) == [("Tenda satu", 100_000), ("Tenda dua", 100_000)]


def test_it_is_listed_from_its_own_day_on(trade: Trade) -> None:
    assert [row.label for row in trade.answer(EquipmentList(day("30/1")))] == []
    assert [(row.label, row.no) for row in trade.answer(EquipmentList(day("31/1")))] == [("Tenda satu", 1)]
    assert [row.label for row in trade.answer(EquipmentList(day("1/2")))] == ["Tenda satu", "Tenda dua"]


def test_it_came_in_the_month_of_its_day(trade: Trade) -> None:
    assert [(change.on, change.came) for change in trade.answer(EquipmentChanges(JANUARY))] == [(day("31/1"), True)]
    assert [(change.on, change.came) for change in trade.answer(EquipmentChanges(FEBRUARY))] == [(day("1/2"), True)]


@pytest.mark.parametrize(("on", "month"), [("28/2", FEBRUARY), ("1/3", Month(2026, 3))])
def test_it_goes_in_the_month_of_its_day(trade: Trade, on: str, month: Month) -> None:
    trade.run(LoseEquipment(on=day(on), description="Hilang", item=ItemId(1)))
    gone = [(change.on, change.came) for change in trade.answer(EquipmentChanges(month)) if not change.came]
    assert gone == [(day(on), False)]
    before = [row.label for row in trade.answer(EquipmentList(day("27/2")))]
    assert before == ["Tenda satu", "Tenda dua"]
    assert [row.label for row in trade.answer(EquipmentList(day(on)))] == ["Tenda dua"]


def test_depreciation_dated_on_the_first_or_the_last_day_counts_for_the_month(trade: Trade) -> None:
    trade.run(Depreciate(month=FEBRUARY, on=day("28/2")), Depreciate(month=Month(2026, 3), on=day("1/3")))
    assert planned(trade, FEBRUARY) == planned(trade, Month(2026, 3)) == []
    posted = [trade.answer(DepreciationPreview(month)).posted for month in (JANUARY, FEBRUARY, Month(2026, 3), Month(2026, 4))]
    assert (posted[0], posted[3]) == (0, 0)
    assert posted[1] == 202_857


def test_the_month_before_is_reminded_of_until_it_is_written_off(trade: Trade) -> None:
    (reminder,) = trade.office.read(lambda reading: list(depreciation_due(reading)))
    assert "Oktober 2026" in say(reminder.title)
    trade.run(Depreciate(month=Month(2026, 10)))
    assert trade.office.read(lambda reading: list(depreciation_due(reading))) == []
