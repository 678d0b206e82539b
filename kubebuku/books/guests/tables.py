"""The rows of the guest book."""

from __future__ import annotations

from sqlalchemy import Named, Table, TypedColumns

from kubebuku.ledger.tables import metadata


class GuestColumns(TypedColumns):
    """A visit. `struck` holds the reason of a row that was struck out."""

    id: Named[int]
    year: Named[int]
    no: Named[int]
    on_date: Named[str]
    name: Named[str]
    agency: Named[str | None]
    position: Named[str | None]
    purpose: Named[str]
    impression: Named[str | None]
    struck: Named[str | None]
    who: Named[str]
    recorded: Named[str]


guest = Table("guest", metadata, GuestColumns)
