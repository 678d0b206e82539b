"""Buku kas IKS (domain.md 2.10): what came in, what was set aside, what was given; the fund beside its box; the wall chart."""

from __future__ import annotations

from kubebuku.books.solidarity.commands import Every
from kubebuku.books.solidarity.queries import (
    BenefitRow,
    Benefits,
    DuesGrid,
    FundState,
    SolidarityBook,
    SolidarityFund,
    SolidarityPage,
    SolidarityRow,
    SolidarityRule,
    SolidarityTerms,
)
from kubebuku.domain.accounts import SOLIDARITY_CASH
from kubebuku.domain.calendar import Month
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_
from kubebuku.i18n import _, pgettext, terbilang
from kubebuku.ledger.work import Reading
from kubebuku.reports.document import Block, Document, Heading, Pairs, Paper, Paragraph, Part
from kubebuku.reports.frame import Frame
from kubebuku.reports.phrases import phrase, span_name
from kubebuku.reports.running import balance_before, closing_lines, described
from kubebuku.reports.signed import frame_of
from kubebuku.reports.table import Column, Formula, Row, Sum, Table, opening, total
from kubebuku.reports.wall_chart import chart


def build(frame: Frame) -> tuple[Part, ...]:
    """The month's book and the wall chart of the year; nothing for a group without the fund."""
    month, rule = frame.month, frame.ask(SolidarityRule(frame.month))
    page = frame.ask(SolidarityBook(month, month))
    if rule is None and not page.rows and not page.opening and not page.closing:
        return ()
    return (_book(frame, page, month, month), *_chart(frame, rule))


def boxes_told(frame: Frame) -> frozenset[str]:
    """The place of money of the fund, where the fund's book has its every line and no other; what lies elsewhere it says."""
    boxes = frame.boxes_under(SOLIDARITY_CASH)
    page = frame.ask(SolidarityBook(frame.month, frame.month))
    in_fund = {(row.entry, row.dues + row.set_aside - row.paid) for row in page.rows}
    same = (box.box for box in boxes if box.box and {(row.entry, row.received - row.paid) for row in box.rows} == in_fund)
    return frozenset(same) if len(boxes) == 1 else frozenset()


def book(frame: Frame) -> tuple[Part, ...]:
    """The same by itself; an empty book where there is no fund yet."""
    month = frame.month
    return build(frame) or (_book(frame, frame.ask(SolidarityBook(month, month)), month, month),)


def document(reading: Reading, first: Month, last: Month, *, paper: Paper = "f4") -> Document:
    """The book from month to month by itself: for the button *Cetak*."""
    with frame_of(reading, last) as frame:
        page = frame.ask(SolidarityBook(first, last))
        return frame.document(
            _("Solidarity book (IKS)"), span_name(first.first, last.last), (_book(frame, page, first, last),), paper=paper
        )


def wall_chart(reading: Reading, year: int, *, paper: Paper = "f4") -> Document:
    """The wall chart of a year by itself."""
    with frame_of(reading, min(Month(year, 12), max(Month(year, 1), Month.of(reading.today)))) as frame:
        return frame.document(_("Solidarity dues"), str(year), _chart(frame, frame.ask(SolidarityRule(frame.month))), paper=paper)


def _book(frame: Frame, page: SolidarityPage, first: Month, last: Month) -> Part:
    blocks: list[Block] = [
        book_table(frame, page, first, last),
        Paragraph(phrase(N_("In words: {words}"), words=terbilang(page.closing))),
        _fund(frame.ask(SolidarityFund(frame.until))),
    ]
    given = frame.ask(Benefits(first, last))
    if given:
        blocks += [Heading(_("Benefits given"), 2), benefits_table(given)]
    blocks.append(frame.group.signatures(frame.signed_on))
    return Part("solidarity", _("Solidarity book (IKS)"), tuple(blocks), period=span_name(first.first, last.last))


def book_table(frame: Frame, page: SolidarityPage, first: Month, last: Month) -> Table:
    """Opening line, each entry, totals."""
    columns = (
        Column("no", _("No."), "number", 9),
        Column("on", _("Date"), "date", 17),
        Column("bukti", _("Voucher no."), width=25, small=True),
        Column("what", pgettext("column", "Description"), width=68),
        Column("dues", _("Dues\nreceived (Rp)"), "money", 22),
        Column("aside", _("Set aside\nof profit (Rp)"), "money", 22),
        Column("out", _("Benefits,\npaid out (Rp)"), "money", 22),
        Column("saldo", _("Balance\n(Rp)"), "money", 23, running=Formula(plus=("dues", "aside"), minus=("out",))),
    )
    shown = [row for row in page.rows if frame.shows_struck or not row.struck]
    begins = Month.of(frame.reading.facts.opened) >= first
    sums = (page.dues, page.set_aside, page.paid)
    return Table(
        columns,
        tuple(_line(place, row) for place, row in enumerate(shown, 1)),
        totals=closing_lines(span_name(first.first, last.last), frame.until, sums, page.closing),
        opening=opening((None, first.first, None, balance_before(first.first, begins=begins), None, None, None, page.opening)),
        carry=("dues", "aside", "out"),
        empty=_("Nothing came in or was given."),
    )


def _line(place: int, row: SolidarityRow) -> Row:
    amounts = (row.dues, row.set_aside, row.paid)
    return Row(
        (place, row.on, row.number, described(row), *(amount or None for amount in amounts), row.balance), struck=row.struck
    )


def _fund(state: FundState) -> Pairs:
    lines: list[tuple[str, Rupiah]] = [
        (_("Solidarity fund"), state.fund),
        (_("In the solidarity box"), state.box),
    ]
    if state.elsewhere > 0:
        lines.append((_("Kept in another place"), state.elsewhere))
    elif state.elsewhere < 0:
        lines.append((_("Other money in the box"), -state.elsewhere))
    return Pairs(tuple(lines), label_width=52)


def benefits_table(given: tuple[BenefitRow, ...]) -> Table:
    """To whom, for what, by which decision."""
    columns = (
        Column("on", _("Date"), "date", 17),
        Column("who", _("To whom"), width=44),
        Column("what", _("For what"), width=30),
        Column("decision", _("By decision"), width=66),
        Column("amount", _("Amount\n(Rp)"), "money", 24),
    )
    rows = tuple(
        Row(
            (
                row.on,
                row.name if row.member else phrase(N_("{name} (not a member)"), name=row.name),
                row.event,
                row.decision,
                row.amount,
            )
        )
        for row in given
    )
    amount = Rupiah(sum(row.amount for row in given))
    return Table(columns, rows, totals=(total(_("Total"), (*(None,) * 4, amount), summed=Sum()),), numbered=False)


def _chart(frame: Frame, rule: SolidarityTerms | None) -> tuple[Part, ...]:
    grid = frame.ask(DuesGrid(frame.month.year, frame.until))
    if (rule is None or not rule.amount) and not grid.paid:
        return ()
    captions = [phrase(N_("Until {day}"), day=frame.until)]
    if rule is not None and rule.amount:
        said = N_("{amount} a year") if rule.every is Every.YEAR else N_("{amount} a month")
        captions.append(phrase(said, amount=rule.amount))
    blocks = (*chart(grid), frame.group.signatures(frame.signed_on, witnesses=False))
    title = _("Solidarity dues by month")
    return (Part("solidarity-grid", title, blocks, captions=tuple(captions), period=str(grid.year), landscape=True),)
