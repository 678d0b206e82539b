"""Writing the guest book."""

from __future__ import annotations

from kubebuku.books.guests.commands import ChangeGuest, StrikeGuest, Visit, WriteGuest
from kubebuku.books.guests.queries import Guest, GuestRow
from kubebuku.books.guests.reading import BOOK, one_guest
from kubebuku.books.spec import Changed, Outcome
from kubebuku.domain.names import clean_name
from kubebuku.domain.text import N_, Sentence
from kubebuku.domain.text_refusals import TextRefused
from kubebuku.ledger.records import given, not_ahead, optional
from kubebuku.ledger.work import Work

#: Signs of what a guest left behind; a companion's findings take half a page.
LONGEST_IMPRESSION = 2000


def write_guest(work: Work, command: WriteGuest) -> Outcome:
    """The next number of the year."""
    values = _values(work, command)
    id_, no = BOOK.add(work, command.on, values)
    said = Sentence(N_("Written in the guest book: {name}, number {number}."), {"name": values["name"], "number": no})
    return Outcome(Changed.RECORDS, said=said, made={"guest": id_})


def change_guest(work: Work, command: ChangeGuest) -> Outcome:
    """The row written anew."""
    return BOOK.change(work, _open(work, command.guest), command.on, _values(work, command))


def strike_guest(work: Work, command: StrikeGuest) -> Outcome:
    """Crossed out with the reason."""
    return BOOK.strike(work, _open(work, command.guest), command.reason)


def _open(work: Work, id_: int) -> GuestRow:
    return BOOK.standing(one_guest(work, Guest(id_)))


def _values(work: Work, command: Visit) -> dict[str, object]:
    try:
        name = clean_name(command.full_name)
    except TextRefused as refused:
        refused.field = "full_name"
        raise
    not_ahead(work, command.on, "on")
    return {
        "on_date": command.on.isoformat(),
        "name": name,
        "agency": optional(command.agency, "agency"),
        "position": optional(command.position, "position"),
        "purpose": given(command.purpose, N_("What the guest came for"), "purpose"),
        "impression": optional(command.impression, "impression", LONGEST_IMPRESSION, lines=True),
    }
