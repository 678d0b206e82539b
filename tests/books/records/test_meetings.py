"""Meetings: planned, held in one act over three books, changed, cancelled; decisions, what is to be done, fines."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kubebuku.app.office import Office
from kubebuku.books.activities.commands import ChangeActivity, StrikeActivity
from kubebuku.books.activities.queries import Activities
from kubebuku.books.closing.commands import CloseMonth
from kubebuku.books.group.queries import AttentionList, Decisions
from kubebuku.books.meetings.commands import (
    AddDecision,
    AddFollowUp,
    Attended,
    CancelMeeting,
    ChangeDecision,
    ChangeFollowUp,
    ChangeMinutes,
    ChangePlan,
    FineTo,
    HoldMeeting,
    MeetingKind,
    PlanMeeting,
    SetMeetingRules,
    SettleFollowUp,
    TakeFine,
    Task,
    WaiveFine,
    WithdrawDecision,
)
from kubebuku.books.meetings.queries import (
    AttendanceOfYear,
    AttendanceSheet,
    FollowUps,
    Meeting,
    MeetingDecisions,
    MeetingPage,
    MeetingRulesNow,
    Meetings,
    UnpaidFines,
)
from kubebuku.books.meetings.rules import Presence, Quorum, needed, read_clock
from kubebuku.books.meetings.watching import rows
from kubebuku.books.members.commands import AddMember, MemberLeaves
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import DecisionId, PersonId
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import say
from tests.books.trading import Trade, day

NAMES = ("Ani Contoh", "Budi Contoh", "Citra Contoh", "Dedi Contoh", "Eka Contoh")
LATE, ILL, EXCUSED, ABSENT = Presence.LATE, Presence.ILL, Presence.EXCUSED, Presence.ABSENT


@pytest.fixture
def trade(office: Office) -> Trade:
    made = Trade(office)
    for name in NAMES:
        made.run(AddMember(full_name=name, joined=date(2026, 1, 4)))
    return made


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


# ---- planning


def test_a_meeting_is_planned_changed_and_held(trade: Trade) -> None:
    planned = trade.run(PlanMeeting(on=day("6/12"), starts="15.30", place="Balai RT 04", agenda="Bagi hasil\nIKS")).made[
        "meeting"
    ]
    row = page(trade, planned).row
    assert (row.standing, row.starts, row.place, row.invited, row.needed) == ("planned", "15:30", "Balai RT 04", 5, 3)
    trade.run(ChangePlan(meeting=planned, on=day("8/11"), starts="16", kind=MeetingKind.SPECIAL, guests="Lurah Contoh"))
    trade.run(held(trade, meeting=planned, kind=MeetingKind.SPECIAL))
    assert [(row.id, row.standing, row.kind) for row in trade.answer(Meetings())] == [(planned, "held", MeetingKind.SPECIAL)]
    trade.refused(held(trade, meeting=planned), "meeting-not-planned", "meeting")
    trade.refused(ChangePlan(meeting=planned, on=day("8/11")), "meeting-not-planned", "meeting")


def test_a_cancelled_meeting_stays_with_its_reason(trade: Trade) -> None:
    planned = trade.run(PlanMeeting(on=day("15/11"))).made["meeting"]
    assert keys(trade)["minutes"] == "Rapat 15 November 2026 belum dicatat"
    trade.refused(CancelMeeting(meeting=planned, reason=""), "reason-missing", "reason")
    assert trade.said(CancelMeeting(meeting=planned, reason="Ada lelayu")) == "Rapat 15 November 2026 dibatalkan."
    (row,) = trade.answer(Meetings(Month(2026, 11), standing="cancelled"))
    assert (row.reason, row.quorate) == ("Ada lelayu", False)
    assert "minutes" not in keys(trade)
    trade.refused(held(trade, meeting=planned), "meeting-not-planned", "meeting")
    trade.refused(AddDecision(meeting=planned, text="Iuran naik"), "meeting-not-held", "meeting")


def test_hours_are_read_as_people_write_them(trade: Trade) -> None:
    assert [read_clock(text) for text in ("15.30", "15:30", " 9 ", "00.00")] == ["15:30", "15:30", "09:00", "00:00"]
    for text in ("24.00", "9.60", "sore", "15.3", "\u0661\u0665.30"):
        trade.refused(PlanMeeting(on=day("6/12"), starts=text), "clock-unclear", "starts")
    trade.refused(held(trade, starts="15.30", ends="14.00"), "ends-before-start", "ends")


# ---- holding


def test_one_act_fills_attendance_minutes_and_activity_book(trade: Trade) -> None:
    outcome = trade.run(
        held(
            trade,
            states={"Dedi": EXCUSED, "Eka": ABSENT},
            starts="15.30",
            ends="17.00",
            place="Rumah ketua",
            chair=person(trade, "Ani"),
            minutes_by=person(trade, "Budi"),
            agenda="1. Bagi hasil\n2. IKS",
            course="Ketua membuka rapat.",
            conclusion="Hasil Oktober dibagi.",
            ending="Ditutup dengan doa.",
            decisions=("Bagi hasil Rp500.000 untuk anggota", "Iuran IKS tetap Rp2.000"),
            follow_ups=(Task(text="Beli buku tamu baru", person=person(trade, "Citra"), due=day("20/11")),),
        )
    )
    assert outcome.said is not None
    assert say(outcome.said) == "Rapat 8 November 2026 sudah dicatat: daftar hadir, notulen, dan buku kegiatan nomor 1."
    assert outcome.warned == ()
    found = page(trade, outcome.made["meeting"])
    row = found.row
    assert (row.invited, row.present, row.absent, row.needed, row.quorate) == (5, 3, 2, 3, True)
    assert (row.starts, row.ends, row.place, row.chair_name, row.minutes_by_name) == (
        "15:30",
        "17:00",
        "Rumah ketua",
        "Ani Contoh",
        "Budi Contoh",
    )
    assert (found.agenda, found.course, found.ending) == ("1. Bagi hasil\n2. IKS", "Ketua membuka rapat.", "Ditutup dengan doa.")
    assert [line.state.value for line in found.attendance] == ["present", "present", "present", "excused", "absent"]
    assert [(one.no, one.text) for one in found.decisions] == [
        (1, "Bagi hasil Rp500.000 untuk anggota"),
        (2, "Iuran IKS tetap Rp2.000"),
    ]
    (activity,) = trade.answer(Activities())
    assert (activity.no, activity.on, activity.title, activity.name, activity.place, activity.story) == (
        1,
        day("8/11"),
        "Rapat rutin",
        "Ani Contoh",
        "Rumah ketua",
        "Hasil Oktober dibagi.",
    )
    assert (activity.meeting, found.activity) == (row.id, 1)
    assert trade.findings() == {}


def test_a_meeting_in_the_future_cannot_be_held(trade: Trade) -> None:
    refused = trade.refused(held(trade, "23/11"), "meeting-ahead", "on")
    assert [say(one) for one in refused.sentences] == [
        "Rapat 23 November 2026 belum berlangsung.",
        "Hari ini 22 November 2026.",
        "Tulis daftar hadir pada harinya atau sesudahnya.",
    ]
    trade.run(held(trade, "22/11"))


def test_below_quorum_it_goes_on_and_says_so(trade: Trade) -> None:
    outcome = trade.run(held(trade, states={"Ani": ILL, "Budi": ILL, "Citra": ABSENT}))
    assert [say(one) for one in outcome.warned] == [
        "Rapat ini belum kuorum: hadir 2, perlu 3. Boleh diteruskan; akan tertulis di notulen."
    ]
    assert not page(trade, outcome.made["meeting"]).row.quorate
    trade.run(SetMeetingRules(quorum=Quorum.NONE))
    assert trade.run(held(trade, "9/11", states={"Ani": ILL, "Budi": ILL, "Citra": ABSENT})).warned == ()


def test_quorum_by_rule() -> None:
    assert [needed(Quorum.MORE_THAN_HALF, members) for members in (1, 10, 11, 33)] == [1, 6, 6, 17]
    assert [needed(Quorum.TWO_THIRDS, members) for members in (0, 9, 10, 33)] == [1, 6, 7, 22]
    assert needed(Quorum.NONE, 33) == 1


@given(members=st.integers(1, 200))
def test_more_than_half_is_the_least_number_beyond_half(members: int) -> None:
    least = needed(Quorum.MORE_THAN_HALF, members)
    assert 2 * least > members >= 2 * (least - 1)
    assert 3 * needed(Quorum.TWO_THIRDS, members) >= 2 * members


def test_the_sheet_has_those_who_belonged_on_that_day(trade: Trade) -> None:
    trade.run(MemberLeaves(person=person(trade, "Eka"), on=day("1/11"), reason="Pindah"))
    trade.run(AddMember(full_name="Fitri Contoh", joined=day("10/11")))
    assert [row.name for row in trade.answer(AttendanceSheet(day("30/10")))] == list(NAMES)
    assert [row.name.split()[0] for row in trade.answer(AttendanceSheet(day("8/11")))] == ["Ani", "Budi", "Citra", "Dedi"]
    assert [row.name.split()[0] for row in trade.answer(AttendanceSheet(day("11/11")))][-1] == "Fitri"


def test_each_member_has_one_line(trade: Trade) -> None:
    whole = sheet(trade, day("8/11"), {})
    refused = trade.refused(held(trade, attendance=whole[1:]), "attendance-incomplete", "attendance")
    assert say(refused.sentences[0]) == "Kehadiran Ani Contoh belum ditulis."
    trade.refused(held(trade, attendance=(*whole, whole[0])), "attendance-incomplete", "attendance")
    trade.refused(held(trade, attendance=(*whole, Attended(person=PersonId(99)))), "dimension-unknown", "attendance")
    nobody = sheet(trade, day("8/11"), dict.fromkeys(("Ani", "Budi", "Citra", "Dedi", "Eka"), ABSENT))
    trade.refused(held(trade, attendance=nobody), "nobody-came", "attendance")
    trade.refused(held(trade, chair=PersonId(99)), "dimension-unknown", "chair")
    assert trade.count("meeting") == 0


def test_minutes_are_written_anew_and_the_activity_follows(trade: Trade) -> None:
    id_ = hold(trade, conclusion="Lama", decisions=("Iuran tetap",))
    fresh = sheet(trade, day("9/11"), {"Ani": LATE})
    trade.run(ChangeMinutes(meeting=id_, on=day("9/11"), attendance=fresh, place="Balai", conclusion="Baru"))
    found = page(trade, id_)
    assert (found.row.on, found.conclusion, found.attendance[0].state) == (day("9/11"), "Baru", LATE)
    (activity,) = trade.answer(Activities())
    assert (activity.no, activity.on, activity.place, activity.story) == (1, day("9/11"), "Balai", "Baru")
    assert trade.answer(Decisions())[0].decided == day("9/11")
    trade.refused(
        ChangeMinutes(meeting=id_, on=date(2025, 11, 9), attendance=(Attended(person=PersonId(1)),)), "other-year", "on"
    )
    planned = trade.run(PlanMeeting(on=day("9/11"))).made["meeting"]
    trade.refused(ChangeMinutes(meeting=planned, on=day("9/11"), attendance=fresh), "meeting-not-held", "meeting")
    trade.refused(ChangeMinutes(meeting=99, on=day("9/11"), attendance=fresh), "meeting-unknown", "meeting")
    trade.refused(ChangeActivity(activity=activity.id, on=day("9/11"), title="Lain"), "row-of-meeting", "activity")
    trade.refused(StrikeActivity(activity=activity.id, reason="Lain"), "row-of-meeting", "activity")
    assert trade.findings() == {}


def test_moving_the_day_moves_who_belonged(trade: Trade) -> None:
    id_ = hold(trade, "8/11")
    trade.run(AddMember(full_name="Fitri Contoh", joined=day("10/11")))
    assert len(trade.answer(AttendanceSheet(day("11/11"), id_))) == 6
    trade.run(ChangeMinutes(meeting=id_, on=day("11/11"), attendance=sheet(trade, day("11/11"), {})))
    assert page(trade, id_).row.invited == 6
    trade.run(ChangeMinutes(meeting=id_, on=day("8/11"), attendance=sheet(trade, day("8/11"), {})))
    assert page(trade, id_).row.invited == 5


def test_attendance_of_a_year_is_counted(trade: Trade) -> None:
    hold(trade, "8/11", {"Ani": LATE})
    hold(trade, "22/11", {"Ani": ABSENT, "Eka": ILL})
    ani = trade.answer(AttendanceOfYear(2026))[0]
    assert (ani.name, ani.counted, ani.present, ani.late, ani.excused, ani.ill, ani.absent) == ("Ani Contoh", 2, 0, 1, 0, 0, 1)
    assert trade.answer(AttendanceOfYear(2025)) == ()
    before = trade.answer(AttendanceOfYear(2026, until=day("21/11")))[0]
    assert (before.counted, before.late, before.absent) == (1, 1, 0)


# ---- decisions and what is to be done


def test_decisions_are_numbered_added_changed_and_withdrawn(trade: Trade) -> None:
    id_ = hold(trade, decisions=("Iuran tetap",))
    assert trade.said(AddDecision(meeting=id_, text="Beli tenda\nwarna biru")) == "Keputusan 2 tercatat."
    first, second = page(trade, id_).decisions
    trade.run(ChangeDecision(decision=DecisionId(second.decision), text="Beli tenda hijau"))
    trade.run(WithdrawDecision(decision=DecisionId(first.decision), reason="Salah tulis"))
    trade.run(AddDecision(meeting=id_, text="Iuran naik " * 30))
    found = page(trade, id_).decisions
    assert [(one.no, one.withdrawn) for one in found] == [(1, "Salah tulis"), (2, None), (3, None)]
    labels = [row.words for row in trade.answer(Decisions())]
    assert labels[1] == "Beli tenda hijau"
    assert (len(labels[0]), labels[0][-1]) == (200, "…")
    assert [one.no for one in trade.answer(MeetingDecisions(search="TENDA"))] == [2]
    trade.refused(WithdrawDecision(decision=DecisionId(first.decision), reason="Lagi"), "decision-of-no-meeting", "decision")
    trade.refused(ChangeDecision(decision=DecisionId(44), text="Lain"), "decision-of-no-meeting", "decision")
    trade.refused(AddDecision(meeting=id_, text=" "), "field-empty", "decisions")
    assert trade.findings() == {}


def test_a_decision_that_something_rests_on_is_not_withdrawn(trade: Trade) -> None:
    outcome = trade.run(held(trade, decisions=("Modal dari saldo awal", "Iuran Rp2.000")))
    first, second = (DecisionId(outcome.made[f"decision {no}"]) for no in (1, 2))
    trade.post("2026-11-09 | Saldo awal dijelaskan | 3190 50000 | 3110 -50000", decision=first)
    refused = trade.refused(WithdrawDecision(decision=first, reason="Keliru"), "decision-in-use", "decision")
    assert say(refused.sentences[1]) == "Keputusan ini menjadi dasar BM/2026/0001."
    assert page(trade, outcome.made["meeting"]).decisions[0].entries == ("BM/2026/0001",)
    rule = (
        "INSERT INTO solidarity_rule (since, amount, period, decision, who, recorded)"
        f" VALUES ('2026-11-01', 2000, 'month', {int(second)}, 'Ani', 'x')"
    )
    trade.office.write(lambda work: work.connection.exec_driver_sql(rule))
    refused = trade.refused(WithdrawDecision(decision=second, reason="Keliru"), "decision-in-use", "decision")
    assert say(refused.sentences[1]) == "Aturan atau pinjaman kelompok bersandar pada keputusan ini."


def test_what_a_closed_month_rests_on_keeps_its_words_and_its_day(trade: Trade) -> None:
    outcome = trade.run(held(trade, "11/1", decisions=("Beli tenda", "Iuran Rp2.000")))
    first, second = (DecisionId(outcome.made[f"decision {no}"]) for no in (1, 2))
    entry = trade.post("2026-01-19 | Saldo awal dijelaskan | 3190 50000 | 3110 -50000", decision=first)
    trade.run(ChangeDecision(decision=first, text="Beli tenda hijau"))
    trade.run(CloseMonth(month=Month(2026, 1), counts=()))
    refused = trade.refused(ChangeDecision(decision=first, text="Beli kursi"), "decision-sealed", "text")
    assert entry.number in say(refused.sentences[1])
    trade.run(ChangeDecision(decision=second, text="Iuran Rp3.000"))
    came, id_ = sheet(trade, day("11/1"), {}), outcome.made["meeting"]
    trade.refused(ChangeMinutes(meeting=id_, on=day("18/1"), attendance=came), "decision-sealed", "on")
    trade.run(ChangeMinutes(meeting=id_, on=day("11/1"), attendance=came, place="Balai RT 04"))


def test_what_is_to_be_done_is_carried_to_the_next_meeting(trade: Trade) -> None:
    first = hold(trade, "25/10", follow_ups=(Task(text="Urus stempel", due=day("1/11")), Task(text="Cat gudang")))
    second = hold(trade, "8/11")
    stamp, paint = page(trade, first).follow_ups
    assert [one.text for one in page(trade, second).carried] == ["Urus stempel", "Cat gudang"]
    assert (stamp.late, paint.late) == (True, False)
    assert keys(trade)["follow_ups"] == "1 tindak lanjut rapat sudah lewat waktunya"
    trade.run(SettleFollowUp(follow_up=stamp.id, on=day("10/11"), note="Rp75.000 di toko"))
    third = hold(trade, "22/11")
    assert [one.text for one in page(trade, third).carried] == ["Cat gudang"]
    assert [one.text for one in page(trade, second).carried] == ["Urus stempel", "Cat gudang"]
    assert page(trade, first).follow_ups[0].note == "Rp75.000 di toko"
    assert [one.text for one in trade.answer(FollowUps())] == ["Cat gudang"]
    assert [one.text for one in trade.answer(FollowUps(at=day("9/11")))] == ["Urus stempel", "Cat gudang"]
    assert page(trade, first).row.open == 1
    trade.run(SettleFollowUp(follow_up=stamp.id, on=None))
    assert len(trade.answer(FollowUps())) == 2


def test_what_is_to_be_done_is_added_and_changed(trade: Trade) -> None:
    id_ = hold(trade)
    line = trade.run(AddFollowUp(meeting=id_, text="Beli cat", person=person(trade, "Ani"))).made["follow_up"]
    trade.run(ChangeFollowUp(follow_up=line, text="Beli cat biru", due=day("30/11")))
    (found,) = page(trade, id_).follow_ups
    assert (found.text, found.person, found.due) == ("Beli cat biru", None, day("30/11"))
    trade.refused(AddFollowUp(meeting=id_, text="Dulu", due=day("1/11")), "due-too-early", "due")
    trade.refused(AddFollowUp(meeting=id_, text=""), "field-empty", "text")
    trade.refused(ChangeFollowUp(follow_up=9, text="Lain"), "follow-up-unknown", "follow_up")
    trade.refused(SettleFollowUp(follow_up=line, on=day("30/11")), "day-ahead", "on")


def test_long_without_a_meeting_is_said(trade: Trade) -> None:
    assert "meeting" not in keys(trade)
    hold(trade, "12/10")
    assert keys(trade)["meeting"] == "Sudah 41 hari tidak ada rapat"
    hold(trade, "8/11")
    assert "meeting" not in keys(trade)


# ---- fines


RULES = SetMeetingRules(fine_late=Rupiah(1_000), fine_absent=Rupiah(5_000))


def pays(trade: Trade, amount: int, first: str = "Ani", on: str = "22/11", **more: Any) -> TakeFine:
    values = {"on": day(on), "description": "Denda rapat", "amount": Rupiah(amount), "person": person(trade, first)}
    return TakeFine(**{**values, **more})


def test_fines_follow_the_rules_of_the_group(trade: Trade) -> None:
    assert trade.answer(MeetingRulesNow()).fines[ABSENT] == 0
    hold(trade, "25/10", {"Ani": ABSENT})
    trade.run(RULES)
    hold(trade, "8/11", {"Ani": ABSENT, "Budi": LATE, "Eka": EXCUSED})
    found = [(row.name, row.state, row.rest) for row in trade.answer(UnpaidFines())]
    assert found == [("Ani Contoh", ABSENT, Rupiah(5_000)), ("Budi Contoh", LATE, Rupiah(1_000))]
    assert keys(trade)["fines"] == "Denda rapat 2 anggota belum dibayar, Rp6.000"
    rules = trade.answer(MeetingRulesNow())
    assert (rules.quorum, rules.fines[LATE], rules.fine_to, rules.box) == (Quorum.MORE_THAN_HALF, 1_000, FineTo.INCOME, "1101")
    trade.refused(SetMeetingRules(fine_ill=Rupiah(-1)), "fine-negative", "fine_ill")


def test_a_fine_is_income_or_goes_to_the_solidarity_fund(trade: Trade) -> None:
    trade.run(RULES)
    hold(trade, "25/10", {"Ani": ABSENT})
    hold(trade, "8/11", {"Ani": ABSENT})
    first = trade.entry(pays(trade, 6_000))
    assert trade.lines(first) == [("1101", 6_000), ("4103", -6_000)]
    assert [(row.on, row.paid, row.rest) for row in trade.answer(UnpaidFines())] == [(day("8/11"), 1_000, 4_000)]
    trade.run(SetMeetingRules(fine_absent=Rupiah(5_000), fine_to=FineTo.SOLIDARITY))
    second = trade.entry(pays(trade, 4_000))
    assert trade.lines(second) == [("1103", 4_000), ("2120", -4_000)]
    assert trade.holds("2120", person=person(trade, "Ani")) == -4_000
    assert trade.answer(UnpaidFines()) == ()
    assert trade.findings() == {}


def test_a_payment_taken_back_is_owed_again(trade: Trade) -> None:
    trade.run(RULES)
    meeting = hold(trade, "8/11", {"Ani": ABSENT})
    entry = trade.entry(pays(trade, 5_000, meeting=meeting))
    trade.refused(pays(trade, 1), "no-fine", "person")
    trade.undo(entry)
    assert [row.rest for row in trade.answer(UnpaidFines())] == [Rupiah(5_000)]
    trade.undo(trade.entry(pays(trade, 3_000)), then=pays(trade, 2_000))
    assert [row.rest for row in trade.answer(UnpaidFines())] == [Rupiah(3_000)]
    assert trade.findings() == {}


def test_no_more_is_paid_than_is_owed(trade: Trade) -> None:
    trade.run(RULES)
    meeting = hold(trade, "8/11", {"Ani": ABSENT})
    refused = trade.refused(pays(trade, 5_001), "fine-too-much", "amount")
    assert say(refused.sentences[0]) == "Denda rapat Ani Contoh tinggal Rp5.000, bukan Rp5.001."
    trade.refused(pays(trade, 5_000, "Budi"), "no-fine", "person")
    trade.refused(pays(trade, 5_000, on="7/11"), "no-fine", "person")
    trade.refused(pays(trade, 5_000, meeting=99), "meeting-unknown", "meeting")
    trade.refused(pays(trade, 0), "amount-zero", "amount")
    trade.refused(pays(trade, 999_999_999_999, meeting=meeting), "fine-too-much", "amount")
    trade.refused(pays(trade, 5_000, box="4101"), "not-a-box", "box")


def test_a_fine_is_forgiven_with_a_reason(trade: Trade) -> None:
    trade.run(RULES)
    meeting = hold(trade, "8/11", {"Ani": ABSENT})
    trade.run(pays(trade, 2_000))
    ani = person(trade, "Ani")
    trade.refused(WaiveFine(meeting=meeting, person=ani, reason=""), "reason-missing", "reason")
    assert trade.said(WaiveFine(meeting=meeting, person=ani, reason="Anak sakit")) == "Dibebaskan: Rp3.000 dari Ani Contoh."
    line = page(trade, meeting).attendance[0]
    assert (line.fine, line.paid, line.waived) == (2_000, 2_000, "Anak sakit")
    trade.refused(WaiveFine(meeting=meeting, person=ani, reason="Lagi"), "no-fine", "person")


def test_changed_attendance_changes_the_fine_but_not_below_what_was_paid(trade: Trade) -> None:
    trade.run(RULES)
    meeting = hold(trade, "8/11", {"Ani": LATE, "Budi": ABSENT})
    trade.run(pays(trade, 4_000, "Budi"))
    changed = ChangeMinutes(
        meeting=meeting, on=day("8/11"), attendance=sheet(trade, day("8/11"), {"Ani": ABSENT, "Budi": ABSENT})
    )
    trade.run(changed)
    assert [line.fine for line in page(trade, meeting).attendance] == [5_000, 5_000, 0, 0, 0]
    trade.refused(
        ChangeMinutes(meeting=meeting, on=day("8/11"), attendance=sheet(trade, day("8/11"), {})), "fine-paid", "attendance"
    )


# ---- checks and rows


def test_checks_find_what_another_program_broke(trade: Trade) -> None:
    trade.run(RULES)
    hold(trade, "8/11", {"Ani": ABSENT}, decisions=("Satu", "Dua"))
    trade.run(pays(trade, 5_000))
    trade.forge(
        "UPDATE meeting_decision SET no = 5 WHERE no = 2",
        "UPDATE activity SET on_date = '2026-11-09'",
        "UPDATE attendance SET fine = 4000 WHERE fine = 5000",
        "UPDATE meeting_fine SET amount = 4500",
    )
    assert [say(line) for line in trade.findings()["meetings"].found] == [
        "Rapat 8 November 2026 tidak ada di buku kegiatan.",
        "Rapat 8 November 2026: ada keputusan 5, seharusnya 2.",
        "Dibayar Rp4.500 untuk denda Rp4.000, rapat 8 November 2026.",
        "Catatan 1 membayar denda lain dari yang tertulis.",
    ]


def test_rows_are_plain(trade: Trade) -> None:
    hold(trade, "8/11", {"Ani": ILL}, decisions=("Iuran tetap",), follow_ups=(Task(text="Cat gudang", due=day("30/11")),))
    trade.run(PlanMeeting(on=day("6/12")))
    read = trade.office.read(lambda reading: rows(reading, Month(2026, 11)))
    assert [(row["date"], row["standing"], row["present"], row["absent"]) for row in read] == [("2026-11-08", "held", 4, 1)]
    assert read[0]["attendance"][0] == {
        "no": 1,
        "name": "Ani Contoh",
        "state": "ill",
        "note": None,
        "fine": 0,
        "paid": 0,
    }
    assert read[0]["decisions"] == [{"no": 1, "decision": 1, "text": "Iuran tetap", "withdrawn": None, "entries": []}]
    assert read[0]["follow_ups"] == [{"text": "Cat gudang", "person": None, "due": "2026-11-30", "done": None, "note": None}]
    assert len(trade.office.read(lambda reading: rows(reading, None))) == 2
