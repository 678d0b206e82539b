"""Questions about meetings and their frozen answers. Hours are ``15:30``, fines whole rupiah."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kubebuku.books.meetings.commands import FineTo, MeetingKind
from kubebuku.books.meetings.rules import Presence, Quorum
from kubebuku.books.spec import Query
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import EntryId
from kubebuku.domain.money import Rupiah


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One meeting. `standing` is planned, held or cancelled; `invited` counts the members of that day.

    `present` and `late` ones came; `needed` is the quorum. Counts of attendance are 0 until the meeting is held.
    """

    id: int
    on: date
    kind: MeetingKind
    standing: str
    starts: str | None
    ends: str | None
    place: str | None
    chair: int | None
    chair_name: str | None
    minutes_by: int | None
    minutes_by_name: str | None
    invited: int
    present: int
    needed: int
    decisions: int
    #: things of this meeting that are still to be done
    open: int
    reason: str | None

    @property
    def absent(self) -> int:
        """Of those invited."""
        return self.invited - self.present

    @property
    def quorate(self) -> bool:
        """Whether enough came; a meeting that was not held has no quorum."""
        return self.standing == "held" and self.present >= self.needed


@dataclass(frozen=True)
class Meetings(Query[tuple[MeetingRow, ...]]):
    """Meetings by day, of a month, of a year, or all; `standing` keeps those planned, held or cancelled."""

    month: Month | None = None
    year: int | None = None
    standing: str | None = None


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    """A member's line of the daftar hadir; `fine` is what was laid on, `paid` what came of it. `number` is the member's."""

    person: int
    number: int | None
    name: str
    state: Presence
    note: str | None
    fine: Rupiah
    paid: Rupiah
    waived: str | None


@dataclass(frozen=True)
class AttendanceSheet(Query[tuple[AttendanceRow, ...]]):
    """The lines to be filled for a meeting on that day: its members by number, all present; or as they were written down."""

    on: date
    meeting: int | None = None


@dataclass(frozen=True, slots=True)
class MeetingDecision:
    """A numbered decision; `withdrawn` is the reason, if it was withdrawn.

    `entries` are the bukti numbers that rest on it, `entry_ids` the same entries by id, in the same order.
    """

    decision: int
    meeting: int
    on: date
    no: int
    text: str
    withdrawn: str | None
    entries: tuple[str, ...]
    entry_ids: tuple[EntryId, ...] = ()


@dataclass(frozen=True)
class MeetingDecisions(Query[tuple[MeetingDecision, ...]]):
    """Decisions of meetings, newest first; `search` looks into their words."""

    meeting: int | None = None
    search: str = ""


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    """Something to be done. `done` is the day it was; `late` whether its day has passed and it was not."""

    id: int
    meeting: int
    meeting_on: date
    text: str
    person: int | None
    name: str | None
    due: date | None
    done: date | None
    note: str | None
    late: bool


@dataclass(frozen=True)
class FollowUps(Query[tuple[FollowUpRow, ...]]):
    """What is to be done, oldest first: what stood open at the end of `at` (today if None), or with `settled` everything."""

    at: date | None = None
    settled: bool = False


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """A whole meeting. `carried` is what earlier meetings had left open on its day; `activity` its number in buku kegiatan."""

    row: MeetingRow
    guests: str | None
    agenda: str | None
    course: str | None
    conclusion: str | None
    ending: str | None
    attendance: tuple[AttendanceRow, ...]
    decisions: tuple[MeetingDecision, ...]
    follow_ups: tuple[FollowUpRow, ...]
    carried: tuple[FollowUpRow, ...]
    activity: int | None


@dataclass(frozen=True)
class Meeting(Query[MeetingPage]):
    """One meeting; raises MeetingUnknown."""

    meeting: int


@dataclass(frozen=True)
class Draft(Query[str]):
    """What was being written of a meeting and never saved, as `KeepDraft` was given it; empty where nothing was."""

    meeting: int | None = None


@dataclass(frozen=True, slots=True)
class MeetingRules:
    """The rules in force; `box` is where fines usually go."""

    quorum: Quorum
    fines: dict[Presence, Rupiah]
    fine_to: FineTo
    box: str


@dataclass(frozen=True)
class MeetingRulesNow(Query[MeetingRules]):
    """What the group has decided about quorum and fines."""


@dataclass(frozen=True, slots=True)
class FineRow:
    """A fine that is not paid whole yet."""

    meeting: int
    on: date
    person: int
    name: str
    state: Presence
    fine: Rupiah
    paid: Rupiah

    @property
    def rest(self) -> Rupiah:
        """What is still to be paid."""
        return self.fine - self.paid


@dataclass(frozen=True)
class UnpaidFines(Query[tuple[FineRow, ...]]):
    """Fines still to be paid, oldest meeting first; of one person, or of all."""

    person: int | None = None


@dataclass(frozen=True, slots=True)
class AttendanceCount:
    """How often a member came to the meetings of a year. `counted` are the meetings that name the member."""

    person: int
    name: str
    counted: int
    present: int
    late: int
    excused: int
    ill: int
    absent: int


@dataclass(frozen=True)
class AttendanceOfYear(Query[tuple[AttendanceCount, ...]]):
    """Attendance of each member over a year's meetings, by name; with `until` over those up to that day."""

    year: int
    until: date | None = None
