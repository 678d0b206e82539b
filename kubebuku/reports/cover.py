"""The first page: who, which month, how much money, where it lies, what each business earned, and the signatures."""

from __future__ import annotations

from collections.abc import Sequence

from kubebuku.books.enterprise.queries import Result
from kubebuku.domain.money import Rupiah
from kubebuku.domain.terbilang import terbilang
from kubebuku.domain.text import N_
from kubebuku.i18n import _, joined, month_name, pgettext
from kubebuku.reports.cash_recap import movements
from kubebuku.reports.document import Bar, BarChart, Block, Cover, Heading, Pairs, Part, Side, Summary, Value
from kubebuku.reports.frame import Frame
from kubebuku.reports.group import OFFICERS
from kubebuku.reports.phrases import phrase
from kubebuku.reports.table import Column, Formula, Row, Sum, Table, total
from kubebuku.reports.unit_results import results

#: More bars than this are no picture any more; the smallest results then stand in the recap only.
MOST_BARS = 5
#: Signs of the list of businesses that still leave room for everything else on the page.
LONGEST_LIST = 70


def build(frame: Frame) -> tuple[Part, ...]:
    """One page."""
    held = Rupiah(sum(page.closing for page in frame.boxes))
    flow = frame.flow
    summary = Summary(
        phrase(N_("Money of the group on {day}"), day=frame.until),
        held,
        terbilang(held),
        (
            (_("In this month"), flow.received),
            (_("Out this month"), flow.paid),
            (_("More in than out") if flow.surplus >= 0 else _("More out than in"), abs(flow.surplus)),
        ),
    )
    blocks: tuple[Block, ...] = (
        Cover(_("MONTHLY REPORT"), month_name(frame.month), closed_line(frame), summary),
        Heading(_("What each place of money holds")),
        boxes_table(frame),
        Side((Pairs(identity(frame)),), (chart(frame),)),
        frame.group.signatures(frame.signed_on),
    )
    return (Part("cover", _("Cover and officers"), blocks, heading=False, sheet=pgettext("sheet", "Cover")),)


def closed_line(frame: Frame) -> str:
    """When the month was closed, or that it was not."""
    closing = frame.closing
    if closing is None or frame.closed_on is None:
        return _("Not closed yet")
    if closing.serial > 1:
        return phrase(N_("Closed on {day}, closing no. {serial}"), day=frame.closed_on, serial=closing.serial)
    return phrase(N_("Closed on {day}"), day=frame.closed_on)


def boxes_table(frame: Frame) -> Table:
    """Each box from the beginning of the month to its end, moves included."""
    columns = (
        Column("box", _("Place of money"), width=45),
        Column("first", _("Start of month"), "money", 33),
        Column("in", _("In"), "money", 33),
        Column("out", _("Out"), "money", 33),
        Column("last", _("End of month"), "money", 33, across=Formula(plus=("first", "in"), minus=("out",))),
    )
    pages = frame.boxes
    moved = Rupiah(sum(box.moved_in for box in movements(pages)))
    sums = [Rupiah(sum(getattr(page, name) for page in pages)) for name in ("opening", "received", "paid", "closing")]
    note = phrase(N_("moves from place to place {amount} included"), amount=moved) if moved else ""
    return Table(
        columns,
        tuple(Row((page.label, page.opening, page.received, page.paid, page.closing)) for page in pages),
        totals=(total(_("Total"), (None, *sums), note=note, summed=Sum()),),
        style="open",
    )


def identity(frame: Frame) -> tuple[tuple[str, Value], ...]:
    """Who the group is; what nobody wrote down is left out, officers never."""
    group = frame.group
    businesses = short_list([one.label for one in frame.units if one.closed is None or one.closed >= frame.month.first])
    said = (
        (_("Founded"), group.founded),
        (_("Businesses"), group.business or businesses),
        (_("Members"), phrase(N_("{number} people"), number=group.members) if group.members else ""),
        *((_(title), group.officers.get(role, "") or "–") for role, title in OFFICERS),
        (_("Companion"), group.companion or "–"),
        (_("Decree"), group.decree),
        (_("Bank account"), group.bank),
        (_("Phone"), group.phone),
    )
    return tuple((label, value) for label, value in said if value)


def short_list(names: Sequence[str]) -> str:
    """The names in one phrase; of many only the first, and how many more there are."""
    whole = joined(names)
    if len(whole) <= LONGEST_LIST:
        return whole
    shown = 1
    while len(joined(names[: shown + 1])) <= LONGEST_LIST:
        shown += 1
    return phrase(N_("{names} and {count} more"), names=", ".join(names[:shown]), count=len(names) - shown)


def chart(frame: Frame) -> BarChart:
    """The result of each business, the largest first."""
    bars = [
        Bar(one.label, one.month.profit)
        for one in results(frame)
        if one.month != Result() or not (one.unit is None or one.savings_loan)
    ]
    largest = sorted(bars, key=lambda bar: -abs(bar.amount))[:MOST_BARS]
    return BarChart(_("Result of each business this month"), tuple(sorted(largest, key=lambda bar: -bar.amount)))
