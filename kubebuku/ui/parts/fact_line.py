"""A line of facts as on a card: small words, the figure beneath; the line wraps."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kubebuku.ui.tokens import SP
from kubebuku.ui.widgets import FlowRow, Label, column
from kubebuku.ui.widgets.labels import Tone

#: Words, figure, tone (None: the plain one).
Fact = tuple[str, str, Tone | None]


class Facts(FlowRow):
    """``show_facts([(_("Loan"), "Rp500.000", None), (_("Behind"), "Rp20.000", "warn")])``."""

    def __init__(self) -> None:
        super().__init__(gap=SP["xl"])

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Replace the facts."""
        self.clear()
        for words, text, tone in facts:
            piece = QWidget()
            stack = column(Label(words, "caption", wrap=False), gap=0, inside=piece)
            figure = Label("", "h2", wrap=False)
            figure.say(text, tone)
            stack.addWidget(figure)
            piece.setAccessibleName(f"{words} {text}")
            self.add(piece)
