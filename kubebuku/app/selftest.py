"""Whether this installation can do its work on this computer: tried, not asked. Heavy, so imported late."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from kubebuku import resources
from kubebuku.app import backup
from kubebuku.app.export import FORMATS, export
from kubebuku.app.office import Office
from kubebuku.domain.entries import Draft, UnitId, credit, debit

#: STRICT tables.
_OLDEST_SQLITE = (3, 37, 0)
_DAY = date(2026, 1, 5)


def run() -> list[tuple[str, bool, list[str]]]:
    """Each part by name, whether it works, and what went wrong."""
    found = []
    for name, part in _PARTS.items():
        try:
            part()
        except Exception as error:  # noqa: BLE001 - whatever fails here is what the test is for
            found.append((name, False, [f"{type(error).__name__}: {error}"]))
        else:
            found.append((name, True, []))
    return found


def _fonts() -> None:
    for name in ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"):
        if not resources.read_bytes("fonts", name).startswith(b"\x00\x01\x00\x00"):
            raise ValueError(name)


def _words() -> None:
    catalogue = resources.path("locale", "id", "LC_MESSAGES", "kubebuku.mo")
    if not catalogue.is_file():
        raise FileNotFoundError(catalogue.name)


def _sqlite() -> None:
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        raise ValueError(sqlite3.sqlite_version)
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE TABLE one (amount INTEGER NOT NULL) STRICT")
        connection.execute("SELECT sum(amount) FILTER (WHERE amount > 0) OVER () FROM one")
    finally:
        connection.close()


def _temporary_folder() -> None:
    with tempfile.TemporaryDirectory(prefix="kubebuku-") as folder:
        (Path(folder) / "ü ' & %.txt").write_text("Rp1.500.000", encoding="utf-8")


def _book() -> None:
    """A book is made, written in, proved, copied, and exported in every form."""
    with tempfile.TemporaryDirectory(prefix="kubebuku-") as folder:
        path = Office.create(Path(folder) / "coba.kubebuku", "Coba", _DAY.replace(day=1))
        with Office.open(path, who="KubeBuku") as office:
            sale = (debit("1101", 50_000), credit("4101", 50_000, unit=UnitId(2)))
            office.write(lambda work: work.journal.post(Draft(_DAY, "Jual nasi bungkus", "sale", sale)))
            broken = [finding.name for finding in office.check() if not finding.ok]
            if broken:
                raise ValueError(", ".join(broken))
            backup.backup(office, Path(folder) / "salinan.kubebuku")
            for form in FORMATS:
                export(office, form, Path(folder) / f"coba.{form}")


_PARTS: dict[str, Callable[[], None]] = {
    "fonts": _fonts,
    "words": _words,
    "sqlite": _sqlite,
    "temporary_folder": _temporary_folder,
    "book": _book,
}
