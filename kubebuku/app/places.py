"""Whether a book lies where another computer may write it at the same time: a share of the network, a folder that is mirrored."""

from __future__ import annotations

import sys
from pathlib import Path

from kubebuku.domain.text import N_, Sentence

#: How the folders of the usual services begin, in small letters.
_MIRRORED = ("onedrive", "google drive", "googledrive", "my drive", "dropbox", "icloud", "nextcloud", "owncloud", "pcloud")
#: Kinds of file systems that lie on another computer, as Linux names them.
_SHARES = frozenset(("nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "fuse.rclone", "fuse.davfs", "davfs"))
_MOUNTS = Path("/proc/mounts")
_DRIVE_REMOTE = 4


def warning(book: Path) -> Sentence | None:
    """What is to be said of the place of `book`; None for a folder of this computer alone."""
    place = book.absolute() if sys.platform == "win32" else book.resolve()
    if any(part.lower().startswith(_MIRRORED) for part in place.parts[:-1]):
        return Sentence(
            N_(
                "The book lies in a folder that is mirrored to the internet. Keep it in a folder of this computer and put copies "
                "there: two computers that write at once make two books."
            )
        )
    if _is_shared(place):
        return Sentence(
            N_(
                "The book lies on another computer. Locks are not reliable there: keep it in a folder of this computer and put "
                "copies there."
            )
        )
    return None


if sys.platform == "win32":
    import ctypes

    def _is_shared(place: Path) -> bool:
        return place.anchor.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(place.anchor) == _DRIVE_REMOTE

else:

    def _is_shared(place: Path) -> bool:
        """By the mount that lies nearest above."""
        try:
            mounts = [line.split() for line in _MOUNTS.read_text("utf-8", "replace").splitlines()]
        except OSError:
            return False
        found = [(Path(_plain(mount[1])), mount[2]) for mount in mounts if len(mount) > 2]
        above = [(len(point.parts), kind) for point, kind in found if place.is_relative_to(point)]
        return bool(above) and max(above)[1] in _SHARES

    def _plain(written: str) -> str:
        return written.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\")
