"""The door of the savings-loan book."""

from __future__ import annotations

from kubebuku.books.spec import Acts, Answers, Book, Checks, Forms, Rows, Watches
from kubebuku.domain.text import N_


class SavingsLoan(Book):
    """See `kubebuku.books.savings_loan`."""

    name = "savings_loan"
    title = N_("Savings and loan")

    def acts(self) -> Acts:
        from kubebuku.books.savings_loan import commands, lending, repaying, ruling

        return (
            commands.SetLendingRules.done_by(ruling.set_rules),
            commands.ApplyForLoan.done_by(lending.apply),
            commands.ApproveLoan.done_by(lending.approve),
            commands.RefuseLoan.done_by(lending.refuse),
            commands.WithdrawApplication.done_by(lending.withdraw),
            commands.ReopenApplication.done_by(lending.reopen),
            commands.DisburseLoan.done_by(lending.disburse, undone_by=lending.disburse_undone),
            commands.LendMoney.done_by(lending.lend, undone_by=lending.lend_undone),
            commands.PayInstalment.done_by(repaying.pay, undone_by=repaying.pay_undone),
            commands.RescheduleLoan.done_by(repaying.reschedule, undone_by=repaying.reschedule_undone),
            commands.CancelReschedule.done_by(repaying.cancel_reschedule),
            commands.WriteOffLoan.done_by(repaying.write_off, undone_by=repaying.write_off_undone),
            commands.LetDuesGo.done_by(repaying.let_go, undone_by=repaying.let_go_undone),
            commands.RecoverLoan.done_by(repaying.recover, undone_by=repaying.recover_undone),
        )

    def answers(self) -> Answers:
        from kubebuku.books.savings_loan import card, portfolio, portfolio_queries, queries, reading

        return (
            queries.LendingRules.answered_by(reading.lending_rules),
            queries.LendingRule.answered_by(reading.lending_rule),
            queries.Loans.answered_by(reading.loan_list),
            queries.Applications.answered_by(reading.applications),
            queries.Borrowers.answered_by(reading.borrowers),
            queries.LoanCard.answered_by(card.loan_card),
            queries.LoanPreview.answered_by(card.loan_preview),
            queries.PaymentPreview.answered_by(card.payment_preview),
            queries.DueOn.answered_by(reading.due_on),
            queries.Arrears.answered_by(reading.arrears),
            portfolio_queries.Portfolio.answered_by(portfolio.portfolio),
            portfolio_queries.RiskMemo.answered_by(portfolio.risk_memo),
            portfolio_queries.SavingsLoanBook.answered_by(portfolio.savings_loan_book),
        )

    def checks(self) -> Checks:
        from kubebuku.books.savings_loan import portfolio

        return {"loans": portfolio.ties}

    def attention(self) -> Watches:
        from kubebuku.books.savings_loan import reading

        return (
            reading.late_loans,
            reading.waiting_applications,
            reading.undecided_loans,
        )

    def forms(self) -> Forms:
        from kubebuku.books.savings_loan import forms

        return forms.FORMS

    def rows(self) -> Rows | None:
        from kubebuku.books.savings_loan import read_out

        return read_out.rows


SAVINGS_LOAN = SavingsLoan()
