"""What the sheet of a day asks of each member, and what was written on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kubebuku.books.collection.commands import Part
from kubebuku.books.meetings.rules import Presence
from kubebuku.books.spec import Query
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import EntryId, LoanId, PersonId
from kubebuku.domain.money import Rupiah

_NIL = Rupiah(0)


@dataclass(frozen=True, slots=True)
class SheetLoan:
    """A running loan: what is due on it by the day, its rest, and the jasa and denda owed on it now (`dues`).

    `no` and `due` are of the oldest unpaid instalment, None where none is due.
    """

    loan: LoanId
    label: str
    rest: Rupiah
    principal: Rupiah = _NIL
    fee: Rupiah = _NIL
    fine: Rupiah = _NIL
    no: int | None = None
    due: date | None = None
    dues: Rupiah = _NIL


@dataclass(frozen=True, slots=True)
class SheetPaid:
    """What was paid on the day already, by column; `joining` is simpanan pokok, which the sheet itself does not collect."""

    obligatory: Rupiah = _NIL
    voluntary: Rupiah = _NIL
    dues: Rupiah = _NIL
    principal: Rupiah = _NIL
    fee: Rupiah = _NIL
    fine: Rupiah = _NIL
    joining: Rupiah = _NIL

    def of(self, part: Part) -> Rupiah:
        """One column."""
        amount: Rupiah = getattr(self, part.value)
        return amount

    @property
    def total(self) -> Rupiah:
        """The whole line."""
        return self.joining + sum(self.of(part) for part in Part)


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One person: what is due on the day, what was paid on it, and what the person has saved and owes now.

    `number` is None for a borrower who is no member, and for whoever else paid on that day. `presence` is that of the meeting,
    None where none was written down.
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
    #: paid off a loan on this day and owes nothing more, jasa and denda neither
    cleared: bool

    @property
    def loan_dues(self) -> Rupiah:
        """Jasa and denda owed on the loans now."""
        return Rupiah(sum(loan.dues for loan in self.loans))

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
    """A sheet of that day: its first entry, and the numbers and sum of what stands of it on that day.

    What was corrected in a later month stands there; the sheet of its own day tells what was received then.
    """

    first: EntryId
    numbers: tuple[str, ...]
    total: Rupiah


@dataclass(frozen=True, slots=True)
class SheetPage:
    """Everybody by number, others who borrow or paid last; the boxes into which savings, dues and fines go.

    `vouchers` are the entries of that day which the lines' `paid` are the sum of.
    """

    on: date
    meeting: int | None
    lines: tuple[SheetLine, ...]
    box: SheetBox
    dues_box: SheetBox
    fine_box: SheetBox
    written: tuple[WrittenSheet, ...]
    vouchers: tuple[str, ...] = ()
    #: what was being written and never saved, as `KeepSheet` was given it; empty where nothing was
    draft: str = ""


@dataclass(frozen=True)
class CollectionSheet(Query[SheetPage]):
    """The sheet of a day (today if None). Without `meeting` the one held on that day, if there is one.

    Raises MeetingUnknown.
    """

    on: date | None = None
    meeting: int | None = None
