"""Penyusutan: what a month writes off of each thing, looked at before it is written."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from kubebuku.books.inventory.commands import Depreciate
from kubebuku.books.inventory.queries import DepreciationLine, DepreciationPlan, DepreciationPreview
from kubebuku.books.spec import Changed, Outcome
from kubebuku.domain.calendar import Month
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_
from kubebuku.i18n import _, month_name, rupiah, say
from kubebuku.ui.pages import here, mend
from kubebuku.ui.widgets import (
    Act,
    BookTable,
    Card,
    ColumnSpec,
    EmptyState,
    FlowRow,
    MainButton,
    MessageStrip,
    MonthPicker,
    Page,
    PageHead,
)

if TYPE_CHECKING:
    from kubebuku.ui.window import Window


class DepreciationPage(Page):
    """``go("depreciation", month=Month(...))``, or the month as "2026-10"."""

    nav: ClassVar[str] = "bukulain"
    watches: ClassVar[object] = Changed.ENTRIES | Changed.ITEMS

    def __init__(self, window: Window) -> None:
        super().__init__(_("Depreciation"))
        self.main = window
        self.plan: DepreciationPlan | None = None
        self.head = PageHead(_("Depreciation"), back=window.back)
        self.write = MainButton("", "simpan", self._write)
        self.head.add(self.write)
        last = here.last_month(window)
        self.month = MonthPicker(last, first=here.first_month(window), last=last)
        self.strip = MessageStrip()
        self.strip.clear()
        self.table = BookTable(_columns(), name=_("Depreciation"))
        self.table.opened.connect(self._open)
        self.empty = EmptyState("kalender", "")
        self.stack = QStackedWidget()
        sheet = Card(flush=True)
        sheet.add(self.table, 1)
        nothing = Card()
        nothing.add(self.empty, 1)
        self.stack.addWidget(sheet)
        self.stack.addWidget(nothing)
        for piece in (self.head, FlowRow(self.month), self.strip):
            self.add(piece)
        self.add(self.stack, 1)
        self.month.changed.connect(lambda _month: self._asked())

    def arrive(self, **wanted: object) -> None:
        """Show the month asked for."""
        self.strip.clear()
        month = wanted.get("month")
        if isinstance(month, str):
            month = Month.parse(month)
        if isinstance(month, Month):
            self.month.set_value(month)

    def first_focus(self) -> QWidget | None:
        """The months."""
        return self.month

    def _asked(self) -> None:
        self.strip.clear()
        self.refresh()

    def refresh(self) -> None:
        """Ask what the month would write off."""
        self.main.session.ask(self, DepreciationPreview(self.month.value()), self._show)

    def _show(self, plan: DepreciationPlan) -> None:
        self.plan = plan
        month = month_name(plan.month)
        self.head.say(_("Depreciation"), _("What the equipment wore out in {month}").format(month=month))
        self.write.say(_("Write {amount}").format(amount=rupiah(plan.total)))
        self.write.setVisible(here.writable(self.main) and bool(plan.lines))
        self.stack.setCurrentIndex(0 if plan.lines else 1)
        if plan.lines:
            before, after = (Rupiah(sum(getattr(line, key) for line in plan.lines)) for key in ("book_before", "book_after"))
            totals = {"label": _("Total"), "book_before": before, "amount": plan.total, "book_after": after}
            self.table.show_rows(plan.lines, totals)
        elif plan.posted:
            text = _("{amount} stands in the book for this month.").format(amount=rupiah(plan.posted))
            self.empty.show_state("benar", _("{month} is written").format(month=month), text)
        else:
            text = _("Only things with a number of months to last are depreciated. It is written with the thing itself.")
            acts: list[Act] = [(_("Inventory"), partial(self.main.go, "inventory"), "barang")]
            self.empty.show_state("kalender", _("Nothing wore out in {month}").format(month=month), text, acts)

    def _open(self, line: object) -> None:
        if isinstance(line, DepreciationLine):
            self.main.go("equipment", item=line.item)

    def _write(self) -> None:
        if self.plan is not None and self.main.agree_clock():
            self.main.session.run(self, Depreciate(month=self.plan.month), self._written, self._refused)

    def _written(self, outcome: Outcome) -> None:
        title = say(outcome.said) if outcome.said is not None else _("Saved")
        text = _("Voucher {number}.").format(number=outcome.number) if outcome.number else ""
        acts: list[Act] = []
        if outcome.entry is not None:
            acts.append((_("Undo"), partial(mend.undo, self.main, outcome.entry), "urungkan"))
        self.strip.show_message("ok", title, text, acts)

    def forget_saved(self) -> None:
        """What was written has been struck out since."""
        self.strip.clear()

    def _refused(self, refusal: RuleBroken) -> None:
        title, *rest = (say(sentence) for sentence in refusal.sentences)
        self.strip.show_message("bad", title, " ".join(rest))


def _columns() -> list[ColumnSpec]:
    return [
        ColumnSpec("label", N_("Name of the thing"), stretch=True),
        ColumnSpec("number", N_("Inventory number"), "soft", 150),
        ColumnSpec("unit_label", N_("Business"), "soft", 150),
        ColumnSpec("book_before", N_("Before (Rp)"), "money", 130, zero="0"),
        ColumnSpec("amount", N_("Written off (Rp)"), "out", 130),
        ColumnSpec("book_after", N_("After (Rp)"), "money", 130, zero="0"),
    ]
