"""Tutup buku: what stands in the way, counted money, the closing, and opening again; counting a box by itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from time_machine import TimeMachineFixture

from kubebuku.books.cash.queries import CountHistory
from kubebuku.books.closing.queries import Closings, ClosingState, Years
from kubebuku.books.enterprise.commands import Sale
from kubebuku.books.mending.commands import DropPending
from kubebuku.domain.money import Rupiah
from kubebuku.ui import places
from kubebuku.ui.books.cash.count import CountPage
from kubebuku.ui.upkeep.closing import ClosingPage
from tests.builders import new_book
from tests.ui.hands.dialogs import filling, refused_then_left
from tests.ui.hands.door import RecordingDoor
from tests.ui.hands.laptop import Laptop, opened
from tests.ui.hands.tables import choose, column
from tests.ui.written.hunafa import NOVEMBER, OCTOBER, SEPTEMBER, TENTS

HELD = {"1101": 11_820_000, "1102": 8_400_000, "1103": 1_250_000, "1110": 57_532_800}


def closing(hunafa: Laptop, *, settled: bool = True) -> ClosingPage:
    if settled:
        hunafa.window.session.run(hunafa.window, DropPending(note=1, reason="Sudah dibayar orang lain"))
        hunafa.settle()
    hunafa.window.go(places.Closings())
    hunafa.settle()
    assert isinstance(hunafa.page, ClosingPage)
    return hunafa.page


def count_all(page: ClosingPage, **others: int) -> None:
    for box in page.boxes:
        box.counted.set_value(Rupiah(others.get(f"b{box.box.code}", HELD[box.box.code])))
        box._follow()


def _sale(day: str) -> Sale:
    return Sale(on=date.fromisoformat(day), description="Sewa tenda", amount=Rupiah(750_000), unit=TENTS)


def counting(hunafa: Laptop, **wanted: Any) -> CountPage:
    hunafa.window.go(places.CashCount(**wanted))
    hunafa.settle()
    assert isinstance(hunafa.page, CountPage)
    return hunafa.page


def test_pending_note_stands_in_the_way_with_a_way_out(hunafa: Laptop) -> None:
    page = closing(hunafa, settled=False)
    read = hunafa.reads()
    assert "November 2026 masih punya catatan tertunda: 1." in read
    assert "Selesaikan dulu yang di atas." in read
    assert not any(box.isVisible() for box in page.boxes)
    assert not page.close_button.isVisible()
    hunafa.press("Lihat catatan tertunda")
    assert hunafa.window.key == "pending"


def test_difference_is_told_while_counting(hunafa: Laptop) -> None:
    page = closing(hunafa)
    cash = page.boxes[0]
    cash.counted.focus_target().setFocus()
    hunafa.type("11800000")
    assert cash.difference.text() == "kurang Rp20.000"
    assert cash.reason.isVisible()
    cash.counted.set_value(Rupiah(11_820_000))
    cash._follow()
    assert cash.difference.text() == "cocok"
    assert not cash.reason.isVisible()


def test_nothing_counted_is_refused_at_the_first_box(hunafa: Laptop) -> None:
    page = closing(hunafa)
    hunafa.press("Tutup buku November 2026")
    assert page.boxes[0].counted.refused()
    assert hunafa.ask(ClosingState(NOVEMBER)).closed is False


def test_difference_without_reason_and_skipping_without_reason_are_refused(hunafa: Laptop) -> None:
    page = closing(hunafa)
    count_all(page, b1101=11_800_000)
    hunafa.press("Tutup buku November 2026")
    assert page.boxes[0].reason.refused()
    page.boxes[0].reason.set_value("BKK/2026/0011 belum kembali")
    page.boxes[2].skip.click()
    hunafa.press("Tutup buku November 2026")
    assert page.boxes[2].reason.refused()


def test_closing_asks_once_more_and_then_seals(hunafa: Laptop, door: RecordingDoor) -> None:
    page = closing(hunafa)
    count_all(page, b1101=11_800_000)
    page.boxes[0].reason.set_value("Kembalian tertinggal, Ani dan Budi")
    page.boxes[2].skip.click()
    page.boxes[2].reason.set_value("Kotaknya di rumah ketua")
    hunafa.press("Tutup buku November 2026")
    assert door.said[-1] == "Tutup buku November 2026?"
    assert hunafa.ask(ClosingState(NOVEMBER)).closed is False
    door.answers.append(True)
    hunafa.press("Tutup buku November 2026")
    state = hunafa.ask(ClosingState(NOVEMBER))
    assert state.closed
    assert state.standing is not None
    assert state.standing.code in page.strip.title.text()
    assert page.shown is not None
    assert page.shown.preview.state.next.number == 12
    assert column(page.history.table, "month")[0] == "November 2026"
    hunafa.press("Ke laporan November 2026")
    assert hunafa.window.key == "report"


def test_an_empty_box_is_counted_as_nought(hunafa: Laptop) -> None:
    page = closing(hunafa)
    box = page.boxes[2]
    box.counted.focus_target().setFocus()
    hunafa.type("0")
    assert box.amount == 0
    assert box.difference.text() == "kurang Rp1.250.000"


def test_a_running_month_is_told(hunafa: Laptop) -> None:
    closing(hunafa)
    assert "Bulannya belum selesai" in hunafa.reads()


def test_leaving_with_counted_money_asks(hunafa: Laptop, door: RecordingDoor) -> None:
    page = closing(hunafa)
    page.boxes[0].counted.focus_target().setFocus()
    hunafa.type("5")
    assert not hunafa.window.go(places.Home())
    door.answers.append(True)
    assert hunafa.window.go(places.Home())


def test_reopening_an_earlier_month_opens_the_later_ones_with_one_reason(hunafa: Laptop, door: RecordingDoor) -> None:
    page = closing(hunafa)
    choose(page.history.table, "September 2026")
    seen: list[str] = []
    door.acts.append(refused_then_left(seen, reason=""))
    hunafa.press("Buka lagi")
    assert seen
    door.acts.append(filling(reason="Nota September tertinggal"))
    hunafa.press("Buka lagi")
    acts = [(row.month, row.act) for row in hunafa.ask(Closings())[:2]]
    assert acts == [(SEPTEMBER, "reopen"), (OCTOBER, "reopen")]
    assert page.shown is not None
    assert page.shown.preview.state.next == SEPTEMBER
    choose(page.history.table, "Dibuka lagi")
    assert "Nota September tertinggal" in page.history.foot.words.text()
    assert "Buka lagi" not in hunafa.words_of_buttons()


def test_the_running_year_shows_its_result(hunafa: Laptop) -> None:
    closing(hunafa)
    assert "berjalan, hasil Rp6.822.800 sampai sekarang" in hunafa.reads()


def test_year_that_is_over_is_closed_before_december_and_opened_again(
    laptop: Laptop, door: RecordingDoor, tmp_path: Path, time_machine: TimeMachineFixture
) -> None:
    time_machine.move_to("2027-01-05T02:00:00Z", tick=False)
    book = opened(new_book(tmp_path, opened=date(2026, 12, 1)), _sale("2026-12-05"), who="Ani Contoh")
    laptop.window.open_book(book)
    laptop.settle()
    laptop.window.go(places.Closings())
    laptop.settle()
    assert "sudah lewat dan belum ditutup, hasil Rp750.000" in laptop.reads()
    laptop.press("Tutup tahun")  # not yet, says the door
    assert door.said[-1] == "Tutup tahun 2026?"
    assert laptop.ask(Years())[0].number is None
    door.answers.append(True)
    laptop.press("Tutup tahun")
    assert laptop.ask(Years())[0].number == "BM/2026/0001"
    assert "ditutup dengan BM/2026/0001, hasil Rp750.000" in laptop.reads()
    door.acts.append(filling(reason="Nota Desember tertinggal"))
    laptop.press("Buka lagi")
    assert laptop.ask(Years())[0].number is None


# ---- counting a box by itself


def test_count_that_agrees_is_saved_with_enter_and_ctrl_enter(hunafa: Laptop) -> None:
    page = counting(hunafa, box="1103")
    assert "Menurut buku: Rp1.250.000" in hunafa.reads()
    hunafa.type("1250000")
    assert page.difference.text() == "Cocok dengan buku"
    hunafa.save()
    newest = hunafa.ask(CountHistory())[0]
    assert (newest.box, newest.counted, newest.on) == ("1103", 1_250_000, date(2026, 11, 22))
    assert "Kas IKS" in column(page.table, "label")
    assert page.counted.line.text() == ""


def test_difference_needs_a_reason_and_can_then_be_recorded(hunafa: Laptop) -> None:
    page = counting(hunafa, box="1103")
    hunafa.type("1200000")
    assert page.difference.text() == "Kurang Rp50.000 dari yang tertulis"
    hunafa.save()
    assert page.note.refused()
    page.note.set_value("Kembalian, Ani dan Budi")
    hunafa.save()
    assert column(page.table, "state")[0] == "kurang Rp50.000"
    hunafa.press("Catat kekurangannya")
    assert hunafa.window.key == "record"
    assert hunafa.entry("amount").widget.value() == Rupiah(50_000)
    assert hunafa.entry("box").widget.value() == "1103"


def test_notes_are_counted_one_kind_after_the_other(hunafa: Laptop) -> None:
    page = counting(hunafa, box="1103")
    page.notes.lines[100_000].setFocus()
    hunafa.type("12")
    hunafa.enter()
    assert page.notes.lines[50_000].hasFocus()
    hunafa.type("1")
    assert page.notes.total() == 1_250_000
    assert page.counted.line.text() == "1.250.000"
    assert page.difference.text() == "Cocok dengan buku"


def test_bank_is_compared_with_its_book(hunafa: Laptop) -> None:
    page = counting(hunafa, box="1110")
    assert page.counted.label.text() == "Berapa menurut buku bank?"
    assert not page.notes.isVisible()


def test_amount_that_cannot_be_read_is_refused_at_the_field(hunafa: Laptop) -> None:
    page = counting(hunafa, box="1101")
    hunafa.type("seribu")
    hunafa.save()
    assert page.counted.refused()
    assert len(hunafa.ask(CountHistory())) == 3
