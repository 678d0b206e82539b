"""Shared by all tests. Qt draws into memory: no screen is needed, and none is touched."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from time_machine import TimeMachineFixture

    from kubebuku.app.office import Office
    from tests.builders import Books

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# An example may take as long as a busy machine needs: speed is measured by the benchmarks, never judged here.
# What the library sets for a run that must not depend on chance (CI in the environment) stays.
settings.register_profile("house", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")


def pytest_collection_finish() -> None:
    """What was imported stays to the end: Python need not look for circles in it every few hundred objects."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture(scope="session", autouse=True)
def _home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test touches what this computer remembers, its list of proved books among it."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("KUBEBUKU_HOME", str(tmp_path_factory.mktemp("home")))
        yield


@pytest.fixture(scope="session")
def empty_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book in which nothing was written yet, made once; never written in (see `book_path`)."""
    from tests.builders import new_book

    return new_book(tmp_path_factory.mktemp("empty"))


@pytest.fixture
def book_path(empty_book: Path, tmp_path: Path) -> Path:
    """A new book of one's own: Kube Contoh, begun on 1 January 2026, with the businesses Sewa tenda and Catering."""
    return Path(shutil.copyfile(empty_book, tmp_path / "buku.kubebuku"))


@pytest.fixture(scope="session")
def practice_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The practice book with work in the four months up to 8 March 2026, made once; looked at, or copied."""
    from kubebuku.app.sample import make_sample
    from tests.builders import PRACTISED_UNTIL

    return make_sample(tmp_path_factory.mktemp("practice") / "latihan", months=4, until=PRACTISED_UNTIL)


@pytest.fixture
def frozen_clock(time_machine: TimeMachineFixture) -> None:
    """It is the morning of Sunday, 22 November 2026, everywhere in Indonesia."""
    from tests.builders import NOW

    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def office(book_path: Path, frozen_clock: None) -> Iterator[Office]:
    """That book, open, in the hands of Ani Contoh."""
    from kubebuku.app.office import Office

    with Office.open(book_path, who="Ani Contoh") as opened:
        yield opened


@pytest.fixture
def books(office: Office) -> Books:
    """The same, with the shorthand of `tests.builders`."""
    from tests.builders import Books

    return Books(office)
