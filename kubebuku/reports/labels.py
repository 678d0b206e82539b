"""Labels to stick on the things of the group: 24 on an A4 sheet, cut along the dashes."""

from __future__ import annotations

from collections.abc import Collection

from kubebuku.books.inventory.queries import EquipmentList, EquipmentRow
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import ItemId
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.text import N_
from kubebuku.i18n import _, long_date, say
from kubebuku.ledger.work import Reading
from kubebuku.reports.document import Document, ItemLabel, Paper, Part
from kubebuku.reports.frame import Frame
from kubebuku.reports.inventory import SOURCES
from kubebuku.reports.phrases import phrase


class NothingToLabel(RuleBroken):
    """There is no thing to stick a label on."""

    wrong = N_("There is no thing to make a label for.")
    remedy = N_("Write down what the group owns first.")
    field = "items"


def document(reading: Reading, *, items: Collection[ItemId] | None = None, paper: Paper = "a4") -> Document:
    """A label for each kind of thing the group has today, or for those in `items`; raises NothingToLabel."""
    frame = Frame(reading, Month.of(reading.today))
    things = [one for one in frame.ask(EquipmentList()) if items is None or one.item in items]
    if not things:
        raise NothingToLabel
    labels = tuple(_label(frame.group.called, thing) for thing in things)
    title = _("Inventory labels")
    return frame.document(title, long_date(reading.today), (Part("labels", title, labels),), paper=paper)


def _label(group: str, thing: EquipmentRow) -> ItemLabel:
    source = thing.aid or say(SOURCES[thing.source])
    pieces = f"{thing.quantity} {thing.measure}" if thing.measure else str(thing.quantity)
    year = phrase(N_("Year {year}"), year=str(thing.acquired.year))
    return ItemLabel(group, thing.number or "", thing.label, f"{year} · {pieces}", source)
