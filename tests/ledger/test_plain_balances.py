"""The short way to the balances answers what the long way answers, or leaves the book to it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kubebuku.app.office import Office
from kubebuku.ledger import balances, plain, proof, rollback
from kubebuku.ledger.refusals import BookDamaged, BookMissing, NotABook
from tests.builders import Books, forger, new_book


def both(book: Path, at: date | None = None) -> dict[str, int]:
    """What both ways say, which must be one."""
    with Office.open(book, write=False) as office:
        core = office.read(lambda reading: balances.by_account(reading.connection, at=at))
    short = plain.balances(book, at=at.isoformat() if at else None)
    assert short == core
    assert list(short or ()) == sorted(core)
    return short or {}


def test_empty_book_holds_nothing(tmp_path: Path) -> None:
    assert both(new_book(tmp_path)) == {}


def test_worked_book_at_every_day(worked: Path) -> None:
    assert both(worked)["1101"] > 0
    for day in range(1, 32):
        both(worked, date(2026, 1, day))


AMOUNTS = st.lists(st.tuples(st.integers(1, 28), st.integers(1, 999_999_999_999)), min_size=1, max_size=6)


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(AMOUNTS)
def test_any_book(tmp_path_factory: pytest.TempPathFactory, sales: list[tuple[int, int]]) -> None:
    book = new_book(tmp_path_factory.mktemp("buku"))
    with Office.open(book) as office:
        Books(office).post(*(f"2026-02-{day:02d} | Sewa | 1101 {amount} | 4101 -{amount} @tenda" for day, amount in sales))
    assert both(book) == {"1101": sum(amount for _, amount in sales), "4101": -sum(amount for _, amount in sales)}
    both(book, date(2026, 2, 14))


def test_crash_left_a_journal_so_the_long_way_is_asked(worked: Path) -> None:
    rollback.journal_path(worked).write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(504))
    assert plain.balances(worked) is None


def test_pages_that_cannot_be_read_are_left_to_the_long_way(worked: Path) -> None:
    content = bytearray(worked.read_bytes())
    content[4096 : len(content)] = bytes(len(content) - 4096)
    worked.write_bytes(content)
    assert plain.balances(worked) is None


def test_what_is_no_book_is_told(tmp_path: Path) -> None:
    with pytest.raises(BookMissing):
        plain.balances(tmp_path / "hilang.kubebuku")
    (tmp_path / "foto.kubebuku").write_bytes(b"\xff\xd8\xff" * 50)
    with pytest.raises(NotABook):
        plain.balances(tmp_path / "foto.kubebuku")


def proved(book: Path) -> bool:
    with Office.open(book, write=False) as office:
        return office.read(lambda reading: proof.prove_head(reading.connection))


def signed_by_another(book: Path) -> None:
    raw = forger(book)
    raw.execute("DROP TRIGGER closing_no_update")
    raw.execute("UPDATE closing SET who = 'Orang lain'")
    raw.close()


def test_closing_after_the_newest_entry_is_the_head(worked: Path) -> None:
    with Office.open(worked) as office:
        Books(office).close("2026-02")
    assert proved(worked)
    signed_by_another(worked)
    assert not proved(worked)
    with pytest.raises(BookDamaged):
        plain.balances(worked)


def test_closing_before_the_newest_entry_is_left_to_the_whole_proof(worked: Path) -> None:
    signed_by_another(worked)
    assert proved(worked)


def test_changed_posting_of_the_newest_entry_is_seen(worked: Path) -> None:
    raw = forger(worked)
    raw.execute("DROP TRIGGER posting_no_update")
    raw.execute("UPDATE posting SET unit = NULL WHERE account = '4101' AND entry = (SELECT MAX(id) FROM entry)")
    raw.close()
    with pytest.raises(BookDamaged):
        plain.balances(worked)


def test_book_that_was_only_closed_has_a_closing_for_its_head(tmp_path: Path) -> None:
    book = new_book(tmp_path)
    with Office.open(book) as office:
        Books(office).close("2026-01")
    assert both(book) == {}
    assert proved(book)
