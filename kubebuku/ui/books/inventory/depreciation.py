"""Penyusutan: what a month writes off of each thing, looked at before it is written."""

from __future__ import annotations

from functools import partial

from kubebuku.books.inventory.commands import Depreciate
from kubebuku.books.inventory.queries import DepreciationLine, DepreciationPlan, DepreciationPreview
from kubebuku.books.spec import Changed, Command
from kubebuku.domain.calendar import Month
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_
from kubebuku.i18n import _, month_name, rupiah
from kubebuku.ui import places
from kubebuku.ui.parts import open_book
from kubebuku.ui.parts.month_plan import MonthPlan, MonthPlanPage
from kubebuku.ui.widgets import ColumnSpec
from kubebuku.ui.window import Window


class DepreciationPage(MonthPlanPage[DepreciationLine]):
    """``go("depreciation", month="2026-10")``."""

    nav = "bukulain"
    watches = Changed.ENTRIES | Changed.ITEMS

    def __init__(self, window: Window) -> None:
        super().__init__(window, _("Depreciation"), _COLUMNS, until=open_book.last_month(window))

    def question(self, month: Month) -> DepreciationPreview:
        """What the month would write off."""
        return DepreciationPreview(month)

    def command(self, month: Month) -> Command:
        """Write it."""
        return Depreciate(month=month)

    def planned(self, answer: DepreciationPlan) -> MonthPlan[DepreciationLine]:
        """Each thing before and after; else that it was written, or that nothing wears out."""
        month = month_name(answer.month)
        before, after = (Rupiah(sum(getattr(line, key) for line in answer.lines)) for key in ("book_before", "book_after"))
        totals = {"label": _("Total"), "book_before": before, "amount": answer.total, "book_after": after}
        plan = partial(
            MonthPlan, _("What the equipment wore out in {month}").format(month=month), answer.lines, totals, answer.total
        )
        if answer.posted:
            text = _("{amount} stands in the book for this month.").format(amount=rupiah(answer.posted))
            return plan(title=_("{month} is written").format(month=month), text=text)
        return plan(
            icon="kalender",
            title=_("Nothing wore out in {month}").format(month=month),
            text=_("Only things with a number of months to last are depreciated. It is written with the thing itself."),
            acts=[(_("Inventory"), partial(self.main.go, places.Inventory()), "barang")],
        )

    def open_line(self, line: DepreciationLine) -> None:
        """The thing itself."""
        self.main.go(places.Thing(item=line.item))


_COLUMNS: list[ColumnSpec[DepreciationLine]] = [
    ColumnSpec("label", N_("Name of the thing"), stretch=True),
    ColumnSpec("number", N_("Inventory number"), "soft", 150, drop=1),
    ColumnSpec("unit_label", N_("Business"), "soft", 150, drop=2),
    ColumnSpec("book_before", N_("Before (Rp)"), "money", 130, zero="0"),
    ColumnSpec("amount", N_("Written off (Rp)"), "out", 130),
    ColumnSpec("book_after", N_("After (Rp)"), "money", 130, zero="0"),
]
