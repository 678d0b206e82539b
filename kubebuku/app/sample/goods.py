"""A plausible year of the practice group's goods: small things listed, everything counted once, what is missing written off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from kubebuku.app.sample.decided import Decided
from kubebuku.books.inventory.commands import (
    BuyEquipment,
    Condition,
    CountedThing,
    CountInventory,
    ListEquipment,
    LoseEquipment,
    Source,
)
from kubebuku.books.spec import Command
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import DecisionId, ItemId, PersonId, UnitId
from kubebuku.domain.money import Rupiah

#: The things in the order in which they come into the book: two of the aid, then those of the first working day.
TENTS, CHAIRS, BOARD, POTS = ItemId(1), ItemId(2), ItemId(3), ItemId(4)
#: How many of each the list has, chairs and pots before the count.
_TENTS, _CHAIRS, _POTS = 3, 150, 6
#: Chairs that nobody finds at the count.
MISSING = 2
#: Months after which everything is counted, and the day of that month.
COUNTED_AFTER, COUNTING_DAY = 9, 18


@dataclass
class GoodsYear:
    """The acts of each day. `keeper` has the small things at home."""

    opened: date
    catering: UnitId
    keeper: PersonId
    decided: Decided
    _losses: list[DecisionId] = field(default_factory=list)

    def acts(self, day: date) -> Iterator[Command]:
        """What is written on `day`."""
        if day == self.opened + timedelta(days=1):
            yield from self._small(day)
        while self._losses:
            yield LoseEquipment(
                on=day,
                description=f"{MISSING} kursi patah, tidak ditemukan saat opname",
                item=CHAIRS,
                quantity=MISSING,
                decision=self._losses.pop(),
            )
        if day == Month.of(self.opened).plus(COUNTED_AFTER).first + timedelta(days=COUNTING_DAY - 1):
            yield self._count(day)
            self.decided.propose(f"{MISSING} kursi yang tidak ditemukan saat opname dihapus dari inventaris", self._losses.append)

    def _small(self, day: date) -> Iterator[Command]:
        yield ListEquipment(on=day, label="Papan nama kelompok", source=Source.GIVEN, place="Rumah ketua", note="Dari kelurahan")
        yield BuyEquipment(
            on=day,
            description="Beli panci dan baskom",
            amount=Rupiah(240_000),
            label="Panci besar",
            quantity=_POTS,
            measure="buah",
            unit=self.catering,
            place="Rumah bendahara",
            keeper=self.keeper,
            small=True,
            nota=f"PB-{day:%m%d}",
        )

    def _count(self, day: date) -> CountInventory:
        found = (
            CountedThing(item=TENTS, found=_TENTS, condition=Condition.LIGHT, note="Satu terpal sobek"),
            CountedThing(item=CHAIRS, found=_CHAIRS - MISSING),
            CountedThing(item=BOARD, found=1),
            CountedThing(item=POTS, found=_POTS, condition=Condition.LIGHT),
        )
        return CountInventory(on=day, lines=found, note="Dihitung pengurus, bersama pendamping")
