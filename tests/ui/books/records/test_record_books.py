"""Buku tamu, surat and kegiatan before the window: written, changed, struck out, found again and printed."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from kubebuku.books.activities.commands import WriteActivity
from kubebuku.books.activities.queries import Activities
from kubebuku.books.guests.commands import StrikeGuest, WriteGuest
from kubebuku.books.guests.queries import Guest, Guests
from kubebuku.books.letters.commands import FollowUp, Way, WriteLetter
from kubebuku.books.letters.queries import Letters
from kubebuku.books.meetings.commands import Attended, HoldMeeting
from kubebuku.books.meetings.rules import Presence
from kubebuku.books.members.queries import Members
from kubebuku.books.spec import Command
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import PersonId
from kubebuku.ui import places
from kubebuku.ui.books.records.list_page import RecordBook
from kubebuku.ui.books.records.row_page import OneRecord
from kubebuku.ui.paper.jobs import Printed, Request, render
from tests.ui.hands.dialogs import filling, refused_then_left
from tests.ui.hands.door import RecordingDoor
from tests.ui.hands.laptop import PLACES, Laptop, Opener, written_today
from tests.ui.hands.tables import choose, column
from tests.ui.written.papers import paper, photo

TODAY = date(2026, 11, 22)
LONG = "Siti Rahmawati Contoh binti Abdurrahman Contoh dari Kelurahan Sungai Contoh Dalam Banjarmasin"


def go(laptop: Laptop, key: str, **wanted: Any) -> RecordBook:
    laptop.window.go(PLACES[key](**wanted))
    laptop.settle()
    assert isinstance(laptop.page, RecordBook)
    return laptop.page


def run(laptop: Laptop, *commands: Command) -> None:
    for command in commands:
        laptop.window.session.run(laptop.window, command)
        laptop.settle()


def guest(name: str, on: date = TODAY, purpose: str = "Melihat pembukuan") -> WriteGuest:
    return WriteGuest(on=on, full_name=name, purpose=purpose)


def letter(subject: str, way: Way = Way.IN, on: date = TODAY, follow_up: FollowUp = FollowUp.NONE) -> WriteLetter:
    return WriteLetter(way=way, on=on, letter_date=on, party="Kelurahan Contoh", subject=subject, follow_up=follow_up)


# ---- buku tamu


def test_the_three_books_are_under_other_books(hunafa: Laptop) -> None:
    for words, key in (("Buku tamu", "guests"), ("Surat masuk dan keluar", "letters"), ("Buku kegiatan", "activities")):
        hunafa.window.go(places.OtherBooks())
        hunafa.settle()
        hunafa.press(words)
        assert hunafa.window.key == key


def test_an_empty_guest_book_says_what_belongs_there(hunafa: Laptop, door: RecordingDoor) -> None:
    page = go(hunafa, "guests")
    assert "Belum ada tamu" in hunafa.reads()
    assert not page.print.isVisible()
    advice = "Nota supaya dilampirkan.\nBuku simpanan sudah rapi."
    door.acts.append(
        lambda dialog: (dialog.long.set_value(advice), filling(full_name="Wawan Contoh", purpose="Melihat pembukuan")(dialog))
    )
    page.empty.findChildren(type(page.make))[0].click()
    hunafa.settle()
    (row,) = hunafa.ask(Guests())
    assert (row.no, row.on, row.name, row.impression) == (1, TODAY, "Wawan Contoh", advice)
    assert "Tercatat di buku tamu: Wawan Contoh, nomor 1." in hunafa.reads()
    assert column(page.table, "impression") == ["Nota supaya dilampirkan. Buku simpanan sudah rapi."]


def test_the_columns_of_the_paper_guest_book(hunafa: Laptop) -> None:
    run(hunafa, guest("Wawan Contoh"))
    model = go(hunafa, "guests").table.model
    assert [model.title(number) for number in range(model.columnCount())] == [
        "No", "Tanggal", "Nama", "Instansi atau alamat", "Jabatan", "Maksud tujuan", "Kesan, pesan, saran", "Foto",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"full_name": "", "purpose": "Berkunjung"}, "Belum ditulis: “Siapa yang datang?”"),
        ({"full_name": "...", "purpose": "Berkunjung"}, "Nama"),
        ({"full_name": "Wawan Contoh", "purpose": ""}, "Belum ditulis"),
        ({"full_name": "Wawan Contoh", "purpose": "Berkunjung", "on": TODAY + timedelta(days=3)}, "25 November 2026"),
    ],
)
def test_what_a_visit_lacks_is_refused_at_its_field(
    hunafa: Laptop, door: RecordingDoor, values: dict[str, object], said: str
) -> None:
    go(hunafa, "guests")
    seen: list[str] = []
    door.acts.append(refused_then_left(seen, **values))
    hunafa.press("Ada tamu")
    assert said in seen[0]
    assert hunafa.ask(Guests()) == ()


def test_a_visit_is_changed_and_keeps_its_number(hunafa: Laptop, door: RecordingDoor) -> None:
    run(hunafa, guest("Wawan Contoh"), guest("Ratna Contoh"))
    page = go(hunafa, "guests")
    choose(page.table, "Wawan Contoh")
    door.acts.append(filling(purpose="Mendampingi tutup buku"))
    hunafa.press("Ubah")
    row = hunafa.ask(Guest(1))
    assert (row.no, row.purpose) == (1, "Mendampingi tutup buku")
    assert page.table.current() == row


def test_a_visit_is_struck_out_with_a_reason_and_can_be_hidden(hunafa: Laptop, door: RecordingDoor) -> None:
    run(hunafa, guest("Wawan Contoh"), guest("Wawan Contoh"), guest("Ratna Contoh"))
    page = go(hunafa, "guests")
    assert not page.struck.isVisible()
    page.table.select_at(1)
    hunafa.settle()
    seen: list[str] = []
    door.acts.append(refused_then_left(seen, reason=""))
    hunafa.press("Coret")
    assert seen == ["Belum ditulis: “Kenapa?”"]
    door.acts.append(filling(reason="Tertulis dua kali"))
    hunafa.press("Coret")
    assert column(page.table, "no") == ["1", "2", "3"]
    assert page.table.model.style(page.table.model.rows[1]).struck
    assert "Ubah" not in hunafa.words_of_buttons()
    hunafa.press("Tampilkan coretan")
    assert column(page.table, "no") == ["1", "3"]
    run(hunafa, guest("Budi Contoh"))
    assert column(page.table, "no") == ["1", "3", "4"]


def test_searching_and_months(hunafa: Laptop) -> None:
    run(hunafa, guest("Wawan Contoh", date(2026, 11, 2)), guest("Ratna Contoh", date(2026, 11, 14)))
    page = go(hunafa, "guests")
    page.search.setFocus()
    hunafa.type("ratna")
    assert column(page.table, "name") == ["Ratna Contoh"]
    hunafa.type("xyz")
    assert "Tidak ada yang cocok dengan “ratnaxyz”" in hunafa.reads()
    hunafa.press("Kosongkan pencarian")
    assert len(page.table.model.rows) == 2
    hunafa.press("Satu bulan")
    assert len(page.table.model.rows) == 2
    assert page.month.isVisible()
    assert not page.year.isVisible()


def test_a_row_of_another_year_is_found(hunafa: Laptop) -> None:
    run(hunafa, guest("Wawan Contoh", date(2025, 12, 30)))
    page = go(hunafa, "guests")
    assert "Belum ada catatan untuk 2026" in hunafa.reads()
    hunafa.press("Tampilkan semua tahun")
    assert column(page.table, "on") == ["30/12/25"]


def test_thirty_three_guests_and_long_names(open_book: Opener, plain_book: Path, tmp_path: Path) -> None:
    guests = [guest(f"{LONG} {number}", TODAY - timedelta(days=number % 20)) for number in range(1, 34)]
    (folder := tmp_path / "tamu").mkdir()
    hunafa = open_book(written_today(plain_book, folder, *guests))
    page = go(hunafa, "guests")
    assert column(page.table, "no") == [str(number) for number in range(1, 34)]
    assert page.table.current() == hunafa.ask(Guest(33))
    page.table.view.setFocus()
    hunafa.enter()
    assert isinstance(hunafa.page, OneRecord)
    assert hunafa.page.head.title.text() == f"{LONG} 33"
    hunafa.press("Kembali")
    assert hunafa.window.key == "guests"
    assert getattr(go(hunafa, "guests", row=5).table.current(), "no", None) == 5


def test_a_photo_of_the_visit_shows_in_the_list(hunafa: Laptop, door: RecordingDoor, tmp_path: Path) -> None:
    run(hunafa, guest("Wawan Contoh"))
    hunafa.window.go(places.Guest(row=1))
    hunafa.settle()
    door.answers.append(photo(tmp_path / "tamu.jpg", 600, 400))
    hunafa.press("Tambah foto atau PDF")
    page = go(hunafa, "guests")
    assert column(page.table, "id") == ["1"]


def test_a_struck_visit_says_why(hunafa: Laptop) -> None:
    run(hunafa, guest("Wawan Contoh"), StrikeGuest(guest=1, reason="Tertulis dua kali"))
    hunafa.window.go(places.Guest(row=1))
    hunafa.settle()
    assert isinstance(hunafa.page, OneRecord)
    assert hunafa.page.chip.accessibleName() == "Dicoret: Tertulis dua kali"
    assert "Ubah" not in hunafa.words_of_buttons()


def test_a_book_that_is_only_read_offers_nothing_to_write(hunafa: Laptop, open_book: Opener) -> None:
    run(hunafa, guest("Wawan Contoh"), letter("Undangan"))
    book = hunafa.window.session.book
    assert book is not None
    hunafa.window.open_book(book.path, write=False)
    hunafa.settle()
    go(hunafa, "guests")
    assert not {"Ada tamu", "Ubah", "Coret"} & set(hunafa.words_of_buttons())
    go(hunafa, "letters")
    assert not {"Catat surat masuk", "Catat surat keluar", "Ubah"} & set(hunafa.words_of_buttons())
    go(hunafa, "activities")
    assert "Catat kegiatan" not in hunafa.words_of_buttons()


# ---- surat


def test_a_letter_out_is_offered_the_next_number(hunafa: Laptop, door: RecordingDoor) -> None:
    run(hunafa, letter("Undangan rapat", Way.OUT), letter("Undangan RT"))
    page = go(hunafa, "letters")
    door.acts.append(filling(party="Dinas Sosial", subject="Laporan bulanan"))
    hunafa.press("Catat surat keluar")
    rows = hunafa.ask(Letters(way=Way.OUT))
    assert [(row.agenda, row.number) for row in rows] == [(1, None), (2, "002/KUBE/XI/2026")]
    assert page.tabs.value() == "out"
    assert page.table.current() == rows[1]


def test_agenda_numbers_stay_when_a_letter_is_struck(hunafa: Laptop, door: RecordingDoor) -> None:
    run(hunafa, letter("Undangan"), letter("Undangan dua"), letter("Permintaan data"))
    page = go(hunafa, "letters")
    choose(page.table, "Undangan dua")
    door.acts.append(filling(reason="Salah alamat"))
    hunafa.press("Coret")
    run(hunafa, letter("Surat baru"))
    assert column(page.table, "agenda") == ["1", "2", "3", "4"]


def test_a_letter_that_waits_is_settled(hunafa: Laptop, door: RecordingDoor) -> None:
    run(hunafa, letter("Minta laporan", follow_up=FollowUp.OPEN), letter("Undangan"))
    page = go(hunafa, "letters")
    assert "1 surat menunggu tindak lanjut" in hunafa.reads()
    hunafa.press("Tampilkan")
    assert column(page.table, "subject") == ["Minta laporan"]
    door.acts.append(filling(note="Dikirim lewat pendamping"))
    hunafa.press("Sudah selesai")
    assert [row.follow_up for row in hunafa.ask(Letters())] == [FollowUp.DONE, FollowUp.NONE]
    assert "1 surat menunggu tindak lanjut" not in hunafa.reads()


def test_a_letter_later_than_its_day_is_refused_at_the_date(hunafa: Laptop, door: RecordingDoor) -> None:
    go(hunafa, "letters")
    seen: list[str] = []
    values = {"party": "Kelurahan Contoh", "subject": "Undangan", "on": date(2026, 11, 10), "letter_date": date(2026, 11, 12)}
    door.acts.append(refused_then_left(seen, **values))
    hunafa.press("Catat surat masuk")
    assert "12 November 2026" in seen[0]
    assert hunafa.ask(Letters()) == ()


def test_the_letter_itself_is_kept_with_it(hunafa: Laptop, door: RecordingDoor, tmp_path: Path) -> None:
    run(hunafa, letter("Undangan"))
    page = go(hunafa, "letters")
    page.table.view.setFocus()
    hunafa.enter()
    door.answers.append(paper(tmp_path / "Undangan kelurahan.pdf"))
    hunafa.press("Tambah foto atau PDF")
    assert "Undangan kelurahan.pdf" in hunafa.reads()
    assert "Masuk Minggu, 22 November 2026, agenda nomor 1" in hunafa.reads()


# ---- buku kegiatan


def test_an_activity_is_written_with_how_it_went(hunafa: Laptop, door: RecordingDoor) -> None:
    go(hunafa, "activities")
    door.acts.append(
        lambda dialog: (dialog.long.set_value("Parit dibersihkan."), filling(title="Gotong royong", place="RT 04")(dialog))
    )
    hunafa.press("Catat kegiatan")
    (row,) = hunafa.ask(Activities())
    assert (row.title, row.place, row.story) == ("Gotong royong", "RT 04", "Parit dibersihkan.")


def test_an_activity_is_changed_and_struck(hunafa: Laptop, door: RecordingDoor) -> None:
    run(hunafa, WriteActivity(on=TODAY, title="Gotong royong"))
    page = go(hunafa, "activities")
    door.acts.append(filling(place="RT 05"))
    hunafa.press("Ubah")
    assert hunafa.ask(Activities())[0].place == "RT 05"
    door.acts.append(filling(reason="Batal karena hujan"))
    hunafa.press("Coret")
    assert page.table.model.style(page.table.model.rows[0]).struck


def test_a_row_of_a_meeting_leads_to_the_meeting(hunafa: Laptop) -> None:
    everybody = tuple(Attended(person=PersonId(row.person), state=Presence.PRESENT) for row in hunafa.ask(Members()))
    run(
        hunafa,
        HoldMeeting(on=TODAY, attendance=everybody, course="Laporan kas diterima."),
        WriteActivity(on=TODAY, title="Gotong royong"),
    )
    page = go(hunafa, "activities")
    meeting = next(row for row in hunafa.ask(Activities()) if row.meeting is not None)
    page.table.select_at(meeting.no - 1)
    hunafa.settle()
    assert "Ubah" not in hunafa.words_of_buttons()
    hunafa.press("Lihat rapatnya")
    assert hunafa.window.key == "meeting"


# ---- the paper


def test_the_year_and_the_month_are_printed(hunafa: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    run(hunafa, guest("Wawan Contoh", date(2026, 11, 2)), letter("Undangan"), letter("Laporan", Way.OUT))
    wanted: list[Request] = []
    monkeypatch.setattr("kubebuku.ui.paper.book_print.print_document", lambda _w, _o, request: wanted.append(request))
    page = go(hunafa, "guests")
    hunafa.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    hunafa.press("Satu bulan")
    hunafa.press("Cetak")
    go(hunafa, "letters")
    hunafa.press("Cetak")
    assert page.book == "guests"
    assert [one.wanted["last"] for one in wanted] == [Month(2026, 11)] * 3
    found: list[Printed] = []
    session = hunafa.window.session
    for request in wanted:
        session.jobs.run(partial(drawn, hunafa, request), found.append)
        hunafa.settle()
    assert [one.pages.total for one in found] == [1, 1, 1]
    assert [part.key for part in found[2].pages.parts] == ["letters-in-2026-11", "letters-out-2026-11"]


def drawn(laptop: Laptop, request: Request, _progress: object) -> Printed:
    """The document laid out, on the worker."""
    return render(laptop.window.session.office, request, lambda *_told: None)
