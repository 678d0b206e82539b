"""A new name without leaving the form: a small dialog, saved at once, and then chosen in the field."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kubebuku.books.members.commands import AddOutsider
from kubebuku.books.spec import Command
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.names import clean_name, clean_text
from kubebuku.i18n import _
from kubebuku.ui import messages
from kubebuku.ui.forms.asking import AskingPage
from kubebuku.ui.forms.choices import Offered
from kubebuku.ui.forms.dialog import CommandDialog
from kubebuku.ui.forms.fields import Entry
from kubebuku.ui.session import Session
from kubebuku.ui.widgets import TextField, Verb


class NewPerson(CommandDialog):
    """Name and what tells it from another one.

    Whoever is added here does not belong to the group; a new member is added on the page *Anggota*.
    """

    def __init__(self, parent: QWidget | None, session: Session) -> None:
        super().__init__(
            parent,
            _("New person"),
            _("Somebody outside the group: a customer, a shop, a helper. New members are added on the page People."),
            (Verb("cancel", _("Cancel")), Verb("main", _("Save"), "simpan")),
            icon="orang",
        )
        self.session = session
        self.name = TextField(_("Name"), name="full_name", hint=_("As people call this person"))
        self.address = TextField(_("RT or address"), name="address", hint=_("Tells two people of one name apart; may stay empty"))
        self.phone = TextField(_("Telephone"), name="phone", hint=_("May stay empty"))
        self.add(self.name, self.address, self.phone)
        self.name.line.returnPressed.connect(self.address.setFocus)
        self.address.line.returnPressed.connect(self.phone.setFocus)
        self.phone.line.returnPressed.connect(self.buttons["main"].click)

    def command(self) -> Command:
        """The person as written."""
        return AddOutsider(
            full_name=self._read(self.name, clean_name),
            address=self._read(self.address, clean_text) or None,
            phone=self._read(self.phone, clean_text) or None,
        )

    def _read(self, field: TextField, clean: Callable[[str], str]) -> str:
        try:
            return clean(field.value())
        except RuleBroken as refusal:
            refusal.field = field.name
            raise

    def refuse(self, refusal: RuleBroken) -> None:
        """At the field it speaks of, else at the name."""
        fields = {field.name: field for field in (self.name, self.address, self.phone)}
        fields.get(refusal.field or "", self.name).show_refusal(refusal)


def add_person(page: AskingPage, entry: Entry) -> None:
    """Ask for a new name and choose it in `entry`'s field; what is written elsewhere in the form stays."""
    dialog = NewPerson(page, page.session)
    messages.door().show(dialog)
    outcome, asked = dialog.outcome, page.asked
    if outcome is None or asked is None:
        return

    def again(offered: Offered) -> None:
        page.people_changed(offered)
        entry.put(outcome.made["person"])
        page.edited()
        entry.widget.setFocus()

    page.session.read(page, lambda office: page.gather(office, asked), again)
