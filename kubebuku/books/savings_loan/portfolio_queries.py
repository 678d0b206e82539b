"""What can be asked about all loans together: their figures, their risk, and the money of simpan pinjam by month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from kubebuku.books.savings_loan.rules import Provision, Quality
from kubebuku.books.spec import Query
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import EntryId
from kubebuku.domain.money import Rupiah


@dataclass(frozen=True, slots=True)
class PortfolioData:
    """Figures of all loans at the end of a day (domain.md 3.8).

    `par` is the rest of loans more than 0, 30 and 90 days late; `repaid_rate` what was repaid of the principal that fell due on
    all loans since the book was opened; `recovery_rate` the rest less arrears of three months, of the rest; `lar` borrowers in
    arrears for three months, of all borrowers. Rates are None where there is nothing to reckon.
    """

    at: date
    running: int
    borrowers: int
    members: Rupiah
    outsiders: Rupiah
    late_principal: Rupiah
    late_fee: Rupiah
    late_loans: int
    par: tuple[Rupiah, Rupiah, Rupiah]
    repaid_rate: Fraction | None
    recovery_rate: Fraction | None
    lar: Fraction | None
    by_quality: tuple[tuple[Quality, int, Rupiah], ...]
    lent_year: Rupiah
    repaid_year: Rupiah
    fee_year: Rupiah
    fine_year: Rupiah
    written_off_year: Rupiah
    recovered_year: Rupiah

    @property
    def rest(self) -> Rupiah:
        """All that is lent out."""
        return self.members + self.outsiders


@dataclass(frozen=True)
class Portfolio(Query[PortfolioData]):
    """The loans as a whole."""

    at: date | None = None


@dataclass(frozen=True, slots=True)
class RiskLine:
    """Loans of a class: how many, their rest, the share, and what should be set against them."""

    quality: Quality
    loans: int
    rest: Rupiah
    share: Fraction
    provision: Rupiah


@dataclass(frozen=True, slots=True)
class Risk:
    """The memo of risk, a figure of management (domain.md 5 no. 6); `held` is what stands on 1139."""

    at: date
    kind: Provision
    lines: tuple[RiskLine, ...]
    total: Rupiah
    held: Rupiah


@dataclass(frozen=True)
class RiskMemo(Query[Risk]):
    """What should be set against loans that may not come back, by the usual shares; nothing is posted."""

    at: date | None = None
    kind: Provision = Provision.COOPERATIVE


# ------------------------------------------------------------------------------------------------- buku kas simpan pinjam


@dataclass(frozen=True, slots=True)
class BookRow:
    """An entry that moved the money of simpan pinjam, by what it was. A part is negative where it was taken back.

    `balance` is None on a struck line, which counts nothing. `replaces` and `replaced_by` are bukti numbers.
    """

    entry: EntryId
    on: date
    number: str
    description: str
    saved: Rupiah
    repaid: Rupiah
    fee: Rupiah
    other_in: Rupiah
    lent: Rupiah
    withdrawn: Rupiah
    other_out: Rupiah
    balance: Rupiah | None
    struck: bool = False
    replaces: str | None = None
    replaced_by: str | None = None

    @property
    def received(self) -> Rupiah:
        """What came into the box."""
        return self.saved + self.repaid + self.fee + self.other_in

    @property
    def paid(self) -> Rupiah:
        """What left the box."""
        return self.lent + self.withdrawn + self.other_out


@dataclass(frozen=True, slots=True)
class BookPage:
    """A month of the buku kas simpan pinjam. `elsewhere_in` and `elsewhere_out` went for loans through other boxes."""

    month: Month
    opening: Rupiah
    opens_book: bool
    rows: tuple[BookRow, ...]
    closing: Rupiah
    elsewhere_in: Rupiah
    elsewhere_out: Rupiah


@dataclass(frozen=True)
class SavingsLoanBook(Query[BookPage]):
    """Money of simpan pinjam (1102 and the group's own boxes under it) in a month; struck lines stand there if `show_struck`."""

    month: Month
    show_struck: bool = False
