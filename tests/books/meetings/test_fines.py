"""Fines for coming late or staying away: owed, paid, forgiven, mended."""

from __future__ import annotations

from kubebuku.books.meetings.commands import (
    ChangeMinutes,
    FineTo,
    SetMeetingRules,
    WaiveFine,
)
from kubebuku.books.meetings.queries import (
    MeetingRulesNow,
    UnpaidFines,
)
from kubebuku.books.meetings.rules import Quorum
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import say
from tests.books.meetings.held import ABSENT, EXCUSED, LATE, RULES, hold, keys, page, pays, person, sheet
from tests.books.trading import Trade, day


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
