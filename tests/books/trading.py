"""A treasurer's hand in the books of the businesses: commands by day and rupiah, entries struck out and put in place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from sqlalchemy import insert

from kubebuku.books.spec import Command, Outcome
from kubebuku.domain.entries import EntryId, UnitId
from kubebuku.domain.errors import RuleBroken
from kubebuku.i18n import say
from kubebuku.ledger import tables
from kubebuku.ledger.journal import read_entry
from kubebuku.ledger.work import Work
from tests.builders import Books

SAVINGS_LOAN, TENTS, CATERING = UnitId(1), UnitId(2), UnitId(3)


def day(text: str) -> date:
    """``12/11`` of 2026."""
    number, month = text.split("/")
    return date(2026, int(month), int(number))


@dataclass
class Trade(Books):
    """`Books` with commands."""

    def run(self, *commands: Command) -> Outcome:
        """One act after the other; what came of the last."""
        return [self.office.run(command) for command in commands][-1]

    def entry(self, command: Command) -> EntryId:
        """The entry that `command` writes."""
        outcome = self.office.run(command)
        assert outcome.entry is not None
        return EntryId(outcome.entry)

    def said(self, command: Command) -> str:
        outcome = self.office.run(command)
        assert outcome.said is not None
        return say(outcome.said)

    def refused(self, command: Command, code: str, field: str | None = None) -> RuleBroken:
        """`command` is refused under that code, and changes nothing."""
        before = self.count()
        with pytest.raises(RuleBroken) as caught:
            self.office.run(command)
        assert (caught.value.code, caught.value.field) == (code, field)
        assert "{" not in " ".join(say(sentence) for sentence in caught.value.sentences)
        assert self.count() == before
        return caught.value

    def undo(self, entry: int, *, on: date | None = None, then: Command | None = None) -> None:
        """Strike an entry out, and carry `then` out in its place in the same act."""

        def act(work: Work) -> None:
            work.strike_out(EntryId(entry), "Salah tulis", on=on)
            if then is not None:
                work.carry_out(then)

        self.office.write(act)

    def undo_refused(self, entry: int, code: str) -> None:
        before = self.count()
        with pytest.raises(RuleBroken) as caught:
            self.undo(entry)
        assert caught.value.code == code
        assert "{" not in " ".join(say(sentence) for sentence in caught.value.sentences)
        assert self.count() == before

    def forge(self, *statements: str) -> None:
        """What another program does that takes the guards away and puts them back."""

        def act(work: Work) -> None:
            ask = work.connection.exec_driver_sql
            guards = ask("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid").all()
            for name, _ in guards:
                ask(f"DROP TRIGGER {name}")
            for statement in statements:
                ask(statement)
            for _, sql in guards:
                ask(sql)

        self.office.write(act)

    def lines(self, entry: int) -> list[tuple[str, int]]:
        """What an entry posts: account and amount, debit positive."""
        written = self.office.read(lambda reading: read_entry(reading.connection, entry))
        return [(posting.account, int(posting.amount)) for posting in written.postings]

    def unit(self, label: str, *, opened: str = "2026-01-01", closed: str | None = None) -> UnitId:
        values = {"label": label, "kind": "usaha", "opened": opened, "closed": closed}
        return UnitId(self._add(tables.unit, **values))

    def money(self, box: str = "1101", amount: int = 10_000_000) -> None:
        """Money to begin with, from nobody knows where."""
        self.post(f"2026-01-01 | Saldo awal | {box} {amount} | 3190 -{amount}", kind="opening_money")

    def answer(self, query: Any) -> Any:
        return self.office.ask(query)

    def balances(self) -> dict[str, int]:
        """Every account that holds something."""
        from kubebuku.ledger import balances

        found = self.office.read(lambda reading: balances.by_account(reading.connection))
        return {code: int(amount) for code, amount in found.items() if amount}


def insert_rows(trade: Trade, table: Any, *rows: dict[str, Any]) -> None:
    """Rows that no command writes."""
    trade.office.write(lambda work: work.connection.execute(insert(table), list(rows)))
