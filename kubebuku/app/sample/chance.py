"""Plausible variety that comes out the same each time, on every Python: drawn from SHA-256, not from a random generator."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

from kubebuku.domain.money import Rupiah

T = TypeVar("T")


class Chance:
    """Draws named by words, so that one more draw in one place changes nothing elsewhere."""

    def __init__(self, *seed: object) -> None:
        self._seed = "|".join(str(part) for part in seed)

    def number(self, first: int, last: int, *words: object) -> int:
        """A whole number from `first` to `last`, both included."""
        text = "|".join((self._seed, *(str(word) for word in words)))
        drawn = int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")
        return first + drawn % (last - first + 1)

    def one(self, among: Sequence[T], *words: object) -> T:
        """One of `among`."""
        return among[self.number(0, len(among) - 1, *words)]

    def happens(self, percent: int, *words: object) -> bool:
        """True in about `percent` of a hundred draws."""
        return self.number(1, 100, *words) <= percent

    def amount(self, least: int, most: int, step: int, *words: object) -> Rupiah:
        """An amount in rupiah between `least` and `most`, a multiple of `step`."""
        return Rupiah(self.number(-(-least // step), most // step, *words) * step)
