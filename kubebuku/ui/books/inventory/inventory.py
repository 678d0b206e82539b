"""Inventaris: what the group owns, in the columns of the paper book, with what it still stands for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kubebuku.books.inventory.queries import EquipmentList, EquipmentRow
from kubebuku.books.spec import Changed
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_
from kubebuku.i18n import _, ngettext, rupiah
from kubebuku.ui import places, theme
from kubebuku.ui.books.inventory import acts as goods_acts
from kubebuku.ui.paper.book_print import print_book, print_paper
from kubebuku.ui.parts import open_book
from kubebuku.ui.parts.book_page import BookPage
from kubebuku.ui.parts.listing import Listing
from kubebuku.ui.parts.row_foot import show_unfound
from kubebuku.ui.tokens import ROW_CHOSEN
from kubebuku.ui.widgets import (
    Act,
    BookTable,
    Button,
    CheckBox,
    ColumnSpec,
    EmptyState,
    FlowRow,
    MainButton,
    SearchField,
)
from kubebuku.ui.window import Window

#: Buttons under the list; the list at the row and the thing's own page have all.
_MOST_ACTS = 4
#: Effective px of the page from which the list has room to say where a thing came from, and for remarks.
_WITH_SOURCE = 1300
_WITH_REMARK = 1200


class InventoryPage(BookPage):
    """``go("inventory")``."""

    nav = "bukulain"
    watches = Changed.ENTRIES | Changed.ITEMS | Changed.UNITS | Changed.PEOPLE

    def __init__(self, window: Window) -> None:
        super().__init__(window, _("Inventory"), back=window.back)
        self.rows: tuple[EquipmentRow, ...] = ()
        self.wear = Button(_("Depreciation"), "kalender", partial(window.go, places.Depreciation()))
        self.count = Button(_("Count the goods"), "benar", partial(window.go, places.GoodsCounts()))
        self.print = Button(_("Print"), "cetak", self.print_shown)
        self.labels = Button(_("Labels"), "cetak", self.print_labels)
        self.new = MainButton(_("New item"), "tambah", partial(window.go, places.NewItem()))
        self.head.add(self.wear, self.count, self.print, self.labels, secondary=True)
        self.head.add(self.new)
        self.search = SearchField(_("Search name, place, keeper"))
        self.past = CheckBox(_("Show what is gone"))
        self.tools = FlowRow(self.search, self.past)
        self.table = BookTable(_COLUMNS, name=_("Inventory"), row=ROW_CHOSEN, soft=goods_acts.gone)
        self.list = Listing(
            self.table,
            EmptyState("barang", ""),
            lambda line: self._acts(line)[:_MOST_ACTS],
            _told,
            opened=self._open,
            key="item",
            first=None,
            foot_stays=True,
        )
        self.table.set_menu(self._acts)
        self.add(self.head, self.tools, self.list, fill=True)
        self.search.searched.connect(lambda _text: self._redraw())
        self.past.toggled.connect(lambda _on: self.refresh())

    def first_focus(self) -> QWidget | None:
        """The list."""
        return self.table

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words are left out whole before all of them are shortened; under the list the chosen thing has them."""
        super().resizeEvent(event)
        room = self.width() / theme.current().text
        self.table.hide_columns(*(key for key, least in (("source", _WITH_SOURCE), ("note", _WITH_REMARK)) if room < least))

    def refresh(self) -> None:
        """Ask for the things there are, and those that were."""
        self.main.session.ask(self, EquipmentList(with_gone=self.past.value()), self._show)

    def _show(self, rows: tuple[EquipmentRow, ...]) -> None:
        self.rows = rows
        held = [row for row in rows if not goods_acts.gone(row)]
        words = ngettext("{count} kind of goods", "{count} kinds of goods", len(held)).format(count=len(held))
        worth = _("book value {amount}").format(amount=rupiah(_sum(held, "book_value")))
        self.head.say(_("Inventory"), f"{words}, {worth}" if held else "")
        writable = open_book.writable(self.main)
        self.new.setVisible(writable)
        self.head.offer(self.wear, writable and any(row.life_months for row in held))
        self.head.offer(self.count, bool(rows))
        self.head.offer(self.print, bool(rows))
        self.head.offer(self.labels, bool(held))
        self._redraw()

    def _redraw(self) -> None:
        words = self.search.text().casefold().split()
        rows = [row for row in self.rows if all(word in _searched(row) for word in words)]
        self.list.show_rows(rows, _totals(rows) if rows else None)
        if not rows:
            self._show_empty()

    def _show_empty(self) -> None:
        if self.search.text().strip():
            show_unfound(self.list.empty, self.search)
            return
        acts: list[Act] = []
        if open_book.writable(self.main):
            acts.append((_("New item"), partial(self.main.go, places.NewItem()), "tambah"))
        text = _("Write down what the group owns: tents, chairs, stoves, machines. Bought, given, or received as aid.")
        self.list.empty.show_state("barang", _("Nothing is in the inventory yet"), text, acts)

    def _open(self, line: EquipmentRow) -> None:
        self.main.go(places.Thing(item=line.item))

    def _acts(self, line: EquipmentRow) -> list[Act]:
        return goods_acts.acts(self.main, line, look=True)

    def print_shown(self) -> None:
        """The book as it stands in the present month."""
        if self.rows:
            print_book(self.main, self, "inventory", open_book.last_month(self.main))

    def print_labels(self) -> None:
        """A label for each thing, to be cut out and stuck on."""
        print_paper(self.main, self, "kubebuku.reports.labels:document")


def _sum(rows: Sequence[EquipmentRow], key: str) -> Rupiah:
    return Rupiah(sum(getattr(row, key) for row in rows if not goods_acts.gone(row)))


def _totals(rows: Sequence[EquipmentRow]) -> dict[str, object]:
    return {"label": _("Total"), "value": _sum(rows, "value"), "book_value": _sum(rows, "book_value")}


def _searched(row: EquipmentRow) -> str:
    parts = (row.label, row.number, row.place, row.keeper_name, row.unit_label, row.aid, row.note)
    return " ".join(part for part in parts if part).casefold()


def _kept(row: EquipmentRow) -> str:
    return ", ".join(part for part in (row.place, row.keeper_name) if part)


def _told(row: EquipmentRow) -> str:
    return " · ".join(part for part in (goods_acts.called(row), goods_acts.source(row), _remark(row)) if part)


def _remark(row: EquipmentRow) -> str:
    said = _("without book value") if row.without_value else ""
    hired = _("for hire") if row.for_hire else ""
    return ", ".join(part for part in (hired, said, row.note) if part)


_COLUMNS: list[ColumnSpec[EquipmentRow]] = [
    ColumnSpec("no", N_("No."), "number", 40, drop=5),
    ColumnSpec("label", N_("Name of the thing"), stretch=True),
    ColumnSpec("source", N_("Where from"), "soft", 130, read=goods_acts.source, drop=6),
    ColumnSpec("acquired", N_("Since"), "date", 92, drop=4),
    ColumnSpec("quantity", N_("Quantity"), "text", 104, read=goods_acts.quantity, drop=1),
    ColumnSpec("place", N_("Kept at"), "soft", 176, read=_kept, drop=3),
    ColumnSpec("condition", N_("Condition"), "text", 148, read=goods_acts.condition, drop=2),
    ColumnSpec("note", N_("Remarks"), "soft", 144, read=_remark, drop=7),
    ColumnSpec("value", N_("Value (Rp)"), "money", 100),
    ColumnSpec("book_value", N_("Book value (Rp)"), "money", 100, bold=True),
]
