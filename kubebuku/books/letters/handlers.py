"""Writing the books of letters."""

from __future__ import annotations

from kubebuku.books.letters.commands import ChangeLetter, FollowUp, SettleLetter, StrikeLetter, Way, WriteLetter, Written
from kubebuku.books.letters.queries import Letter, LetterRow
from kubebuku.books.letters.reading import BOOK, one_letter
from kubebuku.books.letters.refusals import LetterLaterThanDay, NothingToSettle
from kubebuku.books.spec import Changed, Outcome
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger.records import REASON, given, not_ahead, optional
from kubebuku.ledger.work import Work


def write_letter(work: Work, command: WriteLetter) -> Outcome:
    """The next agenda number of its way and year."""
    values = _values(work, command, command.way)
    id_, agenda = BOOK.add(work, command.on, values, way=command.way.value)
    message = (
        N_("Written among the letters that came: agenda {agenda}, {subject}.")
        if command.way is Way.IN
        else N_("Written among the letters that went: agenda {agenda}, {subject}.")
    )
    said = Sentence(message, {"agenda": agenda, "subject": values["subject"]})
    return Outcome(Changed.RECORDS, said=said, made={"letter": id_})


def change_letter(work: Work, command: ChangeLetter) -> Outcome:
    """The row written anew."""
    row = _open(work, command.letter)
    return BOOK.change(work, row, command.on, _values(work, command, row.way))


def settle_letter(work: Work, command: SettleLetter) -> Outcome:
    """Done; the note says how, and one that was there stays where none is given."""
    row = _open(work, command.letter)
    if row.follow_up is not FollowUp.OPEN:
        raise NothingToSettle(row.agenda)
    note = optional(command.note, "note", REASON) or row.follow_up_note
    BOOK.put(work, row, {"follow_up": FollowUp.DONE.value, "follow_up_note": note})
    return Outcome(Changed.RECORDS, said=Sentence(N_("Done: {subject}."), {"subject": row.subject}))


def strike_letter(work: Work, command: StrikeLetter) -> Outcome:
    """Crossed out with the reason."""
    return BOOK.strike(work, _open(work, command.letter), command.reason)


def _open(work: Work, id_: int) -> LetterRow:
    return BOOK.standing(one_letter(work, Letter(id_)))


def _values(work: Work, command: Written, way: Way) -> dict[str, object]:
    party = N_("Sender") if way is Way.IN else N_("Recipient")
    values: dict[str, object] = {
        "on_date": command.on.isoformat(),
        "letter_date": command.letter_date.isoformat(),
        "party": given(command.party, party, "party"),
        "subject": given(command.subject, N_("What the letter is about"), "subject"),
        "number": optional(command.number, "number"),
        "enclosures": optional(command.enclosures, "enclosures"),
        "forwarded": optional(command.forwarded, "forwarded") if way is Way.IN else None,
        "copies": optional(command.copies, "copies", REASON) if way is Way.OUT else None,
        "follow_up": command.follow_up.value,
        "follow_up_note": optional(command.follow_up_note, "follow_up_note", REASON),
    }
    not_ahead(work, command.on, "on")
    if command.letter_date > command.on:
        raise LetterLaterThanDay(command.letter_date, command.on)
    return values
