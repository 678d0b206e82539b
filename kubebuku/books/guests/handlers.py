"""Writing the guest book."""

from __future__ import annotations

from sqlalchemy import insert, update

from kubebuku.books.guests.commands import ChangeGuest, StrikeGuest, Visit, WriteGuest
from kubebuku.books.guests.queries import Guest, GuestRow
from kubebuku.books.guests.reading import one_guest
from kubebuku.books.guests.tables import guest
from kubebuku.books.spec import Changed, Outcome
from kubebuku.domain.names import clean_name
from kubebuku.domain.text import N_, Sentence
from kubebuku.domain.text_refusals import TextRefused
from kubebuku.ledger.records import OtherYear, RowStruck, given, need_reason, next_number, not_ahead, optional
from kubebuku.ledger.work import Work

#: Signs of what a guest left behind; a companion's findings take half a page.
LONGEST_IMPRESSION = 2000


def write_guest(work: Work, command: WriteGuest) -> Outcome:
    """The next number of the year."""
    values = _values(work, command)
    year = command.on.year
    values |= {"year": year, "no": next_number(work.connection, guest.c.no, guest.c.year == year)}
    values |= {"who": work.who, "recorded": work.recorded}
    id_ = work.connection.execute(insert(guest).values(values).returning(guest.c.id)).scalar_one()
    said = Sentence(N_("Written in the guest book: {name}, number {number}."), {"name": values["name"], "number": values["no"]})
    return Outcome(Changed.RECORDS, said=said, made={"guest": id_})


def change_guest(work: Work, command: ChangeGuest) -> Outcome:
    """The row written anew."""
    row = _open(work, command.guest)
    values = _values(work, command)
    if command.on.year != row.year:
        raise OtherYear(row.no, row.year, command.on)
    work.connection.execute(update(guest).where(guest.c.id == row.id).values(values))
    return Outcome(Changed.RECORDS, said=Sentence(N_("Saved: {name}."), {"name": values["name"]}))


def strike_guest(work: Work, command: StrikeGuest) -> Outcome:
    """Crossed out with the reason."""
    row = _open(work, command.guest)
    reason = need_reason(command.reason)
    work.connection.execute(update(guest).where(guest.c.id == row.id).values(struck=reason))
    said = Sentence(N_("Struck out: number {number}, {what}."), {"number": row.no, "what": row.name})
    return Outcome(Changed.RECORDS, said=said)


def _open(work: Work, id_: int) -> GuestRow:
    row = one_guest(work, Guest(id_))
    if row.struck is not None:
        raise RowStruck(row.no, row.struck, "guest")
    return row


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
