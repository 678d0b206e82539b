"""Entries written by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kubebuku.books.spec import OnDay
from kubebuku.domain.entries import DecisionId, ItemId, LoanId, PersonId, UnitId
from kubebuku.domain.money import Rupiah


@dataclass(frozen=True, kw_only=True)
class JournalLine:
    """One line: debit positive, credit negative."""

    account: str
    amount: Rupiah
    unit: UnitId | None = None
    person: PersonId | None = None
    loan: LoanId | None = None
    item: ItemId | None = None


@dataclass(frozen=True, kw_only=True)
class GeneralJournal(OnDay):
    """Jurnal umum: free lines that sum to zero, for the pendamping."""

    name: ClassVar[str] = "acts.journal"
    lines: tuple[JournalLine, ...]
    nota: str | None = None
    decision: DecisionId | None = None
