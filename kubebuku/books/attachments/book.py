"""The door of photos and papers."""

from __future__ import annotations

from kubebuku.books.spec import Acts, Answers, Book, Checks
from kubebuku.domain.text import N_


class Attachments(Book):
    """See `kubebuku.books.attachments`."""

    name = "attachments"
    title = N_("Photos and papers")

    def acts(self) -> Acts:
        from kubebuku.books.attachments import commands, handlers

        return (
            commands.AddAttachment.done_by(handlers.add),
            commands.RemoveAttachment.done_by(handlers.remove),
        )

    def answers(self) -> Answers:
        from kubebuku.books.attachments import queries, reading

        return (
            queries.AttachmentsOf.answered_by(reading.attachments_of),
            queries.AttachmentData.answered_by(reading.attachment_data),
            queries.AttachmentTotals.answered_by(reading.totals),
            queries.AttachmentCounts.answered_by(reading.counts),
        )

    def checks(self) -> Checks:
        from kubebuku.books.attachments import reading

        return {"attachments": reading.as_they_were}


ATTACHMENTS = Attachments()
