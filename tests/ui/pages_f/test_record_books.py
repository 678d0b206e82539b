"""Buku tamu, surat and kegiatan before the window: written, changed, struck out, found again and printed."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from pathlib import Path

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
from kubebuku.ui.books.records.list_page import RecordBook
from kubebuku.ui.books.records.row_page import OneRecord
from kubebuku.ui.paper.jobs import Printed, Request, render
from tests.ui.pages.laptop import Laptop, Opener, written_today
from tests.ui.pages_b.hands import ActingDoor, choose, column, filling, refused_then_left
from tests.ui.pages_f.papers import paper, photo

TODAY = date(2026, 11, 22)
LONG = "Siti Rahmawati Contoh binti Abdurrahman Contoh dari Kelurahan Sungai Contoh Dalam Banjarmasin"


@pytest.fixture
def desk(open_book: Opener, plain_book: Path, acting: ActingDoor) -> Laptop:
    return open_book(plain_book)


def go(laptop: Laptop, key: str, **wanted: object) -> RecordBook:
    laptop.window.go(key, **wanted)
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


def test_the_three_books_are_under_other_books(desk: Laptop) -> None:
    for words, key in (("Buku tamu", "guests"), ("Surat masuk dan keluar", "letters"), ("Buku kegiatan", "activities")):
        desk.window.go("bukulain")
        desk.settle()
        desk.press(words)
        assert desk.window.key == key


def test_an_empty_guest_book_says_what_belongs_there(desk: Laptop, acting: ActingDoor) -> None:
    page = go(desk, "guests")
    assert "Belum ada tamu" in desk.reads()
    assert not page.print.isVisible()
    advice = "Nota supaya dilampirkan.\nBuku simpanan sudah rapi."
    acting.acts.append(
        lambda dialog: (dialog.long.set_value(advice), filling(full_name="Wawan Contoh", purpose="Melihat pembukuan")(dialog))
    )
    page.empty.findChildren(type(page.make))[0].click()
    desk.settle()
    (row,) = desk.ask(Guests())
    assert (row.no, row.on, row.name, row.impression) == (1, TODAY, "Wawan Contoh", advice)
    assert "Tercatat di buku tamu: Wawan Contoh, nomor 1." in desk.reads()
    assert column(page.table, "impression") == ["Nota supaya dilampirkan. Buku simpanan sudah rapi."]


def test_the_columns_of_the_paper_guest_book(desk: Laptop) -> None:
    run(desk, guest("Wawan Contoh"))
    model = go(desk, "guests").table.model
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
    desk: Laptop, acting: ActingDoor, values: dict[str, object], said: str
) -> None:
    go(desk, "guests")
    seen: list[str] = []
    acting.acts.append(refused_then_left(seen, **values))
    desk.press("Ada tamu")
    assert said in seen[0]
    assert desk.ask(Guests()) == ()


def test_a_visit_is_changed_and_keeps_its_number(desk: Laptop, acting: ActingDoor) -> None:
    run(desk, guest("Wawan Contoh"), guest("Ratna Contoh"))
    page = go(desk, "guests")
    choose(page.table, "Wawan Contoh")
    acting.acts.append(filling(purpose="Mendampingi tutup buku"))
    desk.press("Ubah")
    row = desk.ask(Guest(1))
    assert (row.no, row.purpose) == (1, "Mendampingi tutup buku")
    assert page.table.current() == row


def test_a_visit_is_struck_out_with_a_reason_and_can_be_hidden(desk: Laptop, acting: ActingDoor) -> None:
    run(desk, guest("Wawan Contoh"), guest("Wawan Contoh"), guest("Ratna Contoh"))
    page = go(desk, "guests")
    assert not page.struck.isVisible()
    page.table.select_at(1)
    desk.settle()
    seen: list[str] = []
    acting.acts.append(refused_then_left(seen, reason=""))
    desk.press("Coret")
    assert seen == ["Belum ditulis: “Kenapa?”"]
    acting.acts.append(filling(reason="Tertulis dua kali"))
    desk.press("Coret")
    assert column(page.table, "no") == ["1", "2", "3"]
    assert page.table.model.style(page.table.model.rows[1]).struck
    assert "Ubah" not in desk.words_of_buttons()
    desk.press("Tampilkan coretan")
    assert column(page.table, "no") == ["1", "3"]
    run(desk, guest("Budi Contoh"))
    assert column(page.table, "no") == ["1", "3", "4"]


def test_searching_and_months(desk: Laptop) -> None:
    run(desk, guest("Wawan Contoh", date(2026, 11, 2)), guest("Ratna Contoh", date(2026, 11, 14)))
    page = go(desk, "guests")
    page.search.setFocus()
    desk.type("ratna")
    assert column(page.table, "name") == ["Ratna Contoh"]
    desk.type("xyz")
    assert "Tidak ada yang cocok dengan “ratnaxyz”" in desk.reads()
    desk.press("Kosongkan pencarian")
    assert len(page.table.model.rows) == 2
    desk.press("Satu bulan")
    assert len(page.table.model.rows) == 2
    assert page.month.isVisible()
    assert not page.year.isVisible()


def test_a_row_of_another_year_is_found(desk: Laptop) -> None:
    run(desk, guest("Wawan Contoh", date(2025, 12, 30)))
    page = go(desk, "guests")
    assert "Belum ada catatan untuk 2026" in desk.reads()
    desk.press("Tampilkan semua tahun")
    assert column(page.table, "on") == ["30/12/25"]


def test_thirty_three_guests_and_long_names(open_book: Opener, plain_book: Path, tmp_path: Path) -> None:
    guests = [guest(f"{LONG} {number}", TODAY - timedelta(days=number % 20)) for number in range(1, 34)]
    (folder := tmp_path / "tamu").mkdir()
    desk = open_book(written_today(plain_book, folder, *guests))
    page = go(desk, "guests")
    assert column(page.table, "no") == [str(number) for number in range(1, 34)]
    assert page.table.current() == desk.ask(Guest(33))
    page.table.view.setFocus()
    desk.enter()
    assert isinstance(desk.page, OneRecord)
    assert desk.page.head.title.text() == f"{LONG} 33"
    desk.press("Kembali")
    assert desk.window.key == "guests"
    assert getattr(go(desk, "guests", row=5).table.current(), "no", None) == 5


def test_a_photo_of_the_visit_shows_in_the_list(desk: Laptop, acting: ActingDoor, tmp_path: Path) -> None:
    run(desk, guest("Wawan Contoh"))
    desk.window.go("guest", row=1)
    desk.settle()
    acting.answers.append(photo(tmp_path / "tamu.jpg", 600, 400))
    desk.press("Tambah foto atau PDF")
    page = go(desk, "guests")
    assert column(page.table, "id") == ["1"]


def test_a_struck_visit_says_why(desk: Laptop) -> None:
    run(desk, guest("Wawan Contoh"), StrikeGuest(guest=1, reason="Tertulis dua kali"))
    desk.window.go("guest", row=1)
    desk.settle()
    assert isinstance(desk.page, OneRecord)
    assert desk.page.chip.accessibleName() == "Dicoret: Tertulis dua kali"
    assert "Ubah" not in desk.words_of_buttons()


def test_a_book_that_is_only_read_offers_nothing_to_write(desk: Laptop, open_book: Opener) -> None:
    run(desk, guest("Wawan Contoh"), letter("Undangan"))
    book = desk.window.session.book
    assert book is not None
    desk.window.open_book(book.path, write=False)
    desk.settle()
    go(desk, "guests")
    assert not {"Ada tamu", "Ubah", "Coret"} & set(desk.words_of_buttons())
    go(desk, "letters")
    assert not {"Catat surat masuk", "Catat surat keluar", "Ubah"} & set(desk.words_of_buttons())
    go(desk, "activities")
    assert "Catat kegiatan" not in desk.words_of_buttons()


# ---- surat


def test_a_letter_out_is_offered_the_next_number(desk: Laptop, acting: ActingDoor) -> None:
    run(desk, letter("Undangan rapat", Way.OUT), letter("Undangan RT"))
    page = go(desk, "letters")
    acting.acts.append(filling(party="Dinas Sosial", subject="Laporan bulanan"))
    desk.press("Catat surat keluar")
    rows = desk.ask(Letters(Way.OUT))
    assert [(row.agenda, row.number) for row in rows] == [(1, None), (2, "002/KUBE/XI/2026")]
    assert page.tabs.value() == "out"
    assert page.table.current() == rows[1]


def test_agenda_numbers_stay_when_a_letter_is_struck(desk: Laptop, acting: ActingDoor) -> None:
    run(desk, letter("Undangan"), letter("Undangan dua"), letter("Permintaan data"))
    page = go(desk, "letters")
    choose(page.table, "Undangan dua")
    acting.acts.append(filling(reason="Salah alamat"))
    desk.press("Coret")
    run(desk, letter("Surat baru"))
    assert column(page.table, "agenda") == ["1", "2", "3", "4"]


def test_a_letter_that_waits_is_settled(desk: Laptop, acting: ActingDoor) -> None:
    run(desk, letter("Minta laporan", follow_up=FollowUp.OPEN), letter("Undangan"))
    page = go(desk, "letters")
    assert "1 surat menunggu tindak lanjut" in desk.reads()
    desk.press("Tampilkan")
    assert column(page.table, "subject") == ["Minta laporan"]
    acting.acts.append(filling(note="Dikirim lewat pendamping"))
    desk.press("Sudah selesai")
    assert [row.follow_up for row in desk.ask(Letters())] == [FollowUp.DONE, FollowUp.NONE]
    assert "1 surat menunggu tindak lanjut" not in desk.reads()


def test_a_letter_later_than_its_day_is_refused_at_the_date(desk: Laptop, acting: ActingDoor) -> None:
    go(desk, "letters")
    seen: list[str] = []
    values = {"party": "Kelurahan Contoh", "subject": "Undangan", "on": date(2026, 11, 10), "letter_date": date(2026, 11, 12)}
    acting.acts.append(refused_then_left(seen, **values))
    desk.press("Catat surat masuk")
    assert "12 November 2026" in seen[0]
    assert desk.ask(Letters()) == ()


def test_the_letter_itself_is_kept_with_it(desk: Laptop, acting: ActingDoor, tmp_path: Path) -> None:
    run(desk, letter("Undangan"))
    page = go(desk, "letters")
    page.table.view.setFocus()
    desk.enter()
    acting.answers.append(paper(tmp_path / "Undangan kelurahan.pdf"))
    desk.press("Tambah foto atau PDF")
    assert "Undangan kelurahan.pdf" in desk.reads()
    assert "Masuk Minggu, 22 November 2026, agenda nomor 1" in desk.reads()


# ---- buku kegiatan


def test_an_activity_is_written_with_how_it_went(desk: Laptop, acting: ActingDoor) -> None:
    go(desk, "activities")
    acting.acts.append(
        lambda dialog: (dialog.long.set_value("Parit dibersihkan."), filling(title="Gotong royong", place="RT 04")(dialog))
    )
    desk.press("Catat kegiatan")
    (row,) = desk.ask(Activities())
    assert (row.title, row.place, row.story) == ("Gotong royong", "RT 04", "Parit dibersihkan.")


def test_an_activity_is_changed_and_struck(desk: Laptop, acting: ActingDoor) -> None:
    run(desk, WriteActivity(on=TODAY, title="Gotong royong"))
    page = go(desk, "activities")
    acting.acts.append(filling(place="RT 05"))
    desk.press("Ubah")
    assert desk.ask(Activities())[0].place == "RT 05"
    acting.acts.append(filling(reason="Batal karena hujan"))
    desk.press("Coret")
    assert page.table.model.style(page.table.model.rows[0]).struck


def test_a_row_of_a_meeting_leads_to_the_meeting(desk: Laptop) -> None:
    everybody = tuple(Attended(person=PersonId(row.person), state=Presence.PRESENT) for row in desk.ask(Members()))
    run(
        desk,
        HoldMeeting(on=TODAY, attendance=everybody, course="Laporan kas diterima."),
        WriteActivity(on=TODAY, title="Gotong royong"),
    )
    page = go(desk, "activities")
    meeting = next(row for row in desk.ask(Activities()) if row.meeting is not None)
    page.table.select_at(meeting.no - 1)
    desk.settle()
    assert "Ubah" not in desk.words_of_buttons()
    desk.press("Lihat rapatnya")
    assert desk.window.key == "meeting"


# ---- the paper


def test_the_year_and_the_month_are_printed(desk: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    run(desk, guest("Wawan Contoh", date(2026, 11, 2)), letter("Undangan"), letter("Laporan", Way.OUT))
    wanted: list[Request] = []
    monkeypatch.setattr("kubebuku.ui.paper.book_print.print_document", lambda _w, _o, request: wanted.append(request))
    page = go(desk, "guests")
    desk.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    desk.press("Satu bulan")
    desk.press("Cetak")
    go(desk, "letters")
    desk.press("Cetak")
    assert page.book == "guests"
    assert [one.wanted["last"] for one in wanted] == [Month(2026, 11)] * 3
    found: list[Printed] = []
    session = desk.window.session
    for request in wanted:
        session.jobs.run(partial(drawn, desk, request), found.append)
        desk.settle()
    assert [one.pages.total for one in found] == [1, 1, 1]
    assert [part.key for part in found[2].pages.parts] == ["letters-in-2026-11", "letters-out-2026-11"]


def drawn(laptop: Laptop, request: Request, _progress: object) -> Printed:
    """The document laid out, on the worker."""
    return render(laptop.window.session.office, request, lambda *_told: None)
