"""Under a list: what is chosen and the buttons for it. Its height never changes, so that choosing a line moves nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy, QWidget

from kubebuku.ui import theme
from kubebuku.ui.parts import open_book
from kubebuku.ui.tokens import SP, TARGET
from kubebuku.ui.widgets import Act, Button, Card, FlowRow, Label, column
from kubebuku.ui.widgets.flow import page_around
from kubebuku.ui.widgets.mnemonics import give_mnemonics


class RowFoot(QWidget):
    """``show_acts("4 · Dedi Contoh", [(words, press, icon), ...])``."""

    def __init__(self) -> None:
        super().__init__()
        self.words = Label("", "caption")
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # the buttons come first
        self.buttons = FlowRow(right=True)
        line = open_book.filled(self.words, self.buttons, wide=0)
        line.setContentsMargins(SP["l"], SP["xs"], SP["m"], SP["xs"])
        self.setLayout(line)
        self._fit()
        theme.follow(self._fit)

    def show_acts(self, words: str, acts: Sequence[Act]) -> None:
        """Name the chosen line and offer what can be done with it."""
        self.words.setText(words)
        self.buttons.clear()
        for text, press, icon in acts:
            self.buttons.add(Button(text, icon, press))
        page = page_around(self)
        if page is not None and page.isVisible():
            give_mnemonics(page)

    def button(self, words: str) -> Button:
        """The button of these words; raises StopIteration where there is none."""
        return next(button for button in self.buttons.findChildren(Button) if button.words == words and not button.isHidden())

    def _fit(self) -> None:
        self.setMinimumHeight(theme.current().h(TARGET) + 2 * SP["xs"])
        self.words.setMinimumWidth(theme.current().w(120))


def table_card(table: QWidget, foot: QWidget, card: Card | None = None) -> Card:
    """A table that fills its card, with a foot beneath."""
    sheet = card or Card(flush=True)
    panel = QWidget()
    stack = column(gap=0, inside=panel)
    stack.addWidget(table, 1)
    stack.addWidget(foot)
    sheet.add(panel, fill=True)
    return sheet
