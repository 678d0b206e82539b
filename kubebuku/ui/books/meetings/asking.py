"""What the page of a meeting asks the book for, in one go."""

from __future__ import annotations

from dataclasses import dataclass

from kubebuku.app.office import Office
from kubebuku.books.meetings.queries import (
    AttendanceRow,
    AttendanceSheet,
    Draft,
    FollowUpRow,
    FollowUps,
    Meeting,
    MeetingPage,
    MeetingRules,
    MeetingRulesNow,
)
from kubebuku.books.members.queries import People
from kubebuku.ui.books.meetings.plan import last_meeting
from kubebuku.ui.forms.choices import Offered


@dataclass(frozen=True)
class Shown:
    """`usual` is the last meeting, to go by where nobody planned this one; `draft` what was written and never saved."""

    page: MeetingPage | None
    sheet: tuple[AttendanceRow, ...]
    carried: tuple[FollowUpRow, ...]
    rules: MeetingRules
    offered: Offered
    usual: MeetingPage | None
    draft: str


def ask(meeting: int | None, office: Office) -> Shown:
    """A meeting, or what a new one begins with."""
    page = office.ask(Meeting(meeting)) if meeting is not None else None
    if page is not None and page.row.standing == "held":
        sheet = page.attendance
    else:
        sheet = office.ask(AttendanceSheet(page.row.on if page is not None else office.today))
    return Shown(
        page,
        sheet,
        page.carried if page is not None else office.ask(FollowUps()),
        office.ask(MeetingRulesNow()),
        Offered(people=office.ask(People())),
        last_meeting(office) if page is None else None,
        office.ask(Draft(meeting)),
    )
