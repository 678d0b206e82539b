"""Names that are too long, names that belong to a book's own files, and what somebody laid where they belong."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kubebuku.app import backup
from kubebuku.app.office import Office
from kubebuku.ledger import file as bookfile
from kubebuku.ledger import rollback, temporary
from kubebuku.ledger.refusals import BookHeld, BookNameTooLong, JournalStrange, LockStrange, NameOfAnother
from kubebuku.reports.write import TargetNoFile, write_file
from tests.builders import Books, names_in, new_book

posix = pytest.mark.skipif(sys.platform == "win32", reason="links and devices: Linux only")
SALE = "2026-03-08 | Sewa tenda | 1101 750.000 | 4101 -750.000 @tenda"


def long_name(length: int) -> str:
    return "b" * (length - len(".kubebuku")) + ".kubebuku"


@pytest.mark.parametrize("length", [241, 250, 255])
def test_no_copy_is_written_that_could_not_be_opened(worked: Path, tmp_path: Path, length: int) -> None:
    with Office.open(worked, write=False) as office, pytest.raises(BookNameTooLong):
        backup.backup(office, tmp_path / long_name(length))
    with pytest.raises(BookNameTooLong):
        backup.restore(worked, tmp_path / long_name(length))
    assert names_in(tmp_path) == [worked.name]


def test_what_is_kept_beside_a_long_name_can_be_opened(worked: Path) -> None:
    book = worked.rename(worked.with_name(long_name(240)))
    with Office.open(book, write=False) as office:
        backup.backup(office, book.with_name("salinan.kubebuku"))
    backup.restore(book.with_name("salinan.kubebuku"), book, replace=True)
    kept = next(path for path in book.parent.iterdir() if "(lama)" in path.name)
    for path in (book, kept):
        with Office.open(path, who="Ani Contoh") as office:
            Books(office).post(SALE)
    assert len(os.fsencode(bookfile.kept_name(Path("ü" * 115 + ".kubebuku")).name)) <= 240
    assert bookfile.beside_named(Path("coba.kubebuku"), ".bentuk-2").name == "coba.bentuk-2.kubebuku"


@pytest.mark.parametrize("ending", ["-journal", "-wal", "-shm", ".lock", ".LOCK"])
def test_no_file_gets_the_name_of_a_books_own(worked: Path, ending: str) -> None:
    """The next opening of the book would delete it."""
    target = worked.with_name(worked.name + ending)
    with Office.open(worked, write=False) as office, pytest.raises(NameOfAnother):
        backup.backup(office, target, replace=True)
    with pytest.raises(NameOfAnother):
        write_file(target, lambda file: file.write(b"x"))
    with pytest.raises(NameOfAnother):
        new_book(worked.parent, worked.name + ending)
    assert names_in(worked.parent) == [worked.name]


def lay(path: Path, what: str) -> None:
    victim = path.with_name("surat.txt")
    victim.write_text("Surat penting")
    if what == "a link":
        path.symlink_to(victim)
    elif what == "a link to nothing":
        path.symlink_to(path.with_name("belum.txt"))
    elif what == "a second name":
        path.hardlink_to(victim)
    elif what == "a folder":
        path.mkdir()
    elif what == "a pipe":
        os.mkfifo(path)
    else:
        path.write_text(what)


@posix
@pytest.mark.parametrize("what", ["a link", "a link to nothing", "a folder", "a pipe"])
def test_what_lies_where_the_lock_belongs_is_left_alone(worked: Path, what: str) -> None:
    lock = bookfile.lock_path(worked)
    lay(lock, what)
    with pytest.raises(LockStrange):
        Office.open(worked, who="Ani Contoh")
    assert worked.with_name("surat.txt").read_text() == "Surat penting"
    assert not worked.with_name("belum.txt").exists()
    assert os.path.lexists(lock)
    with Office.open(worked, write=False) as office:
        assert Books(office).count() == 9


@posix
@pytest.mark.parametrize("what", ["a second name", "Daftar belanja", "satu\ndua\ntiga\n", "x" * 700])
def test_somebodys_file_of_the_name_of_the_lock_is_moved_aside(worked: Path, what: str) -> None:
    lock = bookfile.lock_path(worked)
    lay(lock, what)
    content = lock.read_text()
    with Office.open(worked, who="Ani Contoh") as office:
        Books(office).post(SALE)
    assert names_in(worked.parent) == sorted([worked.name, f"{worked.name} (lama).lock", "surat.txt"])
    assert worked.with_name(f"{worked.name} (lama).lock").read_text() == content
    assert worked.with_name("surat.txt").read_text() == "Surat penting"


def test_the_lock_of_a_dead_holder_is_taken_over(worked: Path) -> None:
    bookfile.lock_path(worked).write_text("Ani Contoh\n2026-03-08 09:00\n")
    lock = bookfile.Lock(worked)
    lock.take("Budi Contoh", "2026-03-08 10:00")
    assert lock.left_behind
    with pytest.raises(BookHeld) as refused:
        bookfile.Lock(worked).take("Sari Contoh", "2026-03-08 11:00")
    assert refused.value.who == "Budi Contoh"
    lock.release()
    assert names_in(worked.parent) == [worked.name]


@posix
@pytest.mark.parametrize("where", [rollback.journal_path, rollback.log_path])
@pytest.mark.parametrize("what", ["a link", "a link to nothing", "a folder", "a pipe"])
def test_what_lies_where_the_journal_belongs_is_left_alone(worked: Path, where: object, what: str) -> None:
    assert callable(where)
    lay(where(worked), what)
    for write in (True, False):
        with pytest.raises(JournalStrange):
            Office.open(worked, who="Ani Contoh", write=write)
    assert worked.with_name("surat.txt").read_text() == "Surat penting"
    assert not worked.with_name("belum.txt").exists()


@posix
def test_a_link_laid_there_while_the_book_is_open(worked: Path) -> None:
    with Office.open(worked, who="Ani Contoh") as office:
        Books(office).post(SALE)
        rollback.journal_path(worked).unlink()
        lay(rollback.journal_path(worked), "a link")
        with pytest.raises(JournalStrange):
            Books(office).post(SALE)
    assert worked.with_name("surat.txt").read_text() == "Surat penting"


def test_trying_whether_a_book_can_be_written_takes_nobodys_file(worked: Path) -> None:
    own = worked.with_name(worked.name + "-probing")
    own.write_text("Punya saya")
    assert bookfile.is_writable(worked)
    assert own.read_text() == "Punya saya"
    assert names_in(worked.parent) == sorted([worked.name, own.name])


@posix
def test_no_device_and_no_pipe_is_replaced(tmp_path: Path) -> None:
    pipe, link = tmp_path / "pipa.pdf", tmp_path / "tautan.pdf"
    os.mkfifo(pipe)
    link.symlink_to("/dev/null")
    for target in (pipe, link):
        with pytest.raises(TargetNoFile):
            write_file(target, lambda file: file.write(b"x"), replace=True)
    assert pipe.is_fifo()
    assert link.is_symlink()


@posix
def test_what_a_killed_program_left_goes_with_the_next_file(tmp_path: Path) -> None:
    program = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from kubebuku.ledger import temporary\n"
        "with temporary.beside(Path(sys.argv[1])) as made:\n"
        "    made.with_name(made.name + '.kubebuku').write_text('x')\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    died = subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=False)
    assert died.returncode == -signal.SIGKILL
    assert len(names_in(tmp_path)) == 2
    with temporary.beside(tmp_path) as made:
        assert names_in(tmp_path) == [made.name]
        with temporary.beside(tmp_path) as other:  # the first is at work
            assert names_in(tmp_path) == sorted([made.name, other.name])
    assert names_in(tmp_path) == []


def test_where_nothing_can_be_locked_only_old_ones_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, young = (tmp_path / f".kubebuku-{name}.tmp" for name in ("lama", "baru"))
    for path in (old, young):
        path.touch()
    os.utime(old, (1, 1))

    def no_locks(*_: object) -> None:
        raise OSError(95, "no locks")

    if sys.platform != "win32":
        monkeypatch.setattr("fcntl.flock", no_locks)
    with temporary.beside(tmp_path):
        assert not old.exists()
        assert young.exists()
