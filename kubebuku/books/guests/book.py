"""The door of the guest book."""

from __future__ import annotations

from kubebuku.books.spec import Acts, Answers, Book, Checks, Forms, Rows
from kubebuku.domain.text import N_


class Guests(Book):
    """See `kubebuku.books.guests`."""

    name = "guests"
    title = N_("Guest book")

    def acts(self) -> Acts:
        from kubebuku.books.guests import commands, handlers

        return (
            commands.WriteGuest.done_by(handlers.write_guest),
            commands.ChangeGuest.done_by(handlers.change_guest),
            commands.StrikeGuest.done_by(handlers.strike_guest),
        )

    def answers(self) -> Answers:
        from kubebuku.books.guests import queries, reading

        return (
            queries.Guests.answered_by(reading.guests),
            queries.Guest.answered_by(reading.one_guest),
        )

    def checks(self) -> Checks:
        from kubebuku.books.guests import reading

        return {"guests": reading.numbers_gapless}

    def forms(self) -> Forms:
        from kubebuku.books.guests import forms

        return forms.FORMS

    def rows(self) -> Rows | None:
        from kubebuku.books.guests import reading

        return reading.rows


GUESTS = Guests()
