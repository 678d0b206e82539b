"""A book written once, copied for each test, open on the laptop of `tests.ui.pages`."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kubebuku.app.office import Office
from kubebuku.app.settings import Settings
from tests.ui.pages.conftest import laptop
from tests.ui.pages.laptop import Laptop
from tests.ui.pages_b.written import Hand, write_book
from tests.ui.pages_c.goods import write_goods
from tests.ui.pages_c.savings import write_savings

Opener = Callable[[Path], Laptop]

__all__ = ["laptop"]


@pytest.fixture(scope="session")
def plain_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Hunafa Contoh with twelve members, written up to 21 November 2026."""
    return write_book(tmp_path_factory.mktemp("written") / "buku")


def further(book: Path, folder: Path, write: Callable[[Hand], object]) -> Path:
    """A copy of `book` in which more was written."""
    copy = Path(shutil.copyfile(book, folder / "buku.kubebuku"))
    with Office.open(copy, who="Citra Contoh, bendahara") as office:
        write(Hand(office))
    return copy


@pytest.fixture(scope="session")
def goods_book(plain_book: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with tents, chairs, a broken stove and buckets."""
    return further(plain_book, tmp_path_factory.mktemp("goods"), write_goods)


@pytest.fixture(scope="session")
def savings_book(plain_book: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with rules of savings and dues, months paid and months behind."""
    return further(plain_book, tmp_path_factory.mktemp("savings"), write_savings)


@pytest.fixture
def open_book(laptop: Laptop, tmp_path: Path) -> Opener:
    """Opens a copy of a book, in the hands of Citra Contoh."""

    def open_(book: Path) -> Laptop:
        laptop.window.remember(Settings(holder="Citra Contoh, bendahara"))
        laptop.window.open_book(Path(shutil.copyfile(book, tmp_path / "buku.kubebuku")))
        laptop.settle()
        return laptop

    return open_
