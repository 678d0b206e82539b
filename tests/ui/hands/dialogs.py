"""Acts for the door: how a form in a dialog is filled in (see `RecordingDoor.acts`)."""

from __future__ import annotations

from collections.abc import Callable

from kubebuku.ui.forms.dialog import FormDialog
from tests.ui.hands.waiting import wait


def filling(press: str = "main", **values: object) -> Callable[[FormDialog], None]:
    """Fill the fields of a form in a dialog, then press a verb."""

    def act(dialog: FormDialog) -> None:
        for name, value in values.items():
            dialog.entry(name).put(value)
        dialog.buttons[press].click()

    return act


def refused_then_left(seen: list[str], **values: object) -> Callable[[FormDialog], None]:
    """Fill in, press the main verb, note what is refused at the fields, then leave."""

    def act(dialog: FormDialog) -> None:
        for name, value in values.items():
            dialog.entry(name).put(value)
        dialog.buttons["main"].click()
        wait(lambda: bool(refused(dialog)), "nothing is refused")
        seen.extend(refused(dialog))
        dialog.buttons["cancel"].click()

    return act


def refused(dialog: FormDialog) -> list[str]:
    """What is refused at the fields and above them."""
    at_fields = [getattr(entry.widget, "error", None) for entry in dialog.entries]
    above = [] if dialog.strip.isHidden() else [dialog.strip.title.text()]
    return [error.title.text() for error in at_fields if error is not None and not error.isHidden()] + above
