"""How wide each column becomes, and how small its figures: no figure is ever cut (bad input 78)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kubebuku.reports.render.fonts import Face, Faces
from kubebuku.reports.render.pen import MM
from kubebuku.reports.table import Column

#: Below this, type is no longer read; figures that are still too wide are then broken at a dot.
LEAST_SIZE = 6.0
_LEAST_TEXT = 18 * MM


@dataclass(frozen=True, slots=True)
class Measure:
    """The widest cells of a column that must not be cut, in thousandths of the size: of plain lines and of bold ones."""

    plain: float = 0
    bold: float = 0

    def width(self, size: float) -> float:
        """What they need at this size, in points."""
        return max(self.plain, self.bold) * size / 1000


def widest(face: Face, texts: Sequence[str]) -> float:
    """Width of the widest of the figures, in thousandths; one of each length is measured, digits being of one width."""
    by_shape = {(len(text), text[:1] == "−", text[-1:].isdigit()): text for text in texts if text}
    return max((face.em(text) for text in by_shape.values()), default=0.0)


def divide(columns: Sequence[Column], needs: Sequence[float], total: float) -> list[float]:
    """Share `total` by the columns' weights; columns of figures that need more get it from columns of words first.

    `needs` are the widths of figures, padding included, 0 for words. The sum is always `total`.
    """
    weight = sum(column.width for column in columns)
    widths = [total * column.width / weight for column in columns]
    floors = [min(width, need or _LEAST_TEXT) for width, need in zip(widths, needs, strict=True)]
    short = sum(max(0.0, need - width) for need, width in zip(needs, widths, strict=True))
    if not short:
        return widths
    for words in (True, False):
        spare = [width - floor if (not need) == words else 0.0 for width, floor, need in zip(widths, floors, needs, strict=True)]
        given = min(short, sum(spare))
        if given <= 0:
            continue
        widths = [width - one * given / sum(spare) for width, one in zip(widths, spare, strict=True)]
        lacking = [max(0.0, need - width) for need, width in zip(needs, widths, strict=True)]
        if sum(lacking):
            widths = [width + one * given / sum(lacking) for width, one in zip(widths, lacking, strict=True)]
        short -= given
        if short <= 0.01:
            break
    return widths


def type_size(measure: Measure, size: float, room: float) -> float:
    """The size at which the widest figure fits the room, never under `LEAST_SIZE`."""
    wide = measure.width(size)
    return size if wide <= room else max(LEAST_SIZE, size * room / wide)


def broken(faces: Faces, text: str, size: float, room: float, *, bold: bool = False) -> list[str]:
    """A figure over several lines, broken after a dot, where even the smallest type is too wide."""
    face = faces.bold if bold else faces.regular
    if face.width(text, size) <= room:
        return [text]
    lines = [""]
    for group in text.replace(".", ".\0").split("\0"):
        if lines[-1] and face.width(lines[-1] + group, size) > room:
            lines.append("")
        lines[-1] += group
    return lines
