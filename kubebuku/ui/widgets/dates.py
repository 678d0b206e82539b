"""Dates and months: typed in any usual form, stepped by key, or picked from a small calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from kubebuku.app import clock
from kubebuku.domain.calendar import Month, add_months
from kubebuku.domain.errors import RuleBroken
from kubebuku.i18n import _, field_date, full_date, month_name, read_date
from kubebuku.ui import icons, theme
from kubebuku.ui.tokens import RADIUS, SP, TARGET
from kubebuku.ui.widgets.buttons import SignButton
from kubebuku.ui.widgets.choices import Choice, ChoiceField, place_under
from kubebuku.ui.widgets.fields import FieldBox, LineEdit
from kubebuku.ui.widgets.flow import row
from kubebuku.ui.widgets.labels import Label

Today = Callable[[], date]


class _Days(QWidget):
    """The days of a month, Monday first, drawn; arrows move, Enter takes."""

    taken = Signal(object)
    moved = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.day = clock.today()
        self.today = self.day
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Calendar"))

    def show_day(self, day: date, today: date) -> None:
        self.day, self.today = day, today
        self.setAccessibleDescription(full_date(day))
        self.update()

    def _side(self) -> int:
        return max(TARGET - 4, theme.current().h(30, "body", 12))

    def sizeHint(self) -> QSize:
        return QSize(7 * self._side(), 7 * self._side())

    def _first(self) -> date:
        first = self.day.replace(day=1)
        return first - timedelta(days=min(first.weekday(), first.toordinal() - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
        key = Qt.Key(event.key())
        if key in steps:
            self.go(lambda: self.day + timedelta(days=steps[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.go(lambda: add_months(self.day, 1 if key == Qt.Key.Key_PageDown else -1))
        elif key == Qt.Key.Key_F5:
            self.go(lambda: self.today)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.taken.emit(self.day)
        else:
            super().keyPressEvent(event)

    def go(self, target: Callable[[], date]) -> None:
        """To the day that `target` finds; nowhere beyond the calendar's own ends."""
        try:
            day = target()
        except (OverflowError, ValueError):
            return
        self.show_day(day, self.today)
        self.moved.emit(day)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        side = self._side()
        column, line = int(event.position().x()) // side, int(event.position().y()) // side - 1
        if 0 <= column < 7 and 0 <= line < 6:
            day = self._first() + timedelta(days=line * 7 + column)
            self.show_day(day, self.today)
            self.taken.emit(day)

    def paintEvent(self, event: QPaintEvent) -> None:
        now, side = theme.current(), self._side()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(now.font("caption", bold=True))
        painter.setPen(theme.colour("ink_soft"))
        first = self._first()
        middle = int(Qt.AlignmentFlag.AlignCenter)
        for column in range(7):
            painter.drawText(
                QRect(column * side, 0, side, side), middle, field_date(first + timedelta(days=column)).split(",")[0]
            )
        for number in range(42):
            day = first + timedelta(days=number)
            box = QRect(number % 7 * side, (number // 7 + 1) * side, side, side)
            inside = day.month == self.day.month
            if day == self.day:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour("main"))
                painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), RADIUS["field"], RADIUS["field"])
                painter.setPen(theme.colour("on_main"))
            elif day == self.today:
                painter.setPen(QPen(theme.colour("main"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), RADIUS["field"], RADIUS["field"])
                painter.setPen(theme.colour("main"))
            else:
                painter.setPen(theme.colour("ink" if inside else "ink_soft"))
            painter.setFont(now.font("body", bold=day in (self.day, self.today)))
            painter.drawText(box, middle, str(day.day))
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS["field"], RADIUS["field"])


class CalendarPopup(QFrame):
    """A small calendar that opens under a field; `taken` carries the date."""

    taken = Signal(object)

    def __init__(self, field: QWidget) -> None:
        super().__init__(field, Qt.WindowType.Popup)
        self._field = field
        self.setProperty("r", "popup")
        column = QVBoxLayout(self)
        column.setContentsMargins(SP["s"], SP["s"], SP["s"], SP["s"])
        self.days = _Days()
        self.head = Label("", "strong", align="center", wrap=False)
        earlier = SignButton(_("Earlier month"), "kiri", lambda: self._turn(-1))
        later = SignButton(_("Later month"), "kanan", lambda: self._turn(1))
        line = row(earlier, self.head, later)
        line.setStretch(1, 1)
        column.addLayout(line)
        column.addWidget(self.days)
        self.days.taken.connect(self._take)
        self.days.moved.connect(self._moved)

    def open(self, day: date, today: date) -> None:
        """Open under (or above) the field at `day`."""
        self.days.show_day(day, today)
        self._moved(day)
        self.adjustSize()
        place_under(self, self._field)
        self.show()
        self.days.setFocus(Qt.FocusReason.PopupFocusReason)

    def _moved(self, day: date) -> None:
        self.head.setText(month_name(Month.of(day)))

    def _turn(self, step: int) -> None:
        self.days.go(lambda: add_months(self.days.day, step))

    def _take(self, day: date) -> None:
        self.hide()
        self.taken.emit(day)


class DateLine(LineEdit):
    """The entry of a date: calendar icon, chevron, keys."""

    stepped = Signal(int)
    wants_today = Signal()
    wants_calendar = Signal()

    def __init__(self) -> None:
        super().__init__("kalender")

    def right_room(self) -> int:
        """The chevron's room."""
        return round(18 * theme.current().text) + 2

    def event(self, event: QEvent) -> bool:
        """F5 belongs to the field while it has the keyboard."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F5:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down move a day, F5 is today, F4 or Alt+Down opens the calendar."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_F5:
            self.wants_today.emit()
        elif key == Qt.Key.Key_F4 or (key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier):
            self.wants_calendar.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
            self.stepped.emit(1 if key == Qt.Key.Key_Up else -1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on the icon or the chevron opens the calendar."""
        edge = self.right_room() + SP["m"]
        if self.isEnabled() and (event.position().x() > self.width() - edge or event.position().x() < edge):
            self.wants_calendar.emit()
            return
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, then the chevron."""
        super().paintEvent(event)
        size = round(18 * theme.current().text)
        tone = "ink" if self.isEnabled() else "ink_soft"
        box = QRectF(self.width() - SP["m"] - size + 2, (self.height() - size) / 2, size, size)
        icons.paint(QPainter(self), "bawah", box, theme.colour(tone))


class DateField(FieldBox):
    """Asks for a day; shows *Min, 22 November 2026* (or 22/11/2026 where that does not fit).

    `today` is the book's day, asked each time; `since` the first day that can be meant, where there is one; with
    `nearest` a day without a year may lie ahead. `value()` raises RuleBroken for what is no date; `changed` carries a date or
    None.
    """

    def __init__(
        self, label: str, *, name: str = "on", hint: str | None = None, today: Today = clock.today, accessible: str = ""
    ) -> None:
        self.line = DateLine()
        super().__init__(
            label, self.line, name=name, hint=_("Can be typed: 22/11, yesterday") if hint is None else hint, accessible=accessible
        )
        self._today = today
        self.since: date | None = None
        self.nearest = False
        self._day: date | None = None
        self._shown = ""
        self._calendar: CalendarPopup | None = None
        self.line.textEdited.connect(self._edited)
        self.line.editingFinished.connect(self._tidy)
        self.line.stepped.connect(self._step)
        self.line.wants_today.connect(lambda: self._choose(self._today()))
        self.line.wants_calendar.connect(self._open)
        self.set_value(today())
        self.start()
        theme.follow(self._write)

    def content(self) -> object:
        """The day, or the text where it is none."""
        return self._day if self.line.text() == self._shown else self.line.text()

    def value(self) -> date:
        """The day; raises RuleBroken (with `field` set to the name of this field)."""
        if self._day is not None and self.line.text() == self._shown:
            return self._day
        try:
            return read_date(self.line.text(), today=self._today(), since=self.since, nearest=self.nearest)
        except RuleBroken as refusal:
            refusal.field = self.name or refusal.field
            raise

    def peek(self) -> date | None:
        """The day where one can be read, else None."""
        try:
            return self.value()
        except RuleBroken:
            return None

    def set_value(self, value: object) -> None:
        """Put a day in; None empties the field."""
        if value is not None and not isinstance(value, date):
            raise TypeError(f"a day is a date, not {type(value).__name__}")
        self.clear_refusal()
        self._day = value
        self._write()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write the date in the form that fits."""
        super().resizeEvent(event)
        if self.line.text() == self._shown:
            self._write()

    def _write(self) -> None:
        text = ""
        if self._day is not None:
            text = field_date(self._day)
            margins = self.line.textMargins()
            room = self.line.width() - margins.left() - margins.right() - 2 * SP["m"] - 6
            if self.line.isVisible() and theme.current().metrics().horizontalAdvance(text) > room:
                text = f"{self._day:%d/%m/%Y}"
        if text != self._shown or self.line.text() != text:
            self._shown = text
            self.line.put(text)

    def _edited(self) -> None:
        self.clear_refusal()
        self.changed.emit(self.peek())

    def _tidy(self) -> None:
        day = self.peek()
        if day is not None and self.line.text() != self._shown:
            self._day = day
            self._write()

    def _choose(self, day: date) -> None:
        self.set_value(day)
        self.changed.emit(day)

    def _step(self, days: int) -> None:
        day = self.peek() or self._today()
        if date.min < day < date.max:
            self._choose(day + timedelta(days=days))

    def _open(self) -> None:
        if self._calendar is None:
            self._calendar = CalendarPopup(self.line)
            self._calendar.taken.connect(self._choose)
        self._calendar.open(self.peek() or self._today(), self._today())


class MonthPicker(QWidget):
    """‹ November 2026 ›: Alt+Left and Alt+Right turn a month, F5 goes to today's month. `changed` carries the `Month`.

    `first` and `last` bound it; the list in the middle jumps. A closed month shows a lock (`show_closed`).
    """

    changed = Signal(object)

    def __init__(self, month: Month, *, first: Month, last: Month) -> None:
        super().__init__()
        self._first, self._last = first, last
        self._closed: frozenset[Month] = frozenset()
        self.earlier = SignButton(_("Earlier month (Alt+Left)"), "kiri", lambda: self.step(-1))
        self.later = SignButton(_("Later month (Alt+Right)"), "kanan", lambda: self.step(1))
        self.field = ChoiceField("", accessible=_("Month"))
        self.field.changed.connect(self._chosen)
        line = row(self.earlier, self.field, self.later, gap=SP["xs"])
        line.setStretch(1, 1)
        self.setLayout(line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Month"))
        self._month = month
        self._fill()
        for sequence, step in (("Alt+Left", -1), ("Alt+Right", 1)):
            shortcut = QShortcut(QKeySequence(sequence), self)
            shortcut.activated.connect(lambda by=step: self.step(by))
        QShortcut(QKeySequence("F5"), self).activated.connect(lambda: self._chosen(self._last))

    def value(self) -> Month:
        """The month shown."""
        return self._month

    def set_value(self, month: Month) -> None:
        """Show a month, without `changed`."""
        self._month = max(self._first, min(self._last, month))
        self._sync()

    def show_closed(self, closed: frozenset[Month]) -> None:
        """Mark these months with a lock and the word."""
        self._closed = closed
        self._fill()

    def step(self, by: int) -> None:
        """Turn `by` months, if the bounds allow."""
        self._chosen(max(self._first, min(self._last, self._month.plus(by))))

    def _fill(self) -> None:
        months = list(self._first.until(self._last))[::-1]
        self.field.show_choices(
            [
                Choice(
                    month,
                    month_name(month),
                    "kunci" if month in self._closed else "kalender",
                    _("Closed") if month in self._closed else "",
                )
                for month in months
            ],
            self._month,
        )
        self._sync()

    def _sync(self) -> None:
        self.field.set_value(self._month)
        self.earlier.setEnabled(self._month > self._first)
        self.later.setEnabled(self._month < self._last)

    def _chosen(self, month: object) -> None:
        if isinstance(month, Month) and month != self._month:
            self._month = month
            self._sync()
            self.changed.emit(month)
