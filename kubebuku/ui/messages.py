"""The one door through which the window speaks in dialogs. Tests put another door in its place (`set_door`)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal, Protocol

from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from kubebuku.domain.errors import RuleBroken, Surroundings, Trouble
from kubebuku.i18n import _, say
from kubebuku.ui.widgets.dialogs import Dialog, Verb

Kind = Literal["ask", "tell", "warn", "bad"]

_ICON: dict[Kind, tuple[str, str]] = {
    "ask": ("info", "info"),
    "tell": ("info", "info"),
    "warn": ("awas", "warn"),
    "bad": ("salah", "bad"),
}


class Door(Protocol):
    """What can be said and asked. Every method returns when the person has answered."""

    def choose(self, title: str, text: str, verbs: Sequence[Verb], *, kind: Kind = "ask", focus: str | None = None) -> str:
        """The key of the verb pressed; Esc is the first verb."""
        ...

    def ask(self, title: str, text: str, *, main: str, other: str | None = None, kind: Kind = "ask") -> bool:
        """Whether the main verb was pressed."""
        ...

    def tell(self, title: str, text: str, *, kind: Kind = "tell") -> None:
        """Something that only wants to be read."""
        ...

    def refusal(self, refusal: RuleBroken) -> None:
        """A broken rule that has no field to stand at."""
        ...

    def surroundings(self, trouble: Surroundings, *, retry: bool = False) -> bool:
        """Disk, lock, printer: the sentence and the remedy; whether to try again."""
        ...

    def bug(self, report: Path | None) -> None:
        """The program failed: the work stays, the report file is named."""
        ...

    def open_path(self, title: str, kinds: str, start: str = "") -> Path | None:
        """An existing file to open (`kinds` as Qt file filters), None if the person changed their mind."""
        ...

    def save_path(self, title: str, kinds: str, start: str = "") -> Path | None:
        """A file to write, None if the person changed their mind. Replacing an existing one was asked about."""
        ...

    def folder_path(self, title: str, start: str = "") -> Path | None:
        """A folder, None if the person changed their mind."""
        ...

    def show(self, dialog: Dialog) -> str:
        """Show a dialog of the page's own; the key of the verb pressed."""
        ...


def parts(trouble: Trouble) -> tuple[str, str]:
    """The first sentence, and the others joined."""
    first, *rest = (say(sentence) for sentence in trouble.sentences)
    return first, " ".join(rest)


class Dialogs:
    """The door of the running program."""

    def _parent(self) -> QWidget | None:
        above = QApplication.activeModalWidget() or QApplication.activeWindow()
        # one that was just closed would take the next one along when it is deleted
        return above if above is not None and above.isVisible() else None

    def choose(self, title: str, text: str, verbs: Sequence[Verb], *, kind: Kind = "ask", focus: str | None = None) -> str:
        icon, tone = _ICON[kind]
        return self.show(Dialog(self._parent(), title, text, verbs, icon=icon, tone=tone, focus=focus or verbs[-1].key))

    def ask(self, title: str, text: str, *, main: str, other: str | None = None, kind: Kind = "ask") -> bool:
        verbs = (Verb("other", other or _("Cancel")), Verb("main", main))
        return self.choose(title, text, verbs, kind=kind, focus="other" if kind in ("warn", "bad") else "main") == "main"

    def tell(self, title: str, text: str, *, kind: Kind = "tell") -> None:
        self.choose(title, text, (Verb("close", _("Close")),), kind=kind)

    def refusal(self, refusal: RuleBroken) -> None:
        title, text = parts(refusal)
        self.tell(title, text, kind="bad")

    def surroundings(self, trouble: Surroundings, *, retry: bool = False) -> bool:
        title, text = parts(trouble)
        if not retry:
            self.tell(title, text, kind="warn")
            return False
        return self.choose(title, text, (Verb("close", _("Close")), Verb("again", _("Try again"))), kind="warn") == "again"

    def bug(self, report: Path | None) -> None:
        text = _(
            "What was written here is still on the screen. Try once more. "
            "If it happens again, close the program and open it again."
        )
        if report is not None:
            text += "\n\n" + _("A report without names or amounts was written to {file}. Give it to the pendamping.").format(
                file=report
            )
        self.tell(_("Something in the program did not work"), text, kind="warn")

    def open_path(self, title: str, kinds: str, start: str = "") -> Path | None:
        chosen, _kind = QFileDialog.getOpenFileName(self._parent(), title, start, kinds)
        return Path(chosen) if chosen else None

    def save_path(self, title: str, kinds: str, start: str = "") -> Path | None:
        chosen, _kind = QFileDialog.getSaveFileName(self._parent(), title, start, kinds)
        return Path(chosen) if chosen else None

    def folder_path(self, title: str, start: str = "") -> Path | None:
        chosen = QFileDialog.getExistingDirectory(self._parent(), title, start)
        return Path(chosen) if chosen else None

    def show(self, dialog: Dialog) -> str:
        answer = dialog.ask()
        dialog.deleteLater()
        return answer


_doors: list[Door] = [Dialogs()]


def door() -> Door:
    """The door in use."""
    return _doors[-1]


def lose_unsaved() -> bool:
    """Whether the person agrees to leave what was written and is not saved."""
    words = _("What was written here has not been saved.")
    return door().ask(_("Leave without saving?"), words, main=_("Leave"), other=_("Keep writing"))


def set_door(new: Door) -> Door:
    """Use another door; returns the one before, to be put back."""
    before = _doors[-1]
    _doors[-1] = new
    return before
