"""Chairs and tents: bought, worn, sold and lost in one line each."""

from __future__ import annotations

from kubebuku.books.inventory.commands import (
    BuyEquipment,
    Depreciate,
    ListEquipment,
    ReceiveEquipmentAid,
    ReceiveEquipmentGift,
    ReplaceEquipment,
    SellEquipment,
)
from kubebuku.books.inventory.queries import (
    Equipment,
    EquipmentRow,
)
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import ItemId
from kubebuku.domain.money import Rupiah
from tests.books.trading import TENTS, Trade, day


def chairs(on: str = "5/1", amount: int = 5_000_000, quantity: int = 100, **more: object) -> BuyEquipment:
    values = {"on": day(on), "description": "Kursi plastik", "amount": Rupiah(amount), "label": "Kursi plastik"}
    return BuyEquipment(**{**values, "quantity": quantity, "unit": TENTS, "for_hire": True, **more})  # type: ignore[arg-type]


def tent(on: str = "5/1", amount: int = 3_600_000, life: int | None = 36, **more: object) -> BuyEquipment:
    values = {"on": day(on), "description": "Tenda 4 x 6", "amount": Rupiah(amount), "label": "Tenda 4 x 6", "unit": TENTS}
    return BuyEquipment(**{**values, "life_months": life, **more})  # type: ignore[arg-type]


def made(
    trade: Trade, command: BuyEquipment | ReceiveEquipmentAid | ReceiveEquipmentGift | ListEquipment | ReplaceEquipment
) -> ItemId:
    return ItemId(trade.run(command).made["item"])


def row(trade: Trade, item: ItemId) -> EquipmentRow:
    found = trade.answer(Equipment(item)).row
    assert isinstance(found, EquipmentRow)
    return found


def depreciate(trade: Trade, *months: str) -> int:
    return [trade.entry(Depreciate(month=Month.parse(month))) for month in months][-1]


def sell(item: ItemId, amount: int, quantity: int | None = None, on: str = "10/3", **more: object) -> SellEquipment:
    values = {"on": day(on), "description": "Dijual ke tetangga", "item": item, "amount": Rupiah(amount), "quantity": quantity}
    return SellEquipment(**{**values, **more})  # type: ignore[arg-type]


def ok(trade: Trade) -> bool:
    return trade.findings() == {}


def aid_tents(**more: object) -> ReceiveEquipmentAid:
    values = {"on": day("1/2"), "description": "3 tenda", "amount": Rupiah(15_000_000), "label": "Tenda", "quantity": 3}
    return ReceiveEquipmentAid(**{**values, "unit": TENTS, "programme": "Stimulan", **more})  # type: ignore[arg-type]
