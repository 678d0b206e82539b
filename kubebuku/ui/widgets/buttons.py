"""Everything that is pressed. Labels are verbs; every button has words, or a tooltip and an accessible name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QMenu, QPushButton, QSizePolicy, QWidget

from kubebuku.ui import icons, theme
from kubebuku.ui.tokens import SP
from kubebuku.ui.widgets.flow import FlowLayout


class Button(QPushButton):
    """The ordinary button; the subclasses differ in their role only.

    `words` is the text without the mnemonic mark that the page puts in (`keys.give_mnemonics`).
    """

    role: str | None = None
    ink = "ink"

    def __init__(self, words: str, icon: str | None = None, press: Callable[[], object] | None = None) -> None:
        super().__init__()
        self.words = words
        self._mnemonic = -1
        self._icon_name = icon
        self._write()
        self.setAccessibleName(words)
        self.setAutoDefault(False)
        if self.role:
            self.setProperty("r", self.role)
        self._fit()
        theme.follow(self._fit)
        if press is not None:
            self.clicked.connect(lambda: press())  # noqa: PLW0108 (without the tick that the signal carries)

    def say(self, words: str) -> None:
        """Change the words."""
        self.words = words
        self._mnemonic = -1
        self._write()
        self.updateGeometry()
        self.setAccessibleName(words)

    def give_mnemonic(self, at: int) -> None:
        """Underline the letter at `at` of the words (Alt and that letter press the button); -1 takes the line away."""
        self._mnemonic = at
        self._write()

    def _write(self) -> None:
        """The words with their mnemonic, shortened where the button is narrower than they are."""
        shown = self.words
        missing = super().sizeHint().width() - self.fontMetrics().horizontalAdvance(self._drawn()) if self.isVisible() else 0
        room = self.width() - missing
        if self.isVisible() and self.words and self.fontMetrics().horizontalAdvance(self.words) > room + 1:
            shown = self.fontMetrics().elidedText(self.words, Qt.TextElideMode.ElideRight, room)
            self.setToolTip(self.words)
        elif self.toolTip() == self.words and self.words:
            self.setToolTip("")
        at = self._mnemonic if self._mnemonic < len(shown) else -1
        text = shown.replace("&", "&&")
        if at >= 0:
            text = shown[:at].replace("&", "&&") + "&" + shown[at:].replace("&", "&&")
        if text != self.text():
            self.setText(text)

    def _drawn(self) -> str:
        return self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")

    def sizeHint(self) -> QSize:
        """Room for all the words, even while they are shortened."""
        hint = super().sizeHint()
        metrics = self.fontMetrics()
        return QSize(
            hint.width() + metrics.horizontalAdvance(self.words) - metrics.horizontalAdvance(self._drawn()), hint.height()
        )

    def minimumSizeHint(self) -> QSize:
        """As far as the words may be shortened in a narrow window."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), theme.current().w(120)), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the words, or show them whole again."""
        super().resizeEvent(event)
        self._write()

    def showEvent(self, event: QShowEvent) -> None:
        """The same on first sight."""
        super().showEvent(event)
        self._write()

    def show_icon(self, icon: str | None) -> None:
        """Change the icon."""
        self._icon_name = icon
        self._fit()

    def _fit(self) -> None:
        if self._icon_name:
            size = round(20 * theme.current().text)
            gap = 5 if self.words else 0
            self.setIcon(icons.icon(self._icon_name, getattr(theme.current().c, self.ink), size, gap))
            self.setIconSize(QSize(size + gap, size))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses too, not only the space bar."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.click()
            return
        super().keyPressEvent(event)


class MainButton(Button):
    """The one filled button of a page. `big` is its size in a form."""

    role = "main"
    ink = "on_main"

    def __init__(
        self, words: str, icon: str | None = None, press: Callable[[], object] | None = None, *, big: bool = False
    ) -> None:
        self.role = "big" if big else "main"
        super().__init__(words, icon, press)

    def give_way(self, *, yields: bool) -> None:
        """Look like any other button while the page has another main one; else be filled again."""
        self.ink = "ink" if yields else "on_main"
        theme.mark(self, r=None if yields else self.role)
        self._fit()


class QuietButton(Button):
    """A link-like act in a card's head or a line's end."""

    role = "quiet"
    ink = "main"


class PickButton(Button):
    """One of a few choices that stay visible, such as the paper's size."""

    role = "pick"

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        """As wide as its bold words, so that choosing neither moves nor cuts anything."""
        now = theme.current()
        hint = super().sizeHint()
        bold = now.metrics(bold=True).horizontalAdvance(self.words) - now.metrics().horizontalAdvance(self.words)
        return QSize(hint.width() + max(0, bold), hint.height())


class SignButton(Button):
    """A button with a sign alone (‹ › − +): `words` become tooltip and accessible name."""

    role = "sign"

    def __init__(self, words: str, icon: str, press: Callable[[], object] | None = None) -> None:
        super().__init__("", icon, press)
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


_FIRST = object()


class _Group(QWidget):
    """Buttons of which one is chosen; left and right move, `chosen` carries the key."""

    chosen = Signal(object)
    _made: type[Button] = PickButton

    def __init__(self, entries: Sequence[tuple[object, str]] = (), name: str = "") -> None:
        super().__init__()
        self._flow = FlowLayout(SP["s"])
        self.setLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._group = QButtonGroup(self)
        self._keys: list[object] = []
        self.setAccessibleName(name)
        self.show_entries(entries)

    def show_entries(self, entries: Sequence[tuple[object, str]], value: object = _FIRST) -> None:
        """Replace the choices (key, words); `value` (or else the first) is chosen, without a signal."""
        for button in self._group.buttons():
            self._group.removeButton(button)
            button.hide()
            self._flow.removeWidget(button)
            button.deleteLater()
        self._keys = [key for key, _words in entries]
        for number, (_key, words) in enumerate(entries):
            button = self._made(words)
            button.setCheckable(True)
            self._group.addButton(button, number)
            self._flow.addWidget(button)
            button.clicked.connect(lambda _checked=False, at=number: self.chosen.emit(self._keys[at]))
        if self._keys:
            self.set_value(value if value in self._keys else self._keys[0])

    def value(self) -> object:
        """The key of the chosen button, None without any."""
        at = self._group.checkedId()
        return self._keys[at] if at >= 0 else None

    def set_value(self, key: object) -> None:
        """Choose by key, without a signal; an unknown key changes nothing."""
        if key in self._keys:
            self._group.button(self._keys.index(key)).setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right choose the neighbour."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None or not self._keys:
            super().keyPressEvent(event)
            return
        button = self._group.button((self._group.checkedId() + step) % len(self._keys))
        button.setFocus(Qt.FocusReason.TabFocusReason)
        button.click()


class PickRow(_Group):
    """A few choices side by side."""


class _Tab(Button):
    role = "tab"

    def sizeHint(self) -> QSize:
        """As wide as the bold word of the chosen tab, so that choosing moves nothing."""
        now = theme.current()
        hint = super().sizeHint()
        return QSize(max(hint.width(), now.metrics(bold=True).horizontalAdvance(self.words) + 22), hint.height())


class TabRow(_Group):
    """Tabs under a page's head: one row, never tabs inside tabs."""

    _made = _Tab


class MenuButton(Button):
    """A button that opens a list of acts (*Lainnya*)."""

    def __init__(self, words: str, icon: str | None = "bawah") -> None:
        super().__init__(words, icon)
        self._menu = QMenu(self)
        self._menu.setAccessibleName(words)
        self.setMenu(self._menu)

    def add_act(self, words: str, act: Callable[[], object], icon: str | None = None) -> QAction:
        """Append an act."""
        action = self._menu.addAction(words.replace("&", "&&"))
        if icon:
            action.setIcon(icons.icon(icon, theme.current().c.ink, round(20 * theme.current().text)))
        action.triggered.connect(lambda: act())  # noqa: PLW0108 (without the tick that the signal carries)
        return action

    def clear_acts(self) -> None:
        """Remove all acts."""
        self._menu.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.showMenu()
            return
        super().keyPressEvent(event)
