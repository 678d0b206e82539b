"""One meeting in three steps: who came, the minutes, what was decided and is to be done. One button saves all of it."""

from __future__ import annotations

import uuid
from datetime import date
from functools import partial
from typing import Literal

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from kubebuku.books.attachments.commands import Owner
from kubebuku.books.meetings.commands import KeepDraft
from kubebuku.books.meetings.queries import AttendanceRow, AttendanceSheet, MeetingRow
from kubebuku.books.meetings.rules import needed
from kubebuku.books.meetings.words import KINDS
from kubebuku.books.spec import Changed, Command, Outcome
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.text import N_
from kubebuku.i18n import _, full_date, say
from kubebuku.ui import messages, places, theme
from kubebuku.ui.books.attachments.card import AttachedCard
from kubebuku.ui.books.meetings import acts as meeting_acts
from kubebuku.ui.books.meetings import draft as meeting_draft
from kubebuku.ui.books.meetings.asking import Shown, ask
from kubebuku.ui.books.meetings.foot import MeetingFoot
from kubebuku.ui.books.meetings.writing import Writing
from kubebuku.ui.jobs import Progress
from kubebuku.ui.parts import open_book
from kubebuku.ui.parts.book_page import BookPage
from kubebuku.ui.parts.tab_sheets import Sheets
from kubebuku.ui.widgets import Act, Button, MessageStrip, TabRow
from kubebuku.ui.widgets.mnemonics import give_mnemonics
from kubebuku.ui.window import Window

Step = Literal["attendance", "minutes", "decisions"]
STEPS: tuple[tuple[Step, str], ...] = (
    ("attendance", N_("1. Who came")),
    ("minutes", N_("2. Minutes")),
    ("decisions", N_("3. Decisions and what is to be done")),
)
_PAPERS = {
    "invitation": N_("Print the invitation"),
    "attendance_list": N_("Print the attendance list"),
    "minutes": N_("Print the minutes"),
}
_PAPERS_OF = {"planned": ("invitation", "attendance_list"), "held": ("attendance_list", "minutes")}
_KEEP_MS = 3000


class OneMeeting(BookPage):
    """``go("meeting", meeting=3, step="decisions")``; without `meeting` one that nobody planned is written down."""

    nav = "meetings"
    watches = Changed.MEETINGS | Changed.PEOPLE | Changed.ENTRIES | Changed.SETTINGS

    def __init__(self, window: Window) -> None:
        super().__init__(window, _("Meeting"), back=self._back)
        self.meeting: int | None = None
        self.shown: Shown | None = None
        #: whether the minutes of a held meeting are being changed
        self.changing = False
        self._fresh, self._resting, self._filling = True, False, False
        self._key = uuid.uuid4().hex
        self._keeper = QObject(self)
        self._pause = QTimer(self, singleShot=True, interval=_KEEP_MS)
        self.papers = {paper: Button(_(words), "cetak", partial(self._print, paper)) for paper, words in _PAPERS.items()}
        self.change = Button(_("Change the minutes"), "catat", self._begin_change)
        self.collect = Button(_("Collection sheet"), "uang", self._collect)
        self.head.add(*self.papers.values(), self.change, self.collect, secondary=True)
        self.strip = MessageStrip()
        self.steps = TabRow([(key, _(words)) for key, words in STEPS], _("Steps"))
        self.written = Writing(window)
        self.sheets = Sheets()
        for sheet in (self.written.roll, self.written.minutes, self.written.decided):
            self.sheets.addWidget(sheet)
        self.add(self.head, self.strip, self.steps, self.sheets, fill=True)
        self.attached = AttachedCard(window, Owner.MEETING)
        self.beneath = QWidget()  # of the minutes alone: the list of those who came needs the room
        self.beneath.setLayout(open_book.filled(self.attached, wide=0))
        self.add(self.beneath)
        self.foot = MeetingFoot(go_on=self._next_step, give_up=self._stop_changing, save=self.save)
        self.foot.pin(self)
        self._connect()

    def _connect(self) -> None:
        self._pause.timeout.connect(self._keep_draft)
        self.steps.chosen.connect(lambda _step: self._show_step())
        self.written.roll.changed.connect(self._edited)
        self.written.minutes.sheet.edited.connect(self._edited)
        self.written.decided.edited.connect(self._edited)
        self.written.fields.on.changed.connect(self._day_changed)
        for keys, act in (("Ctrl+Return", self.save), ("Ctrl+Enter", self.save), ("Esc", self._back)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    # what is asked

    def arrive(self, place: places.Meeting) -> None:
        """Begin with the meeting asked for; coming back from the collection sheet finds everything as it was."""
        other = place.meeting
        if not (self._resting and other == self.meeting):
            self._fresh = True
            self.changing = False
            self.strip.clear()
            self.steps.set_value("attendance")
            self.stale = True  # also where nothing was wanted: a meeting nobody planned is another one
        self._resting = False
        self.meeting = other
        if place.step is not None:
            self.steps.set_value(place.step)

    def refresh(self) -> None:
        """Ask for everything at once."""
        self.main.session.read(self, partial(ask, self.meeting), self._show)

    @property
    def row(self) -> MeetingRow | None:
        """The meeting shown; None of one that is not in the book yet."""
        return self.shown.page.row if self.shown is not None and self.shown.page is not None else None

    @property
    def held(self) -> bool:
        """Whether it has been written down."""
        return self.row is not None and self.row.standing == "held"

    @property
    def writing(self) -> bool:
        """Whether the steps are being filled in."""
        waits = self.row is None or self.row.standing == "planned"
        return open_book.writable(self.main) and (self.changing or waits)

    @property
    def step(self) -> Step:
        """The step shown."""
        key = self.steps.value()
        return next(one for one, _words in STEPS if one == key)

    def _show(self, shown: Shown) -> None:
        self.shown = shown
        if self._fresh or not self.typed():
            self._fill(shown)
        page = shown.page
        own = (page.decisions, page.follow_ups) if page is not None else ((), ())
        self.written.decided.show_step(self.row, shown.carried, *own)
        if self.held and self.meeting is not None:
            self.attached.show_owner(self.meeting)
        self._show_standing()
        self._show_step()

    def _fill(self, shown: Shown) -> None:
        self._fresh = False
        self._filling = True
        self._key = uuid.uuid4().hex
        self.written.fill(shown)
        blank = not self.held and not self.writing
        self.written.roll.show_lines(shown.sheet, editable=self.writing, blank=blank)
        self.written.start()
        self._filling = False
        draft = meeting_draft.from_text(shown.draft) if shown.draft else None
        if draft is not None and open_book.writable(self.main) and (self.writing or self.held):
            self._take_up(draft)

    def _show_standing(self) -> None:
        row, writing, strip = self.row, self.writing, self.strip
        if row is None:
            self.head.say(_("Write down a meeting"), full_date(self.written.fields.on.peek() or open_book.today(self.main)))
        else:
            self.head.say(say(KINDS[row.kind]), " · ".join(part for part in (meeting_acts.when(row), row.place) if part))
        self.title = self.head.title.text()
        self.setAccessibleName(self.title)
        papers = _PAPERS_OF.get(row.standing, ()) if row is not None and not self.changing else ()
        for paper, button in self.papers.items():
            self.head.offer(button, paper in papers)
        self.head.offer(self.change, self.held and not self.changing and open_book.writable(self.main))
        self.head.offer(self.collect, self._can_collect() and row is not None and row.standing != "cancelled")
        self.written.minutes.show_minutes(self.shown.page if self.shown is not None else None, writing=writing)
        self.foot.setVisible(writing)
        self.foot.give_up.setVisible(self.changing)
        self.foot.save.say(_("Save the minutes") if self.changing else _("Save the meeting"))
        if row is not None and row.standing == "cancelled":
            strip.show_message("info", _("This meeting was cancelled"), row.reason or "")
        elif row is not None and self.held and not writing and not row.quorate:
            words = _("{present} came, {needed} are needed. The minutes say so.")
            strip.show_message("warn", _("This meeting had no quorum"), words.format(present=row.present, needed=row.needed))
        elif not writing:
            strip.clear()
        self._show_quorum()
        if self.isVisible():
            give_mnemonics(self)

    def _show_quorum(self) -> None:
        if self.shown is None:
            return
        row, roll = self.row, self.written.roll
        invited = len(roll.lines)
        as_held = row is not None and self.held and invited == row.invited
        least = row.needed if row is not None and as_held else needed(self.shown.rules.quorum, invited)
        day = self.written.fields.on.peek()
        early = day if self.writing and day is not None and day > open_book.today(self.main) else None
        self.foot.say_quorum(roll.come(), least, invited, early=early)

    # steps

    def _show_step(self) -> None:
        self.sheets.setCurrentIndex([key for key, _words in STEPS].index(self.step))
        self.beneath.setVisible(self.held and not self.writing and self.step == "minutes")
        self.foot.next.setVisible(self.step != "decisions" and not self.changing)
        self.area.verticalScrollBar().setValue(0)

    def show_step(self, step: str) -> None:
        """Go to a step."""
        self.steps.set_value(step)
        self._show_step()

    def _next_step(self) -> None:
        at = [key for key, _words in STEPS].index(self.step)
        self.show_step(STEPS[min(at + 1, len(STEPS) - 1)][0])
        (self.first_focus() or self).setFocus()

    def first_focus(self) -> QWidget | None:
        """The list of members, how it went, the first decision."""
        if self.step == "attendance":
            return self.written.roll.table
        if not self.writing or (self.held and self.step == "decisions"):
            return self.steps
        return self.written.minutes.first() if self.step == "minutes" else self.written.decided.decisions

    def shape_changed(self) -> None:
        """Letters for attendance where there is little room."""
        tight = open_book.tight(self)
        self.written.roll.fit(short=self.narrow or theme.current().text >= 1.5, tight=tight)
        self.written.decided.fit(tight=tight)
        self.foot.pin(self)

    # writing

    def typed(self) -> bool:
        """Whether something is written that was not saved."""
        return self.writing and self.written.typed(held=self.held)

    def _edited(self) -> None:
        if not self._filling and self.writing:
            self._show_quorum()
            self._pause.start()

    def _day_changed(self, day: object) -> None:
        """Another day may have had other members; who was marked keeps the mark."""
        if not isinstance(day, date) or self._filling or not self.writing:
            return

        def show(rows: tuple[AttendanceRow, ...]) -> None:
            self.written.roll.keep_marks(rows)
            self._show_standing()

        self.main.session.ask(self.written.fields.on, AttendanceSheet(day, self.meeting if self.held else None), show)

    def _begin_change(self) -> None:
        self.changing = True
        if self.shown is not None:
            self._fill(self.shown)
        self._show_standing()
        self.show_step("minutes" if self.step == "decisions" else self.step)
        (self.first_focus() or self).setFocus()

    def _stop_changing(self) -> None:
        if self.leave():
            self._settled()

    def _settled(self) -> None:
        """What was written is saved or let go: show the meeting as the book has it."""
        self._pause.stop()
        self.changing = False
        self._fresh = True
        self.strip.clear()
        self.refresh()

    # saving

    def save(self) -> None:
        """One act; a refusal is shown at its field, at whatever step that stands."""
        if not self.writing or not self.main.agree_clock():
            return
        self.strip.clear()
        self.written.clear_refusals()
        try:
            command = self.written.command(self.meeting, held=self.held)
        except RuleBroken as refusal:
            self._refused(refusal)
            return
        self._pause.stop()
        self.main.session.run(self, command, self._saved, self._refused, key=self._key)

    def _refused(self, refusal: RuleBroken) -> None:
        step, field = self.written.place(refusal)
        if step:
            self.show_step(step)
        if field is not None:
            field.show_refusal(refusal)
            return
        self.strip.show_refusal(refusal)

    def _saved(self, outcome: Outcome) -> None:
        if not self.held:
            self.show_step("minutes")
        self.meeting = outcome.made.get("meeting", self.meeting)
        self.written.start()
        self._settled()
        acts: list[Act] = [(_("Print the minutes"), partial(self._print, "minutes"), "cetak")]
        if self._can_collect():
            acts.append((_("Collection sheet"), self._collect, "uang"))
        title = say(outcome.said) if outcome.said is not None else _("Saved")
        self.main.say_done(title, " ".join(say(one) for one in outcome.warned), acts)
        self.main.done.findChildren(Button)[0].setFocus(Qt.FocusReason.OtherFocusReason)

    # leaving, and what was not saved

    def let_go(self) -> None:
        """Leaving asks nothing."""
        self._pause.stop()
        self.written.start()

    def leave(self) -> bool:
        """Ask when something was typed; who leaves all the same lets it go."""
        if self._resting or not self.typed():
            self._pause.stop()
            return True
        if not messages.lose_unsaved():
            return False
        self._forget_draft()
        return True

    def _back(self) -> None:
        if self.changing:
            self._stop_changing()
        else:
            self.main.go(places.Meetings())

    def _keep_draft(self) -> None:
        if self.typed():
            self._run_quietly(KeepDraft(meeting=self.meeting, data=meeting_draft.to_text(self.written.draft())))

    def _forget_draft(self) -> None:
        self.let_go()
        self._run_quietly(KeepDraft(meeting=self.meeting))

    def _run_quietly(self, command: Command) -> None:
        session = self.main.session

        def work(_progress: Progress) -> None:
            session.office.run(command)

        session.jobs.run(work, owner=self._keeper, quiet=True)

    def _take_up(self, draft: meeting_draft.Draft) -> None:
        """What was written before the power went, or the window was closed."""
        if self.held and not self.changing:
            self.changing = True
            self.written.roll.show_lines(self.written.roll.lines, editable=True)
        self._filling = True
        self.written.put(draft)
        self._filling = False
        title = _("What was not saved last time is here again")
        text = _("Go on writing and save it, or begin again.")
        self.strip.show_message("info", title, text, [(_("Begin again"), self._begin_again, "urungkan")])
        self._day_changed(self.written.fields.on.peek())

    def _begin_again(self) -> None:
        self._forget_draft()
        self._settled()

    # elsewhere

    def _can_collect(self) -> bool:
        return any(page.key == "collection" for page in self.main.pages)

    def _collect(self) -> None:
        """To the collection sheet; what is written here stays as it is."""
        if self.row is not None:
            self._keep_draft()
            self._resting = True
            self.main.go(places.Collection(meeting=self.row.id, on=self.written.fields.on.peek() or self.row.on))

    def _print(self, paper: str) -> None:
        if self.meeting is not None:
            meeting_acts.print_of(self.main, self, paper, self.meeting)

    def print_shown(self) -> None:
        """The minutes; before the meeting its invitation."""
        if self.row is not None and not self.changing:
            self._print("minutes" if self.held else "invitation")
