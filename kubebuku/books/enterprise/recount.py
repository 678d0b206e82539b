"""A nota found later, or an undo, beneath a count: what was counted stands, the difference to the book moves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, Row, delete, func, insert, select

from kubebuku.books.enterprise.commands import CountStock, StockLine
from kubebuku.books.enterprise.livestock_commands import AnimalLine, CountLivestock
from kubebuku.books.enterprise.rules import value_of
from kubebuku.books.enterprise.stock import count_words, difference_lines
from kubebuku.books.enterprise.tables import livestock, stock_count, stock_line
from kubebuku.books.spec import to_data
from kubebuku.domain.accounts import LIVESTOCK
from kubebuku.domain.entries import Draft, EntryId, Posting, UnitId
from kubebuku.domain.money import Rupiah
from kubebuku.domain.names import fit_description, name_key
from kubebuku.i18n import _
from kubebuku.ledger import balances
from kubebuku.ledger.journal import read_entry
from kubebuku.ledger.tables import act, posting
from kubebuku.ledger.work import Work

Count = Row[int, int, str, str, str, str, int | None]


def counts_stand(work: Work, moved: Sequence[tuple[date, Posting]]) -> None:
    """Once goods or animals moved: the next count of each business after the earliest day says what was there, as it did.

    Later counts stand on it and need no change.
    """
    earliest: dict[tuple[str, int], date] = {}
    for on, line in moved:
        if line.unit is not None:
            key = line.account, int(line.unit)
            earliest[key] = min(on, earliest.get(key, on))
    for (account, unit), since in sorted(earliest.items()):
        count = next_count(work, account, UnitId(unit), since)
        if count is not None:
            _stand(work, count)


def next_count(work: Work, account: str, unit: UnitId, after: date) -> Count | None:
    """The first count of that business after a day; of several on one day the last."""
    counts = select(stock_count).where(stock_count.c.unit == unit, stock_count.c.account == account)
    counts = counts.where(stock_count.c.on_date > after.isoformat())
    return work.connection.execute(counts.order_by(stock_count.c.on_date, stock_count.c.id.desc()).limit(1)).first()


def until_counted(work: Work, account: str, unit: UnitId, on: date) -> tuple[ColumnElement[bool], ...]:
    """Postings before the next count after `on`: what was there then was counted, whatever went before."""
    count = next_count(work, account, unit, on)
    return () if count is None else (posting.c.date < count.on_date,)


def _stand(work: Work, count: Count) -> None:
    on, unit = date.fromisoformat(count.on_date), UnitId(count.unit)
    lines = work.connection.execute(
        select(stock_line).where(stock_line.c.stock_count == count.id).order_by(stock_line.c.line)
    ).all()
    counted = sum((value_of(line.quantity_milli, Rupiah(line.price)) for line in lines), Rupiah(0))
    if balances.of(work.connection, count.account, at=on, unit=unit) != counted:
        _keep(work, count, _difference(work, count, counted))


def _keep(work: Work, count: Count, entry: EntryId | None) -> None:
    """The count as it was, with the entry that now bears its difference: such rows are written and taken back."""
    lines = [line._asdict() for line in _lines(work, count)]
    work.connection.execute(delete(stock_line).where(stock_line.c.stock_count == count.id))
    work.connection.execute(delete(stock_count).where(stock_count.c.id == count.id))
    work.connection.execute(insert(stock_count).values({**count._asdict(), "entry": entry}))
    if lines:
        work.connection.execute(insert(stock_line), lines)


def _lines(work: Work, count: Count) -> Sequence[Row[int, int, str, int, str | None, int]]:
    lines = select(stock_line).where(stock_line.c.stock_count == count.id)
    return work.connection.execute(lines.order_by(stock_line.c.line)).all()


def _difference(work: Work, count: Count, counted: Rupiah) -> EntryId | None:
    """The entry of the difference written anew: the old one struck out, the new one in its place if there still is one."""
    on, unit = date.fromisoformat(count.on_date), UnitId(count.unit)
    words = count_words(work, unit)
    if count.entry is not None:
        old = read_entry(work.connection, count.entry)
        words = old.description
        struck_out = _("Struck out for a change: {number} {description}").format(number=old.number, description=words)
        work.journal.reverse(old.id, description=fit_description(struck_out))
    difference = counted - balances.of(work.connection, count.account, at=on, unit=unit)
    if not difference:
        return None
    posted = work.journal.post(Draft(on, words, "stock_count", difference_lines(count.account, unit, difference)))
    command = _command(work, count, words)
    values = {"entry": posted.id, "command": command.name, "data": to_data(command), "replaces": count.entry}
    work.connection.execute(insert(act).values(values))
    return posted.id


def _command(work: Work, count: Count, words: str) -> CountStock | CountLivestock:
    """The count as it was written, so that it can be undone and opened again."""
    on, unit = date.fromisoformat(count.on_date), UnitId(count.unit)
    rows = work.connection.execute(
        select(stock_line).where(stock_line.c.stock_count == count.id).order_by(stock_line.c.line)
    ).all()
    if count.account == LIVESTOCK:
        animals = tuple(AnimalLine(animal=row.name, number=row.quantity_milli // 1000, price=Rupiah(row.price)) for row in rows)
        return CountLivestock(on=on, unit=unit, lines=animals, description=words)
    goods = tuple(
        StockLine(name=row.name, quantity_milli=row.quantity_milli, price=Rupiah(row.price), measure=row.measure) for row in rows
    )
    return CountStock(on=on, unit=unit, lines=goods, description=words)


def promise_heads_stand(work: Work, unit: UnitId, after: date) -> None:
    """At the end of the act as many animals as the next count after that day says are there, as they were."""

    def check() -> None:
        count = next_count(work, LIVESTOCK, unit, after)
        if count is not None:
            _heads(work, count)

    work.journal.promise(check)


def _heads(work: Work, count: Count) -> None:
    total, of_unit = func.sum(livestock.c.change), livestock.c.unit == count.unit
    own = (of_unit, livestock.c.on_date == count.on_date, livestock.c.cause == "counted")
    work.connection.execute(delete(livestock).where(*own))
    rows = select(livestock.c.animal, total).where(of_unit, livestock.c.on_date <= count.on_date).group_by(livestock.c.animal)
    kept: dict[str, int] = {animal: int(number) for animal, number in work.connection.execute(rows)}
    spelt = {name_key(animal): animal for animal in kept}
    lines = select(stock_line.c.name, stock_line.c.quantity_milli).where(stock_line.c.stock_count == count.id)
    counted = {spelt.get(name_key(name), name): milli // 1000 for name, milli in work.connection.execute(lines)}
    for animal in sorted(counted.keys() | kept.keys()):
        change = counted.get(animal, 0) - kept.get(animal, 0)
        if change:
            values = {"unit": count.unit, "on_date": count.on_date, "animal": animal, "change": change, "cause": "counted"}
            work.connection.execute(insert(livestock).values({**values, "note": None, "entry": count.entry}))
