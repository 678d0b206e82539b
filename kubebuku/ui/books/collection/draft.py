"""What is being written on a collection sheet, as text and back: kept every few seconds while one writes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, QTimer

from kubebuku.books.collection.commands import KeepSheet, Part
from kubebuku.domain.money import Rupiah
from kubebuku.ui.books.collection.rows import SheetRow
from kubebuku.ui.jobs import Progress
from kubebuku.ui.session import Session

_KEEP_MS = 3000


@dataclass(frozen=True)
class Draft:
    """Amounts by person and column, and by place of money what stood in the field of the counted money."""

    typed: Mapping[int, Mapping[Part, Rupiah]]
    counted: Mapping[str, str]

    def lay_on(self, rows: Iterable[SheetRow]) -> bool:
        """Put the amounts on the lines, those that are still taken there; whether there was any."""
        laid = False
        for row in rows:
            for part, amount in self.typed.get(row.line.person, {}).items():
                if row.line.takes(part):
                    row.put(part, amount)
                    laid = True
        return laid


def to_text(rows: Iterable[SheetRow], counted: Mapping[str, str]) -> str:
    """As JSON; empty where nothing is written."""
    lines = {str(row.line.person): {part.value: int(amount) for part, amount in row.typed.items()} for row in rows if row.touched}
    money = {box: text for box, text in counted.items() if text.strip()}
    return json.dumps({"lines": lines, "counted": money}, ensure_ascii=False) if lines or money else ""


def from_text(text: str) -> Draft | None:
    """None for what cannot be read."""
    try:
        data = json.loads(text)
        typed = {
            int(person): {Part(part): Rupiah(int(amount)) for part, amount in amounts.items()}
            for person, amounts in data["lines"].items()
        }
        return Draft(typed, {str(box): str(words) for box, words in data["counted"].items()})
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


class SheetKeeper(QObject):
    """Writes the sheet into the book a moment after the last key. `written` gives its day and text, None for nothing."""

    def __init__(self, parent: QObject, session: Session, written: Callable[[], tuple[date, str] | None]) -> None:
        super().__init__(parent)
        self._session, self._written = session, written
        self._pause = QTimer(self, singleShot=True, interval=_KEEP_MS)
        self._pause.timeout.connect(self.keep)

    def soon(self) -> None:
        """Something was typed."""
        self._pause.start()

    def stop(self) -> None:
        """It is being saved, or let go."""
        self._pause.stop()

    def keep(self) -> None:
        """Now."""
        written = self._written()
        if written is not None:
            self._run(KeepSheet(on=written[0], data=written[1]))

    def forget(self, on: date) -> None:
        """Nothing of that day is wanted any more."""
        self.stop()
        self._run(KeepSheet(on=on))

    def _run(self, command: KeepSheet) -> None:
        def work(_progress: Progress) -> None:
            self._session.office.run(command)

        self._session.jobs.run(work, owner=self, quiet=True)
