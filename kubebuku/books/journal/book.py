"""The door of the journal."""

from __future__ import annotations

from kubebuku.books.spec import Acts, Answers, Book, Watches
from kubebuku.domain.text import N_


class Journal(Book):
    """See `kubebuku.books.journal`."""

    name = "journal"
    title = N_("General journal")

    def acts(self) -> Acts:
        from kubebuku.books.journal import commands, handlers

        return (commands.GeneralJournal.done_by(handlers.general_journal, undone_by=handlers.general_journal_undone),)

    def answers(self) -> Answers:
        from kubebuku.books.journal import nameless, queries, reading

        return (
            queries.SimilarEntries.answered_by(reading.similar_entries),
            queries.DescriptionsUsed.answered_by(reading.descriptions_used),
            queries.FrequentForms.answered_by(reading.frequent_forms),
            queries.NamelessEntries.answered_by(nameless.nameless_entries),
        )

    def attention(self) -> Watches:
        from kubebuku.books.journal import watching

        return (watching.names_missing,)


JOURNAL = Journal()
