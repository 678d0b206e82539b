"""The door of the group."""

from __future__ import annotations

from kubebuku.books.spec import Acts, Answers, Book, Forms
from kubebuku.domain.text import N_


class Group(Book):
    """See `kubebuku.books.group`."""

    name = "group"
    title = N_("The group")

    def acts(self) -> Acts:
        from kubebuku.books.group import accounts, commands, handlers, units

        return (
            commands.RecordDecision.done_by(handlers.record_decision),
            commands.SetGroup.done_by(handlers.set_group),
            commands.SetBoxDefaults.done_by(handlers.set_box_defaults),
            commands.SetChoices.done_by(handlers.set_choices),
            commands.OpenUnit.done_by(units.open_unit),
            commands.RenameUnit.done_by(units.rename_unit),
            commands.CloseUnit.done_by(units.close_unit),
            commands.ReopenUnit.done_by(units.reopen_unit),
            commands.AddAccount.done_by(accounts.add_account),
            commands.RenameAccount.done_by(accounts.rename_account),
            commands.CloseAccount.done_by(accounts.close_account),
            commands.ReopenAccount.done_by(accounts.reopen_account),
            commands.DeleteAccount.done_by(accounts.delete_account),
        )

    def answers(self) -> Answers:
        from kubebuku.books.group import queries, reading

        return (
            queries.Group.answered_by(reading.group),
            queries.ClosedUntil.answered_by(reading.closed_until),
            queries.GroupChoices.answered_by(reading.choices),
            queries.Units.answered_by(reading.units),
            queries.Accounts.answered_by(reading.accounts),
            queries.AccountBook.answered_by(reading.account_book),
            queries.Decisions.answered_by(reading.decisions),
            queries.AttentionList.answered_by(reading.attention_list),
        )

    def forms(self) -> Forms:
        from kubebuku.books.group import forms

        return forms.FORMS


GROUP = Group()
