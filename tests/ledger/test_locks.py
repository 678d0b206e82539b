"""One writer a book: the second window is told at once, and a dead owner leaves no lock."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kubebuku.app.office import Office
from kubebuku.i18n import explain, set_language
from kubebuku.ledger import db
from kubebuku.ledger import file as bookfile
from kubebuku.ledger.file import Lock
from kubebuku.ledger.refusals import BookHeld
from tests.builders import Books, names_in

SALE = "2026-03-05 | Sewa tenda | 1101 750.000 | 4101 -750.000 @tenda"

HOLD = """
import sys
from pathlib import Path
from kubebuku.app.office import Office
office = Office.open(Path(sys.argv[1]), who="Budi Contoh")
print("open", flush=True)
sys.stdin.readline()
office.close()
"""


@contextmanager
def held_by_another_process(book: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", HOLD, str(book)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        try:
            yield other
        finally:
            other.kill()


def test_the_second_window_of_one_program_is_told_who_has_the_book_and_since_when(office: Office) -> None:
    with pytest.raises(BookHeld) as refused:
        Office.open(office.path, who="Budi Contoh")
    assert refused.value.who == "Ani Contoh"
    assert refused.value.since.startswith("2026-11-22 ")
    set_language("id")
    assert explain(refused.value) == (
        f"Buku sedang terbuka di jendela lain. Dipakai Ani Contoh sejak {refused.value.since}. "
        "Tutup jendela itu, lalu tekan Coba lagi."
    )


def test_the_second_window_may_look(office: Office) -> None:
    Books(office).post(SALE)
    with Office.open(office.path, write=False) as other:
        assert not other.writable
        assert Books(other).holds("1101") == 750_000
        Books(office).post(SALE)
        assert Books(other).holds("1101") == 1_500_000


def test_another_process_holds_the_book_until_it_ends(book_path: Path) -> None:
    with held_by_another_process(book_path) as other:
        with pytest.raises(BookHeld) as refused:
            Office.open(book_path, who="Ani Contoh")
        assert refused.value.who == "Budi Contoh"
        assert other.stdin is not None
        other.stdin.write("\n")
        other.stdin.flush()
        assert other.wait() == 0
        with Office.open(book_path, who="Ani Contoh") as office:
            Books(office).post("2026-01-05 | Sewa tenda | 1101 1 | 4101 -1 @tenda")
    assert names_in(book_path.parent) == [book_path.name]


def test_an_owner_who_crashed_leaves_no_lock(book_path: Path) -> None:
    with held_by_another_process(book_path) as other:
        other.kill()
        other.wait()
        lock = book_path.with_name(book_path.name + ".lock")
        assert lock.read_text("utf-8").startswith("Budi Contoh\n")
        with Office.open(book_path, who="Ani") as office:
            Books(office).post("2026-01-05 | Sewa tenda | 1101 1 | 4101 -1 @tenda")
            assert lock.read_text("utf-8").startswith("Ani\n2")
            assert "Budi" not in lock.read_text("utf-8")


def test_the_next_owner_may_be_another_user_of_the_computer(office: Office) -> None:
    lock = office.path.with_name(office.path.name + ".lock")
    if sys.platform != "win32":
        assert lock.stat().st_mode & 0o777 == 0o666
    office.close()
    assert not lock.exists()


def test_a_book_that_is_only_read_is_not_locked(book_path: Path) -> None:
    with Office.open(book_path, write=False), Office.open(book_path, who="Ani Contoh") as office:
        assert office.writable


def test_a_holder_who_gave_no_name(book_path: Path) -> None:
    with Office.open(book_path):
        with pytest.raises(BookHeld) as refused:
            Office.open(book_path, who="Budi Contoh")
        assert refused.value.who == ""
        assert refused.value.why is None


def test_a_book_that_does_not_open_is_not_held(worked: Path) -> None:
    content = bytearray(worked.read_bytes())
    content[100:4000] = bytes(3900)
    worked.write_bytes(content)
    for _ in range(2):
        with pytest.raises(Exception, match="damaged"):
            Office.open(worked, who="Ani Contoh")
    assert names_in(worked.parent) == [worked.name]


def test_a_lock_that_its_holder_just_removes_is_taken_anew(book_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between our opening and our locking the holder before us gave the book free and removed the file."""
    real = bookfile._lock_byte
    seen: list[Path] = []

    def slow(file: object) -> None:
        if not seen:
            lock.path.unlink()
        seen.append(lock.path)
        real(file)  # type: ignore[arg-type]

    lock = Lock(book_path)
    monkeypatch.setattr(bookfile, "_lock_byte", slow)
    lock.take("Ani Contoh", "2026-11-22 10:00")
    assert len(seen) == 2
    with pytest.raises(BookHeld):
        Lock(book_path).take("Budi Contoh", "2026-11-22 10:01")
    lock.release()
    lock.release()
    assert names_in(book_path.parent) == [book_path.name]


def test_what_stands_in_the_way_of_a_lock_is_no_holder(book_path: Path) -> None:
    book_path.with_name(book_path.name + ".lock").write_bytes(os.urandom(5_000))
    with Office.open(book_path, who="Ani Contoh") as office:
        assert office.writable


def test_an_opening_that_fails_half_way_leaves_the_book_free(book_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(_raw: object) -> None:
        raise OSError("the disk has gone")

    with monkeypatch.context() as failing:
        failing.setattr(db, "_connect", breaks)
        with pytest.raises(OSError, match="the disk has gone"):
            db.Database(book_path, writable=True)
    db.Database(book_path, writable=True).close()
