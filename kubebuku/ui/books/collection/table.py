"""The collection sheet as a table in which amounts are typed: Enter to the next line, Tab to the next column, F8 as billed."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QStyleOptionViewItem, QTableView, QVBoxLayout, QWidget

from kubebuku.books.collection.commands import PART_NAMES, Part
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import _, figure, read_amount
from kubebuku.ui import theme
from kubebuku.ui.books.collection.rows import COLUMNS, SheetRow, totals
from kubebuku.ui.widgets import PLAIN, SOFT, BookTable, RowModel
from kubebuku.ui.widgets.amount import AmountLine
from kubebuku.ui.widgets.cells import CellPainter

_ROW = 35  # of a sheet that is filled in by keys
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CellLine(AmountLine):
    """The cell that is written in. Dots come while typing, as in every amount; the column says that it is rupiah."""

    def __init__(self) -> None:
        super().__init__(big=False)

    def _room(self) -> None:
        self.setTextMargins(0, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field alone."""
        QLineEdit.paintEvent(self, event)


class SheetPainter(CellPainter[SheetRow]):
    """Bills that are not paid stand in soft ink, amounts that are in black."""

    def __init__(self, view: QTableView, rows: RowModel[SheetRow]) -> None:
        super().__init__(view, rows)
        self._sheet = rows

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """One cell."""
        row, key = self._sheet.rows[index.row()], self._sheet.columns[index.column()].key
        soft = key in _PARTS and row.grey(_PARTS[key])
        usual = self._sheet.style
        self._sheet.style = lambda _row: SOFT if soft else PLAIN
        try:
            super().paint(painter, option, index)
        finally:
            self._sheet.style = usual


_PARTS = {part.value: part for part in Part}


class CollectionTable(QWidget):
    """``show_lines(rows)``; `changed` after every amount, `refused` where one cannot be read, `ended` after the last line."""

    changed = Signal()
    refused = Signal(object)
    ended = Signal()
    moved = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[SheetRow] = []
        self.editable = False
        self.part = Part.OBLIGATORY
        self.table = BookTable(COLUMNS, name=_("Collection sheet"), row=_ROW)
        view = self.table.view
        painter = SheetPainter(view, self.table.model)
        view.painter_of_cells = painter
        view.setItemDelegate(painter)
        self.cell = CellLine()
        self.cell.setParent(view.viewport())
        self.cell.hide()
        self.cell.installEventFilter(self)
        self.cell.textEdited.connect(self._edited)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.table)
        self._at = -1
        self._loaded = ""
        self._short = False
        self.setFocusProxy(self.cell)
        view.clicked.connect(self._clicked)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.verticalScrollBar().valueChanged.connect(lambda _value: self.place())
        view.horizontalScrollBar().valueChanged.connect(lambda _value: self.place())
        view.horizontalHeader().sectionResized.connect(lambda *_sizes: self.place())
        view.resized.connect(self.place)
        theme.follow(self.place)

    # what is shown

    def show_lines(self, rows: Sequence[SheetRow], *, editable: bool) -> None:
        """Other lines; the same person and column stay under the cell."""
        before = self.current()
        person = before.line.person if before is not None else None
        self.rows, self.editable = list(rows), editable
        self._fit_columns()
        self.table.show_rows(self.rows, totals(self.rows) if self.rows else None, keep=False)
        at = next((at for at, row in enumerate(self.rows) if row.line.person == person), 0)
        self._at = -1
        if self.rows:
            self._go(at, self.part)
        self.place()

    def _fit_columns(self) -> None:
        """Words where there is room for them, letters and signs where there is not; attendance only of a meeting."""
        away = ["presence", "state"] if self._short else ["letter", "mark"]
        if not any(row.line.presence is not None for row in self.rows):
            away += ["presence", "letter"]
        if not any(row.line.paid.joining for row in self.rows):
            away.append("joining")
        self.table.hide_columns(*away)

    def shorten(self, *, short: bool) -> None:
        """Chips by their letter in a narrow window."""
        self._short = short
        self._fit_columns()
        self.place()

    def current(self) -> SheetRow | None:
        """The line under the cell."""
        return self.rows[self._at] if 0 <= self._at < len(self.rows) else None

    def redraw(self) -> None:
        """Sums and the cell after a line was changed from outside."""
        at = self._at
        self.table.foot.cells = totals(self.rows)
        self.table.foot.update()
        self.table.view.viewport().update()
        self._at = -1
        if at >= 0:
            self._go(at, self.part)

    # the cell

    def place(self) -> None:
        """Lay the cell over its place."""
        row = self.current()
        if row is None or not self.editable or not row.line.takes(self.part):
            self.cell.hide()
            return
        view = self.table.view
        box = view.visualRect(self.table.model.index(self._at, self._column(self.part)))
        self.cell.setMinimumSize(1, 1)
        self.cell.setFont(theme.current().font(view.font_role))
        self.cell.setGeometry(box.adjusted(1, 1, -1, -2))
        self.cell.show()

    def _column(self, part: Part) -> int:
        return next(at for at, spec in enumerate(self.table.model.columns) if spec.key == part.value)

    def take_cell(self) -> bool:
        """Take what stands in the cell; False where it cannot be read, with the cell still open."""
        row = self.current()
        if row is None or self.cell.isHidden() or self.cell.text() == self._loaded:
            return True
        try:
            amount = self._read()
        except RuleBroken as refusal:
            theme.mark(self.cell, s="bad")
            self.cell.setFocus()
            self.cell.selectAll()
            self.refused.emit(refusal)
            return False
        row.put(self.part, amount)
        self._loaded = self.cell.text()
        self._changed()
        return True

    def _edited(self, _text: str) -> None:
        """Sums follow while typing, as far as it can be read."""
        theme.mark(self.cell, s=None)
        row = self.current()
        if row is not None:
            with contextlib.suppress(RuleBroken):
                row.put(self.part, self._read())
                self._changed()

    def _read(self) -> Rupiah:
        """What stands in the cell; nil for nothing, nought and a dash. Raises RuleBroken."""
        text = self.cell.text().strip()
        return read_amount(text) if text.strip("0-–. ") else Rupiah(0)

    def typed(self) -> bool:
        """Whether anything is written that is not saved, also in the open cell."""
        return any(row.touched for row in self.rows) or (not self.cell.isHidden() and self.cell.text() != self._loaded)

    def open_at(self, person: int, part: Part) -> None:
        """Put the cell on the line of that person."""
        at = next((at for at, row in enumerate(self.rows) if row.line.person == person), None)
        if at is not None:
            self._go(at, part)
            self.cell.setFocus()
            self.cell.selectAll()

    def _go(self, at: int, part: Part) -> None:
        """Another cell; the one before has been taken. Where nothing is paid in that column, the first that takes something."""
        row = self.rows[at]
        part = part if row.line.takes(part) else next(one for one in Part if row.line.takes(one))
        self._at, self.part = at, part
        self.table.select_at(at)
        self.follow()
        theme.mark(self.cell, s=None)
        amount = row.typed.get(part, Rupiah(0))
        self._loaded = figure(amount) if amount else ""
        self.cell.put(self._loaded)
        bill = row.line.due(part)
        self.cell.setPlaceholderText(figure(bill) if bill else "")
        name = _("{name}, {column}").format(name=row.name, column=_(PART_NAMES[part]))
        self.cell.setAccessibleName(name)
        self.cell.setAccessibleDescription(_("Due: {amount}").format(amount=figure(bill)) if bill else "")
        self.place()
        if self.cell.hasFocus():
            self.cell.selectAll()
        self.moved.emit(row)

    def follow(self) -> None:
        """Scroll to the cell."""
        if self.current() is not None:
            self.table.view.scrollTo(self.table.model.index(self._at, self._column(self.part)))

    def _changed(self) -> None:
        self.table.foot.cells = totals(self.rows)
        self.table.foot.update()
        self.table.view.viewport().update()
        self.changed.emit()

    # moving

    def _clicked(self, index: QModelIndex) -> None:
        if not self.take_cell():
            return
        self._go(index.row(), _PARTS.get(self.table.model.columns[index.column()].key, self.part))
        self.cell.setFocus()
        self.cell.selectAll()

    def pay_as_due(self) -> None:
        """F8: the line pays its bill; on to the next."""
        row = self.current()
        if row is None or not self.editable or not self.take_cell():
            return
        row.pay_as_due()
        self._changed()
        self._down()

    def clear_line(self) -> None:
        """Nothing is paid on this line."""
        row = self.current()
        if row is not None:
            row.typed.clear()
            self.cell.put("")
            self._loaded = ""
            self._changed()
            self._go(self._at, self.part)

    def _down(self, step: int = 1) -> None:
        at = self._at + step
        while 0 <= at < len(self.rows) and not self.rows[at].line.takes(self.part):
            at += step
        if 0 <= at < len(self.rows):
            self._go(at, self.part)
        elif step > 0:
            self._go(self._at, self.part)
            self.ended.emit()

    def _across(self, step: int) -> bool:
        """The next column that takes something, going on with the next line; False beyond the sheet."""
        parts = list(Part)
        at, place = self._at, parts.index(self.part) + step
        while 0 <= at < len(self.rows):
            while 0 <= place < len(parts):
                if self.rows[at].line.takes(parts[place]):
                    self._go(at, parts[place])
                    return True
                place += step
            at += step
            place = 0 if step > 0 else len(parts) - 1
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the sheet."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self.cell:
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        if key in _ENTER or key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            if self.take_cell():
                self._down(-1 if key == Qt.Key.Key_Up else 1)
            return True
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return not self.take_cell() or self._across(1 if key == Qt.Key.Key_Tab else -1)
        if key == Qt.Key.Key_F8:
            self.pay_as_due()
            return True
        return key == Qt.Key.Key_Escape and self.take_back()

    def take_back(self) -> bool:
        """Esc: the open cell as it was before; False where nothing else stands in it."""
        if self.cell.isHidden() or self.cell.text() == self._loaded:
            return False
        self.cell.put(self._loaded)
        self._edited("")
        return True
