"""A meeting is written down: daftar hadir, notulen and its line in buku kegiatan, in one act."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import delete, insert, select, update

from kubebuku.books.meetings.attending import members_on, paid_fines
from kubebuku.books.meetings.commands import Attended, ChangeMinutes, HoldMeeting, Minutes
from kubebuku.books.meetings.deciding import add_decision_row, add_follow_up_row, need_unsealed
from kubebuku.books.meetings.drafts import forget_draft
from kubebuku.books.meetings.finding import find_meeting
from kubebuku.books.meetings.planning import minutes_values, planned
from kubebuku.books.meetings.refusals import AttendanceIncomplete, FineAlreadyPaid, MeetingAhead, MeetingNotHeld, NobodyCame
from kubebuku.books.meetings.rule_keeping import fines, in_force
from kubebuku.books.meetings.rules import Presence, Quorum, needed
from kubebuku.books.meetings.tables import activity, attendance, meeting, meeting_decision
from kubebuku.books.meetings.words import KINDS
from kubebuku.books.spec import Changed, Outcome
from kubebuku.domain.entries import DecisionId
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, Sentence
from kubebuku.i18n import say
from kubebuku.ledger.demands import need_person
from kubebuku.ledger.records import REASON, OtherYear, next_number, optional
from kubebuku.ledger.tables import decision
from kubebuku.ledger.work import Work


def hold(work: Work, command: HoldMeeting) -> Outcome:
    """The whole meeting in one act; below quorum it is written down all the same and says so."""
    _not_in_future(work, command.on)
    if command.meeting is not None:
        planned(work, command.meeting)
    values = minutes_values(work, command)
    rules = in_force(work.connection)
    values |= {"standing": "held", "quorum": rules.quorum.value, "who": work.who, "recorded": work.recorded}
    lines = _lines(work, command.on, command.attendance)
    if command.meeting is None:
        id_ = work.connection.execute(insert(meeting).values(values).returning(meeting.c.id)).scalar_one()
    else:
        id_ = command.meeting
        work.connection.execute(update(meeting).where(meeting.c.id == id_).values(values))
    laid_on = fines(rules)
    for line in lines:
        _insert_line(work, id_, line, laid_on[line.state])
    made = {"meeting": id_}
    for no, text in enumerate(command.decisions, start=1):
        made[f"decision {no}"] = add_decision_row(work, id_, command.on, text)
    for task in command.follow_ups:
        add_follow_up_row(work, id_, command.on, task.text, task.person, task.due)
    year = command.on.year
    number = next_number(work.connection, activity.c.no, activity.c.year == year)
    told = _told(command) | {"year": year, "no": number, "meeting": id_, "who": work.who, "recorded": work.recorded}
    work.connection.execute(insert(activity).values(told))
    forget_draft(work.connection, command.meeting)
    said = Sentence(
        N_("The meeting of {day} is written down: attendance, minutes, and number {number} in the activity book."),
        {"day": command.on, "number": number},
    )
    return Outcome(Changed.MEETINGS | Changed.RECORDS, said=said, made=made, warned=_short_of_quorum(rules.quorum, lines))


def change_minutes(work: Work, command: ChangeMinutes) -> Outcome:
    """Written anew; fines follow where the attendance changed, by the rules of today."""
    found = find_meeting(work, command.meeting)
    if found.standing != "held":
        raise MeetingNotHeld(found.on)
    _not_in_future(work, command.on)
    values = minutes_values(work, command)
    if command.on.year != found.on.year:
        number = work.connection.execute(select(activity.c.no).where(activity.c.meeting == found.id)).scalar_one()
        raise OtherYear(number, found.on.year, command.on)
    own = select(meeting_decision.c.decision).where(meeting_decision.c.meeting == found.id)
    if command.on != found.on:
        need_unsealed(work, [DecisionId(id_) for id_ in work.connection.execute(own).scalars()], "on")
    lines = _lines(work, command.on, command.attendance)
    _write_attendance(work, found.id, lines)
    work.connection.execute(update(meeting).where(meeting.c.id == found.id).values(values))
    work.connection.execute(update(activity).where(activity.c.meeting == found.id).values(_told(command)))
    work.connection.execute(update(decision).where(decision.c.id.in_(own)).values(decided=command.on.isoformat()))
    forget_draft(work.connection, found.id)
    said = Sentence(N_("The minutes of {day} are saved."), {"day": command.on})
    return Outcome(Changed.MEETINGS | Changed.RECORDS, said=said, warned=_short_of_quorum(found.quorum, lines))


def _write_attendance(work: Work, id_: int, lines: Sequence[Attended]) -> None:
    laid_on = fines(in_force(work.connection))
    paid = paid_fines(work.connection, meeting=id_)
    before = {row.person: row for row in work.connection.execute(select(attendance).where(attendance.c.meeting == id_))}
    named = {line.person: line for line in lines}
    for person, row in before.items():
        line = named.get(person)
        state = line.state.value if line is not None else None
        fine = row.fine if state == row.state else (int(laid_on[line.state]) if line is not None else 0)
        given = paid.get((id_, person), Rupiah(0))
        if given > fine or (line is None and given):
            raise FineAlreadyPaid(need_person(work.connection, person), given)
        here = (attendance.c.meeting == id_, attendance.c.person == person)
        if line is None:
            work.connection.execute(delete(attendance).where(*here))
        else:
            waived = row.waived if state == row.state else None
            changed = {"state": state, "note": line.note, "fine": fine, "waived": waived}
            work.connection.execute(update(attendance).where(*here).values(changed))
    for person, line in named.items():
        if person not in before:
            _insert_line(work, id_, line, laid_on[line.state])


def _insert_line(work: Work, id_: int, line: Attended, fine: Rupiah) -> None:
    values = {"meeting": id_, "person": line.person, "state": line.state.value, "note": line.note, "fine": int(fine)}
    work.connection.execute(insert(attendance).values(**values, waived=None))


def _lines(work: Work, on: date, given: Sequence[Attended]) -> tuple[Attended, ...]:
    """The lines with cleaned notes; raises AttendanceIncomplete, NobodyCame."""
    belonged = {one.person: one.name for one in members_on(work, on)}
    seen: set[int] = set()
    strange = []
    for line in given:
        if line.person not in belonged or line.person in seen:
            strange.append(need_person(work.connection, line.person, "attendance"))
        seen.add(line.person)
    missing = tuple(name for person, name in belonged.items() if person not in seen)
    if missing or strange:
        raise AttendanceIncomplete(missing, tuple(strange))
    if not any(line.state.came for line in given):
        raise NobodyCame
    return tuple(Attended(person=line.person, state=line.state, note=optional(line.note, "attendance", REASON)) for line in given)


def _not_in_future(work: Work, on: date) -> None:
    if on > work.today:
        raise MeetingAhead(on, work.today)


def _told(command: Minutes) -> dict[str, object]:
    """The meeting's line in the activity book: who led it, where, and what came of it."""
    story = (command.conclusion or "").strip() or (command.agenda or "").strip() or None
    return {
        "on_date": command.on.isoformat(),
        "title": say(KINDS[command.kind]),
        "person": command.chair,
        "place": optional(command.place, "place"),
        "story": optional(story, "conclusion", 2000, lines=True),
    }


def _short_of_quorum(quorum: Quorum, lines: Sequence[Attended]) -> tuple[Sentence, ...]:
    present = sum(Presence(line.state).came for line in lines)
    least = needed(quorum, len(lines))
    if present >= least:
        return ()
    values = {"present": present, "needed": least}
    return (
        Sentence(
            N_("This meeting has no quorum: {present} came, {needed} are needed. It may go on; the minutes will say so."), values
        ),
    )
