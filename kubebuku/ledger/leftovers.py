"""What lies beside a book after a crash is tried in a copy before it touches the book (docs/decisions/0029).

SQLite rolls back whatever is called like the book's journal and reads whatever is called like its write-ahead log. It does
not ask whose they are: those of another book, or of another day of this one, would be mixed in or take entries away.
"""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import dataclass
from enum import Enum
from functools import partial
from pathlib import Path

from kubebuku.ledger import descriptors, proof, rollback
from kubebuku.ledger import file as bookfile
from kubebuku.ledger.findings import finding
from kubebuku.ledger.identity import linked
from kubebuku.ledger.refusals import JournalStrange
from kubebuku.ledger.troubles import TORN, disk_trouble

#: What holds of a book in every form, also before it is brought to the present one.
_EVERY_FORM = ("integrity", "foreign_keys", "entries")
#: How often it is tried again where another program settled it meanwhile.
_TRIES = 3


class Verdict(Enum):
    """What is to be done with a leftover that is the book's own."""

    #: SQLite may do its work: it takes the act back
    OWN = "own"
    #: the act is in the book to its last page: only the journal must go
    DONE = "done"
    #: what comes of it is no whole book: it may be looked at in the copy, and the book is left alone
    UNPROVED = "unproved"


@dataclass(frozen=True, slots=True)
class Tried:
    """A verdict, and the copy of the book in which it was carried out."""

    verdict: Verdict
    copy: Path


@dataclass(frozen=True, slots=True)
class _State:
    """What a file says of itself; nothing where it can not be read."""

    whole: bool = False
    book_id: str | None = None
    links: frozenset[str] = frozenset()


def lies_beside(book: Path, *, open_here: int = 0) -> bool:
    """True where a journal or a write-ahead log lies there that no living program is writing, as far as one can see.

    `open_here` of the connections of this process on the book are known to write nothing just now.
    """
    if rollback.is_planted(book):
        return True
    if rollback.is_hot(book):
        return descriptors.holders(book) <= open_here and not bookfile.is_reserved(book)
    return (
        rollback.is_logged(book) and descriptors.holders(book) <= open_here and not (open_here and rollback.in_form_of_log(book))
    )


def tried(book: Path, folder: Path, *, crashed: bool, open_here: int = 0) -> Tried | None:
    """Try in `folder` what lies beside the book; None where there is nothing (any more). Nothing is changed at the book.

    `crashed` tells that a writer of ours died here. Raises JournalStrange, OSError and disk troubles of SQLite.
    """
    for number in range(_TRIES):
        if not lies_beside(book, open_here=open_here):
            return None
        if planted := rollback.is_planted(book):
            raise JournalStrange(planted.name)
        before = _marks(book)
        place = folder / str(number)
        place.mkdir()
        try:
            return _judged(book, place, crashed=crashed)
        except (JournalStrange, FileNotFoundError):
            if _marks(book) == before:
                raise
    raise JournalStrange(rollback.journal_path(book).name)


def _marks(book: Path) -> list[tuple[int, int] | None]:
    found: list[tuple[int, int] | None] = []
    for path in (book, rollback.journal_path(book), rollback.log_path(book)):
        try:
            there = path.stat()
        except FileNotFoundError:
            found.append(None)
        else:
            found.append((there.st_mtime_ns, there.st_size))
    return found


def _judged(book: Path, folder: Path, *, crashed: bool) -> Tried:
    hot = rollback.is_hot(book)
    beside = rollback.journal_path if hot else rollback.log_path
    strange = JournalStrange(beside(book).name)
    if not (rollback.belongs(book) if hot else rollback.in_form_of_log(book)):
        raise strange
    alone, settled = folder / "alone", folder / "book"
    descriptors.copy(book, alone)
    descriptors.copy(book, settled)
    descriptors.copy(beside(book), beside(settled))
    was, now = _state(alone), _state(settled)
    if not now.whole:
        if was.whole or (now.book_id and not _is_of(alone, was, now.book_id)):
            raise strange
        return Tried(Verdict.UNPROVED, settled)
    if not _is_of(alone, was, now.book_id or ""):
        raise strange
    if not hot:
        if was.whole and not was.links <= now.links:
            raise strange
        return Tried(Verdict.OWN, settled)
    if was.whole:
        if not now.links <= was.links:
            raise strange
        if rollback.is_written_out(book):
            return Tried(Verdict.DONE, alone)
        if now.links < was.links and not crashed:  # rolling back would take away what was acknowledged, or only written
            raise strange
    return Tried(Verdict.OWN, settled)


def _is_of(file: Path, state: _State, book_id: str) -> bool:
    """Whether the file is that book; one in which an act stands half written is searched for its name."""
    return state.book_id == book_id if state.book_id is not None else book_id.encode() in file.read_bytes()


def _state(place: Path) -> _State:
    """The file as SQLite reads it, with what lies beside it; damage is an answer."""
    with contextlib.closing(sqlite3.connect(bookfile.uri(place, "rw"), uri=True, isolation_level=None)) as raw:
        raw.execute("PRAGMA trusted_schema = OFF")
        try:
            return _read(raw)
        except (sqlite3.DatabaseError, *TORN) as error:
            if disk_trouble(error) not in (None, "damaged"):
                raise
            return _State()


def _read(raw: sqlite3.Connection) -> _State:
    book_id = raw.execute("SELECT book_id FROM kube").fetchone()[0]
    links = raw.execute(" UNION ALL ".join(["SELECT genesis FROM kube", *(f"SELECT hash FROM {one}" for one in linked(raw))]))
    found = frozenset(link for (link,) in links)
    if raw.execute("PRAGMA user_version").fetchone()[0] == bookfile.SCHEMA:
        parts = proof.prove(raw)
    else:
        parts = [finding(name, partial(proof.PARTS[name], raw)) for name in _EVERY_FORM]
    return _State(all(one.ok for one in parts), book_id, found)
