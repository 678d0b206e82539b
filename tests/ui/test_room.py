"""Every page of an open book in every size of window and text: nothing wider than the window, no figure out of sight.

At the largest text in the smallest window a book scrolls inside its table.
"""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from kubebuku.ui import theme
from kubebuku.ui.widgets import BookTable
from tests.ui.hands.laptop import PLACES, Laptop

PAGES: tuple[tuple[str, dict[str, object]], ...] = (
    ("home", {}),
    ("cash_book", {}),
    ("enterprise", {}),
    ("unit", {"unit": 3}),
    ("owed", {}),
    ("aid", {}),
    ("people", {}),
    ("person", {"person": 4}),
    ("person_form", {"kind": "member"}),
    ("accounts", {}),
    ("register", {"account": "5102"}),
    ("entries", {}),
    ("count", {}),
    ("closing", {}),
    ("check", {}),
    ("group", {}),
    ("help", {}),
    ("report", {}),
)


@pytest.mark.parametrize(("width", "height", "text"), [(1024, 600, 1.0), (1366, 768, 1.5), (1024, 600, 2.0)])
def test_every_page_fits(hunafa: Laptop, width: int, height: int, text: float) -> None:
    theme.use(theme.Theme("light", text))
    hunafa.window.resize(width, height)
    for key, wanted in PAGES:
        hunafa.window.go(PLACES[key](**wanted))
        hunafa.settle()
        sheet = hunafa.page.area.widget()
        room = hunafa.page.area.viewport().width()
        assert sheet.minimumSizeHint().width() <= room, (key, sheet.minimumSizeHint().width(), room)
        for table in hunafa.page.findChildren(BookTable):
            if text < 2 and table.isVisible() and table.model.rowCount():
                shown = sum(table.view.columnWidth(at) for at in range(table.model.columnCount()))
                assert shown <= table.view.viewport().width() + 1, (key, shown, table.view.viewport().width())


def test_everything_that_is_pressed_or_filled_in_has_a_name(hunafa: Laptop) -> None:
    for key, wanted in PAGES:
        hunafa.window.go(PLACES[key](**wanted))
        hunafa.settle()
        for widget in hunafa.page.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() and widget.focusProxy() is None:
                assert widget.accessibleName(), (key, widget)


def test_every_page_shows_in_dark_and_contrast(hunafa: Laptop) -> None:
    for colours in ("dark", "contrast"):
        theme.use(theme.Theme(colours, 1.0))
        for key, wanted in PAGES:
            hunafa.window.go(PLACES[key](**wanted))
            hunafa.settle()
            assert not hunafa.window.grab().isNull()
