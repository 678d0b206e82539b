"""Anggota: members, people outside the group, officers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtWidgets import QStackedWidget, QWidget

from kubebuku.app.office import Office
from kubebuku.books.members.queries import MemberRow, Members, Officers, OutsiderRow, Outsiders, Term
from kubebuku.books.spec import Changed
from kubebuku.domain.text import N_
from kubebuku.i18n import _, figure, long_date, ngettext
from kubebuku.ui import places
from kubebuku.ui.books.members import acts as people_acts
from kubebuku.ui.parts import open_book
from kubebuku.ui.parts.row_foot import RowFoot, show_unfound, table_card
from kubebuku.ui.parts.tabbed import TabbedPage
from kubebuku.ui.tokens import ROW_CHOSEN
from kubebuku.ui.widgets import (
    Act,
    BookTable,
    CheckBox,
    ChipSpec,
    ColumnSpec,
    EmptyState,
    FlowRow,
    MainButton,
    SearchField,
)
from kubebuku.ui.window import Window

Tab = Literal["members", "outsiders", "officers"]
TABS: tuple[tuple[Tab, str], ...] = (
    ("members", N_("Members")),
    ("outsiders", N_("Outside the group")),
    ("officers", N_("Officers")),
)


@dataclass(frozen=True)
class Shown:
    """Everybody, present and past."""

    members: tuple[MemberRow, ...]
    outsiders: tuple[OutsiderRow, ...]
    terms: tuple[Term, ...]


class PeoplePage(TabbedPage[Tab]):
    """``go("people", tab="officers")``."""

    nav = "people"
    watches = Changed.PEOPLE

    def __init__(self, window: Window) -> None:
        super().__init__(window, _("People"), TABS)
        self.shown = Shown((), (), ())
        self.add_button = MainButton(_("New member"), "tambah", self._add)
        self.head.add(self.add_button)
        self.search = SearchField(_("Search name, number, RT"))
        self.past = CheckBox(_("Show those who left"))
        self.tables: dict[Tab, BookTable[Any]] = {
            "members": BookTable(_MEMBER_COLUMNS, name=_("Members"), row=ROW_CHOSEN, soft=lambda line: not line.active),
            "outsiders": BookTable(_OUTSIDER_COLUMNS, name=_("Outside the group"), row=ROW_CHOSEN),
            "officers": BookTable(_TERM_COLUMNS, name=_("Officers"), row=ROW_CHOSEN, soft=lambda line: line.until is not None),
        }
        self.foot = RowFoot()
        self.empty = EmptyState("anggota", "")
        self.stack = QStackedWidget()
        self._build()
        self.search.searched.connect(lambda _text: self._redraw())
        self.past.toggled.connect(lambda _on: self._redraw())

    def _build(self) -> None:
        for table in self.tables.values():
            self.stack.addWidget(table)
            table.when_chosen(self._chosen)
            table.when_opened(lambda line: people_acts.open_row(self.main, line))
            table.set_menu(self._acts)
        self.stack.addWidget(self.empty)
        self.add(self.head, self.tabs, FlowRow(self.search, self.past), table_card(self.stack, self.foot), fill=True)

    def shape_changed(self) -> None:
        """Where there is little room names come before telephones and days of joining."""
        tight = open_book.tight(self)
        away = ("phone", "joined") if tight else ("phone",) if self.narrow else ()
        self.tables["members"].hide_columns(*away)
        self.tables["outsiders"].hide_columns(*(("note",) if tight else ()))
        self.tables["officers"].hide_columns(*(("reason",) if tight else ()))

    def tab_chosen(self) -> None:
        """Show its list."""
        self._redraw()

    def first_focus(self) -> QWidget | None:
        """The list."""
        return self.tables[self.tab]

    def refresh(self) -> None:
        """Ask for everybody."""
        self.main.session.read(self, _ask, self._show)

    def _show(self, shown: Shown) -> None:
        self.shown = shown
        present = sum(one.active for one in shown.members)
        words = ngettext("{number} member", "{number} members", present).format(number=figure(present))
        if shown.outsiders:
            outside = ngettext("{number} person outside the group", "{number} people outside the group", len(shown.outsiders))
            words += " · " + outside.format(number=figure(len(shown.outsiders)))
        self.head.say(_("People"), words if shown.members or shown.outsiders else "")
        self._redraw()

    def _redraw(self) -> None:
        tab = self.tab
        writable = open_book.writable(self.main)
        labels = {"members": _("New member"), "outsiders": _("New person"), "officers": _("Appoint an officer")}
        self.add_button.say(labels[tab])
        self.add_button.setVisible(writable and (tab != "officers" or bool(self.shown.members)))
        self.past.setVisible(tab != "outsiders")
        self.past.words = _("Show earlier officers") if tab == "officers" else _("Show those who left")
        self.past.setAccessibleName(self.past.words)
        self.past.updateGeometry()
        self.past.update()
        rows = self._rows(tab)
        if not rows:
            self._show_empty(tab)
        else:
            self.stack.setCurrentWidget(self.tables[tab])
            self.tables[tab].show_rows(rows)
            if self.tables[tab].current() is None:
                self.tables[tab].select_at(0)
        self._chosen(self.tables[tab].current() if rows else None)

    def _rows(self, tab: Tab) -> list[object]:
        past = self.past.value()
        wanted = self.search.text().casefold().split()
        rows: tuple[people_acts.Line, ...]
        if tab == "members":
            rows = tuple(one for one in self.shown.members if past or one.active)
        elif tab == "outsiders":
            rows = self.shown.outsiders
        else:
            rows = tuple(one for one in self.shown.terms if past or one.until is None)
        return [one for one in rows if all(word in _searched(one) for word in wanted)]

    def _show_empty(self, tab: Tab) -> None:
        self.stack.setCurrentWidget(self.empty)
        if self.search.text().strip():
            show_unfound(self.empty, self.search)
            return
        acts: list[Act] = [(self.add_button.words, self._add, "tambah")] if open_book.writable(self.main) else []
        if tab == "members":
            text = _("Write down every member once. Names, savings and loans then belong together.")
            self.empty.show_state("anggota", _("No member is written down yet"), text, acts)
        elif tab == "outsiders":
            text = _("Customers, shops, givers and borrowers who do not belong to the group.")
            self.empty.show_state("orang", _("Nobody outside the group is written down yet"), text, acts)
        else:
            text = _("Chair, secretary and treasurer sign the reports.")
            self.empty.show_state("anggota", _("No officer is written down yet"), text, acts if self.shown.members else [])

    def _chosen(self, line: people_acts.Line | None) -> None:
        words = _chosen_words(line) if line is not None else ""
        if line is None and self.stack.currentWidget() is not self.empty:
            words = _("Choose a line to see what can be done.")
        self.foot.show_acts(words, self._acts(line) if line is not None else [])

    def _acts(self, line: people_acts.Line) -> list[Act]:
        return people_acts.acts(self.main, line)

    def _add(self) -> None:
        if self.tab == "members":
            self.main.go(places.PersonForm(kind="member"))
        elif self.tab == "outsiders":
            self.main.go(places.PersonForm(kind="outsider"))
        else:
            people_acts.appoint(self.main)


def _ask(office: Office) -> Shown:
    return Shown(office.ask(Members(with_left=True)), office.ask(Outsiders()), office.ask(Officers(history=True)))


def _searched(line: people_acts.Line) -> str:
    names = ("number", "name", "neighbourhood", "address", "occupation", "phone", "role")
    return " ".join(str(value) for name in names if (value := getattr(line, name, None))).casefold()


def _chosen_words(line: people_acts.Line) -> str:
    return f"{line.number} · {line.name}" if isinstance(line, MemberRow) else line.name


def _office(line: MemberRow) -> object:
    if line.left_on is not None:
        return ChipSpec("soft", _("Left"), "")
    return ", ".join(line.roles)


_MEMBER_COLUMNS: list[ColumnSpec[MemberRow]] = [
    ColumnSpec("number", N_("No."), "number", 56, drop=1),
    ColumnSpec("name", N_("Name"), stretch=True),
    ColumnSpec("roles", N_("Office"), "soft", 122, read=_office, drop=2),
    ColumnSpec("sex", N_("L/P"), "soft", 52, drop=3),
    ColumnSpec("age", N_("Age"), "number", 60, drop=4),
    ColumnSpec("neighbourhood", N_("RT and RW"), "soft", 112, drop=5),
    ColumnSpec("phone", N_("Telephone"), "soft", 150, drop=6),
    ColumnSpec("joined", N_("Joined"), "date", 96, drop=7),
]


_OUTSIDER_COLUMNS: list[ColumnSpec[OutsiderRow]] = [
    ColumnSpec("name", N_("Name"), stretch=True),
    ColumnSpec("address", N_("Address"), "soft", 280, drop=1),
    ColumnSpec("phone", N_("Telephone"), "soft", 150, drop=2),
    ColumnSpec("note", N_("Note"), "soft", 240, drop=3),
]


def _until(line: Term) -> str:
    return _("still") if line.until is None else long_date(line.until)


_TERM_COLUMNS: list[ColumnSpec[Term]] = [
    ColumnSpec("role", N_("Office"), "text", 200, read=lambda line: people_acts.role_words(line.role)),
    ColumnSpec("name", N_("Name"), stretch=True),
    ColumnSpec("since", N_("Since"), "date", 110),
    ColumnSpec("until", N_("Until"), "soft", 170, read=_until, drop=1),
    ColumnSpec("reason", N_("Why it ended"), "soft", 220, drop=2),
]
