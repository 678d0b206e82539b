"""Bukti penutupan: the counted cash (*berita acara hitung kas*), every balance and the check code of one closing.

A second closing also prints what changed since the one before, and by which entries; both are kept.
"""

from __future__ import annotations

from kubebuku.books.closing.queries import ClosingProof, Proof
from kubebuku.domain.accounts import Kind
from kubebuku.domain.calendar import Month
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_
from kubebuku.i18n import _, figure, joined, long_date, month_name
from kubebuku.ledger.work import Reading
from kubebuku.reports.document import Block, Document, Heading, Note, Pairs, Paper, Paragraph, Part, Value
from kubebuku.reports.frame import Frame, local_day
from kubebuku.reports.phrases import phrase
from kubebuku.reports.signed import frame_of_closing
from kubebuku.reports.table import Column, Formula, Row, Sum, Table, group, subtotal, total


def build(reading: Reading, month: Month, *, serial: int | None = None, paper: Paper = "f4") -> Document:
    """The proof of the newest closing of `month`, or of *penutupan ke-*`serial`; raises what `ClosingProof` raises."""
    with frame_of_closing(reading, month, serial) as frame:
        proof = frame.ask(ClosingProof(month, serial))
        blocks: list[Block] = [Pairs(_facts(proof), label_width=48)]
        if proof.replaces is not None:
            replaces = phrase(N_("Replaces the check code {code}."), code=proof.replaces)
            why = phrase(N_("The month was opened again: {reason}"), reason=proof.reopened_because or "")
            blocks.append(Note(f"{replaces}\n{why}"))
        blocks += [Heading(_("Minutes of the cash count")), counts_block(proof)]
        if proof.replaces is not None:
            title = phrase(N_("What changed since closing no. {serial}"), serial=proof.serial - 1)
            blocks += [Heading(title), changes_block(proof)]
        blocks += [Heading(_("Balance of every account")), balances_table(frame, proof)]
        blocks.append(frame.group.signatures(local_day(proof.recorded)))
        caption = phrase(N_("Closing no. {serial}"), serial=proof.serial)
        part = Part("closing", _("Proof of closing"), tuple(blocks), captions=(caption,))
        return frame.document(part.title, month_name(month), (part,), paper=paper, code=proof.code)


def _facts(proof: Proof) -> tuple[tuple[str, Value], ...]:
    return (
        (_("Month"), month_name(proof.month)),
        (_("Closed on"), long_date(local_day(proof.recorded))),
        (_("Closed by"), proof.who or "–"),
        (_("Check code"), proof.code),
        (_("Entries that count"), figure(proof.entries)),
        (_("Newest entry"), proof.last_number or "–"),
    )


# --------------------------------------------------------------------------------------------------------------- counts


def counts_block(proof: Proof) -> Table | Paragraph:
    """Book, counted and difference of each box, with what explains it."""
    if not proof.boxes:
        return Paragraph(_("No money was counted at this closing."))
    columns = (
        Column("box", _("Place of money"), width=38),
        Column("book", _("By the book\n(Rp)"), "money", 27),
        Column("counted", _("Counted\n(Rp)"), "money", 27),
        Column("difference", _("Difference\n(Rp)"), "money", 25, across=Formula(plus=("counted",), minus=("book",))),
        Column("why", _("Explanation"), width=63),
    )
    rows = []
    for box in proof.boxes:
        difference = None if box.counted is None else box.counted - box.book
        why = box.explanation or (_("not counted") if box.counted is None else "")
        rows.append(Row((box.label, box.book, box.counted, difference, why)))
    return Table(columns, tuple(rows), numbered=False)


# -------------------------------------------------------------------------------------------------------------- balances


def balances_table(frame: Frame, proof: Proof) -> Table:
    """Each account as the closing wrote it down, signed for reading; the two sides sum to the same."""
    columns = (
        Column("code", _("Code"), width=18),
        Column("what", _("Account"), width=112),
        Column("amount", _("Balance\n(Rp)"), "money", 50),
    )
    kinds = (
        (Kind.ASSET, _("Assets"), _("Total assets")),
        (Kind.LIABILITY, _("Liabilities"), _("Total liabilities")),
        (Kind.EQUITY, _("Equity"), _("Total equity")),
        (Kind.INCOME, _("Income of the year not yet closed"), _("Total income")),
        (Kind.COST, _("Costs of the year not yet closed"), _("Total costs")),
    )
    rows: list[Row] = []
    sums = dict.fromkeys(Kind, Rupiah(0))
    for kind, title, summed in kinds:
        lines = [one for one in proof.accounts if frame.reading.chart[one.code].kind is kind]
        if not lines:
            continue
        sums[kind] = Rupiah(sum(one.amount for one in lines))
        rows.append(group(title))
        rows += [Row((one.code, one.label, one.amount)) for one in lines]
        rows.append(subtotal(summed, (None, None, sums[kind]), key=kind.value))
    both = total(
        _("Liabilities, equity and income less costs"),
        (None, None, sums[Kind.LIABILITY] + sums[Kind.EQUITY] + sums[Kind.INCOME] - sums[Kind.COST]),
        summed=Sum(of=(Kind.LIABILITY.value, Kind.EQUITY.value, Kind.INCOME.value), minus=(Kind.COST.value,)),
    )
    return Table(columns, tuple(rows), totals=(both,), style="statement")


# --------------------------------------------------------------------------------------------------------------- changes


def changes_block(proof: Proof) -> Table | Paragraph:
    """Each account whose balance is not what the closing before wrote down, and by which entries."""
    if not proof.changed:
        return Paragraph(_("No balance changed."))
    columns = (
        Column("what", _("Account"), width=56),
        Column("was", _("It was\n(Rp)"), "money", 28),
        Column("now", _("It is\n(Rp)"), "money", 28),
        Column("by", _("By the entries"), width=68),
    )
    rows = tuple(Row((one.label, one.was, one.now, joined(one.entries))) for one in proof.changed)
    return Table(columns, rows, numbered=False)
