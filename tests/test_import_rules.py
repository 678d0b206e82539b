"""The import rules see what is named in text, and what a function imports only when it is called."""

from __future__ import annotations

import ast

import grimp
import pytest

from tests.import_rules import add_named, later_lines, named_modules, remove_later

PAGE = ast.parse(
    '''"""kubebuku.domain.money"""
import sqlite3

_READING = "kubebuku.books.cash.reading"


def title(name):
    """kubebuku.domain.dates"""
    from kubebuku.app import checking
    codes = importlib.import_module("kubebuku.ledger.codes")
    return f"kubebuku.books.{name}.book", "kubebuku.reports.write:safe_name", "see kubebuku.ledger.codes"
'''
)


@pytest.fixture
def house() -> grimp.ImportGraph:
    return grimp.build_graph("kubebuku", include_external_packages=True, exclude_type_checking_imports=True)


def test_a_module_named_in_text_is_seen_and_an_explanation_is_not() -> None:
    assert sorted(named_modules(PAGE)) == [
        ("kubebuku.books.cash.reading", 4),
        ("kubebuku.ledger.codes", 10),
        ("kubebuku.reports.write", 11),
    ]


def test_what_a_function_imports_is_imported_later() -> None:
    assert {2, 4}.isdisjoint(later_lines(PAGE))
    assert {9, 10} <= later_lines(PAGE)


def test_a_book_reaches_its_handlers_though_only_by_name(house: grimp.ImportGraph) -> None:
    add_named(house)
    assert house.direct_import_exists(importer="kubebuku.books.cash.book", imported="kubebuku.books.cash.handlers")


def test_an_office_is_light_until_a_book_is_opened(house: grimp.ImportGraph) -> None:
    office, database = "kubebuku.app.office", "kubebuku.ledger.db"
    assert house.direct_import_exists(importer=office, imported=database)
    remove_later(house)
    assert not house.chain_exists(importer=office, imported=database)


def test_one_place_finds_modules_by_name(house: grimp.ImportGraph) -> None:
    assert sorted(house.find_modules_that_directly_import("importlib")) == ["kubebuku.domain.named"]
