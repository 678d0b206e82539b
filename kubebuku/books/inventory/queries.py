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
    written down. `quantity`, `standing` and `ended` are those of the day that was asked for, as the money is; of a thing that had
    left, `quantity` is what went last. Where it is kept and how it looks is what was written last.
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
    """A thing that came (`came`) or left in a month, or to which something happened in it.

    With `how` (sold, lost or repaired) only `pieces` of it went, or it was mended; `amount` is what was received or paid then.
    What came with `how` returned is back, though it went in a month that is closed.
    """

    came: bool
    on: date
    row: EquipmentRow
    how: str | None = None
    pieces: int | None = None
    amount: Rupiah | None = None


@dataclass(frozen=True)
class EquipmentChanges(Query[tuple[EquipmentChange, ...]]):
    """What came into the inventory, what left it, whole or in part, and what was mended in a month, by day."""

    month: Month


@dataclass(frozen=True, slots=True)
class CountOfGoods:
    """One count: how many things were looked at, how many differed from the list, and of how many the difference is open."""

    id: int
    on: date
    note: str | None
    who: str
    things: int
    differed: int
    open: int


@dataclass(frozen=True)
class CountsOfGoods(Query[tuple[CountOfGoods, ...]]):
    """Every count (opname), newest first."""


@dataclass(frozen=True, slots=True)
class CountLine:
    """What was found of a thing.

    `missing` pieces, below nil where more were found; `worth` is what those stand for that the list still has though nobody
    found them. `open`: nothing was done about the difference. `losses` are the bukti by which pieces went since.
    """

    no: int
    item: ItemId
    label: str
    number: str | None
    measure: str | None
    place: str | None
    unit_label: str | None
    expected: int
    counted: int
    condition: str
    note: str | None
    worth: Rupiah
    without_value: bool
    open: bool
    losses: tuple[str, ...]

    @property
    def missing(self) -> int:
        """Pieces that the list had and nobody found."""
        return self.expected - self.counted


@dataclass(frozen=True, slots=True)
class CountPage:
    """A count with its lines in the order the things came, and how many things of that day had no line."""

    head: CountOfGoods
    lines: tuple[CountLine, ...]
    not_counted: int


@dataclass(frozen=True)
class OneCountOfGoods(Query[CountPage]):
    """One count, the newest if `count` is None; raises CountUnknown."""

    count: int | None = None
