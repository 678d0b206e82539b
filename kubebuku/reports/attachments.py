"""Photos and papers that belong to one record, as an appendix on paper: each with its name, day and who added it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date

from sqlalchemy import column, select, table

from kubebuku.books.attachments.commands import Owner
from kubebuku.books.attachments.queries import AttachmentData, AttachmentFile, AttachmentsOf
from kubebuku.books.attachments.refusals import OWNERS, AttachmentUnknown
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import EntryId
from kubebuku.domain.text import N_
from kubebuku.i18n import _, long_date, say
from kubebuku.ledger.journal import read_entry
from kubebuku.ledger.pictures import Mime
from kubebuku.ledger.work import Reading
from kubebuku.reports.asking import ask
from kubebuku.reports.document import Block, Document, PageBreak, Paper, Paragraph, Part, Picture
from kubebuku.reports.frame import Frame, local_day
from kubebuku.reports.phrases import phrase

#: Pages of a PDF that are printed; the whole of it stays in the book.
MOST_PAGES = 10
#: How closely a page of a PDF is drawn, in dots an inch.
_DPI = 130

#: In which column of its table a record has its name.
_NAMED = {
    Owner.PERSON: "name",
    Owner.LOAN: "label",
    Owner.ITEM: "label",
    Owner.MEETING: "on_date",
    Owner.GUEST: "name",
    Owner.LETTER: "subject",
    Owner.ACTIVITY: "title",
    Owner.AID: "label",
}


def document(reading: Reading, owner: Owner, owner_id: int, *, paper: Paper = "f4") -> Document:
    """Everything that belongs to the record, each photo on its page; raises AttachmentUnknown where nothing does."""
    frame = Frame(reading, Month.of(max(reading.facts.opened, reading.today)))
    made = part(reading, owner, owner_id)
    if made is None:
        raise AttachmentUnknown(owner_id)
    return Document(
        _("Attachments"), "", frame.group.letterhead, (made,), foot=_("Attachments"), paper=paper, practice=reading.facts.practice
    )


def part(reading: Reading, owner: Owner, owner_id: int) -> Part | None:
    """The appendix for another document, None where nothing belongs to the record."""
    found = [ask(reading, AttachmentData(row.id)) for row in ask(reading, AttachmentsOf(owner, owner_id))]
    if not found:
        return None
    blocks: list[Block] = []
    for one in found:
        blocks += [*([PageBreak()] if blocks else []), *_blocks(one)]
    called = " ".join((say(OWNERS[owner.value]).capitalize(), _name(reading, owner, owner_id)))
    return Part(f"attachments-{owner.value}-{owner_id}", _("Attachments"), tuple(blocks), captions=(called,), period="")


def _blocks(file: AttachmentFile) -> Iterator[Block]:
    row = file.row
    values = {"name": row.name, "day": long_date(local_day(row.recorded)), "who": row.who}
    said = phrase(N_("{name}, added on {day} by {who}"), **values)
    if Mime(row.mime) is not Mime.PDF:
        width, height = _size(file.data)
        yield Picture(file.data, width, height, said)
        return
    pages = list(_pages(file.data))
    yield Paragraph(said, small=True)
    if not pages:
        yield Paragraph(_("This paper cannot be drawn; open it from the book."))
    for number, (data, width, height) in enumerate(pages):
        if number:
            yield PageBreak()
        yield Picture(data, width, height)


def _size(data: bytes) -> tuple[int, int]:
    from PIL import Image

    with Image.open(io.BytesIO(data)) as opened:
        return int(opened.width), int(opened.height)


def _pages(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """The first pages of a PDF as photos; none where it cannot be read (a password, damage within)."""
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        opened = PdfDocument(data)
    except PdfiumError:
        return
    try:
        for number in range(min(len(opened), MOST_PAGES)):
            drawn = opened[number].render(scale=_DPI / 72).to_pil().convert("RGB")
            file = io.BytesIO()
            drawn.save(file, "JPEG", quality=80)
            yield file.getvalue(), drawn.width, drawn.height
    finally:
        opened.close()


def _name(reading: Reading, owner: Owner, owner_id: int) -> str:
    """What the record is called on paper."""
    if owner is Owner.ENTRY:
        written = read_entry(reading.connection, EntryId(owner_id))
        return f"{written.number}, {written.description}"
    name = _NAMED[owner]
    of = table(owner.value, column("id"), column(name))
    called = str(reading.connection.execute(select(of.c[name]).where(of.c.id == owner_id)).scalar_one())
    return long_date(date.fromisoformat(called)) if owner is Owner.MEETING else called
