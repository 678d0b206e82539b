"""Who borrows: how a person stands to the group on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from kubebuku.books.members.tables import member
from kubebuku.domain.entries import PersonId
from kubebuku.ledger.away import times_away
from kubebuku.ledger.tables import person
from kubebuku.ledger.work import Reading


@dataclass(frozen=True, slots=True)
class Borrower:
    """Who borrows: a member on that day or not, and whether they have left by then."""

    name: str
    member: bool
    gone: bool
    left: date | None


def days_of_leaving(reading: Reading, id_: PersonId) -> tuple[date, ...]:
    """Every day on which that person left the group, also where they came back since."""
    last = reading.connection.execute(select(member.c.left_on).where(member.c.person == id_)).scalar()
    earlier = tuple(time.left for time in times_away(reading.connection, id_).get(id_, ()))
    return earlier if last is None else (*earlier, date.fromisoformat(last))


def borrower_on(reading: Reading, id_: PersonId, name: str, on: date) -> Borrower:
    """How a person stands to the group on a day."""
    row = reading.connection.execute(select(member.c.joined, member.c.left_on).where(member.c.person == id_)).first()
    standing = reading.connection.execute(select(person.c.standing).where(person.c.id == id_)).scalar_one()
    if row is None:
        return Borrower(name, standing == "member", standing == "left", None)
    left = None if row.left_on is None else date.fromisoformat(row.left_on)
    left = next((time.left for time in times_away(reading.connection, id_).get(id_, ()) if on in time), left)
    gone = left is not None and left < on
    return Borrower(name, not gone and date.fromisoformat(row.joined) <= on, gone, left)
