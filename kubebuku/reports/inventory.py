"""Buku inventaris: what the group has, in the columns of domain.md 2.8, and what came and left in the month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kubebuku.books.inventory.queries import CountsOfGoods, EquipmentChange, EquipmentChanges, EquipmentList, EquipmentRow
from kubebuku.domain.accounts import DEPRECIATION_HELD, EQUIPMENT
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, PN_, Particular
from kubebuku.i18n import _, rupiah, say
from kubebuku.reports.document import Block, Heading, Note, Paragraph, Part
from kubebuku.reports.frame import Frame
from kubebuku.reports.phrases import phrase
from kubebuku.reports.table import Column, Formula, Row, Sum, Table, total

SOURCES: dict[str, Particular] = {
    "bought": PN_("source", "bought"),
    "given": PN_("source", "given"),
    "aid": PN_("source", "aid"),
    "opening": PN_("source", "there already"),
}
CONDITIONS: dict[str, Particular] = {
    "good": PN_("condition", "good"),
    "light": PN_("condition", "lightly damaged"),
    "heavy": PN_("condition", "heavily damaged"),
}
#: How a thing or part of it left, and what else happens to one.
GONE = {
    "repaired": N_("mended"),
    "sold": N_("sold"),
    "lost": N_("lost or broken"),
    "replaced": N_("replaced"),
    "passed_on": N_("passed on"),
    "corrected": N_("correction of an earlier month"),
}


def build(frame: Frame) -> tuple[Part, ...]:
    """One part; nothing for a group that never had a thing."""
    if not frame.ask(EquipmentList(frame.until)) and not frame.ask(EquipmentChanges(frame.month)):
        return ()
    return book(frame)


def book(frame: Frame) -> tuple[Part, ...]:
    """The same by itself; an empty book where the group never had a thing."""
    things = frame.ask(EquipmentList(frame.until))
    changes = [one for one in frame.ask(EquipmentChanges(frame.month)) if one.how or one.row.source != "opening" or not one.came]
    blocks: list[Block] = [things_table(things)]
    unnamed = _unnamed(frame, things)
    if unnamed:
        said = N_("In the accounts stands {amount} of equipment that names no thing; look at it in Check the book.")
        blocks.append(Note(phrase(said, amount=unnamed)))
    if things and frame.until < frame.reading.today:
        said = N_("Number and value are those of {day}; name, place, condition and remarks are as last written.")
        blocks.append(Paragraph(phrase(said, day=frame.until), small=True))
    blocks.append(Heading(_("Changes in this month"), 2))
    if changes:
        columns = (
            Column("on", _("Date"), "date", 20),
            Column("what", _("Name of the thing"), width=90),
            Column("count", _("Quantity"), width=30),
            Column("how", _("What happened"), width=60),
            Column("value", _("Price\n(Rp)"), "money", 35),
        )
        rows = tuple(Row((one.on, one.row.label, _pieces(one), _happened(one), _money(one))) for one in changes)
        blocks.append(Table(columns, rows, numbered=False))
    else:
        blocks.append(Paragraph(_("Nothing came and nothing left.")))
    blocks += _counted(frame)
    blocks.append(frame.group.signatures(frame.signed_on, witnesses=False))
    caption = phrase(N_("On {day}"), day=frame.until)
    return (Part("inventory", _("Inventory book"), tuple(blocks), captions=(caption,), landscape=True),)


def things_table(things: Sequence[EquipmentRow]) -> Table:
    """Every thing; small goods bought as a cost stand there without book value."""
    columns = (
        Column("no", _("No."), "number", 8),
        Column("what", _("Name of the thing"), width=46),
        Column("number", _("Inventory\nno."), width=22, small=True),
        Column("source", _("Where from"), width=24),
        Column("on", _("Received or\nbought"), "date", 20),
        Column("count", _("Quantity"), width=18),
        Column("place", _("Kept at"), width=30),
        Column("condition", _("Condition"), width=22),
        Column("value", _("Price\n(Rp)"), "money", 25),
        Column("off", _("Written off\n(Rp)"), "money", 24),
        Column("left", _("Book value\n(Rp)"), "money", 25, across=Formula(plus=("value",), minus=("off",))),
        Column("note", _("Remarks"), width=32),
    )
    rows = []
    for place, one in enumerate(things, 1):
        figures: tuple[Rupiah | None, ...] = (one.value, one.written_off, one.book_value)
        remark = one.note or ""
        if one.without_value:
            figures = (None, None, None)
            said = phrase(N_("no book value, bought for {price}"), price=one.price) if one.price else _("no book value")
            remark = ", ".join(part for part in (said, remark) if part)
        rows.append(
            Row(
                (
                    place,
                    one.label,
                    one.number,
                    " ".join(part for part in (say(SOURCES[one.source]), one.aid or "") if part),
                    one.acquired,
                    _quantity(one),
                    ", ".join(part for part in (one.place or "", one.keeper_name or "") if part),
                    say(CONDITIONS[one.condition]),
                    *figures,
                    remark,
                )
            )
        )
    sums = (
        Rupiah(sum(one.value for one in things if not one.without_value)),
        Rupiah(sum(one.written_off for one in things if not one.without_value)),
        Rupiah(sum(one.book_value for one in things if not one.without_value)),
    )
    totals = (total(_("Total"), (*(None,) * 8, *sums, None), summed=Sum()),)
    return Table(columns, tuple(rows), totals=totals, empty=_("The group has no things of its own."))


def _quantity(row: EquipmentRow) -> str:
    return f"{row.quantity} {row.measure}" if row.measure else str(row.quantity)


def _pieces(change: EquipmentChange) -> str:
    """How many came or went; nothing of a thing that was mended."""
    if change.how == "repaired":
        return ""
    return _quantity(change.row if change.pieces is None else replace(change.row, quantity=change.pieces))


def _happened(change: EquipmentChange) -> str:
    if change.how == "returned":
        return _("is there after all")
    if change.came:
        return phrase(N_("came: {how}"), how=SOURCES[change.row.source])
    if change.how == "corrected" and change.row.standing != "held":
        return _("off the list: correction of an earlier month")
    how = change.how or change.row.standing
    return say(GONE.get(how, how))


def _money(change: EquipmentChange) -> Rupiah | None:
    return change.row.price if change.how is None else change.amount


def _counted(frame: Frame) -> Iterator[Block]:
    """The counts of the month in one line each."""
    for count in frame.ask(CountsOfGoods()):
        if frame.month.first <= count.on <= frame.until:
            told = N_("Counted on {day}: {things} things, {differed} differed from the list, {open} wait for a decision.")
            values = {"day": count.on, "things": count.things, "differed": count.differed, "open": count.open}
            yield Paragraph(phrase(told, **values))


def _unnamed(frame: Frame, things: Sequence[EquipmentRow]) -> str:
    """What the accounts hold beyond the things by name; empty where both agree."""
    accounts = frame.reading.chart.under(EQUIPMENT, DEPRECIATION_HELD)
    held = sum(frame.at_end.get(account.code, 0) for account in accounts)
    named = sum(one.book_value for one in things if not one.without_value)
    return rupiah(held - named) if held != named else ""
