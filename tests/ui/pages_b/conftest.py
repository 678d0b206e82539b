"""Every test here sits before the real window with the book of `written` open, on 22 November 2026."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.pages.laptop import Laptop, Opener
from tests.ui.pages_b.hands import ActingDoor


@pytest.fixture
def door(acting: ActingDoor) -> ActingDoor:
    """Every dialog is really filled in."""
    return acting


@pytest.fixture
def desk(open_book: Opener, plain_book: Path) -> Laptop:
    """The window with the book open, in the hands of Citra Contoh."""
    return open_book(plain_book)
