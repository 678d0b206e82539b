"""The door of a book: a command tied to the hand of another, or a question to wrong rows, is found by the type checker."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent

from mypy import api

HOUSE = Path(__file__).resolve().parents[2]

#: Beyond the books nothing need be judged again: what these lines mean stands in `books/spec.py`.
SETTINGS = f"""
[mypy]
mypy_path = {HOUSE}
explicit_package_bases = True
namespace_packages = True
disable_error_code = empty-body
[mypy-sqlalchemy.*]
follow_imports = skip
[mypy-kubebuku.*]
ignore_errors = True
"""

DOOR = """
    from dataclasses import dataclass
    from kubebuku.books.spec import Command, Outcome, Query
    from kubebuku.domain.entries import EntryId
    from kubebuku.domain.money import Rupiah
    from kubebuku.ledger.work import Reading, Work

    @dataclass(frozen=True)
    class TakeDues(Command): ...
    @dataclass(frozen=True)
    class GiveBenefit(Command): ...
    @dataclass(frozen=True)
    class DuesOfYear(Query[Rupiah]): ...
    @dataclass(frozen=True)
    class WhoOwes(Query[tuple[str, ...]]): ...

    def take(work: Work, command: TakeDues) -> Outcome: ...
    def taken_back(work: Work, entry: EntryId, command: TakeDues) -> None: ...
    def told(work: Work, command: TakeDues) -> str: ...
    def dues(reading: Reading, query: DuesOfYear) -> Rupiah: ...
    def names(reading: Reading, query: DuesOfYear) -> tuple[str, ...]: ...

    TakeDues.done_by(take, undone_by=taken_back)
    DuesOfYear.answered_by(dues)
    GiveBenefit.done_by(take)  # wrong: the hand of another command
    TakeDues.done_by(told)  # wrong: no outcome
    TakeDues.done_by(take, undone_by=take)  # wrong: not told which entry
    WhoOwes.answered_by(dues)  # wrong: another question
    DuesOfYear.answered_by(names)  # wrong: rows of another kind
"""


def test_what_does_not_belong_together_does_not_pass_the_type_checker(tmp_path: Path) -> None:
    door, settings = tmp_path / "door.py", tmp_path / "mypy.ini"
    door.write_text(dedent(DOOR), "utf-8")
    settings.write_text(SETTINGS, "utf-8")
    told, trouble, _code = api.run(["--config-file", str(settings), "--cache-dir", str(tmp_path / "seen"), str(door)])
    found = {int(line) for line in re.findall(r"door\.py:(\d+): error:", told)}
    wrong = {number for number, line in enumerate(door.read_text("utf-8").splitlines(), 1) if "# wrong" in line}
    assert (found, trouble) == (wrong, ""), told
    assert len(wrong) == 5
