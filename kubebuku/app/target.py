"""Files that a command writes: whole or not at all, never over another one unless asked, and then the old one is kept aside."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from kubebuku.domain.errors import RuleBroken, Surroundings
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger.refusals import DiskFull, DiskGone


class TargetExists(RuleBroken):
    """Something stands there already, and nobody asked to replace it."""

    code = "target-exists"

    def __init__(self, name: str) -> None:
        super().__init__(
            Sentence(N_("There is already a file {name}."), {"name": name}),
            remedy=Sentence(N_("Choose another name, or ask for it to be replaced; the old file is then kept aside.")),
            field="path",
        )


class TargetFolder(RuleBroken):
    """A folder stands where the file should go."""

    code = "target-folder"

    def __init__(self, name: str) -> None:
        super().__init__(
            Sentence(N_("{name} is a folder."), {"name": name}),
            remedy=Sentence(N_("Write the name of the file too.")),
            field="path",
        )


class TargetRefused(Surroundings):
    """The system does not let us write there: permission, a missing folder, a file that another program holds."""

    code = "target-refused"

    def __init__(self, name: str) -> None:
        super().__init__(
            Sentence(N_("The file {name} cannot be written there."), {"name": name}),
            Sentence(N_("The folder is missing or write-protected, or another program has the file open.")),
            Sentence(N_("Close the file, or choose another folder.")),
        )


@contextlib.contextmanager
def placed(target: Path, *, replace: bool = False) -> Iterator[Path]:
    """Give a free path beside `target` to write to; after the block it is on the disk and takes its place in one step.

    Whatever fails on the way, an older file stays whole. Raises TargetExists, TargetFolder, TargetRefused, DiskFull, DiskGone.
    """
    _check(target, replace=replace)
    beside = target.with_name(f".{target.stem[:40]}.{os.getpid()}{target.suffix}")
    try:
        with troubles(target.name):
            yield beside
            to_disk(beside)
            _check(target, replace=replace)
            if target.exists():
                keep_aside(target)
            beside.replace(target)
            _folder_to_disk(target.parent)
    finally:
        with contextlib.suppress(OSError):
            beside.unlink()


def _check(target: Path, *, replace: bool) -> None:
    if target.is_dir():
        raise TargetFolder(target.name)
    if not replace and os.path.lexists(target):
        raise TargetExists(target.name)


def keep_aside(path: Path) -> Path:
    """Give what stands at `path` a second name beside it, such as ``buku.lama-1.kubebuku``; returns that name.

    `path` stays there until something takes its place.
    """
    for number in range(1, 10_000):
        aside = path.with_name(f"{path.stem}.lama-{number}{path.suffix}")
        if os.path.lexists(aside):
            continue
        try:
            os.link(path, aside)
        except FileExistsError:
            continue
        except OSError:  # a stick's file system has no second names
            shutil.copy2(path, aside)
            to_disk(aside)
        return aside
    raise TargetExists(path.name)


def to_disk(path: Path) -> None:
    """Wait until the content of `path` is on the disk."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _folder_to_disk(folder: Path) -> None:
    if sys.platform == "win32":  # folders cannot be opened there, and renames are kept by the file system
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


_FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG})
_GONE = frozenset({errno.EIO, errno.ENODEV, errno.ENXIO})


@contextlib.contextmanager
def troubles(name: str) -> Iterator[None]:
    """Turn what the system refuses about the file `name` into a sentence."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFull from error
        if error.errno in _GONE:
            raise DiskGone from error
        raise TargetRefused(name) from error
