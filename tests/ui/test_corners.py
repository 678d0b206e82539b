"""Corners of the layout: what a narrow window, large text or an empty figure must not take away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from kubebuku.__main__ import spoken
from kubebuku.books.cash.queries import EntryRow, Flow
from kubebuku.domain.money import Rupiah
from kubebuku.ui import places, theme
from kubebuku.ui.books.cash.cash_book import CashBookPage
from kubebuku.ui.forms.doors import _signed
from kubebuku.ui.home.home import HomePage
from kubebuku.ui.widgets import BookTable, Label, PageHead, Tiles
from tests.ui.hands.laptop import PLACES, Laptop


def test_pages_in_the_navigation_are_high_enough_to_hit(hunafa: Laptop) -> None:
    for width, height in ((1366, 768), (1024, 600)):
        hunafa.window.resize(width, height)
        hunafa.settle()
        assert not hunafa.window.spine.isHidden()
        assert min(button.height() for button in hunafa.window.spine._buttons.values()) >= 40


def test_holder_stands_on_two_lines_and_is_not_cut(hunafa: Laptop) -> None:
    hunafa.window.resize(1366, 768)
    hunafa.window.set_holder("Citra Contoh, bendahara")
    assert hunafa.window.spine.holder.lines() == ["Citra Contoh,", "bendahara"]
    hunafa.window.set_holder("Citra")
    assert hunafa.window.spine.holder.lines() == ["Citra"]


def test_home_names_group_and_holder_where_the_spine_cannot(hunafa: Laptop) -> None:
    hunafa.window.set_holder("Citra Contoh, bendahara")
    hunafa.window.go(places.Home())
    hunafa.window.resize(1366, 768)
    hunafa.settle()
    page = hunafa.page
    assert isinstance(page, HomePage)
    assert page.whose.isHidden()
    hunafa.window.resize(1024, 600)
    hunafa.settle()
    assert page.group.isVisible()
    assert page.group.text() == hunafa.window.spine.name.text()
    assert page.holder.text() == "Yang memegang: Citra Contoh, bendahara"
    assert page.whole.isVisible() == hunafa.window.proved


def test_a_long_list_that_takes_the_keyboard_leaves_the_title_in_sight(hunafa: Laptop) -> None:
    for text in (1.0, 1.5):
        theme.use(theme.Theme("light", text))
        hunafa.window.resize(1024, 600)
        for key in ("people", "cash_book", "savings"):
            hunafa.window.go(PLACES[key]())
            hunafa.settle()
            head = hunafa.page.findChild(PageHead)
            assert head is not None
            assert not head.title.visibleRegion().isEmpty(), (key, text)


def test_cash_book_keeps_its_balance_at_the_largest_text(hunafa: Laptop) -> None:
    for text in (1.5, 2.0):
        theme.use(theme.Theme("light", text))
        hunafa.window.resize(1024, 600)
        hunafa.window.go(places.CashBook())
        hunafa.settle()
        page = hunafa.page
        assert isinstance(page, CashBookPage)
        assert columns(page.table)[-1] == "balance"
        assert "number" not in columns(page.table)
        assert page.table.view.horizontalScrollBar().maximum() == 0
    theme.use(theme.Theme("light", 1.0))
    hunafa.window.resize(1366, 768)
    hunafa.settle()
    page = hunafa.page
    assert isinstance(page, CashBookPage)
    assert "number" in columns(page.table)


def columns(table: BookTable[Any]) -> list[str]:
    return [spec.key for at, spec in enumerate(table.model.columns) if not table.view.isColumnHidden(at)]


def test_third_door_takes_the_row_it_would_stand_alone_in(hunafa: Laptop) -> None:
    tiles = Tiles(most=3, least_width=100, fill=True)
    doors = [Label(str(number)) for number in range(3)]
    tiles.resize(250, 200)
    tiles.show_tiles(doors)
    assert tiles._grid.getItemPosition(2) == (1, 0, 1, 2)
    tiles.resize(400, 200)
    tiles._arrange()
    assert tiles._grid.getItemPosition(2) == (0, 2, 1, 1)
    tiles.deleteLater()
    assert hunafa.window.isVisible()


def test_keyboard_lands_on_the_next_likely_control(hunafa: Laptop) -> None:
    for key, wanted in (
        ("closing", {}),
        ("unit", {"unit": 3}),
        ("person", {"person": 4}),
        ("help", {}),
        ("pending", {}),
        ("count", {}),
    ):
        hunafa.window.go(PLACES[key](**wanted))
        hunafa.settle()
        held = hunafa.window.focusWidget()
        assert held is not None, key
        assert held is not hunafa.page, key
        assert held.isVisible(), key
        assert getattr(held, "words", "") != "Urungkan", key


def test_language_of_the_command_line_reaches_the_window() -> None:
    assert spoken(["--lang", "en", "buku.kubebuku"]) == ("en", ["buku.kubebuku"])
    assert spoken(["buku.kubebuku", "--lang=id"]) == ("id", ["buku.kubebuku"])
    assert spoken(["buku.kubebuku"]) == (None, ["buku.kubebuku"])
    assert spoken(["--lang", "xx"]) == (None, ["--lang", "xx"])


def test_a_move_is_neither_in_nor_out() -> None:
    moved = EntryRow(1, "BM/2026/0001", date(2026, 1, 5), "Setor ke bank", "move", Flow.MOVE, Rupiah(1_000_000), "")
    paid = replace(moved, flow=Flow.OUT)
    assert [_signed(row) for row in (moved, paid)] == ["Rp1.000.000", -1_000_000]
