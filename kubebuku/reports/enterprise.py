"""Buku UEP of each business with its profit and capital (domain.md 2.10), and the recap of all of them."""

from __future__ import annotations

from collections.abc import Sequence

from kubebuku.books.enterprise.queries import (
    CapitalByUnit,
    CapitalLine,
    EnterpriseBook,
    EnterprisePage,
    LentBetween,
    Result,
    UepRecap,
)
from kubebuku.books.group.queries import UnitRow
from kubebuku.domain.entries import UnitId
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_
from kubebuku.i18n import _, month_name, pgettext
from kubebuku.reports.document import Bar, BarChart, Block, Heading, Note, Paragraph, Part, Side
from kubebuku.reports.frame import SAVINGS_LOAN, Frame
from kubebuku.reports.phrases import phrase
from kubebuku.reports.table import Column, Formula, Row, Sum, Table, opening, total
from kubebuku.reports.unit_results import UnitResult, results

#: More bars than this are not compared at a glance.
MOST_BARS = 8


def build(frame: Frame) -> tuple[Part, ...]:
    """A book for each business of the month, then the recap."""
    now = {line.unit: line for line in frame.ask(CapitalByUnit(frame.until))}
    before = {} if frame.opens_book else {line.unit: line for line in frame.ask(CapitalByUnit(frame.day_before))}
    books = []
    for unit in frame.units:
        if unit.kind == SAVINGS_LOAN or unit.opened > frame.until:
            continue
        page = frame.ask(EnterpriseBook(UnitId(unit.id), frame.month))
        capital = now.get(UnitId(unit.id))
        if page.lines or unit.closed is None or unit.closed >= frame.month.first:
            books.append(_book(frame, unit, page, (before.get(UnitId(unit.id)), capital)))
    return (*books, recap(frame))


def _book(frame: Frame, unit: UnitRow, page: EnterprisePage, capital: tuple[CapitalLine | None, CapitalLine | None]) -> Part:
    blocks: list[Block] = [book_table(frame, page)]
    result = page.total.profit
    said = N_("Profit this month: {amount}.") if result >= 0 else N_("Loss this month: {amount}.")
    blocks.append(Paragraph(phrase(said, amount=abs(result))))
    if table := capital_table(frame, *capital):
        blocks += [Heading(_("Capital of this business"), 2), table]
    blocks.append(frame.group.signatures(frame.signed_on, witnesses=False))
    caption = phrase(N_("Business: {name}"), name=unit.label)
    return Part(f"enterprise-{unit.id}", _("Business book (UEP)"), tuple(blocks), captions=(caption,), sheet=f"UEP {unit.label}")


def book_table(frame: Frame, page: EnterprisePage) -> Table:
    """The entries of one business; the balance is the profit of the year so far."""
    columns = (
        Column("no", _("No."), "number", 8),
        Column("on", _("Date"), "date", 17),
        Column("bukti", _("Voucher no."), width=25, small=True),
        Column("what", pgettext("column", "Description"), width=60),
        Column("income", _("Sales or\nincome\n(Rp)"), "money", 22),
        Column("materials", _("Materials\n(Rp)"), "money", 20),
        Column("other", _("Other\ncosts (Rp)"), "money", 20),
        Column("saldo", _("Profit so far\n(Rp)"), "money", 22, running=Formula(plus=("income",), minus=("materials", "other"))),
    )
    rows = tuple(
        Row(
            (
                line.no,
                line.on,
                line.number,
                line.description,
                line.income or None,
                line.materials or None,
                line.other_costs or None,
                line.balance,
            )
        )
        for line in page.lines
    )
    empty: tuple[None, ...] = (None,) * 4
    said = _("Profit of the year before this month") if page.brought >= 0 else _("Loss of the year before this month")
    sums = (page.total.income, page.total.materials, page.total.other_costs)
    return Table(
        columns,
        rows,
        totals=(
            total(phrase(N_("Total {span}"), span=month_name(frame.month)), (*empty, *sums, None), summed=Sum()),
            total(
                phrase(N_("Profit of the year on {day}"), day=frame.until),
                (*empty, None, None, None, page.carried),
                summed=Sum(),
            ),
        ),
        opening=opening((None, frame.month.first, None, said, None, None, None, page.brought)),
        carry=("income", "materials", "other"),
        empty=_("Nothing was earned or spent."),
    )


def capital_table(frame: Frame, before: CapitalLine | None, now: CapitalLine | None) -> Table | None:
    """Whose money works in the business, at the start and at the end of the month; None where there is none."""
    shared = any(line is not None and line.shared for line in (before, now))
    first, last = _parts(before, shared=shared), _parts(now, shared=shared)
    lines = [(label, first[place][1], amount) for place, (label, amount) in enumerate(last) if amount or first[place][1]]
    if not lines:
        return None
    columns = [Column("what", "", width=104), Column("last", _("End of month\n(Rp)"), "money", 38)]
    if not frame.opens_book:
        columns.insert(1, Column("first", _("Start of month\n(Rp)"), "money", 38))

    def cells(label: str | None, start: Rupiah, end: Rupiah) -> tuple[str | Rupiah | None, ...]:
        return (label, end) if frame.opens_book else (label, start, end)

    sums = Rupiah(sum(start for _label, start, _end in lines)), Rupiah(sum(end for _label, _start, end in lines))
    return Table(
        tuple(columns),
        tuple(Row(cells(*line), level=1) for line in lines),
        totals=(total(_("Capital"), cells(None, *sums), summed=Sum()),),
        style="statement",
    )


def _parts(line: CapitalLine | None, *, shared: bool) -> tuple[tuple[str, Rupiah], ...]:
    zero = Rupiah(0)
    running = (
        (
            (_("Result of the running year"), line.running + line.shared if line else zero),
            (_("Set aside or shared this year"), -line.shared if line else zero),
        )
        if shared
        else ((_("Result of the running year, not yet shared"), line.running if line else zero),)
    )
    return (
        (_("Aid and grants"), line.aid if line else zero),
        (_("Reserve and capital put in"), line.reserve if line else zero),
        (_("Borrowed from other businesses (lent: less)"), line.borrowed if line else zero),
        (_("Result of closed years, not yet shared"), line.kept if line else zero),
        *running,
    )


# --------------------------------------------------------------------------------------------------------------- recap


def recap(frame: Frame) -> Part:
    """All businesses, *Umum*, and simpan pinjam last."""
    columns = (
        Column("unit", _("Business"), width=44),
        Column("income", _("Income\n(Rp)"), "money", 23),
        Column("materials", _("Materials\n(Rp)"), "money", 22),
        Column("other", _("Other costs\n(Rp)"), "money", 22),
        Column(
            "month",
            _("Result of\nthe month (Rp)"),
            "money",
            23,
            across=Formula(plus=("income",), minus=("materials", "other")),
        ),
        Column("year", _("Result of\nthe year (Rp)"), "money", 23),
        Column("capital", _("Capital\n(Rp)"), "money", 23),
    )
    lines = results(frame)
    rows = tuple(Row((one.label, *_figures(one.month), one.year.profit, one.worth)) for one in lines)
    whole = frame.ask(UepRecap(frame.month, frame.month)).total
    year = Rupiah(sum(one.year.profit for one in lines))
    worth = Rupiah(sum(one.worth for one in lines))
    blocks: list[Block] = [
        Table(
            columns,
            rows,
            totals=(total(_("All together"), (None, *_figures(whole), year, worth), summed=Sum()),),
            empty=_("Nothing was earned or spent."),
        ),
        Paragraph(_("General holds what belongs to the group as a whole and to no single business."), small=True),
    ]
    if lent := frame.ask(LentBetween(frame.until)):
        said = N_("{borrower} still has to give back {amount} to {lender}.")
        lent_lines = [phrase(said, borrower=one.borrower_label, lender=one.lender_label, amount=one.amount) for one in lent]
        blocks.append(Note("\n".join(lent_lines), _("Lent between businesses")))
    if chart := year_chart(lines):
        blocks.append(Side((chart,), (), share=0.7))
    blocks.append(frame.group.signatures(frame.signed_on, witnesses=False))
    return Part("enterprise-recap", _("Recap of all businesses"), tuple(blocks), sheet=_("Recap UEP"))


def year_chart(lines: Sequence[UnitResult]) -> BarChart | None:
    """The year's result of each business, the largest first; none where a single one has earned or spent."""
    bars = [Bar(one.label, one.year.profit) for one in lines if one.year != Result()]
    if len(bars) < 2:
        return None
    largest = sorted(bars, key=lambda bar: -abs(bar.amount))[:MOST_BARS]
    return BarChart(_("Result of each business this year"), tuple(sorted(largest, key=lambda bar: -bar.amount)))


def _figures(result: Result) -> tuple[Rupiah, Rupiah, Rupiah, Rupiah]:
    return result.income, result.materials, result.other_costs, result.profit
