"""Break the code on purpose in many places, one at a time, and see whether a test falls: `make mutants`.

    .ci/mutants.py [--seed N] [--count N] [--workers N] [GROUP ...]

Of each group a number of mutants is drawn by the seed, and those tests are run that reach the mutated function. Each group
is judged by the tests that mirror it: what holds a rule is to stand where a reader looks for it. mutmut makes the mutants and
runs the tests (docs/decisions/0027-mutants.md); it works in build/mutants/GROUP, on a copy.

A mutant that no test can tell from the code is listed in .ci/mutants.txt, with the reason. Exit 1 where another one survives
and fewer than nine of ten drawn in a group die.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "build" / "mutants"
REASONS = Path(__file__).with_suffix(".txt")
#: Nine of ten.
WANTED = 0.9
#: What mutmut says of a mutant that no test reaches, by its exit code; None has not been tried.
UNREACHED, SURVIVED = 33, 0

#: Lines that hold words for people, or the class that carries them: what they say is for readers to judge.
WORDS = (r"\bP?N?_\(", r"\bpgettext\(", r"\bSentence\(", r"^\s*\"")
#: What is light or frozen in a book: data for the registry, forms and tables.
LIGHT = ("__init__", "book", "commands", "forms", "queries", "refusals", "tables", "words")


@dataclass(frozen=True)
class Group:
    """Code that is drawn from together, by patterns of file names, and the tests that judge it."""

    files: tuple[str, ...]
    tests: tuple[str, ...]
    without: tuple[str, ...] = ()

    @property
    def paths(self) -> list[Path]:
        """Its files, from the root of the checkout."""
        found = {file.relative_to(ROOT) for pattern in self.files for file in ROOT.glob(pattern)}
        return sorted(file for file in found if not any(file.match(pattern) for pattern in self.without))


#: Arithmetic is judged by tests that open no book.
PURE_TESTS = (
    "tests/books/*/test_*_rules.py",
    "tests/books/savings_loan/test_schedules.py",
    "tests/books/savings_loan/test_days_*.py",
)
PURE = tuple(f"kubebuku/books/*/{name}.py" for name in ("rules", "schedules", "instalments", "reckoning"))
GROUPS = {
    "domain": Group(("kubebuku/domain/*.py",), ("tests/domain",)),
    "ledger": Group(("kubebuku/ledger/*.py",), ("tests/ledger",)),
    "rules": Group(PURE, PURE_TESTS),
    "handlers": Group(
        ("kubebuku/books/*/*.py",), ("tests/books",), without=(*PURE, *(f"kubebuku/books/*/{name}.py" for name in LIGHT))
    ),
    "reports": Group(
        ("kubebuku/reports/*.py",), ("tests/reports",), without=("kubebuku/reports/catalog.py", "kubebuku/reports/write.py")
    ),
}


def lay(name: str, group: Group) -> Path:
    """The folder in which mutmut works, made anew: everything of the checkout by links, and its own settings."""
    folder = WORK / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    tracked = subprocess.run(["git", "-C", str(ROOT), "ls-files"], capture_output=True, text=True, check=True).stdout
    for top in sorted({line.split("/")[0] for line in tracked.splitlines()} - {"setup.cfg"}):
        (folder / top).symlink_to(ROOT / top)
    tests = sorted(str(path.relative_to(ROOT)) for one in group.tests for path in ROOT.glob(one))
    settings = {
        "source_paths": ["kubebuku"],
        "only_mutate": [str(file) for file in group.paths],
        "also_copy": ["resources", "locks", ".ci"],
        "pytest_add_cli_args_test_selection": tests,
        "pytest_add_cli_args": ["-p", "no:cacheprovider", "--benchmark-disable"],
        "do_not_mutate_patterns": list(WORDS),
        "timeout_multiplier": ["2"],
        "timeout_constant": ["5"],
    }
    lines = ["[mutmut]"]
    for key, values in settings.items():
        lines += [f"{key}={values[0]}"] if len(values) == 1 else [f"{key}=", *(f"    {value}" for value in values)]
    (folder / "setup.cfg").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


# ------------------------------------------------------------------------------------------------------------- drawing


def drawn(folder: Path, files: Iterable[Path], count: int, seed: int) -> list[str]:
    """The names of `count` mutants of these files. What is drawn stays drawn when other code is added."""
    from mutmut.mutation.file_mutation import mutate_file_contents
    from mutmut.utils.format_utils import get_mutant_name

    os.chdir(folder)  # mutmut reads its settings where it stands
    names = [
        get_mutant_name(file, name)
        for file in files
        for name in mutate_file_contents(str(file), (ROOT / file).read_text("utf-8")).mutant_names
    ]
    return sorted(sorted(names, key=lambda name: hashlib.sha256(f"{seed} {name}".encode()).digest())[:count])


# ------------------------------------------------------------------------------------------------------------- telling


@dataclass(frozen=True)
class Survivor:
    """A mutant that no test noticed: where it is, what was taken away and what stands instead."""

    name: str
    before: str
    after: str

    @property
    def where(self) -> str:
        """`kubebuku.domain.money:split`, without the number, which changes with the code."""
        module, _, rest = self.name.rpartition(".")
        function = rest.partition("__mutmut_")[0]
        return f"{module}:{function.removeprefix('x_').removeprefix('xǁ').replace('ǁ', '.')}"

    @property
    def line(self) -> str:
        """As it stands in the list of reasons."""
        return f"{self.where} | {self.before} -> {self.after}"


def changed(diff: str) -> tuple[str, str]:
    """What a diff takes away and what it puts there, each in one line, cut to where they differ."""
    sides = {
        sign: " ".join(line[1:].strip() for line in diff.splitlines() if line.startswith(sign) and not line.startswith(sign * 3))
        for sign in "-+"
    }
    return sides["-"], sides["+"]


def survivors(folder: Path, names: Iterable[str]) -> Iterator[Survivor]:
    """Those of the drawn mutants that live."""
    from mutmut.mutation.diff_apply import get_diff_for_mutant

    os.chdir(folder)
    wanted = set(names)
    for meta in sorted((folder / "mutants").rglob("*.meta")):
        for name, code in json.loads(meta.read_text("utf-8"))["exit_code_by_key"].items():
            if name in wanted and code in (SURVIVED, UNREACHED, None):
                file = meta.relative_to(folder / "mutants").with_suffix("")
                yield Survivor(name, *changed(get_diff_for_mutant(name, path=file)))


def mutmut() -> str:
    """The program beside this Python."""
    return str(Path(sys.executable).with_name("mutmut"))


def reasons() -> dict[str, str]:
    """By the line of a mutant, why no test can tell it from the code; a reason stands beneath its mutants, indented."""
    found: dict[str, str] = {}
    waiting: list[str] = []
    for line in REASONS.read_text("utf-8").splitlines():
        if line.startswith("    "):
            found |= dict.fromkeys(waiting, line.strip())
            waiting = []
        elif line and not line.startswith("#"):
            waiting.append(line)
    return found


def judge(group: str, count: int, alive: list[Survivor]) -> bool:
    """Tell how many died and who lives; True where nine of ten died, or who lives has a reason."""
    known = reasons()
    new = [one for one in alive if one.line not in known]
    died = count - len(alive)
    print(
        f"{group}: {died} of {count} died ({100 * died // count} %), {len(alive) - len(new)} live for a reason, {len(new)} live"
    )
    for one in new:
        print(f"    {one.line}")
    return not new or died + len(alive) - len(new) >= WANTED * count


def main() -> int:
    """Draw, break, run, tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("groups", nargs="*", metavar="GROUP", choices=[[], *GROUPS], help=", ".join(GROUPS))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=200, help="mutants of a group")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    asked = parser.parse_args()
    good = True
    for name in asked.groups or GROUPS:
        folder = lay(name, GROUPS[name])
        chosen = drawn(folder, GROUPS[name].paths, asked.count, asked.seed)
        with (folder / "run.log").open("w", encoding="utf-8") as log:
            command = [mutmut(), "run", "--max-children", str(asked.workers), *chosen]
            environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
            if subprocess.run(command, cwd=folder, stdout=log, stderr=log, env=environment, check=False).returncode:
                print(f"mutmut stopped; its account is in {folder / 'run.log'}", file=sys.stderr)
                return 2
        good = judge(name, len(chosen), list(survivors(folder, chosen))) and good
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
