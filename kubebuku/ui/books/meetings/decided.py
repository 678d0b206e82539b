"""What a meeting decides and leaves to be done: written for one that is being held, listed for one that was."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kubebuku.books import spec
from kubebuku.books.meetings.commands import Task
from kubebuku.books.meetings.forms import TASK
from kubebuku.books.meetings.queries import FollowUpRow, MeetingDecision, MeetingRow
from kubebuku.books.spec import FieldKind
from kubebuku.domain.entries import PersonId
from kubebuku.domain.text import N_
from kubebuku.i18n import _
from kubebuku.ui.books.meetings import acts as meeting_acts
from kubebuku.ui.books.meetings.tables import DECISION_SPARE, TASK_SPARE, decision_table, named, task_table
from kubebuku.ui.forms.choices import Offered
from kubebuku.ui.forms.fields import Maker
from kubebuku.ui.forms.lines import LinesField
from kubebuku.ui.parts import open_book
from kubebuku.ui.parts.listing import ShortList
from kubebuku.ui.tokens import SP
from kubebuku.ui.widgets import Act, Button, Card, FieldBox, Label, ParagraphField, SignButton, column, row
from kubebuku.ui.window import Window


@dataclass
class _Line:
    """A decision on screen: its number, its words, the button that takes it away."""

    whole: QWidget
    number: Label
    words: ParagraphField
    remove: SignButton


class DecisionLines(FieldBox):
    """``value()`` is a tuple of texts in their order, which gives them their numbers. Empty ones do not count."""

    def __init__(self) -> None:
        self.sheet = QWidget()
        self.lines: list[_Line] = []
        super().__init__(_("What was decided?"), self.sheet, name="decisions", hint=_("Numbered as they stand here: 1, 2, 3"))
        stack = column(inside=self.sheet)
        self._list = column()
        stack.addLayout(self._list)
        self.more = Button(_("One more decision"), "tambah", lambda: self._add().words.setFocus(Qt.FocusReason.TabFocusReason))
        stack.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.set_value(())
        self.start()

    def focus_target(self) -> QWidget:
        """The first decision."""
        return self.lines[0].words.focus_target() if self.lines else self.sheet

    def _add(self, text: str = "") -> _Line:
        whole = QWidget()
        across = row(inside=whole)
        number, words = Label("", "strong", wrap=False), ParagraphField("", lines=2)
        remove = SignButton(_("Remove this decision"), "kurang", lambda: self._remove(line))
        line = _Line(whole, number, words, remove)
        for piece, stretch in ((number, 0), (words, 1), (remove, 0)):
            across.addWidget(piece, stretch, Qt.AlignmentFlag.AlignTop)
        words.set_value(text)
        words.changed.connect(self._edited)
        self.lines.append(line)
        self._list.addWidget(whole)
        self._renumber()
        return line

    def _remove(self, line: _Line) -> None:
        self.lines.remove(line)
        line.whole.hide()
        line.whole.deleteLater()
        if not self.lines:
            self._add()
        self._renumber()
        self._edited()

    def _renumber(self) -> None:
        for at, line in enumerate(self.lines, 1):
            line.number.setText(f"{at}.")
            line.words.focus_target().setAccessibleName(_("Decision {no}").format(no=at))
        self.setFocusProxy(self.focus_target())
        order = [one for line in self.lines for one in (line.words.focus_target(), line.remove)] + [self.more]
        for one, other in pairwise(order):  # Qt puts what comes later at the end
            QWidget.setTabOrder(one, other)

    def _edited(self, _value: object = None) -> None:
        self.clear_refusal()
        self.changed.emit(None)

    def content(self) -> object:
        """What is written."""
        return self.value()

    def value(self) -> tuple[str, ...]:
        """The decisions in their order."""
        return tuple(text for line in self.lines if (text := line.words.value()))

    def set_value(self, value: object) -> None:
        """Show these, or one empty line."""
        for line in self.lines:
            line.whole.hide()
            line.whole.deleteLater()
        self.lines = []
        for text in value if isinstance(value, tuple | list) else ():
            self._add(str(text))
        if not self.lines:
            self._add()


class Decided(QWidget):
    """The third step. Written: decisions and tasks as fields (`edited`). Held: as lists. What was carried over, in both."""

    edited = Signal()

    def __init__(self, window: Window, today: Callable[[], date]) -> None:
        super().__init__()
        self.main = window
        self.row: MeetingRow | None = None
        self._today = today
        self.decisions = DecisionLines()
        self.written = Card(_("Decisions"), icon="rapat")
        self.written.add(self.decisions)
        self.tasks: LinesField | None = None
        self.asked = Card(_("What is to be done"), icon="jam")
        tasks = partial(meeting_acts.task_acts, window, look=False)
        decisions = partial(meeting_acts.decision_acts, window, look=False)
        carried = task_table(_("Left to be done by earlier meetings"), dated=True, grows=True)
        left = task_table(_("What is to be done"), dated=False, grows=True)
        add_decision: Act = (_("One more decision"), self._add_decision, "tambah")
        add_task: Act = (_("One more thing to be done"), self._add_task, "tambah")
        self.carried = ShortList(window, "jam", carried, tasks, _called)
        decided = decision_table(dated=False, grows=True)
        self.decided = ShortList(window, "rapat", decided, decisions, _called, more=[add_decision])
        self.left = ShortList(window, "jam", left, tasks, _called, more=[add_task])
        column(self.carried, self.written, self.asked, self.decided, self.left, 1, gap=SP["m"], inside=self)
        self.decisions.changed.connect(lambda _value: self.edited.emit())

    def offer(self, offered: Offered) -> None:
        """Who may be asked to do something."""
        kept = self.tasks.value() if self.tasks is not None and not self.typed() else ()
        if self.tasks is not None:
            self.tasks.hide()
            self.tasks.deleteLater()
        field = spec.Field("follow_ups", FieldKind.LINES, N_("Who does what, until when?"), columns=TASK, line=Task)
        made = Maker(offered, self._today, lambda _entry: None).entry(field).widget
        if not isinstance(made, LinesField):
            raise TypeError(field)
        self.tasks = made
        made.set_value(kept)
        made.start()
        made.changed.connect(lambda _value: self.edited.emit())
        self.asked.add(made)

    def show_step(
        self,
        row: MeetingRow | None,
        carried: Sequence[FollowUpRow],
        decisions: Sequence[MeetingDecision] = (),
        tasks: Sequence[FollowUpRow] = (),
    ) -> None:
        """A meeting that is being written (no `row`, or a planned one), or one that was held."""
        self.row = row
        held = row is not None and row.standing == "held"
        writing = not held and open_book.writable(self.main) and (row is None or row.standing == "planned")
        self.written.setVisible(writing)
        self.asked.setVisible(writing)
        self.decided.setVisible(held)
        self.left.setVisible(held)
        self.carried.setVisible(bool(carried))
        self.carried.show_rows(carried, first=0)
        self.decided.show_rows(decisions, first=0)
        self.left.show_rows(tasks, first=0)

    def fit(self, *, tight: bool) -> None:
        """Columns that can be missed leave a narrow table."""
        for listed in (self.carried, self.left):
            listed.table.hide_columns(*TASK_SPARE if tight else ())
        self.decided.table.hide_columns(*DECISION_SPARE if tight else ())

    def fields(self) -> list[FieldBox]:
        """What is written into."""
        return [self.decisions, *([self.tasks] if self.tasks is not None else [])]

    def tasks_written(self) -> tuple[Task, ...]:
        """The tasks as far as they can be read, for a draft."""
        found: list[Task] = []
        for words, person, due in self.tasks.content() if self.tasks is not None else ():
            at = due if isinstance(due, date) else None
            found.append(Task(text=str(words), person=PersonId(person) if isinstance(person, int) else None, due=at))
        return tuple(found)

    def put_tasks(self, tasks: Sequence[Task]) -> None:
        """Show these."""
        if self.tasks is not None:
            self.tasks.set_value(tuple(tasks))

    def typed(self) -> bool:
        """Whether a decision or a task was written."""
        return self.written.isVisibleTo(self) and any(field.typed() for field in self.fields())

    def start(self) -> None:
        """Empty, as the beginning."""
        for field in self.fields():
            field.set_value(())
            field.start()

    def _add_decision(self) -> None:
        if self.row is not None:
            meeting_acts.add_decision(self.main, self.row)

    def _add_task(self) -> None:
        if self.row is not None:
            meeting_acts.add_task(self.main, self.row)


def _called(line: MeetingDecision | FollowUpRow | None) -> str:
    return named(line) if line is not None else ""
