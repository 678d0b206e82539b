"""Words, lines, icons and chips: the smallest pieces."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QToolTip, QWidget

from kubebuku.ui import icons, theme

Role = Literal["caption", "body", "soft", "strong", "lead", "h2", "h1", "money", "total", "terbilang", "rp"]
Tone = Literal["inn", "out", "bad", "warn", "info", "main", "soft", "ink"]
ChipKind = Literal["inn", "warn", "out", "bad", "info", "soft"]

_FIGURES = ("money", "total", "rp")
_CHIP_ICON: dict[ChipKind, str] = {"inn": "benar", "warn": "awas", "out": "awas", "bad": "salah", "info": "info", "soft": "jam"}


class Label(QLabel):
    """Plain text in one of the text roles.

    Words wrap when there is no room; figures (`money`, `total`, or `wrap=False`) never do. The text is never read as markup.
    """

    def __init__(
        self,
        text: str = "",
        role: Role = "body",
        tone: Tone | None = None,
        *,
        wrap: bool | None = None,
        align: Literal["left", "right", "center"] = "left",
    ) -> None:
        super().__init__()
        self._heights: dict[int, int] = {}  # by width, for these words in this font; margins are set before the first is asked
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("t", role)
        self.setProperty("k", tone)
        self.setWordWrap(role not in _FIGURES if wrap is None else wrap)
        side = {
            "left": Qt.AlignmentFlag.AlignLeft,
            "right": Qt.AlignmentFlag.AlignRight,
            "center": Qt.AlignmentFlag.AlignHCenter,
        }[align]
        self.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(self.wordWrap())
        self.setSizePolicy(policy)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show other words in the same tone."""
        self._heights.clear()
        super().setText(text)

    def changeEvent(self, event: QEvent) -> None:
        """Another font or style: measure anew."""
        self._heights.clear()
        super().changeEvent(event)

    def heightForWidth(self, width: int) -> int:
        """The height of the wrapped words, measured once: columns within columns ask for the same one thousands of times."""
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def say(self, text: str, tone: Tone | None = None) -> None:
        """Show other words, in another tone (None: the role's own)."""
        self.setText(text)
        theme.mark(self, k=tone)

    def sizeHint(self) -> QSize:
        """The width of the text on one line (at most 640 px at 100 %), so that words wrap only where they must."""
        if not self.wordWrap():
            return super().sizeHint()
        self.ensurePolished()
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(line) for line in self.text().split("\n")), default=0) + 2
        width = min(widest, theme.current().w(640))
        return QSize(width, max(metrics.height(), self.heightForWidth(width)))

    def minimumSizeHint(self) -> QSize:
        """The longest word, so that a narrow window wraps instead of growing."""
        if not self.wordWrap():
            hint = super().minimumSizeHint()
            if self.property("t") in _FIGURES:
                hint.setWidth(min(hint.width(), theme.current().metrics("caption", bold=True).horizontalAdvance(self.text()) + 2))
            return hint
        self.ensurePolished()
        metrics = self.fontMetrics()
        longest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0) + 2
        return QSize(min(longest, theme.current().w(220)), metrics.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """A figure without room becomes smaller, down to a caption; it is never cut."""
        shrinks = self.property("t") in _FIGURES and not self.wordWrap()
        if shrinks and self.fontMetrics().horizontalAdvance(self.text()) > self.width():
            now = theme.current()
            role = next(
                (role for role in ("h2", "body") if now.metrics(role, bold=True).horizontalAdvance(self.text()) <= self.width()),
                "caption",
            )
            painter = QPainter(self)
            painter.setFont(now.font(role, bold=True))
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.drawText(self.rect(), self.alignment(), self.text())
            return
        super().paintEvent(event)


class ElidedLabel(Label):
    """A name on one line that may be shortened; the tooltip has it all. Never for money."""

    def __init__(self, text: str = "", role: Role = "body", tone: Tone | None = None) -> None:
        super().__init__(text, role, tone, wrap=False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Three signs and the dots."""
        return QSize(self.fontMetrics().horizontalAdvance("WWW…"), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much as there is room for."""
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), self.alignment(), shown)

    def event(self, event: QEvent) -> bool:
        """Show the whole name while the pointer rests on a shortened one."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            cut = self.fontMetrics().horizontalAdvance(self.text()) > self.width()
            QToolTip.showText(event.globalPos(), self.text() if cut else "", self)
            return True
        return super().event(event)


class Rule(QFrame):
    """A hairline between two parts of a card."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("r", "rule")
        self.setFixedHeight(1)


class Icon(QWidget):
    """An icon beside words (it has no words of its own); grows with the text. `ring` puts it on a soft round ground."""

    def __init__(self, name: str, size: int = 20, tone: str = "main", *, ring: bool = False) -> None:
        super().__init__()
        self._name, self._size, self._tone, self._ring = name, size, tone, ring
        self._fit()
        theme.follow(self._fit)

    def show_icon(self, name: str, tone: str | None = None) -> None:
        """Show another icon, in another token's colour."""
        self._name, self._tone = name, tone or self._tone
        self.update()

    def _fit(self) -> None:
        size = round(self._size * theme.current().text)
        around = round(size * 1.88) if self._ring else size
        self.setFixedSize(around, around)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, then the icon."""
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self._ring:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(f"{self._tone}_soft"))
            painter.drawEllipse(box)
            size = self._size * theme.current().text
            box = QRectF((box.width() - size) / 2, (box.height() - size) / 2, size, size)
        icons.paint(painter, self._name, box, theme.colour(self._tone))


class KeyBadge(QWidget):
    """The key that chooses a door, drawn like a key; the door itself names it to screen readers."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key
        self._fit()
        theme.follow(self._fit)

    def _fit(self) -> None:
        size = round(26 * max(1.0, theme.current().text * 0.9))
        self.setFixedSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the key."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("edge"), 1))
        painter.setBrush(theme.colour("wash"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.current().font("caption", bold=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.key)


@dataclass(frozen=True, slots=True)
class ChipSpec:
    """A state in one word: kind gives colour and icon (`icon` overrides it, "" leaves it out). Also a table value."""

    kind: ChipKind
    text: str
    icon: str | None = None

    @property
    def icon_name(self) -> str:
        """The icon drawn before the word."""
        return _CHIP_ICON[self.kind] if self.icon is None else self.icon


def chip_size(spec: ChipSpec, *, words: bool = True) -> QSize:
    """The room a chip takes; `words=False` is the icon alone, for narrow tables."""
    now = theme.current()
    height = now.h(22, "caption", 5)
    width = 20 + (round(15 * now.text) if spec.icon_name else 0)
    if words and spec.text:
        width += now.metrics("caption", bold=True).horizontalAdvance(spec.text) + (5 if spec.icon_name else 0)
    return QSize(width, height)


def paint_chip(painter: QPainter, spec: ChipSpec, left: float, middle: float, *, words: bool = True) -> None:
    """Draw a chip with its left edge at `left`, centred on the height `middle`."""
    now = theme.current()
    size = chip_size(spec, words=words)
    box = QRectF(left, middle - size.height() / 2, size.width(), size.height()).adjusted(0.5, 0.5, -0.5, -0.5)
    ground, line = chip_colours(spec.kind)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(line, 1))
    painter.setBrush(ground)
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    at = box.left() + 9
    if spec.icon_name:
        side = round(15 * now.text)
        icons.paint(painter, spec.icon_name, QRectF(at, middle - side / 2, side, side), line)
        at += side + 5
    if words:
        font: QFont = now.font("caption", bold=True)
        painter.setFont(font)
        painter.setPen(line)
        metrics: QFontMetrics = now.metrics("caption", bold=True)
        painter.drawText(QPointF(at, middle + (metrics.ascent() - metrics.descent()) / 2), spec.text)
    painter.restore()


def chip_colours(kind: ChipKind) -> tuple[QColor, QColor]:
    """Ground and line (also the word's colour) of a chip."""
    if kind == "soft":
        return theme.colour("wash"), theme.colour("ink_soft")
    return theme.colour(f"{kind}_soft"), theme.colour(kind)


class Chip(QWidget):
    """A chip on a page, outside tables."""

    def __init__(self, kind: ChipKind, text: str, icon: str | None = None) -> None:
        super().__init__()
        self.spec = ChipSpec(kind, text, icon)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        theme.follow(self.updateGeometry)

    def show_chip(self, spec: ChipSpec) -> None:
        """Show another state."""
        self.spec = spec
        self.setAccessibleName(spec.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As much as icon and word need."""
        return chip_size(self.spec)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        paint_chip(QPainter(self), self.spec, 0, self.height() / 2)
