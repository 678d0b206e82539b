"""A page has one filled button; what stands at the right of a message leaves room for its words."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from kubebuku.ui import places
from kubebuku.ui.home.cards import AttentionCard
from kubebuku.ui.widgets import BarChart, MainButton, MessageStrip
from tests.ui.hands.laptop import PLACES, Laptop


def filled(laptop: Laptop) -> list[str]:
    """The words of all filled buttons in sight."""
    found = laptop.page.findChildren(MainButton)
    return [one.words for one in found if one.isVisible() and one.property("r") in ("main", "big")]


@pytest.mark.parametrize(
    ("page", "wanted", "words"),
    [
        ("people", {}, "Anggota baru"),
        ("loans", {}, "Beri pinjaman"),
        ("loans", {"tab": "applications"}, "Beri pinjaman"),
        ("meetings", {}, "Rencanakan rapat"),
        ("inventory", {}, ""),
        ("solidarity", {"tab": "rules"}, ""),
    ],
)
def test_an_empty_page_has_one_main_button(desk: Laptop, page: str, wanted: dict[str, object], words: str) -> None:
    desk.window.go(PLACES[page](**wanted))
    desk.settle()
    desk.until(lambda: len(filled(desk)) < 2)
    assert len(filled(desk)) == 1
    assert words in filled(desk)[0]


def test_charts_without_results_leave_the_room_to_the_businesses(desk: Laptop) -> None:
    desk.window.go(places.Businesses())
    desk.settle()
    charts = desk.page.findChildren(BarChart)
    assert [chart.minimumSizeHint().height() for chart in charts] == [52, 52]


def test_unfolding_what_wants_attention_keeps_the_keyboard_there(desk: Laptop) -> None:
    desk.window.go(places.Home())
    desk.settle()
    card = desk.page.findChild(AttentionCard)
    assert isinstance(card, AttentionCard)
    once = card._lines[0]
    card.show_lines([once] * 7)
    desk.settle()
    desk.press("3 lagi")
    assert len(card.lines) == 7
    assert desk.window.focusWidget() is card.lines[4].button


def test_an_empty_list_speaks_of_no_line_to_choose(desk: Laptop) -> None:
    desk.window.go(places.People())
    desk.settle()
    assert "Belum ada anggota yang ditulis" in desk.reads()
    assert "Pilih satu baris" not in desk.reads()


def test_two_short_buttons_stand_side_by_side_and_the_words_take_the_rest(qtbot: QtBot) -> None:
    acts = [("Tulis satu lagi", lambda: None, "tambah"), ("Terima simpanan", lambda: None, "masuk")]
    strip = MessageStrip("ok", "Siti Contoh menjadi anggota nomor 3.", "Sudah ada Siti Contoh, nomor 1.", acts)
    qtbot.addWidget(strip)
    strip.resize(1122, 40)
    strip.show()
    qtbot.waitUntil(lambda: strip.title.width() > 500 and strip.buttons.height() < 60)
    assert strip.buttons.geometry().right() >= strip.width() - 20
    strip.resize(500, 200)
    qtbot.waitUntil(lambda: strip.buttons.width() <= 250 and strip.title.width() > 120)
