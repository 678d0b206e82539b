"""Buku kas of each place of money and buku bank, in the columns that pendamping know (domain.md 2.2, 2.3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from kubebuku.books.cash.queries import CashBook, CashBookPage, CashRow
from kubebuku.domain.accounts import BANK
from kubebuku.domain.calendar import Month
from kubebuku.domain.money import Rupiah
from kubebuku.domain.terbilang import terbilang
from kubebuku.domain.text import N_
from kubebuku.i18n import _, pgettext
from kubebuku.ledger.work import Reading
from kubebuku.reports.asking import ask
from kubebuku.reports.document import Document, Paper, Paragraph, Part
from kubebuku.reports.frame import Frame
from kubebuku.reports.phrases import phrase, span_name
from kubebuku.reports.running import balance_before, closing_lines, described
from kubebuku.reports.signed import frame_of
from kubebuku.reports.table import Column, Formula, Row, Table, opening


def build(frame: Frame) -> tuple[Part, ...]:
    """A part for each place of money that holds or held something; the bank's comes last."""
    pages = [page for page in frame.boxes if page.rows or page.opening or page.closing]
    ordered = sorted(pages, key=_is_bank)
    return tuple(part(frame, page, frame.month.first, frame.month.last) for page in ordered)


def book(frame: Frame) -> tuple[Part, ...]:
    """The same by itself; where nothing was ever held, the empty book of the first place of money."""
    month = frame.month
    return build(frame) or (part(frame, frame.ask(CashBook(frame.reading.chart.boxes[0].code, month)), month.first, month.last),)


def document(reading: Reading, box: str, first: Month, last: Month, *, paper: Paper = "f4") -> Document:
    """The book of one place of money from month to month, by itself: for the button *Cetak*."""
    with frame_of(reading, last) as frame:
        page = over_months(reading, box, first, last)
        made = part(frame, page, first.first, last.last)
        said = span_name(first.first, last.last)
        return frame.document(made.title, said, (made,), paper=paper)


def over_months(reading: Reading, box: str, first: Month, last: Month) -> CashBookPage:
    """The pages of several months as one: the opening of the first, the balances running through."""
    begins = Month.of(reading.facts.opened)
    if first <= begins and last >= Month.of(reading.today).plus(1):
        return ask(reading, CashBook(box))
    pages = [ask(reading, CashBook(box, month)) for month in max(first, begins).until(last)]
    if not pages:
        return ask(reading, CashBook(box, last))
    return replace(
        pages[0],
        opening=pages[0].opening,
        rows=tuple(row for page in pages for row in page.rows),
        received=Rupiah(sum(page.received for page in pages)),
        paid=Rupiah(sum(page.paid for page in pages)),
        closing=pages[-1].closing,
        count=sum(page.count for page in pages),
        struck=sum(page.struck for page in pages),
    )


def part(frame: Frame, page: CashBookPage, first: date, last: date) -> Part:
    """One book with words and signatures."""
    bank = _is_bank(page)
    captions = [phrase(N_("Place of money: {box}"), box=page.label)]
    if bank and frame.group.bank:
        captions.append(phrase(N_("Account: {bank}"), bank=frame.group.bank))
    title = _("Bank book") if bank else _("Cash book")
    begins = first <= frame.reading.facts.opened
    return Part(
        f"cash-{page.box}",
        title,
        (
            table(page, first, last, until=min(last, frame.until), bank=bank, struck=frame.shows_struck, begins=begins),
            Paragraph(phrase(N_("In words: {words}"), words=terbilang(page.closing))),
            frame.group.signatures(frame.signed_on),
        ),
        captions=tuple(captions),
        period=span_name(first, last),
        sheet=page.label,
    )


def table(
    page: CashBookPage, first: date, last: date, *, until: date, bank: bool = False, struck: bool = True, begins: bool = False
) -> Table:
    """Opening line, each entry, totals at the end of `until`. A struck entry is crossed out and says what stands in its place.

    `begins`: the book of the group was opened here, so that no month stands before.
    """
    shown = [row for row in page.rows if struck or not row.struck]
    return Table(
        _columns(bank=bank),
        _rows(shown, bank=bank),
        totals=closing_lines(span_name(first, last), until, (page.received, page.paid), page.closing),
        opening=opening((None, first, None, balance_before(first, begins=begins or page.opens_book), None, None, page.opening)),
        carry=("in", "out"),
        empty=_("Nothing came in or went out."),
    )


def _columns(*, bank: bool) -> tuple[Column, ...]:
    running = Formula(plus=("in",), minus=("out",))
    return (
        Column("no", _("No."), "number", 9),
        Column("on", _("Date"), "date", 17),
        Column("bukti", _("Voucher\nor cheque no.") if bank else _("Voucher no."), width=26, small=True),
        Column("what", pgettext("column", "Description"), width=68),
        Column("in", _("Paid in\n(Rp)") if bank else _("Receipts\n(Rp)"), "money", 24),
        Column("out", _("Drawn\n(Rp)") if bank else _("Payments\n(Rp)"), "money", 24),
        Column("saldo", _("Balance\n(Rp)"), "money", 25, running=running),
    )


def _rows(shown: Sequence[CashRow], *, bank: bool) -> tuple[Row, ...]:
    places = {row.number: place for place, row in enumerate(shown, 1)}
    made = []
    for place, row in enumerate(shown, 1):
        number = f"{row.number}\n{row.nota}" if bank and row.nota else row.number
        made.append(
            Row(
                (
                    place,
                    row.on,
                    number,
                    described(row, places),
                    row.received or None,
                    row.paid or None,
                    row.balance,
                ),
                struck=row.struck,
            )
        )
    return tuple(made)


def _is_bank(page: CashBookPage) -> bool:
    return (page.box or "")[:4] == BANK
