"""Payments written down late, for a day before one that stands already: nothing is asked or taken twice."""

from __future__ import annotations

from fractions import Fraction

from kubebuku.books.leaving.queries import Leaving
from kubebuku.books.savings_loan import commands, queries
from kubebuku.books.savings_loan.rules import FineKind
from kubebuku.domain.money import Rupiah
from tests.books.savings_loan.lender import Lender
from tests.books.trading import day


def test_denda_is_not_taken_twice(lender: Lender) -> None:
    lender.rules(fine=FineKind.FIXED, fine_amount=Rupiah(5_000))
    loan = lender.lend("Ani", 300_000, "5/1")
    lender.pay(loan, 105_000, "20/2")  # the instalment of 5 February with its denda
    entry = lender.pay(loan, 20_000, "10/2")  # found in a pocket afterwards
    assert lender.lines(entry) == [("1102", 20_000), ("1130", -20_000)]
    assert lender.card(loan, "20/2").fine_paid == 5_000


def test_a_write_off_taken_back_in_another_month_lets_denda_run_again(lender: Lender) -> None:
    lender.rules(fine=FineKind.PERCENT, fine_rate=Fraction(1, 100))
    loan = lender.lend("Ani", 300_000, "5/1")
    other = lender.lend("Budi", 300_000, "5/1")
    gone = lender.entry(commands.WriteOffLoan(on=day("10/2"), loan=loan, reason="Pergi", decided="Rapat 10 Februari"))
    lender.undo(gone, on=day("1/3"))
    assert lender.card(loan, "20/4").row.fine == lender.card(other, "20/4").row.fine


def test_the_bill_of_a_past_day_asks_no_denda_that_was_paid_since(lender: Lender) -> None:
    lender.rules(fine=FineKind.FIXED, fine_amount=Rupiah(5_000))
    loan = lender.lend("Ani", 300_000, "5/1")
    lender.pay(loan, 105_000, "20/2")
    (bill,) = lender.answer(queries.DueOn(day("10/2")))
    assert (bill.principal, bill.fine) == (100_000, 0)


def test_who_leaves_on_a_past_day_keeps_no_denda_back_twice(lender: Lender) -> None:
    lender.rules(fine=FineKind.FIXED, fine_amount=Rupiah(5_000))
    loan = lender.lend("Ani", 300_000, "5/1")
    lender.pay(loan, 5_000, "20/2", fine=Rupiah(5_000))
    plan = lender.answer(Leaving(lender.named["Ani"], day("10/2")))
    assert [(line.account, line.amount) for line in plan.lines] == [("1130", 300_000)]
