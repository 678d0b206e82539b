"""The door of the opening."""

from __future__ import annotations

from kubebuku.books.spec import Acts, Answers, Book, Forms, Watches
from kubebuku.domain.text import N_


class Opening(Book):
    """See `kubebuku.books.opening`."""

    name = "opening"
    title = N_("Opening balances")

    def acts(self) -> Acts:
        from kubebuku.books.opening import commands, explaining, handlers

        return (
            commands.ExplainOpening.done_by(explaining.explain_opening),
            commands.OpenBook.done_by(handlers.open_book, undone_by=handlers.opening_undone),
        )

    def answers(self) -> Answers:
        from kubebuku.books.opening import queries, reading

        return (queries.Opening.answered_by(reading.opening),)

    def attention(self) -> Watches:
        from kubebuku.books.opening import watching

        return (watching.opening_unexplained,)

    def forms(self) -> Forms:
        from kubebuku.books.opening import forms

        return forms.FORMS


OPENING = Opening()
