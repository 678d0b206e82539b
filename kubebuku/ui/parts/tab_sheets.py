"""The sheets behind the tabs of a page; only the one that shows asks for height."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from kubebuku.ui.tokens import SP
from kubebuku.ui.widgets import column
from kubebuku.ui.widgets.flow import put_away


class Sheets(QWidget):
    """As high as what it shows, so that a long sheet does not make the others scroll.

    A QStackedWidget would ask all its pages for their height at a width, also those that wrap behind the one shown.
    """

    def __init__(self) -> None:
        super().__init__()
        self._sheets: list[QWidget] = []
        self._at = 0
        self._column = column(gap=0, inside=self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def addWidget(self, sheet: QWidget) -> int:
        """Append a sheet; returns its number. The first one shows."""
        self._sheets.append(sheet)
        self._column.addWidget(sheet, 1)
        sheet.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sheet.setVisible(len(self._sheets) - 1 == self._at)
        return len(self._sheets) - 1

    def currentIndex(self) -> int:
        """The number of the sheet that shows."""
        return self._at

    def setCurrentIndex(self, index: int) -> None:
        """Show another sheet."""
        self._at = index
        for number, sheet in enumerate(self._sheets):
            if number != index:
                put_away(sheet)
        self._sheets[index].setVisible(True)
        self.updateGeometry()


def stacked(*pieces: QWidget | None) -> QWidget:
    """Pieces above each other on one sheet, of which the last takes the spare height; None at the end: it stays as air."""
    whole = QWidget()
    stack = column(gap=SP["m"], inside=whole)
    for number, piece in enumerate(pieces):
        last = int(number == len(pieces) - 1)
        if piece is None:
            stack.addStretch(last)
        else:
            stack.addWidget(piece, last)
    return whole
