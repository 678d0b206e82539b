"""What the command line says to people: whole sentences in their language, and what to type, never which button to press."""

from __future__ import annotations

from pathlib import Path

import pytest

from kubebuku.cli.commands import COMMANDS
from kubebuku.cli.remedies import REMEDIES
from kubebuku.domain.errors import Surroundings
from kubebuku.ledger import refusals
from kubebuku.reports.catalog import BOOKS_ALONE
from tests.cli.running import entry, post, run


@pytest.mark.parametrize(
    ("words", "indonesian", "english"),
    [
        (("balance",), "yang ini belum ditulis: BUKU", "the following arguments are required: BOOK"),
        (("balance", "b.kubebuku", "--semua"), "tidak dikenal: --semua", "unrecognized arguments: --semua"),
        (("balance", "b.kubebuku", "--at"), "--at: isinya belum ditulis", "argument --at: expected one argument"),
        (
            ("balance", "b.kubebuku", "--json=1"),
            "--json: pilihan ini tidak memakai isi '1'",
            "argument --json: ignored explicit argument '1'",
        ),
        (("balance", "b.kubebuku", "--at", "besok"), "--at: tanggal ditulis 2026-01-31, bukan besok", "a date is written"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_wrong_arguments_are_named_in_the_readers_language(words: tuple[str, ...], indonesian: str, english: str) -> None:
    first, second = run(*words), run(*words, "--lang", "en")
    assert first.err.startswith("cara pakai: kubebuku balance [-h] [--at TANGGAL] [--json] BUKU\n")
    assert indonesian in first.err
    assert second.err.startswith("usage: kubebuku balance [-h] [--at DATE] [--json] BOOK\n")
    assert english in second.err


def test_wrong_choice_names_the_right_ones() -> None:
    done = run("export", "b.kubebuku", "--format", "gnucash", "--out", "b.txt")
    assert "--format: 'gnucash' tidak dikenal (pilih salah satu: " in done.err
    assert "beancount" in done.err.splitlines()[-1]


@pytest.mark.parametrize("name", COMMANDS)
def test_help_has_no_english_word_for_what_is_to_be_written(name: str) -> None:
    shown = run(name, "--help").out
    assert not {"BOOK", "NAME", "DATE", "MONTH", "FILE", "CODE", "AMOUNT", "RATE"} & set(
        shown.replace("[", " ").replace("]", " ").split()
    )


def test_help_of_post_shows_an_entry() -> None:
    assert '"postings"' in run("post", "--help").out


def test_checks_are_sentences_for_people_and_names_for_programs(book: Path) -> None:
    shown = run("check", book).out.splitlines()
    assert "ya     Tidak ada yang pernah kurang dari nol" in shown
    names = [one["name"] for one in run("check", book, "--json").json]
    assert "zero_rule" in names
    assert len(names) == len(shown)
    assert not [line for line in shown if "_" in line or line.split("  ")[-1].strip() in names]


def test_code_that_is_nowhere_leaves_the_book_whole(book: Path) -> None:
    done = run("check", book, "--code", "ABCD-EFGH")
    assert done.code == 1
    assert "TIDAK  Kode itu ada di buku ini\n" in done.out
    assert "Tidak ada yang berkode ABCD-EFGH di buku ini." in done.out
    assert done.err == "Bukunya sendiri utuh; hanya kodenya tidak ditemukan di buku ini.\n"


def test_parts_of_the_self_test_are_sentences() -> None:
    assert "ya     Hurufnya ada\n" in run("self-test").out


def test_restore_tells_days_as_people_say_them(worked: Path, tmp_path: Path) -> None:
    copy = tmp_path / "salinan.kubebuku"
    assert run("backup", worked, "--to", copy).code == 0
    done = run("restore", copy, "--to", tmp_path / "kembali.kubebuku")
    assert "terakhir BKK/2026/0002 tanggal 1 Maret 2026" in done.err
    assert "2026-03-01" not in done.err


def test_remedies_say_what_to_type(book: Path, tmp_path: Path) -> None:
    assert "tambahkan --replace" in run("new", book, "--name", "Lain").err
    assert "Periksa tulisan namanya" in run("balance", tmp_path / "hilang.kubebuku").err
    assert run("report", book, "--month", "2025-01", "--out", tmp_path / "a.pdf").err.endswith("sesudah --month.\n")
    wrong = (
        {"rows": "x"},
        entry("a", "2026-01-05", ("9999", 5), ("1101", -5)),
        entry("b", "2026-01-05", ("1101", 5), ("4101", -5)),
    )
    said = [line["message"] for line in post(book, *wrong).lines]
    assert said[1].endswith("akun buatan kelompok, misalnya 1110.01.")
    assert said[2].endswith("Tambahkan kunci unit pada baris ini.")
    assert "postings" in post(book, "teks").lines[0]["message"]
    assert post(book, {"date": "2026-01-05"}).lines[0]["message"].endswith("setiap baris punya account dan amount.")


def test_no_remedy_of_the_surroundings_speaks_of_a_button() -> None:
    """Every refusal to open or write a book whose own remedy names a button has another one for the terminal."""
    buttons = ("press", "button")
    kinds = [kind for kind in vars(refusals).values() if isinstance(kind, type) and issubclass(kind, Surroundings)]
    speaking = {kind.code for kind in kinds if any(word in str(getattr(kind, "remedy", "")) for word in buttons)}
    assert speaking
    assert speaking <= REMEDIES.keys()
    assert not [words for words in REMEDIES.values() if any(word in words.lower() for word in buttons)]


def test_unknown_book_is_refused_with_the_names_that_are_there(book: Path, tmp_path: Path) -> None:
    for words in (
        ("book", book, "--name", "kas"),
        ("report", book, "--month", "2026-01", "--book", "kas", "--out", tmp_path / "k.pdf"),
    ):
        done = run(*words)
        assert done.code == 1
        assert all(name in done.err for name in BOOKS_ALONE)
        assert "Tulis salah satu nama itu." in done.err
