"""Kwitansi of one entry: who paid, how much in figures and words, what for (domain.md 2.11)."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import OPENING, EntryId, PersonId
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.terbilang import terbilang
from kubebuku.domain.text import N_
from kubebuku.i18n import _, long_date
from kubebuku.ledger.journal import Written, read_entry
from kubebuku.ledger.tables import loan
from kubebuku.ledger.work import Reading
from kubebuku.reports.document import Document, KwitansiSlip, Paper, Part
from kubebuku.reports.frame import Frame
from kubebuku.reports.signed import frame_of


class NoMoneyMoved(RuleBroken):
    """A kwitansi says that money was received; this entry moved none."""

    code = "no-receipt"
    wrong = N_("No money came in or went out with {number}.")
    remedy = N_("A receipt is printed for money that was received or paid.")
    field = "entry"

    number: str


class StruckReceipt(RuleBroken):
    """What was struck out is no longer acknowledged."""

    wrong = N_("{number} has been struck out.")
    remedy = N_("Print the receipt of the entry in its place.")
    field = "entry"

    number: str


@dataclass(frozen=True, slots=True)
class Hands:
    """From whose hands into whose the money went; empty: a line to write on."""

    payer: str
    receiver: str
    role: str


def build(reading: Reading, id_: EntryId, *, payer: str = "", receiver: str = "", paper: Paper = "slip") -> Document:
    """The kwitansi of an entry; `payer` or `receiver` name the other side where the entry names nobody.

    Raises UnknownEntry, NoMoneyMoved, StruckReceipt.
    """
    written = read_entry(reading.connection, id_)
    if written.reversed_by is not None or written.reverses is not None:
        raise StruckReceipt(written.number)
    moved = sum(line.amount for line in written.postings if reading.chart[line.account].box)
    if not moved or written.kind == OPENING:
        raise NoMoneyMoved(written.number)
    with frame_of(reading, Month.of(written.on)) as frame:
        group = frame.group
        treasurer = group.officers.get("bendahara", "")
        other = _other_side(frame, written)
        received = Hands(payer or other, treasurer, _("Treasurer"))
        hands = received if moved > 0 else Hands(group.called, receiver or other, "")
        amount = Rupiah(abs(moved))
        slip = KwitansiSlip(
            written.number,
            hands.payer,
            amount,
            terbilang(amount),
            f"{written.description}, {long_date(written.on)}",
            group.place,
            long_date(written.on),
            hands.receiver,
            hands.role,
        )
        return frame.document(_("Receipt"), "", (Part("receipt", _("Receipt"), (slip,)),), paper=paper)


def _other_side(frame: Frame, written: Written) -> str:
    """The one person whom the entry names, else the borrower of its loan: jasa alone names only the loan."""
    named = {line.person for line in written.postings if line.person is not None}
    lent = {line.loan for line in written.postings if line.loan is not None}
    if not named and len(lent) == 1:
        borrower = frame.reading.connection.execute(select(loan.c.person).where(loan.c.id == lent.pop())).scalar_one()
        named = {PersonId(borrower)}
    return frame.people.get(named.pop(), "") if len(named) == 1 else ""
