"""The first rows of a new book, its chart of accounts, and who its group is."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from sqlalchemy import Connection, func, insert, select

from kubebuku import resources
from kubebuku.domain.accounts import Account, CashflowClass, Chart, Dimension, Kind, read_chart
from kubebuku.domain.names import clean_name
from kubebuku.ledger import chain, db
from kubebuku.ledger.file import SUFFIX
from kubebuku.ledger.refusals import BookExists
from kubebuku.ledger.tables import account, entry, kube, unit

#: The name of the unit every book is born with.
SAVINGS_LOAN_UNIT = "Simpan pinjam"
#: The unit of a new book whose group named none.
DEFAULT_UNIT = "Usaha"


@dataclass(frozen=True, slots=True)
class NewBook:
    """What a book needs to begin. `opened` is the first day that may carry an entry."""

    name: str
    opened: date
    units: Sequence[str] = ()
    practice: bool = False
    #: given only for practice books, whose hashes must come out the same each time
    book_id: str | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What never changes in a book, and its group's name."""

    book_id: str
    name: str
    opened: date
    practice: bool


@cache
def shipped_chart() -> Chart:
    """The chart as it comes with the program."""
    return read_chart(resources.read_text("charts", "kube.toml"))


def create_book(path: Path, new: NewBook) -> Path:
    """Make the book; returns its path, with `.kubebuku` added where it had no ending.

    Raises BookExists, and the refusals of `clean_name` for the group and its units.
    """
    if not path.suffix:
        path = path.with_name(path.name + SUFFIX)
    if path.exists():
        raise BookExists(path.name)
    name = clean_name(new.name)
    units = [clean_name(label) for label in new.units] or [DEFAULT_UNIT]

    def fill(connection: Connection) -> None:
        _fill(connection, new, name, units)

    try:
        db.create(path, fill)
    except FileExistsError as error:
        raise BookExists(path.name) from error
    return path


def _fill(connection: Connection, new: NewBook, name: str, units: Sequence[str]) -> None:
    book_id = new.book_id or uuid.uuid4().hex
    opened = new.opened.isoformat()
    connection.execute(
        insert(kube).values(
            id=1, book_id=book_id, genesis=chain.genesis(book_id, opened), name=name, opened=opened, practice=int(new.practice)
        )
    )
    connection.execute(insert(account), [_row(one) for one in shipped_chart()])
    connection.execute(insert(unit).values(label=SAVINGS_LOAN_UNIT, kind="simpan_pinjam", icon="pinjaman", opened=opened))
    for label in dict.fromkeys(units):
        connection.execute(insert(unit).values(label=label, kind="usaha", opened=opened))


def _row(one: Account) -> dict[str, object]:
    return {
        "code": one.code,
        "parent": one.parent,
        "kind": one.kind.value,
        "label": None,
        "box": int(one.box),
        "needs": ",".join(sorted(need.value for need in one.needs)),
        "cashflow": one.cashflow.value if one.cashflow else None,
        "closed": int(one.closed),
    }


def read_chart_of(connection: Connection) -> Chart:
    """The chart of this book: shipped labels unless the group has its own, and the group's own accounts."""
    shipped = shipped_chart()
    accounts = []
    for row in connection.execute(select(account)):
        known = shipped.get(row.code)
        labels = {"id": row.label, "en": row.label} if row.label else (known.labels if known else {"id": row.code})
        accounts.append(
            Account(
                code=row.code,
                kind=Kind(row.kind),
                labels=labels,
                box=bool(row.box),
                needs=frozenset(Dimension(name) for name in row.needs.split(",") if name),
                cashflow=CashflowClass(row.cashflow) if row.cashflow else None,
                parent=row.parent,
                closed=bool(row.closed),
            )
        )
    return Chart(accounts)


def read_facts(connection: Connection) -> Facts:
    """The group's name and what never changes."""
    row = connection.execute(select(kube.c.book_id, kube.c.name, kube.c.opened, kube.c.practice)).one()
    return Facts(row.book_id, row.name, date.fromisoformat(row.opened), bool(row.practice))


def last_recorded(connection: Connection) -> str | None:
    """When the newest entry was recorded (UTC), None in an empty book."""
    return connection.execute(select(entry.c.recorded).order_by(entry.c.id.desc()).limit(1)).scalar()


def savings_loan_unit(connection: Connection) -> int:
    """The id of the built-in unit simpan pinjam."""
    return connection.execute(select(func.min(unit.c.id)).where(unit.c.kind == "simpan_pinjam")).scalar_one() or 0
