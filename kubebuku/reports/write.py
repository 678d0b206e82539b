"""Files that a person asks for: whole or not at all, nothing lost that was there before, every trouble said in a sentence."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, TypeVar

from kubebuku.domain.errors import RuleBroken, Surroundings
from kubebuku.domain.text import N_
from kubebuku.ledger import descriptors, temporary
from kubebuku.ledger.file import kept_name, require_own_name

T = TypeVar("T")

WINDOWS = os.name == "nt"


class TargetExists(RuleBroken):
    """There is a file of this name, and nobody said that it may be replaced."""

    wrong = N_("There is already a file named {name}.")
    remedy = N_("Choose another name, or say that it may be replaced; the old file is then kept beside it.")

    target: Path

    def __post_init__(self) -> None:
        self.said = {"name": self.target.name}


class TargetFolder(RuleBroken):
    """There is a folder of this name, which no file replaces."""

    wrong = N_("{name} is a folder.")
    remedy = N_("Choose a file in it, or another name.")

    target: Path

    def __post_init__(self) -> None:
        self.said = {"name": self.target.name}


class TargetNoFile(RuleBroken):
    """A device, a pipe or a socket has this name: it would be lost, and what hangs on it would stop."""

    wrong = N_("{name} is a device or a connection, no file that could be replaced.")
    remedy = N_("Choose another name.")

    target: Path

    def __post_init__(self) -> None:
        self.said = {"name": self.target.name}


class WriteTrouble(Surroundings):
    """The file could not be written; what stood there before is untouched."""

    code = "write"
    wrong = N_("The file {name} could not be written.")
    remedy = N_("Choose another folder, for example on the flash disk.")

    target: Path

    def __post_init__(self) -> None:
        self.said = {"name": self.target.name}


class FolderGone(Surroundings):
    """The folder is not there (any more): a stick pulled out, a drive letter that changed."""

    wrong = N_("The folder {folder} is not there.")
    remedy = N_("Put the flash disk back in, or choose another folder.")

    target: Path

    def __post_init__(self) -> None:
        self.said = {"folder": str(self.target.parent.absolute())}


class NotAllowed(Surroundings):
    """The person at the keyboard may not write there."""

    wrong = N_("Nothing may be written in the folder {folder}.")
    remedy = N_("Choose a folder of your own, for example Documents.")

    target: Path

    def __post_init__(self) -> None:
        self.said = {"folder": str(self.target.parent.absolute())}


class HeldOpen(Surroundings):
    """Another program holds the file, as Excel and PDF readers do on Windows."""

    wrong = N_("The file {name} is open in another program.")
    remedy = N_("Close it there, then try again, or choose another name.")

    target: Path

    def __post_init__(self) -> None:
        self.said = {"name": self.target.name}


class NoSpace(Surroundings):
    """The disk or the quota is full."""

    wrong = N_("There is no room left for the file {name}.")
    remedy = N_("Delete other files or save to a flash disk.")

    target: Path
    free: int | None

    def __post_init__(self) -> None:
        self.said = {"name": self.target.name}
        if self.free is not None:
            self.why = N_("{free} MB are left.")
            self.said = {"name": self.target.name, "free": self.free // 1_000_000}


#: Windows: sharing violation, lock violation.
_HELD = {32, 33}
_FULL = {errno.ENOSPC, errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC, errno.EFBIG}
_GONE = {errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


def explained(error: OSError, target: Path) -> Surroundings:
    """The trouble behind a failed write, in the words of a person."""
    if getattr(error, "winerror", None) in _HELD:
        return HeldOpen(target)
    if error.errno in _FULL or getattr(error, "winerror", None) in {39, 112}:
        return NoSpace(target, _free(target.parent))
    if error.errno in _GONE and not target.parent.is_dir():
        return FolderGone(target)
    if error.errno in _FORBIDDEN:
        # Windows refuses to replace a file that a reader holds with the same "access denied" as a folder of others.
        return HeldOpen(target) if WINDOWS and target.exists() else NotAllowed(target)
    return WriteTrouble(target)


def _free(folder: Path) -> int | None:
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None


def write_file(target: Path, produce: Callable[[BinaryIO], T], *, replace: bool = False) -> T:
    """Let `produce` write a file that appears at `target` when it is whole and durable; returns what `produce` returns.

    Raises what `placed` raises; whatever `produce` raises (`Cancelled`) passes through.
    """
    with placed(target, replace=replace) as made, made.open("wb") as file:
        result = produce(file)
    return result  # noqa: RET504 (the file stands in its place only once the block has ended)


@contextlib.contextmanager
def placed(target: Path, *, replace: bool = False) -> Iterator[Path]:
    """Give an empty file to write to; after the block it is flushed to the disk and moved to `target` in one step.

    The file lies in the folder of `target` under another name. An existing one is refused (`TargetExists`) unless `replace`,
    which keeps a file beside the new one (`kept_name`). Failing surroundings raise `FolderGone`, `NotAllowed`, `HeldOpen`,
    `NoSpace` or `WriteTrouble`; what the block itself raises passes through. In every such case the folder holds what it held
    before.
    """
    if target.is_dir():
        raise TargetFolder(target)
    require_own_name(target)
    try:
        if _exists(target):
            if not replace:
                raise TargetExists(target)
            if target.exists() and not target.is_file():
                raise TargetNoFile(target)
        with temporary.beside(target.parent) as made:
            yield made
            with made.open("r+b") as file:
                os.fsync(file.fileno())
            temporary.permit(made)
            _place(made, target, replace=replace)
    except OSError as error:
        raise explained(error, target) from error
    _settle(target.parent)


def _exists(target: Path) -> bool:
    return os.path.lexists(target)


def _place(made: Path, target: Path, *, replace: bool) -> None:
    if _exists(target):
        if not replace:
            raise TargetExists(target)
        kept = kept_name(target)
        try:
            kept.hardlink_to(target)
        except OSError:  # FAT and some shares know no second name for a file
            descriptors.copy(target, kept)
            shutil.copystat(target, kept)
        try:
            made.replace(target)
        except OSError:
            with contextlib.suppress(OSError):
                kept.unlink()
            raise
        return
    try:
        # Neither overwrites a file that has come into being meanwhile; a replacement would.
        if WINDOWS:
            made.rename(target)
        else:
            target.hardlink_to(made)
    except FileExistsError:
        raise TargetExists(target) from None
    except OSError:
        if _exists(target) or not made.exists():
            raise
        made.replace(target)


def _settle(folder: Path) -> None:
    """Make the new name durable too, where folders can be flushed."""
    if WINDOWS:
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}


def safe_name(text: str, suffix: str = "") -> str:
    """A file name that every system takes, made from any text: no separators, no signs that shells or Windows read."""
    plain = re.sub(r"[^\w .,()&+=-]", " ", text)
    plain = " ".join(plain.split()).strip(". ")[:100].rstrip(". ")
    if not plain or plain.casefold().split(".")[0] in _RESERVED:
        plain = f"KubeBuku {plain}".strip()
    return plain + suffix
