"""The catalogue: every folder is a book, and a book is loaded when it is first asked for."""

from __future__ import annotations

import importlib
import pkgutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import kubebuku.books
from kubebuku.books import catalog
from kubebuku.books.cash.queries import BoxBalances
from kubebuku.books.spec import Command, Query

#: What several commands have in common; no command itself.
SHARED = {"Wanted", "Thing"}


class Foreign(Query[int]):
    """No book lists it."""


def test_every_folder_is_listed_under_its_name() -> None:
    (place,) = kubebuku.books.__path__
    assert {folder.parent.name for folder in Path(place).glob("*/book.py")} == set(catalog.NAMES)
    assert [spec.name for spec in catalog.books()] == list(catalog.NAMES)


def _written(kind: type[Command | Query[Any]]) -> Iterator[type[Command | Query[Any]]]:
    """The classes of that kind which the program's own books define."""
    for one in kind.__subclasses__():
        if one.__module__.startswith("kubebuku.books."):
            yield one
        yield from _written(one)


def _same(written: Iterator[type], listed: Iterator[str]) -> None:
    names = {f"{one.__module__}.{one.__qualname__}" for one in written if one.__qualname__ not in SHARED}
    assert names == {f"kubebuku.books.{called}" for called in listed}


def test_every_question_and_every_command_is_listed_by_the_book_in_whose_folder_it_stands() -> None:
    for module in pkgutil.walk_packages(kubebuku.books.__path__, "kubebuku.books."):
        importlib.import_module(module.name)
    _same(_written(Query), (f"{spec.name}.{called}" for spec in catalog.books() for called in spec.queries))
    _same(_written(Command), (f"{spec.name}.{called}" for spec in catalog.books() for called in spec.commands))
    every = {command for name in catalog.NAMES for command in catalog.commands_of(name)}
    assert set(catalog.commands_by_name().values()) == every
    assert all(set(spec.undo) <= set(spec.commands) for spec in catalog.books())


def test_what_no_book_lists_is_not_answered() -> None:
    with pytest.raises(KeyError):
        catalog.query_handler(Foreign)


def test_one_question_loads_one_book() -> None:
    program = (
        "import sys; from kubebuku.books import catalog; from kubebuku.books.cash.queries import BoxBalances;"
        "catalog.query_handler(BoxBalances);"
        "print(*sorted(name for name in sys.modules if name.startswith('kubebuku.books.') and name.count('.') == 3))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["kubebuku.books.cash.book", "kubebuku.books.cash.queries"]
    assert catalog.query_handler(BoxBalances).startswith("kubebuku.books.cash.")
