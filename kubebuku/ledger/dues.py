"""Which months a payment of dues was for: rows beside the entry that say what its credit on 3102 or 2120 paid.

They only classify; the money is the entry's. Rows of an entry that was taken back, on its own day or later, do not count.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from sqlalchemy import Connection, Named, Select, Table, TypedColumns, bindparam, func, insert, select

from kubebuku.domain.accounts import OBLIGATORY_SAVINGS, SOLIDARITY_FUND
from kubebuku.domain.calendar import Month
from kubebuku.domain.dues import FARTHEST_AHEAD, DuesFund, Payer, Period, State, Terms, allot, due, follow, period_of, periods
from kubebuku.domain.entries import OPENING, BuktiNumber, EntryId, PersonId
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger import struck
from kubebuku.ledger.tables import act, entry, metadata, person, posting
from kubebuku.ledger.work import Reading

#: Where the money of each kind of dues stands.
ACCOUNTS = {DuesFund.OBLIGATORY: OBLIGATORY_SAVINGS, DuesFund.SOLIDARITY: SOLIDARITY_FUND}

#: person -> month -> rupiah
Paid = Mapping[int, Mapping[Month, Rupiah]]


class DuesMonthColumns(TypedColumns):
    """So many rupiah of an entry were for that month (the first of a yearly period) of that person's dues."""

    entry: Named[int]
    person: Named[int]
    fund: Named[str]
    month: Named[str]
    amount: Named[int]


dues_month = Table("dues_month", metadata, DuesMonthColumns)

#: The standing opening's answers.
_OPENING = (
    select(act.c.data)
    .join(entry, entry.c.id == act.c.entry)
    .where(entry.c.date == bindparam("opened"), entry.c.kind == OPENING)
    .where(struck.standing())
)


# ---------------------------------------------------------------------------------------------------------- what it refuses


class DuesNotAsked(RuleBroken):
    """No amount is in force for that month."""

    wrong = N_("Nothing is asked of the members for {month}.")
    why = N_("How much is paid, and from when, is decided by the group.")
    remedy = N_("Write first how much is paid and from which month.")

    month: Month
    field: str


class DuesBeforeJoining(RuleBroken):
    """A month in which the person was no member yet."""

    wrong = N_("{name} was not a member yet in {month}.")
    why = N_("{name} joined in {joined}.")
    remedy = N_("Choose {joined} or a later month.")

    name: str
    month: Month
    joined: Month
    field: str


class DuesPaidAlready(RuleBroken):
    """Nothing is lacking of that month."""

    wrong = N_("{name} has already paid {months}.")
    remedy = N_("Choose a month that is not paid yet.")

    name: str
    months: list[Month]
    field: str


class DuesTooMuch(RuleBroken):
    """More money than the months cost."""

    wrong = N_("The money is more than what is paid for these months.")
    why = N_("{months} months lack {most}, written is {amount}: too much by {more}.")
    remedy = N_("Choose more months, or write at most {most}.")

    months: int
    amount: Rupiah
    most: Rupiah
    field: str

    def __post_init__(self) -> None:
        self.said = {"more": self.amount - self.most}


class DuesTooFarAhead(RuleBroken):
    """Paid for years ahead: a slip of the year."""

    wrong = N_("{month} is too far ahead.")
    why = N_("Dues are taken until {farthest} at most.")
    remedy = N_("Choose an earlier month.")

    month: Month
    farthest: Month
    field: str


# -------------------------------------------------------------------------------------------------------------- reading


def paid(connection: Connection, fund: DuesFund, *, of: PersonId | None = None, at: date | None = None) -> Paid:
    """What each person has paid for each month, by entries dated up to `at` (all if None) that stood at its end."""
    asked = {"fund": fund.value, "of": of, "at": None if at is None else at.isoformat()}
    asked = {name: value for name, value in asked.items() if value is not None}
    found: dict[int, dict[Month, Rupiah]] = {}
    for who, month, amount in connection.execute(_paid(of_one=of is not None, up_to=at is not None), asked).all():
        found.setdefault(who, {})[Month.parse(month)] = Rupiah(amount)
    return found


@cache
def _paid(*, of_one: bool, up_to: bool) -> Select[int, str, int]:
    """The question of `paid`; kept, since every payment of dues asks it.

    The few later entries are left out by their index, instead of looking up the day of each entry of ten years.
    """
    wanted = (
        select(dues_month.c.person, dues_month.c.month, func.sum(dues_month.c.amount))
        .where(dues_month.c.fund == bindparam("fund"))
        .group_by(dues_month.c.person, dues_month.c.month)
    )
    if of_one:
        wanted = wanted.where(dues_month.c.person == bindparam("of"))
    if up_to:
        wanted = wanted.where(dues_month.c.entry.not_in(select(entry.c.id).where(entry.c.date > bindparam("at"))))
    return wanted.where(struck.standing(dues_month.c.entry, at=bindparam("at") if up_to else None))


def months_of(connection: Connection, fund: DuesFund, of: PersonId) -> dict[int, tuple[Month, ...]]:
    """By entry, the months that it paid for that person, struck ones too."""
    rows = connection.execute(
        select(dues_month.c.entry, dues_month.c.month)
        .where(dues_month.c.fund == fund.value, dues_month.c.person == of)
        .order_by(dues_month.c.month)
    )
    found: dict[int, list[Month]] = {}
    for id_, month in rows:
        found.setdefault(id_, []).append(Month.parse(month))
    return {id_: tuple(months) for id_, months in found.items()}


def opening_paid_until(reading: Reading) -> dict[int, Month]:
    """Until which month each member had paid the solidarity dues when the book was opened, as its standing opening says."""
    data = reading.connection.execute(_OPENING, {"opened": reading.facts.opened.isoformat()}).scalar()
    lines = json.loads(data).get("dues", ()) if data else ()
    return {int(line["person"]): Month.parse(line["paid_until"]) for line in lines}


# ------------------------------------------------------------------------------------------------------------- choosing


@dataclass(frozen=True, slots=True)
class Account:
    """A member's dues as they stand: terms, what was paid, and the present month. `field` names the months' field."""

    history: Sequence[Terms]
    payer: Payer
    name: str
    paid: Mapping[Month, Rupiah]
    now: Month
    field: str = "months"
    money: str = "amount"

    @property
    def farthest(self) -> Month:
        """The last month for which dues are taken."""
        return self.now.plus(FARTHEST_AHEAD)


def choose(account: Account, months: Sequence[Month], amount: Rupiah | None) -> tuple[tuple[Month, Rupiah], ...]:
    """The months that a payment is for, with their parts.

    Chosen `months` are filled in their order, without an `amount` to what each lacks; without months the money goes to the
    oldest that are not paid. Raises DuesNotAsked, DuesBeforeJoining, DuesPaidAlready, DuesTooFarAhead, DuesTooMuch.
    """
    asked = tuple(periods(account.history, account.payer.begins, account.farthest))
    given = follow(asked, account.payer, account.paid)
    if months:
        wanted = [due(account.payer, period, given, account.now) for period in _chosen(account, months)]
        settled = [one.period.first for one in wanted if not one.lacking]
        if settled:
            raise DuesPaidAlready(account.name, settled, account.field)
    else:
        wanted = [due(account.payer, period, given, account.now) for period in asked]
        wanted = [one for one in wanted if one.lacking and one.state is not State.NONE]
        if not wanted:
            raise DuesNotAsked(account.now, account.money)
    cost = Rupiah(sum(one.lacking for one in wanted))
    parts, left = allot(wanted, cost if amount is None else amount)
    if left:
        raise DuesTooMuch(len(wanted), cost + left, cost, account.money)
    return parts


def _chosen(account: Account, months: Sequence[Month]) -> Iterator[Period]:
    seen: set[Period] = set()
    for month in sorted(set(months)):
        if month > account.farthest:
            raise DuesTooFarAhead(month, account.farthest, account.field)
        period = period_of(account.history, month)
        if (period.last if period else month) < account.payer.joined:
            raise DuesBeforeJoining(account.name, month, account.payer.joined, account.field)
        if period is None:
            raise DuesNotAsked(month, account.field)
        if period not in seen:
            seen.add(period)
            yield period


def note(connection: Connection, entry_: EntryId, fund: DuesFund, who: PersonId, parts: Sequence[tuple[Month, Rupiah]]) -> None:
    """Write which months the entry paid for that person."""
    if parts:
        rows = [
            {"entry": entry_, "person": who, "fund": fund.value, "month": str(month), "amount": int(amount)}
            for month, amount in parts
        ]
        connection.execute(insert(dues_month), rows)


# ---------------------------------------------------------------------------------------------------------------- check


def ties(reading: Reading, fund: DuesFund) -> Iterator[Sentence]:
    """In every entry the months of a person sum to what it credited for that person: exactly for simpanan wajib, at most for
    IKS, where a meeting fine may stand in the same entry.
    """
    codes = tuple(one.code for one in reading.chart.under(ACCOUNTS[fund]))
    sums = (
        select(dues_month.c.entry, dues_month.c.person, func.sum(dues_month.c.amount).label("noted"))
        .where(dues_month.c.fund == fund.value)
        .group_by(dues_month.c.entry, dues_month.c.person)
        .subquery()
    )
    credited = func.coalesce(func.sum(-posting.c.amount), 0)
    rows = reading.connection.execute(
        select(entry.c.series, entry.c.year, entry.c.seq, person.c.name, sums.c.noted, credited)
        .select_from(sums)
        .join(entry, entry.c.id == sums.c.entry)
        .join(person, person.c.id == sums.c.person)
        .outerjoin(
            posting,
            (posting.c.entry == sums.c.entry) & (posting.c.person == sums.c.person) & posting.c.account.in_(codes),
        )
        .group_by(sums.c.entry, sums.c.person)
        .order_by(sums.c.entry)
    )
    for series, year, seq, name, noted, given in rows:
        if noted != given and not (fund is DuesFund.SOLIDARITY and noted < given):
            values = {
                "number": str(BuktiNumber(series, year, seq)),
                "name": name,
                "noted": Rupiah(noted),
                "given": Rupiah(int(given)),
            }
            yield Sentence(N_("{number}: the months of {name} make {noted}, the entry {given}."), values)
