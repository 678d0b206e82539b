"""One amount of a column laid on several loans and fines: oldest due first, no rupiah made and none lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kubebuku.books.collection.commands import CollectedLine, CollectedLoan, Part
from kubebuku.books.collection.queries import SheetBox, SheetLine, SheetLoan, SheetPage, SheetPaid
from kubebuku.books.collection.rules import by_box, line_of
from kubebuku.domain.entries import LoanId, PersonId
from kubebuku.domain.money import Rupiah
from tests.books.trading import day

NIL = Rupiah(0)


def line(*loans: tuple[int, int, int, int], fine: int = 0) -> SheetLine:
    """Loans as what is due of pokok and jasa, denda, and the rest; `fine` is that of meetings."""
    owed = tuple(
        SheetLoan(LoanId(no), f"P/2026/{no:03d}", Rupiah(rest), Rupiah(principal), Rupiah(fee), Rupiah(penalty))
        for no, (principal, fee, penalty, rest) in enumerate(loans, start=1)
    )
    return SheetLine(
        PersonId(1), 1, "Ani Contoh", None, (), NIL, (), NIL, owed, Rupiah(fine), SheetPaid(), NIL, NIL, cleared=False
    )


def parts(of: CollectedLine) -> list[tuple[int, int, int, int]]:
    return [(loan.loan, loan.principal, loan.fee, loan.fine) for loan in of.loans]


def collected(of: SheetLine, **amounts: int) -> CollectedLine:
    return line_of(of, {Part(name): Rupiah(amount) for name, amount in amounts.items()})


TWO = line((100, 6, 0, 300), (50, 3, 0, 50))


@pytest.mark.parametrize(
    ("principal", "laid"),
    [
        (100, [(1, 100, 0, 0)]),
        (101, [(1, 100, 0, 0), (2, 1, 0, 0)]),
        (150, [(1, 100, 0, 0), (2, 50, 0, 0)]),
        (151, [(1, 101, 0, 0), (2, 50, 0, 0)]),
        (350, [(1, 300, 0, 0), (2, 50, 0, 0)]),
        (351, [(1, 301, 0, 0), (2, 50, 0, 0)]),
    ],
)
def test_pokok_pays_what_is_due_of_each_loan_then_the_rest_of_the_oldest(
    principal: int, laid: list[tuple[int, int, int, int]]
) -> None:
    assert parts(collected(TWO, principal=principal)) == laid


@pytest.mark.parametrize(
    ("fee", "laid"), [(6, [(1, 0, 6, 0)]), (9, [(1, 0, 6, 0), (2, 0, 3, 0)]), (10, [(1, 0, 7, 0), (2, 0, 3, 0)])]
)
def test_jasa_pays_what_is_due_of_each_loan_and_more_on_the_oldest(fee: int, laid: list[tuple[int, int, int, int]]) -> None:
    assert parts(collected(TWO, fee=fee)) == laid


@pytest.mark.parametrize(
    ("amount", "meetings", "denda"),
    [(4, 4, [0, 0]), (5, 5, [0, 0]), (6, 5, [0, 1]), (12, 5, [0, 7]), (13, 5, [0, 8])],
)
def test_fines_of_meetings_come_before_denda_and_too_much_goes_where_denda_is(
    amount: int, meetings: int, denda: list[int]
) -> None:
    """The first loan has no denda, the second seven."""
    of = collected(line((100, 0, 0, 100), (100, 0, 7, 100), fine=5), fine=amount)
    assert of.fine == meetings
    assert [{loan.loan: loan.fine for loan in of.loans}.get(LoanId(no), 0) for no in (1, 2)] == denda


def test_too_much_for_a_fine_of_meetings_stays_there_to_be_refused() -> None:
    assert collected(line((100, 0, 0, 100), fine=5), fine=8).fine == 8
    assert collected(line(), fine=8).fine == 8


def test_savings_and_dues_are_taken_as_they_are() -> None:
    of = collected(line(), obligatory=10, voluntary=20, dues=2)
    assert (of.obligatory, of.voluntary, of.dues, of.fine, of.loans) == (10, 20, 2, 0, ())
    assert (of.saved, of.total) == (30, 32)


def test_jasa_without_a_loan_goes_nowhere() -> None:
    assert collected(line(), fee=5, principal=7).loans == ()


AMOUNT = st.integers(0, 400)


@given(st.lists(st.tuples(AMOUNT, AMOUNT, AMOUNT, AMOUNT), min_size=1, max_size=4), AMOUNT, AMOUNT, AMOUNT, AMOUNT)
def test_no_rupiah_is_made_and_none_is_lost(
    loans: list[tuple[int, int, int, int]], fine: int, principal: int, fee: int, paid: int
) -> None:
    of = collected(line(*loans, fine=fine), principal=principal, fee=fee, fine=paid)
    assert of.total == principal + fee + paid
    assert all(min(loan.principal, loan.fee, loan.fine) >= 0 for loan in of.loans)


def test_each_box_gets_its_own_sums_in_the_order_of_the_sheet() -> None:
    money = [
        CollectedLine(person=PersonId(1), obligatory=Rupiah(10), dues=Rupiah(2), fine=Rupiah(5)),
        CollectedLine(person=PersonId(2), fine=Rupiah(1), loans=(CollectedLoan(loan=LoanId(1), principal=Rupiah(100)),)),
    ]

    def page(savings: str, dues: str, fines: str) -> SheetPage:
        boxes = (SheetBox(savings, ""), SheetBox(dues, ""), SheetBox(fines, ""))
        return SheetPage(day("8/11"), None, (), *boxes, written=())

    assert list(by_box(page("1102", "1103", "1101"), money).items()) == [("1102", 110), ("1103", 2), ("1101", 6)]
    assert list(by_box(page("1101", "1103", "1101"), money).items()) == [("1101", 116), ("1103", 2)]
    assert by_box(page("1102", "1103", "1101"), money[1:]) == {"1102": 100, "1101": 1}
