"""A meeting to come: day, hour, place and what will be talked about, for its invitation."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from kubebuku.app.office import Office
from kubebuku.books.meetings.commands import ChangePlan, PlanMeeting
from kubebuku.books.meetings.queries import Meeting, MeetingPage, Meetings
from kubebuku.books.members.queries import People
from kubebuku.books.spec import Changed, Outcome
from kubebuku.domain.errors import RuleBroken
from kubebuku.i18n import _, say
from kubebuku.ui import messages, places
from kubebuku.ui.books.meetings import acts as meeting_acts
from kubebuku.ui.books.meetings.fields import PLANNED, FieldSheet, MeetingFields
from kubebuku.ui.forms.choices import Offered
from kubebuku.ui.parts import open_book
from kubebuku.ui.parts.book_page import BookPage
from kubebuku.ui.widgets import Act, Button, FlowRow, MainButton, MessageStrip
from kubebuku.ui.window import Window

#: A Kube meets every two weeks (domain.md 1.11).
_USUAL_GAP = timedelta(days=14)


@dataclass(frozen=True)
class Known:
    """What the page asks for: the plan that is changed, or the last meeting to go by."""

    offered: Offered
    plan: MeetingPage | None
    last: MeetingPage | None


class MeetingPlanPage(BookPage):
    """``go("meeting_plan")``, or with `meeting` to change a plan."""

    nav = "meetings"
    watches = Changed.NOTHING

    def __init__(self, window: Window) -> None:
        super().__init__(window, _("Plan a meeting"), icon="rapat", back=self.give_up)
        self.meeting: int | None = None
        self._key = uuid.uuid4().hex
        self.fields = MeetingFields(partial(open_book.today, window))
        self.sheet = FieldSheet()
        self.fields.on.say_hint(_("Can be typed: 6/12, tomorrow"))
        named = self.fields.all()
        self.sheet.put(named["on"], named["starts"])
        self.sheet.put(named["place"], named["kind"])
        self.sheet.put(named["agenda"])
        self.sheet.put(named["chair"], named["minutes_by"])
        self.sheet.put(named["guests"])
        self.strip = MessageStrip(below=True)
        self.sheet.add(self.strip)
        self.save_button = MainButton(_("Save"), "simpan", self.save, big=True)
        self.cancel = Button(_("Cancel"), None, self.give_up)
        self.sheet.add(FlowRow(self.save_button, self.cancel))
        self.add(self.head, self.sheet)
        for keys, act in (("Ctrl+Return", self.save), ("Ctrl+Enter", self.save), ("Esc", self.give_up)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def arrive(self, place: places.MeetingPlan) -> None:
        """Begin anew with the meeting asked for."""
        self.meeting = place.meeting
        self._key = uuid.uuid4().hex
        self.strip.clear()
        title = _("Plan a meeting") if self.meeting is None else _("Change the plan")
        self.head.say(title)
        self.setAccessibleName(title)
        self.main.session.read(self, partial(_ask, self.meeting), self._show)

    def _show(self, known: Known) -> None:
        self.fields.offer(known.offered, known.plan)
        self.fields.fill(known.plan, PLANNED)
        if known.plan is None:
            self.fields.usual(known.last)
            today = open_book.today(self.main)
            on = known.last.row.on + _USUAL_GAP if known.last is not None else today
            self.fields.on.set_value(max(on, today))
        self.sheet.start()

    def first_focus(self) -> QWidget | None:
        """The day."""
        return self.fields.on

    def save(self) -> None:
        """Once; a refusal stands at its field."""
        if not self.main.agree_clock():
            return
        self.strip.clear()
        self.sheet.clear_refusals()
        try:
            values: dict[str, Any] = self.sheet.values()
        except RuleBroken as refusal:
            self._refused(refusal)
            return
        command = PlanMeeting(**values) if self.meeting is None else ChangePlan(meeting=self.meeting, **values)
        self.main.session.run(self, command, self._saved, self._refused, key=self._key)

    def _refused(self, refusal: RuleBroken) -> None:
        field = self.sheet.field(refusal.field)
        if field is not None:
            field.show_refusal(refusal)
            return
        self.strip.show_refusal(refusal)

    def _saved(self, outcome: Outcome) -> None:
        self.sheet.start()
        meeting = outcome.made.get("meeting", self.meeting)
        self.main.go(places.Meetings(meeting=meeting, tab="meetings"))
        acts: list[Act] = []
        if meeting is not None:
            acts.append(
                (_("Print the invitation"), partial(meeting_acts.print_of, self.main, self, "invitation", meeting), "cetak")
            )
        self.main.say_done(say(outcome.said) if outcome.said is not None else _("Saved"), "", acts)

    def let_go(self) -> None:
        """Leaving asks nothing."""
        self.sheet.start()

    def leave(self) -> bool:
        """Ask only when something was typed."""
        return not self.sheet.typed() or messages.lose_unsaved()

    def give_up(self) -> None:
        """Back to the list."""
        self.main.go(places.Meetings())


def _ask(meeting: int | None, office: Office) -> Known:
    offered = Offered(people=office.ask(People()))
    if meeting is not None:
        return Known(offered, office.ask(Meeting(meeting)), None)
    return Known(offered, None, last_meeting(office))


def last_meeting(office: Office) -> MeetingPage | None:
    """The last one that was held, to go by."""
    held = office.ask(Meetings(standing="held"))
    return office.ask(Meeting(held[-1].id)) if held else None
