"""Income, costs, profit and capital of the businesses, summed from the postings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, func, select

from kubebuku.books.enterprise.capital import loans_between
from kubebuku.books.enterprise.queries import (
    CapitalByUnit,
    CapitalLine,
    EnterpriseBook,
    EnterpriseLine,
    EnterprisePage,
    EnterpriseRow,
    Enterprises,
    LentBetween,
    LentLine,
    MonthResult,
    ProfitByMonth,
    Recap,
    RecapLine,
    Result,
    UepRecap,
)
from kubebuku.domain.accounts import (
    AID_CAPITAL,
    MATERIALS,
    RESERVE,
    RESULT_SHARED,
    RESULT_UNSHARED,
    SALES,
    UNEXPLAINED,
)
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import CLOSING, OPENING, BuktiNumber, EntryId, UnitId
from kubebuku.domain.money import Rupiah
from kubebuku.domain.refusals import DimensionUnknown
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger import struck
from kubebuku.ledger.balances import bearing_unit
from kubebuku.ledger.tables import entry, posting, unit
from kubebuku.ledger.work import Reading


@dataclass(frozen=True, slots=True)
class Unit:
    """A business, or the built-in simpan pinjam."""

    id: UnitId
    label: str
    savings_loan: bool
    icon: str | None
    opened: date
    closed: date | None


def units(reading: Reading) -> list[Unit]:
    """All of them, in the order they were opened."""
    return [
        Unit(
            UnitId(row.id),
            row.label,
            row.kind == "simpan_pinjam",
            row.icon,
            date.fromisoformat(row.opened),
            date.fromisoformat(row.closed) if row.closed else None,
        )
        for row in reading.connection.execute(select(unit).order_by(unit.c.opened, unit.c.id))
    ]


def in_result(first: Month, last: Month) -> list[ColumnElement[bool]]:
    """Postings of income and costs that count in these months: neither struck nor of a year's closing.

    A year closes on 31 December (accounting.md 7): looking there only spares a look at every entry.
    """
    year_ends = [f"{year}-12-31" for year in range(first.year, last.year + 1)]
    return [
        posting.c.account >= "4",
        posting.c.account < "6",
        posting.c.date >= first.first.isoformat(),
        posting.c.date <= last.last.isoformat(),
        posting.c.entry.not_in(struck.ids()),
        posting.c.entry.not_in(select(entry.c.id).where(entry.c.date.in_(year_ends), entry.c.kind == CLOSING)),
    ]


def result_of(sums: Iterable[tuple[str, int]]) -> Result:
    """Income and costs from (account, signed sum)."""
    total = Result()
    for account, amount in sums:
        if account.startswith("4"):
            side = Result(sales=Rupiah(-amount)) if account.startswith(SALES) else Result(other_income=Rupiah(-amount))
        else:
            side = Result(materials=Rupiah(amount)) if account.startswith(MATERIALS) else Result(other_costs=Rupiah(amount))
        total = total + side
    return total


def results(reading: Reading, first: Month, last: Month) -> dict[tuple[UnitId | None, Month], Result]:
    """The result of each business in each month that has one; unit None is Umum."""
    month, bearer = func.substr(posting.c.date, 1, 7), bearing_unit(reading.connection)
    rows = (
        select(posting.c.account, bearer, month, func.sum(posting.c.amount))
        .where(*in_result(first, last))
        .group_by(posting.c.account, bearer, month)
    )
    sums: dict[tuple[UnitId | None, Month], list[tuple[str, int]]] = {}
    for account, of, when, amount in reading.connection.execute(rows):
        key = (None if of is None else UnitId(of), Month.parse(when))
        sums.setdefault(key, []).append((account, amount))
    return {key: result_of(found) for key, found in sums.items()}


def enterprises(reading: Reading, query: Enterprises) -> tuple[EnterpriseRow, ...]:
    """See `Enterprises`."""
    found = results(reading, Month(query.month.year, 1), query.month)
    capital = {line.unit: line.total for line in _capital(reading, query.month.last)}
    rows = []
    for one in units(reading):
        gone = one.closed is not None and one.closed < query.month.first
        if one.savings_loan or (gone and not query.with_closed):
            continue
        year = sum((result for (of, _), result in found.items() if of == one.id), Result())
        month = found.get((one.id, query.month), Result())
        rows.append(
            EnterpriseRow(one.id, one.label, one.icon, one.opened, one.closed, month, year, capital.get(one.id, Rupiah(0)))
        )
    return tuple(sorted(rows, key=lambda row: row.closed is not None and row.closed < query.month.first))


def enterprise_book(reading: Reading, query: EnterpriseBook) -> EnterprisePage:
    """See `EnterpriseBook`; raises DimensionUnknown for a business that is not there."""
    label = None
    if query.unit is not None:
        label = reading.connection.execute(select(unit.c.label).where(unit.c.id == query.unit)).scalar()
        if label is None:
            raise DimensionUnknown("unit", query.unit)
    earlier = results(reading, Month(query.month.year, 1), query.month.plus(-1)) if query.month.number > 1 else {}
    brought = sum((result for (of, _), result in earlier.items() if of == query.unit), Result()).profit
    rows = (
        select(
            entry.c.id,
            entry.c.series,
            entry.c.year,
            entry.c.seq,
            posting.c.date,
            entry.c.description,
            entry.c.kind,
            posting.c.account,
            posting.c.amount,
        )
        .join(entry, entry.c.id == posting.c.entry)
        .where(*in_result(query.month, query.month), bearing_unit(reading.connection).is_not_distinct_from(query.unit))
        .order_by(posting.c.date, entry.c.kind != OPENING, entry.c.id)
    )
    sums: dict[int, list[tuple[str, int]]] = {}
    heads: dict[int, tuple[date, str, str, str]] = {}
    for id_, series, year, seq, when, description, kind, account, amount in reading.connection.execute(rows):
        heads[id_] = (date.fromisoformat(when), str(BuktiNumber(series, year, seq)), description, kind)
        sums.setdefault(id_, []).append((account, amount))
    lines, balance, total = [], brought, Result()
    for no, (id_, (on, number, description, kind)) in enumerate(heads.items(), start=1):
        result = result_of(sums[id_])
        balance, total = balance + result.profit, total + result
        figures = (result.income, result.materials, result.other_costs, balance)
        lines.append(EnterpriseLine(no, EntryId(id_), on, number, description, kind, *figures))
    return EnterprisePage(query.unit, label, query.month, brought, tuple(lines), total, balance)


def profit_by_month(reading: Reading, query: ProfitByMonth) -> tuple[MonthResult, ...]:
    """See `ProfitByMonth`."""
    by_month: dict[Month, Result] = {}
    for (of, month), result in results(reading, query.first, query.last).items():
        if query.unit is None or of == query.unit:
            by_month[month] = by_month.get(month, Result()) + result
    return tuple(MonthResult(month, by_month.get(month, Result())) for month in query.first.until(query.last))


def uep_recap(reading: Reading, query: UepRecap) -> Recap:
    """See `UepRecap`."""
    found: dict[UnitId | None, Result] = {}
    for (of, _), result in results(reading, query.first, query.last).items():
        found[of] = found.get(of, Result()) + result
    lines, lending = [], []
    for one in units(reading):
        line = RecapLine(one.id, one.label, one.savings_loan, found.get(one.id, Result()), one.icon)
        gone = one.opened > query.last.last or (one.closed is not None and one.closed < query.first.first)
        if one.savings_loan:
            lending.append(line)
        elif one.id in found or not gone:
            lines.append(line)
    general = RecapLine(None, None, savings_loan=False, result=found.get(None, Result()))
    return Recap((*lines, general, *lending), sum(found.values(), Result()))


def units_sum_to_whole(reading: Reading) -> Iterable[Sentence]:
    """In each year the results of all businesses, Umum and simpan pinjam together are that of the whole group."""
    year = func.substr(posting.c.date, 1, 4)
    whole = (
        select(year, func.sum(posting.c.amount))
        .join(entry, entry.c.id == posting.c.entry)
        .where(posting.c.account >= "4", posting.c.account < "6", entry.c.kind != CLOSING)
        .where(entry.c.reverses.is_(None) | entry.c.reverses.not_in(select(entry.c.id).where(entry.c.kind == CLOSING)))
        .group_by(year)
    )
    for when, amount in reading.connection.execute(whole):
        recap = uep_recap(reading, UepRecap(Month(int(when), 1), Month(int(when), 12)))
        parts = sum((line.result for line in recap.lines), Result()).profit
        if parts != -amount:
            values = {"year": when, "parts": parts, "whole": Rupiah(-amount)}
            yield Sentence(N_("In {year} the businesses together come to {parts}, the whole group to {whole}."), values)


# ------------------------------------------------------------------------------------------------------------- capital


def capital_by_unit(reading: Reading, query: CapitalByUnit) -> tuple[CapitalLine, ...]:
    """See `CapitalByUnit`."""
    return _capital(reading, query.at or reading.today)


def _capital(reading: Reading, at: date) -> tuple[CapitalLine, ...]:
    base = func.substr(posting.c.account, 1, 4)
    bearer = bearing_unit(reading.connection)
    rows = (
        select(base, bearer, func.sum(posting.c.amount))
        .where(posting.c.account >= AID_CAPITAL, posting.c.account < "6", posting.c.date <= at.isoformat())
        .group_by(base, bearer)
    )
    sums: dict[tuple[UnitId | None, str], int] = {}
    for account, of, amount in reading.connection.execute(rows):
        if account == UNEXPLAINED:
            continue
        name = account if account in (AID_CAPITAL, RESERVE, RESULT_UNSHARED) else "running"
        key = (None if of is None else UnitId(of), name)
        sums[key] = sums.get(key, 0) - amount
        if account == RESULT_SHARED:
            sums[key[0], account] = sums.get((key[0], account), 0) + amount
    borrowed: dict[UnitId, Rupiah] = {}
    for _, lender, borrower, amount in loans_between(reading, at):
        borrowed[borrower] = borrowed.get(borrower, Rupiah(0)) + amount
        borrowed[lender] = borrowed.get(lender, Rupiah(0)) - amount

    def line(of: UnitId | None, label: str | None, *, savings_loan: bool) -> CapitalLine:
        aid, reserve, unshared, run = (
            Rupiah(sums.get((of, name), 0)) for name in (AID_CAPITAL, RESERVE, RESULT_UNSHARED, "running")
        )
        lent = borrowed.get(of, Rupiah(0)) if of is not None else Rupiah(0)
        shared = Rupiah(sums.get((of, RESULT_SHARED), 0))
        return CapitalLine(of, label, savings_loan, aid, reserve - lent, lent, unshared, run, shared)

    known = [one for one in units(reading) if one.opened <= at]
    own = [line(one.id, one.label, savings_loan=False) for one in known if not one.savings_loan]
    lending = [line(one.id, one.label, savings_loan=True) for one in known if one.savings_loan]
    return (*own, line(None, None, savings_loan=False), *lending)


def lent_between(reading: Reading, query: LentBetween) -> tuple[LentLine, ...]:
    """See `LentBetween`."""
    labels = {one.id: one.label for one in units(reading)}
    found: dict[tuple[UnitId, UnitId], Rupiah] = {}
    for _, lender, borrower, amount in loans_between(reading, query.at or reading.today):
        found[lender, borrower] = found.get((lender, borrower), Rupiah(0)) + amount
    return tuple(
        LentLine(lender, labels[lender], borrower, labels[borrower], amount)
        for (lender, borrower), amount in found.items()
        if amount
    )
