"""How many there were: the inventory of a past month tells the number of that month, and an undo gives back every rupiah."""

from __future__ import annotations

from functools import partial

import pytest

from kubebuku.app.office import Office
from kubebuku.books.closing.commands import BoxCounted, CloseMonth
from kubebuku.books.closing.queries import ClosingPreview
from kubebuku.books.inventory.commands import (
    BuyEquipment,
    ChangeEquipment,
    CountedThing,
    CountInventory,
    ListEquipment,
    LoseEquipment,
    ReplaceEquipment,
    RestoreEquipment,
    SellEquipment,
)
from kubebuku.books.inventory.queries import (
    CountPage,
    CountsOfGoods,
    DepreciationPreview,
    Equipment,
    EquipmentCard,
    EquipmentChange,
    EquipmentChanges,
    EquipmentRow,
    OneCountOfGoods,
)
from kubebuku.books.inventory.read_out import rows
from kubebuku.books.mending.commands import Amend, CorrectEarlier, Undo
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import EntryId, ItemId
from kubebuku.domain.money import Rupiah
from kubebuku.reports.books import build
from kubebuku.reports.table import Table
from tests.books.trading import Trade, day

CHAIRS, BUCKETS, TENT = ItemId(1), ItemId(2), ItemId(3)


@pytest.fixture
def trade(office: Office) -> Trade:
    """In January 97 chairs for Rp5.000.000, worth Rp333.333 after four years, and eight buckets; in March a tent."""
    trade = Trade(office)
    trade.money(amount=50_000_000)
    chairs = {"label": "Kursi plastik", "quantity": 97, "life_months": 48, "residual": Rupiah(333_333)}
    trade.run(
        BuyEquipment(on=day("5/1"), description="Kursi", amount=Rupiah(5_000_000), **chairs),  # type: ignore[arg-type]
        ListEquipment(on=day("7/1"), label="Ember", quantity=8),
        BuyEquipment(on=day("5/3"), description="Tenda", amount=Rupiah(3_600_000), label="Tenda"),
    )
    return trade


def lose(on: str, quantity: int | None, item: ItemId = CHAIRS) -> LoseEquipment:
    return LoseEquipment(on=day(on), description="Patah", item=item, quantity=quantity)


def sell(on: str, quantity: int, amount: int = 90_000) -> SellEquipment:
    return SellEquipment(on=day(on), description="Dijual", item=CHAIRS, quantity=quantity, amount=Rupiah(amount))


def row(trade: Trade, item: ItemId = CHAIRS) -> EquipmentRow:
    found = trade.answer(Equipment(item)).row
    assert isinstance(found, EquipmentRow)
    return found


def listed(trade: Trade, month: int) -> dict[str, int]:
    """Names and numbers as the command line reads them out for a month."""
    found = trade.office.read(lambda reading: rows(reading, Month(2026, month)))
    return {one["label"]: one["quantity"] for one in found}


def changes(trade: Trade, month: int) -> list[EquipmentChange]:
    return list(trade.answer(EquipmentChanges(Month(2026, month))))


def count(trade: Trade, on: str, item: ItemId, found: int, **more: object) -> None:
    trade.run(CountInventory(on=day(on), lines=(CountedThing(item=item, found=found, **more),)))  # type: ignore[arg-type]


def newest(trade: Trade) -> CountPage:
    page = trade.answer(OneCountOfGoods())
    assert isinstance(page, CountPage)
    return page


def close(trade: Trade, *months: int) -> None:
    for month in months:
        preview = trade.answer(ClosingPreview(Month(2026, month)))
        counts = tuple(BoxCounted(box=box.code, counted=box.book) for box in preview.boxes)
        trade.run(CloseMonth(month=Month(2026, month), counts=counts))


# ------------------------------------------------------------------------------------------------- an undo gives all back


@pytest.mark.parametrize("pieces", [1, 13, 31, 32, 48, 96])
def test_an_undone_loss_or_sale_restores_every_rupiah(trade: Trade, pieces: int) -> None:
    before, plan = row(trade), trade.answer(DepreciationPreview(Month(2026, 5))).lines
    for act in (lose("10/3", pieces), sell("10/3", pieces)):
        entry = trade.entry(act)
        assert row(trade).residual < before.residual
        trade.run(Undo(entry=entry))
        assert row(trade) == before
    assert trade.answer(DepreciationPreview(Month(2026, 5))).lines == plan
    assert trade.findings() == {}


def test_undone_one_after_the_other_the_chairs_are_as_they_were(trade: Trade) -> None:
    story = [row(trade)]
    entries = []
    for on, pieces in (("10/3", 7), ("11/3", 11), ("12/3", 13)):
        entries.append(trade.entry(lose(on, pieces)))
        story.append(row(trade))
    for entry, before in zip(reversed(entries), reversed(story[:-1]), strict=True):
        trade.run(Undo(entry=entry))
        assert row(trade) == before


def test_a_loss_written_with_another_number_takes_only_that(trade: Trade) -> None:
    wrong = trade.entry(lose("10/3", 40))
    trade.run(Amend(entry=wrong, replacement=lose("10/3", 4)))
    once = row(trade)
    assert (once.quantity, once.value, once.residual) == (93, 4_793_815, 319_587)
    assert listed(trade, 3)["Kursi plastik"] == 93
    assert trade.findings() == {}


# --------------------------------------------------------------------------------------------------- the number of a month


def test_each_month_tells_how_many_there_were(trade: Trade) -> None:
    trade.run(lose("10/3", 2), sell("5/4", 5))
    assert [listed(trade, month) for month in (1, 3, 4, 5)] == [
        {"Kursi plastik": 97, "Ember": 8},
        {"Kursi plastik": 95, "Ember": 8, "Tenda": 1},
        {"Kursi plastik": 90, "Ember": 8, "Tenda": 1},
        {"Kursi plastik": 90, "Ember": 8, "Tenda": 1},
    ]


def test_what_went_is_there_until_it_went(trade: Trade) -> None:
    new = ReplaceEquipment(on=day("2/4"), description="Tenda baru", amount=Rupiah(4_000_000), item=TENT, label="Tenda baru")
    trade.run(lose("10/3", None), new)
    assert listed(trade, 2) == {"Kursi plastik": 97, "Ember": 8}
    assert listed(trade, 3) == {"Ember": 8, "Tenda": 1}
    assert listed(trade, 4) == {"Ember": 8, "Tenda baru": 1}


def test_the_printed_book_of_a_past_month_shows_its_numbers(trade: Trade) -> None:
    trade.run(lose("10/3", 2), sell("5/4", 5))
    for month, chairs in ((1, "97"), (3, "95"), (4, "90")):
        paper = trade.office.read(partial(build, month=Month(2026, month), name="inventory"))
        table = next(block for block in paper.parts[0].blocks if isinstance(block, Table))
        assert (table.rows[0].cells[1], table.rows[0].cells[5]) == ("Kursi plastik", chairs)


def test_the_month_in_which_things_came_tells_what_came(trade: Trade) -> None:
    trade.run(lose("20/1", 2), sell("5/4", 5))
    came, lost, small = (changes(trade, 1)[at] for at in (0, 2, 1))
    assert (came.came, came.row.quantity, came.row.price) == (True, 97, 5_000_000)
    assert (small.came, small.row.quantity) == (True, 8)
    assert (lost.came, lost.how, lost.pieces) == (False, "lost", 2)


def test_buckets_counted_anew_were_fewer_before(trade: Trade) -> None:
    count(trade, "10/3", BUCKETS, 11)
    trade.run(lose("4/4", 3, BUCKETS))
    assert [listed(trade, month)["Ember"] for month in (2, 3, 4)] == [8, 11, 8]
    trade.run(ChangeEquipment(item=BUCKETS, label="Ember", number=None, quantity=12))
    assert [listed(trade, month)["Ember"] for month in (2, 3, 4, 11)] == [8, 11, 8, 12]


# ----------------------------------------------------------------------------------------- what was wrong in a closed month


def test_a_loss_taken_back_in_an_open_month_stays_in_the_closed_one(trade: Trade) -> None:
    entry = trade.entry(lose("10/3", 7))
    close(trade, 1, 2, 3)
    trade.run(CorrectEarlier(entry=EntryId(entry), on=day("6/4"), reason="Kursi ada di rumah Ani Contoh"))
    assert [listed(trade, month)["Kursi plastik"] for month in (2, 3, 4)] == [97, 90, 97]
    (lost,) = [one for one in changes(trade, 3) if not one.came]
    (back,) = changes(trade, 4)
    assert (lost.how, lost.pieces) == ("lost", 7)
    assert (back.came, back.on, back.how, back.pieces) == (True, day("6/4"), "returned", 7)
    assert row(trade).residual == 333_333
    assert trade.findings() == {}


def test_a_whole_thing_taken_back_in_an_open_month_was_gone_between(trade: Trade) -> None:
    entry = trade.entry(lose("10/3", None, TENT))
    close(trade, 1, 2, 3)
    trade.run(CorrectEarlier(entry=EntryId(entry), on=day("6/5"), reason="Tenda ditemukan"))
    assert ["Tenda" in listed(trade, month) for month in (3, 4, 5)] == [False, False, True]
    assert trade.answer(Equipment(TENT)).row.standing == "held"


# ------------------------------------------------------------------------------------- an arrival that was written wrong


def bought(trade: Trade, item: ItemId) -> EntryId:
    """The entry by which a thing came."""
    card = trade.answer(Equipment(item))
    assert isinstance(card, EquipmentCard)
    return card.entries[0].entry


def worth(trade: Trade, month: int) -> dict[str, int]:
    found = trade.office.read(lambda reading: rows(reading, Month(2026, month)))
    return {one["label"]: one["value"] for one in found}


def test_a_tent_that_never_came_stays_in_the_closed_month_in_which_it_was_written(trade: Trade) -> None:
    close(trade, 1, 2, 3)
    trade.run(CorrectEarlier(entry=bought(trade, TENT), on=day("6/4"), reason="Tenda tidak jadi dibeli"))
    assert [worth(trade, month).get("Tenda") for month in (2, 3, 4)] == [None, 3_600_000, None]
    (came,) = changes(trade, 3)
    assert (came.came, came.row.label, came.row.price) == (True, "Tenda", 3_600_000)
    (gone,) = changes(trade, 4)
    assert (gone.on, gone.how, gone.pieces, gone.amount) == (day("6/4"), "corrected", 1, 3_600_000)
    assert (row(trade, TENT).standing, row(trade, TENT).ended) == ("withdrawn", day("6/4"))
    assert trade.findings() == {}


def test_a_purchase_at_another_price_and_number_tells_each_month_its_own(trade: Trade) -> None:
    close(trade, 1, 2, 3)
    chairs = {"label": "Kursi plastik", "quantity": 95, "life_months": 48, "residual": Rupiah(300_000)}
    again = BuyEquipment(on=day("6/4"), description="Kursi", amount=Rupiah(4_750_000), **chairs)  # type: ignore[arg-type]
    trade.run(CorrectEarlier(entry=bought(trade, CHAIRS), on=day("6/4"), reason="Salah baca nota", replacement=again))
    assert [listed(trade, month)["Kursi plastik"] for month in (1, 3, 4)] == [97, 97, 95]
    assert [worth(trade, month)["Kursi plastik"] for month in (1, 3, 4)] == [5_000_000, 5_000_000, 4_750_000]
    (came,) = [one for one in changes(trade, 1) if one.row.label == "Kursi plastik"]
    assert (came.came, came.row.quantity, came.row.price) == (True, 97, 5_000_000)
    (mended,) = changes(trade, 4)
    assert (mended.how, mended.pieces, mended.amount, mended.row.standing) == ("corrected", 95, 4_750_000, "held")
    assert (row(trade).acquired, row(trade).number) == (day("5/1"), "INV-0001")
    assert trade.findings() == {}


def test_a_correction_that_is_changed_leaves_the_closed_month_alone(trade: Trade) -> None:
    close(trade, 1, 2, 3)
    again = BuyEquipment(on=day("6/4"), description="Tenda", amount=Rupiah(3_000_000), label="Tenda")
    corrected = trade.run(CorrectEarlier(entry=bought(trade, TENT), on=day("6/4"), reason="Salah baca nota", replacement=again))
    third = BuyEquipment(on=day("8/4"), description="Tenda", amount=Rupiah(3_300_000), label="Tenda", quantity=2)
    changed = trade.run(Amend(entry=EntryId(corrected.entry or 0), replacement=third))
    assert [worth(trade, month)["Tenda"] for month in (3, 4)] == [3_600_000, 3_300_000]
    assert [listed(trade, month)["Tenda"] for month in (3, 4)] == [1, 2]
    trade.undo(changed.entry or 0)
    assert [worth(trade, month).get("Tenda") for month in (3, 4)] == [3_600_000, None]
    assert trade.findings() == {}


def test_the_printed_book_of_a_closed_month_names_what_was_corrected_since(trade: Trade) -> None:
    close(trade, 1, 2, 3)
    trade.run(CorrectEarlier(entry=bought(trade, TENT), on=day("6/4"), reason="Tenda tidak jadi dibeli"))
    march = trade.office.read(lambda reading: build(reading, Month(2026, 3), "inventory"))
    april = trade.office.read(lambda reading: build(reading, Month(2026, 4), "inventory"))
    (of_march,), (of_april,) = (
        [block for block in document.parts[0].blocks if isinstance(block, Table) and len(block.columns) == 5]
        for document in (march, april)
    )
    assert [line.cells[1:4] for line in of_march.rows] == [("Tenda", "1", "datang: dibeli")]
    assert [line.cells[1:4] for line in of_april.rows] == [("Tenda", "1", "keluar dari daftar: koreksi catatan bulan lalu")]
    assert not any("belum menyebut" in getattr(block, "text", "") for block in march.parts[0].blocks)


def test_the_printed_book_of_the_open_month_names_what_is_there_after_all(trade: Trade) -> None:
    entry = trade.entry(lose("10/3", 7))
    close(trade, 1, 2, 3)
    trade.run(CorrectEarlier(entry=EntryId(entry), on=day("6/4"), reason="Kursi ada di rumah Ani Contoh"))
    april = trade.office.read(lambda reading: build(reading, Month(2026, 4), "inventory"))
    _things, happened = [block for block in april.parts[0].blocks if isinstance(block, Table)]
    assert [line.cells[:4] for line in happened.rows] == [(day("6/4"), "Kursi plastik", "7", "ternyata masih ada")]


def test_a_count_outlives_a_thing_whose_purchase_was_struck_out(trade: Trade) -> None:
    count(trade, "20/3", TENT, 1)
    trade.undo(bought(trade, TENT))
    assert newest(trade).lines == ()


def test_buckets_found_again_are_back_as_if_never_lost_unless_the_month_is_closed(trade: Trade) -> None:
    trade.run(lose("10/3", None, BUCKETS), RestoreEquipment(item=BUCKETS))
    assert listed(trade, 3)["Ember"] == 8
    trade.run(lose("11/3", None, BUCKETS))
    close(trade, 1, 2, 3)
    count(trade, "10/4", BUCKETS, 8)
    assert ["Ember" in listed(trade, month) for month in (2, 3, 4)] == [True, False, True]


# ---------------------------------------------------------------------------------------------------------------- opname


def test_an_opname_written_later_stands_beside_the_number_of_its_day(trade: Trade) -> None:
    trade.run(sell("5/4", 5))
    count(trade, "31/3", CHAIRS, 97)
    (line,) = newest(trade).lines
    assert (line.expected, line.counted, line.missing, line.open) == (97, 97, 0, False)
    assert newest(trade).not_counted == 2


def test_what_is_sold_after_an_opname_is_no_difference(trade: Trade) -> None:
    count(trade, "31/3", CHAIRS, 95)
    trade.run(sell("5/4", 5))
    (line,) = newest(trade).lines
    assert (line.missing, line.open, line.worth) == (2, True, 103_092)
    trade.run(lose("6/4", 2))
    assert not newest(trade).lines[0].open
    assert [head.open for head in trade.answer(CountsOfGoods())] == [0]


def test_what_broke_after_an_opname_that_agreed_is_no_difference(trade: Trade) -> None:
    count(trade, "31/3", CHAIRS, 97)
    trade.run(lose("6/4", 3))
    assert not newest(trade).lines[0].open


def test_missing_chairs_are_given_up_on_the_day_of_an_opname_written_later(trade: Trade) -> None:
    trade.run(sell("5/4", 5))
    lines = (CountedThing(item=CHAIRS, found=95, write_off=True),)
    trade.run(CountInventory(on=day("31/3"), lines=lines, decided="Rapat 2 April"))
    assert [listed(trade, month)["Kursi plastik"] for month in (2, 3, 4)] == [97, 95, 90]
    assert not newest(trade).lines[0].open
    assert trade.findings() == {}


def test_what_was_sold_since_was_still_there_to_be_counted(trade: Trade) -> None:
    trade.run(sell("5/4", 97, 3_000_000))
    count(trade, "31/3", CHAIRS, 97)
    (line,) = newest(trade).lines
    assert (line.expected, line.open) == (97, False)
    assert row(trade).standing == "sold"
    trade.refused(CountInventory(on=day("6/4"), lines=(CountedThing(item=CHAIRS, found=97),)), "item-gone", "item")
