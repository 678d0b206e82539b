"""How a book is opened. Amounts are whole rupiah."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import ClassVar

from kubebuku.books.savings_loan.rules import Per
from kubebuku.books.savings_loan.schedules import Every, Method
from kubebuku.books.spec import Command, Paid
from kubebuku.domain.accounts import RESERVE
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import PersonId, UnitId
from kubebuku.domain.money import Rupiah


@dataclass(frozen=True, kw_only=True)
class OpeningBox:
    """Money as counted in a box."""

    box: str
    amount: Rupiah


@dataclass(frozen=True, kw_only=True)
class OpeningSavings:
    """What a member has saved so far: pokok, wajib, sukarela."""

    person: PersonId
    principal: Rupiah = Rupiah(0)
    obligatory: Rupiah = Rupiah(0)
    voluntary: Rupiah = Rupiah(0)


@dataclass(frozen=True, kw_only=True)
class OpeningLine:
    """A debtor, creditor, unpaid share, fund, stock, capital, or the year's income or cost so far.

    `amount` is positive in the account's own direction (a debt of the group on 2101, income on 4101); 3120 and 3130 may be
    negative. Money, equipment, loans and savings have lists of their own.
    """

    account: str
    amount: Rupiah
    unit: UnitId | None = None
    person: PersonId | None = None


@dataclass(frozen=True, kw_only=True)
class OpeningItem:
    """A thing with what it cost and what of that is written off; `life_months` is the whole life for further depreciation."""

    label: str
    value: Rupiah
    depreciated: Rupiah = Rupiah(0)
    number: str | None = None
    unit: UnitId | None = None
    acquired: date | None = None
    quantity: int = 1
    measure: str | None = None
    life_months: int | None = None
    residual: Rupiah = Rupiah(0)
    for_hire: bool = False
    place: str | None = None


@dataclass(frozen=True, kw_only=True)
class OpeningLoan:
    """A running loan: first amount, what is still to be repaid, in how many instalments, the next one when.

    `method`, `rate` and `per` tell the jasa of the instalments left (absent: none), `every` their rhythm (absent: the month);
    flat jasa is of the first amount. `fee_owed` is jasa of before the book that is not paid yet.
    """

    person: PersonId
    principal: Rupiah
    rest: Rupiah
    opened: date
    label: str | None = None
    instalments_left: int | None = None
    next_due: date | None = None
    method: Method | None = None
    rate: Fraction | None = None
    per: Per | None = None
    every: Every | None = None
    fee_owed: Rupiah | None = None


@dataclass(frozen=True, kw_only=True)
class OpeningHerd:
    """Livestock of a unit: how many heads and at what price they were bought, together."""

    unit: UnitId
    animal: str
    heads: int
    value: Rupiah


@dataclass(frozen=True, kw_only=True)
class OpeningDues:
    """Until which month a member has paid the solidarity dues."""

    person: PersonId
    paid_until: Month


@dataclass(frozen=True, kw_only=True)
class OpenBook(Command):
    """The opening balances, on the day the book opens. What the lists do not explain stands on 3190."""

    name: ClassVar[str] = "acts.open_book"
    boxes: tuple[OpeningBox, ...] = ()
    savings: tuple[OpeningSavings, ...] = ()
    lines: tuple[OpeningLine, ...] = ()
    items: tuple[OpeningItem, ...] = ()
    loans: tuple[OpeningLoan, ...] = ()
    herds: tuple[OpeningHerd, ...] = ()
    dues: tuple[OpeningDues, ...] = ()
    description: str = ""


@dataclass(frozen=True, kw_only=True)
class ExplainOpening(Paid):
    """A decision moves unexplained opening balance (3190) to aid capital, reserve or unshared result (3110, 3120, 3130)."""

    name: ClassVar[str] = "acts.explain_opening"
    decision: str
    account: str = RESERVE
    unit: UnitId | None = None
