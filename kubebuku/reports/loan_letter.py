"""Surat teguran: which instalments are late, what they come to, and until when an answer is hoped for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from kubebuku.books.savings_loan.instalments import State
from kubebuku.books.savings_loan.queries import LoanCard, LoanCardData
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import LoanId
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.terbilang import terbilang
from kubebuku.domain.text import N_, PN_
from kubebuku.i18n import _, long_date, say
from kubebuku.ledger.work import Reading
from kubebuku.reports.document import Block, Document, Pairs, Paper, Paragraph, Part, Party, Signatures
from kubebuku.reports.frame import Frame
from kubebuku.reports.loan_papers import address_of
from kubebuku.reports.phrases import phrase
from kubebuku.reports.table import Column, Formula, Row, Sum, Table, total

#: Days in which an answer is hoped for.
DAYS_TO_ANSWER = 7
_WHICH = (PN_("reminder", "first"), PN_("reminder", "second"), PN_("reminder", "third"))


class NothingLate(RuleBroken):
    """A reminder for somebody who owes nothing yet."""

    wrong = N_("No instalment of the loan {label} is late.")
    remedy = N_("A reminder is printed for a loan in arrears.")
    field = "loan"

    label: str


def document(
    reading: Reading, loan: LoanId, *, at: date | None = None, which: int = 1, number: str = "", paper: Paper = "a4"
) -> Document:
    """The reminder of a loan in arrears on `at` (today if None), the first, second or third (`which`).

    `number` is that of the letter, empty for a line to write on. Raises LoanUnknown, NothingLate.
    """
    day = at or reading.today
    frame = Frame(reading, Month.of(day))
    card = frame.ask(LoanCard(loan, day))
    if not card.row.days_late:
        raise NothingLate(card.row.label)
    title = _("Letter of reminder")
    part = Part("loan-letter", title, tuple(_blocks(frame, card, which, number)), period="", heading=False)
    return frame.document(title, card.row.label, (part,), paper=paper)


def _blocks(frame: Frame, card: LoanCardData, which: int, number: str) -> Iterator[Block]:
    row, group = card.row, frame.group
    ordinal = say(_WHICH[min(max(which, 1), len(_WHICH)) - 1])
    yield Pairs(
        (
            (_("Number"), number or "........................"),
            (_("Subject"), phrase(N_("{which} reminder, loan {label}"), which=ordinal, label=row.label)),
            (_("To"), ", ".join(part for part in (row.name, address_of(frame, row.person)) if part)),
        ),
        label_width=24,
    )
    yield Paragraph(_("With respect,"))
    told = N_("By our book the following instalments of your loan of {amount}, received on {opened}, were not paid until {day}:")
    yield Paragraph(phrase(told, amount=row.principal, opened=row.opened, day=card.at))
    yield _late(card)
    owed = row.late + row.fine
    if row.fine:
        yield Paragraph(phrase(N_("With a fine of {fine} this comes to {owed}."), fine=row.fine, owed=owed))
    yield Paragraph(phrase(N_("In words: {words}"), words=terbilang(owed)))
    asked = N_(
        "Please pay it, or come and talk with us about it, until {day}. If you have paid already, please show us the receipt."
    )
    yield Paragraph(phrase(asked, day=card.at + timedelta(days=DAYS_TO_ANSWER)))
    yield Paragraph(_("The money is the group's, and other members wait for their turn to borrow. Thank you for your attention."))
    parties = (Party(_("Chair"), group.officers.get("ketua", "")), Party(_("Treasurer"), group.officers.get("bendahara", "")))
    yield Signatures(group.place, long_date(card.at), parties)


def _late(card: LoanCardData) -> Table:
    columns = (
        Column("no", _("Instalment\nno."), "number", 20),
        Column("due", _("Due on"), "date", 26),
        Column("principal", _("Principal\n(Rp)"), "money", 28),
        Column("fee", _("Service fee\n(Rp)"), "money", 28),
        Column("amount", _("Amount\n(Rp)"), "money", 28, across=Formula(plus=("principal", "fee"))),
        Column("days", _("Days\nlate"), "number", 18),
    )
    late = [line for line in card.lines if line.state is State.LATE]
    parts = [(line.principal - line.principal_paid, line.interest - line.interest_paid) for line in late]
    rows = tuple(
        Row((line.no, line.due, principal, fee, principal + fee, line.days_late))
        for line, (principal, fee) in zip(late, parts, strict=True)
    )
    principal, fee = Rupiah(sum(one for one, _fee in parts)), Rupiah(sum(one for _principal, one in parts))
    return Table(
        columns,
        rows,
        totals=(total(_("Total"), (None, None, principal, fee, principal + fee, None), summed=Sum()),),
        numbered=False,
    )
