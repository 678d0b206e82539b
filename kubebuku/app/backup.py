"""Copies of a book that were read back before they count, and taking one back. Heavy: SQLAlchemy."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path

from sqlalchemy import Connection, select, union_all

from kubebuku.app import clock
from kubebuku.app.office import Office
from kubebuku.domain.entries import BuktiNumber
from kubebuku.domain.errors import RuleBroken, Trouble
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger import file as bookfile
from kubebuku.ledger import rollback
from kubebuku.ledger.db import Database
from kubebuku.ledger.journal import head
from kubebuku.ledger.tables import closing, entry, kube, record_link
from kubebuku.ledger.troubles import troubles
from kubebuku.reports.write import placed


class CopyOntoItself(RuleBroken):
    """The book and its copy would be one file."""

    wrong = N_("{name} is the book itself.")
    remedy = N_("Choose another place for the copy, best a USB stick.")
    field = "path"

    name: str


class AnotherGroup(RuleBroken):
    """The copy is that of another group's book."""

    wrong = N_("The copy is the book of {copy}.")
    why = N_("The book to be replaced is that of {book}.")
    remedy = N_("Choose a copy of the same book.")
    field = "path"

    copy: str
    book: str


@dataclass(frozen=True, slots=True)
class Summary:
    """What a book tells of itself: to be shown beside another before one replaces the other."""

    book_id: str
    name: str
    entries: int
    #: number and date of the newest entry, None in an empty book
    last_number: str | None
    last_date: str | None
    head: str


class Relation(Enum):
    """How a copy stands to the book it would replace."""

    FREE = "free"
    SAME = "same"
    OLDER = "older"
    NEWER = "newer"
    FORK = "fork"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A copy and the book at the place it would take; `there` is None where no readable book stands."""

    copy: Summary
    there: Summary | None
    relation: Relation

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Both in words, and what would be lost."""
        said = [_described(N_("The copy: {entries} entries, the last {number} on {day}."), self.copy)]
        if self.there is not None:
            said.append(_described(N_("The book there: {entries} entries, the last {number} on {day}."), self.there))
        warning = _WARNINGS.get(self.relation)
        return (*said, Sentence(warning)) if warning else tuple(said)


_WARNINGS = {
    Relation.OLDER: N_("The copy is older: what was written after it is only in the book that was there."),
    Relation.FORK: N_("Both were written in after they were copied: each has entries that the other lacks."),
    Relation.UNKNOWN: N_("The book there cannot be read, so nobody can say what it has that the copy lacks."),
}


def _described(words: str, book: Summary) -> Sentence:
    day = "-" if book.last_date is None else date.fromisoformat(book.last_date)
    return Sentence(words, {"entries": book.entries, "number": book.last_number or "-", "day": day})


# -------------------------------------------------------------------------------------------------------------- backup


def backup(office: Office, to: Path, *, replace: bool = False) -> Summary:
    """Write a copy of the open book to `to`, read it back and prove it; only then it takes its place.

    Works while a window holds the book. Raises BookDamaged (the book or its copy), CopyOntoItself, the refusals of
    `reports.write.placed` and disk troubles.
    """
    if _same(office.path, to):
        raise CopyOntoItself(to.name)
    bookfile.require_short(to)
    office.require_proof(wholly=True)
    with placed(to, replace=replace) as place:
        return _proved_copy(office.raw, place, to.name)


def _proved_copy(raw: sqlite3.Connection, place: Path, name: str) -> Summary:
    with troubles(name):
        with contextlib.closing(sqlite3.connect(place)) as copy:
            copy.execute("PRAGMA synchronous = FULL")
            raw.backup(copy)
        _forget_cached(place)
        return summary(place)


def _forget_cached(place: Path) -> None:
    """Write it out and let the system read it from the medium again, not from its memory: a stick may lie about its size."""
    advise = getattr(os, "posix_fadvise", None)
    with place.open("r+b") as file:
        os.fsync(file.fileno())
        if advise is not None:
            advise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def summary(path: Path) -> Summary:
    """Prove the book at `path` and tell what it is; raises the refusals of opening and BookDamaged. Changes nothing."""
    with Office.open(path, write=False) as office:
        office.require_proof(wholly=True)
        return office.read(lambda reading: _summary(reading.connection))


def _summary(connection: Connection) -> Summary:
    book = connection.execute(select(kube.c.book_id, kube.c.name)).one()
    last = connection.execute(select(entry).order_by(entry.c.id.desc()).limit(1)).first()
    number = None if last is None else str(BuktiNumber(last.series, last.year, last.seq))
    on = None if last is None else last.date
    return Summary(book.book_id, book.name, 0 if last is None else last.id, number, on, head(connection))


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


# ------------------------------------------------------------------------------------------------------------- restore


def compare(copy: Path, book: Path) -> Comparison:
    """How the copy stands to what is at `book`. Raises the refusals of opening for the copy, AnotherGroup."""
    if _same(copy, book):
        raise CopyOntoItself(book.name)
    ours, links = _with_links(copy)
    if not os.path.lexists(book):
        return Comparison(ours, None, Relation.FREE)
    try:
        theirs, their_links = _with_links(book)
    except Trouble:
        return Comparison(ours, None, Relation.UNKNOWN)
    if theirs.book_id != ours.book_id:
        raise AnotherGroup(ours.name, theirs.name)
    if ours.head == theirs.head:
        return Comparison(ours, theirs, Relation.SAME)
    if ours.head in their_links:
        return Comparison(ours, theirs, Relation.OLDER)
    return Comparison(ours, theirs, Relation.NEWER if theirs.head in links else Relation.FORK)


def _with_links(path: Path) -> tuple[Summary, frozenset[str]]:
    """The book at `path`, proved, with the hash of every link of its chain."""
    with Office.open(path, write=False) as office:
        office.require_proof(wholly=True)
        every = union_all(select(kube.c.genesis), select(entry.c.hash), select(closing.c.hash), select(record_link.c.hash))
        return office.read(lambda reading: (_summary(reading.connection), frozenset(reading.connection.execute(every).scalars())))


def restore(copy: Path, book: Path, *, replace: bool = False) -> Comparison:
    """Put a proved copy of `copy` at `book` in one step; what was there is kept aside.

    Raises what `compare` and `reports.write.placed` raise, BookHeld while a window has the book there.
    """
    compared = compare(copy, book)
    book = bookfile.real_place(book)
    bookfile.require_short(book)
    with contextlib.ExitStack() as held:
        if replace and book.is_file():
            held.enter_context(holding_to_replace(book))
        with placed(book, replace=replace) as place, Office.open(copy, write=False) as office:
            _proved_copy(office.raw, place, book.name)
    return compared


@contextlib.contextmanager
def holding(book: Path) -> Iterator[bool]:
    """Hold the book's lock while its file is changed as a whole; tells whether a writer died there. Raises BookHeld."""
    lock = bookfile.Lock(book)
    with troubles(book.name):
        lock.take("KubeBuku", clock.now().isoformat(" ", "minutes"))
    try:
        yield lock.left_behind
    finally:
        lock.release()


@contextlib.contextmanager
def holding_to_replace(book: Path) -> Iterator[None]:
    """Hold the book's lock while its file is replaced, and leave nothing beside it that would spoil the new one.

    What a crash left is settled with the book it belongs to; what does not fit is moved aside. Raises BookHeld.
    """
    with holding(book) as crashed:
        with contextlib.suppress(Trouble):
            Database(book, writable=True, crashed=crashed).close()
        with troubles(book.name):
            for lies, path in ((rollback.is_hot, rollback.journal_path(book)), (rollback.is_logged, rollback.log_path(book))):
                if lies(book):
                    path.rename(bookfile.kept_name(path))
        yield
