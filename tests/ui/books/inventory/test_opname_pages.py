"""Opname: thing after thing with Enter, what is missing stays seen until it is written off, the record is printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from kubebuku.books.inventory.queries import CountsOfGoods, Equipment, OneCountOfGoods
from kubebuku.domain.entries import ItemId
from kubebuku.ui import places
from kubebuku.ui.books.inventory.opname import OpnamePage
from kubebuku.ui.books.inventory.opname_count import OpnameCountPage
from tests.ui.hands.laptop import Laptop, Opener
from tests.ui.hands.tables import rows_of


@pytest.fixture
def shed(open_book: Opener, goods_book: Path) -> Laptop:
    """Three tents, 47 chairs, a broken stove and eight buckets, about to be counted."""
    laptop = open_book(goods_book)
    laptop.window.go(places.Inventory())
    laptop.settle()
    return laptop


def begin(laptop: Laptop) -> OpnameCountPage:
    laptop.press("Hitung barang")
    laptop.press("Hitung barang")
    assert isinstance(laptop.page, OpnameCountPage)
    return laptop.page


def write(laptop: Laptop, number: str) -> None:
    laptop.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    laptop.type(number)


def test_all_as_listed_is_a_row_of_enters(shed: Laptop) -> None:
    page = begin(shed)
    for _thing in range(4):
        shed.save()  # Ctrl+Enter: the next thing
    assert "4 dari 4 sudah dihitung" in shed.reads()
    assert page.save.hasFocus()
    shed.press("Simpan hitungan")
    assert isinstance(shed.page, OpnamePage)
    (count,) = shed.ask(CountsOfGoods())
    assert (count.things, count.differed, count.open) == (4, 0, 0)
    assert shed.ask(Equipment(ItemId(3))).row.condition == "heavy"


def test_what_is_missing_is_seen_and_written_off_from_its_line(shed: Laptop) -> None:
    begin(shed)
    shed.save()
    write(shed, "45")
    assert "Hapus yang kurang" in shed.words_of_buttons()
    shed.save()
    shed.press("Simpan hitungan")
    assert "kurang 2" in [str(getattr(cell, "text", cell)) for cell in _states(shed)]
    shed.press("Hapus yang kurang")
    assert (shed.window.key, shed.entry("item").widget.value(), shed.entry("quantity").widget.value()) == ("record", 2, "2")
    shed.at("decided")
    shed.type("Rapat 20 November: 2 kursi dihapus")
    shed.save()
    assert shed.ask(Equipment(ItemId(2))).row.quantity == 45
    line = shed.ask(OneCountOfGoods()).lines[1]
    assert (line.missing, line.open, len(line.losses)) == (2, False, 1)


def _states(laptop: Laptop) -> list[object]:
    table = laptop.page.table  # type: ignore[attr-defined]
    at = next(number for number in range(table.model.columnCount()) if table.model.title(number) == "Selisih")
    return [table.model.text(row, at) for row in range(len(rows_of(table)))]


def test_a_loss_without_a_decision_is_asked_about_at_its_field(shed: Laptop) -> None:
    page = begin(shed)
    write(shed, "2")
    page.write_off.setChecked(True)
    shed.save()
    shed.press("Simpan hitungan")
    assert page.decided.refused()
    page.decided.set_value("Rapat 20 November")
    shed.press("Simpan hitungan")
    assert shed.ask(Equipment(ItemId(1))).row.quantity == 2


def test_a_number_that_is_none_is_refused_at_once(shed: Laptop) -> None:
    page = begin(shed)
    write(shed, "dua")
    shed.save()
    assert page.found.refused()
    assert all(line.found is None for line in page.lines)


def test_leaving_a_count_under_way_asks(shed: Laptop) -> None:
    begin(shed)
    shed.save()
    shed.door.answers.append(False)
    shed.window.go(places.Home())
    shed.settle()
    assert shed.window.key == "opname_count"


def test_a_group_that_never_counted_is_told_how(shed: Laptop) -> None:
    shed.press("Hitung barang")
    assert "Barang belum pernah dihitung" in shed.reads()
