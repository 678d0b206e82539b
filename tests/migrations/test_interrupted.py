"""A book that is brought up to date and killed on the way is the old one or the new one, never between."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kubebuku.app import upgrade
from kubebuku.app.office import Office
from kubebuku.ledger import file as bookfile
from kubebuku.ledger.opened import BookFile
from kubebuku.migrations import run
from tests.builders import Books, findings_of, new_book
from tests.later_program import later_program

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="fork: Linux only"),
    pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning"),
]

ENTRIES = 3


@pytest.fixture
def older_book(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A book of today with three entries, in the hands of the later program."""
    path = new_book(tmp_path)
    with Office.open(path, who="Ani Contoh") as office:
        Books(office).post(*["2026-01-05 | Sewa tenda | 1101 750.000 | 4101 -750.000 @tenda"] * ENTRIES)
    with later_program(tmp_path_factory.mktemp("later") / "migrations"):
        yield path


def killed_at(count: int, book: Path) -> bool:
    """Upgrade in a process of its own that dies at its `count`-th call to the database or the disk; False if it got through."""
    pid = os.fork()
    if pid == 0:
        left = count

        def tick(*_: object) -> None:
            nonlocal left
            left -= 1
            if left == 0:
                os._exit(9)

        def watched(real: Callable[..., object]) -> Callable[..., object]:
            def call(*arguments: object, **named: object) -> object:
                tick()
                return real(*arguments, **named)

            return call

        connect = BookFile._connect

        def opened(self: BookFile, *, writable: bool, wait: float) -> sqlite3.Connection:
            connection = connect(self, writable=writable, wait=wait)
            connection.set_trace_callback(tick)
            return connection

        BookFile._connect = opened  # type: ignore[method-assign]
        for name in ("fsync", "replace", "link", "rename"):
            setattr(os, name, watched(getattr(os, name)))
        try:
            upgrade.upgrade(book)
            os._exit(0)
        except BaseException:  # noqa: BLE001
            os._exit(1)
    _, status = os.waitpid(pid, 0)
    code = os.waitstatus_to_exitcode(status)
    assert code in (0, 9)
    return code == 9


def test_a_book_killed_while_it_is_brought_up_is_the_old_or_the_new(older_book: Path) -> None:
    old = older_book.read_bytes()
    run.schema_sql()  # everything is loaded before the first fork
    schemas = set()
    deaths = 0
    for count in (*range(1, 50, 2), 10_000):
        for file in older_book.parent.iterdir():
            file.unlink()
        older_book.write_bytes(old)
        deaths += killed_at(count, older_book)
        schema = bookfile.read_header(older_book).schema
        schemas.add(schema)
        if schema < bookfile.SCHEMA:
            assert upgrade.upgrade(older_book) is not None
        assert not findings_of(older_book)
        with Office.open(older_book, who="Ani Contoh") as office:
            assert Books(office).count() == ENTRIES
            assert Books(office).post("2026-04-01 | Sewa tenda | 1101 1 | 4101 -1 @tenda").id == ENTRIES + 1
        copies = [file for file in older_book.parent.iterdir() if f".bentuk-{bookfile.SCHEMA - 1}" in file.name]
        assert all(copy.read_bytes() == old for copy in copies)
    assert schemas == {bookfile.SCHEMA - 1, bookfile.SCHEMA}
    assert deaths > 10
