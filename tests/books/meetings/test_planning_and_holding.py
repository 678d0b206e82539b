"""Meetings: planned, held in one act over three books, changed, cancelled; the year counts who came."""

from __future__ import annotations

from datetime import date

from kubebuku.books.activities.commands import ChangeActivity, StrikeActivity
from kubebuku.books.activities.queries import Activities
from kubebuku.books.group.queries import Decisions
from kubebuku.books.meetings.commands import (
    AddDecision,
    Attended,
    CancelMeeting,
    ChangeMinutes,
    ChangePlan,
    MeetingKind,
    PlanMeeting,
    SetMeetingRules,
    Task,
)
from kubebuku.books.meetings.queries import (
    AttendanceOfYear,
    AttendanceSheet,
    Meetings,
)
from kubebuku.books.meetings.rules import Quorum, read_clock
from kubebuku.books.meetings.watching import rows
from kubebuku.books.members.commands import AddMember, MemberLeaves
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import PersonId
from kubebuku.i18n import say
from tests.books.meetings.held import ABSENT, EXCUSED, ILL, LATE, NAMES, RULES, held, hold, keys, page, pays, person, sheet
from tests.books.trading import Trade, day


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
