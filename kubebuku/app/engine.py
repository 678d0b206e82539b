"""The heavy half of the office: the open database, the handlers, and one transaction an act. Found by importlib on first use."""

from __future__ import annotations

import contextlib
import importlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.exc import DBAPIError, NoResultFound

from kubebuku.app import clock
from kubebuku.books import catalog
from kubebuku.books.spec import Changed, Command, Outcome, Query, from_data, to_data
from kubebuku.domain.accounts import Chart
from kubebuku.domain.entries import EntryId
from kubebuku.domain.money import Rupiah
from kubebuku.domain.names import LONGEST_NAME, clean_text
from kubebuku.ledger import balances, plain, proof, tables
from kubebuku.ledger import book as ledger_book
from kubebuku.ledger import file as bookfile
from kubebuku.ledger.db import Database, troubles
from kubebuku.ledger.journal import Journal, Posted, read_entry
from kubebuku.ledger.refusals import BookDamaged, BookReadOnly
from kubebuku.ledger.work import Reading, Work

#: A clock this many days behind the last recording is asked about.
CLOCK_TOLERANCE_DAYS = 1


@dataclass(frozen=True, slots=True)
class Moment:
    """A fixed day and UTC time instead of the clock's, for practice books."""

    today: date
    recorded: str


@dataclass(frozen=True, slots=True)
class BoxChange:
    """What a box holds before and after an act, in rupiah."""

    box: str
    before: Rupiah
    after: Rupiah


class _Tried(Exception):
    """Ends a preview: rolls back what was only tried."""


class Engine:
    """One open book. Made, used and closed in one thread.

    `write` asks for the book's only lock and raises BookHeld where another window has it; without a writable folder the
    book opens for reading.
    """

    def __init__(self, path: Path, *, who: str, write: bool = True) -> None:
        header = bookfile.read_header(path)
        bookfile.require_current(header)
        self.path = path
        self.who = clean_text(who, most=LONGEST_NAME)
        self.moment: Moment | None = None
        self._handlers: dict[str, Callable[..., Any]] = {}
        #: what the proof found, None while it has not run
        self._findings: list[proof.Finding] | None = None
        place = bookfile.real_place(path)
        with contextlib.ExitStack() as opened:
            writable = write and bookfile.is_writable(place)
            if writable:
                lock = bookfile.Lock(place)
                with troubles(path.name):
                    lock.take(self.who, clock.now().isoformat(" ", "minutes"))
                opened.callback(lock.release)
            self._database = Database(place, writable=writable)
            opened.callback(self._database.close)
            try:
                with self._database.reading() as connection:
                    self.facts = ledger_book.read_facts(connection)
            except (DBAPIError, NoResultFound) as error:  # no table, no column, no row: nothing of ours is left of it
                raise BookDamaged(path.name, str(error.__cause__ or error)) from error
            self._opened = opened.pop_all()

    @property
    def damaged(self) -> bool:
        """True where the proof has run and found something."""
        return not all(finding.ok for finding in self._findings or ())

    @property
    def writable(self) -> bool:
        """False on a medium that cannot be written and for a damaged book."""
        return self._database.writable and not self.damaged

    @property
    def last_day(self) -> date | None:
        """The local day of the newest recording, None in an empty book."""
        if self.facts.last_recorded is None:
            return None
        return datetime.fromisoformat(self.facts.last_recorded).astimezone().date()

    @property
    def today(self) -> date:
        """The later of the clock's day and the last recording's day."""
        day = self.moment.today if self.moment else clock.today()
        return max(day, self.last_day) if self.last_day else day

    @property
    def clock_behind(self) -> int:
        """Days by which the clock lies behind the last recording, 0 within the tolerance."""
        if self.last_day is None or self.moment is not None:
            return 0
        behind = (self.last_day - clock.today()).days
        return behind if behind > CLOCK_TOLERANCE_DAYS else 0

    def _recorded(self) -> str:
        if self.moment is not None:
            return self.moment.recorded
        now = datetime.now(UTC).replace(microsecond=0).isoformat().replace("+00:00", "Z")
        return max(now, self.facts.last_recorded or now)

    def run(self, command: Command, *, key: str | None = None) -> Outcome:
        """Carry out one command: all of it, durable, or nothing. Raises RuleBroken and Surroundings.

        `key` is made when a form opens; a second act with the same key writes nothing and answers with the first entry.
        """

        def act(work: Work) -> Outcome:
            if key is not None:
                written = work.connection.execute(select(tables.act.c.entry).where(tables.act.c.key == key)).scalar()
                if written is not None:
                    return Outcome(Changed.NOTHING, written, read_entry(work.connection, written).number)
            outcome: Outcome = work.carry_out(command)
            if key is not None and outcome.entry is not None:
                work.connection.execute(update(tables.act).where(tables.act.c.entry == outcome.entry).values(key=key))
            return outcome

        outcome: Outcome = self.write(act)
        return outcome

    def preview(self, command: Command) -> list[BoxChange]:
        """What `command` would do to the boxes, tried and rolled back; raises what it would raise."""
        changes: list[BoxChange] = []

        def act(work: Work) -> None:
            boxes = [box.code for box in work.chart.boxes]
            before = {box: balances.of(work.connection, box) for box in boxes}
            work.carry_out(command)
            work.journal.settle()
            changes.extend(BoxChange(box, before[box], balances.of(work.connection, box)) for box in boxes)
            raise _Tried

        with contextlib.suppress(_Tried):
            self.write(act)
        return [change for change in changes if change.before != change.after]

    def write(self, act: Callable[[Work], Any]) -> Any:
        """One writing transaction around `act`; the zero rule is judged at its end.

        Nothing is written in a book that was not proved: the first act has it proved, and raises BookDamaged.
        """
        if not self._database.writable:
            raise BookReadOnly(self.path.name)
        if self._findings is None:
            self.prove()
        self._refuse_damaged()
        recorded = self._recorded()
        with self._database.writing() as connection:
            chart = ledger_book.read_chart_of(connection)
            journal = Journal(connection, chart, today=self.today, who=self.who, recorded=recorded)
            work = self._work(connection, chart, journal, recorded)
            result = act(work)
            journal.settle()
            facts = ledger_book.read_facts(connection)
        self.facts = facts
        return result

    def _work(self, connection: Connection, chart: Chart, journal: Journal, recorded: str) -> Work:
        def carry_out(command: Command) -> Outcome:
            outcome: Outcome = self._handler(catalog.command_handler(type(command)))(work, command)
            if outcome.entry is not None:
                values = {"entry": outcome.entry, "command": command.name, "data": to_data(command)}
                connection.execute(insert(tables.act).prefix_with("OR IGNORE").values(values))
            return outcome

        def strike_out(entry: EntryId, description: str, *, on: date | None = None) -> Posted:
            posted = journal.reverse(entry, description=description, on=on)
            remembered = connection.execute(select(tables.act).where(tables.act.c.entry == entry)).first()
            kind = catalog.commands_by_name().get(remembered.command) if remembered else None
            dotted = catalog.undo_handler(kind) if kind else None
            if remembered is not None and kind is not None and dotted is not None:
                self._handler(dotted)(work, entry, from_data(kind, remembered.data))
            return posted

        work = Work(
            connection,
            chart,
            self.facts,
            self.today,
            journal,
            self.who,
            recorded,
            carry_out,
            strike_out,
        )
        return work

    def ask(self, query: Query[Any]) -> Any:
        """Answer one query from a consistent view of the book."""
        handler = self._handler(catalog.query_handler(type(query)))
        return self.read(lambda reading: handler(reading, query))

    def read(self, question: Callable[[Reading], Any]) -> Any:
        """One reading transaction around `question`."""
        with self._database.reading() as connection:
            return question(Reading(connection, ledger_book.read_chart_of(connection), self.facts, self.today))

    def prove(self) -> list[proof.Finding]:
        """The proof of the whole book; a book that fails it is only read from then on."""
        with self._database.reading() as connection:
            self._findings = proof.prove(connection)
        return self._findings

    def require_proof(self) -> None:
        """Raise BookDamaged where the proof fails: before a report, a closing and a backup."""
        self.prove()
        self._refuse_damaged()

    def _refuse_damaged(self) -> None:
        broken = next((finding for finding in self._findings or () if not finding.ok), None)
        if broken is not None:
            raise BookDamaged(self.path.name, broken.found[0])

    def require_head(self) -> None:
        """The quick proof of the newest link, for reading commands; raises BookDamaged."""
        with self._database.reading() as connection:
            if not proof.prove_head(connection):
                raise BookDamaged(self.path.name, plain.HEAD_CHANGED)

    def check(self) -> list[proof.Finding]:
        """The proof and every named check, the books' own included."""
        from kubebuku.ledger import checks  # with the statements; few who open a book have it checked

        own = {name: self._handler(dotted) for spec in catalog.books() for name, dotted in spec.checks.items()}
        findings = self.prove()
        try:
            return [*findings, *self.read(lambda reading: checks.run_all(reading, own))]
        except BookDamaged:  # so far that there is no chart left to check by
            return findings

    def close(self) -> None:
        """Close the book and give it free."""
        self._opened.close()

    @property
    def raw(self) -> Any:
        """The driver's connection, for backup."""
        return self._database.raw

    def stoppable(self, stopped: Callable[[], bool]) -> Any:
        """See `Database.stoppable`."""
        return self._database.stoppable(stopped)

    def _handler(self, dotted: str) -> Callable[..., Any]:
        if dotted not in self._handlers:
            module, _, name = dotted.partition(":")
            self._handlers[dotted] = getattr(importlib.import_module(module), name)
        return self._handlers[dotted]
