"""Savings of the members: the list that ties to the ledger, the wall chart of simpanan wajib, and each member's own book."""

from __future__ import annotations

from kubebuku.books.personal_savings.queries import (
    ObligatoryGrid,
    PassBook,
    PassBookPage,
    PassBookRow,
    PassBooks,
    Savers,
    SaversPage,
    SavingsRule,
    SavingsTerms,
)
from kubebuku.domain.calendar import Month
from kubebuku.domain.text import N_
from kubebuku.i18n import _, pgettext, terbilang
from kubebuku.ledger.work import Reading
from kubebuku.reports.document import Block, Document, Heading, Paper, Paragraph, Part
from kubebuku.reports.frame import Frame
from kubebuku.reports.phrases import phrase, span_name
from kubebuku.reports.running import closing_lines, described
from kubebuku.reports.signed import frame_of
from kubebuku.reports.table import Column, Formula, Row, Sum, Table, opening, total
from kubebuku.reports.wall_chart import chart


def build(frame: Frame) -> tuple[Part, ...]:
    """The list and the wall chart of the year; nothing for a group without savings."""
    page = frame.ask(Savers(frame.until))
    rule = frame.ask(SavingsRule(frame.month))
    if not page.total and rule is None:
        return ()
    return (_list(frame, page, rule), *_chart(frame, rule))


def book(frame: Frame) -> tuple[Part, ...]:
    """The same, then the month in each member's own book; an empty list where nobody saves yet."""
    month = frame.month
    blocks: list[Block] = []
    for page in frame.ask(PassBooks(month, month)):
        number = "" if page.number is None else f"{page.number}. "
        blocks += [Heading(f"{number}{page.name}", 2), pass_book_table(frame, page, month, month, numbered=False)]
    if not blocks:
        return build(frame) or (_list(frame, frame.ask(Savers(frame.until)), None),)
    blocks.append(frame.group.signatures(frame.signed_on, witnesses=False))
    return (*build(frame), Part("savings-own", _("Savings books of the members"), tuple(blocks)))


def pass_book(reading: Reading, person: int, first: Month, last: Month, *, paper: Paper = "f4") -> Document:
    """One member's book from month to month by itself: for the button *Cetak* and for the member."""
    with frame_of(reading, last) as frame:
        page = frame.ask(PassBook(person, first, last))
        said = span_name(first.first, last.last)
        return frame.document(_("Savings book"), said, (_own(frame, page, first, last),), paper=paper)


def wall_chart(reading: Reading, year: int, *, paper: Paper = "f4") -> Document:
    """The wall chart of a year by itself: of a past one as it ended, of this one as it stands today."""
    with frame_of(reading, min(Month(year, 12), max(Month(year, 1), Month.of(reading.today)))) as frame:
        rule = frame.ask(SavingsRule(frame.month))
        return frame.document(_("Obligatory savings"), str(year), _chart(frame, rule), paper=paper)


def _list(frame: Frame, page: SaversPage, rule: SavingsTerms | None) -> Part:
    blocks: list[Block] = [savers_table(page)]
    if rule is not None:
        said = N_("From {since}: principal {principal} on joining, obligatory {obligatory} a month, jasa {rate} a year.")
        values = {"since": rule.since, "principal": rule.principal, "obligatory": rule.obligatory, "rate": rule.fee_rate}
        blocks.append(Paragraph(phrase(said, **values), small=True))
    blocks.append(frame.group.signatures(frame.signed_on, witnesses=False))
    caption = phrase(N_("On {day}"), day=frame.until)
    return Part("savings", _("Savings of the members"), tuple(blocks), captions=(caption,))


def savers_table(page: SaversPage) -> Table:
    """A line a member; the sums are what 3101, 3102 and 2110 hold."""
    columns = (
        Column("no", _("No."), "number", 9),
        Column("who", _("Name"), width=44),
        Column("principal", _("Principal\n(Rp)"), "money", 23, over=_("Savings")),
        Column("obligatory", _("Obligatory\n(Rp)"), "money", 24, over=_("Savings")),
        Column("voluntary", _("Voluntary\n(Rp)"), "money", 24, over=_("Savings")),
        Column("all", _("Total\n(Rp)"), "money", 26, across=Formula(plus=("principal", "obligatory", "voluntary"))),
        Column("months", _("Months"), "integer", 14, over=_("Obligatory, late")),
        Column("late", _("Amount\n(Rp)"), "money", 22, over=_("Obligatory, late")),
    )
    rows = tuple(
        Row((row.number, row.name, row.principal, row.obligatory, row.voluntary, row.total, row.late_months, row.late))
        for row in page.rows
    )
    sums = (page.principal, page.obligatory, page.voluntary, page.total, None, page.late)
    return Table(
        columns,
        rows,
        totals=(total(_("Total"), (None, None, *sums), summed=Sum()),),
        carry=("principal", "obligatory", "voluntary", "all"),
        empty=_("Nobody has saved yet."),
    )


def _chart(frame: Frame, rule: SavingsTerms | None) -> tuple[Part, ...]:
    grid = frame.ask(ObligatoryGrid(frame.month.year, frame.until))
    if (rule is None or not rule.obligatory) and not grid.paid:
        return ()
    blocks = (*chart(grid), frame.group.signatures(frame.signed_on, witnesses=False))
    caption = phrase(N_("Until {day}"), day=frame.until)
    title = _("Obligatory savings by month")
    return (Part("savings-grid", title, blocks, captions=(caption,), period=str(grid.year), landscape=True),)


# ---- one member


def _own(frame: Frame, page: PassBookPage, first: Month, last: Month) -> Part:
    captions = [phrase(N_("Name: {name}"), name=page.name)]
    if page.number is not None:
        captions.append(phrase(N_("Member no. {number}"), number=str(page.number)))
    held = (page.held_principal, page.held_obligatory, page.held_voluntary)
    said = N_("Principal {principal}, obligatory {obligatory}, voluntary {voluntary}.")
    blocks: tuple[Block, ...] = (
        pass_book_table(frame, page, first, last),
        Paragraph(phrase(said, **dict(zip(("principal", "obligatory", "voluntary"), held, strict=True)))),
        Paragraph(phrase(N_("In words: {words}"), words=terbilang(page.closing))),
        frame.group.signatures(frame.signed_on, witnesses=False),
    )
    return Part(
        f"savings-{page.person}",
        _("Savings book"),
        blocks,
        captions=tuple(captions),
        period=span_name(first.first, last.last),
        sheet=page.name if page.number is None else f"{page.number} {page.name}",
    )


def pass_book_table(frame: Frame, page: PassBookPage, first: Month, last: Month, *, numbered: bool = True) -> Table:
    """The columns of a member's card: pokok, wajib, sukarela, pengambilan, saldo, with room for initials."""
    columns = (
        Column("on", _("Date"), "date", 16),
        Column("bukti", _("Voucher no."), width=25, small=True),
        Column("what", pgettext("column", "Description"), width=64),
        Column("principal", _("Principal\n(Rp)"), "money", 17),
        Column("obligatory", _("Obligatory\n(Rp)"), "money", 18),
        Column("voluntary", _("Voluntary\n(Rp)"), "money", 19),
        Column("out", _("Taken out\n(Rp)"), "money", 23),
        Column(
            "saldo",
            _("Balance\n(Rp)"),
            "money",
            22,
            running=Formula(plus=("principal", "obligatory", "voluntary"), minus=("out",)),
        ),
        Column("sign", _("Initials"), width=13),
    )
    shown = [row for row in page.rows if frame.shows_struck or not row.struck]
    sums = (page.principal, page.obligatory, page.voluntary, page.withdrawn)
    return Table(
        columns,
        tuple(_line(row) for row in shown),
        totals=closing_lines(span_name(first.first, last.last), frame.until, sums, page.closing, words=3, after=1),
        opening=opening((first.first, None, _("Balance before"), None, None, None, None, page.opening, None)),
        carry=("principal", "obligatory", "voluntary", "out"),
        empty=_("Nothing was saved or taken out."),
        numbered=numbered,
    )


def _line(row: PassBookRow) -> Row:
    amounts = (row.principal, row.obligatory, row.voluntary, row.withdrawn)
    return Row(
        (row.on, row.number, described(row), *(amount or None for amount in amounts), row.balance, None), struck=row.struck
    )
