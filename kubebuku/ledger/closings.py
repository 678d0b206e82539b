"""Closing months and opening them again, as links of the chain (accounting.md 7)."""

from __future__ import annotations

import sqlite3
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, insert, select, true

from kubebuku.domain.calendar import Month
from kubebuku.domain.money import Rupiah
from kubebuku.domain.names import clean_text
from kubebuku.ledger import chain, record_links
from kubebuku.ledger.db import driver, kept
from kubebuku.ledger.tables import closing, closing_balance, closing_count, closing_state, entry, kube, posting


@dataclass(frozen=True, slots=True)
class Count:
    """What was counted in a box (or stands in the bank's book) against the ledger, in rupiah; None where it was skipped."""

    book: Rupiah
    counted: Rupiah | None
    explanation: str | None = None


@dataclass(frozen=True, slots=True)
class Closing:
    """A closing or reopening as it stands in the chain."""

    id: int
    month: Month
    act: str
    serial: int
    reason: str | None
    who: str
    recorded: str
    after_entry: int
    hash: str

    @property
    def code(self) -> str:
        """Its check code, ABCD-EFGH."""
        return chain.check_code(self.hash)


#: account, person, unit, loan
BalanceKey = tuple[str, int | None, int | None, int | None]


#: The newest act on a month tells all: months close in order and reopen from the last, which the database sees to.
_NEWEST = (
    select(kube.c.opened, closing.c.month, closing.c.act).join_from(kube, closing, true()).order_by(closing.c.id.desc()).limit(1)
)


def closed_until(connection: Connection) -> Month | None:
    """The last closed month; None while every month is open. Months close in order, so all before it are closed too."""
    newest = connection.execute(_NEWEST).first()
    return None if newest is None else last_closed(newest.month, newest.act, newest.opened)


def last_closed(month: str, act: str, opened: str) -> Month | None:
    """What is closed after the newest act on a month, in a book that begins on the day `opened`."""
    if act == "close":
        return Month.parse(month)
    return Month.parse(month).plus(-1) if month > opened[:7] else None


def history(connection: Connection, month: Month | None = None) -> list[Closing]:
    """Every closing and reopening, oldest first, of one month or of all."""
    query = select(closing).order_by(closing.c.id)
    if month is not None:
        query = query.where(closing.c.month == str(month))
    return [
        Closing(row.id, Month.parse(row.month), row.act, row.serial, row.reason, row.who, row.recorded, row.after_entry, row.hash)
        for row in connection.execute(query)
    ]


def standing(connection: Connection, month: Month) -> Closing | None:
    """The closing by which `month` is closed now, None if it is open."""
    found = history(connection, month)
    return found[-1] if found and found[-1].act == "close" else None


def next_month(connection: Connection) -> Month:
    """The month after the last closed one, the month of the first day in a new book; it may lie ahead of today."""
    closed = closed_until(connection)
    if closed is not None:
        return closed.plus(1)
    return Month.of(date.fromisoformat(connection.execute(select(kube.c.opened)).scalar_one()))


def balances_at(connection: Connection, last: date) -> dict[BalanceKey, Rupiah]:
    """What every account x person x unit x loan holds at the end of `last`, nil left out."""
    total = func.sum(posting.c.amount)
    rows = connection.execute(
        select(posting.c.account, posting.c.person, posting.c.unit, posting.c.loan, total)
        .where(posting.c.date <= last.isoformat())
        .group_by(posting.c.account, posting.c.person, posting.c.unit, posting.c.loan)
        .having(total != 0)
    )
    found = {(account, person, unit, loan): Rupiah(amount) for account, person, unit, loan, amount in rows}
    return dict(sorted(found.items(), key=lambda row: tuple(part if isinstance(part, str) else part or 0 for part in row[0])))


def month_ends(raw: sqlite3.Connection, first: Month, last: Month) -> Iterator[tuple[Month, dict[BalanceKey, int]]]:
    """`balances_at` the end of each month from `first` to `last`, in one reading of the postings."""
    rows = raw.execute(
        "SELECT substr(date, 1, 7) AS month, account, person, unit, loan, SUM(amount) FROM posting WHERE date <= ?"
        " GROUP BY month, account, person, unit, loan ORDER BY month",
        (last.last.isoformat(),),
    )
    held: dict[BalanceKey, int] = {}
    moved = deque(rows)
    for month in first.until(last):
        written = str(month)
        while moved and moved[0][0] <= written:
            _, account, person, unit, loan, amount = moved.popleft()
            held[account, person, unit, loan] = held.get((account, person, unit, loan), 0) + amount
        yield month, {key: amount for key, amount in held.items() if amount}


def all_kept_balances(raw: sqlite3.Connection) -> dict[int, dict[BalanceKey, int]]:
    """`kept_balances` of every closing, in one reading."""
    kept: dict[int, dict[BalanceKey, int]] = defaultdict(dict)
    rows = raw.execute("SELECT closing, account, person, unit, loan, amount FROM closing_balance")
    for closing_id, account, person, unit, loan, amount in rows:
        kept[closing_id][account, person, unit, loan] = amount
    return kept


def seals_records(connection: Connection, closing_id: int) -> bool:
    """Whether the closing sealed the state of the records too; older ones did not."""
    return connection.execute(select(closing_state.c.form).where(closing_state.c.closing == closing_id)).first() is not None


def kept_balances(connection: Connection, closing_id: int) -> dict[BalanceKey, Rupiah]:
    """The balances of its last day that the closing kept, debit positive, in the order in which they were sealed."""
    rows = connection.execute(
        select(closing_balance).where(closing_balance.c.closing == closing_id).order_by(closing_balance.c.line)
    )
    return {(row.account, row.person, row.unit, row.loan): Rupiah(row.amount) for row in rows}


def kept_counts(connection: Connection, closing_id: int) -> dict[str, Count]:
    """The cash counted at a closing, by box."""
    rows = connection.execute(
        select(closing_count).where(closing_count.c.closing == closing_id).order_by(closing_count.c.account)
    )
    return {
        row.account: Count(Rupiah(row.book), None if row.counted is None else Rupiah(row.counted), row.explanation)
        for row in rows
    }


def seal_records(connection: Connection, who: str, recorded: str) -> None:
    """Seal what the act under way changed of the records so far, so that what follows stands behind it."""
    record_links.seal(driver(connection), kept(connection), who, recorded)


def write(
    connection: Connection,
    *,
    month: Month,
    act: str,
    who: str,
    recorded: str,
    reason: str | None,
    counts: Mapping[str, Count],
) -> Closing:
    """Add a closing ("close") or reopening ("reopen") to the chain; what the act changed of the records before is sealed first.

    A closing seals the state of all records.
    The database refuses one out of order or without reason; reason and explanations are cleaned and may be refused by
    `clean_text`.
    """
    reason = None if reason is None else clean_text(reason)
    seal_records(connection, who, recorded)
    raw = driver(connection)
    state = record_links.digest(raw) if act == "close" else None
    id_ = int(connection.execute(select(func.coalesce(func.max(closing.c.id), 0))).scalar_one()) + 1
    closes = connection.execute(
        select(func.count()).select_from(closing).where(closing.c.month == str(month), closing.c.act == "close")
    ).scalar_one()
    serial = int(closes) + (1 if act == "close" else 0)
    after = int(connection.execute(select(func.coalesce(func.max(entry.c.id), 0))).scalar_one())
    held = balances_at(connection, month.last) if act == "close" else {}
    balances = [
        (line, account, person, unit, loan, int(amount))
        for line, ((account, person, unit, loan), amount) in enumerate(held.items(), start=1)
    ]
    counted = [
        (
            account,
            int(count.book),
            None if count.counted is None else int(count.counted),
            None if count.explanation is None else clean_text(count.explanation),
        )
        for account, count in sorted(counts.items())
    ]
    link = chain.ClosingLink(id_, str(month), act, serial, reason, who, recorded, after, balances, counted, state)
    head = record_links.head(raw)
    hash_ = chain.seal(head, chain.closing_text(link))
    _keep(connection, link)
    connection.execute(
        insert(closing).values(
            id=id_,
            month=str(month),
            act=act,
            serial=serial,
            reason=reason,
            who=who,
            recorded=recorded,
            after_entry=after,
            form=chain.FORM,
            previous=head,
            hash=hash_,
        )
    )
    return Closing(id_, month, act, serial, reason, who, recorded, after, hash_)


_BALANCE = ("closing", "line", "account", "person", "unit", "loan", "amount")
_COUNT = ("closing", "account", "book", "counted", "explanation")


def _keep(connection: Connection, link: chain.ClosingLink) -> None:
    """Write what `link` seals beside its own row; that row comes last, as its guards want it."""
    if link.balances:
        connection.execute(insert(closing_balance), [dict(zip(_BALANCE, (link.id, *row), strict=True)) for row in link.balances])
    if link.state is not None:
        connection.execute(insert(closing_state).values(closing=link.id, form=chain.FORM, digest=link.state))
    if link.counts:
        connection.execute(insert(closing_count), [dict(zip(_COUNT, (link.id, *row), strict=True)) for row in link.counts])
