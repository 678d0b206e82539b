"""The month's money in short: each box from its first rupiah to its last, what came from outside and what only moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kubebuku.books.cash.queries import CashBookPage
from kubebuku.domain.money import Rupiah, split
from kubebuku.domain.terbilang import terbilang
from kubebuku.domain.text import N_
from kubebuku.i18n import _, long_date
from kubebuku.reports.document import Block, Heading, Paragraph, Part
from kubebuku.reports.frame import Frame
from kubebuku.reports.funds import funds
from kubebuku.reports.phrases import phrase
from kubebuku.reports.table import Column, Formula, Row, Sum, Table, group, subtotal, total


@dataclass(frozen=True, slots=True)
class BoxMovement:
    """One box in a month: from outside the boxes, to outside, and from and to other boxes, in rupiah."""

    code: str
    label: str
    opening: Rupiah
    received: Rupiah
    paid: Rupiah
    moved_in: Rupiah
    moved_out: Rupiah
    closing: Rupiah


def movements(pages: Sequence[CashBookPage]) -> tuple[BoxMovement, ...]:
    """The pages of all boxes, with what moved between them told apart from what came and went.

    An entry that fills one box and empties another moves the smaller of the two sums; the rest came from outside or left.
    Where several boxes share the larger side, the moved sum is shared by what each of them gained or lost.
    """
    moved_in = {page.box: 0 for page in pages}
    moved_out = dict(moved_in)
    for nets in _nets(pages).values():
        gained = {box: net for box, net in nets.items() if net > 0}
        lost = {box: -net for box, net in nets.items() if net < 0}
        moved = min(sum(gained.values()), sum(lost.values()))
        if moved:
            for side, sums in ((gained, moved_in), (lost, moved_out)):
                for box, part in zip(side, split(Rupiah(moved), list(side.values())), strict=True):
                    sums[box] += part
    return tuple(
        BoxMovement(
            page.box or "",
            page.label,
            page.opening,
            page.received - moved_in[page.box],
            page.paid - moved_out[page.box],
            Rupiah(moved_in[page.box]),
            Rupiah(moved_out[page.box]),
            page.closing,
        )
        for page in pages
    )


def _nets(pages: Sequence[CashBookPage]) -> dict[int, dict[str | None, int]]:
    """What each entry that counts did to each box."""
    nets: dict[int, dict[str | None, int]] = {}
    for page in pages:
        for row in page.rows:
            if not row.struck:
                nets.setdefault(row.entry, {})[page.box] = int(row.received - row.paid)
    return nets


def build(frame: Frame) -> tuple[Part, ...]:
    """The boxes, moves apart; then whose the money in the savings-loan and solidarity boxes is."""
    blocks: tuple[Block, ...] = (
        boxes_table(frame),
        Paragraph(phrase(N_("In words: {words}"), words=terbilang(sum(page.closing for page in frame.boxes)))),
        Heading(_("Funds and the money in their boxes")),
        Paragraph(
            _(
                "A fund says whose the money is, a box where it lies. What a fund has beyond its box is kept in another "
                "place of money; it belongs to the fund all the same."
            ),
            small=True,
        ),
        funds_table(frame),
        frame.group.signatures(frame.signed_on, witnesses=False),
    )
    return (Part("recap", _("Cash in short"), blocks),)


def boxes_table(frame: Frame) -> Table:
    """What came and went, and what only changed its place: the last two sum to the same figure."""
    columns = (
        Column("box", _("Place of money"), width=38),
        Column("first", _("Start\n(Rp)"), "money", 24),
        Column("in", _("In\n(Rp)"), "money", 23),
        Column("out", _("Out\n(Rp)"), "money", 23),
        Column("moved_in", _("moved here\n(Rp)"), "money", 23, over=_("From place to place")),
        Column("moved_out", _("moved away\n(Rp)"), "money", 23, over=_("From place to place")),
        Column(
            "last",
            _("End\n(Rp)"),
            "money",
            24,
            across=Formula(plus=("first", "in", "moved_in"), minus=("out", "moved_out")),
        ),
    )
    lines = movements(frame.boxes)
    figures = [(one.opening, one.received, one.paid, one.moved_in, one.moved_out, one.closing) for one in lines]
    sums = tuple(Rupiah(sum(column)) for column in zip(*figures, strict=True)) if figures else (Rupiah(0),) * 6
    return Table(
        columns,
        tuple(Row((one.label, *amounts)) for one, amounts in zip(lines, figures, strict=True)),
        totals=(total(_("Total"), (None, *sums), summed=Sum()),),
        empty=_("There is no place of money."),
    )


def funds_table(frame: Frame) -> Table:
    """Fund, box and difference, for the solidarity fund and for savings and loan."""
    columns = (
        Column("what", _("Fund"), width=130),
        Column("amount", f"{long_date(frame.until)}\n(Rp)", "money", 50),
    )
    rows: list[Row] = []
    for fund in funds(frame):
        rows.append(group(fund.label))
        rows += [Row((label, amount), key=f"{fund.key}-part", level=1) for label, amount in fund.parts]
        rows.append(subtotal(_("Fund"), (None, fund.amount), key=fund.key, level=1, summed=Sum(of=(f"{fund.key}-part",))))
        rows.append(Row((phrase(N_("In the box {box}"), box=fund.box), fund.held), key=f"{fund.key}-box", level=1))
        said = _("Kept in another place") if fund.elsewhere >= 0 else _("Other money that lies in this box")
        of, minus = ((fund.key,), (f"{fund.key}-box",)) if fund.elsewhere >= 0 else ((f"{fund.key}-box",), (fund.key,))
        rows.append(subtotal(said, (None, abs(fund.elsewhere)), level=1, summed=Sum(of=of, minus=minus)))
    return Table(columns, tuple(rows), style="statement")
