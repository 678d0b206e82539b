"""Loans that ran when the book was opened are read from its opening."""

from __future__ import annotations

import pytest

from kubebuku.app.office import Office
from kubebuku.books.mending.commands import Amend
from kubebuku.books.opening.commands import OpenBook, OpeningBox, OpeningLoan
from kubebuku.books.savings_loan import commands
from kubebuku.books.savings_loan.read_out import rows
from kubebuku.books.savings_loan.schedules import Method
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


def opening(lender: Lender, rest: int = 333_000, left: int | None = 2) -> OpenBook:
    running = OpeningLoan(
        person=lender.named["Ani"],
        principal=Rupiah(500_000),
        rest=Rupiah(rest),
        opened=day("1/1").replace(year=2025, month=12, day=15),
        instalments_left=left,
        next_due=day("15/1"),
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
