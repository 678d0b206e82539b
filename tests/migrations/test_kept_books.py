"""A book of every form that people have: whichever program comes later opens it, and its figures stand as they were written.

`form-2.kubebuku.xz` and `form-3.kubebuku.xz` are the practice book of Hunafa Bersama, 1 February to 8 March 2026, with
February closed. A kept book is never made anew; the next form brings a file of its own.
"""

from __future__ import annotations

import lzma
from dataclasses import dataclass
from pathlib import Path

import pytest

from kubebuku.app import upgrade
from kubebuku.app.office import Office
from kubebuku.ledger import file as bookfile
from kubebuku.ledger.work import Reading
from tests.builders import Books, findings_of
from tests.later_program import later_program

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Written:
    """What stands in a kept book: how many entries and closings, the hash of its newest entry, what some accounts hold."""

    entries: int
    closings: int
    head: str
    holds: dict[str, int]


KEPT = {
    "form-2.kubebuku": Written(
        168,
        1,
        "6c086b7785515a2862206e67f91334f1ff3c514bef994b187cd39883db40d454",
        {"1101": 36_500_000, "1130": 700_000, "2110": -530_000},
    ),
    "form-3.kubebuku": Written(
        168,
        1,
        "f40b86f2990bc2ee4f14678c8fbf6f9f1d642eacdcdbf22b8d33a4df45b35082",
        {"1101": 36_500_000, "1130": 700_000, "2110": -530_000},
    ),
}


@pytest.fixture(params=KEPT)
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A kept book, unpacked in a folder of its own."""
    folder = tmp_path / "kept"
    folder.mkdir()
    book = folder / str(request.param)
    book.write_bytes(lzma.decompress((HERE / f"{book.name}.xz").read_bytes()))
    return book


def _newest_entry(reading: Reading) -> str:
    return str(reading.raw.execute("SELECT hash FROM entry ORDER BY id DESC LIMIT 1").fetchone()[0])


def is_as_it_was_written(book: Path) -> None:
    written = KEPT[book.name]
    assert findings_of(book) == {}
    with Office.open(book, who="Ani Contoh") as office:
        books = Books(office)
        assert (books.count(), books.count("closing")) == (written.entries, written.closings)
        assert office.read(_newest_entry) == written.head
        assert {account: books.holds(account) for account in written.holds} == written.holds
        assert books.post("2026-03-09 | Sewa tenda | 1101 750.000 | 4101 -750.000 @tenda").id == written.entries + 1


def test_every_form_has_its_kept_book() -> None:
    assert list(KEPT) == [f"form-{form}.kubebuku" for form in range(2, bookfile.SCHEMA + 1)]
    assert sorted(file.name for file in HERE.glob("form-*")) == [f"{name}.xz" for name in KEPT]


def test_a_kept_book_is_opened_as_it_was_written(kept: Path) -> None:
    upgrade.upgrade(kept)
    is_as_it_was_written(kept)


def test_a_kept_book_is_brought_to_the_form_that_comes_next(kept: Path, tmp_path: Path) -> None:
    with later_program(tmp_path / "later"):
        assert upgrade.upgrade(kept) is not None
        is_as_it_was_written(kept)
