"""What can be asked about the goods of the group. Amounts are whole rupiah."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kubebuku.books.spec import Query
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import EntryId, ItemId, PersonId, UnitId
from kubebuku.domain.money import Rupiah


@dataclass(frozen=True, slots=True)
class EquipmentRow:
    """A thing in the eight columns of domain.md 2.8 and what it stands for.

    `source` is bought, aid, given or opening; `condition` good, light or heavy; `standing` held, sold, lost or replaced.
    `value` less `written_off` is `book_value`; all three are nil for a thing without book value, whose `price` was only
    written down.
    """

    item: ItemId
    no: int
    label: str
    number: str | None
    source: str
    aid: str | None
    acquired: date
    quantity: int
    measure: str | None
    place: str | None
    keeper: PersonId | None
    keeper_name: str | None
    condition: str
    note: str | None
    unit: UnitId | None
    unit_label: str | None
    for_hire: bool
    without_value: bool
    price: Rupiah
    value: Rupiah
    written_off: Rupiah
    life_months: int | None
    residual: Rupiah
    standing: str
    ended: date | None

    @property
    def book_value(self) -> Rupiah:
        """What it still stands for."""
        return self.value - self.written_off


@dataclass(frozen=True)
class EquipmentList(Query[tuple[EquipmentRow, ...]]):
    """What the group has at the end of `at` (today if None), in the order it came; with `with_gone` also what has left."""

    at: date | None = None
    with_gone: bool = False


@dataclass(frozen=True, slots=True)
class EquipmentEntry:
    """An entry about a thing: what it did to its cost and to what was written off, and any other money it was about."""

    entry: EntryId
    on: date
    number: str
    description: str
    kind: str
    value: Rupiah
    written_off: Rupiah
    other: Rupiah


@dataclass(frozen=True, slots=True)
class EquipmentCard:
    """A thing with its story, oldest first, struck pairs left out."""

    row: EquipmentRow
    entries: tuple[EquipmentEntry, ...]


@dataclass(frozen=True)
class Equipment(Query[EquipmentCard]):
    """One thing; raises ItemUnknown."""

    item: ItemId


@dataclass(frozen=True, slots=True)
class DepreciationLine:
    """What a month writes off of a thing."""

    item: ItemId
    label: str
    number: str | None
    unit: UnitId | None
    unit_label: str | None
    amount: Rupiah
    book_before: Rupiah
    book_after: Rupiah


@dataclass(frozen=True, slots=True)
class DepreciationPlan:
    """What `Depreciate` of the month would post now; `posted` is what the month has already."""

    month: Month
    lines: tuple[DepreciationLine, ...]
    total: Rupiah
    posted: Rupiah


@dataclass(frozen=True)
class DepreciationPreview(Query[DepreciationPlan]):
    """Look before writing the depreciation of a month."""

    month: Month


@dataclass(frozen=True, slots=True)
class EquipmentChange:
    """A thing that came (`came`) or left in a month."""

    came: bool
    on: date
    row: EquipmentRow


@dataclass(frozen=True)
class EquipmentChanges(Query[tuple[EquipmentChange, ...]]):
    """What came into the inventory and what left it in a month, by day."""

    month: Month
