"""Every refusal has a name of its own, in one way of writing: scripts tell them apart by it."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import kubebuku
from kubebuku.domain.errors import RuleBroken, Surroundings, Trouble
from tests.golden_files import matches_golden

_GAP = re.compile(r"\{(\w+)\}")
_KEBAB = re.compile(r"[a-z]+[0-9]*(-[a-z0-9]+)*")


def _everything() -> list[type[Trouble]]:
    for found in pkgutil.walk_packages(kubebuku.__path__, "kubebuku."):
        if not found.name.startswith("kubebuku.migrations.") and not found.name.endswith("__main__"):
            importlib.import_module(found.name)
    kinds: list[type[Trouble]] = []
    waiting: list[type[Trouble]] = [RuleBroken, Surroundings]
    while waiting:
        kind = waiting.pop()
        kinds.append(kind)
        waiting += kind.__subclasses__()
    return [kind for kind in kinds if kind.__module__.startswith("kubebuku.")]


def test_names_of_refusals_are_written_in_one_way_and_belong_to_one() -> None:
    kinds = _everything()
    assert len(kinds) > 150
    crooked = {kind.__qualname__: kind.code for kind in kinds if not _KEBAB.fullmatch(kind.code)}
    assert crooked == {}
    owners: dict[str, list[str]] = defaultdict(list)
    for kind in kinds:
        owners[kind.code].append(f"{kind.__module__}.{kind.__qualname__}")
    assert {code: names for code, names in owners.items() if len(names) > 1} == {}


def test_the_names_of_refusals_stay_the_same() -> None:
    """Scripts know a refusal by its code; a new one is added to the list, none is renamed or dropped unseen."""
    matches_golden(__file__, "refusal_codes", "".join(f"{code}\n" for code in sorted(kind.code for kind in _everything())))


def test_every_gap_of_a_refusal_is_filled() -> None:
    empty = {kind.__qualname__: gaps for kind in _everything() if (gaps := _gaps(kind) - _values(kind))}
    assert empty == {}


def _gaps(kind: type[Trouble]) -> set[str]:
    """The gaps of all sentences that stand in the class itself."""
    marked = [node.args[-1] for node in _written(kind) if isinstance(node, ast.Call) and ast.unparse(node.func) == "N_"]
    return {gap for one in marked for gap in _GAP.findall(str(ast.literal_eval(one)))}


def _values(kind: type[Trouble]) -> set[str]:
    """What it is raised with, what stands in its class, and what it says itself."""
    dicts = [node for parent in kind.__mro__ for node in _written(parent) if isinstance(node, ast.Dict)]
    said = {str(key.value) for each in dicts for key in each.keys if isinstance(key, ast.Constant)}
    return {*dir(kind), *kind._raised_with, *said}


def _written(kind: type) -> Iterable[ast.AST]:
    """The syntax of the class, node by node."""
    source = inspect.getsourcefile(sys.modules[kind.__module__]) if kind.__module__.startswith("kubebuku.") else None
    return ast.walk(_classes(source)[kind.__name__]) if source else ()


@cache
def _classes(source: str) -> dict[str, ast.ClassDef]:
    tree = ast.parse(Path(source).read_text(encoding="utf-8"))
    return {node.name: node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}
