"""Ubah, Urungkan, Koreksi bulan lalu, Cerita: a mistake is mended without shame and nothing is lost."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from kubebuku.books.cash.commands import GeneralPayment, MoveMoney, OtherReceipt
from kubebuku.books.cash.queries import BoxBalances
from kubebuku.books.closing.commands import BoxCounted, CloseMonth
from kubebuku.books.journal.commands import GeneralJournal, JournalLine
from kubebuku.books.mending.queries import EntryStory
from kubebuku.books.opening.commands import OpenBook, OpeningBox
from kubebuku.books.spec import Command
from kubebuku.domain.calendar import Month
from kubebuku.domain.money import Rupiah
from kubebuku.ui import places
from kubebuku.ui.mending import mend
from kubebuku.ui.mending.amend import AmendPage
from kubebuku.ui.mending.story import StoryPage
from tests.ui.hands.laptop import Laptop, Opener, written_today


def run(laptop: Laptop, *commands: Command) -> int:
    """Carry them out; the id of the last entry."""
    found: list[int] = []
    for command in commands:
        laptop.window.session.run(laptop.window, command, lambda outcome: found.append(outcome.entry or 0))
        laptop.settle()
    return found[-1]


def payment(day: date, amount: int, description: str = "Upah masak 5 orang") -> GeneralPayment:
    return GeneralPayment(on=day, description=description, amount=Rupiah(amount), account="5102")


@pytest.fixture(scope="module")
def till_book(empty_book: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """12.350.000 in the box since January."""
    opening = OpenBook(boxes=(OpeningBox(box="1101", amount=Rupiah(12_350_000)),))
    return written_today(empty_book, tmp_path_factory.mktemp("till"), opening)


@pytest.fixture
def till(open_book: Opener, till_book: Path) -> Laptop:
    return open_book(till_book)


def kas(laptop: Laptop) -> int:
    return next(int(box.balance) for box in laptop.ask(BoxBalances()) if box.code == "1101")


def close(laptop: Laptop, *months: Month) -> None:
    """Close these months with every box counted as the book says."""
    for month in months:
        held = laptop.ask(BoxBalances(month.last))
        counts = tuple(BoxCounted(box=box.code, counted=box.balance) for box in held)
        laptop.window.session.run(laptop.window, CloseMonth(month=month, counts=counts))
        laptop.settle()


def retype(laptop: Laptop, name: str, text: str) -> None:
    laptop.at(name)
    laptop.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    laptop.type(text)


def test_undo_names_what_it_strikes_out_and_asks(till: Laptop) -> None:
    run(till, payment(date(2026, 11, 20), 500_000))
    till.window.go(places.Doors())
    till.settle()
    till.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert till.door.said == ["Urungkan BKK/2026/0001?"]
    assert kas(till) == 11_850_000, "the careful answer changes nothing"
    till.door.answers.append(True)
    till.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert kas(till) == 12_350_000
    assert "Diurungkan: BKK/2026/0001" in till.reads()


def test_what_stands_in_the_way_of_an_undo_is_named_and_a_step_away(till: Laptop) -> None:
    received = OtherReceipt(on=date(2026, 11, 19), description="Sewa", amount=Rupiah(500_000), box="1110")
    entry = run(till, received)
    moved = MoveMoney(on=date(2026, 11, 20), description="Ke kas", amount=Rupiah(500_000), box="1110", to_box="1101")
    away = run(till, moved)
    till.door.answers += [True, True]
    mend.undo(till.window, entry)
    till.settle()
    assert till.door.said[-1] == "Isi Bank menjadi kurang pada 20 November 2026, saat “Ke kas”."
    assert isinstance(till.page, StoryPage)
    assert till.page.entry == away


def test_undo_takes_back_what_was_saved_just_now(till: Laptop) -> None:
    till.begin("wages")
    till.at("amount")
    till.type("500000")
    till.at("description")
    till.type("Upah masak")
    till.save()
    assert "Tersimpan" in till.reads()
    till.door.answers.append(True)
    till.press("Urungkan")
    assert "Diurungkan" in till.reads()
    assert "Tersimpan" not in till.reads()
    assert kas(till) == 12_350_000


def test_ctrl_z_in_a_field_takes_back_typing_only(till: Laptop) -> None:
    run(till, payment(date(2026, 11, 20), 500_000))
    till.begin("wages")
    till.at("description")
    till.type("salah")
    till.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert till.door.said == []
    assert kas(till) == 11_850_000


def test_nothing_to_undo_is_said(desk: Laptop) -> None:
    desk.window.undo_wanted.emit()
    desk.settle()
    assert desk.door.said == ["Belum ada catatan"]


def test_a_change_opens_the_form_as_it_was_written(till: Laptop) -> None:
    entry = run(till, payment(date(2026, 11, 8), 5_000_000))
    till.window.go(places.Amend(entry=entry))
    till.settle()
    assert till.record.title == "Ubah: Upah"
    assert till.entry("amount").widget.value() == 5_000_000
    assert till.entry("on").widget.value() == date(2026, 11, 8)
    retype(till, "amount", "500000")
    till.save()
    assert kas(till) == 11_850_000
    story = till.ask(EntryStory(entry))
    assert [version.amount for version in story.versions] == [5_000_000, 500_000]
    assert "Diubah" in till.reads()


def test_a_change_that_changes_nothing_is_said(till: Laptop) -> None:
    entry = run(till, payment(date(2026, 11, 8), 500_000))
    till.window.go(places.Amend(entry=entry))
    till.settle()
    till.press("Simpan perubahan")
    assert "Tidak ada yang berubah" in till.reads()


def test_a_change_shows_what_it_does_to_the_box(till: Laptop) -> None:
    entry = run(till, payment(date(2026, 11, 8), 500_000))
    till.window.go(places.Amend(entry=entry))
    till.settle()
    retype(till, "amount", "600000")
    till.until(lambda: "Rp11.750.000" in till.reads())


def test_a_closed_month_is_corrected_in_the_open_one_with_a_reason(till: Laptop) -> None:
    entry = run(till, payment(date(2026, 1, 20), 500_000))
    close(till, *Month(2026, 1).until(Month(2026, 10)))
    till.window.go(places.Amend(entry=entry))
    till.settle()
    assert "Koreksi bulan lalu" in till.record.title
    assert "Januari 2026" in till.reads()
    assert till.entry("on").widget.value() == date(2026, 11, 22)
    retype(till, "amount", "450000")
    till.save()
    assert "Alasannya belum ditulis" in till.reads()
    assert kas(till) == 11_850_000
    assert isinstance(till.page, AmendPage)
    assert till.page.reason is not None
    till.page.reason.set_value("Nota salah baca")
    till.save()
    assert kas(till) == 11_900_000
    rows = [row for row in till.cash_book().rows if row.corrects or "koreksi" in row.description.lower()]
    assert {row.on for row in rows} == {date(2026, 11, 22)}


def test_a_record_of_a_closed_month_can_only_be_taken_back(till: Laptop) -> None:
    entry = run(till, payment(date(2026, 1, 20), 500_000))
    close(till, *Month(2026, 1).until(Month(2026, 10)))
    till.door.answers.append(True)
    from kubebuku.ui.mending import mend

    mend.undo(till.window, entry)
    till.settle()
    assert till.door.said == ["Januari 2026 sudah ditutup"]
    assert isinstance(till.page, AmendPage)
    assert till.page.reason is not None
    till.page.reason.set_value("Tidak jadi dibayar")
    till.press("Batalkan saja, tanpa ganti")
    assert kas(till) == 12_350_000


def test_what_is_struck_out_is_not_changed_again(till: Laptop) -> None:
    entry = run(till, payment(date(2026, 11, 20), 500_000))
    till.door.answers.append(True)
    till.window.undo_wanted.emit()
    till.settle()
    till.window.go(places.Amend(entry=entry))
    till.settle()
    assert "tidak diubah lagi" in till.reads()
    till.press("Baca ceritanya")
    assert till.window.key == "story"
    assert "Dicoret" in till.reads()


def test_a_story_tells_who_when_before_and_after(till: Laptop) -> None:
    entry = run(till, payment(date(2026, 11, 8), 5_000_000))
    till.window.go(places.Amend(entry=entry))
    till.settle()
    retype(till, "amount", "500000")
    assert isinstance(till.page, AmendPage)
    assert till.page.reason is not None
    till.page.reason.set_value("Nolnya kelebihan")
    till.save()
    till.window.go(places.Story(entry=entry))
    till.settle()
    read = till.reads()
    for words in (
        "Citra Contoh, bendahara",
        "dulu Rp5.000.000, sekarang Rp500.000",
        "Nolnya kelebihan",
        "dari Kas",
        "ke Upah",
        "14 hari",
    ):
        assert words in read, words


def test_a_journal_entry_opens_with_its_lines(till: Laptop) -> None:
    lines = (JournalLine(account="1110", amount=Rupiah(100_000)), JournalLine(account="1101", amount=Rupiah(-100_000)))
    entry = run(till, GeneralJournal(on=date(2026, 11, 20), description="Setor ke bank", lines=lines))
    till.window.go(places.Amend(entry=entry))
    till.settle()
    shown = till.lines("lines").value()
    assert [(line.account, line.debit, line.credit) for line in shown] == [("1110", 100_000, None), ("1101", None, 100_000)]
    retype(till, "description", "Setor ke bank BRI")
    till.save()
    assert till.cash_book().rows[-1].description == "Setor ke bank BRI"


def test_the_journal_tells_the_difference_while_one_writes(till: Laptop) -> None:
    till.window.go(places.Journal())
    till.settle()
    till.at("description")
    till.type("Pindah")
    field = till.lines("lines")
    till.at("lines")
    rows = field._rows
    rows[0][0].widget.set_value("1110")
    rows[0][1].widget.set_value(100_000)
    rows[1][0].widget.set_value("1101")
    rows[1][2].widget.set_value(90_000)
    field._edited()
    assert "lebih besar Rp10.000" in till.reads() or "Rp10.000" in till.reads()
    till.save()
    assert "Debit dan kredit tidak sama" in till.reads()
    rows[1][2].widget.set_value(100_000)
    field._edited()
    assert "Debit dan kredit sama" in till.reads()
    till.save()
    assert kas(till) == 12_250_000


def test_a_journal_line_has_one_side(till: Laptop) -> None:
    till.window.go(places.Journal())
    till.settle()
    till.at("description")
    till.type("Pindah")
    rows = till.lines("lines")._rows
    rows[0][0].widget.set_value("1110")
    rows[0][1].widget.set_value(100_000)
    rows[0][2].widget.set_value(100_000)
    till.save()
    assert "perlu satu jumlah" in till.reads()


def test_the_receipt_of_what_was_saved_is_one_press_away(till: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    from kubebuku.ui.paper import printing

    titles: list[tuple[str, int]] = []

    def chosen(_window: object, title: str, pages: int) -> None:
        titles.append((title, pages))

    before = printing.set_chooser(chosen)
    try:
        till.begin("wages")
        till.at("amount")
        till.type("500000")
        till.at("description")
        till.type("Upah masak")
        till.save()
        till.press("Cetak kwitansi")
    finally:
        printing.set_chooser(before)
    assert titles
    assert titles[0][1] == 1
