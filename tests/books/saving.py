"""Members who save, by name and day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from kubebuku.books.members.commands import AddMember
from kubebuku.books.personal_savings.commands import DepositSavings, SetSavingsRule, WithdrawSavings
from kubebuku.books.personal_savings.rules import FeeBase
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import PersonId
from kubebuku.domain.money import Rupiah
from tests.books.trading import Trade, day


def month(number: int, year: int = 2026) -> Month:
    return Month(year, number)


@dataclass
class Group(Trade):
    """A group whose members pay in and take out."""

    def member(self, name: str, joined: date | str = "1/1") -> PersonId:
        on = day(joined) if isinstance(joined, str) else joined
        return PersonId(self.run(AddMember(full_name=name, joined=on)).made["person"])

    def rule(
        self,
        since: Month | None = None,
        *,
        principal: int = 50_000,
        obligatory: int = 10_000,
        rate: Fraction | int = 0,
        base: FeeBase = FeeBase.LOWEST,
    ) -> None:
        self.run(
            SetSavingsRule(
                since=since or month(1),
                principal=Rupiah(principal),
                obligatory=Rupiah(obligatory),
                fee_rate=Fraction(rate),
                fee_base=base,
            )
        )

    def saved(self, person: PersonId) -> tuple[int, int, int]:
        """Pokok, wajib and sukarela of one person as the ledger holds them."""
        principal, obligatory, voluntary = (-self.holds(account, person=person) for account in ("3101", "3102", "2110"))
        return principal, obligatory, voluntary


def deposit(person: PersonId, on: str = "12/11", *months: int, **amounts: int) -> DepositSavings:
    """Savings of one day: `months` are those of wajib in 2026."""
    values = {name: Rupiah(amount) for name, amount in amounts.items()}
    return DepositSavings(on=day(on), person=person, months=tuple(month(number) for number in months), **values)  # type: ignore[arg-type]


def withdrawal(person: PersonId, amount: int, on: str = "15/11") -> WithdrawSavings:
    return WithdrawSavings(on=day(on), person=person, amount=Rupiah(amount))
