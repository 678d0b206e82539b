"""Writing the books of letters."""

from __future__ import annotations

from sqlalchemy import insert, update

from kubebuku.books.letters.commands import ChangeLetter, FollowUp, SettleLetter, StrikeLetter, Way, WriteLetter, Written
from kubebuku.books.letters.queries import Letter, LetterRow
from kubebuku.books.letters.reading import next_agenda, one_letter
from kubebuku.books.letters.refusals import LetterLaterThanDay, NothingToSettle
from kubebuku.books.letters.tables import letter
from kubebuku.books.spec import Changed, Outcome
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger.records import REASON, OtherYear, RowStruck, given, need_reason, not_ahead, optional
from kubebuku.ledger.work import Work


def write_letter(work: Work, command: WriteLetter) -> Outcome:
    """The next agenda number of its way and year."""
    values = _values(work, command, command.way)
    year = command.on.year
    agenda = next_agenda(work, command.way, year)
    values |= {"way": command.way.value, "year": year, "agenda": agenda, "who": work.who, "recorded": work.recorded}
    id_ = work.connection.execute(insert(letter).values(values).returning(letter.c.id)).scalar_one()
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
    values = _values(work, command, row.way)
    if command.on.year != row.year:
        raise OtherYear(row.agenda, row.year, command.on)
    work.connection.execute(update(letter).where(letter.c.id == row.id).values(values))
    return Outcome(Changed.RECORDS, said=Sentence(N_("Saved: {name}."), {"name": values["subject"]}))


def settle_letter(work: Work, command: SettleLetter) -> Outcome:
    """Done; the note says how, and one that was there stays where none is given."""
    row = _open(work, command.letter)
    if row.follow_up is not FollowUp.OPEN:
        raise NothingToSettle(row.agenda)
    note = optional(command.note, "note", REASON) or row.follow_up_note
    done = {"follow_up": FollowUp.DONE.value, "follow_up_note": note}
    work.connection.execute(update(letter).where(letter.c.id == row.id).values(done))
    return Outcome(Changed.RECORDS, said=Sentence(N_("Done: {subject}."), {"subject": row.subject}))


def strike_letter(work: Work, command: StrikeLetter) -> Outcome:
    """Crossed out with the reason."""
    row = _open(work, command.letter)
    reason = need_reason(command.reason)
    work.connection.execute(update(letter).where(letter.c.id == row.id).values(struck=reason))
    said = Sentence(N_("Struck out: number {number}, {what}."), {"number": row.agenda, "what": row.subject})
    return Outcome(Changed.RECORDS, said=said)


def _open(work: Work, id_: int) -> LetterRow:
    row = one_letter(work, Letter(id_))
    if row.struck is not None:
        raise RowStruck(row.agenda, row.struck, "letter")
    return row


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
