"""Every refusal has a name of its own, in one way of writing: scripts tell them apart by it."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections import defaultdict

import kubebuku
from kubebuku.domain.errors import RuleBroken, Surroundings, Trouble

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
