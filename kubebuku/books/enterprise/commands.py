"""What can happen in a business: selling and hiring, buying, stock, and its costs.

`amount` is the whole price unless the field says otherwise; `paying` tells how much of it moves money at once: all of it,
nothing, or the part `paid`. What stays owed is written to `person`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from kubebuku.books.spec import Command, Paid
from kubebuku.domain.accounts import CASH
from kubebuku.domain.entries import PersonId, UnitId
from kubebuku.domain.money import Rupiah
from kubebuku.domain.paying import Paying


@dataclass(frozen=True, kw_only=True)
class Sale(Paid):
    """Goods sold, work done or things hired out. `deposit` of the price was paid ahead by `person` (2102)."""

    name: ClassVar[str] = "enterprise.sale"
    unit: UnitId
    paying: Paying = Paying.NOW
    paid: Rupiah | None = None
    deposit: Rupiah = Rupiah(0)
    person: PersonId | None = None
    box: str = CASH
    nota: str | None = None


@dataclass(frozen=True, kw_only=True)
class WithPerson(Paid):
    """A sum that goes between the group and one person, into or out of a box."""

    person: PersonId
    box: str = CASH
    nota: str | None = None


@dataclass(frozen=True, kw_only=True)
class CollectReceivable(WithPerson):
    """A customer pays what was owed (1120), at most what that is on the day."""

    name: ClassVar[str] = "enterprise.collect"


@dataclass(frozen=True, kw_only=True)
class TakeDeposit(WithPerson):
    """A customer pays ahead (2102): no income until the goods are handed over or the hire is done."""

    name: ClassVar[str] = "enterprise.take_deposit"


@dataclass(frozen=True, kw_only=True)
class ReturnDeposit(WithPerson):
    """What was paid ahead goes back to the customer."""

    name: ClassVar[str] = "enterprise.return_deposit"


@dataclass(frozen=True, kw_only=True)
class ForfeitDeposit(Paid):
    """What was paid ahead stays with the group because the customer called off: other income (4190) of `unit`."""

    name: ClassVar[str] = "enterprise.forfeit_deposit"
    person: PersonId
    unit: UnitId
    nota: str | None = None


@dataclass(frozen=True, kw_only=True)
class Purchase(Paid):
    """Bought for a business; `aid` names the aid that pays it."""

    unit: UnitId
    paying: Paying = Paying.NOW
    paid: Rupiah | None = None
    person: PersonId | None = None
    box: str = CASH
    aid: int | None = None
    nota: str | None = None


@dataclass(frozen=True, kw_only=True)
class BuyMaterials(Purchase):
    """Materials used up at once, or goods to sell on at once (5101)."""

    name: ClassVar[str] = "enterprise.buy_materials"


@dataclass(frozen=True, kw_only=True)
class BuyStock(Purchase):
    """Goods or materials put into stock (1140); a count later tells how much of it was used."""

    name: ClassVar[str] = "enterprise.buy_stock"


@dataclass(frozen=True, kw_only=True)
class PayUnitCost(Paid):
    """A cost of one business paid from a box: wages, transport, maintenance and the like."""

    name: ClassVar[str] = "enterprise.pay_cost"
    unit: UnitId
    account: str
    box: str = CASH
    aid: int | None = None
    nota: str | None = None


@dataclass(frozen=True, kw_only=True)
class PayPayable(Paid):
    """A shop gets what was owed (2101), at most what that is on the day."""

    name: ClassVar[str] = "enterprise.pay_payable"
    person: PersonId
    box: str = CASH
    aid: int | None = None
    nota: str | None = None


@dataclass(frozen=True, kw_only=True)
class StockLine:
    """One kind of goods that was counted: `quantity_milli` thousandths of `measure`, at the purchase price of one."""

    name: str
    quantity_milli: int
    price: Rupiah
    measure: str | None = None


@dataclass(frozen=True, kw_only=True)
class CountStock(Command):
    """The stock of a business as counted, at purchase prices; no lines where nothing is left.

    The difference to the book goes to 5101 (periodic method); a count that fits writes no entry.
    """

    name: ClassVar[str] = "enterprise.count_stock"
    on: date
    unit: UnitId
    lines: tuple[StockLine, ...] = ()
    description: str = ""


@dataclass(frozen=True, kw_only=True)
class MoveCapital(Paid):
    """Capital of one business becomes another's; None is the group's own (Umum). With two boxes the money moves too."""

    name: ClassVar[str] = "enterprise.move_capital"
    unit: UnitId | None = None
    to_unit: UnitId | None = None
    account: str = "3120"
    box: str | None = None
    to_box: str | None = None
    nota: str | None = None


@dataclass(frozen=True, kw_only=True)
class BetweenUnits(Paid):
    """Money of one business for the use of another, `unit` to `to_unit`; without boxes it stays where it lies."""

    unit: UnitId
    to_unit: UnitId
    box: str | None = None
    to_box: str | None = None
    nota: str | None = None


@dataclass(frozen=True, kw_only=True)
class LendCapital(BetweenUnits):
    """One business lends to another; it stays its own and comes back by `ReturnCapital`. With two boxes the money moves too."""

    name: ClassVar[str] = "enterprise.lend_capital"


@dataclass(frozen=True, kw_only=True)
class ReturnCapital(BetweenUnits):
    """`unit` gives back to `to_unit` what it was lent, at most what is still open on the day."""

    name: ClassVar[str] = "enterprise.return_capital"
