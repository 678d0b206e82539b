"""Awkward names, deep folders, links, and places that cannot be written."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import tempfile
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
    with Office.open(Path(path), who="Ani Contoh") as office:
        found = sum(not finding.ok for finding in office.check())
        print(office.writable, found, office._database.file.place != Path(path), end=" ")
        try:
            office.write(lambda work: None)
        except BookReadOnly:
            print("refused")

look(sys.argv[1])  # everything is loaded now, which the other user may not read
print()
if os.geteuid() == 0:  # whom no permission binds
    os.setegid(65534)
    os.seteuid(65534)
for path in sys.argv[2:]:
    look(path)
"""


@posix
def test_where_it_cannot_be_written_a_book_opens_for_reading(worked: Path) -> None:
    """A protected file, a protected folder, both, and a hot journal in a protected folder, seen by another user."""
    with tempfile.TemporaryDirectory() as name:  # not among the tests' own folders, which other users may not enter
        Path(name).chmod(0o755)
        paths = []
        for case, (of_file, of_folder) in enumerate([(0o444, 0o777), (0o666, 0o555), (0o444, 0o555), (0o444, 0o555)]):
            folder = Path(name) / str(case)
            folder.mkdir()
            paths.append(copy_of(worked, folder))
            if case == 3:
                with crashed(paths[case], FILL):
                    rollback.journal_path(paths[case]).chmod(0o444)
            paths[case].chmod(of_file)
            folder.chmod(of_folder)
        before = {file: file.read_bytes() for path in paths for file in path.parent.iterdir()}
        done = subprocess.run([sys.executable, "-c", LOOK, worked, *paths], check=True, capture_output=True, text=True)
        assert done.stdout.splitlines() == [
            "True 0 False ",
            "False 0 False refused",
            "False 0 False refused",
            "False 0 False refused",
            "False 0 True refused",
        ]
        assert {file: file.read_bytes() for path in paths for file in path.parent.iterdir()} == before
        for path in paths:
            path.parent.chmod(0o755)


def test_a_protected_file_is_not_writable(worked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "denied")

    assert bookfile.is_writable(worked)
    monkeypatch.setattr(Path, "open", denied)
    assert not bookfile.is_writable(worked)
    assert names_in(worked.parent) == [worked.name]


def test_a_lock_that_cannot_be_made_after_all_leaves_the_book_closed(worked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bookfile, "is_writable", lambda _: True)
    monkeypatch.setattr(os, "open", lambda *_: (_ for _ in ()).throw(PermissionError(errno.EACCES, "denied")))
    with pytest.raises(BookReadOnly):
        Office.open(worked)
