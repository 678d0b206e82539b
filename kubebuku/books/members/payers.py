"""Members as those who pay: who was one on a day, from when dues are asked of each, and the wall chart of a year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from kubebuku.books.members.people import MemberFound, member_row
from kubebuku.books.members.tables import member
from kubebuku.domain.calendar import Month
from kubebuku.domain.dues import (
    Due,
    Grid,
    GridRow,
    Payer,
    Period,
    State,
    Terms,
    dues,
    follow,
    grid_cells,
    in_force,
    overdue,
    periods,
)
from kubebuku.domain.entries import PersonId
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_
from kubebuku.ledger.away import times_away
from kubebuku.ledger.dues import Paid
from kubebuku.ledger.tables import person
from kubebuku.ledger.work import Reading


class NoMemberThen(RuleBroken):
    """The person had not joined yet, or had left."""

    wrong = N_("{name} was no member on {day}.")
    why = N_("{name} joined on {joined}.")
    remedy = N_("Choose another day or another person.")
    field = "person"

    name: str
    day: date
    joined: date
    left: date | None

    def __post_init__(self) -> None:
        if self.left is not None and self.day >= self.joined:
            self.why = N_("{name} left on {left}.")


@dataclass(frozen=True, slots=True)
class PayingMember:
    """A member with what the reckoning of dues asks; `left` where they have left."""

    payer: Payer
    name: str
    number: int
    left: date | None


def present_member(reading: Reading, id_: PersonId, on: date) -> MemberFound:
    """One who was a member on that day; raises UnknownMember, NoMemberThen."""
    found = member_row(reading, id_)
    joined, left = date.fromisoformat(found.joined), date.fromisoformat(found.left_on) if found.left_on else None
    if on < joined or (left is not None and on > left):
        raise NoMemberThen(found.name, on, joined, left)
    for away in times_away(reading.connection, id_).get(id_, ()):
        if on in away:
            raise NoMemberThen(found.name, on, joined, away.left)
    return found


def month_at(reading: Reading, at: date | None) -> Month:
    """The present month for what is late: today's, or at the end of `at` that of the next morning."""
    return Month.of(reading.today if at is None else at + timedelta(days=1))


def paying_members(reading: Reading, paid_until: Mapping[int, Month], *, of: PersonId | None = None) -> tuple[PayingMember, ...]:
    """Every member, present or past, by number.

    Dues are asked from the month of joining on, not before the book begins unless its opening says until when they were paid,
    and not of the months between leaving and coming back.
    """
    opened = Month.of(reading.facts.opened)
    wanted = select(member.c.person, member.c.number, member.c.joined, member.c.left_on, person.c.name).join(
        person, person.c.id == member.c.person
    )
    if of is not None:
        wanted = wanted.where(member.c.person == of)
    away = times_away(reading.connection, of)
    found = []
    for row in reading.connection.execute(wanted.order_by(member.c.number)):
        joined = Month.of(date.fromisoformat(row.joined))
        left = None if row.left_on is None else date.fromisoformat(row.left_on)
        until = paid_until.get(row.person)
        begins = max(joined, opened if until is None else until.plus(1))
        months = frozenset(month for time in away.get(row.person, ()) for month in time.months)
        payer = Payer(row.person, joined, None if left is None else Month.of(left), begins, until, months)
        found.append(PayingMember(payer, row.name, row.number, left))
    return tuple(found)


def late_of(one: PayingMember, asked: Iterable[Period], given: Mapping[Month, Rupiah], now: Month) -> list[Due]:
    """What is over and not paid in the month `now`; who has left is not behind any more."""
    return [] if _gone(one, now) else [due for due in overdue(one.payer, asked, given, now) if due.state is State.LATE]


def _gone(one: PayingMember, now: Month) -> bool:
    return one.payer.left is not None and one.payer.left <= now


def behind(history: Sequence[Terms], members: Sequence[PayingMember], paid: Paid, now: Month) -> tuple[int, Rupiah]:
    """How many members are behind in the month `now`, and with how much together: the grid's figures without its cells."""
    asked = tuple(periods(history, min((one.payer.begins for one in members), default=now), now))
    given = {one.payer.person: follow(asked, one.payer, paid.get(one.payer.person, {})) for one in members}
    sums = [sum(due.lacking for due in late_of(one, asked, given[one.payer.person], now)) for one in members]
    return sum(1 for late in sums if late), Rupiah(sum(sums))


def grid(year: int, history: Sequence[Terms], members: Iterable[PayingMember], paid: Paid, now: Month) -> Grid:
    """The wall chart of `year` as it stands in the month `now`: members of that year, and what each is behind with until then.

    Who left before the year, or joins after it, has no line; who has left is not behind any more.
    """
    first, last = Month(year, 1), Month(year, 12)
    shown = [one for one in members if one.payer.joined <= last and (one.payer.left is None or one.payer.left >= first)]
    start = min((one.payer.begins for one in shown), default=first)
    asked = tuple(periods(history, min(start, first), max(now, last)))
    of_year = [period for period in asked if period.first <= last and period.last >= first]
    rows = []
    for one in shown:
        given = follow(asked, one.payer, paid.get(one.payer.person, {}))
        late = late_of(one, asked, given, now)
        cells = grid_cells(year, dues(one.payer, of_year, given, now), given)
        rows.append(
            GridRow(
                one.payer.person,
                one.number,
                one.name,
                _gone(one, now),
                cells,
                Rupiah(sum(cell.paid for cell in cells)),
                Rupiah(sum(due.lacking for due in late)),
                len(late),
            )
        )
    months = tuple(Rupiah(sum(row.cells[at].paid for row in rows)) for at in range(12))
    terms = in_force(history, last)
    return Grid(
        year,
        terms is not None and terms.yearly,
        tuple(rows),
        months,
        Rupiah(sum(months)),
        Rupiah(sum(row.late for row in rows)),
    )
