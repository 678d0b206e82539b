"""From the answers about the opening to its command, and back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kubebuku.books.members.queries import PersonRow
from kubebuku.books.opening.commands import (
    OpenBook,
    OpeningBox,
    OpeningDues,
    OpeningHerd,
    OpeningItem,
    OpeningLine,
    OpeningLoan,
    OpeningSavings,
)
from kubebuku.books.spec import Command
from kubebuku.domain.accounts import AID_CAPITAL, OTHER_COST, RESERVE, RESULT_UNSHARED, SALES, STOCK
from kubebuku.domain.money import Rupiah
from kubebuku.ui.start.opening_form import BOX, DEBTS, FUNDS, OWED, Dues, Fund, Herd, Kept, Lent, OfUnit, Owed, SoFar, Thing

_NONE = Rupiah(0)


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
                method=one.method,
                rate=one.rate,
                per=one.per,
                every=one.every,
                fee_owed=one.fee_owed or None,
            )
            for one in rows("loans")
        ),
        herds=tuple(OpeningHerd(unit=one.unit, animal=one.animal, heads=one.heads, value=one.value) for one in rows("herds")),
        dues=tuple(OpeningDues(person=one.person, paid_until=one.paid_until) for one in rows("dues")),
    )


def _lines(rows: Callable[[str], tuple[Any, ...]]) -> Iterable[OpeningLine]:
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
                method=one.method,
                rate=one.rate,
                per=one.per,
                every=one.every,
                fee_owed=one.fee_owed,
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


def named(command: OpenBook | None) -> set[int]:
    """Everybody a standing opening speaks of."""
    if command is None:
        return set()
    parts: tuple[OpeningSavings | OpeningLine | OpeningLoan | OpeningDues, ...] = (
        *command.savings,
        *command.lines,
        *command.loans,
        *command.dues,
    )
    return {int(one.person) for one in parts if one.person is not None}


def _row(line: OpeningLine) -> tuple[str, object]:
    """The table a line was written in, and its row."""
    account = line.account
    if account in dict(DEBTS):
        return "debtors", Owed(person=line.person, amount=line.amount, what=account, unit=line.unit)
    if account in dict(OWED):
        return "creditors", Owed(person=line.person, amount=line.amount, what=account, unit=line.unit)
    if account in dict(FUNDS):
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
        elif line.account in dict(DEBTS):
            claims += line.amount
        elif line.account in dict(OWED) or line.account in dict(FUNDS):
            owed += line.amount
        else:
            explained += -line.amount if line.account == OTHER_COST else line.amount
    return Sums(sum(one.amount for one in command.boxes), goods, claims, owed, explained)
