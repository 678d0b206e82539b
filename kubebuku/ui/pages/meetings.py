"""Rapat: the next meeting, all meetings of a year, what they decided and left to be done, who came, rules and fines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Literal

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kubebuku.app.office import Office
from kubebuku.books.meetings.commands import FineTo
from kubebuku.books.meetings.queries import (
    AttendanceCount,
    AttendanceOfYear,
    FineRow,
    FollowUpRow,
    FollowUps,
    Meeting,
    MeetingDecision,
    MeetingDecisions,
    MeetingRow,
    MeetingRules,
    MeetingRulesNow,
    Meetings,
    UnpaidFines,
)
from kubebuku.books.meetings.rules import Presence
from kubebuku.books.meetings.words import KINDS, QUORUMS
from kubebuku.books.members.queries import People
from kubebuku.books.spec import Changed
from kubebuku.domain.calendar import Month
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_
from kubebuku.i18n import _, long_date, rupiah, say
from kubebuku.ui.pages import here, meeting_acts
from kubebuku.ui.pages.book_print import print_book
from kubebuku.ui.pages.facts import Facts
from kubebuku.ui.pages.meeting_parts import (
    DECISION_SPARE,
    FINE_SPARE,
    MEETING_SPARE,
    TASK_SPARE,
    Listing,
    YearLine,
    decision_table,
    fine_columns,
    meeting_columns,
    meeting_style,
    named,
    task_table,
    year_columns,
)
from kubebuku.ui.pages.sheets import Sheets
from kubebuku.ui.pages.year_picker import YearPicker
from kubebuku.ui.tokens import ROW_CHOSEN, SP
from kubebuku.ui.widgets import (
    Act,
    BookTable,
    Button,
    Card,
    CheckBox,
    FlowRow,
    Label,
    MainButton,
    Page,
    PageHead,
    SearchField,
    TabRow,
    clear,
)
from kubebuku.ui.widgets.mnemonics import give_mnemonics

if TYPE_CHECKING:
    from kubebuku.ui.window import Window

Tab = Literal["meetings", "decisions", "follow_ups", "attendance", "rules"]
TABS: tuple[tuple[Tab, str], ...] = (
    ("meetings", N_("Meetings")),
    ("decisions", N_("Decisions taken")),
    ("follow_ups", N_("What is to be done")),
    ("attendance", N_("Attendance of the year")),
    ("rules", N_("Rules and fines")),
)


@dataclass(frozen=True)
class Shown:
    """What the page asks for."""

    meetings: tuple[MeetingRow, ...]
    next: MeetingRow | None
    next_agenda: str
    decisions: tuple[MeetingDecision, ...]
    tasks: tuple[FollowUpRow, ...]
    attendance: tuple[YearLine, ...]
    rules: MeetingRules
    fines: tuple[FineRow, ...]


class NextMeeting(Card):
    """The meeting to come: day, place, agenda, its paper, and the one button that begins it."""

    def __init__(self, window: Window) -> None:
        super().__init__()
        self.main = window
        self.title.hide()
        self.inside = QVBoxLayout()
        self.inside.setSpacing(SP["xs"])
        self.buttons = FlowRow()
        self.add(self.inside)
        self.add(self.buttons)

    def show_meeting(self, row: MeetingRow | None, agenda: str) -> None:
        """Another one, or none."""
        clear(self.inside)
        self.buttons.clear()
        writable = here.writable(self.main)
        if row is None:
            self.inside.addWidget(Label(_("No meeting is planned"), "h2"))
            self.inside.addWidget(Label(_("Plan the next one and print its invitation."), "soft"))
            if writable:
                self.buttons.add(MainButton(_("Plan a meeting"), "kalender", partial(self.main.go, "meeting_plan")))
        else:
            late = row.on < here.today(self.main)
            words = _("This meeting is not written down yet") if late else _("Next meeting")
            self.inside.addWidget(Label(words, "caption", "warn" if late else None))
            self.inside.addWidget(Label(meeting_acts.when(row), "h2"))
            parts = [say(KINDS[row.kind]), row.place or "", " · ".join(agenda.split("\n"))]
            self.inside.addWidget(Label(" · ".join(part for part in parts if part)))
            if writable:
                self.buttons.add(MainButton(_("Begin the meeting"), "rapat", partial(self.main.go, "meeting", meeting=row.id)))
            acts = [*meeting_acts.prints(self.main, self, row)[:1], *meeting_acts.plan_acts(self.main, row)]
            for text, press, icon in acts:
                self.buttons.add(Button(text, icon, press))
        self.buttons.setVisible(writable or row is not None)


class MeetingsPage(Page):
    """``go("meetings", tab="follow_ups")``; with `meeting` that one is chosen in the list."""

    nav: ClassVar[str] = "meetings"
    watches: ClassVar[object] = Changed.MEETINGS | Changed.PEOPLE | Changed.ENTRIES | Changed.SETTINGS

    def __init__(self, window: Window) -> None:
        super().__init__(_("Meetings"))
        self.main = window
        self.shown: Shown | None = None
        self._wanted: int | None = None
        self.head = PageHead(_("Meetings"))
        self.plan = Button(_("Plan a meeting"), "kalender", partial(window.go, "meeting_plan"))
        self.write = Button(_("Write down a meeting nobody planned"), "catat", partial(window.go, "meeting"))
        self.print = Button(_("Print"), "cetak", self.print_book)
        for button in (self.write, self.print, self.plan):
            self.head.add(button, secondary=True)
        self.tabs = TabRow([(key, _(words)) for key, words in TABS], _("Meetings"))
        today = here.today(window)
        self.year = YearPicker(today.year, first=here.first_month(window).year, last=today.year + 1)
        self.search = SearchField(_("Search the words of decisions"))
        self.settled = CheckBox(_("Also what has been done"))
        self.tools = FlowRow(self.year, self.search, self.settled)
        self.next = NextMeeting(window)
        self.list = Listing(
            BookTable(meeting_columns(), name=_("Meetings"), row=ROW_CHOSEN, style=meeting_style),
            "rapat", self._meeting_acts, _named, opened=self._open,
        )  # fmt: skip
        self.decisions = Listing(
            decision_table(dated=True), "rapat", partial(meeting_acts.decision_acts, window, look=True), named,
            opened=self._open_its_meeting,
        )  # fmt: skip
        self.tasks = Listing(
            task_table(_("What is to be done"), dated=True), "jam", partial(meeting_acts.task_acts, window, look=True), named
        )
        self.years = Listing(
            BookTable(year_columns(), name=_("Attendance of the year")), "rapat", self._person_acts, lambda line: line.name  # type: ignore[attr-defined]
        )  # fmt: skip
        self.facts = Facts()
        self.rules_button = Button(_("Change the rules"), "catat", self._set_rules)
        self.fines = Listing(
            BookTable(fine_columns(), name=_("Fines that are not paid"), row=ROW_CHOSEN), "uang", self._fine_acts,
            lambda line: line.name,  # type: ignore[attr-defined]
        )  # fmt: skip
        self.sheets = Sheets()
        for sheet in (
            _stacked((self.next, 0), (self.list, 1)),
            self.decisions,
            self.tasks,
            self.years,
            _stacked((self._rules_card(), 0), (self.fines, 1)),
        ):
            self.sheets.addWidget(sheet)
        for piece in (self.head, self.tabs, self.tools):
            self.add(piece)
        self.add(self.sheets, 1)
        self.tabs.chosen.connect(lambda _tab: self._redraw())
        self.year.changed.connect(lambda _year: self.refresh())
        self.search.searched.connect(lambda _words: self.refresh())
        self.settled.toggled.connect(lambda _on: self.refresh())
        window.print_wanted.connect(self._print_asked)

    def _rules_card(self) -> Card:
        card = Card(_("Rules of meetings"), icon="rapat")
        card.aside.setVisible(False)
        card.add(self.facts)
        card.add(FlowRow(self.rules_button))
        return card

    @property
    def tab(self) -> Tab:
        """The tab shown."""
        key = self.tabs.value()
        return next(one for one, _words in TABS if one == key)

    def arrive(self, **wanted: object) -> None:
        """Show the tab, the meeting and its year that are asked for."""
        if "tab" in wanted:
            self.tabs.set_value(wanted["tab"])
        meeting = wanted.get("meeting")
        self._wanted = meeting if isinstance(meeting, int) else None
        if self._wanted is not None:
            self.tabs.set_value("meetings")

    def first_focus(self) -> QWidget | None:
        """The list."""
        tables = {"meetings": self.list, "decisions": self.decisions, "follow_ups": self.tasks, "attendance": self.years}
        listing = tables.get(self.tab, self.fines)
        return listing.table if listing.table.model.rowCount() else self.tabs

    def shape_changed(self) -> None:
        """Columns that can be missed leave a narrow table."""
        tight = here.tight(self)
        for listing, spare in (
            (self.list, MEETING_SPARE),
            (self.tasks, TASK_SPARE),
            (self.decisions, DECISION_SPARE),
            (self.fines, FINE_SPARE),
        ):
            listing.table.hide_columns(*spare if tight else ())

    def refresh(self) -> None:
        """Ask for everything at once."""
        work = partial(_ask, self.year.value(), self.search.text(), self.settled.value())
        self.main.session.read(self, work, self._show)

    def _show(self, shown: Shown) -> None:
        self.shown = shown
        writable = here.writable(self.main)
        self.head.offer(self.plan, writable and shown.next is not None)
        self.head.offer(self.write, writable)
        self.rules_button.setVisible(writable)
        self._redraw()
        if self.isVisible():
            give_mnemonics(self)

    def _redraw(self) -> None:
        shown, tab = self.shown, self.tab
        if shown is None:
            return
        self.sheets.setCurrentIndex([key for key, _words in TABS].index(tab))
        self.tools.setVisible(tab != "rules")
        self.year.setVisible(tab in ("meetings", "attendance"))
        self.search.setVisible(tab == "decisions")
        self.settled.setVisible(tab == "follow_ups")
        self.head.offer(self.print, bool(shown.meetings))
        if tab == "meetings":
            self._show_meetings(shown)
        elif tab == "decisions":
            self._show_decisions(shown.decisions)
        elif tab == "follow_ups":
            text = _("What a meeting leaves to be done stands here until it has been done.")
            self.tasks.show_rows(shown.tasks, _("Nothing is left to be done"), text)
        elif tab == "attendance":
            self.years.show_rows(shown.attendance, _("No meeting was written down in this year."))
        else:
            self._show_rules(shown)
        here.land(self.tabs, self.first_focus())

    # meetings

    def _show_meetings(self, shown: Shown) -> None:
        self.next.show_meeting(shown.next, shown.next_agenda)
        acts: list[Act] = [(self.write.words, self.write.click, "catat")] if here.writable(self.main) else []
        title = _("No meeting in {year}").format(year=self.year.value())
        self.list.show_rows(shown.meetings, title, _("Attendance, minutes and decisions of every meeting stand here."), acts)
        wanted = next((at for at, row in enumerate(shown.meetings) if row.id == self._wanted), None)
        if wanted is not None:
            self.list.table.select_at(wanted)
            self._wanted = None

    def _meeting_acts(self, line: object) -> list[Act]:
        if not isinstance(line, MeetingRow):
            return []
        begin = line.standing == "planned" and here.writable(self.main)
        words = _("Begin the meeting") if begin else _("Look")
        acts: list[Act] = [(words, partial(self._open, line), "rapat")]
        papers = meeting_acts.prints(self.main, self, line)
        if self.shown is not None and self.shown.next is not None and self.shown.next.id == line.id:
            return [*acts, *papers[1:]]  # the rest stands on the card above
        return [*acts, *papers, *meeting_acts.plan_acts(self.main, line)]

    def _open(self, line: object) -> None:
        if isinstance(line, MeetingRow):
            self.main.go("meeting", meeting=line.id)

    def _print_asked(self) -> None:
        if self.isVisible():
            self.print_book()

    def print_book(self) -> None:
        """Attendance and minutes of the month of the chosen meeting."""
        chosen = self.list.table.current()
        last = here.last_month(self.main)
        month = min(Month.of(chosen.on), last) if isinstance(chosen, MeetingRow) else last
        print_book(self.main, self, "meetings", month)

    # decisions, people, rules

    def _show_decisions(self, rows: Sequence[MeetingDecision]) -> None:
        sought = self.search.text().strip()
        if sought:
            nothing = _("Nothing matches “{words}”").format(words=sought)
            self.decisions.show_rows(rows, nothing, _("Try a shorter word."))
        else:
            self.decisions.show_rows(rows, _("No decision is written down yet"), _("They are numbered in each meeting."))

    def _open_its_meeting(self, line: object) -> None:
        if isinstance(line, MeetingDecision):
            self.main.go("meeting", meeting=line.meeting, step="decisions")

    def _person_acts(self, line: object) -> list[Act]:
        if not isinstance(line, YearLine):
            return []
        return [(_("Look at the person"), partial(self.main.go, "person", person=line.person), "orang")]

    def _show_rules(self, shown: Shown) -> None:
        rules = shown.rules
        facts: list[tuple[str, str, str | None]] = [(_("Quorum"), say(QUORUMS[rules.quorum]), None)]
        for state in (Presence.LATE, Presence.ABSENT, Presence.EXCUSED, Presence.ILL):
            amount = rules.fines[state]
            words = _("Fine: {state}").format(state=meeting_acts.presence(state).lower())
            facts.append((words, rupiah(amount) if amount else _("none"), None))
        to = _("Solidarity fund (IKS)") if rules.fine_to is FineTo.SOLIDARITY else _("Income of the group")
        facts.append((_("Fines go to"), to, None))
        self.facts.show_facts(facts)
        totals: dict[str, object] = {"name": _("Total"), "rest": Rupiah(sum(row.rest for row in shown.fines))}
        self.fines.show_rows(shown.fines, _("All fines are paid"), "", (), totals if shown.fines else None)

    def _fine_acts(self, line: object) -> list[Act]:
        return meeting_acts.fine_acts(self.main, line, self.shown.rules if self.shown else None)

    def _set_rules(self) -> None:
        if self.shown is not None:
            meeting_acts.set_rules(self.main, self.shown.rules)


def _stacked(*pieces: tuple[QWidget, int]) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SP["m"])
    for piece, stretch in pieces:
        column.addWidget(piece, stretch)
    return whole


def _named(line: object) -> str:
    return long_date(line.on) if isinstance(line, MeetingRow) else ""


def _ask(year: int, search: str, settled: bool, office: Office) -> Shown:  # noqa: FBT001 (bound before)
    planned = office.ask(Meetings(standing="planned"))
    agenda = ""
    if planned:
        agenda = office.ask(Meeting(planned[0].id)).agenda or ""
    numbers = {row.person: row.number for row in office.ask(People(with_left=True))}
    counts: tuple[AttendanceCount, ...] = office.ask(AttendanceOfYear(year))
    return Shown(
        office.ask(Meetings(year=year))[::-1],
        planned[0] if planned else None,
        agenda,
        office.ask(MeetingDecisions(search=search)),
        office.ask(FollowUps(settled=settled)),
        tuple(YearLine(numbers.get(count.person), count) for count in counts),
        office.ask(MeetingRulesNow()),
        office.ask(UnpaidFines()),
    )
