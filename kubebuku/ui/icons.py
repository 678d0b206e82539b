"""The program's own line icons, drawn from the packaged SVG files without QtSvg.

The files keep to a 24 x 24 grid and to ``M L H V C Z``, rect and circle, so that a small reader suffices here and on paper.
"""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPainterPath, QPen, QPixmap

from kubebuku import resources

_GRID = 24.0
_SHAPE = re.compile(r"<(path|rect|circle)\s+([^>]*?)/?>")
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')
_STEP = re.compile(r"[MLHVCZ]|-?\d*\.?\d+")


@cache
def outline(name: str) -> QPainterPath:
    """The icon's lines on the 24 x 24 grid; raises FileNotFoundError for an unknown name."""
    whole = QPainterPath()
    for shape, text in _SHAPE.findall(resources.read_text("icons", f"{name}.svg")):
        values = dict(_ATTRIBUTE.findall(text))
        if shape == "path":
            _trace(whole, values["d"])
        elif shape == "rect":
            x, y, width, height = (float(values[key]) for key in ("x", "y", "width", "height"))
            radius = float(values.get("rx", 0))
            whole.addRoundedRect(QRectF(x, y, width, height), radius, radius)
        else:
            x, y, radius = (float(values[key]) for key in ("cx", "cy", "r"))
            whole.addEllipse(QRectF(x - radius, y - radius, 2 * radius, 2 * radius))
    return whole


def _trace(path: QPainterPath, steps: str) -> None:
    tokens = _STEP.findall(steps)
    at = 0
    command = ""
    while at < len(tokens):
        if tokens[at].isalpha():
            command = tokens[at]
            at += 1
        if command == "Z":
            path.closeSubpath()
            continue
        count = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6}[command]
        numbers = [float(token) for token in tokens[at : at + count]]
        at += count
        here = path.currentPosition()
        if command == "M":
            path.moveTo(*numbers)
        elif command == "L":
            path.lineTo(*numbers)
        elif command == "H":
            path.lineTo(numbers[0], here.y())
        elif command == "V":
            path.lineTo(here.x(), numbers[0])
        else:
            path.cubicTo(*numbers)


def paint(painter: QPainter, name: str, box: QRectF, colour: QColor, stroke: float | None = None) -> None:
    """Draw the icon into the square `box`; lines are thinner (1.4 of 24) above 48 px."""
    size = min(box.width(), box.height())
    pen = QPen(colour, stroke or (1.4 if size > 48 else 1.75))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.x() + (box.width() - size) / 2, box.y() + (box.height() - size) / 2)
    painter.scale(size / _GRID, size / _GRID)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(outline(name))
    painter.restore()


@cache
def _pixmap(name: str, colour: str, size: int, gap: int, ratio: float) -> QPixmap:
    drawn = QPixmap(round((size + gap) * ratio), round(size * ratio))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    paint(painter, name, QRectF(0, 0, size, size), QColor(colour))
    painter.end()
    return drawn


def pixmap(name: str, colour: str, size: int, gap: int = 0) -> QPixmap:
    """A picture of the icon at the screen's pixel ratio, with `gap` px of air to its right; `colour` is a token's value."""
    app = QGuiApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    return _pixmap(name, colour, size, gap, ratio)


def icon(name: str, colour: str, size: int, gap: int = 0) -> QIcon:
    """The icon for a button or an action."""
    return QIcon(pixmap(name, colour, size, gap))
