"""The door of closing."""

from __future__ import annotations

from kubebuku.books.spec import Acts, Answers, Book, Checks, Watches
from kubebuku.domain.text import N_


class Closing(Book):
    """See `kubebuku.books.closing`."""

    name = "closing"
    title = N_("Closing the books")

    def acts(self) -> Acts:
        from kubebuku.books.closing import commands, months, years

        return (
            commands.CloseMonth.done_by(months.close_month),
            commands.ReopenMonths.done_by(months.reopen_months),
            commands.CloseYear.done_by(years.close_year),
            commands.ReopenYear.done_by(years.reopen_year),
        )

    def answers(self) -> Answers:
        from kubebuku.books.closing import queries, reading

        return (
            queries.Closings.answered_by(reading.all_closings),
            queries.ClosingState.answered_by(reading.closing_state),
            queries.ClosingPreview.answered_by(reading.closing_preview),
            queries.ClosingProof.answered_by(reading.closing_proof),
            queries.Years.answered_by(reading.years),
        )

    def checks(self) -> Checks:
        from kubebuku.books.closing import watching

        return {"years": watching.years_closed_whole}

    def attention(self) -> Watches:
        from kubebuku.books.closing import watching

        return (
            watching.month_to_close,
            watching.year_to_close,
        )


CLOSING = Closing()
