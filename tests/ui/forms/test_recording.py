"""One record at a time: what is refused, what is asked, what is saved once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kubebuku.books.cash.commands import OtherReceipt
from kubebuku.books.cash.queries import BoxBalances
from kubebuku.books.members.queries import People
from kubebuku.books.mending.commands import DropPending
from kubebuku.books.opening.commands import OpenBook, OpeningBox
from kubebuku.books.spec import Door
from kubebuku.domain.money import Rupiah
from kubebuku.ui import places
from kubebuku.ui.forms.doors import RecordDoors
from kubebuku.ui.widgets import AmountField, FieldBox
from tests.ui.hands.laptop import Laptop, Opener, written_today

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def till_book(empty_book: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """12.350.000 in the box, 52.500.000 in the bank, since January."""
    boxes = (OpeningBox(box="1101", amount=Rupiah(12_350_000)), OpeningBox(box="1110", amount=Rupiah(52_500_000)))
    return written_today(empty_book, tmp_path_factory.mktemp("till"), OpenBook(boxes=boxes))


@pytest.fixture
def till(open_book: Opener, till_book: Path) -> Laptop:
    return open_book(till_book)


def kas(laptop: Laptop) -> int:
    return next(int(box.balance) for box in laptop.ask(BoxBalances()) if box.code == "1101")


def refused_at(laptop: Laptop, name: str) -> str:
    """What the box under a field says."""
    widget = laptop.entry(name).widget
    assert isinstance(widget, FieldBox)
    assert widget.refused(), laptop.reads()
    assert widget.error is not None
    return f"{widget.error.title.text()} {widget.error.text.text()}"


def write(laptop: Laptop, amount: str, description: str = "Hadiah lomba") -> None:
    laptop.at("amount")
    laptop.type(amount)
    laptop.at("description")
    laptop.type(description)


def test_a_doubtful_amount_is_asked_about_and_never_guessed(till: Laptop) -> None:
    till.begin("other_in")
    write(till, "1,500")
    till.save()
    assert "bisa dibaca dua cara" in refused_at(till, "amount")
    assert kas(till) == 12_350_000
    till.press("Rp1.500 (seribu lima ratus)")
    assert till.entry("amount").widget.value() == 1500
    till.save()
    assert kas(till) == 12_351_500


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        ("", "Jumlah belum ditulis"),
        ("0", "lebih dari nol"),
        ("-50000", "lebih dari nol"),
        ("1.000,50", "sen"),
        ("1000000000000000", "terlalu besar"),
        ("lima puluh ribu", ""),
    ],
)
def test_what_is_no_amount_is_said_at_the_field(till: Laptop, amount: str, said: str) -> None:
    till.begin("other_in")
    write(till, amount)
    till.save()
    assert said in refused_at(till, "amount")
    assert kas(till) == 12_350_000
    assert QApplication.focusWidget() is till.entry("amount").widget.focusProxy()


def test_the_largest_amount_passes_whole(till: Laptop) -> None:
    till.begin("other_in")
    write(till, "999.999.999.999")
    assert "Sembilan ratus sembilan puluh sembilan miliar" in till.reads()
    till.save()
    assert "Rp999.999.999.999 jauh lebih besar dari biasanya" in till.reads()
    assert kas(till) == 12_350_000
    till.press("Tetap simpan")
    assert kas(till) == 12_350_000 + 999_999_999_999


@pytest.mark.parametrize(
    ("day", "said"), [("31/02", "tidak ada"), ("25/11/2026", "belum tiba"), ("31/12/2025", "sebelum"), ("1/1/20226", "")]
)
def test_a_day_that_cannot_be_is_said_at_the_date(till: Laptop, day: str, said: str) -> None:
    till.begin("other_in")
    write(till, "750000")
    till.at("on")
    till.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    till.type(day)
    till.save()
    assert said in refused_at(till, "on")
    assert kas(till) == 12_350_000


def test_today_is_one_press_away_from_a_day_that_has_not_come(till: Laptop) -> None:
    till.begin("other_in")
    write(till, "750000")
    till.at("on")
    till.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    till.type("25/11/2026")
    till.save()
    till.press("Pakai tanggal hari ini")
    assert till.entry("on").widget.value() == TODAY
    till.save()
    assert kas(till) == 13_100_000


def test_a_description_is_missing_or_too_long(till: Laptop) -> None:
    till.begin("other_in")
    write(till, "750000", "")
    till.save()
    assert "Keterangan belum ditulis" in refused_at(till, "description")
    till.at("description")
    till.type("x" * 201)
    till.save()
    assert "201" in refused_at(till, "description")


@pytest.mark.parametrize(
    "text", ["=1+1", "'; DROP TABLE entry;--", "Sewa \U0001f3aa tenda", "<script>alert(1)</script>", "%s {0}"]
)
def test_strange_words_stay_words(till: Laptop, text: str) -> None:
    till.begin("other_in")
    write(till, "750000", text)
    till.save()
    assert till.cash_book().rows[-1].description == text


def test_pressing_twice_saves_once(till: Laptop) -> None:
    till.begin("other_in")
    write(till, "750000")
    button = till.button("Simpan")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
    till.settle()
    assert kas(till) == 13_100_000


def test_enter_goes_from_field_to_field_and_saves_at_the_end(till: Laptop) -> None:
    till.begin("other_in")
    till.type("750000")
    till.enter()
    till.type("Hadiah lomba")
    for _field in range(6):
        till.enter()
    assert till.window.key == "catat"
    assert kas(till) == 13_100_000


def test_the_box_is_shown_before_and_after(till: Laptop) -> None:
    till.begin("wages")
    till.at("amount")
    till.type("350000")
    assert "Rp12.350.000" in till.reads()
    assert "−Rp350.000" in till.reads()
    assert "Rp12.000.000" in till.reads()


def test_money_that_is_not_there_can_be_paid_from_elsewhere(till: Laptop) -> None:
    till.begin("wages")
    write(till, "15.000.000", "Upah masak 5 orang")
    till.save()
    said = refused_at(till, "amount")
    assert "paling banyak Rp12.350.000" in said
    assert "Kurang Rp2.650.000" in said
    till.press("Bayar dari Bank (Rp52.500.000)")
    till.save()
    assert till.window.key == "catat"
    assert kas(till) == 12_350_000
    assert till.cash_book("1110").closing == 37_500_000


def test_what_does_not_fit_waits_and_is_posted_with_one_key_once_it_fits(till: Laptop) -> None:
    till.begin("wages")
    write(till, "15.000.000", "Upah masak 5 orang")
    till.save()
    till.press("Simpan sebagai catatan tertunda")
    assert till.window.key == "catat"
    assert "Belum bernomor dan belum dihitung" in till.reads()
    assert kas(till) == 12_350_000

    till.press("Lihat catatan tertunda")
    till.enter()
    assert "Uang di Kas tidak cukup" in till.reads(), "still refused: nothing has come in"
    assert "simpan sebagai catatan tertunda" not in till.reads(), "it is one"
    assert len(till.pending()) == 1

    till.begin("other_in")
    write(till, "3.000.000")
    till.save()
    assert "1 catatan tertunda" in till.reads()
    till.press("Lihat")
    till.enter()
    assert till.pending() == ()
    assert kas(till) == 350_000
    assert "Tidak ada yang tertunda" in till.reads()


def test_a_pending_note_can_be_changed_or_dropped(till: Laptop) -> None:
    for description in ("Upah satu", "Upah dua"):
        till.begin("wages")
        write(till, "15.000.000", description)
        till.save()
        till.press("Simpan sebagai catatan tertunda")
    till.window.go(places.Pending())
    till.settle()
    till.press("Ubah dulu")
    till.at("amount")
    till.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    till.type("1.000.000")
    till.save()
    assert kas(till) == 11_350_000
    assert [note.description for note in till.pending()] == ["Upah dua"]
    till.window.go(places.Pending())
    till.settle()
    till.press("Batalkan")
    assert till.door.said[-1] == "Batalkan catatan tertunda ini?"
    assert len(till.pending()) == 1, "not without a reason"
    till.window.session.run(till.window, DropPending(note=2, reason="Sudah dibayar Budi"))
    till.settle()
    assert till.pending() == ()
    assert "Dibatalkan Citra Contoh, bendahara, 22 November 2026: Sudah dibayar Budi" in till.reads()
    assert kas(till) == 11_350_000


def test_money_in_may_be_written_first_and_the_payment_goes_on(till: Laptop) -> None:
    till.begin("wages")
    write(till, "15.000.000", "Upah masak 5 orang")
    till.save()
    till.press("Catat uang masuk dulu")
    page = till.page
    assert isinstance(page, RecordDoors)
    assert page.door is Door.IN
    assert "Belum selesai: Upah" in till.reads()
    till.begin("other_in")
    write(till, "5.000.000")
    till.save()
    till.press("Lanjutkan")
    assert till.entry("amount").widget.value() == 15_000_000
    till.save()
    assert kas(till) == 2_350_000
    assert "Belum selesai" not in till.reads()


def test_a_likely_double_is_asked_about(till: Laptop) -> None:
    receipt = OtherReceipt(on=TODAY, description="Hadiah lomba", amount=Rupiah(750_000))
    till.window.session.run(till.window, receipt)
    till.settle()
    till.begin("other_in")
    write(till, "750000", "Hadiah lomba desa")
    till.until(lambda: "Yang mirip" in till.reads())
    till.save()
    assert "Mirip dengan catatan lain" in till.reads()
    assert "22/11, Hadiah lomba, Rp750.000" in till.reads()
    assert kas(till) == 13_100_000
    till.press("Tetap simpan")
    assert kas(till) == 13_850_000


def test_a_new_person_comes_in_without_leaving_the_form(till: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    from kubebuku.ui.forms import new_person

    def answer(dialog: new_person.NewPerson) -> str:
        dialog.name.set_value("Budi Contoh")
        dialog.address.set_value("RT 04")
        dialog.buttons["main"].click()
        till.settle()
        return dialog.answer

    monkeypatch.setattr(till.door, "show", answer)
    till.begin("give_advance")
    write(till, "200000", "Belanja bahan")
    till.save()
    assert "Belum ada yang dipilih" in refused_at(till, "person")
    field = till.entry("person")
    till.record._new_person(field)
    till.settle()
    assert [person.name for person in till.ask(People())] == ["Budi Contoh"]
    assert field.widget.value() == till.ask(People())[0].person
    assert till.entry("amount").widget.value() == 200_000, "what was written before is still there"
    till.save()
    assert kas(till) == 12_150_000


def test_leaving_asks_only_when_something_was_written(till: Laptop) -> None:
    till.window.go(places.Doors())
    till.begin("other_in")
    till.key(Qt.Key.Key_Escape)
    assert till.window.key == "catat"
    assert till.door.said == []
    till.begin("other_in")
    till.type("7")
    till.key(Qt.Key.Key_Escape)
    assert till.window.key == "record"
    assert till.door.said == ["Tinggalkan tanpa menyimpan?"]
    till.door.answers.append(True)
    till.key(Qt.Key.Key_Escape)
    assert till.window.key == "catat"


def test_fields_that_another_field_calls_for_come_and_go(till: Laptop) -> None:
    till.begin("shortage")
    assert not till.entry("person").widget.isHidden()
    assert till.entry("decision").widget.isHidden()
    till.press("kelompok, dengan keputusan")
    assert till.entry("person").widget.isHidden()
    assert not till.entry("decision").widget.isHidden()


def test_a_table_of_lines_is_filled_with_enter(till: Laptop) -> None:
    till.begin("count_stock", unit=2)
    till.at("lines")
    for text in ("Beras", "12,5", "kg", "14000", "Minyak", "10", "liter", "18000"):
        till.type(text)
        till.enter()
    till.enter()
    lines = till.lines("lines").value()
    assert [(line.name, line.quantity_milli, line.measure, line.price) for line in lines] == [
        ("Beras", 12_500, "kg", 14_000),
        ("Minyak", 10_000, "liter", 18_000),
    ]


def test_the_amount_is_the_question_of_every_form(till: Laptop) -> None:
    from kubebuku.books import catalog

    till.window.hide()  # what counts is what stands in the forms; nothing needs to be painted
    for key, form in catalog.forms().items():
        till.begin(key)
        big = [
            one
            for one in till.record.entries
            if isinstance(one.widget, AmountField) and one.widget.words.property("t") == "terbilang"
        ]
        assert len(big) <= 1, key
        if big:
            assert till.record.entries[0] is big[0], key
        assert len(till.record.entries) == len(form.fields), key
        till.record.let_go()
