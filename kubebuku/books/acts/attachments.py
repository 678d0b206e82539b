"""Photos and papers kept with the book: put in small and clean, proved by their hash, taken out with a trace.

They are not under the seal (docs/decisions/0023-attachments.md): a photo may be added to what stands in a closed month.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Named, Row, Table, TypedColumns, column, func, insert, select, table, update

from kubebuku.books.acts.attachment_commands import (
    AddAttachment,
    AttachmentCounts,
    AttachmentData,
    AttachmentFile,
    AttachmentRow,
    AttachmentsHeld,
    AttachmentsOf,
    AttachmentTotals,
    Owner,
    RemoveAttachment,
)
from kubebuku.books.acts.attachment_refusals import (
    AttachmentRemoved,
    AttachmentThere,
    AttachmentUnknown,
    OwnerUnknown,
)
from kubebuku.books.spec import Changed, Outcome
from kubebuku.domain.names import clean_text
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger.records import need_reason
from kubebuku.ledger.tables import act, metadata
from kubebuku.ledger.work import Reading, Work

if TYPE_CHECKING:
    from kubebuku.ledger.pictures import Mime

#: Signs of a file's name without its ending.
LONGEST_STEM = 100


class AttachmentColumns(TypedColumns):
    """A photo or paper. `data` is empty once it was removed; `size` and `sha256` are those of what was kept."""

    id: Named[int]
    owner: Named[str]
    owner_id: Named[int]
    name: Named[str]
    mime: Named[str]
    size: Named[int]
    original_size: Named[int]
    sha256: Named[str]
    data: Named[bytes]
    removed: Named[str | None]
    removed_by: Named[str | None]
    removed_on: Named[str | None]
    who: Named[str]
    recorded: Named[str]


attachment = Table("attachment", metadata, AttachmentColumns)

#: All columns but the bytes, which lists do not need.
_TOLD = tuple(one for one in attachment.c if one.name not in {"data", "sha256"})


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
    told = {"name": name, "size": pictures.megabytes(len(kept.data)), "given": pictures.megabytes(len(command.data))}
    message = (
        N_("{name} is kept with the book: {size}, it was {given}.")
        if len(kept.data) < len(command.data)
        else N_("{name} is kept with the book: {size}.")
    )
    return Outcome(Changed.RECORDS, said=Sentence(message, told), made={"attachment": id_})


def remove(work: Work, command: RemoveAttachment) -> Outcome:
    """The bytes are gone from the file, the line says who took them out and why."""
    row = _one(work.connection, command.attachment)
    if row.removed is not None:
        raise AttachmentRemoved(row.name, row.removed)
    reason = need_reason(command.reason)
    work.connection.exec_driver_sql("PRAGMA secure_delete = ON")  # what was taken out is overwritten, not only forgotten
    values = {"data": b"", "removed": reason, "removed_by": work.who, "removed_on": work.recorded}
    work.connection.execute(update(attachment).where(attachment.c.id == row.id).values(values))
    return Outcome(Changed.RECORDS, said=Sentence(N_("Taken out: {name}."), {"name": row.name}))


def attachments_of(reading: Reading, query: AttachmentsOf) -> tuple[AttachmentRow, ...]:
    """Oldest first."""
    ids = [query.owner_id]
    if query.owner is Owner.ENTRY:
        ids = _replaced(reading.connection, query.owner_id)
    wanted = select(*_TOLD).where(attachment.c.owner == query.owner.value, attachment.c.owner_id.in_(ids))
    if not query.with_removed:
        wanted = wanted.where(attachment.c.removed.is_(None))
    return tuple(_row(row) for row in reading.connection.execute(wanted.order_by(attachment.c.id)))


def attachment_data(reading: Reading, query: AttachmentData) -> AttachmentFile:
    """With its bytes."""
    row = _one(reading.connection, query.attachment)
    if row.removed is not None:
        raise AttachmentRemoved(row.name, row.removed)
    data = reading.connection.execute(select(attachment.c.data).where(attachment.c.id == row.id)).scalar_one()
    return AttachmentFile(row, bytes(data))


def totals(reading: Reading, query: AttachmentTotals) -> AttachmentsHeld:
    """Of the whole book."""
    held = select(func.count(), func.coalesce(func.sum(attachment.c.size), 0)).where(attachment.c.removed.is_(None))
    count, size = reading.connection.execute(held).one()
    return AttachmentsHeld(int(count), int(size))


def counts(reading: Reading, query: AttachmentCounts) -> dict[int, int]:
    """By id of the owner."""
    wanted = (
        select(attachment.c.owner_id, func.count())
        .where(attachment.c.owner == query.owner.value, attachment.c.removed.is_(None))
        .group_by(attachment.c.owner_id)
    )
    found = {int(id_): int(count) for id_, count in reading.connection.execute(wanted)}
    if found and query.owner is Owner.ENTRY:
        _inherit(reading.connection, found)
    return found


def as_they_were(reading: Reading) -> Iterable[Sentence]:
    """Every photo and paper is what was put in, and what it belongs to is there."""
    rows = reading.connection.execute(select(attachment).where(attachment.c.removed.is_(None)).order_by(attachment.c.id))
    for row in rows:
        data = bytes(row.data)
        if len(data) != row.size or hashlib.sha256(data).hexdigest() != row.sha256:
            yield Sentence(N_("{name} is not what was put in on {day}."), {"name": row.name, "day": _day(row.recorded)})
        if not _is_there(reading.connection, Owner(row.owner), row.owner_id):
            yield Sentence(N_("What {name} belongs to is not in the book."), {"name": row.name})


def _day(recorded: str) -> date:
    return date.fromisoformat(recorded[:10])


def _inherit(connection: Connection, found: dict[int, int]) -> None:
    """An entry has also what belonged to the one it was written in place of."""
    written = select(act.c.entry, act.c.replaces).where(act.c.entry.is_not(None), act.c.replaces.is_not(None))
    for entry, before in connection.execute(written.order_by(act.c.entry)):
        if before in found:
            found[entry] = found.get(entry, 0) + found[before]


def _replaced(connection: Connection, entry: int) -> list[int]:
    """The entry and those it was written in place of."""
    found: list[int] = []
    following: int | None = entry
    while following is not None and following not in found:
        found.append(following)
        following = connection.execute(select(act.c.replaces).where(act.c.entry == following)).scalar()
    return found


def _one(connection: Connection, id_: int) -> AttachmentRow:
    row = connection.execute(select(*_TOLD).where(attachment.c.id == id_)).first()
    if row is None:
        raise AttachmentUnknown(id_)
    return _row(row)


def _row(row: Row[*tuple[Any, ...]]) -> AttachmentRow:
    return AttachmentRow(
        id=row.id,
        owner=Owner(row.owner),
        owner_id=row.owner_id,
        name=row.name,
        mime=row.mime,
        size=row.size,
        original_size=row.original_size,
        who=row.who,
        recorded=row.recorded,
        removed=row.removed,
        removed_by=row.removed_by,
        removed_on=row.removed_on,
    )


def _need_owner(connection: Connection, owner: Owner, id_: int) -> None:
    if not _is_there(connection, owner, id_):
        raise OwnerUnknown(owner.value, id_)


def _is_there(connection: Connection, owner: Owner, id_: int) -> bool:
    of = table(owner.value, column("id"))
    return connection.execute(select(of.c.id).where(of.c.id == id_)).first() is not None


def _file_name(given: str, mime: Mime) -> str:
    """The name alone, without folders, with the ending that fits what the file really is."""
    last = given.replace("\\", "/").rpartition("/")[2]
    stem = last.rpartition(".")[0] if "." in last else last
    cleaned = clean_text(stem[:LONGEST_STEM], most=LONGEST_STEM).strip(" .")
    return f"{cleaned or 'foto'}{mime.suffix}"
