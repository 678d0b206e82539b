"""One page for the pendamping: what was struck, corrected, written late or without a nota, and whether money and funds agree."""

from __future__ import annotations

from kubebuku.books.cash.queries import Advances, Claim, CountHistory
from kubebuku.domain.accounts import UNEXPLAINED
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_
from kubebuku.i18n import _, figure, pgettext, short_date
from kubebuku.ledger import closings
from kubebuku.reports.cover import closed_line
from kubebuku.reports.document import Block, Gap, Heading, Pairs, Paragraph, Part, Side, Value
from kubebuku.reports.frame import Frame
from kubebuku.reports.funds import funds
from kubebuku.reports.month_entries import Correction, MonthEntries, StruckPair, Written, month_entries
from kubebuku.reports.phrases import phrase
from kubebuku.reports.table import Cell, Column, Row, Table, group

#: Lines of one kind; the others are counted, so that the page stays one page.
MOST_LINES = 6
#: Room for the pendamping's own hand: dots across the page, and how many lines of them.
DOTS, FINDINGS = 200, 3


def build(frame: Frame) -> tuple[Part, ...]:
    """Figures first, then one table of what should be looked at, the counted money, and room for findings."""
    entries = month_entries(frame)
    blocks: list[Block] = [
        Side((Pairs(_counted(frame, entries), label_width=56),), (Pairs(_money(frame), label_width=48),), share=0.5)
    ]
    if rows := _to_look_at(frame, entries):
        blocks += [Heading(_("To be looked at"), 2), Table(_columns(), tuple(rows), style="statement")]
    else:
        blocks.append(Paragraph(_("Nothing was struck out, corrected, written late or paid without a nota.")))
    if counts := _counts(frame):
        blocks += [Heading(_("Counted money"), 2), counts]
    blocks.append(Heading(_("Findings of the companion"), 2))
    for _line in range(FINDINGS):
        blocks += [Gap(3), Paragraph("." * DOTS, small=True)]
    return (Part("companion", _("For the companion"), tuple(blocks)),)


def _counted(frame: Frame, entries: MonthEntries) -> tuple[tuple[str, Value], ...]:
    return (
        (_("Month"), closed_line(frame)),
        (_("Entries that count"), figure(entries.count)),
        (_("Struck entries"), _number(len(entries.struck))),
        (_("Corrections of earlier months"), _number(len(entries.corrections))),
        (_("Written over 7 days late"), _number(len(entries.late))),
        (_("Payments without a nota number"), _number(len(entries.without_nota))),
    )


def _money(frame: Frame) -> tuple[tuple[str, Value], ...]:
    unexplained = -sum(frame.at_end.get(one.code, 0) for one in frame.reading.chart.under(UNEXPLAINED))
    facts: list[tuple[str, Value]] = [
        (_("Opening balance not yet explained"), Rupiah(unexplained) if unexplained else _("none")),
    ]
    for fund in funds(frame):
        facts.append((fund.label, fund.amount))
        facts.append((phrase(N_("In the box {box}"), box=fund.box), fund.held))
        if fund.elsewhere:
            said = _("Kept in another place") if fund.elsewhere > 0 else _("Other money that lies in this box")
            facts.append((said, abs(fund.elsewhere)))
    return tuple(facts)


def _number(count: int) -> str:
    return figure(count) if count else _("none")


Look = tuple[Cell, ...]


def _columns() -> tuple[Column, ...]:
    return (
        Column("on", _("Date"), "date", 16),
        Column("bukti", _("Voucher no."), width=25, small=True),
        Column("what", pgettext("column", "Description"), width=60, lines=1),
        Column("amount", _("Amount (Rp)"), "money", 24),
        Column("why", _("Remarks"), width=55, lines=2),
    )


def _to_look_at(frame: Frame, entries: MonthEntries) -> list[Row]:
    rows: list[Row] = []
    for title, looks in (
        (_("Struck entries"), [_struck(pair) for pair in entries.struck]),
        (_("Corrections of earlier months"), [_corrected(one) for one in entries.corrections]),
        (_("Written over 7 days late"), [_late(one) for one in entries.late]),
        (_("Payments without a nota number"), [_without_nota(one) for one in entries.without_nota]),
        (_("Open advances and claims"), [_advance(frame, one) for one in frame.ask(Advances(frame.until))]),
    ):
        if looks:
            rows.append(group(title))
            rows += [Row(cells) for cells in looks[:MOST_LINES]]
        if len(looks) > MOST_LINES:
            more = phrase(N_("and {count} more"), count=len(looks) - MOST_LINES)
            rows.append(Row((None, None, more, None, None)))
    return rows


def _entry(one: Written, remark: str) -> Look:
    return (one.on, one.number, one.description, one.amount, remark)


def _struck(pair: StruckPair) -> Look:
    values = {"day": short_date(pair.mirror.recorded), "reason": pair.reason}
    if pair.replaced_by is None:
        return _entry(pair.old, phrase(N_("struck out {day}: {reason}"), **values))
    return _entry(pair.old, phrase(N_("struck out {day}: {reason}; in its place {number}"), **values, number=pair.replaced_by))


def _corrected(one: Correction) -> Look:
    return _entry(one.mirror, phrase(N_("corrects {number} of {day}"), number=one.old_number, day=short_date(one.old_on)))


def _late(one: Written) -> Look:
    values = {"day": short_date(one.recorded), "days": one.days_late, "who": one.who}
    return _entry(one, phrase(N_("written {day} by {who}, {days} days later"), **values))


def _without_nota(one: Written) -> Look:
    return _entry(one, phrase(N_("written by {who}"), who=one.who))


def _advance(frame: Frame, one: Claim) -> Look:
    return (one.since, None, one.name, one.amount, phrase(N_("open for {days} days"), days=(frame.until - one.since).days))


def _counts(frame: Frame) -> Table | None:
    """What was counted at the closing, else the counts of the month; None where nothing was."""
    columns = (
        Column("on", _("Counted on"), "date", 20),
        Column("box", _("Place of money"), width=34),
        Column("book", _("By the book\n(Rp)"), "money", 26),
        Column("counted", _("Counted\n(Rp)"), "money", 26),
        Column("difference", _("Difference\n(Rp)"), "money", 24),
        Column("why", _("Explanation"), width=50),
    )
    lines: list[Look]
    if frame.closing is not None:
        kept = closings.kept_counts(frame.reading.connection, frame.closing.id)
        lines = [
            (
                frame.closed_on,
                frame.label(code),
                count.book,
                count.counted,
                None if count.counted is None else count.counted - count.book,
                count.explanation or (_("not counted") if count.counted is None else ""),
            )
            for code, count in kept.items()
        ]
    else:
        counts = [one for one in frame.ask(CountHistory()) if frame.month.first <= one.on <= frame.until]
        lines = [(one.on, one.label, one.book, one.counted, one.difference, one.note or "") for one in reversed(counts)]
    return Table(columns, tuple(Row(cells) for cells in lines), style="statement") if lines else None
