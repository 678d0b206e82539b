"""A form: fields in one or two columns, the main button under the last of them, Enter from field to field."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QWidget

from kubebuku.domain.errors import RuleBroken
from kubebuku.i18n import _
from kubebuku.ui import theme
from kubebuku.ui.tokens import SP
from kubebuku.ui.widgets.acts import Act
from kubebuku.ui.widgets.buttons import Button, MainButton
from kubebuku.ui.widgets.cards import Card, MessageStrip
from kubebuku.ui.widgets.fields import FieldBox, Steps
from kubebuku.ui.widgets.flow import FlowRow, row
from kubebuku.ui.widgets.labels import Label, Rule
from kubebuku.ui.widgets.ticks import CheckBox

_ONE_COLUMN = 420  # effective width under which two fields no longer stand side by side

Field = FieldBox | CheckBox


class Form(Card):
    """One question on a card.

    ``add_field(field, half=True)`` pairs it with the next half field. `submitted` comes from the main button and Ctrl+Enter
    (and Enter in the last field); `cancelled` from *Batal* and Esc, after asking if something was typed.
    """

    submitted = Signal()
    cancelled = Signal()

    def __init__(
        self, title: str = "", *, main: str | None = None, icon: str | None = "simpan", cancel: str | None = None
    ) -> None:
        super().__init__(title, gap=SP["m"])
        self.fields: list[Field] = []
        self._halves: list[bool] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SP["l"])
        self._grid.setVerticalSpacing(SP["m"])
        self._shape: tuple[bool, tuple[bool, ...]] | None = None
        self.strip = MessageStrip(below=True)
        self.main = MainButton(main or _("Save"), icon, self.submit, big=True)
        self.cancel = Button(cancel or _("Cancel"), None, self.give_up)
        self.key_hint = Label(_("Ctrl+Enter: save"), "caption", wrap=False)
        self.foot = FlowRow(self.main, self.cancel)
        self.add(self._grid, self.strip, Rule())
        line = row(self.foot, self.key_hint, gap=SP["m"])
        line.setStretch(0, 1)
        self.add(line)
        self._steps = Steps(self, self._order, lambda: self.main.setFocus(Qt.FocusReason.TabFocusReason), self.submit)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WindowShortcut).activated.connect(self.submit)
        back = QShortcut(QKeySequence("Esc"), self, context=Qt.ShortcutContext.WindowShortcut)
        back.activated.connect(self.give_up)

    def add_field(self, field: Field, *, half: bool = False) -> None:
        """Append a field; two `half` ones in a row stand side by side where there is room."""
        self.fields.append(field)
        self._halves.append(half)
        self._steps.watch(field.focus_target() if isinstance(field, FieldBox) else field)
        if field.parentWidget() is None:
            field.setParent(self)  # shown later without a parent it would be a window of its own
        self._shape = None
        if self.isVisible():  # else once for all of them, when the form is shown
            self._arrange()

    def rearrange(self) -> None:
        """Fields came or went: the others close up."""
        self._arrange()

    def values(self) -> dict[str, object] | None:
        """Every field's value by name; None after showing the first refusal at its field. Hidden fields are left out."""
        self.clear_refusals()
        found: dict[str, object] = {}
        for field in self.fields:
            if field.isVisibleTo(self):
                try:
                    found[field.name] = field.value()
                except RuleBroken as refusal:
                    self.show_refusal(refusal, at=field)
                    return None
        return found

    def show_refusal(self, refusal: RuleBroken, acts: Sequence[Act] = (), *, at: Field | None = None) -> None:
        """Say it at the field that `refusal.field` names (or `at`), else above the buttons; the focus goes there."""
        field = at or next((field for field in self.fields if field.name and field.name == refusal.field), None)
        if isinstance(field, FieldBox) and field.isVisibleTo(self):
            field.show_refusal(refusal, acts)
            return
        self.strip.show_refusal(refusal, acts)
        self.main.setFocus(Qt.FocusReason.OtherFocusReason)

    def warn(self, title: str, text: str = "", acts: Sequence[Act] = ()) -> None:
        """Something to look at before going on (a likely double entry), above the buttons."""
        self.strip.show_message("warn", title, text, acts)

    def clear_refusals(self) -> None:
        """All error boxes and the strip go."""
        self.strip.clear()
        for field in self.fields:
            if isinstance(field, FieldBox):
                field.clear_refusal()

    def typed(self) -> bool:
        """Whether something was written since `start()`."""
        return any(field.typed() for field in self.fields if isinstance(field, FieldBox))

    def start(self) -> None:
        """Take the present contents as the beginning and forget refusals."""
        self.clear_refusals()
        for field in self.fields:
            if isinstance(field, FieldBox):
                field.start()

    def submit(self) -> None:
        """As if the main button had been pressed."""
        self.submitted.emit()

    def give_up(self) -> None:
        """Leave; asks when something was typed."""
        if self.may_leave():
            self.cancelled.emit()

    def may_leave(self) -> bool:
        """Whether nothing was typed, or the person agrees to lose it."""
        from kubebuku.ui import messages  # the door's dialogs are made of these pieces

        return not self.typed() or messages.lose_unsaved()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns become one in a narrow card."""
        super().resizeEvent(event)
        self._arrange()

    def _order(self) -> list[QWidget]:
        return [
            field.focus_target() if isinstance(field, FieldBox) else field for field in self.fields if field.isVisibleTo(self)
        ]

    def _arrange(self) -> None:
        single = self.width() / theme.current().text < _ONE_COLUMN
        self.key_hint.setVisible(self.window().width() > 0 and theme.current().text < 1.5)
        gone = tuple(_gone(field) for field in self.fields)
        if (single, gone) == self._shape:
            return
        self._shape = single, gone
        for field in self.fields:
            self._grid.removeWidget(field)
        line, left = 0, False
        shown = [(field, half) for field, half, away in zip(self.fields, self._halves, gone, strict=True) if not away]
        for field, half in shown:
            if half and not single:
                self._grid.addWidget(field, line, int(left), Qt.AlignmentFlag.AlignTop)
                line += left
                left = not left
            else:
                line += left
                left = False
                self._grid.addWidget(field, line, 0, 1, 2)
                line += 1
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        for before, after in pairwise(self._tab_stops()):
            QWidget.setTabOrder(before, after)

    def _tab_stops(self) -> list[QWidget]:
        """Everything the Tab key stops at, in reading order: a field may be a row of buttons or a small table."""
        inside = [piece for field in self.fields for piece in (field, *field.findChildren(QWidget))]
        stops = [
            piece
            for piece in inside
            if piece.focusPolicy() & Qt.FocusPolicy.TabFocus and piece.focusProxy() is None and piece.window() is self.window()
        ]
        return [*stops, self.main, self.cancel]


def _gone(field: Field) -> bool:
    """Whether it was hidden on purpose: what was never shown yet keeps its place."""
    return field.isHidden() and field.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
