"""`kubebuku share` reckons a rule of sharing without a book."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import Done, run

RULE: dict[str, Any] = {
    "source": 90_000_000,
    "parts": [
        {"name": "Jasa modal", "percent": "40", "bases": [{"base": "savings", "weight": "100"}]},
        {"name": "Jasa usaha", "percent": "30", "base": "transactions"},
        {"name": "Dana cadangan", "rest": True},
    ],
    "rounding": 1,
    "remainder": "Dana cadangan",
    "totals": {"savings": 78_000_000},
    "members": [{"name": "A", "savings": 6_500_000, "transactions": "1500000.5"}],
}


def share(folder: Path, rule: object, *words: str) -> Done:
    file = folder / "aturan.json"
    file.write_text(rule if isinstance(rule, str) else json.dumps(rule), encoding="utf-8")
    return run("share", "--rule", str(file), *words)


def test_every_line_every_member_and_the_remainder(tmp_path: Path) -> None:
    done = share(tmp_path, RULE, "--json")
    assert (done.code, done.err) == (0, "")
    assert done.json == {
        "source": 90_000_000,
        "parts": [
            {
                "name": "Jasa modal",
                "amount": 36_000_000,
                "short": 0,
                "shares": [{"name": "A", "amount": 3_000_000}],
                "others": 33_000_000,
            },
            {
                "name": "Jasa usaha",
                "amount": 27_000_000,
                "short": 0,
                "shares": [{"name": "A", "amount": 27_000_000}],
                "others": 0,
            },
            {"name": "Dana cadangan", "amount": 27_000_000, "short": 0, "shares": None, "others": 0},
        ],
        "members": [{"name": "A", "amount": 30_000_000}],
        "remainder": 0,
    }


def test_the_table_is_read_by_people(tmp_path: Path) -> None:
    done = share(tmp_path, RULE)
    assert done.code == 0
    assert "Anggota lain" in done.out
    assert "36.000.000" in done.out


def without(*keys: str, **more: object) -> dict[str, Any]:
    return {key: value for key, value in RULE.items() if key not in keys} | more


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("{", "objek JSON"),
        ("[1]", "objek JSON"),
        ('{"source": 1, "source": 2}', "source"),
        (without("source"), "source"),
        (without(source=1.5), "1.5"),
        (without(source="90000000"), "source"),
        (without(source=True), "source"),
        (without(source=0), "Rp0"),
        (without(source=10**30), "Rp1"),
        (without(colour="blue"), "colour"),
        (without("parts"), "parts"),
        (without(parts=[{"name": "A", "percent": "100", "amount": 1}]), "2"),
        (without(parts=[{"name": "A", "percent": 99.5}]), "99.5"),
        (without(parts=[{"name": "A", "percent": "1,5"}]), "1,5"),
        (without(parts=[{"name": "A", "percent": "-1"}]), "-1"),
        (without(parts=[{"name": "A", "percent": "105"}], remainder=None), "105 %"),
        (without(parts=[{"name": "A", "amount": -5}]), "-5"),
        (without(parts=[{"name": "A", "rest": False}]), "true"),
        (without(parts=[{"name": "", "rest": True}]), "name"),
        (without(parts=[{"name": "A", "rest": True, "base": "equal", "bases": []}]), "base"),
        (without(parts=[{"name": "A", "rest": True, "bases": []}]), "bases"),
        (without(parts=[{"name": "A", "rest": True, "base": "name"}], remainder=None), "name"),
        (without(members=[{"name": "A", "equal": 1}]), "equal"),
        (without(members=[{"name": "A"}, {"name": "A"}]), "A"),
        (without("members"), "Jasa modal"),
        (without(remainder="Kas"), "Kas"),
    ],
)
def test_a_file_that_says_no_rule_is_refused_with_a_sentence(tmp_path: Path, rule: object, said: str) -> None:
    done = share(tmp_path, rule, "--json")
    assert (done.code, done.out) == (1, "")
    assert said in done.err


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert run("share", "--rule", str(tmp_path / "tidak-ada.json")).code == 3
