"""One thing of the group: what it is, what it stands for, and everything that happened to it."""

from __future__ import annotations

from dataclasses import dataclass

from kubebuku.app.office import Office
from kubebuku.books.attachments.commands import Owner
from kubebuku.books.inventory.queries import Equipment, EquipmentCard, EquipmentEntry, EquipmentRow
from kubebuku.books.spec import Changed
from kubebuku.domain.entries import ItemId
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_
from kubebuku.i18n import _, long_date, ngettext, rupiah
from kubebuku.ui import places
from kubebuku.ui.books.attachments.card import AttachedCard
from kubebuku.ui.books.inventory import acts as goods_acts
from kubebuku.ui.parts.book_page import BookPage
from kubebuku.ui.parts.list_card import ListCard
from kubebuku.ui.widgets import ActRow, BookTable, Card, Chip, Columns, ColumnSpec, FlowRow, Label, Rule
from kubebuku.ui.window import Window


@dataclass(frozen=True, slots=True)
class StoryLine:
    """An entry about the thing with what it stood for afterwards."""

    entry: int
    on: object
    number: str
    description: str
    change: Rupiah
    other: Rupiah
    after: Rupiah


class ThingPage(BookPage):
    """``go("equipment", item=3)``."""

    nav = "bukulain"
    watches = Changed.ENTRIES | Changed.ITEMS | Changed.UNITS | Changed.PEOPLE

    def __init__(self, window: Window) -> None:
        super().__init__(window, _("Item"), back=lambda: window.go(places.Inventory()))
        self.item = ItemId(0)
        self.chip = Chip("soft", "")
        self.acts = ActRow()
        self.facts = ListCard(_("About it"), "barang")
        self.worth = ListCard(_("What it stands for"), "uang")
        self.table = BookTable(_COLUMNS, name=_("What happened to it"), grows=True)
        self.table.when_opened(lambda line: window.go(places.Story(entry=line.entry)))
        self.records = Card(_("What happened to it"), flush=True)
        self.records.add(self.table)
        self.attached = AttachedCard(window, Owner.ITEM)
        columns = Columns(1, 1)
        columns.add(self.facts, 0, 0)
        columns.add(self.worth, 1, 1)
        self.add(self.head, FlowRow(self.chip), self.acts, columns, self.records, self.attached)

    def arrive(self, place: places.Thing) -> None:
        """Show the thing asked for."""
        if place.item is not None:
            self.item = ItemId(place.item)

    def refresh(self) -> None:
        """Ask for the thing and its story."""
        item = self.item

        def work(office: Office) -> EquipmentCard:
            return office.ask(Equipment(item))

        self.main.session.read(self, work, self._show)

    def _show(self, card: EquipmentCard) -> None:
        row = card.row
        self.head.say(row.label, " · ".join(part for part in (row.number, goods_acts.quantity(row), row.unit_label) if part))
        self.chip.show_chip(goods_acts.condition(row))
        self.acts.show_acts(goods_acts.acts(self.main, row, look=False))
        self.facts.show_facts(_facts(row))
        self._show_worth(row)
        lines = _story(card.entries)
        self.table.show_rows(lines)
        self.records.setVisible(bool(lines))
        self.attached.show_owner(int(row.item))

    def _show_worth(self, row: EquipmentRow) -> None:
        self.worth.clear()
        if row.without_value:
            self.worth.add_lines(Label(_("It stands in the list without book value: it was a cost at once."), "soft"))
            if row.price:
                self.worth.add_sum(_("What it cost"), row.price)
            return
        self.worth.add_sum(_("Value"), row.value)
        self.worth.add_sum(_("Written off so far"), row.written_off)
        self.worth.add_lines(Rule())
        self.worth.add_sum(_("Book value"), row.book_value, bold=True)
        self.worth.add_lines(Label(_wear(row), "caption"))


def _wear(row: EquipmentRow) -> str:
    if not row.life_months:
        return _("It is not depreciated.")
    months = ngettext("{count} month", "{count} months", row.life_months).format(count=row.life_months)
    return _("It lasts {months} and is then worth {rest}.").format(months=months, rest=rupiah(row.residual))


def _facts(row: EquipmentRow) -> list[tuple[str, str | None]]:
    facts = [
        (_("Where from"), goods_acts.source(row)),
        (_("Since"), long_date(row.acquired)),
        (_("Kept at"), row.place),
        (_("Keeper"), row.keeper_name),
        (_("Business"), row.unit_label or _("the whole group")),
        (_("For hire"), _("Yes") if row.for_hire else _("No")),
        (_("Remarks"), row.note),
    ]
    if row.ended is not None:
        facts.append((_("Gone since"), long_date(row.ended)))
    return facts


def _story(entries: tuple[EquipmentEntry, ...]) -> list[StoryLine]:
    lines, book = [], Rupiah(0)
    for one in entries:
        change = one.value - one.written_off
        book = book + change
        lines.append(StoryLine(one.entry, one.on, one.number, one.description, change, one.other, book))
    return lines


_COLUMNS: list[ColumnSpec[StoryLine]] = [
    ColumnSpec("on", N_("Date"), "date", 96),
    ColumnSpec("number", N_("Voucher no."), "code", drop=1),
    ColumnSpec("description", N_("Description"), stretch=True),
    ColumnSpec("change", N_("Book value changes"), "signed", 150),
    ColumnSpec("other", N_("Other costs (Rp)"), "money", 130),
    ColumnSpec("after", N_("Book value (Rp)"), "money", 130, zero="0"),
]
