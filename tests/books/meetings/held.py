"""Five people of Kube Contoh who meet."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from kubebuku.books.group.queries import AttentionList
from kubebuku.books.meetings.commands import (
    Attended,
    HoldMeeting,
    SetMeetingRules,
    TakeFine,
)
from kubebuku.books.meetings.queries import (
    AttendanceSheet,
    Meeting,
    MeetingPage,
)
from kubebuku.books.meetings.rules import Presence
from kubebuku.domain.entries import PersonId
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import say
from tests.books.trading import Trade, day

NAMES = ("Ani Contoh", "Budi Contoh", "Citra Contoh", "Dedi Contoh", "Eka Contoh")

LATE, ILL, EXCUSED, ABSENT = Presence.LATE, Presence.ILL, Presence.EXCUSED, Presence.ABSENT


def person(trade: Trade, first: str) -> PersonId:
    found = [row.person for row in trade.answer(AttendanceSheet(day("22/11"))) if row.name.startswith(first)]
    return PersonId(found[0])


def sheet(trade: Trade, on: date, states: Mapping[str, Presence]) -> tuple[Attended, ...]:
    """Everybody of that day present but those named."""
    return tuple(
        Attended(person=PersonId(row.person), state=states.get(row.name.split()[0], Presence.PRESENT))
        for row in trade.answer(AttendanceSheet(on))
    )


def held(trade: Trade, on: str = "8/11", states: Mapping[str, Presence] | None = None, **more: Any) -> HoldMeeting:
    attendance = sheet(trade, day(on), states or {})
    return HoldMeeting(**{"on": day(on), "attendance": attendance, **more})


def hold(trade: Trade, on: str = "8/11", states: Mapping[str, Presence] | None = None, **more: Any) -> int:
    return trade.run(held(trade, on, states, **more)).made["meeting"]


def page(trade: Trade, meeting: int) -> MeetingPage:
    found = trade.answer(Meeting(meeting))
    assert isinstance(found, MeetingPage)
    return found


def keys(trade: Trade) -> dict[str, str]:
    return {line.key: say(line.title) for line in trade.answer(AttentionList())}


RULES = SetMeetingRules(fine_late=Rupiah(1_000), fine_absent=Rupiah(5_000))


def pays(trade: Trade, amount: int, first: str = "Ani", on: str = "22/11", **more: Any) -> TakeFine:
    values = {"on": day(on), "description": "Denda rapat", "amount": Rupiah(amount), "person": person(trade, first)}
    return TakeFine(**{**values, **more})
