"""A crash in the middle of an act."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kubebuku.ledger import rollback

#: Writes more than fits the memory of the program that is about to die.
FILL = (
    "INSERT INTO setting SELECT 'x' || value, hex(randomblob(2000)) FROM"
    " (WITH RECURSIVE n (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n LIMIT 300) SELECT value FROM n)"
)

_DIE = """
import os, sqlite3, sys
book = sqlite3.connect(sys.argv[1], isolation_level=None)
book.create_function("kubebuku_kept", 4, lambda *_: None)
book.execute("PRAGMA cache_size = 1")
book.execute("BEGIN IMMEDIATE")
for statement in sys.argv[2:]:
    book.execute(statement)
os._exit(9)
"""


@contextmanager
def crashed(book: Path, *statements: str) -> Iterator[None]:
    """A program that wrote all this to the disk and died before it could commit: its journal lies hot beside the book."""
    died = subprocess.run([sys.executable, "-c", _DIE, str(book), *statements], check=False)
    assert died.returncode == 9
    assert rollback.is_hot(book)
    yield


PAGE = 4096


def changed_pages(before: bytes, after: bytes) -> list[int]:
    """The numbers of the pages, from one, in which an act changed what was there before."""
    pages = range(1, len(before) // PAGE + 1)
    return [number for number in pages if _page(before, number) != _page(after, number)]


def _page(book: bytes, number: int) -> bytes:
    return book[(number - 1) * PAGE : number * PAGE]


def journal_of(before: bytes, pages: Iterable[int]) -> bytes:
    """The journal of an act on a book that was `before`: those pages as they were, as SQLite writes them."""
    nonce, records = 0x5EED, b""
    for number in pages:
        page = _page(before, number)
        total = (nonce + sum(page[at] for at in range(PAGE - 200, 0, -200))) & 0xFFFFFFFF
        records += number.to_bytes(4, "big") + page + total.to_bytes(4, "big")
    numbers = (len(records) // (PAGE + 8), nonce, len(before) // PAGE, 512, PAGE)
    head = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"".join(number.to_bytes(4, "big") for number in numbers)
    return head.ljust(512, b"\x00") + records


def cut(before: bytes, after: bytes, written: Iterable[int]) -> bytes:
    """The book in the middle of the act: of the pages it changes or adds only these are written."""
    there = bytearray(before)
    for number in written:
        start = (number - 1) * PAGE
        there.extend(bytes(max(start + PAGE - len(there), 0)))
        there[start : start + PAGE] = _page(after, number)
    return bytes(there)
