"""Months and years that want closing, and years that are not closed whole."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select

from kubebuku.books import places
from kubebuku.books.cash.common import label
from kubebuku.books.closing.years import closing_entries, results
from kubebuku.books.spec import Attention
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger import closings
from kubebuku.ledger.tables import unit
from kubebuku.ledger.work import Reading


def month_to_close(reading: Reading) -> Iterable[Attention]:
    """A month that is over and open."""
    following = closings.next_month(reading.connection)
    if following.last < reading.today:
        title = Sentence(N_("{month} is not closed yet"), {"month": following})
        detail = Sentence(N_("Count the money, then close the month."))
        yield Attention("closing", title, detail, "kunci", places.Closings())


def year_to_close(reading: Reading) -> Iterable[Attention]:
    """A year that is over, whose other months are closed."""
    following = closings.next_month(reading.connection)
    over = following.number == 12 and following.last < reading.today
    if over and not closing_entries(reading.connection, following.year) and results(reading, following.year):
        title = Sentence(N_("The year {year} is not closed yet"), {"year": str(following.year)})
        detail = Sentence(N_("Close it before {month}, so that its result can be shared."), {"month": following})
        yield Attention("year", title, detail, "kunci", places.Closings())


def years_closed_whole(reading: Reading) -> Iterable[Sentence]:
    """A closed year has no income or cost left at its end (accounting.md 7)."""
    left = N_("The year {year} is closed, but {account} still holds {amount} of {unit}.")
    unassigned = N_("The year {year} is closed, but {account} still holds {amount} without a business.")
    names = dict(reading.connection.execute(select(unit.c.id, unit.c.label)).all())
    for year in range(reading.facts.opened.year, reading.today.year + 1):
        if closing_entries(reading.connection, year):
            for (account, unit_), amount in results(reading, year).items():
                values = {"year": str(year), "account": label(reading.chart[account]), "amount": amount}
                yield (
                    Sentence(unassigned, values)
                    if unit_ is None
                    else Sentence(left, {**values, "unit": names.get(unit_, str(unit_))})
                )
