"""The door of the books of the businesses (UEP)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from kubebuku.books.spec import Acts, Answers, Book, Checks, Follows, Forms, Rows, Watches
from kubebuku.domain.accounts import LIVESTOCK, STOCK
from kubebuku.domain.text import N_

if TYPE_CHECKING:
    from kubebuku.domain.entries import Posting
    from kubebuku.ledger.work import Work


def _counts_stand(work: Work, moved: Sequence[tuple[date, Posting]]) -> None:
    from kubebuku.books.enterprise import recount

    recount.counts_stand(work, moved)


class Enterprise(Book):
    """See `kubebuku.books.enterprise`."""

    name = "enterprise"
    title = N_("Books of the businesses")
    command_modules = ("commands", "livestock_commands", "aid_commands")

    def acts(self) -> Acts:
        from kubebuku.books.enterprise import (
            aid_commands,
            aid_handlers,
            capital,
            commands,
            handlers,
            herd,
            livestock_commands,
            stock,
        )

        return (
            commands.Sale.done_by(handlers.sale, undone_by=handlers.sale_undone),
            commands.CollectReceivable.done_by(handlers.collect_receivable),
            commands.TakeDeposit.done_by(handlers.take_deposit, undone_by=handlers.take_deposit_undone),
            commands.ReturnDeposit.done_by(handlers.return_deposit),
            commands.ForfeitDeposit.done_by(handlers.forfeit_deposit),
            commands.BuyMaterials.done_by(handlers.buy_materials, undone_by=handlers.buy_materials_undone),
            commands.BuyStock.done_by(handlers.buy_stock, undone_by=handlers.buy_stock_undone),
            commands.PayUnitCost.done_by(handlers.pay_unit_cost),
            commands.PayPayable.done_by(handlers.pay_payable),
            commands.CountStock.done_by(stock.count_stock, undone_by=stock.count_undone),
            commands.MoveCapital.done_by(capital.move_capital, undone_by=capital.move_capital_undone),
            commands.LendCapital.done_by(capital.lend_capital, undone_by=capital.lend_capital_undone),
            commands.ReturnCapital.done_by(capital.return_capital),
            livestock_commands.BuyLivestock.done_by(herd.buy_livestock, undone_by=herd.buy_livestock_undone),
            livestock_commands.SellLivestock.done_by(herd.sell_livestock, undone_by=herd.sell_livestock_undone),
            livestock_commands.LivestockGone.done_by(herd.livestock_gone, undone_by=herd.livestock_gone_undone),
            livestock_commands.LivestockBorn.done_by(herd.livestock_born),
            livestock_commands.StrikeHerdRow.done_by(herd.strike_herd_row),
            livestock_commands.CountLivestock.done_by(herd.count_livestock, undone_by=herd.count_livestock_undone),
            aid_commands.ReceiveAid.done_by(aid_handlers.receive_aid, undone_by=aid_handlers.receive_aid_undone),
            aid_commands.ReceiveAidGoods.done_by(aid_handlers.receive_aid_goods, undone_by=aid_handlers.receive_aid_goods_undone),
            aid_commands.PassOnRevolving.done_by(aid_handlers.pass_on, undone_by=aid_handlers.pass_on_undone),
            aid_commands.EditAid.done_by(aid_handlers.edit_aid),
            aid_commands.BorrowOutside.done_by(aid_handlers.borrow_outside, undone_by=aid_handlers.borrow_outside_undone),
            aid_commands.PayOutside.done_by(aid_handlers.pay_outside),
        )

    def answers(self) -> Answers:
        from kubebuku.books.enterprise import aid_queries, aid_reading, owed, queries, results, stock_queries, stock_reading

        return (
            queries.Enterprises.answered_by(results.enterprises),
            queries.EnterpriseBook.answered_by(results.enterprise_book),
            queries.ProfitByMonth.answered_by(results.profit_by_month),
            queries.UepRecap.answered_by(results.uep_recap),
            queries.CapitalByUnit.answered_by(results.capital_by_unit),
            queries.LentBetween.answered_by(results.lent_between),
            queries.Receivables.answered_by(owed.receivables),
            queries.Payables.answered_by(owed.payables),
            queries.Deposits.answered_by(owed.deposits),
            queries.OutsideLoans.answered_by(owed.outside_loans),
            stock_queries.StockCounts.answered_by(stock_reading.stock_counts),
            stock_queries.StockValues.answered_by(stock_reading.stock_values),
            stock_queries.Herds.answered_by(stock_reading.herds),
            stock_queries.HerdStory.answered_by(stock_reading.herd_story),
            aid_queries.AidRealisation.answered_by(aid_reading.aid_realisation),
            aid_queries.AidChoices.answered_by(aid_reading.aid_choices),
        )

    def checks(self) -> Checks:
        from kubebuku.books.enterprise import results, stock_reading

        return {"units": results.units_sum_to_whole, "livestock": stock_reading.herds_in_order}

    def follows(self) -> Follows:
        return {STOCK: _counts_stand, LIVESTOCK: _counts_stand}

    def attention(self) -> Watches:
        from kubebuku.books.enterprise import owed, stock_reading

        return (
            owed.late_receivables,
            owed.late_payables,
            stock_reading.uncounted_stock,
        )

    def forms(self) -> Forms:
        from kubebuku.books.enterprise import forms, outside_forms

        return (
            *forms.SALES,
            *outside_forms.LIVESTOCK,
            *outside_forms.OUTSIDE,
            *forms.PURCHASES,
            *forms.STOCK,
            *forms.CAPITAL,
        )

    def rows(self) -> Rows | None:
        from kubebuku.books.enterprise import read_out

        return read_out.rows


ENTERPRISE = Enterprise()
