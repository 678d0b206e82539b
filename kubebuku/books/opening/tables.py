"""Rows of other books which an opening fills, named without their owners."""

from __future__ import annotations

from sqlalchemy import column, table

equipment = table(
    "equipment",
    column("item"),
    column("unit"),
    column("quantity"),
    column("measure"),
    column("source"),
    column("place"),
    column("life_months"),
    column("residual"),
    column("for_hire"),
)

livestock = table(
    "livestock", column("unit"), column("on_date"), column("animal"), column("change"), column("cause"), column("entry")
)
