"""Posisi keuangan, laba rugi (whole and by business), arus kas, perubahan ekuitas: two columns, the figures from the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from sqlalchemy import func, select

from kubebuku.domain import statements as domain_statements
from kubebuku.domain.accounts import CashflowClass, Kind
from kubebuku.domain.money import Rupiah
from kubebuku.domain.statements import CashFigures, Role
from kubebuku.domain.statements import Row as StatementRow
from kubebuku.domain.text import N_
from kubebuku.i18n import _, joined, language, long_date, month_name, rupiah, say
from kubebuku.ledger import journal, statements, struck
from kubebuku.ledger.tables import posting
from kubebuku.reports.document import Block, Gap, Paragraph, Part
from kubebuku.reports.frame import Frame
from kubebuku.reports.phrases import phrase
from kubebuku.reports.table import Column, Formula, Row, Sum, Table, group, subtotal, total
from kubebuku.reports.unit_results import first_month, results

K = TypeVar("K")

#: Totals that sum other totals rather than the lines above them: what is added, what is taken away.
SUMS: Mapping[str, Sum] = {
    "liabilities_and_equity": Sum(of=("liabilities", "equity")),
    "result": Sum(of=("income",), minus=("costs",)),
    "change": Sum(of=("operating", "investing", "financing", "trust")),
    "closing": Sum(of=("change", "opening")),
}
#: The classes of the cash flow statement; an idle one is left out.
CLASSES = frozenset(one.value for one in CashflowClass)
#: Totals that are given, not summed.
GIVEN = frozenset({"opening"})


def build(frame: Frame) -> tuple[Part, ...]:
    """In the usual order; the changes in equity stand under the income statement where there is room."""
    return (position(frame), income(frame), equity(frame), *income_by_unit(frame), cashflow(frame))


def _columns(*titles: str) -> tuple[Column, ...]:
    return (
        Column("what", "", width=96),
        *(Column(f"c{index}", f"{title}\n(Rp)", "money", 42) for index, title in enumerate(titles)),
    )


def statement_table(rows: Sequence[StatementRow[str]], keys: Sequence[str], titles: Sequence[str]) -> Table:
    """A statement of the ledger as it is printed: lines that are nil in every column are left out, totals stay."""
    lines: list[Row] = []
    totals: list[Row] = []
    for row in _with_something(domain_statements.taken_apart(rows), keys):
        label = row.label if isinstance(row.label, str) else say(row.label)
        amounts = tuple(row.amounts.get(key, Rupiah(0)) for key in keys)
        if row.role is Role.HEADING:
            lines.append(group(label))
        elif row.role is Role.TOTAL:
            _total(row.code, label, amounts, lines, totals)
        elif any(amounts):
            lines.append(Row((label, *amounts), level=row.level))
    return Table(_columns(*titles), tuple(lines), totals=tuple(totals), style="statement")


def _with_something(rows: Sequence[StatementRow[str]], keys: Sequence[str]) -> list[StatementRow[str]]:
    """The rows without those of a class of cash flows in which nothing flowed."""
    idle = {
        row.code for row in rows if row.role is Role.TOTAL and row.code in CLASSES and not any(row.amounts[key] for key in keys)
    }
    kept = []
    skipping = False
    for row in rows:
        if row.role is Role.HEADING:
            skipping = row.code.removesuffix("_heading") in idle
        if not skipping:
            kept.append(row)
        if row.role is Role.TOTAL:
            skipping = False
    return kept


def _total(code: str, label: str, amounts: Sequence[Rupiah], lines: list[Row], totals: list[Row]) -> None:
    cells = (None, *amounts)
    if code in GIVEN:
        totals.append(total(label, cells, key=code))
    elif code in SUMS:
        totals.append(total(label, cells, key=code, summed=SUMS[code]))
    else:
        lines.append(subtotal(label, cells, key=code))


# ------------------------------------------------------------------------------------------------------------ position


def position(frame: Frame) -> Part:
    """What there is and whose it is, beside the end of the month before."""
    rows = domain_statements.position(frame.reading.chart, frame.positions, language=language())
    before = phrase(N_("Opening\n{day}"), day=frame.reading.facts.opened) if frame.opens_book else long_date(frame.day_before)
    table = statement_table(rows, ("now", "before"), (long_date(frame.until), before))
    signatures = frame.group.signatures(frame.signed_on, witnesses=False)
    return Part(
        "statements-position",
        _("Statement of position"),
        (table, signatures),
        captions=(phrase(N_("On {day}"), day=frame.until),),
    )


# -------------------------------------------------------------------------------------------------------------- income


def income(frame: Frame) -> Part:
    """The month and the year so far."""
    reading, first = frame.reading, first_month(frame)
    months = statements.income_figures(reading.connection, reading.chart, first, frame.month)
    figures, titles = spans(frame, dict(months[str(frame.month)]), summed(months.values()))
    table = statement_table(domain_statements.income(reading.chart, figures, language=language()), list(figures), titles)
    return Part("statements-income", _("Income statement"), (table,))


def year_so_far(frame: Frame) -> str:
    """Sejak Januari 2026."""
    return phrase(N_("Since {month}"), month=first_month(frame))


def spans(frame: Frame, month: K, year: K) -> tuple[dict[str, K], list[str]]:
    """The columns of a statement of the month and of the year so far, with their titles; one where both are the same."""
    if first_month(frame) == frame.month:
        return {"month": month}, [month_name(frame.month)]
    return {"month": month, "year": year}, [month_name(frame.month), year_so_far(frame)]


def summed(months: Iterable[Mapping[str, int]]) -> dict[str, int]:
    """The figures of several months together."""
    together: dict[str, int] = {}
    for figures in months:
        for code, amount in figures.items():
            together[code] = together.get(code, 0) + amount
    return together


#: Businesses side by side: upright, lying down; more go into a second table.
UPRIGHT, LYING = 3, 7


def income_by_unit(frame: Frame) -> tuple[Part, ...]:
    """The month's income and costs with a column for each business, general costs apart or shared out; none for a single one."""
    figures, said = by_unit(frame)
    there = [(str(one.unit), one.label, figures[one.unit]) for one in results(frame) if any(figures.get(one.unit, {}).values())]
    if len(there) < 2:
        return ()
    by_key = {key: held for key, _label, held in there}
    rows = domain_statements.income(frame.reading.chart, {**by_key, "all": summed(by_key.values())}, language=language())
    columns = [(key, label) for key, label, _held in there]
    blocks: list[Block] = []
    for at in range(0, len(columns), LYING):
        chunk = columns[at : at + LYING]
        whole = len(columns) <= LYING
        if not whole and at + LYING >= len(columns):
            chunk = [*chunk, ("all", _("All together"))]
        blocks.append(_units_table(rows, chunk, whole=whole))
        blocks.append(Gap(3))
    blocks.append(Paragraph(said, small=True))
    title = _("Income statement by business")
    lying = len(columns) > UPRIGHT
    return (Part("statements-units", title, tuple(blocks), landscape=lying, new_page=lying),)


def _units_table(rows: Sequence[StatementRow[str]], chunk: Sequence[tuple[str, str]], *, whole: bool) -> Table:
    table = statement_table(rows, [key for key, _label in chunk], [label for _key, label in chunk])
    if not whole:
        return table
    keys = tuple(column.key for column in table.columns if column.counts)
    together = Column("all", _("Together\n(Rp)"), "money", 42, across=Formula(plus=keys))

    def wider(row: Row) -> Row:
        if not row.cells:
            return row
        return replace(row, cells=(*row.cells, Rupiah(sum(cell for cell in row.cells if isinstance(cell, int)))))

    lines = tuple(wider(row) for row in table.rows)
    return replace(table, columns=(*table.columns, together), rows=lines, totals=tuple(wider(row) for row in table.totals))


def by_unit(frame: Frame) -> tuple[dict[int | None, dict[str, int]], str]:
    """The month's income and costs of each unit, and how costs without a business are treated."""
    reading = frame.reading
    figures = statements.income_by_unit(reading.connection, reading.chart, frame.month, frame.month)
    weights = _weights(frame, figures)
    if not weights:
        return figures, _("Costs of the group as a whole stand under General; they are not shared out over the businesses.")
    names = {unit.id: unit.label for unit in frame.units}
    parts = [f"{names[unit]} {rupiah(one)}" for unit, one in weights.items() if one]
    said = N_("Costs of the group as a whole are shared out by the income of each business: {parts}.")
    return domain_statements.spread(figures, weights, reading.chart), phrase(said, parts=joined(parts))


def _weights(frame: Frame, figures: Mapping[int | None, Mapping[str, int]]) -> dict[int, int]:
    """By what general costs are shared: the income of each unit; nothing where they stay apart or nobody earned."""
    if frame.settings.general_costs != "by_income":
        return {}
    chart = frame.reading.chart
    weights = {
        unit: max(0, -sum(amount for code, amount in one.items() if chart[code].kind is Kind.INCOME))
        for unit, one in figures.items()
        if unit is not None
    }
    return weights if any(weights.values()) else {}


# ----------------------------------------------------------------------------------------------------------- cash flow


def cashflow(frame: Frame) -> Part:
    """Where money came from and went, the month and the year so far."""
    reading, first = frame.reading, first_month(frame)
    months = statements.cash_figures(reading.connection, reading.chart, first, frame.month)
    all_months = list(months.values())
    year = CashFigures(all_months[0].opening, summed(one.flows for one in all_months), all_months[-1].closing)
    figures, titles = spans(frame, months[str(frame.month)], year)
    table = statement_table(domain_statements.cashflow(reading.chart, figures, language=language()), list(figures), titles)
    said = _("Money that only moves from one place to another does not count here, nor do opening balances and struck entries.")
    return Part("statements-cashflow", _("Cash flow statement"), (table, Paragraph(said, small=True)))


# -------------------------------------------------------------------------------------------------------------- equity


def equity(frame: Frame) -> Part:
    """How the group's own money grew or shrank in the month, by kind."""
    columns = (
        Column("what", "", width=72),
        Column("first", _("Start\n(Rp)"), "money", 27),
        Column("more", _("More\n(Rp)"), "money", 27),
        Column("less", _("Less\n(Rp)"), "money", 27),
        Column("last", _("End\n(Rp)"), "money", 27, across=Formula(plus=("first", "more"), minus=("less",))),
    )
    lines = [(label, figures) for label, figures in equity_lines(frame) if any(figures)]
    rows = tuple(Row((label, *figures), level=1) for label, figures in lines)
    sums = tuple(Rupiah(sum(figures[at] for _label, figures in lines)) for at in range(4))
    table = Table(columns, rows, totals=(total(_("Total equity"), (None, *sums), summed=Sum()),), style="statement")
    return Part(
        "statements-equity",
        _("Changes in equity"),
        (table,),
        new_page=False,
    )


def equity_lines(frame: Frame) -> list[tuple[str, tuple[Rupiah, Rupiah, Rupiah, Rupiah]]]:
    """Each account of equity and the two derived results: start, more, less, end, credit positive."""
    before, now = frame.positions["before"], frame.positions["now"]
    rows = domain_statements.position(frame.reading.chart, frame.positions, language=language())
    moved = _moved(frame)
    found = []
    for row in domain_statements.taken_apart(rows):
        is_account = row.role is Role.ACCOUNT and frame.reading.chart[row.code].kind is Kind.EQUITY
        if is_account:
            first, last = Rupiah(-before.balances.get(row.code, 0)), Rupiah(-now.balances.get(row.code, 0))
            more, less = moved.get(row.code, (Rupiah(0), Rupiah(0)))
            found.append((row.label if isinstance(row.label, str) else say(row.label), (first, more, less, last)))
        elif row.role in {Role.DERIVED, Role.PART}:
            first, last = row.amounts["before"], row.amounts["now"]
            more, less = _of_result(frame, last - first, earns=row.code in _EARNS)
            found.append((row.label if isinstance(row.label, str) else say(row.label), (first, more, less, last)))
    return found


def _moved(frame: Frame) -> dict[str, tuple[Rupiah, Rupiah]]:
    """For each account of equity what entries of the month added to it and took from it; the opening stands before."""
    connection = frame.reading.connection
    codes = [account.code for account in frame.reading.chart if account.kind is Kind.EQUITY]
    opening = journal.opening_entry(connection) if frame.opens_book else None
    query = (
        select(posting.c.account, func.sum(posting.c.amount))
        .where(
            posting.c.account.in_(codes),
            posting.c.date.between(frame.month.first.isoformat(), frame.until.isoformat()),
            posting.c.entry.not_in(struck.ids()),
            posting.c.entry != (opening or 0),
        )
        .group_by(posting.c.entry, posting.c.account)
    )
    moved: dict[str, tuple[Rupiah, Rupiah]] = {}
    for code, amount in connection.execute(query):
        more, less = moved.get(code, (Rupiah(0), Rupiah(0)))
        moved[code] = (more - min(amount, 0), less + max(amount, 0))
    return moved


#: The line to which the month's result is added.
_EARNS = frozenset({"result_current", "result_current_earned"})


def _of_result(frame: Frame, change: Rupiah, *, earns: bool) -> tuple[Rupiah, Rupiah]:
    """The month's result, and what was shared of it or closed into last year's."""
    reading = frame.reading
    figures = statements.income_figures(reading.connection, reading.chart, frame.month, frame.month)[str(frame.month)]
    earned = -sum(figures.values()) if earns else 0
    rest = int(change) - earned
    return Rupiah(max(earned, 0) + max(rest, 0)), Rupiah(max(-earned, 0) + max(-rest, 0))
