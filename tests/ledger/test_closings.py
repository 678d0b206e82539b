"""Months close in order, reopen from the last backwards, and keep what was there when they closed (accounting.md 7)."""

from __future__ import annotations

from contextlib import closing as closing_it
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from kubebuku.app.office import Office
from kubebuku.domain.calendar import Month
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text_refusals import TextTooLong
from kubebuku.i18n import say, set_language
from kubebuku.ledger import closings
from kubebuku.ledger.chain import check_code
from kubebuku.ledger.closings import Count
from tests.builders import Books, findings_of, forger
from tests.ledger.forge import unguarded

JANUARY, FEBRUARY, MARCH = Month(2026, 1), Month(2026, 2), Month(2026, 3)


def closed_until(books: Books) -> Month | None:
    return books.office.read(lambda reading: closings.closed_until(reading.connection))


def next_month(books: Books) -> Month:
    return books.office.read(lambda reading: closings.next_month(reading.connection))


def test_a_new_book_closes_its_first_month_first(books: Books) -> None:
    assert (closed_until(books), next_month(books)) == (None, JANUARY)
    with pytest.raises(IntegrityError, match="months close in order"):
        books.close("2026-02")
    books.close("2026-01")
    assert (closed_until(books), next_month(books)) == (JANUARY, FEBRUARY)


def test_a_book_begun_in_december_closes_into_the_new_year(tmp_path: Path, frozen_clock: None) -> None:
    from tests.builders import new_book

    with Office.open(new_book(tmp_path, opened=date(2025, 12, 5)), who="Ani Contoh") as office:
        books = Books(office)
        books.close("2025-12", "2026-01")
        assert closed_until(books) == JANUARY


@pytest.mark.parametrize("month", ["2026-01", "2026-03"])
def test_no_month_closes_twice_or_out_of_order(books: Books, month: str) -> None:
    books.close("2026-01")
    with pytest.raises(IntegrityError, match="months close in order"):
        books.close(month)
    assert closed_until(books) == JANUARY


def test_months_reopen_from_the_last_backwards_with_a_reason(books: Books) -> None:
    books.close("2026-01", "2026-02", "2026-03")
    for month in ("2026-01", "2026-02", "2026-04"):
        with pytest.raises(IntegrityError, match="months reopen from the last"):
            books.reopen(month)
    with pytest.raises(IntegrityError, match="reopening needs a reason"):
        books.reopen("2026-03", reason="")
    books.reopen("2026-03", "2026-02")
    assert (closed_until(books), next_month(books)) == (JANUARY, FEBRUARY)
    books.reopen("2026-01")
    assert (closed_until(books), next_month(books)) == (None, JANUARY)
    with pytest.raises(IntegrityError, match="months reopen from the last"):
        books.reopen("2026-01")
    assert not books.findings()


def test_a_month_numbers_its_closings_and_each_has_a_code(books: Books) -> None:
    first = books.close("2026-01")
    assert books.reopen("2026-01").serial == 1
    second = books.close("2026-01", reason="Nota pulsa disusulkan")
    assert (first.serial, second.serial, books.close("2026-02").serial) == (1, 2, 1)
    assert first.code == check_code(first.hash) != second.code
    history = books.office.read(lambda reading: closings.history(reading.connection))
    assert [(str(one.month), one.act, one.serial, one.reason) for one in history] == [
        ("2026-01", "close", 1, None),
        ("2026-01", "reopen", 1, "Nota tertinggal"),
        ("2026-01", "close", 2, "Nota pulsa disusulkan"),
        ("2026-02", "close", 1, None),
    ]


def test_the_standing_closing_of_a_month(books: Books) -> None:
    def standing(month: Month) -> closings.Closing | None:
        return books.office.read(lambda reading: closings.standing(reading.connection, month))

    assert standing(JANUARY) is None
    first = books.close("2026-01")
    assert standing(JANUARY) == first
    assert standing(FEBRUARY) is None
    books.reopen("2026-01")
    assert standing(JANUARY) is None
    assert books.close("2026-01") == standing(JANUARY)


def test_a_closing_keeps_every_balance_of_its_last_day(books: Books) -> None:
    budi = books.person("Budi Contoh")
    books.loan("P-001", budi, 300_000)
    books.post(
        "2026-01-02 | Isi kas | 1102 500.000 | 3102 -500.000 &Budi",
        "2026-01-05 | Sewa tenda | 1101 750.000 | 4101 -750.000 @tenda",
        "2026-01-06 | Jual kue | 1101 50.000 | 4101 -50.000 @catering",
        "2026-01-07 | Pinjaman | 1130 300.000 &Budi #P-001 | 1102 -300.000",
        "2026-01-08 | Setor | 1110 800.000 | 1101 -800.000",
        "2026-02-01 | Sewa tenda | 1101 900.000 | 4101 -900.000 @tenda",
    )
    closing = books.close("2026-01")
    kept = books.office.read(lambda reading: closings.kept_balances(reading.connection, closing.id))
    assert {key: int(amount) for key, amount in kept.items()} == {
        ("1102", None, None, None): 200_000,
        ("1110", None, None, None): 800_000,
        ("1130", budi, None, 1): 300_000,
        ("3102", budi, None, None): -500_000,
        ("4101", None, 2, None): -750_000,
        ("4101", None, 3, None): -50_000,
    }
    assert list(kept) == sorted(kept, key=lambda key: tuple(part or 0 if not isinstance(part, str) else part for part in key))
    reopening = books.reopen("2026-01")
    assert books.office.read(lambda reading: closings.kept_balances(reading.connection, reopening.id)) == {}


def test_a_closing_keeps_the_counted_cash(books: Books) -> None:
    counts = {
        "1101": Count(Rupiah(750_000), Rupiah(745_000), "  Kembalian\tbelum dicatat "),
        "1110": Count(Rupiah(0), None, "Buku bank belum dicetak"),
    }
    closing = books.close("2026-01", counts=counts)
    assert books.office.read(lambda reading: closings.kept_counts(reading.connection, closing.id)) == {
        "1101": Count(Rupiah(750_000), Rupiah(745_000), "Kembalian belum dicatat"),
        "1110": Count(Rupiah(0), None, "Buku bank belum dicetak"),
    }
    assert not books.findings()


def test_a_reason_too_long_is_refused_and_nothing_is_closed(books: Books) -> None:
    with pytest.raises(TextTooLong):
        books.close("2026-01", reason="x" * 2_001)
    assert closed_until(books) is None


def test_entries_and_closings_are_links_of_one_chain(books: Books) -> None:
    books.post("2026-01-05 | Sewa tenda | 1101 750.000 | 4101 -750.000 @tenda")
    first = books.close("2026-01")
    second = books.close("2026-02")
    sale = books.post("2026-03-05 | Sewa tenda | 1101 1 | 4101 -1 @tenda")
    third = books.close("2026-03")
    links = books.office.read(
        lambda reading: reading.connection.exec_driver_sql(
            "SELECT previous, hash FROM entry WHERE id = 2 UNION ALL SELECT previous, hash FROM closing ORDER BY 1"
        ).fetchall()
    )
    behind = {hash_: previous for previous, hash_ in links}
    assert (behind[second.hash], behind[sale.hash], behind[third.hash]) == (first.hash, second.hash, sale.hash)
    assert (first.after_entry, second.after_entry, third.after_entry) == (1, 1, 2)


def test_what_changed_behind_a_closing_is_found_with_its_figures(books: Books, book_path: Path) -> None:
    """A forger lowers a sale of a closed month, seals everything again, and leaves what the closing wrote down."""
    books.post("2026-01-05 | Sewa tenda | 1101 750.000 | 4101 -750.000 @tenda")
    books.close("2026-01")
    books.office.close()
    with closing_it(forger(book_path)) as book, unguarded(book):
        book.execute("UPDATE posting SET amount = amount / 750 WHERE entry = 1")
    set_language("id")
    assert [say(line) for line in findings_of(book_path)["closings"].found] == [
        "Januari 2026, akun 1101: Rp750.000 saat ditutup, sekarang Rp1.000.",
        "Januari 2026, akun 4101: −Rp750.000 saat ditutup, sekarang −Rp1.000.",
    ]
