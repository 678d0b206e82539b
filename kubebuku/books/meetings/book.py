"""The door of the book of meetings."""

from __future__ import annotations

from kubebuku.books.spec import Acts, Answers, Book, Checks, Forms, Rows, Watches
from kubebuku.domain.text import N_


class Meetings(Book):
    """See `kubebuku.books.meetings`."""

    name = "meetings"
    title = N_("Attendance and minutes")

    def acts(self) -> Acts:
        from kubebuku.books.meetings import commands, deciding, drafts, fines, holding, planning, rule_keeping

        return (
            commands.PlanMeeting.done_by(planning.plan),
            commands.ChangePlan.done_by(planning.change_plan),
            commands.CancelMeeting.done_by(planning.cancel),
            commands.HoldMeeting.done_by(holding.hold),
            commands.ChangeMinutes.done_by(holding.change_minutes),
            commands.KeepDraft.done_by(drafts.keep_draft),
            commands.AddDecision.done_by(deciding.add_decision),
            commands.ChangeDecision.done_by(deciding.change_decision),
            commands.WithdrawDecision.done_by(deciding.withdraw_decision),
            commands.AddFollowUp.done_by(deciding.add_follow_up),
            commands.ChangeFollowUp.done_by(deciding.change_follow_up),
            commands.SettleFollowUp.done_by(deciding.settle_follow_up),
            commands.SetMeetingRules.done_by(rule_keeping.set_rules),
            commands.TakeFine.done_by(fines.take_fine),
            commands.WaiveFine.done_by(fines.waive_fine),
        )

    def answers(self) -> Answers:
        from kubebuku.books.meetings import attending, decided, drafts, fines, queries, reading, rule_keeping

        return (
            queries.Meetings.answered_by(reading.meetings),
            queries.Meeting.answered_by(reading.one_meeting),
            queries.AttendanceSheet.answered_by(attending.attendance_sheet),
            queries.AttendanceOfYear.answered_by(attending.attendance_of_year),
            queries.MeetingDecisions.answered_by(decided.decisions),
            queries.FollowUps.answered_by(decided.follow_ups),
            queries.Draft.answered_by(drafts.draft),
            queries.MeetingRulesNow.answered_by(rule_keeping.rules_now),
            queries.UnpaidFines.answered_by(fines.unpaid_fines),
        )

    def checks(self) -> Checks:
        from kubebuku.books.meetings import watching

        return {"meetings": watching.in_order}

    def attention(self) -> Watches:
        from kubebuku.books.meetings import watching

        return (
            watching.minutes_to_write,
            watching.long_since,
            watching.late_follow_ups,
            watching.fines_to_pay,
        )

    def forms(self) -> Forms:
        from kubebuku.books.meetings import forms

        return forms.FORMS

    def rows(self) -> Rows | None:
        from kubebuku.books.meetings import watching

        return watching.rows


MEETINGS = Meetings()
