"""More hands and eyes for the pages: dialogs that are really filled in, and tables that are read."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtWidgets import QApplication

from kubebuku.ui.forms.dialog import FormDialog
from kubebuku.ui.widgets import BookTable, Dialog
from tests.ui.doors import RecordingDoor
from tests.ui.pages.laptop import listen

_LONGEST = 20.0


@dataclass
class ActingDoor(RecordingDoor):
    """Dialogs are shown for real: each takes the next of `acts`, which fills it in and presses a verb."""

    acts: list[Callable[[Any], object]] = field(default_factory=list)

    def show(self, dialog: Dialog) -> str:
        if not self.acts:
            return super().show(dialog)
        self.said.append(dialog.windowTitle())
        dialog.open()
        QApplication.processEvents()
        self.acts.pop(0)(dialog)
        end = time.monotonic() + _LONGEST
        while dialog.isVisible():
            listen()
            assert time.monotonic() < end, "the dialog stays open"
        answer = dialog.answer
        dialog.deleteLater()
        return answer


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
        end = time.monotonic() + _LONGEST
        while not seen:
            listen()
            seen.extend(
                error.title.text()
                for entry in dialog.entries
                if (error := getattr(entry.widget, "error", None)) is not None and not error.isHidden()
            )
            if not dialog.strip.isHidden():
                seen.append(dialog.strip.title.text())
            assert time.monotonic() < end, "nothing is refused"
        dialog.buttons["cancel"].click()

    return act


def column(table: BookTable[Any], key: str) -> list[str]:
    """The words of one column, line by line."""
    at = [spec.key for spec in table.model.columns].index(key)
    return [table.model.text(line, at) for line in range(table.model.rowCount())]


def line_of(table: BookTable[Any], words: str) -> int:
    """The number of the line that holds these words."""
    for line in range(table.model.rowCount()):
        if any(words in table.model.text(line, at) for at in range(table.model.columnCount())):
            return line
    raise AssertionError(f"no line with {words!r}")


def choose(table: BookTable[Any], words: str) -> None:
    """Choose the line that holds these words; what can be done with it shows at once."""
    table.select_at(line_of(table, words))
    QApplication.processEvents()
