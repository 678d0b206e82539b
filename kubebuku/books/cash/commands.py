"""What can happen to the money in the boxes. Amounts are whole rupiah above zero unless a field says otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import ClassVar

from kubebuku.books.spec import Command, OnDay, Paid
from kubebuku.domain.accounts import BANK, CASH
from kubebuku.domain.entries import PersonId, UnitId
from kubebuku.domain.money import Rupiah


class Purpose(Enum):
    """Whether a gift stays in the group as capital (3110) or may be shared like other income (4190)."""

    CAPITAL = "capital"
    SHAREABLE = "shareable"


class Excess(Enum):
    """What becomes of money spent beyond an advance: owed to the person (2103), or paid out at once."""

    OWED = "owed"
    PAID = "paid"


class Bearer(Enum):
    """Who bears money that is missing: a person (1121), or the group by decision (5109)."""

    PERSON = "person"
    GROUP = "group"


@dataclass(frozen=True, kw_only=True)
class MoveMoney(Paid):
    """From `box` to `to_box`; the group's money stays the same."""

    name: ClassVar[str] = "cash.move"
    box: str = CASH
    to_box: str = BANK
    nota: str | None = None


@dataclass(frozen=True, kw_only=True)
class BankInterest(Paid):
    """`amount` before tax; the bank keeps back `tax` (0 where the bank's book shows none)."""

    name: ClassVar[str] = "cash.bank_interest"
    tax: Rupiah = Rupiah(0)
    box: str = BANK
    nota: str | None = None


@dataclass(frozen=True, kw_only=True)
class BankFee(Paid):
    """Administration or tax which the bank took."""

    name: ClassVar[str] = "cash.bank_fee"
    box: str = BANK
    nota: str | None = None


@dataclass(frozen=True, kw_only=True)
class OtherReceipt(Paid):
    """A prize, a gift, or other income; `purpose` tells whether it may be shared."""

    name: ClassVar[str] = "cash.other_receipt"
    purpose: Purpose = Purpose.SHAREABLE
    box: str = CASH
    unit: UnitId | None = None
    nota: str | None = None


@dataclass(frozen=True, kw_only=True)
class GeneralPayment(Paid):
    """A cost paid from a box. Without a unit it stands under Umum; `aid` names the aid that paid it."""

    name: ClassVar[str] = "cash.payment"
    account: str
    box: str = CASH
    unit: UnitId | None = None
    aid: int | None = None
    nota: str | None = None


@dataclass(frozen=True, kw_only=True)
class WithPerson(Paid):
    """A sum that goes between the group and one person, into or out of a box."""

    person: PersonId
    box: str = CASH
    nota: str | None = None


@dataclass(frozen=True, kw_only=True)
class GiveAdvance(WithPerson):
    """Panjar: money handed to a person who will bring the nota (1121)."""

    name: ClassVar[str] = "cash.give_advance"


@dataclass(frozen=True, kw_only=True)
class Cost:
    """One nota of an advance."""

    account: str
    amount: Rupiah
    unit: UnitId | None = None


@dataclass(frozen=True, kw_only=True)
class SettleAdvance(OnDay):
    """Costs by nota (`amount` on `account`, and `more`) and the rest handed back, in one entry.

    `amount` may be 0 where everything comes back, `returned` 0 where nothing does; what is neither spent nor returned stays
    with the person. Where more was spent than was advanced, `excess` tells what becomes of the difference.
    """

    name: ClassVar[str] = "cash.settle_advance"
    person: PersonId
    amount: Rupiah = Rupiah(0)
    account: str | None = None
    unit: UnitId | None = None
    more: tuple[Cost, ...] = ()
    returned: Rupiah = Rupiah(0)
    box: str = CASH
    excess: Excess = Excess.OWED
    nota: str | None = None


@dataclass(frozen=True, kw_only=True)
class PaidByPerson(Paid):
    """Talangan: a person paid a cost of the group from own money (2103)."""

    name: ClassVar[str] = "cash.paid_by_person"
    account: str
    person: PersonId
    unit: UnitId | None = None
    nota: str | None = None


@dataclass(frozen=True, kw_only=True)
class RepayPerson(WithPerson):
    """What a person laid out is paid back, at most what is owed on that day."""

    name: ClassVar[str] = "cash.repay_person"


@dataclass(frozen=True, kw_only=True)
class WagesOwed(Paid):
    """Work done and not yet paid (5102 against 2103)."""

    name: ClassVar[str] = "cash.wages_owed"
    person: PersonId
    unit: UnitId | None = None
    nota: str | None = None


@dataclass(frozen=True, kw_only=True)
class PayWages(WithPerson):
    """Wages owed are paid, at most what is owed on that day. Wages paid at once are a `GeneralPayment`."""

    name: ClassVar[str] = "cash.pay_wages"


@dataclass(frozen=True, kw_only=True)
class Shortage(Paid):
    """Money missing at a count: `person` will make it good, or the group bears it by `decision` (its words and day)."""

    name: ClassVar[str] = "cash.shortage"
    box: str = CASH
    borne_by: Bearer = Bearer.PERSON
    person: PersonId | None = None
    decision: str | None = None
    count: int | None = None


@dataclass(frozen=True, kw_only=True)
class Surplus(Paid):
    """Money found beyond the book at a count (4190)."""

    name: ClassVar[str] = "cash.surplus"
    box: str = CASH
    count: int | None = None


@dataclass(frozen=True, kw_only=True)
class CollectClaim(WithPerson):
    """A person pays back an advance, a shortage or another claim (1121), at most what is owed on that day."""

    name: ClassVar[str] = "cash.collect_claim"


@dataclass(frozen=True, kw_only=True)
class CountBox(Command):
    """Counted money (or the bank's figure) against the book at the end of `on`. A difference needs a `note` with its reason."""

    name: ClassVar[str] = "cash.count_box"
    on: date
    counted: Rupiah
    box: str = CASH
    note: str | None = None
