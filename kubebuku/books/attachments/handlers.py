"""Photos and papers put in small and clean, taken out with a trace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Connection, insert, select, update

from kubebuku.books.attachments.commands import AddAttachment, Owner, RemoveAttachment
from kubebuku.books.attachments.refusals import AttachmentRemoved, AttachmentThere, OwnerUnknown
from kubebuku.books.spec import Changed, Outcome
from kubebuku.domain.names import clean_text
from kubebuku.domain.sizes import megabytes
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger.records import need_reason
from kubebuku.ledger.work import Work

if TYPE_CHECKING:
    from kubebuku.ledger.pictures import Mime
from kubebuku.books.attachments.reading import is_there, one_row
from kubebuku.books.attachments.tables import attachment

#: Signs of a file's name without its ending.
LONGEST_STEM = 100


def add(work: Work, command: AddAttachment) -> Outcome:
    """Kept small and clean. Raises OwnerUnknown, AttachmentThere, and the refusals of `ledger.pictures`."""
    _need_owner(work.connection, command.owner, command.owner_id)
    from kubebuku.ledger import pictures  # Pillow takes its time: only when a photo comes

    kept = pictures.keep(command.data)
    name = _file_name(command.file_name, kept.mime)
    mine = (attachment.c.owner == command.owner.value, attachment.c.owner_id == command.owner_id)
    there = select(attachment.c.name).where(*mine, attachment.c.sha256 == kept.sha256, attachment.c.removed.is_(None))
    already = work.connection.execute(there).scalar()
    if already is not None:
        raise AttachmentThere(already)
    values = {
        "owner": command.owner.value,
        "owner_id": command.owner_id,
        "name": name,
        "mime": kept.mime.value,
        "size": len(kept.data),
        "original_size": len(command.data),
        "sha256": kept.sha256,
        "data": kept.data,
        "who": work.who,
        "recorded": work.recorded,
    }
    id_ = work.connection.execute(insert(attachment).values(values).returning(attachment.c.id)).scalar_one()
    told = {"name": name, "size": megabytes(len(kept.data)), "given": megabytes(len(command.data))}
    message = (
        N_("{name} is kept with the book: {size}, it was {given}.")
        if len(kept.data) < len(command.data)
        else N_("{name} is kept with the book: {size}.")
    )
    return Outcome(Changed.RECORDS, said=Sentence(message, told), made={"attachment": id_})


def remove(work: Work, command: RemoveAttachment) -> Outcome:
    """The bytes are gone from the file, the line says who took them out and why."""
    row = one_row(work.connection, command.attachment)
    if row.removed is not None:
        raise AttachmentRemoved(row.name, row.removed)
    reason = need_reason(command.reason)
    work.connection.exec_driver_sql("PRAGMA secure_delete = ON")  # what was taken out is overwritten, not only forgotten
    values = {"data": b"", "removed": reason, "removed_by": work.who, "removed_on": work.recorded}
    work.connection.execute(update(attachment).where(attachment.c.id == row.id).values(values))
    return Outcome(Changed.RECORDS, said=Sentence(N_("Taken out: {name}."), {"name": row.name}))


def _need_owner(connection: Connection, owner: Owner, id_: int) -> None:
    if not is_there(connection, owner, id_):
        raise OwnerUnknown(owner.value, id_)


def _file_name(given: str, mime: Mime) -> str:
    """The name alone, without folders, with the ending that fits what the file really is."""
    last = given.replace("\\", "/").rpartition("/")[2]
    stem = last.rpartition(".")[0] if "." in last else last
    cleaned = clean_text(stem[:LONGEST_STEM], most=LONGEST_STEM).strip(" .")
    return f"{cleaned or 'foto'}{mime.suffix}"
