"""A book's file opened through sqlite3 alone: durable, foreign keys on, and what is known of its proof."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from kubebuku.domain.errors import Surroundings
from kubebuku.ledger import descriptors, leftovers, proof, record_form, rollback, schema, values
from kubebuku.ledger import file as bookfile
from kubebuku.ledger.findings import Finding, finding
from kubebuku.ledger.identity import Identity, goes_on, identity
from kubebuku.ledger.proved import ProvedBooks, fingerprint
from kubebuku.ledger.refusals import BookDamaged, BookReplaced, JournalStrange
from kubebuku.ledger.troubles import troubles

#: How long a reader or writer waits for another program's commit, in milliseconds.
BUSY_MS = 5_000
#: Between two looks whether somebody wants a long read to stop, in steps of SQLite's machine.
_STEPS = 20_000


class BookFile:
    """The open file of the book at `path`. Made, used and closed in one thread.

    What a crash left beside it is tried in a temporary copy first; from that copy it is read, and not written, if the medium
    cannot be written or no whole book comes of it. `proved` is the list in which proofs are looked up and written down;
    `crashed` tells that a writer died here, which otherwise the lock file tells. Raises JournalStrange where what lies there is
    not this book's, and disk troubles.
    """

    def __init__(self, path: Path, *, writable: bool, proved: ProvedBooks | None = None, crashed: bool | None = None) -> None:
        self.path = path
        self.writable = writable
        self._proved = proved or ProvedBooks()
        self._stopped: Callable[[], bool] | None = None
        self._findings: list[Finding] | None = None
        #: the file's marks when it was proved, or after the last act of our own
        self._seen: tuple[int, ...] = ()
        #: the book as it was then
        self._known: Identity | None = None
        self._wrote = False
        with contextlib.ExitStack() as opened, troubles(path.name):
            self.place = self._settled(opened, crashed=bookfile.lock_path(path).exists() if crashed is None else crashed)
            self._held = descriptors.Held(self.place)
            opened.callback(self._held.release)
            self.raw = self._connect(writable=self.writable, wait=BUSY_MS / 1000)
            opened.callback(self.raw.close)
            #: what the act under way changed of the records
            self.kept = record_form.Kept()
            record_form.define(self.raw, self.kept)
            self._trusted: int | None = None
            #: the form of the book's tables, read after a crash was settled
            self.form: int = self.raw.execute("PRAGMA user_version").fetchone()[0]
            self._opened = opened.pop_all()

    def _settled(self, opened: contextlib.ExitStack, *, crashed: bool) -> Path:
        """Where the book is read: at its path, with nothing beside it but what SQLite may settle there, or in a copy."""
        if not leftovers.lies_beside(self.path):
            return self.path
        import tempfile  # few books need it

        with contextlib.ExitStack() as copied:
            folder = copied.enter_context(tempfile.TemporaryDirectory(prefix="kubebuku-"))
            tried = leftovers.tried(self.path, Path(folder), crashed=crashed)
            if tried is None:
                return self.path
            if tried.verdict is leftovers.Verdict.UNPROVED or not (self.writable or bookfile.is_writable(self.path)):
                self.writable = False
                opened.push(copied.pop_all())
                return tried.copy
            if tried.verdict is leftovers.Verdict.DONE:
                os.truncate(rollback.journal_path(self.path), 0)
        return self.path

    def _connect(self, *, writable: bool, wait: float) -> sqlite3.Connection:
        # never mode=ro: a connection that cannot write rolls no hot journal back, and SQLite then forgets the CHECKs, which
        # integrity_check would look after; a medium that cannot be written is opened for reading all the same
        address = bookfile.uri(self.place, "rw")
        connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=wait, check_same_thread=False)
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.execute("PRAGMA cache_size = -16000")
            if writable:
                connection.execute("PRAGMA journal_mode = TRUNCATE")
                connection.execute("PRAGMA synchronous = FULL")
            else:
                connection.execute("PRAGMA query_only = ON")
        except BaseException:
            connection.close()
            raise
        return connection

    def is_in_place(self) -> bool:
        """True while the file that was opened is the one at its path; raises OSError."""
        return self._held.is_at(self.place)

    def require_same(self) -> None:
        """Between two acts: the file holds this book with all that was written in it, and nothing strange lies beside it.

        Somebody may have copied another book, or an older copy of this one, over the open file. Raises BookReplaced,
        JournalStrange and disk troubles.
        """
        if self._known is None or self.raw.in_transaction:
            return
        with troubles(self.path.name):
            if leftovers.lies_beside(self.place, open_here=1):
                self._settle_between()
            if self._file_marks() == self._seen[1:]:
                return
            with contextlib.ExitStack() as opened:
                try:
                    same = goes_on(self._fresh(opened), self._known)
                except TypeError:
                    same = False
            if not same:
                raise BookReplaced(self.path.name)
            self._findings = None
            self.raw.execute("PRAGMA shrink_memory")  # no page from before stays in it

    def _settle_between(self) -> None:
        import tempfile

        with tempfile.TemporaryDirectory(prefix="kubebuku-") as folder:
            tried = leftovers.tried(self.place, Path(folder), crashed=False, open_here=1)
        if tried is not None and tried.verdict is leftovers.Verdict.UNPROVED:
            raise JournalStrange(rollback.journal_path(self.place).name)
        if tried is not None and tried.verdict is leftovers.Verdict.DONE:
            os.truncate(rollback.journal_path(self.place), 0)

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """One consistent view of the book, which no other program can change meanwhile: the transaction under way or its own."""
        begun = not self.raw.in_transaction
        if begun:
            self.require_same()
            self.raw.execute("BEGIN")
        try:
            self.raw.execute("PRAGMA schema_version")  # only what is read is locked
            yield self.raw
        finally:
            if begun:
                self.raw.rollback()

    def trust(self, *, upgrading: bool = False) -> None:
        """Let the guards of the book call our function, once its structure was proved; anew where another program changed it.

        At the beginning of an act of our own, within its transaction. Raises BookDamaged where the structure is not the shipped
        one; it is not asked of a book that is being brought to it.
        """
        self.kept.begin()
        if upgrading:
            self.raw.execute("PRAGMA trusted_schema = ON")
            return
        version = self.raw.execute("PRAGMA schema_version").fetchone()[0]
        if version == self._trusted:
            return
        self.raw.execute("PRAGMA trusted_schema = OFF")
        strange = next(schema.differences(self.raw), None)
        if strange is not None:
            raise BookDamaged(self.path.name, strange)
        self.raw.execute("PRAGMA trusted_schema = ON")
        self._trusted = version

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """Around an act of our own: what changes in the file meanwhile is no other program's doing."""
        untouched = self._seen == self._marks()
        try:
            yield
        finally:
            self._wrote = True
            with contextlib.suppress(sqlite3.Error, OSError):
                if untouched:
                    self._seen, self._known = self._marks(), identity(self.raw)

    @contextlib.contextmanager
    def stoppable(self, stopped: Callable[[], bool]) -> Iterator[None]:
        """Within the block a long read stops (sqlite3.OperationalError "interrupted") once `stopped()` is true."""
        self._stopped = stopped
        self._watch(self.raw)
        try:
            yield
        finally:
            self._stopped = None
            self.raw.set_progress_handler(None, 0)

    def _watch(self, raw: sqlite3.Connection) -> None:
        if (stopped := self._stopped) is not None:
            raw.set_progress_handler(lambda: 1 if stopped() else 0, _STEPS)

    # ------------------------------------------------------------------------------------------------------------ proof

    @property
    def findings(self) -> list[Finding] | None:
        """What the proof found; None where it has not run, or another program has written since."""
        return self._findings if self._findings is not None and self._marks()[0] == self._seen[0] else None

    def prove(self, *, wholly: bool = False) -> list[Finding]:
        """Prove the book as it is now, whatever is known of it if `wholly`; a whole one is written down in the list.

        Raises disk troubles.
        """
        with troubles(self.path.name), self.reading():
            if not wholly and (known := self.findings) is not None:
                return known
            key = self._key()
            found = proof.whole() if not wholly and key in self._proved else self._prove()
            self._findings, self._seen, self._known = found, self._marks(), self._identity()
            if all(one.ok for one in found):
                self._proved.add(key)
        return found

    def read_through(self) -> Finding:
        """Every value of every row, read as what it should be: before a copy counts, and for `check`. Raises disk troubles."""
        with troubles(self.path.name), contextlib.ExitStack() as opened:
            raw = self._fresh(opened) if self.is_in_place() else opened.enter_context(self.reading())
            return finding("values", partial(values.unreadable, raw))

    def require_proof(self, *, wholly: bool = False) -> None:
        """Raise BookDamaged where the proof fails; `wholly` also where a value cannot be read."""
        found = [*self.prove(wholly=True), self.read_through()] if wholly else self.prove()
        broken = next((one for one in found if not one.ok), None)
        if broken is not None:
            raise BookDamaged(self.path.name, broken.found[0])

    def remember(self) -> None:
        """Before a clean close: what our own acts made of a proved book is proved, where no other program touched the file."""
        if self._wrote and self._findings is not None and all(one.ok for one in self._findings):
            with contextlib.suppress(sqlite3.Error, OSError, Surroundings), self.reading():
                if self._seen == self._marks():
                    self._proved.add(self._key())
        self._wrote = False

    def _key(self) -> str | None:
        """What the list knows the content by; None where the bytes of the file alone do not tell it. Within a reading."""
        try:
            if not self.is_in_place() or not rollback.is_all_in(self.place):
                return None
            return fingerprint(self._held.file)
        except OSError:  # beyond a gigabyte Windows lets nobody else read what SQLite has locked
            return None

    def _marks(self) -> tuple[int, ...]:
        """SQLite's counter of what other connections committed, and what the system says of every change."""
        return self.raw.execute("PRAGMA data_version").fetchone()[0], *self._file_marks()

    def _file_marks(self) -> tuple[int, int]:
        found = os.fstat(self._held.file.fileno())
        return found.st_mtime_ns, found.st_size

    def _identity(self) -> Identity | None:
        try:
            return identity(self.raw)
        except (sqlite3.Error, TypeError):  # damaged
            return None

    def _prove(self) -> list[Finding]:
        """On connections of their own, which remember no page from before; on ours where there can be none."""
        with contextlib.ExitStack() as opened:
            try:
                pair = [self._fresh(opened) for _ in range(2)] if self.is_in_place() else [self.raw]
            except (sqlite3.Error, OSError):
                pair = [self.raw]
            return proof.prove(*pair)

    def _fresh(self, opened: contextlib.ExitStack) -> sqlite3.Connection:
        raw = opened.enter_context(contextlib.closing(self._connect(writable=False, wait=0)))
        self._watch(raw)
        raw.execute("PRAGMA cache_size = -2000")  # each page is read once, in order: kept pages only cost memory to fetch
        raw.execute("BEGIN")
        raw.execute("PRAGMA schema_version")
        return raw

    def close(self) -> None:
        """Close the file; after a clean close of a book that was written no empty journal stays beside it."""
        self._opened.close()
        if self.writable:
            journal = rollback.journal_path(self.path)
            with contextlib.suppress(OSError):
                if journal.stat().st_size == 0:
                    journal.unlink()
