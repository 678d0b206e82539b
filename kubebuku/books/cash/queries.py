"""Questions to the cash book and their frozen answers. Amounts in whole rupiah; times are UTC text as recorded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from kubebuku.books.spec import Query
from kubebuku.domain.calendar import Month
from kubebuku.domain.money import Rupiah


class Flow(Enum):
    """What an entry did to the boxes together."""

    IN = "in"
    OUT = "out"
    MOVE = "move"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class CashRow:
    """One line of the cash book.

    `balance` is None on a struck line, which counts nothing. `moved` is what went from box to box where all boxes are shown.
    `replaces` and `replaced_by` are bukti numbers; `corrects` is the number of an earlier month's entry it takes back.
    """

    entry: int
    on: date
    number: str
    description: str
    unit: str
    received: Rupiah
    paid: Rupiah
    moved: Rupiah
    balance: Rupiah | None
    struck: bool
    replaces: str | None
    replaced_by: str | None
    corrects: str | None
    nota: str | None
    kind: str
    who: str
    recorded: str


@dataclass(frozen=True, slots=True)
class CashBookPage:
    """The opening line, the lines in order (receipts of a day before its payments), and the totals of what is shown.

    `count` leaves struck lines out; `struck` says how many there are, shown or not.
    """

    box: str | None
    label: str
    month: Month | None
    opening: Rupiah
    rows: tuple[CashRow, ...]
    received: Rupiah
    paid: Rupiah
    closing: Rupiah
    count: int
    struck: int
    #: opening balances were written within this span: the opening line is that of the book
    opens_book: bool


@dataclass(frozen=True)
class CashBook(Query[CashBookPage]):
    """One box, or all together (`box` None), in a month or from the beginning (`month` None).

    `search` keeps lines whose description, number, nota, business, person or amount holds it; balances stay as they are.
    """

    box: str | None = None
    month: Month | None = None
    search: str = ""
    show_struck: bool = True


@dataclass(frozen=True, slots=True)
class LastCount:
    """The newest count of a box."""

    id: int
    on: date
    counted: Rupiah
    book: Rupiah
    explained: bool

    @property
    def agrees(self) -> bool:
        """True where the counted money was what the book said."""
        return self.counted == self.book


@dataclass(frozen=True, slots=True)
class BoxBalance:
    """What a box holds. `days` since it was last counted; None where it never was."""

    code: str
    label: str
    balance: Rupiah
    closed: bool
    last_count: LastCount | None
    days: int | None


@dataclass(frozen=True)
class BoxBalances(Query[tuple[BoxBalance, ...]]):
    """Every open box, and closed ones that still hold something, at the end of `at` (now if None)."""

    at: date | None = None


@dataclass(frozen=True, slots=True)
class InOut:
    """What came into and went out of the boxes together; moves, opening balances and struck pairs aside."""

    month: Month
    received: Rupiah
    paid: Rupiah

    @property
    def surplus(self) -> Rupiah:
        """Received less paid."""
        return self.received - self.paid


@dataclass(frozen=True)
class MonthInOut(Query[InOut]):
    """One month, all boxes together."""

    month: Month


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An entry in a short list. `amount` is what the boxes gained or lost, what was moved, or the sum of its debits."""

    entry: int
    number: str
    on: date
    description: str
    kind: str
    flow: Flow
    amount: Rupiah
    recorded: str
    who: str = ""


@dataclass(frozen=True)
class LastEntries(Query[tuple[EntryRow, ...]]):
    """The newest entries by order of recording, struck ones and mirrors left out."""

    most: int = 5


class Mark(Enum):
    """What a pendamping looks for: payments without nota, entries written over seven days late, struck out, corrected later."""

    WITHOUT_NOTA = "without_nota"
    LATE = "late"
    STRUCK = "struck"
    CORRECTED = "corrected"


@dataclass(frozen=True)
class MarkedEntries(Query[tuple[EntryRow, ...]]):
    """Entries dated in `month` (in all months not closed yet if None) that bear the mark, oldest first, at most `most`."""

    mark: Mark
    month: Month | None = None
    most: int = 1000


@dataclass(frozen=True, slots=True)
class CountRow:
    """One count. `entry` is the bukti number that explains the difference, None where none does."""

    id: int
    on: date
    box: str
    label: str
    book: Rupiah
    counted: Rupiah
    note: str | None
    who: str
    entry: str | None

    @property
    def difference(self) -> Rupiah:
        """Counted less book."""
        return self.counted - self.book


@dataclass(frozen=True)
class CountHistory(Query[tuple[CountRow, ...]]):
    """Counts of one box or of all, newest first; `open_only` keeps those whose difference nothing explains."""

    box: str | None = None
    open_only: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """What a person holds or owes (1121), or is owed by the group (2103), and since when it has not been nil."""

    person: int
    name: str
    amount: Rupiah
    since: date


@dataclass(frozen=True)
class Advances(Query[tuple[Claim, ...]]):
    """Open advances and other claims on people (1121) at the end of `at`, oldest first."""

    at: date | None = None


@dataclass(frozen=True)
class OwedToPeople(Query[tuple[Claim, ...]]):
    """What was laid out or earned and is not paid yet (2103) at the end of `at`, oldest first."""

    at: date | None = None
