"""Waiting for what happens beside the window: never a fixed time, always until something is so."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QThread
from PySide6.QtWidgets import QApplication

#: Seconds after which what was waited for will never come, however busy the machine is.
_LONGEST = 60.0


#: So often all events are heard with nothing under way before the window is at rest: what a page does next, it does by then.
_ROUNDS = 4


def _hear() -> None:
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)


def wait(holds: Callable[[], bool], otherwise: str) -> None:
    """Listen until `holds`; else the test fails with these words."""
    end = time.monotonic() + _LONGEST
    while not holds():
        _hear()
        QThread.msleep(1)  # the processor is the worker's for a moment: it waits for who asks without rest
        assert time.monotonic() < end, otherwise


def rest(busy: Callable[[], bool], otherwise: str) -> None:
    """Listen until nothing is `busy` and every event has been heard."""
    quiet = 0
    while quiet < _ROUNDS:
        wait(lambda: not busy(), otherwise)
        _hear()
        quiet = 0 if busy() else quiet + 1
