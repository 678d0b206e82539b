"""Every test here sits before the real window, on 22 November 2026."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kubebuku.app.settings import Settings
from kubebuku.ui.jobs import Jobs
from kubebuku.ui.window import Window
from tests.ui.doors import RecordingDoor
from tests.ui.pages.laptop import Laptop


@pytest.fixture
def laptop(
    qtbot: QtBot, door: RecordingDoor, frozen_clock: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Laptop]:
    """A laptop that knows no book yet; its documents lie in the test's own folder."""
    monkeypatch.setenv("KUBEBUKU_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("kubebuku.ui.jobs.PATIENCE_MS", 60_000)  # a busy test machine is no reason for a progress dialog
    jobs = Jobs()
    kept: list[Settings] = []
    window = Window(jobs, Settings(), kept.append)
    qtbot.addWidget(window, before_close_func=lambda _window: setattr(window, "_leaving", True))
    window.resize(1366, 768)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    made = Laptop(window, jobs, door, kept)
    yield made
    made.close()


@pytest.fixture
def desk(laptop: Laptop, book_path: Path) -> Laptop:
    """The same with Kube Contoh open: begun on 1 January 2026, Sewa tenda and Catering, nothing written."""
    laptop.window.remember(Settings(holder="Citra Contoh, bendahara"))
    laptop.window.open_book(book_path)
    laptop.settle()
    return laptop
