"""Writing in the ledger: the only door through which an entry or a closing comes in.

An act posts one or more drafts through one `Journal`; `settle()` then judges the zero rule by their net effect, so that a
reversal and its replacement are one act (accounting.md 5). The caller holds one immediate transaction around both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import Connection, func, insert, select

from kubebuku.domain.accounts import Chart, Dimension
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import (
    OPENING,
    REVERSAL,
    BuktiNumber,
    DecisionId,
    Draft,
    EntryId,
    ItemId,
    LoanId,
    PersonId,
    Posting,
    UnitId,
    check_known,
    check_lines,
    mirrored,
    series_of,
)
from kubebuku.domain.money import Rupiah
from kubebuku.domain.names import clean_description, clean_text
from kubebuku.domain.refusals import (
    AlreadyUndone,
    BeforeOpening,
    IsReversal,
    MonthClosed,
    NotYet,
    OpeningMisplaced,
    UnknownEntry,
)
from kubebuku.ledger import chain, closings, zero_rule
from kubebuku.ledger.tables import closing, entry, item, kube, loan, person, posting, unit

#: Signs of a shop's paper number (Nomor nota).
LONGEST_NOTA = 60


@dataclass(frozen=True, slots=True)
class Posted:
    """An entry as it now stands in the book."""

    id: EntryId
    number: str
    hash: str


@dataclass(frozen=True, slots=True)
class Written:
    """An entry read back, with its lines."""

    id: EntryId
    number: str
    on: date
    description: str
    nota: str | None
    kind: str
    who: str
    recorded: str
    decision: DecisionId | None
    reverses: EntryId | None
    reversed_by: EntryId | None
    hash: str
    postings: tuple[Posting, ...]


def head(connection: Connection) -> str:
    """The hash which the next link must name."""
    last = connection.execute(select(entry.c.id, entry.c.hash).order_by(entry.c.id.desc()).limit(1)).first()
    newest = connection.execute(select(closing.c.after_entry, closing.c.hash).order_by(closing.c.id.desc()).limit(1)).first()
    if newest is not None and (last is None or newest.after_entry >= last.id):
        return newest.hash
    if last is not None:
        return last.hash
    return connection.execute(select(kube.c.genesis)).scalar_one()


def read_entry(connection: Connection, id_: int) -> Written:
    """The entry of that id; raises UnknownEntry."""
    row = connection.execute(select(entry).where(entry.c.id == id_)).first()
    if row is None:
        raise UnknownEntry(id_)
    by = connection.execute(select(entry.c.id).where(entry.c.reverses == id_)).scalar()
    lines = connection.execute(select(posting).where(posting.c.entry == id_).order_by(posting.c.line)).all()
    return Written(
        EntryId(row.id),
        str(BuktiNumber(row.series, row.year, row.seq)),
        date.fromisoformat(row.date),
        row.description,
        row.nota,
        row.kind,
        row.who,
        row.recorded,
        None if row.decision is None else DecisionId(row.decision),
        None if row.reverses is None else EntryId(row.reverses),
        None if by is None else EntryId(by),
        row.hash,
        tuple(_posting(line.account, line.amount, line.unit, line.person, line.loan, line.item) for line in lines),
    )


def _posting(account: str, amount: int, unit_: int | None, person_: int | None, loan_: int | None, item_: int | None) -> Posting:
    return Posting(
        account,
        Rupiah(amount),
        None if unit_ is None else UnitId(unit_),
        None if person_ is None else PersonId(person_),
        None if loan_ is None else LoanId(loan_),
        None if item_ is None else ItemId(item_),
    )


class Journal:
    """Posts the drafts of one act. `today` bounds dates; `who` and `recorded` (UTC) are written on each entry."""

    def __init__(self, connection: Connection, chart: Chart, *, today: date, who: str, recorded: str) -> None:
        self._connection = connection
        self.chart = chart
        self._today = today
        self._who = who
        self._recorded = recorded
        self._touched: list[tuple[date, Posting]] = []
        self._promises: list[Callable[[], None]] = []
        self._opened: date | None = None

    @property
    def opened(self) -> date:
        """The day the book begins."""
        if self._opened is None:
            self._opened = date.fromisoformat(self._connection.execute(select(kube.c.opened)).scalar_one())
        return self._opened

    def check_date(self, on: date) -> None:
        """Refuse a date before the book, more than one day ahead, or in a closed month (BeforeOpening, NotYet, MonthClosed)."""
        if on < self.opened:
            raise BeforeOpening(on, self.opened)
        if on > self._today + timedelta(days=1):
            raise NotYet(on, self._today + timedelta(days=1))
        closed = closings.closed_until(self._connection)
        if closed is not None and Month.of(on) <= closed:
            raise MonthClosed(Month.of(on))

    def post(self, draft: Draft) -> Posted:
        """Write one entry; raises the refusals of `check_date` and `check_lines`, TextEmpty or TextTooLong for the description."""
        draft = replace(
            draft, description=clean_description(draft.description), nota=clean_text(draft.nota or "", most=LONGEST_NOTA) or None
        )
        self.check_date(draft.on)
        mirror = draft.reverses is not None
        check_lines(draft.postings, self.chart, needs=not mirror)
        if draft.kind == OPENING:
            self._check_opening(draft)
        if not mirror:
            check_known(draft.postings, self._known(draft.postings))
        connection = self._connection
        id_ = int(connection.execute(select(func.coalesce(func.max(entry.c.id), 0))).scalar_one()) + 1
        series = series_of(draft.postings, draft.kind, self.chart).value
        year = draft.on.year
        last = connection.execute(select(func.max(entry.c.seq)).where(entry.c.series == series, entry.c.year == year)).scalar()
        number = BuktiNumber(series, year, (last or 0) + 1)
        when = draft.on.isoformat()
        rows = [
            (line, p.account, int(p.amount), p.unit, p.person, p.loan, p.item) for line, p in enumerate(draft.postings, start=1)
        ]
        link = chain.EntryLink(
            id_,
            str(number),
            when,
            draft.description,
            draft.nota,
            draft.kind,
            self._who,
            self._recorded,
            draft.decision,
            draft.reverses,
            rows,
        )
        previous = head(connection)
        hash_ = chain.seal(previous, chain.entry_text(link))
        connection.execute(
            insert(posting),
            [
                dict(entry=id_, line=line, account=account, amount=amount, date=when, unit=u, person=p, loan=lo, item=it)
                for line, account, amount, u, p, lo, it in rows
            ],
        )
        connection.execute(
            insert(entry).values(
                id=id_,
                series=series,
                year=year,
                seq=number.seq,
                date=when,
                description=draft.description,
                nota=draft.nota,
                kind=draft.kind,
                who=self._who,
                recorded=self._recorded,
                decision=draft.decision,
                reverses=draft.reverses,
                form=chain.FORM,
                previous=previous,
                hash=hash_,
            )
        )
        self._touched.extend((draft.on, p) for p in draft.postings)
        return Posted(EntryId(id_), str(number), hash_)

    def reverse(self, id_: EntryId, *, description: str, on: date | None = None) -> Posted:
        """Strike an entry out by its mirror, dated like the entry unless `on` says otherwise (Koreksi bulan lalu).

        Raises UnknownEntry, IsReversal, AlreadyUndone, MonthClosed; the zero rule speaks at `settle()`.
        """
        old = read_entry(self._connection, id_)
        if old.reverses is not None:
            raise IsReversal(old.number)
        if old.reversed_by is not None:
            raise AlreadyUndone(old.number, read_entry(self._connection, old.reversed_by).number)
        return self.post(Draft(on or old.on, description, REVERSAL, mirrored(old.postings), reverses=id_))

    def promise(self, check: Callable[[], None]) -> None:
        """Let a book judge the whole act by its net effect: `check` runs at `settle()` and raises a refusal or returns."""
        self._promises.append(check)

    def settle(self) -> None:
        """Judge the zero rule over all that was posted since the last call, then what the books promised.

        Raises BoxShort, BalanceShort, or a book's own refusal.
        """
        touched, self._touched = self._touched, []
        promises, self._promises = self._promises, []
        zero_rule.judge(self._connection, self.chart, touched)
        for check in promises:
            check()

    def _check_opening(self, draft: Draft) -> None:
        if draft.on != self.opened or opening_entry(self._connection) is not None:
            raise OpeningMisplaced(self.opened)

    def _known(self, postings: Iterable[Posting]) -> dict[Dimension, frozenset[int]]:
        tables = {Dimension.UNIT: unit.c.id, Dimension.PERSON: person.c.id, Dimension.LOAN: loan.c.id, Dimension.ITEM: item.c.id}
        known: dict[Dimension, frozenset[int]] = {}
        for dimension, column in tables.items():
            asked = {p.dimension(dimension) for p in postings} - {None}
            rows = (
                self._connection.execute(select(column).where(column.in_(sorted(a for a in asked if a is not None))))
                if asked
                else ()
            )
            known[dimension] = frozenset(int(row[0]) for row in rows)
        return known


def opening_entry(connection: Connection) -> EntryId | None:
    """The standing opening entry, None where there is none or it has been struck out."""
    mirror = entry.alias("mirror")
    found = connection.execute(
        select(entry.c.id)
        .where(entry.c.kind == OPENING)
        .where(~select(mirror.c.id).where(mirror.c.reverses == entry.c.id).exists())
    ).scalar()
    return None if found is None else EntryId(found)
