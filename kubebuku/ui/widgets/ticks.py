"""The tick box, drawn with our own tick."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from kubebuku.ui import icons, theme
from kubebuku.ui.tokens import RADIUS, SP, TARGET


class CheckBox(QAbstractButton):
    """A tick box with words that wrap (and an icon if wanted); the whole line is pressed."""

    def __init__(self, words: str, icon: str | None = None, *, checked: bool = False, name: str = "") -> None:
        super().__init__()
        self.name = name
        self.words = words
        self._icon_name = icon
        self.setText(words)
        self.setCheckable(True)
        self.setChecked(checked)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.follow(self.updateGeometry)

    def value(self) -> bool:
        """Whether it is ticked."""
        return self.isChecked()

    def set_value(self, on: object) -> None:
        """Tick it or not."""
        self.setChecked(bool(on))

    def _before(self) -> int:
        icon = round(20 * theme.current().text) + SP["s"] if self._icon_name else 0
        return self._side() + SP["m"] + icon + 4

    def _side(self) -> int:
        return round(24 * max(1.0, theme.current().text * 0.85))

    def sizeHint(self) -> QSize:
        """Box and words on one line."""
        metrics: QFontMetrics = theme.current().metrics()
        return QSize(self._before() + metrics.horizontalAdvance(self.words) + 6, theme.current().h(TARGET))

    def minimumSizeHint(self) -> QSize:
        """Box and the longest word."""
        metrics = theme.current().metrics()
        longest = max((metrics.horizontalAdvance(word) for word in self.words.split()), default=0)
        return QSize(self._before() + longest + 6, theme.current().h(TARGET))

    def hasHeightForWidth(self) -> bool:
        """Its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at `width`."""
        now = theme.current()
        return max(now.h(TARGET), _wrapped(self.words, max(1, width - self._before() - 4), now.text) + 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw box, tick, icon, words and the focus ring around all of it."""
        now, side = theme.current(), self._side()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().toRectF()
        box.setRect(3, (self.height() - side) / 2, side, side)
        on, usable = self.isChecked(), self.isEnabled()
        painter.setPen(QPen(theme.colour("main" if on and usable else "edge"), 2))
        painter.setBrush(theme.colour(("main" if on else "sheet") if usable else "wash"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)
        if on:
            icons.paint(painter, "benar", box.adjusted(3, 3, -3, -3), theme.colour("on_main" if usable else "ink_soft"), 3)
        if self._icon_name:
            size = round(20 * now.text)
            icons.paint(
                painter,
                self._icon_name,
                box.translated(side + SP["m"], (side - size) / 2).adjusted(0, 0, size - side, size - side),
                theme.colour("main"),
            )
        painter.setFont(now.font())
        painter.setPen(theme.colour("ink" if usable else "ink_soft"))
        words = self.rect().adjusted(self._before(), 0, -2, 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap), self.words)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), RADIUS["field"], RADIUS["field"])


@lru_cache(maxsize=256)
def _wrapped(words: str, room: int, _text: float) -> int:
    """The height of `words` wrapped within `room` px at a text scale; a layout asks for the same one again and again."""
    return theme.current().metrics().boundingRect(0, 0, room, 10_000, int(Qt.TextFlag.TextWordWrap), words).height()
