"""Papers that are cut out of a page: kwitansi of 215 x 110 mm, three on a page; members' strips, eight; labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kubebuku.i18n import _, rupiah
from kubebuku.reports.document import Block, Document, ItemLabel, KwitansiSlip, Paper, Strip
from kubebuku.reports.render import words
from kubebuku.reports.render.fonts import Faces, cut, fit, one_line, wrap
from kubebuku.reports.render.pen import EDGE, INK, MM, SOFT, WASH, Pen

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


_WIDTH, _HEIGHT = 215 * MM, 110 * MM
_STRIP_LINES = 7


def by_page(blocks: Sequence[Block], paper: Paper) -> Iterator[list[KwitansiSlip] | list[Strip] | list[ItemLabel]]:
    """The slips page by page: kwitansi three (one on paper of their own), strips eight, labels twenty-four."""
    kwitansi = [block for block in blocks if isinstance(block, KwitansiSlip)]
    step = 1 if paper == "slip" else 3
    for start in range(0, len(kwitansi), step):
        yield kwitansi[start : start + step]
    strips = [block for block in blocks if isinstance(block, Strip)]
    for start in range(0, len(strips), 8):
        yield strips[start : start + 8]
    labels = [block for block in blocks if isinstance(block, ItemLabel)]
    for start in range(0, len(labels), PER_PAGE):
        yield labels[start : start + PER_PAGE]


def draw_page(
    pen: Pen, slips: Sequence[KwitansiSlip | Strip | ItemLabel], document: Document, width: float, height: float
) -> None:
    """Draw the slips of one page and the lines to cut along."""
    if isinstance(slips[0], Strip):
        _strips(pen, [one for one in slips if isinstance(one, Strip)], document, width, height)
        return
    if isinstance(slips[0], ItemLabel):
        draw_labels(pen, [one for one in slips if isinstance(one, ItemLabel)], document, width, height)
        return
    # A4 is 33 mm shorter than F4: three slips go on it a tenth smaller.
    places = 1 if height < 2 * _HEIGHT else 3
    scale = min(width / _WIDTH, height / (places * _HEIGHT))
    left = (width - _WIDTH * scale) / 2
    for index, slip in enumerate(slips):
        low = height - (index + 1) * height / places + (height / places - _HEIGHT * scale) / 2
        pen.save()
        pen.transform(scale, 0, 0, scale, left, low)
        if isinstance(slip, KwitansiSlip):
            draw_kwitansi(pen, slip, document)
        pen.restore()
        if index and places > 1:
            y = height - index * height / places
            pen.dashed(6 * MM, y, width - 6 * MM, y)
    if places > 1 and len(slips) < places:
        y = height - len(slips) * height / places
        pen.dashed(6 * MM, y, width - 6 * MM, y)


def draw_kwitansi(pen: Pen, slip: KwitansiSlip, document: Document) -> None:
    """One receipt with its lower left corner at the origin."""
    faces = pen.faces
    edge, top, stub = 8 * MM, _HEIGHT - 8 * MM, 30 * MM
    left, field, right = 46 * MM, 84 * MM, _WIDTH - 16 * MM
    pen.band(edge, edge, stub, top - edge)
    pen.rect(edge + stub - 6, edge, 6, top - edge, WASH)
    pen.box(edge, edge, _WIDTH - 2 * edge, top - edge, 6)
    _stub(pen, document, edge, top)

    number, size = fit(faces.bold, _("No. {number}").format(number=one_line(slip.number)), 10, 70 * MM, least=7)
    pen.text(left, 90 * MM, words.receipt(), 17, bold=True)
    pen.right(right, 90 * MM, number, size, bold=True)

    _field(pen, words.received_from(), slip.payer, left, field, right, 79 * MM)
    pen.text(left, 66 * MM, words.sum_of(), 9.5, ink=SOFT)
    pen.rect(field, 62.4 * MM, right - field, 10 * MM)
    _words(pen, one_line(slip.words), field + 3 * MM, right - 3 * MM, 67.4 * MM)
    _field(pen, words.in_payment_of(), slip.purpose, left, field, right, 54 * MM)

    pen.box(left, 30 * MM, 62 * MM, 14 * MM)
    amount, size = fit(faces.bold, rupiah(slip.amount), 18, 56 * MM, least=8)
    pen.centred(left + 31 * MM, 37 * MM - size * 0.36, amount, size, bold=True)

    middle = 169 * MM
    said = ", ".join(part for part in (one_line(slip.place), one_line(slip.on)) if part)
    text, size = fit(faces.regular, said, 9.5, 76 * MM, least=6.5)
    pen.centred(middle, 41 * MM, text, size)
    pen.centred(middle, 36 * MM, words.received_by(), 9.5)
    if slip.needs_duty:
        x, low, side = middle - 39 * MM, 15 * MM, 18 * MM
        pen.save()
        pen.ops.append("[2 2] 0 d")
        pen.frame(x, low, side, side, 0.6, EDGE)
        pen.restore()
        pen.centred(x + side / 2, low + side / 2 - 2, words.duty(), 7, ink=SOFT)
    name, size = fit(faces.bold, one_line(slip.receiver), 10, 50 * MM, least=6.5)
    pen.centred(middle, 15.5 * MM, name, size, bold=True)
    pen.line(145 * MM, 14.2 * MM, 193 * MM, 14.2 * MM, 0.6, INK)
    role, size = fit(faces.regular, one_line(slip.role), 8, 48 * MM, least=6)
    pen.centred(middle, 10.6 * MM, role, size, ink=SOFT)
    pen.text(left, 13 * MM, _small_foot(document), 7, ink=SOFT)


def _stub(pen: Pen, document: Document, low: float, high: float) -> None:
    """The group's name, standing upright at the left."""
    faces, room = pen.faces, high - low - 8 * MM
    head = document.letterhead
    name = one_line(head.name).upper()
    if not name.startswith("KUBE"):
        name = f"KUBE {name}"
    pen.save()
    pen.transform(0, 1, -1, 0, 24 * MM, (low + high) / 2)
    text, size = fit(faces.bold, name, 10, room, least=7)
    pen.centred(0, 2 * MM, text, size, bold=True)
    y = -3 * MM
    for line in wrap(faces.regular, one_line(head.address), 8, room, 2) if head.address else []:
        pen.centred(0, y, line, 8, ink=SOFT)
        y -= 3.6 * MM
    pen.restore()


def _field(pen: Pen, label: str, text: str, left: float, field: float, right: float, y: float) -> None:
    """A label and words on a line; long words go smaller, then over two lines."""
    faces = pen.faces
    said, size = fit(faces.regular, label, 9.5, field - left - 2 * MM, least=7)
    pen.text(left, y, said, size, ink=SOFT)
    text = one_line(text)
    if faces.regular.width(text, 8.5) <= right - field:
        text, size = fit(faces.regular, text, 11, right - field, least=8.5)
        pen.text(field, y, text, size)
    else:
        lines = wrap(faces.regular, text, 8, right - field, 2)
        for index, line in enumerate(lines):
            pen.text(field, y + (len(lines) - 1 - index) * 9.4 - 1, line, 8)
    pen.line(field, y - 1.6 * MM, right, y - 1.6 * MM, 0.4, EDGE)


def _words(pen: Pen, text: str, left: float, right: float, middle: float) -> None:
    """The sum in words between # signs, never cut: smaller type, then two lines."""
    face = pen.faces.bold
    said = f"# {text} #"
    if face.width(said, 8.5) <= right - left:
        said, size = fit(face, said, 11.5, right - left, least=8.5)
        pen.text(left, middle - size * 0.36, said, size, bold=True)
        return
    size = 8.5
    lines = wrap(face, said, size, right - left)
    if len(lines) > 2:
        size = 7.5
        lines = wrap(face, said, size, right - left)
    while len(lines) > 3 and size > 5:
        size -= 0.5
        lines = wrap(face, said, size, right - left)
    y = middle + (len(lines) - 1) * size * 0.6 - size * 0.36
    for line in lines:
        pen.text(left, y, line, size, bold=True)
        y -= size * 1.2


def _small_foot(document: Document) -> str:
    parts = [words.code(document), words.practice_word() if document.practice else ""]
    return "   ".join(part for part in parts if part)


def _strips(pen: Pen, strips: Sequence[Strip], document: Document, width: float, height: float) -> None:
    columns, rows = 2, 4
    side, edge = 6 * MM, 6 * MM
    high = (height - 2 * edge) / rows
    wide = (width - 2 * side) / columns
    for index, strip in enumerate(strips):
        row, column = divmod(index, columns)
        x, top = side + column * wide, height - edge - row * high
        _strip(pen, strip, document, x + 10 * MM, top, wide - 16 * MM, high)
        if row and not column:
            pen.dashed(side, top, width - side, top)
    used = (len(strips) + columns - 1) // columns
    pen.dashed(width / 2, height - edge, width / 2, height - edge - used * high)
    if used < rows:
        y = height - edge - used * high
        pen.dashed(side, y, width - side, y)


def _strip(pen: Pen, strip: Strip, document: Document, x: float, top: float, width: float, height: float) -> None:
    faces: Faces = pen.faces
    y = top - 12 * MM
    number, number_size = fit(faces.regular, _("No {number}").format(number=one_line(strip.number)), 9, width * 0.3, least=7)
    room = width - faces.regular.width(number, number_size) - 3 * MM
    name, size = fit(faces.bold, one_line(strip.name), 13, room, least=8)
    pen.text(x, y, name, size, bold=True)
    pen.right(x + width, y, number, number_size, ink=SOFT)
    caption, size = fit(faces.regular, one_line(strip.caption), 7.5, width, least=6)
    pen.text(x, y - 5.4 * MM, caption, size, ink=SOFT)
    pen.line(x, y - 8.2 * MM, x + width, y - 8.2 * MM, 0.6, INK)
    y -= 13 * MM
    pen.text(x, y, cut(faces.bold, one_line(strip.title), 8.5, width), 8.5, bold=True)
    pitch = min(4.7 * MM, 21 * MM / max(len(strip.lines[:_STRIP_LINES]), 1))
    for label, value in strip.lines[:_STRIP_LINES]:
        y -= pitch
        _pair(pen, one_line(label), words.value(value).removeprefix("Rp"), x, y, width, min(8.5, pitch * 0.8))
    pen.line(x, y - 2 * MM, x + width, y - 2 * MM, 0.5, INK)
    _pair(pen, one_line(strip.total[0]), one_line(words.value(strip.total[1])), x, y - 5.6 * MM, width, 9, bold=True)
    low = top - height + 10 * MM
    if strip.boxes:
        pen.band(x - 2 * MM, low, width + 4 * MM, 14.5 * MM, 4)
        for index, (label, value) in enumerate(strip.boxes[:2]):
            put = pen.right if index else pen.text
            at = x + width if index else x
            said, size = fit(faces.regular, one_line(label), 8, width / 2 - 2 * MM, least=6)
            put(at, low + 9.6 * MM, said, size)
            said, size = fit(faces.bold, one_line(words.value(value)), 11, width / 2 - 2 * MM, least=6)
            put(at, low + 3.4 * MM, said, size, bold=True)
    parts = (words.code(document), words.practice_word() if document.practice else "", one_line(strip.foot))
    said = ". ".join(part for part in parts if part)
    said, size = fit(faces.regular, said, 6.5, width, least=5)
    pen.text(x, low - 4.6 * MM, said, size, ink=SOFT)


def _pair(pen: Pen, label: str, value: str, x: float, y: float, width: float, size: float, *, bold: bool = False) -> None:
    face = pen.faces.bold if bold else pen.faces.regular
    said, value_size = fit(face, one_line(value), size, width * 0.6, least=6)
    pen.right(x + width, y, said, value_size, bold=bold)
    text, label_size = fit(face, label, size, width - face.width(said, value_size) - 2 * MM, least=6.5)
    pen.text(x, y, text, label_size, bold=bold)
