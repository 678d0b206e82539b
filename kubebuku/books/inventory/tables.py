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
