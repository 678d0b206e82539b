"""The door of the savings book."""

from __future__ import annotations

from kubebuku.books.spec import Acts, Answers, Book, Checks, Forms, Rows, Watches
from kubebuku.domain.text import N_


class PersonalSavings(Book):
    """See `kubebuku.books.personal_savings`."""

    name = "personal_savings"
    title = N_("Savings of the members")

    def acts(self) -> Acts:
        from kubebuku.books.personal_savings import commands, fee, handlers

        return (
            commands.SetSavingsRule.done_by(handlers.set_rule),
            commands.DepositSavings.done_by(handlers.deposit),
            commands.WithdrawSavings.done_by(handlers.withdraw, undone_by=handlers.withdrawal_undone),
            commands.GiveSavingsFee.done_by(fee.give_fee),
        )

    def answers(self) -> Answers:
        from kubebuku.books.personal_savings import fee, passbook, queries, reading

        return (
            queries.SavingsRule.answered_by(reading.rule_in_force),
            queries.SavingsRules.answered_by(reading.all_rules),
            queries.Savers.answered_by(reading.all_savers),
            queries.SavingsDue.answered_by(reading.savings_due),
            queries.ObligatoryGrid.answered_by(reading.obligatory_grid),
            queries.PassBook.answered_by(passbook.pass_book),
            queries.PassBooks.answered_by(passbook.pass_books),
            queries.FeePreview.answered_by(fee.fee_preview),
        )

    def checks(self) -> Checks:
        from kubebuku.books.personal_savings import reading

        return {"personal_savings": reading.savings_tie}

    def attention(self) -> Watches:
        from kubebuku.books.personal_savings import fee, reading

        return (
            reading.behind_with_savings,
            fee.fee_due,
        )

    def forms(self) -> Forms:
        from kubebuku.books.personal_savings import forms

        return forms.FORMS

    def rows(self) -> Rows | None:
        from kubebuku.books.personal_savings import passbook

        return passbook.rows


PERSONAL_SAVINGS = PersonalSavings()
