"""What stands on every page: the kop above, the title of the part, the foot with check code and page number."""

from __future__ import annotations

from kubebuku.reports.document import Cover, Document, Part
from kubebuku.reports.render import icons, words
from kubebuku.reports.render.fonts import Faces, fit, one_line, wrap
from kubebuku.reports.render.pen import EDGE, INK, MM, SOFT, Pen

#: Width and height upright. F4 is 215 x 330 mm here; ReportLab's Folio is not.
SIZES = {"a4": (210 * MM, 297 * MM), "f4": (215 * MM, 330 * MM), "slip": (215 * MM, 110 * MM)}
LEFT, RIGHT, FOOT = 20 * MM, 15 * MM, 14 * MM
#: Where the body of a page ends.
BOTTOM = FOOT + 3 * MM


class Frame:
    """Draws it for one document; the kop is drawn once for each size of page and then repeated."""

    def __init__(self, document: Document, faces: Faces) -> None:
        self._document = document
        self._faces = faces
        self._kops: dict[tuple[float, float], tuple[str, float]] = {}

    def begin(self, pen: Pen, size: tuple[float, float], part: Part | None) -> float:
        """Kop and title of a new page; returns where its body begins."""
        kop, below = self._kop(size)
        pen.save()
        pen.ops.append(kop)
        pen.restore()
        if part is not None and part.heading:
            self.title(pen, size[0], part, below - 9.5 * MM)
        return self.body_top(size, part)

    def body_top(self, size: tuple[float, float], part: Part | None) -> float:
        """Where the body of a new page begins."""
        below = self._kop(size)[1]
        if part is None or (part.blocks and isinstance(part.blocks[0], Cover)):
            return below
        if not part.heading:
            return below - 7 * MM  # a letter begins under the line of the kop, not in it
        return below - (12.5 + 5 * len(part.captions) + (0.5 if part.captions else 0)) * MM

    def _kop(self, size: tuple[float, float]) -> tuple[str, float]:
        """Operators of the letterhead for this page, and the height where it ends."""
        if size not in self._kops:
            pen = Pen(self._faces)
            below = self._draw_kop(pen, *size)
            self._kops[size] = (" ".join(pen.ops), below)
        return self._kops[size]

    def _draw_kop(self, pen: Pen, width: float, height: float) -> float:
        head = self._document.letterhead
        middle = width / 2
        room = 2 * (middle - LEFT - (14 * MM if head.icon else 0))
        if head.icon:
            icons.draw(pen, head.icon, LEFT, height - 17 * MM, 12 * MM, weight=1.5)
        kicker, size = fit(self._faces.regular, one_line(head.kicker), 9.5, room, least=7)
        pen.centred(middle, height - 21 * MM, kicker, size)
        name = one_line(head.name).upper()
        size = max(10.0, min(15.0, room * 1000 / max(self._faces.bold.em(name), 1)))
        y = height - 27 * MM
        for line in wrap(self._faces.bold, name, size, room + 0.1, 3):
            pen.centred(middle, y, line, size, bold=True)
            y -= 4.6 * MM
        y -= 0.4 * MM
        for line in wrap(self._faces.regular, one_line(head.address), 8.5, room, 2) if head.address else []:
            pen.centred(middle, y, line, 8.5, ink=SOFT)
            y -= 4 * MM
        y = min(y + 0.5 * MM, height - 35.5 * MM)
        pen.line(LEFT, y, width - RIGHT, y, 1.6, INK)
        pen.line(LEFT, y - 1 * MM, width - RIGHT, y - 1 * MM, 0.5, INK)
        return y

    def title(self, pen: Pen, width: float, part: Part, base: float) -> float:
        """Title, period and captions of the part; returns where its body begins."""
        width -= LEFT + RIGHT
        period = self._document.period if part.period is None else part.period
        period, size = fit(self._faces.bold, one_line(period), 11, width * 0.45, least=8)
        taken = self._faces.bold.width(period, size)
        title, title_size = fit(self._faces.bold, one_line(part.title).upper(), 14, width - taken - 6 * MM, least=9)
        pen.text(LEFT, base, title, title_size, bold=True)
        pen.right(LEFT + width, base, period, size, bold=True)
        y = base
        for caption in part.captions:
            y -= 5 * MM
            text, size = fit(self._faces.regular, one_line(caption), 9, width, least=7)
            pen.text(LEFT, y, text, size, ink=SOFT)
        return y - 4 * MM

    def foot(self, pen: Pen, width: float, number: int, total: int) -> None:
        """Report, check code, page n of m, and the line of a practice book."""
        faces = self._faces
        left, right = LEFT, width - RIGHT
        y = FOOT - 4.5 * MM
        pen.line(left, FOOT, right, FOOT, 0.4, EDGE)
        page = words.page(number, total)
        code = words.code(self._document)
        room = right - left
        code, size = fit(faces.bold, one_line(code), 7.5, room * 0.4, least=6)
        wide, gap = faces.bold.width(code, size), 3 * MM
        last = right - faces.regular.width(page, 7.5) - gap
        free = last - left - (wide + gap if code else 0)
        name = one_line(self._document.foot)
        small = max(6.0, min(7.5, free * 1000 / max(faces.regular.em(name), 1)))
        lines = wrap(faces.regular, name, small, free + 0.1, 2)
        for index, line in enumerate(lines):
            pen.text(left, y - index * 2.8 * MM, line, small, ink=SOFT)
        # in the middle of the page, unless a long name needs room there
        start = max((left + right - wide) / 2, left + faces.regular.width(lines[0], small) + gap)
        pen.text(min(start, last - wide), y, code, size, bold=True)
        pen.right(right, y, page, 7.5, ink=SOFT)
        if self._document.practice:
            put, x = (pen.right, right) if len(lines) > 1 else (pen.text, left)
            put(x, y - 3.7 * MM, words.practice_line(), 6.5, bold=True, ink=SOFT)
