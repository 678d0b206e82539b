"""Loans that ran when the book was opened are read from its opening."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from kubebuku.app.office import Office
from kubebuku.books.mending.commands import Amend
from kubebuku.books.opening.commands import OpenBook, OpeningBox, OpeningLoan
from kubebuku.books.savings_loan import commands
from kubebuku.books.savings_loan.read_out import rows
from kubebuku.books.savings_loan.rules import Per
from kubebuku.books.savings_loan.schedules import Every, Method
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import EntryId, LoanId
from kubebuku.domain.money import Rupiah
from tests.books.savings_loan.lender import Lender, due_days
from tests.books.trading import day


@pytest.fixture
def opened(office: Office) -> Lender:
    lender = Lender(office)
    lender.people()
    return lender


def opening(lender: Lender, rest: int = 333_000, left: int | None = 2, **more: Any) -> OpenBook:
    running = OpeningLoan(
        person=lender.named["Ani"],
        principal=Rupiah(500_000),
        rest=Rupiah(rest),
        opened=day("1/1").replace(year=2025, month=12, day=15),
        instalments_left=left,
        next_due=day("15/1"),
        **more,
    )
    return OpenBook(boxes=(OpeningBox(box="1102", amount=Rupiah(1_000_000)),), loans=(running,))


def test_rest_instalments_and_next_day_make_the_plan(opened: Lender) -> None:
    opened.run(opening(opened))
    card = opened.card(LoanId(1), "14/1")
    assert (card.row.principal, card.row.rest, card.row.days_late) == (500_000, 333_000, 0)
    assert due_days(card) == [day("15/1"), day("15/2")]
    assert [int(line.principal) for line in card.lines] == [166_500, 166_500]
    assert [(row.lent, row.balance) for row in card.rows] == [(333_000, 333_000)]
    assert opened.findings() == {}


def test_without_more_it_is_due_in_a_month(opened: Lender) -> None:
    opened.run(
        OpenBook(
            loans=(OpeningLoan(person=opened.named["Warga"], principal=Rupiah(100_000), rest=Rupiah(100_000), opened=day("1/1")),)
        )
    )
    card = opened.card(LoanId(1), "2/2")
    assert (due_days(card), card.row.days_late, card.row.member) == ([day("1/2")], 1, False)


def test_it_is_paid_rescheduled_and_undone_like_any_other(opened: Lender) -> None:
    opened.run(opening(opened))
    loan = LoanId(1)
    paid = opened.pay(loan, 166_500, "15/1")
    opened.run(commands.RescheduleLoan(on=day("20/1"), loan=loan, months=3, reason="Sakit", method=Method.NONE))
    assert [int(line.principal) for line in opened.card(loan, "20/1").lines] == [55_500] * 3
    assert opened.findings() == {}
    opened.undo_refused(paid, "loan-replanned")
    opened.run(commands.CancelReschedule(loan=loan))
    opened.pay(loan, 166_500, "15/2")
    assert opened.card(loan).state == "paid"
    assert opened.findings() == {}


def test_a_mended_opening_mends_the_plan(opened: Lender) -> None:
    wrote = opened.run(opening(opened)).entry
    assert wrote is not None
    opened.run(Amend(entry=EntryId(wrote), replacement=opening(opened, rest=300_000, left=3)))
    card = opened.card(LoanId(1), "14/1")
    assert [int(line.principal) for line in card.lines] == [100_000] * 3
    assert opened.findings() == {}


def two_loans(lender: Lender, first: str | None, second: str | None, opened: str = "1/1") -> OpenBook:
    loans = tuple(
        OpeningLoan(person=lender.named[who], principal=Rupiah(90_000), rest=Rupiah(60_000), opened=day(opened), label=label)
        for who, label in (("Ani", first), ("Budi", second))
    )
    return OpenBook(loans=loans)


def test_two_loans_of_the_opening_never_have_one_number(opened: Lender) -> None:
    opened.refused(two_loans(opened, "P-1", "P-1"), "opening-loan-number-taken", "loans")
    opened.run(two_loans(opened, "Pinjaman 2", None))
    assert [row.label for row in opened.listed()] == ["Pinjaman 2", "Pinjaman 3"]


def test_an_opening_mended_in_its_days_keeps_the_numbers(opened: Lender) -> None:
    wrote = opened.run(two_loans(opened, "P-1", "P-2")).entry
    assert wrote is not None
    opened.run(Amend(entry=EntryId(wrote), replacement=two_loans(opened, "P-1", "P-2", opened="2/1")))
    assert [(row.label, row.opened, row.rest) for row in opened.listed()] == [
        ("P-1", day("2/1"), 60_000),
        ("P-2", day("2/1"), 60_000),
    ]
    assert opened.findings() == {}


def test_the_read_out_is_plain(opened: Lender) -> None:
    opened.run(opening(opened))
    (row,) = opened.office.read(lambda reading: rows(reading, Month(2026, 2)))
    assert (row["borrower"], row["rest"], row["late_principal"], row["days_late"]) == ("Ani Contoh", 333_000, 333_000, 44)
    assert row["quality"] == "doubtful"
    assert row["standing"] == "running"


# ---- jasa of what is left

YEARLY = {"method": Method.FLAT, "rate": Fraction(10, 100), "per": Per.YEAR}


@pytest.mark.parametrize(
    ("terms", "rest", "left", "fees", "parts"),
    [
        ({"method": Method.FLAT, "rate": Fraction(2, 100)}, 333_000, 2, [10_000, 10_000], [166_500, 166_500]),
        (YEARLY, 250_000, 3, [4_167, 4_167, 4_166], [83_333, 83_333, 83_334]),
        ({"method": Method.DECLINING, "rate": Fraction(1, 100)}, 300_000, 3, [3_000, 2_000, 1_000], [100_000] * 3),
        ({"method": Method.ANNUITY, "rate": Fraction(1, 100)}, 300_000, 3, [3_000, 2_010, 1_010], [99_007, 99_997, 100_996]),
        ({"method": Method.DAILY, "rate": Fraction(3, 100)}, 300_000, 2, [4_200, 4_650], [150_000, 150_000]),
        ({"rate": Fraction(0)}, 300_000, 2, [0, 0], [150_000, 150_000]),
    ],
)  # fmt: skip
def test_the_rest_of_the_plan_bears_its_jasa(
    opened: Lender, terms: dict[str, Any], rest: int, left: int, fees: list[int], parts: list[int]
) -> None:
    opened.run(opening(opened, rest, left, **terms))
    lines = opened.card(LoanId(1), "1/1").lines
    assert [int(line.interest) for line in lines] == fees
    assert [int(line.principal) for line in lines] == parts
    assert opened.findings() == {}


def test_jasa_of_an_opening_loan_is_received(opened: Lender) -> None:
    """Rp10.000 a month, and Rp10.000 of December not paid yet."""
    opened.run(opening(opened, method=Method.FLAT, rate=Fraction(2, 100), fee_owed=Rupiah(10_000)))
    assert [int(line.interest) for line in opened.card(LoanId(1), "1/1").lines] == [20_000, 10_000]
    opened.pay(LoanId(1), 186_500, "15/1")
    assert (opened.holds("4102"), opened.holds("1130")) == (-20_000, 166_500)
    opened.pay(LoanId(1), 176_500, "15/2")
    assert (opened.holds("4102"), opened.card(LoanId(1)).state, opened.findings()) == (-30_000, "paid", {})


def test_an_opening_loan_is_paid_by_the_week_or_at_the_end(opened: Lender) -> None:
    wrote = opened.run(opening(opened, 300_000, 3, method=Method.FLAT, rate=Fraction(52, 1200), every=Every.WEEK)).entry
    card = opened.card(LoanId(1), "1/1")
    assert due_days(card) == [day("15/1"), day("22/1"), day("29/1")]
    assert [int(line.interest) for line in card.lines] == [5_000] * 3
    assert wrote is not None
    end = opening(opened, 300_000, None, method=Method.DECLINING, rate=Fraction(1, 100), every=Every.END)
    opened.run(Amend(entry=EntryId(wrote), replacement=end))
    (line,) = opened.card(LoanId(1), "1/1").lines
    assert (line.due, int(line.principal), int(line.interest)) == (day("15/1"), 300_000, 3_000)


@pytest.mark.parametrize(
    ("terms", "code"),
    [
        ({"rate": Fraction(2, 100)}, "opening-loan-method-missing"),
        ({"method": Method.FLAT}, "loan-rate-missing"),
        ({"method": Method.FLAT, "rate": Fraction(3, 2)}, "loan-rate"),
        ({"fee_owed": Rupiah(-1)}, "opening-below-zero"),
    ],
)
def test_jasa_that_cannot_be(opened: Lender, terms: dict[str, Any], code: str) -> None:
    opened.refused(opening(opened, **terms), code, "lines" if code == "opening-below-zero" else "loans")
