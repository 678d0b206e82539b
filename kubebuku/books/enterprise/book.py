"""The books of the businesses (UEP) as the catalogue lists them."""

from __future__ import annotations

from kubebuku.books.enterprise import aid_commands, commands, forms, livestock_commands, outside_forms, queries
from kubebuku.books.spec import BookSpec
from kubebuku.domain.text import N_

_HERE = "kubebuku.books.enterprise"

ENTERPRISE = BookSpec(
    name="enterprise",
    title=N_("Books of the businesses"),
    commands={
        commands.Sale: f"{_HERE}.handlers:sale",
        commands.CollectReceivable: f"{_HERE}.handlers:collect_receivable",
        commands.TakeDeposit: f"{_HERE}.handlers:take_deposit",
        commands.ReturnDeposit: f"{_HERE}.handlers:return_deposit",
        commands.ForfeitDeposit: f"{_HERE}.handlers:forfeit_deposit",
        commands.BuyMaterials: f"{_HERE}.handlers:buy_materials",
        commands.BuyStock: f"{_HERE}.handlers:buy_stock",
        commands.PayUnitCost: f"{_HERE}.handlers:pay_unit_cost",
        commands.PayPayable: f"{_HERE}.handlers:pay_payable",
        commands.CountStock: f"{_HERE}.stock:count_stock",
        commands.MoveCapital: f"{_HERE}.capital:move_capital",
        commands.LendCapital: f"{_HERE}.capital:lend_capital",
        commands.ReturnCapital: f"{_HERE}.capital:return_capital",
        livestock_commands.BuyLivestock: f"{_HERE}.herd:buy_livestock",
        livestock_commands.SellLivestock: f"{_HERE}.herd:sell_livestock",
        livestock_commands.LivestockGone: f"{_HERE}.herd:livestock_gone",
        livestock_commands.LivestockBorn: f"{_HERE}.herd:livestock_born",
        livestock_commands.StrikeHerdRow: f"{_HERE}.herd:strike_herd_row",
        livestock_commands.CountLivestock: f"{_HERE}.herd:count_livestock",
        aid_commands.ReceiveAid: f"{_HERE}.aid_handlers:receive_aid",
        aid_commands.ReceiveAidGoods: f"{_HERE}.aid_handlers:receive_aid_goods",
        aid_commands.PassOnRevolving: f"{_HERE}.aid_handlers:pass_on",
        aid_commands.EditAid: f"{_HERE}.aid_handlers:edit_aid",
        aid_commands.BorrowOutside: f"{_HERE}.aid_handlers:borrow_outside",
        aid_commands.PayOutside: f"{_HERE}.aid_handlers:pay_outside",
    },
    queries={
        queries.Enterprises: f"{_HERE}.results:enterprises",
        queries.EnterpriseBook: f"{_HERE}.results:enterprise_book",
        queries.ProfitByMonth: f"{_HERE}.results:profit_by_month",
        queries.UepRecap: f"{_HERE}.results:uep_recap",
        queries.CapitalByUnit: f"{_HERE}.results:capital_by_unit",
        queries.LentBetween: f"{_HERE}.results:lent_between",
        queries.Receivables: f"{_HERE}.owed:receivables",
        queries.Payables: f"{_HERE}.owed:payables",
        queries.Deposits: f"{_HERE}.owed:deposits",
        queries.OutsideLoans: f"{_HERE}.owed:outside_loans",
        queries.StockCounts: f"{_HERE}.stock_reading:stock_counts",
        queries.StockValues: f"{_HERE}.stock_reading:stock_values",
        queries.Herds: f"{_HERE}.stock_reading:herds",
        queries.HerdStory: f"{_HERE}.stock_reading:herd_story",
        queries.AidRealisation: f"{_HERE}.aid_reading:aid_realisation",
        queries.AidChoices: f"{_HERE}.aid_reading:aid_choices",
    },
    checks={"units": f"{_HERE}.results:units_sum_to_whole", "livestock": f"{_HERE}.stock_reading:herds_in_order"},
    attention=(
        f"{_HERE}.owed:late_receivables",
        f"{_HERE}.owed:late_payables",
        f"{_HERE}.stock_reading:uncounted_stock",
    ),
    undo={
        commands.Sale: f"{_HERE}.handlers:sale_undone",
        commands.TakeDeposit: f"{_HERE}.handlers:take_deposit_undone",
        commands.BuyMaterials: f"{_HERE}.handlers:buy_materials_undone",
        commands.BuyStock: f"{_HERE}.handlers:buy_stock_undone",
        commands.CountStock: f"{_HERE}.stock:count_undone",
        commands.MoveCapital: f"{_HERE}.capital:move_capital_undone",
        commands.LendCapital: f"{_HERE}.capital:lend_capital_undone",
        livestock_commands.BuyLivestock: f"{_HERE}.herd:buy_livestock_undone",
        livestock_commands.SellLivestock: f"{_HERE}.herd:sell_livestock_undone",
        livestock_commands.LivestockGone: f"{_HERE}.herd:livestock_gone_undone",
        livestock_commands.CountLivestock: f"{_HERE}.herd:count_livestock_undone",
        aid_commands.ReceiveAid: f"{_HERE}.aid_handlers:receive_aid_undone",
        aid_commands.ReceiveAidGoods: f"{_HERE}.aid_handlers:receive_aid_goods_undone",
        aid_commands.PassOnRevolving: f"{_HERE}.aid_handlers:pass_on_undone",
        aid_commands.BorrowOutside: f"{_HERE}.aid_handlers:borrow_outside_undone",
    },
    forms=(*forms.SALES, *outside_forms.LIVESTOCK, *outside_forms.OUTSIDE, *forms.PURCHASES, *forms.STOCK, *forms.CAPITAL),
    rows=f"{_HERE}.read_out:rows",
)
