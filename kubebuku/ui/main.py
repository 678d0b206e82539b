"""Open the window. Nothing heavy is imported before it is painted."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from kubebuku.app import settings as kept
from kubebuku.i18n import set_language
from kubebuku.ui import places, theme, translate
from kubebuku.ui.jobs import Jobs, Progress
from kubebuku.ui.screen import application
from kubebuku.ui.window import Window

#: New objects before Python looks for circles among them; at its usual 700 the start is a twentieth slower.
GARBAGE_AFTER = 20_000

#: The window's first size in px; a smaller screen is filled.
FIRST_SIZE = (1366, 768)


def open_window(path: Path | None = None, *, language: str | None = None) -> int:
    """Run the program until its window is closed, on the book at `path` or on the start page; returns the exit code.

    `language` is spoken this time only; what this computer remembers stays.
    """
    app, window = build(path, language=language)
    sys.excepthook = _reporter(window)
    _show(window)
    code = app.exec()
    if window.jobs is not None:
        window.jobs.close()
    return code


def build(path: Path | None = None, *, language: str | None = None) -> tuple[QApplication, Window]:
    """The application and its window, not shown yet; the book is opened once the window has been painted."""
    gc.set_threshold(GARBAGE_AFTER, *gc.get_threshold()[1:])
    settings = kept.load()
    usual = settings.language
    if language is not None:
        settings = replace(settings, language=language)
    set_language(settings.language)
    app = application()
    app.setApplicationName("KubeBuku")
    app.setApplicationDisplayName("")
    theme.start(app, theme.Theme(settings.colours or theme.system_colours(), settings.text / 100))
    translate.install(app)
    jobs = Jobs(report=_report)

    def keep(settings: kept.Settings) -> None:
        kept.save(replace(settings, language=usual) if settings.language == language else settings)

    window = Window(jobs, settings, keep)
    if path is None:
        window.go(places.Start())
    _AfterFirstPaint(window, lambda: _begin(window, path))
    return app, window


class _AfterFirstPaint(QObject):
    """Does something once the window stands on the screen: what the worker then imports would delay the first paint."""

    def __init__(self, window: Window, act: Callable[[], None]) -> None:
        super().__init__(window)
        self._act = act
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, watched, self._act)
            self.deleteLater()
        return False


def _begin(window: Window, path: Path | None) -> None:
    if window.jobs is not None:
        window.jobs.run(_start_log, quiet=True)
    if path is not None:
        window.open_book(path)


def _show(window: Window) -> None:
    room = window.screen().availableGeometry()
    if room.width() <= FIRST_SIZE[0] or room.height() <= FIRST_SIZE[1]:
        window.showMaximized()
    else:
        window.resize(*FIRST_SIZE)
        window.show()


def _start_log(_progress: Progress) -> None:
    from kubebuku.app import log

    log.start()


def _report(error: BaseException) -> Path | None:
    from kubebuku.app import log

    return log.report(error, doing="window")


LastWord = Callable[[type[BaseException], BaseException, TracebackType | None], None]


def _reporter(window: Window) -> LastWord:
    def last_word(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        if not issubclass(kind, KeyboardInterrupt) and window.jobs is not None:
            window.jobs.bug(error)

    return last_word
