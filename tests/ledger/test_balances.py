"""Balances and registers, summed from the postings each time they are asked for."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import OPENING
from kubebuku.ledger import balances
from kubebuku.ledger.plain import RegisterLine
from tests.builders import Books


@pytest.fixture
def quarter(books: Books) -> Books:
    """Two people, a loan, a tent, and three months of work."""
    books.person("Ani Contoh")
    budi = books.person("Budi Contoh")
    books.loan("P-001", budi, 300_000)
    books.item("Tenda biru", 1_500_000)
    books.post("2026-01-01 | Saldo awal | 1101 2.000.000 | 1102 500.000 | 3190 -2.500.000", kind=OPENING)
    books.post(
        "2026-01-05 | Sewa tenda | 1101 750.000 | 4101 -750.000 @tenda",
        "2026-01-09 | Simpanan | 1102 100.000 | 2110 -100.000 &Ani",
        "2026-01-09 | Simpanan | 1102 150.000 | 2110 -150.000 &Budi",
        "2026-02-02 | Pinjaman | 1130 300.000 &Budi #P-001 | 1102 -300.000",
        "2026-02-14 | Katering | 1101 900.000 | 4101 -900.000 @catering",
        "2026-02-14 | Belanja | 5101 400.000 @catering | 1101 -400.000",
        "2026-03-01 | Beli tenda | 1201 1.500.000 !biru | 1101 -1.500.000",
        "2026-03-05 | Angsuran | 1102 110.000 | 1130 -100.000 &Budi #P-001 | 4102 -10.000 #P-001",
        "2026-03-09 | Titip | 1101 5.000 | 4190 -5.000",
        "2026-03-09 | Ambil | 4190 5.000 | 1101 -5.000",
    )
    return books


def test_every_account_with_a_posting_has_its_balance_zeros_included(quarter: Books) -> None:
    now = quarter.office.read(lambda reading: balances.by_account(reading.connection))
    assert {code: int(amount) for code, amount in now.items()} == {
        "1101": 1_750_000,
        "1102": 560_000,
        "1130": 200_000,
        "1201": 1_500_000,
        "2110": -250_000,
        "3190": -2_500_000,
        "4101": -1_650_000,
        "4102": -10_000,
        "4190": 0,
        "5101": 400_000,
    }
    assert sum(now.values()) == 0
    january = quarter.office.read(lambda reading: balances.by_account(reading.connection, at=date(2026, 1, 31)))
    assert {code: int(amount) for code, amount in january.items()} == {
        "1101": 2_750_000,
        "1102": 750_000,
        "2110": -250_000,
        "3190": -2_500_000,
        "4101": -750_000,
    }


def test_one_account_is_narrowed_to_whom_and_what_it_concerns(quarter: Books) -> None:
    assert quarter.holds("4101", unit=2) == -750_000
    assert quarter.holds("2110", person=2) == -150_000
    assert quarter.holds("1130", loan=1, at="2026-03-04") == 300_000
    assert quarter.holds("1201", item=1) == 1_500_000
    assert quarter.holds("5190") == 0


def test_what_each_person_has(quarter: Books) -> None:
    def saved(at: date | None) -> dict[int, int]:
        return dict(quarter.office.read(lambda reading: balances.by_person(reading.connection, "2110", "1130", at=at)))

    assert saved(None) == {1: -100_000, 2: 50_000}
    assert saved(date(2026, 1, 31)) == {1: -100_000, 2: -150_000}


def test_what_each_month_moved(quarter: Books) -> None:
    months = (Month(2026, 1), Month(2026, 2))
    moved = quarter.office.read(lambda reading: balances.monthly(reading.connection, ["4101", "5101"], months))
    assert moved == {("4101", "2026-01"): -750_000, ("4101", "2026-02"): -900_000, ("5101", "2026-02"): 400_000}
    catering = quarter.office.read(lambda reading: balances.monthly(reading.connection, ["4101", "5101"], months, unit=3))
    assert catering == {("4101", "2026-02"): -900_000, ("5101", "2026-02"): 400_000}


def test_a_register_runs_from_its_opening_balance_in_the_order_of_days(quarter: Books) -> None:
    quarter.post("2026-02-01 | Sewa tenda | 1101 50.000 | 4101 -50.000 @tenda")  # recorded last
    opening, lines = quarter.office.read(
        lambda reading: balances.register(reading.connection, ("1101",), first=date(2026, 2, 1), last=date(2026, 2, 28))
    )
    assert opening == 2_750_000
    assert [(line.date, line.number, int(line.amount), int(line.balance)) for line in lines] == [
        ("2026-02-01", "BKM/2026/0007", 50_000, 2_800_000),
        ("2026-02-14", "BKM/2026/0004", 900_000, 3_700_000),
        ("2026-02-14", "BKK/2026/0002", -400_000, 3_300_000),
    ]


def test_a_whole_register_begins_with_the_opening(quarter: Books) -> None:
    opening, lines = quarter.office.read(lambda reading: balances.register(reading.connection, ("1101", "1102")))
    assert opening == 0
    assert [line.kind for line in lines][:3] == ["opening", "opening", "journal"]
    assert lines[-1].balance == 1_750_000 + 560_000


def test_a_register_is_narrowed_to_whom_and_what_it_concerns(quarter: Books) -> None:
    def lines(*accounts: str, **points: Any) -> list[RegisterLine]:
        return quarter.office.read(lambda reading: balances.register(reading.connection, accounts, **points))[1]

    assert [int(line.balance) for line in lines("1130", loan=1)] == [300_000, 200_000]
    assert [int(line.amount) for line in lines("2110", person=1)] == [-100_000]
    assert [line.unit for line in lines("4101", unit=3)] == [3]
    assert [line.item for line in lines("1201", item=1)] == [1]


def test_the_opening_comes_before_the_first_receipt_of_its_day(books: Books) -> None:
    books.post("2026-01-01 | Sewa tenda | 1101 50.000 | 4101 -50.000 @tenda")
    books.post("2026-01-01 | Saldo awal | 1101 10.000 | 3190 -10.000", kind=OPENING)
    _, lines = books.office.read(lambda reading: balances.register(reading.connection, ("1101",)))
    assert [line.description for line in lines] == ["Saldo awal", "Sewa tenda"]
