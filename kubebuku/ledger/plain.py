"""The questions that scripts ask a thousand times, put by sqlite3 alone: Core is not loaded for them.

They are the only ones of their kind: `balances` asks here too.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date
from operator import itemgetter
from typing import Any, NamedTuple

from kubebuku.domain.accounts import BANK, CASH, LOAN_CASH, SOLIDARITY_CASH
from kubebuku.domain.entries import OPENING
from kubebuku.domain.money import Rupiah

_BOXES = frozenset({CASH, LOAN_CASH, SOLIDARITY_CASH, BANK})


class RegisterLine(NamedTuple):
    """One posting of an account, with what the account holds after it (debit positive)."""

    id: int
    number: str
    date: str
    description: str
    kind: str
    amount: Rupiah
    balance: Rupiah
    unit: int | None
    person: int | None
    loan: int | None
    item: int | None


def _where(conditions: dict[str, object]) -> tuple[str, list[object]]:
    """The conditions that are given, each with one question mark; `x IN` takes several values."""
    words, values = ["1"], list[object]()
    for condition, value in conditions.items():
        if isinstance(value, tuple):
            words.append(f"{condition} ({', '.join('?' * len(value))})")
            values += value
        elif value is not None:
            words.append(f"{condition} ?")
            values.append(value.isoformat() if isinstance(value, date) else value)
    return " AND ".join(words), values


def by_account(raw: sqlite3.Connection, *accounts: str, at: date | None = None) -> dict[str, Rupiah]:
    """What each account with a posting, or each of those given, holds at the end of `at` (now if None), debit positive, zeros
    included.
    """
    where, values = _where({"account IN": accounts or None, "date <=": at})
    rows = raw.execute(f"SELECT account, SUM(amount) FROM posting WHERE {where} GROUP BY account ORDER BY account", values)
    return {code: Rupiah(amount) for code, amount in rows}


def register(
    raw: sqlite3.Connection,
    accounts: tuple[str, ...],
    *,
    first: date | None = None,
    last: date | None = None,
    person: int | None = None,
    loan: int | None = None,
    unit: int | None = None,
    item: int | None = None,
) -> tuple[Rupiah, list[RegisterLine]]:
    """The balance before `first` and each posting from `first` to `last`, oldest first: by date, then in order of recording.

    Of boxes a day's receipts come before its payments, as the zero rule reckons and the cash book shows: one line has one
    balance wherever it is read. What was struck out stands beside its mirror there, so that the pair moves no other balance.
    """
    narrowed: dict[str, object] = {
        "p.account IN": accounts,
        "p.person =": person,
        "p.loan =": loan,
        "p.unit =": unit,
        "p.item =": item,
    }
    opening = Rupiah(0)
    if first is not None:
        where, values = _where({**narrowed, "p.date <": first})
        (before,) = raw.execute(f"SELECT COALESCE(SUM(p.amount), 0) FROM posting AS p WHERE {where}", values).fetchone()
        opening = Rupiah(before)
    where, values = _where({**narrowed, "p.date >=": first, "p.date <=": last})
    found: Sequence[Any] = raw.execute(
        "SELECT e.id, e.series, e.year, e.seq, p.date, e.description, e.kind, p.amount, p.unit, p.person, p.loan, p.item"
        f" FROM posting AS p JOIN entry AS e ON e.id = p.entry WHERE {where} ORDER BY p.date, e.kind <> ?, p.entry, p.line",
        [*values, OPENING],
    ).fetchall()
    if all(code[:4] in _BOXES for code in accounts):
        found = _receipts_first(raw, found)
    lines = []
    held = int(opening)
    for id_, series, year, seq, when, description, kind, amount, *points in found:
        held += amount
        number = f"{series}/{year}/{seq:04d}"
        lines.append(RegisterLine(id_, number, when, description, kind, Rupiah(amount), Rupiah(held), *points))
    return opening, lines


#: Id, day, kind and amount of a posting as `register` asks for them.
_PLACED = itemgetter(0, 4, 6, 7)


def _receipts_first(raw: sqlite3.Connection, rows: Sequence[Any]) -> list[Any]:
    """Postings of boxes in the order of the cash book; a mirror follows what it strikes out."""
    mirrors = by_mirror(raw)
    placed = [_PLACED(row) for row in rows]
    net: dict[int, int] = {}
    openings = set()
    for id_, _when, kind, amount in placed:
        net[id_] = net.get(id_, 0) + amount
        if kind == OPENING:
            openings.add(id_)
    places = []
    for at, (id_, when, kind, _amount) in enumerate(placed):
        of = mirrors.get(id_, id_)
        # an opening that was mended stays before everything else of its day, with its mirror
        places.append((when, kind != OPENING and of not in openings, net.get(of, 0) < 0, of, id_, at))
    places.sort()
    return [rows[place[-1]] for place in places]


def by_mirror(raw: sqlite3.Connection) -> dict[int, int]:
    """By the id of each mirror of the same date, the id of the entry it strikes out (see `struck`)."""
    # with "> 0" SQLite begins at the few reversals by their index, instead of looking through every entry
    return dict(
        raw.execute(
            "SELECT m.id, m.reverses FROM entry AS m WHERE m.reverses > 0"
            " AND EXISTS (SELECT 1 FROM entry AS o WHERE o.id = m.reverses AND o.date = m.date)"
        )
    )
