"""The cash book as the catalogue lists it."""

from __future__ import annotations

from kubebuku.books.spec import BookSpec
from kubebuku.domain.text import N_

_HANDLERS = "kubebuku.books.cash.handlers"
_READING = "kubebuku.books.cash.reading"
_CLAIMS = "kubebuku.books.cash.claims"

CASH = BookSpec(
    name="cash",
    title=N_("Cash book"),
    commands={
        "commands.MoveMoney": f"{_HANDLERS}:move_money",
        "commands.BankInterest": f"{_HANDLERS}:bank_interest",
        "commands.BankFee": f"{_HANDLERS}:bank_fee",
        "commands.OtherReceipt": f"{_HANDLERS}:other_receipt",
        "commands.GeneralPayment": f"{_HANDLERS}:payment",
        "commands.GiveAdvance": f"{_HANDLERS}:give_advance",
        "commands.SettleAdvance": f"{_HANDLERS}:settle_advance",
        "commands.PaidByPerson": f"{_HANDLERS}:paid_by_person",
        "commands.RepayPerson": f"{_HANDLERS}:repay_person",
        "commands.WagesOwed": f"{_HANDLERS}:wages_owed",
        "commands.PayWages": f"{_HANDLERS}:pay_wages",
        "commands.Shortage": f"{_HANDLERS}:shortage",
        "commands.Surplus": f"{_HANDLERS}:surplus",
        "commands.CollectClaim": f"{_HANDLERS}:collect_claim",
        "commands.CountBox": "kubebuku.books.cash.counting:count_box",
    },
    undo={
        "commands.GiveAdvance": f"{_HANDLERS}:give_advance_undone",
        "commands.SettleAdvance": f"{_HANDLERS}:settle_advance_undone",
        "commands.PaidByPerson": f"{_HANDLERS}:owed_undone",
        "commands.WagesOwed": f"{_HANDLERS}:owed_undone",
        "commands.Shortage": f"{_HANDLERS}:shortage_undone",
        "commands.Surplus": f"{_HANDLERS}:surplus_undone",
    },
    queries={
        "queries.CashBook": f"{_READING}:cash_book",
        "queries.BoxBalances": f"{_READING}:box_balances",
        "queries.MonthInOut": f"{_READING}:month_in_out",
        "queries.LastEntries": f"{_READING}:last_entries",
        "queries.MarkedEntries": f"{_CLAIMS}:marked_entries",
        "queries.CountHistory": f"{_CLAIMS}:count_history",
        "queries.Advances": f"{_CLAIMS}:advances",
        "queries.OwedToPeople": f"{_CLAIMS}:owed_to_people",
    },
    attention=(
        f"{_CLAIMS}:boxes_to_count",
        f"{_CLAIMS}:counts_unexplained",
        f"{_CLAIMS}:open_advances",
        f"{_CLAIMS}:payments_without_nota",
        f"{_CLAIMS}:late_entries",
    ),
    forms=("kubebuku.books.cash.forms:FORMS",),
    rows="kubebuku.books.cash.read_out:rows",
)
