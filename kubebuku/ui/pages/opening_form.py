"""The opening balances as one form: every question a treasurer can answer, and the command made of the answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from kubebuku.books import spec
from kubebuku.books.acts.commands import (
    OpenBook,
    OpeningBox,
    OpeningDues,
    OpeningHerd,
    OpeningItem,
    OpeningLine,
    OpeningLoan,
    OpeningSavings,
)
from kubebuku.books.cash.queries import BoxBalance
from kubebuku.books.members.queries import PersonRow
from kubebuku.books.spec import Command, Door, Field, FieldKind
from kubebuku.domain.accounts import (
    ADVANCE,
    AID_CAPITAL,
    CUSTOMER_DEPOSIT,
    EDUCATION_FUND,
    OFFICERS_FUND,
    OTHER_COST,
    OTHER_FUND,
    OUTSIDE_LOAN,
    OWED_TO_PEOPLE,
    PAYABLE,
    RECEIVABLE,
    RESERVE,
    RESULT_UNSHARED,
    REVOLVING_AID,
    SALES,
    SHARE_UNPAID,
    SOLIDARITY_FUND,
    STOCK,
)
from kubebuku.domain.calendar import Month
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_

BOX = "box_"
_NONE = Rupiah(0)


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


_DEBTS = (
    (RECEIVABLE, N_("for a sale or hire")),
    (ADVANCE, N_("took money of the group")),
)
_OWED = (
    (PAYABLE, N_("shop or seller")),
    (OUTSIDE_LOAN, N_("lent to the group")),
    (OWED_TO_PEOPLE, N_("paid for the group, or wages")),
    (CUSTOMER_DEPOSIT, N_("paid ahead")),
    (SHARE_UNPAID, N_("share not paid out yet")),
    (REVOLVING_AID, N_("revolving aid")),
)
_FUNDS = (
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
    _part("debtors", N_("Somebody owes the group"), (_PERSON, _AMOUNT, _what(_DEBTS, N_("For what?")), _UNIT), Owed),
    _part("creditors", N_("The group owes somebody"), (_PERSON, _AMOUNT, _what(_OWED, N_("For what?")), _UNIT), Owed),
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
        ),
        Lent,
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
        (_what(_FUNDS, N_("Which fund?")), _AMOUNT),
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


def build(values: Mapping[str, Any]) -> Command:
    """The command of what was answered; a table whose question is not ticked counts for nothing."""

    def rows(name: str) -> tuple[Any, ...]:
        return tuple(values.get(name) or ()) if values.get(f"has_{name}") else ()

    return OpenBook(
        boxes=tuple(
            OpeningBox(box=name.removeprefix(BOX), amount=value)
            for name, value in values.items()
            if name.startswith(BOX) and value
        ),
        savings=tuple(
            OpeningSavings(
                person=one.person,
                principal=one.principal or _NONE,
                obligatory=one.obligatory or _NONE,
                voluntary=one.voluntary or _NONE,
            )
            for one in rows("savings")
        ),
        lines=tuple(_lines(rows)),
        items=tuple(
            OpeningItem(
                label=one.label, value=one.value, depreciated=one.depreciated or _NONE, unit=one.unit, acquired=one.acquired
            )
            for one in rows("things")
        ),
        loans=tuple(
            OpeningLoan(
                person=one.person,
                principal=one.principal,
                rest=one.rest,
                opened=one.opened,
                instalments_left=one.instalments_left,
                next_due=one.next_due,
            )
            for one in rows("loans")
        ),
        herds=tuple(OpeningHerd(unit=one.unit, animal=one.animal, heads=one.heads, value=one.value) for one in rows("herds")),
        dues=tuple(OpeningDues(person=one.person, paid_until=one.paid_until) for one in rows("dues")),
    )


def _lines(rows: Any) -> Iterable[OpeningLine]:
    for name in ("debtors", "creditors"):
        for one in rows(name):
            yield OpeningLine(account=one.what, amount=one.amount, unit=one.unit, person=one.person)
    for name, account in (("stock", STOCK), ("aid", AID_CAPITAL), ("reserve", RESERVE), ("unshared", RESULT_UNSHARED)):
        for one in rows(name):
            yield OpeningLine(account=account, amount=one.amount, unit=one.unit)
    for one in rows("funds"):
        yield OpeningLine(account=one.what, amount=one.amount)
    for one in rows("so_far"):
        if one.income:
            yield OpeningLine(account=SALES, amount=one.income, unit=one.unit)
        if one.costs:
            yield OpeningLine(account=OTHER_COST, amount=one.costs, unit=one.unit)


def values(command: OpenBook | None, members: Sequence[PersonRow]) -> dict[str, object]:
    """The answers a standing opening was made of; without one a line for each member waits under savings."""
    if command is None:
        rows = tuple(Kept(person=one.person) for one in members)
        return {"savings": rows} if rows else {}
    found: dict[str, object] = {BOX + one.box: one.amount for one in command.boxes}
    tables: dict[str, list[object]] = {
        "savings": [
            Kept(person=one.person, principal=one.principal, obligatory=one.obligatory, voluntary=one.voluntary)
            for one in command.savings
        ],
        "things": [
            Thing(label=one.label, value=one.value, depreciated=one.depreciated, unit=one.unit, acquired=one.acquired)
            for one in command.items
        ],
        "loans": [
            Lent(
                person=one.person,
                principal=one.principal,
                rest=one.rest,
                opened=one.opened,
                instalments_left=one.instalments_left,
                next_due=one.next_due,
            )
            for one in command.loans
        ],
        "herds": [Herd(unit=one.unit, animal=one.animal, heads=one.heads, value=one.value) for one in command.herds],
        "dues": [Dues(person=one.person, paid_until=one.paid_until) for one in command.dues],
    }
    for line in command.lines:
        name, row = _row(line)
        tables.setdefault(name, []).append(row)
    tables["so_far"] = _joined(tables.get("so_far", []))
    for name, rows_ in tables.items():
        if rows_:
            found[f"has_{name}"] = True
            found[name] = tuple(rows_)
    return found


def _row(line: OpeningLine) -> tuple[str, object]:
    """The table a line was written in, and its row."""
    account = line.account
    if account in dict(_DEBTS):
        return "debtors", Owed(person=line.person, amount=line.amount, what=account, unit=line.unit)
    if account in dict(_OWED):
        return "creditors", Owed(person=line.person, amount=line.amount, what=account, unit=line.unit)
    if account in dict(_FUNDS):
        return "funds", Fund(what=account, amount=line.amount)
    if account == SALES:
        return "so_far", SoFar(unit=line.unit, income=line.amount)
    if account == OTHER_COST:
        return "so_far", SoFar(unit=line.unit, costs=line.amount)
    names = {STOCK: "stock", AID_CAPITAL: "aid", RESERVE: "reserve", RESULT_UNSHARED: "unshared"}
    return names.get(account, "reserve"), OfUnit(amount=line.amount, unit=line.unit)


def _joined(rows: Sequence[object]) -> list[object]:
    """One row a business of its income and its costs."""
    by_unit: dict[Any, SoFar] = {}
    for one in rows:
        if isinstance(one, SoFar):
            before = by_unit.get(one.unit, SoFar(unit=one.unit))
            by_unit[one.unit] = SoFar(unit=one.unit, income=one.income or before.income, costs=one.costs or before.costs)
    return list(by_unit.values())


@dataclass(frozen=True)
class Sums:
    """What the answers come to: what the group has, what of it belongs to others or is explained, and the rest."""

    money: int = 0
    goods: int = 0
    claims: int = 0
    owed: int = 0
    explained: int = 0

    @property
    def unexplained(self) -> int:
        """Saldo awal belum dijelaskan; negative where more is explained than there is."""
        return self.money + self.goods + self.claims - self.owed - self.explained


def sums(command: OpenBook) -> Sums:
    """The sums of a command that was not tried yet."""
    goods: int = sum(one.value - one.depreciated for one in command.items) + sum(one.value for one in command.herds)
    claims: int = sum(one.rest for one in command.loans)
    owed: int = sum(one.voluntary for one in command.savings)
    explained: int = sum(one.principal + one.obligatory for one in command.savings)
    for line in command.lines:
        if line.account == STOCK:
            goods += line.amount
        elif line.account in dict(_DEBTS):
            claims += line.amount
        elif line.account in dict(_OWED) or line.account in dict(_FUNDS):
            owed += line.amount
        else:
            explained += -line.amount if line.account == OTHER_COST else line.amount
    return Sums(sum(one.amount for one in command.boxes), goods, claims, owed, explained)
