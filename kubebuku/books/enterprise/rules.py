"""Arithmetic of the businesses: stock at purchase price, the cost of an animal, the age of what is owed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from kubebuku.domain.accounts import (
    GOODS_LOSS,
    HONORARIUM,
    MAINTENANCE,
    MATERIALS,
    OTHER_COST,
    REFRESHMENTS,
    STATIONERY,
    TRANSPORT,
    WAGES,
)
from kubebuku.domain.money import Rupiah, portion

#: Costs that a business simply pays; the others belong to acts of their own.
UNIT_COSTS = (WAGES, TRANSPORT, MAINTENANCE, STATIONERY, REFRESHMENTS, HONORARIUM, OTHER_COST)

#: Where the cost of an animal goes that is gone without a sale (docs/decisions: eaten together is a meal, given is a cost).
FATE_ACCOUNTS = {"died": GOODS_LOSS, "lost": GOODS_LOSS, "eaten": REFRESHMENTS, "given": OTHER_COST}

#: An animal that was sold is cost of goods.
SOLD_ACCOUNT = MATERIALS

#: Upper ends, in days, of the ages in which debts are listed; what is older stands in a last column.
AGES = (30, 60, 90)


def value_of(quantity_milli: int, price: Rupiah) -> Rupiah:
    """What thousandths of a measure are worth at the price of one, half a rupiah rounded up."""
    return Rupiah((quantity_milli * int(price) + 500) // 1000)


def herd_cost(value: Rupiah, herd: int, leaving: int) -> Rupiah:
    """What `leaving` of `herd` animals cost on average; the last ones take all that is left of `value`."""
    return value if leaving >= herd else portion(value, Fraction(leaving, herd))


@dataclass(frozen=True, slots=True)
class Movement:
    """A debt that arose (positive) or was settled (negative) on a day."""

    on: date
    amount: Rupiah
    description: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Open:
    """What is still open of one movement. Negative: paid beyond what was owed."""

    on: date
    amount: Rupiah
    description: str
    number: str


def still_open(movements: Iterable[Movement]) -> tuple[Open, ...]:
    """What remains when each settlement pays the oldest debt first; their sum is the sum of the movements.

    A settlement larger than all that is owed then stays as a negative line until a later debt uses it up.
    """
    debts: list[Open] = []
    for movement in sorted(movements, key=lambda m: m.on):
        left = movement.amount
        while left and debts and (debts[0].amount < 0) != (left < 0):
            oldest = debts[0]
            rest = oldest.amount + left
            if rest and (rest < 0) == (oldest.amount < 0):
                debts[0] = Open(oldest.on, rest, oldest.description, oldest.number)
                left = Rupiah(0)
            else:
                debts.pop(0)
                left = rest
        if left:
            debts.append(Open(movement.on, left, movement.description, movement.number))
    return tuple(debts)


def by_age(debts: Sequence[Open], at: date) -> tuple[Rupiah, ...]:
    """The sums of what is at most 30, 60, 90 days old and what is older."""
    sums = [Rupiah(0)] * (len(AGES) + 1)
    for debt in debts:
        days = (at - debt.on).days
        place = next((i for i, most in enumerate(AGES) if days <= most), len(AGES))
        sums[place] = sums[place] + debt.amount
    return tuple(sums)
