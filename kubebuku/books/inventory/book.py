"""The door of the inventory."""

from __future__ import annotations

from kubebuku.books.spec import Acts, Answers, Book, Checks, Forms, Rows, Watches
from kubebuku.domain.text import N_


class Inventory(Book):
    """See `kubebuku.books.inventory`."""

    name = "inventory"
    title = N_("Inventory")

    def acts(self) -> Acts:
        from kubebuku.books.inventory import commands, counting, depreciation, handlers

        return (
            commands.BuyEquipment.done_by(handlers.buy_equipment, undone_by=handlers.buy_equipment_undone),
            commands.ReceiveEquipmentGift.done_by(handlers.receive_gift, undone_by=handlers.receive_gift_undone),
            commands.ReceiveEquipmentAid.done_by(handlers.receive_aid, undone_by=handlers.receive_aid_undone),
            commands.ListEquipment.done_by(handlers.list_equipment),
            commands.ChangeEquipment.done_by(handlers.change_equipment),
            commands.RepairEquipment.done_by(handlers.repair_equipment, undone_by=handlers.repair_equipment_undone),
            commands.Depreciate.done_by(depreciation.depreciate, undone_by=depreciation.depreciate_undone),
            commands.SellEquipment.done_by(handlers.sell_equipment, undone_by=handlers.sell_equipment_undone),
            commands.LoseEquipment.done_by(handlers.lose_equipment, undone_by=handlers.lose_equipment_undone),
            commands.RestoreEquipment.done_by(handlers.restore_equipment),
            commands.ReplaceEquipment.done_by(handlers.replace_equipment, undone_by=handlers.replace_equipment_undone),
            commands.PassOnEquipment.done_by(handlers.pass_on_equipment, undone_by=handlers.pass_on_equipment_undone),
            commands.CountInventory.done_by(counting.count_inventory),
        )

    def answers(self) -> Answers:
        from kubebuku.books.inventory import counted, depreciation, queries, reading

        return (
            queries.EquipmentList.answered_by(reading.equipment_list),
            queries.Equipment.answered_by(reading.equipment_card),
            queries.EquipmentChanges.answered_by(reading.equipment_changes),
            queries.DepreciationPreview.answered_by(depreciation.depreciation_preview),
            queries.CountsOfGoods.answered_by(counted.counts_of_goods),
            queries.OneCountOfGoods.answered_by(counted.one_count_of_goods),
        )

    def checks(self) -> Checks:
        from kubebuku.books.inventory import reading

        return {"inventory": reading.ties}

    def attention(self) -> Watches:
        from kubebuku.books.inventory import counted, depreciation, reading

        return (
            depreciation.depreciation_due,
            reading.broken_goods,
            reading.nameless_goods,
            counted.goods_not_found,
            counted.goods_to_count,
        )

    def forms(self) -> Forms:
        from kubebuku.books.inventory import forms

        return (
            *forms.COME,
            *forms.KEEP,
            *forms.GO,
        )

    def rows(self) -> Rows | None:
        from kubebuku.books.inventory import read_out

        return read_out.rows


INVENTORY = Inventory()
