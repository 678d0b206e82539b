"""The rows of the books of letters."""

from __future__ import annotations

from sqlalchemy import Named, Table, TypedColumns

from kubebuku.ledger.tables import metadata


class LetterColumns(TypedColumns):
    """A letter. `on_date` is the day it was received or sent, `struck` the reason of a row that was struck out."""

    id: Named[int]
    way: Named[str]
    year: Named[int]
    agenda: Named[int]
    number: Named[str | None]
    letter_date: Named[str]
    on_date: Named[str]
    party: Named[str]
    subject: Named[str]
    enclosures: Named[str | None]
    forwarded: Named[str | None]
    copies: Named[str | None]
    follow_up: Named[str]
    follow_up_note: Named[str | None]
    struck: Named[str | None]
    who: Named[str]
    recorded: Named[str]


letter = Table("letter", metadata, LetterColumns)
