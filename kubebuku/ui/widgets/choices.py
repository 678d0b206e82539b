"""Choosing one of many: a field that opens a list, with a search line where the list is long."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from kubebuku.i18n import _
from kubebuku.ui import icons, theme
from kubebuku.ui.tokens import ROW_CHOSEN, SP
from kubebuku.ui.widgets.fields import FieldBox, LineEdit
from kubebuku.ui.widgets.labels import Label

SEARCH_OVER = 8


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice. `note` stands after it in soft ink (RT 04); `number` before it, as on a member list; both are searched too."""

    key: object
    text: str
    icon: str | None = None
    note: str = ""
    number: int | None = None

    @property
    def words(self) -> str:
        """What the closed field shows."""
        return self.text if self.number is None else f"{self.number} · {self.text}"

    def matches(self, words: str) -> bool:
        """Whether every word of `words` occurs."""
        whole = f"{self.words} {self.note}".casefold()
        return all(word in whole for word in words.casefold().split())


def place_under(popup: QWidget, field: QWidget) -> None:
    """Move a popup under `field`, or above it where the screen ends."""
    below = field.mapToGlobal(QPoint(0, field.height() + 2))
    screen = field.screen().availableGeometry()
    if below.y() + popup.height() > screen.bottom():
        below.setY(max(screen.top(), field.mapToGlobal(QPoint(0, 0)).y() - popup.height() - 2))
    below.setX(max(screen.left(), min(below.x(), screen.right() - popup.width())))
    popup.move(below)


class _ChoiceModel(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.shown: list[Choice] = []

    def show_choices(self, choices: list[Choice]) -> None:
        self.beginResetModel()
        self.shown = choices
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            choice = self.shown[index.row()]
            return (
                f"{choice.words}, {choice.note}" if choice.note and role == Qt.ItemDataRole.AccessibleTextRole else choice.words
            )
        return None


class _ChoicePainter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        now = theme.current()
        choice = _choice(index)
        width = 2 * SP["m"] + now.metrics(bold=True).horizontalAdvance(choice.words)
        width += now.metrics("caption").horizontalAdvance(choice.note) + SP["m"] if choice.note else 0
        width += round(20 * now.text) + SP["m"] if choice.icon else 0
        return QSize(width, now.h(ROW_CHOSEN, "body", 16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        now = theme.current()
        choice = _choice(index)
        box: QRect = option.rect  # type: ignore[attr-defined]  # PySide does not type it
        state = option.state  # type: ignore[attr-defined]  # PySide does not type it
        painter.save()
        current = bool(state & QStyle.StateFlag.State_Selected)
        if current:
            painter.fillRect(box, theme.colour("main_soft"))
            painter.setPen(QPen(theme.colour("main"), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        left = box.left() + SP["m"]
        if choice.icon:
            size = round(20 * now.text)
            icons.paint(painter, choice.icon, QRectF(left, box.center().y() - size / 2 + 0.5, size, size), theme.colour("main"))
            left += size + SP["m"]
        painter.setPen(theme.colour("ink"))
        painter.setFont(now.font(bold=current))
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        right = box.right() - SP["m"]
        if choice.note:
            room = now.metrics("caption").horizontalAdvance(choice.note)
            painter.save()
            painter.setFont(now.font("caption"))
            painter.setPen(theme.colour("ink_soft"))
            painter.drawText(QRect(right - room, box.top(), room + 2, box.height()), middle, choice.note)
            painter.restore()
            right -= room + SP["m"]
        shown = now.metrics(bold=current).elidedText(choice.words, Qt.TextElideMode.ElideRight, right - left)
        painter.drawText(QRect(left, box.top(), right - left + 2, box.height()), middle, shown)
        painter.restore()


def _choice(index: QModelIndex | QPersistentModelIndex) -> Choice:
    model = index.model()
    if not isinstance(model, _ChoiceModel):
        raise TypeError("a list of choices shows choices")
    return model.shown[index.row()]


class _ChoiceList(QFrame):
    """The list that opens under the field."""

    taken = Signal(object)

    def __init__(self, field: QWidget) -> None:
        super().__init__(field, Qt.WindowType.Popup)
        self._field = field
        self.setProperty("r", "popup")
        self._all: list[Choice] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(4)
        self.search = LineEdit("cari")
        self.search.setPlaceholderText(_("Type part of the name"))
        self.search.setAccessibleName(_("Search in the list"))
        self.nothing = Label(_("Nothing matches. Try a shorter word."), "soft")
        self.model = _ChoiceModel()
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(_ChoicePainter(self.view))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setMouseTracking(True)
        self.view.entered.connect(self.view.setCurrentIndex)
        self.view.clicked.connect(lambda _index: self._take())
        column.addWidget(self.search)
        column.addWidget(self.nothing)
        column.addWidget(self.view)
        self.search.textEdited.connect(self._narrow)
        self.search.installEventFilter(self)
        self.view.installEventFilter(self)

    def open(self, choices: list[Choice], current: object, name: str, typed: str = "") -> None:
        self._all = choices
        searchable = len(choices) > SEARCH_OVER
        self.search.setVisible(searchable)
        self.search.setText(typed if searchable else "")
        self.view.setAccessibleName(name)
        self._narrow(self.search.text())
        keys = [choice.key for choice in self.model.shown]
        if current in keys:
            self.view.setCurrentIndex(self.model.index(keys.index(current)))
        self._place()
        self.show()
        (self.search if searchable else self.view).setFocus(Qt.FocusReason.PopupFocusReason)
        self.view.scrollTo(self.view.currentIndex())

    def _place(self) -> None:
        field = self._field
        row = self.view.sizeHintForRow(0) if self._all else 0
        widest = max(self.view.sizeHintForColumn(0) + 24, field.width())
        rows = min(SEARCH_OVER, max(1, len(self._all)))
        self.view.setFixedHeight(max(row, theme.current().h(ROW_CHOSEN)) * rows + 4)
        self.setFixedWidth(min(widest, field.window().width() - 16))
        self.adjustSize()
        place_under(self, field)

    def _narrow(self, words: str) -> None:
        self.model.show_choices([choice for choice in self._all if choice.matches(words)])
        self.nothing.setVisible(not self.model.shown)
        if self.model.shown:
            self.view.setCurrentIndex(self.model.index(0))

    def _take(self) -> None:
        index = self.view.currentIndex()
        if index.isValid():
            choice = self.model.shown[index.row()]
            self.hide()
            self.taken.emit(choice)

    def eventFilter(self, watched: object, event: object) -> bool:
        """Arrows move in the list while the search line has the keyboard; Enter and Tab take; Esc closes."""
        if isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            key = event.key()
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
                self._take()
                return True
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: SEARCH_OVER, Qt.Key.Key_PageUp: -SEARCH_OVER}.get(
                Qt.Key(key)
            )
            if step and self.model.shown:
                at = max(0, min(len(self.model.shown) - 1, self.view.currentIndex().row() + step))
                self.view.setCurrentIndex(self.model.index(at))
                return True
        return False


class ChoiceButton(QPushButton):
    """The closed field: icon, words, a chevron. Words that do not fit are shortened, with a tooltip."""

    moved = Signal(int)
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.choice: Choice | None = None
        self.placeholder = ""
        self.setProperty("r", "choice")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.widest = 0
        self.clicked.connect(lambda: self.opened.emit(""))

    def sizeHint(self) -> QSize:
        """Room for the longest choice, up to 320 px at 100 %."""
        now = theme.current()
        return QSize(min(self.widest + self._around(), now.w(320)), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Room for the longest choice, up to 200 px at 100 %."""
        now = theme.current()
        return QSize(max(now.w(90), min(self.widest + self._around(), now.w(200))), super().minimumSizeHint().height())

    def _around(self) -> int:
        return round(18 * theme.current().text) * 2 + 4 * SP["m"]

    def show_choice(self, choice: Choice | None) -> None:
        self.choice = choice
        words = choice.words if choice else self.placeholder
        self.setToolTip(words if theme.current().metrics().horizontalAdvance(words) > self.width() - self._around() > 0 else "")
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down take the neighbour; F4, Alt+Down, space open; a letter opens the list and searches."""
        key, held = Qt.Key(event.key()), event.modifiers()
        if key == Qt.Key.Key_F4 or (key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and held & Qt.KeyboardModifier.AltModifier):
            self.opened.emit("")
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not held:
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        elif event.text().strip() and event.text().isprintable() and not held & Qt.KeyboardModifier.ControlModifier:
            self.opened.emit(event.text())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame by the style sheet, then icon, words and chevron."""
        super().paintEvent(event)
        now = theme.current()
        painter = QPainter(self)
        size = round(18 * now.text)
        usable = self.isEnabled()
        left = SP["m"] + 2
        middle = (self.height() - size) / 2
        if self.choice and self.choice.icon:
            icons.paint(
                painter, self.choice.icon, QRectF(SP["s"] + 2, middle, size, size), theme.colour("main" if usable else "ink_soft")
            )
            left = SP["s"] + 2 + size + SP["m"]
        right = self.width() - SP["m"] - size
        icons.paint(painter, "bawah", QRectF(right + 2, middle, size, size), theme.colour("ink" if usable else "ink_soft"))
        painter.setFont(now.font())
        painter.setPen(theme.colour("ink" if usable and self.choice else "ink_soft"))
        words = self.choice.words if self.choice else self.placeholder
        shown = now.metrics().elidedText(words, Qt.TextElideMode.ElideRight, right - left - 4)
        painter.drawText(QRect(left, 0, right - left, self.height()), int(Qt.AlignmentFlag.AlignVCenter), shown)


class ChoiceField(FieldBox):
    """One of several. `value()` is the chosen key or None; `changed` carries the key.

    ``extra("Orang baru…", open_form)`` appends a line that does something instead of being chosen.
    """

    def __init__(
        self,
        label: str,
        choices: Sequence[Choice] = (),
        *,
        name: str = "",
        hint: str = "",
        value: object = None,
        accessible: str = "",
    ) -> None:
        self.button = ChoiceButton()
        self.button.placeholder = _("Choose")
        super().__init__(label, self.button, name=name, hint=hint, accessible=accessible)
        self._asked = accessible or label
        self._choices: list[Choice] = []
        self._extra: tuple[Choice, Callable[[], object]] | None = None
        self._list: _ChoiceList | None = None
        self.button.opened.connect(self._open)
        self.button.moved.connect(self._move)
        self.show_choices(choices, value)
        self.start()

    def show_choices(self, choices: Sequence[Choice], value: object = None) -> None:
        """Replace the choices. `value` is chosen if it is among them, else what was chosen before, else nothing."""
        before = value if value is not None else self.value()
        self._choices = list(choices)
        metrics = theme.current().metrics()
        self.button.widest = max((metrics.horizontalAdvance(choice.words) for choice in choices), default=0)
        self.button.updateGeometry()
        self.set_value(before)

    def extra(self, words: str, act: Callable[[], object], icon: str = "tambah") -> None:
        """Append a line that does something, such as adding a person."""
        self._extra = (Choice(object(), words, icon), act)

    def choices(self) -> list[Choice]:
        """What can be chosen."""
        return list(self._choices)

    def content(self) -> object:
        """The chosen key."""
        return self.value()

    def value(self) -> object:
        """The chosen key, None while nothing is chosen."""
        return self.button.choice.key if self.button.choice else None

    def set_value(self, value: object) -> None:
        """Choose by key, without `changed`; an unknown key chooses nothing."""
        self.clear_refusal()
        found = next((choice for choice in self._choices if choice.key == value), None) if value is not None else None
        self.button.show_choice(found)
        self.button.setAccessibleName(f"{self._asked}: {found.words}" if found else self._asked)

    def say_label(self, label: str) -> None:
        """Ask another question."""
        super().say_label(label)
        self._asked = label
        self.set_value(self.value())

    def _open(self, typed: str) -> None:
        if self._list is None:
            self._list = _ChoiceList(self.button)
            self._list.taken.connect(self._taken)
        offered = [*self._choices, *([self._extra[0]] if self._extra else [])]
        if offered:
            self._list.open(offered, self.value(), self._asked, typed)

    def _move(self, step: int) -> None:
        keys = [choice.key for choice in self._choices]
        if keys:
            at = keys.index(self.value()) + step if self.value() in keys else 0
            self._taken(self._choices[max(0, min(len(keys) - 1, at))])

    def _taken(self, choice: Choice) -> None:
        if self._extra and choice is self._extra[0]:
            self._extra[1]()
            return
        if choice.key != self.value():
            self.set_value(choice.key)
            self.changed.emit(choice.key)


def person_choices(people: Sequence[tuple[object, int | None, str, str]]) -> list[Choice]:
    """Choices from (key, member number or None, name, note such as RT 04); number and note tell one name apart."""
    return [Choice(key, name, "orang", note, number) for key, number, name, note in people]
