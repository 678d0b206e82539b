"""What was counted, what the book says is there, and how many animals each business keeps."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import func, select

from kubebuku.books import places
from kubebuku.books.enterprise.herd import value_without_animals
from kubebuku.books.enterprise.rules import value_of
from kubebuku.books.enterprise.stock_queries import (
    CountedLine,
    CountRow,
    HerdChange,
    HerdRow,
    Herds,
    HerdStory,
    StockCounts,
    StockRow,
    StockValues,
)
from kubebuku.books.enterprise.tables import livestock, stock_count, stock_line
from kubebuku.books.spec import Attention
from kubebuku.domain.accounts import LIVESTOCK, STOCK
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import BuktiNumber, EntryId, UnitId
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger.tables import entry, posting, unit
from kubebuku.ledger.work import Reading


def stock_counts(reading: Reading, query: StockCounts) -> tuple[CountRow, ...]:
    """See `StockCounts`."""
    rows = (
        select(stock_count, unit.c.label, entry.c.series, entry.c.year, entry.c.seq)
        .join(unit, unit.c.id == stock_count.c.unit)
        .outerjoin(entry, entry.c.id == stock_count.c.entry)
        .order_by(stock_count.c.on_date.desc(), stock_count.c.id.desc())
    )
    if query.unit is not None:
        rows = rows.where(stock_count.c.unit == query.unit)
    lines = _lines(reading)
    posted = (
        select(stock_count.c.id, func.sum(posting.c.amount))
        .join(posting, (posting.c.entry == stock_count.c.entry) & (posting.c.account == stock_count.c.account))
        .group_by(stock_count.c.id)
    )
    differences: dict[int, int] = dict(reading.connection.execute(posted).all())
    found = []
    for row in reading.connection.execute(rows):
        counted = tuple(lines.get(row.id, ()))
        number = None if row.series is None else str(BuktiNumber(row.series, row.year, row.seq))
        found.append(
            CountRow(
                row.id,
                UnitId(row.unit),
                row.label,
                row.account == LIVESTOCK,
                date.fromisoformat(row.on_date),
                row.who,
                sum((line.value for line in counted), Rupiah(0)),
                Rupiah(differences.get(row.id, 0)),
                None if row.entry is None else EntryId(row.entry),
                number,
                counted,
            )
        )
    return tuple(found)


def _lines(reading: Reading) -> dict[int, list[CountedLine]]:
    found: dict[int, list[CountedLine]] = {}
    for row in reading.connection.execute(select(stock_line).order_by(stock_line.c.stock_count, stock_line.c.line)):
        price = Rupiah(row.price)
        line = CountedLine(row.name, row.quantity_milli, row.measure, price, value_of(row.quantity_milli, price))
        found.setdefault(row.stock_count, []).append(line)
    return found


def stock_values(reading: Reading, query: StockValues) -> tuple[StockRow, ...]:
    """See `StockValues`."""
    at = query.at or reading.today
    base = func.substr(posting.c.account, 1, 4)
    sums = (
        select(base, posting.c.unit, func.sum(posting.c.amount))
        .where(
            posting.c.account.in_([one.code for one in reading.chart.under(STOCK, LIVESTOCK)]), posting.c.date <= at.isoformat()
        )
        .group_by(base, posting.c.unit)
    )
    counts = (
        select(stock_count.c.account, stock_count.c.unit, func.max(stock_count.c.on_date))
        .where(stock_count.c.on_date <= at.isoformat())
        .group_by(stock_count.c.account, stock_count.c.unit)
    )
    values: dict[tuple[str, int | None], int] = {
        (account, of): amount for account, of, amount in reading.connection.execute(sums)
    }
    counted: dict[tuple[str, int | None], str] = {(account, of): day for account, of, day in reading.connection.execute(counts)}
    labels: dict[int, str] = dict(reading.connection.execute(select(unit.c.id, unit.c.label)).all())
    rows = []
    for account, of in sorted(values.keys() | counted.keys(), key=lambda key: (key[1] or 0, key[0])):
        value, day = Rupiah(values.get((account, of), 0)), counted.get((account, of))
        if value or day:
            label = None if of is None else labels[of]
            when = date.fromisoformat(day) if day else None
            rows.append(StockRow(None if of is None else UnitId(of), label, account == LIVESTOCK, value, when))
    return tuple(rows)


def herds(reading: Reading, query: Herds) -> tuple[HerdRow, ...]:
    """See `Herds`."""
    at = query.at or reading.today
    number = func.sum(livestock.c.change)
    rows = (
        select(livestock.c.unit, unit.c.label, livestock.c.animal, number)
        .join(unit, unit.c.id == livestock.c.unit)
        .where(livestock.c.on_date <= at.isoformat())
        .group_by(livestock.c.unit, livestock.c.animal)
        .having(number != 0)
        .order_by(unit.c.opened, unit.c.id, livestock.c.animal)
    )
    return tuple(HerdRow(UnitId(of), label, animal, int(kept)) for of, label, animal, kept in reading.connection.execute(rows))


def herd_story(reading: Reading, query: HerdStory) -> tuple[HerdChange, ...]:
    """See `HerdStory`."""
    rows = (
        select(livestock, entry.c.series, entry.c.year, entry.c.seq)
        .outerjoin(entry, entry.c.id == livestock.c.entry)
        .where(livestock.c.unit == query.unit)
        .order_by(livestock.c.on_date.desc(), livestock.c.id.desc())
    )
    return tuple(
        HerdChange(
            row.id,
            date.fromisoformat(row.on_date),
            row.animal,
            row.change,
            row.cause,
            row.note,
            None if row.entry is None else EntryId(row.entry),
            None if row.series is None else str(BuktiNumber(row.series, row.year, row.seq)),
        )
        for row in reading.connection.execute(rows)
    )


# ------------------------------------------------------------------------------------------------- what wants attention


def uncounted_stock(reading: Reading) -> Iterable[Attention]:
    """Businesses with stock or animals that were not counted in this month or the one before it was due."""
    month = Month.of(reading.today)
    for row in stock_values(reading, StockValues()):
        if not row.value or (row.counted is not None and row.counted >= month.first):
            continue
        if row.value < 0 or row.unit is None:
            title = (
                Sentence(N_("The stock of {unit} is less than zero in the book"), {"unit": row.label})
                if row.label
                else Sentence(N_("Stock is written without a business"))
            )
            yield Attention(
                "stock", title, Sentence(N_("{amount} in the book"), {"amount": row.value}), "awas", places.Unit(row.unit)
            )
            continue
        title = (
            Sentence(N_("The animals of {unit} have not been counted this month"), {"unit": row.label})
            if row.livestock
            else Sentence(N_("The stock of {unit} has not been counted this month"), {"unit": row.label})
        )
        yield Attention(
            "stock", title, Sentence(N_("{amount} in the book"), {"amount": row.value}), "barang", places.Unit(row.unit)
        )


def herds_in_order(reading: Reading) -> Iterable[Sentence]:
    """At the end of no day does a business keep fewer animals of a kind than none, or none and a value for them."""
    names = dict(reading.connection.execute(select(unit.c.id, unit.c.label)).all())
    rows = (
        select(livestock.c.unit, livestock.c.animal, livestock.c.on_date, func.sum(livestock.c.change))
        .group_by(livestock.c.unit, livestock.c.animal, livestock.c.on_date)
        .order_by(livestock.c.unit, livestock.c.animal, livestock.c.on_date)
    )
    running: dict[tuple[int, str], int] = {}
    for of, animal, day, change in reading.connection.execute(rows):
        running[of, animal] = running.get((of, animal), 0) + change
        if running[of, animal] < 0:
            values = {"animal": animal, "unit": names[of], "day": date.fromisoformat(day), "short": -running[of, animal]}
            yield Sentence(N_("On {day} {unit} keeps {short} fewer {animal} than none."), values)
    worth = select(posting.c.unit).where(posting.c.account.in_([one.code for one in reading.chart.under(LIVESTOCK)])).distinct()
    for kept in sorted(one for one in reading.connection.execute(worth).scalars() if one is not None):
        for on, held in value_without_animals(reading, UnitId(kept)):
            values = {"unit": names[kept], "day": on, "held": held}
            yield Sentence(N_("On {day} {unit} keeps no animals, and the book holds {held} for them."), values)
