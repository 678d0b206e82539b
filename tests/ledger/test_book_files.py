"""What is no book of ours, and what is left of one: refused or found, and never touched."""

from __future__ import annotations

import contextlib
import errno
import random
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing as closing_it
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from kubebuku.app.office import Office
from kubebuku.domain.errors import Trouble
from kubebuku.i18n import explain, set_language
from kubebuku.ledger import file as bookfile
from kubebuku.ledger.file import SCHEMA
from kubebuku.ledger.findings import finding
from kubebuku.ledger.refusals import (
    BookDamaged,
    BookEmpty,
    BookForeign,
    BookMissing,
    BookNewer,
    BookOlder,
    BookUnreadable,
    NotABook,
)
from kubebuku.ledger.work import Reading
from tests.builders import findings_of, forger, names_in
from tests.ledger.forge import unguarded

posix = pytest.mark.skipif(sys.platform == "win32", reason="other users, links and open files that are removed: Linux only")
SALE = "2026-03-05 | Sewa tenda | 1101 750.000 | 4101 -750.000 @tenda"


@pytest.fixture(autouse=True)
def indonesian() -> None:
    set_language("id")


def patched(book: Path, at: int, value: bytes) -> bytes:
    content = bytearray(book.read_bytes())
    content[at : at + len(value)] = value
    return bytes(content)


def sqlite_of_another_program(_: Path) -> bytes:
    with closing_it(sqlite3.connect(":memory:")) as other:
        other.execute("CREATE TABLE cookies (name TEXT)")
        return other.serialize()


NOT_OURS: dict[str, tuple[Callable[[Path], bytes], type[Trouble], str]] = {
    "of no bytes": (lambda _: b"", BookEmpty, "Berkas buku.kubebuku kosong."),
    "of a hundred random bytes": (
        lambda _: random.Random(1).randbytes(100),
        NotABook,
        "Berkas buku.kubebuku bukan buku KubeBuku.",
    ),
    "of a few bytes": (lambda _: b"SQLite format 3\x00", NotABook, "Berkas buku.kubebuku bukan buku KubeBuku."),
    "that is a picture": (lambda _: b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(5_000), NotABook, "Berkas buku.kubebuku bukan buku"),
    "of another program": (sqlite_of_another_program, BookForeign, "Berkas buku.kubebuku milik program lain."),
    "of a newer program": (
        lambda book: patched(book, 60, (7).to_bytes(4, "big")),
        BookNewer,
        f"Buku ini dibuat dengan KubeBuku yang lebih baru (bentuk buku 7; program ini mengenal sampai {SCHEMA}).",
    ),
    "of an older form": (
        lambda book: patched(book, 60, bytes(4)),
        BookOlder,
        f"Bentuk buku ini masih yang lama (0; sekarang {SCHEMA}).",
    ),
    "cut off": (lambda book: book.read_bytes()[:100_000], BookDamaged, "Buku buku.kubebuku rusak. Sebagian berkasnya hilang."),
    "cut off within a page": (lambda book: book.read_bytes()[:-1], BookDamaged, "Buku buku.kubebuku rusak."),
    "with a torn first page": (
        lambda book: patched(book, 100, bytes(range(256)) * 15),
        BookDamaged,
        "Buku buku.kubebuku rusak. Yang ditemukan: ",
    ),
}


@pytest.mark.parametrize("what", NOT_OURS)
def test_a_file_that_is_no_book_says_so_and_stays_as_it_is(worked: Path, what: str) -> None:
    content, refusal, said = NOT_OURS[what]
    worked.write_bytes(content(worked))
    before = worked.read_bytes()
    with pytest.raises(refusal) as refused:
        Office.open(worked)
    assert explain(refused.value).startswith(said)
    assert refused.value.remedy is not None
    assert worked.read_bytes() == before
    assert names_in(worked.parent) == [worked.name]


def test_what_is_not_there_or_no_file_is_no_book(tmp_path: Path) -> None:
    with pytest.raises(BookMissing):
        Office.open(tmp_path / "hilang.kubebuku")
    with pytest.raises(NotABook):
        Office.open(tmp_path)
    assert names_in(tmp_path) == []


def test_windows_says_permission_denied_of_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "denied")

    monkeypatch.setattr(Path, "open", denied)
    with pytest.raises(NotABook):
        bookfile.read_header(tmp_path)


def test_a_file_that_may_not_be_read_says_so(worked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "denied")

    monkeypatch.setattr(Path, "open", denied)
    with pytest.raises(BookUnreadable) as refused:
        Office.open(worked)
    assert explain(refused.value).startswith("Berkas buku.kubebuku tidak bisa dibaca.")


def test_a_book_of_large_pages_has_the_right_size(tmp_path: Path) -> None:
    path = tmp_path / "besar.kubebuku"
    with closing_it(sqlite3.connect(path)) as book:
        book.execute("PRAGMA page_size = 65536")
        book.execute(f"PRAGMA application_id = {bookfile.APPLICATION_ID}")
        book.execute(f"PRAGMA user_version = {bookfile.SCHEMA}")
        book.execute("CREATE TABLE t (x)")
    assert bookfile.read_header(path).page_size == 65_536


# ---- damage within


def test_no_flipped_byte_goes_unnoticed(worked: Path) -> None:
    """A byte flipped where something stands: refused at opening, found by the proof, or in a place that holds nothing."""
    whole = worked.read_bytes()
    filled = [at for at in range(100, len(whole)) if whole[at]]
    seen = {"refused": 0, "found": 0, "nothing there": 0}
    with Office.open(worked, write=False) as office:
        expected = contents(office)
    chance = random.Random(20_260_101)
    for at in chance.sample(filled, 30):
        damaged = bytearray(whole)
        damaged[at] ^= 1 << chance.randrange(8)
        worked.write_bytes(damaged)
        try:
            office = Office.open(worked, write=False)
        except BookDamaged:
            seen["refused"] += 1
            continue
        with office:
            if any(not finding.ok for finding in office.check()):
                seen["found"] += 1
            else:
                assert contents(office) == expected, f"byte {at}"
                seen["nothing there"] += 1
    assert seen["found"] > 5


def contents(office: Office) -> list[object]:
    """All that is under the seal."""

    def read(reading: Reading) -> list[object]:
        tables = ("entry", "posting", "closing", "closing_balance", "closing_count")
        return [reading.connection.exec_driver_sql(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in tables]

    return office.read(read)


def test_swapped_pages_are_found(worked: Path) -> None:
    content = worked.read_bytes()
    pages = [content[start : start + 4096] for start in range(0, len(content), 4096)]
    swapped = 0
    for one in range(2, len(pages) - 1, 7):
        mixed = pages.copy()
        mixed[one], mixed[one + 1] = mixed[one + 1], mixed[one]
        if mixed == pages:
            continue
        worked.write_bytes(b"".join(mixed))
        with contextlib.suppress(BookDamaged):
            assert findings_of(worked), f"pages {one} and {one + 1}"
        swapped += 1
    assert swapped > 3


def test_a_lost_tail_is_found_even_if_the_header_agrees(worked: Path) -> None:
    content = worked.read_bytes()
    for lost in (1, 3, 10):
        pages = len(content) // 4096 - lost
        shorter = bytearray(content[: pages * 4096])
        shorter[28:32] = pages.to_bytes(4, "big")
        worked.write_bytes(shorter)
        with contextlib.suppress(BookDamaged):
            assert findings_of(worked)


def test_text_that_is_no_text_is_damage(worked: Path) -> None:
    """A description torn within a letter: the checks tell, and a reader gets the sentence of a damaged book."""
    content = worked.read_bytes()
    at = content.index(b"Belanja bahan")
    worked.write_bytes(patched(worked, at, b"\xff\xfe"))
    found = findings_of(worked)
    assert "chain" in found
    with Office.open(worked, write=False) as office, pytest.raises(BookDamaged):
        office.read(lambda reading: reading.connection.exec_driver_sql("SELECT description FROM entry").fetchall())


def test_a_chart_torn_to_pieces_leaves_the_proof(worked: Path) -> None:
    content = worked.read_bytes()
    while b"\x05asset" in content or b"asset" in content:
        content = content.replace(b"asset", b"assez")
    worked.write_bytes(content)
    with Office.open(worked, write=False) as office:
        names = [finding.name for finding in office.check()]
    assert names == ["header", "schema", "integrity", "foreign_keys", "entries", "chain", "accounts", "records", "values"]


@pytest.mark.parametrize("opened", ["'hari ini'", "X'20260101'"])
def test_a_first_day_that_is_no_day_is_damage(worked: Path, opened: str) -> None:
    with closing_it(forger(worked)) as book, unguarded(book):
        book.execute("PRAGMA ignore_check_constraints = ON")
        if opened.startswith("X"):
            book.execute("PRAGMA writable_schema = ON")
            book.execute("UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '') WHERE name = 'kube'")
            book.execute("PRAGMA writable_schema = RESET")
        book.execute(f"UPDATE kube SET opened = {opened}")
    with pytest.raises(BookDamaged):
        Office.open(worked)


def test_a_read_that_is_stopped_is_no_damage(worked: Path) -> None:
    with Office.open(worked, write=False) as office:
        with office.stoppable(lambda: True), pytest.raises(DBAPIError, match="interrupted"):
            office.read(
                lambda reading: reading.connection.exec_driver_sql(
                    "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT COUNT(*) FROM n"
                ).scalar()
            )
        assert all(finding.ok for finding in office.check())


def test_a_proof_that_is_stopped_finds_nothing(worked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It ends with the interruption instead of calling the book damaged."""
    with closing_it(sqlite3.connect(":memory:")) as other:
        other.set_progress_handler(lambda: 1, 1)
        with pytest.raises(sqlite3.OperationalError, match="interrupted"):
            finding("x", lambda: [str(row) for row in other.execute("SELECT 1 UNION SELECT 2 UNION SELECT 3")])
