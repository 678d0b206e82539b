"""The view of a table and the totals pinned beneath it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from kubebuku.i18n import figure
from kubebuku.ui import theme
from kubebuku.ui.widgets.cells import KIND_TONE, PAD, CellPainter, draw_words
from kubebuku.ui.widgets.rows import Row, RowModel, write


class RowView(QTableView, Generic[Row]):
    """The view itself: Enter opens, Shift+F10 shows what can be done, Ctrl+C copies."""

    opened = Signal(object)
    menu_wanted = Signal(object, QPoint)
    resized = Signal()

    def __init__(self, model: RowModel[Row]) -> None:
        super().__init__()
        self.rows = model
        self.setModel(model)
        self.painter_of_cells = CellPainter(self, model)
        self.setItemDelegate(self.painter_of_cells)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        down = self.verticalHeader()
        down.setVisible(False)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across = self.horizontalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setSectionsClickable(False)
        across.setHighlightSections(False)
        across.setDefaultAlignment(Qt.AlignmentFlag(int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)))
        across.setMinimumSectionSize(8)

    @property
    def font_role(self) -> str:
        """Body, or caption where the columns have no room otherwise."""
        return self.painter_of_cells.font_role

    @font_role.setter
    def font_role(self, role: str) -> None:
        self.painter_of_cells.font_role = role

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        current = self.currentIndex()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if current.isValid():
                self.opened.emit(self.rows.rows[current.row()])
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif key == Qt.Key.Key_Home:
            self.selectRow(0)
        elif key == Qt.Key.Key_End:
            self.selectRow(self.rows.rowCount() - 1)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        if self.currentIndex().isValid():
            self.opened.emit(self.rows.rows[self.currentIndex().row()])

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos()) if event.reason() == QContextMenuEvent.Reason.Mouse else self.currentIndex()
        if index.isValid():
            at = event.globalPos()
            if event.reason() != QContextMenuEvent.Reason.Mouse:
                at = self.viewport().mapToGlobal(self.visualRect(index).center())
            self.menu_wanted.emit(self.rows.rows[index.row()], at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def copy(self) -> None:
        """The chosen line to the clipboard, cells apart by tabs."""
        row = self.currentIndex().row()
        if row >= 0:
            cells = (" ".join(self.rows.text(row, column).split()) for column in range(self.rows.columnCount()))
            QGuiApplication.clipboard().setText("\t".join(cells))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(theme.colour("focus"), 2))
            current = self.currentIndex()
            if current.isValid():
                line = self.visualRect(current)
                line.setLeft(self.horizontalHeader().sectionViewportPosition(0))
                line.setWidth(self.horizontalHeader().length())  # without the columns that are left out
                painter.drawRect(line.adjusted(1, 0, -1, -2))
            else:
                painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))


class Foot(QWidget, Generic[Row]):
    """The pinned totals: wash, a thick line above, the columns of the table."""

    def __init__(self, view: RowView[Row]) -> None:
        super().__init__()
        self._view = view
        self.cells: Mapping[str, object] = {}
        view.horizontalHeader().sectionResized.connect(lambda *_sizes: self.update())
        view.horizontalScrollBar().valueChanged.connect(lambda _value: self.update())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("wash"))
        painter.fillRect(QRect(0, 0, self.width(), 2), theme.colour("edge"))
        model, across = self._view.rows, self._view.horizontalHeader()
        for number, spec in enumerate(model.columns):
            value = self.cells.get(spec.key)
            if value is None or across.isSectionHidden(number):
                continue
            left = across.sectionViewportPosition(number)
            box = QRect(left + PAD, 2, across.sectionSize(number) - 2 * PAD, self.height() - 2)
            if not spec.right:  # words may use the empty columns to their right
                following = number + 1
                while following < len(model.columns) and self.cells.get(model.columns[following].key) is None:
                    box.setWidth(box.width() + across.sectionSize(following))
                    following += 1
            tone = theme.colour(KIND_TONE.get(spec.kind, "ink") if spec.right else "ink")
            text = (
                value
                if isinstance(value, str)
                else figure(value)
                if isinstance(value, int) and spec.kind != "signed"
                else write(spec, value)
            )
            role = self._view.font_role
            draw_words(painter, box, text, spec, role, bold=True, struck=False, colour=tone)
