"""A file from the disk on its way into the book: its size is looked at before a byte of it is read."""

from __future__ import annotations

import contextlib
import stat
from pathlib import Path

from kubebuku.books.attachments.commands import AddAttachment, Owner
from kubebuku.domain.errors import Surroundings
from kubebuku.domain.text import N_
from kubebuku.ledger import descriptors


class FileUnreadable(Surroundings):
    """Gone, a folder, or not allowed: the stick was pulled out, the phone disconnected."""

    code = "attachment-unreadable"
    wrong = N_("The file {name} cannot be read.")
    remedy = N_("Connect the phone or the flash disk again, or copy the file to this computer first.")

    name: str


def from_file(path: Path, owner: Owner, owner_id: int) -> AddAttachment:
    """The command that puts the file into the book. Raises AttachmentTooLarge, FileUnreadable, AttachmentBroken."""
    from kubebuku.ledger import pictures

    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):  # a pipe would be waited at for ever
            raise FileUnreadable(path.name)
        pictures.require_size(found.st_size)
        data = descriptors.content(path, pictures.LARGEST_PHOTO + 1)
    except OSError as error:
        raise FileUnreadable(path.name) from error
    if data.startswith(b"%PDF-"):
        _require_pages(data)
    return AddAttachment(owner=owner, owner_id=owner_id, file_name=path.name, data=data)


def _require_pages(data: bytes) -> None:
    """Refuse a PDF without a page that can be opened; one with a password is kept, for whoever knows it."""
    from pypdfium2 import PdfDocument, PdfiumError

    from kubebuku.ledger.pictures import AttachmentBroken

    try:
        with contextlib.closing(PdfDocument(data)) as document:
            if not len(document):
                raise AttachmentBroken
    except PdfiumError as trouble:
        if "password" not in str(trouble).casefold():
            raise AttachmentBroken from trouble
