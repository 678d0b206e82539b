"""A book of an older program: copied, brought to the present form in one step, proved; or left as it was."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine

from kubebuku.app import backup, upgrade
from kubebuku.app.office import Office
from kubebuku.app.upgrade import UpgradeFailed
from kubebuku.ledger import db, proof
from kubebuku.ledger import file as bookfile
from kubebuku.ledger.refusals import BookHeld, BookNewer, BookOlder, BookReadOnly
from kubebuku.migrations import run
from tests.builders import Books, findings_of, forger, new_book

#: A step that a later program might bring.
STEP = "ALTER TABLE kube ADD COLUMN motto TEXT"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A book of today's form, with an entry."""
    path = new_book(tmp_path)
    with Office.open(path, who="Ani Contoh") as office:
        Books(office).post("2026-01-05 | Modal | 1101 500.000 | 3110 -500.000")
    return path


@pytest.fixture
def later(book: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """The program some years from now: its form is one further, and a step leads there."""
    with contextlib.closing(sqlite3.connect(":memory:")) as raw:
        raw.executescript(db.schema_text())
        raw.execute(STEP)
        text = ";\n\n".join(row[0] for row in raw.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid"))
    monkeypatch.setattr(bookfile, "SCHEMA", bookfile.SCHEMA + 1)
    monkeypatch.setattr(proof, "SCHEMA", bookfile.SCHEMA)
    monkeypatch.setattr(db, "schema_text", lambda: text + ";\n")
    proof.shipped_schema.cache_clear()

    def leads(*steps: str) -> None:
        def migrate(connection: Any) -> None:
            for step in steps:
                connection.exec_driver_sql(step)

        monkeypatch.setattr(run, "migrate", migrate)

    leads(STEP)
    return leads


@pytest.fixture(autouse=True)
def _schema_is_read_anew() -> Any:
    yield
    proof.shipped_schema.cache_clear()


def test_book_of_the_present_form_is_left_alone(book: Path) -> None:
    before = book.read_bytes()
    assert upgrade.upgrade(book) is None
    assert book.read_bytes() == before


def test_older_book_is_not_opened_before_it_is_upgraded(book: Path, later: Any) -> None:
    with pytest.raises(BookOlder):
        Office.open(book)


def test_older_book_is_copied_and_upgraded_and_keeps_its_chain(book: Path, later: Any) -> None:
    before = book.read_bytes()
    done = upgrade.upgrade(book)
    assert done is not None
    assert (done.before, done.after) == (bookfile.SCHEMA - 1, bookfile.SCHEMA)
    assert done.copy.name == f"buku.bentuk-{done.before}.kubebuku"
    assert done.copy.read_bytes() == before
    assert findings_of(book) == {}
    assert backup.summary(book).entries == 1


def test_book_of_a_newer_program_is_refused_untouched(book: Path) -> None:
    raw = forger(book)
    raw.execute(f"PRAGMA user_version = {bookfile.SCHEMA + 1}")
    raw.close()
    before = book.read_bytes()
    with pytest.raises(BookNewer):
        upgrade.upgrade(book)
    assert book.read_bytes() == before


def test_book_that_can_only_be_read_is_not_upgraded(book: Path, later: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bookfile, "is_writable", lambda _path: False)
    with pytest.raises(BookReadOnly):
        upgrade.upgrade(book)
    assert [file.name for file in book.parent.iterdir()] == [book.name]


def test_book_in_a_window_is_not_upgraded(book: Path, later: Any) -> None:
    lock = bookfile.Lock(book)
    lock.take("Ani Contoh", "09.00")
    with pytest.raises(BookHeld):
        upgrade.upgrade(book)
    lock.release()


@pytest.mark.parametrize(
    "steps",
    [
        pytest.param((STEP, "ALTER TABLE nowhere ADD COLUMN x"), id="a step fails"),
        pytest.param((STEP, "PRAGMA defer_foreign_keys = 1", "DROP TRIGGER person_in_books", "INSERT INTO loan VALUES (1, 'P', 99, 5, '2026-01-01', 'running')"), id="something dangles"),  # noqa: E501
        pytest.param((STEP, "DROP TRIGGER kube_identity_fixed", "DROP TRIGGER entry_no_update", "UPDATE entry SET hash = upper(hash)"), id="another head"),  # noqa: E501
    ],
)  # fmt: skip
def test_failing_step_leaves_the_book_as_it_was(book: Path, later: Any, steps: tuple[str, ...]) -> None:
    before = book.read_bytes()
    later(*steps)
    with pytest.raises(UpgradeFailed):
        upgrade.upgrade(book)
    assert book.read_bytes() == before
    assert (book.parent / f"buku.bentuk-{bookfile.SCHEMA - 1}.kubebuku").read_bytes() == before


def test_book_that_cannot_be_proved_after_the_steps_is_taken_back(book: Path, later: Any) -> None:
    before = book.read_bytes()
    later(STEP, "DROP TRIGGER entry_no_delete")
    with pytest.raises(UpgradeFailed) as failed:
        upgrade.upgrade(book)
    assert "schema" in str(failed.value.wrong.values["what"])
    assert book.read_bytes() == before


def test_second_attempt_keeps_the_first_copy_too(book: Path, later: Any) -> None:
    later("ALTER TABLE nowhere ADD COLUMN x")
    with pytest.raises(UpgradeFailed):
        upgrade.upgrade(book)
    later(STEP)
    assert upgrade.upgrade(book) is not None
    assert (book.parent / f"buku.bentuk-{bookfile.SCHEMA - 1} (lama).kubebuku").exists()


def test_damaged_older_book_is_not_touched(book: Path, later: Any) -> None:
    content = bytearray(book.read_bytes())
    content[8192:12288] = bytes(4096)
    book.write_bytes(content)
    with pytest.raises(Exception, match=r"damaged|malformed"):
        upgrade.upgrade(book)
    assert book.read_bytes() == content


def first_form(folder: Path) -> Path:
    """A book as the first program made it: its tables by the first step, its rows those of an empty book."""
    today, path = new_book(folder, "kini"), folder / "lama.kubebuku"
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        run.migrate(connection, to="0001")
    engine.dispose()
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute(f"PRAGMA application_id = {bookfile.APPLICATION_ID}")
    raw.execute("PRAGMA user_version = 1")
    raw.execute(f"ATTACH '{today}' AS today")
    for table in ("kube", "account", "unit"):
        columns = ", ".join(row[1] for row in raw.execute(f"PRAGMA main.table_info({table})"))
        raw.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM today.{table}")
    raw.close()
    return path


def test_book_of_the_first_form_is_brought_to_the_present_one(tmp_path: Path) -> None:
    book = first_form(tmp_path)
    with pytest.raises(BookOlder):
        Office.open(book)
    done = upgrade.upgrade(book)
    assert done is not None
    assert (done.before, done.after) == (1, bookfile.SCHEMA)
    assert findings_of(book) == {}
    with Office.open(book, who="Ani Contoh") as office:
        Books(office).post("2026-01-05 | Sewa | 1101 50.000 | 4101 -50.000 @tenda")
