"""A loan is paid off when nothing at all is owed: jasa and denda stay in sight after the principal is repaid."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from kubebuku.books.collection.commands import Part as SheetPart
from kubebuku.books.collection.queries import CollectionSheet
from kubebuku.books.journal.commands import GeneralJournal, JournalLine
from kubebuku.books.journal.queries import NamelessEntries
from kubebuku.books.leaving.commands import LeaveGroup
from kubebuku.books.leaving.queries import Leaving
from kubebuku.books.mending.commands import Amend, Undo
from kubebuku.books.personal_savings.commands import DepositSavings
from kubebuku.books.savings_loan import commands, queries
from kubebuku.books.savings_loan.commands import UnpaidFee
from kubebuku.books.savings_loan.portfolio import ties
from kubebuku.books.savings_loan.portfolio_queries import Portfolio
from kubebuku.books.savings_loan.refusals import LoanPaid, OnlyDuesOwed, PartTooLarge
from kubebuku.books.savings_loan.rules import FineKind, Part
from kubebuku.books.savings_loan.schedules import Method
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import EntryId, LoanId
from kubebuku.domain.money import Rupiah
from kubebuku.ledger.work import Reading
from kubebuku.reports import loan_card
from kubebuku.reports.books import build as build_book
from kubebuku.reports.collection import strips
from kubebuku.reports.render.sheet import as_text
from kubebuku.reports.table import Table
from tests.books.savings_loan.lender import Lender
from tests.books.trading import day

TWO_PERCENT = Fraction(2, 100)
PRINCIPAL_FIRST = (Part.PRINCIPAL, Part.FEE, Part.FINE)


@pytest.fixture
def loan(lender: Lender) -> LoanId:
    """Ani's 300.000 in three months, jasa 2 %; pokok first: three times 100.000, then 1.000. Of 18.000 jasa 17.000 is open."""
    lender.rules(order=PRINCIPAL_FIRST, method=Method.FLAT, rate=TWO_PERCENT)
    id_ = lender.lend("Ani", 300_000, "5/1")
    for on in ("5/2", "5/3", "5/4"):
        lender.pay(id_, 100_000, on)
    lender.pay(id_, 1_000, "6/4")
    return id_


def row(lender: Lender, loan: LoanId, at: str = "10/4") -> queries.LoanRow:
    return next(one for one in lender.listed(at, with_closed=True) if one.loan == loan)


def let_go(loan: LoanId, on: str = "12/4", **more: Any) -> commands.LetDuesGo:
    return replace(commands.LetDuesGo(on=day(on), loan=loan, reason="Sakit lama", decided="Rapat 12 April"), **more)


def sound(lender: Lender) -> bool:
    return not lender.office.read(lambda reading: list(ties(reading)))


def test_a_loan_with_jasa_open_runs_on(lender: Lender, loan: LoanId) -> None:
    found = row(lender, loan)
    assert (found.rest, found.standing, found.late_fee, found.dues) == (0, "running", 17_000, 17_000)
    assert [one.loan for one in lender.listed("10/4")] == [loan]
    assert lender.card(loan, "10/4").payoff == 17_000


def test_it_is_due_late_and_on_the_sheet(lender: Lender, loan: LoanId) -> None:
    due = lender.answer(queries.DueOn(day("10/4")))
    assert [(one.loan, one.principal, one.fee) for one in due] == [(loan, 0, 17_000)]
    assert sum(one.fee for one in lender.answer(queries.Arrears(day("10/4")))) == 17_000
    sheet = lender.answer(CollectionSheet(day("10/4")))
    ani = next(line for line in sheet.lines if line.name.startswith("Ani"))
    assert (ani.due(SheetPart.FEE), ani.loan_dues, ani.cleared) == (17_000, 17_000, False)
    strip = lender.office.read(lambda reading: as_text(strips(reading, day("10/4"))))
    assert "jasa dan denda Rp17.000" in strip
    assert "LUNAS" not in strip


def test_the_last_jasa_ends_it(lender: Lender, loan: LoanId) -> None:
    last = lender.pay(loan, 17_000, "10/4")
    assert row(lender, loan).standing == "paid"
    assert lender.card(loan, "12/4").state == "paid"
    assert lender.answer(queries.DueOn(day("10/4"))) == ()
    refused = lender.refused(lender.instalment(loan, 1_000, "12/4"), "loan-paid", "loan")
    assert isinstance(refused, LoanPaid)
    assert refused.day == day("10/4")
    assert sound(lender)
    lender.run(Undo(entry=EntryId(last)))
    assert row(lender, loan).standing == "running"
    assert sound(lender)


def test_a_day_before_the_last_payment_it_ran(lender: Lender, loan: LoanId) -> None:
    lender.pay(loan, 17_000, "10/4")
    assert [one.loan for one in lender.listed("9/4")] == [loan]
    assert lender.listed("10/4") == []


def test_leaving_keeps_back_what_the_card_says(lender: Lender, loan: LoanId) -> None:
    ani = lender.named["Ani"]
    lender.run(DepositSavings(on=day("7/4"), person=ani, voluntary=Rupiah(500_000)))
    assert lender.answer(Leaving(ani, day("10/4"))).pays_out == 483_000
    box = lender.holds("1102")
    left = lender.entry(LeaveGroup(person=ani, on=day("10/4"), reason="Pindah"))
    assert lender.holds("1102") - box == -483_000
    assert row(lender, loan).standing == "paid"
    lender.run(Undo(entry=EntryId(left)))
    assert row(lender, loan).standing == "running"
    assert sound(lender)


def test_who_leaves_without_paying_it_still_owes_it(lender: Lender, loan: LoanId) -> None:
    ani = lender.named["Ani"]
    lender.run(DepositSavings(on=day("7/4"), person=ani, voluntary=Rupiah(500_000)))
    outcome = lender.run(LeaveGroup(person=ani, on=day("10/4"), reason="Pindah", keep_back=False))
    assert [one.values["amount"] for one in outcome.warned] == [17_000]
    assert row(lender, loan, "12/4").standing == "running"
    lender.run(let_go(loan))
    assert row(lender, loan, "12/4").standing == "paid"
    card = lender.office.read(lambda reading: as_text(loan_card.document(reading, loan, at=day("12/4"))))
    assert "dibebaskan dengan keputusan: Rp17.000." in card


def test_no_other_loan_while_jasa_is_owed(lender: Lender, loan: LoanId) -> None:
    lender.refused(lender.new_loan("Ani", 100_000, "10/4"), "too-many-loans", "person")
    lender.pay(loan, 17_000, "10/4")
    lender.lend("Ani", 100_000, "11/4")


def test_without_principal_there_is_nothing_to_plan_anew_or_to_write_off(lender: Lender, loan: LoanId) -> None:
    anew = commands.RescheduleLoan(on=day("10/4"), loan=loan, months=2, reason="Panen gagal")
    gone = commands.WriteOffLoan(on=day("10/4"), loan=loan, reason="Pergi", decided="Rapat")
    for command in (anew, gone):
        refused = lender.refused(command, "only-dues-owed", "loan")
        assert isinstance(refused, OnlyDuesOwed)
        assert refused.owed == 17_000


# ---- denda of an instalment that was paid late


@pytest.fixture
def late(lender: Lender) -> LoanId:
    """Ani's 300.000 without jasa; denda 5.000 for each late instalment; the last one comes five days late, without its denda."""
    lender.rules(fine=FineKind.FIXED, fine_amount=Rupiah(5_000), order=PRINCIPAL_FIRST)
    id_ = lender.lend("Ani", 300_000, "5/1")
    lender.pay(id_, 100_000, "5/2")
    lender.pay(id_, 100_000, "5/3")
    lender.pay(id_, 100_000, "10/4")
    return id_


def test_the_denda_is_on_the_next_sheet(lender: Lender, late: LoanId) -> None:
    (bill,) = lender.answer(queries.DueOn(day("20/4")))
    assert (bill.loan, bill.no, bill.due, bill.total, bill.fine) == (late, None, None, 5_000, 5_000)
    sheet = lender.answer(CollectionSheet(day("20/4")))
    ani = next(line for line in sheet.lines if line.name.startswith("Ani"))
    assert (ani.due(SheetPart.FINE), ani.owed, ani.cleared) == (5_000, 0, False)


def test_the_list_says_what_is_left_beside_the_principal(lender: Lender, late: LoanId) -> None:
    def loans(reading: Reading) -> list[tuple[object, ...]]:
        document = build_book(reading, Month(2026, 4), "savings_loan")
        tables = [block for part in document.parts for block in part.blocks if isinstance(block, Table)]
        return [line.cells for table in tables for line in table.rows if "P/2026/001" in line.cells]

    (line,) = lender.office.read(loans)
    assert (line[5], line[7], line[-1]) == (300_000, 0, "jasa dan denda Rp5.000")


def test_with_the_denda_it_is_paid_off(lender: Lender, late: LoanId) -> None:
    assert row(lender, late, "20/4").standing == "running"
    lender.pay(late, 5_000, "20/4")
    assert row(lender, late, "20/4").standing == "paid"
    assert sound(lender)


# ---- let go by decision


def test_what_is_let_go_ends_the_loan_and_moves_no_account(lender: Lender, loan: LoanId) -> None:
    before = lender.balances()
    entry = lender.entry(let_go(loan))
    assert lender.lines(entry) == [("4102", 17_000), ("4102", -17_000)]
    assert lender.balances() == before
    card = lender.card(loan, "12/4")
    assert (card.state, card.fee_paid, card.let_go, card.payoff) == ("paid", 1_000, 17_000, 0)
    assert [(line.fee, line.repaid) for line in card.rows if line.entry == entry] == [(0, 0)]
    assert [(line.received, line.let_go, line.unpaid) for line in card.lines] == [
        (101_000, 5_000, 0),
        (100_000, 6_000, 0),
        (100_000, 6_000, 0),
    ]
    assert lender.answer(Portfolio(day("12/4"))).fee_year == 1_000
    assert lender.answer(NamelessEntries()) == ()
    assert sound(lender)


def test_it_can_be_undone_and_changed(lender: Lender, loan: LoanId) -> None:
    entry = lender.entry(let_go(loan))
    lender.run(Amend(entry=EntryId(entry), replacement=let_go(loan, fee=Rupiah(10_000))))
    assert lender.card(loan, "12/4").fee_open == 7_000
    assert row(lender, loan, "12/4").standing == "running"
    lender.pay(loan, 7_000, "13/4")
    assert row(lender, loan, "13/4").standing == "paid"
    assert sound(lender)


def test_letting_go_needs_a_decision_and_something_to_let_go(lender: Lender, loan: LoanId) -> None:
    lender.refused(let_go(loan, decided=None), "decision-needed", "decision")
    refused = lender.refused(let_go(loan, fee=Rupiah(18_000)), "due-part-too-large", "fee")
    assert isinstance(refused, PartTooLarge)
    assert refused.most == 17_000
    lender.pay(loan, 17_000, "10/4")
    lender.refused(let_go(loan), "no-dues-owed", "loan")


def test_denda_alone_can_be_let_go(lender: Lender, late: LoanId) -> None:
    entry = lender.entry(let_go(late, "20/4"))
    assert lender.lines(entry) == [("4103", 5_000), ("4103", -5_000)]
    assert row(lender, late, "20/4").standing == "paid"


# ---- entries by hand, other rules


def test_jasa_received_by_hand_ends_it_too(lender: Lender, loan: LoanId) -> None:
    jasa = JournalLine(account="4102", amount=Rupiah(-17_000), loan=loan)
    lines = (JournalLine(account="1102", amount=Rupiah(17_000)), jasa)
    entry = lender.entry(GeneralJournal(on=day("10/4"), description="Jasa Ani", lines=lines))
    assert row(lender, loan).standing == "paid"
    assert sound(lender)
    lender.run(Undo(entry=EntryId(entry)))
    assert row(lender, loan).standing == "running"
    assert sound(lender)


def test_rules_written_later_reach_the_loans_from_before_any(lender: Lender) -> None:
    loan = lender.lend("Ani", 300_000, "5/1")
    lender.pay(loan, 300_000, "10/4")
    assert row(lender, loan).standing == "paid"
    lender.rules(fine=FineKind.FIXED, fine_amount=Rupiah(5_000))
    assert (row(lender, loan).standing, row(lender, loan).dues) == ("running", 15_000)
    assert sound(lender)


# ---- paying off on the day of a new plan


def test_jasa_kept_from_the_old_plan_is_owed_at_once(lender: Lender) -> None:
    """600.000 at 2 % a month; on 5 April three months of jasa are unpaid, and the new plan keeps them."""
    lender.rules(most=Rupiah(1_000_000), months=12, method=Method.FLAT, rate=TWO_PERCENT)
    loan = lender.lend("Ani", 600_000, "5/1")
    anew = commands.RescheduleLoan(on=day("5/4"), loan=loan, months=6, reason="Panen gagal", unpaid_fee=UnpaidFee.KEEP)
    assert lender.card(loan, "5/4").fee_open == 36_000
    lender.run(anew)
    assert lender.card(loan, "5/4").payoff == 636_000
    paid = lender.entry(lender.instalment(loan, 636_000, "5/4"))
    assert lender.lines(paid) == [("1102", 636_000), ("1130", -600_000), ("4102", -36_000)]
    assert row(lender, loan, "5/4").standing == "paid"
    assert sound(lender)


# ---- who has left


def test_who_left_gets_no_loan_by_an_earlier_date(lender: Lender) -> None:
    """Ani leaves on 10 April; a loan of the 9th would have been settled then."""
    ani = lender.named["Ani"]
    asked = commands.ApplyForLoan(on=day("1/4"), amount=Rupiah(100_000), person=ani)
    waiting = LoanId(lender.run(asked).made["loan"])
    lender.run(commands.ApproveLoan(loan=waiting, on=day("2/4"), decided="Rapat 2 April"))
    lender.run(LeaveGroup(person=ani, on=day("10/4"), reason="Pindah"))
    for on in ("9/4", "10/4"):
        lender.refused(lender.new_loan("Ani", 100_000, on), "owed-on-leaving", "on")
        lender.refused(commands.DisburseLoan(on=day(on), loan=waiting), "owed-on-leaving", "on")
    lender.refused(lender.new_loan("Ani", 100_000, "11/4"), "borrower-left", "person")


def test_nor_is_a_payment_of_one_who_left_undone(lender: Lender) -> None:
    loan = lender.lend("Ani", 100_000, "5/1")
    first, last = lender.pay(loan, 60_000, "5/2"), lender.pay(loan, 40_000, "5/3")
    left = lender.run(LeaveGroup(person=lender.named["Ani"], on=day("10/4"), reason="Pindah"))
    assert left.entry is None, "nothing was open any more"
    for entry in (first, last):
        lender.undo_refused(entry, "owed-on-leaving")
    lender.run(Amend(entry=EntryId(first), replacement=lender.instalment(loan, 60_000, "6/2")))
    assert row(lender, loan).standing == "paid"
