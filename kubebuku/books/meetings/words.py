"""How kinds of meetings and attendance are called."""

from __future__ import annotations

from collections.abc import Mapping

from kubebuku.books.meetings.commands import MeetingKind
from kubebuku.books.meetings.rules import Presence, Quorum
from kubebuku.domain.text import PN_, Particular

KINDS: Mapping[MeetingKind, Particular] = {
    MeetingKind.ROUTINE: PN_("meeting", "Routine meeting"),
    MeetingKind.SPECIAL: PN_("meeting", "Special meeting"),
    MeetingKind.OFFICERS: PN_("meeting", "Meeting of officers"),
    MeetingKind.YEARLY: PN_("meeting", "Yearly meeting"),
}
PRESENCES: Mapping[Presence, Particular] = {
    Presence.PRESENT: PN_("attendance", "present"),
    Presence.LATE: PN_("attendance", "late"),
    Presence.EXCUSED: PN_("attendance", "excused"),
    Presence.ILL: PN_("attendance", "ill"),
    Presence.ABSENT: PN_("attendance", "without word"),
}
QUORUMS: Mapping[Quorum, Particular] = {
    Quorum.MORE_THAN_HALF: PN_("quorum", "more than half of the members"),
    Quorum.TWO_THIRDS: PN_("quorum", "at least two thirds of the members"),
    Quorum.NONE: PN_("quorum", "as many as come"),
}
