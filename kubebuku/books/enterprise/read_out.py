"""The books of the businesses as plain rows, for the command line."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import select

from kubebuku.books.enterprise.results import in_result, result_of, results
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import OPENING, BuktiNumber
from kubebuku.domain.money import Rupiah
from kubebuku.ledger.tables import entry, posting, unit
from kubebuku.ledger.work import Reading


def rows(reading: Reading, month: Month | None) -> list[dict[str, Any]]:
    """One object an entry and business, in the columns of domain.md 2.10; business by business, `unit` null for Umum.

    `balance` is the profit of the year so far; without a month everything from the beginning is listed.
    """
    first = month or Month.of(reading.facts.opened)
    last = month or Month.of(reading.today)
    balances: dict[tuple[int | None, int], Rupiah] = {}
    if month is not None and month.number > 1:
        for (earlier, _), result in results(reading, Month(month.year, 1), month.plus(-1)).items():
            balances[earlier, month.year] = balances.get((earlier, month.year), Rupiah(0)) + result.profit
    asked = (
        select(entry.c.id, entry.c.series, entry.c.year, entry.c.seq, entry.c.date, entry.c.description, unit.c.id.label("unit"))
        .add_columns(unit.c.label, posting.c.account, posting.c.amount)
        .join(posting, posting.c.entry == entry.c.id)
        .outerjoin(unit, unit.c.id == posting.c.unit)
        .where(*in_result(first, last))
        .order_by(unit.c.id.is_(None), unit.c.opened, unit.c.id, entry.c.date, entry.c.kind != OPENING, entry.c.id)
    )
    sums: dict[tuple[int | None, int], list[tuple[str, int]]] = {}
    heads: dict[tuple[int | None, int], tuple[str | None, str, str, str]] = {}
    for id_, series, year, seq, when, description, of, label, account, amount in reading.connection.execute(asked):
        heads[of, id_] = (label, when, str(BuktiNumber(series, year, seq)), description)
        sums.setdefault((of, id_), []).append((account, amount))
    found = []
    for (of, id_), (label, when, number, description) in heads.items():
        result = result_of(sums[of, id_])
        key = (of, date.fromisoformat(when).year)
        balances[key] = balances.get(key, Rupiah(0)) + result.profit
        found.append(
            {
                "unit": label,
                "id": id_,
                "date": when,
                "number": number,
                "description": description,
                "income": int(result.income),
                "materials": int(result.materials),
                "other_costs": int(result.other_costs),
                "balance": int(balances[key]),
            }
        )
    return found
