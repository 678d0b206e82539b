"""Loans repaid by the week, by the fortnight or all at once, with months of grace and whole coins, to the last day."""

from __future__ import annotations

from fractions import Fraction

from kubebuku.books.savings_loan.instalments import State
from kubebuku.books.savings_loan.rules import FineKind, Part
from kubebuku.books.savings_loan.schedules import Every, Method
from kubebuku.domain.money import Rupiah
from tests.books.savings_loan.lender import Lender, due_days
from tests.books.trading import day

TWO_PERCENT = Fraction(2, 100)


def test_every_second_sunday_a_part_until_nothing_is_left(lender: Lender) -> None:
    loan = lender.lend("Ani", 300_000, "4/1", months=3, method=Method.NONE, every=Every.FORTNIGHT)
    days = due_days(lender.card(loan, "4/1"))
    assert days[:2] == [day("18/1"), day("1/2")]
    assert len(days) == 6
    for on in days:
        lender.pay(loan, 50_000, f"{on.day}/{on.month}")
    card = lender.card(loan, "30/3")
    assert (card.row.rest, card.row.standing) == (0, "paid")
    assert {line.state for line in card.lines} == {State.PAID}
    assert lender.holds("1130") == 0
    assert lender.findings() == {}


def test_a_missed_week_is_late_after_a_day(lender: Lender) -> None:
    loan = lender.lend("Ani", 120_000, "5/1", months=1, method=Method.NONE, every=Every.WEEK)
    assert due_days(lender.card(loan, "5/1"))[0] == day("12/1")
    assert lender.card(loan, "12/1").row.days_late == 0
    assert (lender.card(loan, "13/1").row.days_late, lender.card(loan, "13/1").row.late) == (1, 30_000)


def test_all_at_the_end_with_the_jasa_of_the_whole_term(lender: Lender) -> None:
    loan = lender.lend("Warga", 200_000, "10/1", months=3, method=Method.FLAT, rate=TWO_PERCENT, every=Every.END)
    (line,) = lender.card(loan, "10/1").lines
    assert (line.due, line.principal, line.interest) == (day("10/4"), 200_000, 12_000)
    entry = lender.pay(loan, 212_000, "10/4")
    assert sorted(lender.lines(entry)) == [("1102", 212_000), ("1131", -200_000), ("4102", -12_000)]
    assert lender.card(loan, "10/4").row.standing == "paid"


def test_in_a_month_of_grace_only_jasa_is_due(lender: Lender) -> None:
    loan = lender.lend("Ani", 300_000, "10/1", months=3, method=Method.FLAT, rate=TWO_PERCENT, grace=1, round_to=1000)
    lines = lender.card(loan, "10/1").lines
    assert [(line.principal, line.interest) for line in lines] == [(0, 6_000), *[(150_000, 6_000)] * 2]
    lender.pay(loan, 6_000, "10/2")
    assert lender.card(loan, "11/2").row.days_late == 0
    assert lender.card(loan, "11/2").row.rest == 300_000


def test_the_last_instalment_takes_what_whole_coins_leave(lender: Lender) -> None:
    loan = lender.lend("Ani", 500_000, "10/1", months=3, method=Method.NONE, round_to=500)
    amounts = [line.principal for line in lender.card(loan, "10/1").lines]
    assert (amounts, sum(amounts)) == ([167_000, 167_000, 166_000], 500_000)


def test_the_order_of_a_payment_follows_the_rules_of_the_loan(lender: Lender) -> None:
    lender.rules(
        "2/1",
        method=Method.FLAT,
        rate=TWO_PERCENT,
        fine=FineKind.FIXED,
        fine_amount=Rupiah(2_000),
        order=(Part.PRINCIPAL, Part.FEE, Part.FINE),
    )
    loan = lender.lend("Ani", 300_000, "10/1", months=3)
    entry = lender.pay(loan, 100_000, "20/2")
    # ten days late: the principal of the instalment comes before its jasa and the denda
    assert dict(lender.lines(entry)) == {"1102": 100_000, "1130": -100_000}
    rest = lender.pay(loan, lender.card(loan, "20/2").payoff, "20/2")
    assert dict(lender.lines(rest)) == {"1102": 214_000, "1130": -200_000, "4102": -12_000, "4103": -2_000}
    assert lender.findings() == {}
