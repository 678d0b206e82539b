"""A book that is brought up to date and killed on the way is the old one or the new one, never between."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from kubebuku.app import upgrade
from kubebuku.app.office import Office
from kubebuku.ledger import chain, db
from kubebuku.ledger import file as bookfile
from kubebuku.ledger.book import _row
from kubebuku.ledger.charts import shipped_chart
from kubebuku.migrations import run
from tests.builders import Books, findings_of, forger
from tests.ledger.forge import insert, write_entry

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="fork: Linux only"),
    pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning"),
]

ENTRIES = 3


@pytest.fixture
def first_form(tmp_path: Path) -> Path:
    """A book as the first program wrote it, with three entries."""
    path = tmp_path / "buku.kubebuku"
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        run.migrate(connection, to="0001")
        connection.exec_driver_sql("PRAGMA user_version = 1")
        connection.exec_driver_sql(f"PRAGMA application_id = {bookfile.APPLICATION_ID}")
    engine.dispose()
    with closing(forger(path)) as book:
        identity = {"book_id": "0" * 32, "genesis": chain.genesis("0" * 32, "2026-01-01")}
        insert(book, "kube", identity | {"id": 1, "name": "Kube Contoh", "opened": "2026-01-01", "practice": 0})
        book.execute("INSERT INTO unit (label, kind, opened) VALUES ('Simpan pinjam', 'simpan_pinjam', '2026-01-01')")
        book.execute("INSERT INTO unit (label, kind, opened) VALUES ('Sewa tenda', 'usaha', '2026-01-01')")
        for account in shipped_chart():
            insert(book, "account", _row(account))
        for _ in range(ENTRIES):
            write_entry(book)
    return path


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

        open_ = db.Database._open

        def opened(self: db.Database, place: Path) -> sqlite3.Connection:
            connection = open_(self, place)
            connection.set_trace_callback(tick)
            return connection

        db.Database._open = opened  # type: ignore[method-assign]
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


def test_a_book_killed_while_it_is_brought_up_is_the_old_or_the_new(first_form: Path, tmp_path: Path) -> None:
    old = first_form.read_bytes()
    run.schema_sql()  # everything is loaded before the first fork
    schemas = set()
    deaths = 0
    for count in (*range(1, 60, 3), 10_000):
        for file in tmp_path.iterdir():
            file.unlink()
        first_form.write_bytes(old)
        deaths += killed_at(count, first_form)
        schema = bookfile.read_header(first_form).schema
        schemas.add(schema)
        if schema < bookfile.SCHEMA:
            assert upgrade.upgrade(first_form) is not None
        assert not findings_of(first_form)
        with Office.open(first_form, who="Ani Contoh") as office:
            assert Books(office).count() == ENTRIES
            assert Books(office).post("2026-04-01 | Sewa tenda | 1101 1 | 4101 -1 @tenda").id == ENTRIES + 1
        copies = [file for file in tmp_path.iterdir() if ".bentuk-1" in file.name]
        assert all(copy.read_bytes() == old for copy in copies)
    assert schemas == {1, bookfile.SCHEMA}
    assert deaths > 10
