"""The inventory as the catalogue lists it."""

from __future__ import annotations

from kubebuku.books.spec import BookSpec
from kubebuku.domain.text import N_

_HERE = "kubebuku.books.inventory"

INVENTORY = BookSpec(
    name="inventory",
    title=N_("Inventory"),
    commands={
        "commands.BuyEquipment": f"{_HERE}.handlers:buy_equipment",
        "commands.ReceiveEquipmentGift": f"{_HERE}.handlers:receive_gift",
        "commands.ReceiveEquipmentAid": f"{_HERE}.handlers:receive_aid",
        "commands.ListEquipment": f"{_HERE}.handlers:list_equipment",
        "commands.ChangeEquipment": f"{_HERE}.handlers:change_equipment",
        "commands.RepairEquipment": f"{_HERE}.handlers:repair_equipment",
        "commands.Depreciate": f"{_HERE}.depreciation:depreciate",
        "commands.SellEquipment": f"{_HERE}.handlers:sell_equipment",
        "commands.LoseEquipment": f"{_HERE}.handlers:lose_equipment",
        "commands.RestoreEquipment": f"{_HERE}.handlers:restore_equipment",
        "commands.ReplaceEquipment": f"{_HERE}.handlers:replace_equipment",
        "commands.PassOnEquipment": f"{_HERE}.handlers:pass_on_equipment",
        "commands.CountInventory": f"{_HERE}.counting:count_inventory",
    },
    queries={
        "queries.EquipmentList": f"{_HERE}.reading:equipment_list",
        "queries.Equipment": f"{_HERE}.reading:equipment_card",
        "queries.EquipmentChanges": f"{_HERE}.reading:equipment_changes",
        "queries.DepreciationPreview": f"{_HERE}.depreciation:depreciation_preview",
        "queries.CountsOfGoods": f"{_HERE}.counted:counts_of_goods",
        "queries.OneCountOfGoods": f"{_HERE}.counted:one_count_of_goods",
    },
    checks={"inventory": f"{_HERE}.reading:ties"},
    attention=(
        f"{_HERE}.depreciation:depreciation_due",
        f"{_HERE}.reading:broken_goods",
        f"{_HERE}.reading:nameless_goods",
        f"{_HERE}.counted:goods_not_found",
        f"{_HERE}.counted:goods_to_count",
    ),
    undo={
        "commands.BuyEquipment": f"{_HERE}.handlers:buy_equipment_undone",
        "commands.ReceiveEquipmentGift": f"{_HERE}.handlers:receive_gift_undone",
        "commands.ReceiveEquipmentAid": f"{_HERE}.handlers:receive_aid_undone",
        "commands.RepairEquipment": f"{_HERE}.handlers:repair_equipment_undone",
        "commands.Depreciate": f"{_HERE}.depreciation:depreciate_undone",
        "commands.SellEquipment": f"{_HERE}.handlers:sell_equipment_undone",
        "commands.LoseEquipment": f"{_HERE}.handlers:lose_equipment_undone",
        "commands.ReplaceEquipment": f"{_HERE}.handlers:replace_equipment_undone",
        "commands.PassOnEquipment": f"{_HERE}.handlers:pass_on_equipment_undone",
    },
    forms=("kubebuku.books.inventory.forms:COME", "kubebuku.books.inventory.forms:KEEP", "kubebuku.books.inventory.forms:GO"),
    rows=f"{_HERE}.read_out:rows",
)
