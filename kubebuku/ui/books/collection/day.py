"""The collection sheet of another day."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from kubebuku.i18n import _
from kubebuku.ui import messages
from kubebuku.ui.parts import open_book
from kubebuku.ui.widgets import DateField, Dialog, Verb
from kubebuku.ui.window import Window


def ask_day(parent: QWidget, window: Window, on: date | None) -> date | None:
    """The day chosen, beginning with `on`; None where it was left. Raises RuleBroken for what is no day."""
    dialog = Dialog(
        parent,
        _("The sheet of which day?"),
        "",
        (Verb("cancel", _("Cancel")), Verb("main", _("Show"))),
        icon="kalender",
    )
    field = DateField(_("Day"), name="on", today=partial(open_book.today, window))
    if on is not None:
        field.set_value(on)
    dialog.add(field)
    day = field.value() if messages.door().show(dialog) == "main" else None
    return day if isinstance(day, date) else None
