"""The three steps of a meeting as one thing that is written, kept as a draft, and made into a command."""

from __future__ import annotations

from functools import partial
from typing import Any

from kubebuku.books.meetings.commands import ChangeMinutes, HoldMeeting
from kubebuku.books.spec import Command
from kubebuku.domain.errors import RuleBroken
from kubebuku.ui.books.meetings.asking import Shown
from kubebuku.ui.books.meetings.decided import Decided
from kubebuku.ui.books.meetings.draft import Draft
from kubebuku.ui.books.meetings.fields import MeetingFields
from kubebuku.ui.books.meetings.minutes import MinutesSheet
from kubebuku.ui.books.meetings.roll import RollCall
from kubebuku.ui.parts import open_book
from kubebuku.ui.widgets import FieldBox
from kubebuku.ui.window import Window

#: Fields of a task that a refusal names stand for the table of tasks.
_OF_TASKS = frozenset({"due", "text", "person"})


class Writing:
    """Who came, the minutes, what was decided. `held` tells a meeting whose minutes are changed: its decisions have acts."""

    def __init__(self, window: Window) -> None:
        today = partial(open_book.today, window)
        self.main = window
        self.roll = RollCall()
        self.fields = MeetingFields(today)
        self.minutes = MinutesSheet(self.fields)
        self.decided = Decided(window, today)

    def fill(self, shown: Shown) -> None:
        """A meeting as the book has it, or the beginning of a new one."""
        self.fields.offer(shown.offered, shown.page)
        self.fields.fill(shown.page)
        if shown.page is None:
            self.fields.on.set_value(open_book.today(self.main))
            self.fields.usual(shown.usual)
        self.decided.offer(shown.offered)
        self.decided.start()

    def start(self) -> None:
        """Take what stands there as the beginning."""
        self.roll.start()
        self.minutes.sheet.start()
        for field in self.decided.fields():
            field.start()

    def typed(self, *, held: bool) -> bool:
        """Whether something is written that was not saved."""
        return self.roll.typed() or self.minutes.sheet.typed() or (not held and self.decided.typed())

    def clear_refusals(self) -> None:
        """Nothing is wrong any more."""
        self.minutes.sheet.clear_refusals()
        for field in self.decided.fields():
            field.clear_refusal()

    def place(self, refusal: RuleBroken) -> tuple[str, FieldBox | None]:
        """The step at which a refusal stands (empty: none), and its field."""
        name = "follow_ups" if refusal.field in _OF_TASKS else refusal.field or ""
        field = self.minutes.sheet.field(name)
        if field is not None:
            return "minutes", field
        field = next((one for one in self.decided.fields() if one.name == name), None)
        if field is not None:
            return "decisions", field
        return ("attendance" if name == "attendance" else ""), None

    def command(self, meeting: int | None, *, held: bool) -> Command:
        """What is written; raises RuleBroken with the name of its field."""
        values: dict[str, Any] = self.minutes.sheet.values()
        values["attendance"] = self.roll.attendance()
        if held and meeting is not None:
            return ChangeMinutes(meeting=meeting, **values)
        for field in self.decided.fields():
            try:
                values[field.name] = field.value()
            except RuleBroken as refusal:
                refusal.field = field.name
                raise
        return HoldMeeting(meeting=meeting, **values)

    def draft(self) -> Draft:
        """Everything written, as far as it can be read."""
        fields = {name: field.content() for name, field in self.fields.all().items()}
        fields["on"] = self.fields.on.peek()
        return Draft(fields, self.roll.marks(), self.decided.decisions.value(), self.decided.tasks_written())

    def put(self, draft: Draft) -> None:
        """What was kept, over what stands there."""
        for name, field in self.fields.all().items():
            if draft.fields.get(name) is not None:
                field.set_value(draft.fields[name])
        self.roll.put_marks(draft.marks)
        self.decided.decisions.set_value(draft.decisions)
        self.decided.put_tasks(draft.tasks)
