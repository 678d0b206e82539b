"""A small table inside a form: each row one object, its cells ordinary fields. The last row is always empty and waits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from kubebuku.books import spec
from kubebuku.books.spec import FieldKind
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.text import Particular, Sentence
from kubebuku.i18n import _, say
from kubebuku.ui import theme
from kubebuku.ui.tokens import SP
from kubebuku.ui.widgets import AmountField, Button, ChoiceField, FieldBox, Label, SignButton, TextField, column

#: Makes the widget of a cell: `form_fields.make_entry` without its label.
CellMaker = Callable[[spec.Field], Any]
_WIDTHS = {FieldKind.QUANTITY: 2, FieldKind.NUMBER: 2, FieldKind.AMOUNT: 4, FieldKind.DATE: 4, FieldKind.MONTH: 4}
_AMOUNT = 132  # px at 100 % of an amount's cell
_CELL = 128  # effective px a cell needs for its cells to stand side by side
_REMOVE = 48  # px of the button at a row's end, its gap included
_CHOICE = 110  # px at 100 % to which a choice may shrink in a row


class CellAmount(AmountField):
    """An amount in a table: no words beneath it, and room for ordinary figures only; longer ones move under the cursor."""

    def __init__(self, label: str, *, name: str, optional: bool) -> None:
        super().__init__(label, name=name, big=False, optional=optional)
        self._narrow()
        theme.follow(self._narrow)

    def _narrow(self) -> None:
        self.line.setMinimumWidth(theme.current().w(_AMOUNT))

    def _speak(self) -> None:
        self.words.hide()


class LinesField(FieldBox):
    """`value()` is a tuple of the field's line type; rows of which nothing is written are left out.

    Enter goes to the next cell, in the last cell to the next row, and from an empty row out of the table. In a narrow or
    large-text window the cells of a row stand beneath each other, each with its column's name.
    """

    def __init__(self, field: spec.Field, label: str, hint: str, make_cell: CellMaker) -> None:
        self.sheet = QWidget()
        super().__init__(label, self.sheet, name=field.name, hint=hint)
        self._field = field
        self._make_cell = make_cell
        self._rows: list[list[Any]] = []
        self._stacked: bool | None = None
        self._filling = False
        stack = column(inside=self.sheet)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SP["s"])
        self._grid.setVerticalSpacing(SP["xs"])
        stack.addLayout(self._grid)
        self.more = Button(_("One more line"), "tambah", self._one_more)
        stack.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_row()
        self.start()
        theme.follow(self._arrange)

    # rows

    def add_row(self, values: object = None) -> list[Any]:
        """Append a row, filled from an object of the line type if one is given."""
        cells = [self._make_cell(column) for column in self._field.columns]
        for cell in cells:
            cell.widget.setParent(self.sheet)
            if values is not None:
                cell.put(getattr(values, cell.spec.name, None))
                if isinstance(cell.widget, FieldBox):
                    cell.widget.start()
            cell.changed(self._edited)
            entry = cell.widget.focus_target() if isinstance(cell.widget, FieldBox) else cell.widget
            entry.installEventFilter(self)
        remove = SignButton(_("Remove this line"), "kurang")
        remove.setParent(self.sheet)
        self._rows.append([*cells, remove])
        row = self._rows[-1]
        remove.clicked.connect(lambda: self._remove(row))
        self._stacked = None
        if not self._filling:
            self._arrange()
            self._follow()
        return cells

    def _one_more(self) -> None:
        cells = self.add_row()
        cells[0].widget.setFocus(Qt.FocusReason.TabFocusReason)

    def _remove(self, row: list[Any]) -> None:
        if row in self._rows:
            self._rows.remove(row)
            for piece in row:
                widget = piece if isinstance(piece, QWidget) else piece.widget
                widget.hide()
                widget.deleteLater()
            if not self._rows:
                self.add_row()
            self._stacked = None
            self._arrange()
            self._follow()
            self._edited()

    def _edited(self, _value: object = None) -> None:
        self.clear_refusal()
        self.changed.emit(None)

    # values

    def _empty(self, row: Sequence[Any]) -> bool:
        """Whether nothing was written in it: choices, days and ticks that came with the row do not count."""
        return not any(_written(cell.widget) for cell in row[:-1])

    def content(self) -> tuple[tuple[object, ...], ...]:
        """Everything written."""
        return tuple(
            tuple(cell.widget.content() if isinstance(cell.widget, FieldBox) else cell.widget.isChecked() for cell in row[:-1])
            for row in self._rows
            if not self._empty(row)
        )

    def value(self) -> tuple[Any, ...]:
        """One object a row; raises the first refusal, which is said at its cell."""
        made = []
        for row in self._rows:
            if self._empty(row):
                continue
            values = {}
            for cell in row[:-1]:
                try:
                    found = cell.read()
                except RuleBroken as refusal:
                    refusal.__dict__["cell"] = cell.widget
                    raise
                if found is not None:
                    values[cell.spec.name] = found
            if self._field.line is None:
                raise TypeError("a field of lines names its line type")
            made.append(self._field.line(**values))
        return tuple(made)

    def set_value(self, value: object) -> None:
        """Show these rows, and an empty one after them."""
        for row in list(self._rows):
            for piece in row:
                widget = piece if isinstance(piece, QWidget) else piece.widget
                widget.hide()
                widget.deleteLater()
        self._rows = []
        self._filling = True  # laid out once, not for every row
        for one in value if isinstance(value, tuple | list) else ():
            self.add_row(one)
        self._filling = False
        self.add_row()

    def show_refusal(self, refusal: RuleBroken, acts: Sequence[Any] = ()) -> None:
        """At the cell it speaks of, else under the table."""
        cell = getattr(refusal, "cell", None)
        if isinstance(cell, FieldBox):
            cell.show_refusal(refusal, acts)
            return
        super().show_refusal(refusal, acts)

    def clear_refusal(self) -> None:
        """Also at every cell."""
        super().clear_refusal()
        for row in getattr(self, "_rows", []):
            for cell in row[:-1]:
                if isinstance(cell.widget, FieldBox):
                    cell.widget.clear_refusal()

    def _follow(self) -> None:
        """The keyboard comes in at the first cell."""
        first = self._rows[0][0].widget
        self.sheet.setFocusProxy(first.focus_target() if isinstance(first, FieldBox) else first)

    # shape

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cells beside or beneath each other."""
        super().resizeEvent(event)
        self._arrange()

    def _narrow(self) -> None:
        """Choices give way before the button at the row's end is cut."""
        for row in self._rows:
            for cell in row[:-1]:
                if isinstance(cell.widget, ChoiceField):
                    cell.widget.focus_target().setMinimumWidth(theme.current().w(_CHOICE))

    def _arrange(self) -> None:
        self._narrow()
        stacked = (self.width() - _REMOVE) / theme.current().text < _CELL * len(self._field.columns)
        if stacked == self._stacked:
            return
        self._stacked = stacked
        while (item := self._grid.itemAt(0)) is not None:
            widget: QWidget | None = item.widget()
            if widget is None:
                self._grid.removeItem(item)
            else:
                self._grid.removeWidget(widget)
                if isinstance(widget, Label):
                    widget.deleteLater()
        line = 0
        if not stacked:
            for number, column in enumerate(self._field.columns):
                self._grid.addWidget(Label(_words(column.label), "caption"), 0, number, Qt.AlignmentFlag.AlignBottom)
                self._grid.setColumnStretch(number, _WIDTHS.get(column.kind, 6))
            line = 1
        for row in self._rows:
            for number, piece in enumerate(row):
                widget = piece if isinstance(piece, QWidget) else piece.widget
                if isinstance(widget, FieldBox):
                    widget.label.setVisible(stacked)
                if stacked:
                    self._grid.addWidget(widget, line, 0)
                    line += 1
                else:
                    self._grid.addWidget(widget, line, number, Qt.AlignmentFlag.AlignTop)
                widget.setVisible(True)
            line += 0 if stacked else 1
        self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter: next cell, next row, or out of the table from an empty row."""
        if is_enter(event):
            order = [(row, cell) for row in self._rows for cell in row[:-1]]
            targets = [cell.widget.focus_target() if isinstance(cell.widget, FieldBox) else cell.widget for _row, cell in order]
            if watched in targets:
                at = targets.index(watched)
                if self._empty(order[at][0]) and order[at][0] is self._rows[-1]:
                    go_on = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
                    QCoreApplication.sendEvent(self.sheet, go_on)
                elif at + 1 < len(targets):
                    targets[at + 1].setFocus(Qt.FocusReason.TabFocusReason)
                else:
                    self._one_more()
                return True
        return super().eventFilter(watched, event)


def _written(widget: QWidget) -> bool:
    if isinstance(widget, AmountField | TextField):
        return bool(str(widget.content()).strip())
    return isinstance(widget, FieldBox) and widget.typed()


def is_enter(event: QEvent) -> bool:
    """Whether Enter was pressed, without Ctrl (which saves the form)."""
    return (
        isinstance(event, QKeyEvent)
        and event.type() == QEvent.Type.KeyPress
        and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
    )


def _words(text: str | Particular | None) -> str:
    return "" if text is None else say(Sentence(text))
