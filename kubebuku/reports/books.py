"""One of the eleven books printed by itself, for a month."""

from __future__ import annotations

from pathlib import Path

from kubebuku.books.catalog import book
from kubebuku.domain.calendar import Month
from kubebuku.i18n import _, month_name
from kubebuku.ledger.work import Reading
from kubebuku.reports.builders import BOOKS
from kubebuku.reports.catalog import NoSuchBook
from kubebuku.reports.document import Document, Pages, Paper, Paragraph, Part
from kubebuku.reports.monthly import MonthNotThere, Progress, Readable, write_document
from kubebuku.reports.signed import frame_of


def build(reading: Reading, month: Month, name: str, *, paper: Paper = "f4") -> Document:
    """The book as it stands for that month, an empty page where nothing was written; raises NoSuchBook, MonthNotThere."""
    if name not in BOOKS:
        raise NoSuchBook(name)
    first, last = Month.of(reading.facts.opened), Month.of(reading.today)
    if not first <= month <= max(first, last):
        raise MonthNotThere(month, first, last)
    with frame_of(reading, month) as frame:
        title = _(book(name).title)
        parts = BOOKS[name](frame) or (Part(name, title, (Paragraph(_("Nothing is written for this month.")),)),)
        return frame.document(title, month_name(month), parts, paper=paper)


def write_book(
    office: Readable,
    month: Month,
    name: str,
    out: Path,
    *,
    paper: Paper = "f4",
    replace: bool = False,
    progress: Progress | None = None,
) -> Pages | None:
    """Prove the book and write it to `out` as PDF or XLSX; raises what `build` and `monthly.write_document` raise."""
    return write_document(
        office, lambda reading: build(reading, month, name, paper=paper), out, replace=replace, progress=progress
    )
