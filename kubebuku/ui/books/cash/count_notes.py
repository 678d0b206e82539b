"""Counting note by note: how many of each, and what that makes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout

from kubebuku.domain.money import Rupiah
from kubebuku.i18n import _, figure, rupiah
from kubebuku.ui import theme
from kubebuku.ui.tokens import SP
from kubebuku.ui.widgets import Card, Label
from kubebuku.ui.widgets.fields import LineEdit, Steps

#: Notes and coins in use, in rupiah.
DENOMINATIONS = (100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100)


class NotesCard(Card):
    """`changed` whenever a number changes; Enter goes to the next line."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(_("Count note by note"), _("if you like"), icon="uang")
        self.lines: dict[int, LineEdit] = {}
        self._sums: dict[int, Label] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(SP["m"])
        grid.setVerticalSpacing(SP["xs"])
        grid.setColumnStretch(2, 1)
        self._steps = Steps(self, lambda: list(self.lines.values()), lambda: None)
        for number, worth in enumerate(DENOMINATIONS):
            line = LineEdit()
            line.setValidator(QIntValidator(0, 99_999, line))
            line.setAccessibleName(_("How many of {worth}?").format(worth=rupiah(worth)))
            line.textEdited.connect(lambda _text: self._count())
            self._steps.watch(line)
            self.lines[worth] = line
            self._sums[worth] = Label("", "soft", align="right", wrap=False)
            grid.addWidget(Label(f"{figure(worth)} ×", wrap=False, align="right"), number, 0)
            grid.addWidget(line, number, 1)
            grid.addWidget(self._sums[worth], number, 2)
        self.add(grid)
        self._fit()
        theme.follow(self._fit)

    def _fit(self) -> None:
        for line in self.lines.values():
            line.setFixedWidth(theme.current().w(90))

    def total(self) -> Rupiah | None:
        """All together, None while nothing is written."""
        counts = {worth: int(line.text()) for worth, line in self.lines.items() if line.text()}
        return Rupiah(sum(worth * count for worth, count in counts.items())) if counts else None

    def clear(self) -> None:
        """Begin anew."""
        for line in self.lines.values():
            line.clear()
        self._count(tell=False)

    def _count(self, *, tell: bool = True) -> None:
        for worth, line in self.lines.items():
            self._sums[worth].setText(figure(worth * int(line.text())) if line.text() else "")
        if tell:
            self.changed.emit()
