"""Icons: every packaged file can be drawn, stays inside its grid, and takes the colour it is given."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from kubebuku import resources
from kubebuku.ui import icons

NAMES = sorted(file.stem for file in resources.path("icons").glob("*.svg"))


def test_there_are_the_fifty() -> None:
    assert len(NAMES) >= 50


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_stays_inside_its_grid(name: str) -> None:
    box = icons.outline(name).boundingRect()
    assert not box.isEmpty() or name == "kurang"
    assert box.left() >= 1.9
    assert box.top() >= 1.9
    assert box.right() <= 22.1
    assert box.bottom() <= 22.1


def test_an_icon_takes_its_colour_and_leaves_the_rest_clear(qapp: QApplication) -> None:
    picture = icons.pixmap("tambah", "#A5182C", 48).toImage()
    middle = picture.pixelColor(picture.width() // 2, picture.height() // 2)
    assert middle == QColor("#A5182C")
    assert picture.pixelColor(1, 1).alpha() == 0


def test_air_beside_an_icon_makes_it_wider_not_larger(qapp: QApplication) -> None:
    plain, airy = icons.pixmap("kas", "#000000", 20), icons.pixmap("kas", "#000000", 20, 5)
    assert airy.deviceIndependentSize().width() == plain.deviceIndependentSize().width() + 5
    assert airy.height() == plain.height()


def test_an_unknown_icon_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        icons.outline("tidakada")
