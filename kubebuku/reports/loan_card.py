"""Kartu pinjaman: a loan in the columns of the yellow card (domain.md 2.5), and its instalments with what was paid."""

from __future__ import annotations

from datetime import date

from kubebuku.books.savings_loan.instalments import State
from kubebuku.books.savings_loan.queries import LoanCard, LoanCardData
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import LoanId
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_
from kubebuku.i18n import _, long_date
from kubebuku.ledger.work import Reading
from kubebuku.reports.document import Block, Document, Heading, Pairs, Paper, Paragraph, Part, Side
from kubebuku.reports.frame import Frame
from kubebuku.reports.loan_papers import address_of, fee_words, fine_words, term_words, who
from kubebuku.reports.phrases import phrase
from kubebuku.reports.table import Column, Row, Sum, Table, total


def document(reading: Reading, loan: LoanId, *, at: date | None = None, paper: Paper = "a4") -> Document:
    """The card of a loan as it stands on `at` (today if None); raises LoanUnknown."""
    frame = Frame(reading, Month.of(at or reading.today))
    card = frame.ask(LoanCard(loan, at))
    title = _("Loan card")
    part = Part("loan-card", title, _blocks(frame, card), captions=(card.row.label,), period=long_date(card.at))
    return frame.document(title, card.row.label, (part,), paper=paper)


def _blocks(frame: Frame, card: LoanCardData) -> tuple[Block, ...]:
    row = card.row
    left = (
        (_("Name"), f"{row.name} ({who(card)})"),
        (_("Address, telephone"), address_of(frame, row.person) or "–"),
        (_("Security"), card.guarantee or "–"),
        (_("Used for"), card.purpose or "–"),
    )
    right = (
        (_("Number"), row.label),
        (_("Loan"), row.principal),
        (_("Service fee"), fee_words(card)),
        (_("Term"), term_words(card)),
        (_("Fine"), fine_words(card.rule)),
    )
    blocks: list[Block] = [Side((Pairs(left, label_width=34),), (Pairs(right, label_width=28),), share=0.55), card_table(card)]
    if card.let_go:
        blocks.append(Paragraph(phrase(N_("Service fee and fine let go by decision: {amount}."), amount=card.let_go)))
    if card.last_due is not None:
        blocks.append(Paragraph(phrase(N_("TO BE REPAID BY: {day}"), day=long_date(card.last_due).upper()), bold=True))
    if card.lines:
        blocks += [Heading(_("Instalments"), 2), _instalments(card)]
    blocks.append(frame.group.signatures(card.at, witnesses=False))
    return tuple(blocks)


def card_table(card: LoanCardData) -> Table:
    """Tgl, No. Bukti, Ang Ke, Jumlah Pinjaman, Angsuran, Saldo, Jasa, Denda, Paraf; empty lines to write on."""
    columns = (
        Column("on", _("Date"), "date", 20),
        Column("bukti", _("Voucher no."), width=27, small=True),
        Column("no", _("Inst.\nno."), "number", 12),
        Column("lent", _("Loan\n(Rp)"), "money", 25),
        Column("repaid", _("Instalment\n(Rp)"), "money", 25),
        Column("rest", _("Balance\n(Rp)"), "money", 25),
        Column("fee", _("Service fee\n(Rp)"), "money", 23),
        Column("fine", _("Fine\n(Rp)"), "money", 20),
        Column("sign", _("Initials"), width=16),
    )
    rows = tuple(
        Row((line.on, line.number, line.no, line.lent or None, line.repaid or None, line.balance, line.fee, line.fine, None))
        for line in card.rows
    )
    sums = (
        Rupiah(sum(line.lent for line in card.rows)),
        Rupiah(sum(line.repaid for line in card.rows)),
        None,
        Rupiah(sum(line.fee for line in card.rows)),
        Rupiah(sum(line.fine for line in card.rows)),
    )
    totals = (total(_("Total"), (None, None, None, *sums, None), summed=Sum()),) if rows else ()
    return Table(columns, rows, totals=totals, empty=_("The money was not handed over yet."))


def _instalments(card: LoanCardData) -> Table:
    columns = (
        Column("no", _("Inst.\nno."), "number", 12),
        Column("due", _("Due on"), "date", 22),
        Column("principal", _("Principal\n(Rp)"), "money", 25),
        Column("fee", _("Service fee\n(Rp)"), "money", 23),
        Column("paid", _("Paid\n(Rp)"), "money", 25),
        Column("paid_on", _("Paid on"), "date", 22),
        Column("state", _("Standing"), width=40),
    )
    rows = tuple(
        Row(
            (
                line.no,
                line.due,
                line.principal,
                line.interest,
                line.received,
                line.paid_on,
                state_words(line.state, line.days_late),
            )
        )
        for line in card.lines
    )
    sums = (
        Rupiah(sum(line.principal for line in card.lines)),
        Rupiah(sum(line.interest for line in card.lines)),
        Rupiah(sum(line.received for line in card.lines)),
    )
    return Table(columns, rows, totals=(total(_("Total"), (None, None, *sums, None, None), summed=Sum()),), numbered=False)


def state_words(state: State, days: int) -> str:
    """How an instalment stands, in a word or two."""
    if state is State.LATE:
        return phrase(N_("late by {days} days"), days=days)
    if state is State.PAID:
        return phrase(N_("paid, {days} days late"), days=days) if days else _("paid")
    return _("due today") if state is State.DUE else _("not yet due")
