"""What a payment settles. On 20 March Rp300.000 lent on 10 January at 2 % flat has one instalment paid and one ten days late:
denda Rp5.000, jasa Rp6.000 due and Rp6.000 of the period begun, pokok Rp100.000 due and Rp100.000 of the period begun.
"""

from __future__ import annotations

from fractions import Fraction

import pytest

from kubebuku.books.savings_loan.instalments import FineRule, Flows, Plan
from kubebuku.books.savings_loan.reckoning import Reckoning
from kubebuku.books.savings_loan.rules import USUAL_ORDER, FineKind, Part
from kubebuku.books.savings_loan.schedules import Every, Instalment, Method
from kubebuku.domain.money import Rupiah
from tests.books.trading import day

LINES = tuple(
    Instalment(no, day(due), Rupiah(100_000), Rupiah(6_000), Rupiah(rest))
    for no, due, rest in ((1, "10/2", 200_000), (2, "10/3", 100_000), (3, "10/4", 0))
)
PLAN = Plan(1, day("10/1"), Method.FLAT, Fraction(2, 100), Every.MONTH, LINES)
PAID = Flows(repaid=((day("10/2"), 100_000),), fees=((day("10/2"), 6_000),))


def used(
    amount: int,
    *,
    order: tuple[Part, ...] = USUAL_ORDER,
    flows: Flows = PAID,
    at: str = "20/3",
    fee: int | None = None,
    fine: int | None = None,
) -> tuple[int, ...]:
    """Denda, jasa, pokok, and what is left."""
    loan = Reckoning(PLAN, flows, FineRule(FineKind.FIXED, Rupiah(5_000)), day(at), order)
    by_hand = (None if part is None else Rupiah(part) for part in (fee, fine))
    found = loan.use(Rupiah(amount), **dict(zip(("fee", "fine"), by_hand, strict=True)))
    return tuple(int(part) for part in (found.fine, found.fee, found.principal, found.excess))


@pytest.mark.parametrize(
    ("amount", "parts"),
    [
        (1, (1, 0, 0, 0)),
        (5_000, (5_000, 0, 0, 0)),
        (5_001, (5_000, 1, 0, 0)),
        (11_000, (5_000, 6_000, 0, 0)),
        (11_001, (5_000, 6_000, 1, 0)),
        (111_000, (5_000, 6_000, 100_000, 0)),
        (111_001, (5_000, 6_001, 100_000, 0)),
        (117_000, (5_000, 12_000, 100_000, 0)),
        (117_001, (5_000, 12_000, 100_001, 0)),
        (217_000, (5_000, 12_000, 200_000, 0)),
        (217_001, (5_000, 12_000, 200_000, 1)),
    ],
)
def test_what_is_due_comes_first_then_what_has_begun(amount: int, parts: tuple[int, ...]) -> None:
    assert used(amount) == parts


def test_another_order_pays_what_is_due_in_that_order() -> None:
    first_principal = (Part.PRINCIPAL, Part.FEE, Part.FINE)
    assert used(100_001, order=first_principal) == (0, 1, 100_000, 0)
    assert used(111_001, order=first_principal) == (5_000, 6_000, 100_001, 0)


@pytest.mark.parametrize(
    ("amount", "hand", "parts"),
    [
        (111_000, (None, 0), (0, 11_000, 100_000, 0)),
        (111_000, (None, 2_000), (2_000, 9_000, 100_000, 0)),
        (111_000, (0, None), (5_000, 0, 106_000, 0)),
        (111_000, (12_000, None), (5_000, 12_000, 94_000, 0)),
        (111_000, (1_000, 500), (500, 1_000, 109_500, 0)),
        (230_000, (0, 0), (0, 0, 200_000, 30_000)),
    ],
)
def test_jasa_and_denda_set_by_hand_are_paid_before_all_else(
    amount: int, hand: tuple[int | None, int | None], parts: tuple[int, ...]
) -> None:
    assert used(amount, fee=hand[0], fine=hand[1]) == parts


def test_by_hand_they_come_before_pokok_also_where_pokok_is_first() -> None:
    first_principal = (Part.PRINCIPAL, Part.FEE, Part.FINE)
    assert used(6_500, order=first_principal, fee=6_000, fine=1_000) == (1_000, 5_500, 0, 0)


def test_before_the_first_period_begins_everything_is_pokok() -> None:
    assert used(300_001, flows=Flows(), at="10/1") == (0, 0, 300_000, 1)


def test_what_was_repaid_later_is_not_repaid_twice() -> None:
    """Rp150.000 of the rest came on 1 April; on 20 March only Rp50.000 can still be repaid."""
    later = Flows(repaid=(*PAID.repaid, (day("1/4"), 150_000)), fees=PAID.fees)
    assert used(100_000, flows=later) == (5_000, 12_000, 50_000, 33_000)
