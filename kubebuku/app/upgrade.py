"""Bringing an older book to the present form: copy first, all steps in one transaction, proof after. Heavy."""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from kubebuku.app import backup, clock
from kubebuku.domain.errors import Surroundings
from kubebuku.domain.text import N_
from kubebuku.ledger import db, descriptors
from kubebuku.ledger import file as bookfile
from kubebuku.ledger.opened import BookFile
from kubebuku.ledger.refusals import BookDamaged, BookReadOnly
from kubebuku.ledger.troubles import troubles
from kubebuku.migrations import run
from kubebuku.reports.write import placed


class UpgradeFailed(Surroundings):
    """A step failed, or the book could not be proved after it."""

    wrong = N_("{name} could not be brought to the present form: {what}.")
    why = N_("The book is as it was.")
    remedy = N_("Keep the book and report this; the older program still opens it.")

    name: str
    what: str


@dataclass(frozen=True, slots=True)
class Upgraded:
    """From which form to which, and the copy of the older one that is kept."""

    before: int
    after: int
    copy: Path


def upgrade(path: Path) -> Upgraded | None:
    """Bring the book at `path` to the present form; None where it has it already.

    Raises the refusals of `file.read_header` (BookNewer too), BookHeld, BookReadOnly, BookDamaged, UpgradeFailed. On
    failure the book is as it was, and the copy stays.
    """
    header = bookfile.read_header(path)
    if header.settled and header.schema == bookfile.SCHEMA:
        return None
    if not bookfile.is_writable(path):
        raise BookReadOnly(path.name)
    path = bookfile.real_place(path)
    with backup.holding(path) as crashed:
        before = _settled_form(path, crashed=crashed)
        if before == bookfile.SCHEMA:
            return None
        copy = _copy(path, bookfile.beside_named(path, f".bentuk-{before}"))
        try:
            _steps(path)
            _proved(path)
        except Exception as error:
            _take_back(copy, path)
            if isinstance(error, Surroundings) and not isinstance(error, BookDamaged):
                raise  # a full disk, a stick pulled out: it says so itself
            what = str(error.__cause__ or error)
            raise UpgradeFailed(path.name, what) from error
    return Upgraded(before, bookfile.SCHEMA, copy)


def _settled_form(path: Path, *, crashed: bool) -> int:
    """The form of the book once what a crash left is settled: an upgrade that was cut off is taken back, or was done."""
    book = BookFile(path, writable=True, crashed=crashed)
    try:
        if not book.writable:
            raise BookDamaged(path.name)
    finally:
        book.close()
    return bookfile.read_header(path).schema


def _copy(path: Path, to: Path) -> Path:
    """A copy of the older book, read back; one from an earlier attempt is replaced and kept aside."""
    with placed(to, replace=True) as place:
        descriptors.copy(path, place)
        with contextlib.closing(sqlite3.connect(bookfile.uri(place, "ro"), uri=True)) as copy, troubles(path.name):
            found = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if found != "ok":
            raise BookDamaged(path.name, str(found))
    return to


def _steps(path: Path) -> None:
    """Every missing step in one transaction, in which foreign keys rest: a rebuilt table is empty for a moment."""
    database = db.Database(path, writable=True)
    try:
        database.raw.execute("PRAGMA foreign_keys = OFF")
        with database.writing("KubeBuku", clock.recorded(), upgrading=True) as connection:
            before = _newest(connection)
            run.migrate(connection)
            connection.exec_driver_sql(f"PRAGMA user_version = {bookfile.SCHEMA}")
            _check(connection, before)
    finally:
        database.close()


def _newest(connection: Connection) -> list[tuple[str, ...]]:
    """Id and hash of the newest entry and closing."""
    questions = ("SELECT id, hash FROM entry ORDER BY id DESC LIMIT 1", "SELECT id, hash FROM closing ORDER BY id DESC LIMIT 1")
    return [tuple(row) for question in questions for row in connection.exec_driver_sql(question)]


def _check(connection: Connection, before: list[tuple[str, ...]]) -> None:
    strays = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if strays:
        raise ValueError(f"foreign_key_check: {strays[0][0]}")
    if _newest(connection) != before:
        raise ValueError("the chain has another head")


def _proved(path: Path) -> None:
    book = BookFile(path, writable=False)
    try:
        broken = [found.name for found in book.prove() if not found.ok]
    finally:
        book.close()
    if broken:
        raise ValueError(", ".join(broken))


def _take_back(copy: Path, path: Path) -> None:
    """A transaction that failed has left the book alone; one that was committed and not proved is taken back."""
    if bookfile.read_header(path).schema == bookfile.read_header(copy).schema:
        return
    with placed(path, replace=True) as place:
        descriptors.copy(copy, place)
