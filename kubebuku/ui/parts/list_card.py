"""A card of lines that are drawn anew with each answer: sums, facts, sentences."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLayout, QWidget

from kubebuku.domain.money import Rupiah
from kubebuku.i18n import _
from kubebuku.ui.parts import open_book
from kubebuku.ui.tokens import SP
from kubebuku.ui.widgets import Card, Label, Rule, clear, column
from kubebuku.ui.widgets.flow import append


class ListCard(Card):
    """``show_facts([(words, answer), ...])``, ``show_sums([(words, amount), ...])``, or line by line: `clear`, `add_lines`.

    `nothing` is said in place of sums where there are none.
    """

    def __init__(self, title: str, icon: str | None = None, *, nothing: str = "", gap: int = 6) -> None:
        super().__init__(title, icon=icon)
        self._nothing = nothing
        self.lines = column(gap=gap)
        self.add(self.lines)

    def clear(self) -> None:
        """Take all lines away."""
        clear(self.lines)

    def add_lines(self, *lines: QWidget | QLayout) -> None:
        """Append lines."""
        append(self.lines, lines)

    def add_sum(self, words: str, amount: int, *, bold: bool = False) -> None:
        """Append words with rupiah."""
        self.add_lines(open_book.sum_line(words, amount, bold=bold))

    def show_facts(self, facts: Sequence[tuple[str, str | None]]) -> None:
        """Replace the lines by words, each with its answer; none is a dash."""
        self.clear()
        for words, answer in facts:
            value = Label(answer or "–", align="right")
            self.add_lines(open_book.filled(Label(words, "soft", wrap=False), value, gap=SP["m"]))

    def show_sums(self, sums: Sequence[tuple[str, Rupiah]], *, total_from: int = 2) -> None:
        """Replace the lines by sums, with their total where there are `total_from` or more."""
        self.clear()
        if not sums:
            self.add_lines(Label(self._nothing, "soft"))
        for words, amount in sums:
            self.add_sum(words, amount)
        if len(sums) >= total_from:
            self.add_lines(Rule())
            self.add_sum(_("Total"), Rupiah(sum(amount for _words, amount in sums)), bold=True)
