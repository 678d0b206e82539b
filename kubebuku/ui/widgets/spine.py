"""The navigation: a cloth spine with words, or the same list behind a Menu button."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from kubebuku.i18n import _
from kubebuku.ui import icons, theme
from kubebuku.ui.tokens import NAV_NARROW, NAV_WIDE, SP, TARGET
from kubebuku.ui.widgets.buttons import Button
from kubebuku.ui.widgets.flow import column
from kubebuku.ui.widgets.labels import ElidedLabel, Icon, Label


@dataclass(frozen=True, slots=True)
class NavEntry:
    """A word of the navigation: page key, icon, label (`N_`), and the group it stands in (1, 2, 3)."""

    key: str
    icon: str
    label: str
    group: int = 1


class _NavButton(QAbstractButton):
    def __init__(self, entry: NavEntry, number: int) -> None:
        super().__init__()
        self.entry = entry
        self.setText(_(entry.label))
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(self.text())
        if number <= 9:
            self.setToolTip(f"Ctrl+{number}")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def needed(self) -> int:
        """The width of icon and bold word."""
        now = theme.current()
        return 26 + round(22 * now.text) + SP["m"] + now.metrics(bold=True).horizontalAdvance(self.text()) + SP["s"]

    def sizeHint(self) -> QSize:
        return QSize(self.needed(), theme.current().h(TARGET, "body", 14))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif step and isinstance(spine := self.parentWidget(), Spine):
            others = spine.findChildren(_NavButton)
            at = others.index(self) + step
            if 0 <= at < len(others):
                others[at].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            event.ignore() if event.key() != Qt.Key.Key_Space else self.click()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        box = QRectF(8, 0, self.width() - 8, self.height())
        if on:
            tab = QPainterPath()
            tab.addRoundedRect(box.adjusted(0, 0, 12, 0), 8, 8)
            painter.save()
            painter.setClipRect(box)
            painter.fillPath(tab, theme.colour("spine_sel"))
            painter.restore()
            painter.fillRect(QRectF(12, 7, 4, self.height() - 14), theme.colour("main"))
        ink = theme.colour("on_spine_sel" if on else "on_spine")
        size = round(22 * now.text)
        icons.paint(painter, self.entry.icon, QRectF(24, (self.height() - size) / 2, size, size), ink)
        painter.setPen(ink)
        painter.setFont(now.font(bold=on))
        left = 24 + size + SP["m"]
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(QRect(left, 0, self.width() - left, self.height()), flags, self.text())
        if self.underMouse() and not on:
            painter.drawLine(left, self.height() - 7, left + now.metrics().horizontalAdvance(self.text()), self.height() - 7)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus" if on else "focus_spine"), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -2, -1), 6, 6)


class _Holder(Label):
    """Who holds the laptop: on one line where it fits, else name and task on two, each shortened only at worst."""

    def __init__(self) -> None:
        super().__init__("", wrap=False)
        self._room = 0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def fit(self, room: int) -> None:
        """Break for a line of `room` px."""
        self._room = room
        self.updateGeometry()
        self.update()

    def lines(self) -> list[str]:
        """The words as they are drawn."""
        metrics = theme.current().metrics()
        words = self.text().split()
        taken = len(words)
        while taken > 1 and metrics.horizontalAdvance(" ".join(words[:taken])) > self._room:
            taken -= 1
        if taken < len(words) and "," in self.text():  # the task on a line of its own, where the name leaves it there
            name = self.text().split(",")[0].split()
            taken = min(taken, len(name))
        shown = [" ".join(words[:taken]), " ".join(words[taken:])]
        return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, self._room) for line in shown if line]

    def sizeHint(self) -> QSize:
        """As many lines as there are."""
        return QSize(self._room, theme.current().metrics().lineSpacing() * max(1, len(self.lines())))

    def minimumSizeHint(self) -> QSize:
        """The same height."""
        return QSize(1, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines beneath each other."""
        painter = QPainter(self)
        painter.setFont(theme.current().font())
        painter.setPen(theme.colour("on_spine"))
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(self.rect(), flags, "\n".join(self.lines()))
        if (joined := " ".join(self.lines())) != self.toolTip():
            self.setToolTip("" if joined == self.text() else self.text())


class Spine(QWidget):
    """The list of pages, the book's name on top, who holds the laptop at the foot. `chosen` carries a page key."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[NavEntry]) -> None:
        super().__init__()
        self.setObjectName("spine")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Pages"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 13, 0, 11)
        self._column.setSpacing(0)
        self.name, self.place = ElidedLabel("", "strong"), ElidedLabel("", "caption")
        self._head = QWidget()
        head = QVBoxLayout(self._head)
        head.setContentsMargins(20, 0, SP["xs"], 9)
        head.setSpacing(2)
        head.addWidget(self.name)
        head.addWidget(self.place)
        self._column.addWidget(self._head)
        self._buttons: dict[str, _NavButton] = {}
        self._gaps: list[QWidget] = []
        group = entries[0].group if entries else 0
        for number, entry in enumerate(entries, 1):
            if entry.group != group:
                gap = QWidget()
                self._gaps.append(gap)
                self._column.addWidget(gap)
                group = entry.group
            button = _NavButton(entry, number)
            button.clicked.connect(lambda _checked=False, key=entry.key: self.chosen.emit(key))
            self._buttons[entry.key] = button
            self._column.addWidget(button)
        self._column.addStretch(1)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(20, 0, SP["xs"], 4)
        foot.setSpacing(10)
        self._foot_icon = Icon("orang", 22, "on_spine")
        foot.addWidget(self._foot_icon)
        words = column(Label(_("Held by:"), "caption", wrap=False), gap=1)
        self.holder = _Holder()
        words.addWidget(self.holder)
        foot.addLayout(words, 1)
        self._column.addWidget(self._foot)
        self._foot.setVisible(False)

    def light(self, key: str) -> None:
        """Show `key` as the page one is on; an unknown key lights none."""
        button = self._buttons.get(key)
        for other in self._buttons.values():
            other.setAutoExclusive(False)
            other.setChecked(other is button)
            other.setAutoExclusive(True)

    def fit(self, height: int, *, narrow: bool) -> bool:
        """Take the width for this window; whether the whole list fits into `height`."""
        now = theme.current()
        base = NAV_NARROW if narrow else NAV_WIDE
        widest = max((button.needed() for button in self._buttons.values()), default=0)
        self.setFixedWidth(max(round(base * (1 + (now.text - 1) * 0.8)), widest + 4))
        self.holder.fit(self.width() - 20 - self._foot_icon.width() - 10 - SP["xs"])
        items = sum(button.sizeHint().height() for button in self._buttons.values())
        items += 24
        head = self._head.sizeHint().height() if self.name.text() else 0
        foot = self._foot.sizeHint().height() if self.holder.text() else 0
        self._head.setVisible(bool(self.name.text()) and not narrow and items + head + 8 <= height)
        self._foot.setVisible(bool(self.holder.text()) and not narrow and items + head + foot + 40 <= height)
        wide_gaps = items + head + foot + 60 <= height and not narrow
        for gap in self._gaps:
            gap.setFixedHeight(12 if wide_gaps else 4)
        return items + 4 * len(self._gaps) <= height

    @property
    def names_group(self) -> bool:
        """Whether there is room for the group's name."""
        return not self.isHidden() and not self._head.isHidden()

    @property
    def names_holder(self) -> bool:
        """Whether there is room for who holds the laptop."""
        return not self.isHidden() and not self._foot.isHidden()


class TopBar(QWidget):
    """Large text or a low window: the spine becomes a Menu button with the same list."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[NavEntry]) -> None:
        super().__init__()
        self.setObjectName("topbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line = QHBoxLayout(self)
        line.setContentsMargins(SP["m"], 6, SP["m"], 6)
        line.setSpacing(SP["m"])
        self.button = Button(_("Menu"), "menu")
        self.button.setToolTip("Alt+M")
        self.menu = QMenu(self.button)
        self.menu.setAccessibleName(_("Pages"))
        self._actions = {}
        group = entries[0].group if entries else 0
        for entry in entries:
            if entry.group != group:
                self.menu.addSeparator()
                group = entry.group
            action = self.menu.addAction(_(entry.label))
            action.setCheckable(True)
            action.triggered.connect(lambda _checked=False, key=entry.key: self.chosen.emit(key))
            self._actions[entry.key] = action
        self.button.setMenu(self.menu)
        self.name = ElidedLabel("", "strong")
        line.addWidget(self.button)
        line.addWidget(self.name, 1)

    def light(self, key: str) -> None:
        """Tick the page one is on."""
        for other, action in self._actions.items():
            action.setChecked(other == key)
