"""A book on screen: figures are whole, struck rows look struck, keys do what they say."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from kubebuku.domain.money import LARGEST_AMOUNT
from kubebuku.ui import theme
from kubebuku.ui.widgets import BookTable, ChipSpec, ColumnSpec, RowModel, RowStyle, Sign
from kubebuku.ui.widgets.acts import Act
from kubebuku.ui.widgets.rows import write
from tests.ui.widgets.gallery import COLUMNS, LINES, TOTALS, Line, _line


@pytest.fixture
def table(qtbot: QtBot) -> BookTable[Any]:
    made = BookTable(COLUMNS, name="Buku kas", row=32)
    qtbot.addWidget(made)
    made.resize(1120, 560)
    made.show_rows(LINES, TOTALS)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.mark.parametrize(
    ("spec", "value", "words"),
    [
        (ColumnSpec("on", "", "day"), LINES[1].on, "02/11"),
        (ColumnSpec("on", "", "date"), LINES[1].on, "02/11/26"),
        (ColumnSpec("inn", "", "inn"), 1_500_000, "1.500.000"),
        (ColumnSpec("inn", "", "inn"), None, ""),
        (ColumnSpec("inn", "", "inn"), 0, ""),
        (ColumnSpec("due", "", "money", zero="–"), 0, "–"),
        (ColumnSpec("amount", "", "signed"), -85_000, "−Rp85.000"),
        (ColumnSpec("amount", "", "signed"), 1_025_000, "+Rp1.025.000"),
        (ColumnSpec("count", "", "number"), 0, "0"),
        (ColumnSpec("share", "", "percent"), Fraction(1, 8), "12,5 %"),
        (ColumnSpec("state", ""), ChipSpec("inn", "Lancar"), "Lancar"),
        (ColumnSpec("text", ""), Sign("masuk", "Sewa tenda"), "Sewa tenda"),
        (ColumnSpec("yes", ""), True, "Ya"),
    ],
)
def test_a_cell_is_written_as_the_book_writes_it(spec: ColumnSpec[Any], value: object, words: str) -> None:
    assert write(spec, value) == words


def test_the_model_speaks_to_screen_readers_with_head_and_state() -> None:
    model = RowModel(COLUMNS)
    model.show_rows(LINES)
    struck = next(number for number, line in enumerate(LINES) if line.struck)
    spoken = model.data(model.index(struck, 5), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Keluar (Rp): 5.000.000, dicoret"
    assert model.data(model.index(struck, 4), Qt.ItemDataRole.AccessibleTextRole) == ""
    assert model.headerData(6, Qt.Orientation.Horizontal) == "Saldo (Rp)"
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_opening_and_struck_rows_have_their_look_and_others_may_be_given(qtbot: QtBot) -> None:
    model = RowModel(COLUMNS)
    model.show_rows(LINES)
    assert model.style(LINES[0]) == RowStyle(bold=True)
    assert model.style(next(line for line in LINES if line.struck)) == RowStyle(struck=True)
    soft = BookTable(COLUMNS, name="Tagihan", style=lambda _row: RowStyle(soft=True))
    qtbot.addWidget(soft)
    assert soft.model.style(LINES[3]) == RowStyle(soft=True)


def test_choosing_and_opening_carry_the_row(qtbot: QtBot, table: BookTable[Any]) -> None:
    chosen: list[object] = []
    opened: list[object] = []
    table.chosen.connect(chosen.append)
    table.opened.connect(opened.append)
    assert table.select(LINES[4])
    QTest.keyClick(table.view, Qt.Key.Key_Down)
    QTest.keyClick(table.view, Qt.Key.Key_Return)
    assert chosen == [LINES[4], LINES[5]]
    assert opened == [LINES[5]]
    QTest.keyClick(table.view, Qt.Key.Key_End)
    assert table.current() == LINES[-1]
    QTest.keyClick(table.view, Qt.Key.Key_Home)
    assert table.current() == LINES[0]
    assert not table.select("nothing like it")


def test_new_rows_keep_the_choice(table: BookTable[Any]) -> None:
    table.select(LINES[4])
    table.show_rows(LINES[2:], TOTALS)
    assert table.current() == LINES[4]
    table.show_rows(LINES[:2])
    assert table.current() is None
    assert table.foot.isHidden()


def test_a_line_is_copied_with_its_figures(qtbot: QtBot, table: BookTable[Any]) -> None:
    table.select(LINES[1])
    QTest.keyClick(table.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = "02/11\tBKM/2026/0187\tSewa tenda 2 plong, hajatan RT 04\tSewa tenda\t1.500.000\t\t10.715.000"
    assert QGuiApplication.clipboard().text() == copied


def test_the_menu_of_a_row_opens_by_key_and_does_what_it_says(qtbot: QtBot, table: BookTable[Any]) -> None:
    done: list[object] = []

    def acts(row: object) -> Sequence[Act]:
        return [("Urungkan", lambda: done.append(row), "urungkan")]

    table.set_menu(acts)
    table.select(LINES[2])
    table.view.contextMenuEvent(
        QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), table.view.mapToGlobal(QPoint(0, 0)))
    )
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    menu.close()
    assert done == [LINES[2]]


@pytest.mark.parametrize("width", [1120, 820, 620, 400])
@pytest.mark.parametrize("text", [1.0, 1.5, 2.0])
def test_no_figure_is_cut_at_any_width(qtbot: QtBot, width: int, text: float) -> None:
    theme.use(theme.Theme("light", text))
    table = BookTable(COLUMNS, name="Buku kas")
    qtbot.addWidget(table)
    rows = [*LINES, _line(21, "BKM/2026/0193", "Bantuan", "–", LARGEST_AMOUNT, None, LARGEST_AMOUNT)]
    table.resize(width, 500)
    table.show_rows(rows, {"text": "Jumlah", "inn": LARGEST_AMOUNT, "balance": LARGEST_AMOUNT})
    table.show()
    qtbot.waitExposed(table)
    largest = theme.current().metrics(table.view.font_role, bold=True).horizontalAdvance("999.999.999.999")
    for number, spec in enumerate(COLUMNS):
        if spec.key in ("inn", "balance"):
            assert table.view.columnWidth(number) >= largest + 16


def test_names_give_way_first_then_letters_become_smaller(qtbot: QtBot, table: BookTable[Any]) -> None:
    assert table.view.font_role == "body"
    table.resize(800, 500)
    qtbot.waitUntil(lambda: table.view.font_role == "caption")
    qtbot.waitUntil(lambda: table.view.horizontalScrollBar().maximum() == 0)


def test_a_growing_table_is_as_high_as_its_rows(qtbot: QtBot) -> None:
    table = BookTable(COLUMNS, name="Terakhir", grows=True)
    qtbot.addWidget(table)
    table.show_rows(LINES[:3])
    three = table.sizeHint().height()
    table.show_rows(LINES[:5])
    assert table.sizeHint().height() == three + 2 * theme.current().h(34, "body", 12)


def test_many_thousand_rows_are_shown_without_reading_each_of_them(qtbot: QtBot) -> None:
    drawn: list[int] = []

    def text(row: object) -> object:
        assert isinstance(row, Line)
        drawn.append(1)
        return row.text

    columns = [ColumnSpec("on", "Tanggal", "day"), ColumnSpec("text", "Uraian", read=text), ColumnSpec("inn", "Masuk", "inn")]
    table = BookTable(columns, name="Buku kas")
    qtbot.addWidget(table)
    table.resize(900, 500)
    table.show_rows([_line(1 + number % 28, "", "Sewa tenda", "", number, None, None) for number in range(24_000)])
    table.show()
    qtbot.waitExposed(table)
    table.grab()
    assert 0 < len(drawn) < 200
