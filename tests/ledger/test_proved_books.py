"""What was proved once is not proved again while it is the same to the byte; whatever is wrong with the list costs a proof."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from kubebuku.app import paths
from kubebuku.app.office import Office
from kubebuku.ledger import proof, proved, rollback
from kubebuku.ledger.opened import BookFile
from kubebuku.ledger.proved import MOST, ProvedBooks
from kubebuku.ledger.refusals import BookDamaged
from tests.builders import Books, forger
from tests.ledger.forge import unguarded

SALE = "2026-03-08 | Sewa tenda | 1101 750.000 | 4101 -750.000 @tenda"
posix = pytest.mark.skipif(sys.platform == "win32", reason="rights, links and open files that are removed: Linux only")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KUBEBUKU_HOME", str(tmp_path / "rumah"))
    return paths.proved_file()


@pytest.fixture
def proofs(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """One more line for each whole proof from now on."""
    made: list[int] = []
    real = proof.prove

    def counted(*raw: object) -> object:
        made.append(1)
        return real(*raw)  # type: ignore[arg-type]

    monkeypatch.setattr(proof, "prove", counted)
    return made


def ask(book: Path) -> None:
    with Office.open(book, write=False) as office:
        office.require_proof()
        Books(office).holds("1101")


def write(book: Path) -> None:
    with Office.open(book, who="Ani Contoh") as office:
        Books(office).post(SALE)


def test_the_second_question_is_answered_without_a_proof(worked: Path, proofs: list[int], tmp_path: Path) -> None:
    ask(worked)
    ask(worked)
    ask(Path(shutil.copyfile(worked, tmp_path / "salinan.kubebuku")))  # the content counts, wherever it lies
    assert len(proofs) == 1


def test_what_is_known_of_an_open_book_is_not_looked_up_again(worked: Path, proofs: list[int]) -> None:
    with Office.open(worked, who="Ani Contoh") as office:
        for _ in range(3):
            Books(office).post(SALE)
            Books(office).holds("1101")
    assert len(proofs) == 1


def test_our_own_acts_make_a_proved_book_of_a_proved_book(worked: Path, proofs: list[int]) -> None:
    write(worked)
    write(worked)
    ask(worked)
    assert len(proofs) == 1


def test_check_and_copies_prove_wholly_whatever_the_list_says(worked: Path, proofs: list[int], tmp_path: Path) -> None:
    from kubebuku.app.backup import backup

    ask(worked)
    with Office.open(worked, write=False) as office:
        office.check()
        assert len(proofs) == 2
        backup(office, tmp_path / "salinan.kubebuku")
    assert len(proofs) == 4


@pytest.mark.parametrize("change", ["UPDATE entry SET who = 'x' WHERE id = 9", "UPDATE account SET box = 1 WHERE code = '1120'"])
def test_a_changed_book_is_another_book(worked: Path, change: str) -> None:
    ask(worked)
    with closing(forger(worked)) as book, unguarded(book):
        book.execute(change)
    with pytest.raises(BookDamaged):
        ask(worked)
    with pytest.raises(BookDamaged):  # and is not written down
        ask(worked)


def test_what_another_program_did_meanwhile_is_never_written_down_as_ours(worked: Path) -> None:
    with Office.open(worked, who="Ani Contoh") as office:
        Books(office).post(SALE)
        with closing(forger(worked)) as book, unguarded(book):
            book.execute("UPDATE entry SET who = 'x' WHERE id = 9")
    with pytest.raises(BookDamaged):
        ask(worked)


def test_bytes_changed_behind_sqlites_back_are_never_written_down_as_ours(worked: Path) -> None:
    with Office.open(worked, who="Ani Contoh") as office:
        Books(office).post(SALE)
        with worked.open("r+b") as file:  # as a failing disk or a careless program would
            content = file.read()
            file.seek(content.index(b"Sewa tenda"))
            file.write(b"Sewa benda")
        os.utime(worked)
    with pytest.raises(BookDamaged):
        ask(worked)


def test_beside_another_programs_act_the_list_counts_for_nothing(worked: Path, proofs: list[int], home: Path) -> None:
    with closing(forger(worked)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE kube SET phone = '0812'")
        assert rollback.journal_path(worked).stat().st_size
        ask(worked)
        ask(worked)
        other.execute("ROLLBACK")
    assert len(proofs) == 2
    assert not home.exists()
    ask(worked)
    ask(worked)
    assert len(proofs) == 3


def test_a_book_with_a_write_ahead_log_is_not_its_file_alone(worked: Path) -> None:
    assert rollback.is_all_in(worked)
    with closing(forger(worked)) as book:
        book.execute("PRAGMA journal_mode = WAL")
    assert not rollback.is_all_in(worked)


def test_nor_is_one_beside_a_log_or_half_an_act(worked: Path) -> None:
    log, journal = worked.with_name(worked.name + "-wal"), rollback.journal_path(worked)
    journal.touch()
    assert rollback.is_all_in(worked)
    log.touch()
    assert not rollback.is_all_in(worked)
    log.unlink()
    journal.write_bytes(b"1")
    assert not rollback.is_all_in(worked)


@posix
def test_a_file_in_the_place_of_the_open_one_is_not_taken_for_it(
    worked: Path, proofs: list[int], home: Path, tmp_path: Path
) -> None:
    book = BookFile(worked, writable=False, proved=ProvedBooks(home))
    Path(shutil.copyfile(worked, tmp_path / "lain")).replace(worked)
    assert all(one.ok for one in book.prove())
    worked.unlink()
    assert all(one.ok for one in book.prove(wholly=True))
    book.close()
    assert len(proofs) == 2
    assert not home.exists()


def test_where_no_second_connection_is_to_be_had_one_does(worked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = BookFile(worked, writable=False)

    def refused(*_: object) -> None:
        raise sqlite3.OperationalError("database is locked")

    monkeypatch.setattr(BookFile, "_fresh", refused)
    assert [one.name for one in book.prove()] == list(proof.PARTS)
    book.close()


def test_a_proof_that_is_stopped_is_no_proof(worked: Path) -> None:
    book = BookFile(worked, writable=False)
    with book.stoppable(lambda: True):
        book.prove()  # a small book is proved before anybody looks whether to stop
    for failing in ("integrity", "chain"):

        def stops(*_: object) -> list[str]:
            raise KeyboardInterrupt

        with pytest.MonkeyPatch.context() as patched:
            patched.setitem(proof.PARTS, failing, stops)
            with pytest.raises(KeyboardInterrupt):
                book.prove(wholly=True)
    assert all(one.ok for one in book.prove(wholly=True))
    book.close()


def becomes_a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


DAMAGES: dict[str, Callable[[Path], object]] = {
    "is cut off": lambda file: os.truncate(file, file.stat().st_size - 7),
    "has a line too many of something else": lambda file: file.write_bytes(file.read_bytes() + b"buku ini utuh\n"),
    "is no text": lambda file: file.write_bytes(b"\xff" * 65),
    "is far too long": lambda file: file.write_bytes(file.read_bytes() * 2 * MOST),
    "is empty": lambda file: file.write_bytes(b""),
    "is gone": Path.unlink,
    "is a folder": becomes_a_folder,
}


@pytest.mark.parametrize("what", DAMAGES)
def test_a_damaged_list_means_proving(worked: Path, proofs: list[int], home: Path, what: str) -> None:
    ask(worked)
    DAMAGES[what](home)
    ask(worked)
    assert len(proofs) == 2


def test_a_list_that_cannot_be_written_means_proving(worked: Path, proofs: list[int], home: Path) -> None:
    home.parent.write_bytes(b"a file where the folder would be")
    ask(worked)
    ask(worked)
    assert len(proofs) == 2


def test_another_version_of_the_program_proves_anew(worked: Path, proofs: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    ask(worked)
    monkeypatch.setattr(proved, "__version__", "9.9.9")
    ask(worked)
    assert len(proofs) == 2


def test_the_list_keeps_the_newest_and_does_not_grow_for_ever(home: Path) -> None:
    books = ProvedBooks(home)
    keys = [f"{number:064x}" for number in range(MOST + 20)]
    for key in keys:
        books.add(key)
    assert home.stat().st_size == MOST * 65
    assert keys[19] not in books
    assert all(key in books for key in keys[20:])
    books.add(keys[20])  # an old one that is used still moves to the end
    books.add("f" * 64)
    assert keys[20] in books
    assert keys[21] not in books


ADDS = """
import sys
from pathlib import Path
from kubebuku.ledger.proved import ProvedBooks
for number in range(60):
    ProvedBooks(Path(sys.argv[1])).add(f"{int(sys.argv[2]) + number:064x}")
"""


def test_two_programs_may_write_the_list_at_once(home: Path) -> None:
    programs = [subprocess.Popen([sys.executable, "-c", ADDS, str(home), str(start)]) for start in (0, 1_000)]
    assert [program.wait(timeout=60) for program in programs] == [0, 0]
    lines = home.read_text("ascii").splitlines()
    assert all(len(line) == 64 for line in lines)
    assert len(lines) == len(set(lines)) == 120
    assert [file.name for file in home.parent.iterdir()] == [home.name]
