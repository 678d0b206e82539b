"""One line has one balance wherever it is read: cash book, account page, command line, paper."""

from __future__ import annotations

from datetime import date

import pytest

from kubebuku.app import registers
from kubebuku.app.office import Office
from kubebuku.books.cash.commands import GeneralPayment, MoveMoney, OtherReceipt
from kubebuku.books.cash.queries import CashBook
from kubebuku.books.group.queries import AccountBook
from kubebuku.books.mending.commands import Amend, Undo
from kubebuku.books.opening.commands import OpenBook, OpeningBox
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import EntryId
from kubebuku.domain.money import Rupiah
from kubebuku.reports import cash_book, register
from tests.books.trading import Trade, day

NOVEMBER = Month(2026, 11)


def received(on: str, amount: int, words: str) -> OtherReceipt:
    return OtherReceipt(on=day(on), description=words, amount=Rupiah(amount))


def paid(on: str, amount: int, words: str) -> GeneralPayment:
    return GeneralPayment(on=day(on), description=words, amount=Rupiah(amount), account="5102")


@pytest.fixture
def trade(office: Office) -> Trade:
    """A day on which the payment was recorded before the receipt that paid for it, and two records were mended."""
    trade = Trade(office)
    trade.run(OpenBook(boxes=(OpeningBox(box="1101", amount=Rupiah(500_000)),)))
    trade.run(received("6/11", 200_000, "Sewa kursi"))
    wrong = trade.run(paid("8/11", 40_000, "Upah salah"))
    trade.run(paid("8/11", 300_000, "Upah masak"))
    doubled = trade.run(received("8/11", 750_000, "Sewa dua kali"))
    trade.run(received("8/11", 750_000, "Sewa tenda"))
    trade.run(MoveMoney(on=day("8/11"), description="Setor", amount=Rupiah(400_000), box="1101", to_box="1110"))
    assert wrong.entry is not None
    assert doubled.entry is not None
    trade.run(Amend(entry=EntryId(wrong.entry), replacement=paid("8/11", 45_000, "Upah benar")))
    trade.run(Undo(entry=EntryId(doubled.entry)))
    return trade


RIGHT = [
    ("Sewa kursi", 700_000),
    ("Sewa tenda", 1_450_000),
    ("Upah masak", 1_150_000),
    ("Setor", 750_000),
    ("Upah benar", 705_000),
]


def test_the_cash_book_shows_receipts_of_a_day_first(trade: Trade) -> None:
    page = trade.answer(CashBook("1101", NOVEMBER, show_struck=False))
    assert [(row.description, row.balance) for row in page.rows] == RIGHT


def test_the_account_page_shows_the_same_lines_with_the_same_balances(trade: Trade) -> None:
    page = trade.answer(AccountBook("1101", NOVEMBER))
    assert [(line.description, line.balance) for line in page.lines] == RIGHT


def test_the_command_line_shows_struck_pairs_side_by_side_and_the_same_balances(trade: Trade) -> None:
    rows = trade.office.read(lambda reading: registers.register(reading.raw, "1101", NOVEMBER))[1]
    shown = [(row["description"], row["balance"]) for row in rows]
    assert [one for one in shown if one in RIGHT] == RIGHT
    assert [words for words, _balance in shown] == [
        "Sewa kursi",
        "Sewa dua kali",
        "Dicoret: BKM/2026/0002 Sewa dua kali",
        "Sewa tenda",
        "Upah salah",
        "Dicoret karena diubah: BKK/2026/0001 Upah salah",
        "Upah masak",
        "Setor",
        "Upah benar",
    ]


def test_paper_and_sheet_are_drawn_from_the_same_order(trade: Trade) -> None:
    book = trade.office.read(lambda reading: cash_book.document(reading, "1101", NOVEMBER, NOVEMBER))
    card = trade.office.read(lambda reading: register.build(reading, "1101", NOVEMBER, NOVEMBER))

    def figures(document: object) -> list[tuple[str, object]]:
        (table,) = [block for block in document.parts[0].blocks if hasattr(block, "rows")]  # type: ignore[attr-defined]
        shown = [(words, row.cells[6]) for row in table.rows for words, _held in RIGHT if str(row.cells[3]).startswith(words)]
        assert shown
        return shown

    assert figures(book) == RIGHT
    assert figures(card) == RIGHT


def test_an_opening_that_was_mended_stays_before_the_receipts_of_its_day(trade: Trade) -> None:
    trade.run(OtherReceipt(on=date(2026, 1, 1), description="Hari pertama", amount=Rupiah(10_000)))
    wrong = trade.office.read(lambda reading: registers.register(reading.raw, "1101", Month(2026, 1)))[1][0]["id"]
    trade.run(Amend(entry=EntryId(wrong), replacement=OpenBook(boxes=(OpeningBox(box="1101", amount=Rupiah(600_000)),))))
    rows = trade.office.read(lambda reading: registers.register(reading.raw, "1101", Month(2026, 1)))[1]
    assert [row["balance"] for row in rows][-2:] == [600_000, 610_000]
    assert rows[-1]["description"] == "Hari pertama"
