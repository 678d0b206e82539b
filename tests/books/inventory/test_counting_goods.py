"""Opname: what was found beside the list, and what becomes of each difference."""

from __future__ import annotations

from datetime import date

import pytest

from kubebuku.app.office import Moment, Office
from kubebuku.books.closing.commands import BoxCounted, CloseMonth
from kubebuku.books.closing.queries import ClosingPreview
from kubebuku.books.inventory.commands import (
    BuyEquipment,
    Condition,
    CountedThing,
    CountInventory,
    Depreciate,
    ListEquipment,
    LoseEquipment,
    SellEquipment,
)
from kubebuku.books.inventory.counted import goods_not_found, goods_to_count
from kubebuku.books.inventory.queries import CountPage, CountsOfGoods, Equipment, OneCountOfGoods
from kubebuku.books.inventory.refusals import CountUnknown
from kubebuku.books.mending.commands import Undo
from kubebuku.books.places import GoodsCounts
from kubebuku.books.spec import Attention
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import DecisionId, ItemId
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import say
from tests.books.trading import TENTS, Trade, day

CHAIRS, STOVE, BUCKETS = ItemId(1), ItemId(2), ItemId(3)


@pytest.fixture
def trade(office: Office) -> Trade:
    """100 chairs for Rp5.000.000, a stove for Rp600.000, eight buckets without book value."""
    trade = Trade(office)
    trade.money(amount=50_000_000)
    trade.run(
        BuyEquipment(
            on=day("5/1"), description="Kursi", amount=Rupiah(5_000_000), label="Kursi plastik", quantity=100, unit=TENTS
        ),
        BuyEquipment(on=day("6/1"), description="Kompor", amount=Rupiah(600_000), label="Kompor gas", life_months=12),
        ListEquipment(on=day("7/1"), label="Ember", quantity=8),
    )
    return trade


def found(item: ItemId, number: int, condition: Condition = Condition.GOOD, **more: object) -> CountedThing:
    return CountedThing(item=item, found=number, condition=condition, **more)  # type: ignore[arg-type]


def count(on: str, *lines: CountedThing, **more: object) -> CountInventory:
    return CountInventory(on=day(on), lines=lines, **more)  # type: ignore[arg-type]


def last(trade: Trade) -> CountPage:
    page = trade.answer(OneCountOfGoods())
    assert isinstance(page, CountPage)
    return page


def quantity(trade: Trade, item: ItemId) -> int:
    return int(trade.answer(Equipment(item)).row.quantity)


def attention(trade: Trade) -> list[Attention]:
    return trade.office.read(lambda reading: [*goods_not_found(reading), *goods_to_count(reading)])


def close(trade: Trade, month: str) -> None:
    preview = trade.answer(ClosingPreview(Month.parse(month)))
    counts = tuple(BoxCounted(box=box.code, counted=box.book) for box in preview.boxes)
    trade.run(CloseMonth(month=Month.parse(month), counts=counts))


def test_everything_found_as_listed_posts_nothing(trade: Trade) -> None:
    before = trade.count()
    said = trade.said(count("10/3", found(CHAIRS, 100), found(STOVE, 1), found(BUCKETS, 8), note="Bersama pendamping"))
    assert said == "Tersimpan: 3 barang dihitung, semuanya cocok dengan daftar atau sudah beres."
    assert trade.count() == before
    page = last(trade)
    assert (page.head.on, page.head.note, page.head.things, page.head.differed, page.head.open) == (
        day("10/3"), "Bersama pendamping", 3, 0, 0,
    )  # fmt: skip
    assert [(line.label, line.expected, line.counted, line.missing) for line in page.lines] == [
        ("Kursi plastik", 100, 100, 0),
        ("Kompor gas", 1, 1, 0),
        ("Ember", 8, 8, 0),
    ]
    assert trade.findings() == {}


def test_the_condition_becomes_what_was_found(trade: Trade) -> None:
    trade.run(count("10/3", found(STOVE, 1, Condition.HEAVY, note="Selang bocor")))
    assert trade.answer(Equipment(STOVE)).row.condition == "heavy"
    (line,) = last(trade).lines
    assert (line.condition, line.note) == ("heavy", "Selang bocor")
    assert last(trade).not_counted == 2


def test_what_is_missing_waits_until_somebody_decides(trade: Trade) -> None:
    said = trade.said(count("10/3", found(CHAIRS, 97), found(STOVE, 1)))
    assert said == "Tersimpan: 2 barang dihitung; 1 berbeda dari daftar dan menunggu keputusan."
    (line,) = [one for one in last(trade).lines if one.missing]
    assert (line.missing, line.worth, line.open, line.losses) == (3, 150_000, True, ())
    assert quantity(trade, CHAIRS) == 100
    (told,) = attention(trade)
    assert told.place == GoodsCounts(1)
    assert say(told.detail) == "Kursi plastik: ditemukan 97, di daftar 100"  # type: ignore[arg-type]
    # the meeting gives two up; the third turns up at the next count
    entry = trade.entry(
        LoseEquipment(on=day("20/3"), description="Patah", item=CHAIRS, quantity=2, decided="Rapat 20 Maret: dihapus")
    )
    assert last(trade).lines[0].open
    trade.run(count("25/3", found(CHAIRS, 98)))
    assert attention(trade) == []
    first = trade.answer(OneCountOfGoods(1)).lines[0]
    assert (first.open, first.losses) == (False, (trade.answer(Equipment(CHAIRS)).entries[-1].number,))
    assert dict(trade.lines(entry)) == {"1201": -100_000, "5113": 100_000}
    assert trade.findings() == {}


def test_a_decided_loss_is_posted_with_the_count(trade: Trade) -> None:
    trade.run(count("10/3", found(CHAIRS, 97, write_off=True), found(STOVE, 0, write_off=True), decided="Rapat 8 Maret: dihapus"))
    held = trade.balances()
    assert (held["1201"], held["5113"]) == (4_850_000, 150_000 + 600_000)
    assert quantity(trade, CHAIRS) == 97
    assert trade.answer(Equipment(STOVE)).row.standing == "lost"
    assert [(line.missing, line.open, len(line.losses)) for line in last(trade).lines] == [(3, False, 1), (1, False, 1)]
    decisions = trade.office.read(
        lambda reading: reading.connection.exec_driver_sql(
            "SELECT d.label FROM entry e JOIN decision d ON d.id = e.decision WHERE e.kind = 'equipment_loss'"
        ).scalars().all()
    )  # fmt: skip
    assert decisions == ["Rapat 8 Maret: dihapus"] * 2
    assert trade.findings() == {}


def test_an_undone_loss_is_a_difference_again(trade: Trade) -> None:
    trade.run(count("10/3", found(CHAIRS, 97, write_off=True), decided="Rapat"))
    entry = trade.answer(Equipment(CHAIRS)).entries[-1].entry
    trade.run(Undo(entry=entry))
    (line,) = last(trade).lines
    assert (quantity(trade, CHAIRS), line.open, line.losses) == (100, True, ())
    assert trade.findings() == {}


def test_small_goods_follow_the_count(trade: Trade) -> None:
    before = trade.count()
    trade.run(count("10/3", found(BUCKETS, 11)))
    assert quantity(trade, BUCKETS) == 11
    trade.run(count("11/3", found(BUCKETS, 5, write_off=True), decided="Rapat"))
    assert quantity(trade, BUCKETS) == 5
    assert [page.open for page in trade.answer(CountsOfGoods())] == [0, 0]
    assert trade.count() == before
    assert trade.findings() == {}


def test_more_than_the_list_has_stays_a_difference(trade: Trade) -> None:
    trade.run(count("10/3", found(CHAIRS, 104)))
    (line,) = last(trade).lines
    assert (line.missing, line.worth, line.open) == (-4, 0, True)
    assert quantity(trade, CHAIRS) == 100


def test_a_lost_thing_that_is_there_again_is_brought_back(trade: Trade) -> None:
    trade.run(Depreciate(month=Month(2026, 1)), LoseEquipment(on=day("5/2"), description="Hilang", item=STOVE))
    trade.run(LoseEquipment(on=day("5/2"), description="Hilang", item=BUCKETS))
    held = trade.balances()
    assert "1209" not in held
    trade.run(count("10/3", found(STOVE, 1, Condition.LIGHT), found(BUCKETS, 8)))
    row = trade.answer(Equipment(STOVE)).row
    assert (row.standing, row.condition, row.book_value) == ("held", "light", 550_000)
    assert trade.answer(Equipment(BUCKETS)).row.standing == "held"
    assert "5113" not in trade.balances()
    assert [line.missing for line in last(trade).lines] == [-1, -8]
    assert [line.open for line in last(trade).lines] == [False, False]
    assert trade.findings() == {}


def test_found_after_its_month_was_closed_it_comes_back_in_the_open_one(trade: Trade) -> None:
    trade.run(LoseEquipment(on=day("5/1"), description="Hilang", item=CHAIRS))
    close(trade, "2026-01")
    trade.run(count("10/3", found(CHAIRS, 100)))
    assert trade.holds("1201", at="2026-01-31") == 600_000
    assert trade.holds("1201") == 5_600_000
    assert trade.findings() == {}


def test_only_part_of_a_lost_thing_is_found(trade: Trade) -> None:
    trade.run(LoseEquipment(on=day("5/2"), description="Hilang", item=CHAIRS))
    trade.run(count("10/3", found(CHAIRS, 40, write_off=True), decided="Rapat"))
    assert quantity(trade, CHAIRS) == 40
    assert trade.balances()["1201"] == 2_000_000 + 600_000
    assert trade.findings() == {}


@pytest.mark.parametrize(
    ("command", "code", "field"),
    [
        (count("10/3"), "nothing-counted", "lines"),
        (count("10/3", found(CHAIRS, 1), found(CHAIRS, 2)), "thing-counted-twice", "lines"),
        (count("10/3", found(CHAIRS, -1)), "found-below-zero", "found"),
        (count("10/3", found(ItemId(9), 1)), "item-unknown", "item"),
        (count("1/1", found(CHAIRS, 100)), "before-it-came", "on"),
        (count("10/3", found(CHAIRS, 100, write_off=True), decided="Rapat"), "nothing-missing", "write_off"),
        (count("10/3", found(CHAIRS, 99, write_off=True)), "loss-undecided", "decided"),
        (count("10/3", found(CHAIRS, 99), decision=DecisionId(9)), "decision-unknown", "decision"),
    ],
)
def test_a_count_that_makes_no_sense_is_refused(trade: Trade, command: CountInventory, code: str, field: str) -> None:
    refused = trade.refused(command, code, field)
    assert refused.remedy is not None
    assert trade.answer(CountsOfGoods()) == ()


def test_a_day_ahead_and_a_day_before_the_last_count_are_refused(trade: Trade) -> None:
    trade.refused(CountInventory(on=date(2027, 5, 1), lines=(found(CHAIRS, 1),)), "day-ahead", "on")
    trade.run(count("10/3", found(CHAIRS, 100)))
    trade.refused(count("9/3", found(CHAIRS, 100)), "goods-counted-later", "on")


def test_what_was_sold_is_not_counted(trade: Trade) -> None:
    trade.run(SellEquipment(on=day("1/3"), description="Dijual", amount=Rupiah(500_000), item=STOVE))
    trade.refused(count("10/3", found(STOVE, 1)), "item-gone", "item")


def test_there_is_no_count_to_show_before_the_first(trade: Trade) -> None:
    with pytest.raises(CountUnknown):
        trade.answer(OneCountOfGoods())


def test_after_a_year_the_goods_are_to_be_counted(trade: Trade) -> None:
    assert attention(trade) == []
    trade.office.moment = Moment(date(2027, 2, 1), "2027-02-01T02:00:00Z")
    (told,) = attention(trade)
    assert (told.key, told.place) == ("goods_count", GoodsCounts())
    trade.run(CountInventory(on=date(2027, 1, 30), lines=(found(CHAIRS, 100),)))
    assert attention(trade) == []
