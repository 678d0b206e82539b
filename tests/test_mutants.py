"""The tool that breaks the code on purpose: what it draws from, how it names a survivor, when it is content."""

from __future__ import annotations

from pathlib import Path

import mutants
import pytest
from mutants import Survivor

DIFF = """\
--- kubebuku/books/savings_loan/reckoning.py
+++ kubebuku/books/savings_loan/reckoning.py
@@ -1,3 +1,3 @@
 def _fine(self, at: int) -> int:
-    while day < self.at:
+    while day <= self.at:
         pass
"""

#: As the tool names a mutant of a method.
NAME = "kubebuku.books.savings_loan.reckoning.xǁReckoningǁ_fine__mutmut_7"


def survivor(number: int = 7) -> Survivor:
    return Survivor(NAME.replace("7", str(number)), *mutants.changed(DIFF))


def test_a_survivor_is_named_by_what_changed_not_by_its_number() -> None:
    line = "kubebuku.books.savings_loan.reckoning:Reckoning._fine | while day < self.at: -> while day <= self.at:"
    assert survivor(7).line == survivor(8).line == line
    assert Survivor("kubebuku.domain.money.x_split__mutmut_1", "a", "b").where == "kubebuku.domain.money:split"


def test_every_file_is_drawn_from_once_and_what_is_light_is_not() -> None:
    drawn = {name: {str(file) for file in group.paths} for name, group in mutants.GROUPS.items()}
    assert "kubebuku/domain/money.py" in drawn["domain"]
    assert "kubebuku/ledger/journal.py" in drawn["ledger"]
    assert {"kubebuku/books/cash/rules.py", "kubebuku/books/savings_loan/schedules.py"} <= drawn["rules"]
    assert "kubebuku/reports/debts.py" in drawn["reports"]
    assert drawn["handlers"]
    assert not drawn["rules"] & drawn["handlers"]
    assert not any(file.endswith(("/commands.py", "/tables.py")) for file in drawn["handlers"])


def test_nine_of_ten_or_a_reason_for_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    listed = tmp_path / "reasons.txt"
    monkeypatch.setattr(mutants, "REASONS", listed)
    listed.write_text("# told\n", "utf-8")
    assert mutants.judge("rules", 10, [])
    assert mutants.judge("rules", 10, [survivor()])
    assert not mutants.judge("rules", 10, [survivor(), survivor(8)])
    assert survivor().line in capsys.readouterr().out
    listed.write_text(f"# told\n{survivor().line}\n    The day itself is asked before.\n", "utf-8")
    assert mutants.reasons() == {survivor().line: "The day itself is asked before."}
    assert mutants.judge("rules", 10, [survivor(), survivor(8)])


def test_each_reason_stands_beneath_a_mutant_of_code_that_is_there() -> None:
    lines = [line for line in mutants.REASONS.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    assert len(mutants.reasons()) == len([line for line in lines if not line.startswith("    ")]), "one has no reason"
    for line in mutants.reasons():
        module = line.partition(":")[0]
        assert (mutants.ROOT / f"{module.replace('.', '/')}.py").is_file(), line
