"""Waiting for what happens beside the window: never a fixed time, always until something is so."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QThread
from PySide6.QtWidgets import QApplication

#: Seconds after which what was waited for will never come, however busy the machine is.
_LONGEST = 60.0


def listen() -> None:
    """Hear what has happened, and leave the processor to the worker for a moment: it waits for who asks without rest."""
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
    QThread.msleep(1)


def wait(holds: Callable[[], bool], otherwise: str) -> None:
    """Listen until `holds`; else the test fails with these words."""
    end = time.monotonic() + _LONGEST
    while not holds():
        listen()
        assert time.monotonic() < end, otherwise
