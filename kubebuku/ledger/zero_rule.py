"""The zero rule: no box, nobody's savings or unpaid share, not the solidarity fund and no loan crosses zero at the end of a day.

Judged from the act's date on, since a later day may already have spent what an earlier act takes away (accounting.md 3).
Within a day receipts come before payments, so only the day's end counts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from sqlalchemy import ColumnElement, Connection, Select, bindparam, func, select

from kubebuku.domain.accounts import NEVER_NEGATIVE, NEVER_NEGATIVE_BY_LOAN, NEVER_NEGATIVE_BY_PERSON, Account, Chart
from kubebuku.domain.ends import ends_from
from kubebuku.domain.entries import Posting
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.refusals import BalanceShort, BoxShort
from kubebuku.ledger.shortfall import shortfall
from kubebuku.ledger.tables import entry, kube, loan, person, posting


@dataclass(frozen=True, slots=True)
class Watched:
    """One balance under the rule: an account, or an account for one person or one loan."""

    account: str
    person: int | None = None
    loan: int | None = None

    @property
    def rows(self) -> tuple[ColumnElement[bool], ...]:
        """The postings that make it up, to be asked with `keys`."""
        return _rows(of_person=self.person is not None, of_loan=self.loan is not None)

    @property
    def narrowed(self) -> tuple[ColumnElement[bool], ...]:
        """The same, each with its value."""
        columns = ((posting.c.account, self.account), (posting.c.person, self.person), (posting.c.loan, self.loan))
        return tuple(column == value for column, value in columns if value is not None)

    @property
    def keys(self) -> dict[str, object]:
        """What `rows` compares with."""
        return {"account": self.account, "person": self.person, "loan": self.loan}


def _rows(*, of_person: bool, of_loan: bool) -> tuple[ColumnElement[bool], ...]:
    rows: tuple[ColumnElement[bool], ...] = (posting.c.account == bindparam("account"),)
    if of_person:
        rows += (posting.c.person == bindparam("person"),)
    if of_loan:
        rows += (posting.c.loan == bindparam("loan"),)
    return rows


@cache
def _queries(*, of_person: bool, of_loan: bool) -> tuple[Select[int], Select[str, int]]:
    """The balance before `since`, and what each day from then on moved. Kept, since every payment asks."""
    rows = _rows(of_person=of_person, of_loan=of_loan)
    before = select(func.coalesce(func.sum(posting.c.amount), 0)).where(*rows, posting.c.date < bindparam("since"))
    days = (
        select(posting.c.date, func.sum(posting.c.amount))
        .where(*rows, posting.c.date >= bindparam("since"))
        .group_by(posting.c.date)
        .order_by(posting.c.date)
    )
    return before, days


def watched_by(account: Account, person_: int | None, loan_: int | None) -> Watched | None:
    """The balance under the rule that a posting on `account` moves, None if it moves none."""
    if account.box or account.base in NEVER_NEGATIVE:
        return Watched(account.code)
    if account.base in NEVER_NEGATIVE_BY_PERSON:
        return Watched(account.code, person=person_)
    if account.base in NEVER_NEGATIVE_BY_LOAN:
        return Watched(account.code, loan=loan_)
    return None


def judge(connection: Connection, chart: Chart, touched: Iterable[tuple[date, Posting]], before: int | None = None) -> None:
    """Raise BoxShort or BalanceShort for the first balance that `touched` drives below zero.

    Of an undo the balance speaks before the box: what was withdrawn since says more than that the money is gone. `before` is
    the last entry before the act.
    """
    moved: dict[Watched, dict[date, int]] = {}
    for on, line in touched:
        watched = watched_by(chart[line.account], line.person, line.loan)
        if watched is not None:
            days = moved.setdefault(watched, {})
            days[on] = days.get(on, 0) + line.amount * chart[line.account].kind.sign
    undone: RuleBroken | None = None
    for watched, days in moved.items():
        if min(ends_from(days.items(), min(days))) < 0:  # else no day ends lower than before the act
            refusal = _short(connection, chart, watched, days, before)
            if refusal is not None and (isinstance(refusal, BalanceShort) or refusal.number is None):
                raise refusal
            undone = undone or refusal
    if undone is not None:
        raise undone


def ends_of_days(connection: Connection, chart: Chart, watched: Watched, since: date) -> tuple[Rupiah, list[tuple[str, Rupiah]]]:
    """What it held before `since`, and at the end of each later day with a posting; positive is in order."""
    sign = chart[watched.account].kind.sign
    before, days = _queries(of_person=watched.person is not None, of_loan=watched.loan is not None)
    keys = watched.keys | {"since": since.isoformat()}
    running = opening = Rupiah(int(connection.execute(before, keys).scalar_one()) * sign)
    ends = []
    for day, amount in connection.execute(days, keys):
        running = running + amount * sign
        ends.append((day, running))
    return opening, ends


def _short(
    connection: Connection, chart: Chart, watched: Watched, days: dict[date, int], before: int | None
) -> BoxShort | BalanceShort | None:
    _, ends = ends_of_days(connection, chart, watched, min(days))
    # a day that was short already and is not made worse stays the concern of the check, not of this act
    short_days = [(day, end) for day, end in ends if end < 0 and sum(a for on, a in days.items() if on.isoformat() <= day) < 0]
    account = chart[watched.account]
    found = short_days and shortfall(connection, watched.narrowed, since=min(days), sign=account.kind.sign, before=before)
    if not found:
        return None
    first = date.fromisoformat(short_days[0][0])
    short = -min(end for _, end in short_days)
    most = max(Rupiah(0), found.wanted - short) if found.wanted else found.most
    if account.box:
        culprit = None if first in days else _culprit(connection, watched, first)
        return BoxShort(account.called, first, short, most, culprit, found.wanted, found.least, found.number, found.in_the_way)
    holder = whose(connection, watched)
    lent = watched.loan is not None
    return BalanceShort(holder, account.called, first, short, most, found.least, found.number, found.in_the_way, money=not lent)


def _culprit(connection: Connection, watched: Watched, day: date) -> str | None:
    """The payment of that day which could no longer be made."""
    found = connection.execute(
        select(entry.c.description)
        .join(posting, posting.c.entry == entry.c.id)
        .where(*watched.rows, posting.c.date == day.isoformat(), posting.c.amount < 0)
        .order_by(entry.c.id.desc())
        .limit(1),
        watched.keys,
    ).scalar()
    return f"“{found}”" if found else None


def whose(connection: Connection, watched: Watched) -> str:
    """Whose balance it is: the person, the loan, or the group."""
    if watched.person is not None:
        return connection.execute(select(person.c.name).where(person.c.id == watched.person)).scalar_one()
    if watched.loan is not None:
        return connection.execute(select(loan.c.label).where(loan.c.id == watched.loan)).scalar_one()
    return connection.execute(select(kube.c.name)).scalar_one()


def broken(connection: Connection, chart: Chart) -> list[tuple[Watched, str, Rupiah]]:
    """Every balance of the book that crosses zero at the end of some day: which, the first such day, what it held."""
    keys: dict[Watched, None] = {}
    distinct = select(posting.c.account, posting.c.person, posting.c.loan).distinct()
    for account, person_, loan_ in connection.execute(distinct):
        watched = watched_by(chart[account], person_, loan_)
        if watched is not None:
            keys.setdefault(watched)
    found = []
    for watched in sorted(keys, key=lambda w: (w.account, w.person or 0, w.loan or 0)):
        _, ends = ends_of_days(connection, chart, watched, date.min)
        first = next(((day, end) for day, end in ends if end < 0), None)
        if first is not None:
            found.append((watched, first[0], first[1]))
    return found
