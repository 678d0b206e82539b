"""The amount field: dots come by themselves, nothing is guessed, nothing is cut to 32 bits."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import LARGEST_AMOUNT, Rupiah
from kubebuku.i18n import figure
from kubebuku.ui.widgets import AmountField, Button
from kubebuku.ui.widgets.amount import grouped


@pytest.fixture
def field(qtbot: QtBot) -> AmountField:
    made = AmountField("Berapa uang yang diterima?", name="amount")
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("typed", ["750000", "750.000", "Rp750.000,-", "750 ribu", "750.000,00"])
def test_all_usual_ways_to_write_it_are_one(qtbot: QtBot, field: AmountField, typed: str) -> None:
    QTest.keyClicks(field.line, typed)
    assert field.value() == Rupiah(750_000)


def test_dots_come_while_typing_and_the_words_follow(qtbot: QtBot, field: AmountField) -> None:
    shown = []
    for digit in "1500000":
        QTest.keyClicks(field.line, digit)
        shown.append(field.line.text())
    assert shown == ["1", "15", "150", "1.500", "15.000", "150.000", "1.500.000"]
    assert field.words.text() == "Satu juta lima ratus ribu rupiah"


def test_a_digit_in_the_middle_keeps_the_cursor_where_one_writes(qtbot: QtBot, field: AmountField) -> None:
    QTest.keyClicks(field.line, "15000")
    field.line.setCursorPosition(1)  # 1|5.000
    QTest.keyClicks(field.line, "22")
    assert field.line.text() == "1.225.000"
    assert field.line.cursorPosition() == 4  # 1.22|5.000


def test_backspace_steps_over_our_dots(qtbot: QtBot, field: AmountField) -> None:
    QTest.keyClicks(field.line, "1500")
    field.line.setCursorPosition(2)  # 1.|500
    QTest.keyClick(field.line, Qt.Key.Key_Backspace)
    assert field.line.text() == "500"
    QTest.keyClicks(field.line, "1")
    field.line.setCursorPosition(1)  # 1|.500
    QTest.keyClick(field.line, Qt.Key.Key_Delete)
    assert field.line.text() == "100"


def test_emptying_and_starting_again_brings_the_dots_back(qtbot: QtBot, field: AmountField) -> None:
    QTest.keyClicks(field.line, "1,5")
    field.line.selectAll()
    QTest.keyClick(field.line, Qt.Key.Key_Delete)
    QTest.keyClicks(field.line, "25000")
    assert field.line.text() == "25.000"


@pytest.mark.parametrize("typed", ["1,500", "12.5", "1.00"])
def test_what_is_doubtful_is_left_as_written_and_refused(qtbot: QtBot, field: AmountField, typed: str) -> None:
    QTest.keyClicks(field.line, typed)
    assert field.line.text() == typed
    with pytest.raises(RuleBroken) as refused:
        field.value()
    assert refused.value.field == "amount"


def test_a_reading_is_offered_and_taken_by_its_button(qtbot: QtBot, field: AmountField) -> None:
    got: list[object] = []
    field.changed.connect(got.append)
    QTest.keyClicks(field.line, "1,500")
    with pytest.raises(RuleBroken) as refused:
        field.value()
    field.show_refusal(refused.value)
    assert field.refused()
    assert field.line.selectedText() == "1,500"
    offered = next(button for button in field.findChildren(Button) if button.words.startswith("Rp1.500 "))
    assert offered.words == "Rp1.500 (seribu lima ratus)"
    QTest.mouseClick(offered, Qt.MouseButton.LeftButton)
    assert field.value() == 1_500
    assert got[-1] == Rupiah(1_500)
    assert not field.refused()


def test_write_it_again_empties_the_field(qtbot: QtBot, field: AmountField) -> None:
    QTest.keyClicks(field.line, "1,500")
    with pytest.raises(RuleBroken) as refused:
        field.value()
    field.show_refusal(refused.value)
    again = next(button for button in field.findChildren(Button) if button.words == "Tulis ulang")
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    assert field.line.text() == ""


def test_typing_takes_the_refusal_away(qtbot: QtBot, field: AmountField) -> None:
    field.show_error("Jumlah belum ditulis")
    assert field.line.property("s") == "bad"
    QTest.keyClicks(field.line, "5")
    assert not field.refused()
    assert field.line.property("s") is None


def test_the_largest_amount_arrives_whole(qtbot: QtBot, field: AmountField) -> None:
    got: list[object] = []
    field.changed.connect(got.append)
    QTest.keyClicks(field.line, "999999999999")
    assert field.line.text() == "999.999.999.999"
    assert got[-1] == LARGEST_AMOUNT
    assert isinstance(got[-1], Rupiah)


def test_leaving_the_field_writes_the_figure_in_our_form(qtbot: QtBot, field: AmountField) -> None:
    QTest.keyClicks(field.line, "1,5 jt")
    field.line.editingFinished.emit()
    assert field.line.text() == "1.500.000"


def test_an_optional_amount_may_be_missing_and_a_wanted_one_may_not(qtbot: QtBot, field: AmountField) -> None:
    with pytest.raises(RuleBroken):
        field.value()
    assert field.peek() is None
    optional = AmountField("Isi Kas", big=False, optional=True)
    qtbot.addWidget(optional)
    assert optional.value() is None
    with pytest.raises(TypeError):
        optional.set_value("750.000")


def test_it_knows_whether_something_was_written(qtbot: QtBot, field: AmountField) -> None:
    field.set_value(10_000)
    field.start()
    assert not field.typed()
    QTest.keyClicks(field.line, "0")
    assert field.typed()


@given(st.integers(1, LARGEST_AMOUNT), st.data())
@settings(max_examples=60)
def test_grouping_keeps_the_digits_and_those_behind_the_cursor(amount: int, data: st.DataObject) -> None:
    text = str(amount)
    cursor = data.draw(st.integers(0, len(text)))
    shown, at = grouped(text, cursor)
    assert shown == figure(amount)
    assert shown[at:].replace(".", "") == text[cursor:]
