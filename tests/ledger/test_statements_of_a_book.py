"""The statements of a small book, summed from its entries: closings, struck pairs, corrections, openings, units."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kubebuku.app.office import Moment, Office
from kubebuku.domain.calendar import Month
from kubebuku.domain.statements import amounts_of
from kubebuku.ledger import statements
from kubebuku.ledger.statements import Statement
from tests.builders import NOW, TODAY, Books, new_book

JANUARY, FEBRUARY, MARCH = Month(2026, 1), Month(2026, 2), Month(2026, 3)


def open_book(path: Path) -> Iterator[Books]:
    with Office.open(path, who="Ani Contoh") as office:
        office.moment = Moment(TODAY, NOW)
        yield Books(office)


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Books]:
    yield from open_book(new_book(tmp_path))


@pytest.fixture
def older(tmp_path: Path) -> Iterator[Books]:
    yield from open_book(new_book(tmp_path, opened=date(2025, 11, 1)))


def ask(books: Books, kind: str, first: Month, last: Month) -> Statement:
    make = {"position": statements.position, "income": statements.income, "cashflow": statements.cashflow}[kind]
    return books.office.read(lambda reading: make(reading.connection, reading.chart, first, last))


def figures(found: Statement, code: str) -> list[int]:
    return [int(amount) for amount in amounts_of(found.rows, code).values()]


def has(found: Statement, code: str) -> bool:
    return code in {row.code for row in found.rows}


def test_position_runs_on_from_month_to_month(books: Books) -> None:
    books.post("2026-01-05 | Modal | 1101 500.000 | 3110 -500.000", "2026-03-06 | Sewa | 1101 70.000 | 4101 -70.000 @tenda")
    found = ask(books, "position", JANUARY, MARCH)
    assert found.columns == ("2026-01", "2026-02", "2026-03")
    assert figures(found, "1101") == [500_000, 500_000, 570_000]
    assert figures(found, "result_current") == [0, 0, 70_000]
    assert figures(found, "liabilities_and_equity") == figures(found, "assets") == [500_000, 500_000, 570_000]


def test_result_of_last_year_has_its_own_line_until_the_year_is_closed(older: Books) -> None:
    older.post(
        "2025-12-05 | Sewa | 1101 900.000 | 4101 -900.000 @tenda",
        "2025-12-06 | Dibagi | 3131 200.000 @tenda | 1101 -200.000",
        "2026-01-06 | Tali | 5101 50.000 @tenda | 1101 -50.000",
    )
    before = ask(older, "position", Month(2025, 12), JANUARY)
    emptied = "2025-12-31 | Tutup buku 2025 | 4101 900.000 @tenda | 3131 -200.000 @tenda | 3130 -700.000 @tenda"
    closing = older.post(emptied, kind="closing")
    after = ask(older, "position", Month(2025, 12), JANUARY)
    income = ask(older, "income", Month(2025, 12), JANUARY)
    older.strike(closing.id)
    reopened = ask(older, "income", Month(2025, 12), JANUARY)
    assert figures(before, "result_earlier") == [0, 700_000]
    assert figures(before, "result_current") == [700_000, -50_000]
    assert figures(after, "result_earlier") == [0, 0]
    assert figures(after, "result_current") == [0, -50_000]
    assert figures(after, "3130") == [700_000, 700_000]
    assert figures(income, "result") == figures(reopened, "result") == [900_000, -50_000]


def test_income_counts_what_the_opening_brought_from_earlier_months(books: Books) -> None:
    books.post("2026-01-01 | Saldo awal | 1101 300.000 | 4101 -400.000 @tenda | 5101 100.000 @tenda", kind="opening")
    assert figures(ask(books, "income", JANUARY, FEBRUARY), "result") == [300_000, 0]


def test_every_unit_and_umum_with_loan_income_where_it_belongs(books: Books) -> None:
    books.post(
        "2026-01-05 | Sewa | 1101 900.000 | 4101 -900.000 @tenda",
        "2026-01-05 | Jasa pinjaman | 1102 30.000 | 4102 -30.000",
        "2026-01-06 | Beras | 5101 100.000 @catering | 1101 -100.000",
        "2026-01-07 | Fotokopi | 5104 20.000 | 1101 -20.000",
    )
    found = books.office.read(lambda reading: statements.income_by_unit(reading.connection, reading.chart, JANUARY, JANUARY))
    simpan_pinjam, tents, catering = 1, 2, 3
    assert found == {
        tents: {"4101": -900_000},
        simpan_pinjam: {"4102": -30_000},
        catering: {"5101": 100_000},
        None: {"5104": 20_000},
    }


# ----------------------------------------------------------------------------------------------------------- cash flow


def test_opening_is_what_was_there_and_moves_flow_nowhere(books: Books) -> None:
    books.post("2026-01-01 | Saldo awal | 1101 400.000 | 1110 100.000 | 3190 -500.000", kind="opening")
    books.post("2026-01-09 | Setor | 1110 50.000 | 1101 -50.000", "2026-02-02 | Upah | 5102 60.000 @tenda | 1101 -60.000")
    found, later = ask(books, "cashflow", JANUARY, MARCH), ask(books, "cashflow", MARCH, MARCH)
    assert figures(found, "opening") == [500_000, 500_000, 440_000]
    assert figures(found, "change") == [0, -60_000, 0]
    assert figures(found, "closing") == [500_000, 440_000, 440_000]
    assert figures(later, "opening") == [440_000]
    assert not has(found, "3190")


def test_opening_that_was_mended_counts_once(books: Books) -> None:
    wrong = books.post("2026-01-01 | Saldo awal | 1101 40.000 | 3190 -40.000", kind="opening")
    books.strike(wrong.id)
    books.post("2026-01-01 | Saldo awal | 1101 400.000 | 3190 -400.000", kind="opening")
    found = ask(books, "cashflow", JANUARY, JANUARY)
    assert [figures(found, code) for code in ("opening", "change", "closing")] == [[400_000], [0], [400_000]]


def test_struck_pair_flows_nowhere_and_a_correction_next_month_does(books: Books) -> None:
    books.post("2026-01-02 | Modal | 1101 900.000 | 3110 -900.000")
    books.strike(books.post("2026-01-03 | Salah | 5101 70.000 @catering | 1101 -70.000").id)
    wrong = books.post("2026-01-04 | Bensin | 5103 30.000 @catering | 1101 -30.000").id
    books.office.write(lambda work: work.journal.reverse(wrong, description="Koreksi bulan lalu", on=date(2026, 2, 1)))
    found = ask(books, "cashflow", JANUARY, FEBRUARY)
    assert not has(found, "5101")
    assert figures(found, "5103") == [-30_000, 30_000]
    assert figures(found, "closing") == [870_000, 900_000]


def test_tents_half_on_credit_are_the_money_that_left(books: Books) -> None:
    books.post(
        "2026-01-02 | Modal | 1101 900.000 | 3110 -900.000",
        "2026-01-03 | Tenda | 1201 1.000.000 | 1101 -400.000 | 2101 -600.000",
        "2026-02-03 | Bayar utang tenda | 2101 500.000 | 1101 -500.000",
    )
    found = ask(books, "cashflow", JANUARY, FEBRUARY)
    assert figures(found, "investing") == [-400_000, 0]
    assert figures(found, "operating") == [0, -500_000]


def test_sale_half_on_credit_and_its_payment(books: Books) -> None:
    books.person("Budi Contoh", "outsider")
    books.post(
        "2026-01-02 | Sewa | 1101 300.000 | 1120 700.000 &Budi | 4101 -1.000.000 @tenda",
        "2026-02-02 | Pelunasan | 1101 700.000 | 1120 -700.000 &Budi",
    )
    found = ask(books, "cashflow", JANUARY, FEBRUARY)
    assert figures(found, "4101") == [300_000, 0]
    assert figures(found, "1120") == [0, 700_000]


def test_empty_book_has_statements_of_nought(books: Books) -> None:
    for kind, code in (("position", "assets"), ("income", "result"), ("cashflow", "closing")):
        assert figures(ask(books, kind, JANUARY, FEBRUARY), code) == [0, 0]


def test_statement_reaches_before_the_book_began(books: Books) -> None:
    books.post("2026-01-05 | Modal | 1101 500.000 | 3110 -500.000")
    assert figures(ask(books, "cashflow", Month(2025, 12), JANUARY), "closing") == [0, 500_000]
