"""The door of the books of letters."""

from __future__ import annotations

from kubebuku.books.spec import Acts, Answers, Book, Checks, Forms, Rows, Watches
from kubebuku.domain.text import N_


class Letters(Book):
    """See `kubebuku.books.letters`."""

    name = "letters"
    title = N_("Letters in and out")

    def acts(self) -> Acts:
        from kubebuku.books.letters import commands, handlers

        return (
            commands.WriteLetter.done_by(handlers.write_letter),
            commands.ChangeLetter.done_by(handlers.change_letter),
            commands.SettleLetter.done_by(handlers.settle_letter),
            commands.StrikeLetter.done_by(handlers.strike_letter),
        )

    def answers(self) -> Answers:
        from kubebuku.books.letters import queries, reading

        return (
            queries.Letters.answered_by(reading.letters),
            queries.Letter.answered_by(reading.one_letter),
            queries.NextAgenda.answered_by(reading.agenda),
        )

    def checks(self) -> Checks:
        from kubebuku.books.letters import reading

        return {"letters": reading.agendas_gapless}

    def attention(self) -> Watches:
        from kubebuku.books.letters import reading

        return (reading.letters_waiting,)

    def forms(self) -> Forms:
        from kubebuku.books.letters import forms

        return forms.FORMS

    def rows(self) -> Rows | None:
        from kubebuku.books.letters import reading

        return reading.rows


LETTERS = Letters()
