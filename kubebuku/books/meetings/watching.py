"""What to look at around meetings, the laws they keep, and their lines as plain values."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from sqlalchemy import func, select

from kubebuku.books import places
from kubebuku.books.meetings.decided import follow_ups
from kubebuku.books.meetings.finding import find_meeting
from kubebuku.books.meetings.fines import fines_tie, unpaid_fines
from kubebuku.books.meetings.queries import FollowUps, Meeting, Meetings, UnpaidFines
from kubebuku.books.meetings.reading import held_have_activity, meetings, one_meeting
from kubebuku.books.meetings.tables import meeting, meeting_decision
from kubebuku.books.spec import Attention
from kubebuku.domain.calendar import Month
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger.records import gaps
from kubebuku.ledger.work import Reading

#: A Kube meets every two weeks (domain.md 1.11); after twice as long it is said.
LONG_SINCE = 28


def minutes_to_write(reading: Reading) -> Iterable[Attention]:
    """Planned meetings whose day has passed."""
    waiting = [row for row in meetings(reading, Meetings(standing="planned")) if row.on < reading.today]
    if waiting:
        title = Sentence(N_("The meeting of {day} is not written down yet"), {"day": waiting[0].on})
        detail = Sentence(N_("Write who came and what was decided, or cancel it with the reason."))
        yield Attention("minutes", title, detail, "rapat", places.Meeting(waiting[0].id))


def long_since(reading: Reading) -> Iterable[Attention]:
    """No meeting for four weeks, in a group that has met before."""
    last = reading.connection.execute(select(func.max(meeting.c.on_date)).where(meeting.c.standing == "held")).scalar()
    held = date.fromisoformat(last) if last is not None else None
    if held is not None and reading.today - held > timedelta(days=LONG_SINCE):
        title = Sentence(N_("No meeting for {days} days"), {"days": (reading.today - held).days})
        detail = Sentence(N_("The last one was on {day}."), {"day": held})
        yield Attention("meeting", title, detail, "rapat", places.Meetings())


def late_follow_ups(reading: Reading) -> Iterable[Attention]:
    """What should have been done by now."""
    late = [row for row in follow_ups(reading, FollowUps()) if row.late]
    if late:
        title = Sentence(N_("{number} things of the meeting should be done by now"), {"number": len(late)})
        detail = Sentence(N_("The oldest: {what}."), {"what": late[0].text})
        yield Attention("follow_ups", title, detail, "jam", places.Meetings("follow_ups"))


def fines_to_pay(reading: Reading) -> Iterable[Attention]:
    """Meeting fines that are not paid."""
    unpaid = unpaid_fines(reading, UnpaidFines())
    if unpaid:
        values = {"number": len({row.person for row in unpaid}), "amount": Rupiah(sum(row.rest for row in unpaid))}
        title = Sentence(N_("Meeting fines of {number} members are not paid yet, {amount}"), values)
        yield Attention("fines", title, None, "uang", places.Meetings("rules"))


def in_order(reading: Reading) -> Iterable[Sentence]:
    """Every held meeting stands in the activity book; its decisions are numbered without a gap; fines tie to their entries."""
    for id_ in held_have_activity(reading):
        yield Sentence(N_("The meeting of {day} is missing in the activity book."), {"day": find_meeting(reading, id_).on})
    for (id_,), found, expected in gaps(reading.connection, meeting_decision.c.no, meeting_decision.c.meeting):
        values = {"day": find_meeting(reading, id_).on, "found": found, "expected": expected}
        yield Sentence(N_("Meeting of {day}: decision {found} stands where {expected} was expected."), values)
    yield from fines_tie(reading)


def rows(reading: Reading, month: Month | None) -> list[dict[str, Any]]:
    """One object a meeting, with its attendance and decisions; cancelled ones too."""
    found = []
    for row in meetings(reading, Meetings(month)):
        page = one_meeting(reading, Meeting(row.id))
        found.append(
            {
                "date": row.on.isoformat(),
                "kind": row.kind.value,
                "standing": row.standing,
                "starts": row.starts,
                "ends": row.ends,
                "place": row.place,
                "chair": row.chair_name,
                "minutes_by": row.minutes_by_name,
                "invited": row.invited,
                "present": row.present,
                "absent": row.absent,
                "needed": row.needed,
                "quorate": row.quorate,
                "guests": page.guests,
                "agenda": page.agenda,
                "course": page.course,
                "conclusion": page.conclusion,
                "ending": page.ending,
                "reason": row.reason,
                "activity": page.activity,
                "attendance": [
                    {
                        "no": one.number,
                        "name": one.name,
                        "state": one.state.value,
                        "note": one.note,
                        "fine": int(one.fine),
                        "paid": int(one.paid),
                    }
                    for one in page.attendance
                ],
                "decisions": [
                    {
                        "no": one.no,
                        "decision": one.decision,
                        "text": one.text,
                        "withdrawn": one.withdrawn,
                        "entries": list(one.entries),
                    }
                    for one in page.decisions
                ],
                "follow_ups": [
                    {
                        "text": one.text,
                        "person": one.name,
                        "due": one.due.isoformat() if one.due else None,
                        "done": one.done.isoformat() if one.done else None,
                        "note": one.note,
                    }
                    for one in page.follow_ups
                ],
            }
        )
    return found
