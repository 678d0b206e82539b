"""Decisions of a meeting, and what is to be done until the next one."""

from __future__ import annotations

from kubebuku.books.closing.commands import CloseMonth
from kubebuku.books.group.queries import Decisions
from kubebuku.books.meetings.commands import (
    AddDecision,
    AddFollowUp,
    ChangeDecision,
    ChangeFollowUp,
    ChangeMinutes,
    SettleFollowUp,
    Task,
    WithdrawDecision,
)
from kubebuku.books.meetings.queries import (
    FollowUps,
    MeetingDecisions,
)
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import DecisionId
from kubebuku.i18n import say
from tests.books.meetings.held import held, hold, keys, page, person, sheet
from tests.books.trading import Trade, day


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
