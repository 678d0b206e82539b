"""The three statements, made of plain figures (accounting.md 9). Figures come in as the ledger signs them, debit positive.

What goes out is signed for reading: assets and costs positive as debits, liabilities, equity and income positive as credits,
cash flows positive where money came in. The columns of a statement are whatever its maker compares: months, units, years.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Generic, TypeVar

from kubebuku.domain.accounts import (
    ADVANCE,
    EQUIPMENT,
    GOODS_GAIN,
    HONORARIUM,
    LIVESTOCK,
    MAINTENANCE,
    MATERIALS,
    OTHER_COST,
    OTHER_INCOME,
    OUTSIDE_LOAN,
    OWED_TO_PEOPLE,
    PAYABLE,
    PREPAID,
    RECEIVABLE,
    REFRESHMENTS,
    RESULT_SHARED,
    REVOLVING_AID,
    SALES,
    STATIONERY,
    STOCK,
    TRANSPORT,
    WAGES,
    Account,
    CashflowClass,
    Chart,
    Kind,
)
from kubebuku.domain.money import Rupiah, split
from kubebuku.domain.text import N_, Sentence

K = TypeVar("K", bound=Hashable)

#: What accounts hold or have moved, by code, debit positive.
Figures = Mapping[str, int]

#: Accounts on which something is owed because of what an entry bought, and on which it was bought (accounting.md 9).
DEBTS = frozenset({PAYABLE, OWED_TO_PEOPLE, REVOLVING_AID, OUTSIDE_LOAN})
BOUGHT = frozenset({STOCK, LIVESTOCK, PREPAID, EQUIPMENT, MATERIALS, WAGES, TRANSPORT, STATIONERY, REFRESHMENTS, MAINTENANCE}) | {
    HONORARIUM,
    OTHER_COST,
}
#: The other side of the same: a claim made because of what an entry sold.
CLAIMS = frozenset({RECEIVABLE, ADVANCE})
SOLD = frozenset({STOCK, LIVESTOCK, EQUIPMENT, SALES, OTHER_INCOME, GOODS_GAIN})


class Role(Enum):
    """What a row of a statement is, for whoever draws it. A heading has no figures; a part tells what the derived row above it
    is made of, and counts in no total.
    """

    HEADING = "heading"
    ACCOUNT = "account"
    DERIVED = "derived"
    PART = "part"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Row(Generic[K]):
    """One line. `code` is the account's, or a stable word for what is summed or derived; `label` a name or words to be spoken."""

    code: str
    label: str | Sentence
    level: int
    role: Role
    amounts: Mapping[K, Rupiah]


@dataclass(frozen=True, slots=True)
class PositionFigures:
    """Every account by code at the end of a day, debit positive; `year_before` what the result accounts held at the end of
    the year before it, from which the two lines of the result come.
    """

    balances: Figures
    year_before: Figures


@dataclass(frozen=True, slots=True)
class CashFigures:
    """All boxes together before a span and after it, and what came in (positive) and went out by account between."""

    opening: int
    flows: Figures
    closing: int


# ------------------------------------------------------------------------------------------------------------ position


def position(chart: Chart, columns: Mapping[K, PositionFigures], *, language: str = "id") -> list[Row[K]]:
    """Posisi keuangan. The result not yet closed stands in two lines under equity, the accounts it comes from do not."""
    balances = {key: figures.balances for key, figures in columns.items()}
    rows: list[Row[K]] = []
    assets = _section(rows, chart, balances, Kind.ASSET, language, (), _TOTALS[Kind.ASSET])
    liabilities = _section(rows, chart, balances, Kind.LIABILITY, language, (), _TOTALS[Kind.LIABILITY])
    before = {key: figures.year_before for key, figures in columns.items()}
    this_year = {key: _moved(balances[key], before[key]) for key in columns}
    derived = (
        *_derived(chart, before, "result_earlier", N_("Result of earlier years, not yet closed"), _OF_EARLIER),
        *_derived(chart, this_year, "result_current", N_("Result of the current year"), _OF_CURRENT),
    )
    equity = _section(rows, chart, balances, Kind.EQUITY, language, derived, _TOTALS[Kind.EQUITY])
    both = {key: liabilities[key] + equity[key] for key in assets}
    rows.append(Row("liabilities_and_equity", Sentence(N_("Total liabilities and equity")), 0, Role.TOTAL, both))
    return rows


_OF_EARLIER = (N_("Result of earlier years by the income statement"), N_("Of it set aside or shared"))
_OF_CURRENT = (N_("Result of the current year by the income statement"), N_("Set aside or shared this year"))


def _moved(now: Figures, before: Figures) -> dict[str, int]:
    return {code: now.get(code, 0) - before.get(code, 0) for code in (*now, *(code for code in before if code not in now))}


def _derived(chart: Chart, columns: Mapping[K, Figures], code: str, label: str, of: tuple[str, str]) -> Iterator[Row[K]]:
    """A result less what was shared of it; where something was, both follow as its parts (`earned`, `shared`)."""
    earned = {key: _sum(figures, lambda one: chart[one].kind.is_result) for key, figures in columns.items()}
    shared = {key: _sum(figures, lambda one: chart[one].base == RESULT_SHARED) for key, figures in columns.items()}
    yield Row(code, Sentence(label), 1, Role.DERIVED, {key: earned[key] + shared[key] for key in columns})
    if any(shared.values()):
        yield Row(f"{code}_earned", Sentence(of[0]), 2, Role.PART, earned)
        yield Row(f"{code}_shared", Sentence(of[1]), 2, Role.PART, shared)


def _sum(figures: Figures, wanted: Callable[[str], bool]) -> Rupiah:
    return Rupiah(-sum(amount for code, amount in figures.items() if wanted(code)))


def taken_apart(rows: Iterable[Row[K]]) -> list[Row[K]]:
    """The rows with each derived one that has parts replaced by them: for a table in which every line is summed."""
    found: list[Row[K]] = []
    for row in rows:
        if row.role is not Role.PART:
            found.append(row)
            continue
        if found[-1].role is Role.DERIVED and row.code.startswith(f"{found[-1].code}_"):
            found.pop()
        found.append(replace(row, level=1))
    return found


# -------------------------------------------------------------------------------------------------------------- income


def income(chart: Chart, columns: Mapping[K, Figures], *, language: str = "id") -> list[Row[K]]:
    """Laba rugi: income, costs, and what is left."""
    rows: list[Row[K]] = []
    earned = _section(rows, chart, columns, Kind.INCOME, language, (), _TOTALS[Kind.INCOME])
    costs = _section(rows, chart, columns, Kind.COST, language, (), _TOTALS[Kind.COST])
    left = {key: earned[key] - costs[key] for key in columns}
    rows.append(Row("result", Sentence(N_("Result of the period")), 0, Role.TOTAL, left))
    return rows


def spread(units: Mapping[int | None, Figures], key: Mapping[int, int], chart: Chart) -> dict[int | None, dict[str, int]]:
    """The figures of each unit with the costs of *Umum* (None) shared out by the group's `key`, to the rupiah.

    `key` gives a weight to each unit that bears a part; units without one bear none. Income without a unit stays Umum.
    Raises ValueError where no weight is above zero.
    """
    shared: dict[int | None, dict[str, int]] = {unit: dict(figures) for unit, figures in units.items()}
    common = shared.get(None, {})
    for code in [code for code in common if chart[code].kind is Kind.COST]:
        parts = split(Rupiah(common.pop(code)), list(key.values()))
        for unit, part in zip(key, parts, strict=True):
            if part:
                bearing = shared.setdefault(unit, {})
                bearing[code] = bearing.get(code, 0) + part
    if not common:
        shared.pop(None, None)
    return shared


# ----------------------------------------------------------------------------------------------------------- cash flow


def netting(lines: Iterable[tuple[str, int]], chart: Chart) -> dict[str, int]:
    """What a debt made in an entry takes off what was bought with it, as corrections of its flows that sum to nil.

    Equipment of 1.000 paid with 400 and a debt of 600 is a flow of -400, not -1.000 and +600. A claim made for what was
    sold is the same on the other side. `lines` are the entry's (account, amount), debit positive; shares are by weight.
    """
    totals: dict[str, int] = {}
    for code, amount in lines:
        totals[code] = totals.get(code, 0) + amount
    corrections: dict[str, int] = {}
    for owed, traded, sign in ((DEBTS, BOUGHT, 1), (CLAIMS, SOLD, -1)):
        made = {code: -sign * amount for code, amount in totals.items() if chart[code].base in owed and sign * amount < 0}
        goods = {code: sign * amount for code, amount in totals.items() if chart[code].base in traded and sign * amount > 0}
        both = min(sum(made.values()), sum(goods.values()))
        if both > 0:
            for side, turn in ((made, -sign), (goods, sign)):
                for code, part in zip(side, split(Rupiah(both), list(side.values())), strict=True):
                    corrections[code] = corrections.get(code, 0) + turn * part
    return corrections


#: The classes in the order of the statement: code of the total, heading, total.
_CLASSES = (
    (CashflowClass.OPERATING, N_("Business and savings-loan activities"), N_("Cash from business and savings-loan activities")),
    (CashflowClass.INVESTING, N_("Equipment"), N_("Cash from equipment")),
    (CashflowClass.FINANCING, N_("Capital, aid and loans from outside"), N_("Cash from capital, aid and loans from outside")),
    (CashflowClass.TRUST, N_("Funds held in trust"), N_("Cash of funds held in trust")),
)


def cashflow(chart: Chart, columns: Mapping[K, CashFigures], *, language: str = "id") -> list[Row[K]]:
    """Arus kas, direct: flows by class, the change, and all boxes together before and after; money that came in is positive."""
    rows: list[Row[K]] = []
    flows = {key: figures.flows for key, figures in columns.items()}
    change = dict.fromkeys(columns, Rupiah(0))
    for which, heading, total in _CLASSES:
        rows.append(Row(f"{which.value}_heading", Sentence(heading), 0, Role.HEADING, {}))
        there = _accounts(chart, flows, _in_class(which))
        rows += [_account_row(account, flows, 1, language) for account in there]
        sums = {key: Rupiah(sum(flows[key].get(account.code, 0) for account in there)) for key in columns}
        rows.append(Row(which.value, Sentence(total), 0, Role.TOTAL, sums))
        change = {key: change[key] + sums[key] for key in columns}
    rows.append(Row("change", Sentence(N_("Change of all boxes together")), 0, Role.TOTAL, change))
    opening = {key: Rupiah(figures.opening) for key, figures in columns.items()}
    closing = {key: Rupiah(figures.closing) for key, figures in columns.items()}
    rows.append(Row("opening", Sentence(N_("All boxes at the beginning")), 0, Role.TOTAL, opening))
    rows.append(Row("closing", Sentence(N_("All boxes at the end")), 0, Role.TOTAL, closing))
    return rows


def _in_class(which: CashflowClass) -> Callable[[Account], bool]:
    return lambda account: (account.cashflow or CashflowClass.OPERATING) is which


# ------------------------------------------------------------------------------------------------------------- sections

_HEADINGS = {Kind.ASSET: "1000", Kind.LIABILITY: "2000", Kind.EQUITY: "3000", Kind.INCOME: "4000", Kind.COST: "5000"}
_TOTALS = {
    Kind.ASSET: ("assets", N_("Total assets")),
    Kind.LIABILITY: ("liabilities", N_("Total liabilities")),
    Kind.EQUITY: ("equity", N_("Total equity")),
    Kind.INCOME: ("income", N_("Total income")),
    Kind.COST: ("costs", N_("Total costs")),
}


def _accounts(chart: Chart, columns: Mapping[K, Figures], wanted: Callable[[Account], bool]) -> list[Account]:
    """The accounts with a figure in some column, nil included, in the order of the chart."""
    used = {code for figures in columns.values() for code in figures}
    return [account for account in chart if account.code in used and wanted(account)]


def _account_row(account: Account, columns: Mapping[K, Figures], sign: int, language: str) -> Row[K]:
    amounts = {key: Rupiah(sign * figures.get(account.code, 0)) for key, figures in columns.items()}
    return Row(account.code, account.label(language), 1 if account.parent is None else 2, Role.ACCOUNT, amounts)


def _section(
    rows: list[Row[K]],
    chart: Chart,
    columns: Mapping[K, Figures],
    kind: Kind,
    language: str,
    derived: Sequence[Row[K]],
    total: tuple[str, str],
) -> dict[K, Rupiah]:
    """Add heading, accounts, derived lines and total of a kind to `rows`; returns the total."""
    heading = chart[_HEADINGS[kind]]
    rows.append(Row(heading.code, heading.label(language), 0, Role.HEADING, {}))
    shown = [
        _account_row(account, columns, kind.sign, language)
        for account in _accounts(chart, columns, lambda account: account.kind is kind and account.base != RESULT_SHARED)
    ]
    shown += derived
    sums = {key: Rupiah(sum(row.amounts[key] for row in shown if row.role is not Role.PART)) for key in columns}
    rows += shown
    rows.append(Row(total[0], Sentence(total[1]), 0, Role.TOTAL, sums))
    return sums


def amounts_of(rows: Iterable[Row[K]], code: str) -> Mapping[K, Rupiah]:
    """The figures of the row with that code; raises KeyError where the statement has none."""
    for row in rows:
        if row.code == code and row.role is not Role.HEADING:
            return row.amounts
    raise KeyError(code)
