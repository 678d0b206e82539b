"""The figures of the statements, summed from the postings each time (accounting.md 9).

A year's closing and its reversal count in the position only: income statement, units and cash flow leave both out. Struck
pairs sum to nil everywhere and are left out of the cash flow by name, since each half moves money.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, Select, func, select

from kubebuku.domain import statements
from kubebuku.domain.accounts import Chart
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import CLOSING, OPENING
from kubebuku.domain.statements import CashFigures, PositionFigures, Row
from kubebuku.ledger import balances, struck
from kubebuku.ledger.tables import entry, kube, posting


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement with a column for each month (``YYYY-MM``) of a span."""

    columns: tuple[str, ...]
    rows: tuple[Row[str], ...]


def position(connection: Connection, chart: Chart, first: Month, last: Month, *, language: str = "id") -> Statement:
    """Posisi keuangan at the end of each month, both ends included; assets, liabilities and equity positive."""
    figures = position_figures(connection, first, last)
    return Statement(tuple(figures), tuple(statements.position(chart, figures, language=language)))


def income(connection: Connection, chart: Chart, first: Month, last: Month, *, language: str = "id") -> Statement:
    """Laba rugi of each month, both ends included, the whole group together; closings of a year and struck pairs left out."""
    figures = income_figures(connection, chart, first, last)
    return Statement(tuple(figures), tuple(statements.income(chart, figures, language=language)))


def cashflow(connection: Connection, chart: Chart, first: Month, last: Month, *, language: str = "id") -> Statement:
    """Arus kas of each month, both ends included, all boxes together (accounting.md 9); money that came in is positive."""
    figures = cash_figures(connection, chart, first, last)
    return Statement(tuple(figures), tuple(statements.cashflow(chart, figures, language=language)))


# ------------------------------------------------------------------------------------------------------------- figures

_MONTH = func.substr(posting.c.date, 1, 7)


def position_figures(connection: Connection, first: Month, last: Month) -> dict[str, PositionFigures]:
    """For each month: every account at its end, and at the end of the year before it. Every entry counts."""
    query = select(posting.c.account, _MONTH, func.sum(posting.c.amount)).where(posting.c.date <= last.last.isoformat())
    moved: dict[str, dict[str, int]] = {}
    for code, month, amount in connection.execute(query.group_by(posting.c.account, _MONTH)):
        moved.setdefault(month, {})[code] = amount
    months = [str(month) for month in first.until(last)]
    wanted = sorted({*months, *(_year_before(month) for month in months)})
    held: dict[str, dict[str, int]] = {}
    running: dict[str, int] = {}
    waiting = sorted(moved, reverse=True)
    for month in wanted:
        while waiting and waiting[-1] <= month:
            for code, amount in moved[waiting.pop()].items():
                running[code] = running.get(code, 0) + amount
        held[month] = dict(running)
    return {month: PositionFigures(held[month], held[_year_before(month)]) for month in months}


def _year_before(month: str) -> str:
    return f"{int(month[:4]) - 1:04d}-12"


def income_figures(connection: Connection, chart: Chart, first: Month, last: Month) -> dict[str, dict[str, int]]:
    """For each month: the movement of every income and cost account, debit positive."""
    query = select(posting.c.account, _MONTH, func.sum(posting.c.amount)).where(*_results(connection, chart, first, last))
    figures: dict[str, dict[str, int]] = {str(month): {} for month in first.until(last)}
    for code, month, amount in connection.execute(query.group_by(posting.c.account, _MONTH)):
        figures[month][code] = amount
    return figures


def income_by_unit(connection: Connection, chart: Chart, first: Month, last: Month) -> dict[int | None, dict[str, int]]:
    """For each unit, and None for *Umum*: the movement of its income and cost accounts from `first` to `last`."""
    bearer = balances.bearing_unit(connection)
    query = select(bearer, posting.c.account, func.sum(posting.c.amount)).where(*_results(connection, chart, first, last))
    figures: dict[int | None, dict[str, int]] = {}
    for unit, code, amount in connection.execute(query.group_by(bearer, posting.c.account)):
        figures.setdefault(unit, {})[code] = amount
    return figures


def _results(connection: Connection, chart: Chart, first: Month, last: Month) -> list[ColumnElement[bool]]:
    """Postings of income and costs in the span, without a year's closing."""
    codes = [account.code for account in chart if account.kind.is_result]
    narrowed: list[ColumnElement[bool]] = [posting.c.account.in_(codes), *_within(first, last)]
    closings = _on_days(connection, CLOSING, (f"{year:04d}-12-31" for year in range(first.year, last.year + 1)))
    if closings:
        closings += connection.execute(select(entry.c.id).where(entry.c.reverses.in_(closings))).scalars()
        narrowed.append(posting.c.entry.not_in(closings))
    return narrowed


def _on_days(connection: Connection, kind: str, days: Iterable[str]) -> list[int]:
    """The entries of a kind on the days where the rules place it: kinds have no index, days do."""
    return list(connection.execute(select(entry.c.id).where(entry.c.kind == kind, entry.c.date.in_(tuple(days)))).scalars())


# ----------------------------------------------------------------------------------------------------------- cash flow


def cash_figures(connection: Connection, chart: Chart, first: Month, last: Month) -> dict[str, CashFigures]:
    """For each month: all boxes together before it, flows by account, and after it. The opening counts as what was there."""
    boxes = tuple(box.code for box in chart.boxes)
    in_boxes = select(func.coalesce(func.sum(posting.c.amount), 0)).where(posting.c.account.in_(boxes))
    opened = date.fromisoformat(connection.execute(select(kube.c.opened)).scalar_one())
    beginnings = _on_days(connection, OPENING, [opened.isoformat()])
    flows = _flows(connection, chart, boxes, (first, last), beginnings)
    by_month = select(_MONTH, func.sum(posting.c.amount)).where(posting.c.account.in_(boxes), *_within(first, last))
    moved = {month: int(amount) for month, amount in connection.execute(by_month.group_by(_MONTH))}
    held = int(connection.execute(in_boxes.where(posting.c.date < first.first.isoformat())).scalar_one())
    standing = (posting.c.entry.in_(beginnings), posting.c.entry.not_in(struck.ids()))
    begun = int(connection.execute(in_boxes.where(*standing)).scalar_one())
    figures = {}
    for month in first.until(last):
        end = held + moved.get(str(month), 0)
        start = held + begun if month == Month.of(opened) else held
        figures[str(month)] = CashFigures(start, flows.get(str(month), {}), end)
        held = end
    return figures


def _within(first: Month, last: Month) -> tuple[ColumnElement[bool], ...]:
    return (posting.c.date >= first.first.isoformat(), posting.c.date <= last.last.isoformat())


def _flows(
    connection: Connection, chart: Chart, boxes: tuple[str, ...], span: tuple[Month, Month], left_out: list[int]
) -> dict[str, dict[str, int]]:
    """Postings outside the boxes, sign turned, of the entries that change all boxes together; by month and account."""
    changing = (
        select(posting.c.entry)
        .where(posting.c.account.in_(boxes), *_within(*span), posting.c.entry.not_in(struck.ids()))
        .group_by(posting.c.entry)
        .having(func.sum(posting.c.amount) != 0)
    )
    if left_out:
        changing = changing.where(posting.c.entry.not_in(left_out))
    outside = posting.c.account.not_in(boxes)
    flows: dict[str, dict[str, int]] = {}
    query = select(_MONTH, posting.c.account, func.sum(posting.c.amount)).where(outside, posting.c.entry.in_(changing))
    for month, code, amount in connection.execute(query.group_by(_MONTH, posting.c.account)):
        flows.setdefault(month, {})[code] = -int(amount)
    for month, lines in _on_credit(connection, chart, changing).values():
        for code, amount in statements.netting(lines, chart).items():
            flows[month][code] += amount
    return flows


def _on_credit(connection: Connection, chart: Chart, changing: Select[int]) -> Mapping[int, tuple[str, list[tuple[str, int]]]]:
    """The lines of those entries that make a debt or a claim beside moving money, which are few."""
    debts = [account.code for account in chart.under(*statements.DEBTS)]
    claims = [account.code for account in chart.under(*statements.CLAIMS)]
    made = select(posting.c.entry).where(
        (posting.c.account.in_(debts) & (posting.c.amount < 0)) | (posting.c.account.in_(claims) & (posting.c.amount > 0)),
        posting.c.entry.in_(changing),
    )
    found: dict[int, tuple[str, list[tuple[str, int]]]] = {}
    query = select(posting.c.entry, _MONTH, posting.c.account, posting.c.amount).where(posting.c.entry.in_(made))
    for id_, month, code, amount in connection.execute(query):
        found.setdefault(id_, (month, []))[1].append((code, amount))
    return found
