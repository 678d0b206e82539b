"""Goods of a group: what comes, wears out, breaks and goes, on top of the written book of `hunafa`."""

from __future__ import annotations

from kubebuku.books.inventory.commands import (
    BuyEquipment,
    Condition,
    Depreciate,
    ListEquipment,
    LoseEquipment,
    ReceiveEquipmentAid,
    RepairEquipment,
    Source,
)
from kubebuku.domain.entries import ItemId, PersonId
from tests.ui.written.hunafa import CATERING, NOVEMBER, OCTOBER, TENTS, Hand, on, rp

_LONG = "Tenda pesta lengkap dengan rangka besi, kain rumbai, dan lampu hias untuk dua plong"


def write_goods(hand: Hand) -> None:
    """Tents from aid, chairs bought, a stove that broke, buckets without book value."""
    tents = ReceiveEquipmentAid(
        on=on("1/11"),
        description="Bantuan tenda dari dinas sosial",
        amount=rp("15.000.000"),
        label=_LONG,
        quantity=3,
        measure="buah",
        programme="BLPS",
        year=2026,
        unit=TENTS,
        place="Gudang RT 04",
        keeper=PersonId(2),
        for_hire=True,
        life_months=60,
    )
    hand.do("1/11", tents)
    chairs = BuyEquipment(
        on=on("4/11"),
        description="Beli 50 kursi plastik",
        amount=rp("3.250.000"),
        label="Kursi plastik",
        quantity=50,
        measure="buah",
        unit=TENTS,
        place="Gudang RT 04",
        for_hire=True,
        life_months=36,
        residual=rp("250.000"),
    )
    hand.do("4/11", chairs)
    stove = BuyEquipment(
        on=on("5/11"),
        description="Beli kompor gas",
        amount=rp("600.000"),
        label="Kompor gas dua tungku",
        unit=CATERING,
        place="Rumah Bu Citra",
        keeper=PersonId(3),
        condition=Condition.HEAVY,
        note="Selangnya bocor",
    )
    hand.do("5/11", stove)
    buckets = ListEquipment(
        on=on("6/11"),
        label="Ember dan sapu",
        quantity=8,
        source=Source.GIVEN,
        condition=Condition.LIGHT,
        place="Balai RT",
    )
    hand.do("6/11", buckets)
    repair = RepairEquipment(on=on("10/11"), description="Jahit tenda sobek", amount=rp("150.000"), item=ItemId(1))
    hand.do("10/11", repair)
    hand.do("15/11", LoseEquipment(on=on("15/11"), description="3 kursi patah di hajatan", item=ItemId(2), quantity=3))
    hand.do("20/11", Depreciate(month=NOVEMBER, on=on("20/11")))


__all__ = ["OCTOBER", "write_goods"]
