"""Writing a person down: a member with every column of the book of members, or somebody outside the group."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any, Literal

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kubebuku.app.office import Office
from kubebuku.books.members.commands import AddMember, AddOutsider, ChangeMember, ChangeOutsider
from kubebuku.books.members.forms import FORMS
from kubebuku.books.members.queries import DoubtsAbout, Member, MemberRow, OutsiderRow, Outsiders
from kubebuku.books.spec import Command, Outcome
from kubebuku.domain.entries import PersonId
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.text import Sentence
from kubebuku.i18n import _, say
from kubebuku.ui import places
from kubebuku.ui.forms.choices import Offered
from kubebuku.ui.forms.fields import NOTHING, Entry, make_entry
from kubebuku.ui.jobs import Progress
from kubebuku.ui.parts import open_book
from kubebuku.ui.parts.book_page import BookPage
from kubebuku.ui.widgets import Act, Button, Card, Choice, ChoiceField, Columns, FieldBox, Form, Icon, Label, clear, column
from kubebuku.ui.window import Window

_PAUSE_MS = 400
_BOOKS = {"member": "add_member", "outsider": "add_outsider"}
_WHOLE_LINE = frozenset({"full_name", "note"})


class PersonFormPage(BookPage):
    """``go("person_form", kind="member"|"outsider")`` for a new person, with `person` for a change, with `joins` for an outsider
    who becomes a member. What is unusual is told quietly beside the form; only the impossible is refused.
    """

    nav = "people"

    def __init__(self, window: Window) -> None:
        super().__init__(window, _("Person"), back=window.back)
        self.kind: Literal["member", "outsider"] = "member"
        self.person: int | None = None
        self.joins: int | None = None
        self.holder = QVBoxLayout()
        self.notes = Card(_("Please look at this"), icon="info")
        self.note_list = column()
        self.notes.add(self.note_list)
        self.notes.setVisible(False)
        left = QWidget()
        left.setLayout(self.holder)
        self.holder.setContentsMargins(0, 0, 0, 0)
        columns = Columns(2, 1)
        columns.add(left, 0, 2)
        columns.add(self.notes, 1, 1)
        self.add(self.head, columns)
        self.form = Form()
        self.entries: list[Entry] = []
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._look)

    def arrive(self, place: places.PersonForm) -> None:
        """Begin an empty form, or one with what is known of the person."""
        self.kind, self.person, self.joins = place.kind, place.person, place.joins
        self._build({})
        self.notes.setVisible(False)
        if self.person is not None or self.joins is not None:
            self.main.session.read(self, self._known, self._fill)

    def _build(self, values: Mapping[str, object]) -> None:
        clear(self.holder)
        changing = self.person is not None
        spec = next(form for form in FORMS if form.key == _BOOKS[self.kind])
        title = _("New member") if self.kind == "member" else _("New person outside the group")
        self.head.say(_("Change a person") if changing else title)
        self.form = Form(main=_("Save"), icon="simpan")
        fields = [one for one in spec.fields if not (one.name == "number" and changing and self.kind == "outsider")]
        self.entries = [
            make_entry(one, Offered(), today=self._today, big=False, new_person=lambda _entry: None) for one in fields
        ]
        for entry in self.entries:
            self.form.add_field(entry.widget, half=entry.spec.name not in _WHOLE_LINE)
            if isinstance(entry.widget, ChoiceField):  # nothing chosen means here that nobody knows it yet
                entry.widget.show_choices([Choice(NOTHING, _("not known yet")), *entry.widget.choices()[1:]])
            if entry.spec.name in values:
                entry.put(values[entry.spec.name])
            entry.changed(lambda *_value: self._pause.start())
        self.form.start()
        self.form.submitted.connect(self._save)
        self.form.cancelled.connect(self.main.back)
        self.holder.addWidget(self.form)
        self._fit()

    def first_focus(self) -> QWidget | None:
        """The name."""
        first = self.entries[0].widget
        return first.focus_target() if isinstance(first, FieldBox) else first

    def leave(self) -> bool:
        """Ask when something was typed."""
        return self.form.may_leave()

    def _today(self) -> date:
        return open_book.today(self.main)

    # what is known

    def _known(self, office: Office) -> MemberRow | OutsiderRow | None:
        id_ = self.person if self.person is not None else self.joins
        if self.kind == "member" and self.joins is None and id_ is not None:
            return office.ask(Member(id_))
        return next((one for one in office.ask(Outsiders()) if one.person == id_), None)

    def _fill(self, known: MemberRow | OutsiderRow | None) -> None:
        if known is None:
            return
        values = {entry.spec.name: getattr(known, entry.spec.name, None) for entry in self.entries}
        values["full_name"] = known.name
        if isinstance(known, OutsiderRow) and self.kind == "member":
            values["joined"] = self._today()
        self._build({name: value for name, value in values.items() if value is not None})
        self.head.say(self.head.title.text(), known.name)
        first = self.first_focus()
        if first is not None:
            first.setFocus()
        self._look()

    # what is written

    def _command(self, *, trial: bool = False) -> Command | None:
        """The command the form stands for; None where a field cannot be read (its refusal is shown unless `trial`)."""
        found: dict[str, Any] = {}  # each of the type of its field
        for entry in self.entries:
            try:
                found[entry.spec.name] = entry.read()
            except RuleBroken as refusal:
                if not trial:
                    refusal.field = entry.spec.name
                    self.form.show_refusal(refusal)
                return None
        if self.kind == "outsider":
            if self.person is None:
                return AddOutsider(**found)
            return ChangeOutsider(person=PersonId(self.person), **found)
        if self.person is None:
            joins = None if self.joins is None else PersonId(self.joins)
            return AddMember(person=joins, **found)
        return ChangeMember(person=PersonId(self.person), **found)

    def _save(self) -> None:
        self.form.clear_refusals()
        if not self.main.agree_clock():
            return
        command = self._command()
        if command is not None:
            self.main.session.run(self, command, self._saved, self.form.show_refusal)

    def _saved(self, outcome: Outcome) -> None:
        self.form.start()
        person = outcome.made.get("person", self.person)
        again: list[Act] = []
        if self.person is None:
            again.append((_("Another one"), partial(self.main.go, places.PersonForm(kind=self.kind)), "tambah"))
            if self.kind == "member":
                again.append((_("Receive savings"), partial(self.main.go, places.TakeSavings(person=person)), "masuk"))
        self.main.go(places.Person(person=person))
        if outcome.said is not None:
            self.main.say_done(say(outcome.said), " ".join(say(one) for one in outcome.warned), again)
            another = self.main.done.buttons.findChild(Button)
            if again and another is not None:  # a whole list of members is written one after the other
                another.setFocus(Qt.FocusReason.OtherFocusReason)

    # what is unusual

    def _look(self) -> None:
        command = self._command(trial=True)
        if not isinstance(command, AddMember | ChangeMember) or not command.full_name.strip():
            return
        asked = DoubtsAbout(command)

        def work(_progress: Progress) -> tuple[Sentence, ...]:
            try:
                return self.main.session.office.ask(asked)
            except RuleBroken:
                return ()  # said at the field when it is saved

        self.main.session.jobs.run(work, self._show_notes, owner=self, quiet=True)

    def _show_notes(self, notes: tuple[Sentence, ...]) -> None:
        clear(self.note_list)
        for note in notes:
            self.note_list.addLayout(open_book.filled(Icon("info", 18, "info"), Label(say(note))))
        if notes:
            self.note_list.addWidget(Label(_("It can be saved as it is."), "caption"))
        self.notes.setVisible(bool(notes))
