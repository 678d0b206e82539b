"""Kelompok: who the group is, as it stands on every paper, and what it has chosen for its book."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kubebuku.app.office import Office
from kubebuku.books.cash.queries import BoxBalance, BoxBalances
from kubebuku.books.group.commands import SetGroup
from kubebuku.books.group.queries import Choices, Group, GroupChoices, GroupFacts
from kubebuku.books.spec import Changed, Field, FieldKind, Outcome
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.text import N_
from kubebuku.i18n import _
from kubebuku.ui import places
from kubebuku.ui.books.enterprise.unit_acts import ICONS
from kubebuku.ui.forms.choices import Offered
from kubebuku.ui.forms.dialog import tell
from kubebuku.ui.forms.fields import Entry, make_entry
from kubebuku.ui.parts import open_book
from kubebuku.ui.parts.tabbed import TabbedPage
from kubebuku.ui.upkeep.group_choices import ChoicesCard
from kubebuku.ui.widgets import FieldBox, Form
from kubebuku.ui.window import Window


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
