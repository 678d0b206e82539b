"""Money and goods that come from outside: aid programmes and outside loans."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from kubebuku.books.spec import Command, Paid
from kubebuku.domain.accounts import CASH
from kubebuku.domain.aid import AidKind
from kubebuku.domain.entries import PersonId, UnitId
from kubebuku.domain.money import Rupiah


class Goods(Enum):
    """What kind of goods came as aid. Equipment is received in the inventory."""

    MATERIALS = "materials"
    STOCK = "stock"
    LIVESTOCK = "livestock"


@dataclass(frozen=True, kw_only=True)
class ReceiveAid(Paid):
    """Aid in money. `programme` and `year` name it; a second part of the same programme joins the first.

    `half_to_savings_loan` is the BLPS preset: half the capital belongs to `unit`, half to simpan pinjam, whichever box
    received the money. Loans and revolving aid need the `giver`.
    """

    name: ClassVar[str] = "enterprise.receive_aid"
    programme: str
    unit: UnitId
    kind: AidKind = AidKind.GRANT
    year: int | None = None
    giver: PersonId | None = None
    half_to_savings_loan: bool = False
    box: str = CASH
    nota: str | None = None


@dataclass(frozen=True, kw_only=True)
class ReceiveAidGoods(Paid):
    """Aid in goods or animals, at what they would have cost: used at once (5101), into stock (1140) or the herd (1141)."""

    name: ClassVar[str] = "enterprise.receive_aid_goods"
    programme: str
    unit: UnitId
    goods: Goods = Goods.STOCK
    animal: str | None = None
    number: int | None = None
    kind: AidKind = AidKind.GRANT
    year: int | None = None
    giver: PersonId | None = None
    nota: str | None = None


@dataclass(frozen=True, kw_only=True)
class PassOnRevolving(Paid):
    """Revolving aid goes on to `recipient`, in money or, with `goods`, out of stock or herd at cost."""

    name: ClassVar[str] = "enterprise.pass_on"
    aid: int
    unit: UnitId
    recipient: PersonId
    goods: Goods | None = None
    animal: str | None = None
    number: int | None = None
    box: str = CASH
    nota: str | None = None


@dataclass(frozen=True, kw_only=True)
class EditAid(Command):
    """Mend the name, year or note of an aid programme."""

    name: ClassVar[str] = "enterprise.edit_aid"
    aid: int
    label: str
    year: int
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class BorrowOutside(Paid):
    """The group borrows from a person, bank or programme (2201); without a unit for the group as a whole."""

    name: ClassVar[str] = "enterprise.borrow"
    person: PersonId
    unit: UnitId | None = None
    box: str = CASH
    nota: str | None = None


@dataclass(frozen=True, kw_only=True)
class PayOutside(Paid):
    """An outside loan is paid back: `amount` is all the money paid, `fee` the jasa within it (5112).

    `unit` may be left out where the loan of that lender stands with one business only; `aid` names the programme that is
    paid back.
    """

    name: ClassVar[str] = "enterprise.pay_outside"
    person: PersonId
    fee: Rupiah = Rupiah(0)
    unit: UnitId | None = None
    box: str = CASH
    aid: int | None = None
    nota: str | None = None
