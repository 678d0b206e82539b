"""Whoever looks into a book that is open here leaves SQLite its locks: no other program writes in the middle of our act."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kubebuku.app import attaching
from kubebuku.app.office import Office
from kubebuku.books.attachments.commands import Owner
from kubebuku.ledger import descriptors, rollback
from kubebuku.ledger import file as bookfile
from tests.builders import Books

SALE = "2026-03-05 | Sewa tenda | 1101 750.000 | 4101 -750.000 @tenda"
OTHER = """
import sqlite3, sys
book = sqlite3.connect(sys.argv[1], timeout=0, isolation_level=None)
try:
    book.execute("BEGIN IMMEDIATE")
except sqlite3.OperationalError as refused:
    print(refused)
else:
    print("it is free")
"""


def another_program_says(book: Path) -> str:
    done = subprocess.run([sys.executable, "-c", OTHER, str(book)], check=True, capture_output=True, text=True)
    return done.stdout.strip()


def look(path: Path) -> None:
    with Office.open(path, write=False) as office:
        Books(office).holds("1101")


def attach(path: Path) -> None:
    attaching.from_file(path, Owner.ENTRY, 1)


def copy(path: Path) -> None:
    descriptors.copy(path, path.with_name("salinan"))


LOOKS: dict[str, Callable[[Path], object]] = {
    "its head is read": bookfile.read_header,
    "it is tried whether it can be written": bookfile.is_writable,
    "its journal is judged": rollback.belongs,
    "it is asked whether the file is all there is": rollback.is_all_in,
    "a second window looks": look,
    "somebody puts the book itself in as a paper": attach,
    "it is copied": copy,
}


@pytest.mark.parametrize("what", LOOKS)
def test_in_the_middle_of_our_act_no_other_program_writes_though(what: str, books: Books) -> None:
    def act(work: object) -> str:
        LOOKS[what](books.path)
        LOOKS[what](books.path)
        return another_program_says(books.path)

    assert books.office.write(act) == "database is locked"
    assert another_program_says(books.path) == "it is free"
    books.post(SALE)
    assert not books.findings()


def open_files(path: Path) -> int:
    return sum(os.path.realpath(f"/proc/self/fd/{fd}") == str(path.resolve()) for fd in os.listdir("/proc/self/fd"))  # noqa: PTH208


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="open files are counted on Linux")
def test_what_was_opened_is_used_again_and_closed_after_the_book(worked: Path) -> None:
    assert open_files(worked) == 0
    with Office.open(worked, who="Ani Contoh") as office:
        for look_at in (*LOOKS.values(), *LOOKS.values()):
            look_at(worked)
        with Office.open(worked, write=False) as other:
            Books(other).holds("1101")
        before = open_files(worked)
        for look_at in LOOKS.values():
            look_at(worked)
        assert open_files(worked) == before
        Books(office).post(SALE)
    assert open_files(worked) == 0


def test_two_readers_of_one_file_do_not_disturb_each_other(worked: Path) -> None:
    held = descriptors.Held(worked)
    try:
        with descriptors.opened(worked) as one, descriptors.opened(worked) as two:
            assert one.read(16) == two.read(16) == b"SQLite format 3\0"
        with descriptors.opened(worked, "rb+") as written:
            assert written.writable()
        with descriptors.opened(worked) as again:
            assert again in (one, two)
            assert again.read(16) == b"SQLite format 3\0"
        assert descriptors.content(worked, 10) == b"SQLite for"
        assert descriptors.content(worked, 1 << 30) == worked.read_bytes()
    finally:
        held.release()
    assert one.closed
    assert two.closed
    assert written.closed
