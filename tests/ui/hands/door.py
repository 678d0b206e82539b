"""A door that writes down what the window would have said, and answers as told or fills dialogs in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from kubebuku.domain.errors import RuleBroken, Surroundings
from kubebuku.ui.messages import Kind, parts
from kubebuku.ui.widgets.dialogs import Dialog, Verb
from tests.ui.hands.waiting import wait


@dataclass
class RecordingDoor:
    """`said` holds titles in order. `answers` are taken from the front (verb key, bool, path), else the careful answer.

    While there are `acts`, a dialog is shown for real: it takes the next of them, which fills it in and presses a verb.
    """

    said: list[str] = field(default_factory=list)
    answers: list[object] = field(default_factory=list)
    reports: list[Path | None] = field(default_factory=list)
    acts: list[Callable[[Any], object]] = field(default_factory=list)

    def _next(self, otherwise: object) -> object:
        return self.answers.pop(0) if self.answers else otherwise

    def choose(self, title: str, text: str, verbs: Sequence[Verb], *, kind: Kind = "ask", focus: str | None = None) -> str:
        self.said.append(title)
        return str(self._next(verbs[0].key))

    def ask(self, title: str, text: str, *, main: str, other: str | None = None, kind: Kind = "ask") -> bool:
        self.said.append(title)
        return bool(self._next(False))

    def tell(self, title: str, text: str, *, kind: Kind = "tell") -> None:
        self.said.append(title)

    def refusal(self, refusal: RuleBroken) -> None:
        self.said.append(parts(refusal)[0])

    def surroundings(self, trouble: Surroundings, *, retry: bool = False) -> bool:
        self.said.append(parts(trouble)[0])
        return retry and bool(self._next(False))

    def bug(self, report: Path | None) -> None:
        self.said.append("bug")
        self.reports.append(report)

    def open_path(self, title: str, kinds: str, start: str = "") -> Path | None:
        self.said.append(title)
        return self._path()

    def save_path(self, title: str, kinds: str, start: str = "") -> Path | None:
        self.said.append(title)
        return self._path()

    def folder_path(self, title: str, start: str = "") -> Path | None:
        self.said.append(title)
        return self._path()

    def show(self, dialog: Dialog) -> str:
        self.said.append(dialog.windowTitle())
        if self.acts:
            dialog.open()
            QApplication.processEvents()
            self.acts.pop(0)(dialog)
            wait(lambda: not dialog.isVisible(), "the dialog stays open")
            answer = dialog.answer
        else:
            answer = str(self._next(dialog.answer))
        dialog.deleteLater()
        return answer

    def _path(self) -> Path | None:
        chosen = self._next(None)
        return chosen if isinstance(chosen, Path) else None
