"""Every line of *Yang perlu diperhatikan* leads to a page of the window."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import kubebuku
from kubebuku.books.group.queries import AttentionList
from kubebuku.ui.home.attention import _WAYS, act_of
from kubebuku.ui.pages import PAGES
from tests.ui.hands.laptop import Opener

HOUSE = Path(kubebuku.__file__).parent


def named() -> Iterator[tuple[str, str]]:
    """Where an Attention is written, and the page it names."""
    for file in sorted(HOUSE.rglob("*.py")):
        source = file.read_text(encoding="utf-8")
        if "Attention(" not in source:
            continue
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Attention":
                page = node.args[4]
                assert isinstance(page, ast.Constant), f"{file.name}:{node.lineno}"
                yield f"{file.relative_to(HOUSE)}:{node.lineno}", str(page.value)


@pytest.mark.parametrize(("where", "page"), tuple(named()))
def test_the_page_that_a_line_names_is_there(where: str, page: str) -> None:
    key = _WAYS.get(page, ("", page, {}))[1]
    assert key in {entry.key for entry in PAGES}, where


def test_each_line_of_a_practice_book_can_be_pressed(open_book: Opener, practice_book: Path) -> None:
    laptop = open_book(practice_book)
    lines = laptop.ask(AttentionList())
    assert lines
    for line in lines:
        _words, press, _icon = act_of(laptop.window, line)
        press()
        laptop.settle()
        assert laptop.window.key != "home"
        assert laptop.window.key != "check" or line.page in ("check", "backup")
        laptop.window.go("home")
        laptop.settle()
