"""Writing the activity book."""

from __future__ import annotations

from sqlalchemy import insert, update

from kubebuku.books.activities.commands import ChangeActivity, Done, StrikeActivity, WriteActivity
from kubebuku.books.activities.queries import Activity, ActivityRow
from kubebuku.books.activities.reading import one_activity
from kubebuku.books.activities.refusals import RowOfMeeting
from kubebuku.books.activities.tables import activity
from kubebuku.books.spec import Changed, Outcome
from kubebuku.domain.names import LONGEST_TEXT
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger.demands import need_person
from kubebuku.ledger.records import OtherYear, RowStruck, given, need_reason, next_number, not_ahead, optional
from kubebuku.ledger.work import Work


def write_activity(work: Work, command: WriteActivity) -> Outcome:
    """The next number of the year."""
    values = _values(work, command)
    year = command.on.year
    values |= {"year": year, "no": next_number(work.connection, activity.c.no, activity.c.year == year)}
    values |= {"who": work.who, "recorded": work.recorded}
    id_ = work.connection.execute(insert(activity).values(values).returning(activity.c.id)).scalar_one()
    said = Sentence(
        N_("Written in the activity book: {title}, number {number}."), {"title": values["title"], "number": values["no"]}
    )
    return Outcome(Changed.RECORDS, said=said, made={"activity": id_})


def change_activity(work: Work, command: ChangeActivity) -> Outcome:
    """The row written anew."""
    row = _own(work, command.activity)
    values = _values(work, command)
    if command.on.year != row.year:
        raise OtherYear(row.no, row.year, command.on)
    work.connection.execute(update(activity).where(activity.c.id == row.id).values(values))
    return Outcome(Changed.RECORDS, said=Sentence(N_("Saved: {name}."), {"name": values["title"]}))


def strike_activity(work: Work, command: StrikeActivity) -> Outcome:
    """Crossed out with the reason."""
    row = _own(work, command.activity)
    reason = need_reason(command.reason)
    work.connection.execute(update(activity).where(activity.c.id == row.id).values(struck=reason))
    said = Sentence(N_("Struck out: number {number}, {what}."), {"number": row.no, "what": row.title})
    return Outcome(Changed.RECORDS, said=said)


def _own(work: Work, id_: int) -> ActivityRow:
    row = one_activity(work, Activity(id_))
    if row.meeting is not None:
        raise RowOfMeeting(row.no)
    if row.struck is not None:
        raise RowStruck(row.no, row.struck, "activity")
    return row


def _values(work: Work, command: Done) -> dict[str, object]:
    not_ahead(work, command.on, "on")
    if command.person is not None:
        need_person(work.connection, command.person)
    return {
        "on_date": command.on.isoformat(),
        "title": given(command.title, N_("What was done"), "title"),
        "person": command.person,
        "place": optional(command.place, "place"),
        "story": optional(command.story, "story", LONGEST_TEXT, lines=True),
    }
