"""A photo of the nota beside the entry: added, seen small and large, printed, taken out; what cannot be kept is refused."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kubebuku.books.attachments.commands import Owner
from kubebuku.books.attachments.queries import AttachmentsOf, AttachmentTotals
from kubebuku.domain.calendar import Month
from kubebuku.domain.money import Rupiah
from kubebuku.ui import places
from kubebuku.ui.books.attachments import card as attached
from kubebuku.ui.books.attachments import work as attached_work
from kubebuku.ui.books.attachments.card import AttachedCard
from kubebuku.ui.books.attachments.look import LookDialog, SmallPicture
from kubebuku.ui.books.cash.cash_book import CashBookPage
from kubebuku.ui.mending.story import StoryPage
from kubebuku.ui.paper.jobs import Printed, Request, render
from kubebuku.ui.widgets import Sign
from tests.ui.hands.dialogs import filling, refused_then_left
from tests.ui.hands.door import RecordingDoor
from tests.ui.hands.laptop import PLACES, Laptop, Opener
from tests.ui.written.papers import paper, photo, written

ENTRY = 3


@pytest.fixture
def story(open_book: Opener, plain_book: Path, door: RecordingDoor) -> Laptop:
    """The laptop with the story of an entry on it."""
    laptop = open_book(plain_book)
    laptop.window.go(places.Story(entry=ENTRY))
    laptop.settle()
    return laptop


def card(laptop: Laptop) -> AttachedCard:
    assert isinstance(laptop.page, StoryPage)
    return laptop.page.attached


def give(laptop: Laptop, door: RecordingDoor, path: Path) -> None:
    """Press the button and choose the file."""
    door.answers.append(path)
    laptop.press("Tambah foto atau PDF")


def held(laptop: Laptop) -> int:
    return laptop.ask(AttachmentTotals()).count


def test_a_photo_is_added_and_seen_small(story: Laptop, door: RecordingDoor, tmp_path: Path) -> None:
    assert "Belum ada. Yang ditambahkan disimpan di dalam buku" in story.reads()
    give(story, door, photo(tmp_path / "Nota beras.jpg"))
    (row,) = story.ask(AttachmentsOf(Owner.ENTRY, ENTRY))
    assert (row.name, row.who) == ("Nota beras.jpg", "Citra Contoh, bendahara")
    assert row.size < row.original_size
    read = story.reads()
    assert "Nota beras.jpg" in read
    assert "ditambahkan oleh Citra Contoh, bendahara, 22/11 pukul" in read
    assert "1 berkas" in read
    assert "Nota beras.jpg tersimpan di buku" in card(story).strip.title.text()
    assert len(card(story).findChildren(SmallPicture)) == 1


def test_reading_and_shrinking_run_on_the_worker(
    story: Laptop, door: RecordingDoor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[str] = []
    add = attached_work.add

    def watched(*wanted: Any) -> Any:
        threads.append(threading.current_thread().name)
        return add(*wanted)

    monkeypatch.setattr(attached_work, "add", watched)
    give(story, door, photo(tmp_path / "nota.jpg"))
    assert len(threads) == 1
    assert threads[0].startswith("kubebuku-work")


def test_the_small_picture_opens_it_large(story: Laptop, door: RecordingDoor, tmp_path: Path) -> None:
    give(story, door, photo(tmp_path / "nota.jpg"))
    seen: list[tuple[int, int, str]] = []

    def look(dialog: LookDialog) -> None:
        (page,) = dialog.pages
        seen.append((page.size_of_picture.width(), page.height_at(800), dialog.windowTitle()))
        dialog.buttons["close"].click()

    door.acts.append(look)
    picture = card(story).findChildren(SmallPicture)[0]
    picture.setFocus()
    story.enter()
    assert seen == [(1600, 534, "nota.jpg")]


def test_the_pages_of_a_paper_are_drawn_and_a_copy_is_saved(story: Laptop, door: RecordingDoor, tmp_path: Path) -> None:
    given = paper(tmp_path / "Surat bantuan.pdf", pages=3)
    give(story, door, given)
    copy = tmp_path / "keluar.pdf"

    def look(dialog: LookDialog) -> None:
        assert len(dialog.pages) == 3
        door.answers.append(copy)
        dialog.copy.click()
        dialog.buttons["close"].click()

    door.acts.append(look)
    story.press("Lihat")
    story.settle()
    assert copy.read_bytes() == given.read_bytes()


def test_many_pages_say_that_there_are_more(story: Laptop, door: RecordingDoor, tmp_path: Path) -> None:
    give(story, door, paper(tmp_path / "buku.pdf", pages=14))
    counted: list[int] = []

    def look(dialog: LookDialog) -> None:
        counted.append(len(dialog.pages))
        dialog.buttons["close"].click()

    door.acts.append(look)
    story.press("Lihat")
    assert counted == [attached_work.MOST_PAGES]


def _large(path: Path) -> Path:
    with path.open("wb") as file:
        file.write(b"\xff\xd8\xff")
        file.truncate(40_000_000)
    return path


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda folder: _large(folder / "besar.jpg"), "Berkas ini 40,0 MB, terlalu besar."),
        (lambda folder: written(folder / "foto.jpg", b"MZ\x90\x00" + bytes(400)), "Berkas ini bukan foto dan bukan PDF."),
        (lambda folder: written(folder / "rusak.pdf", b"%PDF-1.4\nputus"), "Berkas ini rusak dan tidak bisa dibaca."),
        (
            lambda folder: written(folder / "kosong.pdf", b"%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n"),
            "Berkas ini rusak dan tidak bisa dibaca.",
        ),
        (lambda folder: written(folder / "rusak.jpg", b"\xff\xd8\xff" + bytes(90)), "Berkas ini rusak dan tidak bisa dibaca."),
    ],
    ids=["40 MB", "renamed exe", "cut PDF", "hollow PDF", "damaged photo"],
)
def test_what_cannot_be_kept_is_refused_in_one_sentence(
    story: Laptop, door: RecordingDoor, tmp_path: Path, make: Callable[[Path], Path], said: str
) -> None:
    give(story, door, make(tmp_path))
    assert card(story).strip.title.text() == said
    assert card(story).strip.isVisible()
    assert held(story) == 0
    assert card(story).adding.isEnabled()


def test_a_file_that_is_gone_is_told_by_the_door(story: Laptop, door: RecordingDoor, tmp_path: Path) -> None:
    give(story, door, tmp_path / "tidak ada.jpg")
    assert door.said[-1] == "Berkas tidak ada.jpg tidak bisa dibaca."
    assert held(story) == 0


def test_the_same_photo_twice_is_refused(story: Laptop, door: RecordingDoor, tmp_path: Path) -> None:
    give(story, door, photo(tmp_path / "nota.jpg"))
    give(story, door, photo(tmp_path / "lagi.jpg"))
    assert card(story).strip.title.text() == "Foto atau kertas ini sudah ada: nota.jpg."
    assert held(story) == 1


def test_it_is_taken_out_with_a_reason(story: Laptop, door: RecordingDoor, tmp_path: Path) -> None:
    give(story, door, photo(tmp_path / "KTP.jpg"))
    seen: list[str] = []
    door.acts += [refused_then_left(seen, reason="")]
    story.press("Keluarkan")
    assert seen == ["Belum ditulis: “Kenapa?”"]
    assert held(story) == 1
    door.acts += [filling(reason="Itu KTP, bukan nota")]
    story.press("Keluarkan")
    assert held(story) == 0
    assert "KTP.jpg dikeluarkan oleh Citra Contoh, bendahara" in story.reads()
    assert "Itu KTP, bukan nota" in story.reads()
    assert not card(story).print.isVisible()


def test_the_appendix_has_a_page_for_each(
    story: Laptop, door: RecordingDoor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted: list[Request] = []
    monkeypatch.setattr(attached, "print_document", lambda _window, _owner, request: wanted.append(request))
    give(story, door, photo(tmp_path / "satu.jpg", 900, 600))
    give(story, door, paper(tmp_path / "dua.pdf", pages=2))
    story.press("Cetak foto dan berkas")
    (request,) = wanted
    found: list[Printed] = []
    window = story.window
    window.session.jobs.run(lambda _progress: render(window.session.office, request, lambda *_told: None), found.append)
    story.settle()
    assert found[0].pages.total == 3


@pytest.mark.parametrize(("page", "wanted"), [("person", {"person": 3}), ("equipment", {"item": 1})])
def test_people_and_things_have_photos_too(
    open_book: Opener, goods_book: Path, door: RecordingDoor, tmp_path: Path, page: str, wanted: dict[str, int]
) -> None:
    laptop = open_book(goods_book)
    laptop.window.go(PLACES[page](**wanted))
    laptop.settle()
    give(laptop, door, photo(tmp_path / "foto.jpg", 800, 600))
    owner = Owner.PERSON if page == "person" else Owner.ITEM
    assert [row.name for row in laptop.ask(AttachmentsOf(owner, next(iter(wanted.values()))))] == ["foto.jpg"]
    assert "foto.jpg" in laptop.reads()
    laptop.window.go(PLACES[page](**dict.fromkeys(wanted, 2)))
    laptop.settle()
    assert "foto.jpg" not in laptop.reads()


def test_a_book_that_is_only_read_offers_no_adding(story: Laptop, door: RecordingDoor, tmp_path: Path) -> None:
    give(story, door, photo(tmp_path / "nota.jpg"))
    book = story.window.session.book
    assert book is not None
    story.window.open_book(book.path, write=False)
    story.settle()
    story.window.go(places.Story(entry=ENTRY))
    story.settle()
    assert "nota.jpg" in story.reads()
    assert not {"Tambah foto atau PDF", "Keluarkan"} & set(story.words_of_buttons())
    story.window.go(places.Story(entry=ENTRY + 1))
    story.settle()
    assert not card(story).isVisible()


def test_the_cash_book_marks_what_has_a_photo(story: Laptop, door: RecordingDoor, tmp_path: Path) -> None:
    row = next(row for row in story.cash_book().rows if row.paid and not row.struck)
    story.window.go(places.Story(entry=row.entry))
    story.settle()
    give(story, door, photo(tmp_path / "nota.jpg", 800, 600))
    story.window.go(places.CashBook(box="1101", month=Month.of(row.on)))
    story.settle()
    assert marked(story) == [row.description]


def marked(laptop: Laptop) -> list[str]:
    """The words of the lines with the sign of a photo."""
    assert isinstance(laptop.page, CashBookPage)
    model = laptop.page.table.model
    at = [spec.key for spec in model.columns].index("description")
    values = [model.value(line, at) for line in range(model.rowCount())]
    return [value.text for value in values if isinstance(value, Sign) and value.icon == "foto"]


def test_after_saving_the_photo_of_the_nota_is_one_press_away(story: Laptop, door: RecordingDoor, tmp_path: Path) -> None:
    story.begin("wages", amount=Rupiah(20_000), description="Upah angkut kursi")
    story.save()
    entry = story.window.session.last_entry
    assert entry is not None
    door.answers.append(photo(tmp_path / "nota.jpg", 800, 600))
    story.press("Tambah foto nota")
    assert [row.name for row in story.ask(AttachmentsOf(Owner.ENTRY, entry))] == ["nota.jpg"]
    assert "nota.jpg tersimpan di buku" in story.reads()
    door.answers.append(written(tmp_path / "foto.jpg", b"MZ" + bytes(100)))
    story.press("Tambah foto nota")
    assert door.said[-1] == "Berkas ini bukan foto dan bukan PDF."
    assert held(story) == 1
