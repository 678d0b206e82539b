"""Answers about meetings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Select, case, func, or_, select

from kubebuku.books.meetings.commands import MeetingKind
from kubebuku.books.meetings.queries import (
    AttendanceCount,
    AttendanceOfYear,
    AttendanceRow,
    AttendanceSheet,
    FollowUpRow,
    FollowUps,
    Meeting,
    MeetingDecision,
    MeetingDecisions,
    MeetingPage,
    MeetingRow,
    Meetings,
)
from kubebuku.books.meetings.refusals import MeetingUnknown
from kubebuku.books.meetings.rules import Presence, Quorum, needed
from kubebuku.books.meetings.tables import activity, attendance, follow_up, meeting, meeting_decision, meeting_fine, member
from kubebuku.domain.entries import BuktiNumber, EntryId
from kubebuku.domain.money import Rupiah
from kubebuku.ledger.away import times_away
from kubebuku.ledger.tables import entry, person
from kubebuku.ledger.work import Reading

# --------------------------------------------------------------------------------------------------------------- meetings


@dataclass(frozen=True, slots=True)
class MeetingFound:
    """What handlers ask of a meeting."""

    id: int
    on: date
    standing: str
    quorum: Quorum


def find_meeting(reading: Reading, id_: int) -> MeetingFound:
    """The meeting of that id; raises MeetingUnknown."""
    row = reading.connection.execute(
        select(meeting.c.on_date, meeting.c.standing, meeting.c.quorum).where(meeting.c.id == id_)
    ).first()
    if row is None:
        raise MeetingUnknown(id_)
    return MeetingFound(id_, date.fromisoformat(row[0]), row[1], Quorum(row[2]))


def meetings(reading: Reading, query: Meetings) -> tuple[MeetingRow, ...]:
    """By day."""
    wanted = _wanted()
    if query.month is not None:
        wanted = wanted.where(meeting.c.on_date.between(query.month.first.isoformat(), query.month.last.isoformat()))
    if query.year is not None:
        wanted = wanted.where(meeting.c.on_date.between(f"{query.year:04d}-01-01", f"{query.year:04d}-12-31"))
    if query.standing is not None:
        wanted = wanted.where(meeting.c.standing == query.standing)
    return _rows(reading, wanted)


def one_meeting(reading: Reading, query: Meeting) -> MeetingPage:
    """One meeting, whole."""
    found = _rows(reading, _wanted().where(meeting.c.id == query.meeting))
    if not found:
        raise MeetingUnknown(query.meeting)
    row = found[0]
    texts = reading.connection.execute(
        select(meeting.c.guests, meeting.c.agenda, meeting.c.course, meeting.c.conclusion, meeting.c.ending).where(
            meeting.c.id == query.meeting
        )
    ).one()
    everything = follow_ups(reading, FollowUps(settled=True))
    return MeetingPage(
        row,
        *texts,
        attendance=attendance_sheet(reading, AttendanceSheet(row.on, row.id)) if row.standing == "held" else (),
        decisions=tuple(reversed(decisions(reading, MeetingDecisions(row.id)))),
        follow_ups=tuple(one for one in everything if one.meeting == row.id),
        carried=tuple(
            one
            for one in everything
            if (one.meeting_on, one.meeting) < (row.on, row.id) and (one.done is None or one.done >= row.on)
        ),
        activity=reading.connection.execute(select(activity.c.no).where(activity.c.meeting == row.id)).scalar(),
    )


def _wanted() -> Select[*tuple[Any, ...]]:
    chair, writer = person.alias("chair_person"), person.alias("minutes_person")
    came = case((attendance.c.state.in_((Presence.PRESENT.value, Presence.LATE.value)), 1), else_=0)
    lines = (
        select(attendance.c.meeting, func.count().label("lines"), func.sum(came).label("came"))
        .group_by(attendance.c.meeting)
        .subquery()
    )
    decided = (
        select(func.count())
        .where(meeting_decision.c.meeting == meeting.c.id, meeting_decision.c.withdrawn.is_(None))
        .correlate(meeting)
        .scalar_subquery()
    )
    waiting = (
        select(func.count())
        .where(follow_up.c.meeting == meeting.c.id, follow_up.c.done.is_(None))
        .correlate(meeting)
        .scalar_subquery()
    )
    return (
        select(
            meeting,
            chair.c.name.label("chair_name"),
            writer.c.name.label("minutes_by_name"),
            lines.c.lines,
            lines.c.came,
            decided.label("decided"),
            waiting.label("waiting"),
        )
        .outerjoin(chair, chair.c.id == meeting.c.chair)
        .outerjoin(writer, writer.c.id == meeting.c.minutes_by)
        .outerjoin(lines, lines.c.meeting == meeting.c.id)
        .order_by(meeting.c.on_date, meeting.c.id)
    )


def _rows(reading: Reading, wanted: Select[*tuple[Any, ...]]) -> tuple[MeetingRow, ...]:
    return tuple(_row(reading, row) for row in reading.connection.execute(wanted).all())


def _row(reading: Reading, row: Row[*tuple[Any, ...]]) -> MeetingRow:
    on = date.fromisoformat(row.on_date)
    invited = int(row.lines) if row.standing == "held" else len(members_on(reading, on))
    return MeetingRow(
        id=row.id,
        on=on,
        kind=MeetingKind(row.kind),
        standing=row.standing,
        starts=row.starts,
        ends=row.ends,
        place=row.place,
        chair=row.chair,
        chair_name=row.chair_name,
        minutes_by=row.minutes_by,
        minutes_by_name=row.minutes_by_name,
        invited=invited,
        present=int(row.came or 0),
        needed=needed(Quorum(row.quorum), invited),
        decisions=row.decided,
        open=row.waiting,
        reason=row.reason,
    )


# ------------------------------------------------------------------------------------------------------------- attendance


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
    mirror = entry.alias("fine_mirror")
    taken_back = select(mirror.c.id).where(mirror.c.reverses == meeting_fine.c.entry).exists()
    wanted = select(meeting_fine.c.meeting, meeting_fine.c.person, func.sum(meeting_fine.c.amount)).where(~taken_back)
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


# ------------------------------------------------------------------------------------- decisions and what is to be done


def decisions(reading: Reading, query: MeetingDecisions) -> tuple[MeetingDecision, ...]:
    """Newest first."""
    wanted = (
        select(meeting_decision, meeting.c.on_date)
        .join(meeting, meeting.c.id == meeting_decision.c.meeting)
        .order_by(meeting.c.on_date.desc(), meeting.c.id.desc(), meeting_decision.c.no.desc())
    )
    if query.meeting is not None:
        wanted = wanted.where(meeting_decision.c.meeting == query.meeting)
    resting = _resting(reading.connection)
    sought = query.search.strip().casefold()
    return tuple(
        MeetingDecision(
            row.decision,
            row.meeting,
            date.fromisoformat(row.on_date),
            row.no,
            row.text,
            row.withdrawn,
            tuple(number for _id, number in resting.get(row.decision, ())),
            tuple(entry_id for entry_id, _number in resting.get(row.decision, ())),
        )
        for row in reading.connection.execute(wanted)
        if sought in row.text.casefold()
    )


def _resting(connection: Connection) -> Mapping[int, list[tuple[EntryId, str]]]:
    found: dict[int, list[tuple[EntryId, str]]] = {}
    rows = connection.execute(
        select(entry.c.id, entry.c.decision, entry.c.series, entry.c.year, entry.c.seq)
        .where(entry.c.decision.in_(select(meeting_decision.c.decision)))
        .order_by(entry.c.id)
    )
    for entry_id, decision, series, year, seq in rows:
        found.setdefault(int(decision or 0), []).append((EntryId(entry_id), str(BuktiNumber(series, year, seq))))
    return found


def follow_ups(reading: Reading, query: FollowUps) -> tuple[FollowUpRow, ...]:
    """Oldest meeting first."""
    at = (query.at or reading.today).isoformat()
    wanted = (
        select(follow_up, meeting.c.on_date, person.c.name)
        .join(meeting, meeting.c.id == follow_up.c.meeting)
        .outerjoin(person, person.c.id == follow_up.c.person)
        .order_by(meeting.c.on_date, follow_up.c.id)
    )
    if not query.settled:
        wanted = wanted.where(meeting.c.on_date <= at, or_(follow_up.c.done.is_(None), follow_up.c.done > at))
    return tuple(
        FollowUpRow(
            row.id,
            row.meeting,
            date.fromisoformat(row.on_date),
            row.text,
            row.person,
            row.name,
            _day(row.due),
            _day(row.done),
            row.note,
            row.done is None and row.due is not None and row.due < at,
        )
        for row in reading.connection.execute(wanted)
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def held_have_activity(reading: Reading) -> Iterable[int]:
    """Ids of held meetings without a line in the activity book, or with one of another day."""
    rows = reading.connection.execute(
        select(meeting.c.id)
        .outerjoin(activity, activity.c.meeting == meeting.c.id)
        .where(meeting.c.standing == "held", or_(activity.c.id.is_(None), activity.c.on_date != meeting.c.on_date))
    )
    return [row[0] for row in rows]
