"""A group that lends, written once; each test opens a copy."""

from __future__ import annotations

from pathlib import Path

import pytest
import time_machine

from kubebuku.ui import places
from tests.builders import NOW
from tests.ui.hands.laptop import Laptop, Opener
from tests.ui.written.lending import write_lender


@pytest.fixture(scope="session")
def lending_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Mawar Contoh: three loans, of which one is late and one was given up; an application; September is closed."""
    with time_machine.travel(NOW, tick=False):
        return write_lender(tmp_path_factory.mktemp("lending") / "buku.kubebuku")


@pytest.fixture(scope="session")
def young_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same group before it lent anything."""
    with time_machine.travel(NOW, tick=False):
        return write_lender(tmp_path_factory.mktemp("young") / "buku.kubebuku", lent=False)


@pytest.fixture(scope="session")
def crowded_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Thirty-three members, each with a loan."""
    with time_machine.travel(NOW, tick=False):
        return write_lender(tmp_path_factory.mktemp("crowd") / "buku.kubebuku", members=33, lent=False, crowd=True)


@pytest.fixture
def lending(open_book: Opener, lending_book: Path) -> Laptop:
    """The laptop with the list of running loans on it."""
    laptop = open_book(lending_book)
    laptop.window.go(places.Loans())
    laptop.settle()
    return laptop
