"""Meetings to come: planned, changed, cancelled."""

from __future__ import annotations

from sqlalchemy import insert, update

from kubebuku.books.meetings.commands import CancelMeeting, ChangePlan, Minutes, PlanMeeting, Planned
from kubebuku.books.meetings.finding import MeetingFound, find_meeting
from kubebuku.books.meetings.refusals import ClockUnclear, EndsBeforeItStarts, MeetingNotPlanned
from kubebuku.books.meetings.rule_keeping import in_force
from kubebuku.books.meetings.rules import read_clock
from kubebuku.books.meetings.tables import meeting
from kubebuku.books.spec import Changed, Outcome
from kubebuku.domain.names import LONGEST_TEXT
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger.demands import need_person
from kubebuku.ledger.records import need_reason, optional
from kubebuku.ledger.work import Work


def plan(work: Work, command: PlanMeeting) -> Outcome:
    """A planned meeting."""
    values = plan_values(work, command)
    values |= {"standing": "planned", "quorum": in_force(work.connection).quorum.value}
    values |= {"who": work.who, "recorded": work.recorded}
    id_ = work.connection.execute(insert(meeting).values(values).returning(meeting.c.id)).scalar_one()
    said = Sentence(N_("The meeting of {day} is planned."), {"day": command.on})
    return Outcome(Changed.MEETINGS, said=said, made={"meeting": id_})


def change_plan(work: Work, command: ChangePlan) -> Outcome:
    """The plan written anew."""
    found = planned(work, command.meeting)
    work.connection.execute(update(meeting).where(meeting.c.id == found.id).values(plan_values(work, command)))
    return Outcome(Changed.MEETINGS, said=Sentence(N_("The meeting of {day} is planned."), {"day": command.on}))


def cancel(work: Work, command: CancelMeeting) -> Outcome:
    """Stays in the list with its reason."""
    found = planned(work, command.meeting)
    reason = need_reason(command.reason)
    work.connection.execute(update(meeting).where(meeting.c.id == found.id).values(standing="cancelled", reason=reason))
    return Outcome(Changed.MEETINGS, said=Sentence(N_("The meeting of {day} is cancelled."), {"day": found.on}))


def planned(work: Work, id_: int) -> MeetingFound:
    """A meeting that is still to come; raises MeetingUnknown, MeetingNotPlanned."""
    found = find_meeting(work, id_)
    if found.standing != "planned":
        raise MeetingNotPlanned(found.on, held=found.standing == "held")
    return found


def plan_values(work: Work, command: Planned | Minutes) -> dict[str, object]:
    """What a plan and minutes have in common."""
    for field in ("chair", "minutes_by"):
        person = getattr(command, field)
        if person is not None:
            need_person(work.connection, person, field)
    return {
        "kind": command.kind.value,
        "on_date": command.on.isoformat(),
        "starts": _clock(command.starts, "starts"),
        "place": optional(command.place, "place"),
        "chair": command.chair,
        "minutes_by": command.minutes_by,
        "guests": optional(command.guests, "guests", LONGEST_TEXT, lines=True),
        "agenda": optional(command.agenda, "agenda", LONGEST_TEXT, lines=True),
    }


def minutes_values(work: Work, command: Minutes) -> dict[str, object]:
    """All parts of the notulen but attendance and decisions (domain.md 2.9)."""
    values = plan_values(work, command)
    ends = _clock(command.ends, "ends")
    starts = values["starts"]
    if ends is not None and isinstance(starts, str) and ends < starts:
        raise EndsBeforeItStarts(starts.replace(":", "."), ends.replace(":", "."))
    return values | {
        "ends": ends,
        "course": optional(command.course, "course", LONGEST_MINUTES, lines=True),
        "conclusion": optional(command.conclusion, "conclusion", LONGEST_TEXT, lines=True),
        "ending": optional(command.ending, "ending", LONGEST_TEXT, lines=True),
    }


#: Signs of uraian jalannya rapat: three closely written pages.
LONGEST_MINUTES = 10_000


def _clock(text: str | None, field: str) -> str | None:
    if not (text or "").strip() or text is None:
        return None
    try:
        return read_clock(text)
    except ValueError:
        raise ClockUnclear(text.strip(), field) from None
