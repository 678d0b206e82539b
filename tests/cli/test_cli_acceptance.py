"""Odd values, odd places, books tampered with: what one meets who has nothing but the description of the commands."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path
from unittest import mock

import pytest

from kubebuku.__main__ import main
from kubebuku.app.office import Office
from kubebuku.books.closing.commands import CloseYear
from tests.cli.running import Done, entry, post, run

PRINCIPAL = ("schedule", "--principal", "500000")


def tampered(book: Path, *statements: str) -> None:
    """Change a book with another program: guards taken off, rows altered, guards put back."""
    raw = sqlite3.connect(book, isolation_level=None)
    guards = raw.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _sql in guards:
        raw.execute(f'DROP TRIGGER "{name}"')
    for statement in statements:
        raw.execute(statement)
    for _name, sql in guards:
        raw.execute(sql)
    raw.close()


def refused_by(done: Done, check: str) -> list[str]:
    (found,) = (one["found"] for one in done.json if one["name"] == check and not one["ok"])
    return list(found)


# ---------------------------------------------------------------------------------------------------------- schedule


def test_rate_below_nil_is_refused_by_the_rule_and_not_taken_for_an_option() -> None:
    done = run(*PRINCIPAL, "--months", "3", "--method", "flat", "--rate", "-2%")
    assert (done.code, done.out) == (1, "")
    assert "Jasa −2 % tidak mungkin benar" in done.err


def test_term_of_twenty_figures_is_a_term_outside_the_rule() -> None:
    done = run(*PRINCIPAL, "--months", "9" * 20, "--method", "none")
    assert done.code == 1
    assert "Pinjaman berjalan 1 sampai 120 bulan" in done.err


# --------------------------------------------------------------------------------------------------------------- new


@pytest.mark.parametrize(
    ("opened", "said"),
    [
        ("2027-01-01", "Tanggal 1 Januari 2027 belum tiba."),
        ("0001-01-01", "Tahun 0001 tidak mungkin. Yang bisa ditulis tahun 1990 sampai 2027. Tulis tahun di antara keduanya."),
    ],
)
def test_book_begins_on_a_day_that_can_be(tmp_path: Path, opened: str, said: str) -> None:
    done = run("new", tmp_path / "baru.kubebuku", "--name", "Kube Baru", "--opened", opened)
    assert done.code == 1
    assert said in done.err
    assert list(tmp_path.iterdir()) == []


def test_book_may_begin_tomorrow(tmp_path: Path) -> None:
    assert run("new", tmp_path / "baru.kubebuku", "--name", "Kube Baru", "--opened", "2026-11-23").code == 0


@pytest.mark.parametrize("units", [("Catering", "catering"), ("Simpan Pinjam",), ("Tenda", "Tenda")])
def test_two_businesses_of_one_name_are_refused(tmp_path: Path, units: tuple[str, ...]) -> None:
    named = [word for label in units for word in ("--unit", label)]
    done = run("new", tmp_path / "baru.kubebuku", "--name", "Kube Baru", *named)
    assert done.code == 1
    assert "dengan nama yang berbeda" in done.err
    assert list(tmp_path.iterdir()) == []


def test_folder_is_not_replaced_by_a_book(tmp_path: Path) -> None:
    folder = tmp_path / "Laporan"
    folder.mkdir()
    done = run("new", folder, "--name", "Kube Baru", "--replace")
    assert (done.code, done.err) == (1, "Laporan adalah folder. Tulis nama berkas di dalamnya, atau nama lain.\n")


def test_name_longer_than_the_file_system_takes_is_said_in_indonesian(tmp_path: Path) -> None:
    done = run("new", tmp_path / ("y" * 300), "--name", "Kube Baru")
    assert done.code == 1
    assert "terlalu panjang" in done.err
    assert "too long" not in done.err


# -------------------------------------------------------------------------------------------------------------- post


def test_closed_standard_input_holds_no_entries(book: Path) -> None:
    with mock.patch.object(sys, "stdin", None):
        assert main(["post", str(book)]) == 0


# --------------------------------------------------------------------------------------------------- books tampered with


def test_book_without_its_postings_is_damaged_and_no_fault_of_the_program(worked: Path) -> None:
    raw = sqlite3.connect(worked)
    raw.execute("PRAGMA foreign_keys = OFF")
    raw.execute("DROP TABLE posting")
    raw.close()
    for words in (("balance", worked, "--json"), ("register", worked, "--account", "1101"), ("journal", worked, "--json")):
        done = run(*words)
        assert (done.code, done.out) == (3, "")
        assert done.err.startswith("Buku coba.kubebuku rusak.")


def test_line_with_another_day_than_its_entry_is_named(worked: Path) -> None:
    tampered(worked, "UPDATE entry SET date = '2026-01-04' WHERE id = 2")
    done = run("check", worked, "--json")
    assert done.code == 1
    assert refused_by(done, "entries") == [
        "Baris-baris catatan 2 bertanggal lain daripada catatannya, atau nomornya tidak urut dari satu."
    ]


def test_closed_year_with_income_left_is_told_in_words(tmp_path: Path) -> None:
    book = tmp_path / "tahun.kubebuku"
    assert run("new", book, "--name", "Kube Coba", "--opened", "2025-12-01", "--unit", "Catering").code == 0
    sold = entry("s", "2025-12-05", ("1101", 250_000), ("4101", -250_000, {"unit": "Catering"}), said="Pesanan")
    bought = entry("c", "2025-12-06", ("5105", 20_000), ("1101", -20_000), said="Konsumsi rapat")
    assert post(book, sold, bought).code == 0
    with Office.open(book) as office:
        office.run(CloseYear(year=2025))
    tampered(
        book,
        "UPDATE posting SET amount = -260000 WHERE entry = 1 AND account = '4101'",
        "UPDATE posting SET amount = 30000 WHERE entry = 2 AND account = '5105'",
    )
    assert refused_by(run("check", book, "--json"), "years") == [
        "Tahun 2025 sudah ditutup, tetapi Konsumsi Rapat tanpa usaha masih berisi Rp10.000.",
        "Tahun 2025 sudah ditutup, tetapi Pendapatan Usaha usaha Catering masih berisi −Rp10.000.",
    ]
