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


class EquipmentMoveColumns(TypedColumns):
    """A change of the number of a thing on a day; `residual` what that took from its value at the end, or gave back."""

    id: Named[int]
    item: Named[int]
    on_date: Named[str]
    pieces: Named[int]
    residual: Named[int]
    how: Named[str]
    entry: Named[int | None]


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


equipment_move = Table("equipment_move", metadata, EquipmentMoveColumns)
stocktaking = Table("stocktaking", metadata, StocktakingColumns)
stocktaking_line = Table("stocktaking_line", metadata, StocktakingLineColumns)
