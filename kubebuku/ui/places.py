"""The pages that only the window itself names; those a line of *Yang perlu diperhatikan* leads to stand in `books.places`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

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

#: the places of the books are called by this module's name too
__all__ = [
    "CashCount",
    "Check",
    "Closings",
    "Depreciation",
    "GoodsCounts",
    "Letters",
    "Loans",
    "Marked",
    "Meeting",
    "Meetings",
    "Opening",
    "Owed",
    "Pending",
    "People",
    "Place",
    "Register",
    "Savings",
    "SavingsFee",
    "SolidarityFund",
    "Thing",
    "Unit",
]


@dataclass(frozen=True)
class _AtRow(Place):
    row: int | None = None


@dataclass(frozen=True)
class _OfPerson(Place):
    person: int | None = None


@dataclass(frozen=True)
class Accounts(Place):
    """Tempat uang dan pos; a tab by its key (`ui.books.cash.accounts`)."""

    key = "accounts"
    tab: str | None = None


class Activities(_AtRow):
    """Buku kegiatan, at `row`."""

    key = "activities"


class Activity(_AtRow):
    """One activity."""

    key = "activity"


class Aid(Place):
    """Realisasi bantuan."""

    key = "aid"


@dataclass(frozen=True)
class Amend(Place):
    """The form an entry was written with, to change or correct it."""

    key = "amend"
    entry: int | None = None


@dataclass(frozen=True)
class Businesses(Place):
    """Usaha, with the results of a month."""

    key = "enterprise"
    month: Month | None = None


@dataclass(frozen=True)
class CashBook(Place):
    """Buku kas: a place of money by its code ("" all of them), a month or ("all") all months, an entry that is chosen."""

    key = "cash_book"
    box: str | None = None
    month: Month | Literal["all"] | None = None
    search: str | None = None
    entry: int | None = None


@dataclass(frozen=True)
class Collection(Place):
    """Lembar setoran of a day or a meeting."""

    key = "collection"
    meeting: int | None = None
    on: date | None = None


class Display(Place):
    """Tampilan."""

    key = "display"


@dataclass(frozen=True)
class Doors(Place):
    """Catat: a door, what was saved just now, or a record that waits while another is written first."""

    key = "catat"
    door: Door | None = None
    saved: Saved | None = None
    draft: Draft | None = None


@dataclass(frozen=True)
class Form(Place):
    """The form of a kind of event (`books.spec.Form` by its key), with what is filled in; `pending` is the note it settles."""

    key = "record"
    form: str | None = None
    values: Mapping[str, object] = field(default_factory=dict)
    title: str = ""
    pending: int | None = None


@dataclass(frozen=True)
class Group(Place):
    """Kelompok: who it is, what it has chosen."""

    key = "group"
    tab: Literal["facts", "choices"] | None = None


class Guest(_AtRow):
    """One guest."""

    key = "guest"


class Guests(_AtRow):
    """Buku tamu, at `row`."""

    key = "guests"


class Help(Place):
    """Bantuan."""

    key = "help"


class Home(Place):
    """Beranda."""

    key = "home"


class Inventory(Place):
    """Inventaris."""

    key = "inventory"


class Journal(Place):
    """The general journal."""

    key = "journal"


class Leaving(_OfPerson):
    """What is settled when a member leaves."""

    key = "leaving"


class Letter(_AtRow):
    """One letter."""

    key = "letter"


@dataclass(frozen=True)
class LoanCard(Place):
    """The card of a loan or an application."""

    key = "loan"
    loan: int | None = None


class LoanForm(Form):
    """A form of loans, which leads back to where one came from."""

    key = "loan_form"


@dataclass(frozen=True)
class MeetingPlan(Place):
    """A meeting to come; a new one where none is named."""

    key = "meeting_plan"
    meeting: int | None = None


class NewItem(Place):
    """How a thing comes into the inventory."""

    key = "new_item"


class CountGoods(Place):
    """A count of the goods under way."""

    key = "opname_count"


class OtherBooks(Place):
    """Buku lain."""

    key = "bukulain"


class PassBook(_OfPerson):
    """One member's savings book."""

    key = "savings_book"


class Person(_OfPerson):
    """One person."""

    key = "person"


@dataclass(frozen=True)
class PersonForm(Place):
    """Writing a person down; `joins` is an outsider who becomes a member."""

    key = "person_form"
    kind: Literal["member", "outsider"] = "member"
    person: int | None = None
    joins: int | None = None


@dataclass(frozen=True)
class Report(Place):
    """Laporan of a month."""

    key = "report"
    month: Month | None = None


@dataclass(frozen=True)
class Start(Place):
    """No book: open one, begin one; after a `trouble` with the book at `path`."""

    key = "start"
    trouble: Surroundings | None = None
    path: Path | None = None


@dataclass(frozen=True)
class Story(Place):
    """Cerita of an entry."""

    key = "story"
    entry: int | None = None


@dataclass(frozen=True)
class TakeDues(_OfPerson):
    """Iuran IKS from a member."""

    key = "take_dues"
    months: tuple[Month, ...] = ()


class TakeSavings(TakeDues):
    """Simpanan from a member."""

    key = "take_savings"
