"""Writing down what was counted; nothing is posted by it."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import insert

from kubebuku.books.cash.commands import CountBox
from kubebuku.books.cash.common import box_of, label
from kubebuku.books.cash.refusals import CountDiffers, CountedBelowZero
from kubebuku.books.cash.tables import box_count
from kubebuku.books.spec import Changed, Outcome
from kubebuku.domain.names import clean_text
from kubebuku.domain.refusals import BeforeOpening, NotYet
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger import balances
from kubebuku.ledger.work import Work


def count_box(work: Work, command: CountBox) -> Outcome:
    """Counted money beside the book's figure at the end of that day; a difference stands there until an entry explains it."""
    box = box_of(work, command.box)
    if command.on < work.facts.opened:
        raise BeforeOpening(command.on, work.facts.opened)
    if command.on > work.today + timedelta(days=1):
        raise NotYet(command.on, work.today + timedelta(days=1))
    if command.counted < 0:
        raise CountedBelowZero
    book = balances.of(work.connection, box.code, at=command.on)
    note = clean_text(command.note or "", most=200) or None
    if command.counted != book and note is None:
        raise CountDiffers(book, command.counted)
    made = work.connection.execute(
        insert(box_count)
        .values(
            account=box.code,
            on_date=command.on.isoformat(),
            counted=int(command.counted),
            book=int(book),
            note=note,
            who=work.who,
            recorded=work.recorded,
        )
        .returning(box_count.c.id)
    ).scalar_one()
    values = {"box": label(box), "counted": command.counted, "difference": abs(command.counted - book)}
    message = (
        N_("Counted: {box} holds {counted}, as written.")
        if command.counted == book
        else N_("Counted: {box} holds {counted}; {difference} is not explained yet.")
    )
    return Outcome(Changed.COUNTS, said=Sentence(message, values), made={"count": made})
