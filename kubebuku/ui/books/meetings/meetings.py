"""Rapat: the next meeting, all meetings of a year, what they decided and left to be done, who came, rules and fines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Any, Literal

from PySide6.QtWidgets import QWidget

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
from kubebuku.ui import places
from kubebuku.ui.books.meetings import acts as meeting_acts
from kubebuku.ui.books.meetings.tables import (
    DECISION_SPARE,
    FINE_COLUMNS,
    FINE_SPARE,
    MEETING_COLUMNS,
    MEETING_SPARE,
    TASK_SPARE,
    YearLine,
    decision_table,
    named,
    task_table,
    year_columns,
)
from kubebuku.ui.paper.book_print import print_book
from kubebuku.ui.parts import open_book
from kubebuku.ui.parts.fact_line import Fact, Facts
from kubebuku.ui.parts.listing import Listing
from kubebuku.ui.parts.row_foot import show_unfound
from kubebuku.ui.parts.tab_sheets import stacked
from kubebuku.ui.parts.tabbed import SheetsPage
from kubebuku.ui.parts.year_picker import YearPicker
from kubebuku.ui.tokens import ROW_CHOSEN, SP
from kubebuku.ui.widgets import (
    Act,
    ActRow,
    BookTable,
    Button,
    Card,
    CheckBox,
    EmptyState,
    FlowRow,
    Label,
    MainButton,
    SearchField,
    clear,
    column,
)
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
    """What the page asks for: the meetings of the year always, the rest for the tab on which it stands."""

    meetings: tuple[MeetingRow, ...]
    next: MeetingRow | None
    next_agenda: str = ""
    decisions: tuple[MeetingDecision, ...] = ()
    tasks: tuple[FollowUpRow, ...] = ()
    attendance: tuple[YearLine, ...] = ()
    rules: MeetingRules | None = None
    fines: tuple[FineRow, ...] = ()


class NextMeeting(Card):
    """The meeting to come: day, place, agenda, its paper, and the one button that begins it."""

    def __init__(self, window: Window) -> None:
        super().__init__()
        self.main = window
        self.title.hide()
        self.inside = column(gap=SP["xs"])
        self.buttons = ActRow()
        self.add(self.inside, self.buttons)

    def show_meeting(self, row: MeetingRow | None, agenda: str) -> None:
        """Another one, or none."""
        clear(self.inside)
        acts: list[Act] = []
        writable = open_book.writable(self.main)
        if row is None:
            self.inside.addWidget(Label(_("No meeting is planned"), "h2"))
            self.inside.addWidget(Label(_("Plan the next one and print its invitation."), "soft"))
            acts.append((_("Plan a meeting"), partial(self.main.go, places.MeetingPlan()), "kalender"))
        else:
            late = row.on < open_book.today(self.main)
            words = _("This meeting is not written down yet") if late else _("Next meeting")
            self.inside.addWidget(Label(words, "caption", "warn" if late else None))
            self.inside.addWidget(Label(meeting_acts.when(row), "h2"))
            parts = [say(KINDS[row.kind]), row.place or "", " · ".join(agenda.split("\n"))]
            self.inside.addWidget(Label(" · ".join(part for part in parts if part)))
            acts.append((_("Begin the meeting"), partial(self.main.go, places.Meeting(row.id)), "rapat"))
            acts += [*meeting_acts.prints(self.main, self, row)[:1], *meeting_acts.plan_acts(self.main, row)]
        acts = acts if writable else acts[1:]
        self.buttons.show_acts(acts, first=MainButton if writable else None)
        self.buttons.setVisible(bool(acts))


class MeetingsPage(SheetsPage[Tab, Shown]):
    """``go("meetings", tab="follow_ups")``; with `meeting` that one is chosen in the list."""

    nav = "meetings"
    watches = Changed.MEETINGS | Changed.PEOPLE | Changed.ENTRIES | Changed.SETTINGS

    def __init__(self, window: Window) -> None:
        super().__init__(window, _("Meetings"), TABS)
        self._wanted: int | None = None
        self.plan = Button(_("Plan a meeting"), "kalender", partial(window.go, places.MeetingPlan()))
        self.write = Button(_("Write down a meeting nobody planned"), "catat", partial(window.go, places.Meeting()))
        self.print = Button(_("Print"), "cetak", self.print_shown)
        self.head.add(self.write, self.print, self.plan, secondary=True)
        today = open_book.today(window)
        self.year = YearPicker(today.year, first=open_book.first_month(window).year, last=today.year + 1)
        self.search = SearchField(_("Search the words of decisions"))
        self.settled = CheckBox(_("Also what has been done"))
        self.tools = FlowRow(self.year, self.search, self.settled)
        self.add(self.head, self.tabs, self.tools, self.sheets, fill=True)
        self.year.changed.connect(lambda _year: self.refresh())
        self.search.searched.connect(lambda _words: self.refresh())
        self.settled.toggled.connect(lambda _on: self.refresh())

    def arrive(self, place: places.Meetings) -> None:
        """Show the tab, the meeting and its year that are asked for."""
        super().arrive(place)
        self._wanted = place.meeting
        if self._wanted is not None:
            self.tabs.set_value("meetings")

    # the sheets

    def sheet(self, tab: Tab) -> QWidget:
        """The list of the tab, with the next meeting or the rules above it."""
        if tab == "meetings":
            return stacked(self.next, self.of_year)
        return stacked(self.rules_card, self.fines) if tab == "rules" else self._listing(tab)

    def _listing(self, tab: Tab) -> Listing[Any]:
        if tab == "meetings":
            return self.of_year
        if tab == "decisions":
            return self.decisions
        if tab == "follow_ups":
            return self.tasks
        return self.years if tab == "attendance" else self.fines

    @cached_property
    def next(self) -> NextMeeting:
        """The meeting to come."""
        return NextMeeting(self.main)

    @cached_property
    def of_year(self) -> Listing[MeetingRow]:
        """The meetings of the year."""
        table = BookTable(MEETING_COLUMNS, name=_("Meetings"), row=ROW_CHOSEN, soft=lambda line: line.standing == "cancelled")
        return Listing(table, EmptyState("rapat", ""), self._meeting_acts, _named, opened=self._open, key="id")

    @cached_property
    def decisions(self) -> Listing[MeetingDecision]:
        """What they decided."""
        acts = partial(meeting_acts.decision_acts, self.main, look=True)
        return Listing(decision_table(dated=True), EmptyState("rapat", ""), acts, named, opened=self._open_its_meeting)

    @cached_property
    def tasks(self) -> Listing[FollowUpRow]:
        """What they left to be done."""
        acts = partial(meeting_acts.task_acts, self.main, look=True)
        table = task_table(_("What is to be done"), dated=True)
        text = _("What a meeting leaves to be done stands here until it has been done.")
        return Listing(table, EmptyState("jam", _("Nothing is left to be done"), text), acts, named)

    @cached_property
    def years(self) -> Listing[YearLine]:
        """Who came."""
        table = BookTable(year_columns(), name=_("Attendance of the year"))
        return Listing(table, EmptyState("rapat", _("No meeting was written down in this year.")), self._person_acts)

    @cached_property
    def fines(self) -> Listing[FineRow]:
        """Fines that are not paid."""
        table = BookTable(FINE_COLUMNS, name=_("Fines that are not paid"), row=ROW_CHOSEN)
        return Listing(table, EmptyState("uang", _("All fines are paid")), self._fine_acts)

    @cached_property
    def facts(self) -> Facts:
        """The rules."""
        return Facts()

    @cached_property
    def rules_button(self) -> Button:
        """To other rules."""
        return Button(_("Change the rules"), "catat", self._set_rules)

    @cached_property
    def rules_card(self) -> Card:
        """The rules, and the way to others."""
        card = Card(_("Rules of meetings"), icon="rapat")
        card.add(self.facts, FlowRow(self.rules_button))
        return card

    def first_focus(self) -> QWidget | None:
        """The list, once it was read."""
        if not self.is_built(self.tab):
            return self
        table = self._listing(self.tab).table
        return table if table.model.rowCount() else self.tabs

    def shape_changed(self) -> None:
        """Columns that can be missed leave a narrow table."""
        spare = {"meetings": MEETING_SPARE, "decisions": DECISION_SPARE, "follow_ups": TASK_SPARE, "rules": FINE_SPARE}
        if self.is_built(self.tab):
            self._listing(self.tab).table.hide_columns(*spare.get(self.tab, ()) if open_book.tight(self) else ())

    def question(self, tab: Tab, known: Shown | None) -> Callable[[Office], Shown]:
        """The meetings of the year, and what stands on the tab."""
        year, search, settled = self.year.value(), self.search.text(), self.settled.value()
        return partial(_ask, year=year, search=search, settled=settled, tab=tab, known=known)

    def redraw(self, shown: Shown, tab: Tab) -> None:
        """What can be done, and the sheet of the tab."""
        writable = open_book.writable(self.main)
        self.head.offer(self.plan, writable and shown.next is not None)
        self.head.offer(self.write, writable)
        self.head.offer(self.print, bool(shown.meetings))
        self.tools.setVisible(tab != "rules")
        self.year.setVisible(tab in ("meetings", "attendance"))
        self.search.setVisible(tab == "decisions")
        self.settled.setVisible(tab == "follow_ups")
        if tab == "meetings":
            self._show_meetings(shown)
        elif tab == "decisions":
            self._show_decisions(shown.decisions)
        elif tab == "follow_ups":
            self.tasks.show_rows(shown.tasks)
        elif tab == "attendance":
            self.years.show_rows(shown.attendance)
        elif shown.rules is not None:
            self.rules_button.setVisible(writable)
            self._show_rules(shown.rules, shown.fines)

    # meetings

    def _show_meetings(self, shown: Shown) -> None:
        self.next.show_meeting(shown.next, shown.next_agenda)
        acts: list[Act] = [(self.write.words, self.write.click, "catat")] if open_book.writable(self.main) else []
        title = _("No meeting in {year}").format(year=self.year.value())
        text = _("Attendance, minutes and decisions of every meeting stand here.")
        self.of_year.empty.show_state("rapat", title, text, acts)
        self.of_year.show_rows(shown.meetings)
        if self.of_year.choose(self._wanted):
            self._wanted = None

    def _meeting_acts(self, line: MeetingRow) -> list[Act]:
        begin = line.standing == "planned" and open_book.writable(self.main)
        words = _("Begin the meeting") if begin else _("Look")
        acts: list[Act] = [(words, partial(self._open, line), "rapat")]
        papers = meeting_acts.prints(self.main, self, line)
        if self.shown is not None and self.shown.next is not None and self.shown.next.id == line.id:
            return [*acts, *papers[1:]]  # the rest stands on the card above
        return [*acts, *papers, *meeting_acts.plan_acts(self.main, line)]

    def _open(self, line: MeetingRow) -> None:
        self.main.go(places.Meeting(meeting=line.id))

    def print_shown(self) -> None:
        """Attendance and minutes of the month of the chosen meeting."""
        chosen = self.of_year.table.current()
        last = open_book.last_month(self.main)
        month = min(Month.of(chosen.on), last) if isinstance(chosen, MeetingRow) else last
        print_book(self.main, self, "meetings", month)

    # decisions, people, rules

    def _show_decisions(self, rows: Sequence[MeetingDecision]) -> None:
        if self.search.text().strip():
            show_unfound(self.decisions.empty, self.search)
        else:
            text = _("They are numbered in each meeting.")
            self.decisions.empty.show_state("rapat", _("No decision is written down yet"), text)
        self.decisions.show_rows(rows)

    def _open_its_meeting(self, line: MeetingDecision) -> None:
        self.main.go(places.Meeting(meeting=line.meeting, step="decisions"))

    def _person_acts(self, line: YearLine) -> list[Act]:
        return [(_("Look at the person"), partial(self.main.go, places.Person(person=line.person)), "orang")]

    def _show_rules(self, rules: MeetingRules, unpaid: Sequence[FineRow]) -> None:
        facts: list[Fact] = [(_("Quorum"), say(QUORUMS[rules.quorum]), None)]
        for state in (Presence.LATE, Presence.ABSENT, Presence.EXCUSED, Presence.ILL):
            amount = rules.fines[state]
            words = _("Fine: {state}").format(state=meeting_acts.presence(state).lower())
            facts.append((words, rupiah(amount) if amount else _("none"), None))
        to = _("Solidarity fund (IKS)") if rules.fine_to is FineTo.SOLIDARITY else _("Income of the group")
        facts.append((_("Fines go to"), to, None))
        self.facts.show_facts(facts)
        totals: dict[str, object] = {"name": _("Total"), "rest": Rupiah(sum(row.rest for row in unpaid))}
        self.fines.show_rows(unpaid, totals if unpaid else None)

    def _fine_acts(self, line: FineRow) -> list[Act]:
        return meeting_acts.fine_acts(self.main, line, self.shown.rules if self.shown else None)

    def _set_rules(self) -> None:
        if self.shown is not None and self.shown.rules is not None:
            meeting_acts.set_rules(self.main, self.shown.rules)


def _named(line: MeetingRow) -> str:
    return long_date(line.on)


def _ask(office: Office, *, year: int, search: str, settled: bool, tab: Tab, known: Shown | None) -> Shown:
    if known is None:
        planned = office.ask(Meetings(standing="planned"))
        known = Shown(office.ask(Meetings(year=year))[::-1], planned[0] if planned else None)
    if tab == "meetings":
        return replace(known, next_agenda=(office.ask(Meeting(known.next.id)).agenda or "") if known.next else "")
    if tab == "decisions":
        return replace(known, decisions=office.ask(MeetingDecisions(search=search)))
    if tab == "follow_ups":
        return replace(known, tasks=office.ask(FollowUps(settled=settled)))
    if tab == "attendance":
        numbers = {row.person: row.number for row in office.ask(People(with_left=True))}
        counts: tuple[AttendanceCount, ...] = office.ask(AttendanceOfYear(year))
        return replace(known, attendance=tuple(YearLine(numbers.get(count.person), count) for count in counts))
    return replace(known, rules=office.ask(MeetingRulesNow()), fines=office.ask(UnpaidFines()))
