"""The yellow band of the practice book: on top of the window and of every dialog."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kubebuku.i18n import _
from kubebuku.ui import theme
from kubebuku.ui.tokens import SP
from kubebuku.ui.widgets.labels import Icon, Label

_open_book = {"practice": False}


def set_practice(on: bool) -> None:  # noqa: FBT001 (a setter)
    """From now on new dialogs carry the band, or no longer do."""
    _open_book["practice"] = on


def practice() -> bool:
    """Whether the open book is the practice book."""
    return _open_book["practice"]


class PracticeBand(QWidget):
    """BUKU LATIHAN across the whole width."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("practice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line = QHBoxLayout(self)
        line.setContentsMargins(SP["s"], 0, SP["s"], 0)
        line.setSpacing(SP["s"])
        line.addStretch(1)
        line.addWidget(Icon("awas", 18, "on_practice"))
        self.words = Label(_("PRACTICE BOOK. The figures here are not real money."), wrap=False)
        line.addWidget(self.words)
        line.addStretch(1)
        self.setAccessibleName(self.words.text())
        self._fit()
        theme.follow(self._fit)

    def _fit(self) -> None:
        self.setFixedHeight(theme.current().h(28, "body", 6))
