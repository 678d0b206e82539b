"""How a cell of a table is drawn: strike-out, chips, signs, bold lines, and figures that are never cut."""

from __future__ import annotations

from typing import Generic

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QToolTip

from kubebuku.ui import icons, theme
from kubebuku.ui.tokens import SP
from kubebuku.ui.widgets.labels import ChipSpec, chip_size, paint_chip
from kubebuku.ui.widgets.rows import ColumnSpec, Row, RowModel, RowStyle, Sign, write

PAD = SP["s"]
_FIGURE: ColumnSpec[object] = ColumnSpec("figure", "", "money")  # how a sign with a figure is drawn, whatever its column
KIND_TONE = {"inn": "inn", "out": "out", "soft": "ink_soft"}


class CellPainter(QStyledItemDelegate, Generic[Row]):
    """Draws every cell of a table: strike-out, chips, signs, bold lines, selection."""

    def __init__(self, view: QTableView, rows: RowModel[Row]) -> None:
        super().__init__(view)
        self._view, self._rows = view, rows
        self.font_role = "body"

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        model = self._rows
        row, column = index.row(), index.column()
        spec, style, value = model.columns[column], model.style(model.rows[row]), model.value(row, column)
        box: QRect = option.rect  # type: ignore[attr-defined]  # PySide does not type it
        selected = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]  # PySide does not type it
        if selected:
            painter.fillRect(box, theme.colour("main_soft"))
        painter.setPen(theme.colour("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if selected and theme.current().c.main_soft == theme.current().c.sheet:
            painter.setPen(QPen(theme.colour("main"), 2))
            painter.drawLine(box.left(), box.top() + 1, box.right(), box.top() + 1)
            painter.drawLine(box.left(), box.bottom() - 1, box.right(), box.bottom() - 1)
        inner = box.adjusted(PAD, 0, -PAD, -1)
        if isinstance(value, ChipSpec):
            words = chip_size(value).width() <= inner.width() + PAD
            paint_chip(painter, value, inner.left(), inner.center().y() + 0.5, words=words)
            return
        tone = _tone(spec, style, value)
        if isinstance(value, Sign):
            size = round(15 * theme.current().text)
            icons.paint(
                painter,
                value.icon,
                QRectF(inner.left(), inner.center().y() - size / 2, size, size),
                theme.colour(_sign_tone(value)),
            )
            inner.setLeft(inner.left() + size + 6)
        text = write(spec, value)
        if text:
            bold = spec.bold or style.bold
            drawn = _FIGURE if isinstance(value, Sign) and value.right else spec
            draw_words(painter, inner, text, drawn, self.font_role, bold=bold, struck=style.struck, colour=tone)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self._view.columnWidth(index.column()), self._view.verticalHeader().defaultSectionSize())

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> bool:
        """The whole text of a shortened name, and of a chip without words."""
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return False
        model = self._rows
        text, value = model.text(index.row(), index.column()), model.value(index.row(), index.column())
        room = self._view.columnWidth(index.column()) - 2 * PAD
        needed = (
            chip_size(value).width() - PAD
            if isinstance(value, ChipSpec)
            else theme.current().metrics(self.font_role).horizontalAdvance(text)
        )
        QToolTip.showText(event.globalPos(), text if needed > room else "", view)
        return True


def _sign_tone(value: Sign) -> str:
    return "ink_soft" if value.tone == "soft" else value.tone


def _tone(spec: ColumnSpec[Row], style: RowStyle, value: object) -> QColor:
    if style.struck or style.soft:
        return theme.colour("ink_soft")
    if spec.kind == "signed" and isinstance(value, int):
        return theme.colour("inn" if value > 0 else "out" if value < 0 else "ink")
    return theme.colour(KIND_TONE.get(spec.kind, "ink"))


def draw_words(
    painter: QPainter, box: QRect, text: str, spec: ColumnSpec[Row], role: str, *, bold: bool, struck: bool, colour: QColor
) -> None:
    now = theme.current()
    metrics = now.metrics(role, bold=bold)
    font: QFont = now.font(role, bold=bold)
    if spec.money or spec.kind == "code":
        if metrics.horizontalAdvance(text) > box.width():  # a figure is never shortened; it becomes a caption
            metrics, font = now.metrics("caption", bold=bold), now.font("caption", bold=bold)
            box = box.adjusted(-PAD + 2, 0, PAD - 2, 0)
    else:
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    if struck:
        font = QFont(font)
        font.setStrikeOut(True)
    painter.setFont(font)
    painter.setPen(colour)
    side = Qt.AlignmentFlag.AlignRight if spec.right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip), text)
