"""Files that are written beside their place and put there when they are whole; what a killed program left of them goes."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

_PREFIX, _SUFFIX = ".kubebuku-", ".tmp"
#: Where no lock tells whether its maker lives, a file untouched for so many seconds is left over.
_DEAD_AFTER = 24 * 3600


@contextlib.contextmanager
def beside(folder: Path) -> Iterator[Path]:
    """An empty file in `folder` under a name nobody else uses; gone after the block if it still has that name.

    What programs that were killed left in the folder is removed first. Raises OSError.
    """
    _sweep(folder)
    handle, name = tempfile.mkstemp(prefix=_PREFIX, suffix=_SUFFIX, dir=folder)
    made = Path(name)
    with _marked_alive(handle):
        try:
            yield made
        finally:
            _remove(made)


def permit(made: Path) -> None:
    """Give the file the rights of any new file; a temporary one is its owner's alone."""
    if sys.platform == "win32":  # there it takes them from its folder
        return
    mask = os.umask(0)
    os.umask(mask)
    made.chmod(0o666 & ~mask)


def _remove(made: Path) -> None:
    """The file, and what SQLite or a longer name made of it."""
    with contextlib.suppress(OSError):
        made.unlink(missing_ok=True)
        for part in made.parent.glob(f"{made.name}*"):
            part.unlink(missing_ok=True)


def _sweep(folder: Path) -> None:
    with contextlib.suppress(OSError):
        for file in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
            if _is_left_over(file):
                _remove(file)


if sys.platform == "win32":

    @contextlib.contextmanager
    def _marked_alive(handle: int) -> Iterator[None]:
        os.close(handle)  # an open file cannot be renamed there
        yield

    def _is_left_over(file: Path) -> bool:
        return time.time() - file.stat().st_mtime > _DEAD_AFTER

else:
    import fcntl

    @contextlib.contextmanager
    def _marked_alive(handle: int) -> Iterator[None]:
        """Locked until its maker is done or dies; other locks than SQLite's, which ask for bytes of a file."""
        try:
            with contextlib.suppress(OSError):  # a share without locks
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield
        finally:
            os.close(handle)

    def _is_left_over(file: Path) -> bool:
        handle = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return time.time() - file.stat().st_mtime > _DEAD_AFTER
        finally:
            os.close(handle)
        return True
