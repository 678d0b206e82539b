"""The kinds of contract the import rules in `pyproject.toml` are written in: stricter than import-linter's own where text counts.

A module that is named in text, to be found when it is first asked for, is held to the same rules as one that is imported.
What is imported within a function is not imported at the start.
"""

from __future__ import annotations

import ast
import importlib.util
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from grimp import ImportGraph
from importlinter import ContractCheck
from importlinter.contracts.forbidden import ForbiddenContract
from importlinter.contracts.layers import LayersContract
from typing_extensions import override

_DOTTED = re.compile(r"(kubebuku(?:\.\w+)+)(?::\w*)?")
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def named_modules(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """The dotted names that stand in text, and the line; also the beginning of an f-string. Text that stands alone explains."""
    explained = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
    for one in ast.walk(tree):
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and id(one) not in explained:
            found = _DOTTED.fullmatch(one.value)
            if found is not None:
                yield found[1], one.lineno


def later_lines(tree: ast.Module) -> set[int]:
    """The lines within functions: what they import is imported when they are called."""
    within = [one for one in ast.walk(tree) if isinstance(one, _FUNCTIONS)]
    return {line for one in within for line in range(one.body[0].lineno, (one.end_lineno or one.lineno) + 1)}


@cache
def _read(module: str) -> tuple[tuple[tuple[str, int], ...], frozenset[int]]:
    """What the module names in text, and the lines within its functions."""
    spec = importlib.util.find_spec(module)
    if spec is None or spec.origin is None:
        return (), frozenset()
    tree = ast.parse(Path(spec.origin).read_text("utf-8"))
    return tuple(named_modules(tree)), frozenset(later_lines(tree))


def _ours(graph: ImportGraph) -> list[str]:
    return sorted(module for module in graph.modules if module.split(".")[0] == "kubebuku")


def add_named(graph: ImportGraph) -> None:
    """Add an import for each module that a module of ours names in text."""
    for module in _ours(graph):
        for named, line in _read(module)[0]:
            if named in graph.modules and named != module:
                graph.add_import(importer=module, imported=named, line_number=line, line_contents=f'"{named}"')


def remove_later(graph: ImportGraph) -> None:
    """Remove the imports that are made within functions only."""
    for module in _ours(graph):
        later = _read(module)[1]
        for imported in graph.find_modules_directly_imported_by(module):
            if all(one["line_number"] in later for one in graph.get_import_details(importer=module, imported=imported)):
                graph.remove_import(importer=module, imported=imported)


class Layers(LayersContract):
    """`layers`, with what is named in text."""

    type_name = "layers"

    @override
    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        add_named(graph)
        return super().check(graph, verbose)


class Forbidden(ForbiddenContract):
    """`forbidden`, with what is named in text."""

    type_name = "forbidden"

    @override
    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        add_named(graph)
        return super().check(graph, verbose)


class AtStart(ForbiddenContract):
    """`forbidden at start`: only what a module imports as it is itself imported."""

    type_name = "forbidden at start"

    @override
    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        remove_later(graph)
        return super().check(graph, verbose)
