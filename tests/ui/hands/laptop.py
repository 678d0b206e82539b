"""A laptop with the real window on it, and the hands of the person who sits before it: keys and clicks, nothing else."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import time_machine
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from kubebuku.app.office import Office
from kubebuku.app.settings import Settings
from kubebuku.books.cash.queries import CashBook, CashBookPage
from kubebuku.books.mending.queries import PendingNote, PendingNotes
from kubebuku.books.spec import Query
from kubebuku.ui import places
from kubebuku.ui.forms.fields import Entry
from kubebuku.ui.forms.lines import LinesField
from kubebuku.ui.forms.page import RecordPage
from kubebuku.ui.jobs import Jobs
from kubebuku.ui.pages import PAGES
from kubebuku.ui.widgets import Page
from kubebuku.ui.window import Window
from tests.builders import NOW
from tests.ui.hands.door import RecordingDoor
from tests.ui.hands.waiting import rest, wait

T = TypeVar("T")


@dataclass
class Laptop:
    """The window, its worker, and what was kept in the settings file (the last of `kept`)."""

    window: Window
    jobs: Jobs
    door: RecordingDoor
    kept: list[Settings] = field(default_factory=list)

    # waiting

    def settle(self) -> None:
        """Until no work is under way and every event has been heard."""
        rest(lambda: self.jobs.busy, "the window does not come to rest")
        alone = QApplication.activePopupWidget() is None and QApplication.activeModalWidget() is None
        if alone and not self.window.isActiveWindow():  # a list that closes leaves nobody active where there is no screen
            self.window.activateWindow()
            QApplication.processEvents()

    def until(self, holds: Callable[[], bool]) -> None:
        """Until something is so; for what a timer brings."""
        wait(holds, "it never came")

    # hands

    def type(self, text: str) -> None:
        """Where the keyboard is; what no keyboard has is pasted."""
        if text.isascii():
            QTest.keyClicks(self._focus(), text)
        else:
            QApplication.clipboard().setText(text)
            QTest.keyClick(self._focus(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        self.settle()

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key."""
        QTest.keyClick(self._focus(), key, held)
        self.settle()

    def enter(self) -> None:
        self.key(Qt.Key.Key_Return)

    def save(self) -> None:
        self.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def press(self, words: str) -> None:
        """The visible button of these words."""
        self.button(words).click()
        self.settle()

    def click(self, words: str) -> None:
        """The same with the mouse."""
        QTest.mouseClick(self.button(words), Qt.MouseButton.LeftButton)
        self.settle()

    def button(self, words: str) -> QAbstractButton:
        found = [one for one in self.window.findChildren(QAbstractButton) if getattr(one, "words", one.text()) == words]
        shown = [one for one in found if one.isVisible()]
        assert shown, f"no button {words!r} among {self.words_of_buttons()}"
        return shown[0]

    def words_of_buttons(self) -> list[str]:
        buttons = self.window.findChildren(QAbstractButton)
        return [str(getattr(one, "words", one.text())) for one in buttons if one.isVisible()]

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    # eyes

    @property
    def page(self) -> Page:
        shown = self.window.current()
        assert shown is not None
        return shown

    @property
    def record(self) -> RecordPage:
        assert isinstance(self.page, RecordPage), self.window.key
        return self.page

    def entry(self, name: str) -> Entry:
        return next(one for one in self.record.entries if one.spec.name == name)

    def lines(self, name: str) -> LinesField:
        """The table in the form."""
        widget = self.entry(name).widget
        assert isinstance(widget, LinesField)
        return widget

    def at(self, name: str) -> None:
        """The keyboard goes to the field of that name."""
        self.entry(name).widget.setFocus()
        self.settle()

    def reads(self) -> str:
        """All words that can be read in the window."""
        labels = self.window.findChildren(QLabel)
        return "\n".join(one.text() for one in labels if one.isVisible() and one.text())

    def begin(self, form: str, **values: object) -> None:
        """A form, as the doors open it."""
        self.window.go(places.Form(form=form, values=values))
        self.settle()

    # the book behind it

    def ask(self, query: Query[T]) -> T:
        found: list[T] = []
        self.window.session.ask(self.window, query, found.append)
        self.settle()
        return found[0]

    def cash_book(self, box: str | None = "1101") -> CashBookPage:
        return self.ask(CashBook(box))

    def pending(self) -> tuple[PendingNote, ...]:
        return self.ask(PendingNotes())

    def close(self) -> None:
        """As the last window is closed."""
        if isinstance(self.window.current(), RecordPage):
            self.record.let_go()
        self.window.session.close()
        self.settle()
        self.jobs.close()


def opened(book: Path, *commands: Any, who: str = "Citra Contoh, bendahara") -> Path:
    """`book` with these commands carried out before the window opens it."""
    with Office.open(book, who=who) as office:
        for command in commands:
            office.run(command)
    return book


def written_today(book: Path, folder: Path, *commands: Any) -> Path:
    """A copy of `book` in `folder` with these commands carried out on 22 November 2026, once for all tests that look at it."""
    with time_machine.travel(NOW, tick=False):
        return opened(Path(shutil.copyfile(book, folder / book.name)), *commands)


#: Opens a copy of a book (the fixture `open_book`).
Opener = Callable[[Path], Laptop]

#: The place of every page, by its key.
PLACES: dict[str, type[Any]] = {page.key: page.place for page in PAGES}
