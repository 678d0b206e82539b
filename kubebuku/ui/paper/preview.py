"""Pages of a document on screen: side by side where they fit, one as wide as the panel when enlarged."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from kubebuku.i18n import _
from kubebuku.ui import theme
from kubebuku.ui.tokens import SP

_GAP = 20
_MOST = 2  # pages side by side
_SMALLEST = 0.72  # as far as a page may shrink so that two stand side by side
_LEAST = 440  # px of height that show a page at all


class Sheets(QWidget):
    """The pages themselves, drawn at their place; `wanted` asks for pictures: px of width by page number, from 0."""

    wanted = Signal(object)

    def __init__(self, area: QScrollArea) -> None:
        super().__init__()
        self._area = area
        self.total = 0
        self.first = 0
        self.shapes: tuple[tuple[float, float], ...] = ()
        self.enlarged = False
        self.words = ""
        self._pictures: dict[tuple[int, int], QImage] = {}
        self.setAccessibleName(_("Pages"))

    def show_document(self, shapes: tuple[tuple[float, float], ...]) -> None:
        """Another document; `shapes` is width and height of each page, in any unit."""
        self.total, self.shapes = len(shapes), shapes
        self.first = min(self.first, max(0, self.total - 1))
        self._pictures.clear()
        self.words = ""
        self.arrange()

    def say(self, words: str) -> None:
        """Words instead of pages."""
        self.words = words
        self.update()

    @property
    def across(self) -> int:
        """How many pages stand side by side."""
        return len(self.numbers()) or 1

    def page_size(self, number: int) -> QSize:
        """Of one page, in px: as wide as the panel when enlarged, else whole."""
        view = self._area.viewport().size()
        width, height = self.shapes[number]
        wide = max(160, view.width() - 2 * _GAP)
        if not self.enlarged:
            whole = round(max(200, view.height() - 2 * SP["s"]) * width / height)
            half = (view.width() - (_MOST + 1) * _GAP) // _MOST
            wide = min(wide, half if _SMALLEST * whole <= half < whole else whole)
        return QSize(wide, round(wide * height / width))

    def numbers(self) -> tuple[int, ...]:
        """The pages shown, from 0."""
        shown = tuple(range(self.first, min(self.total, self.first + (1 if self.enlarged else _MOST))))
        while len(shown) > 1 and self._width_of(shown) > self._area.viewport().width():
            shown = shown[:-1]
        return shown

    def _width_of(self, numbers: tuple[int, ...]) -> int:
        return sum(self.page_size(number).width() for number in numbers) + _GAP * (len(numbers) + 1)

    def arrange(self) -> None:
        """Take the size the pages need and ask for the pictures that are missing."""
        numbers = self.numbers()
        sizes = {number: self.page_size(number) for number in numbers}
        tall = max((size.height() for size in sizes.values()), default=0)
        self.setMinimumSize(0, tall + 2 * SP["s"] if self.enlarged else 0)
        missing = {number: self._px(size) for number, size in sizes.items() if (number, self._px(size)) not in self._pictures}
        if missing:
            self.wanted.emit(missing)
        self.update()

    def _px(self, size: QSize) -> int:
        return round(size.width() * self.devicePixelRatioF())

    def take(self, found: dict[int, QImage]) -> None:
        """Pictures that were asked for."""
        for number, image in found.items():
            self._pictures[number, image.width()] = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheets with a line around each."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("wash"))
        if self.words:
            painter.setPen(theme.colour("ink_soft"))
            painter.setFont(theme.current().font("lead"))
            flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
            painter.drawText(self.rect().adjusted(_GAP, 0, -_GAP, 0), flags, self.words)
            return
        numbers = self.numbers()
        left = (self.width() - self._width_of(numbers)) // 2 + _GAP
        for number in numbers:
            page = self.page_size(number)
            top = SP["s"] if self.enlarged else max(SP["s"], (self.height() - page.height()) // 2)
            box = QRect(left, top, page.width(), page.height())
            painter.fillRect(box, Qt.GlobalColor.white)  # paper is white in every theme
            image = self._pictures.get((number, self._px(page)))
            if image is not None:
                painter.drawImage(box, image)
            painter.setPen(QPen(theme.colour("edge"), 1))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
            left += page.width() + _GAP


class Preview(QScrollArea):
    """The panel: PageUp, PageDown, Left and Right turn; `turned` tells that other pages are shown."""

    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sheets = Sheets(self)
        self.setWidget(self.sheets)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Pages of the report"))

    def minimumSizeHint(self) -> QSize:
        """Enough to see a page."""
        return QSize(200, _LEAST)

    def sizeHint(self) -> QSize:
        """The same; the page gives the rest."""
        return QSize(420, _LEAST)

    def turn(self, step: int) -> None:
        """The pages before (-1) or after (1)."""
        self.go(self.sheets.first + step * self.sheets.across)

    def go(self, number: int) -> None:
        """Show the page at `number`, from 0."""
        last = max(0, self.sheets.total - 1)
        self.sheets.first = max(0, min(number, last))
        self.verticalScrollBar().setValue(0)
        self.sheets.arrange()
        self.turned.emit()

    def enlarge(self, *, on: bool) -> None:
        """One page as wide as the panel, or whole pages."""
        self.sheets.enlarged = on
        self.verticalScrollBar().setValue(0)
        self.sheets.arrange()
        self.turned.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn; Up and Down scroll an enlarged page."""
        steps = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_PageDown: 1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
        else:
            self.turn(step)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other sizes, other pictures."""
        super().resizeEvent(event)
        self.sheets.arrange()
        self.turned.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ring while the keyboard is here."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
