"""The savings-loan book as the catalogue lists it."""

from __future__ import annotations

from kubebuku.books.spec import BookSpec
from kubebuku.domain.text import N_

_HERE = "kubebuku.books.savings_loan"

SAVINGS_LOAN = BookSpec(
    name="savings_loan",
    title=N_("Savings and loan"),
    commands={
        "commands.SetLendingRules": f"{_HERE}.ruling:set_rules",
        "commands.ApplyForLoan": f"{_HERE}.lending:apply",
        "commands.ApproveLoan": f"{_HERE}.lending:approve",
        "commands.RefuseLoan": f"{_HERE}.lending:refuse",
        "commands.WithdrawApplication": f"{_HERE}.lending:withdraw",
        "commands.ReopenApplication": f"{_HERE}.lending:reopen",
        "commands.DisburseLoan": f"{_HERE}.lending:disburse",
        "commands.LendMoney": f"{_HERE}.lending:lend",
        "commands.PayInstalment": f"{_HERE}.repaying:pay",
        "commands.RescheduleLoan": f"{_HERE}.repaying:reschedule",
        "commands.CancelReschedule": f"{_HERE}.repaying:cancel_reschedule",
        "commands.WriteOffLoan": f"{_HERE}.repaying:write_off",
        "commands.RecoverLoan": f"{_HERE}.repaying:recover",
    },
    queries={
        "queries.LendingRules": f"{_HERE}.reading:lending_rules",
        "queries.LendingRule": f"{_HERE}.reading:lending_rule",
        "queries.Loans": f"{_HERE}.reading:loan_list",
        "queries.Applications": f"{_HERE}.reading:applications",
        "queries.Borrowers": f"{_HERE}.reading:borrowers",
        "queries.LoanCard": f"{_HERE}.card:loan_card",
        "queries.LoanPreview": f"{_HERE}.card:loan_preview",
        "queries.PaymentPreview": f"{_HERE}.card:payment_preview",
        "queries.DueOn": f"{_HERE}.reading:due_on",
        "queries.Arrears": f"{_HERE}.reading:arrears",
        "portfolio_queries.Portfolio": f"{_HERE}.portfolio:portfolio",
        "portfolio_queries.RiskMemo": f"{_HERE}.portfolio:risk_memo",
        "portfolio_queries.SavingsLoanBook": f"{_HERE}.portfolio:savings_loan_book",
    },
    checks={"loans": f"{_HERE}.portfolio:ties"},
    attention=tuple(f"{_HERE}.reading:{name}" for name in ("late_loans", "waiting_applications", "undecided_loans")),
    undo={
        "commands.DisburseLoan": f"{_HERE}.lending:disburse_undone",
        "commands.LendMoney": f"{_HERE}.lending:lend_undone",
        "commands.PayInstalment": f"{_HERE}.repaying:pay_undone",
        "commands.RescheduleLoan": f"{_HERE}.repaying:reschedule_undone",
        "commands.WriteOffLoan": f"{_HERE}.repaying:write_off_undone",
        "commands.RecoverLoan": f"{_HERE}.repaying:recover_undone",
    },
    forms=("kubebuku.books.savings_loan.forms:FORMS",),
    rows=f"{_HERE}.read_out:rows",
)
