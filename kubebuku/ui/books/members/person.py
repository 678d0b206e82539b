"""One person: who it is, what is the person's own, what is owed, and the records that name the person."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from kubebuku.app.office import Office
from kubebuku.books.attachments.commands import Owner
from kubebuku.books.members.queries import (
    MemberRow,
    Members,
    OutsiderRow,
    Outsiders,
    PersonBalance,
    PersonBalances,
    PersonEntries,
    PersonEntry,
)
from kubebuku.books.spec import Changed
from kubebuku.domain.text import N_
from kubebuku.i18n import _, long_date
from kubebuku.ui import places
from kubebuku.ui.books.attachments.card import AttachedCard
from kubebuku.ui.books.members import acts as people_acts
from kubebuku.ui.parts import open_book
from kubebuku.ui.parts.book_page import BookPage
from kubebuku.ui.parts.list_card import ListCard
from kubebuku.ui.widgets import ActRow, BookTable, Button, Card, Columns, ColumnSpec
from kubebuku.ui.window import Window

_SEXES = {"L": N_("L, man"), "P": N_("P, woman")}


@dataclass(frozen=True)
class Shown:
    """What is known of the person."""

    person: MemberRow | OutsiderRow
    balances: tuple[PersonBalance, ...]
    entries: tuple[PersonEntry, ...]


class PersonPage(BookPage):
    """``go("person", person=3)``: a member, present or past, or somebody outside the group."""

    nav = "people"
    watches = Changed.PEOPLE | Changed.ENTRIES

    def __init__(self, window: Window) -> None:
        super().__init__(window, _("Person"), back=lambda: window.go(places.People()))
        self.person = 0
        self.shown = False
        self.facts = ListCard(_("Particulars"), "orang")
        self.own = ListCard(_("The person's own"), "simpanan", nothing=_("Nothing is kept for this person."))
        self.owed = ListCard(_("Owes the group"), "pinjaman", nothing=_("Nothing is owed."))
        self.table = BookTable(_COLUMNS, name=_("Records"), grows=True)
        self.table.when_opened(lambda line: window.go(places.Story(entry=line.entry)))
        self.records = Card(_("Records that name this person"), flush=True)
        self.records.add(self.table)
        self.attached = AttachedCard(window, Owner.PERSON)
        columns = Columns(5, 9)
        columns.add(self.facts, 0, 2)
        columns.add(self.own, 1, 0)
        columns.add(self.owed, 1, 1)
        columns.add(self.records, 1, 3)
        columns.add(self.attached, 0, 4)
        self.acts = ActRow()
        self.add(self.head, self.acts, columns)

    def arrive(self, place: places.Person) -> None:
        """Show the person asked for."""
        if place.person is not None:
            self.person = place.person
            self.shown = False

    def first_focus(self) -> QWidget | None:
        """The first act."""
        return (self.acts.findChild(Button) or self.table) if self.shown else self

    def shape_changed(self) -> None:
        """Where there is little room the words come before the number."""
        self.table.hide_columns(*(("number", "label") if open_book.tight(self) else ()))

    def refresh(self) -> None:
        """Ask for everything about the person."""
        person = self.person

        def work(office: Office) -> Shown | None:
            known: MemberRow | OutsiderRow | None = next((one for one in office.ask(Outsiders()) if one.person == person), None)
            if known is None:
                known = next((one for one in office.ask(Members(with_left=True)) if one.person == person), None)
            if known is None:
                return None
            return Shown(known, office.ask(PersonBalances(person)), office.ask(PersonEntries(person)))

        self.main.session.read(self, work, self._show)

    def _show(self, shown: Shown | None) -> None:
        if shown is None:  # deleted just now
            self.main.go(places.People())
            return
        self.shown = True
        known = shown.person
        self.head.say(known.name, _subtitle(known))
        if isinstance(known, MemberRow):
            acts = people_acts.member_acts(self.main, known)
        else:
            acts = people_acts.outsider_acts(self.main, known)
        self.acts.show_acts(acts if open_book.writable(self.main) else ())
        self.facts.show_facts(_facts(known))
        self.own.show_sums([(one.label, one.amount) for one in shown.balances if not one.owes])
        self.owed.show_sums([(one.label, one.amount) for one in shown.balances if one.owes])
        self.table.show_rows(shown.entries)
        self.records.setVisible(bool(shown.entries))
        self.attached.show_owner(int(known.person))


def _subtitle(known: MemberRow | OutsiderRow) -> str:
    if isinstance(known, OutsiderRow):
        return _("Outside the group")
    parts = [_("Member no. {number}").format(number=known.number), *known.roles]
    if known.left_on is not None:
        parts.append(_("left on {day}").format(day=long_date(known.left_on)))
    return " · ".join(parts)


def _facts(known: MemberRow | OutsiderRow) -> list[tuple[str, str | None]]:
    if isinstance(known, OutsiderRow):
        return [
            (_("Address"), known.address),
            (_("Telephone"), known.phone),
            (_("NIK"), known.nik),
            (_("Note"), known.note),
        ]
    born = ", ".join(part for part in (known.birth_place, long_date(known.birth_date) if known.birth_date else None) if part)
    age = _("{age} years").format(age=known.age) if known.age is not None else None
    facts = [
        (_("L or P"), _(_SEXES[known.sex]) if known.sex in _SEXES else None),
        (_("Born"), born or None),
        (_("Age"), age),
        (_("Schooling"), known.education),
        (_("Work"), known.occupation),
        (_("Address"), known.address),
        (_("RT and RW"), known.neighbourhood),
        (_("Telephone"), known.phone),
        (_("Marital status"), known.marital),
        (_("NIK"), known.nik),
        (_("No. KK"), known.family_card),
        (_("Joined on"), long_date(known.joined)),
    ]
    if known.left_on is not None:
        facts += [(_("Left on"), long_date(known.left_on)), (_("Why?"), known.left_reason)]
    return [*facts, (_("Note"), known.note)]


_COLUMNS: list[ColumnSpec[PersonEntry]] = [
    ColumnSpec("on", N_("Date"), "date", 96),
    ColumnSpec("number", N_("Voucher no."), "code", drop=1),
    ColumnSpec("description", N_("Description"), stretch=True),
    ColumnSpec("label", N_("What it changed"), "soft", 180, drop=2),
    ColumnSpec("amount", N_("Amount"), "signed"),
]
