"""Surat perjanjian pinjaman: what was agreed, the instalments, and who signs; an agreement bears a meterai at any value."""

from __future__ import annotations

from collections.abc import Iterator

from kubebuku.books.savings_loan.queries import LoanCard, LoanCardData
from kubebuku.books.savings_loan.rules import EVERY_NAMES, FineKind
from kubebuku.books.savings_loan.schedules import Method
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import LoanId
from kubebuku.domain.money import Rupiah
from kubebuku.domain.terbilang import terbilang
from kubebuku.domain.text import N_
from kubebuku.i18n import _, full_date, long_date, say
from kubebuku.ledger.work import Reading
from kubebuku.reports.document import Block, Document, Heading, Pairs, Paper, Paragraph, Part, Party, Signatures
from kubebuku.reports.frame import Frame
from kubebuku.reports.loan_papers import address_of, fee_words, fine_words, nik_of, schedule_table
from kubebuku.reports.phrases import phrase


def document(reading: Reading, loan: LoanId, *, paper: Paper = "a4", duty: bool = True) -> Document:
    """The agreement on a loan that was handed over; `duty` draws the place of the meterai (UU 10/2020). Raises LoanUnknown."""
    first = reading.today
    frame = Frame(reading, Month.of(first))
    card = frame.ask(LoanCard(loan))
    # the instalments as agreed, before anything was paid
    agreed = frame.ask(LoanCard(loan, card.row.opened))
    title = _("Loan agreement")
    caption = phrase(N_("Number {number}"), number=card.row.label)
    part = Part("loan-agreement", title, tuple(_blocks(frame, agreed, duty=duty)), captions=(caption,), period="")
    return frame.document(title, card.row.label, (part,), paper=paper)


def _blocks(frame: Frame, card: LoanCardData, *, duty: bool) -> Iterator[Block]:
    group, row = frame.group, card.row
    chair = group.officers.get("ketua", "")
    yield Paragraph(phrase(N_("On {day} the undersigned agree:"), day=full_date(row.opened)))
    yield Pairs(
        (
            (
                _("First party"),
                phrase(N_("{group}, represented by its chair {chair}"), group=group.called, chair=chair or "........"),
            ),
            (_("Address"), group.address or "–"),
        ),
        label_width=34,
    )
    yield Pairs(
        (
            (_("Second party"), row.name),
            (_("NIK"), nik_of(frame, row.person) or "................................"),
            (_("Address"), address_of(frame, row.person) or "................................"),
        ),
        label_width=34,
    )
    for no, words in enumerate(_articles(card), start=1):
        yield Paragraph(f"{no}. {words}")
    yield Heading(_("Instalments"), 2)
    yield schedule_table(card)
    yield Paragraph(_("This agreement was read to both parties, is understood, and is signed without force from anybody."))
    parties = (
        Party(_("First party, chair"), chair),
        Party(_("Treasurer"), group.officers.get("bendahara", "")),
        Party(_("Second party, borrower"), row.name, duty=duty),
    )
    yield Signatures(group.place, long_date(row.opened), parties, (Party(_("Companion"), group.companion),))


def _articles(card: LoanCardData) -> Iterator[str]:
    row = card.row
    lent = N_("The first party lends {amount} ({words}) to the second party, who has received it on {day}.")
    yield phrase(lent, amount=row.principal, words=terbilang(row.principal), day=row.opened)
    if card.purpose:
        yield phrase(N_("The loan is used for: {purpose}."), purpose=card.purpose)
    if card.lines:
        repaid = N_("It is repaid in {count} instalments ({every}), the first on {first}, the last on {last}, as listed below.")
        first, last = card.lines[0].due, card.lines[-1].due
        yield phrase(repaid, count=len(card.lines), every=say(EVERY_NAMES[card.every]), first=first, last=last)
    if row.method is Method.NONE:
        yield _("No service fee is asked.")
    else:
        fee = Rupiah(sum(line.interest for line in card.lines))
        yield phrase(
            N_("The service fee is {fee}, altogether {amount} if every instalment is paid on its day."),
            fee=fee_words(card),
            amount=fee,
        )
    yield _("The loan may be repaid earlier; then only the service fee of the periods begun is paid.")
    if card.rule.fine is not FineKind.NONE:
        yield phrase(N_("The fine for being late is {fine}."), fine=fine_words(card.rule))
    if card.guarantee:
        yield phrase(N_("Security: {guarantee}."), guarantee=card.guarantee)
    yield _("If the second party cannot pay on time, this is told to the group before the day, and both look for a way together.")
    yield _("Whatever is not agreed here is decided by the members' meeting and the lending rules of the group.")
