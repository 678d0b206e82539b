"""Writing the activity book."""

from __future__ import annotations

from kubebuku.books.activities.commands import ChangeActivity, Done, StrikeActivity, WriteActivity
from kubebuku.books.activities.queries import Activity, ActivityRow
from kubebuku.books.activities.reading import BOOK, one_activity
from kubebuku.books.activities.refusals import RowOfMeeting
from kubebuku.books.spec import Changed, Outcome
from kubebuku.domain.names import LONGEST_TEXT
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger.demands import need_person
from kubebuku.ledger.records import given, not_ahead, optional
from kubebuku.ledger.work import Work


def write_activity(work: Work, command: WriteActivity) -> Outcome:
    """The next number of the year."""
    values = _values(work, command)
    id_, no = BOOK.add(work, command.on, values)
    said = Sentence(N_("Written in the activity book: {title}, number {number}."), {"title": values["title"], "number": no})
    return Outcome(Changed.RECORDS, said=said, made={"activity": id_})


def change_activity(work: Work, command: ChangeActivity) -> Outcome:
    """The row written anew."""
    return BOOK.change(work, _own(work, command.activity), command.on, _values(work, command))


def strike_activity(work: Work, command: StrikeActivity) -> Outcome:
    """Crossed out with the reason."""
    return BOOK.strike(work, _own(work, command.activity), command.reason)


def _own(work: Work, id_: int) -> ActivityRow:
    row = one_activity(work, Activity(id_))
    if row.meeting is not None:
        raise RowOfMeeting(row.no)
    return BOOK.standing(row)


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
