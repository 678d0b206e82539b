"""How labels for things are drawn: three beside each other, eight below each other, dashes to cut along."""

from __future__ import annotations

from collections.abc import Sequence

from kubebuku.reports.document import Document, ItemLabel
from kubebuku.reports.render import words
from kubebuku.reports.render.fonts import fit, one_line, wrap
from kubebuku.reports.render.pen import MM, SOFT, Pen

_ACROSS, _DOWN = 3, 8
PER_PAGE = _ACROSS * _DOWN
#: What printers leave white.
_EDGE = 7 * MM


def draw_labels(pen: Pen, labels: Sequence[ItemLabel], document: Document, width: float, height: float) -> None:
    """One page of at most `PER_PAGE` labels."""
    wide, high = (width - 2 * _EDGE) / _ACROSS, (height - 2 * _EDGE) / _DOWN
    for index, label in enumerate(labels):
        row, column = divmod(index, _ACROSS)
        _draw(pen, label, document, _EDGE + column * wide, height - _EDGE - row * high, wide, high)
    rows = -(-len(labels) // _ACROSS)
    for row in range(rows + 1):
        y = height - _EDGE - row * high
        pen.dashed(_EDGE, y, width - _EDGE, y)
    for column in range(_ACROSS + 1):
        x = _EDGE + column * wide
        pen.dashed(x, height - _EDGE, x, height - _EDGE - rows * high)


def _draw(pen: Pen, label: ItemLabel, document: Document, x: float, top: float, width: float, height: float) -> None:
    faces, pad = pen.faces, 3 * MM
    left, room = x + pad, width - 2 * pad
    pen.rect(x + 1.2 * MM, top - 8 * MM, width - 2.4 * MM, 6.8 * MM)
    group, size = fit(faces.bold, one_line(label.group), 8.5, room, least=7)
    pen.text(left, top - 5.7 * MM, group, size, bold=True)
    practice = words.practice_word() if document.practice else ""
    taken = faces.regular.width(practice, 6.5) + 2 * MM if practice else 0
    number, size = fit(faces.bold, one_line(label.number) or "................", 15, room - taken, least=8)
    pen.text(left, top - 14.5 * MM, number, size, bold=True)
    pen.right(left + room, top - 14.5 * MM, practice, 6.5, ink=SOFT)
    y = top - 19.5 * MM
    for line in wrap(faces.regular, one_line(label.name), 8.5, room, 2):
        pen.text(left, y, line, 8.5)
        y -= 3.8 * MM
    low = top - height + 2.6 * MM
    for index, said in enumerate(one for one in (label.source, label.facts) if one):
        text, size = fit(faces.regular, one_line(said), 7.5, room, least=7)
        pen.text(left, low + index * 3.4 * MM, text, size, ink=SOFT)
