"""Under a list: what is chosen and the buttons for it. Its height never changes, so that choosing a line moves nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from kubebuku.i18n import _
from kubebuku.ui import theme
from kubebuku.ui.parts import open_book
from kubebuku.ui.tokens import SP, TARGET
from kubebuku.ui.widgets import Act, ActRow, Button, Card, EmptyState, Label, SearchField, column


class RowFoot(QWidget):
    """``show_acts("4 · Dedi Contoh", [(words, press, icon), ...])``."""

    def __init__(self) -> None:
        super().__init__()
        self.words = Label("", "caption")
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # the buttons come first
        self.buttons = ActRow(right=True)
        line = open_book.filled(self.words, self.buttons, wide=0)
        line.setContentsMargins(SP["l"], SP["xs"], SP["m"], SP["xs"])
        self.setLayout(line)
        self._fit()
        theme.follow(self._fit)

    def show_acts(self, words: str, acts: Sequence[Act]) -> None:
        """Name the chosen line and offer what can be done with it."""
        self.words.setText(words)
        self.buttons.show_acts(acts)

    def button(self, words: str) -> Button:
        """The button of these words; raises StopIteration where there is none."""
        return next(button for button in self.buttons.findChildren(Button) if button.words == words and not button.isHidden())

    def _fit(self) -> None:
        self.setMinimumHeight(theme.current().h(TARGET) + 2 * SP["xs"])
        self.words.setMinimumWidth(theme.current().w(120))


def with_empty(sheet: QWidget, empty: EmptyState) -> QStackedWidget:
    """A list (0), or in a card of its own what is said while there is nothing in it (1)."""
    stack = QStackedWidget()
    nothing = Card()
    nothing.add(empty, fill=True)
    stack.addWidget(sheet)
    stack.addWidget(nothing)
    return stack


def show_unfound(empty: EmptyState, search: SearchField, acts: Sequence[Act] = ()) -> None:
    """Nothing has the words of the search: try others, look further, or empty it."""
    title = _("Nothing matches “{words}”").format(words=search.text().strip())
    empty.show_state("cari", title, _("Try a shorter word."), acts, (_("Empty the search"), search.clear, None))


def table_card(table: QWidget, foot: QWidget, card: Card | None = None) -> Card:
    """A table that fills its card, with a foot beneath."""
    sheet = card or Card(flush=True)
    panel = QWidget()
    stack = column(gap=0, inside=panel)
    stack.addWidget(table, 1)
    stack.addWidget(foot)
    sheet.add(panel, fill=True)
    return sheet
