"""Every book read line by line, as plain rows and for the eye."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kubebuku.app.office import Office
from kubebuku.books.catalog import books
from kubebuku.books.guests.commands import WriteGuest
from kubebuku.books.letters.commands import Way, WriteLetter
from kubebuku.books.meetings.commands import Attended, HoldMeeting
from kubebuku.cli.book_words import HEADS
from kubebuku.domain.entries import PersonId
from kubebuku.reports.catalog import BOOKS_ALONE
from tests.cli.running import run

NAMES = [book.name for book in books() if book.rows() is not None]


def read(book: Path, name: str, *more: str) -> list[dict[str, Any]]:
    done = run("book", book, "--name", name, *more, "--json")
    assert done.code == 0, done.err
    found: list[dict[str, Any]] = done.json
    return found


@pytest.mark.parametrize("name", NAMES)
def test_every_book_is_read_in_a_new_group_too(book: Path, name: str) -> None:
    assert read(book, name) == []
    assert run("book", book, "--name", name).code == 0
    assert read(book, name, "--month", "2026-01") == []


def test_the_eleven_books_of_the_programme_are_listed() -> None:
    programme = "members guests meetings inventory letters cash enterprise savings_loan personal_savings activities solidarity"
    assert [name for name in programme.split() if name in NAMES] == NAMES


def test_an_unknown_book_is_refused_with_the_names_that_are_there(worked: Path) -> None:
    done = run("book", worked, "--name", "buku")
    assert (done.code, done.out) == (1, "")
    assert "Tidak ada buku buku." in done.err
    assert "members, guests, meetings" in done.err
    assert run("book", worked, "--name", "acts").code == 1
    assert run("book", worked).code == 2
    assert run("book", worked.with_name("lain.kubebuku"), "--name", "cash").code == 3


def test_the_cash_book_runs_from_what_was_there_before(worked: Path) -> None:
    rows = read(worked, "cash", "--month", "2026-02")
    assert [(row["box"], row["kind"], row["received"], row["paid"], row["balance"]) for row in rows] == [
        ("1101", "before", 0, 0, 1_150_000),
        ("1101", "journal", 0, 400_000, 750_000),
        ("1102", "before", 0, 0, 0),
        ("1102", "journal", 50_000, 0, 50_000),
    ]
    assert (rows[1]["number"], rows[1]["description"], rows[1]["unit"]) == ("BKK/2026/0001", 'Tenda "biru"', None)
    whole = [row for row in read(worked, "cash") if row["box"] == "1101"]
    assert [row["balance"] for row in whole] == [0, 900_000, 1_150_000, 750_000, 720_000]


def test_members_are_those_of_the_month(worked: Path) -> None:
    assert read(worked, "members", "--month", "2026-01") == []
    (ani,) = read(worked, "members")
    assert (ani["no"], ani["name"], ani["joined"], ani["left_on"], ani["roles"]) == (1, "Ani Contoh", "2026-11-22", None, [])


def test_books_without_money_are_read_too(worked: Path) -> None:
    with Office.open(worked, who="Ani") as office:
        on = date(2026, 11, 22)
        office.run(WriteGuest(on=on, full_name="Wawan Contoh", purpose="Melihat\npembukuan", impression="Baik\nsekali"))
        office.run(WriteLetter(way=Way.IN, on=on, letter_date=on, party="Kelurahan", subject="Undangan"))
        office.run(HoldMeeting(on=on, attendance=(Attended(person=PersonId(1)),), decisions=("Iuran tetap",)))
    assert [row["name"] for row in read(worked, "guests", "--month", "2026-11")] == ["Wawan Contoh"]
    assert read(worked, "guests", "--month", "2026-10") == []
    assert [row["subject"] for row in read(worked, "letters")] == ["Undangan"]
    assert [row["present"] for row in read(worked, "meetings")] == [1]
    assert [row["title"] for row in read(worked, "activities")] == ["Rapat rutin"]
    shown = run("book", worked, "--name", "guests").out
    assert "Wawan Contoh" in shown
    assert "Baik sekali" in shown
    assert len(run("book", worked, "--name", "meetings").out.splitlines()) == 2


@pytest.mark.parametrize(("name", "ending"), [("guests", "pdf"), ("members", "xlsx")])
def test_a_single_book_is_printed(worked: Path, tmp_path: Path, name: str, ending: str) -> None:
    out = tmp_path / f"buku.{ending}"
    assert run("report", worked, "--month", "2026-11", "--book", name, "--out", out).code == 0
    assert out.stat().st_size > 1000
    assert run("report", worked, "--month", "2026-11", "--book", name, "--out", out).code == 1
    assert run("report", worked, "--month", "2026-11", "--book", name, "--out", out, "--replace").code == 0


def test_a_book_that_is_none_is_not_printed(worked: Path, tmp_path: Path) -> None:
    done = run("report", worked, "--month", "2026-11", "--book", "kas", "--out", tmp_path / "kas.pdf")
    assert done.code == 1
    assert "Tidak ada buku kas." in done.err
    assert not (tmp_path / "kas.pdf").exists()


def test_people_read_the_book_in_their_own_words(worked: Path) -> None:
    head, before = run("book", worked, "--name", "cash", "--month", "2026-11").out.splitlines()[:2]
    words = ["Tempat", "uang", "Tanggal", "No.", "Bukti", "Uraian", "Usaha", "Penerimaan", "Pengeluaran", "Saldo", "No.", "nota"]
    assert head.split() == words
    assert before.startswith("Kas")
    assert "Saldo sebelumnya" in before
    assert "01/11/26" in before
    with Office.open(worked, who="Ani") as office:
        on = date(2026, 11, 22)
        office.run(HoldMeeting(on=on, attendance=(Attended(person=PersonId(1)),)))
        office.run(WriteLetter(way=Way.IN, on=on, letter_date=on, party="Kelurahan", subject="Undangan"))
    meetings = run("book", worked, "--name", "meetings").out
    assert "Rapat rutin" in meetings
    assert "routine" not in meetings
    assert run("book", worked, "--name", "letters").out.splitlines()[1].startswith("masuk")
    assert read(worked, "meetings")[0]["kind"] == "routine"


@pytest.mark.parametrize("name", HEADS)
def test_a_caption_stands_over_every_key_that_people_are_shown(worked: Path, name: str) -> None:
    with Office.open(worked, who="Ani") as office:
        on = date(2026, 11, 22)
        office.run(WriteGuest(on=on, full_name="Wawan Contoh", purpose="Melihat pembukuan"))
        office.run(WriteLetter(way=Way.OUT, on=on, letter_date=on, party="Kelurahan", subject="Laporan"))
        office.run(HoldMeeting(on=on, attendance=(Attended(person=PersonId(1)),)))
    assert set(HEADS) == set(BOOKS_ALONE)
    for row in read(worked, name):
        assert set(HEADS[name]) <= set(row)
