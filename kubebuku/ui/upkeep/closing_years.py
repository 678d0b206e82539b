"""The years of the book: open, over and not closed, closed with their result."""

from __future__ import annotations

from functools import partial

from kubebuku.books.closing.queries import MonthState, YearState
from kubebuku.i18n import _, rupiah
from kubebuku.ui.parts import open_book
from kubebuku.ui.upkeep import closing_acts
from kubebuku.ui.widgets import Card, Label, QuietButton, Rule, clear, column
from kubebuku.ui.window import Window


class YearsCard(Card):
    """A line for each year, with what can be done."""

    def __init__(self, window: Window) -> None:
        super().__init__(_("Years"), icon="kalender")
        self.main = window
        self.list = column()
        self.add(self.list)

    def show_years(self, years: tuple[YearState, ...], state: MonthState) -> None:
        """Newest first."""
        clear(self.list)
        for number, year in enumerate(reversed(years)):
            if number:
                self.list.addWidget(Rule())
            result = _("loss {amount}") if year.result < 0 else _("result {amount}")
            words = result.format(amount=rupiah(abs(year.result)))
            if year.shared:
                words = _("{result}, of it {shared} set aside or shared").format(result=words, shared=rupiah(year.shared))
            if year.number is not None:
                words = _("closed by {number}, {result}").format(number=year.number, result=words)
            elif year.over:
                words = _("over and not closed, {result}").format(result=words)
            else:
                words = _("running, {result} so far").format(result=words)
            line = open_book.filled(Label(str(year.year), "strong", wrap=False), Label(words))
            if open_book.writable(self.main):
                if year.number is not None:
                    line.addWidget(QuietButton(_("Open again"), None, partial(closing_acts.reopen_year, self.main, year.year)))
                elif year.over:
                    line.addWidget(
                        QuietButton(_("Close the year"), "kunci", partial(closing_acts.close_year, self.main, self, year.year))
                    )
            self.list.addLayout(line)
        if any(year.over and year.number is None for year in years) and state.next.number < 12:
            self.list.addWidget(
                Label(_("A year is closed once January to November are closed and before December is."), "caption")
            )
