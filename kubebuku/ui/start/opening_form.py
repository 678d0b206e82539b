"""The opening balances as one form: every question a treasurer can answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from kubebuku.books import spec
from kubebuku.books.cash.queries import BoxBalance
from kubebuku.books.opening.commands import OpenBook
from kubebuku.books.savings_loan.rules import EVERY_NAMES, METHOD_NAMES, PER_NAMES, Per
from kubebuku.books.savings_loan.schedules import Every, Method
from kubebuku.books.spec import Door, Field, FieldKind
from kubebuku.domain.accounts import (
    ADVANCE,
    CUSTOMER_DEPOSIT,
    EDUCATION_FUND,
    OFFICERS_FUND,
    OTHER_FUND,
    OUTSIDE_LOAN,
    OWED_TO_PEOPLE,
    PAYABLE,
    RECEIVABLE,
    REVOLVING_AID,
    SHARE_UNPAID,
    SOLIDARITY_FUND,
)
from kubebuku.domain.calendar import Month
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_

BOX = "box_"


@dataclass(frozen=True, kw_only=True)
class Owed:
    """Somebody who owes or is owed; `what` is the account."""

    person: Any
    amount: Rupiah
    what: str
    unit: Any = None


@dataclass(frozen=True, kw_only=True)
class Thing:
    """A thing with its value."""

    label: str
    value: Rupiah
    depreciated: Rupiah | None = None
    unit: Any = None
    acquired: date | None = None


@dataclass(frozen=True, kw_only=True)
class Herd:
    """Animals of a business."""

    unit: Any
    animal: str
    heads: int
    value: Rupiah


@dataclass(frozen=True, kw_only=True)
class Lent:
    """A loan that runs."""

    person: Any
    principal: Rupiah
    rest: Rupiah
    opened: date
    instalments_left: int | None = None
    next_due: date | None = None
    every: Every | None = None
    method: Method | None = None
    rate: Fraction | None = None
    per: Per | None = None
    fee_owed: Rupiah | None = None


@dataclass(frozen=True, kw_only=True)
class Kept:
    """Savings of a member."""

    person: Any
    principal: Rupiah | None = None
    obligatory: Rupiah | None = None
    voluntary: Rupiah | None = None


@dataclass(frozen=True, kw_only=True)
class OfUnit:
    """An amount of a business or of the group as a whole."""

    amount: Rupiah
    unit: Any = None


@dataclass(frozen=True, kw_only=True)
class Fund:
    """Money the group keeps for others or for a purpose; `what` is the account."""

    what: str
    amount: Rupiah


@dataclass(frozen=True, kw_only=True)
class SoFar:
    """Income and costs of the year so far."""

    unit: Any
    income: Rupiah | None = None
    costs: Rupiah | None = None


@dataclass(frozen=True, kw_only=True)
class Dues:
    """Until when a member has paid."""

    person: Any
    paid_until: Month


DEBTS = (
    (RECEIVABLE, N_("for a sale or hire")),
    (ADVANCE, N_("took money of the group")),
)
OWED = (
    (PAYABLE, N_("shop or seller")),
    (OUTSIDE_LOAN, N_("lent to the group")),
    (OWED_TO_PEOPLE, N_("paid for the group, or wages")),
    (CUSTOMER_DEPOSIT, N_("paid ahead")),
    (SHARE_UNPAID, N_("share not paid out yet")),
    (REVOLVING_AID, N_("revolving aid")),
)
FUNDS = (
    (SOLIDARITY_FUND, N_("Solidarity fund (IKS)")),
    (OFFICERS_FUND, N_("Officers' fund")),
    (EDUCATION_FUND, N_("Education fund")),
    (OTHER_FUND, N_("Other fund")),
)

_PERSON = Field("person", FieldKind.PERSON, N_("Who?"))
_MEMBER = Field("person", FieldKind.MEMBER, N_("Member"))
_AMOUNT = Field("amount", FieldKind.AMOUNT, N_("Amount"))
_UNIT = Field("unit", FieldKind.UNIT, N_("Business"), required=False)


def _what(choices: tuple[tuple[str, str], ...], label: str) -> Field:
    return Field("what", FieldKind.CHOICE, label, choices=choices, default=choices[0][0], required=False)


def _part(name: str, question: str, columns: tuple[Field, ...], line: type, hint: str | None = None) -> tuple[Field, Field]:
    """A question that is ticked, and the table that opens under it."""
    return (
        Field(f"has_{name}", FieldKind.YES_NO, question, required=False, default=False),
        Field(name, FieldKind.LINES, "", hint, required=False, columns=columns, line=line, only_if=(f"has_{name}", True)),
    )


#: name, question, columns, line, hint, in the order a treasurer walks through the house
PARTS: tuple[tuple[Field, Field], ...] = (
    _part(
        "savings",
        N_("Members have savings"),
        (
            _MEMBER,
            Field("principal", FieldKind.AMOUNT, N_("Principal"), required=False),
            Field("obligatory", FieldKind.AMOUNT, N_("Obligatory"), required=False),
            Field("voluntary", FieldKind.AMOUNT, N_("Voluntary"), required=False),
        ),
        Kept,
        N_("What each member has saved up to that day"),
    ),
    _part("debtors", N_("Somebody owes the group"), (_PERSON, _AMOUNT, _what(DEBTS, N_("For what?")), _UNIT), Owed),
    _part("creditors", N_("The group owes somebody"), (_PERSON, _AMOUNT, _what(OWED, N_("For what?")), _UNIT), Owed),
    _part(
        "loans",
        N_("Loans to people are running"),
        (
            _PERSON,
            Field("principal", FieldKind.AMOUNT, N_("First amount")),
            Field("rest", FieldKind.AMOUNT, N_("Still to repay")),
            Field("opened", FieldKind.DATE, N_("Lent on")),
            Field("instalments_left", FieldKind.NUMBER, N_("Times left"), required=False),
            Field("next_due", FieldKind.DATE, N_("Next due"), required=False),
            Field("every", FieldKind.CHOICE, N_("How often is paid?"), required=False, choices=tuple(EVERY_NAMES.items())),
            Field("method", FieldKind.CHOICE, N_("Service fee"), required=False, choices=tuple(METHOD_NAMES.items())),
            Field("rate", FieldKind.PERCENT, N_("How high is the service fee?"), required=False),
            Field("per", FieldKind.CHOICE, N_("For which time?"), required=False, choices=tuple(PER_NAMES.items())),
            Field("fee_owed", FieldKind.AMOUNT, N_("Service fee still owed"), required=False),
        ),
        Lent,
        N_("As the card of the loan says; without a service fee its fields stay empty"),
    ),
    _part(
        "things",
        N_("The group owns equipment"),
        (
            Field("label", FieldKind.TEXT, N_("Thing")),
            Field("value", FieldKind.AMOUNT, N_("It cost")),
            Field("depreciated", FieldKind.AMOUNT, N_("Written off"), required=False),
            _UNIT,
            Field("acquired", FieldKind.DATE, N_("Since"), required=False),
        ),
        Thing,
        N_("Tents, pots, tools, sewing machines: what lasts longer than a year"),
    ),
    _part("stock", N_("There is stock of goods or materials"), (_UNIT, _AMOUNT), OfUnit, N_("At purchase prices")),
    _part(
        "herds",
        N_("There are animals"),
        (
            Field("unit", FieldKind.UNIT, N_("Business")),
            Field("animal", FieldKind.TEXT, N_("Animal")),
            Field("heads", FieldKind.NUMBER, N_("How many")),
            Field("value", FieldKind.AMOUNT, N_("Cost together")),
        ),
        Herd,
    ),
    _part(
        "funds",
        N_("There are funds kept apart"),
        (_what(FUNDS, N_("Which fund?")), _AMOUNT),
        Fund,
        N_("Solidarity fund and other money with a purpose"),
    ),
    _part(
        "dues",
        N_("Members have paid solidarity dues ahead"),
        (_MEMBER, Field("paid_until", FieldKind.MONTH, N_("Paid until"))),
        Dues,
    ),
    _part("aid", N_("Aid was received as a grant"), (_UNIT, _AMOUNT), OfUnit, N_("It stays with the group as capital")),
    _part("reserve", N_("There is a reserve of the group"), (_UNIT, _AMOUNT), OfUnit),
    _part("unshared", N_("Profit of earlier years is not shared yet"), (_UNIT, _AMOUNT), OfUnit),
)
SO_FAR = _part(
    "so_far",
    N_("The businesses have earned and spent this year already"),
    (
        Field("unit", FieldKind.UNIT, N_("Business")),
        Field("income", FieldKind.AMOUNT, N_("Income so far"), required=False),
        Field("costs", FieldKind.AMOUNT, N_("Costs so far"), required=False),
    ),
    SoFar,
    N_("From January up to the day before the book begins"),
)


def form(boxes: Sequence[BoxBalance], opened: date) -> spec.Form:
    """The questions for a book with these places of money; the year's result only where the year had begun."""
    places = tuple(
        Field(BOX + box.code, FieldKind.AMOUNT, box.label, required=False, default=0) for box in boxes if not box.closed
    )
    parts = PARTS if opened == date(opened.year, 1, 1) else (*PARTS, SO_FAR)
    return spec.Form(
        "open_book",
        OpenBook,
        Door.OTHER,
        "buku",
        N_("Opening balances"),
        N_("what was there when the book began"),
        (*places, *(one for part in parts for one in part)),
    )
