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
from kubebuku.books.cash.commands import CountBox
from kubebuku.books.spec import Command, Query


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


def _shared(kind: type[Command | Query[Any]]) -> bool:
    """What several commands or questions have in common is none itself: no name, but others that are made of it."""
    return bool(kind.__subclasses__()) and not getattr(kind, "name", "")


def test_every_question_and_every_command_is_listed_by_the_book_in_whose_folder_it_stands() -> None:
    for module in pkgutil.walk_packages(kubebuku.books.__path__, "kubebuku.books."):
        importlib.import_module(module.name)
    for kind, listed in (
        (Query, [(book.name, answer.query) for book in catalog.books() for answer in book.answers()]),
        (Command, [(book.name, act.command) for book in catalog.books() for act in book.acts()]),
    ):
        assert {one for _name, one in listed} == {one for one in _written(kind) if not _shared(one)}
        assert [one for name, one in listed if one.__module__.split(".")[2] != name] == []
        assert len(set(listed)) == len(listed)


def test_a_command_is_known_by_its_name_without_who_carries_it_out() -> None:
    for book in catalog.books():
        assert set(catalog.commands_of(book.name)) == {act.command for act in book.acts()}
    assert catalog.commands_by_name()["cash.count_box"] is CountBox


def test_what_no_book_lists_is_not_answered() -> None:
    with pytest.raises(KeyError):
        catalog.answer(Foreign)


def test_one_question_loads_one_book_and_nothing_that_writes_in_it() -> None:
    program = (
        "import sys; from kubebuku.books import catalog; from kubebuku.books.cash.queries import BoxBalances;"
        "catalog.answer(BoxBalances);"
        "print(*sorted(name for name in sys.modules if name.startswith('kubebuku.books.') and name.count('.') == 3))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = [name.removeprefix("kubebuku.books.") for name in done.stdout.split()]
    assert [name for name in loaded if name.endswith(".book")] == ["cash.book"]
    assert {"cash.queries", "cash.reading"} <= set(loaded)
    assert {"cash.commands", "cash.handlers", "cash.counting"}.isdisjoint(loaded)


def test_doors_commands_and_forms_are_found_by_name_and_bring_nothing_heavy() -> None:
    program = (
        "import sys; from kubebuku.books import catalog; catalog.books(); catalog.commands_by_name(); catalog.forms();"
        "heavy = ('sqlalchemy', 'alembic', 'reportlab', 'xlsxwriter', 'openpyxl', 'PIL', 'babel', 'PySide6');"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
