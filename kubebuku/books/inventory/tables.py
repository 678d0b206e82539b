"""What the inventory writes of a thing beside its identity in the ledger (`ledger.tables.item`)."""

from __future__ import annotations

from sqlalchemy import Named, Table, TypedColumns

from kubebuku.ledger.tables import metadata


class EquipmentColumns(TypedColumns):
    """One row a thing. `without_value` ones stand for no money; their item's value is a price that was only written down."""

    item: Named[int]
    unit: Named[int | None]
    quantity: Named[int]
    measure: Named[str | None]
    source: Named[str]
    aid: Named[int | None]
    place: Named[str | None]
    keeper: Named[int | None]
    condition: Named[str]
    life_months: Named[int | None]
    residual: Named[int]
    for_hire: Named[int]
    without_value: Named[int]
    ended: Named[str | None]
    note: Named[str | None]


equipment = Table("equipment", metadata, EquipmentColumns)


class StocktakingColumns(TypedColumns):
    """One count of the goods."""

    id: Named[int]
    on_date: Named[str]
    note: Named[str | None]
    who: Named[str]
    recorded: Named[str]


class StocktakingLineColumns(TypedColumns):
    """What was found of a thing beside what the list said."""

    stocktaking: Named[int]
    item: Named[int]
    expected: Named[int]
    counted: Named[int]
    condition: Named[str]
    note: Named[str | None]


stocktaking = Table("stocktaking", metadata, StocktakingColumns)
stocktaking_line = Table("stocktaking_line", metadata, StocktakingLineColumns)
