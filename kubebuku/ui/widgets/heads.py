"""The head of a page: way back, icon, title, one line beneath, acts; the main act stands at the far right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from kubebuku.i18n import _
from kubebuku.ui import theme
from kubebuku.ui.tokens import NARROW_WINDOW, SP
from kubebuku.ui.widgets.buttons import Button, MenuButton, QuietButton
from kubebuku.ui.widgets.flow import FlowRow, column, row
from kubebuku.ui.widgets.labels import Icon, Label


class PageHead(QWidget):
    """Title and acts. Secondary acts go into *More* in a narrow window; from 150 % text the acts stand under the title."""

    def __init__(
        self,
        title: str,
        subtitle: str = "",
        *,
        icon: str | None = None,
        tone: str = "main",
        back: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self._outer = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(SP["s"])
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.setSpacing(SP["m"])
        self.back: QuietButton | None = None
        if back is not None:
            self.back = QuietButton(_("Back"), "kiri", back)
            self._words.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        line = row(gap=SP["m"])
        self._icon = Icon(icon, 28, tone) if icon else None
        if self._icon is not None:
            line.addWidget(self._icon)
        titles = column(gap=2)
        self.title = Label(title, "h1")
        self.subtitle = Label(subtitle, "soft")
        if not subtitle:
            self.subtitle.hide()
        titles.addWidget(self.title)
        titles.addWidget(self.subtitle)
        line.addLayout(titles, 1)
        self._words.addLayout(line, 1)
        self._outer.addLayout(self._words, 1)
        self.acts = FlowRow(right=True)
        self.acts.setVisible(False)
        self._outer.addWidget(self.acts, 0)
        self._secondary: list[Button] = []
        self._withheld: set[Button] = set()
        self.more = MenuButton(_("More"))
        self.more.setVisible(False)
        self.acts.add(self.more)
        self._narrow = False
        self.setAccessibleName(title)

    def say(self, title: str, subtitle: str | None = None) -> None:
        """Change title and, if given, the line beneath."""
        self.title.setText(title)
        self.setAccessibleName(title)
        if subtitle is not None:
            self.subtitle.setText(subtitle)
            self.subtitle.setVisible(bool(subtitle))

    def add(self, *acts: QWidget, secondary: bool = False) -> None:
        """Append acts; the main button last. `secondary` may go into *More*."""
        self.acts.setVisible(True)
        for act in acts:
            self.acts.add(act)
            if secondary and isinstance(act, Button):
                self._secondary.append(act)
                self.more.add_act(act.words, act.click)
                self._show_secondary()

    def offer(self, act: Button, on: bool) -> None:  # noqa: FBT001 (a setter)
        """Show a secondary act, or keep it away while it has nothing to do."""
        (self._withheld.discard if on else self._withheld.add)(act)
        self.more.clear_acts()
        for one in self._secondary:
            if one not in self._withheld:
                self.more.add_act(one.words, one.click)
        self._show_secondary()

    def _show_secondary(self) -> None:
        offered = [act for act in self._secondary if act not in self._withheld]
        for act in self._secondary:
            act.setVisible(not self._narrow and act in offered)
        self.more.setVisible(self._narrow and bool(offered))

    def fit(self, window_width: int) -> None:
        """Arrange for the window's width and the text size; the page calls it."""
        self._narrow = window_width < NARROW_WINDOW
        self._show_secondary()
        large = theme.current().text >= 1.5
        stack, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._outer.setDirection(stack if large else beside)
        self._words.setDirection(stack if large and self.back and theme.current().text >= 1.75 else beside)
        self.acts.set_right(not large)
        if self._icon is not None:
            self._icon.setVisible(theme.current().text < 1.75)
