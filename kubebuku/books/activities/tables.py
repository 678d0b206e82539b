"""The rows of the activity book."""

from __future__ import annotations

from sqlalchemy import Named, Table, TypedColumns

from kubebuku.ledger.tables import metadata


class ActivityColumns(TypedColumns):
    """An activity; one of a meeting follows its minutes. `struck` holds the reason of a row that was struck out."""

    id: Named[int]
    year: Named[int]
    no: Named[int]
    on_date: Named[str]
    title: Named[str]
    person: Named[int | None]
    place: Named[str | None]
    story: Named[str | None]
    meeting: Named[int | None]
    struck: Named[str | None]
    who: Named[str]
    recorded: Named[str]


activity = Table("activity", metadata, ActivityColumns)
