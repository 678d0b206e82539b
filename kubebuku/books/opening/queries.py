"""How the book was opened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kubebuku.books.spec import Query
from kubebuku.domain.money import Rupiah

if TYPE_CHECKING:
    from kubebuku.books.opening.commands import OpenBook


@dataclass(frozen=True, slots=True)
class OpeningState:
    """The standing opening, its command if it was written by the form, and what of it is not explained (credit positive).

    `needs_reason` once a month has been closed; `closed` while its month is.
    """

    opened: date
    entry: int | None
    number: str | None
    command: OpenBook | None
    unexplained: Rupiah
    needs_reason: bool
    closed: bool


@dataclass(frozen=True)
class Opening(Query[OpeningState]):
    """How the book was opened; `entry` and `number` are None where nothing was there to begin with."""
