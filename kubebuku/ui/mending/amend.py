"""*Ubah* and *Koreksi bulan lalu*: the form an entry was written with, filled in, and the reason."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from kubebuku.app.office import Office
from kubebuku.books import catalog
from kubebuku.books.journal.commands import GeneralJournal
from kubebuku.books.mending.commands import Amend, CorrectEarlier
from kubebuku.books.mending.queries import EntryStory, FormFor, Story, Version
from kubebuku.books.mending.refusals import ReasonMissing
from kubebuku.books.opening.commands import OpenBook
from kubebuku.books.spec import Command
from kubebuku.domain.calendar import Month
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import _, month_name, say
from kubebuku.ui import places
from kubebuku.ui.books.cash import journal
from kubebuku.ui.forms.fields import words
from kubebuku.ui.forms.page import RecordPage
from kubebuku.ui.forms.request import Asked, Saved
from kubebuku.ui.mending import mend
from kubebuku.ui.widgets import Act, Button, Columns, EmptyState, Form, MessageStrip, TextField
from kubebuku.ui.widgets.flow import clear
from kubebuku.ui.window import Window


@dataclass(frozen=True)
class Found:
    """What is known of the entry that is to be mended."""

    story: Story
    command: Command | None
    form: str | None

    @property
    def version(self) -> Version:
        """The entry itself."""
        return self.story.versions[self.story.asked]


class AmendPage(RecordPage):
    """``go("amend", entry=...)``: an entry of an open month is replaced, one of a closed month corrected in the open one."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.found: Found | None = None
        self.reason: TextField | None = None

    def arrive(self, place: places.Amend) -> None:
        """Find the entry and the form it was written with."""
        entry = place.entry
        if entry is not None:
            self.found = self.asked = self.form = None
            self.entries = []
            clear(self.middle)
            clear(self.top)
            self.session.read(self, lambda office: self._find(office, entry), self._begin_found)

    def _find(self, office: Office, entry: int) -> Found:
        story = office.ask(EntryStory(entry))
        opened = office.ask(FormFor(story.versions[story.asked].entry))
        return Found(story, opened.command, opened.key)

    def _begin_found(self, found: Found) -> None:
        self.found = found
        asked = asked_for(found.command)
        if isinstance(found.command, OpenBook):
            self.main.back()
            self.main.go(places.Opening())
        elif asked is None or not (found.story.may_amend or found.story.may_correct):
            self._show_closed_way(found)
        else:
            title = _("Change: {kind}") if found.story.may_amend else _("Correct an earlier month: {kind}")
            values = dict(asked.values)
            if found.story.may_correct:
                values["on"] = self.today()
            self.begin(replace(asked, values=values, title=title.format(kind=words(asked.form.title))))

    def _show_closed_way(self, found: Found) -> None:
        """No form opens: say why, and what can be done."""
        number = found.version.number
        story: Act = (_("Read its story"), lambda: self.main.go(places.Story(entry=found.version.entry)), "cerita")
        if not (found.story.may_amend or found.story.may_correct):
            title, text = (
                _("{number} is no longer changed").format(number=number),
                _("It has been struck out or is mended elsewhere."),
            )
            acts = [story]
        else:
            title = _("{number} has no form to open").format(number=number)
            text = _("It was not written by a form. Undo it and write it anew.")
            acts = [(_("Undo"), lambda: mend.undo(self.main, found.version.entry), "urungkan"), story]
        clear(self.middle)
        self.middle.addWidget(EmptyState("cerita", title, text, acts))

    def _main_words(self) -> str:
        return _("Save the change")

    def _add_more(self, form: Form) -> None:
        found = self.found
        if found is None:
            return
        late = found.story.may_correct
        self.reason = TextField(_("Why is it changed?"), name="reason", hint="" if late else _("May stay empty"))
        form.add_field(self.reason)
        if late:
            text = _("{entry} stands in {month}, which is closed. It is taken back in the open month and written anew there.")
            note = MessageStrip(
                "info",
                _("The closed month stays as it was signed"),
                text.format(entry=mend.named(found.version), month=month_name(Month.of(found.version.on))),
                below=True,
            )
            form.body.insertWidget(0, note)
            form.foot.add(Button(_("Only take it back"), "urungkan", self.take_back))

    def _add_beside(self, columns: Columns) -> None:
        """Nothing: a preview would count what is being changed a second time."""

    def _why(self) -> str | None:
        return (self.reason.value() or None) if self.reason is not None else None

    def _wrapped(self, command: Command) -> Command:
        found = self.found
        if found is None:
            return command
        entry: Any = found.version.entry
        if found.story.may_correct:
            on = getattr(command, "on", self.today())
            return CorrectEarlier(entry=entry, on=on, reason=self._why() or "…", replacement=command)
        return Amend(entry=entry, replacement=command, reason=self._why())

    def save(self) -> None:
        """A correction of a closed month is never without a reason."""
        if self._needs_reason():
            return
        super().save()

    def _needs_reason(self) -> bool:
        if self.found is None or not self.found.story.may_correct or self._why() or self.reason is None:
            return False
        self.reason.show_refusal(ReasonMissing())
        return True

    def take_back(self) -> None:
        """The correction without a replacement."""
        if self.found is None or self._needs_reason() or not self.main.agree_clock():
            return
        entry: Any = self.found.version.entry
        written = next((one.widget.value() for one in self.entries if one.spec.name == "on"), None)
        day = written if isinstance(written, date) else self.today()
        command = CorrectEarlier(entry=entry, on=day, reason=self._why() or "")
        self.session.run(self, command, lambda outcome: self._saved(Saved(outcome)), self._refused, key=self._key)

    def may_wait(self) -> bool:
        """A change does not wait: what it changes is written already."""
        return False

    def _may_double(self) -> bool:
        return False

    def _look_alike(self, command: Command) -> None:
        """It is the same event: no double."""
        self._run(command)

    def _guess(self, now: Rupiah, number: int) -> Rupiah | None:
        """Only the ledger knows what the change does."""
        return now

    def _saved(self, saved: Saved) -> None:
        self.let_go()
        said = say(saved.outcome.said) if saved.outcome.said is not None else _("Saved")
        entry = saved.outcome.entry
        acts: list[Act] = []
        if entry is not None:
            acts.append((_("Story"), lambda: self.main.go(places.Story(entry=entry)), "cerita"))
        self.main.back()
        self.main.say_done(said, "", acts)

    def _refused(self, refusal: RuleBroken) -> None:
        if refusal.field == "reason" and self.reason is not None:
            self.reason.show_refusal(refusal)
            return
        super()._refused(refusal)


def asked_for(command: Command | None) -> Asked | None:
    """The form that opens a command again, filled in; None where it has none."""
    if command is None:
        return None
    if isinstance(command, GeneralJournal):
        hidden = any(one.loan or one.item for one in command.lines)  # the page has no columns for them and would drop them
        return None if hidden else journal.asked(command)
    form = catalog.form_for(command)
    if form is None:
        return None
    values = {one.name: getattr(command, one.name) for one in fields(command)}
    return Asked(form, {name: value for name, value in values.items() if name not in form.fixed and value is not None})
