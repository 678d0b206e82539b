"""How a price is settled: now, later, or part of each; with what was paid ahead."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, PN_


class Paying(Enum):
    """When a price is paid, apart from what was paid ahead: all of the rest now, none of it, or a part."""

    NOW = "now"
    LATER = "later"
    PART = "part"


#: The answers as a form offers them.
PAYING_CHOICES = (
    (Paying.NOW, PN_("paying", "all of it now")),
    (Paying.PART, PN_("paying", "part of it now")),
    (Paying.LATER, PN_("paying", "not yet")),
)


@dataclass(frozen=True, slots=True)
class Settled:
    """A price in its three parts, which sum to it: paid ahead, money that moves now, what stays owed."""

    deposit: Rupiah
    now: Rupiah
    later: Rupiah


def settle(price: Rupiah, paying: Paying, paid: Rupiah | None = None, deposit: Rupiah | None = None) -> Settled:
    """Divide `price`; `paid` counts only for `Paying.PART`.

    Raises DepositTooLarge where more was paid ahead than the price, PartMissing and PartTooLarge for a part that is none
    or not smaller than the rest.
    """
    ahead = deposit or Rupiah(0)
    if ahead < 0 or ahead > price:
        raise DepositTooLarge(ahead, price)
    rest = price - ahead
    if paying is Paying.NOW:
        return Settled(ahead, rest, Rupiah(0))
    if paying is Paying.LATER:
        return Settled(ahead, Rupiah(0), rest)
    if paid is None or paid <= 0:
        raise PartMissing
    if paid >= rest:
        raise PartTooLarge(paid, rest)
    return Settled(ahead, paid, rest - paid)


class PartMissing(RuleBroken):
    """Part of it now, but not how much."""

    wrong = N_("How much is paid now is not written yet.")
    remedy = N_("Write the part that is paid now, or choose that all or nothing is paid now.")
    field = "paid"


class PartTooLarge(RuleBroken):
    """The part paid now is the whole or more."""

    wrong = N_("The part paid now is not smaller than what is to be paid.")
    why = N_("Paid now {paid}, to be paid {rest}.")
    remedy = N_("Write a smaller part, or choose that all of it is paid now.")
    field = "paid"

    paid: Rupiah
    rest: Rupiah


class DepositTooLarge(RuleBroken):
    """More is taken from the deposit than the whole price."""

    wrong = N_("The deposit used is larger than the price.")
    why = N_("Deposit used {deposit}, price {price}.")
    remedy = N_("Use at most {price} of the deposit; the rest stays as a deposit or is given back.")
    field = "deposit"

    deposit: Rupiah
    price: Rupiah


class NameNeeded(RuleBroken):
    """Money stays owed, or was paid ahead, and nobody is named."""

    wrong = N_("It is not written who owes or is owed the money.")
    remedy = N_("Choose the person or shop; a new name can be added.")
    field = "person"
