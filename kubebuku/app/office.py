"""The office: the one way to a book for the window and the command line alike.

Light until a book is opened: what is heavy is imported by the method that needs it, not with this module.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

from kubebuku.app import clock, paths
from kubebuku.app.ids import require_ids
from kubebuku.books import catalog
from kubebuku.books.spec import Command, Outcome, Query
from kubebuku.domain.money import Rupiah
from kubebuku.domain.names import LONGEST_NAME, clean_text
from kubebuku.ledger.refusals import BookDamaged, BookReadOnly

if TYPE_CHECKING:
    import sqlite3

    from kubebuku.ledger.book import Facts
    from kubebuku.ledger.db import Database
    from kubebuku.ledger.findings import Finding
    from kubebuku.ledger.work import Reading, Work

T = TypeVar("T")

#: A clock this many days behind the last recording is asked about.
CLOCK_TOLERANCE_DAYS = 1
_A_YEAR = 366


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


class Office:
    """One open book. Made, used and closed in one thread.

    `run` carries out a command and `ask` answers a query; both raise RuleBroken or Surroundings and then change nothing.
    """

    def __init__(self, path: Path, who: str, database: Database, facts: Facts, opened: contextlib.ExitStack) -> None:
        """`opened` gives the book free; see `open`."""
        self.path = path
        #: under this name entries are written from now on
        self.who = who
        self.facts = facts
        self.moment: Moment | None = None
        self._database = database
        self._opened = opened

    @classmethod
    def open(cls, path: Path, *, who: str = "", write: bool = True) -> Self:
        """Open the book at `path`. Raises the refusals of `ledger.refusals`: no book, empty, foreign, newer, older, damaged.

        `write` asks for the book's only lock and raises BookHeld where another window has it; without a writable folder the
        book opens for reading.
        """
        from sqlalchemy.exc import DBAPIError, NoResultFound

        from kubebuku.ledger import file as bookfile
        from kubebuku.ledger.book import read_facts
        from kubebuku.ledger.db import Database
        from kubebuku.ledger.proved import ProvedBooks
        from kubebuku.ledger.troubles import troubles

        header = bookfile.read_header(path)
        if header.settled:
            bookfile.require_current(header.schema)
        who = clean_text(who, most=LONGEST_NAME)
        place = bookfile.real_place(path)
        with contextlib.ExitStack() as opened:
            writable, crashed = write and bookfile.is_writable(place), None
            if writable:
                lock = bookfile.Lock(place)
                with troubles(path.name):
                    lock.take(who, clock.now().isoformat(" ", "minutes"))
                opened.callback(lock.release)
                crashed = lock.left_behind
            database = Database(place, writable=writable, proved=ProvedBooks(paths.proved_file()), crashed=crashed)
            opened.callback(database.close)
            bookfile.require_current(database.file.form)
            try:
                with database.reading() as connection:
                    facts = read_facts(connection)
            except (DBAPIError, NoResultFound) as error:  # no table, no column, no row: nothing of ours is left of it
                raise BookDamaged(path.name, str(error.__cause__ or error)) from error
            return cls(path, who, database, facts, opened.pop_all())

    @classmethod
    def create(cls, path: Path, name: str, opened: date, units: Sequence[str] = ()) -> Path:
        """Make a new book; returns its path. Raises BookExists, UnitsAlike and the refusals of names."""
        from kubebuku.ledger.book import NewBook, create_book

        return create_book(path, NewBook(name, opened, units))

    @property
    def damaged(self) -> bool:
        """True where the proof has run and found something."""
        return not all(finding.ok for finding in self._database.file.findings or ())

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
        """The later of the clock's day and the last recording's day.

        A recording of a year to come, by a clock that ran ahead once, counts no longer when the clock is right again and no entry
        is dated later.
        """
        day = self.moment.today if self.moment else clock.today()
        if self.last_day is None or (self.clock_behind > _A_YEAR and self.facts.last_dated <= day.isoformat()):
            return day
        return max(day, self.last_day)

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
        now = clock.recorded()
        return max(now, self.facts.last_recorded or now)

    def run(self, command: Command, *, key: str | None = None) -> Outcome:
        """Carry out one command: all of it, durable, or nothing. Raises RuleBroken and Surroundings.

        `key` is made when a form opens; a second act with the same key writes nothing and answers with the first entry.
        """
        from kubebuku.app import transaction

        require_ids(command)
        return self.write(lambda work: transaction.run_once(work, command, key))

    def preview(self, command: Command) -> list[BoxChange]:
        """What `command` would do to the boxes, tried and rolled back; raises what it would raise."""
        from kubebuku.ledger import balances

        require_ids(command)
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

    def write(self, act: Callable[[Work], T]) -> T:
        """One writing transaction around `act`; the zero rule is judged at its end.

        Nothing is written in a book that was not proved: the first act has it proved, and raises BookDamaged.
        """
        from kubebuku.app import transaction
        from kubebuku.ledger.book import read_facts

        if not self._database.writable:
            raise BookReadOnly(self.path.name)
        self.require_proof()
        recorded = self._recorded()
        with self._database.writing(self.who, recorded) as connection:
            work = transaction.begin(connection, self.facts, today=self.today, who=self.who, recorded=recorded)
            result = act(work)
            work.journal.settle()
            facts = read_facts(connection)
        self.facts = facts
        return result

    def ask(self, query: Query[T]) -> T:
        """Answer one query from a consistent view of the book."""
        from kubebuku.reports.asking import ask

        require_ids(query)
        return self.read(lambda reading: ask(reading, query))

    def read(self, question: Callable[[Reading], T]) -> T:
        """One reading transaction around `question`, after the proof: for reports, exports and the command line."""
        from kubebuku.ledger.book import read_chart_of
        from kubebuku.ledger.work import Reading

        with self._database.reading() as connection:
            self.prove()
            return question(Reading(connection, read_chart_of(connection), self.facts, self.today))

    def prove(self, *, wholly: bool = False) -> list[Finding]:
        """The proof of the book, anew if `wholly`, else what is known of it; one that fails it is only read from then on."""
        return self._database.file.prove(wholly=wholly)

    def require_proof(self, *, wholly: bool = False) -> None:
        """Raise BookDamaged where the proof fails: before an act, an answer to a script, a report, and `wholly` before a copy."""
        self._database.file.require_proof(wholly=wholly)

    def check(self) -> list[Finding]:
        """The proof and every named check, the books' own included."""
        from kubebuku.ledger import checks

        own = {name: check for book in catalog.books() for name, check in book.checks().items()}
        findings = [*self.prove(wholly=True), self._database.file.read_through()]
        try:
            return [*findings, *self.read(lambda reading: checks.run_all(reading, own))]
        except BookDamaged:  # so far that there is no chart left to check by
            return findings

    def close(self) -> None:
        """Close the book and give it free."""
        self._opened.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def raw(self) -> sqlite3.Connection:
        """The driver's connection, for backup."""
        return self._database.raw

    def stoppable(self, stopped: Callable[[], bool]) -> contextlib.AbstractContextManager[None]:
        """See `BookFile.stoppable`."""
        return self._database.file.stoppable(stopped)
