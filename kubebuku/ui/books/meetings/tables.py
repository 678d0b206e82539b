"""Tables of meetings: the list, what was decided, what is to be done, attendance of a year, fines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kubebuku.books.meetings.queries import (
    AttendanceCount,
    FineRow,
    FollowUpRow,
    MeetingDecision,
    MeetingRow,
)
from kubebuku.books.meetings.words import KINDS
from kubebuku.domain.text import N_
from kubebuku.i18n import _, say
from kubebuku.ui.books.meetings import acts as meeting_acts
from kubebuku.ui.parts.listing import LONG
from kubebuku.ui.tokens import ROW_CHOSEN
from kubebuku.ui.widgets import PLAIN, STRUCK, BookTable, ColumnSpec, RowStyle

#: Columns that can be missed where there is little room.
TASK_SPARE, DECISION_SPARE = ("done", "note"), ("entries",)
MEETING_SPARE, FINE_SPARE = ("place", "decisions", "open"), ("state", "paid")


# ---------------------------------------------------------------------------------------------------------- the columns


def _came(line: MeetingRow) -> str:
    if line.standing != "held":
        return ""
    return _("{present} of {invited}").format(present=line.present, invited=line.invited)


def _count(name: str) -> Callable[[object], object]:
    return lambda line: getattr(line, name, 0) or None


#: The list of meetings; a few leave where there is little room.
MEETING_COLUMNS: list[ColumnSpec[MeetingRow]] = [
    ColumnSpec("on", N_("Date"), "date", 96),
    ColumnSpec("kind", N_("Kind of meeting"), stretch=True, read=lambda line: say(KINDS[line.kind])),
    ColumnSpec("place", N_("Place"), "soft", 190, read=lambda line: line.place or ""),
    ColumnSpec("standing", N_("Standing"), "text", 160, read=meeting_acts.standing_chip),
    ColumnSpec("present", N_("Came"), "number", 112, read=_came),
    ColumnSpec("decisions", N_("Decisions taken"), "number", 100, read=_count("decisions")),
    ColumnSpec("open", N_("Still to do"), "number", 92, read=_count("open")),
]


def decision_columns(*, dated: bool) -> list[ColumnSpec[MeetingDecision]]:
    """Decisions; `dated` with the day of their meeting."""
    day: list[ColumnSpec[MeetingDecision]] = [ColumnSpec("on", N_("Date"), "date", 96)] if dated else []
    return [
        *day,
        ColumnSpec("no", N_("No."), "number", 52),
        ColumnSpec("text", N_("Decision"), stretch=True, read=lambda line: " ".join(line.text.split())),
        ColumnSpec("entries", N_("Vouchers that rest on it"), "soft", 250, read=_entries),
    ]


def _entries(line: MeetingDecision) -> str:
    if line.withdrawn is not None:
        return _("withdrawn: {reason}").format(reason=line.withdrawn)
    return ", ".join(line.entries)


def named(line: MeetingDecision | FollowUpRow) -> str:
    """How the foot of a list calls a line."""
    if isinstance(line, MeetingDecision):
        return _("Decision {no}").format(no=line.no)
    return line.text if len(line.text) <= LONG else ""


def decision_style(line: MeetingDecision) -> RowStyle:
    """A withdrawn one is crossed out."""
    return STRUCK if line.withdrawn is not None else PLAIN


def task_columns(*, dated: bool) -> list[ColumnSpec[FollowUpRow]]:
    """What is to be done; `dated` with the day of the meeting that asked for it."""
    day: list[ColumnSpec[FollowUpRow]] = [ColumnSpec("meeting_on", N_("Meeting of"), "date", 100)] if dated else []
    return [
        *day,
        ColumnSpec("text", N_("What is to be done"), stretch=True),
        ColumnSpec("name", N_("By whom"), "text", 190, read=lambda line: line.name or ""),
        ColumnSpec("due", N_("Until"), "date", 96),
        ColumnSpec("done", N_("Done on"), "date", 100),
        ColumnSpec("note", N_("What came of it"), "soft", 190, read=lambda line: line.note or ""),
    ]


@dataclass(frozen=True, slots=True)
class YearLine:
    """A member's attendance with the member's number."""

    number: int | None
    count: AttendanceCount

    @property
    def name(self) -> str:
        """Of the member."""
        return self.count.name

    @property
    def person(self) -> int:
        """Whose."""
        return self.count.person


def year_columns() -> list[ColumnSpec[YearLine]]:
    """H T I S A of a year."""

    def of(name: str) -> Callable[[YearLine], object]:
        return lambda line: getattr(line.count, name) or "–"

    return [
        ColumnSpec("number", N_("No."), "number", 52),
        ColumnSpec("name", N_("Name"), stretch=True),
        ColumnSpec("counted", N_("Meetings"), "number", 72, read=of("counted"), drop=1),
        ColumnSpec("present", N_("Present"), "number", 72, read=of("present")),
        ColumnSpec("late", N_("Late"), "number", 72, read=of("late")),
        ColumnSpec("excused", N_("Excused"), "number", 72, read=of("excused")),
        ColumnSpec("ill", N_("Ill"), "number", 72, read=of("ill")),
        ColumnSpec("absent", N_("Without word"), "number", 76, read=of("absent")),
    ]


def _state(line: FineRow) -> object:
    return meeting_acts.presence_chip(line.state, short=False)


#: Fines that are not paid whole.
FINE_COLUMNS: list[ColumnSpec[FineRow]] = [
    ColumnSpec("on", N_("Meeting of"), "date", 110),
    ColumnSpec("name", N_("Name"), stretch=True),
    ColumnSpec("state", N_("Who came or not"), "text", 150, read=_state),
    ColumnSpec("fine", N_("Fine (Rp)"), "money", 110),
    ColumnSpec("paid", N_("Paid (Rp)"), "money", 110, zero="–"),
    ColumnSpec("rest", N_("Still to pay (Rp)"), "money", 120, bold=True),
]


def decision_table(*, dated: bool, grows: bool = False) -> BookTable[MeetingDecision]:
    """Decisions with the vouchers that rest on them."""
    return BookTable(decision_columns(dated=dated), name=_("Decisions"), row=ROW_CHOSEN, style=decision_style, grows=grows)


def task_table(name: str, *, dated: bool, grows: bool = False) -> BookTable[FollowUpRow]:
    """What is to be done, by whom, until when."""
    return BookTable(task_columns(dated=dated), name=name, row=ROW_CHOSEN, soft=lambda line: line.done is not None, grows=grows)
