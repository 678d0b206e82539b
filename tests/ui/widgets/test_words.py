"""Qt's own words and our dialogs: verbs on buttons, Batal left of the main one, the band in the practice book."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from kubebuku import i18n
from kubebuku.domain.errors import Surroundings
from kubebuku.ui import keys, messages, theme, translate
from kubebuku.ui.messages import Dialogs
from kubebuku.ui.widgets import Button, Dialog, MainButton, MenuButton, PracticeBand, TabRow, Verb, band
from kubebuku.ui.widgets.mnemonics import give_mnemonics
from tests.ui.widgets.gallery import column, refusal


@pytest.mark.parametrize(
    ("source", "ours"),
    [
        ("OK", "Baik"),
        ("&Yes", "&Ya"),
        ("Cancel", "Batal"),
        ("&Close", "&Tutup"),
        ("Retry", "Coba lagi"),
        ("Tear off", "Tear off"),
    ],
)
def test_qt_speaks_our_words(qapp: QApplication, source: str, ours: str) -> None:
    assert translate.Words().translate("QPlatformTheme", source) == ours


def test_qt_buttons_are_indonesian_on_the_screen(qtbot: QtBot, qapp: QApplication) -> None:
    words = translate.install(qapp)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    shown = {button.text().replace("&", "") for button in box.buttons()}
    qapp.removeTranslator(words)
    assert shown == {"Simpan", "Batal"}


def test_every_word_of_qt_that_we_know_is_in_the_catalogue() -> None:
    assert [
        word.message
        for word in translate.WORDS
        if i18n.pgettext("qt", word.message) == word.message and word.message not in ("Drive", "Folder", "Printer")
    ] == []


def answer_with(key: str) -> list[Dialog]:
    """Press a verb of the dialog that is about to open."""
    seen: list[Dialog] = []

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, Dialog)
        seen.append(dialog)
        if key == "esc":
            dialog.reject()
        else:
            dialog.buttons[key].click()

    QTimer.singleShot(0, press)
    return seen


def test_a_question_answers_by_its_verb_and_escape_is_the_careful_one(qapp: QApplication) -> None:
    dialogs = Dialogs()
    answer_with("main")
    assert dialogs.ask("Tutup buku November 2026?", "13 catatan.", main="Tutup buku November", other="Belum")
    answer_with("esc")
    assert not dialogs.ask("Tutup buku November 2026?", "13 catatan.", main="Tutup buku November", other="Belum")
    answer_with("other")
    assert not dialogs.ask("Urungkan?", "", main="Urungkan", kind="warn")


def test_the_main_verb_stands_at_the_right_and_batal_left_of_it(qtbot: QtBot) -> None:
    dialog = Dialog(
        None,
        "Urungkan BKM/2026/0193?",
        "Catatan dicoret dan tetap bisa dibaca.",
        (Verb("other", "Batal"), Verb("main", "Urungkan")),
    )
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    assert dialog.buttons["other"].x() < dialog.buttons["main"].x()
    assert isinstance(dialog.buttons["main"], MainButton)


@pytest.mark.parametrize("on", [True, False])
def test_dialogs_of_the_practice_book_carry_the_band(qtbot: QtBot, *, on: bool) -> None:
    band.set_practice(on)
    dialog = Dialog(None, "Cerita", "", (Verb("close", "Tutup"),))
    qtbot.addWidget(dialog)
    assert bool(dialog.findChildren(PracticeBand)) == on


def test_a_dialog_may_refuse_to_close(qtbot: QtBot) -> None:
    class Counting(Dialog):
        def accepts(self, answer: str) -> bool:
            return answer != "main"

    dialog = Counting(None, "Hitung uang", "", (Verb("other", "Batal"), Verb("main", "Simpan")))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.buttons["main"].click()
    assert dialog.isVisible()
    dialog.buttons["other"].click()
    assert (dialog.isVisible(), dialog.answer) == (False, "other")


def test_a_dialog_with_large_text_stays_on_the_screen(qtbot: QtBot) -> None:
    theme.use(theme.Theme("light", 2.0))
    dialog = Dialog(
        None, "Ada bagian program yang tidak berjalan", "Yang ditulis tadi masih ada di layar. " * 20, (Verb("close", "Tutup"),)
    )
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    screen = dialog.screen().availableGeometry()
    assert dialog.width() <= screen.width()
    assert dialog.height() <= screen.height()
    assert dialog.buttons["close"].isVisible()


class Full(Surroundings):
    wrong = "Tempat di komputer penuh."
    remedy = "Hapus berkas lain."


def test_trouble_is_told_in_its_own_words(qapp: QApplication) -> None:
    dialogs = Dialogs()
    full = Full()
    seen = answer_with("again")
    assert dialogs.surroundings(full, retry=True)
    assert seen[0].windowTitle() == "Tempat di komputer penuh."
    answer_with("close")
    assert not dialogs.surroundings(full)
    seen = answer_with("close")
    dialogs.refusal(refusal())
    assert seen[0].windowTitle() == "Uang di Kas tidak cukup"
    seen = answer_with("close")
    dialogs.bug(Path("laporan.txt"))
    assert seen[0].windowTitle() == "Ada bagian program yang tidak berjalan"


def test_the_door_can_be_changed_and_put_back() -> None:
    before = messages.door()
    other = Dialogs()
    assert messages.set_door(other) is before
    assert messages.door() is other
    messages.set_door(before)


def test_every_button_of_a_page_has_a_letter_of_its_own(qtbot: QtBot) -> None:
    buttons = [Button(words) for words in ("Cetak", "Cerita", "Catat", "Ubah", "Urungkan", "Menu")]
    holder = column(*buttons)
    qtbot.addWidget(holder)
    holder.show()
    give_mnemonics(holder)
    letters = [button.text()[button.text().index("&") + 1].casefold() for button in buttons]
    assert len(set(letters)) == len(letters)
    assert "m" not in letters  # Alt+M is the menu
    assert [button.words for button in buttons] == ["Cetak", "Cerita", "Catat", "Ubah", "Urungkan", "Menu"]


def test_an_ampersand_in_words_stays_one(qtbot: QtBot) -> None:
    button = Button("Tenda & kursi")
    holder = column(button)
    qtbot.addWidget(holder)
    holder.show()
    give_mnemonics(holder)
    assert button.text() == "&Tenda && kursi"
    assert button.words == button.accessibleName() == "Tenda & kursi"


def test_a_button_too_narrow_shortens_its_words_and_keeps_them_as_tooltip(qtbot: QtBot) -> None:
    button = Button("Bayar dari Bank (Rp52.500.000)", "bank")
    qtbot.addWidget(button)
    button.show()
    wide = button.sizeHint().width()
    button.resize(160, 40)
    qtbot.waitUntil(lambda: button.text().endswith("…"))
    assert button.toolTip() == "Bayar dari Bank (Rp52.500.000)"
    assert button.sizeHint().width() == wide
    button.resize(wide, 40)
    qtbot.waitUntil(lambda: button.text() == "Bayar dari Bank (Rp52.500.000)")
    assert button.toolTip() == ""


def test_enter_presses_a_button(qtbot: QtBot) -> None:
    pressed: list[int] = []
    button = Button("Urungkan", None, lambda: pressed.append(1))
    qtbot.addWidget(button)
    button.show()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert pressed == [1]


def test_the_keys_are_told_in_words() -> None:
    assert len({key.keys for key in keys.KEYS}) == len(keys.KEYS)
    assert all(i18n._(key.does) != key.does for key in keys.KEYS)


def test_tabs_and_picks_are_walked_by_arrows_and_carry_their_key(qtbot: QtBot) -> None:
    tabs = TabRow([("1101", "Kas"), ("1102", "Bank"), (None, "Semua")], "Tempat uang")
    qtbot.addWidget(tabs)
    tabs.show()
    got: list[object] = []
    tabs.chosen.connect(got.append)
    assert tabs.value() == "1101"
    QTest.keyClick(tabs, Qt.Key.Key_Right)
    QTest.keyClick(tabs, Qt.Key.Key_Right)
    QTest.keyClick(tabs, Qt.Key.Key_Left)
    assert got == ["1102", None, "1102"]
    tabs.show_entries([("1101", "Kas")], "1101")
    tabs.set_value("unknown")
    assert tabs.value() == "1101"


def test_more_acts_open_by_enter(qtbot: QtBot) -> None:
    done: list[str] = []
    more = MenuButton("Lainnya")
    qtbot.addWidget(more)
    more.show()
    more.add_act("Cetak", lambda: done.append("print"), "cetak").trigger()
    assert done == ["print"]
    more.say("Pilihan lain")
    more.show_icon("menu")
    assert more.accessibleName() == "Pilihan lain"
    more.clear_acts()
    assert more.menu().actions() == []
