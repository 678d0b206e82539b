"""A book on screen: head on wash, hairlines, figures at the right, totals pinned beneath with the same widths."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QMenu,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from kubebuku.i18n import _, figure
from kubebuku.ui import icons, theme
from kubebuku.ui.tokens import ROW, SP
from kubebuku.ui.widgets.cards import Act
from kubebuku.ui.widgets.labels import ChipSpec, chip_size, paint_chip
from kubebuku.ui.widgets.rows import ColumnSpec, RowModel, RowStyle, Sign, write

_PAD = SP["s"]
_LEAST_STRETCH = 150
_KIND_TONE = {"inn": "inn", "out": "out", "soft": "ink_soft"}


class _CellPainter(QStyledItemDelegate):
    """Draws every cell of a table: strike-out, chips, signs, bold lines, selection."""

    def __init__(self, view: _View) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        model = self._view.rows
        row, column = index.row(), index.column()
        spec, style, value = model.columns[column], model.style(model.rows[row]), model.value(row, column)
        box: QRect = option.rect  # type: ignore[attr-defined]
        selected = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        if selected:
            painter.fillRect(box, theme.colour("main_soft"))
        painter.setPen(theme.colour("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if selected and theme.current().c.main_soft == theme.current().c.sheet:
            painter.setPen(QPen(theme.colour("main"), 2))
            painter.drawLine(box.left(), box.top() + 1, box.right(), box.top() + 1)
            painter.drawLine(box.left(), box.bottom() - 1, box.right(), box.bottom() - 1)
        inner = box.adjusted(_PAD, 0, -_PAD, -1)
        if isinstance(value, ChipSpec):
            words = chip_size(value).width() <= inner.width() + _PAD
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
            _draw_words(painter, inner, text, spec, self._view.font_role, bold=bold, struck=style.struck, colour=tone)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self._view.columnWidth(index.column()), self._view.verticalHeader().defaultSectionSize())

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> bool:
        """The whole text of a shortened name, and of a chip without words."""
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return False
        model = self._view.rows
        text, value = model.text(index.row(), index.column()), model.value(index.row(), index.column())
        room = self._view.columnWidth(index.column()) - 2 * _PAD
        needed = (
            chip_size(value).width() - _PAD
            if isinstance(value, ChipSpec)
            else theme.current().metrics(self._view.font_role).horizontalAdvance(text)
        )
        QToolTip.showText(event.globalPos(), text if needed > room else "", view)
        return True


def _sign_tone(value: Sign) -> str:
    return "ink_soft" if value.tone == "soft" else value.tone


def _tone(spec: ColumnSpec, style: RowStyle, value: object) -> QColor:
    if style.struck or style.soft:
        return theme.colour("ink_soft")
    if spec.kind == "signed" and isinstance(value, int):
        return theme.colour("inn" if value > 0 else "out" if value < 0 else "ink")
    return theme.colour(_KIND_TONE.get(spec.kind, "ink"))


def _draw_words(
    painter: QPainter, box: QRect, text: str, spec: ColumnSpec, role: str, *, bold: bool, struck: bool, colour: QColor
) -> None:
    now = theme.current()
    metrics = now.metrics(role, bold=bold)
    font: QFont = now.font(role, bold=bold)
    if spec.money or spec.kind == "code":
        if metrics.horizontalAdvance(text) > box.width():  # a figure is never shortened; it becomes a caption
            metrics, font = now.metrics("caption", bold=bold), now.font("caption", bold=bold)
            box = box.adjusted(-_PAD + 2, 0, _PAD - 2, 0)
    else:
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    if struck:
        font = QFont(font)
        font.setStrikeOut(True)
    painter.setFont(font)
    painter.setPen(colour)
    side = Qt.AlignmentFlag.AlignRight if spec.right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip), text)


class _View(QTableView):
    """The view itself: Enter opens, Shift+F10 shows what can be done, Ctrl+C copies."""

    opened = Signal(object)
    menu_wanted = Signal(object, QPoint)
    resized = Signal()

    def __init__(self, model: RowModel) -> None:
        super().__init__()
        self.rows = model
        self.font_role = "body"
        self.setModel(model)
        self.setItemDelegate(_CellPainter(self))
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

    def mouseDoubleClickEvent(self, event: object) -> None:
        super().mouseDoubleClickEvent(event)  # type: ignore[arg-type]
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
                first, last = (
                    self.visualRect(current.siblingAtColumn(0)),
                    self.visualRect(current.siblingAtColumn(self.rows.columnCount() - 1)),
                )
                painter.drawRect(first.united(last).adjusted(1, 0, -1, -2))
            else:
                painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))


class _Foot(QWidget):
    """The pinned totals: wash, a thick line above, the columns of the table."""

    def __init__(self, view: _View) -> None:
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
            if value is None:
                continue
            left = across.sectionViewportPosition(number)
            box = QRect(left + _PAD, 2, across.sectionSize(number) - 2 * _PAD, self.height() - 2)
            if not spec.right:  # words may use the empty columns to their right
                following = number + 1
                while following < len(model.columns) and self.cells.get(model.columns[following].key) is None:
                    box.setWidth(box.width() + across.sectionSize(following))
                    following += 1
            tone = theme.colour(_KIND_TONE.get(spec.kind, "ink") if spec.right else "ink")
            text = (
                value
                if isinstance(value, str)
                else figure(value)
                if isinstance(value, int) and spec.kind != "signed"
                else write(spec, value)
            )
            _draw_words(painter, box, text, spec, self._view.font_role, bold=True, struck=False, colour=tone)


class BookTable(QFrame):
    """A table of rows with pinned totals.

    ``BookTable(columns, name=..., row=34)``, then ``show_rows(rows, totals={"out": 4670000, "text": "Jumlah"})``.
    `chosen` carries the current row (None without one), `opened` the row of Enter or a double click.
    ``set_menu(lambda row: [(words, act, icon), ...])`` gives Shift+F10 and the right click their list.
    """

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(
        self,
        columns: Sequence[ColumnSpec],
        *,
        name: str,
        row: int = ROW,
        style: Callable[[object], RowStyle] | None = None,
        grows: bool = False,
    ) -> None:
        super().__init__()
        self._row = row
        self._grows = grows
        self.model = RowModel(columns, style=style) if style else RowModel(columns)
        self.view = _View(self.model)
        self.view.setAccessibleName(name)
        self.foot = _Foot(self.view)
        self.foot.setVisible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(self.foot)
        self.setFocusProxy(self.view)
        self._menu: Callable[[object], Sequence[Act]] | None = None
        self._widest: list[str] = [""] * len(self.model.columns)
        self.view.opened.connect(self.opened)
        self.view.resized.connect(self._spread)
        self.view.menu_wanted.connect(self._open_menu)
        self.view.selectionModel().currentRowChanged.connect(lambda now, _before: self._choose(now))
        self._measure()
        theme.follow(self._measure)
        if grows:
            self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed if grows else QSizePolicy.Policy.Expanding)

    def show_rows(self, rows: Sequence[object], totals: Mapping[str, object] | None = None, *, keep: bool = True) -> None:
        """Replace the rows. Totals go by column key (words or figures). With `keep` an equal row stays chosen and the place is kept."""
        before = self.current() if keep else None
        place = self.view.verticalScrollBar().value() if keep else 0
        self.model.show_rows(rows)
        self._widest = [self._widest_of(number) for number in range(len(self.model.columns))]
        self.foot.cells = totals or {}
        self.foot.setVisible(bool(totals))
        self._measure()
        if before is not None and before in rows:
            self.select(before)
        self.view.verticalScrollBar().setValue(place)

    def current(self) -> object | None:
        """The chosen row, None without one."""
        at = self.view.currentIndex().row()
        return self.model.rows[at] if 0 <= at < len(self.model.rows) else None

    def select(self, row: object) -> bool:
        """Choose an equal row and scroll to it; False if there is none."""
        for number, other in enumerate(self.model.rows):
            if other == row:
                self.select_at(number)
                return True
        return False

    def select_at(self, number: int) -> None:
        """Choose the row at `number`, from 0; -1 is the last."""
        at = range(len(self.model.rows))[number]
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.view.selectionModel().setCurrentIndex(self.model.index(at, 0), flags)
        self.view.scrollTo(self.model.index(at, 0))

    def scroll_to_end(self) -> None:
        """Show the last row, as a book opens at today."""
        self.view.scrollToBottom()

    def set_menu(self, acts: Callable[[object], Sequence[Act]]) -> None:
        """What can be done with a row, asked when the list opens."""
        self._menu = acts

    def sizeHint(self) -> QSize:
        """All rows where the table grows with them; else head, four rows and totals, and what the page has to give."""
        rows = len(self.model.rows) if self._grows else 4
        foot = self.foot.height() if not self.foot.isHidden() else 0
        across = self.view.horizontalScrollBar()
        bar = across.sizeHint().height() if across.maximum() > 0 else 0
        return QSize(theme.current().w(420), self._head() + rows * self._height() + foot + bar + 2)

    def minimumSizeHint(self) -> QSize:
        """The same height; columns shrink, then scroll inside."""
        return QSize(120, self.sizeHint().height())

    def _head(self) -> int:
        now = theme.current()
        lines = 1
        for number in range(len(self.model.columns)):
            room = self.view.columnWidth(number) - 2 * _PAD
            lines = max(
                lines,
                2
                if " " in self.model.title(number)
                and now.metrics("caption", bold=True).horizontalAdvance(self.model.title(number)) > room
                else 1,
            )
        return now.h(34, "caption", 17) + (lines - 1) * now.metrics("caption").height()

    def _height(self) -> int:
        return theme.current().h(self._row, "body", 12)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self.model.rows[index.row()] if index.isValid() else None)

    def _open_menu(self, row: object, at: QPoint) -> None:
        acts = self._menu(row) if self._menu else ()
        if not acts:
            return
        menu = QMenu(self)
        menu.setAccessibleName(_("What can be done with the chosen line"))
        for words, act, icon in acts:
            action = menu.addAction(words.replace("&", "&&"))
            if icon:
                action.setIcon(icons.icon(icon, theme.current().c.ink, round(20 * theme.current().text)))
            action.triggered.connect(lambda _checked=False, do=act: do())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _widest_of(self, number: int) -> str:
        """The longest figure of a money column: its largest or its smallest."""
        spec = self.model.columns[number]
        if not spec.money:
            return ""
        values = [value for value in self.model.values(number) if isinstance(value, int)]
        return max((write(spec, max(values)), write(spec, min(values))), key=len) if values else ""

    def _measure(self) -> None:
        self.view.verticalHeader().setDefaultSectionSize(self._height())
        self.foot.setFixedHeight(theme.current().h(38, "body", 16))
        self._spread()
        self.updateGeometry()

    def _spread(self) -> None:
        room = self.view.viewport().width()
        stretch = self._stretching()
        fixed, role = self._widths("body")
        if stretch is not None and sum(fixed) + theme.current().w(_LEAST_STRETCH) > room:
            fixed, role = self._widths("caption")
        self.view.font_role = role
        for number, width in enumerate(fixed):
            if number == stretch:
                width = max(theme.current().w(_LEAST_STRETCH * 2 // 3), room - sum(fixed))
            self.view.setColumnWidth(number, width)
        self.view.horizontalHeader().setFixedHeight(self._head())
        self.foot.update()

    def _widths(self, role: str) -> tuple[list[int], str]:
        now = theme.current()
        share = now.px(role) / now.px("body")
        stretch = self._stretching()
        widths = []
        for number, spec in enumerate(self.model.columns):
            if number == stretch:
                widths.append(0)
                continue
            total = self.foot.cells.get(spec.key)
            words = [self._widest[number]]
            if spec.money and isinstance(total, int):
                words.append(figure(total))
            widest = max(now.metrics(role, bold=spec.bold or spec.money).horizontalAdvance(text) for text in words)
            head = max(
                (now.metrics("caption", bold=True).horizontalAdvance(word) for word in self.model.title(number).split()),
                default=0,
            )
            widths.append(
                max(round(now.w(spec.least or 120) * share), widest + 2 * _PAD + 2 if widest else 0, head + 2 * _PAD + 2)
            )
        return widths, role

    def _stretching(self) -> int | None:
        columns = self.model.columns
        wished = [number for number, spec in enumerate(columns) if spec.stretch]
        texts = [number for number, spec in enumerate(columns) if spec.kind == "text" and not spec.width]
        return (wished or texts or [None])[0]  # type: ignore[list-item]
