"""Everything on paper but tables and slips: each block becomes pieces, which know their height and draw themselves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kubebuku.i18n import _, rupiah
from kubebuku.reports.document import (
    BarChart,
    Cover,
    Gap,
    Heading,
    Note,
    Pairs,
    Paragraph,
    Picture,
    Side,
    Summary,
)
from kubebuku.reports.render import icons, words
from kubebuku.reports.render.fonts import Faces, clean, fit, one_line, wrap
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


#: Draws at (x, top).
Draw = Callable[[Pen, float, float], None]


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands on one page whole. `keep`: never without the piece after it. `air` is dropped at the head of a page."""

    height: float
    draw: Draw
    keep: bool = False
    air: bool = False


def _nothing(_pen: Pen, _x: float, _top: float) -> None:
    """Draw nothing."""


def gap(height: float, *, keep: bool = False) -> Piece:
    """Empty room of so many points."""
    return Piece(height, _nothing, keep=keep, air=True)


Laid = Picture | Cover | Heading | Paragraph | Note | Pairs | BarChart | Side | Gap


def lay(block: Laid, width: float, faces: Faces, tight: float) -> list[Piece]:  # noqa: PLR0911 (one for each kind of block)
    """The block in pieces for this width; `tight` under 1 draws it closer together."""
    match block:
        case Heading():
            return _heading(block, width, faces, tight)
        case Paragraph():
            return _paragraph(block, width, faces, tight)
        case Note():
            return _note(block, width, faces, tight)
        case Pairs():
            return _pairs(block, width, faces, tight)
        case BarChart():
            height, draw = lay_bars(block, width, faces, tight)
            return [Piece(height, draw)]
        case Cover():
            return _cover(block, width, faces, tight)
        case Side():
            return _side(block, width, faces, tight)
        case Picture():
            return _picture(block, width, faces)
        case Gap():
            return [gap(block.mm * MM * tight)]


def _heading(block: Heading, width: float, faces: Faces, tight: float) -> list[Piece]:
    size = 11.0 if block.level == 1 else 9.5
    lines = wrap(faces.bold, clean(block.text), size, width, 3)

    def draw(pen: Pen, x: float, top: float) -> None:
        y = top - size
        for line in lines:
            pen.text(x, y, line, size, bold=True)
            y -= size * 1.25

    before = gap((8 if block.level == 1 else 5) * MM * tight, keep=True)
    return [before, Piece(size * (1.25 * len(lines) - 0.25) + 2.6 * MM, draw, keep=True)]


def _paragraph(block: Paragraph, width: float, faces: Faces, tight: float) -> list[Piece]:
    size = 7.5 if block.small else 8.8
    leading = size * 1.38
    lines = wrap(faces.bold if block.bold else faces.regular, clean(block.text), size, width)

    def piece(line: str, *, keep: bool) -> Piece:
        def draw(pen: Pen, x: float, top: float) -> None:
            pen.text(x, top - size, line, size, bold=block.bold, ink=SOFT if block.small else INK)

        return Piece(leading, draw, keep=keep)

    # No line of a paragraph stands alone at the head or foot of a page.
    last = len(lines) - 1
    told = (piece(line, keep=at < last and at in {0, last - 1}) for at, line in enumerate(lines))
    return [gap(2.4 * MM * tight), *told, gap(1.2 * MM * tight)]


def _note(block: Note, width: float, faces: Faces, tight: float) -> list[Piece]:
    size, leading, pad = 8.6, 12.0, 3.2 * MM
    title = wrap(faces.bold, clean(block.title), size, width - 2 * pad) if block.title else []
    lines = wrap(faces.regular, clean(block.text), size, width - 2 * pad) if block.text else []
    height = leading * (len(title) + len(lines)) + 2 * 2.2 * MM

    def draw(pen: Pen, x: float, top: float) -> None:
        pen.rect(x, top - height, width, height)
        pen.rect(x, top - height, 0.9 * MM, height, INK)
        y = top - 2.2 * MM - size
        for line in title:
            pen.text(x + pad, y, line, size, bold=True)
            y -= leading
        for line in lines:
            pen.text(x + pad, y, line, size)
            y -= leading

    return [gap(3 * MM * tight), Piece(height, draw), gap(1.5 * MM * tight)]


def _pairs(block: Pairs, width: float, faces: Faces, tight: float) -> list[Piece]:
    size, leading = 9.0, 11.5
    label_width = min(block.label_width * MM, width * 0.55)
    pieces = []
    for label, value in block.items:
        labels = wrap(faces.regular, one_line(label), size, label_width - 4, 3)
        lines = wrap(faces.regular, clean(words.value(value)), size, width - label_width, 12)
        most = max(len(labels), len(lines))

        pieces.append(Piece(6 * MM * tight + (most - 1) * leading, _pair(labels, lines, label_width)))
    return pieces


def _pair(labels: Sequence[str], lines: Sequence[str], label_width: float) -> Draw:
    def draw(pen: Pen, x: float, top: float) -> None:
        for at, label in enumerate(labels):
            pen.text(x, top - 9 - at * 11.5, label, 9, ink=SOFT)
        for at, line in enumerate(lines):
            pen.text(x + label_width, top - 9 - at * 11.5, line, 9)

    return draw


def _picture(block: Picture, width: float, faces: Faces) -> list[Piece]:
    scale = min(width / block.width, block.highest * MM / block.height, 1.0)
    wide, high = block.width * scale, block.height * scale
    size = 8.0
    lines = wrap(faces.regular, clean(block.caption), size, width, 2) if block.caption else []
    height = high + (2 * MM + 11 * len(lines) if lines else 0)

    def draw(pen: Pen, x: float, top: float) -> None:
        pen.image(x, top - high, wide, high, block.data)
        y = top - high - 2 * MM - size
        for line in lines:
            pen.text(x, y, line, size, ink=SOFT)
            y -= 11

    return [gap(2 * MM), Piece(height, draw), gap(3 * MM)]


def _cover(block: Cover, width: float, faces: Faces, tight: float) -> list[Piece]:
    kicker, kicker_size = fit(faces.bold, one_line(block.kicker), 13, width, least=8)
    headline, headline_size = fit(faces.bold, one_line(block.headline), 30, width, least=14)
    line, line_size = fit(faces.regular, one_line(block.line), 10, width, least=7.5)
    first, second, third = 12.6 * MM * tight, 14 * MM * tight, 7 * MM * tight
    height = first + second + (third if line else 0) + 3 * MM

    def draw(pen: Pen, x: float, top: float) -> None:
        middle = x + width / 2 - 2.5 * MM  # the middle of the sheet, the left margin being 5 mm wider
        y = top - first
        pen.centred(middle, y, kicker, kicker_size, bold=True, ink=SOFT)
        y -= second
        pen.centred(middle, y, headline, headline_size, bold=True)
        if line:
            pen.centred(middle, y - third, line, line_size, ink=SOFT)

    pieces = [Piece(height, draw, keep=True)]
    if block.summary is not None:
        pieces += [gap(4 * MM * tight, keep=True), _summary(block.summary, width, faces, tight)]
    return pieces


def _summary(block: Summary, width: float, faces: Faces, tight: float) -> Piece:
    pad = 7 * MM
    right_start = width * 0.622 if block.lines else width
    left_width = right_start - 2 * pad
    label, label_size = fit(faces.regular, one_line(block.label), 10, left_width, least=7.5)
    amount, amount_size = fit(faces.bold, rupiah(block.amount), 24, left_width, least=9)
    terbilang = wrap(faces.regular, one_line(block.words), 9, left_width, 3)
    pitch = 9 * MM * tight
    top_pad = 9 * MM * tight
    left_height = top_pad + 11 * MM + 6.5 * MM + (len(terbilang) - 1) * 4.3 * MM + 4.2 * MM
    height = max(left_height, top_pad + (len(block.lines) - 1) * pitch + 6.5 * MM, 34 * MM * tight)
    lines = []
    for name, value in block.lines:
        figure, figure_size = fit(faces.bold, one_line(words.value(value)), 9.5, (width - right_start) * 0.62, least=6)
        room = width - pad - right_start - faces.bold.width(figure, figure_size)
        lines.append((*fit(faces.regular, one_line(name), 9.5, room, least=6.5), figure, figure_size))

    def draw(pen: Pen, x: float, top: float) -> None:
        pen.band(x, top - height, width, height)
        y = top - top_pad
        pen.text(x + pad, y, label, label_size)
        y -= 11 * MM
        pen.text(x + pad, y, amount, amount_size, bold=True)
        y -= 6.5 * MM
        for one in terbilang:
            pen.text(x + pad, y, one, 9, ink=SOFT)
            y -= 4.3 * MM
        y = top - top_pad
        for name, name_size, figure, figure_size in lines:
            pen.text(x + right_start, y, name, name_size)
            pen.right(x + width - 6 * MM, y, figure, figure_size, bold=True)
            y -= pitch

    return Piece(height, draw)


def _side(block: Side, width: float, faces: Faces, tight: float) -> list[Piece]:
    apart = 8 * MM
    left_width = (width - apart) * block.share
    right_width = width - apart - left_width
    left = [piece for one in block.left for piece in lay(one, left_width, faces, tight)]
    right = [piece for one in block.right for piece in lay(one, right_width, faces, tight)]
    height = max(sum(piece.height for piece in left), sum(piece.height for piece in right))

    def draw(pen: Pen, x: float, top: float) -> None:
        draw_all(pen, left, x, top)
        draw_all(pen, right, x + left_width + apart, top)

    return [gap(6 * MM * tight), Piece(height, draw)]


def draw_all(pen: Pen, pieces: Sequence[Piece], x: float, top: float) -> float:
    """Draw pieces one under the other; returns where they end."""
    for piece in pieces:
        piece.draw(pen, x, top)
        top -= piece.height
    return top
