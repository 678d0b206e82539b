"""A book of an older program: copied, brought to the present form in one step, proved; or left as it was."""

from __future__ import annotations

import contextlib
import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from kubebuku.app import backup, upgrade
from kubebuku.app.office import Office
from kubebuku.app.upgrade import UpgradeFailed
from kubebuku.ledger import file as bookfile
from kubebuku.ledger import rollback
from kubebuku.ledger.refusals import BookHeld, BookNewer, BookOlder, BookReadOnly, DiskFull, JournalStrange
from kubebuku.migrations import run
from tests.builders import Books, findings_of, forger, new_book
from tests.later_program import STEP, LaterProgram, later_program
from tests.ledger.crash import PAGE, changed_pages, cut, journal_of


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A book of today's form, with an entry."""
    path = new_book(tmp_path)
    with Office.open(path, who="Ani Contoh") as office:
        Books(office).post("2026-01-05 | Modal | 1101 500.000 | 3110 -500.000")
    return path


@pytest.fixture
def later(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LaterProgram]:
    with later_program(tmp_path_factory.mktemp("later") / "migrations") as program:
        yield program


def test_book_of_the_present_form_is_left_alone(book: Path) -> None:
    before = book.read_bytes()
    assert upgrade.upgrade(book) is None
    assert book.read_bytes() == before


def test_older_book_is_not_opened_before_it_is_upgraded(book: Path, later: LaterProgram) -> None:
    with pytest.raises(BookOlder):
        Office.open(book)


def test_older_book_is_copied_and_upgraded_and_keeps_its_chain(book: Path, later: LaterProgram) -> None:
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


def test_book_that_can_only_be_read_is_not_upgraded(book: Path, later: LaterProgram, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bookfile, "is_writable", lambda _path: False)
    with pytest.raises(BookReadOnly):
        upgrade.upgrade(book)
    assert [file.name for file in book.parent.iterdir()] == [book.name]


def test_book_in_a_window_is_not_upgraded(book: Path, later: LaterProgram) -> None:
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
def test_failing_step_leaves_the_book_as_it_was(book: Path, later: LaterProgram, steps: tuple[str, ...]) -> None:
    before = book.read_bytes()
    later.leads(*steps)
    with pytest.raises(UpgradeFailed):
        upgrade.upgrade(book)
    assert book.read_bytes() == before
    assert (book.parent / f"buku.bentuk-{bookfile.SCHEMA - 1}.kubebuku").read_bytes() == before


def test_book_that_cannot_be_proved_after_the_steps_is_taken_back(book: Path, later: LaterProgram) -> None:
    before = book.read_bytes()
    later.leads(STEP, "DROP TRIGGER entry_no_delete")
    with pytest.raises(UpgradeFailed) as failed:
        upgrade.upgrade(book)
    assert "schema" in str(failed.value.sentences[0].values["what"])
    assert book.read_bytes() == before


def test_second_attempt_keeps_the_first_copy_too(book: Path, later: LaterProgram) -> None:
    later.leads("ALTER TABLE nowhere ADD COLUMN x")
    with pytest.raises(UpgradeFailed):
        upgrade.upgrade(book)
    later.leads(STEP)
    assert upgrade.upgrade(book) is not None
    assert (book.parent / f"buku.bentuk-{bookfile.SCHEMA - 1} (lama).kubebuku").exists()


def test_damaged_older_book_is_not_touched(book: Path, later: LaterProgram) -> None:
    content = bytearray(book.read_bytes())
    content[8192:12288] = bytes(4096)
    book.write_bytes(content)
    with pytest.raises(Exception, match=r"damaged|malformed"):
        upgrade.upgrade(book)
    assert book.read_bytes() == content


def test_book_of_a_form_that_was_never_released_is_refused_untouched(book: Path) -> None:
    with contextlib.closing(forger(book)) as raw:
        raw.execute("PRAGMA user_version = 1")
        raw.execute("UPDATE alembic_version SET version_num = '0001'")
    before = book.read_bytes()
    with pytest.raises(UpgradeFailed) as failed:
        upgrade.upgrade(book)
    assert "0001" in str(failed.value.sentences[0].values["what"])
    assert book.read_bytes() == before


def test_an_upgrade_that_the_power_cut_is_the_older_book_again(book: Path, later: LaterProgram) -> None:
    """Whatever pages of it reached the disk, in whatever order: the older book, or the new one where all of them did."""
    before = book.read_bytes()
    assert upgrade.upgrade(book) is not None
    after = book.read_bytes()
    changed = changed_pages(before, after)
    every = [*changed, *range(len(before) // PAGE + 1, len(after) // PAGE + 1)]
    chance = random.Random(20261201)
    states = [every[:count] for count in range(len(every) + 1)]
    states += [sorted(chance.sample(every, chance.randrange(1, len(every)))) for _ in range(8)]
    for number, state in enumerate(states):
        for file in book.parent.iterdir():
            file.unlink()
        book.write_bytes(cut(before, after, state))
        rollback.journal_path(book).write_bytes(journal_of(before, changed))
        bookfile.lock_path(book).write_text("KubeBuku\n09.00\n")
        if state == every:
            assert upgrade.upgrade(book) is None
        elif number % 2:
            with pytest.raises(BookOlder):
                Office.open(book, write=False)
            assert book.read_bytes() == before
            assert upgrade.upgrade(book) is not None
        else:
            done = upgrade.upgrade(book)
            assert done is not None
            assert done.copy.read_bytes() == before
        assert findings_of(book) == {}


def test_upgrade_leaves_a_strange_journal_where_it_lies(book: Path, later: LaterProgram, tmp_path: Path) -> None:
    (tmp_path / "lain").mkdir()
    other = new_book(tmp_path / "lain", book_id=None).read_bytes()
    journal = journal_of(other, range(1, len(other) // PAGE + 1))
    rollback.journal_path(book).write_bytes(journal)
    before = book.read_bytes()
    with pytest.raises(JournalStrange):
        upgrade.upgrade(book)
    assert (book.read_bytes(), rollback.journal_path(book).read_bytes()) == (before, journal)


def test_a_full_disk_in_an_upgrade_says_so_itself(book: Path, later: LaterProgram, monkeypatch: pytest.MonkeyPatch) -> None:
    before = book.read_bytes()

    def no_room(_connection: object) -> None:
        error = sqlite3.OperationalError("INSERT INTO x: database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    monkeypatch.setattr(run, "migrate", no_room)
    with pytest.raises(DiskFull):
        upgrade.upgrade(book)
    assert book.read_bytes() == before
