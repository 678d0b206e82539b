"""*Isi laporan*: what is printed, with a tick and its pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from kubebuku.i18n import _
from kubebuku.ui import theme
from kubebuku.ui.tokens import SP
from kubebuku.ui.widgets import CheckBox, Label

_TWO_ACROSS = 560  # effective width from which two parts stand side by side
_LEAST = 240  # px of the list that are always seen


class PartTicks(QWidget):
    """A tick for each part; `changed` after one was pressed by a person."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.ticks: dict[str, CheckBox] = {}
        self.pages: dict[str, Label] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, SP["xs"], 0)
        self._grid.setHorizontalSpacing(SP["s"])
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self._across = 0

    def show_parts(self, parts: Sequence[tuple[str, str]], chosen: frozenset[str]) -> None:
        """Build the list once; parts are (key, words as spoken)."""
        if self.ticks:
            return
        for key, words in parts:
            tick = CheckBox(words, checked=key in chosen, name=key)
            tick.clicked.connect(self.changed)
            pages = Label("", "soft", align="right", wrap=False)
            self.ticks[key], self.pages[key] = tick, pages
        self._across = 0
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two parts side by side where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        across = 2 if self.width() / theme.current().text >= _TWO_ACROSS else 1
        if across == self._across or not self.ticks:
            return
        self._across = across
        half = -(-len(self.ticks) // across)
        for place, key in enumerate(self.ticks):
            column, line = divmod(place, half)
            self._grid.addWidget(self.ticks[key], line, 3 * column)
            self._grid.addWidget(self.pages[key], line, 3 * column + 1)
        self._grid.setColumnStretch(3, across - 1)
        self._grid.setColumnMinimumWidth(2, SP["xl"] if across > 1 else 0)

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


class PartList(QScrollArea):
    """The ticks, scrolled by themselves where pages stand beside them; `whole` shows all of them and lets the page scroll."""

    def __init__(self, ticks: PartTicks) -> None:
        super().__init__()
        self._whole = False
        self.setProperty("r", "inside")
        self.setWidget(ticks)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_whole(self, whole: bool) -> None:  # noqa: FBT001 (as Qt's own setters)
        """Whether every tick is seen without scrolling here."""
        self._whole = whole
        self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ticks that came or stand otherwise ask for other room."""
        if watched is self.widget() and event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        """Some ticks, or all of them."""
        ticks = self.widget().minimumSizeHint()
        return QSize(ticks.width(), ticks.height() if self._whole else min(ticks.height(), _LEAST))

    def sizeHint(self) -> QSize:
        """The same; the card gives the rest."""
        return self.minimumSizeHint()
