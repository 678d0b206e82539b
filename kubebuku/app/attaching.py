"""A file from the disk on its way into the book: its size is looked at before a byte of it is read."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

from kubebuku.books.attachments.commands import AddAttachment, Owner
from kubebuku.domain.errors import Surroundings
from kubebuku.domain.text import N_, Sentence


class FileUnreadable(Surroundings):
    """Gone, a folder, or not allowed: the stick was pulled out, the phone disconnected."""

    code = "attachment-unreadable"

    def __init__(self, name: str) -> None:
        super().__init__(
            Sentence(N_("The file {name} cannot be read."), {"name": name}),
            remedy=Sentence(N_("Connect the phone or the flash disk again, or copy the file to this computer first.")),
        )


def from_file(path: Path, owner: Owner, owner_id: int) -> AddAttachment:
    """The command that puts the file into the book. Raises AttachmentTooLarge, FileUnreadable."""
    pictures: Any = importlib.import_module("kubebuku.ledger.pictures")
    try:
        pictures.require_size(path.stat().st_size)
        with path.open("rb") as file:
            data = file.read(pictures.LARGEST_PHOTO + 1)
    except OSError as error:
        raise FileUnreadable(path.name) from error
    return AddAttachment(owner=owner, owner_id=owner_id, file_name=path.name, data=data)
