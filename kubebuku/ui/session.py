"""The open book as the window sees it: every act and question goes to the worker, and what changed is told to the pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from kubebuku.app import places
from kubebuku.app.office import Office
from kubebuku.books.spec import Changed, Command, Outcome, Query
from kubebuku.domain.errors import RuleBroken, Surroundings
from kubebuku.i18n import say
from kubebuku.ui.jobs import Job, Jobs, Progress

if TYPE_CHECKING:
    from kubebuku.app.office import BoxChange

T = TypeVar("T")


@dataclass(frozen=True)
class OpenBook:
    """What the shell shows of the book that is open. `damaged` holds what the proof found; such a book is only read."""

    path: Path
    name: str
    practice: bool
    opened: date
    today: date
    writable: bool
    clock_behind: int
    #: what is to be said of the folder it lies in; empty for one of this computer alone
    place: str = ""
    damaged: tuple[str, ...] = ()


class Session(QObject):
    """One book at a time, on the worker of `jobs`.

    changed(Changed)      after an act: what it changed; pages that watch a flag ask again
    book_changed(object)  an `OpenBook` was opened, or None: it was closed
    """

    changed = Signal(object)
    book_changed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jobs = jobs
        self.book: OpenBook | None = None
        self.last_entry: int | None = None
        self._office: Office | None = None  # touched on the worker only, but for being handed over

    def open(
        self,
        path: Path,
        *,
        who: str,
        done: Callable[[OpenBook], object],
        troubled: Callable[[Surroundings], object] | None = None,
        after: Callable[[], object] | None = None,
        write: bool = True,
    ) -> None:
        """Open the book at `path` in place of the one that is open, for reading only unless `write`.

        A trouble leaves none open; it goes to `troubled`, else to the door.
        """

        def work(_progress: Progress) -> OpenBook | Surroundings:
            self._shut()
            try:
                office = Office.open(path, who=who, write=write)
            except Surroundings as trouble:
                if troubled is None:
                    raise
                return trouble
            self._office = office
            facts = office.facts
            shared = places.warning(path)
            return OpenBook(
                path,
                facts.name,
                facts.practice,
                facts.opened,
                office.today,
                office.writable,
                office.clock_behind,
                "" if shared is None else say(shared),
            )

        def shown(book: OpenBook | Surroundings) -> None:
            self.last_entry = None
            self.book = book if isinstance(book, OpenBook) else None
            self.book_changed.emit(self.book)
            if isinstance(book, OpenBook):
                done(book)
            elif troubled is not None:
                troubled(book)

        self.jobs.run(work, shown, after=after, owner=self, retry=True)

    def prove(self, owner: QObject, done: Callable[[tuple[str, ...]], object]) -> None:
        """Prove the book; `done` gets what was found, nothing where it is whole. A damaged one is only read from then on."""

        def work(_progress: Progress) -> tuple[str, ...]:
            findings = self.office.prove()
            return tuple(say(line) for finding in findings for line in finding.found)

        def shown(found: tuple[str, ...]) -> None:
            if found and self.book is not None:
                self.book = replace(self.book, writable=False, damaged=found)
            done(found)

        self.jobs.run(work, shown, owner=owner, quiet=True)

    def write_as(self, who: str) -> None:
        """From now on records say that `who` wrote them."""

        def work(_progress: Progress) -> None:
            self.office.who = who

        self.jobs.run(work, quiet=True)

    def close(self, after: Callable[[], object] | None = None) -> None:
        """Close the book and give it free for others."""

        def work(_progress: Progress) -> None:
            self._shut()

        def shown(_nothing: None) -> None:
            self.book = None
            self.book_changed.emit(None)

        self.jobs.run(work, shown, after=after, quiet=True)

    @property
    def office(self) -> Office:
        """The open book's office; only for work that runs on the worker."""
        if self._office is None:
            raise RuntimeError("no book is open")
        return self._office

    def ask(self, owner: QObject, query: Query[T], done: Callable[[T], object]) -> Job[T]:
        """Answer `query`; an older answer for `owner` that has not arrived yet is dropped."""
        return self.read(owner, lambda office: office.ask(query), done)

    def read(self, owner: QObject, work: Callable[[Office], T], done: Callable[[T], object], *, doing: str = "") -> Job[T]:
        """Let `work` ask the office for `owner`; a long question stops when a newer one takes its place."""

        def asked(progress: Progress) -> T:
            with self.office.stoppable(lambda: progress.stopped):
                return work(self.office)

        return self.jobs.read(owner, asked, done, doing=doing)

    def run(
        self,
        owner: QObject,
        command: Command,
        done: Callable[[Outcome], object] | None = None,
        failed: Callable[[RuleBroken], object] | None = None,
        *,
        after: Callable[[], object] | None = None,
        key: str | None = None,
    ) -> Job[Outcome] | None:
        """Carry out `command`; None while the former act of `owner` is under way, so that Enter pressed twice posts once.

        With a `key` (one for each opening of a form) a second saving after a lost answer writes nothing either.
        """

        def work(progress: Progress) -> Outcome:
            progress.commit()
            return self.office.run(command, key=key)

        def shown(outcome: Outcome) -> None:
            if outcome.entry is not None:
                self.last_entry = outcome.entry
            if done is not None:
                done(outcome)
            if outcome.changed:
                self.changed.emit(outcome.changed)

        return self.jobs.write(owner, work, shown, failed, after=after)

    def preview(
        self, owner: QObject, command: Command, done: Callable[[list[BoxChange]], object], failed: Callable[[RuleBroken], object]
    ) -> None:
        """What `command` would do to the boxes, tried and rolled back."""
        self.jobs.run(lambda _progress: self.office.preview(command), done, failed, owner=owner, quiet=True)

    def tell_changed(self, changed: Changed) -> None:
        """Tell the pages of a change that no command made (a restored copy, another language)."""
        self.changed.emit(changed)

    def _shut(self) -> None:
        office, self._office = self._office, None
        if office is not None:
            office.close()
