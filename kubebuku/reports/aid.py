"""Realisasi bantuan: what each programme brought, what was done with it, what is left."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from kubebuku.books.enterprise.aid_queries import AidLine, AidRealisation, AidUse
from kubebuku.domain.aid import AidKind, AidRole
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_
from kubebuku.i18n import _, joined, month_name, pgettext
from kubebuku.reports.document import Block, Heading, Paragraph, Part
from kubebuku.reports.frame import Frame
from kubebuku.reports.phrases import phrase
from kubebuku.reports.table import Column, Formula, Row, Sum, Table, opening, total


def build(frame: Frame) -> tuple[Part, ...]:
    """All programmes on one table, then with its entries each that moved in the month; nothing for a group without aid."""
    programmes = frame.ask(AidRealisation(frame.until))
    if not programmes:
        return ()
    blocks: list[Block] = [summary(programmes)]
    moved = [one for one in programmes if any(line.on >= frame.month.first for line in one.lines)]
    if not moved:
        blocks.append(Paragraph(_("Nothing was received, used or passed on in this month.")))
    for programme in moved:
        blocks.append(Heading(f"{programme.label} {programme.year}"))
        giver = phrase(N_("from {giver}"), giver=programme.giver) if programme.giver else ""
        said = ", ".join(one for one in (kind_name(programme.kind), giver, programme.note or "") if one)
        blocks.append(Paragraph(said, small=True))
        blocks.append(programme_table(frame, programme))
    blocks.append(frame.group.signatures(frame.signed_on))
    caption = phrase(N_("Up to {day}"), day=frame.until)
    return (Part("aid", _("Use of aid"), tuple(blocks), captions=(caption,)),)


def kind_name(kind: str) -> str:
    """Whether the aid stays, is paid back or is passed on."""
    match AidKind(kind):
        case AidKind.GRANT:
            return _("grant, it stays with the group")
        case AidKind.LOAN:
            return _("loan, it is paid back")
        case AidKind.REVOLVING:
            return _("revolving, it is passed on")
        case never:
            assert_never(never)


def summary(programmes: Sequence[AidUse]) -> Table:
    """One line a programme, from its first day."""
    columns = (
        Column("what", _("Programme"), width=52),
        Column("in", _("Received\n(Rp)"), "money", 26),
        Column("used", _("Used\n(Rp)"), "money", 26),
        Column("on", _("Passed on\n(Rp)"), "money", 25),
        Column("back", _("Paid back\n(Rp)"), "money", 25),
        Column("rest", _("Left\n(Rp)"), "money", 26, across=Formula(plus=("in",), minus=("used", "on", "back"))),
    )
    figures = [(one.received, one.used, one.passed_on, one.returned, one.rest) for one in programmes]
    rows = tuple(Row((f"{one.label} {one.year}", *amounts)) for one, amounts in zip(programmes, figures, strict=True))
    sums = tuple(Rupiah(sum(column)) for column in zip(*figures, strict=True))
    return Table(columns, rows, totals=(total(_("Total"), (None, *sums), summed=Sum()),), numbered=False)


def programme_table(frame: Frame, programme: AidUse) -> Table:
    """The entries of the month; what came before stands in the first line."""
    columns = (
        Column("no", _("No."), "number", 8),
        Column("date", _("Date"), "date", 17),
        Column("bukti", _("Voucher no."), width=25, small=True),
        Column("what", pgettext("column", "Description"), width=60),
        Column("in", _("Received\n(Rp)"), "money", 25),
        Column("out", _("Used, passed on\nor paid back (Rp)"), "money", 28),
        Column("rest", _("Left\n(Rp)"), "money", 25, running=Formula(plus=("in",), minus=("out",))),
    )
    earlier = [line for line in programme.lines if line.on < frame.month.first]
    lines = [line for line in programme.lines if line.on >= frame.month.first]
    came, went = _came(earlier), _went(earlier)
    left = came - went
    rows = []
    for place, line in enumerate(lines, 1):
        received = _is_received(line)
        left = left + line.amount if received else left - line.amount
        what = f"{line.description} ({joined(line.what)})" if line.what else line.description
        amounts = (line.amount, None) if received else (None, line.amount)
        rows.append(Row((place, line.on, line.number, what, *amounts, left)))
    empty: tuple[None, ...] = (None,) * 4
    said = _("Up to the month before")
    return Table(
        columns,
        tuple(rows),
        totals=(
            total(
                phrase(N_("Up to {month}"), month=month_name(frame.month)),
                (*empty, programme.received, programme.received - programme.rest, programme.rest),
                summed=Sum(opening=True),
            ),
        ),
        opening=opening((None, frame.month.first, None, said, came, went, came - went)),
        empty=_("Nothing in this month."),
        numbered=False,
    )


def _is_received(line: AidLine) -> bool:
    return line.role == AidRole.RECEIVED.value


def _came(lines: Sequence[AidLine]) -> Rupiah:
    return Rupiah(sum(line.amount for line in lines if _is_received(line)))


def _went(lines: Sequence[AidLine]) -> Rupiah:
    return Rupiah(sum(line.amount for line in lines if not _is_received(line)))
