"""A book without money printed over several months, each month a page of its own as pendamping know it."""

from __future__ import annotations

from dataclasses import replace

from kubebuku.books.catalog import book
from kubebuku.domain.calendar import Month
from kubebuku.i18n import _, month_name
from kubebuku.ledger.work import Reading
from kubebuku.reports.builders import MONTHS
from kubebuku.reports.catalog import NoSuchBook
from kubebuku.reports.document import Document, Paper, Paragraph, Part
from kubebuku.reports.signed import frame_of


def build(reading: Reading, first: Month, last: Month, name: str, *, paper: Paper = "f4") -> Document:
    """The pages of the months in which something was written; raises NoSuchBook.

    Parts of one kind (letters that came) follow each other, then the next kind.
    """
    make = MONTHS.get(name)
    if make is None:
        raise NoSuchBook(name)
    kinds: dict[str, list[Part]] = {}
    for month in first.until(last):
        with frame_of(reading, month) as frame:
            made = make(frame)
        for part in made:
            said = month_name(month)
            paged = replace(part, key=f"{part.key}-{month}", period=said, sheet=f"{part.title} {month}"[:31])
            kinds.setdefault(part.key, []).append(paged)
    title = _(book(name).title)
    parts = tuple(part for _key, kind in sorted(kinds.items()) for part in kind)
    nothing = Part(name, title, (Paragraph(_("Nothing is written for these months.")),))
    period = month_name(first) if first == last else f"{month_name(first)} – {month_name(last)}"
    with frame_of(reading, last) as frame:
        return frame.document(title, period, parts or (nothing,), paper=paper)
