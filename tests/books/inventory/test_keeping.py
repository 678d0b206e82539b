"""Things wear out month by month, are mended and kept by somebody."""

from __future__ import annotations

from kubebuku.books.inventory.commands import (
    ChangeEquipment,
    Condition,
    Depreciate,
    ListEquipment,
    RepairEquipment,
)
from kubebuku.books.inventory.queries import (
    DepreciationPreview,
    Equipment,
    EquipmentList,
)
from kubebuku.books.inventory.reading import broken_goods
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import PersonId
from kubebuku.domain.money import Rupiah
from kubebuku.domain.paying import Paying
from kubebuku.i18n import say
from tests.books.inventory.things import chairs, depreciate, made, ok, row, sell, tent
from tests.books.trading import CATERING, TENTS, Trade, day


def test_tent_is_depreciated_month_by_month(trade: Trade) -> None:
    item = made(trade, tent())
    entry = depreciate(trade, "2026-01")
    assert trade.lines(entry) == [("5106", 100_000), ("1209", -100_000)]
    assert trade.holds("5106", unit=TENTS) == 100_000
    assert row(trade, item).book_value == 3_500_000
    assert trade.said(Depreciate(month=Month(2026, 2))) == "Tersimpan: penyusutan Februari 2026, Rp100.000 untuk 1 barang."
    assert [one.written_off for one in trade.answer(EquipmentList(day("31/1")))] == [100_000]


def test_preview_tells_what_will_be_posted(trade: Trade) -> None:
    made(trade, tent("5/2"))
    made(trade, chairs())
    made(trade, tent("10/2", 1_000_000, 12, label="Kompor", unit=CATERING, residual=Rupiah(100_000)))
    plan = trade.answer(DepreciationPreview(Month(2026, 2)))
    assert [(line.label, line.unit_label, line.amount, line.book_after) for line in plan.lines] == [
        ("Tenda 4 x 6", "Sewa tenda", 100_000, 3_500_000),
        ("Kompor", "Catering", 75_000, 925_000),
    ]
    assert (plan.total, plan.posted) == (175_000, 0)
    entry = depreciate(trade, "2026-02")
    assert trade.lines(entry) == [("5106", 100_000), ("5106", 75_000), ("1209", -100_000), ("1209", -75_000)]
    plan = trade.answer(DepreciationPreview(Month(2026, 2)))
    assert (plan.lines, plan.total, plan.posted) == ((), 0, 175_000)


def test_once_a_month_each(trade: Trade) -> None:
    made(trade, tent())
    entry = depreciate(trade, "2026-03")
    trade.refused(Depreciate(month=Month(2026, 3)), "nothing-to-depreciate", "month")
    made(trade, tent("6/3", 120_000, 12))
    assert trade.lines(depreciate(trade, "2026-03")) == [("5106", 10_000), ("1209", -10_000)]
    trade.undo(entry)
    assert trade.answer(DepreciationPreview(Month(2026, 3))).total > 0


def test_missed_months_are_spread_over_those_that_are_left(trade: Trade) -> None:
    item = made(trade, tent("5/1", 1_200_000, 6))
    depreciate(trade, "2026-01", "2026-04", "2026-05", "2026-06")
    assert row(trade, item).written_off == 1_200_000
    assert [entry.written_off for entry in trade.answer(Equipment(item)).entries] == [0, 200_000, 333_333, 333_333, 333_334]


def test_depreciation_of_the_running_month_is_dated_today(trade: Trade) -> None:
    item = made(trade, tent())
    depreciate(trade, "2026-11")
    assert trade.answer(Equipment(item)).entries[-1].on == day("22/11")
    assert trade.answer(Equipment(item)).entries[-1].description == "Penyusutan November 2026"


def test_depreciation_refused(trade: Trade) -> None:
    trade.refused(Depreciate(month=Month(2026, 1)), "nothing-to-depreciate", "month")
    made(trade, tent())
    trade.refused(Depreciate(month=Month(2026, 12)), "not-yet", "on")
    trade.refused(Depreciate(month=Month(2026, 2), on=day("1/3")), "not-in-that-month", "on")
    trade.run(Depreciate(month=Month(2026, 2), on=day("10/2"), description="Susut"))
    trade.close("2026-01")
    trade.refused(Depreciate(month=Month(2026, 1)), "month-closed", "on")


def test_depreciation_on_which_a_sale_builds_is_not_undone(trade: Trade) -> None:
    item = made(trade, tent())
    entry = depreciate(trade, "2026-01")
    trade.run(sell(item, 3_000_000))
    trade.undo_refused(entry, "item-needed")


def test_depreciation_of_last_month_wants_attention(trade: Trade) -> None:
    from kubebuku.books.inventory.depreciation import depreciation_due

    assert trade.office.read(lambda reading: list(depreciation_due(reading))) == []
    made(trade, tent("5/10"))
    (line,) = trade.office.read(lambda reading: list(depreciation_due(reading)))
    assert say(line.title) == "Penyusutan Oktober 2026 belum dicatat"
    assert line.detail is not None
    assert say(line.detail) == "Rp100.000 untuk 1 barang"


def test_repair_is_a_cost_with_the_things_name(trade: Trade, shop: PersonId) -> None:
    item = made(trade, tent(condition=Condition.HEAVY))
    (line,) = trade.office.read(lambda reading: list(broken_goods(reading)))
    assert say(line.title) == "Tenda 4 x 6 rusak berat"
    repair = RepairEquipment(
        on=day("1/3"), description="Jahit tenda", amount=Rupiah(150_000), item=item, condition=Condition.GOOD
    )
    assert trade.lines(trade.entry(repair)) == [("5108", 150_000), ("1101", -150_000)]
    assert (trade.holds("5108", unit=TENTS), row(trade, item).condition) == (150_000, "good")
    later = RepairEquipment(
        on=day("2/3"), description="Tiang", amount=Rupiah(50_000), item=item, paying=Paying.LATER, person=shop
    )
    entry = trade.entry(later)
    assert [one.other for one in trade.answer(Equipment(item)).entries] == [0, 150_000, 50_000]
    trade.undo(entry)
    assert trade.holds("2101") == 0


def test_keeper_place_and_condition_change_without_an_entry(trade: Trade) -> None:
    item, ani, before = made(trade, chairs()), trade.person("Ani Contoh"), trade.count()
    change = ChangeEquipment(
        item=item,
        label="Kursi hijau",
        number="K-1",
        quantity=100,
        unit=CATERING,
        place="Gudang",
        keeper=ani,
        condition=Condition.HEAVY,
        life_months=24,
        residual=Rupiah(200_000),
    )
    assert trade.said(change) == "Tersimpan: Kursi hijau."
    found = row(trade, item)
    assert (found.label, found.number, found.unit_label, found.keeper_name) == ("Kursi hijau", "K-1", "Catering", "Ani Contoh")
    assert (found.place, found.condition, found.life_months, found.residual) == ("Gudang", "heavy", 24, 200_000)
    assert trade.count() == before
    (line,) = trade.office.read(lambda reading: list(broken_goods(reading)))
    assert line.detail is not None
    assert say(line.detail) == "Ada di Gudang; perbaiki atau ganti"
    assert ok(trade)


def test_what_cannot_be_changed(trade: Trade) -> None:
    item, other = made(trade, chairs()), made(trade, chairs())
    values = {"item": item, "label": "Kursi", "number": None, "quantity": 100, "unit": TENTS}
    trade.refused(ChangeEquipment(**{**values, "quantity": 97}), "quantity-stands-for-money", "quantity")  # type: ignore[arg-type]
    trade.refused(ChangeEquipment(**{**values, "number": "INV-0002"}), "item-number-taken", "number")  # type: ignore[arg-type]
    trade.refused(ChangeEquipment(**{**values, "residual": Rupiah(5_000_001)}), "residual-too-large", "residual")  # type: ignore[arg-type]
    trade.refused(ChangeEquipment(**{**values, "item": 99}), "item-unknown", "item")  # type: ignore[arg-type]
    assert row(trade, other).number == "INV-0002"


def test_pieces_without_book_value_are_recounted(trade: Trade) -> None:
    item = made(trade, ListEquipment(on=day("1/1"), label="Piring", quantity=60))
    trade.run(ChangeEquipment(item=item, label="Piring", number=None, quantity=54))
    assert row(trade, item).quantity == 54
