"""Jasa on simpanan sukarela of a month: reckoned for every saver, looked at, then given to all at once."""

from __future__ import annotations

from functools import partial

from kubebuku.books.personal_savings.commands import GiveSavingsFee
from kubebuku.books.personal_savings.queries import FeeLine, FeePlan, FeePreview
from kubebuku.books.personal_savings.rules import FeeBase
from kubebuku.books.spec import Changed, Command
from kubebuku.domain.calendar import Month
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_
from kubebuku.i18n import _, month_name, percent
from kubebuku.ui import places
from kubebuku.ui.parts import open_book
from kubebuku.ui.parts.month_plan import MonthPlan, MonthPlanPage
from kubebuku.ui.widgets import ColumnSpec
from kubebuku.ui.window import Window

_BASES = {FeeBase.LOWEST: N_("on the lowest balance of the month"), FeeBase.AVERAGE: N_("on the average balance of the month")}


class SavingsFeePage(MonthPlanPage[FeeLine]):
    """``go("savings_fee", month="2026-10")``; only months that are over."""

    nav = "savings"
    watches = Changed.ENTRIES | Changed.SETTINGS

    def __init__(self, window: Window) -> None:
        super().__init__(window, _("Jasa on savings"), _COLUMNS, until=open_book.last_month(window).plus(-1))

    def question(self, month: Month) -> FeePreview:
        """What each saver would get."""
        return FeePreview(month)

    def command(self, month: Month) -> Command:
        """Give it."""
        return GiveSavingsFee(month=month)

    def planned(self, answer: FeePlan) -> MonthPlan[FeeLine]:
        """Each saver with the balance and the jasa; else that it was given, or that the rules give none."""
        month = month_name(answer.month)
        base = _(_BASES[answer.base])
        said = _("{month}: {rate} a year, {base}").format(month=month, rate=percent(answer.rate), base=base)
        lines = answer.lines if answer.given is None else ()
        plan = partial(
            MonthPlan, said if answer.rate else month, lines, {"name": _("Total"), "amount": answer.total}, answer.total
        )
        if answer.given is not None:
            text = _("Voucher {number}.").format(number=answer.given)
            return plan(title=_("Jasa for {month} was given").format(month=month), text=text)
        if not answer.rate:
            text = _("The rules of this month give no jasa on voluntary savings.")
            acts = [(_("Rules of savings"), partial(self.main.go, places.Savings(tab="rules")), "simpanan")]
            return plan(icon="simpanan", title=_("No jasa in {month}").format(month=month), text=text, acts=acts)
        return plan(icon="simpanan", title=_("No jasa in {month}").format(month=month), text=_("Nobody had voluntary savings."))

    def open_line(self, line: FeeLine) -> None:
        """The member's book."""
        self.main.go(places.PassBook(person=line.person))


_COLUMNS: list[ColumnSpec[FeeLine]] = [
    ColumnSpec("number", N_("No."), "number", 56),
    ColumnSpec("name", N_("Name"), stretch=True),
    ColumnSpec("base", N_("Reckoned on (Rp)"), "money", 160, read=lambda line: Rupiah(round(line.base))),
    ColumnSpec("amount", N_("Jasa (Rp)"), "money", 130, bold=True, zero="0"),
]
