"""Instalments early, late, in part and too large; denda; another plan; loans given up."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from kubebuku.books.places import Loans
from kubebuku.books.savings_loan import commands, portfolio_queries, queries
from kubebuku.books.savings_loan.instalments import State
from kubebuku.books.savings_loan.rules import FineKind, Part, Quality
from kubebuku.books.savings_loan.schedules import Every, Method
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import LoanId
from kubebuku.domain.money import Rupiah
from tests.books.savings_loan.lender import Lender
from tests.books.trading import day

ONE_PERCENT, TWO_PERCENT = Fraction(1, 100), Fraction(2, 100)


@pytest.fixture
def loan(lender: Lender) -> LoanId:
    """Ani's 300.000 of 5 January in three months, jasa 2 % flat: 106.000 a month."""
    return lender.lend("Ani", 300_000, "5/1", method=Method.FLAT, rate=TWO_PERCENT)


def test_an_instalment_is_jasa_then_principal(lender: Lender, loan: LoanId) -> None:
    entry = lender.pay(loan, 106_000, "5/2")
    assert lender.lines(entry) == [("1102", 106_000), ("1130", -100_000), ("4102", -6_000)]
    card = lender.card(loan, "5/2")
    assert [(row.no, row.lent, row.repaid, row.balance, row.fee) for row in card.rows] == [
        (None, 300_000, 0, 300_000, 0),
        (1, 0, 100_000, 200_000, 6_000),
    ]
    assert [line.state for line in card.lines] == [State.PAID, State.AHEAD, State.AHEAD]
    assert card.lines[0].paid_on == day("5/2")


def test_jasa_is_income_of_simpan_pinjam_with_its_loan(lender: Lender, loan: LoanId) -> None:
    lender.pay(loan, 106_000, "5/2")
    assert lender.holds("4102", unit=1, loan=loan) == -6_000


def test_what_is_due_and_unpaid_is_not_in_the_ledger(lender: Lender, loan: LoanId) -> None:
    card = lender.card(loan, "12/2")
    assert (card.due_principal, card.due_fee, card.proposed) == (100_000, 6_000, 106_000)
    assert (card.row.days_late, card.row.quality, card.row.late) == (7, Quality.SUBSTANDARD, 106_000)
    assert lender.holds("4102") == 0


def test_a_part_pays_the_jasa_first(lender: Lender, loan: LoanId) -> None:
    lender.pay(loan, 50_000, "5/2")
    card = lender.card(loan, "6/2")
    assert (card.fee_paid, card.repaid, card.row.late_principal, card.row.late_fee) == (6_000, 44_000, 56_000, 0)


def test_who_pays_the_bill_late_is_no_longer_late(lender: Lender, loan: LoanId) -> None:
    before = lender.card(loan, "20/3")
    assert before.due_principal + before.due_fee == before.proposed == 212_000
    lender.pay(loan, 212_000, "20/3")
    after = lender.card(loan, "20/3")
    assert after.row.days_late == 0
    assert (after.row.rest, after.fee_paid) == (100_000, 12_000), "jasa of the period that runs waits for its own day"
    lender.pay(loan, 106_000, "5/4")
    assert lender.card(loan, "5/4").state == "paid"


def test_the_order_is_the_groups_own(lender: Lender) -> None:
    lender.rules(order=(Part.PRINCIPAL, Part.FEE, Part.FINE), method=Method.FLAT, rate=TWO_PERCENT)
    loan = lender.lend("Ani", 300_000, "5/1")
    assert lender.lines(lender.pay(loan, 102_000, "5/2")) == [("1102", 102_000), ("1130", -100_000), ("4102", -2_000)]


def test_who_pays_off_early_saves_the_jasa_of_later_months(lender: Lender, loan: LoanId) -> None:
    card = lender.card(loan, "20/1")
    assert (card.payoff, card.fee_open) == (306_000, 6_000)
    lender.pay(loan, 306_000, "20/1")
    card = lender.card(loan)
    assert (card.state, card.row.rest, card.fee_paid) == ("paid", 0, 6_000)
    assert [int(line.interest) for line in card.lines] == [6_000, 0, 0]
    assert {line.state for line in card.lines} == {State.PAID}


def test_more_paid_early_lowers_declining_jasa(lender: Lender) -> None:
    loan = lender.lend("Ani", 300_000, "5/1", method=Method.DECLINING, rate=TWO_PERCENT)
    lender.pay(loan, 206_000, "5/2")
    assert [int(line.interest) for line in lender.card(loan, "5/3").lines] == [6_000, 2_000, 2_000]
    assert lender.card(loan, "5/3").due_fee == 2_000


def test_daily_jasa_follows_what_is_owed(lender: Lender) -> None:
    loan = lender.lend("Ani", 300_000, "5/1", method=Method.DAILY, rate=Fraction(3, 100))
    assert lender.card(loan, "15/1").fee_open == 3_000  # 300.000 x 3 % x 10 / 30
    lender.pay(loan, 103_000, "15/1")
    assert lender.card(loan, "25/1").fee_open == 2_000  # 200.000 x 3 % x 10 / 30
    assert lender.card(loan, "25/1").payoff == 202_000


def test_more_than_is_owed_is_refused_with_what_is_owed(lender: Lender, loan: LoanId) -> None:
    lender.pay(loan, 106_000, "5/2")
    refusal = lender.refused(lender.instalment(loan, 250_000, "5/3"), "repaid-too-much", "amount")
    assert (refusal.owed, refusal.excess, refusal.may_save) == (206_000, 44_000, True)  # type: ignore[attr-defined]


def test_the_excess_goes_into_savings_by_choice(lender: Lender, loan: LoanId) -> None:
    entry = lender.pay(loan, 310_000, "20/1", excess=commands.Excess.SAVINGS)
    assert lender.lines(entry)[-1] == ("2110", -4_000)
    assert lender.holds("2110", person=lender.named["Ani"]) == -4_000


def test_an_outsider_has_no_savings(lender: Lender) -> None:
    loan = lender.lend("Warga", 300_000, "5/1")
    lender.refused(lender.instalment(loan, 310_000, "20/1", excess=commands.Excess.SAVINGS), "excess-not-saved", "excess")
    refusal = lender.refused(lender.instalment(loan, 310_000, "20/1"), "repaid-too-much", "amount")
    assert not refusal.may_save  # type: ignore[attr-defined]


def test_a_paid_off_loan_takes_nothing_until_it_is_reopened(lender: Lender, loan: LoanId) -> None:
    entry = lender.pay(loan, 306_000, "20/1")
    lender.refused(lender.instalment(loan, 1_000, "21/1"), "loan-paid", "loan")
    assert lender.listed() == []
    lender.undo(entry)
    assert [row.standing for row in lender.listed()] == ["running"]
    lender.pay(loan, 1_000, "21/1")
    assert lender.findings() == {}


def test_jasa_and_denda_can_be_set_by_hand(lender: Lender, loan: LoanId) -> None:
    lender.refused(lender.instalment(loan, 50_000, "5/2", fee=Rupiah(18_001)), "due-part-too-large", "fee")
    lender.refused(lender.instalment(loan, 50_000, "5/2", fine=Rupiah(1)), "due-part-too-large", "fine")
    lender.refused(lender.instalment(loan, 50_000, "5/2", fee=Rupiah(-1)), "amount-negative", "fee")
    entry = lender.pay(loan, 50_000, "5/2", fee=Rupiah(0))
    assert lender.lines(entry) == [("1102", 50_000), ("1130", -50_000)]


def test_nothing_is_paid_before_the_money_was_handed_over(lender: Lender, loan: LoanId) -> None:
    lender.refused(lender.instalment(loan, 1_000, "4/1"), "before-loan", "on")


def test_a_payment_written_late_does_not_overdraw_what_was_paid_since(lender: Lender, loan: LoanId) -> None:
    lender.pay(loan, 306_000, "20/1")
    lender.refused(lender.instalment(loan, 10_000, "10/1"), "loan-paid", "loan")


def test_there_is_no_such_loan(lender: Lender) -> None:
    lender.refused(lender.instalment(LoanId(99), 1_000, "5/2"), "loan-unknown", "loan")


# ---------------------------------------------------------------------------------------------------------------- denda


def test_a_fixed_fine_for_each_late_instalment(lender: Lender) -> None:
    lender.rules(fine=FineKind.FIXED, fine_amount=Rupiah(5_000))
    loan = lender.lend("Ani", 300_000, "5/1")
    assert lender.card(loan, "5/2").row.fine == 0
    assert lender.card(loan, "6/2").row.fine == 5_000
    assert lender.card(loan, "6/3").row.fine == 10_000
    entry = lender.pay(loan, 110_000, "6/3")
    assert lender.lines(entry) == [("1102", 110_000), ("1130", -100_000), ("4103", -10_000)]
    assert lender.holds("4103", unit=1, loan=loan) == -10_000
    assert lender.card(loan, "6/3").row.fine == 0


def test_a_share_of_what_is_late_for_each_thirty_days_begun(lender: Lender) -> None:
    lender.rules(fine=FineKind.PERCENT, fine_rate=TWO_PERCENT)
    loan = lender.lend("Ani", 300_000, "5/1")
    assert lender.card(loan, "6/2").row.fine == 2_000
    lender.pay(loan, 52_000, "7/2")
    # 50.000 of the first instalment for a second thirty days, 100.000 of the second for one
    assert lender.card(loan, "8/3").row.fine == 1_000 + 2_000


# ------------------------------------------------------------------------------------------------------- another plan


def rescheduled(loan: LoanId, on: str, months: int, **more: object) -> commands.RescheduleLoan:
    return commands.RescheduleLoan(on=day(on), loan=loan, months=months, reason="Panen gagal", **more)  # type: ignore[arg-type]


def test_another_plan_for_the_rest(lender: Lender, loan: LoanId) -> None:
    lender.pay(loan, 106_000, "5/2")
    lender.run(rescheduled(loan, "10/3", 4, method=Method.NONE))
    card = lender.card(loan, "10/3")
    assert [int(line.principal) for line in card.lines] == [50_000] * 4
    # jasa of the second period, and of the third, which has begun
    assert [int(line.interest) for line in card.lines] == [12_000, 0, 0, 0]
    assert (card.row.days_late, card.row.next_amount) == (0, 62_000)
    assert [(plan.version, plan.total, plan.reason) for plan in card.plans] == [(1, 300_000, None), (2, 200_000, "Panen gagal")]
    assert lender.card(loan, "9/3").row.days_late == 4
    lender.pay(loan, 62_000, "10/4")
    assert lender.card(loan, "10/4").lines[0].state is State.PAID
    assert lender.findings() == {}


def test_unpaid_jasa_is_added_only_by_decision(lender: Lender, loan: LoanId) -> None:
    wanted = rescheduled(loan, "5/2", 3, unpaid_fee=commands.UnpaidFee.ADD, method=Method.NONE)
    lender.refused(wanted, "decision-needed", "decision")
    entry = lender.entry(replace(wanted, decided="Rapat 5 Februari"))
    assert lender.lines(entry) == [("1130", 6_000), ("4102", -6_000)]
    card = lender.card(loan, "5/2")
    assert (card.row.rest, sum(line.principal for line in card.lines)) == (306_000, 306_000)
    assert lender.findings() == {}
    lender.refused(commands.CancelReschedule(loan=loan), "reschedule-posted", "loan")
    lender.undo(entry)
    assert len(lender.card(loan, "5/2").plans) == 1
    assert lender.holds("4102") == 0


def test_unpaid_jasa_is_let_go_by_decision(lender: Lender, loan: LoanId) -> None:
    wanted = rescheduled(loan, "5/2", 3, unpaid_fee=commands.UnpaidFee.LET_GO, method=Method.NONE)
    lender.refused(wanted, "decision-needed", "decision")
    lender.run(replace(wanted, decided="Rapat 5 Februari"))
    assert lender.card(loan, "5/3").due_fee == 0


def test_jasa_paid_ahead_counts_in_the_new_plan(lender: Lender, loan: LoanId) -> None:
    # Ani brings the jasa of all three months with the first instalment
    lender.pay(loan, 118_000, "5/2", fee=Rupiah(18_000))
    assert lender.card(loan, "5/2").fee_before_owed == 12_000
    lender.run(rescheduled(loan, "5/2", 4))
    card = lender.card(loan, "5/2")
    assert [(int(line.interest), int(line.interest_paid)) for line in card.lines] == [(4_000, 4_000)] * 3 + [(4_000, 0)]
    assert card.fee_before_owed == 12_000
    assert lender.card(loan, "5/3").proposed == 50_000
    # and again where the new plan is put aside before its first instalment
    lender.run(rescheduled(loan, "6/2", 2))
    assert [int(line.interest_paid) for line in lender.card(loan, "6/2").lines] == [4_000, 4_000]
    for on in ("6/3", "6/4"):
        lender.pay(loan, 100_000, on)
    assert (lender.card(loan, "6/4").state, lender.holds("4102")) == ("paid", -18_000)
    assert lender.findings() == {}


def test_jasa_of_the_month_that_runs_is_not_paid_ahead(lender: Lender, loan: LoanId) -> None:
    lender.pay(loan, 118_000, "5/2", fee=Rupiah(18_000))
    lender.run(rescheduled(loan, "20/2", 2))
    assert [int(line.interest_paid) for line in lender.card(loan, "20/2").lines] == [4_000, 2_000]


def test_jasa_paid_ahead_stands_in_the_earlier_plan_again(lender: Lender, loan: LoanId) -> None:
    lender.pay(loan, 118_000, "5/2", fee=Rupiah(18_000))
    before = lender.card(loan, "5/2").lines
    lender.run(rescheduled(loan, "5/2", 4), commands.CancelReschedule(loan=loan))
    assert lender.card(loan, "5/2").lines == before


def test_a_plan_is_taken_back(lender: Lender, loan: LoanId) -> None:
    lender.refused(commands.CancelReschedule(loan=loan), "not-rescheduled", "loan")
    lender.run(rescheduled(loan, "5/2", 6), commands.CancelReschedule(loan=loan))
    assert len(lender.card(loan).lines) == 3


def test_what_a_plan_rests_on_stays(lender: Lender, loan: LoanId) -> None:
    paid = lender.pay(loan, 106_000, "5/2")
    lender.refused(rescheduled(loan, "1/2", 6), "later-than-plan", "on")
    lender.run(rescheduled(loan, "10/2", 6))
    lender.undo_refused(paid, "loan-replanned")
    lender.undo_refused(lender.lent_entry(), "loan-replanned")
    lender.refused(lender.instalment(loan, 1_000, "9/2"), "before-plan", "on")
    after = lender.pay(loan, 10_000, "10/2")
    lender.undo(after)
    lender.run(commands.CancelReschedule(loan=loan))
    lender.undo(paid)
    assert lender.findings() == {}


def test_a_paid_loan_needs_no_plan(lender: Lender, loan: LoanId) -> None:
    lender.pay(loan, 306_000, "20/1")
    lender.refused(rescheduled(loan, "21/1", 3), "loan-paid", "loan")
    lender.refused(_given_up(loan, "21/1"), "loan-paid", "loan")


# ------------------------------------------------------------------------------------------------------------ giving up


def _given_up(loan: LoanId, on: str, decided: str | None = "Rapat 1 Juli") -> commands.WriteOffLoan:
    return commands.WriteOffLoan(on=day(on), loan=loan, reason="Pindah, tidak diketahui", decided=decided)


def test_a_loan_is_given_up_by_decision_and_some_comes_back(lender: Lender, loan: LoanId) -> None:
    lender.pay(loan, 106_000, "5/2")
    lender.refused(_given_up(loan, "2/7", None), "decision-needed", "decision")
    entry = lender.entry(_given_up(loan, "2/7"))
    assert lender.lines(entry) == [("5111", 200_000), ("1130", -200_000)]
    card = lender.card(loan)
    assert (card.state, card.row.rest, card.written_off, card.row.days_late, card.payoff) == ("written_off", 0, 200_000, 0, 0)
    lender.refused(lender.instalment(loan, 1_000, "3/7"), "loan-written-off", "loan")
    back = commands.RecoverLoan(on=day("3/8"), amount=Rupiah(50_000), loan=loan)
    recovered = lender.entry(back)
    assert lender.lines(recovered) == [("1102", 50_000), ("4104", -50_000)]
    lender.refused(replace(back, amount=Rupiah(150_001)), "recovered-too-much", "amount")
    lender.undo_refused(entry, "recovered-since")
    assert lender.card(loan).recovered == 50_000
    lender.undo(recovered)
    lender.undo(entry)
    assert lender.card(loan).state == "running"
    assert lender.findings() == {}


def test_payments_before_the_writing_off_stay(lender: Lender, loan: LoanId) -> None:
    paid = lender.pay(loan, 106_000, "5/2")
    lender.run(_given_up(loan, "2/7"))
    lender.undo_refused(paid, "written-off-since")


def test_only_what_was_given_up_is_recovered(lender: Lender, loan: LoanId) -> None:
    lender.refused(commands.RecoverLoan(on=day("3/8"), amount=Rupiah(1), loan=loan), "not-written-off", "loan")


# ------------------------------------------------------------------------------------------------------------- figures


def test_what_is_due_on_the_day_of_the_meeting(lender: Lender, loan: LoanId) -> None:
    other = lender.lend("Budi", 200_000, "20/1", months=2)
    rows = lender.answer(queries.DueOn(day("5/3")))
    assert [(row.name, row.no, row.principal, row.fee, row.total) for row in rows] == [
        ("Ani Contoh", 1, 200_000, 12_000, 212_000),
        ("Budi Contoh", 1, 100_000, 0, 100_000),
    ]
    lender.pay(other, 100_000, "5/3")
    assert [row.name for row in lender.answer(queries.DueOn(day("5/3")))] == ["Ani Contoh"]


def test_daftar_tunggakan_names_each_late_instalment(lender: Lender, loan: LoanId) -> None:
    lender.pay(loan, 56_000, "5/2")
    rows = lender.answer(queries.Arrears(day("12/3")))
    assert [(row.no, row.due, row.principal, row.fee, row.days_late) for row in rows] == [
        (1, day("5/2"), 50_000, 0, 35),
        (2, day("5/3"), 100_000, 6_000, 7),
    ]
    assert {row.quality for row in rows} == {Quality.DOUBTFUL}


def test_the_portfolio(lender: Lender, loan: LoanId) -> None:
    lender.lend("Warga", 300_000, "1/3")
    lender.pay(loan, 106_000, "5/2")
    found = lender.answer(portfolio_queries.Portfolio(day("12/3")))
    assert (found.members, found.outsiders, found.running, found.borrowers) == (200_000, 300_000, 2, 2)
    assert (found.late_principal, found.late_fee, found.late_loans) == (100_000, 6_000, 1)
    assert found.par == (200_000, 0, 0)
    assert found.repaid_rate == Fraction(1, 2)
    assert (found.recovery_rate, found.lar) == (1, 0)
    assert (found.lent_year, found.repaid_year, found.fee_year) == (600_000, 100_000, 6_000)
    later = lender.answer(portfolio_queries.Portfolio(day("22/6")))
    assert later.par == (500_000, 500_000, 200_000)
    assert (later.recovery_rate, later.lar) == (Fraction(300_000, 500_000), Fraction(1, 2))


def test_the_memo_of_risk_is_reckoned_and_not_posted(lender: Lender, loan: LoanId) -> None:
    memo = lender.answer(portfolio_queries.RiskMemo(day("12/3")))
    assert [(line.quality, line.rest, line.provision) for line in memo.lines] == [(Quality.DOUBTFUL, 300_000, 150_000)]
    assert (memo.total, memo.held) == (150_000, 0)


def test_the_book_of_the_month_is_that_of_the_box(lender: Lender, loan: LoanId) -> None:
    lender.post("2026-02-02 | Setoran | 1102 20.000 | 2110 -20.000 &Ani")
    lender.pay(loan, 106_000, "5/2")
    elsewhere = lender.pay(loan, 50_000, "6/2", box="1101")
    page = lender.answer(portfolio_queries.SavingsLoanBook(Month(2026, 2)))
    assert page.opening == 1_700_000
    assert [(row.saved, row.repaid, row.fee, row.balance) for row in page.rows] == [
        (20_000, 0, 0, 1_720_000),
        (0, 100_000, 6_000, 1_826_000),
    ]
    assert (page.closing, page.elsewhere_in) == (lender.holds("1102"), 50_000)
    assert elsewhere


def test_a_days_receipts_stand_before_its_payments(lender: Lender, loan: LoanId) -> None:
    lender.post("2026-02-05 | Setoran | 1102 20.000 | 2110 -20.000 &Ani")
    lender.post("2026-02-05 | Ani mengambil simpanan | 2110 15.000 &Ani | 1102 -15.000")
    lender.pay(loan, 106_000, "5/2")
    page = lender.answer(portfolio_queries.SavingsLoanBook(Month(2026, 2)))
    assert [(row.withdrawn, row.balance) for row in page.rows] == [(0, 1_720_000), (0, 1_826_000), (15_000, 1_811_000)]


def test_payment_preview_tells_the_parts(lender: Lender, loan: LoanId) -> None:
    split = lender.answer(queries.PaymentPreview(loan, Rupiah(400_000), day("5/2")))
    assert (split.fee, split.principal, split.excess, split.rest) == (6_000, 300_000, 94_000, 0)


def test_borrowers_by_name(lender: Lender, loan: LoanId) -> None:
    lender.pay(loan, 306_000, "20/1")
    lender.lend("Ani", 100_000, "1/3", every=Every.END, months=1)
    (row,) = lender.answer(queries.Borrowers(day("2/4")))
    assert (row.name, row.running, row.rest, row.days_late, row.loans) == ("Ani Contoh", 1, 100_000, 1, 2)


def test_late_loans_stand_on_the_list_for_attention(lender: Lender, loan: LoanId) -> None:
    from kubebuku.books.savings_loan.reading import late_loans

    (line,) = lender.office.read(lambda reading: list(late_loans(reading)))
    assert line.place == Loans(loan=loan)
