"""Kelompok: who the group is, as it stands on every paper, and what it has chosen for its book."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kubebuku.app.office import Office
from kubebuku.books.cash.queries import BoxBalance, BoxBalances
from kubebuku.books.group.commands import SetBoxDefaults, SetChoices, SetGroup
from kubebuku.books.group.queries import Choices, Group, GroupChoices, GroupFacts
from kubebuku.books.spec import Changed, Command, Field, FieldKind, Outcome
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.text import N_
from kubebuku.i18n import _, ngettext
from kubebuku.ui import places
from kubebuku.ui.books.enterprise.unit_acts import ICONS
from kubebuku.ui.forms.choices import Offered, box_icon
from kubebuku.ui.forms.dialog import tell
from kubebuku.ui.forms.fields import Entry, make_entry
from kubebuku.ui.jobs import Progress
from kubebuku.ui.parts import open_book
from kubebuku.ui.parts.tabbed import TabbedPage
from kubebuku.ui.widgets import Card, CheckBox, Choice, ChoiceField, FieldBox, Form, Label, PickRow, Rule
from kubebuku.ui.widgets.fields import beside
from kubebuku.ui.window import Window

_DAYS = (7, 14, 30)


class ChoicesCard(Card):
    """The usual places of money, counting, paper and signatures."""

    def __init__(self, window: Window) -> None:
        super().__init__(_("What it has chosen"))
        self.main = window
        self.boxes = {
            "usaha": ChoiceField(_("Money of the businesses lies in"), name="usaha"),
            "savings_loan": ChoiceField(_("Savings and loans lie in"), name="savings_loan"),
            "solidarity": ChoiceField(_("Solidarity dues lie in"), name="solidarity"),
        }
        self.days = PickRow(
            [(days, ngettext("{days} day", "{days} days", days).format(days=days)) for days in _DAYS],
            _("Count the money at least every"),
        )
        self.paper = PickRow([("f4", "F4"), ("a4", "A4")], _("Paper of the reports"))
        self.costs = PickRow(
            [("general", _("shown as Umum")), ("by_income", _("spread by income"))], _("Costs that belong to no business")
        )
        self.head_signs = CheckBox(_("The Lurah signs the reports too"))
        self.struck = CheckBox(_("Struck lines stand in printed books, crossed out"))
        self.add(Label(_("Where money usually lies"), "strong"), beside(*self.boxes.values(), under=700))
        for words, piece in (
            (_("Count the money at least every"), self.days),
            (_("Paper of the reports"), self.paper),
            (_("Costs that belong to no business"), self.costs),
        ):
            self.add(Rule(), Label(words, "strong"), piece)
        self.add(Rule(), self.head_signs, self.struck)
        for field in self.boxes.values():
            field.changed.connect(lambda _code: self._set_boxes())
        self.days.chosen.connect(lambda days: self._run(SetChoices(count_days=int(str(days)))))
        self.paper.chosen.connect(lambda paper: self._run(SetChoices(paper=str(paper))))
        self.costs.chosen.connect(lambda costs: self._run(SetChoices(general_costs=str(costs))))
        self.head_signs.clicked.connect(lambda on: self._run(SetChoices(village_head_signs=bool(on))))
        self.struck.clicked.connect(lambda on: self._print_struck(on=bool(on)))

    def show_choices(self, choices: Choices, boxes: tuple[BoxBalance, ...], *, struck: bool) -> None:
        """Show what is chosen now."""
        offered = [Choice(box.code, box.label, box_icon(box.code)) for box in boxes if not box.closed]
        for field, code in zip(
            self.boxes.values(), (choices.box_usaha, choices.box_savings_loan, choices.box_solidarity), strict=True
        ):
            field.show_choices(offered, code)
        days = choices.count_days
        offered_days = _DAYS if days in _DAYS else tuple(sorted((*_DAYS, days)))
        self.days.show_entries(
            [(each, ngettext("{days} day", "{days} days", each).format(days=each)) for each in offered_days], days
        )
        self.paper.set_value(choices.paper)
        self.costs.set_value(choices.general_costs)
        self.head_signs.set_value(choices.village_head_signs)
        self.struck.set_value(struck)

    def _set_boxes(self) -> None:
        codes = {name: str(field.value()) for name, field in self.boxes.items()}
        self._run(SetBoxDefaults(**codes))

    def _run(self, command: Command) -> None:
        self.main.session.run(self, command)

    def _print_struck(self, *, on: bool) -> None:
        def work(progress: Progress) -> None:
            from kubebuku.reports import choices

            progress.commit()
            self.main.session.office.write(lambda work: choices.remember_struck(work, on))

        self.main.session.jobs.run(work, owner=self, quiet=True)


def _text(name: str, label: str, hint: str | None = None) -> Field:
    return Field(name, FieldKind.TEXT, label, hint, required=False)


#: Field and whether it stands beside the next one.
FIELDS: tuple[tuple[Field, bool], ...] = (
    (Field("group", FieldKind.TEXT, N_("Name of the group"), N_("As on the stamp")), False),
    (Field("founded", FieldKind.NUMBER, N_("Founded in the year"), required=False), True),
    (_text("decree", N_("Decree"), N_("Number and date of the SK")), True),
    (_text("business", N_("What it does"), N_("For example: tent hire, catering, savings and loans")), False),
    (_text("address", N_("Address")), True),
    (_text("neighbourhood", N_("RT and RW")), True),
    (_text("village", N_("Village (kelurahan or desa)")), True),
    (_text("district", N_("District (kecamatan)")), True),
    (_text("city", N_("City or regency")), True),
    (_text("province", N_("Province")), True),
    (_text("phone", N_("Telephone")), True),
    (_text("companion", N_("Pendamping"), N_("Signs the reports")), True),
    (_text("village_head", N_("Lurah or village head"), N_("Signs where the group has chosen so")), True),
    (_text("village_head_nip", N_("NIP of the Lurah")), True),
    (_text("bank_name", N_("Bank")), True),
    (_text("bank_account", N_("Account number")), True),
    (Field("icon", FieldKind.CHOICE, N_("Sign on the paper"), required=False, choices=ICONS), True),
)


@dataclass(frozen=True)
class Shown:
    """What is known of the group."""

    facts: GroupFacts
    choices: Choices
    boxes: tuple[BoxBalance, ...]
    struck: bool


Tab = Literal["facts", "choices"]
TABS: tuple[tuple[Tab, str], ...] = (("facts", N_("Who it is")), ("choices", N_("What it has chosen")))


class GroupPage(TabbedPage[Tab]):
    """``go("group", tab="choices")``."""

    nav = "bukulain"
    watches = Changed.GROUP | Changed.SETTINGS | Changed.ACCOUNTS

    def __init__(self, window: Window) -> None:
        super().__init__(window, _("The group"), TABS, _("As it stands on every paper"), back=window.back)
        self.form = Form(main=_("Save"))
        self.entries: dict[str, Entry] = {}
        for field, half in FIELDS:
            entry = make_entry(
                field, Offered(), today=partial(open_book.today, window), big=False, new_person=lambda _entry: None
            )
            self.entries[field.name] = entry
            self.form.add_field(entry.widget, half=half)
        self.form.start()
        self.choices = ChoicesCard(window)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        column.addWidget(self.choices)
        self.add(self.head, self.tabs, holder)
        self.form.submitted.connect(self._save)
        self.form.cancelled.connect(window.back)
        self._follow()

    def arrive(self, place: places.Group) -> None:
        """Show the tab asked for."""
        super().arrive(place)
        self._follow()

    def tab_chosen(self) -> None:
        """Show what stands on it."""
        self._follow()

    def first_focus(self) -> QWidget | None:
        """The name."""
        widget = self.entries["group"].widget
        return widget.focus_target() if isinstance(widget, FieldBox) and self.tab == "facts" else self.tabs

    def leave(self) -> bool:
        """Ask when something was typed."""
        return self.form.may_leave()

    def _follow(self) -> None:
        facts = self.tab == "facts"
        self.form.setVisible(facts)
        self.choices.setVisible(not facts)

    def refresh(self) -> None:
        """Ask who the group is, unless one is writing just now."""
        self.main.session.read(self, _ask, self._show)

    def _show(self, shown: Shown) -> None:
        self.choices.show_choices(shown.choices, shown.boxes, struck=shown.struck)
        writable = open_book.writable(self.main)
        self.form.foot.setVisible(writable)
        self.choices.setEnabled(writable)
        if self.form.typed():
            return
        for name, entry in self.entries.items():
            value = shown.facts.name if name == "group" else getattr(shown.facts, name)
            entry.put(str(value) if name == "founded" and value is not None else value)
        self.form.start()

    def _save(self) -> None:
        found: dict[str, Any] = {}  # each of the type of its field
        self.form.clear_refusals()
        for name, entry in self.entries.items():
            try:
                found[name] = entry.read()
            except RuleBroken as refusal:
                refusal.field = name
                self.form.show_refusal(refusal)
                return
        command = SetGroup(**found)
        self.main.session.run(self, command, self._saved, self.form.show_refusal)

    def _saved(self, outcome: Outcome) -> None:
        self.form.start()
        tell(self.main, outcome)


def _ask(office: Office) -> Shown:
    from kubebuku.reports import choices

    struck = office.read(lambda reading: choices.shows_struck(reading.connection))
    return Shown(office.ask(Group()), office.ask(GroupChoices()), office.ask(BoxBalances()), struck)
