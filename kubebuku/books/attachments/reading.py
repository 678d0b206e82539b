"""Photos and papers asked for, and proved by their hash."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, column, func, select, table

from kubebuku.books.attachments.commands import Owner
from kubebuku.books.attachments.queries import (
    AttachmentCounts,
    AttachmentData,
    AttachmentFile,
    AttachmentRow,
    AttachmentsHeld,
    AttachmentsOf,
    AttachmentTotals,
)
from kubebuku.books.attachments.refusals import AttachmentRemoved, AttachmentUnknown
from kubebuku.books.attachments.tables import attachment
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger.tables import act
from kubebuku.ledger.work import Reading

#: All columns but the bytes, which lists do not need.
_TOLD = tuple(one for one in attachment.c if one.name not in {"data", "sha256"})


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
    row = one_row(reading.connection, query.attachment)
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
        if not is_there(reading.connection, Owner(row.owner), row.owner_id):
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


def one_row(connection: Connection, id_: int) -> AttachmentRow:
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


def is_there(connection: Connection, owner: Owner, id_: int) -> bool:
    of = table(owner.value, column("id"))
    return connection.execute(select(of.c.id).where(of.c.id == id_)).first() is not None
