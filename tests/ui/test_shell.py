"""The frame: pages, way back, keys, sizes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kubebuku.ui import theme
from kubebuku.ui.shell import Shell
from kubebuku.ui.widgets import BookTable, Page
from tests.ui.hands.door import RecordingDoor
from tests.ui.widgets.gallery import Book, Doors, Entry, Home, window

SIZES = [(1366, 768, 1.0), (1024, 600, 1.0), (1366, 768, 1.5), (1024, 600, 2.0), (3840, 2160, 2.0)]
PAGES = ["beranda", "catat", "form", "buku", "usaha"]


def opened(qtbot: QtBot, width: int = 1366, height: int = 768, text: float = 1.0) -> Shell:
    if theme.current().text != text:
        theme.use(theme.Theme("light", text))
    shell = window()
    qtbot.addWidget(shell, before_close_func=lambda _shell: setattr(shell, "_leaving", True))  # nobody is there to be asked
    shell.resize(width, height)
    shell.show()
    shell.go_to("beranda")
    with qtbot.waitActive(shell):
        shell.activateWindow()
    return shell


def page_of(shell: Shell) -> Page:
    page = shell.current()
    assert page is not None
    return page


def test_pages_are_built_when_first_seen(qtbot: QtBot) -> None:
    shell = opened(qtbot)
    assert list(shell._pages) == ["beranda"]
    assert shell.go_to("catat")
    assert list(shell._pages) == ["beranda", "catat"]
    with pytest.raises(KeyError):
        shell.page("tidakada")


def test_the_way_back_goes_through_the_pages_one_came_by(qtbot: QtBot) -> None:
    shell = opened(qtbot)
    shell.go_to("catat")
    shell.go_to("form")
    assert shell.back()
    assert shell.key == "catat"
    shell.back()
    assert shell.key == "beranda"
    shell.back()
    assert shell.key == "beranda"


def test_what_has_changed_is_drawn_now_if_seen_and_later_if_not(qtbot: QtBot) -> None:
    shell = opened(qtbot)
    home = page_of(shell)
    assert isinstance(home, Home)
    assert home.refreshed == 1
    shell.changed(1)
    assert home.refreshed == 2
    shell.changed(2)  # the home page does not watch this
    assert home.refreshed == 2
    shell.go_to("catat")
    shell.changed(3)
    assert home.refreshed == 2
    shell.go_to("beranda")
    assert home.refreshed == 3
    shell.go_to("catat")
    shell.go_to("beranda")
    assert home.refreshed == 3


def test_a_form_with_something_typed_is_left_only_after_a_question(qtbot: QtBot, door: RecordingDoor) -> None:
    shell = opened(qtbot)
    shell.go_to("form")
    entry = page_of(shell)
    assert isinstance(entry, Entry)
    qtbot.waitUntil(entry.amount.line.hasFocus)
    QTest.keyClicks(entry.amount.line, "750000")
    assert not shell.go_to("buku")
    assert shell.key == "form"
    assert not shell.close()
    assert door.said == ["Tinggalkan tanpa menyimpan?"] * 2
    door.answers = [True]
    assert shell.go_to("buku")


def test_the_keyboard_alone_goes_everywhere(qtbot: QtBot) -> None:
    shell = opened(qtbot)
    QTest.keyClick(shell, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert shell.key == "buku"
    QTest.keyClick(shell, Qt.Key.Key_F2)
    assert shell.key == "catat"
    doors = page_of(shell)
    assert isinstance(doors, Doors)
    qtbot.waitUntil(doors.door.hasFocus)
    QTest.keyClick(doors.door, Qt.Key.Key_Return)
    assert shell.key == "form"
    for key, held, signal in (
        (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier, shell.help_wanted),
        (Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier, shell.print_wanted),
    ):
        with qtbot.waitSignal(signal):
            QTest.keyClick(shell, key, held)


def test_undo_belongs_to_the_field_while_one_writes_and_to_the_book_otherwise(qtbot: QtBot) -> None:
    shell = opened(qtbot)
    with qtbot.waitSignal(shell.undo_wanted):
        QTest.keyClick(shell, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    shell.go_to("form")
    entry = page_of(shell)
    assert isinstance(entry, Entry)
    entry.text.setFocus()
    qtbot.waitUntil(entry.text.line.hasFocus)
    QTest.keyClicks(entry.text.line, "sewa")
    with qtbot.assertNotEmitted(shell.undo_wanted):
        QTest.keyClick(entry.text.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert entry.text.value() == ""


def test_month_and_search_keys_reach_the_page(qtbot: QtBot) -> None:
    shell = opened(qtbot)
    shell.go_to("buku")
    book = page_of(shell)
    assert isinstance(book, Book)
    before = book.month.value()
    QTest.keyClick(shell, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert book.month.value() == before.plus(-1)
    QTest.keyClick(shell, Qt.Key.Key_F5)
    assert book.month.value() == before
    QTest.keyClick(shell, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(book.search.hasFocus)


def test_text_grows_by_key_and_is_told(qtbot: QtBot) -> None:
    shell = opened(qtbot)
    told: list[object] = []
    shell.text_size_changed.connect(told.append)
    QTest.keyClick(shell, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(shell, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(shell, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(shell, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert told == [125, 150, 125, 100]


def test_the_spine_narrows_then_becomes_a_menu(qtbot: QtBot) -> None:
    shell = opened(qtbot)
    assert shell.spine.width() == 196
    shell.resize(1024, 600)
    qtbot.waitUntil(lambda: shell.spine.width() == 168)
    assert page_of(shell).narrow
    theme.use(theme.Theme("light", 2.0))
    assert shell.spine.isHidden()
    assert shell.topbar.isVisible()
    shell.open_menu()
    assert QApplication.activePopupWidget() is shell.topbar.menu
    next(action for action in shell.topbar.menu.actions() if action.text() == "Buku kas").trigger()
    shell.topbar.menu.close()
    assert shell.key == "buku"


def test_alt_m_brings_the_keyboard_to_the_lit_page_and_arrows_walk(qtbot: QtBot) -> None:
    shell = opened(qtbot)
    shell.open_menu()
    button = QApplication.focusWidget()
    assert isinstance(button, QAbstractButton)
    assert button.text() == "Beranda"
    QTest.keyClick(button, Qt.Key.Key_Down)
    second = QApplication.focusWidget()
    assert isinstance(second, QAbstractButton)
    QTest.keyClick(second, Qt.Key.Key_Return)
    assert shell.key == "catat"


def test_the_window_says_whose_book_it_is(qtbot: QtBot) -> None:
    shell = opened(qtbot)
    assert shell.windowTitle() == "Hunafa Bersama · KubeBuku"
    assert shell.band.isVisible()
    shell.set_practice(False)
    assert shell.band.isHidden()
    shell.set_holder("")
    assert shell.spine.holder.text() == ""


def test_another_book_forgets_the_pages(qtbot: QtBot) -> None:
    shell = opened(qtbot)
    shell.go_to("catat")
    shell.forget_pages()
    assert shell.current() is None
    shell.go_to("beranda")
    shell.refresh_all()
    assert page_of(shell).isVisible()


@pytest.mark.parametrize(("width", "height", "text"), SIZES)
@pytest.mark.parametrize("key", PAGES)
def test_nothing_runs_out_of_the_window_sideways(qtbot: QtBot, key: str, width: int, height: int, text: float) -> None:
    shell = opened(qtbot, width, height, text)
    shell.go_to(key)
    page = page_of(shell)
    qtbot.waitUntil(lambda: page.area.widget().width() <= page.area.viewport().width())
    assert shell.width() == width
    for child in page.area.widget().findChildren(QWidget):
        inside_table = isinstance(child, BookTable) or any(isinstance(above, BookTable) for above in _above(child))
        if child.isVisible() and not inside_table and child.parentWidget() is not None:
            right = child.mapTo(page.area.widget(), child.rect().topRight()).x()
            assert right <= page.area.viewport().width(), child


def _above(widget: QWidget) -> list[QWidget]:
    found: list[QWidget] = []
    above = widget.parentWidget()
    while above is not None:
        found.append(above)
        above = above.parentWidget()
    return found


@pytest.mark.parametrize("key", PAGES)
def test_what_is_pressed_is_large_enough_and_has_a_name(qtbot: QtBot, key: str) -> None:
    shell = opened(qtbot, 1024, 600)
    shell.go_to(key)
    for child in shell.findChildren(QWidget):
        if child.isVisible() and isinstance(child, QAbstractButton | QLineEdit):
            name = child.accessibleName() or (child.text() if isinstance(child, QAbstractButton) else "")
            assert name, child
            assert child.height() >= 38, (child, name)
    for area in shell.findChildren(QAbstractScrollArea):
        if area.focusPolicy() != Qt.FocusPolicy.NoFocus and area.isVisible():
            assert area.accessibleName(), area


def test_large_text_in_a_low_window_reaches_save_by_tab_and_shows_it(qtbot: QtBot) -> None:
    shell = opened(qtbot, 1024, 600, 2.0)
    shell.go_to("form")
    entry = page_of(shell)
    assert isinstance(entry, Entry)
    qtbot.waitUntil(entry.amount.line.hasFocus)
    QTest.keyClicks(entry.amount.line, "750000")

    def seen(widget: QWidget) -> bool:
        at = widget.mapTo(entry.area.viewport(), widget.rect().topLeft()).y()
        return at >= 0 and at + widget.height() <= entry.area.viewport().height()

    qtbot.waitUntil(lambda: seen(entry.amount.line) and seen(entry.amount.words))
    for _step in range(9):
        now = QApplication.focusWidget()
        assert now is not None
        if now is entry.form.main:
            break
        QTest.keyClick(now, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is entry.form.main
    qtbot.waitUntil(lambda: seen(entry.form.main))
