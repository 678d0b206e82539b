"""A small book made and written through the command line, on a fixed day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
import time_machine

from kubebuku import i18n
from tests.cli.running import entry, post, run


@pytest.fixture(autouse=True)
def _surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("KUBEBUKU_LANG", raising=False)
    monkeypatch.setenv("KUBEBUKU_DEBUG", "1")
    monkeypatch.setenv("KUBEBUKU_HOME", str(tmp_path / "rumah"))
    yield
    i18n.set_language("id")


@pytest.fixture(autouse=True)
def _november() -> Iterator[None]:
    with time_machine.travel(datetime(2026, 11, 22, 9, 0), tick=False):
        yield


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Kube Coba, opened 1 January 2026, with Sewa tenda and Catering, and nothing in it."""
    path = tmp_path / "coba.kubebuku"
    done = run("new", path, "--name", "Kube Coba", "--opened", "2026-01-01", "--unit", "Sewa tenda", "--unit", "Catering")
    assert done.code == 0, done.err
    return path


@pytest.fixture
def worked(book: Path) -> Path:
    """The same with capital, a sale, a purchase half on credit, and a member's savings."""
    assert run("person", book, "--add", "Ani Contoh").code == 0
    done = post(
        book,
        entry("m", "2026-01-05", ("1101", 900_000), ("3110", -900_000), said="Modal"),
        entry("s", "2026-01-06", ("1101", 250_000), ("4101", -250_000, {"unit": "Sewa tenda"}), said="Sewa tenda, 2 hari"),
        entry("b", "2026-02-03", ("1201", 1_000_000), ("1101", -400_000), ("2101", -600_000), said='Tenda "biru"'),
        entry("t", "2026-02-04", ("1102", 50_000), ("2110", -50_000, {"person": "Ani Contoh"}), said="Tabungan; Ani"),
        entry("o", "2026-03-01", ("5103", 30_000, {"unit": "Catering"}), ("1101", -30_000), said="=1+1 bensin"),
    )
    assert done.code == 0, done.out
    return book
