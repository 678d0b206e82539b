"""The solidarity fund: its book, the wall chart of dues, what it gave, and how it stands beside its box."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from kubebuku.books import places
from kubebuku.books.members.payers import behind, grid, month_at
from kubebuku.books.members.refusals import UnknownMember
from kubebuku.books.solidarity.queries import (
    BenefitKind,
    BenefitKinds,
    BenefitRow,
    Benefits,
    DuesDue,
    DuesDuePage,
    DuesGrid,
    FundState,
    SolidarityBook,
    SolidarityFund,
    SolidarityPage,
    SolidarityRow,
    SolidarityRule,
    SolidarityRules,
    SolidarityTerms,
)
from kubebuku.books.solidarity.standing import fund_accounts, fund_boxes, history, kinds, payers, rule_of, rules
from kubebuku.books.solidarity.tables import benefit, benefit_rule
from kubebuku.books.spec import Attention
from kubebuku.domain.accounts import RESULT_SHARED, RESULT_UNSHARED
from kubebuku.domain.calendar import Month
from kubebuku.domain.dues import DuesFund, Grid, State, dues, follow, periods
from kubebuku.domain.entries import OPENING, BuktiNumber, EntryId, PersonId
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger import balances, struck
from kubebuku.ledger import dues as book_of_dues
from kubebuku.ledger.tables import decision, entry, person, posting
from kubebuku.ledger.work import Reading

#: Months ahead of the present one that the form of dues offers.
SHOWN_AHEAD = 12


def rule_in_force(reading: Reading, query: SolidarityRule) -> SolidarityTerms | None:
    """See `SolidarityRule`."""
    return rule_of(rules(reading), query.month or Month.of(reading.today))


def all_rules(reading: Reading, query: SolidarityRules) -> tuple[SolidarityTerms, ...]:
    """See `SolidarityRules`."""
    return tuple(reversed(rules(reading)))


def benefit_kinds(reading: Reading, query: BenefitKinds) -> tuple[BenefitKind, ...]:
    """See `BenefitKinds`."""
    at = query.at or reading.today
    return tuple(one for one in kinds(reading) if query.with_ended or (one.since <= at and (one.ended is None or one.ended > at)))


# ---- dues


def dues_grid(reading: Reading, query: DuesGrid) -> Grid:
    """See `DuesGrid`."""
    at = query.at or reading.today
    paid = book_of_dues.paid(reading.connection, DuesFund.SOLIDARITY, at=at)
    return grid(query.year, history(rules(reading)), payers(reading), paid, month_at(reading, query.at))


def dues_due(reading: Reading, query: DuesDue) -> DuesDuePage:
    """See `DuesDue`."""
    id_, now = PersonId(query.person), Month.of(query.on or reading.today)
    found = payers(reading, id_)
    if not found:
        raise UnknownMember(id_)
    payer = found[0].payer
    given = book_of_dues.paid(reading.connection, DuesFund.SOLIDARITY, of=id_).get(id_, {})
    asked = tuple(periods(history(rules(reading)), payer.begins, now.plus(SHOWN_AHEAD)))
    given = follow(asked, payer, given)
    lacking = tuple(due for due in dues(payer, asked, given, now) if due.lacking and due.state is not State.NONE)
    late = Rupiah(sum(due.lacking for due in lacking if due.state is State.LATE))
    present = Rupiah(sum(due.lacking for due in lacking if due.state is State.DUE))
    return DuesDuePage(id_, found[0].name, lacking, late, late + present, payer.paid_until)


# ---- the book


@dataclass
class _Line:
    """An entry's part in the fund: what it added (negative: took)."""

    entry: int
    on: date
    number: str
    description: str
    opening: bool
    shared: bool
    person: int | None = None
    net: int = 0

    @property
    def order(self) -> tuple[date, bool, bool, int]:
        """By day, what comes in before what goes out, so that no balance within a day is below nothing."""
        return self.on, not self.opening, self.net < 0, self.entry

    @property
    def dues(self) -> Rupiah:
        return Rupiah(0 if self.shared else max(0, self.net))

    @property
    def set_aside(self) -> Rupiah:
        return Rupiah(max(0, self.net) if self.shared else 0)

    @property
    def paid(self) -> Rupiah:
        return Rupiah(max(0, -self.net))


def _lines(reading: Reading) -> list[_Line]:
    """Every entry on the fund in the order of the book; mirrors of struck ones aside."""
    mirrors = {pair.mirror for pair in struck.pairs(reading.connection).values()}
    results = tuple(one.code for one in reading.chart.under(RESULT_SHARED, RESULT_UNSHARED))
    shared = set(reading.connection.execute(select(posting.c.entry).where(posting.c.account.in_(results))).scalars())
    rows = reading.connection.execute(
        select(
            entry.c.id,
            entry.c.series,
            entry.c.year,
            entry.c.seq,
            entry.c.date,
            entry.c.description,
            entry.c.kind,
            posting.c.person,
            posting.c.amount,
        )
        .join(entry, entry.c.id == posting.c.entry)
        .where(posting.c.account.in_(fund_accounts(reading)))
        .order_by(posting.c.entry, posting.c.line)
    )
    found: dict[int, _Line] = {}
    for id_, series, year, seq, on, description, kind, who, amount in rows:
        if id_ in mirrors:
            continue
        line = found.get(id_)
        if line is None:
            number, begins = str(BuktiNumber(series, year, seq)), kind == OPENING
            day = date.fromisoformat(on)
            line = found[id_] = _Line(id_, day, number, description, begins, id_ in shared and not begins)
        line.person = who if line.person is None else line.person
        line.net -= amount
    return sorted(found.values(), key=lambda line: line.order)


def solidarity_book(reading: Reading, query: SolidarityBook) -> SolidarityPage:
    """See `SolidarityBook`; the opening of the book stands before its first line."""
    pairs = struck.pairs(reading.connection)
    names = {row[0]: row[1] for row in reading.connection.execute(select(person.c.id, person.c.name))}
    found = _lines(reading)
    numbers = {line.entry: line.number for line in found}
    replaced = {pair.replaced_by: numbers[id_] for id_, pair in pairs.items() if pair.replaced_by and id_ in numbers}
    held = opening = Rupiah(0)
    shown: list[SolidarityRow] = []
    for line in found:
        if query.last is not None and line.on > query.last.last:
            break
        gone = pairs.get(EntryId(line.entry))
        if gone is None:
            held = held + line.net
        if line.opening and gone is None and not shown:
            opening = held
            continue
        if query.first is not None and line.on < query.first.first:
            opening = held
            continue
        if gone is not None and (line.opening or not query.show_struck):
            continue
        shown.append(
            SolidarityRow(
                line.entry,
                line.on,
                line.number,
                line.description,
                names.get(line.person or 0),
                line.dues,
                line.set_aside,
                line.paid,
                None if gone else held,
                gone is not None,
                replaced.get(EntryId(line.entry)),
                gone.replaced_by_number if gone else None,
            )
        )
    standing = [one for one in shown if not one.struck]
    return SolidarityPage(
        opening,
        tuple(shown),
        Rupiah(sum(one.dues for one in standing)),
        Rupiah(sum(one.set_aside for one in standing)),
        Rupiah(sum(one.paid for one in standing)),
        held,
    )


def rows(reading: Reading, month: Month | None) -> list[dict[str, object]]:
    """Every line of the fund's book, by day, struck lines left out."""
    page = solidarity_book(reading, SolidarityBook(month, month, show_struck=False))
    return [
        {
            "date": row.on.isoformat(),
            "number": row.number,
            "description": row.description,
            "person": row.name,
            "dues": int(row.dues),
            "set_aside": int(row.set_aside),
            "paid": int(row.paid),
            "balance": int(row.balance or 0),
        }
        for row in page.rows
    ]


# ---- what it gave, and how it stands


def benefits(reading: Reading, query: Benefits) -> tuple[BenefitRow, ...]:
    """See `Benefits`."""
    wanted = (
        select(
            entry.c.id,
            entry.c.series,
            entry.c.year,
            entry.c.seq,
            entry.c.date,
            person.c.id.label("person"),
            person.c.name,
            person.c.standing,
            benefit_rule.c.event,
            decision.c.label,
            func.sum(posting.c.amount).label("amount"),
        )
        .select_from(benefit)
        .join(entry, entry.c.id == benefit.c.entry)
        .join(person, person.c.id == benefit.c.person)
        .join(benefit_rule, benefit_rule.c.id == benefit.c.rule)
        .join(posting, (posting.c.entry == entry.c.id) & posting.c.account.in_(fund_accounts(reading)))
        .outerjoin(decision, decision.c.id == entry.c.decision)
        .where(struck.standing())
        .group_by(entry.c.id)
        .order_by(entry.c.date, entry.c.id)
    )
    if query.first is not None:
        wanted = wanted.where(entry.c.date >= query.first.first.isoformat())
    if query.last is not None:
        wanted = wanted.where(entry.c.date <= query.last.last.isoformat())
    return tuple(
        BenefitRow(
            row.id,
            date.fromisoformat(row.date),
            str(BuktiNumber(row.series, row.year, row.seq)),
            row.person,
            row.name,
            row.standing == "member",
            row.event,
            Rupiah(int(row.amount)),
            row.label,
        )
        for row in reading.connection.execute(wanted)
    )


def solidarity_fund(reading: Reading, query: SolidarityFund) -> FundState:
    """See `SolidarityFund`."""
    at = query.at or reading.today
    return FundState(
        -balances.of(reading.connection, *fund_accounts(reading), at=at),
        balances.of(reading.connection, *fund_boxes(reading), at=at),
        dues_grid(reading, DuesGrid(at.year, query.at)),
    )


# ---- checks and attention


def fund_ties(reading: Reading) -> Iterator[Sentence]:
    """Months tie to what was paid for them; each benefit is what its entry took of the fund, for that person, in its bounds."""
    yield from book_of_dues.ties(reading, DuesFund.SOLIDARITY)
    by_id = {one.id: one for one in kinds(reading)}
    accounts = fund_accounts(reading)
    taken = (
        select(func.coalesce(func.sum(posting.c.amount), 0))
        .where(posting.c.entry == benefit.c.entry, posting.c.person == benefit.c.person, posting.c.account.in_(accounts))
        .scalar_subquery()
    )
    given = (
        select(benefit.c.rule, entry.c.series, entry.c.year, entry.c.seq, entry.c.date, taken)
        .join(entry, entry.c.id == benefit.c.entry)
        .order_by(entry.c.id)
    )
    for rule, series, year, seq, on, amount in reading.connection.execute(given):
        kind, number = by_id[rule], str(BuktiNumber(series, year, seq))
        values = {"number": number, "event": kind.event, "amount": Rupiah(int(amount))}
        if amount <= 0:
            yield Sentence(N_("{number} gives nothing from the fund for {event}."), values)
        elif kind.ceiling is not None and amount > kind.ceiling:
            yield Sentence(N_("{number} gives {amount} for {event}, more than its ceiling."), values)
        elif on < kind.since.isoformat():
            yield Sentence(N_("{number} gives for {event} before the group decided on it."), values)


def behind_with_dues(reading: Reading) -> Iterable[Attention]:
    """Members who have not paid dues of months that are over."""
    paid = book_of_dues.paid(reading.connection, DuesFund.SOLIDARITY, at=reading.today)
    members, late = behind(history(rules(reading)), payers(reading), paid, month_at(reading, None))
    if members:
        values = {"number": members, "amount": late}
        title = Sentence(N_("{number} members are behind with the solidarity dues"), values)
        yield Attention("dues_late", title, Sentence(N_("{amount} together"), values), "iks", places.SolidarityFund("grid"))


def fund_elsewhere(reading: Reading) -> Iterable[Attention]:
    """Money of the fund that lies in other places, or other money in its box."""
    held = -balances.of(reading.connection, *fund_accounts(reading))
    box = balances.of(reading.connection, *fund_boxes(reading))
    if held != box:
        values = {"amount": abs(held - box)}
        message = (
            N_("{amount} of the solidarity fund lies in another place")
            if held > box
            else N_("{amount} of other money lies in the solidarity box")
        )
        detail = Sentence(N_("The fund holds {held}, its box {box}."), {"held": held, "box": box})
        yield Attention("fund_elsewhere", Sentence(message, values), detail, "iks", places.SolidarityFund())
