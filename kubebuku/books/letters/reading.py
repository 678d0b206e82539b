"""Answers of the books of letters."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Row, select

from kubebuku.books import places
from kubebuku.books.letters.commands import FollowUp, Way
from kubebuku.books.letters.queries import Agenda, Letter, LetterRow, Letters, NextAgenda
from kubebuku.books.letters.rules import letter_number
from kubebuku.books.letters.tables import letter
from kubebuku.books.spec import Attention
from kubebuku.domain.calendar import Month
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger.records import RowUnknown, gaps, next_number
from kubebuku.ledger.work import Reading

#: A letter that asks for something is brought up after so many days.
PATIENCE = 14


def letters(reading: Reading, query: Letters) -> tuple[LetterRow, ...]:
    """Those that came, then those that went, by year and agenda number."""
    wanted = select(letter).order_by(letter.c.way, letter.c.year, letter.c.agenda)
    if query.way is not None:
        wanted = wanted.where(letter.c.way == query.way.value)
    if query.month is not None:
        wanted = wanted.where(letter.c.on_date.between(query.month.first.isoformat(), query.month.last.isoformat()))
    if query.year is not None:
        wanted = wanted.where(letter.c.year == query.year)
    if not query.show_struck:
        wanted = wanted.where(letter.c.struck.is_(None))
    if query.open_only:
        wanted = wanted.where(letter.c.follow_up == FollowUp.OPEN.value, letter.c.struck.is_(None))
    found = (_row(row) for row in reading.connection.execute(wanted))
    sought = query.search.strip().casefold()
    return tuple(row for row in found if not sought or sought in _text(row))


def _text(row: LetterRow) -> str:
    parts = (str(row.agenda), row.number, row.party, row.subject, row.enclosures, row.forwarded, row.copies, row.follow_up_note)
    return "\n".join(part for part in parts if part).casefold()


def one_letter(reading: Reading, query: Letter) -> LetterRow:
    """One letter."""
    row = reading.connection.execute(select(letter).where(letter.c.id == query.letter)).first()
    if row is None:
        raise RowUnknown(query.letter, "letter")
    return _row(row)


def agenda(reading: Reading, query: NextAgenda) -> Agenda:
    """What the next letter would get."""
    following = next_agenda(reading, query.way, query.on.year)
    return Agenda(following, letter_number(following, query.on))


def next_agenda(reading: Reading, way: Way, year: int) -> int:
    """The next agenda number of that way and year."""
    return next_number(reading.connection, letter.c.agenda, letter.c.way == way.value, letter.c.year == year)


def _row(row: Row[*tuple[Any, ...]]) -> LetterRow:
    return LetterRow(
        id=row.id,
        way=Way(row.way),
        year=row.year,
        agenda=row.agenda,
        number=row.number,
        letter_date=date.fromisoformat(row.letter_date),
        on=date.fromisoformat(row.on_date),
        party=row.party,
        subject=row.subject,
        enclosures=row.enclosures,
        forwarded=row.forwarded,
        copies=row.copies,
        follow_up=FollowUp(row.follow_up),
        follow_up_note=row.follow_up_note,
        struck=row.struck,
        who=row.who,
        recorded=row.recorded,
    )


def rows(reading: Reading, month: Month | None) -> list[dict[str, Any]]:
    """The lines of both books as plain values, struck ones marked."""
    return [
        {
            "way": row.way.value,
            "agenda": row.agenda,
            "year": row.year,
            "date": row.on.isoformat(),
            "letter_date": row.letter_date.isoformat(),
            "number": row.number,
            "party": row.party,
            "subject": row.subject,
            "enclosures": row.enclosures,
            "forwarded": row.forwarded,
            "copies": row.copies,
            "follow_up": row.follow_up.value,
            "follow_up_note": row.follow_up_note,
            "struck": row.struck,
        }
        for row in letters(reading, Letters(month=month))
    ]


def agendas_gapless(reading: Reading) -> Iterable[Sentence]:
    """Each way and year is numbered from 1 without a gap."""
    for (way, year), found, expected in gaps(reading.connection, letter.c.agenda, letter.c.way, letter.c.year):
        message = (
            N_("Letters that came in {year}: agenda {found} stands where {expected} was expected.")
            if way == Way.IN.value
            else N_("Letters that went in {year}: agenda {found} stands where {expected} was expected.")
        )
        yield Sentence(message, {"year": str(year), "found": found, "expected": expected})


def letters_waiting(reading: Reading) -> Iterable[Attention]:
    """Letters that ask for something and have lain for two weeks."""
    waiting = [row for row in letters(reading, Letters(open_only=True)) if (reading.today - row.on).days > PATIENCE]
    if waiting:
        oldest = min(waiting, key=lambda row: row.on)
        title = Sentence(N_("{number} letters wait for something to be done"), {"number": len(waiting)})
        values = {"subject": oldest.subject, "party": oldest.party, "days": (reading.today - oldest.on).days}
        detail = Sentence(N_("The oldest: {subject}, {party}, {days} days ago."), values)
        yield Attention("letters", title, detail, "surat", places.Letters(waiting=True))
