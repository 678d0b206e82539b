"""Every test of the window begins in Indonesian, light, at 100 % text, outside the practice book.

Books that the tests look at are written once; each test opens a copy of its own (`open_book`).
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kubebuku import i18n
from kubebuku.app.settings import Settings
from kubebuku.ui import messages, theme
from kubebuku.ui.jobs import Jobs
from kubebuku.ui.widgets import band
from kubebuku.ui.window import Window
from tests.ui.hands.door import RecordingDoor
from tests.ui.hands.laptop import Laptop, Opener
from tests.ui.written.goods import write_goods
from tests.ui.written.hunafa import further, write_book
from tests.ui.written.savings import decide_savings, write_savings


@pytest.fixture(scope="session")
def styled(qapp: QApplication) -> None:
    """Our style and fonts; once, since it restyles everything that lives."""
    theme.start(qapp, theme.Theme())


@pytest.fixture(autouse=True)
def plain_window(styled: None) -> Iterator[None]:
    """The theme and the language before and after; no window outlives its test."""
    i18n.set_language("id")
    band.set_practice(False)
    if theme.current().text != 1.0 or theme.current().c.name != "light":
        theme.use(theme.Theme())
    yield
    band.set_practice(False)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # no event loop runs that would do it


@pytest.fixture
def door() -> Iterator[RecordingDoor]:
    """The door through which nobody comes: dialogs are written down instead of shown, or filled in (see `RecordingDoor.acts`)."""
    recording = RecordingDoor()
    before = messages.set_door(recording)
    yield recording
    messages.set_door(before)


@pytest.fixture
def laptop(
    qtbot: QtBot, door: RecordingDoor, frozen_clock: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Laptop]:
    """A laptop that knows no book yet; its documents lie in the test's own folder. It is 22 November 2026."""
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
def open_book(laptop: Laptop, tmp_path: Path) -> Opener:
    """Opens a copy of a book, in the hands of Citra Contoh."""

    def open_(book: Path) -> Laptop:
        laptop.window.remember(Settings(holder="Citra Contoh, bendahara"))
        laptop.window.open_book(Path(shutil.copyfile(book, tmp_path / "buku.kubebuku")))
        laptop.settle()
        return laptop

    return open_


@pytest.fixture
def desk(open_book: Opener, empty_book: Path) -> Laptop:
    """The laptop with Kube Contoh open: begun on 1 January 2026, Sewa tenda and Catering, nothing written."""
    return open_book(empty_book)


@pytest.fixture
def hunafa(open_book: Opener, plain_book: Path) -> Laptop:
    """The laptop with Hunafa Contoh open, in the hands of Citra Contoh."""
    return open_book(plain_book)


@pytest.fixture(scope="session")
def plain_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Hunafa Contoh with twelve members, written up to 21 November 2026."""
    return write_book(tmp_path_factory.mktemp("written") / "hunafa")


@pytest.fixture(scope="session")
def goods_book(plain_book: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with tents, chairs, a broken stove and buckets."""
    return further(plain_book, tmp_path_factory.mktemp("goods"), write_goods)


@pytest.fixture(scope="session")
def savings_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with rules of savings and dues, months paid and months behind."""
    folder = tmp_path_factory.mktemp("savings")
    return further(write_book(folder / "hunafa", decided=decide_savings), folder, write_savings)
