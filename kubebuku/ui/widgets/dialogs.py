"""The base of all dialogs: the practice band, a question, and verbs: *Batal* left of the main one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from kubebuku.ui import theme
from kubebuku.ui.tokens import SP
from kubebuku.ui.widgets.band import PracticeBand, practice
from kubebuku.ui.widgets.buttons import Button, MainButton
from kubebuku.ui.widgets.flow import FlowRow, append, column, row
from kubebuku.ui.widgets.labels import Icon, Label
from kubebuku.ui.widgets.mnemonics import give_mnemonics


@dataclass(frozen=True, slots=True)
class Verb:
    """A button of a dialog: its key is the answer."""

    key: str
    words: str
    icon: str | None = None


class Dialog(QDialog):
    """Title, text, then whatever is added, then the verbs; the last verb is the main one, Esc is the first.

    ``answer`` holds the key of the verb pressed. Override `accepts` to keep the dialog open (a field refused).
    """

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        text: str = "",
        verbs: Sequence[Verb] = (),
        *,
        icon: str | None = None,
        tone: str = "main",
        focus: str | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.answer: str = verbs[0].key if len(verbs) > 1 else ""
        self._focus = focus
        outer = column(gap=0, inside=self)
        if practice():
            outer.addWidget(PracticeBand())
        inside = QWidget()
        inside.setObjectName("body")
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(SP["xl"], 20, SP["xl"], SP["m"])
        self.body.setSpacing(SP["m"])
        head = Label(title, "h2")
        self.body.addLayout(row(Icon(icon, 28, tone), head, gap=SP["m"]) if icon else row(head))
        self.text = Label(text)
        self.body.addWidget(self.text)
        self.text.setVisible(bool(text))
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(inside)
        outer.addWidget(self.area, 1)
        self.buttons: dict[str, Button] = {}
        foot = FlowRow(right=True)
        for number, verb in enumerate(verbs):
            made = (MainButton if number == len(verbs) - 1 else Button)(verb.words, verb.icon)
            made.clicked.connect(lambda _checked=False, key=verb.key: self._pressed(key))
            self.buttons[verb.key] = made
            foot.add(made)
        if verbs:
            for keys in ("Ctrl+Return", "Ctrl+Enter"):
                QShortcut(QKeySequence(keys), self).activated.connect(self.buttons[verbs[-1].key].click)
        line = row(foot)
        line.setContentsMargins(SP["xl"], SP["s"], SP["xl"], 20)
        outer.addLayout(line)

    def add(self, *pieces: QWidget | QLayout) -> None:
        """Append widgets or layouts under the text."""
        append(self.body, pieces)

    def accepts(self, answer: str) -> bool:
        """Whether the dialog may close with this answer."""
        return True

    def ask(self) -> str:
        """Show it and wait; the key of the verb pressed (Esc: the first verb's)."""
        self.exec()
        return self.answer

    def _pressed(self, key: str) -> None:
        if self.accepts(key):
            self.answer = key
            self.accept()

    def showEvent(self, event: QShowEvent) -> None:
        """As large as its words need, never larger than the screen; the keyboard goes to the wished verb or the first field."""
        super().showEvent(event)
        screen = self.screen().availableGeometry()
        width = min(theme.current().w(560), screen.width() - 40)
        content = self.area.widget()
        height = content.heightForWidth(width) if content.hasHeightForWidth() else content.sizeHint().height()
        around = self.sizeHint().height() - self.area.sizeHint().height()
        self.setFixedWidth(width)
        self.resize(width, min(height + max(around, theme.current().h(48) + 40), screen.height() - 40))
        give_mnemonics(self)
        if self._focus in self.buttons:
            self.buttons[self._focus].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        fields = (piece for piece in content.findChildren(QWidget) if piece.focusPolicy() & Qt.FocusPolicy.TabFocus)
        first = next((piece for piece in fields if piece.isVisibleTo(content) and piece.isEnabled()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
