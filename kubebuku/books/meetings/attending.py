"""Who was there: the members of a day, the sheet of a meeting, the year's counts, fines that were paid."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, or_, select

from kubebuku.books.meetings.finding import find_meeting
from kubebuku.books.meetings.queries import AttendanceCount, AttendanceOfYear, AttendanceRow, AttendanceSheet
from kubebuku.books.meetings.rules import Presence
from kubebuku.books.meetings.tables import attendance, meeting, meeting_fine, member
from kubebuku.domain.money import Rupiah
from kubebuku.ledger import struck
from kubebuku.ledger.away import times_away
from kubebuku.ledger.tables import person
from kubebuku.ledger.work import Reading


@dataclass(frozen=True, slots=True)
class MemberThen:
    """A member of some day."""

    person: int
    number: int
    name: str


def members_on(reading: Reading, on: date) -> tuple[MemberThen, ...]:
    """Who belonged to the group on that day, by number; not who had left and came back later."""
    day, away = on.isoformat(), times_away(reading.connection)
    rows = reading.connection.execute(
        select(member.c.person, member.c.number, person.c.name)
        .join(person, person.c.id == member.c.person)
        .where(member.c.joined <= day, or_(member.c.left_on.is_(None), member.c.left_on > day))
        .order_by(member.c.number)
    )
    return tuple(MemberThen(*row) for row in rows if not any(on in time for time in away.get(row.person, ())))


def attendance_sheet(reading: Reading, query: AttendanceSheet) -> tuple[AttendanceRow, ...]:
    """As it was written down, or ready to be filled; by member number."""
    written: dict[int, AttendanceRow] = {}
    if query.meeting is not None:
        paid = paid_fines(reading.connection, meeting=query.meeting)
        rows = reading.connection.execute(
            select(attendance, person.c.name, member.c.number)
            .join(person, person.c.id == attendance.c.person)
            .outerjoin(member, member.c.person == attendance.c.person)
            .where(attendance.c.meeting == query.meeting)
            .order_by(member.c.number, attendance.c.person)
        )
        for row in rows:
            given = paid.get((query.meeting, row.person), Rupiah(0))
            written[row.person] = AttendanceRow(
                row.person, row.number, row.name, Presence(row.state), row.note, Rupiah(row.fine), given, row.waived
            )
        if written and find_meeting(reading, query.meeting).on == query.on:
            return tuple(written.values())
    nil = Rupiah(0)
    return tuple(
        written.get(one.person) or AttendanceRow(one.person, one.number, one.name, Presence.PRESENT, None, nil, nil, None)
        for one in members_on(reading, query.on)
    )


def paid_fines(connection: Connection, *, meeting: int | None = None) -> Mapping[tuple[int, int], Rupiah]:
    """What was paid of each fine, by meeting and person; entries taken back, on their own day or later, aside."""
    wanted = select(meeting_fine.c.meeting, meeting_fine.c.person, func.sum(meeting_fine.c.amount)).where(
        struck.standing(meeting_fine.c.entry)
    )
    if meeting is not None:
        wanted = wanted.where(meeting_fine.c.meeting == meeting)
    rows = connection.execute(wanted.group_by(meeting_fine.c.meeting, meeting_fine.c.person))
    return {(of, who): Rupiah(amount) for of, who, amount in rows}


def attendance_of_year(reading: Reading, query: AttendanceOfYear) -> tuple[AttendanceCount, ...]:
    """By member number."""
    year = f"{query.year:04d}"
    last = f"{year}-12-31" if query.until is None else min(f"{year}-12-31", query.until.isoformat())
    rows = reading.connection.execute(
        select(attendance.c.person, person.c.name, attendance.c.state, func.count())
        .join(person, person.c.id == attendance.c.person)
        .join(meeting, meeting.c.id == attendance.c.meeting)
        .outerjoin(member, member.c.person == attendance.c.person)
        .where(meeting.c.standing == "held", meeting.c.on_date.between(f"{year}-01-01", last))
        .group_by(attendance.c.person, attendance.c.state)
        .order_by(member.c.number, attendance.c.person)
    )
    counts: dict[tuple[int, str], dict[str, int]] = {}
    for who, name, state, count in rows:
        counts.setdefault((who, name), {})[state] = count
    return tuple(
        AttendanceCount(who, name, sum(found.values()), *(found.get(state.value, 0) for state in Presence))
        for (who, name), found in counts.items()
    )
