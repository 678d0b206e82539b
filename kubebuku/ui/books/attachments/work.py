"""What the worker does for photos and papers: a file read into the book, small pictures for the list, large ones to look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from kubebuku.app.attaching import from_file
from kubebuku.app.office import Office
from kubebuku.books.attachments.commands import Owner
from kubebuku.books.attachments.queries import AttachmentData, AttachmentRow, AttachmentsOf
from kubebuku.books.spec import Outcome
from kubebuku.domain.sizes import megabytes
from kubebuku.ui.jobs import Progress
from kubebuku.ui.paper.jobs import Sheets

PDF = "application/pdf"
#: Px of the long edge in the list (drawn at twice the size for large text), and of a page that is looked at.
SMALL, PAGE_WIDTH = 176, 1100
#: Pages of a PDF that are shown; the whole of it stays in the book.
MOST_PAGES = 10


@dataclass(frozen=True)
class Found:
    """What belongs to a record, with small pictures by id; None where a paper cannot be drawn."""

    rows: tuple[AttachmentRow, ...]
    gone: tuple[AttachmentRow, ...]
    small: Mapping[int, QImage | None]
    #: "240 kB", by id, and of all together
    sizes: Mapping[int, str]
    size: str


def find(office: Office, owner: Owner, owner_id: int, known: Mapping[int, QImage | None]) -> Found:
    """Ask for what belongs to the record; pictures that are `known` are not made again."""
    every = office.ask(AttachmentsOf(owner, owner_id, with_removed=True))
    rows = tuple(row for row in every if row.removed is None)
    small = {row.id: known[row.id] if row.id in known else _small(office, row) for row in rows}
    sizes = {row.id: megabytes(row.size) for row in rows}
    gone = tuple(row for row in every if row.removed is not None)
    return Found(rows, gone, small, sizes, megabytes(sum(row.size for row in rows)))


def _small(office: Office, row: AttachmentRow) -> QImage | None:
    pages = large(row.mime, office.ask(AttachmentData(row.id)).data, most=1, width=2 * SMALL)
    if not pages:
        return None
    both = (Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    return pages[0].scaled(SMALL, SMALL, *both)


def large(mime: str, data: bytes, *, most: int = MOST_PAGES, width: int = PAGE_WIDTH) -> tuple[QImage, ...]:
    """The photo, or the first pages of the paper; nothing where it cannot be drawn (a password, damage within)."""
    from pypdfium2 import PdfiumError

    if mime != PDF:
        image = QImage.fromData(data)
        return () if image.isNull() else (image,)
    try:
        with Sheets(data) as sheets:
            return tuple(sheets.picture(number, width) for number in range(min(sheets.count(), most)))
    except PdfiumError:
        return ()


def add(office: Office, path: Path, owner: Owner, owner_id: int, progress: Progress) -> Outcome:
    """Read, look at and keep a file. Raises what `from_file` and the handler raise."""
    command = from_file(path, owner, owner_id)
    progress.commit()
    return office.run(command)


def write_copy(office: Office, attachment: int, target: Path) -> Path:
    """The bytes as they are kept, written to a file; raises what `reports.write.write_file` raises."""
    from kubebuku.reports.write import write_file

    data = office.ask(AttachmentData(attachment)).data
    write_file(target, lambda file: file.write(data), replace=target.exists())
    return target
