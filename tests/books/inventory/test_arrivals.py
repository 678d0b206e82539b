"""Tents, chairs and stoves: how they come, and how a purchase is undone; the list and the ledger always agree."""

from __future__ import annotations

import pytest

from kubebuku.books.enterprise.aid_commands import ReceiveAid
from kubebuku.books.enterprise.aid_queries import AidRealisation
from kubebuku.books.enterprise.commands import MoveCapital, PayPayable
from kubebuku.books.inventory.commands import (
    ListEquipment,
    ReceiveEquipmentGift,
    Source,
)
from kubebuku.books.inventory.queries import (
    Equipment,
    EquipmentList,
)
from kubebuku.books.inventory.reading import nameless_goods
from kubebuku.domain.aid import AidKind
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import ItemId, PersonId
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.paying import Paying
from kubebuku.i18n import say
from tests.books.inventory.things import aid_tents, chairs, depreciate, made, ok, row, tent
from tests.books.trading import CATERING, TENTS, Trade, day


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
