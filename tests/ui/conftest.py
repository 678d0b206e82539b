"""Every test of the window begins in Indonesian, light, at 100 % text, outside the practice book."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from kubebuku import i18n
from kubebuku.ui import messages, theme
from kubebuku.ui.widgets import band
from tests.ui.doors import RecordingDoor


@pytest.fixture(autouse=True)
def plain_window(qapp: QApplication) -> Iterator[None]:
    """The theme and the language before and after."""
    i18n.set_language("id")
    band.set_practice(False)
    if qapp.style().objectName() != "fusion":
        theme.start(qapp, theme.Theme())
    elif theme.current().text != 1.0 or theme.current().c.name != "light":
        theme.use(theme.Theme())
    yield
    band.set_practice(False)


@pytest.fixture
def door() -> Iterator[RecordingDoor]:
    """The door through which nobody comes: dialogs are written down instead of shown."""
    recording = RecordingDoor()
    before = messages.set_door(recording)
    yield recording
    messages.set_door(before)
