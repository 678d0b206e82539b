"""The pages that only the window itself names; those a line of *Yang perlu diperhatikan* leads to stand in `books.places`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import ClassVar, Literal

from kubebuku.books.places import (
    CashCount,
    Check,
    Closings,
    Depreciation,
    GoodsCounts,
    Letters,
    Loans,
    Marked,
    Meeting,
    Meetings,
    Opening,
    Owed,
    Pending,
    People,
    Place,
    Register,
    Savings,
    SavingsFee,
    SolidarityFund,
    Thing,
    Unit,
)
from kubebuku.books.spec import Door
from kubebuku.domain.calendar import Month
from kubebuku.domain.errors import Surroundings
from kubebuku.ui.forms.request import Draft, Saved

__all__ = [
    "Accounts",
    "Activities",
    "Activity",
    "Aid",
    "Amend",
    "Businesses",
    "CashBook",
    "CashCount",
    "Check",
    "Closings",
    "Collection",
    "CountGoods",
    "Depreciation",
    "Display",
    "Doors",
    "Form",
    "GoodsCounts",
    "Group",
    "Guest",
    "Guests",
    "Help",
    "Home",
    "Inventory",
    "Journal",
    "Leaving",
    "Letter",
    "Letters",
    "LoanCard",
    "LoanForm",
    "Loans",
    "Marked",
    "Meeting",
    "MeetingPlan",
    "Meetings",
    "NewItem",
    "Opening",
    "OtherBooks",
    "Owed",
    "PassBook",
    "Pending",
    "People",
    "Person",
    "PersonForm",
    "Place",
    "Register",
    "Report",
    "Savings",
    "SavingsFee",
    "SolidarityFund",
    "Start",
    "Story",
    "TakeDues",
    "TakeSavings",
    "Thing",
    "Unit",
]


@dataclass(frozen=True)
class Accounts(Place):
    """Tempat uang dan pos; a tab by its key (`ui.books.cash.accounts`)."""

    key: ClassVar[str] = "accounts"
    tab: str | None = None


@dataclass(frozen=True)
class Activities(Place):
    """Buku kegiatan, at `row`."""

    key: ClassVar[str] = "activities"
    row: int | None = None


@dataclass(frozen=True)
class Activity(Place):
    """One activity."""

    key: ClassVar[str] = "activity"
    row: int | None = None


@dataclass(frozen=True)
class Aid(Place):
    """Realisasi bantuan."""

    key: ClassVar[str] = "aid"


@dataclass(frozen=True)
class Amend(Place):
    """The form an entry was written with, to change or correct it."""

    key: ClassVar[str] = "amend"
    entry: int | None = None


@dataclass(frozen=True)
class Businesses(Place):
    """Usaha, with the results of a month."""

    key: ClassVar[str] = "enterprise"
    month: Month | None = None


@dataclass(frozen=True)
class CashBook(Place):
    """Buku kas: a place of money by its code ("" all of them), a month or ("all") all months, an entry that is chosen."""

    key: ClassVar[str] = "cash_book"
    box: str | None = None
    month: Month | Literal["all"] | None = None
    search: str | None = None
    entry: int | None = None


@dataclass(frozen=True)
class Collection(Place):
    """Lembar setoran of a day or a meeting."""

    key: ClassVar[str] = "collection"
    meeting: int | None = None
    on: date | None = None


@dataclass(frozen=True)
class Display(Place):
    """Tampilan."""

    key: ClassVar[str] = "display"


@dataclass(frozen=True)
class Doors(Place):
    """Catat: a door, what was saved just now, or a record that waits while another is written first."""

    key: ClassVar[str] = "catat"
    door: Door | None = None
    saved: Saved | None = None
    draft: Draft | None = None


@dataclass(frozen=True)
class Form(Place):
    """The form of a kind of event (`books.spec.Form` by its key), with what is filled in; `pending` is the note it settles."""

    key: ClassVar[str] = "record"
    form: str | None = None
    values: Mapping[str, object] = field(default_factory=dict)
    title: str = ""
    pending: int | None = None


@dataclass(frozen=True)
class Group(Place):
    """Kelompok: who it is, what it has chosen."""

    key: ClassVar[str] = "group"
    tab: Literal["facts", "choices"] | None = None


@dataclass(frozen=True)
class Guest(Place):
    """One guest."""

    key: ClassVar[str] = "guest"
    row: int | None = None


@dataclass(frozen=True)
class Guests(Place):
    """Buku tamu, at `row`."""

    key: ClassVar[str] = "guests"
    row: int | None = None


@dataclass(frozen=True)
class Help(Place):
    """Bantuan."""

    key: ClassVar[str] = "help"


@dataclass(frozen=True)
class Home(Place):
    """Beranda."""

    key: ClassVar[str] = "home"


@dataclass(frozen=True)
class Inventory(Place):
    """Inventaris."""

    key: ClassVar[str] = "inventory"


@dataclass(frozen=True)
class Journal(Place):
    """The general journal."""

    key: ClassVar[str] = "journal"


@dataclass(frozen=True)
class Leaving(Place):
    """What is settled when a member leaves."""

    key: ClassVar[str] = "leaving"
    person: int | None = None


@dataclass(frozen=True)
class Letter(Place):
    """One letter."""

    key: ClassVar[str] = "letter"
    row: int | None = None


@dataclass(frozen=True)
class LoanCard(Place):
    """The card of a loan or an application."""

    key: ClassVar[str] = "loan"
    loan: int | None = None


@dataclass(frozen=True)
class LoanForm(Form):
    """A form of loans, which leads back to where one came from."""

    key: ClassVar[str] = "loan_form"


@dataclass(frozen=True)
class MeetingPlan(Place):
    """A meeting to come; a new one where none is named."""

    key: ClassVar[str] = "meeting_plan"
    meeting: int | None = None


@dataclass(frozen=True)
class NewItem(Place):
    """How a thing comes into the inventory."""

    key: ClassVar[str] = "new_item"


@dataclass(frozen=True)
class CountGoods(Place):
    """A count of the goods under way."""

    key: ClassVar[str] = "opname_count"


@dataclass(frozen=True)
class OtherBooks(Place):
    """Buku lain."""

    key: ClassVar[str] = "bukulain"


@dataclass(frozen=True)
class PassBook(Place):
    """One member's savings book."""

    key: ClassVar[str] = "savings_book"
    person: int | None = None


@dataclass(frozen=True)
class Person(Place):
    """One person."""

    key: ClassVar[str] = "person"
    person: int | None = None


@dataclass(frozen=True)
class PersonForm(Place):
    """Writing a person down; `joins` is an outsider who becomes a member."""

    key: ClassVar[str] = "person_form"
    kind: Literal["member", "outsider"] = "member"
    person: int | None = None
    joins: int | None = None


@dataclass(frozen=True)
class Report(Place):
    """Laporan of a month."""

    key: ClassVar[str] = "report"
    month: Month | None = None


@dataclass(frozen=True)
class Start(Place):
    """No book: open one, begin one; after a `trouble` with the book at `path`."""

    key: ClassVar[str] = "start"
    trouble: Surroundings | None = None
    path: Path | None = None


@dataclass(frozen=True)
class Story(Place):
    """Cerita of an entry."""

    key: ClassVar[str] = "story"
    entry: int | None = None


@dataclass(frozen=True)
class TakeDues(Place):
    """Iuran IKS from a member."""

    key: ClassVar[str] = "take_dues"
    person: int | None = None
    months: tuple[Month, ...] = ()


@dataclass(frozen=True)
class TakeSavings(TakeDues):
    """Simpanan from a member."""

    key: ClassVar[str] = "take_savings"
