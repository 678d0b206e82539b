"""The first rows of a new book, its chart of accounts, and who its group is."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import Connection, func, insert, select

from kubebuku.domain.accounts import Account, Chart
from kubebuku.domain.names import LONGEST_UNIT_NAME, SAVINGS_LOAN_UNIT, clean_name, name_key
from kubebuku.ledger import chain, db
from kubebuku.ledger.charts import chart_of, shipped_chart
from kubebuku.ledger.file import SUFFIX, require_own_name, require_short
from kubebuku.ledger.refusals import BookExists, UnitsAlike
from kubebuku.ledger.tables import account, closing, entry, kube, unit
from kubebuku.ledger.troubles import TORN, TornRow

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
    """What never changes in a book (id, first day, whether it is for practice), the group's present name, and when it was
    last written in.
    """

    book_id: str
    name: str
    opened: date
    practice: bool
    #: UTC; None while nothing is written
    last_recorded: str | None = None
    #: the latest day an entry bears; empty while there is none
    last_dated: str = ""


def create_book(path: Path, new: NewBook) -> Path:
    """Make the book; returns its path, with `.kubebuku` added where it had no ending.

    Raises BookExists, BookNameTooLong, NameOfAnother, UnitsAlike, disk troubles, and the refusals of `clean_name` for the group
    and its units.
    """
    if not path.suffix:
        path = path.with_name(path.name + SUFFIX)
    require_short(path)
    require_own_name(path)
    if path.exists():
        raise BookExists(path.name)
    name = clean_name(new.name)
    units = _apart(new.units) or (DEFAULT_UNIT,)

    def fill(connection: Connection) -> None:
        _fill(connection, new, name, units)

    try:
        db.create(path, fill)
    except FileExistsError as error:
        raise BookExists(path.name) from error
    return path


def _apart(labels: Iterable[str]) -> tuple[str, ...]:
    taken = {name_key(SAVINGS_LOAN_UNIT): SAVINGS_LOAN_UNIT}
    names = []
    for label in labels:
        name = clean_name(label, field="units", most=LONGEST_UNIT_NAME)
        if name_key(name) in taken:
            raise UnitsAlike(taken[name_key(name)])
        taken[name_key(name)] = name
        names.append(name)
    return tuple(names)


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
    for label in units:
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
    """See `charts.chart_of`."""
    return chart_of(db.driver(connection))


_FACTS = select(
    kube.c.book_id,
    kube.c.name,
    kube.c.opened,
    kube.c.practice,
    select(func.max(entry.c.recorded)).where(entry.c.id == select(func.max(entry.c.id)).scalar_subquery()).scalar_subquery(),
    select(func.max(closing.c.recorded))
    .where(closing.c.id == select(func.max(closing.c.id)).scalar_subquery())
    .scalar_subquery(),
    select(func.max(entry.c.date)).scalar_subquery(),
)


def read_facts(connection: Connection) -> Facts:
    """The facts of the open book. Raises TornRow where a date or time in it is none."""
    book_id, name, opened, practice, entered, closed, dated = connection.execute(_FACTS).one()
    try:
        recorded = max(entered or "", closed or "") or None
        datetime.fromisoformat(recorded or opened)
        return Facts(book_id, name, date.fromisoformat(opened), bool(practice), recorded, dated or "")
    except TORN as error:
        raise TornRow(str(error)) from error


def savings_loan_unit(connection: Connection) -> int:
    """The id of the one unit of kind `simpan_pinjam`, with which every book is born (accounting.md 2)."""
    return connection.execute(select(unit.c.id).where(unit.c.kind == "simpan_pinjam")).scalar_one()
