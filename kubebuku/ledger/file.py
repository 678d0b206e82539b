"""A book as a file: what it is, who holds it, whether it may be written. Nothing here changes a book."""

from __future__ import annotations

import contextlib
import io
import os
import stat
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from kubebuku.ledger import descriptors, rollback, temporary
from kubebuku.ledger.refusals import (
    BookDamaged,
    BookEmpty,
    BookForeign,
    BookHeld,
    BookMissing,
    BookNameTooLong,
    BookNewer,
    BookOlder,
    BookUnreadable,
    LockStrange,
    NameOfAnother,
    NotABook,
)

#: "KUBE" in the header of every book (PRAGMA application_id).
APPLICATION_ID = 0x4B554245
#: The form of the tables this program writes (PRAGMA user_version). One more with every migration.
SCHEMA = 3

SUFFIX = ".kubebuku"
#: Bytes of a file name that leave room for the ending of its journal on every file system, and of a path that SQLite takes.
LONGEST_NAME = 240
LONGEST_PATH = 250 if sys.platform == "win32" else 500
_MAGIC = b"SQLite format 3\x00"
#: Bytes of a lock file: a name of 120 signs and a time.
_LONGEST_LOCK = 600
#: Far behind the words in the lock file, so that Windows lets others read who holds the book.
_LOCKED_BYTE = 1 << 30
#: The byte of a database on which SQLite locks who is about to write (https://www.sqlite.org/fileformat2.html, "The Lock-Byte
#: Page").
_RESERVED_BYTE = 0x40000001


@dataclass(frozen=True, slots=True)
class Header:
    """What the first hundred bytes of a book say."""

    schema: int
    pages: int
    page_size: int
    #: False where a crash left a journal: what the head says may be half an act
    settled: bool


#: What SQLite and the lock call the files they keep beside a book.
_BESIDE = ("-journal", "-wal", "-shm", ".lock")


def require_own_name(path: Path) -> None:
    """Raise NameOfAnother where a file of that name would be taken for what is kept beside a book, and be deleted with it."""
    if path.name.lower().endswith(_BESIDE):
        raise NameOfAnother(path.name)


def beside_named(path: Path, mark: str, suffix: str | None = None) -> Path:
    """The name of `path` with `mark` before its ending, shortened where a book could not have it."""
    suffix = path.suffix if suffix is None else suffix
    stem = path.stem
    while stem and len(os.fsencode(f"{stem}{mark}{suffix}")) > LONGEST_NAME:
        stem = stem[:-1]
    return path.with_name(f"{stem}{mark}{suffix}")


def kept_name(target: Path) -> Path:
    """The name under which a replaced file is kept: "Laporan (lama).pdf", then "Laporan (lama 2).pdf"."""
    number = 1
    while True:
        kept = beside_named(target, f" (lama{f' {number}' if number > 1 else ''})")
        if not os.path.lexists(kept):
            return kept
        number += 1


def require_short(path: Path) -> None:
    """Raise BookNameTooLong where the name, or the path with it, is longer than a book's may be."""
    if len(os.fsencode(path.name)) > LONGEST_NAME or len(os.fsencode(path.absolute())) > LONGEST_PATH:
        raise BookNameTooLong(path.name)


def read_header(path: Path) -> Header:
    """What stands at `path`, read without opening it as a database.

    Raises BookMissing, BookEmpty, NotABook, BookForeign, BookNewer, BookDamaged (cut off), BookUnreadable or BookNameTooLong;
    touches nothing. Of a book that a crash left unsettled the form is not judged: that is known once it is opened.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):  # a folder, or a pipe, at which we would wait for ever
            raise NotABook(path.name)
        size = found.st_size
        with descriptors.opened(path) as file:
            head = file.read(100)
    except FileNotFoundError as error:
        raise BookMissing(path.name) from error
    except OSError as error:
        raise BookUnreadable(path.name) from error
    if size == 0:
        raise BookEmpty(path.name)
    if len(head) < 100 or not head.startswith(_MAGIC):
        raise NotABook(path.name)
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise BookForeign(path.name)
    schema = int.from_bytes(head[60:64], "big")
    settled = not rollback.is_hot(path)
    if schema > SCHEMA and settled:
        raise BookNewer(str(schema), str(SCHEMA))
    page_size = int.from_bytes(head[16:18], "big")
    page_size = 65536 if page_size == 1 else page_size
    pages = int.from_bytes(head[28:32], "big")
    if size < pages * page_size and settled:
        raise BookDamaged(path.name)
    require_short(real_place(path))
    return Header(schema, pages, page_size, settled)


def require_current(form: int) -> None:
    """Raise BookOlder where a book of that form must be upgraded before it is used, BookNewer where the program must be."""
    if form < SCHEMA:
        raise BookOlder(str(form), str(SCHEMA))
    if form > SCHEMA:
        raise BookNewer(str(form), str(SCHEMA))


def is_writable(path: Path) -> bool:
    """True where the book can be written and a journal made beside it. Tried, for permissions alone do not tell on a CD."""
    try:
        with descriptors.opened(path, "rb+"), temporary.beside(path.parent):
            pass
    except OSError:
        return False
    return True


def is_reserved(path: Path) -> bool:
    """True while another process is writing in the database at `path`: what lies beside it is at work, and no leftover."""
    with descriptors.opened(path) as file:
        return _is_locked(file, _RESERVED_BYTE)


def real_place(path: Path) -> Path:
    """Where the book really lies: lock and journal stand there, also for a book that is opened through a link."""
    return path.absolute() if sys.platform == "win32" else path.resolve()


def uri(path: Path, mode: str) -> str:
    """The SQLite address of `path`; spaces, %, ?, # and network shares are quoted. `mode` is ro or rw."""
    address = path.absolute().as_uri()
    if address.startswith("file://") and not address.startswith("file:///"):
        address = "file:////" + address[len("file://") :]  # \\server\share
    return f"{address}?mode={mode}"


def lock_path(book: Path) -> Path:
    """Where the lock of `book` lies."""
    return book.with_name(book.name + ".lock")


class Lock:
    """One writer a book: a kernel lock on `<book>.lock`, gone when its process is, however it ends.

    The file says who holds the book and since when, for the second window to read; what it says after that process ended
    means nothing, since only the kernel's lock counts.
    """

    def __init__(self, book: Path) -> None:
        self.path = lock_path(book)
        #: True where a holder before us died without giving the book free
        self.left_behind = False
        self._file: IO[bytes] | None = None

    def take(self, who: str, since: str) -> None:
        """Take the lock or raise BookHeld with what the holder wrote.

        Somebody's file of that name is moved aside, under the name of a kept one. Raises LockStrange where no file lies there,
        and OSError where the folder cannot be written.
        """
        while True:
            file = os.fdopen(self._opened(), "r+b")
            if not _is_lock(file):
                file.close()
                self.path.rename(kept_name(self.path))
                continue
            with contextlib.suppress(OSError):  # what a crash leaves must not shut out the other users of this computer
                self.path.chmod(0o666)
            try:
                _lock_byte(file)
            except OSError as error:
                said = file.read(400).decode("utf-8", "replace")
                file.close()
                holder, _, when = said.partition("\n")
                raise BookHeld(holder.strip(), when.strip()) from error
            if _same_file(file, self.path):
                break
            file.close()  # the holder before us removed it between our opening and our locking
        self.left_behind = bool(file.read(1))
        file.seek(0)
        file.truncate()
        file.write(f"{who}\n{since}\n".encode())
        file.flush()
        self._file = file

    def _opened(self) -> int:
        flags = os.O_RDWR | os.O_CREAT
        for name in ("O_BINARY", "O_NOFOLLOW", "O_NONBLOCK"):
            flags |= getattr(os, name, 0)
        if os.path.lexists(self.path) and not stat.S_ISREG(self.path.lstat().st_mode):
            raise LockStrange(self.path.name)
        return os.open(self.path, flags, 0o666)

    def release(self) -> None:
        """Give the book free and remove the lock file."""
        if self._file is None:
            return
        if sys.platform == "win32":  # an open file cannot be removed there
            self._file.close()
            with contextlib.suppress(OSError):
                self.path.unlink()
        else:
            with contextlib.suppress(OSError):
                self.path.unlink()
            self._file.close()
        self._file = None


if sys.platform == "win32":
    import msvcrt

    def _lock_byte(file: IO[bytes]) -> None:
        file.seek(_LOCKED_BYTE)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        finally:
            file.seek(0)

    def _is_locked(file: io.FileIO, byte: int) -> bool:
        try:
            for act in (msvcrt.LK_NBLCK, msvcrt.LK_UNLCK):
                file.seek(byte)
                msvcrt.locking(file.fileno(), act, 1)
        except OSError:
            return True
        return False

else:
    import fcntl

    def _lock_byte(file: IO[bytes]) -> None:
        # flock belongs to the open file, so a second window of the same process is refused as well
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _is_locked(file: io.FileIO, byte: int) -> bool:
        """Never of a file that this process has locked itself: the lock would be given up."""
        try:
            fcntl.lockf(file, fcntl.LOCK_SH | fcntl.LOCK_NB, 1, byte)
        except OSError:
            return True
        fcntl.lockf(file, fcntl.LOCK_UN, 1, byte)
        return False


def _is_lock(file: IO[bytes]) -> bool:
    """Whether it is a file of its own, with nothing in it or the two lines of a lock: no paper that a person called so."""
    found = os.fstat(file.fileno())
    if found.st_nlink > 1 or found.st_size > _LONGEST_LOCK:
        return False
    said = file.read(_LONGEST_LOCK)
    file.seek(0)
    return not said or (said.endswith(b"\n") and said.count(b"\n") == 2)


def _same_file(file: IO[bytes], path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False
