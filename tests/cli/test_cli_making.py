"""new, person, sample: books and people made without a window."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kubebuku.app.office import Office
from kubebuku.ledger.book import NewBook, create_book
from tests.cli.running import entry, post, run


def facts(path: Path) -> tuple[str, date, list[str]]:
    with Office.open(path, write=False) as office:
        units = office.read(
            lambda reading: reading.connection.exec_driver_sql("SELECT label FROM unit ORDER BY id").scalars().all()
        )
        return office.facts.name, office.facts.opened, list(units)


def test_new_book_with_everything_named(book: Path) -> None:
    assert facts(book) == ("Kube Coba", date(2026, 1, 1), ["Simpan pinjam", "Sewa tenda", "Catering"])


def test_new_book_with_nothing_but_a_name(tmp_path: Path) -> None:
    done = run("new", tmp_path / "baru.kubebuku", "--name", "Kube Baru")
    assert (done.code, done.out) == (0, "")
    assert facts(tmp_path / "baru.kubebuku") == ("Kube Baru", date(2026, 11, 1), ["Simpan pinjam", "Usaha"])
    assert done.err == "baru.kubebuku sudah siap; bukunya dimulai 1 November 2026.\n"


def test_file_is_named_to_the_letter_and_nothing_else_is_left(tmp_path: Path) -> None:
    assert run("new", tmp_path / "buku kita & #1%", "--name", "Kube Baru").code == 0
    assert [file.name for file in tmp_path.iterdir()] == ["buku kita & #1%"]
    assert run("balance", tmp_path / "buku kita & #1%", "--json").json == {}


def test_book_that_is_there_is_refused(worked: Path) -> None:
    before = worked.read_bytes()
    done = run("new", worked, "--name", "Lain")
    assert done.code == 1
    assert "Sudah ada berkas bernama coba.kubebuku" in done.err
    assert worked.read_bytes() == before


def test_replaced_book_is_kept_aside(worked: Path) -> None:
    before = worked.read_bytes()
    assert run("new", worked, "--name", "Lain", "--replace").code == 0
    assert facts(worked)[0] == "Lain"
    kept = worked.with_name("coba (lama).kubebuku")
    assert kept.read_bytes() == before
    assert sorted(file.name for file in worked.parent.glob("*.kubebuku*")) == [kept.name, worked.name]


def test_book_held_by_a_window_is_not_replaced(worked: Path) -> None:
    with Office.open(worked, who="Ani Contoh"):
        done = run("new", worked, "--name", "Lain", "--replace")
    assert done.code == 3
    assert "Ani Contoh" in done.err
    assert facts(worked)[0] == "Kube Coba"


@pytest.mark.parametrize("name", ["", "  ", "x" * 121])
def test_group_needs_a_fit_name(tmp_path: Path, name: str) -> None:
    assert run("new", tmp_path / "b.kubebuku", "--name", name).code == 1
    assert list(tmp_path.iterdir()) == []


def test_folder_that_is_not_there(tmp_path: Path) -> None:
    assert run("new", tmp_path / "tidak ada" / "b.kubebuku", "--name", "Kube").code == 3


# -------------------------------------------------------------------------------------------------------------- person


def test_member_and_outsider_are_found_by_their_names(book: Path) -> None:
    assert run("person", book, "--add", "Ani Contoh").out == "Ani Contoh\n"
    assert run("person", book, "--add", "Toko  Contoh", "--outsider").out == "Toko Contoh\n"
    done = post(
        book,
        entry(1, "2026-01-05", ("1102", 5_000), ("2110", -5_000, {"person": "Ani Contoh"})),
        entry(2, "2026-01-05", ("5101", 5_000), ("2101", -5_000, {"person": "Toko Contoh"})),
    )
    assert done.code == 0


def test_two_of_one_name_are_told_apart_by_number(book: Path) -> None:
    names = [run("person", book, "--add", "Ani Contoh", *more).out.strip() for more in ((), (), ("--outsider",))]
    assert names == ["Ani Contoh", "Ani Contoh #2", "Ani Contoh #L3"]
    savings = [
        entry(name, "2026-01-05", ("1102", 5_000), ("2110", -5_000, {"person": name}))
        for name in ("Ani Contoh", "Ani Contoh #1", "Ani Contoh #2", "Ani Contoh #L3", "Ani Contoh #9")
    ]
    answers = post(book, *savings).lines
    assert [answer.get("error") for answer in answers] == ["name-ambiguous", None, None, None, "name-unknown"]
    assert "Ani Contoh #1, Ani Contoh #2, Ani Contoh #L3" in answers[0]["message"]
    people = [line["person"] for line in run("register", book, "--account", "2110", "--json").json]
    assert people == ["Ani Contoh #1", "Ani Contoh #2", "Ani Contoh #L3"]


def test_person_without_a_name_is_refused(book: Path) -> None:
    assert run("person", book, "--add", " ").code == 1


# -------------------------------------------------------------------------------------------------------------- sample


def test_practice_book_is_made_with_what_was_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, Any] = {}

    def make_sample(path: Path, **more: Any) -> None:
        asked.update(more)
        create_book(path, NewBook("Kube Latihan", date(2026, 1, 1), practice=True))

    stand_in = ModuleType("kubebuku.app.sample")
    stand_in.make_sample = make_sample  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "kubebuku.app.sample", stand_in)
    path = tmp_path / "latihan.kubebuku"
    assert run("sample", path, "--months", "3", "--until", "2026-10-31").code == 0
    assert asked == {"kube": "Hunafa Bersama", "months": 3, "until": date(2026, 10, 31)}
    assert run("sample", path, "--kube", "Mawar", "--replace").code == 0
    assert asked == {"kube": "Mawar", "months": 12, "until": date(2026, 11, 22)}
    assert facts(path)[0] == "Kube Latihan"
    assert sorted(file.name for file in tmp_path.glob("*.kubebuku*")) == ["latihan (lama).kubebuku", "latihan.kubebuku"]
