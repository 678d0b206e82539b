"""The application that draws. Where there is nothing to draw on, a sentence says so, and the exit code is 3.

Qt by itself speaks English then and ends the process with SIGABRT, from within the constructor of its application: nothing
is raised that could be caught, so its last words are listened to. Nothing was opened yet that would have to be closed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from kubebuku.domain.errors import Surroundings
from kubebuku.domain.text import N_

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext, QtMsgType
    from PySide6.QtWidgets import QApplication

#: The exit code where the surroundings fail, as on the command line.
FAILED = 3


class NoScreen(Surroundings):
    """Nothing names a screen: a server, or a terminal from afar."""

    wrong = N_("There is no screen here for the window; kubebuku --help lists what can be done without one.")


class ScreenNotDrawn(Surroundings):
    """A screen is named, but nobody answers there, or a library of the system is missing."""

    wrong = N_(
        "The window cannot be drawn here: the screen does not answer, or a part of the system is missing "
        "(QT_DEBUG_PLUGINS=1 tells which)."
    )


def tell() -> int:
    """Say on standard error why there is no window; returns the exit code."""
    from kubebuku.i18n import explain

    named = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    trouble = ScreenNotDrawn() if named or not sys.platform.startswith("linux") else NoScreen()
    if sys.stderr is not None:  # a windowed program on Windows has none
        sys.stderr.write(f"{explain(trouble)}\n")
        sys.stderr.flush()
    return FAILED


def application() -> QApplication:
    """The application there is, or a new one; where none can be made the process ends here."""
    from PySide6.QtWidgets import QApplication

    there = QApplication.instance()
    if there is None:
        with _last_words():
            return QApplication(sys.argv[:1])
    if not isinstance(there, QApplication):
        raise TypeError("the window needs a QApplication")
    return there


@contextmanager
def _last_words() -> Iterator[None]:
    """Answer for Qt when it gives up. What it said besides is passed on once it has not, or to who looks for the cause."""
    from PySide6.QtCore import QtMsgType, qInstallMessageHandler

    held: list[str] = []

    def hear(kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
        if kind is QtMsgType.QtFatalMsg:
            os._exit(tell())
        held.append(f"{text}\n")
        if "QT_DEBUG_PLUGINS" in os.environ:
            pass_on()

    def pass_on() -> None:
        if sys.stderr is not None:
            sys.stderr.writelines(held)
        held.clear()

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
    pass_on()
