"""The rows of meetings, and those of other books that a meeting fills or asks."""

from __future__ import annotations

from sqlalchemy import Named, Table, TypedColumns, column, table

from kubebuku.ledger.tables import metadata


class MeetingColumns(TypedColumns):
    """A meeting planned, held or cancelled. `quorum` is the rule of its day, `reason` why it was cancelled."""

    id: Named[int]
    kind: Named[str]
    on_date: Named[str]
    starts: Named[str | None]
    ends: Named[str | None]
    place: Named[str | None]
    standing: Named[str]
    chair: Named[int | None]
    minutes_by: Named[int | None]
    guests: Named[str | None]
    agenda: Named[str | None]
    course: Named[str | None]
    conclusion: Named[str | None]
    ending: Named[str | None]
    quorum: Named[str]
    reason: Named[str | None]
    who: Named[str]
    recorded: Named[str]


class AttendanceColumns(TypedColumns):
    """A member's line. `fine` is what the rules of the day laid on, less what was waived for the reason given."""

    meeting: Named[int]
    person: Named[int]
    state: Named[str]
    note: Named[str | None]
    fine: Named[int]
    waived: Named[str | None]


class MeetingFineColumns(TypedColumns):
    """So many rupiah of an entry paid that person's fine of that meeting. Rows of an entry taken back do not count."""

    entry: Named[int]
    meeting: Named[int]
    person: Named[int]
    amount: Named[int]


class MeetingDecisionColumns(TypedColumns):
    """A decision's number in its meeting and its full words; `withdrawn` is the reason."""

    decision: Named[int]
    meeting: Named[int]
    no: Named[int]
    text: Named[str]
    withdrawn: Named[str | None]


class FollowUpColumns(TypedColumns):
    """What a meeting left to be done."""

    id: Named[int]
    meeting: Named[int]
    text: Named[str]
    person: Named[int | None]
    due: Named[str | None]
    done: Named[str | None]
    note: Named[str | None]


meeting = Table("meeting", metadata, MeetingColumns)
attendance = Table("attendance", metadata, AttendanceColumns)
meeting_fine = Table("meeting_fine", metadata, MeetingFineColumns)
meeting_decision = Table("meeting_decision", metadata, MeetingDecisionColumns)
follow_up = Table("follow_up", metadata, FollowUpColumns)

#: Who belongs to the group: the members' book.
member = table("member", column("person"), column("number"), column("joined"), column("left_on"))
#: A meeting's line in the activity book.
_ACTIVITY = ("id", "year", "no", "on_date", "title", "person", "place", "story", "meeting", "who", "recorded")
activity = table("activity", *(column(name) for name in _ACTIVITY))
