"""The amount: the largest thing on the sheet. Dots come while typing, the words below say what was understood."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent

from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import figure, read_amount, terbilang
from kubebuku.ui import theme
from kubebuku.ui.tokens import SP
from kubebuku.ui.widgets.acts import Act
from kubebuku.ui.widgets.fields import FieldBox, LineEdit
from kubebuku.ui.widgets.labels import Label

_GROUPED = re.compile(r"[0-9]{1,3}(\.[0-9]{3})*")
_LONGEST_GROUPED = 40  # digits that are still grouped, far beyond what is refused with its count


def grouped(text: str, cursor: int) -> tuple[str, int]:
    """Digits in groups of three, and where the cursor then stands: as many digits to its right as before."""
    digits = text.replace(".", "")
    after = len(text[cursor:].replace(".", ""))
    first = len(digits) % 3 or 3
    parts = [digits[:first], *(digits[at : at + 3] for at in range(first, len(digits), 3))]
    made = ".".join(part for part in parts if part)
    at = len(made)
    while after:
        at -= 1
        after -= made[at] != "."
    return made, at


class AmountLine(LineEdit):
    """The entry itself. It adds dots to plain digits only; a text with a dot or sign of one's own is left alone."""

    def __init__(self, *, big: bool) -> None:
        super().__init__()
        self._own_dots = True
        self._last = ""
        self._big = big
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setMaxLength(60)
        if big:
            self.setProperty("t", "amount")
        self._room()
        self.textEdited.connect(self._group)

    def _room(self) -> None:
        if not hasattr(self, "_big"):
            return
        now = theme.current()
        metrics = now.metrics("total" if self._big else "body", bold=self._big)
        self.setTextMargins(metrics.horizontalAdvance("Rp") + SP["s"], 0, 0, 0)

    def minimumSizeHint(self) -> QSize:
        """Room for Rp and twelve digits, so that the figure is never cut."""
        now = theme.current()
        digits = now.metrics("amount" if self._big else "body", bold=self._big).horizontalAdvance(
            "999.999.999.999" if not self._big else "99.999.999"
        )
        rp = now.metrics("total" if self._big else "body", bold=self._big).horizontalAdvance("Rp")
        return QSize(digits + rp + 2 * SP["l"] + SP["s"], super().minimumSizeHint().height())

    def put(self, text: str) -> None:
        """Set the text as one that the field itself has written."""
        self.setText(text)
        self._last, self._own_dots = text, True

    def _group(self, text: str) -> None:
        dotted_by_hand = text.count(".") > self._last.count(".")
        plain = bool(text) and all(sign in "0123456789." for sign in text)
        if not text:
            self._own_dots = True
        elif dotted_by_hand or not plain:
            self._own_dots = plain and _GROUPED.fullmatch(text) is not None
        elif self._own_dots and len(text.replace(".", "")) <= _LONGEST_GROUPED:
            made, at = grouped(text, self.cursorPosition())
            if made != text:
                self.setText(made)
                self.setCursorPosition(at)
        elif _GROUPED.fullmatch(text):
            self._own_dots = True
        self._last = self.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Backspace and Delete step over a dot of ours and take the digit behind it."""
        if self._own_dots and not self.hasSelectedText() and not event.modifiers():
            text, at = self.text(), self.cursorPosition()
            if event.key() == Qt.Key.Key_Backspace and at and text[at - 1] == ".":
                self.setCursorPosition(at - 1)
            elif event.key() == Qt.Key.Key_Delete and text[at : at + 1] == ".":
                self.setCursorPosition(at + 1)
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come in at the end of the figure."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.selectAll()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, then Rp at its left."""
        super().paintEvent(event)
        now = theme.current()
        painter = QPainter(self)
        painter.setFont(now.font("total" if self._big else "body", bold=self._big))
        painter.setPen(theme.colour("ink_soft"))
        painter.drawText(
            self.rect().adjusted(SP["l"], 0, 0, 0), int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), "Rp"
        )


class AmountField(FieldBox):
    """Asks for an amount. `changed` carries a `Rupiah`, or None while nothing can be read; never a 32 bit number.

    `big=False` is the ordinary height, for amounts that are not the page's question. `optional=True` lets `value()` be None.
    """

    def __init__(
        self, label: str, *, name: str = "amount", hint: str = "", big: bool = True, optional: bool = False, accessible: str = ""
    ) -> None:
        self.line = AmountLine(big=big)
        super().__init__(label, self.line, name=name, hint=hint, accessible=accessible)
        self.optional = optional
        self.words = Label("", "terbilang" if big else "caption")
        self.column.insertWidget(2, self.words)
        self.line.textEdited.connect(self._edited)
        self.line.editingFinished.connect(self._tidy)
        self.start()
        self._speak()

    def content(self) -> object:
        """The text as it stands."""
        return self.line.text()

    def value(self) -> Rupiah | None:
        """The amount; raises RuleBroken (with `field` set to the name of this field). None only if empty and optional."""
        text = self.line.text()
        if self.optional and not text.strip():
            return None
        try:
            return read_amount(text)
        except RuleBroken as refusal:
            refusal.field = self.name or refusal.field
            raise

    def peek(self) -> Rupiah | None:
        """The amount where one can be read, else None."""
        try:
            return self.value()
        except RuleBroken:
            return None

    def set_value(self, value: object) -> None:
        """Put an amount in; None empties the field."""
        if value is not None and not isinstance(value, int):
            raise TypeError(f"an amount is a whole number, not {type(value).__name__}")
        self.clear_refusal()
        self.line.put("" if value is None else figure(value))
        self._speak()

    def _edited(self) -> None:
        self.clear_refusal()
        self._speak()
        self.changed.emit(self.peek())

    def _speak(self) -> None:
        amount = self.peek()
        self.words.setText("" if amount is None else terbilang(int(amount)))
        room_kept = self.words.property("t") == "terbilang" and not self.refused()
        self.words.setVisible(amount is not None or room_kept)

    def show_error(self, title: str, text: str = "", acts: Sequence[Act] = (), *, doubtful: bool = False) -> None:
        """Also take away the empty line of the words."""
        super().show_error(title, text, acts, doubtful=doubtful)
        self._speak()

    def _tidy(self) -> None:
        amount = self.peek()
        if amount is not None and self.line.text() != figure(amount):
            self.line.put(figure(amount))
