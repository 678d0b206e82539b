"""The door of mending."""

from __future__ import annotations

from kubebuku.books.spec import Acts, Answers, Book, Watches
from kubebuku.domain.text import N_


class Mending(Book):
    """See `kubebuku.books.mending`."""

    name = "mending"
    title = N_("Corrections")

    def acts(self) -> Acts:
        from kubebuku.books.mending import commands, handlers, pending

        return (
            commands.Undo.done_by(handlers.undo),
            commands.Amend.done_by(handlers.amend),
            commands.CorrectEarlier.done_by(handlers.correct_earlier),
            commands.KeepPending.done_by(pending.keep_pending),
            commands.PostPending.done_by(pending.post_pending),
            commands.DropPending.done_by(pending.drop_pending),
        )

    def answers(self) -> Answers:
        from kubebuku.books.mending import queries, stories, waiting

        return (
            queries.EntryStory.answered_by(stories.entry_story),
            queries.FormFor.answered_by(stories.form_for),
            queries.PendingNotes.answered_by(waiting.pending_notes),
            queries.DroppedNotes.answered_by(waiting.dropped_notes),
        )

    def attention(self) -> Watches:
        from kubebuku.books.mending import watching

        return (watching.notes_waiting,)


MENDING = Mending()
