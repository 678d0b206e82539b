"""`kubebuku schedule` reckons without a book."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.cli.running import Done, run


def schedule(*words: str) -> Done:
    return run("schedule", "--principal", "500000", "--months", "3", "--start", "2026-01-31", *words)


def test_each_instalment_is_an_object_in_whole_rupiah() -> None:
    done = schedule("--method", "flat", "--rate", "2%", "--round", "1000", "--json")
    assert (done.code, done.err) == (0, "")
    assert done.json == [
        {"no": 1, "due": "2026-02-28", "principal": 167_000, "interest": 10_000, "payment": 177_000, "balance": 333_000},
        {"no": 2, "due": "2026-03-31", "principal": 167_000, "interest": 10_000, "payment": 177_000, "balance": 166_000},
        {"no": 3, "due": "2026-04-30", "principal": 166_000, "interest": 10_000, "payment": 176_000, "balance": 0},
    ]


def test_without_jasa_no_rate_is_asked() -> None:
    assert [row["payment"] for row in schedule("--method", "none", "--json").json] == [166_667, 166_667, 166_666]


def test_it_begins_today_unless_told() -> None:
    done = run("schedule", "--principal", "500000", "--months", "1", "--method", "none", "--json")
    assert done.json[0]["due"] == "2026-12-22"


@pytest.mark.parametrize("written", ["17.5%", "17,5%"])
def test_a_rate_has_a_point_or_a_comma(written: str) -> None:
    rows = schedule("--method", "declining", "--rate", written, "--per", "year", "--json").json
    assert [row["interest"] for row in rows] == [7_292, 4_861, 2_431]


def test_weeks_the_end_and_a_fixed_instalment() -> None:
    assert len(schedule("--method", "none", "--every", "week", "--json").json) == 12
    assert [row["payment"] for row in schedule("--method", "flat", "--rate", "2%", "--every", "end", "--json").json] == [530_000]
    fixed = schedule("--method", "none", "--payment", "200.000", "--json").json
    assert [row["payment"] for row in fixed] == [200_000, 200_000, 100_000]


def test_columns_for_the_eye() -> None:
    lines = schedule("--method", "none").out.splitlines()
    assert lines[0].split() == ["No", "Tempo", "Pokok", "Jasa", "Angsuran", "Sisa"]
    assert lines[-1].split() == ["Jumlah", "500.000", "0", "500.000"]


@pytest.mark.parametrize(
    "words",
    [
        ("--method", "none", "--principal", "0"),
        ("--method", "none", "--principal", "-5"),
        ("--method", "none", "--principal", "1" + "0" * 30),
        ("--method", "none", "--months", "0"),
        ("--method", "none", "--months", "121"),
        ("--method", "flat", "--rate", "0%"),
        ("--method", "flat", "--rate", "150%"),
        ("--method", "flat", "--rate", "150%", "--per", "year"),
        ("--method", "flat", "--rate=-2%"),
        ("--method", "none", "--round", "250"),
        ("--method", "flat", "--rate", "2%", "--payment", "10000"),
        ("--method", "none", "--payment", "0"),
        ("--method", "none", "--start", "9999-12-31"),
    ],
)
def test_what_is_no_loan_is_refused_in_one_line(words: tuple[str, ...]) -> None:
    done = schedule(*words)
    assert (done.code, done.out) == (1, "")
    assert done.err.count("\n") == 1
    assert "{" not in done.err


@pytest.mark.parametrize(
    "words",
    [
        ("--method", "none", "--principal", "abc"),
        ("--method", "none", "--months", "tiga"),
        ("--method", "bunga"),
        ("--method", "flat"),
        ("--method", "flat", "--rate", "2"),
        ("--method", "flat", "--rate", "dua%"),
        ("--method", "none", "--start", "2026-02-31"),
        ("--method", "none", "--every", "day"),
        (),
    ],
)
def test_wrong_words_are_wrong_usage(words: tuple[str, ...]) -> None:
    done = schedule(*words)
    assert (done.code, done.out) == (2, "")


def test_it_is_light() -> None:
    code = (
        "import sys; from kubebuku.__main__ import main; "
        "main(['schedule', '--principal', '500000', '--months', '3', '--method', 'none', '--json']); "
        "sys.exit(any(name in sys.modules for name in ('sqlalchemy', 'alembic', 'reportlab', 'PySide6')))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0
