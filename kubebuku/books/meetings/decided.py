"""What meetings decided, what rests on it, and what is still to be done."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection, or_, select

from kubebuku.books.meetings.queries import FollowUpRow, FollowUps, MeetingDecision, MeetingDecisions
from kubebuku.books.meetings.tables import follow_up, meeting, meeting_decision
from kubebuku.domain.entries import BuktiNumber, EntryId
from kubebuku.ledger.tables import entry, person
from kubebuku.ledger.work import Reading


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
