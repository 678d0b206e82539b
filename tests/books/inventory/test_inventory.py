"""Tents, chairs and stoves: how they come, wear out, are mended and go; the list and the ledger always agree."""

from __future__ import annotations

import pytest

from kubebuku.app.office import Office
from kubebuku.books.enterprise.aid_commands import ReceiveAid
from kubebuku.books.enterprise.aid_queries import AidRealisation
from kubebuku.books.enterprise.commands import CollectReceivable, MoveCapital, PayPayable
from kubebuku.books.inventory.commands import (
    BuyEquipment,
    ChangeEquipment,
    Condition,
    Depreciate,
    ListEquipment,
    LoseEquipment,
    PassOnEquipment,
    ReceiveEquipmentAid,
    ReceiveEquipmentGift,
    RepairEquipment,
    ReplaceEquipment,
    RestoreEquipment,
    SellEquipment,
    Source,
)
from kubebuku.books.inventory.queries import (
    DepreciationPreview,
    Equipment,
    EquipmentChanges,
    EquipmentList,
    EquipmentRow,
)
from kubebuku.books.inventory.reading import broken_goods, nameless_goods
from kubebuku.domain.aid import AidKind
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import ItemId, PersonId
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.paying import Paying
from kubebuku.i18n import say
from tests.books.trading import CATERING, TENTS, Trade, day


@pytest.fixture
def trade(office: Office) -> Trade:
    trade = Trade(office)
    trade.money(amount=50_000_000)
    return trade


@pytest.fixture
def shop(trade: Trade) -> PersonId:
    return trade.person("Toko Contoh", "outsider")


def chairs(on: str = "5/1", amount: int = 5_000_000, quantity: int = 100, **more: object) -> BuyEquipment:
    values = {"on": day(on), "description": "Kursi plastik", "amount": Rupiah(amount), "label": "Kursi plastik"}
    return BuyEquipment(**{**values, "quantity": quantity, "unit": TENTS, "for_hire": True, **more})  # type: ignore[arg-type]


def tent(on: str = "5/1", amount: int = 3_600_000, life: int | None = 36, **more: object) -> BuyEquipment:
    values = {"on": day(on), "description": "Tenda 4 x 6", "amount": Rupiah(amount), "label": "Tenda 4 x 6", "unit": TENTS}
    return BuyEquipment(**{**values, "life_months": life, **more})  # type: ignore[arg-type]


def made(
    trade: Trade, command: BuyEquipment | ReceiveEquipmentAid | ReceiveEquipmentGift | ListEquipment | ReplaceEquipment
) -> ItemId:
    return ItemId(trade.run(command).made["item"])


def row(trade: Trade, item: ItemId) -> EquipmentRow:
    found = trade.answer(Equipment(item)).row
    assert isinstance(found, EquipmentRow)
    return found


def depreciate(trade: Trade, *months: str) -> int:
    return [trade.entry(Depreciate(month=Month.parse(month))) for month in months][-1]


def lose(item: ItemId, quantity: int | None = None, on: str = "10/3") -> LoseEquipment:
    return LoseEquipment(on=day(on), description="Patah di hajatan", item=item, quantity=quantity)


def sell(item: ItemId, amount: int, quantity: int | None = None, on: str = "10/3", **more: object) -> SellEquipment:
    values = {"on": day(on), "description": "Dijual ke tetangga", "item": item, "amount": Rupiah(amount), "quantity": quantity}
    return SellEquipment(**{**values, **more})  # type: ignore[arg-type]


def ok(trade: Trade) -> bool:
    return trade.findings() == {}


# ---------------------------------------------------------------------------------------------------------- they come


def test_chairs_are_bought_and_listed(trade: Trade) -> None:
    ani = trade.person("Ani Contoh")
    outcome = trade.run(chairs(place="Rumah ketua", keeper=ani, measure="buah", note="Warna hijau"))
    item = ItemId(outcome.made["item"])
    assert trade.lines(outcome.entry or 0) == [("1201", 5_000_000), ("1101", -5_000_000)]
    (found,) = trade.answer(EquipmentList())
    assert (found.no, found.label, found.number, found.source, found.acquired) == (
        1,
        "Kursi plastik",
        "INV-0001",
        "bought",
        day("5/1"),
    )
    assert (found.quantity, found.measure, found.place, found.keeper_name) == (100, "buah", "Rumah ketua", "Ani Contoh")
    assert (found.condition, found.note, found.unit_label, found.for_hire) == ("good", "Warna hijau", "Sewa tenda", True)
    assert (found.item, found.value, found.written_off, found.book_value) == (item, 5_000_000, 0, 5_000_000)
    assert ok(trade)


def test_read_out_lists_what_was_there(trade: Trade) -> None:
    from kubebuku.books.inventory.read_out import rows

    made(trade, chairs("5/3"))
    assert trade.office.read(lambda reading: rows(reading, Month(2026, 2))) == []
    (found,) = trade.office.read(lambda reading: rows(reading, None))
    assert (found["no"], found["label"], found["date"], found["book_value"]) == (1, "Kursi plastik", "2026-03-05", 5_000_000)


def test_numbers_run_on_and_may_be_the_groups_own(trade: Trade) -> None:
    items = [made(trade, chairs()), made(trade, chairs(number="A/7")), made(trade, chairs())]
    assert [row(trade, item).number for item in items] == ["INV-0001", "A/7", "INV-0002"]
    trade.refused(chairs(number="A/7"), "item-number-taken", "number")


def test_a_purchase_struck_out_leaves_nothing_to_the_next_thing(trade: Trade) -> None:
    outcome = trade.run(chairs())
    trade.undo(outcome.entry or 0)
    assert made(trade, tent()) != outcome.made["item"]
    assert [(one.label, one.number) for one in trade.answer(EquipmentList())] == [("Tenda 4 x 6", "INV-0001")]
    assert ok(trade)


def test_half_paid_now_half_later(trade: Trade, shop: PersonId) -> None:
    entry = trade.entry(chairs(paying=Paying.PART, paid=Rupiah(2_000_000), person=shop))
    assert trade.lines(entry) == [("1201", 5_000_000), ("1101", -2_000_000), ("2101", -3_000_000)]
    trade.run(PayPayable(on=day("1/2"), description="Lunas", amount=Rupiah(3_000_000), person=shop))
    trade.undo_refused(entry, "balance-short")


def test_small_goods_are_a_cost_and_stand_without_book_value(trade: Trade) -> None:
    item = made(trade, chairs(amount=60_000, quantity=3, label="Ember", small=True))
    assert (trade.holds("5190", unit=TENTS), trade.holds("1201")) == (60_000, 0)
    found = row(trade, item)
    assert (found.without_value, found.price, found.value) == (True, 60_000, 0)
    assert ok(trade)
    trade.refused(chairs(small=True, account="5106"), "not-a-small-goods-cost", "account")
    trade.refused(chairs(small=True, account="9999"), "not-a-small-goods-cost", "account")


def test_bought_with_aid(trade: Trade) -> None:
    aid = trade.run(ReceiveAid(on=day("3/1"), description="BLPS", amount=Rupiah(30_000_000), programme="BLPS", unit=TENTS)).made[
        "aid"
    ]
    item = made(trade, chairs(aid=aid))
    assert row(trade, item).aid == "BLPS"
    (use,) = trade.answer(AidRealisation())
    assert (use.used, use.lines[1].what) == (5_000_000, ("Peralatan dan Inventaris",))
    trade.refused(chairs(aid=99), "aid-unknown", "aid")


def test_gift_is_capital_or_income(trade: Trade) -> None:
    values = {"on": day("1/2"), "description": "Juara I", "amount": Rupiah(1_500_000), "label": "Mesin jahit", "unit": CATERING}
    kept = trade.entry(ReceiveEquipmentGift(**values))  # type: ignore[arg-type]
    shared = trade.entry(ReceiveEquipmentGift(shareable=True, **values))  # type: ignore[arg-type]
    assert trade.lines(kept) == [("1201", 1_500_000), ("3110", -1_500_000)]
    assert trade.lines(shared) == [("1201", 1_500_000), ("4190", -1_500_000)]
    trade.undo(kept)
    trade.undo(shared)
    assert trade.answer(EquipmentList()) == ()
    assert ok(trade)


def aid_tents(**more: object) -> ReceiveEquipmentAid:
    values = {"on": day("1/2"), "description": "3 tenda", "amount": Rupiah(15_000_000), "label": "Tenda", "quantity": 3}
    return ReceiveEquipmentAid(**{**values, "unit": TENTS, "programme": "Stimulan", **more})  # type: ignore[arg-type]


def test_aid_in_kind_enters_ledger_and_list_at_once(trade: Trade) -> None:
    outcome = trade.run(aid_tents(year=2007))
    assert trade.lines(outcome.entry or 0) == [("1201", 15_000_000), ("3110", -15_000_000)]
    assert trade.holds("3110", unit=TENTS) == -15_000_000
    (found,) = trade.answer(EquipmentList())
    assert (found.source, found.aid) == ("aid", "Stimulan")
    (use,) = trade.answer(AidRealisation())
    assert (use.year, use.form, use.received, use.used, use.rest) == (2007, "kind", 15_000_000, 15_000_000, 0)
    trade.undo(outcome.entry or 0)
    assert trade.answer(AidRealisation()) == ()


def test_aid_whose_capital_was_moved_is_not_undone(trade: Trade) -> None:
    entry = trade.entry(aid_tents())
    trade.run(MoveCapital(on=day("1/3"), description="Rapat", amount=Rupiah(1_000), unit=TENTS, to_unit=CATERING, account="3110"))
    trade.undo_refused(entry, "balance-short")


def test_aid_that_is_lent_needs_its_giver(trade: Trade, shop: PersonId) -> None:
    trade.refused(aid_tents(kind=AidKind.LOAN), "giver-missing", "giver")
    entry = trade.entry(aid_tents(kind=AidKind.LOAN, giver=shop))
    assert trade.lines(entry)[1] == ("2201", -15_000_000)


def test_old_goods_are_listed_without_an_entry(trade: Trade) -> None:
    before = trade.count()
    old = ListEquipment(on=day("1/1").replace(year=2019), label="Wajan besar", quantity=2, source=Source.GIVEN, unit=CATERING)
    assert trade.said(old) == "Tersimpan: Wajan besar masuk inventaris tanpa nilai buku."
    assert trade.count() == before
    assert [found.label for found in trade.answer(EquipmentList())] == ["Wajan besar"]
    assert ok(trade)
    trade.refused(ListEquipment(on=day("1/12"), label="Besok"), "not-yet", "on")
    trade.refused(ListEquipment(on=day("1/1"), label="Murah", price=Rupiah(-1)), "amount-negative", "price")


@pytest.mark.parametrize(
    ("more", "code", "field"),
    [
        ({"amount": Rupiah(0)}, "amount-zero", "amount"),
        ({"quantity": 0}, "pieces-not-positive", "quantity"),
        ({"life_months": 0}, "life-unlikely", "life_months"),
        ({"life_months": 601}, "life-unlikely", "life_months"),
        ({"residual": Rupiah(-1)}, "residual-too-large", "residual"),
        ({"residual": Rupiah(5_000_000)}, "residual-too-large", "residual"),
        ({"keeper": PersonId(99)}, "dimension-unknown", "keeper"),
        ({"unit": 99}, "dimension-unknown", "unit"),
        ({"label": " "}, "name-missing", "label"),
        ({"on": "25/11"}, "not-yet", "on"),
    ],
)
def test_what_cannot_be_bought(trade: Trade, more: dict[str, object], code: str, field: str | None) -> None:
    trade.refused(chairs(**more), code, field)  # type: ignore[arg-type]
    assert trade.answer(EquipmentList(with_gone=True)) == ()


# ------------------------------------------------------------------------------------------------------- they wear out


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


# ------------------------------------------------------------------------------------------------------- they are kept


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


# ------------------------------------------------------------------------------------------------------------ they go


def test_sold_above_book_value_is_a_gain(trade: Trade) -> None:
    item = made(trade, tent())
    depreciate(trade, "2026-01", "2026-02")
    entry = trade.entry(sell(item, 3_500_000))
    assert trade.lines(entry) == [("1101", 3_500_000), ("1209", 200_000), ("1201", -3_600_000), ("4191", -100_000)]
    assert trade.answer(EquipmentList()) == ()
    (gone,) = trade.answer(EquipmentList(with_gone=True))
    assert (gone.standing, gone.ended, gone.value) == ("sold", day("10/3"), 0)
    assert ok(trade)


def test_sold_below_book_value_is_a_loss(trade: Trade, shop: PersonId) -> None:
    item = made(trade, tent())
    entry = trade.entry(sell(item, 3_000_000, paying=Paying.LATER, person=shop))
    assert trade.lines(entry) == [("1120", 3_000_000), ("1201", -3_600_000), ("5113", 600_000)]
    trade.run(CollectReceivable(on=day("1/4"), description="Bayar", amount=Rupiah(1_000_000), person=shop))
    trade.undo_refused(entry, "balance-short")


def test_sold_at_book_value_is_neither(trade: Trade) -> None:
    item = made(trade, tent())
    assert trade.lines(trade.entry(sell(item, 3_600_000))) == [("1101", 3_600_000), ("1201", -3_600_000)]


def test_three_of_a_hundred_chairs_are_broken(trade: Trade) -> None:
    item = made(trade, chairs(residual=Rupiah(1_000_000)))
    entry = trade.entry(lose(item, 3))
    assert trade.lines(entry) == [("5113", 150_000), ("1201", -150_000)]
    found = row(trade, item)
    assert (found.quantity, found.value, found.residual, found.standing) == (97, 4_850_000, 970_000, "held")
    trade.undo(entry)
    found = row(trade, item)
    assert (found.quantity, found.value, found.residual) == (100, 5_000_000, 1_000_000)
    assert ok(trade)


def test_chairs_go_in_portions_and_come_back_from_the_last(trade: Trade) -> None:
    item = made(trade, chairs(amount=1_000_000, quantity=3, life_months=10))
    depreciate(trade, "2026-01")
    first, second = trade.entry(sell(item, 400_000, 1)), trade.entry(sell(item, 500_000, 2, on="11/3"))
    assert (trade.holds("1201"), trade.holds("1209"), row(trade, item).standing) == (0, 0, "sold")
    trade.undo_refused(first, "item-needed")
    trade.undo(second)
    assert (row(trade, item).quantity, row(trade, item).standing) == (2, "held")
    trade.undo(first)
    found = row(trade, item)
    assert (found.quantity, found.value, found.written_off) == (3, 1_000_000, 100_000)
    assert ok(trade)


def test_lost_goods_without_book_value_leave_the_list_only(trade: Trade) -> None:
    item = made(trade, ListEquipment(on=day("1/1"), label="Piring", quantity=60))
    before = trade.count()
    assert trade.said(lose(item, 6)) == "Tersimpan: Piring keluar 6 buah; tidak ada nilai bukunya lagi."
    assert row(trade, item).quantity == 54
    trade.run(lose(item))
    assert (trade.count(), row(trade, item).standing) == (before, "lost")
    trade.refused(lose(item), "item-gone", "item")
    trade.run(RestoreEquipment(item=item))
    assert row(trade, item).standing == "held"
    trade.refused(RestoreEquipment(item=item), "item-still-here", "item")


def test_goods_without_book_value_are_sold_for_a_gain(trade: Trade) -> None:
    item = made(trade, ListEquipment(on=day("1/1"), label="Piring", quantity=60))
    entry = trade.entry(sell(item, 90_000, 30))
    assert trade.lines(entry) == [("1101", 90_000), ("4191", -90_000)]
    trade.undo(entry)
    assert row(trade, item).quantity == 60


def test_wholly_written_off_tent_is_lost_without_a_loss(trade: Trade) -> None:
    item = made(trade, tent(life=1))
    depreciate(trade, "2026-01")
    assert trade.lines(trade.entry(lose(item))) == [("1209", 3_600_000), ("1201", -3_600_000)]


def test_burnt_tent_is_replaced_in_one_entry(trade: Trade) -> None:
    old = made(trade, tent())
    depreciate(trade, "2026-01")
    replace = ReplaceEquipment(
        on=day("1/3"), description="Tenda baru", amount=Rupiah(4_000_000), item=old, label="Tenda baru", unit=TENTS
    )
    outcome = trade.run(replace)
    assert trade.lines(outcome.entry or 0) == [
        ("1201", 4_000_000),
        ("1101", -4_000_000),
        ("5113", 3_500_000),
        ("1209", 100_000),
        ("1201", -3_600_000),
    ]
    assert [one.label for one in trade.answer(EquipmentList())] == ["Tenda baru"]
    assert row(trade, old).standing == "replaced"
    changes = trade.answer(EquipmentChanges(Month(2026, 3)))
    assert [(change.came, change.row.label) for change in changes] == [(True, "Tenda baru"), (False, "Tenda 4 x 6")]
    trade.undo(outcome.entry or 0)
    assert [one.label for one in trade.answer(EquipmentList())] == ["Tenda 4 x 6"]
    assert ok(trade)


def test_the_changes_of_a_month_tell_pieces_that_went_and_repairs(trade: Trade) -> None:
    item = made(trade, chairs())
    trade.run(lose(item, 2, "3/3"), sell(item, 90_000, 3, "5/3"))
    struck = trade.entry(lose(item, 4, "6/3"))
    trade.undo(struck)
    trade.run(RepairEquipment(on=day("7/3"), description="Cat ulang", amount=Rupiah(50_000), item=item))
    trade.run(lose(item, on="9/3"))
    told = [(one.on.day, one.how, one.pieces, one.amount) for one in trade.answer(EquipmentChanges(Month(2026, 3)))]
    assert told == [(3, "lost", 2, None), (5, "sold", 3, 90_000), (7, "repaired", None, 50_000), (9, None, None, None)]


def test_revolving_equipment_is_passed_on_at_book_value(trade: Trade, shop: PersonId) -> None:
    other = trade.person("Kube Sebelah", "outsider")
    outcome = trade.run(aid_tents(kind=AidKind.REVOLVING, giver=shop, life_months=150))
    item, aid = ItemId(outcome.made["item"]), outcome.made["aid"]
    depreciate(trade, "2026-02")
    pass_on = PassOnEquipment(on=day("1/3"), description="Digulirkan", item=item, aid=aid, recipient=other)
    entry = trade.entry(pass_on)
    assert trade.lines(entry) == [("2140", 14_900_000), ("1209", 100_000), ("1201", -15_000_000)]
    (use,) = trade.answer(AidRealisation())
    assert use.passed_on == 14_900_000
    trade.undo(entry)
    assert row(trade, item).standing == "held"
    trade.post("2026-03-01 | Sudah digulirkan | 2140 15.000.000 @tenda &Toko | 1101 -15.000.000")
    trade.refused(pass_on, "balance-short", "amount")


def test_only_revolving_equipment_is_passed_on(trade: Trade, shop: PersonId) -> None:
    item, aid = made(trade, chairs()), trade.run(aid_tents(kind=AidKind.REVOLVING, giver=shop)).made["aid"]
    trade.refused(
        PassOnEquipment(on=day("1/3"), description="x", item=item, aid=aid, recipient=shop), "item-not-revolving", "aid"
    )
    grant = trade.run(aid_tents(programme="Hibah"))
    wrong = PassOnEquipment(
        on=day("1/3"), description="x", item=ItemId(grant.made["item"]), aid=grant.made["aid"], recipient=shop
    )
    trade.refused(wrong, "item-not-revolving", "aid")


def test_what_cannot_go(trade: Trade) -> None:
    item = made(trade, chairs())
    trade.refused(lose(item, 0), "pieces-not-positive", "quantity")
    trade.refused(lose(item, 101), "not-so-many-pieces", "quantity")
    trade.refused(lose(item, on="4/1"), "before-it-came", "on")
    trade.refused(lose(ItemId(99)), "item-unknown", "item")
    trade.run(lose(item))
    trade.refused(sell(item, 1_000), "item-gone", "item")
    trade.refused(RestoreEquipment(item=item), "item-still-here", "item")


# ------------------------------------------------------------------------------------------------------------- undoing


def test_undone_purchase_frees_its_number(trade: Trade) -> None:
    entry = trade.entry(chairs(number="K-1"))
    trade.undo(entry)
    assert trade.answer(EquipmentList(with_gone=True)) == ()
    item = made(trade, chairs(number="K-1"))
    assert row(trade, item).number == "K-1"
    assert ok(trade)


def test_purchase_of_a_depreciated_tent_is_mended_but_not_undone(trade: Trade) -> None:
    outcome = trade.run(tent(amount=3_000_000))
    item = ItemId(outcome.made["item"])
    depreciate(trade, "2026-01")
    trade.undo_refused(outcome.entry or 0, "item-needed")
    trade.undo(outcome.entry or 0, then=tent(amount=3_600_000))
    found = row(trade, item)
    assert (found.value, found.written_off, found.number) == (3_600_000, 83_333, "INV-0001")
    assert ok(trade)


def test_purchase_corrected_in_a_later_month(trade: Trade) -> None:
    outcome = trade.run(tent())
    trade.close("2026-01")
    trade.undo(outcome.entry or 0, on=day("1/2"), then=tent("1/2", 3_000_000))
    (found,) = trade.answer(EquipmentList())
    assert (found.value, found.acquired, found.number) == (3_000_000, day("5/1"), "INV-0001")
    assert ok(trade)


# --------------------------------------------------------------------------------------------------------------- checks


def test_check_finds_what_a_journal_does_to_a_thing(trade: Trade) -> None:
    made(trade, tent())
    assert ok(trade)
    trade.post("2026-02-01 | Salah | 1201 1.000 !tenda | 3190 -1.000")
    assert list(trade.findings()) == ["inventory"]


def test_equipment_without_a_thing_wants_attention(trade: Trade) -> None:
    assert trade.office.read(lambda reading: list(nameless_goods(reading))) == []
    trade.post("2026-02-01 | Kursi | 1201 1.000.000 | 1101 -1.000.000")
    (line,) = trade.office.read(lambda reading: list(nameless_goods(reading)))
    assert say(line.title) == "Ada peralatan yang tidak ditulis barangnya"
    assert ok(trade)


def test_card_of_a_thing_that_is_not_there(trade: Trade) -> None:
    with pytest.raises(RuleBroken) as caught:
        trade.answer(Equipment(ItemId(5)))
    assert caught.value.code == "item-unknown"
