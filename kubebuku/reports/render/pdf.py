"""A document as PDF: the same bytes for the same document, with bookmarks and the pages of each part."""

from __future__ import annotations

import io
from typing import BinaryIO

from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from kubebuku.i18n import language
from kubebuku.reports.document import Document, Pages
from kubebuku.reports.render.fonts import Faces, first_face, one_line
from kubebuku.reports.render.press import Press, Progress
from kubebuku.reports.sums import prove

# Streams as they are, not blown up by a quarter into printable signs.
rl_config.useA85 = 0


def render_pdf(document: Document, out: BinaryIO, *, progress: Progress | None = None) -> Pages:
    """Write the document and return where its parts stand.

    Every declared sum is proved before the first page is drawn (`sums.SumDisagrees`). `progress(made, about)` is called for
    each page and may raise `Cancelled`; nothing is written until all pages are made.
    """
    prove(document)
    canvas = Canvas(out, pageCompression=1, invariant=1, initialFontName=first_face(), lang=language())
    faces = Faces.of(canvas._doc)  # noqa: SLF001 (the canvas has no other name for what it writes)
    press = Press(document, faces, progress)
    press.run()
    group = one_line(document.letterhead.name)
    canvas.setTitle(f"{one_line(document.title)} {one_line(document.period)}".strip())
    canvas.setAuthor(group)
    canvas.setSubject(one_line(document.foot) or f"{group}, {one_line(document.period)}")
    canvas.setCreator("KubeBuku")
    canvas.setProducer("KubeBuku")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    starts: dict[int, list[int]] = {}
    for index, part in enumerate(press.ranges):
        starts.setdefault(part.first, []).append(index)
    for number, sheet in enumerate(press.sheets, 1):
        canvas.setPageSize((sheet.width, sheet.height))
        for index in starts.get(number, ()):
            key = f"part{index}"
            canvas.bookmarkPage(key)
            canvas.addOutlineEntry(one_line(press.ranges[index].title) or key, key, 0)
        for x, y, width, height, data in sheet.pen.images:
            canvas.drawImage(ImageReader(io.BytesIO(data)), x, y, width, height)
        canvas.addLiteral("\n".join(sheet.pen.ops))
        canvas.showPage()
    if len(press.ranges) > 1:
        canvas.showOutline()
    canvas.save()
    return Pages(len(press.sheets), tuple(press.ranges))
