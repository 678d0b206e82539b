"""Rows beside the ledger: what was counted, and how many animals there are. Values stand in the ledger alone."""

from __future__ import annotations

from sqlalchemy import Named, Table, TypedColumns

from kubebuku.ledger.tables import metadata


class StockCountColumns(TypedColumns):
    """One count of a business's stock (account 1140) or animals (1141); `entry` posts the difference where there was one."""

    id: Named[int]
    unit: Named[int]
    account: Named[str]
    on_date: Named[str]
    who: Named[str]
    recorded: Named[str]
    entry: Named[int | None]


class StockLineColumns(TypedColumns):
    """What was counted of one kind: thousandths of a measure, and the purchase price of one in rupiah."""

    stock_count: Named[int]
    line: Named[int]
    name: Named[str]
    quantity_milli: Named[int]
    measure: Named[str | None]
    price: Named[int]


class LivestockColumns(TypedColumns):
    """How a herd grew or shrank, in whole animals; `entry` is the act behind it, NULL for births."""

    id: Named[int]
    unit: Named[int]
    on_date: Named[str]
    animal: Named[str]
    change: Named[int]
    cause: Named[str]
    note: Named[str | None]
    entry: Named[int | None]


stock_count = Table("stock_count", metadata, StockCountColumns)
stock_line = Table("stock_line", metadata, StockLineColumns)
livestock = Table("livestock", metadata, LivestockColumns)
