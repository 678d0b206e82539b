"""Pictures of the main pages, drawn by the real window without a screen: ``python -m kubebuku.ui.shots BOOK OUTDIR``."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QEventLoop, QThread
from PySide6.QtWidgets import QApplication

from kubebuku.app.settings import Settings
from kubebuku.i18n import LANGUAGES, set_language
from kubebuku.ui import places, theme, translate
from kubebuku.ui.jobs import Jobs
from kubebuku.ui.messages import Dialogs, set_door
from kubebuku.ui.screen import application
from kubebuku.ui.tokens import TEXT_SIZES, THEMES
from kubebuku.ui.widgets import Dialog
from kubebuku.ui.window import Window

_LONGEST_WAIT = 30.0
_QUIET_ROUNDS = 12
_ROUND_MS = 10


class Nobody(Dialogs):
    """Nobody sits there: every dialog is answered with its first verb at once, and nothing waits."""

    def show(self, dialog: Dialog) -> str:
        """The first verb's key."""
        answer = dialog.answer
        dialog.deleteLater()
        return answer

    def open_path(self, title: str, kinds: str, start: str = "") -> Path | None:
        """No file."""
        return None

    def save_path(self, title: str, kinds: str, start: str = "") -> Path | None:
        """No file."""
        return None

    def folder_path(self, title: str, start: str = "") -> Path | None:
        """No folder."""
        return None


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the pictures and print their names; returns the exit code."""
    asked = _read(sys.argv[1:] if arguments is None else arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    set_language(asked.language)
    app = application()
    theme.start(app, theme.Theme(asked.theme, asked.text / 100))
    translate.install(app)
    asked.out.mkdir(parents=True, exist_ok=True)
    width, height = (int(part) for part in asked.size.split("x"))
    jobs = Jobs()
    window = Window(jobs, Settings(language=asked.language, text=asked.text, holder=asked.holder), lambda _settings: None)
    window.resize(width, height)
    window.show()
    before = set_door(Nobody())
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copyfile(asked.book, Path(folder) / asked.book.name))
        try:
            for name in shoot(window, copy):
                file = asked.out / f"{name}.png"
                window.grab().save(str(file))
                sys.stdout.write(f"{file}\n")
        finally:
            window.session.close()
            settle(jobs)
            jobs.close()
            window.deleteLater()
            set_door(before)
    return 0


def shoot(window: Window, book: Path) -> Iterator[str]:
    """Bring up one page after the other and name each once it is at rest: the start page, then every page of the book."""
    jobs = window.session.jobs
    window.go(places.Start())
    settle(jobs)
    yield "mulai"
    window.open_book(book)
    settle(jobs)
    for page in window.pages:
        if page.group or page.under:
            _let_go(window)
            window.go(page.place())
            settle(jobs)
            yield page.key
        for number, place in enumerate(page.pictures, 1):
            _let_go(window)
            window.go(place)
            settle(jobs)
            yield f"{page.key}-{number}"


def _let_go(window: Window) -> None:
    page = window.current()
    if page is not None and hasattr(page, "let_go"):
        page.let_go()


def settle(jobs: Jobs) -> None:
    """Let the events run until no work is under way and what it brought is drawn; gives up after half a minute."""
    until = time.monotonic() + _LONGEST_WAIT
    quiet = 0
    while quiet < _QUIET_ROUNDS and time.monotonic() < until:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        QThread.msleep(_ROUND_MS)
        quiet = 0 if jobs.busy else quiet + 1


def _read(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m kubebuku.ui.shots", description=__doc__)
    parser.add_argument("book", type=Path, help="the book to show; a copy of it is opened")
    parser.add_argument("out", type=Path, help="the folder for the PNG files")
    parser.add_argument("--size", default="1366x768", help="of the window in px")
    parser.add_argument("--text", type=int, default=100, choices=TEXT_SIZES, help="text size in per cent")
    parser.add_argument("--theme", default="light", choices=sorted(THEMES))
    parser.add_argument("--language", default=LANGUAGES[0], choices=LANGUAGES)
    parser.add_argument("--holder", default="Citra Contoh, bendahara", help="who holds the laptop")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
