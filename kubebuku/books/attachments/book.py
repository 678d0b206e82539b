"""Photos and papers as the catalogue lists it."""

from __future__ import annotations

from kubebuku.books.spec import BookSpec
from kubebuku.domain.text import N_

_BOOK = "kubebuku.books.attachments"

ATTACHMENTS = BookSpec(
    name="attachments",
    title=N_("Photos and papers"),
    commands={"commands.AddAttachment": f"{_BOOK}.handlers:add", "commands.RemoveAttachment": f"{_BOOK}.handlers:remove"},
    queries={
        "queries.AttachmentsOf": f"{_BOOK}.reading:attachments_of",
        "queries.AttachmentData": f"{_BOOK}.reading:attachment_data",
        "queries.AttachmentTotals": f"{_BOOK}.reading:totals",
        "queries.AttachmentCounts": f"{_BOOK}.reading:counts",
    },
    checks={"attachments": f"{_BOOK}.reading:as_they_were"},
)
