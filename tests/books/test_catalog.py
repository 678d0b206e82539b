"""The catalogue: every folder is a book, and a book is loaded when it is first asked for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import kubebuku.books
from kubebuku.books import catalog
from kubebuku.books.cash.queries import BoxBalances
from kubebuku.books.spec import Query


class Foreign(Query[int]):
    """No book lists it."""


def test_every_folder_is_listed_under_its_name() -> None:
    (place,) = kubebuku.books.__path__
    assert {folder.parent.name for folder in Path(place).glob("*/book.py")} == set(catalog.NAMES)
    assert [spec.name for spec in catalog.books()] == list(catalog.NAMES)


def test_each_class_is_found_by_its_book_as_by_the_whole_catalogue() -> None:
    for spec in catalog.books():
        assert all(catalog.command_handler(kind) == dotted for kind, dotted in spec.commands.items())
        assert all(catalog.query_handler(kind) == dotted for kind, dotted in spec.queries.items())


def test_what_no_book_lists_is_not_answered() -> None:
    with pytest.raises(KeyError):
        catalog.query_handler(Foreign)


def test_one_question_loads_one_book() -> None:
    program = (
        "import sys; from kubebuku.books import catalog; from kubebuku.books.cash.queries import BoxBalances;"
        "catalog.query_handler(BoxBalances);"
        "print(*sorted(name for name in sys.modules if name.startswith('kubebuku.books.') and name.endswith('.book')))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["kubebuku.books.cash.book"]
    assert catalog.query_handler(BoxBalances).startswith("kubebuku.books.cash.")
