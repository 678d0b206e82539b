"""The cash book as plain rows, for the command line."""

from __future__ import annotations

from typing import Any

from kubebuku.books.cash.queries import CashBook
from kubebuku.books.cash.reading import cash_book
from kubebuku.domain.calendar import Month
from kubebuku.ledger.work import Reading


def rows(reading: Reading, month: Month | None) -> list[dict[str, Any]]:
    """Box by box, a line for what it held before (or was opened with), then one object an entry; struck pairs left out.

    A move from box to box stands once in each of the two.
    """
    found: list[dict[str, Any]] = []
    for box in reading.chart.boxes:
        page = cash_book(reading, CashBook(box.code, month, show_struck=False))
        if not page.rows and not page.opening:
            continue
        first = month.first if month is not None else reading.facts.opened
        before = {
            "id": None,
            "date": first.isoformat(),
            "number": None,
            "description": None,
            "unit": None,
            "received": 0,
            "paid": 0,
            "balance": int(page.opening),
            "nota": None,
            "kind": "before",
        }
        found.append({"box": box.code, **before})
        found.extend(
            {
                "box": box.code,
                "id": row.entry,
                "date": row.on.isoformat(),
                "number": row.number,
                "description": row.description,
                "unit": row.unit or None,
                "received": int(row.received),
                "paid": int(row.paid),
                "balance": int(row.balance) if row.balance is not None else None,
                "nota": row.nota,
                "kind": row.kind,
            }
            for row in page.rows
            if not row.struck
        )
    return found
