"""The list of proved books: what one user of a computer proved once need not be proved again while it is the same to the byte.

A line for each: SHA-256 over the program that proved it and the content of the file, in 64 hexadecimal signs, the newest last.
No name and no place of a book stands there. Whatever is wrong with the list costs a proof and nothing else.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import re
from pathlib import Path

from kubebuku import __version__
from kubebuku.ledger.file import SCHEMA

#: Books, each a dozen times, of a pendamping's whole district.
MOST = 500
_LINES = re.compile(r"(?:[0-9a-f]{64}\n)*")
_LINE = 65
#: A list of so many signs is read: where several programs add a line at once it is longer than it is kept.
_LONGEST = (MOST + 50) * _LINE


def fingerprint(file: io.FileIO) -> str:
    """The key of a book with the content of `file`, read from its beginning. Raises OSError.

    Another version of the program may prove more strictly: it does not take over what an older one found.
    """
    file.seek(0)
    seen = hashlib.sha256(f"kubebuku {__version__} {SCHEMA}\n".encode())
    while block := file.read(1 << 20):
        seen.update(block)
    return seen.hexdigest()


class ProvedBooks:
    """The list in the file `place`, which need not be there; without a place every book is proved anew."""

    def __init__(self, place: Path | None = None) -> None:
        self._place = place

    def __contains__(self, key: str | None) -> bool:
        return key is not None and key in (self._read() or ())

    def add(self, key: str | None) -> None:
        """Write the key down, the oldest ones making room; where the list cannot be written nothing happens.

        Two programs that write at the same time each add a line. Only where lines must go does one put a whole list in the
        place of the other's; what is lost then is proved once more.
        """
        if self._place is None or key is None:
            return
        known = self._read()
        if known is not None and key in known[-MOST // 2 :]:  # young enough
            return
        kept = [*(one for one in known or () if one != key), key][-MOST:]
        with contextlib.suppress(OSError):
            self._place.parent.mkdir(parents=True, exist_ok=True)
            if known is not None and len(kept) > len(known):
                with self._place.open("ab", buffering=0) as file:
                    file.write(f"{key}\n".encode())
                return
            fresh = self._place.with_name(f"{self._place.name}.{os.getpid()}.new")
            fresh.write_bytes("".join(f"{one}\n" for one in kept).encode())
            fresh.replace(self._place)

    def _read(self) -> list[str] | None:
        """Every key, the oldest first; None where the list is not to the letter as it is written."""
        try:
            if self._place is None or not self._place.is_file():
                return []
            with self._place.open("rb") as file:
                text = file.read(_LONGEST + 1).decode("ascii")
        except (OSError, ValueError):
            return None
        return text.split() if len(text) <= _LONGEST and _LINES.fullmatch(text) else None
