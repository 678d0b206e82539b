"""Lembar setoran: what members pay at a meeting, each on a line of one sheet, and what the sheet asks of them.

Amounts are whole rupiah; nil leaves a column out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import ClassVar

from kubebuku.books.meetings.rules import Presence
from kubebuku.books.spec import Command, Query
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


# ----------------------------------------------------------------------------------------------------------------- acts


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


# ------------------------------------------------------------------------------------------------------------ the sheet


@dataclass(frozen=True, slots=True)
class SheetLoan:
    """A running loan: what is due on it by the day, and its rest. `no` and `due` are of the oldest unpaid instalment."""

    loan: LoanId
    label: str
    rest: Rupiah
    principal: Rupiah = _NIL
    fee: Rupiah = _NIL
    fine: Rupiah = _NIL
    no: int | None = None
    due: date | None = None


@dataclass(frozen=True, slots=True)
class SheetPaid:
    """What was paid on the day already, by column."""

    obligatory: Rupiah = _NIL
    voluntary: Rupiah = _NIL
    dues: Rupiah = _NIL
    principal: Rupiah = _NIL
    fee: Rupiah = _NIL
    fine: Rupiah = _NIL

    def of(self, part: Part) -> Rupiah:
        """One column."""
        amount: Rupiah = getattr(self, part.value)
        return amount

    @property
    def total(self) -> Rupiah:
        """The whole line."""
        return Rupiah(sum(self.of(part) for part in Part))


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One person: what is due on the day, what was paid on it, and what the person has saved and owes now.

    `number` is None for a borrower who is no member. `presence` is that of the meeting, None where none was written down.
    `months` and `dues_months` are those late or of the day's month; `fine` is what is unpaid of meeting fines.
    """

    person: PersonId
    number: int | None
    name: str
    presence: Presence | None
    months: tuple[Month, ...]
    obligatory: Rupiah
    dues_months: tuple[Month, ...]
    dues: Rupiah
    loans: tuple[SheetLoan, ...]
    fine: Rupiah
    paid: SheetPaid
    saved: Rupiah
    owed: Rupiah
    #: paid off a loan on this day and owes nothing more
    cleared: bool

    def due(self, part: Part) -> Rupiah:
        """What is to be paid in that column."""
        if part is Part.FINE:
            return Rupiah(self.fine + sum(loan.fine for loan in self.loans))
        if part in (Part.PRINCIPAL, Part.FEE):
            return Rupiah(sum(getattr(loan, part.value) for loan in self.loans))
        return _NIL if part is Part.VOLUNTARY else getattr(self, part.value)

    @property
    def total_due(self) -> Rupiah:
        """The whole line."""
        return Rupiah(sum(self.due(part) for part in Part))

    def takes(self, part: Part) -> bool:
        """Whether anything can be paid in that column."""
        if part in (Part.PRINCIPAL, Part.FEE):
            return bool(self.loans)
        if part is Part.FINE:
            return bool(self.due(part))
        return self.number is not None


@dataclass(frozen=True, slots=True)
class SheetBox:
    """A place of money and its name in the reader's language."""

    box: str
    label: str


@dataclass(frozen=True, slots=True)
class WrittenSheet:
    """A sheet of that day which stands: its first entry, its numbers, how many entries of it are not struck, their sum."""

    first: EntryId
    numbers: tuple[str, ...]
    total: Rupiah


@dataclass(frozen=True, slots=True)
class SheetPage:
    """Everybody by number, borrowers outside the group last; the boxes into which savings, dues and fines go."""

    on: date
    meeting: int | None
    lines: tuple[SheetLine, ...]
    box: SheetBox
    dues_box: SheetBox
    fine_box: SheetBox
    written: tuple[WrittenSheet, ...]
    #: what was being written and never saved, as `KeepSheet` was given it; empty where nothing was
    draft: str = ""


@dataclass(frozen=True)
class CollectionSheet(Query[SheetPage]):
    """The sheet of a day (today if None). Without `meeting` the one held on that day, if there is one.

    Raises MeetingUnknown.
    """

    on: date | None = None
    meeting: int | None = None


# -------------------------------------------------------------------------------------------------------------- reckoning


def line_of(line: SheetLine, amounts: dict[Part, Rupiah]) -> CollectedLine:
    """What was written in the columns, laid on loans and fines: what is due first, what is more on the oldest loan."""
    fine, loan_fines = _fines(line, amounts.get(Part.FINE, _NIL))
    principals = _spread([loan.principal for loan in line.loans], [loan.rest for loan in line.loans], amounts.get(Part.PRINCIPAL))
    fees = _spread([loan.fee for loan in line.loans], [], amounts.get(Part.FEE))
    loans = (
        CollectedLoan(loan=loan.loan, principal=principal, fee=fee, fine=penalty)
        for loan, principal, fee, penalty in zip(line.loans, principals, fees, loan_fines, strict=True)
    )
    return CollectedLine(
        person=line.person,
        obligatory=amounts.get(Part.OBLIGATORY, _NIL),
        voluntary=amounts.get(Part.VOLUNTARY, _NIL),
        dues=amounts.get(Part.DUES, _NIL),
        loans=tuple(loan for loan in loans if loan.total),
        fine=fine,
    )


def _fines(line: SheetLine, amount: Rupiah) -> tuple[Rupiah, list[Rupiah]]:
    """Fines of meetings before denda of loans; what is too much goes where there is something to refuse it."""
    of_meetings = min(amount, line.fine)
    left = amount - of_meetings
    on_loans = [_NIL for _loan in line.loans]
    for at, loan in enumerate(line.loans):
        on_loans[at] = min(left, loan.fine)
        left = left - on_loans[at]
    if left and any(loan.fine for loan in line.loans):
        at = next(at for at, loan in enumerate(line.loans) if loan.fine)
        on_loans[at], left = on_loans[at] + left, _NIL
    return of_meetings + left, on_loans


def _spread(due: Iterable[Rupiah], rests: list[Rupiah], amount: Rupiah | None) -> list[Rupiah]:
    """Each its due in turn, then each up to its rest, what is left on the first."""
    parts, left = [], amount or _NIL
    for one in due:
        parts.append(min(left, one))
        left = left - parts[-1]
    for at, rest in enumerate(rests):
        more = min(left, max(_NIL, rest - parts[at]))
        parts[at], left = parts[at] + more, left - more
    if parts:
        parts[0] = parts[0] + left
    return parts


def by_box(sheet: SheetPage, lines: Iterable[CollectedLine]) -> dict[str, Rupiah]:
    """What goes into each box, in the order savings, dues, fines; boxes without money left out."""
    sums: dict[str, Rupiah] = {}
    for line in lines:
        for box, amount in ((sheet.box, line.saved), (sheet.dues_box, line.dues), (sheet.fine_box, line.fine)):
            if amount:
                sums[box.box] = sums.get(box.box, _NIL) + amount
    order = (sheet.box.box, sheet.dues_box.box, sheet.fine_box.box)
    return {box: sums[box] for box in dict.fromkeys(order) if box in sums}
