"""Lembar setoran on paper: the sheet of a meeting with its bills, blank or as it was saved, and a strip for each member."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kubebuku.books.collection.commands import Part
from kubebuku.books.collection.queries import CollectionSheet, SheetLine, SheetPage
from kubebuku.books.meetings.rules import Presence
from kubebuku.books.meetings.words import PRESENCES
from kubebuku.domain.calendar import Month
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_
from kubebuku.i18n import _, full_date, long_date, say
from kubebuku.ledger.work import Reading
from kubebuku.reports.document import Block, Document, Paper, Paragraph, Strip, Value
from kubebuku.reports.document import Part as PaperPart
from kubebuku.reports.frame import Frame
from kubebuku.reports.phrases import phrase
from kubebuku.reports.table import Cell, Column, Formula, Row, Sum, Table, total

_NIL = Rupiah(0)


# ---- the sheet


def sheet(reading: Reading, on: date, meeting: int | None = None, *, paper: Paper = "f4") -> Document:
    """What was paid on the day, where anything was; else the blank sheet with the bills, to be written on by hand."""
    frame = Frame(reading, Month.of(on))
    page = frame.ask(CollectionSheet(on, meeting))
    return _written(frame, page, paper) if any(line.paid.total for line in page.lines) else _blank(frame, page, paper)


def blank(reading: Reading, on: date, meeting: int | None = None, *, paper: Paper = "f4") -> Document:
    """The sheet with the bills, whatever was paid already."""
    frame = Frame(reading, Month.of(on))
    return _blank(frame, frame.ask(CollectionSheet(on, meeting)), paper)


def _blank(frame: Frame, page: SheetPage, paper: Paper) -> Document:
    bills, given = _("Bill (Rp)"), _("Paid at the meeting (Rp)")
    columns = (
        Column("no", _("No."), "number", 9),
        Column("name", _("Name"), width=42),
        Column("state", _("Present"), width=12),
        Column("obligatory", _("Obligatory"), "money", 20, over=bills),
        Column("dues", _("IKS"), "money", 17, over=bills),
        Column("loan", _("Instalment\nand jasa"), "money", 22, over=bills),
        Column("fine", _("Fine"), "money", 17, over=bills),
        *(Column(f"paid_{part.value}", _(title), width=width, over=given) for part, title, width in _HEADS),
        Column("paid", _("Total"), width=23, over=given),
        Column("sign", _("Initials"), width=16),
    )
    rows = tuple(Row(_bill(line) + (None,) * (len(Part) + 2)) for line in page.lines)
    sums = [
        Rupiah(sum(line.due(Part.OBLIGATORY) for line in page.lines)),
        Rupiah(sum(line.due(Part.DUES) for line in page.lines)),
        Rupiah(sum(line.due(Part.PRINCIPAL) + line.due(Part.FEE) for line in page.lines)),
        Rupiah(sum(line.due(Part.FINE) for line in page.lines)),
    ]
    foot = total(_("Total"), (None, None, None, *sums, *((None,) * (len(Part) + 2))), summed=Sum())
    table = Table(columns, rows, totals=(foot,), empty=_("No member is written yet."))
    told = Paragraph(_("Counted: savings and loans Rp ................ · IKS Rp ................ · fines Rp ................"))
    return _document(frame, page, (table, told), _("Sheet to be filled in"), paper)


_HEADS = (
    (Part.OBLIGATORY, N_("Obligatory"), 20),
    (Part.VOLUNTARY, N_("Voluntary"), 21),
    (Part.DUES, N_("IKS"), 17),
    (Part.PRINCIPAL, N_("Instalment"), 23),
    (Part.FEE, N_("Jasa"), 18),
    (Part.FINE, N_("Fine"), 17),
)


def _bill(line: SheetLine) -> tuple[Cell, ...]:
    loan = line.due(Part.PRINCIPAL) + line.due(Part.FEE)
    return (line.number, line.name, _letter(line), line.due(Part.OBLIGATORY), line.due(Part.DUES), loan, line.due(Part.FINE))


def _letter(line: SheetLine) -> str | None:
    return None if line.presence is None else say(PRESENCES[line.presence])[:1].upper()


def _written(frame: Frame, page: SheetPage, paper: Paper) -> Document:
    joins = any(line.paid.joining for line in page.lines)
    joining = (Column("joining", _("Principal\nsavings"), "money", 24),) if joins else ()
    parts = (*(column.key for column in joining), *(part.value for part in Part))
    columns = (
        Column("no", _("No."), "number", 9),
        Column("name", _("Name"), width=52),
        Column("state", _("Present"), width=22),
        *joining,
        *(Column(part.value, _(title), "money", width + 6) for part, title, width in _HEADS),
        Column("all", _("Total\n(Rp)"), "money", 28, across=Formula(plus=parts)),
        Column("sign", _("Initials"), width=24),
    )
    rows = tuple(_paid(line, parts) for line in page.lines)
    sums = [Rupiah(sum(getattr(line.paid, part) for line in page.lines)) for part in parts]
    foot = total(_("Total"), (None, None, None, *sums, Rupiah(sum(sums)), None), summed=Sum())
    table = Table(columns, rows, totals=(foot,), carry=(*parts, "all"))
    blocks: list[Block] = [table]
    if page.written:
        said = N_("Vouchers {numbers}.")
        blocks.append(Paragraph(phrase(said, numbers=", ".join(_spans(page.vouchers))), small=True))
    blocks.append(frame.group.signatures(page.on, witnesses=False))
    return _document(frame, page, tuple(blocks), _("What was paid in"), paper)


def _paid(line: SheetLine, parts: Iterable[str]) -> Row:
    state = None if line.presence is None else say(PRESENCES[line.presence]).capitalize()
    return Row((line.number, line.name, state, *(getattr(line.paid, part) for part in parts), line.paid.total, None))


def _spans(vouchers: Iterable[str]) -> Iterable[str]:
    """Numbers that follow each other as BKM/2026/0120 … 0153."""
    spans: list[list[str]] = []
    for number in vouchers:
        head, at = number.rsplit("/", 1)
        last_head, last = spans[-1][-1].rsplit("/", 1) if spans else ("", "0")
        if head == last_head and int(at) == int(last) + 1:
            spans[-1].append(number)
        else:
            spans.append([number])
    return (f"{one[0]} … {one[-1].rsplit('/', 1)[-1]}" if len(one) > 1 else one[0] for one in spans)


def _document(frame: Frame, page: SheetPage, blocks: tuple[Block, ...], heading: str, paper: Paper) -> Document:
    said = N_("Meeting of {day}") if page.meeting is not None else N_("{day}")
    caption = phrase(said, day=full_date(page.on))
    part = PaperPart("collection", heading, blocks, captions=(caption,), landscape=True)
    return frame.document(_("Collection sheet"), long_date(page.on), (part,), paper=paper)


# ---- the strips


def strips(reading: Reading, on: date, meeting: int | None = None, *, paper: Paper = "f4") -> Document:
    """A strip for each member: the day's payments above, savings and loan below; eight on a page, to be cut."""
    frame = Frame(reading, Month.of(on))
    page = frame.ask(CollectionSheet(on, meeting))
    group = frame.group.called
    blocks = tuple(_strip(line, page, group) for line in page.lines if line.number is not None or line.paid.total)
    part = PaperPart("strips", _("Strips of the members"), blocks)
    return frame.document(_("Strips of the members"), long_date(on), (part,), paper=paper)


def _strip(line: SheetLine, page: SheetPage, group: str) -> Strip:
    said = N_("{group}, meeting {day}") if page.meeting is not None else N_("{group}, {day}")
    rest: Value = line.owed or (_("PAID OFF") if line.cleared else _("none"))
    if not line.owed and line.loan_dues:
        rest = phrase(N_("jasa and fines {amount}"), amount=line.loan_dues)
    return Strip(
        line.name,
        "–" if line.number is None else str(line.number),
        phrase(said, group=group, day=long_date(page.on)),
        _("Paid today"),
        tuple(_payments(line)) or ((_not_paid(line), "–"),),
        (_("Total"), line.paid.total),
        ((_("Savings now"), line.saved), (_("Rest of the loan"), rest)),
        _("Not right? Ask the treasurer"),
    )


def _payments(line: SheetLine) -> Iterable[tuple[str, Value]]:
    paid = line.paid
    for words, amount in (
        (_("Principal savings"), paid.joining),
        (_("Obligatory savings"), paid.obligatory),
        (_("Voluntary savings"), paid.voluntary),
        (_("Solidarity dues"), paid.dues),
        (_("Instalment and jasa") if paid.fee else _("Loan instalment"), paid.principal + paid.fee),
        (_("Fine"), paid.fine),
    ):
        if amount:
            yield words, amount


def _not_paid(line: SheetLine) -> str:
    if line.presence in (None, Presence.PRESENT, Presence.LATE):
        return _("Nothing paid")
    return phrase(N_("{presence}, nothing paid"), presence=say(PRESENCES[line.presence]).capitalize())
