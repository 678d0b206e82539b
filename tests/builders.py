"""Books in tests, written as a bookkeeper would.

A line is a date, what happened, and the accounts with signed amounts, debit positive; ``@`` names the business, ``&`` the person,
``#`` the loan and ``!`` the thing a posting points at, each by the beginning of its name:

    books.post("2026-01-05 | Sewa tenda | 1101 750.000 | 4101 -750.000 @tenda")
"""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, select

from kubebuku.app.office import Office
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import JOURNAL, Draft, EntryId, ItemId, LoanId, PersonId, Posting, UnitId
from kubebuku.domain.money import Rupiah
from kubebuku.ledger import balances, closings, record_form, tables
from kubebuku.ledger.book import NewBook, create_book
from kubebuku.ledger.closings import Closing, Count
from kubebuku.ledger.findings import Finding
from kubebuku.ledger.journal import Posted
from kubebuku.ledger.work import Work

#: The day and the time of every test that asks for the clock.
TODAY = date(2026, 11, 22)
NOW = "2026-11-22T02:00:00Z"
#: The last day of the shared practice book.
PRACTISED_UNTIL = date(2026, 3, 8)

NEW = NewBook(
    name="Kube Contoh", opened=date(2026, 1, 1), units=("Sewa tenda", "Catering"), book_id="0123456789abcdef0123456789abcdef"
)

_POSTING = re.compile(r"(?P<account>[\d.]{4,7}) (?P<amount>-?[\d.]+)(?P<marks>(?: [@&#!]\S+)*)")
_MARKS = {"@": "unit", "&": "person", "#": "loan", "!": "item"}
_NAMES = {"unit": tables.unit.c.label, "person": tables.person.c.name, "loan": tables.loan.c.label, "item": tables.item.c.label}


def new_book(folder: Path, file: str = "buku", **changes: Any) -> Path:
    """A new book in `folder`, as `NEW` but for `changes`."""
    return create_book(folder / file, replace(NEW, **changes))


def draft(connection: Connection, text: str, *, kind: str = JOURNAL, **more: Any) -> Draft:
    """The entry that one line of the shorthand describes."""
    when, description, *lines = (part.strip() for part in text.split("|"))
    return Draft(date.fromisoformat(when), description, kind, tuple(posting(connection, line) for line in lines), **more)


def posting(connection: Connection, text: str) -> Posting:
    found = _POSTING.fullmatch(text)
    assert found is not None, f"no posting: {text!r}"
    points = {_MARKS[mark[0]]: _find(connection, _MARKS[mark[0]], mark[1:]) for mark in found["marks"].split()}
    amount = Rupiah(int(found["amount"].replace(".", "")))
    return Posting(
        found["account"],
        amount,
        unit=_as(UnitId, points.get("unit")),
        person=_as(PersonId, points.get("person")),
        loan=_as(LoanId, points.get("loan")),
        item=_as(ItemId, points.get("item")),
    )


def _as(kind: Any, value: int | None) -> Any:
    return None if value is None else kind(value)


def _find(connection: Connection, what: str, name: str) -> int:
    column = _NAMES[what]
    rows = connection.execute(select(column.table.c.id, column)).all()
    ids = [int(id_) for id_, label in rows if name.lower() in str(label).lower()]
    assert len(ids) == 1, f"{len(ids)} of {what} {name!r}"
    return ids[0]


@dataclass
class Books:
    """An open book and a bookkeeper's hand in it."""

    office: Office

    @property
    def path(self) -> Path:
        return self.office.path

    def post(self, *lines: str, kind: str = JOURNAL, **more: Any) -> Posted:
        """Each line an entry, all in one act; the last of them comes back."""

        def act(work: Work) -> Posted:
            return [work.journal.post(draft(work.connection, line, kind=kind, **more)) for line in lines][-1]

        return self.office.write(act)

    def strike(self, entry: int, description: str = "Salah tulis", *, then: Iterable[str] = ()) -> Posted:
        """Strike an entry out and write `then` in its place, in one act; the striking-out comes back."""

        def act(work: Work) -> Posted:
            posted = work.journal.reverse(EntryId(entry), description=description)
            for line in then:
                work.journal.post(draft(work.connection, line))
            return posted

        return self.office.write(act)

    def person(self, name: str, standing: str = "member") -> PersonId:
        return PersonId(self._add(tables.person, name=name, standing=standing))

    def loan(self, label: str, person: PersonId, principal: int) -> LoanId:
        values = {"label": label, "person": person, "principal": principal, "opened": "2026-01-01", "standing": "running"}
        return LoanId(self._add(tables.loan, **values))

    def item(self, label: str, value: int) -> ItemId:
        return ItemId(self._add(tables.item, label=label, value=value, acquired="2026-01-01", standing="held"))

    def account(self, code: str, label: str) -> str:
        """An account of the group's own under the four-digit one."""

        def act(work: Work) -> None:
            base = work.chart[code[:4]]
            row = {
                "code": code,
                "parent": base.code,
                "kind": base.kind.value,
                "label": label,
                "box": int(base.box),
                "needs": ",".join(sorted(need.value for need in base.needs)),
                "cashflow": base.cashflow.value if base.cashflow else None,
                "closed": 0,
            }
            work.connection.execute(insert(tables.account).values(row))

        self.office.write(act)
        return code

    def _add(self, table: Any, **values: Any) -> int:
        return self.office.write(
            lambda work: int(work.connection.execute(insert(table).values(values).returning(table.c.id)).scalar_one())
        )

    def close(self, *months: str, reason: str | None = None, counts: Mapping[str, Count] | None = None) -> Closing:
        """Close these months one after the other; the last closing comes back."""
        return [self._write_closing(month, "close", reason, counts or {}) for month in months][-1]

    def reopen(self, *months: str, reason: str = "Nota tertinggal") -> Closing:
        return [self._write_closing(month, "reopen", reason, {}) for month in months][-1]

    def _write_closing(self, month: str, act: str, reason: str | None, counts: Mapping[str, Count]) -> Closing:
        return self.office.write(
            lambda work: closings.write(
                work.connection,
                month=Month.parse(month),
                act=act,
                who=work.who,
                recorded=work.recorded,
                reason=reason,
                counts=counts,
            )
        )

    def holds(self, account: str, at: str | None = None, **points: int) -> int:
        """What an account holds at the end of a day (now if None), debit positive."""
        day = None if at is None else date.fromisoformat(at)
        return int(self.office.read(lambda reading: balances.of(reading.connection, account, at=day, **points)))

    def findings(self) -> dict[str, Finding]:
        """What does not hold: the parts of the proof and the checks that found something, by name."""
        return {finding.name: finding for finding in self.office.check() if not finding.ok}

    def count(self, table: str = "entry") -> int:
        return int(
            self.office.read(lambda reading: reading.connection.exec_driver_sql(f"SELECT COUNT(*) FROM {table}").scalar_one())
        )


def copy_of(book: Path, folder: Path, name: str = "salinan.kubebuku") -> Path:
    """The file alone, as Explorer copies it."""
    return Path(shutil.copyfile(book, folder / name))


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def forger(book: Path) -> sqlite3.Connection:
    """The book in the hands of a program that answers the guards as ours does, and keeps to itself what they tell."""
    raw = plainly(book)
    record_form.define(raw)
    return raw


def plainly(book: Path) -> sqlite3.Connection:
    """The book in the hands of another program: plain sqlite3, nothing switched on."""
    return sqlite3.connect(book, isolation_level=None)


def crash(book: Path) -> None:
    """Leave `book` as a power cut leaves it in the middle of an act: pages half written, and a journal to roll them back."""
    middle = book.with_name("tengah.kubebuku")
    shutil.copyfile(book, middle)
    raw = forger(middle)
    raw.execute("PRAGMA cache_size = 1")  # pages go to the file before the act ends
    raw.execute("BEGIN IMMEDIATE")
    raw.executemany("INSERT INTO person (name, standing) VALUES (?, 'outsider')", [(f"Orang {n} " * 9,) for n in range(400)])
    shutil.copyfile(middle, book)
    shutil.copyfile(f"{middle}-journal", f"{book}-journal")
    raw.rollback()
    raw.close()
    middle.unlink()


def findings_of(book: Path) -> dict[str, Finding]:
    """Open `book` for reading and tell what its proof and checks find, by name."""
    with Office.open(book, write=False) as office:
        return Books(office).findings()
