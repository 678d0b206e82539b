"""The door of the activity book."""

from __future__ import annotations

from kubebuku.books.spec import Acts, Answers, Book, Checks, Forms, Rows
from kubebuku.domain.text import N_


class Activities(Book):
    """See `kubebuku.books.activities`."""

    name = "activities"
    title = N_("Activity book")

    def acts(self) -> Acts:
        from kubebuku.books.activities import commands, handlers

        return (
            commands.WriteActivity.done_by(handlers.write_activity),
            commands.ChangeActivity.done_by(handlers.change_activity),
            commands.StrikeActivity.done_by(handlers.strike_activity),
        )

    def answers(self) -> Answers:
        from kubebuku.books.activities import queries, reading

        return (
            queries.Activities.answered_by(reading.activities),
            queries.Activity.answered_by(reading.one_activity),
        )

    def checks(self) -> Checks:
        from kubebuku.books.activities import reading

        return {"activities": reading.numbers_gapless}

    def forms(self) -> Forms:
        from kubebuku.books.activities import forms

        return forms.FORMS

    def rows(self) -> Rows | None:
        from kubebuku.books.activities import reading

        return reading.rows


ACTIVITIES = Activities()
