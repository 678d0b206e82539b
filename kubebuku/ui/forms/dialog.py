"""A small form in a dialog, drawn from a `spec.Form`: for what is asked beside a page, such as a name or a last day.

One of its answers may take many lines: what a guest advised, how an activity went.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, fields, replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from kubebuku.books.spec import Command, Form, Outcome
from kubebuku.domain.errors import RuleBroken
from kubebuku.i18n import _, say
from kubebuku.ui import messages
from kubebuku.ui.forms.choices import Offered, gather
from kubebuku.ui.forms.fields import Entry, make_entry, words
from kubebuku.ui.parts import open_book
from kubebuku.ui.session import Session
from kubebuku.ui.widgets import CheckBox, Dialog, FieldBox, MessageStrip, ParagraphField, TextField, Verb
from kubebuku.ui.widgets.fields import Steps
from kubebuku.ui.window import Window

Done = Callable[[Outcome], object]
_LINES = 4


class CommandDialog(Dialog):
    """Its main verb carries the command out and closes the dialog only when that is done. `outcome` holds what came of it."""

    session: Session
    outcome: Outcome | None = None

    @abstractmethod
    def command(self) -> Command:
        """What is written; raises RuleBroken."""

    @abstractmethod
    def refuse(self, refusal: RuleBroken) -> None:
        """Say at its field what is wrong."""

    def accepts(self, answer: str) -> bool:
        """Carry the command out first."""
        if answer != "main" or self.outcome is not None:
            return True
        try:
            command = self.command()
        except RuleBroken as refusal:
            self.refuse(refusal)
            return False
        self.session.run(self, command, self._done, self.refuse)
        return False

    def _done(self, outcome: Outcome) -> None:
        self.outcome = outcome
        self.answer = "main"
        self.accept()


class FormDialog(CommandDialog):
    """The fields of `form`. `values` fill fields in, or are handed to the command where the form has no such field."""

    def __init__(
        self, window: Window, form: Form, offered: Offered, *, values: Mapping[str, object], title: str, text: str, main: str
    ) -> None:
        super().__init__(
            window,
            title or words(form.title),
            text,
            (Verb("cancel", _("Cancel")), Verb("main", main or _("Save"))),
            icon=form.icon,
        )
        self.session = window.session
        self._form = form
        self._fixed = {key: value for key, value in values.items() if key not in {one.name for one in form.fields}}
        today = partial(open_book.today, window)
        self.entries: list[Entry] = [
            make_entry(one, offered, today=today, big=False, new_person=lambda _entry: None) for one in form.fields
        ]
        order = [_target(entry.widget) for entry in self.entries]
        self._steps = Steps(self, lambda: order, self.buttons["main"].setFocus)
        for entry in self.entries:
            self.add(entry.widget)
            self._steps.watch(_target(entry.widget))
            if entry.spec.name in values:
                entry.put(values[entry.spec.name])
        self.strip = MessageStrip(below=True)
        self.add(self.strip)

    def suggest(self, name: str, texts: Sequence[str]) -> None:
        """Offer usual answers while typing in the field of that name."""
        widget = self.entry(name).widget
        if isinstance(widget, TextField):
            widget.suggest(texts)

    def entry(self, name: str) -> Entry:
        """The field of that name; raises StopIteration for an unknown one."""
        return next(entry for entry in self.entries if entry.spec.name == name)

    def command(self) -> Command:
        """What the fields say."""
        self.strip.clear()
        found: dict[str, object] = {**self._form.fixed, **self._fixed}
        for entry in self.entries:
            if isinstance(entry.widget, FieldBox):
                entry.widget.clear_refusal()
            try:
                found[entry.spec.name] = entry.read()
            except RuleBroken as refusal:
                refusal.field = entry.spec.name
                raise
        usual = {one.name for one in fields(self._form.command) if one.default is not MISSING}
        return self._form.command(**{name: value for name, value in found.items() if value is not None or name not in usual})

    def refuse(self, refusal: RuleBroken) -> None:
        entry = next((entry for entry in self.entries if entry.spec.name == refusal.field), None)
        if entry is not None and isinstance(entry.widget, FieldBox):
            entry.widget.show_refusal(refusal)
        else:
            self.strip.show_refusal(refusal)


class RecordDialog(FormDialog):
    """The fields of `form`; the one named `long` comes last and takes as many lines as it needs."""

    def __init__(
        self, window: Window, form: Form, offered: Offered, long: str, *, values: Mapping[str, object], text: str
    ) -> None:
        asked = next(field for field in form.fields if field.name == long)
        short = replace(form, fields=tuple(field for field in form.fields if field.name != long))
        rest = {name: value for name, value in values.items() if name != long}
        super().__init__(window, short, offered, values=rest, title="", text=text, main=_("Save"))
        self.long = ParagraphField(words(asked.label), name=long, hint=words(asked.hint), lines=_LINES)
        self.long.set_value(values.get(long))
        self.body.insertWidget(self.body.indexOf(self.strip), self.long)

    def command(self) -> Command:
        """Also what the long field says."""
        self.long.clear_refusal()
        command: Any = super().command()
        written: Command = replace(command, **{self.long.name: self.long.value() or None})
        return written

    def refuse(self, refusal: RuleBroken) -> None:
        """Also at the long field."""
        if refusal.field == self.long.name:
            self.long.show_refusal(refusal)
        else:
            super().refuse(refusal)


def _target(widget: FieldBox | CheckBox) -> QWidget:
    return widget.focus_target() if isinstance(widget, FieldBox) else widget


def tell(window: Window, outcome: Outcome) -> None:
    """Say above the page what was done, and what is unusual about it."""
    if outcome.said is not None:
        window.say_done(say(outcome.said), " ".join(say(one) for one in outcome.warned))


def ask_form(
    window: Window,
    form: Form,
    values: Mapping[str, object] | None = None,
    *,
    title: str = "",
    text: str = "",
    main: str = "",
    done: Done | None = None,
    suggestions: Mapping[str, Sequence[str]] | None = None,
) -> None:
    """Ask for a command in a dialog. Once it was carried out `done` gets its outcome, else the window says what was done.

    `suggestions` come up while typing.
    """
    make = partial(FormDialog, window, form, values=values or {}, title=title, text=text, main=main)
    _ask(window, form, make, done, suggestions)


def ask_record(
    window: Window,
    form: Form,
    long: str,
    values: Mapping[str, object],
    *,
    text: str = "",
    done: Done | None = None,
    suggestions: Mapping[str, Sequence[str]] | None = None,
) -> None:
    """The same where the answer `long` may take many lines."""
    _ask(window, form, partial(RecordDialog, window, form, long=long, values=values, text=text), done, suggestions)


def _ask(
    window: Window,
    form: Form,
    make: Callable[[Offered], FormDialog],
    done: Done | None,
    suggestions: Mapping[str, Sequence[str]] | None,
) -> None:
    def show(offered: Offered) -> None:
        dialog = make(offered)
        for name, texts in (suggestions or {}).items():
            dialog.suggest(name, texts)
        messages.door().show(dialog)
        if dialog.outcome is not None:
            (done or partial(tell, window))(dialog.outcome)

    window.session.read(window, partial(gather, forms=(form,), boxes=False), show)
