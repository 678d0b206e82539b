"""One book, one connection: durable, foreign keys on, reading transactions plain and writing ones immediate."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool, StaticPool

from kubebuku import resources
from kubebuku.ledger import file as bookfile
from kubebuku.ledger import rollback
from kubebuku.ledger.refusals import (
    BookBusy,
    BookDamaged,
    BookNameTooLong,
    BookReadOnly,
    BookReplaced,
    DiskFull,
    DiskGone,
    JournalStrange,
)

#: How long a reader or writer waits for another program's commit, in milliseconds.
BUSY_MS = 5_000


@contextlib.contextmanager
def troubles(name: str) -> Iterator[None]:
    """Turn what the disk refuses about the book `name` into a sentence; everything else passes unchanged."""
    try:
        yield
    except UnicodeDecodeError as error:  # what the driver makes of a message that quotes torn text
        raise BookDamaged(name, str(error)) from error
    except (DBAPIError, sqlite3.Error, OSError) as error:
        cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
        match bookfile.disk_trouble(cause):
            case "full":
                raise DiskFull from error
            case "gone":
                raise DiskGone from error
            case "readonly":
                raise BookReadOnly(name) from error
            case "locked":
                raise BookBusy from error
            case "damaged":
                raise BookDamaged(name, str(cause)) from error
            case "name":
                raise BookNameTooLong(name) from error
            case _:
                raise


class Database:
    """The open book. Made, used and closed in one thread.

    `writable` tells whether `writing()` is allowed; a book on a medium that cannot be written is read from a temporary copy
    if a crash left its journal there. Raises JournalStrange where that journal is not this book's, and disk troubles.
    """

    def __init__(self, path: Path, *, writable: bool) -> None:
        self.path = path
        self.writable = writable
        self._copy: tempfile.TemporaryDirectory[str] | None = None
        with troubles(path.name):
            hot = rollback.is_hot(path)
            if hot and not rollback.belongs(path):
                raise JournalStrange(rollback.journal_path(path).name)
            place = self._copied() if hot and not writable and not bookfile.is_writable(path) else path
            self._file = path.stat()
        try:
            with troubles(path.name):
                self.connection: Connection = _connect(lambda: self._open(place))
        except BaseException:
            self._remove_copy()
            raise

    def _copied(self) -> Path:
        self._copy = tempfile.TemporaryDirectory(prefix="kubebuku-")
        place = Path(self._copy.name) / "book"
        shutil.copyfile(self.path, place)
        shutil.copyfile(rollback.journal_path(self.path), rollback.journal_path(place))
        return place

    def _open(self, place: Path) -> sqlite3.Connection:
        # never mode=ro: a connection that cannot write rolls no hot journal back, and SQLite then forgets the CHECKs, which
        # integrity_check would look after; a medium that cannot be written is opened for reading all the same
        connection = sqlite3.connect(bookfile.uri(place, "rw"), uri=True, isolation_level=None, timeout=BUSY_MS / 1000)
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.execute("PRAGMA cache_size = -16000")
            if self.writable:
                connection.execute("PRAGMA journal_mode = TRUNCATE")
                connection.execute("PRAGMA synchronous = FULL")
            else:
                connection.execute("PRAGMA query_only = ON")
        except BaseException:
            connection.close()
            raise
        return connection

    @property
    def raw(self) -> sqlite3.Connection:
        """The driver's connection, for what Core has no words for (progress handler, backup)."""
        return driver(self.connection)

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view of the book."""
        with troubles(self.path.name):
            transaction = self.connection.begin()
            try:
                yield self.connection
            finally:
                transaction.rollback()  # nothing was written, and in a damaged book a commit would stumble once more

    @contextlib.contextmanager
    def writing(self) -> Iterator[Connection]:
        """One act: committed and on the disk when the block ends, or nothing of it.

        Raises BookReadOnly, BookReplaced where another file took the book's place since it was opened, and disk troubles.
        """
        if not self.writable:
            raise BookReadOnly(self.path.name)
        self.connection.info[_IMMEDIATE] = True
        try:
            with troubles(self.path.name):
                # a file that was removed can still be written to on Linux, and nobody would ever read it again
                if sys.platform != "win32" and not os.path.samestat(self.path.stat(), self._file):
                    raise BookReplaced(self.path.name)
                with self.connection.begin():
                    yield self.connection
        finally:
            self.connection.info.pop(_IMMEDIATE, None)

    @contextlib.contextmanager
    def stoppable(self, stopped: Callable[[], bool]) -> Iterator[None]:
        """Within the block a long read stops (sqlite3.OperationalError "interrupted") once `stopped()` is true."""
        raw = self.raw
        raw.set_progress_handler(lambda: 1 if stopped() else 0, 20_000)
        try:
            yield
        finally:
            raw.set_progress_handler(None, 0)

    def close(self) -> None:
        """Close the file; after a clean close no empty journal stays beside it."""
        self.connection.close()
        if self.writable:
            journal = rollback.journal_path(self.path)
            with contextlib.suppress(OSError):
                if journal.stat().st_size == 0:
                    journal.unlink()
        self._remove_copy()

    def _remove_copy(self) -> None:
        if self._copy is not None:
            self._copy.cleanup()
            self._copy = None


def schema_text() -> str:
    """The shipped form of a book's tables and guards, as SQL."""
    return resources.read_text("schema", "book.sql")


def create(path: Path, fill: Callable[[Connection], None]) -> None:
    """Make a new, empty book at `path`; `fill` writes its first rows.

    Made whole in memory, written beside under another name and put in place in one step: whatever happens on the way, at
    `path` there is a whole book or nothing. Raises FileExistsError where something stands there, and disk troubles.
    """
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as raw:
        raw.execute(f"PRAGMA application_id = {bookfile.APPLICATION_ID}")
        raw.execute(f"PRAGMA user_version = {bookfile.SCHEMA}")
        raw.execute("PRAGMA foreign_keys = ON")
        raw.executescript(schema_text())
        engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool)
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
        with engine.begin() as connection:
            fill(connection)
        content = raw.serialize()
        engine.dispose()
    beside = path.with_name(f".kubebuku-new-{os.getpid()}")
    with troubles(path.name):
        try:
            with beside.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            _put_in_place(beside, path)
        finally:
            with contextlib.suppress(OSError):
                beside.unlink()


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
_next = threading.local()


def _open_next() -> sqlite3.Connection:
    opened: sqlite3.Connection = _next.open()
    return opened


@cache
def _engine() -> Engine:
    """One for all books: what Core makes of a question once serves every book that is opened after."""
    engine = create_engine("sqlite://", creator=_open_next, poolclass=NullPool, query_cache_size=2_000)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.info.get(_IMMEDIATE) else "BEGIN")


def _connect(open_: Callable[[], sqlite3.Connection]) -> Connection:
    """A connection on what `open_` opens, which is closed with it."""
    _next.open = open_
    try:
        return _engine().connect()
    finally:
        del _next.open


def driver(connection: Connection) -> sqlite3.Connection:
    """The driver's connection beneath `connection`, within the same transaction."""
    return cast(sqlite3.Connection, connection.connection.driver_connection)


def scalar(connection: Connection, sql: str, *values: Any) -> Any:
    """The one value of a plain SQL question, for pragmas and schema rows that Core has no words for."""
    return connection.exec_driver_sql(sql, tuple(values)).scalar()
