"""Daftar hadir on screen: all members stand as present, H T I S A by key or click mark the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kubebuku.books.meetings.commands import Attended
from kubebuku.books.meetings.queries import AttendanceRow
from kubebuku.books.meetings.rules import Presence
from kubebuku.domain.entries import PersonId
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_
from kubebuku.i18n import _, ngettext
from kubebuku.ui import theme
from kubebuku.ui.books.meetings import acts as meeting_acts
from kubebuku.ui.parts import open_book
from kubebuku.ui.parts.row_foot import table_card
from kubebuku.ui.tokens import SP
from kubebuku.ui.widgets import Act, BookTable, ColumnSpec, Label, PickRow
from kubebuku.ui.widgets.fields import LineEdit

_ROW = 35  # of a sheet that is filled in by keys
_BY_LETTER = {letter: state for state, (letter, _kind, _icon) in meeting_acts.SIGNS.items()}
#: What a foot line of the sheet holds of a member: state and remark.
Marks = Mapping[int, tuple[Presence, str | None]]


class RollCall(QWidget):
    """``show_lines(rows, editable=True)``; `changed` after every mark or remark."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.editable = False
        self.lines: list[AttendanceRow] = []
        self._first: list[AttendanceRow] = []
        self._blank = False
        self._short = self._tight = False
        self.table = BookTable(self._columns(), name=_("Attendance list"), row=_ROW)
        self.table.view.installEventFilter(self)
        self.table.view.resized.connect(lambda: self.table.view.scrollTo(self.table.view.currentIndex()))
        self.picks = PickRow([], _("Who came or not"))
        self.note = LineEdit()
        self.note.setPlaceholderText(_("Remark, for example: child is ill"))
        self.note.setAccessibleName(_("Remark about the chosen member"))
        self.note.setMaxLength(200)
        self.note.setMinimumWidth(theme.current().w(120))
        self.keys = Label(_("H T I S A on the keyboard: mark the chosen member and go on to the next"), "caption")
        self.foot = QWidget()
        column = QVBoxLayout(self.foot)
        column.setContentsMargins(SP["m"], SP["xs"], SP["m"], SP["s"])
        column.setSpacing(SP["xs"])
        column.addLayout(open_book.filled(self.picks, self.note))
        column.addWidget(self.keys)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(table_card(self.table, self.foot))
        self.table.when_chosen(self._chosen)
        self.table.when_opened(lambda _line: self._step())
        self.table.set_menu(self._menu)
        self.picks.chosen.connect(self._picked)
        self.note.textEdited.connect(self._noted)
        self.note.returnPressed.connect(self._noted_enough)
        self._label_picks()

    # what is shown

    def show_lines(self, lines: Sequence[AttendanceRow], *, editable: bool, blank: bool = False) -> None:
        """Other members; `blank` of a meeting of which nobody is written down."""
        self.editable, self._blank = editable, blank
        self.lines = list(lines)
        self._first = list(lines)
        self.foot.setVisible(editable)
        self._redraw()

    def keep_marks(self, lines: Sequence[AttendanceRow]) -> None:
        """The members of another day; who was marked keeps the mark."""
        marks = self.marks()
        self.lines = [self._marked(line, marks) for line in lines]
        self._redraw()

    def put_marks(self, marks: Marks) -> None:
        """Marks that were kept elsewhere, for the members shown."""
        self.lines = [self._marked(line, marks) for line in self.lines]
        self._redraw()

    @staticmethod
    def _marked(line: AttendanceRow, marks: Marks) -> AttendanceRow:
        state, note = marks.get(line.person, (line.state, line.note))
        return replace(line, state=state, note=note)

    def marks(self) -> dict[int, tuple[Presence, str | None]]:
        """State and remark of everybody, by person."""
        return {line.person: (line.state, line.note) for line in self.lines}

    def _redraw(self) -> None:
        at = max(0, self.table.view.currentIndex().row())
        self.table.show_rows(self.lines, self._totals(), keep=False)
        self._hide_columns()
        if self.lines:
            self.table.select_at(min(at, len(self.lines) - 1))

    def _totals(self) -> dict[str, object]:
        if not self.lines or self._blank:
            return {}
        counts = {state: sum(line.state is state for line in self.lines) for state in Presence}
        words = " · ".join(f"{meeting_acts.SIGNS[state][0]} {count}" for state, count in counts.items() if count)
        members = ngettext("{count} member", "{count} members", len(self.lines)).format(count=len(self.lines))
        return {"name": members, "state": words}

    def come(self) -> int:
        """How many came, late or not."""
        return sum(line.state.came for line in self.lines)

    def attendance(self) -> tuple[Attended, ...]:
        """For the command."""
        return tuple(
            Attended(person=PersonId(line.person), state=line.state, note=(line.note or "").strip() or None)
            for line in self.lines
        )

    def typed(self) -> bool:
        """Whether somebody was marked or a remark written."""
        return self.editable and self.lines != self._first

    def start(self) -> None:
        """Take the present marks as the beginning."""
        self._first = list(self.lines)

    # shape

    def fit(self, *, short: bool, tight: bool) -> None:
        """Letters alone where there is little room, and no words about keys; where it is `tight` the remark stands below only."""
        self._tight = tight
        if short != self._short:
            self._short = short
            self._label_picks()
            self.table.view.viewport().update()
        self.keys.setVisible(not short)
        self._hide_columns()

    def _hide_columns(self) -> None:
        hidden = [] if self._fined() else ["fine", "rest"]
        self.table.hide_columns(*hidden, *(["note"] if self._tight and self.editable else []))

    def _fined(self) -> bool:
        return not self.editable and any(line.fine or line.waived for line in self.lines)

    def _label_picks(self) -> None:
        short = self._short
        entries = [
            (state, letter if short else f"{letter}  {meeting_acts.presence(state)}")
            for state, (letter, _kind, _icon) in meeting_acts.SIGNS.items()
        ]
        self.picks.show_entries(entries, self.picks.value())
        for button, state in zip(self.picks.findChildren(QWidget), Presence, strict=False):
            button.setToolTip(meeting_acts.presence(state))

    def _columns(self) -> list[ColumnSpec[AttendanceRow]]:
        return [
            ColumnSpec("number", N_("No."), "number", 48),
            ColumnSpec("name", N_("Name"), stretch=True),
            ColumnSpec("state", N_("Who came or not"), "text", 150, read=self._chip),
            ColumnSpec("note", N_("Remark"), "soft", 230, read=lambda line: getattr(line, "note", None) or "", drop=1),
            ColumnSpec("fine", N_("Fine (Rp)"), "money", 96, zero="–"),
            ColumnSpec("rest", N_("Still to pay (Rp)"), "money", 110, zero="–", read=lambda line: Rupiah(line.fine - line.paid)),
        ]

    def _chip(self, line: AttendanceRow) -> object:
        if self._blank:
            return ""
        return meeting_acts.presence_chip(line.state, short=self._short)

    # marking

    def _at(self) -> int:
        return self.table.view.currentIndex().row()

    def mark(self, state: Presence, *, go_on: bool = False) -> None:
        """Mark the chosen member; `go_on` to the next."""
        at = self._at()
        if not self.editable or not 0 <= at < len(self.lines):
            return
        self._put(at, replace(self.lines[at], state=state))
        if go_on:
            self._step()

    def _put(self, at: int, line: AttendanceRow) -> None:
        self.lines[at] = line
        model = self.table.model
        model.dataChanged.emit(model.index(at, 0), model.index(at, model.columnCount() - 1))
        self.table.foot.cells = self._totals()
        self.table.foot.update()
        if at == self._at():
            self.picks.set_value(line.state)
        self.changed.emit()

    def _step(self) -> None:
        if self._at() + 1 < len(self.lines):
            self.table.select_at(self._at() + 1)

    def _chosen(self, line: AttendanceRow | None) -> None:
        if line is not None:
            self.picks.set_value(line.state)
            self.note.put(line.note or "")

    def _picked(self, state: object) -> None:
        if isinstance(state, Presence):
            self.mark(state)

    def _noted(self, text: str) -> None:
        at = self._at()
        if 0 <= at < len(self.lines):
            self._put(at, replace(self.lines[at], note=text or None))

    def _noted_enough(self) -> None:
        self._step()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _menu(self, _line: object) -> list[Act]:
        if not self.editable:
            return []
        return [
            (f"{letter}  {meeting_acts.presence(state)}", partial(self.mark, state), icon)
            for state, (letter, _kind, icon) in meeting_acts.SIGNS.items()
        ]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The letters of the schoolbook."""
        if self.editable and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            state = _BY_LETTER.get(event.text().upper())
            plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
            if state is not None and plain:
                self.mark(state, go_on=True)
                return True
        return super().eventFilter(watched, event)
