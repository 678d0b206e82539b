"""The acts over several books as the catalogue lists them."""

from __future__ import annotations

from kubebuku.books.spec import BookSpec
from kubebuku.domain.text import N_

_ACTS = "kubebuku.books.acts"
_CLOSINGS = f"{_ACTS}.closing_reading"
_GROUP = f"{_ACTS}.group_reading"
_ATTACHMENTS = f"{_ACTS}.attachments"
_HELP = f"{_ACTS}.suggestions"

ACTS = BookSpec(
    name="acts",
    title=N_("The whole book"),
    commands={
        "commands.Undo": f"{_ACTS}.mending:undo",
        "commands.Amend": f"{_ACTS}.mending:amend",
        "commands.CorrectEarlier": f"{_ACTS}.mending:correct_earlier",
        "commands.KeepPending": f"{_ACTS}.pending:keep_pending",
        "commands.PostPending": f"{_ACTS}.pending:post_pending",
        "commands.DropPending": f"{_ACTS}.pending:drop_pending",
        "commands.GeneralJournal": f"{_ACTS}.general:general_journal",
        "commands.RecordDecision": f"{_ACTS}.general:record_decision",
        "commands.ExplainOpening": f"{_ACTS}.general:explain_opening",
        "commands.OpenBook": f"{_ACTS}.opening:open_book",
        "commands.CloseMonth": f"{_ACTS}.closing:close_month",
        "commands.ReopenMonths": f"{_ACTS}.closing:reopen_months",
        "commands.CloseYear": f"{_ACTS}.years:close_year",
        "commands.ReopenYear": f"{_ACTS}.years:reopen_year",
        "leaving_commands.LeaveGroup": f"{_ACTS}.leaving:leave_group",
        "collection_commands.Collect": f"{_ACTS}.collection:collect",
        "collection_commands.KeepSheet": f"{_ACTS}.collection_draft:keep_sheet",
        "collection_commands.UndoCollection": f"{_ACTS}.collection:undo_collection",
        "attachment_commands.AddAttachment": f"{_ATTACHMENTS}:add",
        "attachment_commands.RemoveAttachment": f"{_ATTACHMENTS}:remove",
        "group_commands.SetGroup": f"{_ACTS}.group:set_group",
        "group_commands.SetBoxDefaults": f"{_ACTS}.group:set_box_defaults",
        "group_commands.SetChoices": f"{_ACTS}.group:set_choices",
        "group_commands.OpenUnit": f"{_ACTS}.units:open_unit",
        "group_commands.RenameUnit": f"{_ACTS}.units:rename_unit",
        "group_commands.CloseUnit": f"{_ACTS}.units:close_unit",
        "group_commands.ReopenUnit": f"{_ACTS}.units:reopen_unit",
        "group_commands.AddAccount": f"{_ACTS}.accounts:add_account",
        "group_commands.RenameAccount": f"{_ACTS}.accounts:rename_account",
        "group_commands.CloseAccount": f"{_ACTS}.accounts:close_account",
        "group_commands.ReopenAccount": f"{_ACTS}.accounts:reopen_account",
        "group_commands.DeleteAccount": f"{_ACTS}.accounts:delete_account",
    },
    undo={
        "commands.OpenBook": f"{_ACTS}.opening:opening_undone",
        "leaving_commands.LeaveGroup": f"{_ACTS}.leaving:leaving_undone",
    },
    queries={
        "queries.EntryStory": f"{_ACTS}.stories:entry_story",
        "queries.FormFor": f"{_ACTS}.stories:form_for",
        "queries.SimilarEntries": f"{_HELP}:similar_entries",
        "queries.DescriptionsUsed": f"{_HELP}:descriptions_used",
        "queries.FrequentForms": f"{_HELP}:frequent_forms",
        "queries.PendingNotes": f"{_HELP}:pending_notes",
        "queries.DroppedNotes": f"{_HELP}:dropped_notes",
        "closing_queries.Opening": f"{_CLOSINGS}:opening",
        "closing_queries.Closings": f"{_CLOSINGS}:all_closings",
        "closing_queries.ClosingState": f"{_CLOSINGS}:closing_state",
        "closing_queries.ClosingPreview": f"{_CLOSINGS}:closing_preview",
        "closing_queries.ClosingProof": f"{_CLOSINGS}:closing_proof",
        "closing_queries.Years": f"{_CLOSINGS}:years",
        "group_queries.Group": f"{_GROUP}:group",
        "group_queries.ClosedUntil": f"{_ACTS}.closed:closed_until",
        "group_queries.GroupChoices": f"{_GROUP}:choices",
        "group_queries.Units": f"{_GROUP}:units",
        "group_queries.Accounts": f"{_GROUP}:accounts",
        "group_queries.AccountBook": f"{_GROUP}:account_book",
        "group_queries.Decisions": f"{_GROUP}:decisions",
        "queries.NamelessEntries": f"{_GROUP}:nameless_entries",
        "attachment_commands.AttachmentsOf": f"{_ATTACHMENTS}:attachments_of",
        "attachment_commands.AttachmentData": f"{_ATTACHMENTS}:attachment_data",
        "attachment_commands.AttachmentTotals": f"{_ATTACHMENTS}:totals",
        "attachment_commands.AttachmentCounts": f"{_ATTACHMENTS}:counts",
        "queries.AttentionList": f"{_GROUP}:attention_list",
        "leaving_commands.Leaving": f"{_ACTS}.leaving:leaving",
        "collection_commands.CollectionSheet": f"{_ACTS}.collection_reading:collection_sheet",
    },
    checks={"years": f"{_GROUP}:years_closed_whole", "attachments": f"{_ATTACHMENTS}:as_they_were"},
    attention=(
        f"{_GROUP}:notes_waiting",
        f"{_GROUP}:month_to_close",
        f"{_GROUP}:year_to_close",
        f"{_GROUP}:opening_unexplained",
        f"{_GROUP}:names_missing",
    ),
    forms=("kubebuku.books.acts.forms:FORMS",),
)
