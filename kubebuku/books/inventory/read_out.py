"""The inventory as plain rows, for the command line."""

from __future__ import annotations

from typing import Any

from kubebuku.books.inventory.queries import EquipmentList
from kubebuku.books.inventory.reading import equipment_list
from kubebuku.domain.calendar import Month
from kubebuku.ledger.work import Reading


def rows(reading: Reading, month: Month | None) -> list[dict[str, Any]]:
    """One object a thing that is there at the end of the month (now if None): the eight columns, then what it stands for."""
    at = min(month.last, reading.today) if month is not None else reading.today
    return [
        {
            "no": row.no,
            "label": row.label,
            "source": row.source,
            "date": row.acquired.isoformat(),
            "quantity": row.quantity,
            "measure": row.measure,
            "place": row.place,
            "condition": row.condition,
            "note": row.note,
            "item": row.item,
            "number": row.number,
            "unit": row.unit_label,
            "keeper": row.keeper_name,
            "aid": row.aid,
            "for_hire": row.for_hire,
            "value": int(row.value),
            "depreciation": int(row.written_off),
            "book_value": int(row.book_value),
        }
        for row in equipment_list(reading, EquipmentList(at))
    ]
