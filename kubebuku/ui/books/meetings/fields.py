"""The parts of an invitation and of notulen as fields, and the sheet they stand on: many lines, one button elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from PySide6.QtCore import Signal

from kubebuku.books.meetings.commands import MeetingKind
from kubebuku.books.meetings.queries import MeetingPage
from kubebuku.books.meetings.words import KINDS
from kubebuku.domain.errors import RuleBroken
from kubebuku.i18n import _, say
from kubebuku.ui.books.meetings.acts import hour
from kubebuku.ui.forms.choices import Offered, people_choices
from kubebuku.ui.forms.fields import NOTHING
from kubebuku.ui.tokens import SP
from kubebuku.ui.widgets import Card, Choice, ChoiceField, DateField, FieldBox, ParagraphField, TextField, beside
from kubebuku.ui.widgets.fields import Steps

#: The parts that an invitation has too.
PLANNED = ("on", "kind", "starts", "place", "chair", "minutes_by", "agenda", "guests")


class FieldSheet(Card):
    """Fields one writes in at leisure: Enter goes on from a line, and begins a new line where there are several."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__(gap=SP["m"])
        self.fields: list[FieldBox] = []
        self._steps = Steps(self, lambda: [field.focus_target() for field in self.fields], self.focusNextChild)

    def put(self, *fields: FieldBox) -> None:
        """Append fields, side by side where there are two and room for them."""
        for field in fields:
            self.fields.append(field)
            if not isinstance(field, ParagraphField):
                self._steps.watch(field.focus_target())
            field.changed.connect(lambda _value: self.edited.emit())
        if len(fields) == 1:
            self.add(fields[0])
        else:
            self.add(beside(*fields))

    def field(self, name: str | None) -> FieldBox | None:
        """The field of that name."""
        return next((field for field in self.fields if field.name == name), None)

    def typed(self) -> bool:
        """Whether something was written since `start()`."""
        return any(field.typed() for field in self.fields)

    def start(self) -> None:
        """Take what stands there as the beginning."""
        for field in self.fields:
            field.clear_refusal()
            field.start()

    def clear_refusals(self) -> None:
        """Nothing is wrong any more."""
        for field in self.fields:
            field.clear_refusal()

    def values(self) -> dict[str, object]:
        """By name, None where nothing is written; raises RuleBroken with the name of its field."""
        found: dict[str, object] = {}
        for field in self.fields:
            try:
                value = field.value()
            except RuleBroken as refusal:
                refusal.field = field.name
                raise
            found[field.name] = None if value in ("", NOTHING) else value
        return found


class MeetingFields:
    """One field for each part, by the name of the command's field."""

    def __init__(self, today: Callable[[], date]) -> None:
        kinds = [Choice(kind, say(words)) for kind, words in KINDS.items()]
        example = _("For example 15.30")
        self.on = DateField(_("When?"), name="on", today=today)
        self.on.nearest = True  # the meeting of 29/11 is this year's, also on the 22nd
        self.starts = TextField(_("At what time?"), name="starts", hint=example, longest=10)
        self.ends = TextField(_("Until what time?"), name="ends", hint=_("For example 17.00"), longest=10)
        self.place = TextField(_("Where?"), name="place", longest=200)
        self.kind = ChoiceField(_("What kind of meeting?"), kinds, name="kind")
        self.chair = ChoiceField(_("Who leads it?"), name="chair")
        self.minutes_by = ChoiceField(_("Who writes the minutes?"), name="minutes_by")
        self.agenda = ParagraphField(_("What will be talked about?"), name="agenda", lines=4)
        self.guests = ParagraphField(_("Guests"), name="guests", hint=_("One a line, for example: the lurah"), lines=2)
        self.course = ParagraphField(_("How did the meeting go?"), name="course", lines=7)
        self.conclusion = ParagraphField(_("Conclusion"), name="conclusion", lines=3)
        self.ending = ParagraphField(_("Closing words"), name="ending", hint=_("For example: closed with a prayer"), lines=2)

    def all(self) -> dict[str, FieldBox]:
        """Every field by name."""
        return {field.name: field for field in vars(self).values() if isinstance(field, FieldBox)}

    def offer(self, offered: Offered, page: MeetingPage | None = None) -> None:
        """Who may lead and write; who did so at this meeting stays among them after leaving the group."""
        people = [Choice(NOTHING, _("nobody")), *people_choices(offered)]
        known = {one.key for one in people}
        for field in (self.chair, self.minutes_by):
            person = getattr(page.row, field.name) if page is not None else None
            name = getattr(page.row, f"{field.name}_name") if page is not None else None
            gone = [Choice(person, name, "orang")] if person is not None and name and person not in known else []
            field.show_choices([*people, *gone], field.value() or NOTHING)

    def fill(self, page: MeetingPage | None, names: Iterable[str] = ()) -> None:
        """What a meeting holds of these parts (all, where none is named); a new one begins empty."""
        for name, field in self.all().items():
            if name in names or not names:
                field.set_value(_held(page, name) if page is not None else _NEW.get(name))
        if page is None:
            self.kind.set_value(MeetingKind.ROUTINE)

    def usual(self, page: MeetingPage | None) -> None:
        """Hour, place and who leads and writes, as at the last meeting, where nothing is written."""
        if page is None:
            return
        for name in ("starts", "place", "chair", "minutes_by"):
            field = self.all()[name]
            if field.content() in (None, "", NOTHING):
                field.set_value(_held(page, name))


_NEW = {"chair": NOTHING, "minutes_by": NOTHING, "kind": MeetingKind.ROUTINE}


def _held(page: MeetingPage, name: str) -> object:
    if name in ("guests", "agenda", "course", "conclusion", "ending"):
        return getattr(page, name)
    if name in ("starts", "ends"):
        return hour(getattr(page.row, name))
    if name in ("chair", "minutes_by"):
        return getattr(page.row, name) or NOTHING
    return getattr(page.row, name)
