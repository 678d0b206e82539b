"""The rollback journal that a crash leaves beside a book: where it is, whether it must be rolled back, whether it is this book's.

The layout is SQLite's own (https://www.sqlite.org/fileformat2.html, "The Rollback Journal").
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from kubebuku.ledger import descriptors

_MAGIC = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
#: Journals of one act are short; further than this nobody looks for the first page.
_MOST_RECORDS = 10_000


def journal_path(book: Path) -> Path:
    """Where SQLite keeps the journal of `book`."""
    return book.with_name(book.name + "-journal")


def is_hot(book: Path) -> bool:
    """True where a crash left a journal that must be rolled back before the book can be read."""
    try:
        with journal_path(book).open("rb") as file:
            return file.read(8) == _MAGIC
    except OSError:
        return False


def is_all_in(book: Path) -> bool:
    """True where the file of the book alone is the book: no journal lies beside it, half an act in it, and no write-ahead log."""
    with descriptors.opened(book) as file:
        logged = file.read(20)[18:] != b"\x01\x01"  # the form of the file: 2 is a write-ahead log's
    with contextlib.suppress(FileNotFoundError):
        if journal_path(book).stat().st_size:
            return False
    return not logged and not book.with_name(book.name + "-wal").exists()


def belongs(book: Path) -> bool:
    """False where the journal is surely that of another book or of another time of this one.

    A journal holds pages as they were before the act. The first page counts the acts: in the book it is as in the journal, or
    one further. SQLite does not ask; it would mix the pages of two books in silence. Journals without that page are believed.
    """
    with contextlib.ExitStack() as opened:
        now = opened.enter_context(descriptors.opened(book)).read(100)
        try:
            file = opened.enter_context(journal_path(book).open("rb"))
        except FileNotFoundError:  # its owner lives and has just committed
            return True
        head = file.read(28)
        if len(head) < 28:
            return True
        records = int.from_bytes(head[8:12], "big")
        sector, page_size = int.from_bytes(head[20:24], "big"), int.from_bytes(head[24:28], "big")
        if page_size != (int.from_bytes(now[16:18], "big") if now[16:18] != b"\x00\x01" else 65536):
            return False
        file.seek(sector)
        for _ in range(min(records, _MOST_RECORDS)):
            page = file.read(4)
            if page == b"\x00\x00\x00\x01":
                then = file.read(100)
                return then[68:72] == now[68:72] and _acts(now) - _acts(then) in (0, 1)
            if len(page) < 4:
                break
            file.seek(page_size + 4, os.SEEK_CUR)
    return True


def _acts(first_page: bytes) -> int:
    return int.from_bytes(first_page[24:28], "big")
