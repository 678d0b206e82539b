"""The book of meetings as the catalogue lists it."""

from __future__ import annotations

from kubebuku.books.spec import BookSpec
from kubebuku.domain.text import N_

_HERE = "kubebuku.books.meetings"
_READING = f"{_HERE}.reading"

MEETINGS = BookSpec(
    name="meetings",
    title=N_("Attendance and minutes"),
    commands={
        "commands.PlanMeeting": f"{_HERE}.planning:plan",
        "commands.ChangePlan": f"{_HERE}.planning:change_plan",
        "commands.CancelMeeting": f"{_HERE}.planning:cancel",
        "commands.HoldMeeting": f"{_HERE}.holding:hold",
        "commands.ChangeMinutes": f"{_HERE}.holding:change_minutes",
        "commands.KeepDraft": f"{_HERE}.drafts:keep_draft",
        "commands.AddDecision": f"{_HERE}.deciding:add_decision",
        "commands.ChangeDecision": f"{_HERE}.deciding:change_decision",
        "commands.WithdrawDecision": f"{_HERE}.deciding:withdraw_decision",
        "commands.AddFollowUp": f"{_HERE}.deciding:add_follow_up",
        "commands.ChangeFollowUp": f"{_HERE}.deciding:change_follow_up",
        "commands.SettleFollowUp": f"{_HERE}.deciding:settle_follow_up",
        "commands.SetMeetingRules": f"{_HERE}.rule_keeping:set_rules",
        "commands.TakeFine": f"{_HERE}.fines:take_fine",
        "commands.WaiveFine": f"{_HERE}.fines:waive_fine",
    },
    queries={
        "queries.Meetings": f"{_READING}:meetings",
        "queries.Meeting": f"{_READING}:one_meeting",
        "queries.AttendanceSheet": f"{_HERE}.attending:attendance_sheet",
        "queries.AttendanceOfYear": f"{_HERE}.attending:attendance_of_year",
        "queries.MeetingDecisions": f"{_HERE}.decided:decisions",
        "queries.FollowUps": f"{_HERE}.decided:follow_ups",
        "queries.Draft": f"{_HERE}.drafts:draft",
        "queries.MeetingRulesNow": f"{_HERE}.rule_keeping:rules_now",
        "queries.UnpaidFines": f"{_HERE}.fines:unpaid_fines",
    },
    checks={"meetings": f"{_HERE}.watching:in_order"},
    attention=tuple(f"{_HERE}.watching:{name}" for name in ("minutes_to_write", "long_since", "late_follow_ups", "fines_to_pay")),
    forms=("kubebuku.books.meetings.forms:FORMS",),
    rows=f"{_HERE}.watching:rows",
)
