"""Containers that follow the room there is: rows that wrap, tiles, columns that become one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QLayout, QLayoutItem, QSizePolicy, QVBoxLayout, QWidget

from kubebuku.ui import theme
from kubebuku.ui.tokens import ONE_COLUMN, SP

Line = TypeVar("Line", QHBoxLayout, QVBoxLayout)


class FlowLayout(QLayout):
    """Left to right, then the next line; each line is as high as its highest piece, pieces are centred on it."""

    def __init__(self, gap: int = SP["s"], *, right: bool = False) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}  # by width; Qt asks for the same ones hundreds of times while a page is laid out
        self._gap = gap
        self._right = right
        self.setContentsMargins(0, 0, 0, 0)

    def set_right(self, right: bool) -> None:  # noqa: FBT001 (a setter)
        """Keep lines at the right edge, or at the left."""
        if right != self._right:
            self._right = right
            self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Take a piece (called by `addWidget`)."""
        self._items.append(item)

    def count(self) -> int:
        """The number of pieces."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The piece at `index`, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]  # Qt allows None, PySide's types do not
        """Remove and return the piece at `index`, or None."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It asks for no more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """A narrower row is a higher one."""
        return True

    def invalidate(self) -> None:
        """Measure anew: a piece came, went or changed its size."""
        self._heights.clear()
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        """The height at `width`."""
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        """Place the pieces."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """All pieces on one line."""
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """The widest piece alone."""
        least = [item.minimumSize() for item in self._shown()]
        return QSize(max((size.width() for size in least), default=0), max((size.height() for size in least), default=0))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, move: bool) -> int:
        lines: list[list[tuple[QLayoutItem, QSize]]] = [[]]
        used = 0
        for item in self._shown():
            size = item.sizeHint().boundedTo(QSize(max(rect.width(), item.minimumSize().width()), item.sizeHint().height()))
            if item.hasHeightForWidth():
                size.setHeight(item.heightForWidth(size.width()))
            if lines[-1] and used + self._gap + size.width() > rect.width():
                lines.append([])
                used = 0
            used += size.width() + (self._gap if lines[-1] else 0)
            lines[-1].append((item, size))
        top = rect.top()
        for number, line in enumerate(lines):
            height = max((size.height() for _item, size in line), default=0)
            if number:
                top += self._gap
            if move:
                wide = sum(size.width() for _item, size in line) + self._gap * max(0, len(line) - 1)
                left = rect.right() + 1 - wide if self._right else rect.left()
                for item, size in line:
                    item.setGeometry(QRect(QPoint(left, top + (height - size.height()) // 2), size))
                    left += size.width() + self._gap
            top += height
        return top - rect.top()


class FlowRow(QWidget):
    """A row of buttons, chips or labels that wraps when it must."""

    def __init__(self, *pieces: QWidget, gap: int = SP["s"], right: bool = False) -> None:
        super().__init__()
        self._flow = FlowLayout(gap, right=right)
        self.setLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for piece in pieces:
            self.add(piece)

    def add(self, piece: QWidget) -> None:
        """Append a piece."""
        self._flow.addWidget(piece)

    def set_right(self, right: bool) -> None:  # noqa: FBT001 (a setter)
        """Keep the pieces at the right edge, or at the left."""
        self._flow.set_right(right)

    def clear(self) -> None:
        """Remove and delete all pieces."""
        clear(self._flow)
        self.updateGeometry()


def clear(layout: QLayout) -> None:
    """Take everything out of `layout` and delete it (hidden at once, deleted when the event loop comes round)."""
    while (item := layout.itemAt(0)) is not None:
        widget: QWidget | None = item.widget()
        inner: QLayout | None = item.layout()
        if widget is not None:
            del item  # Qt frees it with the next line; a name that outlived it could be taken for what gets its place
            layout.removeWidget(widget)  # not takeAt: an item that lives on keeps the widget's old sizes
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        else:
            if inner is not None:
                clear(inner)
            layout.removeItem(item)  # an inner layout is nobody's then, and goes with the last name for it


def put_away(piece: QWidget) -> None:
    """Hide a piece. The keyboard is let go first: Qt would hand it to whatever comes next, outside the page too."""
    held: QWidget | None = piece.window().focusWidget()
    if held is not None and (held is piece or piece.isAncestorOf(held)):
        held.clearFocus()
    piece.setVisible(False)


def page_around(piece: QWidget) -> QWidget | None:
    """The page on which a piece stands, if it stands on one."""
    page: QWidget | None = piece
    while page is not None and page.objectName() != "page":
        page = page.parentWidget()
    return page


def row(*pieces: QWidget | QLayout | int, gap: int = SP["s"], inside: QWidget | None = None) -> QHBoxLayout:
    """A layout of pieces side by side, of the widget `inside` if given; an int is a stretch of that weight."""
    return _lined_up(QHBoxLayout(), pieces, gap, inside)


def column(*pieces: QWidget | QLayout | int, gap: int = SP["s"], inside: QWidget | None = None) -> QVBoxLayout:
    """A layout of pieces above each other, of the widget `inside` if given; an int is a stretch of that weight."""
    return _lined_up(QVBoxLayout(), pieces, gap, inside)


def _lined_up(layout: Line, pieces: Sequence[QWidget | QLayout | int], gap: int, inside: QWidget | None) -> Line:
    if inside is not None:
        inside.setLayout(layout)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap)
    append(layout, pieces)
    return layout


def append(line: QBoxLayout, pieces: Sequence[QWidget | QLayout | int], *, fill: bool = False) -> None:
    """Put pieces at the end of a row or column; an int is a stretch of that weight. With `fill` the last takes spare room."""
    for piece in pieces:
        if isinstance(piece, int):
            line.addStretch(piece)
        elif isinstance(piece, QLayout):
            line.addLayout(piece)
        else:
            line.addWidget(piece)
    if fill:
        line.setStretch(line.count() - 1, 1)


class Tiles(QWidget):
    """Equal cards in a grid: as many side by side as fit, never leaving one alone where two rows of two would do.

    With `fill` a card that would stand alone in the last row takes the whole of it.
    """

    def __init__(self, *, most: int = 4, least_width: int = 236, gap: int = SP["m"], fill: bool = False) -> None:
        super().__init__()
        self._most, self._least, self._fill = most, least_width, fill
        self._tiles: list[QWidget] = []
        self._across = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(gap)

    def show_tiles(self, tiles: Sequence[QWidget]) -> None:
        """Replace all cards."""
        clear(self._grid)
        self._tiles = list(tiles)
        self._across = 0
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew when another number fits."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        if not self._tiles:
            return
        fits = max(1, min(self._most, len(self._tiles), int(self.width() / theme.current().text) // self._least))
        rows = -(-len(self._tiles) // fits)
        across = -(-len(self._tiles) // rows)
        if across == self._across:
            return
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        self._across = across
        for number, tile in enumerate(self._tiles):
            tile.setMinimumWidth(1)
            tile.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            alone = self._fill and number % across == 0 and number == len(self._tiles) - 1
            self._grid.addWidget(tile, number // across, number % across, 1, across if alone else 1)
        for column in range(across):
            self._grid.setColumnStretch(column, 1)


class Columns(QWidget):
    """Columns by weight that become one under an effective width (px / text scale) of `under`.

    ``add(card, column, order)``: `order` is the place in the one column; equal orders keep the order of adding.
    """

    def __init__(self, *weights: int, under: int = ONE_COLUMN, gap: int = SP["m"]) -> None:
        super().__init__()
        self._weights, self._under, self._gap = weights or (1, 1), under, gap
        self._placed: list[tuple[QWidget, int, int, int]] = []
        self.single: bool | None = None
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(gap)
        self._stacks: list[QVBoxLayout] = []
        for _weight in self._weights:
            holder = QWidget()
            holder.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            stack = QVBoxLayout(holder)
            stack.setContentsMargins(0, 0, 0, 0)
            stack.setSpacing(gap)
            self._stacks.append(stack)
            outer.addWidget(holder)
        theme.follow(self._arrange)

    def add(self, piece: QWidget, column: int, order: int = 0, stretch: int = 0) -> None:
        """Put a piece into a column (from 0). A column without any stretch keeps its air at the foot."""
        self._placed.append((piece, column, order, stretch))
        self.single = None
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Become one column, or several again."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        single = self.width() / theme.current().text < self._under
        if single == self.single:
            return
        self.single = single
        focused: QWidget | None = self.window().focusWidget()
        if focused is not None and not self.isAncestorOf(focused):
            focused = None
        for stack in self._stacks:
            while (item := stack.itemAt(0)) is not None:
                widget: QWidget | None = item.widget()
                if widget is not None:
                    stack.removeWidget(widget)  # not takeAt: an item that lives on keeps the widget's old sizes
                else:
                    stack.removeItem(item)
        outer = self.layout()
        placed = sorted(self._placed, key=lambda piece: piece[2]) if single else self._placed
        for piece, column, _order, stretch in placed:
            self._stacks[0 if single else column].addWidget(piece, 0 if single else stretch)
        stretched = {column for _piece, column, _order, stretch in self._placed if stretch}
        for number, stack in enumerate(self._stacks):
            holder = stack.parentWidget()
            if holder is not None:
                holder.setVisible(not single or number == 0)
            if isinstance(outer, QHBoxLayout):
                outer.setStretch(number, 1 if single and number == 0 else 0 if single else self._weights[number])
            if single or number not in stretched:
                stack.addStretch(1)
        if focused is not None:  # moving it to another column took the keyboard from it; it shows again in a moment
            QTimer.singleShot(0, focused, focused.setFocus)
