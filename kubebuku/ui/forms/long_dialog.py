"""A form in a dialog of which one answer may take many lines: what a guest advised, how an activity went."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from kubebuku.books.spec import Command, Form
from kubebuku.domain.errors import RuleBroken
from kubebuku.i18n import _
from kubebuku.ui import messages
from kubebuku.ui.forms.choices import Offered, gather
from kubebuku.ui.forms.dialog import Done, FormDialog, tell
from kubebuku.ui.forms.fields import words
from kubebuku.ui.widgets import ParagraphField
from kubebuku.ui.window import Window

_LINES = 4


class RecordDialog(FormDialog):
    """The fields of `form`; the one named `long` comes last and takes as many lines as it needs."""

    def __init__(
        self, window: Window, form: Form, offered: Offered, long: str, *, values: Mapping[str, object], title: str, text: str
    ) -> None:
        asked = next(field for field in form.fields if field.name == long)
        short = replace(form, fields=tuple(field for field in form.fields if field.name != long))
        rest = {name: value for name, value in values.items() if name != long}
        super().__init__(window, short, offered, values=rest, title=title, text=text, main=_("Save"))
        self.long = ParagraphField(words(asked.label), name=long, hint=words(asked.hint), lines=_LINES)
        self.long.set_value(values.get(long))
        self.body.insertWidget(self.body.indexOf(self.strip), self.long)

    def _command(self) -> Command:
        self.long.clear_refusal()
        command: Any = super()._command()
        written: Command = replace(command, **{self.long.name: self.long.value() or None})
        return written

    def _refuse(self, refusal: RuleBroken) -> None:
        if refusal.field == self.long.name:
            self.long.show_refusal(refusal)
        else:
            super()._refuse(refusal)


def ask_record(
    window: Window,
    form: Form,
    long: str,
    values: Mapping[str, object],
    *,
    title: str = "",
    text: str = "",
    done: Done | None = None,
    suggestions: Mapping[str, Sequence[str]] | None = None,
) -> None:
    """Ask for a command in such a dialog; as `form_dialog.ask_form` does."""

    def show(offered: Offered) -> None:
        dialog = RecordDialog(window, form, offered, long, values=values, title=title, text=text)
        for name, texts in (suggestions or {}).items():
            dialog.suggest(name, texts)
        messages.door().show(dialog)
        if dialog.outcome is not None:
            (done or partial(tell, window))(dialog.outcome)

    window.session.read(window, partial(gather, forms=(form,), boxes=False), show)
