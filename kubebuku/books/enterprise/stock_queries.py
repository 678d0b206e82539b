"""What can be asked about the goods and animals of the businesses: their value by the book, and counts of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kubebuku.books.spec import Query
from kubebuku.domain.entries import EntryId, UnitId
from kubebuku.domain.money import Rupiah


@dataclass(frozen=True, slots=True)
class CountedLine:
    """One kind of goods or animals as counted; `quantity_milli` in thousandths of `measure`."""

    name: str
    quantity_milli: int
    measure: str | None
    price: Rupiah
    value: Rupiah


@dataclass(frozen=True, slots=True)
class CountRow:
    """One count. `difference` is counted minus book, negative where goods were used."""

    id: int
    unit: UnitId
    label: str
    livestock: bool
    on: date
    who: str
    counted: Rupiah
    difference: Rupiah
    entry: EntryId | None
    number: str | None
    lines: tuple[CountedLine, ...]


@dataclass(frozen=True)
class StockCounts(Query[tuple[CountRow, ...]]):
    """Counts of stock and animals, newest first, of one business or all."""

    unit: UnitId | None = None


@dataclass(frozen=True, slots=True)
class StockRow:
    """What the book says a business has in stock or in its herd, and when it was last counted."""

    unit: UnitId | None
    label: str | None
    livestock: bool
    value: Rupiah
    counted: date | None


@dataclass(frozen=True)
class StockValues(Query[tuple[StockRow, ...]]):
    """Stock (1140) and livestock (1141) by business at the end of `at`; what is nil and was never counted is left out."""

    at: date | None = None


@dataclass(frozen=True, slots=True)
class HerdChange:
    """How a herd changed: `cause` is bought, aid, born, sold, died, lost, eaten, given, counted or opening."""

    id: int
    on: date
    animal: str
    change: int
    cause: str
    note: str | None
    entry: EntryId | None
    number: str | None


@dataclass(frozen=True, slots=True)
class HerdRow:
    """How many animals of a kind a business keeps."""

    unit: UnitId
    label: str
    animal: str
    number: int


@dataclass(frozen=True)
class Herds(Query[tuple[HerdRow, ...]]):
    """The animals of every business at the end of `at`."""

    at: date | None = None


@dataclass(frozen=True)
class HerdStory(Query[tuple[HerdChange, ...]]):
    """Everything that happened to the animals of a business, newest first."""

    unit: UnitId
