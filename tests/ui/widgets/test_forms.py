"""A form: Enter walks on, Ctrl+Enter saves, the first refusal gets the keyboard, nothing typed is lost without a question."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.ui.widgets import AmountField, Button, CheckBox, Choice, ChoiceField, DateField, Form, TextField
from tests.ui.hands.door import RecordingDoor
from tests.ui.widgets.gallery import TODAY, refusal


class Sale(Form):
    """Rent that was paid in cash."""

    def __init__(self) -> None:
        super().__init__()
        self.amount = AmountField("Berapa uang yang diterima?", name="amount")
        self.day = DateField("Tanggal", name="on", today=lambda: TODAY)
        self.unit = ChoiceField("Usaha", [Choice(1, "Sewa tenda"), Choice(2, "Catering")], name="unit", value=1)
        self.text = TextField("Keterangan", name="description")
        self.again = CheckBox("Catat lagi sesudah ini", name="again")
        self.add_field(self.amount)
        self.add_field(self.day, half=True)
        self.add_field(self.unit, half=True)
        self.add_field(self.text)
        self.add_field(self.again)
        self.saved = 0
        self.left = 0
        self.submitted.connect(self._save)
        self.cancelled.connect(self._leave)

    def _save(self) -> None:
        self.saved += 1

    def _leave(self) -> None:
        self.left += 1


@pytest.fixture
def form(qtbot: QtBot) -> Sale:
    made = Sale()
    qtbot.addWidget(made)
    made.resize(720, 520)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.amount.setFocus()
    qtbot.waitUntil(made.amount.line.hasFocus)
    return made


def test_enter_goes_from_field_to_field_and_ends_on_save(qtbot: QtBot, form: Sale) -> None:
    visited = []
    for _step in range(5):
        now = QApplication.focusWidget()
        assert now is not None
        QTest.keyClick(now, Qt.Key.Key_Return)
        after = QApplication.focusWidget()
        assert after is not None
        visited.append(after)
    assert visited == [form.day.line, form.unit.button, form.text.line, form.again, form.main]
    assert form.saved == 0


def test_control_enter_saves_from_anywhere(qtbot: QtBot, form: Sale) -> None:
    QTest.keyClick(form.text.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert form.saved == 1


def test_values_go_by_the_fields_of_the_command(qtbot: QtBot, form: Sale) -> None:
    QTest.keyClicks(form.amount.line, "750000")
    form.text.set_value("Sewa tenda 1 plong")
    assert form.values() == {
        "amount": Rupiah(750_000),
        "on": TODAY,
        "unit": 1,
        "description": "Sewa tenda 1 plong",
        "again": False,
    }


def test_a_hidden_field_is_not_asked(qtbot: QtBot, form: Sale) -> None:
    QTest.keyClicks(form.amount.line, "750000")
    form.unit.setVisible(False)
    found = form.values()
    assert found is not None
    assert "unit" not in found


def test_the_first_field_that_cannot_be_read_gets_the_keyboard(qtbot: QtBot, form: Sale) -> None:
    form.text.setFocus()
    assert form.values() is None
    assert form.amount.refused()
    assert form.amount.line.hasFocus()


def test_a_refusal_of_the_books_stands_at_the_field_it_names(form: Sale) -> None:
    form.show_refusal(refusal())
    assert form.amount.refused()
    assert form.strip.isHidden()


class OctoberClosed(RuleBroken):
    wrong = "Oktober 2026 sudah ditutup."
    field = "month"


def test_a_refusal_without_a_field_stands_above_the_buttons(form: Sale) -> None:
    form.show_refusal(OctoberClosed())
    assert form.strip.isVisible()
    assert form.strip.title.text() == "Oktober 2026 sudah ditutup."
    form.clear_refusals()
    assert form.strip.isHidden()


def test_a_warning_offers_its_ways_on(qtbot: QtBot, form: Sale) -> None:
    went: list[str] = []
    form.warn("Mirip dengan catatan lain", "20/11, sewa tenda Rp750.000.", [("Tetap simpan", lambda: went.append("save"), None)])
    form.strip.buttons.findChildren(Button)[0].click()
    assert went == ["save"]


def test_leaving_asks_only_when_something_was_typed(qtbot: QtBot, form: Sale, door: RecordingDoor) -> None:
    form.give_up()
    assert (form.left, door.said) == (1, [])
    QTest.keyClicks(form.amount.line, "5")
    form.give_up()
    assert (form.left, door.said) == (1, ["Tinggalkan tanpa menyimpan?"])
    door.answers = [True]
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert form.left == 2
    form.start()
    assert not form.typed()


def test_two_columns_become_one_where_it_is_narrow(qtbot: QtBot, form: Sale) -> None:
    assert form.day.y() == form.unit.y()
    form.resize(360, 700)
    qtbot.waitUntil(lambda: form.unit.y() > form.day.y())
