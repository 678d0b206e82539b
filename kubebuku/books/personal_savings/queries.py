"""Questions to the savings book and their frozen answers. Amounts in whole rupiah."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from kubebuku.books.personal_savings.rules import FeeBase
from kubebuku.books.spec import Query
from kubebuku.domain.calendar import Month
from kubebuku.domain.dues import Due, Grid
from kubebuku.domain.money import Rupiah

# ---- rules


@dataclass(frozen=True, slots=True)
class SavingsTerms:
    """One version of the group's rules. `decision` is the words of the meeting's decision, where one is named."""

    id: int
    since: Month
    principal: Rupiah
    obligatory: Rupiah
    fee_rate: Fraction
    fee_base: FeeBase
    decision: str | None
    who: str
    recorded: str


@dataclass(frozen=True)
class SavingsRule(Query[SavingsTerms | None]):
    """The rules in force in `month` (that of today if None); None before the first."""

    month: Month | None = None


@dataclass(frozen=True)
class SavingsRules(Query[tuple[SavingsTerms, ...]]):
    """Every version, the newest first."""


# ---- all members


@dataclass(frozen=True, slots=True)
class SaverRow:
    """One member's savings. `late` is simpanan wajib of months that are over, `due` with that of the present month too.

    `number` is None for somebody who is no member and still has savings.
    """

    person: int
    number: int | None
    name: str
    left: date | None
    principal: Rupiah
    obligatory: Rupiah
    voluntary: Rupiah
    principal_due: Rupiah
    due: Rupiah
    late: Rupiah
    late_months: int

    @property
    def total(self) -> Rupiah:
        """All three kinds."""
        return self.principal + self.obligatory + self.voluntary


@dataclass(frozen=True, slots=True)
class SaversPage:
    """All members with the sums of the columns, which are what 3101, 3102 and 2110 hold."""

    at: date
    rows: tuple[SaverRow, ...]
    principal: Rupiah
    obligatory: Rupiah
    voluntary: Rupiah
    late: Rupiah
    behind: int

    @property
    def total(self) -> Rupiah:
        """All three kinds of all members."""
        return self.principal + self.obligatory + self.voluntary


@dataclass(frozen=True)
class Savers(Query[SaversPage]):
    """Members by number at the end of `at` (today if None); who has left only while something is still saved."""

    at: date | None = None


# ---- one member


@dataclass(frozen=True, slots=True)
class PassBookRow:
    """One line of a member's book, its description without the member's name.

    `withdrawn` is what left, of whichever kind; `months` those of simpanan wajib. `balance` is all three kinds together, None
    on a struck line, which counts nothing. `replaces` and `replaced_by` are bukti numbers.
    """

    entry: int
    on: date
    number: str
    description: str
    principal: Rupiah
    obligatory: Rupiah
    voluntary: Rupiah
    withdrawn: Rupiah
    balance: Rupiah | None
    months: tuple[Month, ...]
    struck: bool
    replaces: str | None
    replaced_by: str | None


@dataclass(frozen=True, slots=True)
class PassBookPage:
    """One member's book. `opening` is what was there before the first line, the three kinds as they stand after the last."""

    person: int
    number: int | None
    name: str
    joined: date | None
    left: date | None
    opening: Rupiah
    rows: tuple[PassBookRow, ...]
    principal: Rupiah
    obligatory: Rupiah
    voluntary: Rupiah
    withdrawn: Rupiah
    held_principal: Rupiah
    held_obligatory: Rupiah
    held_voluntary: Rupiah

    @property
    def closing(self) -> Rupiah:
        """All three kinds after the last line."""
        return self.held_principal + self.held_obligatory + self.held_voluntary


@dataclass(frozen=True)
class PassBook(Query[PassBookPage]):
    """One member's book from month to month, both ends included; None leaves that end open. Raises DimensionUnknown."""

    person: int
    first: Month | None = None
    last: Month | None = None
    show_struck: bool = True


@dataclass(frozen=True)
class PassBooks(Query[tuple[PassBookPage, ...]]):
    """The books of all who have lines in the span or anything saved at its end, by member number; without their months."""

    first: Month | None = None
    last: Month | None = None
    show_struck: bool = True


@dataclass(frozen=True, slots=True)
class SavingsDuePage:
    """What the deposit form shows of a member: pokok still to be paid, and simpanan wajib that is not paid, oldest first.

    `lacking` runs from the oldest to a year ahead of the present month.
    """

    person: int
    name: str
    principal_due: Rupiah
    lacking: tuple[Due, ...]
    late: Rupiah
    due: Rupiah
    voluntary: Rupiah


@dataclass(frozen=True)
class SavingsDue(Query[SavingsDuePage]):
    """For one member on a day (today if None); raises UnknownMember."""

    person: int
    on: date | None = None


# ---- the wall chart and jasa


@dataclass(frozen=True)
class ObligatoryGrid(Query[Grid]):
    """Simpanan wajib of every member in twelve months, as it stood at the end of `at` (today if None)."""

    year: int
    at: date | None = None


@dataclass(frozen=True, slots=True)
class FeeLine:
    """Jasa of one member: the exact balance it is reckoned on, and whole rupiah, rounded down."""

    person: int
    number: int | None
    name: str
    base: Fraction
    amount: Rupiah


@dataclass(frozen=True, slots=True)
class FeePlan:
    """What `GiveSavingsFee` of the month would post now; `given` is the bukti number where the month has had its jasa."""

    month: Month
    rate: Fraction
    base: FeeBase
    lines: tuple[FeeLine, ...]
    total: Rupiah
    given: str | None


@dataclass(frozen=True)
class FeePreview(Query[FeePlan]):
    """Look before the jasa of a month is given."""

    month: Month
