"""The general journal, for the pendamping: free lines with debit and credit, the difference told while one writes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kubebuku.books import spec
from kubebuku.books.journal.commands import GeneralJournal, JournalLine
from kubebuku.books.spec import Command, Door, FieldKind
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_
from kubebuku.i18n import _, rupiah
from kubebuku.ui import places
from kubebuku.ui.forms.lines import LinesField
from kubebuku.ui.forms.page import RecordPage
from kubebuku.ui.forms.request import Asked
from kubebuku.ui.refusals import OneSideOnly
from kubebuku.ui.widgets import Columns, Label
from kubebuku.ui.widgets.labels import Tone
from kubebuku.ui.window import Window


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line as it is written: an amount on one of the two sides."""

    account: str
    debit: Rupiah | None = None
    credit: Rupiah | None = None
    unit: Any = None
    person: Any = None

    @property
    def amount(self) -> Rupiah:
        """Debit positive; raises OneSideOnly where both sides or none are filled."""
        if bool(self.debit) == bool(self.credit):
            raise OneSideOnly(self.account)
        return self.debit or -(self.credit or Rupiah(0))


FORM = spec.Form(
    "journal",
    GeneralJournal,
    Door.OTHER,
    "lembar",
    N_("General journal"),
    N_("debit and credit, for the pendamping"),
    (
        spec.Field("on", FieldKind.DATE, N_("When?")),
        spec.Field("description", FieldKind.DESCRIPTION, N_("Description")),
        spec.Field(
            "lines",
            FieldKind.LINES,
            N_("Lines"),
            columns=(
                spec.Field("account", FieldKind.ACCOUNT, N_("Account")),
                spec.Field("debit", FieldKind.AMOUNT, N_("Debit")),
                spec.Field("credit", FieldKind.AMOUNT, N_("Credit")),
                spec.Field("unit", FieldKind.UNIT, N_("Business")),
                spec.Field("person", FieldKind.PERSON, N_("Person")),
            ),
            line=Line,
        ),
        spec.Field("nota", FieldKind.TEXT, N_("Nota number")),
    ),
)


def build(values: Mapping[str, Any]) -> Command:
    """The command of what was written; raises OneSideOnly."""
    lines: Sequence[Line] = values["lines"]
    made = tuple(JournalLine(account=one.account, amount=one.amount, unit=one.unit, person=one.person) for one in lines)
    return GeneralJournal(**{**values, "lines": made})


def asked(command: GeneralJournal | None = None) -> Asked:
    """The journal's form, empty or filled from a command."""
    values: dict[str, object] = {}
    if command is not None:
        lines = tuple(
            Line(
                account=one.account,
                debit=one.amount if one.amount > 0 else None,
                credit=-one.amount if one.amount < 0 else None,
                unit=one.unit,
                person=one.person,
            )
            for one in command.lines
        )
        values = {"on": command.on, "description": command.description, "lines": lines, "nota": command.nota}
    return Asked(FORM, {name: value for name, value in values.items() if value is not None}, build=build)


def difference(field: LinesField) -> Rupiah | None:
    """Debit less credit of what is written so far; None while a line cannot be read."""
    try:
        return Rupiah(sum((one.debit or 0) - (one.credit or 0) for one in field.value()))
    except RuleBroken:
        return None


def told(found: Rupiah | None) -> tuple[str, Tone]:
    """The difference in words, and its tone."""
    if found is None:
        return _("A line is not complete yet."), "soft"
    if found == 0:
        return _("Debit and credit are equal."), "inn"
    side = _("The debit side is larger by {amount}.") if found > 0 else _("The credit side is larger by {amount}.")
    return side.format(amount=rupiah(abs(found))), "out"


class JournalPage(RecordPage):
    """``go("journal")``: lines side by side need the whole width; the boxes stand above."""

    nav = "bukulain"

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.balance = Label("", "strong")

    def arrive(self, place: places.Journal) -> None:
        """An empty journal at each coming."""
        self.begin(asked())

    def _columns(self) -> Columns:
        return Columns(1, 0)

    def _add_more(self, form: Any) -> None:
        self.balance = Label("", "strong")
        form.body.insertWidget(form.body.count() - 2, self.balance)
        for entry in self.entries:
            if isinstance(entry.widget, LinesField):
                entry.widget.add_row()

    def _show_boxes(self) -> None:
        super()._show_boxes()
        field = next((entry.widget for entry in self.entries if isinstance(entry.widget, LinesField)), None)
        if field is not None:
            words, tone = told(difference(field)) if field.content() else ("", "soft")
            self.balance.say(words, tone)

    def _beside(self) -> bool:
        return False
