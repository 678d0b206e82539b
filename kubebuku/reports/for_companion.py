"""One page for the pendamping: what was struck, corrected, written late or without a nota, and whether money and funds agree."""

from __future__ import annotations

from collections.abc import Sequence

from kubebuku.books.cash.queries import Advances, CountHistory
from kubebuku.domain.accounts import UNEXPLAINED
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_
from kubebuku.i18n import _, figure, pgettext
from kubebuku.ledger import closings
from kubebuku.reports.asking import ask
from kubebuku.reports.cover import closed_line
from kubebuku.reports.document import Block, Cell, Column, Heading, Pairs, Paragraph, Part, Row, Table, Value
from kubebuku.reports.frame import Frame
from kubebuku.reports.funds import funds
from kubebuku.reports.month_entries import MonthEntries, Written, month_entries
from kubebuku.reports.phrases import phrase

#: Lines of one list; the others are counted in a sentence, so that the page stays one page.
MOST_LINES = 8


def build(frame: Frame) -> tuple[Part, ...]:
    """What is as it should be is said in one line each; lists only where there is something to look at."""
    entries = month_entries(frame)
    blocks: list[Block] = [Pairs(_facts(frame, entries), label_width=78)]
    blocks += _section(_("Struck entries"), _struck(entries))
    blocks += _section(_("Corrections of earlier months"), _corrections(entries))
    blocks += _section(_("Written more than seven days late"), _late(entries.late))
    blocks += _section(_("Payments without a nota number"), _without_nota(entries.without_nota))
    blocks += _section(_("Open advances and claims"), _advances(frame))
    blocks += _section(_("Counted money"), _counts(frame))
    blocks.append(Heading(_("Findings of the companion")))
    blocks.append(Paragraph("\n".join(["." * 118] * 3), small=True))
    return (Part("companion", _("For the companion"), tuple(blocks)),)


def _facts(frame: Frame, entries: MonthEntries) -> tuple[tuple[str, Value], ...]:
    unexplained = -sum(frame.at_end.get(one.code, 0) for one in frame.reading.chart.under(UNEXPLAINED))
    facts: list[tuple[str, Value]] = [
        (_("Month"), closed_line(frame)),
        (_("Entries that count"), phrase(N_("{count}, struck out {struck}"), count=entries.count, struck=len(entries.struck))),
        (_("Corrections of earlier months"), _number(len(entries.corrections))),
        (_("Written more than seven days late"), _number(len(entries.late))),
        (_("Payments without a nota number"), _number(len(entries.without_nota))),
        (_("Opening balance not yet explained"), Rupiah(unexplained) if unexplained else _("none")),
    ]
    for fund in funds(frame):
        values = {"fund": fund.amount, "box": fund.box, "held": fund.held, "elsewhere": abs(fund.elsewhere)}
        if fund.elsewhere == 0:
            said = N_("{fund}; all of it lies in {box}")
        elif fund.elsewhere > 0:
            said = N_("{fund}; {box} holds {held}, {elsewhere} is kept in another place")
        else:
            said = N_("{fund}; {box} holds {held}, of which {elsewhere} is other money")
        facts.append((fund.label, phrase(said, **values)))
    return tuple(facts)


def _number(count: int) -> str:
    return figure(count) if count else _("none")


def _section(title: str, table: tuple[tuple[Column, ...], list[tuple[Cell, ...]]]) -> list[Block]:
    columns, lines = table
    if not lines:
        return []
    shown = tuple(Row(cells) for cells in lines[:MOST_LINES])
    found: list[Block] = [Heading(title, 2), Table(columns, shown, numbered=False)]
    if len(lines) > MOST_LINES:
        found.append(Paragraph(phrase(N_("and {count} more"), count=len(lines) - MOST_LINES), small=True))
    return found


def _entry_columns(*more: Column, what: float) -> tuple[Column, ...]:
    return (
        Column("on", _("Date"), "date", 17),
        Column("bukti", _("Voucher no."), width=25, small=True),
        Column("what", pgettext("column", "Description"), width=what, lines=1),
        Column("amount", _("Amount (Rp)"), "money", 24),
        *more,
    )


def _struck(entries: MonthEntries) -> tuple[tuple[Column, ...], list[tuple[Cell, ...]]]:
    more = (
        Column("by", _("Struck out\non"), "date", 18),
        Column("why", _("Reason"), width=38, lines=1),
        Column("new", _("In its place"), width=25, small=True),
    )
    lines: list[tuple[Cell, ...]] = [
        (
            pair.old.on,
            pair.old.number,
            pair.old.description,
            pair.old.amount,
            pair.mirror.recorded,
            pair.reason,
            pair.replaced_by or "–",
        )
        for pair in entries.struck
    ]
    return _entry_columns(*more, what=38), lines


def _corrections(entries: MonthEntries) -> tuple[tuple[Column, ...], list[tuple[Cell, ...]]]:
    more = (Column("old", _("Corrects"), width=26, small=True), Column("old_on", _("Its date"), "date", 18))
    lines: list[tuple[Cell, ...]] = [
        (one.mirror.on, one.mirror.number, one.mirror.description, one.mirror.amount, one.old_number, one.old_on)
        for one in entries.corrections
    ]
    return _entry_columns(*more, what=70), lines


def _late(late: Sequence[Written]) -> tuple[tuple[Column, ...], list[tuple[Cell, ...]]]:
    more = (
        Column("written", _("Written\non"), "date", 18),
        Column("days", _("Days\nlate"), "integer", 14),
        Column("who", _("Written by"), width=24, lines=1),
    )
    lines: list[tuple[Cell, ...]] = [
        (one.on, one.number, one.description, one.amount, one.recorded, one.days_late, one.who) for one in late
    ]
    return _entry_columns(*more, what=58), lines


def _without_nota(payments: Sequence[Written]) -> tuple[tuple[Column, ...], list[tuple[Cell, ...]]]:
    more = (Column("who", _("Written by"), width=34, lines=1),)
    lines: list[tuple[Cell, ...]] = [(one.on, one.number, one.description, one.amount, one.who) for one in payments]
    return _entry_columns(*more, what=80), lines


def _advances(frame: Frame) -> tuple[tuple[Column, ...], list[tuple[Cell, ...]]]:
    columns = (
        Column("who", _("Name"), width=90),
        Column("since", _("Since"), "date", 24),
        Column("days", _("Age\n(days)"), "integer", 20),
        Column("amount", _("Amount (Rp)"), "money", 36),
    )
    lines: list[tuple[Cell, ...]] = [
        (one.name, one.since, (frame.month.last - one.since).days, one.amount)
        for one in ask(frame.reading, Advances(frame.month.last))
    ]
    return columns, lines


def _counts(frame: Frame) -> tuple[tuple[Column, ...], list[tuple[Cell, ...]]]:
    """What was counted at the closing, else the counts of the month."""
    columns = (
        Column("on", _("Counted on"), "date", 20),
        Column("box", _("Place of money"), width=34),
        Column("book", _("By the book\n(Rp)"), "money", 26, zero="0"),
        Column("counted", _("Counted\n(Rp)"), "money", 26, zero="0"),
        Column("difference", _("Difference\n(Rp)"), "money", 24),
        Column("why", _("Explanation"), width=50),
    )
    if frame.closing is not None:
        kept = closings.kept_counts(frame.reading.connection, frame.closing.id)
        return columns, [
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
    counts = [one for one in ask(frame.reading, CountHistory()) if frame.month.first <= one.on <= frame.month.last]
    return columns, [(one.on, one.label, one.book, one.counted, one.difference, one.note or "") for one in reversed(counts)]
