"""A book is made whole or not at all, and replaces nothing."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from contextlib import closing as closing_it
from pathlib import Path

import pytest

from kubebuku.app.office import Office
from kubebuku.domain.text_refusals import NameMissing, NameTooLong
from kubebuku.i18n import explain, set_language
from kubebuku.ledger.refusals import (
    BookExists,
    DiskGone,
    UnitsAlike,
)
from tests.builders import NEW, findings_of, forger, names_in, new_book

posix = pytest.mark.skipif(sys.platform == "win32", reason="other users, links and open files that are removed: Linux only")
SALE = "2026-03-05 | Sewa tenda | 1101 750.000 | 4101 -750.000 @tenda"


@pytest.fixture(autouse=True)
def indonesian() -> None:
    set_language("id")


def test_a_new_book_gets_its_ending_and_replaces_nothing(tmp_path: Path) -> None:
    path = new_book(tmp_path, "hunafa")
    assert path.name == "hunafa.kubebuku"
    before = path.read_bytes()
    with pytest.raises(BookExists) as refused:
        new_book(tmp_path, "hunafa")
    assert explain(refused.value).startswith("Berkas hunafa.kubebuku sudah ada di tempat ini.")
    assert path.read_bytes() == before
    assert names_in(tmp_path) == ["hunafa.kubebuku"]


def test_a_new_book_has_the_businesses_that_were_named(tmp_path: Path) -> None:
    for units, labels in [((), ["Usaha"]), (("Sewa  tenda", "Catering"), ["Sewa tenda", "Catering"])]:
        path = new_book(tmp_path, f"{len(units)}", units=units)
        with closing_it(forger(path)) as book:
            rows = book.execute("SELECT label, kind FROM unit ORDER BY id").fetchall()
        assert rows == [("Simpan pinjam", "simpan_pinjam"), *[(label, "usaha") for label in labels]]


@pytest.mark.parametrize(
    ("units", "taken"),
    [
        (("Sewa tenda", "Catering", "SEWA  tenda"), "Sewa tenda"),
        (("Simpan Pinjam",), "Simpan pinjam"),
        (("Warung", "Warung"), "Warung"),
    ],
)
def test_businesses_nobody_can_tell_apart_make_no_book(tmp_path: Path, units: tuple[str, ...], taken: str) -> None:
    with pytest.raises(UnitsAlike) as refused:
        new_book(tmp_path, units=units)
    assert explain(refused.value) == f"Sudah ada usaha {taken}. Tulis setiap usaha sekali saja, dengan nama yang berbeda."
    assert refused.value.field == "units"
    assert names_in(tmp_path) == []


def test_the_name_of_a_business_fits_a_tile(tmp_path: Path) -> None:
    with pytest.raises(NameTooLong) as refused:
        new_book(tmp_path, units=("w" * 61,))
    assert refused.value.field == "units"
    assert names_in(tmp_path) == []


def test_a_new_book_needs_a_name_and_leaves_nothing_without(tmp_path: Path) -> None:
    with pytest.raises(NameMissing):
        new_book(tmp_path, name=" ")
    assert names_in(tmp_path) == []


def test_a_new_book_nowhere(tmp_path: Path) -> None:
    with pytest.raises(DiskGone):
        new_book(tmp_path / "hilang")


def test_two_books_of_one_group_are_two_books(tmp_path: Path) -> None:
    ids = set()
    for name in ("satu", "dua"):
        with closing_it(forger(new_book(tmp_path, name, book_id=None))) as book:
            ids.add(book.execute("SELECT book_id, genesis FROM kube").fetchone())
    assert len(ids) == 2


def test_a_file_that_appears_while_the_book_is_made_is_not_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "buku.kubebuku"
    real = os.fsync

    def somebody_saves(number: int) -> None:
        path.write_bytes(b"surat penting")
        real(number)

    monkeypatch.setattr(os, "fsync", somebody_saves)
    with pytest.raises(BookExists):
        new_book(tmp_path)
    assert path.read_bytes() == b"surat penting"
    assert names_in(tmp_path) == ["buku.kubebuku"]


def test_on_a_stick_without_links_a_book_is_made_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "no links on FAT")

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    path = new_book(tmp_path)
    assert not findings_of(path)
    path.unlink()
    real = os.fsync

    def somebody_saves(number: int) -> None:
        path.write_bytes(b"surat penting")
        real(number)

    monkeypatch.setattr(os, "fsync", somebody_saves)
    with pytest.raises(BookExists):
        new_book(tmp_path)
    assert path.read_bytes() == b"surat penting"


@posix
@pytest.mark.parametrize("fatal", ["fsync", "link"])
def test_a_book_whose_making_is_killed_is_not_there(tmp_path: Path, fatal: str) -> None:
    script = (
        f"import os, sys; from pathlib import Path; from tests.builders import new_book\nos.{fatal} = lambda *_: os._exit(9)\n"
    )
    result = subprocess.run([sys.executable, "-c", script + "new_book(Path(sys.argv[1]))", str(tmp_path)], check=False)
    assert result.returncode == 9
    assert not (tmp_path / "buku.kubebuku").exists()
    assert not findings_of(new_book(tmp_path))


def test_the_group_is_kept_as_it_was_named(tmp_path: Path) -> None:
    with Office.open(new_book(tmp_path, name="  Kube  Ma'ruf "), write=False) as office:
        facts = office.facts
        assert (facts.name, facts.opened, facts.practice, facts.last_recorded) == ("Kube Ma'ruf", NEW.opened, False, None)
