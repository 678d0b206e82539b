"""The savings book as the catalogue lists it."""

from __future__ import annotations

from kubebuku.books.spec import BookSpec
from kubebuku.domain.text import N_

_HERE = "kubebuku.books.personal_savings"

PERSONAL_SAVINGS = BookSpec(
    name="personal_savings",
    title=N_("Savings of the members"),
    commands={
        "commands.SetSavingsRule": f"{_HERE}.handlers:set_rule",
        "commands.DepositSavings": f"{_HERE}.handlers:deposit",
        "commands.WithdrawSavings": f"{_HERE}.handlers:withdraw",
        "commands.GiveSavingsFee": f"{_HERE}.fee:give_fee",
    },
    undo={"commands.WithdrawSavings": f"{_HERE}.handlers:withdrawal_undone"},
    queries={
        "queries.SavingsRule": f"{_HERE}.reading:rule_in_force",
        "queries.SavingsRules": f"{_HERE}.reading:all_rules",
        "queries.Savers": f"{_HERE}.reading:all_savers",
        "queries.SavingsDue": f"{_HERE}.reading:savings_due",
        "queries.ObligatoryGrid": f"{_HERE}.reading:obligatory_grid",
        "queries.PassBook": f"{_HERE}.passbook:pass_book",
        "queries.PassBooks": f"{_HERE}.passbook:pass_books",
        "queries.FeePreview": f"{_HERE}.fee:fee_preview",
    },
    checks={"personal_savings": f"{_HERE}.reading:savings_tie"},
    attention=(f"{_HERE}.reading:behind_with_savings", f"{_HERE}.fee:fee_due"),
    forms=("kubebuku.books.personal_savings.forms:FORMS",),
    rows=f"{_HERE}.passbook:rows",
)
