"""Every line of *Yang perlu diperhatikan* leads to a page of the window, and every page takes its own place."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import get_type_hints

import pytest

from kubebuku.books import places as books_places
from kubebuku.books.group.queries import AttentionList
from kubebuku.ui import places
from kubebuku.ui.home.attention import act_of
from kubebuku.ui.pages import PAGES, PageEntry
from tests.ui.hands.laptop import Opener


def places_in(module: ModuleType) -> set[type[places.Place]]:
    found = {name: one for name, one in vars(module).items() if isinstance(one, type) and issubclass(one, places.Place)}
    return {one for name, one in found.items() if not name.startswith("_")}


def test_every_place_has_its_page_and_every_page_its_place() -> None:
    assert places_in(books_places) <= places_in(places)
    named = places_in(places)
    assert named - {places.Place} == {page.place for page in PAGES}
    assert len({page.key for page in PAGES}) == len(PAGES)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.key)
def test_a_place_of_the_navigation_needs_nothing_said(page: PageEntry) -> None:
    assert not page.place().asks or page.place is places.Form or page.place is places.LoanForm
    assert all(isinstance(picture, page.place) for picture in page.pictures)
    assert "key" not in get_type_hints(page.place) or page.place.key


def test_each_line_of_a_practice_book_can_be_pressed(open_book: Opener, practice_book: Path) -> None:
    laptop = open_book(practice_book)
    lines = laptop.ask(AttentionList())
    assert lines
    for line in lines:
        _words, press, _icon = act_of(laptop.window, line)
        press()
        laptop.settle()
        assert laptop.window.key == line.place.key
        laptop.window.go(places.Home())
        laptop.settle()
