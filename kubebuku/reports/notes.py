"""Catatan atas laporan keuangan: one page on what the figures mean and where they are uncertain (SAK EMKM)."""

from __future__ import annotations

from kubebuku.domain.accounts import (
    DEPRECIATION_HELD,
    EQUIPMENT,
    LIVESTOCK,
    LOAN_ALLOWANCE,
    MEMBER_LOANS,
    OBLIGATORY_SAVINGS,
    OUTSIDER_LOANS,
    PRINCIPAL_SAVINGS,
    SOLIDARITY_FUND,
    STOCK,
    UNEXPLAINED,
    VOLUNTARY_SAVINGS,
)
from kubebuku.domain.money import Rupiah
from kubebuku.domain.statements import amounts_of, position
from kubebuku.domain.text import N_
from kubebuku.i18n import _, joined
from kubebuku.ledger import closings
from kubebuku.reports.document import Block, Heading, Note, Pairs, Paragraph, Part, Value
from kubebuku.reports.frame import Frame
from kubebuku.reports.phrases import phrase


def build(frame: Frame) -> tuple[Part, ...]:
    """The group, the basis, the policies, figures explained, and what is still open."""
    blocks: list[Block] = [
        Heading(_("1. The group"), 2),
        Paragraph(_general(frame)),
        Heading(_("2. Basis"), 2),
        Paragraph(_basis()),
        Heading(_("3. How things are reckoned"), 2),
        Paragraph("\n".join(_policies(frame))),
        Heading(_("4. What the figures are made of"), 2),
    ]
    details = _details(frame)
    blocks.append(Pairs(details, label_width=92) if details else Paragraph(_("Nothing is written in the book yet.")))
    if doubts := _doubts(frame):
        blocks.append(Note("\n".join(doubts), _("5. What the reader should know")))
    caption = phrase(N_("For {month}"), month=frame.month)
    return (Part("notes", _("Notes to the financial statements"), tuple(blocks), captions=(caption,)),)


def _held(frame: Frame, *bases: str) -> Rupiah:
    """What these accounts hold together, debit positive."""
    return Rupiah(sum(frame.at_end.get(account.code, 0) for account in frame.reading.chart.under(*bases)))


def _general(frame: Frame) -> str:
    group = frame.group
    businesses = joined([unit.label for unit in frame.units if unit.closed is None or unit.closed >= frame.month.first])
    said = [
        phrase(
            N_("{group} is a joint business group of its members. Its businesses: {names}."), group=group.called, names=businesses
        )
    ]
    if group.founded:
        said.append(phrase(N_("It was founded in {year}."), year=group.founded))
    if group.members:
        said.append(phrase(N_("On {day} it had {number} members."), day=frame.until, number=group.members))
    said.append(phrase(N_("Its book has been kept here since {day}."), day=frame.reading.facts.opened))
    return " ".join(said)


def _basis() -> str:
    return _(
        "The statements follow SAK EMKM, the standard for micro, small and medium entities: at cost, on the assumption that "
        "the group goes on, in whole rupiah. The book year is the calendar year. Sales, purchases, wages and costs count when "
        "they happen, also when they are paid later; the cash flow statement shows money when it moves."
    )


def _policies(frame: Frame) -> list[str]:
    said = [
        _("Cash: all places of money, the bank included. Money that moves between them is neither income nor cost."),
        _("Jasa and fines of loans are income when they are received; what is due and unpaid is not in these figures."),
        _("Stock and livestock stand at purchase price and are set right when they are counted."),
        _("Equipment stands at cost and loses value in equal monthly parts over its life (straight line)."),
        _("Aid that stays with the group is capital; aid that is passed on or paid back is a debt."),
        _("Principal and mandatory savings are capital. Voluntary savings can be taken back and are a debt to members."),
        _("The solidarity fund (IKS) belongs to its purpose: it is a debt, never income of the group."),
    ]
    if _held(frame, LOAN_ALLOWANCE):
        said.append(_("By decision of the group an allowance for loans at risk is set aside."))
    else:
        said.append(_("No allowance is made for loans and receivables that may not come back; SAK EMKM does not ask for one."))
    return [f"• {one}" for one in said]


def _details(frame: Frame) -> tuple[tuple[str, Value], ...]:
    """Figures that a reader of the statements asks about; what is nil is left out."""
    label = frame.label
    lines: list[tuple[str, Value]] = [(page.label, page.closing) for page in frame.boxes if page.closing]
    lines += [
        (_("Loans that members and others still owe"), _held(frame, MEMBER_LOANS, OUTSIDER_LOANS)),
        (_("Stock and livestock"), _held(frame, STOCK, LIVESTOCK)),
        (_("Equipment at cost"), _held(frame, EQUIPMENT)),
        (_("Depreciation so far"), _held(frame, DEPRECIATION_HELD)),
        (_("Principal and mandatory savings"), -_held(frame, PRINCIPAL_SAVINGS, OBLIGATORY_SAVINGS)),
        (label(VOLUNTARY_SAVINGS), -_held(frame, VOLUNTARY_SAVINGS)),
        (label(SOLIDARITY_FUND), -_held(frame, SOLIDARITY_FUND)),
    ]
    return tuple(line for line in lines if line[1])


def _doubts(frame: Frame) -> list[str]:
    """Where these figures are not the last word."""
    said = []
    if frame.closing is None:
        said.append(phrase(N_("{month} has not been closed: its entries can still be mended."), month=frame.month))
    else:
        kept = closings.kept_counts(frame.reading.connection, frame.closing.id)
        skipped = [frame.label(code) for code, count in kept.items() if count.counted is None]
        if skipped:
            said.append(phrase(N_("Not counted at the closing: {boxes}."), boxes=joined(skipped)))
    unexplained = -_held(frame, UNEXPLAINED)
    if unexplained:
        said.append(
            phrase(
                N_("Of the opening balances {amount} is not explained yet; a decision of the group will name it."),
                amount=unexplained,
            )
        )
    rows = position(frame.reading.chart, {"now": frame.positions["now"]})
    earlier = amounts_of(rows, "result_earlier")["now"]
    if earlier:
        said.append(phrase(N_("The result of earlier years, {amount}, has not been closed yet."), amount=earlier))
    return [f"• {one}" for one in said]
