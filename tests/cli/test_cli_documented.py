"""Every example of docs/cli.md does what it says, in the order of the page."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from kubebuku.cli.commands import COMMANDS
from tests.cli.running import as_lines, entry, run

PAGE = (Path(__file__).resolve().parent.parent.parent / "docs" / "cli.md").read_text(encoding="utf-8")
#: A code that no book has: the one example that is meant to be refused.
REFUSED = "ABCD-EFGH"


def examples() -> list[str]:
    blocks = re.findall(r"^```\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
    return [line for block in blocks for line in block.splitlines() if line.startswith("kubebuku ")]


def test_every_command_has_its_example() -> None:
    assert {line.split()[1] for line in examples()} == set(COMMANDS)


def test_every_example_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "stick").mkdir()
    rule = next(line for line in PAGE.splitlines() if line.startswith('{"source"') and "rounding" in line)
    (tmp_path / "aturan.json").write_text(rule, encoding="utf-8")
    written = as_lines([entry("x1", "2026-01-05", ("1101", 750_000), ("4101", -750_000, {"unit": "Sewa tenda"}))])
    for line in examples():
        words = shlex.split(line.replace("/media/stick/", "stick/").partition(" < ")[0])[1:]
        if words[0] == "sample":
            words[words.index("--months") + 1] = "2"  # the same, only shorter
        if words[0] == "upgrade":
            shutil.copy("coba.kubebuku", words[1])
        done = run(*words, given=written)
        assert done.code == (1 if REFUSED in words else 0), (line, done.err)
