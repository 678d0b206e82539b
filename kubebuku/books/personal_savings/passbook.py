"""One member's book: each entry on 3101, 3102 and 2110 of that person, in the columns of a pass-book."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select

from kubebuku.books.members.tables import member
from kubebuku.books.personal_savings.handlers import codes
from kubebuku.books.personal_savings.queries import PassBook, PassBookPage, PassBookRow, PassBooks
from kubebuku.books.personal_savings.rules import SavingsKind
from kubebuku.domain.calendar import Month
from kubebuku.domain.dues import DuesFund
from kubebuku.domain.entries import OPENING, BuktiNumber, EntryId, PersonId
from kubebuku.domain.money import Rupiah
from kubebuku.ledger import struck
from kubebuku.ledger.demands import need_person
from kubebuku.ledger.dues import months_of
from kubebuku.ledger.tables import entry, person, posting
from kubebuku.ledger.work import Reading


@dataclass
class _Line:
    """An entry's part in one person's savings: what it added to each kind (negative: took)."""

    entry: int
    person: int
    on: date
    number: str
    description: str
    opening: bool
    moved: dict[SavingsKind, int] = field(default_factory=dict)

    @property
    def net(self) -> int:
        return sum(self.moved.values())

    @property
    def order(self) -> tuple[date, bool, bool, int]:
        """By day, what comes in before what goes out, so that no balance within a day is below nothing."""
        return self.on, not self.opening, self.net < 0, self.entry

    def into(self, kind: SavingsKind) -> Rupiah:
        return Rupiah(max(0, self.moved.get(kind, 0)))

    @property
    def out(self) -> Rupiah:
        return Rupiah(-sum(min(0, amount) for amount in self.moved.values()))


def lines(reading: Reading, of: PersonId | None = None) -> list[_Line]:
    """Every entry on savings accounts, of one person or of everybody, in the order of the book; mirrors of struck ones aside."""
    kinds = {code: kind for kind in SavingsKind for code in codes(reading, kind)}
    wanted = (
        select(
            entry.c.id,
            entry.c.series,
            entry.c.year,
            entry.c.seq,
            entry.c.date,
            entry.c.description,
            entry.c.kind,
            posting.c.person,
            posting.c.account,
            posting.c.amount,
        )
        .join(entry, entry.c.id == posting.c.entry)
        .where(posting.c.account.in_(tuple(kinds)), posting.c.person.is_not(None))
    )
    if of is not None:
        wanted = wanted.where(posting.c.person == of)
    mirrors = {pair.mirror for pair in struck.pairs(reading.connection).values()}
    found: dict[tuple[int, int], _Line] = {}
    for id_, series, year, seq, on, description, kind, who, account, amount in reading.connection.execute(wanted):
        if id_ in mirrors or who is None:
            continue
        line = found.get((id_, who))
        if line is None:
            number = str(BuktiNumber(series, year, seq))
            line = found[id_, who] = _Line(id_, who, date.fromisoformat(on), number, description, kind == OPENING)
        line.moved[kinds[account]] = line.moved.get(kinds[account], 0) - amount
    return sorted(found.values(), key=lambda line: line.order)


@dataclass(frozen=True)
class _Person:
    """Whose book: name, and what the members' book says where it is a member's."""

    id: int
    name: str
    number: int | None
    joined: date | None
    left: date | None


def _people(reading: Reading, ids: Iterable[int]) -> list[_Person]:
    """These people, members by number, then others."""
    rows = reading.connection.execute(
        select(person.c.id, person.c.name, member.c.number, member.c.joined, member.c.left_on)
        .outerjoin(member, member.c.person == person.c.id)
        .where(person.c.id.in_(tuple(ids)))
        .order_by(member.c.number.is_(None), member.c.number, person.c.id)
    )
    return [_Person(row[0], row[1], row[2], _day(row[3]), _day(row[4])) for row in rows]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def pass_book(reading: Reading, query: PassBook) -> PassBookPage:
    """See `PassBook`."""
    who = PersonId(query.person)
    need_person(reading.connection, who)
    months = months_of(reading.connection, DuesFund.OBLIGATORY, who)
    return _page(_people(reading, (who,))[0], lines(reading, who), struck.pairs(reading.connection), months, query)


def pass_books(reading: Reading, query: PassBooks) -> tuple[PassBookPage, ...]:
    """See `PassBooks`."""
    pairs = struck.pairs(reading.connection)
    of: dict[int, list[_Line]] = {}
    for line in lines(reading):
        of.setdefault(line.person, []).append(line)
    pages = (
        _page(one, of[one.id], pairs, {}, PassBook(one.id, query.first, query.last, query.show_struck))
        for one in _people(reading, of)
    )
    return tuple(page for page in pages if page.rows or page.closing)


def _page(
    whose: _Person,
    found: Sequence[_Line],
    pairs: Mapping[EntryId, struck.Struck],
    months: Mapping[int, tuple[Month, ...]],
    query: PassBook,
) -> PassBookPage:
    held = dict.fromkeys(SavingsKind, 0)
    opening = Rupiah(0)
    shown: list[PassBookRow] = []
    replaced = {pairs[EntryId(line.entry)].replaced_by: line.number for line in found if EntryId(line.entry) in pairs}
    for line in found:
        if query.last is not None and line.on > query.last.last:
            break
        gone = pairs.get(EntryId(line.entry))
        if gone is None:
            for kind, amount in line.moved.items():
                held[kind] += amount
        if query.first is not None and line.on < query.first.first:
            opening = Rupiah(sum(held.values()))
            continue
        if gone is not None and not query.show_struck:
            continue
        shown.append(
            PassBookRow(
                line.entry,
                line.on,
                line.number,
                own_words(line.description, whose.name),
                line.into(SavingsKind.PRINCIPAL),
                line.into(SavingsKind.OBLIGATORY),
                line.into(SavingsKind.VOLUNTARY),
                line.out,
                None if gone else Rupiah(sum(held.values())),
                months.get(line.entry, ()),
                gone is not None,
                replaced.get(EntryId(line.entry)),
                gone.replaced_by_number if gone else None,
            )
        )
    standing = [one for one in shown if not one.struck]
    return PassBookPage(
        whose.id,
        whose.number,
        whose.name,
        whose.joined,
        whose.left,
        opening,
        tuple(shown),
        Rupiah(sum(one.principal for one in standing)),
        Rupiah(sum(one.obligatory for one in standing)),
        Rupiah(sum(one.voluntary for one in standing)),
        Rupiah(sum(one.withdrawn for one in standing)),
        *(Rupiah(held[kind]) for kind in SavingsKind),
    )


def own_words(description: str, name: str) -> str:
    """A description as it stands in that person's own book: without the name it begins with, which is on the cover."""
    rest = description.removeprefix(name)
    if rest == description or rest[:1] not in (":", " "):
        return description
    rest = rest.lstrip(": ")
    return rest[:1].upper() + rest[1:] if rest else description


def rows(reading: Reading, month: Month | None) -> list[dict[str, object]]:
    """Every line of every member's book, by day, with what that member has after it; struck lines left out."""
    names = {row[0]: row[1] for row in reading.connection.execute(select(person.c.id, person.c.name))}
    numbers = {row[0]: row[1] for row in reading.connection.execute(select(member.c.person, member.c.number))}
    gone = struck.pairs(reading.connection)
    held: dict[int, int] = {}
    found: list[dict[str, object]] = []
    for line in lines(reading):
        if EntryId(line.entry) in gone:
            continue
        held[line.person] = held.get(line.person, 0) + line.net
        if month is not None and Month.of(line.on) != month:
            continue
        found.append(
            {
                "date": line.on.isoformat(),
                "number": line.number,
                "description": line.description,
                "member": numbers.get(line.person),
                "person": names[line.person],
                "principal": int(line.into(SavingsKind.PRINCIPAL)),
                "obligatory": int(line.into(SavingsKind.OBLIGATORY)),
                "voluntary": int(line.into(SavingsKind.VOLUNTARY)),
                "withdrawn": int(line.out),
                "balance": held[line.person],
            }
        )
    return found
