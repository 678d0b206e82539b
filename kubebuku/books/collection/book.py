"""The door of the collection sheet."""

from __future__ import annotations

from kubebuku.books.spec import Acts, Answers, Book
from kubebuku.domain.text import N_


class Collection(Book):
    """See `kubebuku.books.collection`."""

    name = "collection"
    title = N_("Collection sheet")

    def acts(self) -> Acts:
        from kubebuku.books.collection import commands, draft, handlers

        return (
            commands.Collect.done_by(handlers.collect),
            commands.KeepSheet.done_by(draft.keep_sheet),
            commands.UndoCollection.done_by(handlers.undo_collection),
        )

    def answers(self) -> Answers:
        from kubebuku.books.collection import queries, reading

        return (queries.CollectionSheet.answered_by(reading.collection_sheet),)


COLLECTION = Collection()
