"""The meetings: planned and held, one with its minutes, and the activity that each one held has."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, case, func, or_, select

from kubebuku.books.meetings.attending import attendance_sheet, members_on
from kubebuku.books.meetings.commands import MeetingKind
from kubebuku.books.meetings.decided import decisions, follow_ups
from kubebuku.books.meetings.queries import (
    AttendanceSheet,
    FollowUps,
    Meeting,
    MeetingDecisions,
    MeetingPage,
    MeetingRow,
    Meetings,
)
from kubebuku.books.meetings.refusals import MeetingUnknown
from kubebuku.books.meetings.rules import Presence, Quorum, needed
from kubebuku.books.meetings.tables import activity, attendance, follow_up, meeting, meeting_decision
from kubebuku.ledger.tables import person
from kubebuku.ledger.work import Reading


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


@cache
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


def held_have_activity(reading: Reading) -> Iterable[int]:
    """Ids of held meetings without a line in the activity book, or with one of another day."""
    rows = reading.connection.execute(
        select(meeting.c.id)
        .outerjoin(activity, activity.c.meeting == meeting.c.id)
        .where(meeting.c.standing == "held", or_(activity.c.id.is_(None), activity.c.on_date != meeting.c.on_date))
    )
    return [row[0] for row in rows]
