"""The door of leaving the group."""

from __future__ import annotations

from kubebuku.books.spec import Acts, Answers, Book, Forms
from kubebuku.domain.text import N_


class Leaving(Book):
    """See `kubebuku.books.leaving`."""

    name = "leaving"
    title = N_("A member leaves")

    def acts(self) -> Acts:
        from kubebuku.books.leaving import commands, handlers

        return (commands.LeaveGroup.done_by(handlers.leave_group, undone_by=handlers.leaving_undone),)

    def answers(self) -> Answers:
        from kubebuku.books.leaving import queries, reading

        return (queries.Leaving.answered_by(reading.leaving),)

    def forms(self) -> Forms:
        from kubebuku.books.leaving import forms

        return forms.FORMS


LEAVING = Leaving()
