"""What can happen to the animals of a business. Numbers are whole animals; births change the number, not the value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import ClassVar

from kubebuku.books.spec import Command, OnDay, Paid
from kubebuku.domain.accounts import CASH
from kubebuku.domain.entries import PersonId, UnitId
from kubebuku.domain.money import Rupiah
from kubebuku.domain.paying import Paying


class Fate(Enum):
    """How an animal is gone other than by sale, and so which cost it becomes (docs/decisions)."""

    DIED = "died"
    LOST = "lost"
    EATEN = "eaten"
    GIVEN = "given"


@dataclass(frozen=True, kw_only=True)
class BuyLivestock(Paid):
    """Animals bought (1141): `amount` is the price of all of them."""

    name: ClassVar[str] = "enterprise.buy_livestock"
    unit: UnitId
    animal: str
    number: int
    paying: Paying = Paying.NOW
    paid: Rupiah | None = None
    person: PersonId | None = None
    box: str = CASH
    aid: int | None = None
    nota: str | None = None


@dataclass(frozen=True, kw_only=True)
class SellLivestock(Paid):
    """Animals sold: income 4101, and what they cost leaves 1141 for 5101.

    `cost` is what they were bought for; None takes the average of the business, which is refused where it keeps several
    kinds of animals.
    """

    name: ClassVar[str] = "enterprise.sell_livestock"
    unit: UnitId
    animal: str
    number: int
    cost: Rupiah | None = None
    paying: Paying = Paying.NOW
    paid: Rupiah | None = None
    deposit: Rupiah = Rupiah(0)
    person: PersonId | None = None
    box: str = CASH
    nota: str | None = None


@dataclass(frozen=True, kw_only=True)
class LivestockGone(OnDay):
    """Animals that died, were lost, eaten or given away, at cost; `cost` as in `SellLivestock`."""

    name: ClassVar[str] = "enterprise.livestock_gone"
    unit: UnitId
    animal: str
    number: int
    fate: Fate
    cost: Rupiah | None = None
    nota: str | None = None


@dataclass(frozen=True, kw_only=True)
class LivestockBorn(Command):
    """Young born in the herd: more animals, the same value; nothing is posted."""

    name: ClassVar[str] = "enterprise.livestock_born"
    on: date
    unit: UnitId
    animal: str
    number: int
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class StrikeHerdRow(Command):
    """A birth, or a loss that cost nothing, is taken out of the list of animals again; others are undone by their entry."""

    name: ClassVar[str] = "enterprise.strike_herd_row"
    row: int


@dataclass(frozen=True, kw_only=True)
class AnimalLine:
    """One kind of animal that was counted, at the purchase price of one."""

    animal: str
    number: int
    price: Rupiah


@dataclass(frozen=True, kw_only=True)
class CountLivestock(Command):
    """All animals of a business as counted, at purchase prices; kinds that are not named are none left.

    The difference to the book goes to 5101; a count that fits writes no entry.
    """

    name: ClassVar[str] = "enterprise.count_livestock"
    on: date
    unit: UnitId
    lines: tuple[AnimalLine, ...] = ()
    description: str = ""
