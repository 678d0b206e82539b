"""Answers of the books of letters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kubebuku.books import places
from kubebuku.books.letters.commands import FollowUp, Way
from kubebuku.books.letters.queries import Agenda, Letter, LetterRow, Letters, NextAgenda
from kubebuku.books.letters.rules import letter_number
from kubebuku.books.letters.tables import letter
from kubebuku.books.record_book import RecordBook
from kubebuku.books.spec import Attention
from kubebuku.domain.calendar import Month
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger.work import Reading

#: A letter that asks for something is brought up after so many days.
PATIENCE = 14


BOOK = RecordBook(
    "letter",
    LetterRow,
    letter,
    ("agenda", "number", "party", "subject", "enclosures", "forwarded", "copies", "follow_up_note"),
    "subject",
    ("way", "year"),
)


def letters(reading: Reading, query: Letters) -> tuple[LetterRow, ...]:
    """Those that came, then those that went, by year and agenda number."""
    where = [] if query.way is None else [letter.c.way == query.way.value]
    if query.open_only:
        where += [letter.c.follow_up == FollowUp.OPEN.value, letter.c.struck.is_(None)]
    return BOOK.found(reading, query, *where)


def one_letter(reading: Reading, query: Letter) -> LetterRow:
    """One letter."""
    return BOOK.read(BOOK.one(reading, query.letter))


def agenda(reading: Reading, query: NextAgenda) -> Agenda:
    """What the next letter would get."""
    following = BOOK.next_number(reading, way=query.way.value, year=query.on.year)
    return Agenda(following, letter_number(following, query.on))


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
    for (way, _year), values in BOOK.gaps(reading):
        message = (
            N_("Letters that came in {year}: agenda {found} stands where {expected} was expected.")
            if way == Way.IN.value
            else N_("Letters that went in {year}: agenda {found} stands where {expected} was expected.")
        )
        yield Sentence(message, values)


def letters_waiting(reading: Reading) -> Iterable[Attention]:
    """Letters that ask for something and have lain for two weeks."""
    waiting = [row for row in letters(reading, Letters(open_only=True)) if (reading.today - row.on).days > PATIENCE]
    if waiting:
        oldest = min(waiting, key=lambda row: row.on)
        title = Sentence(N_("{number} letters wait for something to be done"), {"number": len(waiting)})
        values = {"subject": oldest.subject, "party": oldest.party, "days": (reading.today - oldest.on).days}
        detail = Sentence(N_("The oldest: {subject}, {party}, {days} days ago."), values)
        yield Attention("letters", title, detail, "surat", places.Letters(waiting=True))
