"""Whole processes of the command line, imports and the look into the list of proved books included."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.benchmarks.tenyears import ten_years
from tests.builders import new_book

ROOT = Path(__file__).resolve().parents[2]
_PLAIN = (
    "import sqlite3, sys; print(sqlite3.connect(sys.argv[1])"
    ".execute('SELECT account, SUM(amount) FROM posting GROUP BY account').fetchall())"
)


def run(*arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], cwd=ROOT, check=True, capture_output=True, timeout=60)


@pytest.fixture(params=["small book", "ten years"])
def book(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return str(ten_years() if request.param == "ten years" else new_book(tmp_path))


@pytest.mark.benchmark(group="whole process: balance (aim 0.30 s)")
def test_yardstick_python_and_sqlite(benchmark: BenchmarkFixture, book: str) -> None:
    benchmark.pedantic(run, args=("-c", _PLAIN, book), rounds=5, warmup_rounds=1)  # type: ignore[no-untyped-call]


@pytest.mark.benchmark(group="whole process: balance (aim 0.30 s)")
def test_balance(benchmark: BenchmarkFixture, book: str) -> None:
    benchmark.pedantic(run, args=("-m", "kubebuku", "balance", book), rounds=5, warmup_rounds=1)  # type: ignore[no-untyped-call]


_MONTH_OF_CASH = (
    'import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute("SELECT p.date, e.description, p.amount FROM posting AS p'
    " JOIN entry AS e ON e.id = p.entry WHERE p.account = '1101' AND p.date BETWEEN '2021-06-01' AND '2021-06-30'\").fetchall())"
)


@pytest.mark.benchmark(group="whole process: register of a month")
def test_yardstick_month_of_cash(benchmark: BenchmarkFixture) -> None:
    benchmark.pedantic(run, args=("-c", _MONTH_OF_CASH, str(ten_years())), rounds=5, warmup_rounds=1)  # type: ignore[no-untyped-call]


@pytest.mark.benchmark(group="whole process: register of a month")
def test_register(benchmark: BenchmarkFixture) -> None:
    asked = ("-m", "kubebuku", "register", str(ten_years()), "--account", "1101", "--month", "2021-06")
    benchmark.pedantic(run, args=asked, rounds=5, warmup_rounds=1)  # type: ignore[no-untyped-call]
