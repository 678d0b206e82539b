"""Entries handed in by scripts: names turned into ids, then posted like any other. Heavy, so imported late."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from sqlalchemy import insert, select

from kubebuku.app import doubts
from kubebuku.app.names import read_names
from kubebuku.app.office import Office
from kubebuku.books.journal import by_hand
from kubebuku.books.journal.commands import GeneralJournal, JournalLine
from kubebuku.books.spec import to_data
from kubebuku.domain.entries import JOURNAL, BuktiNumber, Draft, EntryId, ItemId, LoanId, PersonId, Posting, UnitId
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import LARGEST_AMOUNT, Rupiah
from kubebuku.domain.names import clean_description
from kubebuku.domain.refusals import AmountTooLarge, DimensionUnknown
from kubebuku.domain.text import N_
from kubebuku.ledger.journal import Posted, read_entry
from kubebuku.ledger.tables import act, entry
from kubebuku.ledger.work import Work

#: SQLite's largest integer: no number of a loan or item lies beyond it.
_LARGEST_ID = 2**63 - 1


#: What a line of the command has of a posting.
_LINE = ("account", "amount", "unit", "person", "loan", "item")


class KeyUsed(RuleBroken):
    """Another entry was written with the same key."""

    code = "ref-used"
    wrong = N_("With this ref {number} was written, which says something else.")
    remedy = N_("Give each entry a ref of its own.")

    number: str


class AmountFarBeyond(RuleBroken):
    """Far more than the largest amount of late: mostly zeros too many."""

    wrong = N_("An amount of {amount} is far more than usual.")
    why = N_("The largest of the last records was {largest}.")
    remedy = N_("Check the zeros; if it is right, run the command again with --large-ok.")
    field = "amount"

    amount: Rupiah
    largest: Rupiah


def _amount(draft: Draft) -> int:
    return max((abs(int(one.amount)) for one in draft.postings), default=0)


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

    def __init__(self, office: Office, *, large: bool = False) -> None:
        """`large` allows amounts far beyond the usual."""
        self._office = office
        self._names = office.read(lambda reading: read_names(reading.raw))
        self._largest = None if large else int(doubts.largest_of_late(office))

    def post(self, on: date, description: str, lines: Iterable[WantedLine], key: str | None = None) -> Posted:
        """Write one entry of the general journal; with a `key` only if none was written with it, else that one is the answer.

        Raises NameUnknown, NameAmbiguous, AmountFarBeyond, KeyUsed, the refusals of the ledger, Surroundings.
        """
        draft = Draft(on, description, JOURNAL, tuple(self._posting(line) for line in lines))
        posted = self._office.write(lambda work: self._written(work, draft, key))
        if self._largest is not None:
            self._largest = max(self._largest, _amount(draft))
        return posted

    def _written(self, work: Work, draft: Draft, key: str | None) -> Posted:
        draft = by_hand.borne(work, draft)
        if key is not None:
            earlier = work.connection.execute(select(entry).join(act, act.c.entry == entry.c.id).where(act.c.key == key)).first()
            if earlier is not None:
                number = str(BuktiNumber(earlier.series, earlier.year, earlier.seq))
                there = read_entry(work.connection, EntryId(earlier.id))
                said = there.on, there.description, sorted(map(repr, there.postings))
                if said != (draft.on, clean_description(draft.description), sorted(map(repr, draft.postings))):
                    raise KeyUsed(number)
                return Posted(EntryId(earlier.id), number, earlier.hash)
        if self._largest is not None and doubts.is_far_beyond(_amount(draft), self._largest):
            raise AmountFarBeyond(Rupiah(_amount(draft)), Rupiah(self._largest))
        posted = by_hand.post(work, draft)
        if key is not None:
            lines = tuple(JournalLine(**{name: getattr(one, name) for name in _LINE}) for one in draft.postings)
            kept = GeneralJournal(on=draft.on, description=draft.description, lines=lines)
            values = {"entry": posted.id, "command": kept.name, "data": to_data(kept), "key": key}
            work.connection.execute(insert(act).values(values))
        return posted

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
