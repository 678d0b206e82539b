"""The gate lets nothing through: every branch of the ledger, of what is pure and of reports, 85 % of the rest."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import coverage_gate
import pytest


def module(statements: int, reached: int, branches: int = 0, taken: int = 0) -> dict[str, Any]:
    summary = {"num_statements": statements, "covered_lines": reached, "num_branches": branches, "covered_branches": taken}
    return {
        "summary": summary,
        "missing_lines": list(range(reached + 1, statements + 1)),
        "missing_branches": [[number, number + 1] for number in range(taken, branches)],
    }


def judged(tmp_path: Path, files: dict[str, dict[str, Any]]) -> int:
    report = tmp_path / "coverage.json"
    report.write_text(json.dumps({"files": files}), encoding="utf-8")
    return coverage_gate.main(str(report))


WHOLE = {
    "kubebuku/domain/money.py": module(10, 10, 4, 4),
    "kubebuku/ledger/chain.py": module(10, 10),
    "kubebuku/books/cash/rules.py": module(10, 10),
    "kubebuku/books/savings_loan/schedules.py": module(10, 10),
    "kubebuku/books/savings_loan/instalments.py": module(10, 10),
    "kubebuku/books/savings_loan/reckoning.py": module(10, 10),
    "kubebuku/reports/aid.py": module(10, 10),
}


def test_whole_ledger_and_most_of_the_rest_pass(tmp_path: Path) -> None:
    assert judged(tmp_path, {**WHOLE, "kubebuku/ui/shell.py": module(90, 80, 10, 5)}) == 0


@pytest.mark.parametrize("name", ["ledger/journal.py", "books/meetings/rules.py", "reports/debts.py"])
def test_one_branch_is_enough_to_fail(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert judged(tmp_path, {**WHOLE, f"kubebuku/{name}": module(10, 10, 4, 3)}) == 1
    assert f"kubebuku/{name}: branches 3->4" in capsys.readouterr().err


def test_handlers_and_drawing_belong_to_the_rest(tmp_path: Path) -> None:
    rest = {f"kubebuku/{name}": module(100, 90) for name in ("books/cash/handlers.py", "reports/render/pdf.py")}
    assert judged(tmp_path, {**WHOLE, **rest}) == 0


def test_rest_is_judged_as_a_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert judged(tmp_path, {**WHOLE, "kubebuku/ui/shell.py": module(100, 84)}) == 1
    assert "84.0 % of 85 %" in capsys.readouterr().err


def test_windows_paths_are_the_same_modules(tmp_path: Path) -> None:
    assert judged(tmp_path, {**WHOLE, "kubebuku\\ledger\\chain.py": module(10, 9)}) == 1


def test_a_run_that_measured_nothing_does_not_pass(tmp_path: Path) -> None:
    assert judged(tmp_path, {}) == 1


@pytest.mark.parametrize("name", WHOLE)
def test_a_kind_of_module_that_was_not_measured_does_not_pass(tmp_path: Path, name: str) -> None:
    assert judged(tmp_path, {other: file for other, file in WHOLE.items() if other != name}) == 1
