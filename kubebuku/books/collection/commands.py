"""Lembar setoran: what members pay at a meeting, each on a line of one sheet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import ClassVar

from kubebuku.books.spec import Command
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import EntryId, LoanId, PersonId
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_

_NIL = Rupiah(0)


class Part(Enum):
    """A column of the sheet."""

    OBLIGATORY = "obligatory"
    VOLUNTARY = "voluntary"
    DUES = "dues"
    PRINCIPAL = "principal"
    FEE = "fee"
    FINE = "fine"


#: What each column is called.
PART_NAMES = {
    Part.OBLIGATORY: N_("Obligatory savings"),
    Part.VOLUNTARY: N_("Voluntary savings"),
    Part.DUES: N_("Solidarity dues"),
    Part.PRINCIPAL: N_("Loan instalment"),
    Part.FEE: N_("Loan service fee"),
    Part.FINE: N_("Fine"),
}


@dataclass(frozen=True, kw_only=True)
class CollectedLoan:
    """What is paid on one loan: principal, jasa, denda. One amount, one entry."""

    loan: LoanId
    principal: Rupiah = _NIL
    fee: Rupiah = _NIL
    fine: Rupiah = _NIL

    @property
    def total(self) -> Rupiah:
        """All of it."""
        return self.principal + self.fee + self.fine


@dataclass(frozen=True, kw_only=True)
class CollectedLine:
    """What one person pays. Dues fill the oldest months that are not paid, or `months` and `dues_months` in their order.

    `fine` is that of meetings; denda of a loan stands with the loan.
    """

    person: PersonId
    obligatory: Rupiah = _NIL
    voluntary: Rupiah = _NIL
    dues: Rupiah = _NIL
    loans: tuple[CollectedLoan, ...] = ()
    fine: Rupiah = _NIL
    months: tuple[Month, ...] = ()
    dues_months: tuple[Month, ...] = ()

    @property
    def saved(self) -> Rupiah:
        """What goes into the box of savings and loans."""
        return Rupiah(self.obligatory + self.voluntary + sum(loan.total for loan in self.loans))

    @property
    def total(self) -> Rupiah:
        """The whole line."""
        return self.saved + self.dues + self.fine


@dataclass(frozen=True, kw_only=True)
class CountedMoney:
    """The money of the sheet that goes into one box, as it was counted on the table."""

    box: str
    counted: Rupiah


@dataclass(frozen=True, kw_only=True)
class Collect(Command):
    """A whole sheet in one act: an entry for each line of each book, all or none.

    `counted` is compared box by box with what is written. A difference needs an `explanation` and is kept as a count of
    that box, where it stands until an entry explains it. A box of None is the group's usual one.
    """

    name: ClassVar[str] = "acts.collect"
    on: date
    lines: tuple[CollectedLine, ...]
    meeting: int | None = None
    counted: tuple[CountedMoney, ...] = ()
    explanation: str | None = None
    box: str | None = None
    dues_box: str | None = None
    fine_box: str | None = None


@dataclass(frozen=True, kw_only=True)
class UndoCollection(Command):
    """Strike out everything a sheet wrote, named by its first entry; what was mended since is struck in its mended form."""

    name: ClassVar[str] = "acts.undo_collection"
    first: EntryId
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class KeepSheet(Command):
    """What is being written on the sheet of a day and not saved yet; an empty `data` is forgotten.

    `data` is the window's own text. It goes as soon as a sheet of that day is saved.
    """

    name: ClassVar[str] = "acts.keep_sheet"
    on: date
    data: str = ""
