"""Entries handed in by scripts: names turned into ids, then posted like any other. Heavy, so imported late."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from kubebuku.app.names import read_names
from kubebuku.app.office import Office
from kubebuku.domain.entries import JOURNAL, Draft, ItemId, LoanId, PersonId, Posting, UnitId
from kubebuku.domain.money import LARGEST_AMOUNT, Rupiah
from kubebuku.domain.refusals import AmountTooLarge, DimensionUnknown
from kubebuku.ledger.journal import Posted

#: SQLite's largest integer: no number of a loan or item lies beyond it.
_LARGEST_ID = 2**63 - 1


class WantedLine(Protocol):
    """A posting that names units and people."""

    @property
    def account(self) -> str: ...
    @property
    def amount(self) -> int: ...
    @property
    def unit(self) -> str | None: ...
    @property
    def person(self) -> str | None: ...
    @property
    def loan(self) -> int | None: ...
    @property
    def item(self) -> int | None: ...


class Poster:
    """Posts entries one by one, each durable before it is answered. Holds the book, so the names in it stay as they are."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._names = office.read(lambda reading: read_names(reading.raw))

    def post(self, on: date, description: str, lines: Iterable[WantedLine]) -> Posted:
        """Write one entry of the general journal; raises NameUnknown, NameAmbiguous, the refusals of the ledger, Surroundings."""
        draft = Draft(on, description, JOURNAL, tuple(self._posting(line) for line in lines))
        return self._office.write(lambda work: work.journal.post(draft))

    def _posting(self, line: WantedLine) -> Posting:
        if abs(line.amount) > LARGEST_AMOUNT:
            raise AmountTooLarge(len(str(abs(line.amount))))
        for dimension, number in (("loan", line.loan), ("item", line.item)):
            if number is not None and not 0 < number <= _LARGEST_ID:
                raise DimensionUnknown(dimension, number)
        return Posting(
            line.account,
            Rupiah(line.amount),
            None if line.unit is None else UnitId(self._names.unit_id(line.unit)),
            None if line.person is None else PersonId(self._names.person_id(line.person)),
            None if line.loan is None else LoanId(line.loan),
            None if line.item is None else ItemId(line.item),
        )
