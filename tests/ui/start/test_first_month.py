"""A new user makes a book, records ten transactions and mends one, with the keyboard alone and without reading anything."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from kubebuku.app.office import Office
from kubebuku.books.cash.queries import BoxBalances, CashBook
from kubebuku.ui import places
from kubebuku.ui.forms.doors import RecordDoors
from tests.ui.hands.laptop import Laptop

#: door, kind as the tile names it, amount, description
MONTH = (
    ("1", "Sewa tenda", "1500000", "Sewa tenda 2 plong, hajatan RT 04"),
    ("1", "Catering", "2250000", "Pelunasan catering 150 kotak"),
    ("2", "Transport", "150.000", "Ongkos antar tenda"),
    ("2", "Upah", "Rp400.000", "Ongkos pasang tenda, 4 orang"),
    ("2", "Konsumsi rapat", "85 ribu", "Konsumsi rapat 22 November"),
    ("1", "Uang masuk lain", "1.000.000,00", "Hadiah lomba desa"),
    ("2", "Alat tulis", "27500", "Fotokopi dan meterai"),
    ("2", "Pemeliharaan", "1,5 jt", "Jahit terpal"),
    ("3", "Pindah uang", "2000000", "Setor ke bank"),
    ("1", "Sewa tenda", "750000", "Sewa tenda 1 plong, Pak RT 02"),
)
#: What the box holds after each of them, 9.215.000 being there at the beginning.
KAS = (10_715_000, 12_965_000, 12_815_000, 12_415_000, 12_330_000, 13_330_000, 13_302_500, 11_802_500, 9_802_500, 10_552_500)


def make_book(laptop: Laptop) -> None:
    laptop.window.go(places.Start())
    laptop.settle()
    for answer in ("Kube Contoh", "Sewa tenda, Catering", None, "Citra Contoh, bendahara"):
        if answer is not None:
            laptop.type(answer)
        laptop.enter()
    laptop.enter()


def record(laptop: Laptop, door: str, kind: str, amount: str, description: str) -> None:
    laptop.key(Qt.Key.Key_F2)
    assert isinstance(laptop.page, RecordDoors)
    laptop.type(door)
    if laptop.window.key == "catat":
        letter = next(tile.letter for tile in laptop.page.tiles if tile.words == kind)
        laptop.type(letter)
    laptop.type(amount)
    laptop.at("description")
    laptop.type(description)
    laptop.save()


def test_a_book_is_made_ten_records_written_and_one_mended(laptop: Laptop, tmp_path: Path) -> None:
    make_book(laptop)
    assert laptop.window.key == "opening", laptop.reads()
    laptop.at("box_1101")
    laptop.type("9.215.000")
    laptop.save()
    assert "Yang belum dijelaskan: Rp9.215.000" in laptop.reads()

    for number, (door, kind, amount, description) in enumerate(MONTH):
        record(laptop, door, kind, amount, description)
        assert laptop.window.key == "catat", laptop.reads()
        boxes = {box.code: box.balance for box in laptop.ask(BoxBalances())}
        assert boxes["1101"] == KAS[number], description

    saved = laptop.page
    assert isinstance(saved, RecordDoors)
    assert not saved.done.isHidden()
    assert "Sewa tenda 1 plong, Pak RT 02" in saved.done.title.text()
    assert "Rp750.000" in saved.done.title.text()
    assert laptop.window.focusWidget() in saved.doors.values(), "Enter pressed once more undoes nothing"

    wages = next(row for row in laptop.cash_book().rows if row.description == "Ongkos pasang tenda, 4 orang")
    laptop.window.go(places.Amend(entry=wages.entry))
    laptop.settle()
    laptop.at("amount")
    laptop.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    laptop.type("450.000")
    laptop.save()
    boxes = {box.code: box.balance for box in laptop.ask(BoxBalances())}
    assert boxes["1101"] == KAS[-1] - 50_000

    laptop.window.session.close()
    laptop.settle()
    place = tmp_path / "home" / "KubeBuku" / "Kube Contoh.kubebuku"
    with Office.open(place, who="Ani Contoh") as office:
        assert not [finding for finding in office.check() if not finding.ok]
        page = office.ask(CashBook("1101"))
        struck = next(row for row in page.rows if row.struck)
        assert struck.description == "Ongkos pasang tenda, 4 orang"
        assert struck.paid == 400_000
        assert len([row for row in page.rows if not row.struck]) == 10
        assert {row.who for row in page.rows} == {"Citra Contoh, bendahara"}


def test_the_computer_remembers_the_book_and_who_holds_it(laptop: Laptop) -> None:
    make_book(laptop)
    assert laptop.kept[-1].holder == "Citra Contoh, bendahara"
    assert laptop.kept[-1].recent[0].name == "Kube Contoh"
    assert laptop.window.windowTitle() == "Kube Contoh · KubeBuku"
