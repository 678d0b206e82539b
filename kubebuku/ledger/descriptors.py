"""Looking into a file that SQLite may have open in this process, without taking SQLite's locks away.

On POSIX systems all locks a process holds on a file end as soon as it closes any descriptor of that file
(https://www.sqlite.org/howtocorrupt.html, 2.2): another program could then write in the middle of our act. So whoever reads a
file that may be a book opens it here; while a connection on it lives in this process, what was opened is kept for the next
reader instead of being closed, and is closed after the connection.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

_Mode = Literal["rb", "rb+"]
#: Device and number of a file, by which POSIX knows its locks.
_Inode = tuple[int, int]

_guard = threading.Lock()
_holders: dict[_Inode, int] = defaultdict(int)
_idle: dict[_Inode, list[io.FileIO]] = defaultdict(list)


def _inode(file: io.FileIO) -> _Inode:
    found = os.fstat(file.fileno())
    return found.st_dev, found.st_ino


@contextmanager
def opened(path: Path, mode: _Mode = "rb") -> Iterator[io.FileIO]:
    """The file at `path`, unbuffered, from its beginning; raises OSError."""
    file = _open(path, mode)
    try:
        yield file
    finally:
        _put_away(file)


def _open(path: Path, mode: _Mode) -> io.FileIO:
    with _guard:
        if _holders:
            found = path.stat()
            idle = _idle.get((found.st_dev, found.st_ino), [])
            for file in idle:
                if file.mode == mode:
                    idle.remove(file)
                    file.seek(0)
                    return file
    return path.open(mode, buffering=0)


def _put_away(file: io.FileIO) -> None:
    with _guard:
        inode = _inode(file)
        if sys.platform != "win32" and inode in _holders:
            _idle[inode].append(file)
        else:
            file.close()


def holders(path: Path) -> int:
    """How many books that this process has open lie in the file; raises OSError."""
    found = path.stat()
    with _guard:
        return _holders.get((found.st_dev, found.st_ino), 0)


def content(path: Path, most: int) -> bytes:
    """The first `most` bytes of the file at `path`, or all there are; raises OSError."""
    parts = []
    with opened(path) as file:
        while block := file.read(min(most, 1 << 20)):
            parts.append(block)
            most -= len(block)
    return b"".join(parts)


def copy(source: Path, target: Path) -> None:
    """Copy the content of one file to another; raises OSError."""
    with opened(source) as read, target.open("wb") as written:
        shutil.copyfileobj(read, written, 1 << 20)


class Held:
    """A descriptor of the file at `path` that lives as long as a connection on it; made before the connection, released after."""

    def __init__(self, path: Path) -> None:
        self.file = _open(path, "rb")
        self._inode = _inode(self.file)
        with _guard:
            _holders[self._inode] += 1

    def is_at(self, path: Path) -> bool:
        """True while the file at `path` is the one that is held; raises OSError. On Windows an open file keeps its name."""
        return sys.platform == "win32" or os.path.samestat(os.fstat(self.file.fileno()), path.stat())

    def release(self) -> None:
        """Close it, and what was kept for its sake, unless another connection on the file still lives."""
        with _guard:
            _holders[self._inode] -= 1
            _idle[self._inode].append(self.file)
            if not _holders[self._inode]:
                del _holders[self._inode]
                for file in _idle.pop(self._inode):
                    file.close()
