"""report, export, backup, restore, upgrade, self-test through the command line."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from beancount import loader

from kubebuku import i18n, resources
from kubebuku.app import upgrade
from kubebuku.app.office import Office
from kubebuku.app.upgrade import Upgraded
from kubebuku.domain.calendar import Month
from kubebuku.ledger.book import NewBook, create_book
from tests.cli.running import entry, post, run


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir() if file.is_file())


# -------------------------------------------------------------------------------------------------------------- report


@pytest.fixture
def reports(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """A stand-in for the monthly report that keeps what it was asked for."""
    asked: list[dict[str, Any]] = []

    def write_report(_office: Office, month: Month, out: Path, **more: Any) -> None:
        asked.append({"month": str(month), "out": out, **more})

    stand_in = ModuleType("kubebuku.reports.monthly")
    stand_in.write_report = write_report  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "kubebuku.reports.monthly", stand_in)
    return asked


def test_report_is_asked_for_as_the_ending_says(worked: Path, tmp_path: Path, reports: list[dict[str, Any]]) -> None:
    assert run("report", worked, "--month", "2026-01", "--out", tmp_path / "a.pdf").code == 0
    assert run("report", worked, "--month", "2026-02", "--out", tmp_path / "a.XLSX", "--paper", "f4", "--replace").code == 0
    assert reports == [
        {"month": "2026-01", "out": tmp_path / "a.pdf", "paper": "a4", "replace": False},
        {"month": "2026-02", "out": tmp_path / "a.XLSX", "paper": "f4", "replace": True},
    ]


# -------------------------------------------------------------------------------------------------------------- export


@pytest.mark.parametrize("form", ["beancount", "hledger", "ledger", "csv", "xlsx"])
def test_export_in_every_form(worked: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / f"coba.{form}"
    assert run("export", worked, "--format", form, "--out", out).code == 0
    before = out.read_bytes()
    refused = run("export", worked, "--format", form, "--out", out)
    assert (refused.code, out.read_bytes()) == (1, before)
    assert run("export", worked, "--format", form, "--out", out, "--replace").code == 0
    assert out.with_name(f"coba (lama).{form}").read_bytes() == before
    assert run("export", worked, "--format", form, "--out", tmp_path / "tidak ada" / "x").code == 3


def test_balances_of_beancount_are_those_of_balance(worked: Path, tmp_path: Path) -> None:
    assert run("export", worked, "--format", "beancount", "--out", tmp_path / "b.beancount").code == 0
    entries, errors, _ = loader.load_file(str(tmp_path / "b.beancount"))
    assert errors == []
    sums: dict[str, int] = {}
    for posting in (posting for one in entries for posting in getattr(one, "postings", [])):
        code = posting.account.split(":")[1][:4]
        sums[code] = sums.get(code, 0) + int(posting.units.number)
    assert sums == run("balance", worked, "--json").json


# ---------------------------------------------------------------------------------------------------- backup and restore


def test_backup_and_restore_round(worked: Path, tmp_path: Path) -> None:
    copy = tmp_path / "salinan.kubebuku"
    done = run("backup", worked, "--to", copy)
    assert (done.code, done.out) == (0, "")
    assert done.err == "Salinan salinan.kubebuku sudah dibaca ulang dan utuh: 5 catatan.\n"
    assert run("backup", worked, "--to", copy).code == 1
    held = run("balance", worked, "--json").json
    post(worked, entry(1, "2026-03-05", ("1101", 5_000), ("4105", -5_000)))
    refused = run("restore", copy, "--to", worked)
    assert refused.code == 1
    done = run("restore", copy, "--to", worked, "--replace")
    assert done.code == 0
    assert "Salinan itu lebih lama" in done.err
    assert run("balance", worked, "--json").json == held
    assert names(tmp_path) == ["coba (lama).kubebuku", "coba.kubebuku", "salinan.kubebuku"]


def test_backup_works_and_restore_waits_while_a_window_holds_the_book(worked: Path, tmp_path: Path) -> None:
    with Office.open(worked, who="Ani Contoh"):
        assert run("backup", worked, "--to", tmp_path / "s.kubebuku").code == 0
        assert run("restore", tmp_path / "s.kubebuku", "--to", worked, "--replace").code == 3


def test_restore_refuses_another_group_and_what_is_no_copy(worked: Path, tmp_path: Path) -> None:
    other = create_book(tmp_path / "mawar.kubebuku", NewBook("Kube Mawar", Month(2026, 1).first))
    before = worked.read_bytes()
    assert run("restore", other, "--to", worked, "--replace").code == 1
    (tmp_path / "foto.jpg").write_bytes(b"\xff\xd8\xff" * 99)
    assert run("restore", tmp_path / "foto.jpg", "--to", worked, "--replace").code == 3
    assert run("restore", tmp_path / "hilang", "--to", worked, "--replace").code == 3
    assert worked.read_bytes() == before


def test_backup_of_a_damaged_book_is_refused(worked: Path, tmp_path: Path) -> None:
    content = bytearray(worked.read_bytes())
    place = content.rindex(b"Sewa tenda, 2 hari")
    content[place : place + 4] = b"sewa"
    worked.write_bytes(content)
    assert run("backup", worked, "--to", tmp_path / "s.kubebuku").code == 3
    assert names(tmp_path) == ["coba.kubebuku"]


# ------------------------------------------------------------------------------------------------ upgrade and self-test


def test_upgrade_of_a_book_of_the_present_form(worked: Path) -> None:
    before = worked.read_bytes()
    done = run("upgrade", worked)
    assert (done.code, done.err) == (0, "coba.kubebuku sudah berbentuk sekarang.\n")
    assert worked.read_bytes() == before


def test_upgrade_says_where_the_older_book_is_kept(worked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upgrade, "upgrade", lambda path: Upgraded(1, 2, path.with_name("lama.kubebuku")))
    assert (
        run("upgrade", worked).err == "coba.kubebuku sudah diubah dari bentuk 1 ke 2; yang lama disimpan sebagai lama.kubebuku.\n"
    )


def test_self_test_tries_everything() -> None:
    done = run("self-test", "--json")
    assert done.code == 0, done.out
    assert [row["name"] for row in done.json] == ["fonts", "words", "sqlite", "temporary_folder", "book"]
    assert done.err == "Semuanya berjalan di komputer ini.\n"


def test_self_test_names_what_does_not_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "read_bytes", lambda *_: b"")
    assert i18n._("Save") == "Simpan"  # the words are there once they were read
    path = resources.path
    monkeypatch.setattr(resources, "path", lambda *parts: Path("nowhere") if parts[0] == "locale" else path(*parts))
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 0))
    done = run("self-test", "--json")
    assert done.code == 1
    assert {row["name"] for row in done.json if not row["ok"]} == {"fonts", "words", "sqlite"}
    assert "DejaVuSans.ttf" in done.json[0]["found"][0]
    assert "TIDAK  Hurufnya ada" in run("self-test").out


def test_self_test_names_a_check_that_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kubebuku.ledger.checks.CHECKS", {"numbers": lambda _reading: ["BKM/2026/0002"]})
    found = {row["name"]: row["found"] for row in run("self-test", "--json").json if not row["ok"]}
    assert found == {"book": ["ValueError: numbers"]}
