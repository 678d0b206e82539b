"""Things are sold, lost, broken or passed on."""

from __future__ import annotations

from kubebuku.books.enterprise.aid_queries import AidRealisation
from kubebuku.books.enterprise.commands import CollectReceivable
from kubebuku.books.inventory.commands import (
    ListEquipment,
    LoseEquipment,
    PassOnEquipment,
    RepairEquipment,
    ReplaceEquipment,
    RestoreEquipment,
)
from kubebuku.books.inventory.queries import (
    EquipmentChanges,
    EquipmentList,
)
from kubebuku.domain.aid import AidKind
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import ItemId, PersonId
from kubebuku.domain.money import Rupiah
from kubebuku.domain.paying import Paying
from tests.books.inventory.things import aid_tents, chairs, depreciate, made, ok, row, sell, tent
from tests.books.trading import TENTS, Trade, day


def lose(item: ItemId, quantity: int | None = None, on: str = "10/3") -> LoseEquipment:
    return LoseEquipment(on=day(on), description="Patah di hajatan", item=item, quantity=quantity)


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
