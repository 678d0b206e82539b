"""Open, begin, practise; and the way out where a book cannot be opened."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from kubebuku.app.office import Office
from kubebuku.app.settings import Recent, Settings
from kubebuku.domain.errors import Cancelled, RuleBroken
from kubebuku.ledger import file as bookfile
from kubebuku.ledger.refusals import BookOlder
from kubebuku.ui import places
from kubebuku.ui.start import new_book
from kubebuku.ui.start.new_book import file_name, free_place, read_units
from kubebuku.ui.start.start import StartPage
from kubebuku.ui.widgets import Page
from tests.builders import forger
from tests.ui.hands.laptop import Laptop


def start(laptop: Laptop) -> StartPage:
    laptop.window.go(places.Start())
    laptop.settle()
    page: Page = laptop.page
    assert isinstance(page, StartPage)
    return page


def test_a_computer_without_books_asks_for_a_new_one(laptop: Laptop) -> None:
    page = start(laptop)
    assert not page.form.isHidden()
    assert page.recent.isHidden()
    assert laptop.window.spine.isHidden()
    assert laptop.window.focusWidget() is page.form.name.line


def test_books_opened_before_are_one_press_away(laptop: Laptop, book_path: Path) -> None:
    laptop.window.remember(Settings(holder="Citra Contoh", recent=(Recent(str(book_path), "Kube Contoh"),)))
    page = start(laptop)
    assert page.form.isHidden()
    laptop.enter()
    assert laptop.window.key == laptop.window.home
    assert laptop.window.session.book is not None
    assert not laptop.window.spine.isHidden()


@pytest.mark.parametrize(
    ("content", "said", "acts"),
    [
        (b"", "kosong", {"Pilih berkas lain", "Buka salinan"}),
        (b"\xff\xd8\xff\xe0 a photograph", "bukan buku KubeBuku", {"Pilih berkas lain"}),
        (b"SQLite format 3\x00" + b"\x00" * 4096, "program lain", {"Pilih berkas lain"}),
        (None, "tidak ada di tempat ini", {"Coba lagi", "Pilih berkas lain"}),
    ],
)
def test_what_is_no_book_is_said_with_the_way_out(
    laptop: Laptop, tmp_path: Path, content: bytes | None, said: str, acts: set[str]
) -> None:
    file = tmp_path / "foto.kubebuku"
    if content is not None:
        file.write_bytes(content)
    laptop.window.open_book(file)
    laptop.settle()
    assert laptop.window.key == "start"
    assert said in laptop.reads()
    assert acts <= set(laptop.words_of_buttons())
    if content is not None:
        assert file.read_bytes() == content, "it stays untouched"


def test_a_missing_book_can_be_taken_off_the_list(laptop: Laptop, tmp_path: Path) -> None:
    gone = tmp_path / "hilang.kubebuku"
    laptop.window.remember(Settings(holder="Citra Contoh", recent=(Recent(str(gone), "Kube Hilang"),)))
    laptop.window.open_book(gone)
    laptop.settle()
    laptop.press("Hapus dari daftar")
    assert laptop.kept[-1].recent == ()
    assert "Kube Hilang" not in laptop.reads()


def test_a_book_open_elsewhere_names_who_holds_it(laptop: Laptop, book_path: Path) -> None:
    with Office.open(book_path, who="Dedi Contoh"):
        laptop.window.open_book(book_path)
        laptop.settle()
        assert "terbuka di jendela lain" in laptop.reads()
        assert "Dedi Contoh" in laptop.reads()
        laptop.press("Buka untuk dibaca saja")
        assert laptop.window.session.book is not None
        assert not laptop.window.session.book.writable
        assert "hanya bisa dibaca" in laptop.reads()
    laptop.window.close_book()
    laptop.settle()


def test_a_book_in_a_mirrored_folder_is_opened_and_the_danger_said(laptop: Laptop, book_path: Path, tmp_path: Path) -> None:
    mirrored = tmp_path / "OneDrive - Contoh"
    mirrored.mkdir()
    laptop.window.open_book(Path(shutil.copyfile(book_path, mirrored / "buku.kubebuku")))
    laptop.settle()
    assert "Tempat ini tidak aman untuk buku" in laptop.reads()
    assert "disalin terus ke internet" in laptop.reads()
    laptop.window.open_book(book_path)
    laptop.settle()
    assert "tidak aman" not in laptop.reads()


def test_try_again_opens_it_once_it_is_free(laptop: Laptop, book_path: Path) -> None:
    laptop.window.remember(Settings(holder="Citra Contoh"))
    other = Office.open(book_path, who="Dedi Contoh")
    laptop.window.open_book(book_path)
    laptop.settle()
    other.close()
    laptop.press("Coba lagi")
    assert laptop.window.session.book is not None
    assert laptop.window.session.book.writable


def test_a_newer_book_is_refused_with_both_versions(laptop: Laptop, book_path: Path) -> None:
    with closing(forger(book_path)) as connection:
        connection.execute(f"PRAGMA user_version = {bookfile.SCHEMA + 7}")
    laptop.window.open_book(book_path)
    laptop.settle()
    assert str(bookfile.SCHEMA + 7) in laptop.reads()
    assert "Pilih berkas lain" in laptop.words_of_buttons()


def test_an_older_book_offers_the_upgrade(laptop: Laptop, book_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Path] = []
    monkeypatch.setattr("kubebuku.app.upgrade.upgrade", asked.append)
    laptop.window.remember(Settings(holder="Citra Contoh"))
    laptop.window.go(places.Start(trouble=BookOlder("0", "1"), path=book_path))
    laptop.settle()
    laptop.press("Perbarui buku")
    assert asked == [book_path]
    assert laptop.window.session.book is not None


def test_a_damaged_book_is_read_and_never_written(laptop: Laptop, book_path: Path) -> None:
    with closing(forger(book_path)) as connection:
        connection.execute("DROP TRIGGER entry_no_update")
    laptop.window.remember(Settings(holder="Citra Contoh"))
    laptop.window.open_book(book_path)
    laptop.settle()
    assert "Buku ini tidak utuh" in laptop.reads()
    assert "Buka salinan" in laptop.words_of_buttons()
    assert laptop.window.session.book is not None
    assert not laptop.window.session.book.writable


def test_a_whole_book_says_so_quietly(desk: Laptop) -> None:
    assert "Buku utuh" in desk.reads()
    assert desk.door.said == []


def test_who_keeps_the_book_is_asked_once(laptop: Laptop, book_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kubebuku.ui.window import HolderDialog

    def answer(dialog: HolderDialog) -> str:
        dialog.buttons["main"].click()
        assert dialog.field.refused(), "not without a name"
        dialog.field.set_value("Eka Contoh, bendahara")
        dialog.buttons["main"].click()
        return dialog.answer

    monkeypatch.setattr(laptop.door, "show", answer)
    laptop.window.open_book(book_path)
    laptop.settle()
    assert laptop.kept[-1].holder == "Eka Contoh, bendahara"
    assert "Eka Contoh, bendahara" in laptop.reads()
    laptop.begin("other_in")
    laptop.type("50000")
    laptop.at("description")
    laptop.type("Hadiah")
    laptop.save()
    assert laptop.cash_book().rows[-1].who == "Eka Contoh, bendahara"


def test_the_four_questions_refuse_at_their_field(laptop: Laptop) -> None:
    page = start(laptop)
    laptop.press("Buat buku")
    assert page.form.name.refused()
    laptop.type("Kube Contoh")
    page.form.opened.set_value(date(2027, 1, 1))
    laptop.press("Buat buku")
    assert page.form.opened.refused()
    page.form.opened.set_value(date(2026, 11, 1))
    laptop.press("Buat buku")
    assert page.form.holder.refused()


def test_a_name_with_a_path_in_it_stays_in_its_folder() -> None:
    assert file_name("../../etc/passwd") == "etc passwd.kubebuku"
    assert file_name('Kube "Maju": <1>?') == "Kube Maju 1.kubebuku"
    assert file_name("CON") == "Buku CON.kubebuku"
    assert file_name("...") == "Buku.kubebuku"
    assert len(file_name("x" * 300)) == 80 + len(".kubebuku")


def test_a_second_book_of_one_name_gets_a_number(tmp_path: Path) -> None:
    assert free_place(tmp_path, "Melati").name == "Melati.kubebuku"
    (tmp_path / "Melati.kubebuku").touch()
    assert free_place(tmp_path, "Melati").name == "Melati 2.kubebuku"


def test_businesses_are_named_in_one_line() -> None:
    assert read_units("Sewa tenda, catering dan warung; ternak") == ["Sewa tenda", "catering", "warung", "ternak"]
    assert read_units("  ") == []
    with pytest.raises(RuleBroken) as refused:
        read_units("Sewa tenda, ***")
    assert refused.value.field == "units"


@pytest.mark.parametrize("named", ["Catering, sewa tenda dan catering", "Warung; Simpan Pinjam"])
def test_businesses_nobody_can_tell_apart_are_refused_before_the_book_is_made(laptop: Laptop, tmp_path: Path, named: str) -> None:
    page = start(laptop)
    for answer in ("Kube Contoh", named, "", "Citra Contoh, bendahara"):
        laptop.type(answer)
        laptop.enter()
    laptop.enter()
    assert laptop.window.key == "start"
    assert "Tulis setiap usaha sekali saja, dengan nama yang berbeda." in laptop.reads()
    assert laptop.window.focusWidget() is page.form.units.line
    assert not list(tmp_path.rglob("*.kubebuku"))


def test_the_place_of_the_book_can_be_chosen(laptop: Laptop, tmp_path: Path) -> None:
    page = start(laptop)
    laptop.type("Kube Contoh")
    laptop.door.answers.append(tmp_path / "usb")
    laptop.press("Ganti tempat")
    page.form.holder.set_value("Citra Contoh")
    laptop.press("Buat buku")
    assert (tmp_path / "usb.kubebuku").is_file()
    assert laptop.window.key == "opening"


def test_a_folder_that_cannot_be_written_is_said(laptop: Laptop, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    page = start(laptop)
    laptop.type("Kube Contoh")
    page.form.holder.set_value("Citra Contoh")
    laptop.door.answers.append(tmp_path / "file" / "buku.kubebuku")
    laptop.press("Ganti tempat")
    laptop.press("Buat buku")
    assert laptop.door.said[-1].startswith("Folder")
    assert page.form.name.value() == "Kube Contoh", "what was answered is still there"


def test_a_clock_that_is_behind_is_asked_about_before_the_first_record(
    laptop: Laptop, book_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Office.open(book_path, who="Ani Contoh") as office:
        from tests.builders import Books

        Books(office).post("2026-11-20 | Kemarin | 1101 1000 | 4190 -1000")
    monkeypatch.setattr("kubebuku.app.clock.today", lambda: date(2026, 11, 10))
    laptop.window.remember(Settings(holder="Citra Contoh"))
    laptop.window.open_book(book_path)
    laptop.settle()
    assert laptop.window.session.book is not None
    assert laptop.window.session.book.clock_behind == 12
    laptop.begin("other_in")
    laptop.type("50000")
    laptop.at("description")
    laptop.type("Hadiah")
    laptop.save()
    assert laptop.door.said == ["Jam komputer terlambat"]
    assert len(laptop.cash_book().rows) == 1
    laptop.door.answers.append(True)
    laptop.save()
    assert len(laptop.cash_book().rows) == 2
    laptop.begin("other_in")
    laptop.type("60000")
    laptop.at("description")
    laptop.type("Hadiah lagi")
    laptop.save()
    assert len(laptop.door.said) == 2, "asked once"


def test_the_practice_book_is_written_once(laptop: Laptop, book_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[Path] = []

    def make_sample(path: Path, *, until: date, progress: Callable[[int, int], None]) -> Path:
        written.append(path)
        progress(1, 2)
        return Path(shutil.copyfile(book_path, path))

    monkeypatch.setattr("kubebuku.app.sample.make_sample", make_sample)
    start(laptop)
    laptop.window.remember(Settings(holder="Citra Contoh"))
    for _time in range(2):
        start(laptop)
        laptop.press("Coba buku latihan")
        assert laptop.window.session.book is not None
        laptop.window.close_book()
        laptop.settle()
    assert len(written) == 1
    assert [one.name for one in written[0].parent.glob("*.kubebuku")] == ["Buku latihan.kubebuku"]


def test_who_does_not_wait_for_the_practice_book_leaves_nothing_behind(laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    folders: list[Path] = []

    def make_sample(path: Path, *, until: date, progress: Callable[[int, int], None]) -> Path:
        path.write_bytes(b"half a book")
        folders.append(path.parent)
        raise Cancelled

    monkeypatch.setattr("kubebuku.app.sample.make_sample", make_sample)
    start(laptop)
    laptop.press("Coba buku latihan")
    assert laptop.window.session.book is None
    assert laptop.window.key == "start"
    assert list(folders[0].iterdir()) == []


def test_leaving_half_a_new_book_asks(laptop: Laptop) -> None:
    start(laptop)
    laptop.type("Kube")
    assert not laptop.window.go(places.Display())
    laptop.door.answers.append(True)
    assert laptop.window.go(places.Display())
    laptop.settle()
    laptop.press("Kembali")
    assert laptop.window.key == "start"


def test_a_reserved_word_is_no_file_name() -> None:
    assert new_book.file_name("lpt1.buku").startswith("Buku ")


def test_keys_of_the_start_page_reach_every_button(laptop: Laptop) -> None:
    page = start(laptop)
    seen = set()
    for _step in range(20):
        laptop.key(Qt.Key.Key_Tab)
        focused = laptop.window.focusWidget()
        seen.add(getattr(focused, "words", ""))
    assert {page.open_button.words, page.practice_button.words, "Buat buku"} <= seen
