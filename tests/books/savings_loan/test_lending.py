"""From application to money in hand: rules, decisions, boxes, and who may borrow."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from kubebuku.books.savings_loan import commands, queries
from kubebuku.books.savings_loan.rules import BANJARMASIN, Bands, FineKind, Part
from kubebuku.books.savings_loan.schedules import Every, Method
from kubebuku.domain.entries import LoanId
from kubebuku.domain.money import Rupiah
from tests.books.savings_loan.lender import Lender, due_days
from tests.books.trading import day

TWO_PERCENT = Fraction(2, 100)


def test_a_loan_moves_the_box_and_stands_on_its_borrower(lender: Lender) -> None:
    outcome = lender.run(lender.new_loan("Ani", 500_000, "5/1"))
    loan = LoanId(outcome.made["loan"])
    assert outcome.number == "BKK/2026/0001"
    assert lender.holds("1102") == 1_500_000
    assert lender.holds("1130", person=lender.named["Ani"], loan=loan) == 500_000
    card = lender.card(loan)
    assert card.row.label == "P/2026/001"
    assert due_days(card) == [day("5/2"), day("5/3"), day("5/4")]
    assert [int(line.principal) for line in card.lines] == [166_667, 166_667, 166_666]
    assert lender.findings() == {}


def test_the_standing_of_the_day_decides_the_account_and_stays(lender: Lender) -> None:
    loan = lender.lend("Warga", 300_000, "5/1")
    assert lender.holds("1131", loan=loan) == 300_000
    assert not lender.listed()[0].member


def test_labels_run_through_the_year(lender: Lender) -> None:
    lender.lend("Ani", 100_000, "5/1")
    loan = lender.lend("Budi", 100_000, "6/1")
    assert lender.card(loan).row.label == "P/2026/002"


def test_until_the_group_writes_its_rules_the_preset_of_banjarmasin_holds(lender: Lender) -> None:
    assert lender.answer(queries.LendingRule()) == BANJARMASIN
    assert (BANJARMASIN.most, BANJARMASIN.months, BANJARMASIN.method) == (500_000, 3, Method.NONE)
    lender.refused(lender.new_loan("Ani", 500_001, "5/1"), "above-highest-loan", "amount")
    lender.refused(lender.new_loan("Ani", 500_000, "5/1", months=4), "above-longest-term", "months")


def test_rules_have_a_history_and_a_loan_keeps_those_of_its_day(lender: Lender) -> None:
    lender.rules("1/1", most=Rupiah(300_000))
    lender.rules("1/3", most=Rupiah(1_000_000), months=10, method=Method.FLAT, rate=TWO_PERCENT)
    assert [rule.most for rule in lender.answer(queries.LendingRules())] == [300_000, 1_000_000]
    lender.refused(lender.new_loan("Ani", 400_000, "5/2"), "above-highest-loan", "amount")
    early, late = lender.lend("Ani", 300_000, "5/2"), lender.lend("Budi", 400_000, "5/3")
    assert lender.card(early).rule.most == 300_000
    assert [int(line.interest) for line in lender.card(late, "5/3").lines] == [8_000] * 10


def test_who_left_cannot_borrow_whatever_was_decided(lender: Lender) -> None:
    wanted = lender.new_loan("Dedi", 100_000, "5/3", decided="Rapat 1 Maret", exception="Minta tolong")
    lender.refused(wanted, "borrower-left", "person")


def test_outsiders_borrow_only_where_the_rules_say_so(lender: Lender) -> None:
    lender.rules(outsiders=False)
    wanted = lender.new_loan("Warga", 100_000, "5/1")
    lender.refused(wanted, "outsiders-not-allowed", "person")
    lender.run(replace(wanted, decided="Rapat 4 Januari", exception="Tetangga yang sakit"))


def test_a_second_loan_waits_for_the_first(lender: Lender) -> None:
    first = lender.lend("Ani", 100_000, "5/1")
    lender.refused(lender.new_loan("Ani", 100_000, "6/1"), "too-many-loans", "person")
    lender.pay(first, 100_000, "7/1")
    lender.lend("Ani", 100_000, "7/1")


def test_against_the_rules_by_a_decision_with_a_reason(lender: Lender) -> None:
    wanted = lender.new_loan("Ani", 800_000, "5/1")
    lender.refused(replace(wanted, exception="Biaya sekolah"), "decision-needed", "decision")
    loan = LoanId(lender.run(replace(wanted, exception="Biaya sekolah", decided="Rapat 4 Januari")).made["loan"])
    card = lender.card(loan)
    assert (card.exception, card.decision_label) == ("Biaya sekolah", "Rapat 4 Januari")


def test_no_more_is_lent_than_lies_in_the_box(lender: Lender) -> None:
    lender.rules(most=Rupiah(5_000_000))
    lender.refused(lender.new_loan("Ani", 2_000_001, "5/1"), "box-short", "amount")
    lender.lend("Ani", 2_000_000, "5/1")


def test_an_application_is_decided_and_paid_out(lender: Lender) -> None:
    lender.rules(months=6, method=Method.DECLINING, rate=TWO_PERCENT)
    asked = commands.ApplyForLoan(on=day("3/1"), amount=Rupiah(500_000), person=lender.named["Ani"], purpose="Modal kue")
    loan = LoanId(lender.run(asked).made["loan"])
    hand_over = commands.DisburseLoan(on=day("6/1"), loan=loan)
    lender.refused(hand_over, "loan-not-granted", "loan")
    approve = commands.ApproveLoan(loan=loan, on=day("4/1"), amount=Rupiah(400_000))
    lender.refused(approve, "decision-needed", "decision")
    lender.run(replace(approve, decided="Rapat 4 Januari"))
    assert [(row.state, row.amount) for row in lender.answer(queries.Applications())] == [("granted", 400_000)]
    lender.refused(replace(hand_over, on=day("2/1")), "before-application", "on")
    entry = lender.entry(hand_over)
    assert lender.lines(entry) == [("1130", 400_000), ("1102", -400_000)]
    card = lender.card(loan)
    assert (card.row.opened, card.purpose, card.decided) == (day("6/1"), "Modal kue", day("4/1"))
    lender.refused(hand_over, "no-application", "loan")
    lender.undo(entry)
    assert lender.card(loan).state == "granted"
    lender.run(hand_over)
    assert lender.findings() == {}


def test_refused_withdrawn_and_decided_anew(lender: Lender) -> None:
    asked = commands.ApplyForLoan(on=day("3/1"), amount=Rupiah(500_000), person=lender.named["Ani"])
    loan = LoanId(lender.run(asked).made["loan"])
    lender.refused(commands.RefuseLoan(loan=loan, on=day("4/1"), reason=" "), "reason-missing", "reason")
    lender.run(commands.RefuseLoan(loan=loan, on=day("4/1"), reason="Kas menipis"))
    assert lender.answer(queries.Applications()) == ()
    assert lender.answer(queries.Applications(with_closed=True))[0].reason == "Kas menipis"
    lender.refused(commands.WithdrawApplication(loan=loan), "no-application", "loan")
    lender.run(commands.ReopenApplication(loan=loan), commands.WithdrawApplication(loan=loan))
    assert lender.card(loan).state == "withdrawn"
    lender.refused(lender.instalment(loan, 1_000, "6/1"), "loan-not-running", "loan")


def test_a_loan_written_wrongly_is_written_anew_under_its_number(lender: Lender) -> None:
    wanted = lender.new_loan("Ani", 400_000, "5/1")
    entry = lender.entry(wanted)
    lender.undo(entry, then=replace(wanted, amount=Rupiah(500_000)))
    (row,) = lender.listed()
    assert (row.label, row.rest, row.principal) == ("P/2026/001", 500_000, 500_000)
    assert lender.findings() == {}


def test_a_loan_struck_out_keeps_its_number_to_itself(lender: Lender) -> None:
    first = lender.lend("Ani", 400_000, "5/1", purpose="Modal warung")
    lender.undo(lender.lent_entry())
    second = lender.lend("Ani", 300_000, "5/2", purpose="Beli benih")
    asked = commands.ApplyForLoan(on=day("6/2"), amount=Rupiah(200_000), person=lender.named["Ani"])
    third = LoanId(lender.run(asked).made["loan"])
    assert [lender.card(loan).row.label for loan in (first, second, third)] == ["P/2026/001", "P/2026/002", "P/2026/003"]
    struck = lender.card(first)
    assert (struck.state, struck.purpose, struck.row.rest, struck.rows) == ("withdrawn", "Modal warung", 0, ())
    assert [(row.label, row.rest) for row in lender.listed()] == [("P/2026/002", 300_000)]
    # and the paper of the second loan, changed afterwards, keeps its own number
    lender.undo(lender.lent_entry(), then=lender.new_loan("Ani", 350_000, "5/2"))
    assert [(row.label, row.rest) for row in lender.listed()] == [("P/2026/002", 350_000)]
    assert lender.findings() == {}


def test_a_loan_written_for_another_person_gets_a_number_of_its_own(lender: Lender) -> None:
    lender.lend("Ani", 400_000, "5/1")
    lender.undo(lender.lent_entry(), then=lender.new_loan("Budi", 400_000, "5/1"))
    assert [(row.label, row.name) for row in lender.listed()] == [("P/2026/002", "Budi Contoh")]
    assert lender.findings() == {}


def test_a_disbursement_with_payments_can_be_mended_but_not_undone(lender: Lender) -> None:
    wanted = lender.new_loan("Ani", 300_000, "5/1", method=Method.FLAT, rate=TWO_PERCENT)
    entry = lender.entry(wanted)
    loan = lender.listed()[0].loan
    lender.pay(loan, 6_000, "20/1", fee=Rupiah(6_000))
    lender.undo_refused(entry, "loan-has-payments")
    lender.undo(entry, then=replace(wanted, on=day("6/1")))
    card = lender.card(loan)
    assert (card.row.opened, card.fee_paid, card.row.rest) == (day("6/1"), 6_000, 300_000)
    lender.pay(loan, 106_000, "6/2")
    lender.undo_refused(lender.office.read(_newest_loan_entry), "balance-short")


def _newest_loan_entry(reading: object) -> int:
    connection = reading.connection  # type: ignore[attr-defined]
    return int(connection.exec_driver_sql("SELECT MAX(id) FROM entry WHERE kind = 'loan'").scalar_one())


@pytest.mark.parametrize(
    ("wrong", "code", "field"),
    [
        ({"most": Rupiah(0)}, "rule-highest", "most"),
        ({"months": 0}, "loan-term", "months"),
        ({"method": Method.FLAT}, "loan-rate-missing", "rate"),
        ({"method": Method.FLAT, "rate": Fraction(3, 2)}, "loan-rate", "rate"),
        ({"method": Method.FLAT, "rate": Fraction(-1, 100)}, "loan-rate", "rate"),
        ({"round_to": 250}, "loan-rounding", "round_to"),
        ({"grace": 3}, "loan-grace", "grace"),
        ({"at_once": 0}, "rule-at-once", "at_once"),
        ({"order": (Part.FEE, Part.FEE, Part.FINE)}, "rule-order", "order"),
        ({"fine": FineKind.FIXED}, "rule-fine", "fine_amount"),
        ({"fine": FineKind.PERCENT, "fine_rate": Fraction(2)}, "rule-fine", "fine_rate"),
    ],
)
def test_rules_that_cannot_be(lender: Lender, wrong: dict[str, object], code: str, field: str) -> None:
    lender.refused(commands.SetLendingRules(since=day("1/1"), **wrong), code, field)  # type: ignore[arg-type]


def test_rules_for_a_far_year_are_refused(lender: Lender) -> None:
    lender.refused(commands.SetLendingRules(since=day("1/1").replace(year=2028)), "rule-too-far", "since")


@pytest.mark.parametrize(
    ("wrong", "code", "field"),
    [
        ({"amount": Rupiah(0)}, "amount-zero", "amount"),
        ({"months": 0}, "loan-term", "months"),
        ({"method": Method.FLAT}, "loan-rate-missing", "rate"),
        ({"method": Method.FLAT, "rate": Fraction(3, 2)}, "loan-rate", "rate"),
        ({"payment": Rupiah(0)}, "loan-payment", "payment"),
        ({"box": "4101"}, "not-a-box", "box"),
        ({"on": day("24/11")}, "not-yet", "on"),
        ({"decision": 99}, "decision-unknown", "decision"),
    ],
)
def test_a_loan_that_cannot_be(lender: Lender, wrong: dict[str, object], code: str, field: str | None) -> None:
    lender.refused(replace(lender.new_loan("Ani", 100_000, "5/1"), **wrong), code, field)  # type: ignore[arg-type]


def test_look_before_lending(lender: Lender) -> None:
    asked = queries.LoanPreview(Rupiah(1_200_000), day("5/1"), months=12, method=Method.FLAT, rate=TWO_PERCENT)
    preview = lender.answer(asked)
    assert (preview.fee, preview.total, len(preview.lines)) == (288_000, 1_488_000, 12)
    assert preview.yearly_agreed == Fraction(24, 100)
    assert Fraction(41, 100) < preview.yearly < Fraction(43, 100)


def test_terms_of_a_loan_may_differ_from_the_rules(lender: Lender) -> None:
    loan = lender.lend("Ani", 120_000, "5/1", every=Every.FORTNIGHT, payment=Rupiah(25_000))
    assert [int(line.principal) for line in lender.card(loan).lines] == [25_000] * 4 + [20_000]


def test_bands_hold_by_the_day_of_the_report(lender: Lender) -> None:
    loan = lender.lend("Ani", 300_000, "5/1")
    assert lender.card(loan, "6/2").row.quality.value == "substandard"
    lender.rules("7/2", bands=Bands.OJK)
    assert lender.card(loan, "7/2").row.quality.value == "watch"
    lender.rules("8/2", bands=Bands.COOPERATIVE)
    assert lender.card(loan, "8/2").row.quality.value == "current"
    assert [lender.card(loan, on).row.quality.value for on in ("6/2", "7/2")] == ["substandard", "watch"]
