"""Wrong usage is exit code 2, help is words in the reader's language, and the window opens only where it is asked for."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from types import ModuleType

import pytest

from kubebuku import __version__
from kubebuku.app import log
from kubebuku.cli import office, output
from kubebuku.cli.commands import COMMANDS
from kubebuku.domain.errors import Cancelled
from tests.cli.running import Done, run


@pytest.mark.parametrize(
    "words",
    [
        ("frobnicate",),
        ("frobnicate", "coba.kubebuku"),
        ("post",),
        ("new", "b.kubebuku"),
        ("balance", "b.kubebuku", "--at", "31-01-2026"),
        ("balance", "b.kubebuku", "--at", "2026-02-31"),
        ("balance", "b.kubebuku", "--frob"),
        ("register", "b.kubebuku"),
        ("journal", "b.kubebuku", "--month", "2026-13"),
        ("journal", "b.kubebuku", "--mon", "2026-01"),
        ("statement", "b.kubebuku", "--kind", "income", "--from", "2026-01"),
        ("statement", "b.kubebuku", "--kind", "profit", "--from", "2026-01", "--to", "2026-01"),
        ("statement", "b.kubebuku", "--kind", "income", "--from", "2026-02", "--to", "2026-01"),
        ("statement", "b.kubebuku", "--kind", "income", "--from", "1900-01", "--to", "2026-01"),
        ("report", "b.kubebuku", "--month", "2026-01", "--out", "januari.doc"),
        ("report", "b.kubebuku", "--month", "2026-01", "--out", "januari.pdf", "--paper", "a5"),
        ("export", "b.kubebuku", "--format", "gnucash", "--out", "b.gnucash"),
        ("sample", "b.kubebuku", "--months", "0"),
        ("sample", "b.kubebuku", "--months", "601"),
        ("sample", "b.kubebuku", "--months", "x"),
        ("--lang", "fr", "balance", "b.kubebuku"),
        ("balance", "b.kubebuku", "--lang"),
    ],
    ids=" ".join,
)
def test_wrong_usage_is_exit_two_with_words_and_no_result(words: tuple[str, ...]) -> None:
    done = run(*words)
    assert (done.code, done.out) == (2, "")
    assert done.err.strip()


def test_help_lists_every_command_in_both_languages() -> None:
    indonesian, english = run("--help"), run("--help", "--lang=en")
    assert indonesian.code == english.code == 0
    for name in COMMANDS:
        assert f"\n  {name} " in indonesian.out
    assert "membuat buku baru" in indonesian.out
    assert "make a new book" in english.out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str) -> None:
    done = run(name, "--help")
    assert done.code == 0
    assert done.out.startswith(f"cara pakai: kubebuku {name}")


def test_version() -> None:
    assert run("--version") == Done(0, f"KubeBuku {__version__}\n", "")


def test_language_of_words_by_option_then_by_environment(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KUBEBUKU_LANG", "en")
    assert run("check", book).err == "The book is whole.\n"
    assert run("check", book, "--lang", "id").err == "Buku utuh.\n"
    monkeypatch.setenv("KUBEBUKU_LANG", "klingon")
    assert run("check", book).err == "Buku utuh.\n"


@pytest.fixture
def window(monkeypatch: pytest.MonkeyPatch) -> list[Path | None]:
    """A stand-in for the window that keeps what it was asked to open."""
    opened: list[Path | None] = []

    def open_window(book: Path | None, *, language: str | None = None) -> int:
        assert language is None
        opened.append(book)
        return 0

    stand_in = ModuleType("kubebuku.ui.main")
    stand_in.open_window = open_window  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "kubebuku.ui.main", stand_in)
    return opened


def test_window_opens_without_words_and_on_a_book(book: Path, window: list[Path | None]) -> None:
    for words in ((), (str(book),), ("hilang.kubebuku",), ("folder/buku",)):
        assert run(*words).code == 0
    assert window == [None, book, Path("hilang.kubebuku"), Path("folder/buku")]
    assert run("buku").code == 2
    assert len(window) == 4


def test_bug_is_reported_and_is_no_refusal(book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: object, **_more: object) -> None:
        raise ZeroDivisionError

    monkeypatch.delenv("KUBEBUKU_DEBUG")
    monkeypatch.setattr("kubebuku.ledger.plain.by_account", broken)
    done = run("balance", book, "--json")
    log.stop()
    assert (done.code, done.out) == (3, "")
    assert "Programnya sendiri yang bermasalah" in done.err
    assert "ZeroDivisionError" in next((tmp_path / "rumah").rglob("*.txt")).read_text(encoding="utf-8")
    monkeypatch.setenv("KUBEBUKU_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        run("balance", book, "--json")
    log.stop()


def test_what_the_system_refuses_is_a_sentence(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(*_args: object, **_more: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("kubebuku.cli.output.result", refuses)
    done = run("balance", book, "--json")
    assert (done.code, done.err) == (3, "Komputer menolak: Input/output error.\n")


@pytest.mark.parametrize("kind", [KeyboardInterrupt, Cancelled])
def test_command_that_is_stopped_is_silent(book: Path, monkeypatch: pytest.MonkeyPatch, kind: type[BaseException]) -> None:
    def stopped(*_args: object, **_more: object) -> None:
        raise kind

    monkeypatch.setattr("kubebuku.ledger.plain.by_account", stopped)
    assert run("balance", book, "--json") == Done(130, "", "")


def test_computer_without_user_names_writes_as_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError("uid")

    monkeypatch.setattr("getpass.getuser", nobody)
    assert office.who() == "kubebuku"


def test_stream_that_cannot_be_set_up_is_left_as_it_is() -> None:
    stream = io.StringIO()
    output.prepare(stream, stream)
    assert not stream.closed
