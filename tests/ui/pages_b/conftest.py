"""Every test here sits before the real window with the book of `written` open, on 22 November 2026."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine

from kubebuku.app.settings import Settings
from tests.builders import NOW
from tests.ui.pages.conftest import laptop
from tests.ui.pages.laptop import Laptop
from tests.ui.pages_b.hands import ActingDoor
from tests.ui.pages_b.written import write_book

__all__ = ["laptop"]


@pytest.fixture(scope="session")
def whole_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The book, written once; copied for each test."""
    with time_machine.travel(NOW, tick=False):
        return write_book(tmp_path_factory.mktemp("written") / "hunafa.kubebuku")


@pytest.fixture
def door() -> Iterator[ActingDoor]:
    """A door whose dialogs are really filled in (see `ActingDoor.acts`)."""
    from kubebuku.ui import messages

    acting = ActingDoor()
    before = messages.set_door(acting)
    yield acting
    messages.set_door(before)


@pytest.fixture
def desk(laptop: Laptop, whole_book: Path, tmp_path: Path) -> Laptop:
    """The window with the book open, in the hands of Citra Contoh."""
    book = Path(shutil.copyfile(whole_book, tmp_path / "hunafa.kubebuku"))
    laptop.window.remember(Settings(holder="Citra Contoh, bendahara"))
    laptop.window.open_book(book)
    laptop.settle()
    return laptop
