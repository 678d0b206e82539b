"""What can happen to the goods of the group: how they come, wear out, are mended and go.

`amount` of a purchase is the whole price, `paying` tells how much of it is paid now. Quantities are whole pieces; a command
with a `quantity` of None speaks of all of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import ClassVar

from kubebuku.books.spec import Command, OnDay, Paid
from kubebuku.domain.accounts import CASH, OTHER_COST
from kubebuku.domain.aid import AidKind
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import DecisionId, ItemId, PersonId, UnitId
from kubebuku.domain.money import Rupiah
from kubebuku.domain.paying import Paying


class Condition(Enum):
    """Baik, Rusak Ringan, Rusak Berat (domain.md 2.8)."""

    GOOD = "good"
    LIGHT = "light"
    HEAVY = "heavy"


class Source(Enum):
    """Where goods without book value came from."""

    BOUGHT = "bought"
    AID = "aid"
    GIVEN = "given"


@dataclass(frozen=True, kw_only=True)
class Thing(Command):
    """What is written of every thing. `number` None takes the next free one.

    With `life_months` (1 to 600) it is depreciated month by month down to `residual`, the month it came being the first.
    """

    label: str
    number: str | None = None
    quantity: int = 1
    measure: str | None = None
    unit: UnitId | None = None
    place: str | None = None
    keeper: PersonId | None = None
    condition: Condition = Condition.GOOD
    for_hire: bool = False
    life_months: int | None = None
    residual: Rupiah = Rupiah(0)
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class BuyEquipment(Thing):
    """A thing bought: 1201 at once. A `small` one is a cost on `account` and stands in the list without book value."""

    name: ClassVar[str] = "inventory.buy"
    on: date
    description: str
    amount: Rupiah
    small: bool = False
    account: str = OTHER_COST
    paying: Paying = Paying.NOW
    paid: Rupiah | None = None
    person: PersonId | None = None
    box: str = CASH
    aid: int | None = None
    nota: str | None = None


@dataclass(frozen=True, kw_only=True)
class ReceiveEquipmentGift(Thing):
    """A thing given to the group, at what it is worth: capital (3110), or income that may be shared (4190)."""

    name: ClassVar[str] = "inventory.gift"
    on: date
    description: str
    amount: Rupiah
    shareable: bool = False
    nota: str | None = None


@dataclass(frozen=True, kw_only=True)
class ReceiveEquipmentAid(Thing):
    """A thing received as aid in kind: 1201 against 3110, 2201 or 2140 of the business, the whole value at once."""

    name: ClassVar[str] = "inventory.aid"
    on: date
    description: str
    amount: Rupiah
    programme: str
    kind: AidKind = AidKind.GRANT
    year: int | None = None
    giver: PersonId | None = None
    nota: str | None = None


@dataclass(frozen=True, kw_only=True)
class ListEquipment(Thing):
    """A thing that is there and stands for no money in the ledger; `price` is only written down."""

    name: ClassVar[str] = "inventory.list"
    on: date
    source: Source = Source.BOUGHT
    price: Rupiah = Rupiah(0)


@dataclass(frozen=True, kw_only=True)
class ChangeEquipment(Command):
    """Everything written about a thing, as it is from now on; nothing is posted.

    `quantity` may differ from what is written only for things without book value.
    """

    name: ClassVar[str] = "inventory.change"
    item: ItemId
    label: str
    number: str | None
    quantity: int = 1
    measure: str | None = None
    unit: UnitId | None = None
    place: str | None = None
    keeper: PersonId | None = None
    condition: Condition = Condition.GOOD
    for_hire: bool = False
    life_months: int | None = None
    residual: Rupiah = Rupiah(0)
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class Depreciate(Command):
    """The month's share of every thing with a life (5106, 1209), once a month each; on the last day if `on` is None."""

    name: ClassVar[str] = "inventory.depreciate"
    month: Month
    on: date | None = None
    description: str = ""


@dataclass(frozen=True, kw_only=True)
class SellEquipment(Paid):
    """Sold for `amount`: what it still stood for leaves the book, the difference is 4191 or 5113."""

    name: ClassVar[str] = "inventory.sell"
    item: ItemId
    quantity: int | None = None
    paying: Paying = Paying.NOW
    paid: Rupiah | None = None
    person: PersonId | None = None
    box: str = CASH
    nota: str | None = None


@dataclass(frozen=True, kw_only=True)
class LoseEquipment(OnDay):
    """Lost, stolen or broken beyond repair: what it still stood for is a loss (5113).

    A decision of a meeting may stand behind it, one of the list or in words (`decided`).
    """

    name: ClassVar[str] = "inventory.lose"
    item: ItemId
    quantity: int | None = None
    decision: DecisionId | None = None
    decided: str | None = None


@dataclass(frozen=True, kw_only=True)
class RestoreEquipment(Command):
    """A thing without book value that was written off by mistake is back; others are undone by their entry.

    It is as if it had never gone; where that month is closed it is back `on` a later day, today if None.
    """

    name: ClassVar[str] = "inventory.restore"
    item: ItemId
    on: date | None = None


@dataclass(frozen=True, kw_only=True)
class ReplaceEquipment(Thing):
    """The whole of `item` makes way for a new thing bought for `amount`, in one entry."""

    name: ClassVar[str] = "inventory.replace"
    on: date
    description: str
    amount: Rupiah
    item: ItemId
    paying: Paying = Paying.NOW
    paid: Rupiah | None = None
    person: PersonId | None = None
    box: str = CASH
    aid: int | None = None
    nota: str | None = None


@dataclass(frozen=True, kw_only=True)
class RepairEquipment(Paid):
    """Mended for `amount` (5108 of its business); `condition` is how it is afterwards, None if as before."""

    name: ClassVar[str] = "inventory.repair"
    item: ItemId
    condition: Condition | None = None
    paying: Paying = Paying.NOW
    paid: Rupiah | None = None
    person: PersonId | None = None
    box: str = CASH
    aid: int | None = None
    nota: str | None = None


@dataclass(frozen=True, kw_only=True)
class PassOnEquipment(OnDay):
    """A thing received as revolving aid goes on to `recipient`, at what it still stands for."""

    name: ClassVar[str] = "inventory.pass_on"
    item: ItemId
    aid: int
    recipient: PersonId
    nota: str | None = None


@dataclass(frozen=True, kw_only=True)
class CountedThing:
    """What was found of one thing: how many pieces, in which condition. `write_off`: what is missing is given up now."""

    item: ItemId
    found: int
    condition: Condition = Condition.GOOD
    note: str | None = None
    write_off: bool = False


@dataclass(frozen=True, kw_only=True)
class CountInventory(Command):
    """The goods counted beside the list (opname), one line a thing; what was not looked at has no line.

    Conditions become what was found. A thing that was written off and is there again is brought back. What is missing is a loss
    only where its line says so, by the decision; else it stays a difference. Of goods without book value more pieces than listed
    are listed from now on.
    """

    name: ClassVar[str] = "inventory.count"
    on: date
    lines: tuple[CountedThing, ...]
    note: str | None = None
    decision: DecisionId | None = None
    decided: str | None = None
