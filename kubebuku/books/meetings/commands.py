"""What happens around meetings. Hours are typed as 15.30 and kept as ``15:30``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import ClassVar

from kubebuku.books.meetings.rules import Presence, Quorum
from kubebuku.books.spec import Command, Paid
from kubebuku.domain.entries import DecisionId, PersonId
from kubebuku.domain.money import Rupiah


class MeetingKind(Enum):
    """Jenis rapat."""

    ROUTINE = "routine"
    SPECIAL = "special"
    OFFICERS = "officers"
    YEARLY = "yearly"


class FineTo(Enum):
    """Where meeting fines go: income of the group (4103) or the solidarity fund (2120)."""

    INCOME = "income"
    SOLIDARITY = "solidarity"


@dataclass(frozen=True, kw_only=True)
class Attended:
    """One member's line of the daftar hadir."""

    person: PersonId
    state: Presence = Presence.PRESENT
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class Task:
    """Something to be done after the meeting, by whom and until when."""

    text: str
    person: PersonId | None = None
    due: date | None = None


@dataclass(frozen=True, kw_only=True)
class Planned(Command):
    """What is known of a meeting to come."""

    on: date
    kind: MeetingKind = MeetingKind.ROUTINE
    starts: str | None = None
    place: str | None = None
    agenda: str | None = None
    chair: PersonId | None = None
    minutes_by: PersonId | None = None
    guests: str | None = None


@dataclass(frozen=True, kw_only=True)
class PlanMeeting(Planned):
    """A meeting to come, for its invitation. `guests` are others who are asked to come, one a line."""

    name: ClassVar[str] = "meetings.plan"


@dataclass(frozen=True, kw_only=True)
class OfMeeting(Command):
    """Of one meeting, by its id."""

    meeting: int


@dataclass(frozen=True, kw_only=True)
class ChangePlan(Planned, OfMeeting):
    """The plan written anew, as long as the meeting has not been held or cancelled."""

    name: ClassVar[str] = "meetings.change_plan"


@dataclass(frozen=True, kw_only=True)
class CancelMeeting(OfMeeting):
    """A planned meeting that does not take place stays in the list with its reason."""

    name: ClassVar[str] = "meetings.cancel"
    reason: str


@dataclass(frozen=True, kw_only=True)
class Minutes(Command):
    """Daftar hadir and notulen: `agenda` is susunan acara, `course` uraian jalannya rapat."""

    on: date
    attendance: tuple[Attended, ...]
    kind: MeetingKind = MeetingKind.ROUTINE
    starts: str | None = None
    ends: str | None = None
    place: str | None = None
    chair: PersonId | None = None
    minutes_by: PersonId | None = None
    guests: str | None = None
    agenda: str | None = None
    course: str | None = None
    conclusion: str | None = None
    ending: str | None = None


@dataclass(frozen=True, kw_only=True)
class OfPlan(Command):
    """Of a meeting that was planned, or (None) of one nobody planned."""

    meeting: int | None = None


@dataclass(frozen=True, kw_only=True)
class HoldMeeting(Minutes, OfPlan):
    """Daftar hadir, notulen and buku kegiatan in one act, of a planned meeting or (`meeting` None) of one nobody planned.

    `attendance` has a line for each member who belonged on that day. `agenda` is susunan acara, `course` uraian jalannya rapat.
    """

    name: ClassVar[str] = "meetings.hold"
    decisions: tuple[str, ...] = ()
    follow_ups: tuple[Task, ...] = ()


@dataclass(frozen=True, kw_only=True)
class KeepDraft(OfPlan):
    """What is being written of a meeting (None: one nobody planned) and not saved yet; an empty `data` is forgotten.

    `data` is the window's own text. It goes as soon as the meeting is held or its minutes are changed.
    """

    name: ClassVar[str] = "meetings.keep_draft"
    data: str = ""


@dataclass(frozen=True, kw_only=True)
class ChangeMinutes(Minutes, OfMeeting):
    """Daftar hadir and notulen written anew; decisions and what is to be done have acts of their own."""

    name: ClassVar[str] = "meetings.change_minutes"


@dataclass(frozen=True, kw_only=True)
class AddDecision(OfMeeting):
    """One more decision of a meeting that was held; it gets the next number."""

    name: ClassVar[str] = "meetings.add_decision"
    text: str


@dataclass(frozen=True, kw_only=True)
class ChangeDecision(Command):
    """Other words for the same decision; what points at it keeps pointing at it."""

    name: ClassVar[str] = "meetings.change_decision"
    decision: DecisionId
    text: str


@dataclass(frozen=True, kw_only=True)
class WithdrawDecision(Command):
    """A decision nothing rests on is withdrawn; it stays in the minutes with its number, crossed out."""

    name: ClassVar[str] = "meetings.withdraw_decision"
    decision: DecisionId
    reason: str


@dataclass(frozen=True, kw_only=True)
class AddFollowUp(OfMeeting):
    """One more thing to be done after a meeting that was held."""

    name: ClassVar[str] = "meetings.add_follow_up"
    text: str
    person: PersonId | None = None
    due: date | None = None


@dataclass(frozen=True, kw_only=True)
class ChangeFollowUp(Command):
    """What is to be done, by whom and until when, written anew."""

    name: ClassVar[str] = "meetings.change_follow_up"
    follow_up: int
    text: str
    person: PersonId | None = None
    due: date | None = None


@dataclass(frozen=True, kw_only=True)
class SettleFollowUp(Command):
    """Done on that day; `note` says what came of it. Without a day it is open again."""

    name: ClassVar[str] = "meetings.settle_follow_up"
    follow_up: int
    on: date | None
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class SetMeetingRules(Command):
    """The group's own rules: quorum, and what is paid for coming late or not at all (0: nothing)."""

    name: ClassVar[str] = "meetings.set_rules"
    quorum: Quorum = Quorum.MORE_THAN_HALF
    fine_late: Rupiah = Rupiah(0)
    fine_excused: Rupiah = Rupiah(0)
    fine_ill: Rupiah = Rupiah(0)
    fine_absent: Rupiah = Rupiah(0)
    fine_to: FineTo = FineTo.INCOME


@dataclass(frozen=True, kw_only=True)
class TakeFine(Paid):
    """A member pays fines, the oldest first unless `meeting` names one. Without `box` the group's usual one for their purpose."""

    name: ClassVar[str] = "meetings.take_fine"
    person: PersonId
    meeting: int | None = None
    box: str | None = None
    nota: str | None = None


@dataclass(frozen=True, kw_only=True)
class WaiveFine(OfMeeting):
    """What is still unpaid of one fine is forgiven."""

    name: ClassVar[str] = "meetings.waive_fine"
    person: PersonId
    reason: str
