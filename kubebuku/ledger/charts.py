"""The chart of accounts: as it comes with the program, and as a book has it."""

from __future__ import annotations

import sqlite3
from functools import cache, lru_cache
from typing import Any

from kubebuku import resources
from kubebuku.domain.accounts import Account, CashflowClass, Chart, Dimension, Kind, read_chart
from kubebuku.ledger.troubles import TORN, TornRow


@cache
def shipped_chart() -> Chart:
    """Every account of a new book, with its names."""
    return read_chart(resources.read_text("charts", "kube.toml"))


def chart_of(raw: sqlite3.Connection) -> Chart:
    """The chart of this book: shipped labels unless the group has its own, and the group's own accounts. Raises TornRow."""
    rows = raw.execute("SELECT code, parent, kind, label, box, needs, cashflow, closed FROM account ORDER BY code")
    return _chart(tuple(rows))


@lru_cache(maxsize=4)
def _chart(rows: tuple[tuple[Any, ...], ...]) -> Chart:
    """The chart of these rows. Kept, for every act asks for it and it hardly ever changes."""
    try:
        return Chart(_account(*row) for row in rows)
    except TORN as error:
        raise TornRow(str(error)) from error


def _account(
    code: str, parent: str | None, kind: str, label: str | None, box: int, needs: str, cashflow: str | None, closed: int
) -> Account:
    known = shipped_chart().get(code)
    return Account(
        code=code,
        kind=Kind(kind),
        labels={"id": label, "en": label} if label else (known.labels if known else {"id": code}),
        box=bool(box),
        needs=frozenset(Dimension(name) for name in needs.split(",") if name),
        cashflow=CashflowClass(cashflow) if cashflow else None,
        parent=parent,
        closed=bool(closed),
    )
