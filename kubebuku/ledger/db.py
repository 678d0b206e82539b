"""One book, one connection: durable, foreign keys on, reading transactions plain and writing ones immediate (DESIGN 3)."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from kubebuku import resources
from kubebuku.domain.errors import Cancelled
from kubebuku.ledger import file as bookfile
from kubebuku.ledger.refusals import BookBusy, BookDamaged, BookReadOnly, DiskFull, DiskGone

#: How long a reader or writer waits for another program's commit, in milliseconds.
BUSY_MS = 5_000


class Database:
    """The open book. Made, used and closed in one thread.

    `writable` tells whether `writing()` is allowed; a book on a medium that cannot be written is read from a temporary copy
    if a crash left its journal there.
    """

    def __init__(self, path: Path, *, writable: bool) -> None:
        self.path = path
        self.writable = writable
        self._copy: tempfile.TemporaryDirectory[str] | None = None
        self._immediate = False
        place = path
        if not writable and bookfile.journal_is_hot(path) and not bookfile.is_writable(path):
            self._copy = tempfile.TemporaryDirectory(prefix="kubebuku-")
            place = Path(self._copy.name) / path.name
            shutil.copyfile(path, place)
            shutil.copyfile(bookfile.journal_path(path), bookfile.journal_path(place))
        # a hot journal must be rolled back, which a read-only connection cannot do
        mode = "rw" if writable or bookfile.journal_is_hot(place) else "ro"
        self._engine: Engine = create_engine("sqlite://", creator=lambda: self._open(place, mode), poolclass=StaticPool)
        event.listen(self._engine, "begin", self._begin)
        try:
            with self.troubles():
                self.connection: Connection = self._engine.connect()
        except BaseException:
            self._engine.dispose()
            self._remove_copy()
            raise

    def _open(self, place: Path, mode: str) -> sqlite3.Connection:
        connection = sqlite3.connect(bookfile.uri(place, mode), uri=True, isolation_level=None, timeout=BUSY_MS / 1000)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cache_size = -16000")
        if self.writable:
            connection.execute("PRAGMA journal_mode = TRUNCATE")
            connection.execute("PRAGMA synchronous = FULL")
        else:
            connection.execute("PRAGMA query_only = ON")
        return connection

    def _begin(self, connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if self._immediate else "BEGIN")

    @property
    def raw(self) -> sqlite3.Connection:
        """The driver's connection, for what Core has no words for (progress handler, backup)."""
        driver = self.connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        return driver

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view of the book."""
        with self.troubles(), self.connection.begin():
            yield self.connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[Connection]:
        """One act: committed and on the disk when the block ends, or nothing of it. Raises BookReadOnly and disk troubles."""
        if not self.writable:
            raise BookReadOnly(self.path.name)
        self._immediate = True
        try:
            with self.troubles(), self.connection.begin():
                yield self.connection
        finally:
            self._immediate = False

    @contextlib.contextmanager
    def troubles(self) -> Iterator[None]:
        """Turn what the disk refuses into a sentence; the book's own troubles pass unchanged."""
        try:
            yield
        except (DBAPIError, sqlite3.Error, OSError) as error:
            cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
            if getattr(cause, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
                raise Cancelled from error
            match bookfile.is_disk_trouble(cause):
                case "full":
                    raise DiskFull from error
                case "gone":
                    raise DiskGone from error
                case "readonly":
                    raise BookReadOnly(self.path.name) from error
                case "locked":
                    raise BookBusy from error
                case "damaged":
                    raise BookDamaged(self.path.name, str(cause)) from error
                case _:
                    raise

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
        self._engine.dispose()
        if self.writable:
            journal = bookfile.journal_path(self.path)
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
    """Make a new, empty book at `path`; `fill` writes its first rows in the same transaction.

    Made beside under another name and put in place in one step. The caller has made sure that nothing stands at `path`.
    """
    beside = path.with_name(f".{path.name}.new-{os.getpid()}")
    with contextlib.suppress(FileNotFoundError):
        beside.unlink()
    try:
        raw = sqlite3.connect(beside, isolation_level=None)
        try:
            raw.execute(f"PRAGMA application_id = {bookfile.APPLICATION_ID}")
            raw.execute(f"PRAGMA user_version = {bookfile.SCHEMA}")
            raw.execute("PRAGMA page_size = 4096")
            raw.executescript(schema_text())
        finally:
            raw.close()
        database = Database(beside, writable=True)
        try:
            with database.writing() as connection:
                fill(connection)
        finally:
            database.close()
        _put_in_place(beside, path)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise


def _put_in_place(beside: Path, path: Path) -> None:
    """Rename onto a name that must be free: a file that appeared meanwhile is never overwritten."""
    try:
        os.link(beside, path)
    except FileExistsError:
        raise
    except OSError:  # FAT sticks have no links
        if path.exists():
            raise FileExistsError(str(path)) from None
        beside.rename(path)
    else:
        beside.unlink()


def scalar(connection: Connection, sql: str, *values: Any) -> Any:
    """The one value of a plain SQL question, for pragmas and schema rows that Core has no words for."""
    return connection.exec_driver_sql(sql, tuple(values)).scalar()
