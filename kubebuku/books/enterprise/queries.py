"""What can be asked about the businesses. Figures are whole rupiah; `unit` None in a row is Umum, what belongs to no business.

Income and costs are those of the income statement: closings of a year and struck pairs count nothing, a loss is negative.
Stock and animals: `stock_queries`; aid: `aid_queries`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kubebuku.books.spec import Query
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import EntryId, PersonId, UnitId
from kubebuku.domain.money import Rupiah


@dataclass(frozen=True, slots=True)
class Result:
    """Income and costs of a span of time. `sales` is 4101, `other_income` every other 4xxx, `materials` 5101."""

    sales: Rupiah = Rupiah(0)
    other_income: Rupiah = Rupiah(0)
    materials: Rupiah = Rupiah(0)
    other_costs: Rupiah = Rupiah(0)

    @property
    def income(self) -> Rupiah:
        """Penjualan/Pendapatan."""
        return self.sales + self.other_income

    @property
    def costs(self) -> Rupiah:
        """Materials and all other costs."""
        return self.materials + self.other_costs

    @property
    def profit(self) -> Rupiah:
        """Negative where it is a loss."""
        return self.income - self.costs

    def __add__(self, other: Result) -> Result:
        return Result(
            self.sales + other.sales,
            self.other_income + other.other_income,
            self.materials + other.materials,
            self.other_costs + other.other_costs,
        )


# ------------------------------------------------------------------------------------------------------------- results


@dataclass(frozen=True, slots=True)
class EnterpriseRow:
    """A business with its result of the month and of the year to the month's end, and its capital then."""

    unit: UnitId
    label: str
    icon: str | None
    opened: date
    closed: date | None
    month: Result
    year: Result
    capital: Rupiah


@dataclass(frozen=True)
class Enterprises(Query[tuple[EnterpriseRow, ...]]):
    """Every business but the built-in simpan pinjam, in the order they were opened; closed ones last, if asked for."""

    month: Month
    with_closed: bool = False


@dataclass(frozen=True, slots=True)
class EnterpriseLine:
    """An entry in the book of a business; `balance` is the profit of the year so far."""

    no: int
    entry: EntryId
    on: date
    number: str
    description: str
    kind: str
    income: Rupiah
    materials: Rupiah
    other_costs: Rupiah
    balance: Rupiah


@dataclass(frozen=True, slots=True)
class EnterprisePage:
    """A month of the book of a business (domain.md 2.10). `brought` is the profit of the year before the month."""

    unit: UnitId | None
    label: str | None
    month: Month
    brought: Rupiah
    lines: tuple[EnterpriseLine, ...]
    total: Result
    carried: Rupiah


@dataclass(frozen=True)
class EnterpriseBook(Query[EnterprisePage]):
    """The book of one business in one month; unit None is Umum. Raises DimensionUnknown."""

    unit: UnitId | None
    month: Month


@dataclass(frozen=True, slots=True)
class MonthResult:
    month: Month
    result: Result


@dataclass(frozen=True)
class ProfitByMonth(Query[tuple[MonthResult, ...]]):
    """Each month from `first` to `last`, of one business or, with None, of the whole group."""

    first: Month
    last: Month
    unit: UnitId | None = None


@dataclass(frozen=True, slots=True)
class RecapLine:
    """One line of the recap: a business, then Umum (`unit` and `label` None), then simpan pinjam last."""

    unit: UnitId | None
    label: str | None
    savings_loan: bool
    result: Result
    icon: str | None = None


@dataclass(frozen=True, slots=True)
class Recap:
    """The recap of all businesses; `total` equals the income statement of the same months."""

    lines: tuple[RecapLine, ...]
    total: Result


@dataclass(frozen=True)
class UepRecap(Query[Recap]):
    """The results of all businesses from `first` to `last`, both included. A closed one without figures is left out."""

    first: Month
    last: Month


# ------------------------------------------------------------------------------------------------------------- capital


@dataclass(frozen=True, slots=True)
class CapitalLine:
    """Whose money works in a business at the end of a day; `unit` None is the group as a whole.

    `aid` 3110, `reserve` 3120 without what is lent between businesses, `borrowed` from other businesses less what is lent to
    them, `kept` profit of closed years not yet shared (3130), `running` profit not yet closed less what was set aside or shared
    of it (3131), which is `shared`.
    """

    unit: UnitId | None
    label: str | None
    savings_loan: bool
    aid: Rupiah
    reserve: Rupiah
    borrowed: Rupiah
    kept: Rupiah
    running: Rupiah
    shared: Rupiah

    @property
    def total(self) -> Rupiah:
        """All of it."""
        return self.aid + self.reserve + self.borrowed + self.kept + self.running


@dataclass(frozen=True)
class CapitalByUnit(Query[tuple[CapitalLine, ...]]):
    """Capital of each business, of the group as a whole and of simpan pinjam at the end of `at` (today if None)."""

    at: date | None = None


@dataclass(frozen=True, slots=True)
class LentLine:
    """What one business still has to give back to another."""

    lender: UnitId
    lender_label: str
    borrower: UnitId
    borrower_label: str
    amount: Rupiah


@dataclass(frozen=True)
class LentBetween(Query[tuple[LentLine, ...]]):
    """Capital lent between businesses and not yet given back at the end of `at`."""

    at: date | None = None


# ---------------------------------------------------------------------------------------------- what is owed, with age


@dataclass(frozen=True, slots=True)
class Debt:
    """What is still open of one sale, purchase or deposit."""

    on: date
    amount: Rupiah
    description: str
    number: str
    days: int


@dataclass(frozen=True, slots=True)
class DebtOf:
    """All that one person owes or is owed, oldest first; `person` None is what was written without a name.

    `ages` are the sums of at most 30, 60, 90 days and older. A negative amount was paid beyond what was owed.
    """

    person: PersonId | None
    name: str | None
    total: Rupiah
    days: int
    ages: tuple[Rupiah, ...]
    debts: tuple[Debt, ...]


@dataclass(frozen=True)
class Receivables(Query[tuple[DebtOf, ...]]):
    """Who owes the group for sales and hire (1120) at the end of `at`; each payment settles the oldest first."""

    at: date | None = None


@dataclass(frozen=True)
class Payables(Query[tuple[DebtOf, ...]]):
    """Whom the group owes for purchases (2101)."""

    at: date | None = None


@dataclass(frozen=True)
class Deposits(Query[tuple[DebtOf, ...]]):
    """Who has paid ahead (2102)."""

    at: date | None = None


@dataclass(frozen=True)
class OutsideLoans(Query[tuple[DebtOf, ...]]):
    """Who has lent to the group (2201)."""

    at: date | None = None
