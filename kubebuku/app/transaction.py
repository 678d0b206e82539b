"""One writing transaction: its handlers, and what is kept of an act beside the entry it wrote. Heavy, so imported late."""

from __future__ import annotations

from datetime import date
from functools import partial

from sqlalchemy import Connection, insert, select, update

from kubebuku.books import catalog
from kubebuku.books.spec import Changed, Command, Outcome, from_data, to_data
from kubebuku.domain.entries import JOURNAL, EntryId
from kubebuku.ledger.book import Facts, read_chart_of
from kubebuku.ledger.journal import Journal, Posted, read_entry
from kubebuku.ledger.tables import act
from kubebuku.ledger.work import Work


def begin(connection: Connection, facts: Facts, *, today: date, who: str, recorded: str) -> Work:
    """The transaction `connection` is in, as handlers are given it. `recorded` is UTC, ISO text to the second."""
    chart = read_chart_of(connection)
    journal = Journal(connection, chart, today=today, who=who, recorded=recorded)
    work: Work

    def carry_out(command: Command) -> Outcome:
        return _carry_out(work, command)

    def strike_out(entry: EntryId, description: str, *, on: date | None = None) -> Posted:
        return _strike_out(work, entry, description, on)

    work = Work(connection, chart, facts, today, journal, who, recorded, carry_out, strike_out)
    journal.follow({code: partial(follow, work) for book in catalog.books() for code, follow in book.follows().items()})
    return work


def run_once(work: Work, command: Command, key: str | None) -> Outcome:
    """Carry out `command`, unless an act with the same `key` was: then nothing is written and the first entry is the answer."""
    if key is not None:
        written = work.connection.execute(select(act.c.entry).where(act.c.key == key)).scalar()
        if written is not None:
            return Outcome(Changed.NOTHING, written, read_entry(work.connection, written).number)
    outcome = _carry_out(work, command)
    if key is not None and outcome.entry is not None:
        work.connection.execute(update(act).where(act.c.entry == outcome.entry).values(key=key))
    return outcome


def _carry_out(work: Work, command: Command) -> Outcome:
    outcome = catalog.act(type(command)).carry_out(work, command)
    if outcome.entry is not None:
        kept = {"entry": outcome.entry, "command": command.name, "data": to_data(command)}
        work.connection.execute(insert(act).prefix_with("OR IGNORE").values(kept))
    return outcome


def _strike_out(work: Work, entry: EntryId, description: str, on: date | None) -> Posted:
    posted = work.journal.reverse(entry, description=description, on=on)
    remembered = work.connection.execute(select(act).where(act.c.entry == entry)).first()
    kind = catalog.commands_by_name().get(remembered.command) if remembered else None
    undo = catalog.act(kind).undo if kind else None
    if remembered is not None and kind is not None and undo is not None:
        undo(work, entry, from_data(kind, remembered.data))
    elif remembered is None and (old := read_entry(work.connection, entry)).kind == JOURNAL:
        from kubebuku.books.journal import by_hand  # only what a script handed in

        by_hand.undone(work, old)
    return posted
