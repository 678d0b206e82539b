"""Opname: the counts of the goods so far, what differed, and the way to the next count."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from kubebuku.app.office import Office
from kubebuku.books.inventory.queries import CountLine, CountOfGoods, CountPage, CountsOfGoods, OneCountOfGoods
from kubebuku.books.spec import Changed
from kubebuku.domain.text import N_
from kubebuku.i18n import _, figure, long_date, ngettext
from kubebuku.ui import places
from kubebuku.ui.books.inventory import acts as goods_acts
from kubebuku.ui.paper.book_print import print_paper
from kubebuku.ui.parts import open_book
from kubebuku.ui.parts.book_page import BookPage
from kubebuku.ui.parts.listing import Listing
from kubebuku.ui.widgets import (
    BOLD,
    Act,
    BookTable,
    Button,
    ChipSpec,
    Choice,
    ChoiceField,
    ColumnSpec,
    EmptyState,
    FlowRow,
    Label,
    MainButton,
)
from kubebuku.ui.widgets.rows import PLAIN
from kubebuku.ui.window import Window

_PAPER = "kubebuku.reports.opname"


@dataclass(frozen=True)
class Shown:
    """The counts, newest first, and the one that is looked at."""

    counts: tuple[CountOfGoods, ...]
    page: CountPage | None


class OpnamePage(BookPage):
    """``go("opname", count=2)``; without a count the newest."""

    nav = "bukulain"
    watches = Changed.ENTRIES | Changed.ITEMS | Changed.COUNTS

    def __init__(self, window: Window) -> None:
        super().__init__(window, _("Counting the goods"), back=lambda: window.go(places.Inventory()))
        self.wanted: int | None = None
        self.shown: Shown | None = None
        self.sheet = Button(_("Sheet to count with"), "cetak", self._print_sheet)
        self.print = Button(_("Print the record"), "cetak", self.print_shown)
        self.begin = MainButton(_("Count the goods"), "tambah", partial(window.go, places.CountGoods()))
        self.head.add(self.sheet, self.print, secondary=True)
        self.head.add(self.begin)
        self.which = ChoiceField(_("Which count?"), name="count")
        self.told = Label("", "soft")
        self.tools = FlowRow(self.which, self.told)
        self.table = BookTable(_COLUMNS, name=_("What was found"), style=lambda line: BOLD if line.open else PLAIN)
        self.list = Listing(self.table, EmptyState("barang", ""), self._acts, _found, opened=self._open, foot_stays=True)
        self.add(self.head, self.tools, self.list, fill=True)
        self.which.changed.connect(self._other)

    def arrive(self, place: places.GoodsCounts) -> None:
        """Show the count asked for."""
        self.wanted = place.count

    def first_focus(self) -> QWidget | None:
        """What was found."""
        if self.shown is None:
            return self
        return self.table if self.shown.page else self.begin

    def refresh(self) -> None:
        """Ask for the counts and the one looked at."""
        wanted = self.wanted

        def work(office: Office) -> Shown:
            counts = office.ask(CountsOfGoods())
            known = wanted if wanted in {one.id for one in counts} else None
            return Shown(counts, office.ask(OneCountOfGoods(known)) if counts else None)

        self.main.session.read(self, work, self._show)

    def _show(self, shown: Shown) -> None:
        self.shown = shown
        page = shown.page
        self.begin.setVisible(open_book.writable(self.main))
        self.head.offer(self.print, page is not None)
        self.tools.setVisible(page is not None)
        if page is None:
            acts: list[Act] = [(_("Sheet to count with"), self._print_sheet, "cetak")]
            text = _("Once a year everything is looked at: is it there, how many, in which condition. Print the sheet, go round.")
            self.list.empty.show_state("barang", _("The goods were never counted"), text, acts)
            self.list.show_rows(())
            return
        choices = [Choice(one.id, long_date(one.on), "kalender", _told(one)) for one in shown.counts]
        self.which.show_choices(choices, page.head.id)
        left = ngettext("{count} thing was not counted", "{count} things were not counted", page.not_counted)
        parts = (page.head.note, page.head.who, left.format(count=page.not_counted) if page.not_counted else "")
        self.told.setText(" · ".join(part for part in parts if part))
        self.list.show_rows(page.lines)
        self.table.select_at(next((at for at, line in enumerate(page.lines) if line.open), 0))

    def _other(self, count: object) -> None:
        if isinstance(count, int):
            self.wanted = count
            self.refresh()

    def _open(self, line: CountLine) -> None:
        self.main.go(places.Thing(item=line.item))

    def _acts(self, line: CountLine) -> list[Act]:
        look: list[Act] = [(_("Look"), partial(self._open, line), "barang")]
        if not line.open or not open_book.writable(self.main):
            return look
        if line.missing < 0:
            return [(_("New item"), partial(self.main.go, places.NewItem()), "tambah"), *look]
        number = None if line.counted == 0 else line.missing
        values = {
            "item": line.item,
            "quantity": number,
            "description": _("Not found at the count: {label}").format(label=line.label),
        }
        return [
            (_("Write off what is missing"), partial(self.main.go, places.Form(form="lose_equipment", values=values)), "kurang"),
            *look,
        ]

    def print_shown(self) -> None:
        """The count looked at; before the first one the sheet to count with."""
        if self.shown is not None and self.shown.page is not None:
            print_paper(self.main, self, f"{_PAPER}:document", count=self.shown.page.head.id)
        else:
            self._print_sheet()

    def _print_sheet(self) -> None:
        print_paper(self.main, self, f"{_PAPER}:sheet")


def _found(line: CountLine) -> str:
    return " · ".join(part for part in (line.label, line.place, line.note, ", ".join(line.losses)) if part)


def _told(count: CountOfGoods) -> str:
    if count.open:
        return ngettext("{count} difference is open", "{count} differences are open", count.open).format(count=count.open)
    return ngettext("{count} thing", "{count} things", count.things).format(count=count.things)


def _condition(line: CountLine) -> object:
    return goods_acts.chip_of(line.condition) if line.counted else ""


def _state(line: CountLine) -> object:
    if not line.missing:
        return ChipSpec("inn", _("agrees"))
    words = _("{number} missing") if line.missing > 0 else _("{number} too many")
    said = words.format(number=figure(abs(line.missing)))
    return ChipSpec("warn" if line.open else "soft", said, "awas" if line.open else "benar")


_COLUMNS: list[ColumnSpec[CountLine]] = [
    ColumnSpec("no", N_("No."), "number", 40, drop=4),
    ColumnSpec("label", N_("Name of the thing"), stretch=True),
    ColumnSpec("place", N_("Kept at"), "soft", 140, drop=2),
    ColumnSpec("expected", N_("In the list"), "number", 90),
    ColumnSpec("counted", N_("Found"), "number", 90),
    ColumnSpec("condition", N_("Condition"), "text", 148, read=_condition, drop=1),
    ColumnSpec("state", N_("Difference"), "text", 180, read=_state),
    ColumnSpec("note", N_("Remarks"), "soft", 130, drop=3),
]
