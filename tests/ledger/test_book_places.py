"""Awkward names, deep folders, links, and places that cannot be written (bad-inputs 65, 66)."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from kubebuku.app.office import Office
from kubebuku.i18n import explain, set_language
from kubebuku.ledger import file as bookfile
from kubebuku.ledger import rollback
from kubebuku.ledger.refusals import (
    BookHeld,
    BookNameTooLong,
    BookReadOnly,
)
from tests.builders import Books, copy_of, findings_of, names_in, new_book
from tests.ledger.crash import FILL, crashed

posix = pytest.mark.skipif(sys.platform == "win32", reason="other users, links and open files that are removed: Linux only")
SALE = "2026-03-05 | Sewa tenda | 1101 750.000 | 4101 -750.000 @tenda"


@pytest.fixture(autouse=True)
def indonesian() -> None:
    set_language("id")


AWKWARD = [
    "buku kas & iuran.kubebuku",
    'Ma\'ruf "50%" #1.kubebuku' if sys.platform != "win32" else "Ma'ruf 50% #1.kubebuku",
    "apa?mode=memory.kubebuku" if sys.platform != "win32" else "apa;mode=memory.kubebuku",
    "file:buku%20kas.kubebuku" if sys.platform != "win32" else "buku%20kas.kubebuku",
    "Kelompok Usaha 中文 محمد 👨‍👩‍👧.kubebuku",
    "x" * 226 + ".kubebuku",
]


@pytest.mark.parametrize("name", AWKWARD)
def test_awkward_names_and_folders(tmp_path: Path, frozen_clock: None, name: str) -> None:
    folder = tmp_path / "Buku Kelompok & 100% #2 é"
    folder.mkdir()
    path = new_book(folder, name)
    with Office.open(path, who="Ani Contoh") as office:
        Books(office).post(SALE)
    assert not findings_of(path)
    assert names_in(folder) == [name]


def test_a_name_too_long_for_its_journal_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    for name in ("x" * 232 + ".kubebuku", "é" * 120 + ".kubebuku", "x" * 300):
        with pytest.raises(BookNameTooLong):
            new_book(tmp_path, name)
    assert names_in(tmp_path) == []


@posix
def test_a_deep_folder_is_opened_and_one_too_deep_is_named(worked_once: Path, tmp_path: Path, frozen_clock: None) -> None:
    folder = tmp_path / ("x" * (bookfile.LONGEST_PATH // 2 - len(str(tmp_path)))) / ("y" * (bookfile.LONGEST_PATH // 2 - 30))
    folder.mkdir(parents=True)
    with Office.open(copy_of(worked_once, folder), who="Ani Contoh") as office:
        Books(office).post(SALE)
    deeper = copy_of(worked_once, folder, "salinan buku kas kelompok.kubebuku")
    before = deeper.read_bytes()
    with pytest.raises(BookNameTooLong) as refused:
        Office.open(deeper)
    assert explain(refused.value).endswith("Pilih nama buku yang lebih pendek, atau folder yang tidak terlalu dalam.")
    with pytest.raises(BookNameTooLong):
        new_book(folder, "buku kas kelompok kami yang baru")
    assert deeper.read_bytes() == before


@posix
def test_a_book_with_a_name_too_long_for_its_journal_is_not_opened(worked: Path, tmp_path: Path) -> None:
    with pytest.raises(BookNameTooLong):
        Office.open(copy_of(worked, tmp_path, "x" * 241 + ".kubebuku"))


@posix
def test_a_book_opened_through_a_link_is_the_book_itself(worked: Path, tmp_path: Path, frozen_clock: None) -> None:
    (tmp_path / "lain").mkdir()
    link = tmp_path / "lain" / "tautan.kubebuku"
    link.symlink_to(worked)
    with Office.open(link, who="Ani Contoh") as office:
        Books(office).post(SALE)
        with pytest.raises(BookHeld):
            Office.open(worked, who="Budi Contoh")
    assert names_in(tmp_path / "lain") == ["tautan.kubebuku"]
    with Office.open(worked, write=False) as office:
        assert Books(office).count() == 10


def test_windows_shares_get_an_address_that_sqlite_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    class Share:
        def absolute(self) -> Share:
            return self

        def as_uri(self) -> str:
            return "file://server/share/buku%20kas.kubebuku"

    assert bookfile.uri(Share(), "rw") == "file:////server/share/buku%20kas.kubebuku?mode=rw"  # type: ignore[arg-type]


def test_on_windows_the_place_is_the_one_that_was_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A drive letter that stands for a share stays a drive letter."""
    monkeypatch.setattr(sys, "platform", "win32")
    assert bookfile.real_place(tmp_path / "a" / ".." / "buku.kubebuku") == tmp_path / "a" / ".." / "buku.kubebuku"


# ---- places that cannot be written


LOOK = """
import os, sys
from pathlib import Path
from kubebuku.app.office import Office
from kubebuku.ledger.refusals import BookReadOnly

def look(path):
    with Office.open(path, who="Ani Contoh") as office:
        found = sum(not finding.ok for finding in office.check())
        print(office.writable, found, office.engine._database._copy is not None)
        try:
            office.write(lambda work: None)
        except BookReadOnly:
            print("refused")

look(Path(sys.argv[1]))  # everything is loaded now, which the other user may not read
if os.geteuid() == 0:  # whom no permission binds
    os.setegid(65534)
    os.seteuid(65534)
look(Path(sys.argv[2]))
"""


def seen_by_another_user(path: Path, loose: Path) -> list[str]:
    done = subprocess.run([sys.executable, "-c", LOOK, loose, path], check=True, capture_output=True, text=True)
    before, after = done.stdout.split("\n", 1)
    assert before == "True 0 False"
    return after.split()


@pytest.fixture
def open_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder which other users may enter."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)


@posix
@pytest.mark.parametrize(("of_file", "of_folder"), [(0o444, 0o777), (0o666, 0o555), (0o444, 0o555)])
def test_where_it_cannot_be_written_a_book_opens_for_reading(
    worked: Path, open_folder: Path, of_file: int, of_folder: int
) -> None:
    path = copy_of(worked, open_folder)
    path.chmod(of_file)
    open_folder.chmod(of_folder)
    before = path.read_bytes()
    assert seen_by_another_user(path, worked) == ["False", "0", "False", "refused"]
    assert path.read_bytes() == before
    assert names_in(open_folder) == [path.name]


@posix
def test_a_hot_journal_in_a_protected_folder_is_taken_back_in_a_copy(worked: Path, open_folder: Path) -> None:
    path = copy_of(worked, open_folder)
    with crashed(path, FILL):
        path.chmod(0o444)
        rollback.journal_path(path).chmod(0o444)
        open_folder.chmod(0o555)
        assert seen_by_another_user(path, worked) == ["False", "0", "True", "refused"]
    assert rollback.is_hot(path)


def test_a_lock_that_cannot_be_made_after_all_leaves_the_book_closed(worked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bookfile, "is_writable", lambda _: True)
    monkeypatch.setattr(os, "open", lambda *_: (_ for _ in ()).throw(PermissionError(errno.EACCES, "denied")))
    with pytest.raises(BookReadOnly):
        Office.open(worked)
