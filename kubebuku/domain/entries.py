"""Entries: what happened, as lines that sum to zero; numbers, mirrors and the marks of mending."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import NewType

from kubebuku.domain.accounts import Chart, Dimension, Kind
from kubebuku.domain.money import LARGEST_AMOUNT, Rupiah
from kubebuku.domain.refusals import (
    AccountClosed,
    AccountIsHeading,
    AmountTooLarge,
    DimensionMissing,
    DimensionUnknown,
    NoEffect,
    TooFewLines,
    TooManyLines,
    Unbalanced,
    UnknownAccount,
    ZeroLine,
)

EntryId = NewType("EntryId", int)
UnitId = NewType("UnitId", int)
PersonId = NewType("PersonId", int)
LoanId = NewType("LoanId", int)
ItemId = NewType("ItemId", int)
DecisionId = NewType("DecisionId", int)

MOST_LINES = 200

#: Kinds of entries that the rules themselves know; every act has a kind of its own beside these.
OPENING, CLOSING, REVERSAL, JOURNAL = "opening", "closing", "reversal", "journal"


class Series(Enum):
    """The three kinds of bukti (accounting.md 4)."""

    RECEIPT = "BKM"
    PAYMENT = "BKK"
    MEMORIAL = "BM"


@dataclass(frozen=True, slots=True, order=True)
class BuktiNumber:
    """A voucher number such as BKM/2026/0193: series, year of the entry's date, running number from 1."""

    series: str
    year: int
    seq: int

    def __str__(self) -> str:
        return f"{self.series}/{self.year}/{self.seq:04d}"

    @classmethod
    def parse(cls, text: str) -> BuktiNumber:
        """Read ``BKM/2026/0193``; raises ValueError where it is none."""
        series, year, seq = text.strip().upper().split("/")
        return cls(Series(series).value, int(year), int(seq))


@dataclass(frozen=True, slots=True)
class Posting:
    """One line: so many rupiah (debit positive) on an account, with what it points at."""

    account: str
    amount: Rupiah
    unit: UnitId | None = None
    person: PersonId | None = None
    loan: LoanId | None = None
    item: ItemId | None = None

    def dimension(self, which: Dimension) -> int | None:
        """The id it carries in that dimension, None where it carries none."""
        value: int | None = getattr(self, which.value)
        return value


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry on its way into the ledger, before it has a number."""

    on: date
    description: str
    kind: str
    postings: tuple[Posting, ...]
    nota: str | None = None
    decision: DecisionId | None = None
    reverses: EntryId | None = None


def debit(
    account: str,
    amount: int,
    *,
    unit: UnitId | None = None,
    person: PersonId | None = None,
    loan: LoanId | None = None,
    item: ItemId | None = None,
) -> Posting:
    """A line that adds `amount` rupiah to the debit side."""
    return Posting(account, Rupiah(amount), unit, person, loan, item)


def credit(
    account: str,
    amount: int,
    *,
    unit: UnitId | None = None,
    person: PersonId | None = None,
    loan: LoanId | None = None,
    item: ItemId | None = None,
) -> Posting:
    """A line that adds `amount` rupiah to the credit side."""
    return Posting(account, Rupiah(-amount), unit, person, loan, item)


def mirrored(postings: Iterable[Posting]) -> tuple[Posting, ...]:
    """The same lines with the sign turned: what a reversal posts."""
    return tuple(replace(posting, amount=-posting.amount) for posting in postings)


def series_of(postings: Iterable[Posting], kind: str, chart: Chart) -> Series:
    """BKM if the boxes together gain, BKK if they lose, BM if neither; opening, closing, reversals are BM (accounting.md 4)."""
    if kind in (OPENING, CLOSING, REVERSAL):
        return Series.MEMORIAL
    moved = sum(posting.amount for posting in postings if chart[posting.account].box)
    if moved > 0:
        return Series.RECEIPT
    return Series.PAYMENT if moved < 0 else Series.MEMORIAL


def check_lines(postings: Sequence[Posting], chart: Chart, *, needs: bool = True) -> None:
    """Refuse lines that are no entry.

    Raises UnknownAccount, AccountIsHeading, AccountClosed, ZeroLine, AmountTooLarge, DimensionMissing, TooFewLines,
    TooManyLines, Unbalanced or NoEffect. `needs=False` leaves closed accounts and dimensions unasked: a reversal
    mirrors what was once allowed.
    """
    if len(postings) < 2:
        raise TooFewLines(len(postings))
    if len(postings) > MOST_LINES:
        raise TooManyLines(len(postings), MOST_LINES)
    for posting in postings:
        _check_line(posting, chart, needs=needs)
    total = sum(posting.amount for posting in postings)
    if total:
        raise Unbalanced(Rupiah(total))
    effect: dict[tuple[object, ...], int] = {}
    for posting in postings:
        key = (posting.account, posting.unit, posting.person, posting.loan, posting.item)
        effect[key] = effect.get(key, 0) + posting.amount
    if not any(effect.values()):
        raise NoEffect


def _check_line(posting: Posting, chart: Chart, *, needs: bool) -> None:
    account = chart.get(posting.account)
    if account is None:
        raise UnknownAccount(posting.account)
    if account.kind is Kind.HEADING:
        raise AccountIsHeading(account.code, account.called)
    if posting.amount == 0:
        raise ZeroLine(account.called)
    if abs(posting.amount) > LARGEST_AMOUNT:
        raise AmountTooLarge(len(str(abs(int(posting.amount)))))
    if not needs:
        return
    if account.closed:
        raise AccountClosed(account.code, account.called)
    for dimension in Dimension:
        if dimension in account.needs and posting.dimension(dimension) is None:
            raise DimensionMissing(account.called, dimension.value)


def check_known(postings: Iterable[Posting], known: dict[Dimension, frozenset[int]]) -> None:
    """Refuse a line that points at a unit, person, loan or item the book does not have; raises DimensionUnknown."""
    for posting in postings:
        for dimension in Dimension:
            value = posting.dimension(dimension)
            if value is not None and value not in known[dimension]:
                raise DimensionUnknown(dimension.value, value)
