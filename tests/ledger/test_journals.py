"""What a crash leaves beside a book, and what somebody else put there."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import sys
from contextlib import closing as closing_it
from pathlib import Path

import pytest

from kubebuku.app.office import Office
from kubebuku.domain.errors import Surroundings
from kubebuku.i18n import explain, set_language
from kubebuku.ledger import file as bookfile
from kubebuku.ledger import leftovers, rollback
from kubebuku.ledger.refusals import (
    BookDamaged,
    BookReadOnly,
    JournalStrange,
)
from tests.builders import Books, copy_of, findings_of, forger, names_in, new_book
from tests.ledger.crash import FILL, crashed

posix = pytest.mark.skipif(sys.platform == "win32", reason="other users, links and open files that are removed: Linux only")
SALE = "2026-03-05 | Sewa tenda | 1101 750.000 | 4101 -750.000 @tenda"


@pytest.fixture(autouse=True)
def indonesian() -> None:
    set_language("id")


def test_what_a_crash_left_half_written_is_taken_back_at_opening(worked: Path, worked_once: Path) -> None:
    with crashed(worked, FILL):
        assert worked.stat().st_size != worked_once.stat().st_size or worked.read_bytes() != worked_once.read_bytes()
        with Office.open(worked, who="Ani Contoh") as office:
            books = Books(office)
            assert not books.findings()
            assert books.count("setting") == 0
            books.post(SALE)
    assert names_in(worked.parent) == [worked.name]
    assert worked.stat().st_size == worked_once.stat().st_size


def test_a_look_without_writing_takes_it_back_too(worked: Path) -> None:
    with crashed(worked, FILL):
        assert not findings_of(worked)


def test_on_a_medium_that_cannot_be_written_it_is_taken_back_in_a_copy(worked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with crashed(worked, FILL):
        before = {path: path.read_bytes() for path in worked.parent.iterdir()}
        monkeypatch.setattr(bookfile, "is_writable", lambda _: False)
        with Office.open(worked, who="Ani Contoh") as office:
            copy = office._database.file.place.parent
            books = Books(office)
            assert not office.writable
            assert not books.findings()
            assert books.holds("1101") == 2_375_000
            with pytest.raises(BookReadOnly):
                books.post(SALE)
        assert not copy.exists()
        assert {path: path.read_bytes() for path in worked.parent.iterdir()} == before


def test_a_crash_cut_the_file_short_before_its_journal_restored_it(worked: Path) -> None:
    """With a hot journal a file shorter than its header says is no damage yet."""
    with crashed(worked, FILL):
        os.truncate(worked, worked.stat().st_size - 4096)
        bookfile.read_header(worked)


def test_the_journal_of_another_book_is_never_mixed_in(worked: Path, tmp_path: Path) -> None:
    other = new_book(tmp_path, "lain", book_id=None)
    with closing_it(forger(other)) as book:  # it has seen more acts
        for _ in range(40):
            book.execute("UPDATE kube SET phone = hex(randomblob(4))")
    with crashed(other, FILL):
        shutil.copyfile(rollback.journal_path(other), rollback.journal_path(worked))
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(JournalStrange):
        Office.open(worked, write=False)
    with pytest.raises(JournalStrange) as refused:
        Office.open(worked, who="Ani Contoh")
    assert explain(refused.value).startswith("Di sebelah buku ada berkas buku.kubebuku-journal yang bukan miliknya.")
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_the_journal_of_another_time_of_the_same_book_is_never_mixed_in(worked: Path, tmp_path: Path) -> None:
    earlier = copy_of(worked, tmp_path)
    with closing_it(forger(worked)) as book:
        for number in range(3):
            book.execute("UPDATE kube SET phone = ?", (number,))
    with crashed(earlier, FILL):
        shutil.copyfile(rollback.journal_path(earlier), rollback.journal_path(worked))
    with pytest.raises(JournalStrange):
        Office.open(worked)


def test_journals_that_cannot_be_judged_are_believed(worked: Path) -> None:
    with crashed(worked, FILL):
        journal = rollback.journal_path(worked)
        whole = journal.read_bytes()
        assert rollback.belongs(worked)
        sector = int.from_bytes(whole[20:24], "big")
        journal.write_bytes(whole[:20])
        assert rollback.belongs(worked)
        journal.write_bytes(whole[: sector + 2])
        assert rollback.belongs(worked)
        without_first_page = whole[:8] + (1).to_bytes(4, "big") + whole[12:sector] + (9).to_bytes(4, "big") + whole[sector + 4 :]
        journal.write_bytes(without_first_page)
        assert rollback.belongs(worked)
        journal.write_bytes(whole[:24] + (8192).to_bytes(4, "big") + whole[28:])
        assert not rollback.belongs(worked)
        journal.write_bytes(whole[:24] + bytes(4) + whole[28:])
        assert rollback.belongs(worked)
        journal.unlink()
        assert rollback.belongs(worked)


def test_a_journal_of_a_book_with_the_largest_pages(tmp_path: Path) -> None:
    path = tmp_path / "besar.kubebuku"
    with closing_it(sqlite3.connect(path)) as book:
        book.execute("PRAGMA page_size = 65536")
        book.execute("CREATE TABLE setting (key TEXT, value TEXT)")
    with crashed(path, FILL):
        assert rollback.belongs(path)


def test_a_book_whose_journal_is_lost_after_a_crash_is_found_out(worked: Path) -> None:
    """The half-written act is all that is left of it: somebody copied the book alone from the broken computer."""
    lines = (
        "INSERT INTO posting SELECT (SELECT MAX(id) + 1 FROM entry), line, account, amount, date, unit, person, loan, item"
        " FROM posting WHERE entry = 9"
    )
    with crashed(worked, lines, FILL):
        rollback.journal_path(worked).unlink()
    with contextlib.suppress(BookDamaged):
        assert findings_of(worked)


def test_an_empty_journal_stays_where_only_reading_was_allowed(worked: Path) -> None:
    journal = rollback.journal_path(worked)
    journal.touch()
    with Office.open(worked, write=False):
        pass
    assert journal.exists()
    with Office.open(worked, who="Ani Contoh"):
        pass
    assert not journal.exists()


def test_a_database_that_fails_to_open_leaves_no_copy(worked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Path] = []
    real = leftovers._judged

    def judged(book: Path, folder: Path, *, crashed: bool) -> leftovers.Tried:
        tried = real(book, folder, crashed=crashed)
        made.append(tried.copy)
        tried.copy.write_bytes(b"SQLite format 3\x00" + bytes(200))
        return tried

    monkeypatch.setattr(leftovers, "_judged", judged)
    monkeypatch.setattr(bookfile, "is_writable", lambda _: False)
    with crashed(worked, FILL), pytest.raises(Surroundings):
        Office.open(worked)
    assert made
    assert not made[0].parent.parent.exists()


def test_a_journal_that_its_owner_removes_between_our_look_and_our_reading(worked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def seen(path: Path) -> bool:
        path.unlink()
        return True

    with crashed(worked, FILL):
        monkeypatch.setattr(rollback, "_is_file", seen)
        assert not rollback.is_hot(worked)
