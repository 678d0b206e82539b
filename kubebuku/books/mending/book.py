"""Mending as the catalogue lists it."""

from __future__ import annotations

from kubebuku.books.spec import BookSpec
from kubebuku.domain.text import N_

_BOOK = "kubebuku.books.mending"

MENDING = BookSpec(
    name="mending",
    title=N_("Corrections"),
    commands={
        "commands.Undo": f"{_BOOK}.handlers:undo",
        "commands.Amend": f"{_BOOK}.handlers:amend",
        "commands.CorrectEarlier": f"{_BOOK}.handlers:correct_earlier",
        "commands.KeepPending": f"{_BOOK}.pending:keep_pending",
        "commands.PostPending": f"{_BOOK}.pending:post_pending",
        "commands.DropPending": f"{_BOOK}.pending:drop_pending",
    },
    queries={
        "queries.EntryStory": f"{_BOOK}.stories:entry_story",
        "queries.FormFor": f"{_BOOK}.stories:form_for",
        "queries.PendingNotes": f"{_BOOK}.waiting:pending_notes",
        "queries.DroppedNotes": f"{_BOOK}.waiting:dropped_notes",
    },
    attention=(f"{_BOOK}.watching:notes_waiting",),
)
