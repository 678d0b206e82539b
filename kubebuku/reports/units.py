"""The businesses of a book, in the order in which reports list them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from kubebuku.ledger.tables import unit


@dataclass(frozen=True, slots=True)
class UnitName:
    """A business: `savings_loan` marks the built-in simpan pinjam."""

    id: int
    label: str
    icon: str
    savings_loan: bool
    opened: date
    closed: date | None


def read_units(connection: Connection) -> tuple[UnitName, ...]:
    """All of them in the order of their opening, simpan pinjam last (accounting.md 2)."""
    found = [
        UnitName(
            row.id,
            row.label,
            row.icon or "usaha",
            row.kind == "simpan_pinjam",
            date.fromisoformat(row.opened),
            date.fromisoformat(row.closed) if row.closed else None,
        )
        for row in connection.execute(select(unit).order_by(unit.c.opened, unit.c.id))
    ]
    return tuple(sorted(found, key=lambda one: one.savings_loan))
