"""The sheets behind the tabs of a page; only the one that shows asks for height."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget


class Sheets(QStackedWidget):
    """A stack that is as high as what it shows, so that a long sheet does not make the others scroll."""

    def addWidget(self, sheet: QWidget) -> int:
        """Append a sheet."""
        number = super().addWidget(sheet)
        self._measure()
        return number

    def setCurrentIndex(self, index: int) -> None:
        """Show another sheet."""
        super().setCurrentIndex(index)
        self._measure()

    def _measure(self) -> None:
        for number in range(self.count()):
            shown = number == self.currentIndex()
            policy = QSizePolicy.Policy.Expanding if shown else QSizePolicy.Policy.Ignored
            self.widget(number).setSizePolicy(QSizePolicy.Policy.Expanding, policy)
        self.updateGeometry()
