"""The cash book's own rows: what was counted."""

from __future__ import annotations

from sqlalchemy import Named, Table, TypedColumns

from kubebuku.ledger.tables import metadata


class BoxCountColumns(TypedColumns):
    """Counted against the book on a day, in rupiah; `entry` explains a difference."""

    id: Named[int]
    account: Named[str]
    on_date: Named[str]
    counted: Named[int]
    book: Named[int]
    note: Named[str | None]
    who: Named[str]
    recorded: Named[str]
    entry: Named[int | None]


box_count = Table("box_count", metadata, BoxCountColumns)
