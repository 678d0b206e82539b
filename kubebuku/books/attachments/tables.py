"""The photos and papers kept with the book."""

from __future__ import annotations

from sqlalchemy import Named, Table, TypedColumns

from kubebuku.ledger.tables import metadata


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
