"""Writing in the ledger: the only door through which an entry or a closing comes in.

An act posts one or more drafts through one `Journal`; `settle()` then judges the zero rule by their net effect, so that a
reversal and its replacement are one act (accounting.md 5). The caller holds one immediate transaction around both.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from sqlalchemy import Column, Connection, ScalarSelect, bindparam, func, insert, select

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
from kubebuku.ledger import chain, closings, struck, zero_rule
from kubebuku.ledger.tables import closing, entry, item, kube, loan, person, posting, record_link, unit

T = TypeVar("T")

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


def _newest(column: Column[T]) -> ScalarSelect[T]:
    return select(column).order_by(column.table.c.id.desc()).limit(1).scalar_subquery()


#: Where the book stands, in one question: what a posting must know about all that came before it.
_STANDING = select(
    kube.c.opened,
    kube.c.genesis,
    _newest(entry.c.id).label("last_id"),
    _newest(entry.c.hash).label("last_hash"),
    _newest(closing.c.after_entry).label("closing_after"),
    _newest(closing.c.hash).label("closing_hash"),
    _newest(closing.c.month).label("closing_month"),
    _newest(closing.c.act).label("closing_act"),
    _newest(closing.c.id).label("closing_id"),
    _newest(record_link.c.after_entry).label("record_entry"),
    _newest(record_link.c.after_closing).label("record_closing"),
    _newest(record_link.c.hash).label("record_hash"),
)
_LAST_SEQ = select(func.coalesce(func.max(entry.c.seq), 0)).where(
    entry.c.series == bindparam("s"), entry.c.year == bindparam("y")
)
_KNOWN = {
    dimension: select(column).where(column.in_(bindparam("ids", expanding=True)))
    for dimension, column in (
        (Dimension.UNIT, unit.c.id),
        (Dimension.PERSON, person.c.id),
        (Dimension.LOAN, loan.c.id),
        (Dimension.ITEM, item.c.id),
    )
}
_INSERT_ENTRY, _INSERT_POSTINGS = insert(entry), insert(posting)
_OPENING_ENTRY = select(entry.c.id).where(entry.c.kind == OPENING).where(struck.standing())


@dataclass(frozen=True, slots=True)
class Standing:
    """The end of the chain, and the days that are open."""

    opened: date
    closed: Month | None
    last_id: int
    head: str


def standing(connection: Connection) -> Standing:
    """Where the book stands now."""
    row = connection.execute(_STANDING).one()
    last_id = row.last_id or 0
    hash_ = row.last_hash or row.genesis
    closed = None
    if row.closing_hash is not None:
        closed = closings.last_closed(row.closing_month, row.closing_act, row.opened)
        if row.closing_after >= last_id:
            hash_ = row.closing_hash
    if (row.record_entry, row.record_closing) == (last_id, row.closing_id or 0):
        hash_ = row.record_hash
    return Standing(date.fromisoformat(row.opened), closed, last_id, hash_)


def head(connection: Connection) -> str:
    """The hash which the next link must name."""
    return standing(connection).head


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
        #: the last entry before the act, None as long as it has written none
        self.before: int | None = None
        self._follows: Mapping[str, Callable[[Sequence[tuple[date, Posting]]], None]] = {}

    def check_date(self, on: date) -> None:
        """Refuse a date before the book, more than one day ahead, or in a closed month (BeforeOpening, NotYet, MonthClosed)."""
        self._check_date(on, standing(self._connection))

    def _check_date(self, on: date, now: Standing) -> None:
        if on < now.opened:
            raise BeforeOpening(on, now.opened)
        if on > self._today + timedelta(days=1):
            raise NotYet(on, self._today + timedelta(days=1))
        if now.closed is not None and Month.of(on) <= now.closed:
            raise MonthClosed(Month.of(on))

    def post(self, draft: Draft) -> Posted:
        """Write one entry; raises the refusals of `check_date`, `check_lines`, `check_known`, and of the texts."""
        description = clean_description(draft.description)
        nota = clean_text(draft.nota or "", most=LONGEST_NOTA, field="nota") or None
        now = standing(self._connection)
        self._check_date(draft.on, now)
        mirror = draft.reverses is not None
        check_lines(draft.postings, self.chart, needs=not mirror)
        if not mirror:
            check_known(draft.postings, self._known(draft.postings))
        if draft.kind == OPENING and (draft.on != now.opened or opening_entry(self._connection) is not None):
            raise OpeningMisplaced(now.opened)
        self.before = now.last_id if self.before is None else self.before
        id_, number, when = now.last_id + 1, self._next_number(draft), draft.on.isoformat()
        lines = [
            (line, p.account, int(p.amount), p.unit, p.person, p.loan, p.item) for line, p in enumerate(draft.postings, start=1)
        ]
        hash_ = chain.seal(
            now.head,
            chain.entry_text(
                chain.EntryLink(
                    id_,
                    str(number),
                    when,
                    description,
                    nota,
                    draft.kind,
                    self._who,
                    self._recorded,
                    draft.decision,
                    draft.reverses,
                    lines,
                )
            ),
        )
        rows: list[dict[str, object]] = [
            {"entry": id_, "line": n, "account": a, "amount": m, "date": when, "unit": u, "person": p, "loan": o, "item": i}
            for n, a, m, u, p, o, i in lines
        ]
        self._connection.execute(_INSERT_POSTINGS, rows)
        self._connection.execute(
            _INSERT_ENTRY,
            {
                "id": id_,
                "series": number.series,
                "year": number.year,
                "seq": number.seq,
                "date": when,
                "description": description,
                "nota": nota,
                "kind": draft.kind,
                "who": self._who,
                "recorded": self._recorded,
                "decision": draft.decision,
                "reverses": draft.reverses,
                "form": chain.FORM,
                "previous": now.head,
                "hash": hash_,
            },
        )
        self._touched.extend((draft.on, p) for p in draft.postings)
        return Posted(EntryId(id_), str(number), hash_)

    def _next_number(self, draft: Draft) -> BuktiNumber:
        series, year = series_of(draft.postings, draft.kind, self.chart).value, draft.on.year
        return BuktiNumber(series, year, self._connection.execute(_LAST_SEQ, {"s": series, "y": year}).scalar_one() + 1)

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

    def follow(self, follows: Mapping[str, Callable[[Sequence[tuple[date, Posting]]], None]]) -> None:
        """By four-digit code of an account, what the books write after an act that moved it: once, at `settle()`."""
        self._follows = follows

    def _followed(self) -> None:
        moved = {code: [one for one in self._touched if one[1].account[:4] == code] for code in self._follows}
        for code, lines in moved.items():
            if lines:
                self._follows[code](lines)

    def settle(self) -> None:
        """Let the books follow, judge the zero rule over all that was posted since the last call, then what the books promised.

        Raises BoxShort, BalanceShort, or a book's own refusal.
        """
        self._followed()
        touched, self._touched = self._touched, []
        promises, self._promises = self._promises, []
        zero_rule.judge(self._connection, self.chart, touched, self.before)
        for check in promises:
            check()
        self.before = None

    @property
    def posted(self) -> tuple[Posting, ...]:
        """Every line of this act so far; of those that mend an entry also its mirror's."""
        return tuple(line for _, line in self._touched)

    def _known(self, postings: Sequence[Posting]) -> dict[Dimension, frozenset[int]]:
        known: dict[Dimension, frozenset[int]] = {}
        for dimension, query in _KNOWN.items():
            asked = {p.dimension(dimension) for p in postings} - {None}
            known[dimension] = (
                frozenset(self._connection.execute(query, {"ids": list(asked)}).scalars()) if asked else frozenset()
            )
        return known


def opening_entry(connection: Connection) -> EntryId | None:
    """The standing opening entry, None where there is none or it has been struck out."""
    found = connection.execute(_OPENING_ENTRY).scalar()
    return None if found is None else EntryId(found)
