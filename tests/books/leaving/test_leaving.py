"""A member leaves: savings settle what is owed, the rest is paid out, and nothing stays open in that name."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kubebuku.app.office import Office
from kubebuku.books.cash.commands import GiveAdvance, PaidByPerson
from kubebuku.books.leaving.commands import LeaveGroup
from kubebuku.books.leaving.queries import Leaving
from kubebuku.books.meetings.commands import Attended, FineTo, HoldMeeting, SetMeetingRules
from kubebuku.books.meetings.queries import AttendanceSheet, UnpaidFines
from kubebuku.books.meetings.rules import Presence
from kubebuku.books.members.commands import AppointOfficer, MemberReturns
from kubebuku.books.members.queries import Member, Officers, PersonBalances
from kubebuku.books.mending.commands import Amend, Undo
from kubebuku.books.opening.commands import OpenBook, OpeningLoan
from kubebuku.books.personal_savings.commands import SetSavingsRule
from kubebuku.books.personal_savings.queries import FeePreview, ObligatoryGrid, PassBook, Savers
from kubebuku.books.personal_savings.rules import FeeBase
from kubebuku.books.savings_loan.commands import LendMoney, SetLendingRules
from kubebuku.books.savings_loan.queries import LoanCard
from kubebuku.books.savings_loan.rules import FineKind
from kubebuku.books.savings_loan.schedules import Method
from kubebuku.books.solidarity.commands import SetSolidarityRule
from kubebuku.books.solidarity.queries import DuesGrid
from kubebuku.domain.dues import State
from kubebuku.domain.entries import EntryId, LoanId, PersonId
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import say
from tests.books.saving import Group, deposit, month, withdrawal
from tests.books.trading import day


@pytest.fixture
def group(office: Office) -> Group:
    group = Group(office)
    group.rule()
    group.money("1101", 1_000_000)
    group.money("1102", 1_000_000)
    return group


@pytest.fixture
def eka(group: Group) -> PersonId:
    eka = group.member("Eka Contoh")
    group.run(deposit(eka, "12/10", 9, 10, principal=50_000, voluntary=130_000))
    return eka


def leaves(person: PersonId, on: str = "20/11", **more: object) -> LeaveGroup:
    return LeaveGroup(**{"person": person, "on": day(on), "reason": "Pindah ke Kupang", **more})  # type: ignore[arg-type]


def lend(group: Group, person: PersonId, principal: int, rest: int) -> None:
    """A loan that ran when the book began."""
    lent = OpeningLoan(person=person, principal=Rupiah(principal), rest=Rupiah(rest), opened=day("1/1"), label="P/2025/007")
    group.run(OpenBook(loans=(lent,)))


def standing(group: Group) -> str:
    found = group.office.read(lambda reading: reading.connection.exec_driver_sql("SELECT standing FROM loan").scalar_one())
    return str(found)


def test_all_savings_are_paid_out(group: Group, eka: PersonId) -> None:
    entry = group.entry(leaves(eka))
    assert sorted(group.lines(entry)) == [("1102", -200_000), ("2110", 130_000), ("3101", 50_000), ("3102", 20_000)]
    assert group.answer(PersonBalances(eka)) == ()
    assert group.answer(Member(eka)).left_on == day("20/11")
    assert group.answer(Savers()).rows == ()
    assert group.answer(PassBook(eka)).rows[-1].withdrawn == 200_000
    assert group.findings() == {}


def test_savings_settle_the_loan_first(group: Group, eka: PersonId) -> None:
    lend(group, eka, 500_000, 150_000)
    plan = group.answer(Leaving(eka))
    assert plan.pays_out == 50_000
    assert [(line.account, line.loan, line.owes) for line in plan.lines if line.owes] == [("1130", "P/2025/007", True)]
    entry = group.entry(leaves(eka))
    assert dict(group.lines(entry)) == {"1102": -50_000, "1130": -150_000, "2110": 130_000, "3101": 50_000, "3102": 20_000}
    assert standing(group) == "paid"
    group.run(Undo(entry=entry))
    assert standing(group) == "running"
    assert group.findings() == {}


def test_jasa_on_the_loan_is_kept_back(group: Group, eka: PersonId) -> None:
    group.refused(leaves(eka, loan_fee=Rupiah(5_000)), "leaving-fee-without-loan", "loan_fee")
    lend(group, eka, 500_000, 150_000)
    lines = dict(group.lines(group.entry(leaves(eka, loan_fee=Rupiah(5_000)))))
    assert (lines["4102"], lines["1102"]) == (-5_000, -45_000)
    assert group.findings() == {}


def test_other_claims_move_between_the_boxes_in_the_same_entry(group: Group, eka: PersonId) -> None:
    # an advance of the cash box is settled by savings: its money goes from Kas Simpan Pinjam to Kas
    group.run(GiveAdvance(on=day("1/11"), description="Panjar", amount=Rupiah(30_000), person=eka))
    assert dict(group.lines(group.entry(leaves(eka)))) | {} == {
        "1101": 30_000,
        "1102": -200_000,
        "1121": -30_000,
        "2110": 130_000,
        "3101": 50_000,
        "3102": 20_000,
    }
    assert group.findings() == {}


def test_what_the_group_owes_is_paid_with_the_savings(group: Group, eka: PersonId) -> None:
    group.run(
        PaidByPerson(on=day("1/11"), description="Bensin", amount=Rupiah(25_000), account="5103", person=eka, nota="B-1"),
    )
    lines = dict(group.lines(group.entry(leaves(eka))))
    assert (lines["1101"], lines["1102"], lines["2103"]) == (-25_000, -200_000, 25_000)


def test_all_from_one_box_is_one_line(group: Group, eka: PersonId) -> None:
    group.run(GiveAdvance(on=day("1/11"), description="Panjar", amount=Rupiah(30_000), person=eka))
    lines = group.lines(group.entry(leaves(eka, cash_box="1102")))
    assert [line for line in lines if line[0] == "1102"] == [("1102", -170_000)]


def test_who_owes_more_than_is_saved_pays_the_rest_first(group: Group, eka: PersonId) -> None:
    lend(group, eka, 500_000, 260_000)
    refused = group.refused(leaves(eka), "leaving-owes-more", "person")
    assert "Rp60.000" in say(refused.sentences[1])
    assert group.answer(Leaving(eka)).pays_out == -60_000
    assert group.answer(Member(eka)).left_on is None


def test_what_another_act_settles_stands_in_the_way(group: Group, eka: PersonId) -> None:
    group.post("2026-11-01 | Pinjam dari Eka | 1101 100000 | 2201 -100000 &eka")
    assert [line.account for line in group.answer(Leaving(eka)).in_the_way] == ["2201"]
    group.refused(leaves(eka), "member-has-balances", "person")


def test_the_box_must_hold_it(group: Group, eka: PersonId) -> None:
    group.post("2026-11-01 | Dipakai | 1101 1150000 | 1102 -1150000")
    group.refused(leaves(eka), "box-short", "amount")
    group.run(leaves(eka, box="1101"))


def test_without_anything_open_no_entry_is_written(group: Group) -> None:
    fitri = group.member("Fitri Contoh")
    outcome = group.run(leaves(fitri))
    assert outcome.entry is None
    assert group.answer(Member(fitri)).left_reason == "Pindah ke Kupang"
    group.refused(leaves(fitri), "already-left", "person")


def test_an_undone_leaving_brings_back_savings_and_offices(group: Group, eka: PersonId) -> None:
    group.run(AppointOfficer(person=eka, role="bendahara", since=day("1/1")))
    entry = group.entry(leaves(eka))
    assert group.answer(Officers()) == ()
    group.run(Undo(entry=entry))
    assert group.answer(Member(eka)).active
    assert [term.role for term in group.answer(Officers())] == ["bendahara"]
    assert group.saved(eka) == (50_000, 20_000, 130_000)
    group.run(deposit(eka, "22/11", voluntary=5_000))
    assert group.findings() == {}


def test_an_office_that_somebody_else_holds_now_is_not_taken_back(group: Group, eka: PersonId) -> None:
    group.run(AppointOfficer(person=eka, role="bendahara", since=day("1/1")))
    entry = group.entry(leaves(eka))
    dedi = group.member("Dedi Contoh")
    group.run(AppointOfficer(person=dedi, role="bendahara", since=day("21/11")))
    group.run(Undo(entry=entry))
    assert [term.name for term in group.answer(Officers())] == ["Dedi Contoh"]


def test_who_came_back_and_left_again_stays_away(group: Group, eka: PersonId) -> None:
    entry = group.entry(leaves(eka, "18/11"))
    group.run(MemberReturns(person=eka, on=day("19/11")), leaves(eka, "21/11"))
    group.undo_refused(EntryId(entry), "already-left")


def test_a_pokok_is_paid_anew_by_who_comes_back(group: Group, eka: PersonId) -> None:
    group.run(leaves(eka, "18/11"), MemberReturns(person=eka, on=day("19/11")))
    group.run(SetSavingsRule(since=month(11), principal=Rupiah(75_000)), deposit(eka, "19/11", principal=75_000))
    assert group.saved(eka) == (75_000, 0, 0)


def test_nothing_comes_to_the_savings_of_one_who_left(group: Group, eka: PersonId) -> None:
    early = group.entry(deposit(eka, "2/11", voluntary=10_000))
    taken = group.entry(withdrawal(eka, 10_000, "3/11"))
    group.run(leaves(eka))
    group.refused(deposit(eka, "4/11", voluntary=5_000), "savings-of-one-who-left", "person")
    group.undo_refused(taken, "savings-of-one-who-left")
    group.undo_refused(early, "balance-short")
    group.run(Amend(entry=early, replacement=deposit(eka, "1/11", voluntary=10_000)))
    assert group.findings() == {}


def test_who_left_gets_no_jasa_of_that_month(group: Group, eka: PersonId) -> None:
    group.rule(rate=Fraction(6, 100), base=FeeBase.AVERAGE)
    assert len(group.answer(FeePreview(month(10))).lines) == 1
    group.run(leaves(eka, "30/10"))
    assert group.answer(FeePreview(month(10))).lines == ()


# --------------------------------------------------------------------------- jasa, denda and meeting fines not yet paid


def borrow(group: Group, person: PersonId, amount: int = 90_000) -> LoanId:
    """Rp90.000 for three months at 2 % flat with Rp1.000 denda, from 20 July on: nothing was ever paid."""
    group.run(
        SetLendingRules(
            since=day("1/1"),
            most=Rupiah(500_000),
            months=3,
            method=Method.FLAT,
            rate=Fraction(2, 100),
            fine=FineKind.FIXED,
            fine_amount=Rupiah(1_000),
        )
    )
    lent = LendMoney(on=day("20/7"), amount=Rupiah(amount), person=person, months=3, decided="Rapat 20 Juli")
    return LoanId(group.run(lent).made["loan"])


def miss_a_meeting(group: Group, person: PersonId, to: FineTo = FineTo.INCOME) -> None:
    there = group.member("Hani Contoh")
    lines = (Attended(person=person, state=Presence.ABSENT), Attended(person=there, state=Presence.PRESENT))
    group.run(
        SetMeetingRules(fine_absent=Rupiah(3_000), fine_to=to),
        HoldMeeting(on=day("8/11"), attendance=lines),
    )


def test_unpaid_jasa_and_denda_are_kept_back_from_the_savings(group: Group, eka: PersonId) -> None:
    loan = borrow(group, eka)
    plan = group.answer(Leaving(eka, day("20/11")))
    assert [(line.account, line.amount) for line in plan.lines if line.owes] == [
        ("1130", 90_000),
        ("4102", 5_400),
        ("4103", 3_000),
    ]
    assert plan.pays_out == 200_000 - 98_400
    entry = group.entry(leaves(eka))
    lines = dict(group.lines(entry))
    assert (lines["4102"], lines["4103"], lines["1130"], lines["1102"]) == (-5_400, -3_000, -90_000, -101_600)
    card = group.answer(LoanCard(loan, day("20/11")))
    assert (card.row.rest, card.row.fine, card.row.standing) == (0, 0, "paid")
    assert group.findings() == {}
    group.run(Undo(entry=entry))
    again = group.answer(LoanCard(loan, day("20/11")))
    assert (again.row.rest, again.row.fine, again.row.late_fee) == (90_000, 3_000, 5_400)
    assert group.findings() == {}


def test_what_the_group_does_not_ask_for_is_not_kept_back(group: Group, eka: PersonId) -> None:
    borrow(group, eka)
    miss_a_meeting(group, eka)
    lines = dict(group.lines(group.entry(leaves(eka, keep_back=False))))
    assert lines == {"1102": -110_000, "1130": -90_000, "2110": 130_000, "3101": 50_000, "3102": 20_000}
    assert [row.rest for row in group.answer(UnpaidFines(eka))] == [3_000]
    assert group.findings() == {}


def test_another_amount_of_jasa_is_agreed_but_not_more_than_the_loan_bears(group: Group, eka: PersonId) -> None:
    borrow(group, eka)
    refused = group.refused(leaves(eka, loan_fee=Rupiah(6_000)), "leaving-fee-too-much", "loan_fee")
    assert "Rp5.400" in say(refused.sentences[1])
    lines = dict(group.lines(group.entry(leaves(eka, loan_fee=Rupiah(2_000)))))
    assert (lines["4102"], lines["4103"]) == (-2_000, -3_000)
    assert group.findings() == {}


def test_jasa_and_denda_count_when_savings_do_not_reach(group: Group, eka: PersonId) -> None:
    borrow(group, eka, 195_000)
    # 195.000 of principal, 11.700 of jasa, 3.000 of denda against 200.000 saved
    refused = group.refused(leaves(eka), "leaving-owes-more", "person")
    assert "Rp9.700" in say(refused.sentences[1])
    group.run(leaves(eka, keep_back=False))


def test_unpaid_meeting_fines_go_to_what_they_are_for(group: Group, eka: PersonId) -> None:
    miss_a_meeting(group, eka)
    assert [(line.account, line.amount) for line in group.answer(Leaving(eka)).lines if line.owes] == [("4103", 3_000)]
    entry = group.entry(leaves(eka))
    # the fine is the usaha's: its money goes from Kas Simpan Pinjam to Kas
    assert dict(group.lines(entry)) == {
        "1101": 3_000,
        "1102": -200_000,
        "2110": 130_000,
        "3101": 50_000,
        "3102": 20_000,
        "4103": -3_000,
    }
    assert group.answer(UnpaidFines(eka)) == ()
    assert group.findings() == {}
    group.run(Undo(entry=entry))
    assert [row.rest for row in group.answer(UnpaidFines(eka))] == [3_000]
    assert group.findings() == {}


def test_fines_for_the_solidarity_fund_reach_its_box(group: Group, eka: PersonId) -> None:
    miss_a_meeting(group, eka, FineTo.SOLIDARITY)
    lines = dict(group.lines(group.entry(leaves(eka))))
    assert (lines["1102"], lines["1103"], lines["2120"]) == (-200_000, 3_000, -3_000)
    assert group.findings() == {}


# ------------------------------------------------------------------------------------------------ back after some months


def test_no_dues_are_asked_of_the_months_between_leaving_and_coming_back(group: Group) -> None:
    gani = group.member("Gani Contoh")
    group.run(SetSolidarityRule(since=month(1), amount=Rupiah(2_000)))
    group.run(deposit(gani, "10/3", 1, 2, 3, obligatory=30_000))
    left = group.entry(leaves(gani, "12/3"))
    group.run(MemberReturns(person=gani, on=day("4/9")))
    for grid in (group.answer(ObligatoryGrid(2026)), group.answer(DuesGrid(2026))):
        (row,) = [row for row in grid.rows if row.name == "Gani Contoh"]
        assert [cell.state for cell in row.cells[3:8]] == [State.NONE] * 5
        assert row.cells[8].state is State.LATE
    (row,) = [row for row in group.answer(ObligatoryGrid(2026)).rows if row.name == "Gani Contoh"]
    assert (row.late_months, row.late) == (2, 20_000)  # September and October
    group.refused(deposit(gani, "5/6", voluntary=5_000), "no-member-then", "person")
    assert "Gani Contoh" not in [row.name for row in group.answer(AttendanceSheet(day("5/6")))]
    assert "Gani Contoh" in [row.name for row in group.answer(AttendanceSheet(day("4/9")))]
    lent = LendMoney(on=day("5/6"), amount=Rupiah(100_000), person=gani, months=1, decided="Rapat 5/6")
    group.refused(lent, "borrower-left", "person")
    group.run(Undo(entry=left))
    (row,) = [row for row in group.answer(ObligatoryGrid(2026)).rows if row.name == "Gani Contoh"]
    assert row.late_months == 7


def test_what_came_after_the_day_of_leaving_is_not_settled_on_it(group: Group, eka: PersonId) -> None:
    """An advance given on the 15th cannot have been settled by savings on the 10th."""
    group.run(GiveAdvance(on=day("15/11"), description="Panjar", amount=Rupiah(30_000), person=eka))
    group.refused(leaves(eka, "10/11"), "balance-short", "amount")
    group.run(leaves(eka, "15/11"))
    assert group.findings() == {}


def test_a_description_that_is_too_long_is_not_cut_when_a_member_leaves(group: Group, eka: PersonId) -> None:
    group.refused(leaves(eka, description="x" * 201), "description-too-long")
