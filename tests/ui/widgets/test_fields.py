"""Dates, months, choices, words: typed, stepped, picked, refused at the field."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from kubebuku.domain.calendar import Month
from kubebuku.domain.errors import RuleBroken
from kubebuku.ui.widgets import (
    CheckBox,
    Choice,
    ChoiceField,
    DateField,
    Label,
    MonthPicker,
    ParagraphField,
    SearchField,
    TextField,
    person_choices,
)
from tests.ui.widgets.gallery import NOVEMBER, TODAY, refusal

PEOPLE = person_choices(
    [
        (number, number, name, note)
        for number, name, note in ((1, "Ani Contoh", "RT 04"), (18, "Ani Contoh", "RT 02"), (2, "Budi Contoh", "RT 04"))
    ]
)
MANY = [Choice(number, f"Kelompok {number}") for number in range(1, 13)]


@pytest.fixture
def day(qtbot: QtBot) -> DateField:
    field = DateField("Tanggal", today=lambda: TODAY)
    qtbot.addWidget(field)
    field.resize(340, 90)
    field.show()
    return field


def test_a_date_begins_at_today_and_is_written_with_its_day(day: DateField) -> None:
    assert day.line.text() == "Min, 22 November 2026"
    assert day.value() == TODAY
    assert not day.typed()


@pytest.mark.parametrize(
    ("typed", "meant"), [("20/11", date(2026, 11, 20)), ("kemarin", date(2026, 11, 21)), ("1/10/2026", date(2026, 10, 1))]
)
def test_a_date_is_read_as_people_write_it(qtbot: QtBot, day: DateField, typed: str, meant: date) -> None:
    day.line.selectAll()
    QTest.keyClicks(day.line, typed)
    assert day.value() == meant
    day.line.editingFinished.emit()
    assert day.line.text().endswith(str(meant.year))


def test_keys_step_a_day_and_come_back_to_today(qtbot: QtBot, day: DateField) -> None:
    got: list[object] = []
    day.changed.connect(got.append)
    QTest.keyClick(day.line, Qt.Key.Key_Down)
    QTest.keyClick(day.line, Qt.Key.Key_Down)
    QTest.keyClick(day.line, Qt.Key.Key_Up)
    assert day.value() == date(2026, 11, 21)
    QTest.keyClick(day.line, Qt.Key.Key_F5)
    assert day.value() == TODAY
    assert got == [date(2026, 11, 21), date(2026, 11, 20), date(2026, 11, 21), TODAY]


def test_an_impossible_date_is_refused_with_the_name_of_the_field(qtbot: QtBot, day: DateField) -> None:
    day.line.selectAll()
    QTest.keyClicks(day.line, "31/02")
    with pytest.raises(RuleBroken) as refused:
        day.value()
    assert refused.value.field == "on"
    assert day.peek() is None


def test_a_narrow_date_is_written_short_and_stays_the_same_day(qtbot: QtBot, day: DateField) -> None:
    day.resize(200, 90)
    qtbot.waitUntil(lambda: day.line.text() == "22/11/2026")
    assert day.value() == TODAY


def test_the_calendar_is_walked_by_keys_and_gives_the_day(qtbot: QtBot, day: DateField) -> None:
    QTest.keyClick(day.line, Qt.Key.Key_F4)
    calendar = day._calendar
    assert calendar is not None
    qtbot.waitUntil(calendar.isVisible)
    for key in (Qt.Key.Key_PageUp, Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(calendar.days, key)
    assert calendar.head.text() == "Oktober 2026"
    QTest.keyClick(calendar.days, Qt.Key.Key_Return)
    assert day.value() == date(2026, 10, 30)


def test_a_month_turns_by_button_and_key_within_its_bounds(qtbot: QtBot) -> None:
    picker = MonthPicker(NOVEMBER, first=Month(2026, 9), last=NOVEMBER)
    qtbot.addWidget(picker)
    got: list[object] = []
    picker.changed.connect(got.append)
    assert not picker.later.isEnabled()
    for _turn in range(5):
        picker.step(-1)
    assert picker.value() == Month(2026, 9)
    assert not picker.earlier.isEnabled()
    assert got == [Month(2026, 10), Month(2026, 9)]


def test_a_closed_month_carries_lock_and_word(qtbot: QtBot) -> None:
    picker = MonthPicker(Month(2026, 10), first=Month(2026, 9), last=NOVEMBER)
    qtbot.addWidget(picker)
    picker.show_closed(frozenset({Month(2026, 10)}))
    chosen = picker.field.button.choice
    assert chosen is not None
    assert (chosen.icon, chosen.note) == ("kunci", "Ditutup")


@pytest.fixture
def people(qtbot: QtBot) -> ChoiceField:
    field = ChoiceField("Siapa?", PEOPLE, name="person")
    qtbot.addWidget(field)
    field.show()
    return field


def test_two_people_of_one_name_are_told_apart(people: ChoiceField) -> None:
    assert [choice.words for choice in people.choices()] == ["1 · Ani Contoh", "18 · Ani Contoh", "2 · Budi Contoh"]
    assert [choice.key for choice in people.choices() if choice.matches("ani rt 02")] == [18]


def test_arrows_choose_without_opening(qtbot: QtBot, people: ChoiceField) -> None:
    got: list[object] = []
    people.changed.connect(got.append)
    assert people.value() is None
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(people.button, key)
    assert got == [1, 18, 1]
    assert people.button.accessibleName() == "Siapa?: 1 · Ani Contoh"


def test_a_short_list_opens_without_a_search_line_and_enter_takes(qtbot: QtBot, people: ChoiceField) -> None:
    QTest.keyClick(people.button, Qt.Key.Key_F4)
    opened = people._list
    assert opened is not None
    assert opened.search.isHidden()
    QTest.keyClick(opened.view, Qt.Key.Key_Down)
    QTest.keyClick(opened.view, Qt.Key.Key_Return)
    assert people.value() == 18
    assert opened.isHidden()


def test_a_letter_opens_a_long_list_and_searches(qtbot: QtBot) -> None:
    field = ChoiceField("Kelompok", MANY, value=3)
    qtbot.addWidget(field)
    field.show()
    QTest.keyClick(field.button, Qt.Key.Key_1)
    opened = field._list
    assert opened is not None
    assert opened.search.text() == "1"
    QTest.keyClick(opened.search, Qt.Key.Key_2)
    assert [choice.key for choice in opened.model.shown] == [12]
    QTest.keyClick(opened.search, Qt.Key.Key_Return)
    assert field.value() == 12
    field._open("")
    QTest.keyClicks(opened.search, "zzz")
    assert opened.nothing.isVisible()
    opened.hide()


def test_a_line_at_the_end_does_something_instead_of_being_chosen(qtbot: QtBot, people: ChoiceField) -> None:
    asked: list[str] = []
    people.extra("Orang baru", lambda: asked.append("new"))  # noqa: S610 (no database)
    people._open("")
    opened = people._list
    assert opened is not None
    QTest.keyClick(opened.view, Qt.Key.Key_PageDown)
    QTest.keyClick(opened.view, Qt.Key.Key_Return)
    assert asked == ["new"]
    assert people.value() is None


def test_other_choices_keep_what_was_chosen_if_it_is_still_there(people: ChoiceField) -> None:
    people.set_value(2)
    people.show_choices(PEOPLE[:1] + PEOPLE[2:])
    assert people.value() == 2
    people.show_choices(PEOPLE[:1])
    assert people.value() is None


def test_words_used_before_come_up_while_typing(qtbot: QtBot) -> None:
    field = TextField("Keterangan", name="description")
    qtbot.addWidget(field)
    field.show()
    field.suggest(["Sewa tenda 1 plong", "Upah masak 5 orang", "Sewa tenda 1 plong"])
    field.line.setFocus()
    QTest.keyClicks(field.line, "masak")
    completer = field.line.completer()
    assert completer.completionCount() == 1
    assert completer.currentCompletion() == "Upah masak 5 orang"
    assert field.value() == "masak"


def test_a_refusal_stands_under_the_field_and_takes_the_keyboard(qtbot: QtBot) -> None:
    field = TextField("Keterangan", hint="Untuk apa uangnya")
    qtbot.addWidget(field)
    field.show()
    field.set_value("sewa")
    pressed: list[str] = []
    field.show_refusal(refusal(), [("Bayar dari Bank", lambda: pressed.append("bank"), "bank")])
    assert field.error is not None
    assert field.error.title.text() == "Uang di Kas tidak cukup"
    assert "Kurang Rp2.650.000." in field.error.text.text()
    assert "Uang di Kas tidak cukup" in field.line.accessibleDescription()
    assert field.line.selectedText() == "sewa"
    field.clear_refusal()
    assert field.line.accessibleDescription() == "Untuk apa uangnya"


def test_a_paragraph_is_words_without_air_around_it(qtbot: QtBot) -> None:
    field = ParagraphField("Alasan", name="reason")
    qtbot.addWidget(field)
    field.set_value("  ada nota yang tertinggal \n")
    field.start()
    assert field.value() == "ada nota yang tertinggal"
    assert not field.typed()


def test_search_tells_what_is_looked_for_and_escape_empties_it(qtbot: QtBot) -> None:
    field = SearchField()
    qtbot.addWidget(field)
    field.show()
    got: list[str] = []
    field.searched.connect(got.append)
    QTest.keyClicks(field, " t")
    assert got == ["", "t"]
    assert field.accessibleName() == "Cari"
    field.actions()[0].trigger()
    assert field.text() == ""
    assert isinstance(field, QLineEdit)


def test_a_tick_box_is_pressed_by_the_space_bar_and_wraps(qtbot: QtBot) -> None:
    box = CheckBox("Saya sudah menghitung uangnya bersama ketua", "uang", name="counted")
    qtbot.addWidget(box)
    box.show()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert box.value()
    box.set_value(False)
    assert not box.isChecked()
    assert box.heightForWidth(180) > box.heightForWidth(600) >= 40


def test_calendar_and_list_draw_themselves_and_take_a_press(qtbot: QtBot, day: DateField, people: ChoiceField) -> None:
    day._open()
    calendar = day._calendar
    assert calendar is not None
    assert not calendar.grab().isNull()
    calendar.findChildren(QPushButton)[0].click()  # the month before
    assert calendar.head.text() == "Oktober 2026"
    side = calendar.days._side()
    QTest.mouseClick(calendar.days, Qt.MouseButton.LeftButton, pos=QPoint(side // 2, side + side // 2))
    assert day.value() == date(2026, 9, 28)  # the Monday of the first week shown
    people.set_value(18)
    people._open("")
    opened = people._list
    assert opened is not None
    assert not opened.grab().isNull()
    second = opened.view.visualRect(opened.model.index(2)).center()
    QTest.mouseClick(opened.view.viewport(), Qt.MouseButton.LeftButton, pos=second)
    assert people.value() == 2


def test_words_that_are_not_there_take_no_line(qtbot: QtBot) -> None:
    words = Label("")
    qtbot.addWidget(words)
    assert words.hasHeightForWidth()
    assert words.heightForWidth(300) <= 0


def test_a_field_is_given_its_hint_later(qtbot: QtBot) -> None:
    field = TextField("Keterangan")
    qtbot.addWidget(field)
    bare = field.sizeHint().height()
    field.say_hint("Yang pernah dipakai muncul saat mengetik")
    assert field.line.accessibleDescription() == "Yang pernah dipakai muncul saat mengetik"
    assert field.sizeHint().height() > bare
    field.show_hint(room=False)
    assert field.sizeHint().height() == bare
