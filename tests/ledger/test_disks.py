"""Disks that are full, gone or busy, and books that are taken away while they are open."""

from __future__ import annotations

import contextlib
import errno
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing as closing_it
from pathlib import Path

import pytest

from kubebuku.app.office import Office
from kubebuku.i18n import explain, set_language
from kubebuku.ledger.refusals import (
    BookBusy,
    BookDamaged,
    BookNameTooLong,
    BookReplaced,
    DiskFull,
    DiskGone,
)
from kubebuku.ledger.troubles import disk_trouble, troubles
from tests.builders import Books, copy_of, findings_of, forger

posix = pytest.mark.skipif(sys.platform == "win32", reason="other users, links and open files that are removed: Linux only")
SALE = "2026-03-05 | Sewa tenda | 1101 750.000 | 4101 -750.000 @tenda"


@pytest.fixture(autouse=True)
def indonesian() -> None:
    set_language("id")


@contextlib.contextmanager
def nearly_full(office: Office) -> Iterator[None]:
    """The book can grow by no page."""
    raw = office.raw
    pages = raw.execute("PRAGMA page_count").fetchone()[0]
    raw.execute(f"PRAGMA max_page_count = {pages}")
    yield
    raw.execute("PRAGMA max_page_count = 1073741823")


def test_a_full_disk_is_told_and_nothing_is_half_written(books: Books) -> None:
    books.post(SALE)
    before = books.path.read_bytes()
    with nearly_full(books.office):
        with pytest.raises(DiskFull) as refused:
            books.post(*[SALE] * 200)
        assert explain(refused.value).startswith("Tempat di komputer penuh. Yang ini belum tersimpan;")
        assert books.path.read_bytes() == before
        assert books.holds("1101") == 750_000
    books.post(*[SALE] * 200)
    assert not books.findings()


@posix
def test_a_file_that_may_not_grow_is_a_full_disk(worked: Path) -> None:
    """Over the quota, or over what the stick's file system takes in one file."""
    script = """
import resource, signal, sys
from pathlib import Path
from kubebuku.app.office import Office
from kubebuku.ledger.refusals import DiskFull, DiskGone
from tests.builders import Books
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
path = Path(sys.argv[1])
with Office.open(path, who="Ani Contoh") as office:
    books = Books(office)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size, resource.RLIM_INFINITY))
    try:
        books.post(*["2026-03-05 | Sewa tenda | 1101 750.000 | 4101 -750.000 @tenda"] * 300)
    except (DiskFull, DiskGone) as trouble:
        print(trouble.code)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    books.post("2026-03-05 | Sewa tenda | 1101 750.000 | 4101 -750.000 @tenda")
    print(books.count(), len(books.findings()))
"""
    done = subprocess.run([sys.executable, "-c", script, str(worked)], check=True, capture_output=True, text=True)
    code, count, found = done.stdout.split()
    assert code in ("disk-full", "disk-gone")
    assert (count, found) == ("10", "0")


@posix
def test_a_stick_that_is_pulled_out_between_two_acts(books: Books, tmp_path: Path) -> None:
    books.post(SALE)
    stick, drawer = books.path.parent, tmp_path.parent / f"{tmp_path.name}-laci"
    stick.rename(drawer)
    with pytest.raises(DiskGone) as refused:
        books.post(SALE)
    assert explain(refused.value).startswith("Tempat buku ini tidak bisa dijangkau. Yang ini belum tersimpan;")
    drawer.rename(stick)
    books.post(SALE)
    assert books.holds("1101") == 1_500_000


@posix
def test_a_book_that_was_removed_while_open_takes_nothing_more(books: Books) -> None:
    """Linux would let us write on into a file that has no name any more."""
    books.path.unlink()
    with pytest.raises(DiskGone):
        books.post(SALE)


@posix
def test_a_book_that_was_replaced_while_open_takes_nothing_more(books: Books, worked_once: Path, tmp_path: Path) -> None:
    copy = copy_of(worked_once, tmp_path)
    copy.replace(books.path)
    with pytest.raises(BookReplaced) as refused:
        books.post(SALE)
    assert explain(refused.value).startswith("Berkas buku buku.kubebuku diganti berkas lain saat sedang terbuka.")
    assert books.path.read_bytes() == worked_once.read_bytes()


def test_a_copy_made_while_the_book_is_open_is_a_whole_book(books: Books, tmp_path: Path) -> None:
    for n in range(5):
        books.post(SALE)
        copy = copy_of(books.path, tmp_path, f"salinan {n}.kubebuku")
        assert not findings_of(copy)
        with Office.open(copy, write=False) as office:
            assert Books(office).count() == n + 1


def test_another_program_in_the_middle_of_writing_is_waited_for_and_then_named(books: Books) -> None:
    books.office.raw.execute("PRAGMA busy_timeout = 50")
    with closing_it(forger(books.path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(BookBusy):
            books.post(SALE)
        other.execute("ROLLBACK")
    books.post(SALE)


@pytest.mark.parametrize(
    ("error", "name"),
    [
        (OSError(errno.ENOSPC, ""), "full"),
        (OSError(errno.EDQUOT, ""), "full"),
        (OSError(errno.EROFS, ""), "readonly"),
        (OSError(errno.EIO, ""), "gone"),
        (OSError(errno.ENAMETOOLONG, ""), "name"),
        (OSError(errno.EXDEV, ""), None),
        (OSError("no number"), None),
        (sqlite3.OperationalError("Could not decode to UTF-8 column 'x'"), "damaged"),
        (sqlite3.ProgrammingError("closed"), None),
        (ValueError(), None),
    ],
)
def test_what_failed_around_a_book(error: Exception, name: str | None) -> None:
    assert disk_trouble(error) == name


def test_a_name_the_system_will_not_take_is_a_name_too_long() -> None:
    with pytest.raises(BookNameTooLong), troubles("buku"):
        raise OSError(errno.ENAMETOOLONG, "")


def test_a_message_that_quotes_torn_text_is_damage() -> None:
    with pytest.raises(BookDamaged) as refused, troubles("kas.kubebuku"):
        raise UnicodeDecodeError("utf-8", b"\xff", 0, 1, "torn")
    assert "kas.kubebuku" in explain(refused.value)
