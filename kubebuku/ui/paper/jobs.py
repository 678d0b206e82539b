"""Documents as PDF bytes, pages as pictures, pages on a printer: everything that runs on the worker."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter

from kubebuku.app.office import Office
from kubebuku.books.group.queries import GroupChoices
from kubebuku.domain.errors import Cancelled
from kubebuku.domain.named import named
from kubebuku.i18n import _
from kubebuku.ui.jobs import Progress
from kubebuku.ui.refusals import PrinterSilent

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from kubebuku.reports.document import Document, Pages

_POINT = 1 / 72
_PRINT_DPI = 300

#: Called with the pages made and about how many there will be.
Told = Callable[[int, int], None]


@dataclass(frozen=True)
class Request:
    """A document that a page wants: who makes it (``module:function``, found on the worker), what it is given, and the paper.

    Without a paper the group's choice is taken.
    """

    maker: str
    wanted: Mapping[str, object] = field(default_factory=dict)
    paper: str = ""


@dataclass(frozen=True)
class Printed:
    """A document as PDF, and where its parts stand."""

    request: Request
    data: bytes
    pages: Pages
    title: str
    code: str


def document_of(office: Office, request: Request) -> Document:
    """The document, after the book was proved; raises BookDamaged and what the maker raises."""
    office.require_proof()
    document: Document = office.read(maker(office, request))
    return document


def maker(office: Office, request: Request) -> Callable[[Any], Document]:
    """What builds the document from a `Reading`."""
    make = named(request.maker)
    paper = request.paper or office.ask(GroupChoices()).paper
    return lambda reading: make(reading, paper=paper, **request.wanted)


def render(office: Office, request: Request, told: Told) -> Printed:
    """Lay the document out; `told` is called for each page and may raise Cancelled."""
    from kubebuku.reports.render.pdf import render_pdf

    told(0, 0)
    document = document_of(office, request)
    out = io.BytesIO()
    pages = render_pdf(document, out, progress=told)
    return Printed(request, out.getvalue(), pages, f"{document.title} {document.period}".strip(), document.check_code)


class Sheets:
    """An open PDF whose pages become pictures. Used in one thread; close it."""

    def __init__(self, data: bytes) -> None:
        from pypdfium2 import PdfDocument

        self._file = PdfDocument(data)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def count(self) -> int:
        """The number of pages."""
        return len(self._file)

    def size(self, number: int) -> tuple[float, float]:
        """Width and height of the page at `number` (from 0), in points."""
        width, height = self._file.get_page_size(number)
        return float(width), float(height)

    def picture(self, number: int, width: int) -> QImage:
        """The page at `number` (from 0), `width` px wide."""
        page = self._file[number]
        bitmap = page.render(scale=width / self.size(number)[0], prefer_bgrx=True)
        image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32).copy()
        bitmap.close()
        page.close()
        return image if image.width() == width else image.copy(0, 0, width, image.height())


def step_by_step(progress: Progress) -> Told:
    """Tell the progress dialog which page is made."""

    def told(made: int, about: int) -> None:
        progress.step(made, about, _("Page {made} of about {about}").format(made=made, about=about))

    return told


def pictures(data: bytes, wanted: Mapping[int, int], progress: Progress) -> dict[int, QImage]:
    """Pages by number (from 0), each as many px wide as wanted."""
    found = {}
    with Sheets(data) as sheets:
        for number, width in wanted.items():
            progress.check()
            found[number] = sheets.picture(number, width)
    return found


def print_pages(data: bytes, printer: QPrinter, first: int, last: int, progress: Progress) -> int:
    """Send the pages `first` to `last` (from 1) to the printer, each upright or lying as it is; returns how many.

    Raises PrinterSilent.
    """
    painter = QPainter()
    count = last - first + 1
    try:
        with Sheets(data) as sheets:
            for place, number in enumerate(range(first - 1, last)):
                progress.step(place, count, _("Page {made} of {count}").format(made=place + 1, count=count))
                width, height = sheets.size(number)
                _lay(printer, width, height)
                if not (painter.begin(printer) if place == 0 else printer.newPage()):
                    raise PrinterSilent
                image = sheets.picture(number, round(width * _PRINT_DPI * _POINT))
                room = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
                painter.drawImage(QRectF(0, 0, room.width(), room.height()), image)
    except Cancelled:
        printer.abort()
        raise
    finally:
        if painter.isActive():
            painter.end()
    return count


def _lay(printer: QPrinter, width: float, height: float) -> None:
    """The sheet upright or lying, with no margins but the document's own."""
    lying = width > height
    side, long_side = (height, width) if lying else (width, height)
    size = QPageSize(QSizeF(side, long_side), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    layout = QPageLayout(size, QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(layout)
