"""The group as the catalogue lists it."""

from __future__ import annotations

from kubebuku.books.spec import BookSpec
from kubebuku.domain.text import N_

_BOOK = "kubebuku.books.group"

GROUP = BookSpec(
    name="group",
    title=N_("The group"),
    commands={
        "commands.RecordDecision": f"{_BOOK}.handlers:record_decision",
        "commands.SetGroup": f"{_BOOK}.handlers:set_group",
        "commands.SetBoxDefaults": f"{_BOOK}.handlers:set_box_defaults",
        "commands.SetChoices": f"{_BOOK}.handlers:set_choices",
        "commands.OpenUnit": f"{_BOOK}.units:open_unit",
        "commands.RenameUnit": f"{_BOOK}.units:rename_unit",
        "commands.CloseUnit": f"{_BOOK}.units:close_unit",
        "commands.ReopenUnit": f"{_BOOK}.units:reopen_unit",
        "commands.AddAccount": f"{_BOOK}.accounts:add_account",
        "commands.RenameAccount": f"{_BOOK}.accounts:rename_account",
        "commands.CloseAccount": f"{_BOOK}.accounts:close_account",
        "commands.ReopenAccount": f"{_BOOK}.accounts:reopen_account",
        "commands.DeleteAccount": f"{_BOOK}.accounts:delete_account",
    },
    queries={
        "queries.Group": f"{_BOOK}.reading:group",
        "queries.GroupChoices": f"{_BOOK}.reading:choices",
        "queries.Units": f"{_BOOK}.reading:units",
        "queries.Accounts": f"{_BOOK}.reading:accounts",
        "queries.AccountBook": f"{_BOOK}.reading:account_book",
        "queries.Decisions": f"{_BOOK}.reading:decisions",
        "queries.AttentionList": f"{_BOOK}.reading:attention_list",
    },
    forms=("kubebuku.books.group.forms:FORMS",),
)
