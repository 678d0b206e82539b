"""What failed around a book, in a sentence: a full disk, a stick that was pulled out, a damaged file."""

from __future__ import annotations

import contextlib
import errno
import sqlite3
from collections.abc import Iterator

from kubebuku.ledger.refusals import (
    BookBusy,
    BookDamaged,
    BookNameTooLong,
    BookReadOnly,
    DiskFull,
    DiskGone,
)

#: What comes of a row in which a flipped bit made a number or bytes of a text.
TORN = (AttributeError, TypeError, ValueError)


class TornRow(sqlite3.DatabaseError):
    """A row holds what no program writes: the file is damaged."""


_SQLITE_TROUBLES = {
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_READONLY: "readonly",
    sqlite3.SQLITE_PERM: "readonly",
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_IOERR: "gone",
    sqlite3.SQLITE_CANTOPEN: "gone",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
}
_SYSTEM_TROUBLES = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EFBIG: "full",
    errno.EROFS: "readonly",
    errno.EACCES: "readonly",
    errno.EPERM: "readonly",
    errno.EIO: "gone",
    errno.ENODEV: "gone",
    errno.ENOENT: "gone",
    errno.ENOTDIR: "gone",
    errno.ENAMETOOLONG: "name",
}


def disk_trouble(error: BaseException) -> str | None:
    """Name what failed around a database: full, readonly, locked, gone, damaged, name; None where it is no such trouble."""
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", None)
        if code is None:  # raised by us, or by the driver, which reads text as UTF-8 or not at all
            return "damaged" if isinstance(error, TornRow) or "UTF-8" in str(error) else None
        return _SQLITE_TROUBLES.get(code & 0xFF)
    if isinstance(error, OSError):
        return _SYSTEM_TROUBLES.get(error.errno or 0)
    return None


def cause_of(error: Exception) -> Exception:
    """What the driver raised, where Core has wrapped it; `error` itself otherwise."""
    cause = getattr(error, "orig", None)
    return cause if isinstance(cause, Exception) else error


@contextlib.contextmanager
def troubles(name: str) -> Iterator[None]:
    """Turn what the disk refuses about the book `name` into a sentence; everything else passes unchanged."""
    try:
        yield
    except UnicodeDecodeError as error:  # what the driver makes of a message that quotes torn text
        raise BookDamaged(name, str(error)) from error
    except Exception as error:
        cause = cause_of(error)
        match disk_trouble(cause):
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
