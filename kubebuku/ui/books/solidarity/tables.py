"""The tables of the solidarity fund: its book, what was given, for what it gives."""

from __future__ import annotations

from functools import partial

from kubebuku.books.solidarity.commands import Every
from kubebuku.books.solidarity.queries import BenefitKind, BenefitRow, SolidarityRow, SolidarityTerms
from kubebuku.domain.text import N_
from kubebuku.i18n import _, long_date, month_name, rupiah
from kubebuku.ui import places
from kubebuku.ui.parts import open_book
from kubebuku.ui.parts.entry_foot import OpeningLine
from kubebuku.ui.parts.listing import ShortList
from kubebuku.ui.tokens import ROW_CHOSEN
from kubebuku.ui.widgets import Act, BookTable, ColumnSpec
from kubebuku.ui.window import Window

EVERY = {Every.MONTH: N_("each month"), Every.YEAR: N_("each year")}


#: The book in its printed columns.
BOOK_COLUMNS: list[ColumnSpec[SolidarityRow | OpeningLine]] = [
    ColumnSpec("on", N_("Date"), "date", 96),
    ColumnSpec("number", N_("Voucher no."), "code", drop=2),
    ColumnSpec("description", N_("Description"), stretch=True),
    ColumnSpec("dues", N_("Dues (Rp)"), "inn", 110),
    ColumnSpec("set_aside", N_("Set aside (Rp)"), "inn", 110, drop=1),
    ColumnSpec("paid", N_("Given (Rp)"), "out", 110),
    ColumnSpec("balance", N_("Balance (Rp)"), "money", 120, bold=True, zero="0"),
]


#: What was given to whom, for what, by which decision.
BENEFIT_COLUMNS: list[ColumnSpec[BenefitRow]] = [
    ColumnSpec("on", N_("Date"), "date", 96),
    ColumnSpec("number", N_("Voucher no."), "code", drop=1),
    ColumnSpec("name", N_("To whom"), stretch=True),
    ColumnSpec("event", N_("For what"), "text", 150),
    ColumnSpec("decision", N_("Decision"), "soft", 260, drop=2),
    ColumnSpec("amount", N_("Given (Rp)"), "out", 120),
]


#: The history of the dues.
RULE_COLUMNS: list[ColumnSpec[SolidarityTerms]] = [
    ColumnSpec("since", N_("Since"), "text", 180, read=lambda rule: month_name(rule.since)),
    ColumnSpec("amount", N_("Dues (Rp)"), "money", zero="–"),
    ColumnSpec("every", N_("How often"), "text", 130, read=lambda rule: _(EVERY[rule.every])),
    ColumnSpec("decision", N_("Decision"), "soft", stretch=True),
    ColumnSpec("who", N_("Written by"), "soft", 230, drop=1),
]


class BenefitKinds(ShortList[BenefitKind]):
    """For which events the fund gives, at most how much; a kind is changed or ended from its row."""

    def __init__(self, window: Window) -> None:
        table = BookTable(
            _KIND_COLUMNS, name=_("The fund gives for"), row=ROW_CHOSEN, grows=True, soft=lambda line: line.ended is not None
        )
        add: list[Act] = [(_("New event"), partial(self._go, "benefit_kind"), "tambah")]
        text = _("Illness, birth, death, misfortune: what the meeting decided, and at most how much.")
        title = _("It is not written yet for what the fund gives")
        super().__init__(window, "iks", table, self._acts, _event, more=add, nothing=(title, text))

    def _go(self, form: str, **values: object) -> None:
        self.main.go(places.Form(form=form, values=values))

    def _acts(self, line: BenefitKind) -> list[Act]:
        if not open_book.writable(self.main) or line.ended is not None:
            return []
        values = {"rule": line.id, "event": line.event, "ceiling": line.ceiling, "outsiders": line.outsiders}
        return [
            (_("Change"), partial(self._go, "benefit_kind", **values), "catat"),
            (_("No more"), partial(self._go, "end_benefit", rule=line.id), None),
        ]


def _event(line: BenefitKind | None) -> str:
    return line.event if line is not None else _("Choose a line to see what can be done.")


def _ceiling(line: BenefitKind) -> str:
    return rupiah(line.ceiling) if line.ceiling is not None else _("no ceiling")


def _for_whom(line: BenefitKind) -> str:
    return _("members and others") if line.outsiders else _("members only")


def _until(line: BenefitKind) -> str:
    return long_date(line.ended) if line.ended is not None else _("still")


_KIND_COLUMNS: list[ColumnSpec[BenefitKind]] = [
    ColumnSpec("event", N_("For what"), stretch=True),
    ColumnSpec("ceiling", N_("At most"), "text", 170, read=_ceiling),
    ColumnSpec("outsiders", N_("For whom"), "soft", 230, read=_for_whom, drop=1),
    ColumnSpec("since", N_("Since"), "date", 100, drop=3),
    ColumnSpec("ended", N_("Until"), "soft", 190, read=_until, drop=2),
]
