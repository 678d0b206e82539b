"""Colours that can be read, text that grows, and no colour outside the theme."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from kubebuku.ui import theme
from kubebuku.ui.tokens import THEMES, Colours
from tests.ui.widgets.gallery import sheet

UI = Path(theme.__file__).parent


def _light(colour: str) -> float:
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    """Contrast of two colours as WCAG measures it."""
    bright, dark = sorted((_light(one), _light(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def text_pairs(c: Colours) -> list[tuple[str, str]]:
    """Words and the grounds they stand on."""
    grounds = (c.paper, c.sheet, c.wash)
    pairs = list(product((c.ink, c.ink_soft), grounds))
    pairs += [(getattr(c, tone), c.sheet) for tone in ("inn", "out", "warn", "bad", "info", "main", "c1", "c2", "c3")]
    pairs += [(getattr(c, tone), getattr(c, f"{tone}_soft")) for tone in ("inn", "out", "warn", "bad", "info")]
    pairs += [(c.inn, c.wash), (c.out, c.wash), (c.on_main, c.main), (c.on_main, c.main_dark), (c.ink, c.main_soft)]
    pairs += [(c.on_spine, c.spine), (c.on_spine_soft, c.spine), (c.on_spine_sel, c.spine_sel), (c.on_practice, c.practice)]
    return pairs


@pytest.mark.parametrize(("name", "least"), [("light", 4.5), ("dark", 5.5), ("contrast", 7.5)])
def test_every_word_can_be_read_on_its_ground(name: str, least: float) -> None:
    weak = [
        (word, ground, round(ratio(word, ground), 1)) for word, ground in text_pairs(THEMES[name]) if ratio(word, ground) < least
    ]
    assert [pair for pair in weak if pair[0] not in (THEMES[name].c2, THEMES[name].c3)] == []
    assert all(found >= 4.5 for _word, _ground, found in weak)


@pytest.mark.parametrize("name", THEMES)
def test_borders_and_rings_reach_three_to_one(name: str) -> None:
    c = THEMES[name]
    for sign, ground in (
        (c.edge, c.sheet),
        (c.edge, c.paper),
        (c.edge, c.wash),
        (c.focus, c.sheet),
        (c.focus, c.paper),
        (c.focus_on, c.main),
        (c.focus_spine, c.spine),
    ):
        assert ratio(sign, ground) >= 3, (sign, ground)


def test_no_colour_and_no_style_sheet_outside_the_theme() -> None:
    guilty = [
        f"{file.name}: {line.strip()}"
        for file in UI.rglob("*.py")
        if file.name not in ("theme.py", "icons.py", "tokens.py")
        for line in file.read_text(encoding="utf-8").splitlines()
        if re.search(r'setStyleSheet\(|#[0-9A-Fa-f]{6}\b|QColor\("', line)
    ]
    assert guilty == []


def test_no_thirty_two_bit_numbers_carry_money() -> None:
    guilty = [
        f"{file.name}: {line.strip()}"
        for file in UI.rglob("*.py")
        for line in file.read_text(encoding="utf-8").splitlines()
        if "QSpinBox" in line or ("Signal(int)" in line and "moved" not in line and "stepped" not in line)
    ]
    assert guilty == []


def test_no_piece_turns_the_event_loop_by_hand() -> None:
    guilty = {file.name for file in UI.rglob("*.py") if "processEvents" in file.read_text(encoding="utf-8")}
    assert guilty <= {"shots.py"}  # takes pictures of pages, without a person in front of them


def test_text_grows_and_padding_does_not() -> None:
    small, large = theme.Theme(), theme.Theme("light", 2.0)
    assert (small.px("body"), large.px("body")) == (15, 30)
    assert small.h(40) == 40
    assert large.h(40) == 57  # 1,3 times the text and the same 18 px of air


def test_the_sizes_step_and_hold_at_the_ends() -> None:
    assert [theme.next_text_size(now, 1) for now in (100, 125, 175, 200)] == [125, 150, 200, 200]
    assert theme.next_text_size(100, -1) == 100
    assert theme.next_text_size(175, 0) == 100


def test_an_unknown_colour_is_an_error() -> None:
    with pytest.raises(KeyError):
        theme.Theme("pink")
    with pytest.raises(AttributeError):
        theme.colour("pink")


def test_a_change_reaches_what_is_open_and_forgets_what_is_gone(qtbot: QtBot) -> None:
    seen: list[float] = []

    class Follower(QWidget):
        def note(self) -> None:
            seen.append(theme.current().text)

    kept, gone = Follower(), Follower()
    qtbot.addWidget(kept)
    theme.follow(kept.note)
    theme.follow(gone.note)
    with qtbot.waitSignal(gone.destroyed):
        gone.deleteLater()
    theme.use(theme.Theme("dark", 1.5))
    assert seen == [1.5]
    assert theme.colour("sheet") == QColor(THEMES["dark"].sheet)


def test_marks_restyle_only_when_something_changes(qtbot: QtBot) -> None:
    label = QLabel("Kas")
    qtbot.addWidget(label)
    theme.mark(label, k="inn")
    label.ensurePolished()
    assert label.palette().color(label.foregroundRole()) == theme.colour("inn")
    theme.mark(label, k="out")
    assert label.palette().color(label.foregroundRole()) == theme.colour("out")


@pytest.mark.parametrize("colours", THEMES)
@pytest.mark.parametrize("text", [1.0, 2.0])
def test_the_whole_sheet_draws_in_every_row_of_colours(qtbot: QtBot, colours: str, text: float) -> None:
    theme.use(theme.Theme(colours, text))
    page = sheet()
    qtbot.addWidget(page)
    page.resize(1366, 900)
    page.show()
    picture = page.grab().toImage()
    assert picture.pixelColor(2, 2) == theme.colour("paper")
