"""The rollback journal that a crash leaves beside a book: where it is, whether it must be rolled back, what it holds.

The layout is SQLite's own (https://www.sqlite.org/fileformat2.html, "The Rollback Journal").
"""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from kubebuku.ledger import descriptors

_MAGIC = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
#: What a journal says where SQLite did not count its pages.
_NOT_COUNTED = 0xFFFFFFFF


def journal_path(book: Path) -> Path:
    """Where SQLite keeps the journal of `book`."""
    return book.with_name(book.name + "-journal")


def log_path(book: Path) -> Path:
    """Where SQLite keeps the write-ahead log of a database that was turned to one; no program of ours does."""
    return book.with_name(book.name + "-wal")


def is_planted(book: Path) -> Path | None:
    """A link, folder, pipe or device where a journal or log of the book belongs: SQLite would write through it."""
    return next((path for path in (journal_path(book), log_path(book)) if os.path.lexists(path) and not _is_file(path)), None)


def _is_file(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def is_hot(book: Path) -> bool:
    """True where a crash left a journal that must be rolled back before the book can be read."""
    try:
        if not _is_file(journal_path(book)):  # a pipe would be waited at for ever
            return False
        with journal_path(book).open("rb") as file:
            return file.read(8) == _MAGIC
    except OSError:
        return False


def is_logged(book: Path) -> bool:
    """True where a write-ahead log with something in it lies beside the book."""
    try:
        return log_path(book).stat().st_size > 0
    except OSError:
        return False


def is_all_in(book: Path) -> bool:
    """True where the file of the book alone is the book: no journal lies beside it, half an act in it, and no write-ahead log."""
    with contextlib.suppress(FileNotFoundError):
        if journal_path(book).stat().st_size:
            return False
    return not in_form_of_log(book) and not log_path(book).exists()


def in_form_of_log(book: Path) -> bool:
    """True where the head of the file says that it is written through a write-ahead log; raises OSError."""
    with descriptors.opened(book) as file:
        return file.read(20)[18:] != b"\x01\x01"  # 2 is a write-ahead log's


@dataclass(frozen=True, slots=True)
class _Head:
    """The first segment of a journal: the pages it counts, and in bytes where they begin and how long one is."""

    records: int
    start: int
    page_size: int

    @property
    def end(self) -> int:
        return self.start + self.records * (self.page_size + 8)


def _head(file: BinaryIO) -> _Head | None:
    head = file.read(28)
    if len(head) < 28:
        return None
    records, start, page_size = (int.from_bytes(head[at : at + 4], "big") for at in (8, 20, 24))
    if not page_size:
        return None
    if records == _NOT_COUNTED:
        records = max(os.fstat(file.fileno()).st_size - start, 0) // (page_size + 8)
    return _Head(records, start, page_size)


def _pages(file: BinaryIO, head: _Head) -> Iterator[tuple[int, bytes]]:
    """Number and earlier content of each page; a journal that is cut off, or at page nought, has fewer than it counts."""
    file.seek(head.start)
    for _ in range(head.records):
        number = int.from_bytes(file.read(4), "big")
        page = file.read(head.page_size)
        if not number or len(page) < head.page_size:
            return
        yield number, page
        file.seek(4, os.SEEK_CUR)


def belongs(book: Path) -> bool:
    """False where the journal is surely that of another book or of another time of this one; what it does not tell is believed.

    The first page counts the acts: in the book it is as in the journal, or one further.
    """
    with contextlib.ExitStack() as opened:
        now = opened.enter_context(descriptors.opened(book)).read(100)
        try:
            file = opened.enter_context(journal_path(book).open("rb"))
        except FileNotFoundError:  # its owner lives and has just committed
            return True
        head = _head(file)
        if head is None:
            return True
        if head.page_size != (int.from_bytes(now[16:18], "big") if now[16:18] != b"\x00\x01" else 65536):
            return False
        then = next((page for number, page in _pages(file, head) if number == 1), None)
        return then is None or (then[68:72] == now[68:72] and _acts(now) - _acts(then) in (0, 1))


def is_written_out(book: Path) -> bool:
    """True where every page of the act in the journal stands in the book as the act left it: only its end was not written down.

    A page that an act leaves as it was looks like one that was not written yet: then this says no. So it does of a journal
    of several segments: such an act wrote pages before it was done. Raises OSError.
    """
    with contextlib.ExitStack() as opened:
        file = opened.enter_context(journal_path(book).open("rb"))
        now = opened.enter_context(descriptors.opened(book))
        head = _head(file)
        if head is None or os.fstat(file.fileno()).st_size != head.end:
            return False
        counted = False
        for number, page in _pages(file, head):
            now.seek((number - 1) * head.page_size)
            there = now.read(head.page_size)  # nothing where the act gave the page back to the disk
            if there == page:
                return False
            if number == 1:
                counted = _acts(there) - _acts(page) == 1
        return counted


def _acts(first_page: bytes) -> int:
    return int.from_bytes(first_page[24:28], "big")
