"""The Windows program holds every module that is only named by text: no analysis of imports would find those."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path

import kubebuku
from kubebuku.cli.commands import COMMANDS
from kubebuku.ui.pages import PAGES

HOUSE = Path(__file__).resolve().parent.parent
_DOTTED = re.compile(r"kubebuku(\.\w+)+(:\w+)?")


def _in(value: object) -> Iterator[str]:
    """Every dotted text in data."""
    if isinstance(value, str):
        if _DOTTED.fullmatch(value):
            yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _in(one)
    elif isinstance(value, tuple | list | frozenset):
        for one in value:
            yield from _in(one)
    elif is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            yield from _in(getattr(value, one.name))


def _named_in_code() -> Iterator[str]:
    for file in sorted((HOUSE / "kubebuku").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and ":" in node.value:
                yield from _in(node.value)


def test_what_is_named_by_text_is_there_and_is_packed() -> None:
    named = {*_in(COMMANDS), *_in(PAGES), *_named_in_code()}
    assert len(named) > 50
    packed = {found.name for found in pkgutil.walk_packages(kubebuku.__path__, "kubebuku.")}
    for dotted in sorted(named):
        module, _colon, name = dotted.partition(":")
        assert module in packed, dotted
        found = importlib.import_module(module)
        assert not name or hasattr(found, name), dotted


def test_spec_packs_all_modules_and_every_folder_of_the_house_is_a_package() -> None:
    spec = (HOUSE / "installer" / "windows" / "kubebuku.spec").read_text(encoding="utf-8")
    assert 'hiddenimports=[*collect_submodules("kubebuku")' in spec
    folders = {file.parent for file in (HOUSE / "kubebuku").rglob("*.py")}
    assert [folder.name for folder in folders if not (folder / "__init__.py").is_file()] == []
