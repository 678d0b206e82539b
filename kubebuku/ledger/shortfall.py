"""How far a balance falls short after an act, by the figures of before it, and what stands in the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, func, select

from kubebuku.domain.entries import BuktiNumber
from kubebuku.domain.money import Rupiah
from kubebuku.ledger import balances, struck
from kubebuku.ledger.tables import entry, posting


@dataclass(frozen=True, slots=True)
class Shortfall:
    """The first day that ends below nothing because of an act, and by how much the worst day does.

    Of what the act writes anew at most `most` may be taken, or at least `least` must be given; an undo writes nothing, and the
    later entry `in_the_way`, called `number`, has taken what it takes back.
    """

    day: date
    short: Rupiah
    wanted: Rupiah
    most: Rupiah
    least: Rupiah | None = None
    in_the_way: int | None = None
    number: str | None = None


def shortfall(
    connection: Connection, narrowed: Sequence[ColumnElement[bool]], *, since: date, sign: int, before: int | None
) -> Shortfall | None:
    """How the postings so narrowed fall short on `since` or a later day; None where they do not.

    `before` is the last entry before the act, None where it wrote none.
    """
    ends = balances.ends_by_day(connection, *narrowed, since=since, sign=sign)
    first = next((day for day, end in ends if end < 0), None)
    if first is None:
        return None
    short = Rupiah(-min(end for _day, end in ends))
    given = Rupiah(0)
    if before is not None:
        anew = select(func.coalesce(func.sum(posting.c.amount), 0)).join(entry, entry.c.id == posting.c.entry)
        anew = anew.where(*narrowed, posting.c.entry > before, entry.c.reverses.is_(None))
        given = Rupiah(int(connection.execute(anew).scalar_one()) * sign)
    if given < 0:
        return Shortfall(first, short, -given, max(Rupiah(0), -given - short))
    if given > 0:
        return Shortfall(first, short, Rupiah(0), Rupiah(0), least=given + short)
    id_, number = _in_the_way(connection, narrowed, since, first, sign, before)
    held = max(Rupiah(0), ends[0][1])
    return Shortfall(first, short, Rupiah(0), held, in_the_way=id_, number=number)


def _in_the_way(
    connection: Connection, narrowed: Sequence[ColumnElement[bool]], since: date, first: date, sign: int, before: int | None
) -> tuple[int | None, str | None]:
    """The newest entry before the act that took from the balance until the first short day."""
    rows = (
        select(entry.c.id, entry.c.series, entry.c.year, entry.c.seq)
        .join(posting, posting.c.entry == entry.c.id)
        .where(*narrowed, posting.c.amount * sign < 0, entry.c.reverses.is_(None), struck.standing())
        .where(posting.c.date >= since.isoformat(), posting.c.date <= first.isoformat())
        .order_by(posting.c.date.desc(), entry.c.id.desc())
    )
    if before is None:
        return None, None
    row = connection.execute(rows.where(entry.c.id <= before).limit(1)).first()
    return (None, None) if row is None else (row.id, str(BuktiNumber(row.series, row.year, row.seq)))
