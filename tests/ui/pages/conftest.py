"""Every test here sits before the real window, on 22 November 2026."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.pages.laptop import Laptop, Opener


@pytest.fixture
def desk(open_book: Opener, empty_book: Path) -> Laptop:
    """The laptop with Kube Contoh open: begun on 1 January 2026, Sewa tenda and Catering, nothing written."""
    return open_book(empty_book)
