"""Months and years closed and opened again. Amounts are whole rupiah."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kubebuku.books.spec import Command
from kubebuku.domain.calendar import Month
from kubebuku.domain.money import Rupiah


@dataclass(frozen=True, kw_only=True)
class BoxCounted:
    """Cash counted in a box, or the figure in the bank's book; None with the reason where it was skipped.

    `explanation` is needed where the figure differs from the book, naming the entries that explain it, and where it was skipped.
    """

    box: str
    counted: Rupiah | None
    explanation: str | None = None


@dataclass(frozen=True, kw_only=True)
class CloseMonth(Command):
    """Tutup buku: every box that holds money or moved it in the month is counted, or its skipping explained."""

    name: ClassVar[str] = "acts.close_month"
    month: Month
    counts: tuple[BoxCounted, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ReopenMonths(Command):
    """Open the last closed month again, and those before it down to `month`, with one reason."""

    name: ClassVar[str] = "acts.reopen_months"
    month: Month
    reason: str


@dataclass(frozen=True, kw_only=True)
class CloseYear(Command):
    """Empty income, costs and what was shared into 3130, by unit, on 31 December.

    January to November are closed before; December is open, and is closed after it.
    """

    name: ClassVar[str] = "acts.close_year"
    year: int
    description: str = ""


@dataclass(frozen=True, kw_only=True)
class ReopenYear(Command):
    """Take the year's closing back, unless its result has been shared. December is opened before."""

    name: ClassVar[str] = "acts.reopen_year"
    year: int
    reason: str
