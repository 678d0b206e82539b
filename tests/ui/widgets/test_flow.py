"""Rows that are emptied and filled again: nothing stays behind, and nothing beside them goes with them."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QToolBar, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kubebuku.ui import theme
from kubebuku.ui.widgets import Button, CheckBox, FlowRow, Label, clear, row


def _deleted() -> None:
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_rows_within_rows_go_whole_and_what_stands_beside_them_stays(qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    column = QVBoxLayout(whole)
    bar = QToolBar()
    column.addWidget(bar)
    acts = [bar.addAction(words) for words in ("Menu", "Cari")]
    inside = QVBoxLayout()
    column.addLayout(inside)
    gone: list[str] = []
    for _round in range(20):
        lines = row(Label("Kas"), 1, Label("Rp250.000"))
        lines.addLayout(row(Button("Pindahkan")))
        lines.destroyed.connect(lambda: gone.append("row"))
        inside.addLayout(lines)
        inside.addWidget(Label("Jumlah"))
        inside.addStretch(1)
        del lines
        clear(inside)
        assert inside.count() == 0
        acts.append(bar.addAction("Tambah"))
        _deleted()
    assert gone == ["row"] * 20
    assert not whole.findChildren(Label)
    assert not whole.findChildren(Button)
    assert not whole.findChildren(QHBoxLayout)
    assert all(shiboken6.isValid(act) for act in acts)
    assert [act.text() for act in acts[:2]] == ["Menu", "Cari"]


def test_a_row_measures_anew_when_a_piece_comes_goes_or_grows(qtbot: QtBot) -> None:
    first, second = Button("Terima"), Button("Bayar")
    flow = FlowRow(first, second)
    qtbot.addWidget(flow)
    flow.show()
    narrow = max(first.sizeHint().width(), second.sizeHint().width())
    one, two = flow.heightForWidth(1000), flow.heightForWidth(narrow)
    assert two > one
    second.hide()
    assert flow.heightForWidth(narrow) == one
    second.show()
    assert flow.heightForWidth(narrow) == two
    flow.add(Button("Pindah"))
    QApplication.processEvents()  # what is added shows in a moment
    assert flow.heightForWidth(narrow) > two
    first.say("Terima uang dari semua anggota")
    assert flow.heightForWidth(first.sizeHint().width()) == two
    flow.clear()
    flow.add(Button("Terima"))
    QApplication.processEvents()
    assert flow.heightForWidth(narrow) == one


def test_words_are_measured_anew_when_they_or_their_size_change(qtbot: QtBot) -> None:
    before = theme.current()
    theme.use(before)
    label, tick = Label("Iuran"), CheckBox("Iuran")
    for piece in (label, tick):
        qtbot.addWidget(piece)
        piece.show()
    short, box = label.heightForWidth(120), tick.heightForWidth(120)
    label.setText("Iuran yang belum dibayar oleh semua anggota kelompok sejak bulan Januari")
    tick.words = label.text()
    tall, wrapped = label.heightForWidth(120), tick.heightForWidth(120)
    assert tall > 2 * short
    assert wrapped > box
    theme.use(theme.Theme(text=2.0))
    try:
        assert label.heightForWidth(120) > tall
        assert tick.heightForWidth(120) > wrapped
    finally:
        theme.use(before)
    assert (label.heightForWidth(120), tick.heightForWidth(120)) == (tall, wrapped)
