"""Refuse a coverage below the house's figures: every branch of the ledger, of what is pure and of reports, most of the rest.

Reads what `coverage json` wrote; exit 1 names each module that falls short.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path, PurePosixPath
from typing import Any

#: Where every branch is taken by some test: the ledger, what is pure, what builds a report.
WHOLE = (
    "kubebuku/domain/*.py",
    "kubebuku/ledger/*.py",
    "kubebuku/books/*/rules.py",
    "kubebuku/books/*/schedules.py",
    "kubebuku/books/*/instalments.py",
    "kubebuku/books/*/reckoning.py",
    "kubebuku/reports/*.py",
)
ELSEWHERE = 85.0


def percent(summaries: list[dict[str, Any]]) -> float:
    """Lines and branches together, as coverage counts them; 100 where there is nothing to run."""
    possible = sum(each["num_statements"] + each["num_branches"] for each in summaries)
    reached = sum(each["covered_lines"] + each["covered_branches"] for each in summaries)
    return 100.0 * reached / possible if possible else 100.0


def lacking(file: dict[str, Any]) -> str:
    lines = ", ".join(str(line) for line in file["missing_lines"][:12])
    branches = ", ".join(f"{a}->{b}" for a, b in file["missing_branches"][:12])
    return "; ".join(part for part in (f"lines {lines}" if lines else "", f"branches {branches}" if branches else "") if part)


def main(report: str) -> int:
    files = {
        PurePosixPath(name.replace("\\", "/")): file
        for name, file in json.loads(Path(report).read_text("utf-8"))["files"].items()
    }
    whole = {name: file for name, file in files.items() if any(name.match(one) for one in WHOLE)}
    rest = {name: file for name, file in files.items() if name not in whole}
    folders: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for name, file in files.items():
        folders["/".join(name.parts[:-1][:2])].append(file["summary"])
    for folder in sorted(folders):
        print(f"  {folder:24} {percent(folders[folder]):6.1f} %")

    short = [f"{name}: {lacking(file)}" for name, file in sorted(whole.items()) if percent([file["summary"]]) < 100.0]
    elsewhere = percent([file["summary"] for file in rest.values()])
    if elsewhere < ELSEWHERE:
        short.append(f"elsewhere: {elsewhere:.1f} % of {ELSEWHERE:.0f} %; the least covered are")
        least = sorted(rest.items(), key=lambda item: percent([item[1]["summary"]]))[:8]
        short.extend(f"    {name}: {percent([file['summary']]):.0f} %" for name, file in least)
    short.extend(f"nothing was measured in {one}" for one in WHOLE if not any(name.match(one) for name in whole))
    for line in short:
        print(line, file=sys.stderr)
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
