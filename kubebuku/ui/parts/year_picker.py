"""‹ 2026 ›: a year of a wall chart."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QWidget

from kubebuku.i18n import _
from kubebuku.ui.tokens import SP
from kubebuku.ui.widgets import Label, SignButton, row


class YearPicker(QWidget):
    """Alt+Left and Alt+Right turn a year. `changed` carries it; `first` and `last` bound it."""

    changed = Signal(object)

    def __init__(self, year: int, *, first: int, last: int) -> None:
        super().__init__()
        self._year, self._first, self._last = year, first, last
        self.earlier = SignButton(_("Earlier year (Alt+Left)"), "kiri", lambda: self.step(-1))
        self.later = SignButton(_("Later year (Alt+Right)"), "kanan", lambda: self.step(1))
        self.words = Label("", "h2", wrap=False)
        self.setLayout(row(self.earlier, self.words, self.later, gap=SP["m"]))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Year"))
        for keys, by in (("Alt+Left", -1), ("Alt+Right", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda by=by: self.step(by))
        self._sync()

    def value(self) -> int:
        """The year shown."""
        return self._year

    def set_value(self, year: int) -> None:
        """Show a year, without `changed`."""
        self._year = max(self._first, min(self._last, year))
        self._sync()

    def step(self, by: int) -> None:
        """Turn."""
        before = self._year
        self.set_value(before + by)
        if self._year != before:
            self.changed.emit(self._year)

    def _sync(self) -> None:
        self.words.setText(str(self._year))
        self.setAccessibleDescription(str(self._year))
        self.earlier.setEnabled(self._year > self._first)
        self.later.setEnabled(self._year < self._last)
