"""What one account answers to scripts, as plain rows for JSON. Light: sqlite3 alone."""

from __future__ import annotations

import sqlite3
from typing import Any

from kubebuku.app.names import read_names
from kubebuku.domain.calendar import Month
from kubebuku.domain.money import Rupiah
from kubebuku.domain.refusals import UnknownAccount
from kubebuku.ledger import plain


def register(raw: sqlite3.Connection, account: str, month: Month | None) -> tuple[Rupiah, list[dict[str, Any]]]:
    """The balance before and every line of an account, of one month or of all; raises UnknownAccount."""
    if raw.execute("SELECT 1 FROM account WHERE code = ?", (account,)).fetchone() is None:
        raise UnknownAccount(account)
    names = read_names(raw)
    span = (month.first, month.last) if month else (None, None)
    opening, lines = plain.register(raw, (account,), first=span[0], last=span[1])
    rows = [
        {
            "id": line.id,
            "number": line.number,
            "date": line.date,
            "description": line.description,
            "amount": int(line.amount),
            "balance": int(line.balance),
            "unit": None if line.unit is None else names.units[line.unit],
            "person": None if line.person is None else names.people[line.person],
            "loan": line.loan,
            "item": line.item,
        }
        for line in lines
    ]
    return opening, rows
