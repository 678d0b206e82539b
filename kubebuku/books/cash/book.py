"""The door of the cash book."""

from __future__ import annotations

from kubebuku.books.spec import Acts, Answers, Book, Forms, Rows, Watches
from kubebuku.domain.text import N_


class Cash(Book):
    """See `kubebuku.books.cash`."""

    name = "cash"
    title = N_("Cash book")

    def acts(self) -> Acts:
        from kubebuku.books.cash import commands, counting, handlers

        return (
            commands.MoveMoney.done_by(handlers.move_money),
            commands.BankInterest.done_by(handlers.bank_interest),
            commands.BankFee.done_by(handlers.bank_fee),
            commands.OtherReceipt.done_by(handlers.other_receipt),
            commands.GeneralPayment.done_by(handlers.payment),
            commands.GiveAdvance.done_by(handlers.give_advance, undone_by=handlers.give_advance_undone),
            commands.SettleAdvance.done_by(handlers.settle_advance, undone_by=handlers.settle_advance_undone),
            commands.PaidByPerson.done_by(handlers.paid_by_person, undone_by=handlers.owed_undone),
            commands.RepayPerson.done_by(handlers.repay_person),
            commands.WagesOwed.done_by(handlers.wages_owed, undone_by=handlers.owed_undone),
            commands.PayWages.done_by(handlers.pay_wages),
            commands.Shortage.done_by(handlers.shortage, undone_by=handlers.shortage_undone),
            commands.Surplus.done_by(handlers.surplus, undone_by=handlers.surplus_undone),
            commands.CollectClaim.done_by(handlers.collect_claim),
            commands.CountBox.done_by(counting.count_box),
        )

    def answers(self) -> Answers:
        from kubebuku.books.cash import claims, queries, reading

        return (
            queries.CashBook.answered_by(reading.cash_book),
            queries.BoxBalances.answered_by(reading.box_balances),
            queries.MonthInOut.answered_by(reading.month_in_out),
            queries.LastEntries.answered_by(reading.last_entries),
            queries.MarkedEntries.answered_by(claims.marked_entries),
            queries.CountHistory.answered_by(claims.count_history),
            queries.Advances.answered_by(claims.advances),
            queries.OwedToPeople.answered_by(claims.owed_to_people),
        )

    def attention(self) -> Watches:
        from kubebuku.books.cash import claims

        return (
            claims.boxes_to_count,
            claims.counts_unexplained,
            claims.open_advances,
            claims.payments_without_nota,
            claims.late_entries,
        )

    def forms(self) -> Forms:
        from kubebuku.books.cash import forms

        return forms.FORMS

    def rows(self) -> Rows | None:
        from kubebuku.books.cash import read_out

        return read_out.rows


CASH = Cash()
