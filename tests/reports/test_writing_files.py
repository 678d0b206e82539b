from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path
from typing import BinaryIO

import pytest

from kubebuku.domain.errors import Cancelled, Surroundings
from kubebuku.i18n import explain
from kubebuku.ledger.file import kept_name
from kubebuku.reports import write
from kubebuku.reports.write import (
    FolderGone,
    HeldOpen,
    NoSpace,
    NotAllowed,
    TargetExists,
    TargetFolder,
    WriteTrouble,
    explained,
    safe_name,
    write_file,
)


def laporan(file: BinaryIO) -> int:
    return file.write(b"laporan baru")


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_a_file_appears_whole_under_its_name(tmp_path: Path) -> None:
    target = tmp_path / "Laporan Oktober.pdf"
    assert write_file(target, laporan) == 12
    assert target.read_bytes() == b"laporan baru"
    assert names(tmp_path) == ["Laporan Oktober.pdf"]


@pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")
def test_others_may_read_it_as_any_new_file(tmp_path: Path) -> None:
    plain = tmp_path / "lain.txt"
    plain.touch()
    write_file(tmp_path / "a.pdf", laporan)
    assert (tmp_path / "a.pdf").stat().st_mode == plain.stat().st_mode


def test_an_existing_file_is_refused_and_stays(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"lama")
    with pytest.raises(TargetExists) as caught:
        write_file(target, laporan)
    assert explain(caught.value).startswith("Sudah ada berkas bernama a.pdf.")
    assert target.read_bytes() == b"lama"
    assert names(tmp_path) == ["a.pdf"]


def test_a_folder_is_never_replaced(tmp_path: Path) -> None:
    with pytest.raises(TargetFolder) as caught:
        write_file(tmp_path, laporan, replace=True)
    assert "adalah folder. Pilih berkas di dalamnya, atau nama lain." in explain(caught.value)


def test_a_replaced_file_is_kept_beside_the_new_one(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    for content in (b"satu", b"dua"):
        target.write_bytes(content)
        write_file(target, laporan, replace=True)
    assert names(tmp_path) == ["a (lama 2).pdf", "a (lama).pdf", "a.pdf"]
    assert (tmp_path / "a (lama).pdf").read_bytes() == b"satu"
    assert (tmp_path / "a (lama 2).pdf").read_bytes() == b"dua"
    assert kept_name(target).name == "a (lama 3).pdf"


def test_on_a_stick_without_hard_links_the_old_file_is_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none_here(self: Path, other: Path) -> None:
        raise OSError(errno.EPERM, "no links")

    monkeypatch.setattr(Path, "hardlink_to", none_here)
    target = tmp_path / "a.pdf"
    write_file(target, laporan)
    target.write_bytes(b"lama")
    write_file(target, laporan, replace=True)
    assert (tmp_path / "a (lama).pdf").read_bytes() == b"lama"
    assert target.read_bytes() == b"laporan baru"


def test_a_file_that_comes_into_being_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"

    def slow(file: BinaryIO) -> None:
        target.write_bytes(b"lain")

    with pytest.raises(TargetExists):
        write_file(target, slow)
    assert target.read_bytes() == b"lain"
    assert names(tmp_path) == ["a.pdf"]


def test_one_that_comes_at_the_very_last_moment_is_not_overwritten_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"lain")
    monkeypatch.setattr(write, "_exists", lambda _path: False)
    with pytest.raises(TargetExists):
        write_file(target, laporan)
    assert target.read_bytes() == b"lain"


def test_windows_renames_into_place_and_overwrites_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write, "WINDOWS", True)
    target = tmp_path / "a.pdf"
    write_file(target, laporan)
    assert target.read_bytes() == b"laporan baru"
    with pytest.raises(TargetExists):
        write_file(target, laporan)
    assert names(tmp_path) == ["a.pdf"]


def test_a_stick_that_is_pulled_out_as_the_file_is_put_in_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def pulled(_target: Path, made: Path) -> None:
        made.unlink()
        raise OSError(errno.EIO, "no such device")

    monkeypatch.setattr(Path, "hardlink_to", pulled)
    with pytest.raises(WriteTrouble):
        write_file(tmp_path / "a.pdf", laporan)
    assert names(tmp_path) == []


def test_work_that_is_cancelled_leaves_nothing(tmp_path: Path) -> None:
    def stopped(file: BinaryIO) -> None:
        file.write(b"setengah")
        raise Cancelled

    target = tmp_path / "a.pdf"
    with pytest.raises(Cancelled):
        write_file(target, stopped)
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    ("number", "kind", "words"),
    [
        (errno.ENOSPC, NoSpace, "Tempat di komputer penuh"),
        (errno.EACCES, NotAllowed, "tidak boleh ditulisi"),
        (errno.EROFS, NotAllowed, "tidak boleh ditulisi"),
        (errno.EIO, WriteTrouble, "tidak bisa ditulis"),
    ],
)
def test_failing_surroundings_are_told_in_a_sentence(tmp_path: Path, number: int, kind: type[Surroundings], words: str) -> None:
    def failing(file: BinaryIO) -> None:
        file.write(b"setengah")
        raise OSError(number, "trouble")

    target = tmp_path / "a.pdf"
    target.write_bytes(b"lama")
    with pytest.raises(kind) as caught:
        write_file(target, failing, replace=True)
    assert words in explain(caught.value)
    assert target.read_bytes() == b"lama"
    assert names(tmp_path) == ["a.pdf"]


def test_a_stick_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(FolderGone) as caught:
        write_file(tmp_path / "flashdisk" / "a.pdf", laporan)
    assert "Colokkan lagi" in explain(caught.value)


def test_a_file_that_another_program_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"lama")

    def held(self: Path, other: Path) -> None:
        error = OSError(errno.EACCES, "sharing violation")
        error.winerror = 32  # type: ignore[attr-defined,unused-ignore]
        raise error

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(HeldOpen) as caught:
        write_file(target, laporan, replace=True)
    assert "sedang terbuka di program lain" in explain(caught.value)
    assert names(tmp_path) == ["a.pdf"]
    assert target.read_bytes() == b"lama"


def test_windows_says_access_denied_for_a_file_in_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.pdf"
    target.touch()
    denied = OSError(errno.EACCES, "denied")
    gone = tmp_path / "tidak ada" / "a.pdf"
    full = explained(OSError(errno.ENOSPC, "full"), gone)
    assert isinstance(full, NoSpace)
    assert full.why is None
    monkeypatch.setattr(write, "WINDOWS", True)
    assert isinstance(explained(denied, target), HeldOpen)
    assert isinstance(explained(denied, tmp_path / "baru.pdf"), NotAllowed)


def test_a_full_disk_says_how_much_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: shutil._ntuple_diskusage(10**9, 10**9 - 2_000_000, 2_000_000))
    assert "Tersisa 2 MB." in explain(explained(OSError(errno.ENOSPC, "full"), tmp_path / "a.pdf"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Laporan Oktober 2026", "Laporan Oktober 2026"),
        ("../../etc/passwd", "etc passwd"),
        ('<script>%s:"?*|', "script s"),
        ("con", "KubeBuku con"),
        ("  ..  ", "KubeBuku"),
        ("Ma'ruf\x00\n", "Ma ruf"),
        ("x" * 300, "x" * 100),
    ],
)
def test_any_text_gives_a_name_that_every_system_takes(text: str, name: str) -> None:
    assert safe_name(text, ".pdf") == name + ".pdf"
