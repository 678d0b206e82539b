"""Lending written as a treasurer would: by names, days and thousands."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import func, insert, select

from kubebuku.books.members.tables import member
from kubebuku.books.savings_loan import commands, queries
from kubebuku.books.savings_loan.loan import LENT
from kubebuku.domain.entries import LoanId, PersonId
from kubebuku.domain.money import Rupiah
from kubebuku.ledger.tables import entry
from tests.books.trading import Trade, day


@dataclass
class Lender(Trade):
    """`Trade` with loans."""

    named: dict[str, PersonId] = field(default_factory=dict)

    def people(self) -> None:
        for number, name in enumerate(("Ani Contoh", "Budi Contoh", "Citra Contoh"), start=1):
            self.named[name.split()[0]] = self._member(name, number)
        self.named["Warga"] = self.person("Warga Contoh", "outsider")
        self.named["Dedi"] = self._member("Dedi Contoh", 4, left="2026-02-28")

    def _member(self, name: str, number: int, left: str | None = None) -> PersonId:
        id_ = self.person(name, "left" if left else "member")
        values = {"person": id_, "number": number, "joined": "2025-01-01", "left_on": left}
        self.office.write(lambda work: work.connection.execute(insert(member).values(values)))
        return id_

    def lend(self, who: str, amount: int, on: str, **more: Any) -> LoanId:
        """Hand a loan over; its id."""
        return LoanId(self.run(self.new_loan(who, amount, on, **more)).made["loan"])

    def new_loan(self, who: str, amount: int, on: str, **more: Any) -> commands.LendMoney:
        return commands.LendMoney(on=day(on), amount=Rupiah(amount), person=self.named[who], **more)

    def instalment(self, loan: LoanId, amount: int, on: str, **more: Any) -> commands.PayInstalment:
        return commands.PayInstalment(on=day(on), amount=Rupiah(amount), loan=loan, **more)

    def pay(self, loan: LoanId, amount: int, on: str, **more: Any) -> int:
        """Pay an instalment; its entry."""
        return self.entry(self.instalment(loan, amount, on, **more))

    def lent_entry(self) -> int:
        """The newest entry by which money was handed over."""
        newest = select(func.max(entry.c.id)).where(entry.c.kind == LENT)
        return int(self.office.read(lambda reading: reading.connection.execute(newest).scalar_one()))

    def rules(self, since: str = "1/1", **more: Any) -> None:
        self.run(commands.SetLendingRules(since=day(since), **more))

    def card(self, loan: LoanId, at: str = "22/11") -> queries.LoanCardData:
        found: queries.LoanCardData = self.answer(queries.LoanCard(loan, day(at)))
        return found

    def listed(self, at: str = "22/11", **more: Any) -> list[queries.LoanRow]:
        return list(self.answer(queries.Loans(day(at), **more)).rows)


def due_days(card: queries.LoanCardData) -> list[date]:
    return [line.due for line in card.lines]
