"""Lying bars: one per unit, told apart by label and pattern, so that a photocopy says the same."""

from __future__ import annotations

from collections.abc import Callable

from kubebuku.i18n import _, rupiah
from kubebuku.reports.document import BarChart
from kubebuku.reports.render import icons, words
from kubebuku.reports.render.fonts import Faces, fit, one_line
from kubebuku.reports.render.pen import INK, MM, SERIES, SOFT, Hatch, Pen

_PATTERNS: tuple[Hatch, ...] = ("solid", "rising", "falling")
_BAR = 4 * MM


def lay_bars(block: BarChart, width: float, faces: Faces, tight: float) -> tuple[float, Callable[[Pen, float, float], None]]:
    """Height of the chart and what draws it at (x, top)."""
    pitch = 11 * MM * max(tight, 0.8)
    head = 5 * MM if block.title else 0.0
    title, title_size = fit(faces.bold, one_line(block.title), 9, width, least=7)
    most = max([0, *(bar.amount for bar in block.bars)])
    least = min([0, *(bar.amount for bar in block.bars)])
    span = most - least
    zero = width * -least / span if span else 0.0
    height = head + len(block.bars) * pitch + 1 * MM
    labels = []
    for bar in block.bars:
        said = rupiah(bar.amount)
        if bar.amount < 0:
            said = _("{before} {amount}").format(before=words.loss(), amount=rupiah(-bar.amount))
        figure, figure_size = fit(faces.bold, said, 8.5, width * 0.6, least=6)
        room = width - faces.bold.width(figure, figure_size) - 6 - (5.5 * MM if bar.icon else 0)
        labels.append((*fit(faces.regular, one_line(bar.label), 8.5, room, least=7), figure, figure_size))

    def draw(pen: Pen, x: float, top: float) -> None:
        if title:
            pen.text(x, top - title_size, title, title_size, bold=True)
        y = top - head
        for index, (bar, (label, label_size, figure, figure_size)) in enumerate(zip(block.bars, labels, strict=True)):
            base = y - 8.5
            indent = 0.0
            if bar.icon and icons.draw(pen, bar.icon, x, base + 9, 4.4 * MM, weight=1.75):
                indent = 5.5 * MM
            pen.text(x + indent, base, label, label_size)
            pen.right(x + width, base, figure, figure_size, bold=True)
            low = base - 1.5 * MM - _BAR
            length = width * abs(bar.amount) / span if span else 0.0
            if bar.amount >= 0:
                pen.hatched(x + zero, low, length, _BAR, _PATTERNS[index % 3], SERIES[index % 3])
            else:
                pen.hatched(x + zero - length, low, length, _BAR, "cross", SOFT)
            pen.line(x + zero, low - 1.5, x + zero, low + _BAR + 1.5, 0.7, INK)
            y -= pitch

    return height, draw
