"""Cards that are pressed as a whole: the doors of *Catat*, and the kinds behind them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kubebuku.ui import theme
from kubebuku.ui.tokens import RADIUS, SP, TARGET
from kubebuku.ui.widgets.flow import column, row
from kubebuku.ui.widgets.labels import Icon, KeyBadge, Label


class _CardButton(QAbstractButton):
    """A card that is pressed as a whole."""

    def __init__(self, name: str, press: Callable[[], object] | None) -> None:
        super().__init__()
        self.words = name
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if press is not None:
            self.clicked.connect(lambda: press())  # noqa: PLW0108 (without the tick that the signal carries)

    border = "edge"

    def sizeHint(self) -> QSize:
        """What its words need."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else QSize(TARGET, TARGET)

    def minimumSizeHint(self) -> QSize:
        """What its longest word needs."""
        layout = self.layout()
        return layout.minimumSize() if layout is not None else QSize(TARGET, TARGET)

    def hasHeightForWidth(self) -> bool:
        """Its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at `width`."""
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None and layout.hasHeightForWidth() else self.sizeHint().height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and its line; a thick one in the focus colour when focused."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused, checked = self.hasFocus(), self.isChecked()
        width = 3 if focused else 2 if checked else 1
        painter.setPen(QPen(theme.colour("focus" if focused else "main" if checked else self.border), width))
        ground = "line" if self.isDown() else "main_soft" if checked else "wash" if self.underMouse() else "sheet"
        painter.setBrush(theme.colour(ground))
        inset = width / 2
        painter.drawRoundedRect(self.rect().toRectF().adjusted(inset, inset, -inset, -inset), RADIUS["card"], RADIUS["card"])

    def event(self, event: QEvent) -> bool:
        """Repaint when the pointer comes and goes."""
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)


class DoorCard(_CardButton):
    """One of the three doors of *Catat*: round icon, large words, examples, its key. Tones: inn, out, info."""

    def __init__(
        self, icon: str, words: str, text: str, tone: str, key: str = "", press: Callable[[], object] | None = None
    ) -> None:
        super().__init__(words, press)
        self.setAccessibleDescription(text)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 18, 18)
        column.setSpacing(SP["m"])
        head = row(Icon(icon, 34, tone, ring=True), gap=SP["l"])
        head.addWidget(Label(words, "money", "ink", wrap=True), 1)
        if key:
            head.addWidget(KeyBadge(key), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(Label(text, "soft"))
        column.addStretch(1)
        _let_through(self)


class KindCard(_CardButton):
    """One kind of event, or one way on: icon, bold words, a caption, a chevron."""

    border = "line"

    def __init__(
        self, icon: str, words: str, text: str = "", tone: str = "main", press: Callable[[], object] | None = None
    ) -> None:
        super().__init__(words, press)
        self.setAccessibleDescription(text)
        line = QHBoxLayout(self)
        line.setContentsMargins(SP["l"], 9, SP["m"], 9)
        line.setSpacing(14)
        line.addWidget(Icon(icon, 26, tone))
        stack = column(1, Label(words, "strong"), gap=2)
        if text:
            stack.addWidget(Label(text, "caption"))
        stack.addStretch(1)
        line.addLayout(stack, 1)
        line.addWidget(Icon("kanan", 16, "ink_soft"))
        _let_through(self)


def _let_through(card: QWidget) -> None:
    for child in card.findChildren(QWidget):
        child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
