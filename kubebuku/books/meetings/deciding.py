"""What a meeting decided and what it left to be done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import insert, select, update

from kubebuku.books.meetings.commands import (
    AddDecision,
    AddFollowUp,
    ChangeDecision,
    ChangeFollowUp,
    SettleFollowUp,
    WithdrawDecision,
)
from kubebuku.books.meetings.finding import find_meeting
from kubebuku.books.meetings.refusals import (
    DecisionInUse,
    DecisionOfNoMeeting,
    DecisionSealed,
    DueTooEarly,
    FollowUpUnknown,
    MeetingNotHeld,
)
from kubebuku.books.meetings.tables import follow_up, meeting_decision
from kubebuku.books.spec import Changed, Outcome
from kubebuku.domain.entries import DecisionId, PersonId
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger import closings
from kubebuku.ledger.decisions import LONGEST_DECISION, decide, entries_resting_on, named_by_rows
from kubebuku.ledger.demands import need_person
from kubebuku.ledger.records import REASON, given, need_reason, next_number, not_ahead, optional
from kubebuku.ledger.tables import decision
from kubebuku.ledger.work import Work

#: Signs of a decision in the minutes; its first 200 name it elsewhere.
LONGEST_WORDS = 1000


def add_decision(work: Work, command: AddDecision) -> Outcome:
    """The next number of its meeting."""
    id_ = add_decision_row(work, command.meeting, _held(work, command.meeting), command.text)
    no = work.connection.execute(select(meeting_decision.c.no).where(meeting_decision.c.decision == id_)).scalar_one()
    said = Sentence(N_("Decision {no} is written down."), {"no": no})
    return Outcome(Changed.MEETINGS, said=said, made={"decision": id_})


def add_decision_row(work: Work, meeting: int, on: date, words: str) -> DecisionId:
    """The decision itself, for other books to point at, and its number in the minutes."""
    full = given(words, N_("The decision"), "decisions", LONGEST_WORDS, lines=True)
    no = next_number(work.connection, meeting_decision.c.no, meeting_decision.c.meeting == meeting)
    id_ = decide(work, _label(full), on)
    work.connection.execute(insert(meeting_decision).values(decision=id_, meeting=meeting, no=no, text=full, withdrawn=None))
    return id_


def change_decision(work: Work, command: ChangeDecision) -> Outcome:
    """Other words, until a month in which something rests on it is closed."""
    no = _standing(work, command.decision)
    need_unsealed(work, (command.decision,), "text")
    full = given(command.text, N_("The decision"), "text", LONGEST_WORDS, lines=True)
    work.connection.execute(update(meeting_decision).where(meeting_decision.c.decision == command.decision).values(text=full))
    work.connection.execute(update(decision).where(decision.c.id == command.decision).values(label=_label(full)))
    return Outcome(Changed.MEETINGS, said=Sentence(N_("Decision {no} is written down."), {"no": no}))


def withdraw_decision(work: Work, command: WithdrawDecision) -> Outcome:
    """Only what nothing rests on."""
    no = _standing(work, command.decision)
    reason = need_reason(command.reason)
    used = entries_resting_on(work.connection, command.decision)
    if used or named_by_rows(work.connection, command.decision):
        raise DecisionInUse(no, ", ".join(used))
    work.connection.execute(
        update(meeting_decision).where(meeting_decision.c.decision == command.decision).values(withdrawn=reason)
    )
    work.connection.execute(update(decision).where(decision.c.id == command.decision).values(standing="withdrawn"))
    return Outcome(Changed.MEETINGS, said=Sentence(N_("Decision {no} is withdrawn."), {"no": no}))


def need_unsealed(work: Work, ids: Sequence[DecisionId], field: str) -> None:
    """Refuse where an entry of a closed month names one of them (DecisionSealed)."""
    closed = closings.closed_until(work.connection)
    used = entries_resting_on(work.connection, *ids, until=closed.last) if closed is not None else []
    if used:
        raise DecisionSealed(", ".join(used), field)


def _standing(work: Work, id_: DecisionId) -> int:
    no = work.connection.execute(
        select(meeting_decision.c.no).where(meeting_decision.c.decision == id_, meeting_decision.c.withdrawn.is_(None))
    ).scalar()
    if no is None:
        raise DecisionOfNoMeeting(id_)
    return no


def _label(full: str) -> str:
    one_line = " ".join(full.split())
    return one_line if len(one_line) <= LONGEST_DECISION else f"{one_line[: LONGEST_DECISION - 1]}…"


def _held(work: Work, id_: int) -> date:
    found = find_meeting(work, id_)
    if found.standing != "held":
        raise MeetingNotHeld(found.on)
    return found.on


# ---------------------------------------------------------------------------------------------------- what is to be done


def add_follow_up(work: Work, command: AddFollowUp) -> Outcome:
    """One more line."""
    on = _held(work, command.meeting)
    id_ = add_follow_up_row(work, command.meeting, on, command.text, command.person, command.due)
    return Outcome(Changed.MEETINGS, said=Sentence(N_("Added to what is to be done.")), made={"follow_up": id_})


def add_follow_up_row(work: Work, meeting: int, on: date, words: str, person: PersonId | None, due: date | None) -> int:
    """A line of the list that the next meetings carry until it is done."""
    values = {"meeting": meeting, **_values(work, on, words, person, due)}
    return work.connection.execute(insert(follow_up).values(values).returning(follow_up.c.id)).scalar_one()


def change_follow_up(work: Work, command: ChangeFollowUp) -> Outcome:
    """The line written anew."""
    on = find_meeting(work, _follow_up(work, command.follow_up)).on
    values = _values(work, on, command.text, command.person, command.due)
    work.connection.execute(update(follow_up).where(follow_up.c.id == command.follow_up).values(values))
    return Outcome(Changed.MEETINGS, said=Sentence(N_("Saved: {name}."), {"name": values["text"]}))


def settle_follow_up(work: Work, command: SettleFollowUp) -> Outcome:
    """Done, or open again."""
    _follow_up(work, command.follow_up)
    note = optional(command.note, "note", REASON)
    values: dict[str, object] = {"done": None} if command.on is None else {"done": command.on.isoformat()}
    if command.on is not None:
        not_ahead(work, command.on, "on")
    if note is not None:
        values["note"] = note
    work.connection.execute(update(follow_up).where(follow_up.c.id == command.follow_up).values(values))
    said = Sentence(N_("To be done again.")) if command.on is None else Sentence(N_("Marked as done."))
    return Outcome(Changed.MEETINGS, said=said)


def _follow_up(work: Work, id_: int) -> int:
    meeting = work.connection.execute(select(follow_up.c.meeting).where(follow_up.c.id == id_)).scalar()
    if meeting is None:
        raise FollowUpUnknown(id_)
    return meeting


def _values(work: Work, on: date, words: str, person: PersonId | None, due: date | None) -> dict[str, object]:
    if person is not None:
        need_person(work.connection, person)
    if due is not None and due < on:
        raise DueTooEarly(due, on)
    label = given(words, N_("What is to be done"), "text", REASON)
    return {"text": label, "person": person, "due": due.isoformat() if due is not None else None}
