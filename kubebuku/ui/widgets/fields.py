"""Fields: the words above, the entry, the hint, and the box that says what is wrong, under it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit, QPlainTextEdit, QWidget

from kubebuku.domain.errors import RuleBroken
from kubebuku.i18n import _, rupiah, say, terbilang
from kubebuku.ui import icons, theme
from kubebuku.ui.tokens import SP
from kubebuku.ui.widgets.acts import Act
from kubebuku.ui.widgets.cards import MessageStrip
from kubebuku.ui.widgets.flow import Columns, column
from kubebuku.ui.widgets.labels import Label


class FieldBox(QWidget):
    """Any entry widget with its question, hint and refusal. The ready fields below build on it.

    `name` is the command's field, by which a form finds the field a `RuleBroken` speaks of. Every field has `value()`,
    `set_value()`, `typed()` and the signal `changed` (new value where it can be read, else None).
    """

    changed = Signal(object)

    def __init__(self, label: str, entry: QWidget, *, name: str = "", hint: str = "", accessible: str = "") -> None:
        super().__init__()
        self.name = name
        self.entry = entry
        self.column = column(gap=SP["xs"], inside=self)
        self.label = Label(label.replace("&", "&&"), "strong")
        self.label.setBuddy(self.focus_target())
        self.hint = Label(hint, "caption")
        for words in (self.label, self.hint):  # only ever hidden here: shown without a parent it would be a window of its own
            if not words.text():
                words.hide()
        self.below = column(gap=SP["xs"])
        self.error: MessageStrip | None = None
        self.column.addWidget(self.label)
        self.column.addWidget(entry)
        self.column.addLayout(self.below)
        self.column.addWidget(self.hint)
        self.focus_target().setAccessibleName(accessible or label)
        self.focus_target().setAccessibleDescription(hint)
        self.setFocusProxy(self.focus_target())
        self._first: object = None

    def focus_target(self) -> QWidget:
        """The widget that takes the keyboard."""
        return self.entry

    def say_label(self, label: str) -> None:
        """Ask another question."""
        self.label.setText(label.replace("&", "&&"))
        self.label.setVisible(bool(label))
        self.focus_target().setAccessibleName(label)

    def say_hint(self, hint: str) -> None:
        """Give another hint."""
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.focus_target().setAccessibleDescription(hint)

    def show_hint(self, room: bool) -> None:  # noqa: FBT001 (a setter)
        """Hints leave where there is no room (a narrow window)."""
        self.hint.setVisible(room and bool(self.hint.text()))

    def content(self) -> object:
        """What stands in the entry, read or not: to know whether something was typed."""
        return None

    def typed(self) -> bool:
        """Whether the content differs from what was there at the last `start()`."""
        return self.content() != self._first

    def start(self) -> None:
        """Take the present content as the beginning."""
        self._first = self.content()

    def show_refusal(self, refusal: RuleBroken, acts: Sequence[Act] = ()) -> None:
        """Say at the field what is wrong; `acts` are ways out. Readings of a doubtful amount become buttons by themselves."""
        offered = list(acts)
        for reading in getattr(refusal, "readings", ()):
            words = f"{rupiah(reading)} ({terbilang(int(reading)).removesuffix(' rupiah').lower()})"
            offered.append((words, self._taker(reading), None))
        if getattr(refusal, "readings", ()):
            offered.append((_("Write it again"), self._taker(None), None))
        title, *rest = (say(sentence) for sentence in refusal.sentences)
        self.show_error(title, " ".join(rest), offered, doubtful=hasattr(refusal, "readings"))

    def show_error(self, title: str, text: str = "", acts: Sequence[Act] = (), *, doubtful: bool = False) -> None:
        """The same in plain words. The focus goes back into the field, its text selected."""
        if self.error is None:
            self.error = MessageStrip(below=True)
            self.below.addWidget(self.error)
        self.error.show_message("bad", title, text, acts, icon="awas" if doubtful else "salah")
        theme.mark(self.focus_target(), s="bad")
        target = self.focus_target()
        target.setAccessibleDescription(f"{title} {text}".strip())
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(target, QLineEdit | QPlainTextEdit):
            target.selectAll()

    def clear_refusal(self) -> None:
        """The error box goes, the field looks ordinary again."""
        if self.error is not None and not self.error.isHidden():
            self.error.clear()
            self.focus_target().setAccessibleDescription(self.hint.text())
        theme.mark(self.focus_target(), s=None)

    def refused(self) -> bool:
        """Whether an error stands at the field."""
        return self.error is not None and not self.error.isHidden()

    def _taker(self, reading: object) -> Callable[[], None]:
        def take() -> None:
            self.clear_refusal()
            self.set_value(reading)
            self.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)
            self.changed.emit(reading)

        return take

    def set_value(self, value: object) -> None:
        """Put a value in, without `changed`."""
        raise NotImplementedError

    def value(self) -> object:
        """The value; raises RuleBroken where it cannot be read."""
        raise NotImplementedError


class LineEdit(QLineEdit):
    """A line with an icon at its left and air for it; shows the beginning of a long text."""

    def __init__(self, icon: str | None = None) -> None:
        super().__init__()
        self._icon_name = icon
        self._room()
        theme.follow(self._room)

    def show_icon(self, icon: str | None) -> None:
        """Change the icon."""
        self._icon_name = icon
        self._room()
        self.update()

    def _room(self) -> None:
        left = round(18 * theme.current().text) + SP["s"] if self._icon_name else 0
        self.setTextMargins(left, 0, self.right_room(), 0)

    def right_room(self) -> int:
        """Px kept free at the right."""
        return 0

    def put(self, text: str) -> None:
        """Set the text and show its beginning."""
        self.setText(text)
        self.setCursorPosition(0)

    def minimumSizeHint(self) -> QSize:
        """A few signs."""
        hint = super().minimumSizeHint()
        return QSize(theme.current().w(70), hint.height())

    def _suggesting(self) -> QAbstractItemView | None:
        """The open list of texts used before, if there is one."""
        completer: QCompleter | None = self.completer()
        popup = completer.popup() if completer is not None else None
        return popup if popup is not None and popup.isVisible() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter closes the list of texts, unless one was picked with the arrows, and then means what it always did."""
        popup = self._suggesting()
        if popup is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not popup.currentIndex().isValid():
            popup.hide()
            QCoreApplication.postEvent(self, QKeyEvent(QEvent.Type.KeyPress, event.key(), event.modifiers()))
            return
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """The list goes with its field."""
        popup = self._suggesting()
        if popup is not None:
            popup.hide()
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, then the icon."""
        super().paintEvent(event)
        if self._icon_name:
            size = round(18 * theme.current().text)
            tone = "main" if self.isEnabled() else "ink_soft"
            icons.paint(
                QPainter(self), self._icon_name, QRectF(SP["s"] + 2, (self.height() - size) / 2, size, size), theme.colour(tone)
            )


class TextField(FieldBox):
    """One line of words. `suggestions` are texts used before; they come up while typing."""

    def __init__(
        self,
        label: str,
        *,
        name: str = "",
        hint: str = "",
        longest: int = 0,
        accessible: str = "",
    ) -> None:
        self.line = LineEdit()
        super().__init__(label, self.line, name=name, hint=hint, accessible=accessible)
        if longest:
            self.line.setMaxLength(longest)
        self.line.textEdited.connect(self._edited)
        self._known: QStringListModel | None = None
        self.start()

    def _edited(self, text: str) -> None:
        self.clear_refusal()
        self.changed.emit(text)

    def suggest(self, texts: Sequence[str]) -> None:
        """Offer texts used before (most useful first) while typing; a match anywhere in the text counts."""
        if self._known is None:
            self._known = QStringListModel(self)
            completer = QCompleter(self._known, self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setMaxVisibleItems(6)
            completer.activated.connect(lambda _text: self.changed.emit(self.line.text()))
            self.line.setCompleter(completer)
        self._known.setStringList(list(dict.fromkeys(texts)))

    def content(self) -> object:
        """The text as it stands."""
        return self.line.text()

    def value(self) -> str:
        """The text without space around it; empty where nothing is written."""
        return self.line.text().strip()

    def set_value(self, value: object) -> None:
        """Put a text in."""
        self.clear_refusal()
        self.line.put("" if value is None else str(value))


class ParagraphField(FieldBox):
    """Several lines of words, such as the reason for opening a month again."""

    def __init__(self, label: str, *, name: str = "", hint: str = "", lines: int = 3) -> None:
        self.paper = QPlainTextEdit()
        self._lines = lines
        self.paper.setTabChangesFocus(True)
        super().__init__(label, self.paper, name=name, hint=hint)
        self.paper.textChanged.connect(self._edited)
        self._fit()
        theme.follow(self._fit)
        self.start()

    def _fit(self) -> None:
        self.paper.setFixedHeight(self._lines * theme.current().metrics().lineSpacing() + 2 * SP["m"])

    def _edited(self) -> None:
        self.clear_refusal()
        self.changed.emit(self.value())

    def content(self) -> object:
        """The text as it stands."""
        return self.paper.toPlainText()

    def value(self) -> str:
        """The text without space around it."""
        return self.paper.toPlainText().strip()

    def set_value(self, value: object) -> None:
        """Put a text in."""
        self.paper.setPlainText("" if value is None else str(value))


class SearchField(LineEdit):
    """Search: Ctrl+F comes here, Esc empties it. `searched` carries the words while typing."""

    searched = Signal(str)

    def __init__(self, placeholder: str = "", accessible: str = "") -> None:
        super().__init__("cari")
        self.setPlaceholderText(placeholder or _("Search name, description, amount"))
        self.setAccessibleName(accessible or _("Search"))
        self.setToolTip(_("Ctrl+F: search"))
        self.setMinimumWidth(theme.current().w(120))
        self.textChanged.connect(lambda text: self.searched.emit(text.strip()))
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        shortcut.activated.connect(self._come)
        empty = QAction(self)
        empty.setShortcut(QKeySequence(Qt.Key.Key_Escape))
        empty.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        empty.triggered.connect(self.clear)
        self.addAction(empty)
        self.textChanged.connect(lambda text: empty.setEnabled(bool(text)))
        empty.setEnabled(False)

    def sizeHint(self) -> QSize:
        """Room for the placeholder."""
        return QSize(theme.current().w(290), super().sizeHint().height())

    def _come(self) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()


class Steps(QObject):
    """Enter goes to the next field of `fields`, then calls `last`; install with `watch` on entries that are lines.

    Ctrl+Enter calls `save` where no shortcut of the window has taken it before.
    """

    def __init__(
        self,
        parent: QWidget,
        order: Callable[[], Sequence[QWidget]],
        last: Callable[[], object],
        save: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(parent)
        self._order, self._last, self._save = order, last, save

    def watch(self, entry: QWidget) -> None:
        """Follow Enter in `entry`."""
        entry.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move on at Enter, save at Ctrl+Enter."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(watched, QWidget):
            if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                return super().eventFilter(watched, event)
            if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                line = [entry for entry in self._order() if entry.isVisibleTo(entry.window()) and entry.isEnabled()]
                at = line.index(watched) if watched in line else -1
                if 0 <= at < len(line) - 1:
                    line[at + 1].setFocus(Qt.FocusReason.TabFocusReason)
                else:
                    self._last()
                return True
            if self._save is not None:
                self._save()
                return True
        return super().eventFilter(watched, event)


def beside(*fields: QWidget, gap: int = SP["l"], under: int = 420) -> Columns:
    """Fields side by side, tops aligned; under each other where the effective width is less than `under`."""
    line = Columns(*(1 for _field in fields), under=under, gap=gap)
    for number, field in enumerate(fields):
        line.add(field, number, number)
    return line
