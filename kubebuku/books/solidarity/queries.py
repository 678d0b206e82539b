"""Questions to the solidarity book and their frozen answers. Amounts in whole rupiah."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kubebuku.books.solidarity.commands import Every, Source
from kubebuku.books.spec import Query
from kubebuku.domain.calendar import Month
from kubebuku.domain.dues import Due, Grid
from kubebuku.domain.entries import UnitId
from kubebuku.domain.money import Rupiah

# ---- rules


@dataclass(frozen=True, slots=True)
class SolidarityTerms:
    """One version of the dues. `decision` is the words of the meeting's decision, where one is named."""

    id: int
    since: Month
    amount: Rupiah
    every: Every
    decision: str | None
    who: str
    recorded: str


@dataclass(frozen=True)
class SolidarityRule(Query[SolidarityTerms | None]):
    """The dues in force in `month` (that of today if None); None before the first."""

    month: Month | None = None


@dataclass(frozen=True)
class SolidarityRules(Query[tuple[SolidarityTerms, ...]]):
    """Every version, the newest first."""


@dataclass(frozen=True, slots=True)
class BenefitKind:
    """An event for which the fund gives. `ended` is the first day on which it does not any more."""

    id: int
    event: str
    ceiling: Rupiah | None
    outsiders: bool
    since: date
    ended: date | None


@dataclass(frozen=True)
class BenefitKinds(Query[tuple[BenefitKind, ...]]):
    """Kinds in force on `at` (today if None) by name; `with_ended` all there ever were."""

    at: date | None = None
    with_ended: bool = False


# ---- dues


@dataclass(frozen=True)
class DuesGrid(Query[Grid]):
    """Dues of every member in twelve months, as they stood at the end of `at` (today if None)."""

    year: int
    at: date | None = None


@dataclass(frozen=True, slots=True)
class DuesDuePage:
    """What the form shows of a member: dues that are not paid, oldest first, to a year ahead of the present month."""

    person: int
    name: str
    lacking: tuple[Due, ...]
    late: Rupiah
    due: Rupiah
    paid_until: Month | None


@dataclass(frozen=True)
class DuesDue(Query[DuesDuePage]):
    """For one member on a day (today if None); raises UnknownMember. `paid_until` is what the book's opening says."""

    person: int
    on: date | None = None


# ---- the book


@dataclass(frozen=True, slots=True)
class SolidarityRow:
    """One line of the book. `dues` are paid by members (fines for the fund too), `set_aside` comes from the result.

    `balance` is what the fund holds after it, None on a struck line, which counts nothing. `replaces` and `replaced_by` are
    bukti numbers.
    """

    entry: int
    on: date
    number: str
    description: str
    name: str | None
    dues: Rupiah
    set_aside: Rupiah
    paid: Rupiah
    balance: Rupiah | None
    struck: bool
    replaces: str | None
    replaced_by: str | None


@dataclass(frozen=True, slots=True)
class SolidarityPage:
    """The fund from month to month: what it held before, its lines, their sums, what it holds after them."""

    opening: Rupiah
    rows: tuple[SolidarityRow, ...]
    dues: Rupiah
    set_aside: Rupiah
    paid: Rupiah
    closing: Rupiah


@dataclass(frozen=True)
class SolidarityBook(Query[SolidarityPage]):
    """The book from month to month, both ends included; None leaves that end open."""

    first: Month | None = None
    last: Month | None = None
    show_struck: bool = True


@dataclass(frozen=True, slots=True)
class BenefitRow:
    """One santunan. `member` tells whether it went to a member (of now)."""

    entry: int
    on: date
    number: str
    person: int
    name: str
    member: bool
    event: str
    amount: Rupiah
    decision: str | None


@dataclass(frozen=True)
class Benefits(Query[tuple[BenefitRow, ...]]):
    """What was given from month to month, oldest first; None leaves that end open."""

    first: Month | None = None
    last: Month | None = None


@dataclass(frozen=True, slots=True)
class FundState:
    """The fund (2120) beside what lies in its box; `elsewhere` is what of it lies in other places (negative: other money is
    in the box). `dues` is the wall chart of that day's year.
    """

    fund: Rupiah
    box: Rupiah
    dues: Grid

    @property
    def late(self) -> Rupiah:
        """What members are behind with."""
        return self.dues.late

    @property
    def behind(self) -> int:
        """How many members are."""
        return len(self.dues.behind)

    @property
    def elsewhere(self) -> Rupiah:
        """What of the fund lies outside its box."""
        return self.fund - self.box


@dataclass(frozen=True)
class SolidarityFund(Query[FundState]):
    """At the end of `at` (today if None)."""

    at: date | None = None


@dataclass(frozen=True, slots=True)
class SetAsideSource:
    """A result of which something can be set aside, and how much at most. `unit` None: of closed years without a business."""

    source: Source
    unit: UnitId | None
    label: str | None
    most: Rupiah


@dataclass(frozen=True)
class SetAsideSources(Query[tuple[SetAsideSource, ...]]):
    """Every result that still holds something on `on` (today if None)."""

    on: date | None = None
