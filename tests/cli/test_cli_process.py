"""What only a process of its own can show: streams, flushing, killing, imports, the exit of a broken pipe."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from kubebuku.ledger.book import NewBook, create_book
from tests.cli.running import as_lines, entry

TODAY = date.today()
DAY = TODAY.isoformat()
SALE = entry("x", DAY, ("1101", 1_000), ("4101", -1_000, {"unit": "Usaha"}))


@pytest.fixture(autouse=True)
def _november() -> None:
    """These processes live on the clock of the computer."""


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return create_book(tmp_path / "coba.kubebuku", NewBook("Kube Coba", TODAY.replace(month=1, day=1)))


def words(*more: str | Path) -> list[str]:
    return [sys.executable, "-m", "kubebuku", *(str(word) for word in more)]


def run(*more: str | Path, given: bytes = b"", **env: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(words(*more), input=given, capture_output=True, check=False, env={**os.environ, **env}, timeout=120)


def test_exit_codes_and_streams(book: Path, tmp_path: Path) -> None:
    assert run("post", book, given=as_lines([SALE])).returncode == 0
    refused = run("post", book, given=b"kata\n")
    assert (refused.returncode, json.loads(refused.stdout)["error"]) == (1, "json")
    usage = run("balance")
    assert (usage.returncode, usage.stdout) == (2, b"")
    missing = run("balance", tmp_path / "hilang.kubebuku", "--json")
    assert (missing.returncode, missing.stdout) == (3, b"")
    assert missing.stderr.endswith(b"\n")


def test_output_is_utf8_with_line_feeds_whatever_the_computer_speaks(book: Path) -> None:
    sale = {**SALE, "ref": "ü −", "description": "Jual kué"}
    done = run("post", book, given=as_lines([sale, b"kata\n"]), PYTHONIOENCODING="cp1252:strict", LC_ALL="C", KUBEBUKU_LANG="id")
    assert done.stdout.decode().startswith('{"ref": "ü −", "number": ')
    assert b"\r" not in done.stdout
    shown = run("journal", book, PYTHONIOENCODING="ascii", LC_ALL="C")
    assert "Jual kué" in shown.stdout.decode()
    assert "−1.000" in shown.stdout.decode()


def test_each_answer_comes_before_the_next_line_is_asked_for(book: Path) -> None:
    with subprocess.Popen(words("post", book), stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in range(1, 4):
            process.stdin.write(as_lines([SALE]))
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == number
            held = json.loads(run("balance", book, "--json").stdout)
            assert held["1101"] == 1_000 * number
        process.stdin.close()
        assert process.wait(timeout=60) == 0


def test_second_writer_is_told_at_once(book: Path) -> None:
    with subprocess.Popen(words("post", book), stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(as_lines([SALE]))
        process.stdin.flush()
        process.stdout.readline()
        second = run("post", book, given=as_lines([SALE]))
        assert second.returncode == 3
        assert json.loads(second.stdout)["error"] == "surroundings"
        process.stdin.close()
    assert run("post", book, given=as_lines([SALE])).returncode == 0


@pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX")
def test_reader_that_goes_away_is_no_disaster(book: Path) -> None:
    with subprocess.Popen(words("post", book), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        process.stdin.write(as_lines([SALE]))
        process.stdin.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 3
    assert json.loads(run("balance", book, "--json").stdout)["1101"] == 1_000


@pytest.mark.parametrize(
    ("name", "asked", "said"),
    [
        ("balance", ["--json"], b"{}"),
        ("balance", [], b""),
        ("register", ["--account", "1101", "--json"], b"[]"),
        ("register", ["--account", "1101"], b""),
    ],
)
def test_balance_and_register_go_without_what_is_heavy(book: Path, name: str, asked: list[str], said: bytes) -> None:
    program = (
        "import sys; from kubebuku.__main__ import main; code = main(sys.argv[1:]);"
        "heavy = {'sqlalchemy', 'alembic', 'PySide6', 'reportlab', 'xlsxwriter', 'babel'} & set(sys.modules);"
        "sys.exit(f'{code} {heavy}' if code or heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", program, name, str(book), *asked], capture_output=True, check=False)
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, said, b"")


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
def test_killed_at_any_moment_it_has_lost_no_acknowledged_entry(book: Path) -> None:
    """Some dozens of deaths; after each the book opens at once, and every answer that came out is in it."""
    chance = random.Random(20261122)
    acknowledged: set[str] = set()
    given = as_lines([SALE] * 400)
    for _ in range(24):
        with subprocess.Popen(words("post", book), stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(given)
            process.stdin.flush()
            first = process.stdout.readline()
            # a moment anywhere in the next acts: an act takes some milliseconds
            end = time.monotonic() + chance.uniform(0, 0.06)
            while time.monotonic() < end:
                pass
            process.send_signal(signal.SIGKILL)
            answers = [first, *process.stdout.read().splitlines()]
            process.wait(timeout=60)
        acknowledged |= {json.loads(line)["hash"] for line in answers if line.rstrip().endswith(b"}")}
    journal = {json.loads(line)["hash"] for line in run("journal", book, "--json").stdout.splitlines()}
    assert acknowledged <= journal
    assert len(acknowledged) >= 24
    assert run("check", book).returncode == 0
    assert run("post", book, given=as_lines([SALE])).returncode == 0
