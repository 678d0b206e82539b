"""A meeting by its number, as whoever acts on it needs it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from kubebuku.books.meetings.refusals import MeetingUnknown
from kubebuku.books.meetings.rules import Quorum
from kubebuku.books.meetings.tables import meeting
from kubebuku.ledger.work import Reading


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
