"""What the ledger answers to scripts, as plain rows for JSON. Heavy, so imported late."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import select

from kubebuku.app.names import read_names
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import OPENING, BuktiNumber
from kubebuku.domain.statements import Role, Row
from kubebuku.ledger import statements
from kubebuku.ledger.refusals import BookDamaged
from kubebuku.ledger.statements import Statement
from kubebuku.ledger.tables import entry, posting
from kubebuku.ledger.work import Reading

#: The keys of an entry in `kubebuku journal`; `entries` has more.
_JOURNAL = ("id", "number", "date", "description", "kind", "postings", "reverses", "hash")


def journal(reading: Reading, month: Month | None) -> Iterator[dict[str, Any]]:
    """Every entry, by date and then in order of recording, the opening first on its day."""
    return ({key: found[key] for key in _JOURNAL} for found in entries(reading, month))


def entries(reading: Reading, month: Month | None = None) -> Iterator[dict[str, Any]]:
    """The same with nota, who and the time of recording; units and people by name."""
    names = read_names(reading.raw)
    wanted = [entry.c.date.between(month.first.isoformat(), month.last.isoformat())] if month else []
    order = (entry.c.date, entry.c.kind != OPENING, entry.c.id)
    lines = reading.connection.execute(
        select(posting).join(entry, entry.c.id == posting.c.entry).where(*wanted).order_by(*order, posting.c.line)
    )
    by_entry = groupby(lines, key=itemgetter(0))
    for row in reading.connection.execute(select(entry).where(*wanted).order_by(*order)):
        id_, postings = next(by_entry, (None, ()))
        number = str(BuktiNumber(row.series, row.year, row.seq))
        if id_ != row.id:
            raise BookDamaged(reading.facts.name, number)
        yield {
            "id": row.id,
            "number": number,
            "date": row.date,
            "description": row.description,
            "nota": row.nota,
            "kind": row.kind,
            "who": row.who,
            "recorded": row.recorded,
            "postings": [
                {
                    "account": line.account,
                    "amount": line.amount,
                    "unit": None if line.unit is None else names.units[line.unit],
                    "person": None if line.person is None else names.people[line.person],
                    "loan": line.loan,
                    "item": line.item,
                }
                for line in postings
            ],
            "reverses": row.reverses,
            "hash": row.hash,
        }


def statement(reading: Reading, kind: str, first: Month, last: Month, language: str) -> Statement:
    """One of the three statements, by month."""
    make = {"position": statements.position, "income": statements.income, "cashflow": statements.cashflow}[kind]
    return make(reading.connection, reading.chart, first, last, language=language)


def with_figures(found: Statement) -> list[Row[str]]:
    """The rows that have figures: for programs, which need no headings."""
    return [row for row in found.rows if row.role is not Role.HEADING]
