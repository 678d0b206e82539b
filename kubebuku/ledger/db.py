"""One book, one connection: durable, foreign keys on, reading transactions plain and writing ones immediate."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import sys
import threading
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import cast

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import NullPool, StaticPool

from kubebuku.ledger import file as bookfile
from kubebuku.ledger import record_form, record_links, schema, temporary
from kubebuku.ledger.opened import BookFile
from kubebuku.ledger.proved import ProvedBooks
from kubebuku.ledger.refusals import BookReadOnly, BookReplaced
from kubebuku.ledger.troubles import troubles


class Database:
    """The open book. Made, used and closed in one thread.

    `writable` tells whether `writing()` is allowed; `proved` is the list of proved books. Raises what `BookFile` raises.
    """

    def __init__(self, path: Path, *, writable: bool, proved: ProvedBooks | None = None, crashed: bool | None = None) -> None:
        self.path = path
        self.file = BookFile(path, writable=writable, proved=proved, crashed=crashed)
        try:
            with troubles(path.name):
                self.connection: Connection = _connect(self.file.raw)
                self.connection.info[_KEPT] = self.file.kept
        except BaseException:
            self.file.close()
            raise

    @property
    def writable(self) -> bool:
        """Whether the file was opened for writing."""
        return self.file.writable

    @property
    def raw(self) -> sqlite3.Connection:
        """The driver's connection, for what Core has no words for (backup)."""
        return self.file.raw

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view of the book. Raises BookReplaced, JournalStrange (`BookFile.require_same`) and disk troubles."""
        self.file.require_same()
        with troubles(self.path.name):
            transaction = self.connection.begin()
            try:
                yield self.connection
            finally:
                transaction.rollback()  # nothing was written, and in a damaged book a commit would stumble once more

    @contextlib.contextmanager
    def writing(self, who: str = "", recorded: str = "", *, upgrading: bool = False) -> Iterator[Connection]:
        """One act: committed and on the disk when the block ends, or nothing of it; what it changed of the records is sealed.

        `who` writes and `recorded` is the time (UTC, ISO text to the second). With `upgrading` the book may have an older form.

        Raises BookReadOnly, BookDamaged where the structure of the book is not the shipped one, BookReplaced where another book
        took this one's place since it was opened, JournalStrange and disk troubles.
        """
        if not self.writable:
            raise BookReadOnly(self.path.name)
        self.connection.info[_IMMEDIATE] = True
        try:
            with troubles(self.path.name):
                # a file that was removed can still be written to on Linux, and nobody would ever read it again
                if not self.file.is_in_place():
                    raise BookReplaced(self.path.name)
                self.file.require_same()
                with self.file.writing(), self.connection.begin():
                    self.file.trust(upgrading=upgrading)
                    yield self.connection
                    record_links.seal(self.raw, self.file.kept, who, recorded)
        finally:
            self.connection.info.pop(_IMMEDIATE, None)

    def close(self) -> None:
        """Close the file, written down as proved where it is."""
        self.file.remember()
        self.connection.close()
        self.file.close()


def create(path: Path, fill: Callable[[Connection], None]) -> None:
    """Make a new, empty book at `path`; `fill` writes its first rows.

    Made whole in memory, written beside under another name and put in place in one step: whatever happens on the way, at
    `path` there is a whole book or nothing. Raises FileExistsError where something stands there, and disk troubles.
    """
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as raw:
        raw.execute(f"PRAGMA application_id = {bookfile.APPLICATION_ID}")
        raw.execute(f"PRAGMA user_version = {bookfile.SCHEMA}")
        raw.execute("PRAGMA foreign_keys = ON")
        record_form.define(raw)
        raw.executescript(schema.schema_text())
        engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool)
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
        with engine.begin() as connection:
            fill(connection)
        content = raw.serialize()
        engine.dispose()
    with troubles(path.name), temporary.beside(path.parent) as beside:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.permit(beside)
        _put_in_place(beside, path)


def _put_in_place(beside: Path, path: Path) -> None:
    """Rename onto a name that must be free: a file that appeared meanwhile is never overwritten."""
    try:
        path.hardlink_to(beside)
    except FileExistsError:
        raise
    except OSError:  # FAT sticks have no links
        if path.exists():
            raise FileExistsError(str(path)) from None
        beside.rename(path)
    if sys.platform == "win32":  # a folder cannot be opened there
        return
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


_IMMEDIATE = "immediate"
_KEPT = "kept"
_next = threading.local()


def _open_next() -> sqlite3.Connection:
    opened: sqlite3.Connection = _next.raw
    return opened


@cache
def _engine() -> Engine:
    """One for all books: what Core makes of a question once serves every book that is opened after."""
    engine = create_engine("sqlite://", creator=_open_next, poolclass=NullPool, query_cache_size=2_000)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "savepoint", lambda connection, _: kept(connection).mark())
    event.listen(engine, "release_savepoint", lambda connection, *_: kept(connection).release())
    event.listen(engine, "rollback_savepoint", lambda connection, *_: kept(connection).take_back())
    return engine


def kept(connection: Connection) -> record_form.Kept:
    """What the act under way on `connection` changed of the records and did not seal yet."""
    return cast(record_form.Kept, connection.info[_KEPT])


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.info.get(_IMMEDIATE) else "BEGIN")


def _connect(raw: sqlite3.Connection) -> Connection:
    """Core's connection on `raw`, which is closed with it."""
    _next.raw = raw
    try:
        return _engine().connect()
    finally:
        del _next.raw


def driver(connection: Connection) -> sqlite3.Connection:
    """The driver's connection beneath `connection`, within the same transaction."""
    return cast(sqlite3.Connection, connection.connection.driver_connection)
