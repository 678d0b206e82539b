"""*Isi laporan*: what is printed, with a tick and its pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kubebuku.i18n import _
from kubebuku.ui.tokens import SP
from kubebuku.ui.widgets import CheckBox, Label


class PartTicks(QWidget):
    """A tick for each part; `changed` after one was pressed by a person, `looked` when the keyboard or the mouse is on a part."""

    changed = Signal()
    looked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.ticks: dict[str, CheckBox] = {}
        self.pages: dict[str, Label] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SP["s"])
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)

    def show_parts(self, parts: Sequence[tuple[str, str]], chosen: frozenset[str]) -> None:
        """Build the list once; parts are (key, words as spoken)."""
        if self.ticks:
            return
        for line, (key, words) in enumerate(parts):
            tick = CheckBox(words, checked=key in chosen, name=key)
            tick.clicked.connect(self.changed)
            pages = Label("", "soft", align="right", wrap=False)
            self.ticks[key], self.pages[key] = tick, pages
            self._grid.addWidget(tick, line, 0)
            self._grid.addWidget(pages, line, 1)

    def chosen(self) -> frozenset[str]:
        """The keys of what is ticked."""
        return frozenset(key for key, tick in self.ticks.items() if tick.value())

    def show_pages(self, ranges: Mapping[str, tuple[int, int] | None]) -> None:
        """First and last page of each part; None where it prints nothing."""
        for key, label in self.pages.items():
            found = ranges.get(key)
            if not self.ticks[key].value():
                words = _("not printed")
            elif found is None:
                words = _("empty")
            else:
                words = str(found[0]) if found[0] == found[1] else f"{found[0]}–{found[1]}"
            label.setText(words)
