"""F1: the keys in one list, and who to ask."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from kubebuku.i18n import _
from kubebuku.ui.keys import KEYS
from kubebuku.ui.tokens import SP
from kubebuku.ui.widgets import Dialog, Label, Verb


class Help(Dialog):
    """What to do in three sentences, then every key."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(
            parent,
            _("Help"),
            _(
                "Money came in or went out: press Record, choose what happened, write the amount, save. "
                "Something is wrong: choose the line and press Change or Undo. Nothing is ever lost."
            ),
            (Verb("close", _("Close")), Verb("more", _("Read more"))),
            icon="bantuan",
        )
        self.add(Label(_("Keys. Each of them is also a button."), "strong"), keys())


def keys() -> QGridLayout:
    """Every key and what it does."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(SP["l"])
    grid.setVerticalSpacing(SP["s"])
    grid.setColumnStretch(1, 1)
    for line, key in enumerate(KEYS):
        grid.addWidget(Label(key.keys, "strong", wrap=False), line, 0)
        grid.addWidget(Label(_(key.does)), line, 1)
    return grid
