"""The size of a file as people name it."""

from __future__ import annotations

MEGABYTE = 1_000_000


def megabytes(size: int) -> str:
    """``2,4 MB``, ``310 kB`` for a size in bytes."""
    if size >= MEGABYTE:
        return f"{size / MEGABYTE:.1f} MB".replace(".", ",")
    return f"{max(1, round(size / 1000))} kB"
