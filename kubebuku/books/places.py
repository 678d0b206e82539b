"""The pages a line of *Yang perlu diperhatikan* can lead to; those that only the window itself names stand in `ui.places`.

A place knows its page (`key`, as `ui.pages` lists it) and says what is to be seen there; without anything said the page
shows what it shows by itself.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import ClassVar, Literal

from kubebuku.domain.calendar import Month


@dataclass(frozen=True)
class Place:
    """A page of the window, and what is asked of it. Ids are those of the book."""

    key: ClassVar[str]

    @property
    def asks(self) -> bool:
        """Whether anything in particular is to be seen there."""
        return any(getattr(self, one.name) != one.default for one in fields(self))


@dataclass(frozen=True)
class CashCount(Place):
    """A place of money counted: `box` by its code; `count` is one counted before."""

    key: ClassVar[str] = "count"
    box: str | None = None
    count: int | None = None


@dataclass(frozen=True)
class Check(Place):
    """Is the book whole; `part` is what comes into view."""

    key: ClassVar[str] = "check"
    part: Literal["backup"] | None = None


@dataclass(frozen=True)
class Closings(Place):
    """Tutup buku."""

    key: ClassVar[str] = "closing"


@dataclass(frozen=True)
class Depreciation(Place):
    """What a month writes off."""

    key: ClassVar[str] = "depreciation"
    month: Month | None = None


@dataclass(frozen=True)
class GoodsCounts(Place):
    """Opname; `count` is one of the counts."""

    key: ClassVar[str] = "opname"
    count: int | None = None


@dataclass(frozen=True)
class Letters(Place):
    """The agenda of letters: at `row`, or those that wait for an answer alone."""

    key: ClassVar[str] = "letters"
    row: int | None = None
    waiting: bool = False


@dataclass(frozen=True)
class Loans(Place):
    """Pinjaman; `loan`, or an application by its id, is chosen where it stands."""

    key: ClassVar[str] = "loans"
    tab: Literal["running", "applications", "arrears", "rules", "figures"] | None = None
    loan: int | None = None


@dataclass(frozen=True)
class Marked(Place):
    """Records to look at: those that bear the mark (`books.cash.queries.Mark` by its value), or those without a name."""

    key: ClassVar[str] = "entries"
    mark: Literal["without_nota", "late", "struck", "corrected", "nameless"] | None = None


@dataclass(frozen=True)
class Meeting(Place):
    """One meeting at one of its steps; a new one where none is named."""

    key: ClassVar[str] = "meeting"
    meeting: int | None = None
    step: Literal["attendance", "minutes", "decisions"] | None = None


@dataclass(frozen=True)
class Meetings(Place):
    """Rapat; `meeting` is chosen in the list."""

    key: ClassVar[str] = "meetings"
    tab: Literal["meetings", "decisions", "follow_ups", "attendance", "rules"] | None = None
    meeting: int | None = None


@dataclass(frozen=True)
class Opening(Place):
    """Saldo awal."""

    key: ClassVar[str] = "opening"


@dataclass(frozen=True)
class Owed(Place):
    """Piutang dan utang; `person` is chosen in the list. Without a tab the first that has lines."""

    key: ClassVar[str] = "owed"
    tab: Literal["receivables", "payables", "advances", "owed", "deposits", "loans"] | None = None
    person: int | None = None


@dataclass(frozen=True)
class Pending(Place):
    """Catatan tertunda."""

    key: ClassVar[str] = "pending"


@dataclass(frozen=True)
class People(Place):
    """Anggota."""

    key: ClassVar[str] = "people"
    tab: Literal["members", "outsiders", "officers"] | None = None


@dataclass(frozen=True)
class Register(Place):
    """One account line by line: all of it, or a month; of one person alone."""

    key: ClassVar[str] = "register"
    account: str | None = None
    month: Month | None = None
    person: int | None = None


@dataclass(frozen=True)
class Savings(Place):
    """Simpanan; `behind` shows those alone who are behind."""

    key: ClassVar[str] = "savings"
    tab: Literal["members", "grid", "rules"] | None = None
    behind: bool | None = None


@dataclass(frozen=True)
class SavingsFee(Place):
    """Jasa on simpanan sukarela of a month."""

    key: ClassVar[str] = "savings_fee"
    month: Month | None = None


@dataclass(frozen=True)
class SolidarityFund(Place):
    """IKS."""

    key: ClassVar[str] = "solidarity"
    tab: Literal["grid", "book", "benefits", "rules"] | None = None


@dataclass(frozen=True)
class Thing(Place):
    """One thing of the group."""

    key: ClassVar[str] = "equipment"
    item: int | None = None


@dataclass(frozen=True)
class Unit(Place):
    """One business in a month; without one the costs that belong to none."""

    key: ClassVar[str] = "unit"
    unit: int | None = None
    month: Month | None = None
