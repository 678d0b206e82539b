"""Inventaris: the list ties to the ledger, each thing is mended, changed, sold or lost from its row, a month is depreciated."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from kubebuku.books.group.queries import Accounts
from kubebuku.books.inventory.queries import Equipment, EquipmentList
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import ItemId
from kubebuku.ui import places
from kubebuku.ui.books.inventory.depreciation import DepreciationPage
from kubebuku.ui.books.inventory.inventory import InventoryPage
from kubebuku.ui.books.inventory.thing import ThingPage
from tests.ui.hands.laptop import Laptop, Opener
from tests.ui.hands.tables import rows_of


@pytest.fixture
def shed(open_book: Opener, goods_book: Path) -> Laptop:
    """The laptop with the list of goods on it."""
    laptop = open_book(goods_book)
    laptop.window.go(places.Inventory())
    laptop.settle()
    return laptop


def page(laptop: Laptop) -> InventoryPage:
    assert isinstance(laptop.page, InventoryPage)
    return laptop.page


def choose(laptop: Laptop, row: int) -> None:
    page(laptop).table.select_at(row)
    laptop.settle()


def book_value(laptop: Laptop) -> int:
    """What the ledger says: 1201 less 1209."""
    return sum(int(row.balance) for row in laptop.ask(Accounts()) if row.code[:4] in ("1201", "1209"))


def test_the_list_is_under_other_books(open_book: Opener, goods_book: Path) -> None:
    laptop = open_book(goods_book)
    laptop.window.go(places.OtherBooks())
    laptop.press("Inventaris")
    assert laptop.window.key == "inventory"


def test_the_sums_are_what_the_ledger_holds(shed: Laptop) -> None:
    cells = page(shed).table.foot.cells
    assert cells["book_value"] == book_value(shed) == 18_326_667
    assert "4 macam barang, nilai buku Rp18.326.667" in shed.reads()


def test_the_columns_of_the_paper_book(shed: Laptop) -> None:
    model = page(shed).table.model
    titles = [model.title(number) for number in range(model.columnCount())]
    assert titles[:8] == [
        "No", "Nama barang", "Asal barang", "Sejak", "Jumlah barang", "Disimpan di", "Kondisi", "Keterangan",
    ]  # fmt: skip
    rows = {row.label: number for number, row in enumerate(rows_of(page(shed).table))}
    stove = [model.text(rows["Kompor gas dua tungku"], column) for column in range(model.columnCount())]
    assert stove == [
        "3", "Kompor gas dua tungku", "dibeli", "05/11/26", "1", "Rumah Bu Citra, Citra Contoh", "Rusak berat",
        "Selangnya bocor", "600.000", "600.000",
    ]  # fmt: skip
    assert model.text(rows["Ember dan sapu"], 7) == "tanpa nilai buku"


def test_searching_names_and_places(shed: Laptop) -> None:
    page(shed).search.setFocus()
    shed.type("bu citra")
    shed.until(lambda: len(rows_of(page(shed).table)) == 1)
    shed.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    shed.type("genset")
    shed.until(lambda: "Tidak ada yang cocok" in shed.reads())


def test_enter_opens_the_thing_with_its_story(shed: Laptop) -> None:
    choose(shed, 0)
    page(shed).table.view.setFocus()
    shed.enter()
    assert isinstance(shed.page, ThingPage)
    story = rows_of(shed.page.table)
    assert [(row.change, row.other, row.after) for row in story] == [
        (15_000_000, 0, 15_000_000),
        (0, 150_000, 15_000_000),
        (-250_000, 0, 14_750_000),
    ]
    assert "Umur pakainya 60 bulan" in shed.reads()


def test_a_repair_is_written_from_the_row(shed: Laptop) -> None:
    choose(shed, 2)
    shed.press("Perbaiki")
    assert shed.window.key == "record"
    assert shed.entry("item").widget.value() == 3
    shed.at("amount")
    shed.type("75000")
    shed.at("description")
    shed.type("Ganti selang kompor")
    shed.save()
    assert "Tersimpan" in shed.reads()
    card = shed.ask(Equipment(ItemId(3)))
    assert card.row.condition == "good"
    assert card.entries[-1].other == 75_000


def test_a_change_opens_with_everything_written(shed: Laptop) -> None:
    choose(shed, 1)
    shed.press("Ubah")
    shown = {name: shed.entry(name).widget.value() for name in ("label", "quantity", "place", "unit", "residual")}
    assert shown == {"label": "Kursi plastik", "quantity": "47", "place": "Gudang RT 04", "unit": 2, "residual": 235_000}
    shed.at("place")
    shed.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    shed.type("Balai RT")
    shed.save()
    row = shed.ask(Equipment(ItemId(2))).row
    assert (row.place, row.quantity, row.life_months, row.for_hire) == ("Balai RT", 47, 36, True)


def test_a_sale_takes_the_thing_from_the_list(shed: Laptop) -> None:
    shed.window.go(places.Thing(item=3))
    shed.settle()
    shed.press("Jual")
    shed.at("amount")
    shed.type("250000")
    shed.at("description")
    shed.type("Kompor dijual ke tetangga")
    shed.save()
    shed.window.go(places.Inventory())
    shed.settle()
    assert [row.item for row in rows_of(page(shed).table)] == [1, 2, 4]
    shed.press("Tampilkan yang sudah tidak ada")
    assert [row.item for row in rows_of(page(shed).table)] == [1, 2, 3, 4]
    assert page(shed).table.model.text(2, 6) == "Dijual"
    assert page(shed).table.foot.cells["book_value"] == book_value(shed)


def test_goods_without_book_value_can_be_brought_back(shed: Laptop) -> None:
    choose(shed, 3)
    shed.press("Hilang atau rusak")
    shed.at("description")
    shed.type("Dibuang")
    shed.save()
    assert [row.item for row in shed.ask(EquipmentList())] == [1, 2, 3]
    shed.window.go(places.Inventory())
    shed.settle()
    shed.press("Tampilkan yang sudah tidak ada")
    choose(shed, 3)
    shed.press("Kembalikan ke daftar")
    assert [row.item for row in shed.ask(EquipmentList())] == [1, 2, 3, 4]


def test_a_month_is_looked_at_then_written_then_undone(open_book: Opener, goods_book: Path) -> None:
    laptop = open_book(goods_book)
    laptop.window.go(places.Depreciation(Month(2026, 11)))
    laptop.settle()
    assert "Rp328.333 sudah tertulis" in laptop.reads()
    laptop.door.answers.append(True)
    laptop.window.undo_wanted.emit()
    laptop.settle()
    assert isinstance(laptop.page, DepreciationPage)
    cells = laptop.page.table.foot.cells
    assert (cells["book_before"], cells["amount"], cells["book_after"]) == (18_055_000, 328_333, 17_726_667)
    before = book_value(laptop)
    laptop.press("Tulis Rp328.333")
    assert book_value(laptop) == before - 328_333
    assert "Urungkan" in laptop.words_of_buttons()


def test_new_goods_come_by_five_ways(shed: Laptop) -> None:
    shed.press("Barang baru")
    assert len(shed.page.cards) == 5  # type: ignore[attr-defined]
    shed.press("Beli peralatan")
    assert shed.record.asked is not None
    assert shed.record.asked.form.key == "buy_equipment"


def test_an_empty_inventory_says_what_to_do(open_book: Opener, plain_book: Path) -> None:
    laptop = open_book(plain_book)
    laptop.window.go(places.Inventory())
    laptop.settle()
    assert "Inventaris masih kosong" in laptop.reads()
    assert "Cetak" not in laptop.words_of_buttons()
