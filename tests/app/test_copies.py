"""Copies of a book: read back before they count, taken back in one step, never mixed with another group's or a fork's."""

from __future__ import annotations

import contextlib
import errno
import shutil
import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kubebuku.app import backup
from kubebuku.app.backup import AnotherGroup, CopyOntoItself, Relation
from kubebuku.app.office import Office
from kubebuku.domain.errors import Surroundings
from kubebuku.i18n import say
from kubebuku.ledger import plain, rollback
from kubebuku.ledger.book import NewBook, create_book
from kubebuku.ledger.refusals import BookDamaged, BookForeign, BookHeld, NotABook
from kubebuku.reports.write import FolderGone, NoSpace, TargetExists
from tests.builders import Books, copy_of, crash, findings_of, forger, new_book


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = new_book(tmp_path)
    write(path, "2026-01-05 | Modal | 1101 500.000 | 3110 -500.000")
    return path


def write(path: Path, *lines: str) -> None:
    with Office.open(path, who="Ani Contoh") as office:
        Books(office).post(*lines)


def copied(path: Path, to: Path, *, replace: bool = False) -> backup.Summary:
    with Office.open(path, write=False) as office:
        return backup.backup(office, to, replace=replace)


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


SALE = "2026-01-06 | Sewa | 1101 50.000 | 4101 -50.000 @tenda"


def held(book: Path) -> dict[str, int]:
    """What every account of the book holds."""
    with contextlib.closing(sqlite3.connect(book)) as raw:
        return dict(plain.by_account(raw))


# -------------------------------------------------------------------------------------------------------------- backup


def test_copy_is_a_whole_book(book: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    made = copied(book, stick / "salinan.kubebuku")
    assert (made.entries, made.last_number, made.last_date) == (1, "BKM/2026/0001", "2026-01-05")
    assert names(stick) == ["salinan.kubebuku"]
    assert findings_of(stick / "salinan.kubebuku") == {}
    assert held(stick / "salinan.kubebuku") == held(book) != {}


def test_copy_of_an_empty_book(tmp_path: Path) -> None:
    made = copied(new_book(tmp_path), tmp_path / "salinan.kubebuku")
    assert (made.entries, made.last_number, made.last_date) == (0, None, None)


def test_copy_is_made_while_a_window_holds_the_book(book: Path, tmp_path: Path) -> None:
    with Office.open(book, who="Ani Contoh") as window:
        Books(window).post(SALE)
        assert copied(book, tmp_path / "salinan.kubebuku").entries == 2
        assert backup.backup(window, tmp_path / "salinan 2.kubebuku").entries == 2


def test_older_copy_is_kept_aside_when_it_is_replaced(book: Path, tmp_path: Path) -> None:
    copied(book, tmp_path / "s.kubebuku")
    write(book, SALE)
    with pytest.raises(TargetExists):
        copied(book, tmp_path / "s.kubebuku")
    assert copied(book, tmp_path / "s.kubebuku", replace=True).entries == 2
    assert backup.summary(tmp_path / "s (lama).kubebuku").entries == 1


def test_book_is_never_copied_onto_itself(book: Path, tmp_path: Path) -> None:
    before = book.read_bytes()
    with pytest.raises(CopyOntoItself):
        copied(book, book, replace=True)
    (tmp_path / "nama lain.kubebuku").hardlink_to(book)
    with pytest.raises(CopyOntoItself):
        copied(book, tmp_path / "nama lain.kubebuku", replace=True)
    assert book.read_bytes() == before


def test_damaged_book_makes_no_copy(book: Path, tmp_path: Path) -> None:
    raw = forger(book)
    raw.execute("DROP TRIGGER entry_no_update")
    raw.execute("UPDATE entry SET description = 'Lain'")
    raw.close()
    with pytest.raises(BookDamaged):
        copied(book, tmp_path / "s.kubebuku")
    assert names(tmp_path) == [book.name]


def spoil(monkeypatch: pytest.MonkeyPatch, act: Callable[[Path], None]) -> None:
    """Let the medium do something to a copy between writing it and reading it back."""
    real = backup._forget_cached

    def forget(place: Path) -> None:
        real(place)
        act(place)

    monkeypatch.setattr(backup, "_forget_cached", forget)


def test_stick_that_lies_about_its_size_is_found_by_reading_back(
    book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied(book, tmp_path / "s.kubebuku")
    before = (tmp_path / "s.kubebuku").read_bytes()
    write(book, SALE)

    def zeroes(place: Path) -> None:
        content = bytearray(place.read_bytes())
        content[20_000:] = bytes(len(content) - 20_000)
        place.write_bytes(content)

    spoil(monkeypatch, zeroes)
    with pytest.raises(BookDamaged):
        copied(book, tmp_path / "s.kubebuku", replace=True)
    assert (tmp_path / "s.kubebuku").read_bytes() == before
    assert names(tmp_path) == [book.name, "s.kubebuku"]


@pytest.mark.parametrize(("number", "trouble"), [(errno.ENOSPC, NoSpace), (errno.EIO, Surroundings)])
def test_stick_that_is_full_or_gone_leaves_the_older_copy(
    book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, trouble: type[Surroundings]
) -> None:
    copied(book, tmp_path / "s.kubebuku")
    before = (tmp_path / "s.kubebuku").read_bytes()

    def fails(_place: Path) -> None:
        raise OSError(number, "trouble")

    spoil(monkeypatch, fails)
    with pytest.raises(Surroundings):
        copied(book, tmp_path / "s.kubebuku", replace=True)
    assert (tmp_path / "s.kubebuku").read_bytes() == before
    assert names(tmp_path) == [book.name, "s.kubebuku"]


def test_folder_that_is_not_there(book: Path, tmp_path: Path) -> None:
    with pytest.raises(FolderGone):
        copied(book, tmp_path / "stick" / "s.kubebuku")


# ------------------------------------------------------------------------------------------------------------- restore


def test_copy_comes_back_where_nothing_stands(book: Path, tmp_path: Path) -> None:
    copied(book, tmp_path / "s.kubebuku")
    book.unlink()
    compared = backup.restore(tmp_path / "s.kubebuku", book)
    assert compared.relation is Relation.FREE
    assert findings_of(book) == {}
    write(book, SALE)


def test_book_that_is_there_is_replaced_only_when_asked_and_kept_aside(book: Path, tmp_path: Path) -> None:
    copied(book, tmp_path / "s.kubebuku")
    write(book, SALE)
    with pytest.raises(TargetExists):
        backup.restore(tmp_path / "s.kubebuku", book)
    compared = backup.restore(tmp_path / "s.kubebuku", book, replace=True)
    assert compared.relation is Relation.OLDER
    assert [say(sentence) for sentence in compared.sentences] == [
        "Salinan: 1 catatan, terakhir BKM/2026/0001 tanggal 5 Januari 2026.",
        "Buku yang ada di sana: 2 catatan, terakhir BKM/2026/0002 tanggal 6 Januari 2026.",
        "Salinan itu lebih lama: yang dicatat sesudahnya hanya ada di buku yang tadinya di sana.",
    ]
    assert backup.summary(book).entries == 1
    assert backup.summary(tmp_path / "buku (lama).kubebuku").entries == 2


def test_how_two_books_of_one_group_stand_to_each_other(book: Path, tmp_path: Path) -> None:
    other = copy_of(book, tmp_path)
    assert backup.compare(other, book).relation is Relation.SAME
    write(other, SALE)
    assert backup.compare(other, book).relation is Relation.NEWER
    assert backup.compare(book, other).relation is Relation.OLDER
    write(book, "2026-01-06 | Sewa kursi | 1101 20.000 | 4101 -20.000 @tenda")
    compared = backup.compare(other, book)
    assert compared.relation is Relation.FORK
    assert "masing-masing punya catatan" in say(compared.sentences[-1])


def test_closing_that_came_after_is_noticed_too(book: Path, tmp_path: Path) -> None:
    older = copy_of(book, tmp_path)
    with Office.open(book) as office:
        Books(office).close("2026-01")
    assert backup.compare(older, book).relation is Relation.OLDER


def test_book_of_another_group_is_refused_and_untouched(book: Path, tmp_path: Path) -> None:
    other = create_book(tmp_path / "mawar.kubebuku", NewBook("Kube Mawar", date(2026, 1, 1)))
    before = book.read_bytes()
    with pytest.raises(AnotherGroup) as refused:
        backup.restore(other, book, replace=True)
    assert "Kube Mawar" in say(refused.value.sentences[0])
    assert book.read_bytes() == before
    with pytest.raises(CopyOntoItself):
        backup.restore(book, book, replace=True)


def jpeg(path: Path) -> None:
    path.write_bytes(b"\xff\xd8\xff" * 50)


def foreign(path: Path) -> None:
    path.unlink()
    raw = sqlite3.connect(path)
    raw.execute("CREATE TABLE moz_cookies (id INTEGER)")
    raw.close()


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:30_000])


def changed(path: Path) -> None:
    raw = forger(path)
    raw.execute("DROP TRIGGER posting_no_update")
    raw.execute("UPDATE posting SET amount = amount * 2")
    raw.close()


@pytest.mark.parametrize(
    ("spoiled", "trouble"), [(jpeg, NotABook), (foreign, BookForeign), (cut, BookDamaged), (changed, BookDamaged)]
)
def test_what_is_no_sound_copy_is_refused_before_the_book_is_touched(
    book: Path, tmp_path: Path, spoiled: Callable[[Path], None], trouble: type[Surroundings]
) -> None:
    copy = copy_of(book, tmp_path)
    spoiled(copy)
    before = book.read_bytes()
    with pytest.raises(trouble):
        backup.restore(copy, book, replace=True)
    assert book.read_bytes() == before
    assert names(tmp_path) == [book.name, copy.name]


@pytest.mark.parametrize("spoiled", [jpeg, cut, changed])
def test_damaged_book_is_replaced_and_kept_aside(book: Path, tmp_path: Path, spoiled: Callable[[Path], None]) -> None:
    copy = copy_of(book, tmp_path)
    spoiled(book)
    before = book.read_bytes()
    compared = backup.restore(copy, book, replace=True)
    assert compared.relation is Relation.UNKNOWN
    assert "tidak bisa dibaca" in say(compared.sentences[-1])
    assert findings_of(book) == {}
    assert (tmp_path / "buku (lama).kubebuku").read_bytes() == before


def test_open_book_is_not_replaced(book: Path, tmp_path: Path) -> None:
    copy = copy_of(book, tmp_path)
    with Office.open(book, who="Ani Contoh") as window:
        with pytest.raises(BookHeld):
            backup.restore(copy, book, replace=True)
        Books(window).post(SALE)
    assert backup.summary(book).entries == 2


class _Killed(Exception):
    """Stands for a power cut: nothing after it runs."""


def test_power_cut_at_any_step_leaves_one_of_the_two_whole_books(
    book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = copy_of(book, tmp_path)
    write(book, SALE)
    steps = 0
    while True:
        folder = tmp_path / f"langkah {steps}"
        folder.mkdir()
        there = Path(shutil.copyfile(book, folder / "buku.kubebuku"))
        cut_at = steps

        def killed(real: Any, left: list[int]) -> Any:
            def step(*args: Any, **more: Any) -> Any:
                left[0] -= 1
                if left[0] < 0:
                    raise _Killed
                return real(*args, **more)

            return step

        with monkeypatch.context() as patched:
            left = [cut_at]
            for name in ("hardlink_to", "replace"):
                patched.setattr(Path, name, killed(getattr(Path, name), left))
            patched.setattr(backup, "_forget_cached", killed(backup._forget_cached, left))
            try:
                backup.restore(copy, there, replace=True)
            except _Killed:
                assert backup.summary(there).entries in (1, 2)
                steps += 1
                continue
        assert backup.summary(there).entries == 1
        assert steps == 3
        break


def test_book_behind_a_link_is_replaced_where_it_lies(book: Path, tmp_path: Path) -> None:
    copy = copy_of(book, tmp_path)
    (tmp_path / "meja").mkdir()
    link = tmp_path / "meja" / "pintas.kubebuku"
    link.symlink_to(book)
    write(book, SALE)
    backup.restore(copy, link, replace=True)
    assert link.is_symlink()
    assert backup.summary(book).entries == 1


def test_journal_of_a_crash_is_rolled_back_before_its_book_is_replaced(book: Path, tmp_path: Path) -> None:
    copy = copy_of(book, tmp_path)
    write(book, SALE)
    crash(book)
    assert rollback.is_hot(book)
    backup.restore(copy, book, replace=True)
    assert names(tmp_path) == ["buku (lama).kubebuku", "buku.kubebuku", copy.name]
    assert [backup.summary(tmp_path / name).entries for name in names(tmp_path)] == [2, 1, 1]


def test_crashed_book_is_copied_as_it_was_before_the_act(book: Path, tmp_path: Path) -> None:
    crash(book)
    assert copied(book, tmp_path / "s.kubebuku").entries == 1


def test_system_that_cannot_forget_what_it_wrote(book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("os.posix_fadvise", raising=False)
    assert copied(book, tmp_path / "s.kubebuku").entries == 1


def test_journal_of_the_old_book_is_not_mixed_into_the_restored_one(book: Path, tmp_path: Path) -> None:
    copy = copy_of(book, tmp_path)
    write(book, SALE)
    rollback.journal_path(book).write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(504))
    backup.restore(copy, book, replace=True)
    assert backup.summary(book).entries == 1
    assert not rollback.is_hot(book)
    write(book, SALE)


def test_journal_that_nobody_can_roll_back_is_moved_aside(book: Path, tmp_path: Path) -> None:
    copy = copy_of(book, tmp_path)
    jpeg(book)
    journal = rollback.journal_path(book)
    journal.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(504))
    backup.restore(copy, book, replace=True)
    assert findings_of(book) == {}
    assert not journal.exists()
    assert any("journal" in name for name in names(tmp_path))
