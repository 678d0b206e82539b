"""Opname on paper: the sheet to count with, and the berita acara of what was found."""

from __future__ import annotations

from collections.abc import Iterator

from kubebuku.books.inventory.queries import CountLine, CountPage, EquipmentList, EquipmentRow, OneCountOfGoods
from kubebuku.domain.calendar import Month
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_
from kubebuku.i18n import _, full_date, long_date, say
from kubebuku.ledger.work import Reading
from kubebuku.reports.asking import ask
from kubebuku.reports.document import Block, Document, Heading, Note, Pairs, Paper, Paragraph, Part
from kubebuku.reports.frame import Frame
from kubebuku.reports.inventory import CONDITIONS
from kubebuku.reports.phrases import phrase
from kubebuku.reports.table import Column, Row, Sum, Table, total


def sheet(reading: Reading, *, paper: Paper = "a4") -> Document:
    """What the list says today, with room for what is found."""
    frame = Frame(reading, Month.of(reading.today))
    columns = (
        Column("no", _("No."), "number", 9),
        Column("what", _("Name of the thing"), width=50),
        Column("number", _("Inventory\nno."), width=24, small=True),
        Column("place", _("Kept at"), width=34),
        Column("list", _("In the list"), width=20),
        Column("found", _("Found"), width=20),
        Column("good", _("Good"), width=14),
        Column("light", _("Light\ndamage"), width=14),
        Column("heavy", _("Heavy\ndamage"), width=14),
        Column("note", _("Remarks"), width=44),
    )
    things: tuple[EquipmentRow, ...] = frame.ask(EquipmentList())
    rows = tuple(
        Row(
            (
                place,
                thing.label,
                thing.number,
                ", ".join(part for part in (thing.place or "", thing.keeper_name or "") if part),
                _pieces(thing.quantity, thing.measure),
                None,
                None,
                None,
                None,
                None,
            )
        )
        for place, thing in enumerate(things, 1)
    )
    blocks: tuple[Block, ...] = (
        Paragraph(_("Write how many are found of each thing and tick how they are. Then copy it into the book.")),
        Table(columns, rows, numbered=False, empty=_("The group has no things of its own.")),
        frame.group.signatures(reading.today, witnesses=False),
    )
    title = _("Sheet to count the goods")
    part = Part("opname-sheet", title, blocks, period=long_date(reading.today), landscape=True)
    return frame.document(title, long_date(reading.today), (part,), paper=paper)


def document(reading: Reading, count: int | None = None, *, paper: Paper = "a4") -> Document:
    """The berita acara of a count, the newest if `count` is None; raises CountUnknown."""
    page = ask(reading, OneCountOfGoods(count))
    frame = Frame(reading, Month.of(page.head.on))
    title = _("Record of counting the goods")
    part = Part("opname", title, tuple(_blocks(frame, page)), period=long_date(page.head.on))
    return frame.document(title, long_date(page.head.on), (part,), paper=paper)


def _blocks(frame: Frame, page: CountPage) -> Iterator[Block]:
    head = page.head
    said = N_("On {day} the things of {group} were counted and laid beside the inventory book.")
    yield Paragraph(phrase(said, day=full_date(head.on), group=frame.group.called))
    facts = [
        (_("Counted"), phrase(N_("{number} things"), number=head.things)),
        (_("As in the list"), phrase(N_("{number} things"), number=head.things - head.differed)),
        (_("Different"), phrase(N_("{number} things"), number=head.differed)),
    ]
    if page.not_counted:
        facts.append((_("Not counted"), phrase(N_("{number} things"), number=page.not_counted)))
    if head.note:
        facts.append((_("Remarks"), head.note))
    yield Pairs(tuple(facts), label_width=44)
    yield _table(page)
    open_ = [line for line in page.lines if line.open]
    if open_:
        worth = Rupiah(sum(line.worth for line in open_))
        told = N_("{number} differences wait for a decision of the meeting; what is missing stands for {worth} in the book.")
        yield Note(phrase(told, number=len(open_), worth=worth))
    if any(line.losses for line in page.lines):
        yield Heading(_("What was written off since"), 2)
        for line in page.lines:
            if line.losses:
                yield Paragraph(phrase(N_("{label}: {numbers}"), label=line.label, numbers=", ".join(line.losses)))
    yield frame.group.signatures(head.on)


def _table(page: CountPage) -> Table:
    columns = (
        Column("no", _("No."), "number", 9),
        Column("what", _("Name of the thing"), width=50),
        Column("number", _("Inventory\nno."), width=24, small=True),
        Column("list", _("In the list"), "integer", 20),
        Column("found", _("Found"), "integer", 20),
        Column("away", _("Difference"), "text", 18, align="right"),
        Column("condition", _("Condition"), width=28),
        Column("worth", _("Missing, book\nvalue (Rp)"), "money", 28),
        Column("note", _("Remarks"), width=44),
    )
    rows = tuple(
        Row(
            (
                line.no,
                line.label,
                line.number,
                line.expected,
                line.counted,
                difference(line),
                say(CONDITIONS[line.condition]) if line.counted else None,
                line.worth or None,
                line.note,
            ),
            bold=bool(line.missing),
        )
        for line in page.lines
    )
    worth = Rupiah(sum(line.worth for line in page.lines))
    totals = (total(_("Total"), (*(None,) * 7, worth, None), summed=Sum()),)
    return Table(columns, rows, totals=totals)


def difference(line: CountLine) -> str:
    """−3 where three are missing, +2 where two more were found, empty where it agrees."""
    if not line.missing:
        return ""
    return f"−{line.missing}" if line.missing > 0 else f"+{-line.missing}"


def _pieces(quantity: int, measure: str | None) -> str:
    return f"{quantity} {measure}" if measure else str(quantity)
